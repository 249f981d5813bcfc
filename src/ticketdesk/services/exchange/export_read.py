"""Reads an export back, from a folder or a zip file: first whether it is whole and true to its manifest, then row by row."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from ticketdesk.services.exchange.export_format import FILES, INCOMPLETE, MANIFEST, NAME, VERSION, Format, rows_of
from ticketdesk.services.exchange.export_target import attachment_name
from ticketdesk.services.exchange.trouble import Unreadable

_PIECE = 1 << 20
_LONGEST_MANIFEST = 1 << 20


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

    def count(self, file: str) -> int:
        """Return how many rows a file has."""
        return int(self.files.get(file, {}).get("rows", 0))

    def prove(self) -> None:
        """Compare every file with its sum. Raises Unreadable."""
        for name, said in self.files.items():
            total = hashlib.sha256()
            try:
                with self._open(f"{name}.{self.kind.value}") as file:
                    while piece := file.read(_PIECE):
                        total.update(piece)
            except (OSError, KeyError, zipfile.BadZipFile) as error:
                raise Unreadable("export_damaged", file=f"{name}.{self.kind.value}") from error
            if total.hexdigest() != said.get("sha256"):
                raise Unreadable("export_damaged", file=f"{name}.{self.kind.value}")

    def rows(self, file: str) -> Iterator[dict[str, Any]]:
        """Read the rows of a file in their order; none when the export has no such file. Raises Unreadable."""
        if file not in self.files:
            return
        name = f"{file}.{self.kind.value}"
        try:
            with self._open(name) as raw:
                # Only a line feed ends a line of JSON; CSV decides for itself.
                newline = "\n" if self.kind is Format.JSON else ""
                with io.TextIOWrapper(raw, encoding="utf-8-sig", newline=newline) as text:
                    yield from rows_of(file, text, self.kind)
        except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
            raise Unreadable("export_damaged", file=name) from error

    @contextmanager
    def attachment(self, sha256: str) -> Iterator[IO[bytes]]:
        """Open the bytes of a file of a case. Raises Unreadable."""
        try:
            file = self._open(attachment_name(sha256))
        except (OSError, KeyError, zipfile.BadZipFile) as error:
            raise Unreadable("export_damaged", file=attachment_name(sha256)) from error
        with file:
            yield file

    def _open(self, name: str) -> IO[bytes]:
        return self._zip.open(name) if self._zip is not None else (self.place / name).open("rb")
