"""Reads an export back, from a folder or a zip file: first whether it is whole and true to its manifest, then row by row."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from ticketdesk.services.attachments import Stop, Stopped, never
from ticketdesk.services.exchange.export_format import FILES, INCOMPLETE, MANIFEST, NAME, VERSION, BadRow, Format, rows_of
from ticketdesk.services.exchange.export_target import attachment_name
from ticketdesk.services.exchange.trouble import Unreadable

_PIECE = 1 << 20
_LONGEST_MANIFEST = 1 << 20
_BROKEN = (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile, zlib.error)
"""What reading a damaged file may raise."""


def is_export(place: Path) -> bool:
    """Tell whether a folder or file is an export of ours, whole or not; looks at its manifest alone."""
    if place.is_dir():
        return (place / MANIFEST).is_file() or place.name.endswith(INCOMPLETE)
    if place.name.endswith(INCOMPLETE):
        return True
    if not zipfile.is_zipfile(place):
        return False
    with contextlib.suppress(OSError, zipfile.BadZipFile, KeyError), zipfile.ZipFile(place) as file:
        return file.getinfo(MANIFEST) is not None
    return False


class Export:
    """An export to be read. Raises Unreadable when it is none, incomplete, of a newer program or damaged."""

    def __init__(self, place: Path) -> None:
        if place.name.endswith(INCOMPLETE):
            raise Unreadable("export_incomplete", file=place.name)
        self.place = place
        self._zip: zipfile.ZipFile | None = None
        try:
            if not place.is_dir():
                self._zip = zipfile.ZipFile(place)
            with self._open(MANIFEST) as file:
                body = file.read(_LONGEST_MANIFEST)
            self.manifest: dict[str, Any] = json.loads(body)
        except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
            raise Unreadable("export_unreadable", file=place.name) from error
        self.sha256 = hashlib.sha256(body).digest()
        if not isinstance(self.manifest, dict) or self.manifest.get("format") != NAME:
            raise Unreadable("export_unreadable", file=place.name)
        if self.manifest.get("version") != VERSION:
            raise Unreadable("export_newer", version=self.manifest.get("version"))
        try:
            self.kind = Format(self.manifest["rows"])
            self.files: dict[str, dict[str, Any]] = {name: self.manifest["files"][name] for name in FILES if name in self.manifest["files"]}
            self.exported_at = str(self.manifest["exported_at"])
            self.office = str(self.manifest.get("office") or "")
        except (KeyError, TypeError, ValueError) as error:
            raise Unreadable("export_unreadable", file=place.name) from error

    def close(self) -> None:
        """Let go of the file."""
        if self._zip is not None:
            self._zip.close()

    def file_name(self, file: str) -> str:
        """Return what a file is called."""
        return f"{file}.{self.kind.value}"

    def count(self, file: str) -> int:
        """Return how many rows a file has."""
        return int(self.files.get(file, {}).get("rows", 0))

    def prove(self, *, stop: Stop = never) -> None:
        """Compare every file with its sum. Raises Unreadable or Stopped."""
        for name, said in self.files.items():
            file_name = self.file_name(name)
            if self._size(file_name) is None:
                raise Unreadable("export_missing", file=file_name)
            total = hashlib.sha256()
            try:
                with self._open(file_name) as file:
                    while piece := file.read(_PIECE):
                        total.update(piece)
                        if stop():
                            raise Stopped
            except _BROKEN as error:
                raise Unreadable("export_damaged", file=file_name) from error
            if total.hexdigest() != said.get("sha256"):
                raise Unreadable("export_damaged", file=file_name)

    def rows(self, file: str) -> Iterator[dict[str, Any]]:
        """Read the rows of a file in their order; none when the export has no such file. Raises Unreadable."""
        if file not in self.files:
            return
        name = self.file_name(file)
        try:
            with self._open(name) as raw:
                # Only a line feed ends a line of JSON; CSV decides for itself.
                newline = "\n" if self.kind is Format.JSON else ""
                with io.TextIOWrapper(raw, encoding="utf-8-sig", newline=newline) as text:
                    yield from rows_of(file, text, self.kind)
        except BadRow as error:
            raise Unreadable(f"export_{error.code}", file=name, **error.detail) from error
        except _BROKEN as error:
            raise Unreadable("export_damaged", file=name) from error

    def prove_attachment(self, sha256: str, size: int) -> None:
        """Tell whether the bytes of a file are there, as many as was said; their sum is proved as they go. Raises Unreadable."""
        name = _attachment_name(sha256)
        found = self._size(name)
        if found is None:
            raise Unreadable("export_missing", file=name)
        if found != size:
            raise Unreadable("export_damaged", file=name)

    @contextmanager
    def attachment(self, sha256: str) -> Iterator[IO[bytes]]:
        """Open the bytes of a file of a case. Raises Unreadable."""
        name = _attachment_name(sha256)
        try:
            file = self._open(name)
        except _BROKEN as error:
            raise Unreadable("export_damaged", file=name) from error
        with file:
            yield file

    def _size(self, name: str) -> int | None:
        """Return how many bytes a file has; None where it is missing."""
        try:
            return self._zip.getinfo(name).file_size if self._zip is not None else (self.place / name).stat().st_size
        except (OSError, KeyError):
            return None

    def _open(self, name: str) -> IO[bytes]:
        return self._zip.open(name) if self._zip is not None else (self.place / name).open("rb")


def _attachment_name(sha256: str) -> str:
    """Return where the bytes with this sum lie; a sum that is none would lead anywhere. Raises Unreadable."""
    if not re.fullmatch("[0-9a-f]{64}", sha256):
        raise Unreadable("export_damaged", file=sha256[:80])
    return attachment_name(sha256)
