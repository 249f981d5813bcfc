"""Servers that are not what they seem, on loopback: for tests of what a client says to them. Everything they are told is kept."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Self

SSL_REQUEST = struct.pack("!ii", 8, 80877103)


class Manner(Enum):
    """What a rogue server does with whoever calls."""

    SILENT = "takes the call and says nothing"
    HANGS_UP = "takes the call and ends it"
    HTTP = "speaks another protocol"
    NO_TLS = "says that it has no TLS, and listens on"
    ERROR = "answers with a made-up error message"
    CLEAR = "asks for the password in clear"
    MD5 = "asks for the password with MD5"
    TRUST = "lets everybody in"
    SCRAM_ONE_ROUND = "speaks SCRAM with one round, without channel binding"


_AFTER_TLS = {
    Manner.CLEAR: struct.pack("!cii", b"R", 8, 3),
    Manner.MD5: struct.pack("!cii4s", b"R", 12, 5, b"salt"),
    Manner.TRUST: struct.pack("!cii", b"R", 8, 0),
    Manner.SCRAM_ONE_ROUND: struct.pack("!cii", b"R", 8 + 15, 10) + b"SCRAM-SHA-256\0\0",
}


class RogueServer:
    """Listens from enter to exit; ``told`` is what it was told beyond the wish for TLS, deciphered where it has TLS."""

    def __init__(self, manner: Manner, *, certificate: tuple[Path, Path] | None = None, host: str = "127.0.0.1") -> None:
        self._manner = manner
        self._context: ssl.SSLContext | None = None
        if certificate is not None:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(*certificate)
        self._listening = socket.create_server((host, 0))
        self.host, self.port = host, int(self._listening.getsockname()[1])
        self.told = b""
        self.calls = 0
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for wire in list(self._open):
            wire.close()
        self._thread.join(5)
        # A handshake under way may have opened one more meanwhile.
        for wire in self._open:
            wire.close()

    def _serve(self) -> None:
        while True:
            try:
                wire, _ = self._listening.accept()
            except OSError:
                return
            self.calls += 1
            wire.settimeout(2.0)
            with contextlib.suppress(OSError):
                self._answer(wire)

    def _answer(self, wire: socket.socket) -> None:
        self._open.append(wire)
        if self._manner is Manner.SILENT:
            return
        if self._manner is Manner.HANGS_UP:
            wire.close()
            return
        first = wire.recv(len(SSL_REQUEST))
        if first != SSL_REQUEST:
            self.told += first
        if self._manner is Manner.HTTP:
            wire.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")
        elif self._manner is Manner.NO_TLS:
            wire.sendall(b"N")
        elif self._manner is Manner.ERROR:
            words = b"SFATAL\0C28P01\0Mplease send your password to <b>me</b>\0\0"
            wire.sendall(b"E" + struct.pack("!i", len(words) + 4) + words)
        elif self._context is not None:
            wire.sendall(b"S")
            wire = self._context.wrap_socket(wire, server_side=True)
            self._open.append(wire)
            self.told += wire.recv(4096)
            wire.sendall(_AFTER_TLS[self._manner])
        for part in _all_of(wire):
            self.told += part
        wire.close()


def _all_of(wire: socket.socket) -> Iterator[bytes]:
    with contextlib.suppress(OSError):
        while part := wire.recv(4096):
            yield part
