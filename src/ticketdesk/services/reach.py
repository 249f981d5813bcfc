"""Why a server cannot be reached, or is not trusted: looked into after a sign-in failed, so that the sentence can say what to do.

Only explains: nothing here lets anybody in, and no secret is sent. What is found may be a lie of whoever stands on the way.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct

SECONDS = 3.0
_SSL_REQUEST = struct.pack("!ii", 8, 80877103)

# Numbers of OpenSSL's X509_V_ERR_…; the chain is checked before dates and names, so that these mean: ours, but.
_NOT_YET, _EXPIRED = 9, 10
_NAMES = (62, 64)


def why_away(host: str, port: int, *, seconds: float = SECONDS) -> str:
    """Return ``unknown_host``, ``closed``, ``silent``, ``no_way`` or ``no_answer``."""
    try:
        socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return "unknown_host"
    try:
        socket.create_connection((host, port), timeout=seconds).close()
    except ConnectionRefusedError:
        return "closed"
    except TimeoutError:
        return "silent"
    except OSError:
        return "no_way"
    return "no_answer"


def why_not_trusted(host: str, port: int, ca: str, *, seconds: float = SECONDS) -> str:
    """Return ``expired``, ``not_yet``, ``name`` or ``certificate``: what is wrong with what the server shows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    with contextlib.suppress(OSError, ValueError):
        context.load_verify_locations(cadata=ca)
        with socket.create_connection((host, port), timeout=seconds) as wire:
            wire.sendall(_SSL_REQUEST)
            if wire.recv(1) == b"S":
                return _handshake(context, wire, host)
    return "certificate"


def _handshake(context: ssl.SSLContext, wire: socket.socket, host: str) -> str:
    try:
        context.wrap_socket(wire, server_hostname=host).close()
    except ssl.SSLCertVerificationError as error:
        if error.verify_code in _NAMES:
            return "name"
        return {_NOT_YET: "not_yet", _EXPIRED: "expired"}.get(error.verify_code, "certificate")
    return "certificate"
