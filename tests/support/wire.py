"""A wire between client and server that can be cut, or that swallows everything without a word; on this machine only."""

from __future__ import annotations

import contextlib
import select
import socket
import threading


class Wire:
    """Forwards 127.0.0.1:port to the server. ``cut`` closes all links and refuses new ones, ``swallow`` keeps them open and dead."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._lock = threading.Lock()
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._swallowing = threading.Event()
        self._closing = threading.Event()
        self._listening: socket.socket | None = None
        self.port = 0
        self.mend()

    def mend(self) -> None:
        """Let everything pass again; links that were swallowed stay dead."""
        self._swallowing.clear()
        if self._listening is None:
            listening = socket.socket()
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(("127.0.0.1", self.port))
            listening.listen(16)
            self.port = listening.getsockname()[1]
            self._listening = listening
            threading.Thread(target=self._accept, args=(listening,), daemon=True).start()

    def cut(self) -> None:
        """Close every link and refuse new ones."""
        listening, self._listening = self._listening, None
        if listening is not None:
            with contextlib.suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            listening.close()
        with self._lock:
            pairs, self._pairs = self._pairs, []
        for pair in pairs:
            for end in pair:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def swallow(self) -> None:
        """Take everything and give nothing, as a dead link or a firewall does."""
        self._swallowing.set()

    def close(self) -> None:
        """End for good."""
        self._closing.set()
        self.cut()

    def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                near, _ = listening.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                return
            with self._lock:
                self._pairs.append((near, far))
            threading.Thread(target=self._carry, args=(near, far), daemon=True).start()

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        other = {near: far, far: near}
        with near, far:
            while not self._closing.is_set():
                if self._swallowing.is_set():
                    # Once swallowed, this link never speaks again.
                    self._closing.wait(0.05)
                    if not self._swallowing.is_set():
                        return
                    continue
                try:
                    readable, _, _ = select.select([near, far], [], [], 0.05)
                    for end in readable:
                        data = end.recv(65536)
                        if not data:
                            return
                        if not self._swallowing.is_set():
                            other[end].sendall(data)
                except (OSError, ValueError):
                    return
