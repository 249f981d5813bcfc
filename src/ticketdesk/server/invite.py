"""Keeps sealed invitations and hands them out on a port of its own, one above the database's.

What is handed out is sealed (services/invitation.py): whoever listens on the way or asks for a name he saw gets nothing he could open.
Neither the code nor the password is kept on the server.
"""

from __future__ import annotations

import contextlib
import logging
import re
import socket
import socketserver
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ticketdesk.server.postgres_conf import is_loopback
from ticketdesk.server.system_user import make_folder, write_private
from ticketdesk.services.invitation import GREETING, LONGEST, Invitation, new_code, seal

log = logging.getLogger(__name__)

VALID_DAYS = 7
SECONDS = 3.0
"""A caller who has not said his piece by then is hung up on."""
CALLERS = 16
"""Callers at once; the next ones are hung up on at once."""


class Invitations:
    """The sealed invitations of a server, a file each, gone when they expire."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, invitation: Invitation) -> str:
        """Seal and keep an invitation; returns its code, which is kept nowhere."""
        make_folder(self._folder, mode=0o700)
        self.prune()
        code = new_code()
        name, sealed = seal(invitation, code)
        until = int(invitation.expires_at.timestamp())
        write_private(self._folder / f"{name}.{until}", sealed)
        return code

    def get(self, name: str, now: datetime | None = None) -> bytes | None:
        """Return a sealed invitation that is still valid."""
        if not re.fullmatch(r"[0-9a-f]{32}", name):
            return None
        for path in self._folder.glob(f"{name}.*"):
            if _until(path) > (now or datetime.now(UTC)):
                return path.read_bytes()
        return None

    def prune(self, now: datetime | None = None) -> None:
        """Remove what has expired."""
        for path in self._folder.glob("*.*"):
            if _until(path) <= (now or datetime.now(UTC)):
                path.unlink(missing_ok=True)


def _until(path: Path) -> datetime:
    digits = path.suffix[1:]
    return datetime.fromtimestamp(int(digits), UTC) if digits.isdigit() else datetime.max.replace(tzinfo=UTC)


def expiry(days: int = VALID_DAYS) -> datetime:
    """Return when an invitation made now ends."""
    return datetime.now(UTC) + timedelta(days=days)


class _Handler(socketserver.BaseRequestHandler):
    server: InvitationPort

    def handle(self) -> None:
        wire: socket.socket = self.request
        if not self.server.places.acquire(blocking=False):
            return
        try:
            with contextlib.suppress(OSError):
                wire.settimeout(SECONDS)
                asked = wire.recv(64)
                sealed = None
                if asked.startswith(GREETING) and asked.endswith(b"\n"):
                    sealed = self.server.invitations.get(asked[len(GREETING) : -1].decode("ascii", "replace"))
                wire.sendall(GREETING + (b"none\n" if sealed is None else b"%d\n" % len(sealed) + sealed[:LONGEST]))
        finally:
            self.server.places.release()


class InvitationPort(socketserver.ThreadingTCPServer):
    """Answers on the invitations' port from ``start`` to ``stop``; one question per call."""

    daemon_threads = True
    # Waiting for callers at the end would make the end take seconds.
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 32

    def __init__(self, invitations: Invitations, listen: str, *, port: int) -> None:
        self.invitations = invitations
        self.places = threading.BoundedSemaphore(CALLERS)
        host = "127.0.0.1" if is_loopback(listen) else ""
        if host == "" and socket.has_dualstack_ipv6():
            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler, bind_and_activate=True)
        self._thread = threading.Thread(target=self.serve_forever, args=(0.2,), name="invitations", daemon=True)

    def server_bind(self) -> None:
        if self.address_family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        super().server_bind()

    def handle_error(self, request: object, client_address: object) -> None:
        log.info("an invitation's caller was hung up on", exc_info=True)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Stop answering and close the port."""
        self.shutdown()
        self._thread.join()
        self.server_close()
