"""Reads a table from a CSV file, or from the one inside a zip: bytes, characters, columns. What the values mean is not known here."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from ticketdesk.services.exchange.trouble import Unreadable

LIMIT_BYTES = 512 * 1024 * 1024
"""A table larger than that, also inside a zip, is refused instead of filling the memory."""

_DELIMITERS = {",": ",", ";": ";", "\t": "Tab", "|": "|"}


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the table with the number of its first line; ``values`` is None where the count of columns does not fit."""

    line: int
    values: tuple[str, ...] | None
    raw: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the records below it."""

    columns: tuple[str, ...]
    records: tuple[Record, ...]


def read_table(path: Path, *, needed: Sequence[str], member: str, encoding: str, delimiter: str) -> Table:
    """Read a whole table. Raises Unreadable with what is wrong with the file as such."""
    text = _decoded(_bytes_of(path, member), encoding, path)
    rows = _rows(text, delimiter, path)
    try:
        _, header = next(rows)
    except StopIteration:
        raise Unreadable("empty", file=path) from None
    columns = tuple(name.strip() for name in header)
    _check_header(columns, text, needed, delimiter=delimiter, path=path)
    return Table(columns, tuple(_records(rows, len(columns))))


def _bytes_of(path: Path, member: str) -> bytes:
    try:
        with path.open("rb") as file:
            if file.read(4) == b"PK\x03\x04":
                return _bytes_in_zip(path, member)
        if path.stat().st_size > LIMIT_BYTES:
            raise Unreadable("too_large", file=path, limit=LIMIT_BYTES // 1024**2)
        return path.read_bytes()
    except OSError as error:
        raise Unreadable("no_file", file=path, why=error.strerror or "") from error


def _bytes_in_zip(path: Path, member: str) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            found = [
                info for info in archive.infolist()
                if fnmatch(info.filename.lower(), member.lower()) and not info.filename.startswith("__MACOSX/") and not info.is_dir()
            ]  # fmt: skip
            if len(found) != 1:
                names = ", ".join(sorted(info.filename for info in found))
                raise Unreadable("zip_members", file=path, member=member, count=len(found), names=names)
            if found[0].flag_bits & 1:
                raise Unreadable("zip_encrypted", file=path)
            with archive.open(found[0]) as inside:
                # The size that the zip claims may be a lie, so what comes out is counted.
                held = inside.read(LIMIT_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise Unreadable("zip_damaged", file=path) from error
    if len(held) > LIMIT_BYTES:
        raise Unreadable("too_large", file=path, limit=LIMIT_BYTES // 1024**2)
    return held


def _decoded(held: bytes, encoding: str, path: Path) -> str:
    try:
        return held.decode(encoding)
    except LookupError as error:
        raise Unreadable("no_encoding", encoding=encoding) from error
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = held.count(b"\n", 0, start) + 1
        raise Unreadable("wrong_encoding", file=path, line=line, byte=f"{held[start]:02X}", encoding=encoding) from error


def _rows(text: str, delimiter: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    reader, line = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unreadable("csv_broken", file=path, line=line, why=error) from error
        if row:
            yield line, row
        line = reader.line_num + 1


def _check_header(columns: tuple[str, ...], text: str, needed: Sequence[str], *, delimiter: str, path: Path) -> None:
    missing = [name for name in needed if name not in columns]
    if missing:
        first = text.splitlines()[0] if text else ""
        for other in _DELIMITERS:
            if other != delimiter and set(needed) <= {name.strip().strip('"') for name in first.split(other)}:
                raise Unreadable("wrong_delimiter", file=path, found=_DELIMITERS[other], expected=_DELIMITERS.get(delimiter, delimiter))
        raise Unreadable("missing_columns", file=path, missing=", ".join(missing), count=len(missing))
    twice = sorted({name for name in needed if columns.count(name) > 1})
    if twice:
        raise Unreadable("columns_twice", file=path, names=", ".join(twice))


def _records(rows: Iterator[tuple[int, list[str]]], width: int) -> Iterator[Record]:
    for line, row in rows:
        values = tuple(value.strip() for value in row)
        yield Record(line, values if len(values) == width else None, values)
