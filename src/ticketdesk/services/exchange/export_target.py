"""Where an export goes: a folder or a zip file. Until it is whole its name ends in ``.incomplete``; the manifest comes last."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from ticketdesk.services.exchange.export_format import FILES, INCOMPLETE, MANIFEST, Format, csv_head, csv_lines


class Taken(Exception):
    """The place is not free."""


class _File:
    """One file of rows, its sum running along."""

    def __init__(self, path: Path, head: bytes) -> None:
        self.path, self.rows, self.size = path, 0, 0
        self._sum = hashlib.sha256()
        self._out: BinaryIO = path.open("xb")
        self.write(head, rows=0)

    def write(self, body: bytes, *, rows: int) -> None:
        self._out.write(body)
        self._sum.update(body)
        self.rows += rows
        self.size += len(body)

    def close(self) -> dict[str, Any]:
        self._out.flush()
        os.fsync(self._out.fileno())
        self._out.close()
        return {"name": self.path.name, "rows": self.rows, "bytes": self.size, "sha256": self._sum.hexdigest()}

    def drop(self) -> None:
        self._out.close()


class Target:
    """Takes lines and attachments in, in pieces; ``finish`` makes a whole export of them. Leaving without it leaves the incomplete name.

    Raises Taken when something lies there already, and OSError when the disk is full.
    """

    def __init__(self, place: Path, kind: Format) -> None:
        self.place, self._kind = place, kind
        self._zipped = place.suffix.lower() == ".zip"
        self._begun = place.with_name(place.name + INCOMPLETE)
        if place.exists() or self._begun.exists():
            raise Taken(str(place if place.exists() else self._begun))
        self._files: dict[str, _File] = {}
        self._held: set[bytes] = set()
        self.attachments = self.attachment_bytes = 0
        self._zip: zipfile.ZipFile | None = None
        if self._zipped:
            self._zip = zipfile.ZipFile(self._begun, "x", compression=zipfile.ZIP_DEFLATED, compresslevel=1)
            # Rows of all files come mixed; in a zip one file is written after the other.
            self._folder = Path(tempfile.mkdtemp(prefix="ticketdesk-export-", dir=place.parent))
        else:
            self._begun.mkdir(mode=0o700)
            self._folder = self._begun
        self._whole = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for file in self._files.values():
            file.drop()
        if self._zip is not None:
            with suppress(OSError, ValueError):
                self._zip.close()
            shutil.rmtree(self._folder, ignore_errors=True)

    def add(self, file: str, lines: str, rows: int) -> None:
        """Take lines of JSON."""
        if file not in self._files:
            head = csv_head(file) if self._kind is Format.CSV else b""
            self._files[file] = _File(self._folder / f"{file}.{self._kind.value}", head)
        self._files[file].write(csv_lines(file, lines) if self._kind is Format.CSV else lines.encode() + b"\n", rows=rows)

    def rows(self) -> dict[str, int]:
        """Return how many rows each file has."""
        return {name: file.rows for name, file in self._files.items()}

    def has(self, sha256: str) -> bool:
        """Tell whether the bytes of a file are there."""
        return bytes.fromhex(sha256) in self._held

    def attach(self, sha256: str, pieces: Iterator[bytes]) -> None:
        """Take the bytes of a file, piece by piece. Raises ValueError when they are not what was announced."""
        name, total, size = attachment_name(sha256), hashlib.sha256(), 0
        if self._zip is not None:
            out: Any = self._zip.open(name, "w", force_zip64=True)
        else:
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            out = path.open("xb")
        with out:
            for piece in pieces:
                out.write(piece)
                total.update(piece)
                size += len(piece)
        if total.hexdigest() != sha256:
            raise ValueError(sha256)
        self._held.add(bytes.fromhex(sha256))
        self.attachments += 1
        self.attachment_bytes += size

    def finish(self, manifest: Mapping[str, Any]) -> None:
        """Close the files, write the manifest with their counts and sums, and give the export its name."""
        files = {name: self._files[name].close() for name in FILES if name in self._files}
        body = json.dumps(
            {**manifest, "files": files, "attachments": {"count": self.attachments, "bytes": self.attachment_bytes}},
            ensure_ascii=False, indent=1,
        ).encode()  # fmt: skip
        if self._zip is not None:
            for one in files.values():
                self._zip.write(self._folder / one["name"], one["name"])
            self._zip.writestr(MANIFEST, body)
            self._zip.close()
            with self._begun.open("rb+") as file:
                os.fsync(file.fileno())
        else:
            (self._folder / MANIFEST).write_bytes(body)
        os.rename(self._begun, self.place)
        self._whole = True

    def forget(self) -> None:
        """Remove what was written so far: the person does not want it."""
        self.__exit__(None, None, None)
        if self._zipped:
            self._begun.unlink(missing_ok=True)
        else:
            shutil.rmtree(self._begun, ignore_errors=True)


def attachment_name(sha256: str) -> str:
    """Return where the bytes with this sum lie in an export."""
    return f"attachments/{sha256[:2]}/{sha256}"
