"""Servers that announce themselves in the local network. A hint only: anybody can announce anything, so nothing found here is trusted.

The announcing half is server/announce.py.
"""

from __future__ import annotations

import logging
import re
import threading
import time
from dataclasses import dataclass

from zeroconf import ServiceBrowser, ServiceInfo, ServiceListener, Zeroconf

log = logging.getLogger(__name__)

SERVICE = "_ticketdesk._tcp.local."
SECONDS = 2.0
MOST = 50
"""More answers than that are not looked at."""


@dataclass(frozen=True, slots=True)
class FoundServer:
    """One announced server. ``fingerprint`` is what it says of its authority: a suggestion, never proof."""

    name: str
    host: str
    port: int
    fingerprint: str = ""

    @property
    def address(self) -> str:
        """The address as one would type it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def browse(seconds: float = SECONDS, *, interfaces: list[str] | None = None) -> tuple[FoundServer, ...]:
    """Return the servers that answer within the time, each once, sorted by name. Empty without a network."""
    try:
        zeroconf = Zeroconf(interfaces=interfaces) if interfaces else Zeroconf()
    except OSError as error:
        log.info("no network to look for servers in: %s", error)
        return ()
    listener = _Listener()
    browser = ServiceBrowser(zeroconf, SERVICE, listener)
    deadline = time.monotonic() + seconds
    try:
        found: dict[tuple[str, int], FoundServer] = {}
        while (left := deadline - time.monotonic()) > 0:
            for name in listener.fresh():
                info = ServiceInfo(SERVICE, name)
                if info.request(zeroconf, int(max(50.0, min(left, 1.0) * 1000))) and (server := _read(info)):
                    found[server.host, server.port] = server
            listener.wait(min(left, 0.1))
        return tuple(sorted(found.values(), key=lambda server: (server.name.casefold(), server.address))[:MOST])
    finally:
        browser.cancel()
        zeroconf.close()


class _Listener(ServiceListener):
    def __init__(self) -> None:
        self._names: list[str] = []
        self._seen: set[str] = set()
        self._changed = threading.Event()

    def fresh(self) -> list[str]:
        names, self._names = self._names, []
        self._changed.clear()
        return names

    def wait(self, seconds: float) -> None:
        self._changed.wait(seconds)

    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        if name not in self._seen and len(self._seen) < MOST:
            self._seen.add(name)
            self._names.append(name)
            self._changed.set()

    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        self.add_service(zc, type_, name)

    def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        self._seen.discard(name)


def _read(info: ServiceInfo) -> FoundServer | None:
    """Turn an announcement into a suggestion; what does not look like one is dropped."""
    words = {key.decode("ascii", "replace"): (value or b"").decode("utf-8", "replace") for key, value in info.properties.items()}
    addresses = info.parsed_scoped_addresses()
    host = words.get("host", "")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.\-]{0,252}", host):
        host = addresses[0] if addresses else ""
    if not host or not info.port:
        return None
    name = re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "", words.get("name", ""))[:60].strip()
    fingerprint = words.get("fp", "")
    return FoundServer(name or host, host, info.port, fingerprint if re.fullmatch(r"[0-9a-f]{64}", fingerprint) else "")
