"""Says in the local network that a server is here: name, address, and its authority's fingerprint as a suggestion."""

from __future__ import annotations

import logging
import re
import socket
import threading

from zeroconf import Error as ZeroconfError
from zeroconf import ServiceInfo, Zeroconf

from ticketdesk.server.postgres_conf import is_loopback
from ticketdesk.services.discover import SERVICE

log = logging.getLogger(__name__)


class Announcement:
    """Announces from ``start`` to ``stop``, on a thread of its own: the network's answers take a second and may fail without harm."""

    def __init__(self, name: str, *, listen: str, port: int, fingerprint: str) -> None:
        self._name, self._listen, self._port, self._fingerprint = name, listen, port, fingerprint
        self._zeroconf: Zeroconf | None = None
        self._announced = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="announcement", daemon=True)

    def start(self) -> None:
        """Begin to announce."""
        self._thread.start()

    def wait_until_announced(self, seconds: float) -> bool:
        """Wait until others can find it; tell whether they can."""
        return self._announced.wait(seconds)

    def stop(self) -> None:
        """Take the announcement back."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(5.0)
        if self._zeroconf is not None:
            self._zeroconf.close()
            self._zeroconf = None

    def _run(self) -> None:
        loopback = is_loopback(self._listen)
        host = "localhost" if loopback else socket.gethostname()
        try:
            # A server for this machine alone is announced to this machine alone.
            self._zeroconf = Zeroconf(interfaces=["127.0.0.1"]) if loopback else Zeroconf()
            label = re.sub(r"[^\w \-]", "", f"{self._name or 'ticketdesk'} {host}")[:50].strip()
            info = ServiceInfo(
                SERVICE,
                f"{label}.{SERVICE}",
                port=self._port,
                parsed_addresses=["127.0.0.1"] if loopback else _addresses(),
                properties={"v": "1", "fp": self._fingerprint, "name": self._name, "host": host},
                server=f"ticketdesk-{socket.gethostname()}.local.",
            )
            if not self._stopping.is_set():
                self._zeroconf.register_service(info, allow_name_change=True)
                self._announced.set()
        except (OSError, ZeroconfError) as error:
            log.info("not announced in the network: %s", error)


def _addresses() -> list[str]:
    import ifaddr

    found = [ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips if isinstance(ip.ip, str)]
    return [address for address in found if not address.startswith(("127.", "169.254."))] or ["127.0.0.1"]
