"""Messages through the desktop's own notification service (org.freedesktop.Notifications): also where there is no tray at all.

A later message about the same matter takes the earlier one's place; a click comes back with the token that lets a window come to the
front. Nothing here waits: the service is asked over a local socket from the event loop, and whatever goes wrong switches this off.
Not here: what is told (tray.py), the wire format (wire.py).
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Hashable
from urllib.parse import unquote

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalSocket

from ticketdesk.ui.bridge import wire
from ticketdesk.ui.bridge.instance import TOKEN

log = logging.getLogger(__name__)

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"
SERVICE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
BUS, BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_MATCH = f"type='signal',interface='{SERVICE}',path='{PATH}'"


class DesktopNotes(QObject):
    """Shows messages and hears clicks. ``ready`` only once the service has answered that it knows actions. GUI thread only."""

    clicked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ready = False
        self._socket: QLocalSocket | None = None
        self._buffer = bytearray()
        self._begun = False
        self._serial = 0
        self._asked: dict[int, Hashable] = {}
        self._capabilities = 0
        self._numbers: dict[Hashable, int] = {}

    def start(self) -> None:
        """Begin to talk to the session's bus, if there is one."""
        place = socket_of(os.environ.get(ADDRESS, "")) if sys.platform.startswith("linux") else None
        if place is None:
            return
        name, abstract = place
        socket = QLocalSocket(self)
        if abstract:
            socket.setSocketOptions(QLocalSocket.SocketOption.AbstractNamespaceOption)
        socket.connected.connect(self._greet)
        socket.readyRead.connect(self._came)
        socket.disconnected.connect(self.stop)
        socket.errorOccurred.connect(self.stop)
        self._socket = socket
        socket.connectToServer(name)

    @Slot()
    def stop(self, *_why: object) -> None:
        """Talk no more; messages then go the tray's way."""
        self.ready = False
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.disconnected.disconnect(self.stop)
            socket.errorOccurred.disconnect(self.stop)
            socket.abort()
            socket.deleteLater()

    def show(self, matter: Hashable, title: str, text: str, milliseconds: int) -> bool:
        """Show a message about a matter, in the place of the last one about it; tell whether the service could be asked."""
        if not self.ready:
            return False
        body = wire.notify(
            "Ticketdesk", replaces=self._numbers.get(matter, 0), title=title, text=text,
            actions=["default", QCoreApplication.translate("Tray", "Open")], desktop_entry="ticketdesk", milliseconds=milliseconds,
        )  # fmt: skip
        self._asked[self._call("Notify", SERVICE, PATH, wire.NOTIFY, body)] = matter
        return True

    # The conversation.

    @Slot()
    def _greet(self) -> None:
        assert self._socket is not None
        who = str(os.getuid() if hasattr(os, "getuid") else 0).encode().hex()
        self._socket.write(QByteArray(f"\0AUTH EXTERNAL {who}\r\n".encode()))

    @Slot()
    def _came(self) -> None:
        if self._socket is None:
            return
        self._buffer += bytes(self._socket.readAll().data())
        try:
            if not self._begun:
                self._begin()
            while self._begun and (message := wire.take(self._buffer)) is not None:
                self._take(message)
        except wire.Malformed as problem:
            log.info("the desktop's messages are not used: %s", problem)
            self.stop()

    def _begin(self) -> None:
        line, end, rest = bytes(self._buffer).partition(b"\r\n")
        if not end:
            if len(self._buffer) > 4096:
                raise wire.Malformed("no greeting")
            return
        if not line.startswith(b"OK") or self._socket is None:
            raise wire.Malformed("not let in")
        self._buffer = bytearray(rest)
        self._begun = True
        self._socket.write(QByteArray(b"BEGIN\r\n"))
        self._call("Hello", BUS, BUS_PATH)
        self._call("AddMatch", BUS, BUS_PATH, "s", wire.one_text(_MATCH))
        self._capabilities = self._call("GetCapabilities", SERVICE, PATH)

    def _call(self, member: str, to: str, path: str, signature: str = "", body: bytes = b"") -> int:
        self._serial += 1
        if self._socket is not None:
            raw = wire.call(self._serial, member, path=path, interface=to, to=to, signature=signature, body=body)
            self._socket.write(QByteArray(raw))
        return self._serial

    def _take(self, message: wire.Message) -> None:
        first = message.values[0] if message.values else None
        if message.kind == wire.RETURN and message.reply_to == self._capabilities:
            self.ready = isinstance(first, list) and "actions" in first
        elif message.kind in (wire.RETURN, wire.ERROR) and message.reply_to in self._asked:
            matter = self._asked.pop(message.reply_to)
            if message.kind == wire.RETURN and isinstance(first, int):
                self._numbers[matter] = first
        elif message.kind == wire.SIGNAL and isinstance(first, int):
            self._told(message, first)

    def _told(self, message: wire.Message, shown: int) -> None:
        matter = next((one for one, its in self._numbers.items() if its == shown), None)
        if matter is None:
            return
        if message.member == "ActivationToken" and len(message.values) > 1:
            os.environ[TOKEN] = str(message.values[1])
        elif message.member == "ActionInvoked":
            self.clicked.emit(matter)
        elif message.member == "NotificationClosed":
            self._numbers.pop(matter, None)


def socket_of(address: str) -> tuple[str, bool] | None:
    """Return the local socket of a bus address and whether its name is abstract, None if it has none."""
    for one in address.split(";"):
        kind, _, rest = one.partition(":")
        parts = dict(part.split("=", 1) for part in rest.split(",") if "=" in part)
        if kind == "unix" and "path" in parts:
            return unquote(parts["path"]), False
        if kind == "unix" and "abstract" in parts:
            return unquote(parts["abstract"]), True
    return None
