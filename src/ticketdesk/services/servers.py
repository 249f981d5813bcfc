"""The servers that this computer has joined: address, pinned authority, salt, office, who signed in last. No connecting, no passwords.

A profile is a set of servers of its own (two windows of a demonstration sign in as two persons). One file per profile, readable by its
owner alone, written to a second name and renamed. What cannot be read is laid aside, never overwritten.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import ipaddress
import json
import logging
import os
import re
import threading
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from ticketdesk.db.address import BELL, MAIN, Address
from ticketdesk.domain.errors import BadInput
from ticketdesk.services.invitation import DEFAULT_PORT, Invitation, parse_address
from ticketdesk.services.private_file import write_private

log = logging.getLogger(__name__)

__all__ = ["DEFAULT_PORT", "KnownServer", "KnownServers", "Place", "default_folder", "fingerprint", "of_invitation", "read_address"]

FORMAT = 1
MOST = 50
"""More servers than that are not kept; the longest unused ones go."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server is said to be; ``port`` None where none was said."""

    host: str
    port: int | None = None

    def __str__(self) -> str:
        """Return the address as one would type it."""
        host = f"[{self.host}]" if ":" in self.host and self.port not in (None, DEFAULT_PORT) else self.host
        return host if self.port in (None, DEFAULT_PORT) else f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class KnownServer:
    """A server that was joined by an invitation. ``ca`` is the pinned authority as PEM, ``user_name`` who signed in last."""

    host: str
    port: int
    ca: str
    salt: bytes = field(repr=False)
    office: str = ""
    user_name: str = ""
    joined_at: datetime | None = None
    used_at: datetime | None = None
    main: str = MAIN
    bell: str = BELL

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.host, self.port)

    @property
    def title(self) -> str:
        """What people call it: the office's name, else its address."""
        return self.office or str(self.place)


def read_address(typed: str) -> Place:
    """Understand a typed server address. Raises BadInput where it cannot be one (``detail['why']``).

    Kind to what people paste: ``https://``, a slash at the end, capitals, umlauts. Strict beyond: libpq would take a comma for several
    hosts, and a slash or an at sign for a file on this computer.
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    text = re.sub(r"^[a-z][a-z0-9+.\-]*://", "", text, flags=re.IGNORECASE).rstrip("/")
    host, port = parse_address(text)
    return Place(_host(host), port)


def _host(host: str) -> str:
    wrong = BadInput(detail={"field": "server", "why": "not_text"})
    try:
        if ":" in host:
            return ipaddress.IPv6Address(host).compressed
        if re.fullmatch(r"[0-9.]+", host):
            return str(ipaddress.IPv4Address(host))
        plain = host.rstrip(".").encode("idna").decode("ascii").lower()
    except (ValueError, UnicodeError):
        raise wrong from None
    if not re.fullmatch(r"[a-z0-9_]([a-z0-9_.\-]{0,251}[a-z0-9_])?", plain):
        raise wrong
    return plain


def fingerprint(pem: str) -> str:
    """Return the SHA-256 fingerprint of a certificate: 64 hex digits in capitals, or an empty text where it is none."""
    # Loaded where a person looks at one; signing in does without these 10 MB.
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    try:
        return x509.load_pem_x509_certificate(pem.encode("ascii")).fingerprint(hashes.SHA256()).hex().upper()
    except ValueError:
        return ""


def of_invitation(invitation: Invitation, now: datetime | None = None) -> KnownServer:
    """Return the server that an invitation leads to. Raises BadInput where its address is none."""
    place = read_address(f"[{invitation.host}]" if ":" in invitation.host else invitation.host)
    return KnownServer(
        place.host, invitation.port, invitation.ca, invitation.salt, user_name=invitation.user_name, joined_at=now or datetime.now(UTC)
    )


def default_folder(profile: str = "") -> Path:
    """Return where a profile's servers lie for the person at this computer."""
    folder = Path(platformdirs.user_config_dir("ticketdesk", appauthor=False))
    return folder / "profiles" / profile if profile else folder


class KnownServers:
    """The servers of one profile. Every method looks at the small file anew, so that two programs may run; any thread may call."""

    def __init__(self, profile: str = "", *, folder: Path | None = None) -> None:
        if not re.fullmatch(r"[A-Za-z0-9_\-]{0,40}", profile):
            raise ValueError("a profile's name has letters, digits, - and _ only")
        self.folder = folder or default_folder(profile)
        self._lock = threading.Lock()

    def all(self) -> tuple[KnownServer, ...]:
        """Return all servers, the one used last first."""
        with self._lock:
            return self._read()

    def find(self, place: Place) -> KnownServer | None:
        """Return the server at an address; where no port was said, the one used last on that host."""
        fitting = [one for one in self.all() if one.host == place.host and place.port in (None, one.port)]
        return fitting[0] if fitting else None

    def remember(self, server: KnownServer) -> None:
        """Keep a server, in the place of what was known at its address. Raises OSError when the disk says no."""

        def change(held: tuple[KnownServer, ...]) -> tuple[KnownServer, ...]:
            return (server, *(one for one in held if (one.host, one.port) != (server.host, server.port)))[:MOST]

        self._change(change)

    def used(self, server: KnownServer, user_name: str, *, now: datetime | None = None) -> None:
        """Note that somebody signed in. Raises OSError when the disk says no."""
        self.remember(replace(server, user_name=user_name, used_at=now or datetime.now(UTC)))

    def forget(self, server: KnownServer) -> None:
        """Drop a server. Raises OSError when the disk says no."""
        self._change(lambda held: tuple(one for one in held if (one.host, one.port) != (server.host, server.port)))

    def address(self, server: KnownServer) -> Address:
        """Return what a log-in needs; lays the pinned authority down as the file that libpq wants. Raises OSError."""
        name = hashlib.sha256(server.ca.encode("ascii", "replace")).hexdigest()
        path = self.folder / "authorities" / f"{name}.pem"
        with self._lock:
            if not path.is_file() or path.read_text("ascii", errors="replace") != server.ca:
                write_private(path, server.ca.encode("ascii", "replace"))
        return Address(server.host, server.port, path, main=server.main, bell=server.bell)

    @property
    def _path(self) -> Path:
        return self.folder / "servers.json"

    def _change(self, change: Callable[[tuple[KnownServer, ...]], tuple[KnownServer, ...]]) -> None:
        with self._lock:
            words = {"format": FORMAT, "servers": [_dump(one) for one in change(self._read())]}
            write_private(self._path, json.dumps(words, indent=1, ensure_ascii=True).encode("ascii"))

    def _read(self) -> tuple[KnownServer, ...]:
        try:
            words = json.loads(self._path.read_bytes().decode("utf-8"))
            servers = [_load(one) for one in words["servers"]]
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            log.info("the list of known servers cannot be read and is laid aside: %s", type(error).__name__)
            with contextlib.suppress(OSError):
                os.replace(self._path, self._path.with_suffix(f".unreadable-{datetime.now(UTC):%Y%m%d%H%M%S}"))
            return ()
        never = datetime.min.replace(tzinfo=UTC)
        return tuple(sorted(servers, key=lambda one: one.used_at or one.joined_at or never, reverse=True))


def _dump(server: KnownServer) -> dict[str, object]:
    return {
        "host": server.host, "port": server.port, "ca": server.ca, "salt": base64.b64encode(server.salt).decode("ascii"),
        "office": server.office, "user_name": server.user_name, "main": server.main, "bell": server.bell,
        "joined_at": server.joined_at.isoformat() if server.joined_at else None,
        "used_at": server.used_at.isoformat() if server.used_at else None,
    }  # fmt: skip


def _load(words: dict[str, str]) -> KnownServer:
    def moment(name: str) -> datetime | None:
        text = words.get(name)
        return datetime.fromisoformat(text).astimezone(UTC) if text else None

    try:
        salt = base64.b64decode(words["salt"], validate=True)
    except binascii.Error as error:
        raise ValueError("salt") from error
    return KnownServer(
        host=str(words["host"]), port=int(words["port"]), ca=str(words["ca"]), salt=salt, office=str(words.get("office", "")),
        user_name=str(words.get("user_name", "")), joined_at=moment("joined_at"), used_at=moment("used_at"),
        main=str(words.get("main", MAIN)), bell=str(words.get("bell", BELL)),
    )  # fmt: skip
