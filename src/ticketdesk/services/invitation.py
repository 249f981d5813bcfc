"""An invitation to a server, as a file or as a code of 20 characters: authority, address, salt, user name, one-time password.

The code has 100 random bits. From it come, by HKDF, a name and a key that tell nothing about each other or about the code. The server
holds the invitation sealed under that name; it cannot open it, and neither can anybody on the way. A client sends the name alone, in
clear: what it gets back it believes only if it opens with the key, so that the authority in it is the administrator's and nobody else's.
No password is sent before a server has shown a certificate of that authority. 100 random bits need no slow key derivation.
The server's half (keeping and handing out sealed invitations) is server/invite.py. ``cryptography`` is loaded when a code is used: the
client's start and most of its days do without it.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import secrets
import socket
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from ticketdesk.domain.errors import Away, BadInput, WrongServer

SUFFIX = ".tdinvite"
DEFAULT_PORT = 54320
"""The first port that a server takes; its invitations are always one port above the database's."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that could be taken for a digit."""
CODE_LENGTH = 20

GREETING = b"TDI1 "
LONGEST = 65_536
"""Bytes of a sealed invitation at most."""
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Invitation:
    """What somebody needs to join a server."""

    host: str
    port: int
    ca: str
    salt: bytes = field(repr=False)
    user_name: str
    password: str = field(repr=False)
    expires_at: datetime

    def expired(self, now: datetime | None = None) -> bool:
        """Tell whether it is too late."""
        return (now or datetime.now(UTC)) >= self.expires_at


def new_code() -> str:
    """Return a fresh code without separators."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def spoken(code: str) -> str:
    """Return a code as it is shown and read out: five groups of four."""
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def normalised(text: str) -> str:
    """Return a typed code in its one form. Raises BadInput when it is none."""
    letters = re.sub(r"[\s\-–—.]", "", text).upper().translate(str.maketrans("ILOU", "110V"))
    if len(letters) != CODE_LENGTH or not set(letters) <= set(ALPHABET):
        raise BadInput(detail={"field": "code", "why": "not_text" if letters else "empty"})
    return letters


def parse_address(text: str) -> tuple[str, int | None]:
    """Split a typed server address into host and port (None: not said). Raises BadInput when it cannot be one."""
    found = re.fullmatch(r"(?:\[([0-9a-fA-F:.]+)\]|([^\s:/\[\]]+)|([0-9a-fA-F]*:[0-9a-fA-F:.]+?))(?::(\d{1,5}))?", text.strip())
    if not found:
        raise BadInput(detail={"field": "server", "why": "empty" if not text.strip() else "not_text"})
    host = found[1] or found[2] or found[3]
    # An IPv6 address without brackets has no port: its last group would be taken for one.
    port = int(found[4]) if found[4] and not found[3] else None
    if found[3] and found[4]:
        host = f"{found[3]}:{found[4]}"
    if port is not None and not 0 < port < 65_536:
        raise BadInput(detail={"field": "server", "why": "out_of_range"})
    return host, port


def name_and_key(code: str) -> tuple[str, bytes]:
    """Return the name under which a code's invitation lies (32 hex digits), and the key that opens it."""

    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    def derive(purpose: bytes, length: int) -> bytes:
        return HKDF(hashes.SHA256(), length, salt=b"ticketdesk invitation 1", info=purpose).derive(code.encode("ascii"))

    return derive(b"name", 16).hex(), derive(b"key", 32)


def seal(invitation: Invitation, code: str) -> tuple[str, bytes]:
    """Return the name and the sealed form of an invitation."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    name, key = name_and_key(code)
    nonce = secrets.token_bytes(12)
    return name, nonce + ChaCha20Poly1305(key).encrypt(nonce, _dump(invitation).encode("utf-8"), name.encode("ascii"))


def unseal(sealed: bytes, code: str) -> Invitation:
    """Open a sealed invitation. Raises WrongServer when whoever made it did not know the code."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    name, key = name_and_key(code)
    try:
        text = ChaCha20Poly1305(key).decrypt(sealed[:12], sealed[12:], name.encode("ascii"))
    except (InvalidTag, ValueError):
        raise WrongServer(detail={"why": "forged_invitation"}) from None
    return _load(text)


def by_code(text: str, address: str, *, seconds: float = 5.0) -> Invitation:
    """Fetch the invitation of a code from the server at a typed address. Raises BadInput, Away or WrongServer."""
    code = normalised(text)
    host, port = parse_address(address)
    sealed = _fetch(name_and_key(code)[0], host, (port or DEFAULT_PORT) + 1, seconds=seconds)
    # The address that was typed is the one that works from here; the certificate must name it in any case.
    return _in_time(replace(unseal(sealed, code), host=host))


def by_file(path: Path) -> Invitation:
    """Read an invitation from a file. Raises WrongServer when it is none or too old."""
    try:
        text = path.read_bytes()[: LONGEST + 1]
    except OSError as error:
        raise WrongServer(detail={"why": "unreadable_invitation"}) from error
    return _in_time(_load(text))


def file_text(invitation: Invitation) -> str:
    """Return an invitation as the text of its file."""
    return _dump(invitation, indent=2) + "\n"


def _in_time(invitation: Invitation) -> Invitation:
    if invitation.expired():
        raise WrongServer(detail={"why": "expired_invitation"})
    return invitation


def _dump(invitation: Invitation, indent: int | None = None) -> str:
    words = {
        "ticketdesk_invitation": _FORMAT,
        "host": invitation.host,
        "port": invitation.port,
        "ca": invitation.ca,
        "salt": base64.b64encode(invitation.salt).decode("ascii"),
        "user_name": invitation.user_name,
        "password": invitation.password,
        "expires_at": invitation.expires_at.astimezone(UTC).isoformat(timespec="seconds"),
    }
    return json.dumps(words, indent=indent, ensure_ascii=False)


def _load(text: bytes) -> Invitation:
    try:
        words = json.loads(text.decode("utf-8"))
        if words["ticketdesk_invitation"] != _FORMAT or len(text) > LONGEST or "BEGIN CERTIFICATE" not in words["ca"]:
            raise ValueError("not an invitation")
        return Invitation(
            host=str(words["host"]), port=int(words["port"]), ca=str(words["ca"]), salt=base64.b64decode(words["salt"], validate=True),
            user_name=str(words["user_name"]), password=str(words["password"]), expires_at=datetime.fromisoformat(words["expires_at"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        raise WrongServer(detail={"why": "unreadable_invitation"}) from None


def _fetch(name: str, host: str, port: int, *, seconds: float) -> bytes:
    deadline = time.monotonic() + seconds
    try:
        with socket.create_connection((host, port), timeout=seconds) as wire:
            wire.sendall(GREETING + name.encode("ascii") + b"\n")
            answer = b""
            # Whoever answers may be anybody: no more than a sealed invitation's length is read, and no longer than asked for.
            while len(answer) <= LONGEST + 32:
                wire.settimeout(max(0.01, deadline - time.monotonic()))
                part = wire.recv(8192)
                if not part:
                    break
                answer += part
                if time.monotonic() > deadline:
                    raise TimeoutError
    except OSError as error:
        raise Away(why="no_invitations_there") from error
    head, found, sealed = answer.partition(b"\n")
    if head == GREETING + b"none":
        raise WrongServer(detail={"why": "no_such_invitation"})
    if not found or head != GREETING + b"%d" % len(sealed) or len(sealed) > LONGEST:
        raise WrongServer(detail={"why": "not_ticketdesk"})
    return sealed
