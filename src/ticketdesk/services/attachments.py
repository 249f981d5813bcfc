"""Carries files between this computer and the office, piece by piece: goes on where it broke off, and proves the sum at the end.

An upload belongs to the wish whose request id is its parcel: the entry that the wish writes takes its files along (sql: 35_files.sql).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from ticketdesk.db.engine import Engine
from ticketdesk.domain.attachment import CHUNK, LIMIT, Attachment, safe_name
from ticketdesk.domain.errors import BadInput

Told = Callable[[int, int], None]
"""Called with the bytes done and the bytes in all, on the calling thread."""


class Stopped(Exception):
    """The person does not want the file any more."""


class Stop(Protocol):
    """Tells whether to stop."""

    def __call__(self) -> bool:
        """Tell whether to stop."""


def never() -> bool:
    """Do not stop."""
    return False


def _bad(why: str, **more: object) -> BadInput:
    return BadInput(detail={"field": "attachments", "why": why, **more})


@dataclass(frozen=True, slots=True)
class Packed:
    """A file as it was when it was picked up: what is announced to the office before the first piece goes."""

    path: Path
    name: str
    size: int
    sha256: bytes


def pack(path: Path, name: str = "", *, stop: Stop = never, limit: int = LIMIT) -> Packed:
    """Look at a file. Raises BadInput: it is empty, too large or cannot be read."""
    total = hashlib.sha256()
    try:
        size = path.stat().st_size
        if size == 0:
            raise _bad("empty_file")
        if size > limit:
            raise _bad("too_large", limit=limit)
        with path.open("rb") as file:
            while piece := file.read(4 * CHUNK):
                total.update(piece)
                if stop():
                    raise Stopped
    except OSError as error:
        raise _bad("unreadable") from error
    return Packed(path, safe_name(name or path.name), size, total.digest())


def upload(
    engine: Engine, packed: Packed, *, parcel: UUID, place: int, told: Told = lambda done, size: None, stop: Stop = never
) -> Attachment:
    """Bring a file to the office, or the rest of it. Raises BadInput, Away (ask again: it goes on) or Stopped."""
    words = "select api.begin_upload(parcel => %s, place => %s, name => %s, size => %s, sha256 => %b)"
    ((begun,),) = engine.raw_rows(words, [parcel, place, packed.name, packed.size, packed.sha256])
    identity = UUID(begun["id"])
    if not begun["complete"] and not begun["attached"]:
        # A sum that does not fit may come from pieces of an earlier attempt: once more from the beginning, and no third time.
        for _ in range(2):
            _send(engine, packed, identity=identity, first=begun["next"], told=told, stop=stop)
            ((begun,),) = engine.raw_rows("select api.finish_upload(%s)", [identity])
            if begun["complete"]:
                break
        else:
            raise _bad("changed")
    told(packed.size, packed.size)
    return Attachment(identity, packed.name, packed.size, packed.sha256.hex())


def _send(engine: Engine, packed: Packed, *, identity: UUID, first: int, told: Told, stop: Stop) -> None:
    try:
        file = packed.path.open("rb")
    except OSError as error:
        raise _bad("unreadable") from error
    with file:
        place = first
        while place * CHUNK < packed.size:
            if stop():
                raise Stopped
            told(place * CHUNK, packed.size)
            try:
                file.seek(place * CHUNK)
                piece = file.read(CHUNK)
            except OSError as error:
                raise _bad("unreadable") from error
            if len(piece) != min(CHUNK, packed.size - place * CHUNK):
                raise _bad("changed")
            engine.raw_rows("select api.put_chunk(%s, %s, %b)", [identity, place, piece])
            place += 1


def cancel(engine: Engine, identity: UUID) -> None:
    """Let the office forget a file that was uploaded and not sent."""
    engine.raw_rows("select api.cancel_upload(%s)", [identity])


class Download:
    """One file on its way to this computer. ``go`` may be called again after Away: it goes on where it broke off.

    The bytes lie in a file of a name nobody can foresee beside the target until their sum has been proved; nothing is ever overwritten
    unless ``replace`` says so.
    """

    def __init__(self, attachment: UUID, target: Path, *, replace: bool = False, mark: bool = True) -> None:
        self.attachment, self.target, self._replace, self._mark = attachment, target, replace, mark
        self._partial = target.with_name(f".{uuid4().hex}.part")
        self._place, self._chunks = 0, 1
        self._sum = hashlib.sha256()

    def go(self, engine: Engine, *, told: Told = lambda done, size: None, stop: Stop = never) -> Path:
        """Fetch the file, or the rest of it. Raises NotFound, BadInput, Away, Stopped or OSError."""
        wanted = b""
        handle = os.open(self._partial, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "ab") as file:
            while self._place < self._chunks or not wanted:
                if stop():
                    raise Stopped
                place = min(self._place, self._chunks - 1)
                ((_, size, wanted, self._chunks, piece),) = engine.raw_rows(
                    "select * from api.attachment_chunk(%s, %s)", [self.attachment, place], binary=True
                )
                if self._place < self._chunks:
                    if piece is None:
                        raise _bad("damaged")
                    file.write(piece)
                    self._sum.update(piece)
                    self._place += 1
                told(min(self._place * CHUNK, size), size)
        if self._sum.digest() != wanted:
            self.drop()
            raise _bad("damaged")
        return self._keep()

    def drop(self) -> None:
        """Forget what has come so far."""
        self._partial.unlink(missing_ok=True)

    def _keep(self) -> Path:
        if self._replace:
            os.replace(self._partial, self.target)
        else:
            # The name must be free; whoever takes it meanwhile keeps it.
            os.close(os.open(self.target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            os.replace(self._partial, self.target)
        if self._mark:
            mark_of_the_web(self.target)
        return self.target


def mark_of_the_web(path: Path) -> None:
    """Tell Windows that a file came from elsewhere, so that it asks before running what is in it."""
    if sys.platform == "win32":
        with contextlib.suppress(OSError):
            Path(f"{path}:Zone.Identifier").write_text("[ZoneTransfer]\r\nZoneId=3\r\n", encoding="ascii")
