"""One running client per profile: the first holds a lock and listens, a second start asks it to come to the front and ends.

What comes over the socket is a wish to be shown and a token for the window system, never more; anything else is dropped unread.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLockFile, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

WAIT_MS = 1500
LONGEST = 2000
"""Bytes of a wish; tokens have a few dozen."""
_SOCKET_PATH = 100
"""Characters a socket's path may have everywhere."""
TOKEN = "XDG_ACTIVATION_TOKEN"


class Instance(QObject):
    """Claims a profile, which is done before anything is painted, then listens. ``show_wanted`` when somebody started the program again.

    GUI thread only. QtNetwork and what else the lock does without are loaded where they are needed, not before the first paint.
    """

    show_wanted = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._name = _socket_name(folder)
        self._lock = QLockFile(str(folder / "instance.lock"))
        # A lock is stale only when its process is gone: a client may run for weeks.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Become the one instance, or have the one that runs come to the front. True: go on; False: end."""
        if not self._lock.tryLock(0):
            if self._lock.error() == QLockFile.LockError.LockFailedError:
                self._ask_first()
                return False
            log.warning("no lock could be made; a second client of this profile would not be noticed")
        return True

    def listen(self) -> None:
        """Hear of further starts, where this is the one instance."""
        if not self._lock.isLocked():
            return
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # We hold the lock, so a socket of that name is a dead one's.
        QLocalServer.removeServer(self._name)
        if not server.listen(self._name):
            log.warning("a second start will not bring this window to the front: %s", server.errorString())
            return
        server.newConnection.connect(self._called)
        self._server = server

    def release(self) -> None:
        """Let go of the profile."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _ask_first(self) -> bool:
        import json

        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT_MS):
            return False
        wish = json.dumps({"show": True, "token": os.environ.get(TOKEN, "")[:512]})
        socket.write(QByteArray(f"{wish}\n".encode()))
        socket.waitForBytesWritten(WAIT_MS)
        answered = socket.waitForReadyRead(WAIT_MS)
        socket.disconnectFromServer()
        return answered

    @Slot()
    def _called(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(lambda one=socket: self._read(one))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST:
                socket.abort()
            return
        wish = read_wish(bytes(socket.readLine(LONGEST).data()))
        if wish is None:
            socket.abort()
            return
        if wish:
            # Qt takes the token from here when it next activates a window (Wayland).
            os.environ[TOKEN] = wish
        socket.write(QByteArray(b"ok\n"))
        socket.flush()
        self.show_wanted.emit()


def read_wish(line: bytes) -> str | None:
    """Return the token of a wish to be shown (empty if it has none), None for anything else."""
    import json

    try:
        wish = json.loads(line)
    except ValueError:
        return None
    if not (isinstance(wish, dict) and wish.get("show") is True):
        return None
    token = wish.get("token", "")
    return token if isinstance(token, str) and len(token) <= 512 and token.isprintable() else ""


def _socket_name(folder: Path) -> str:
    """Return where the first instance listens: in its own folder, where nobody else can lay a socket in wait."""
    path = folder / "instance.socket"
    if sys.platform != "win32" and len(str(path)) <= _SOCKET_PATH:
        return str(path)
    import hashlib

    return "ticketdesk-" + hashlib.sha256(str(folder).encode()).hexdigest()[:24]
