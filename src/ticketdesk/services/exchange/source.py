"""Reads a table from CSV, TSV or XLSX, alone or inside a zip: bytes, characters, columns, one record after another. What the values mean
is not known here, and no more than a piece of the file is ever in memory.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import IO

from ticketdesk.services.exchange.sheet import is_workbook, sheet_rows
from ticketdesk.services.exchange.trouble import Unreadable

LIMIT_BYTES = 8 * 1024**3
"""A table larger than that when unpacked is refused."""
LIMIT_TIMES, HARMLESS_BYTES = 300, 128 * 1024**2
"""What unpacks to more than so many times its size, and is not small, was made to do harm."""
BOOKS = (".xlsx", ".xlsm")
TABLES = (".csv", ".tsv", ".tab", ".txt", *BOOKS)

DELIMITERS = {",": ",", ";": ";", "\t": "Tab", "|": "|"}
"""Characters that separate columns, as they are called."""


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How a file is read."""

    encoding: str = "utf-8-sig"
    delimiter: str = ","
    member: str = ""
    """Which file inside a zip, as a pattern; "" the only table in it."""
    sheet: str = ""
    """Which sheet of a workbook; "" the first."""


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


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file was when it was opened: if it is another one at the end, nobody knows what was read."""

    size: int
    changed_ns: int

    @classmethod
    def of(cls, path: Path) -> Stamp:
        """Look at a file now. Raises Unreadable."""
        try:
            held = path.stat()
        except OSError as error:
            raise Unreadable("no_file", file=path, why=error.strerror or "") from error
        return cls(held.st_size, held.st_mtime_ns)


class Open:
    """A table that is being read: its columns, then its records, once."""

    def __init__(self, columns: tuple[str, ...], records: Iterator[Record], share: Callable[[], float] = lambda: 0.0) -> None:
        self.columns = columns
        self.records = records
        self._share = share

    def expected(self, lines: int) -> int:
        """Return about how many lines there are when so many were read; 0: nobody knows."""
        share = self._share()
        if not share:
            return 0
        whole = round(lines / share)
        return max(lines, round(whole, 2 - len(str(whole))))


@contextmanager
def opened(path: Path, read_as: ReadAs, *, needed: Sequence[str] = ()) -> Iterator[Open]:
    """Open a table and read its header. Raises Unreadable with what is wrong with the file as such, also while records are read."""
    try:
        with binary(path, read_as.member) as (file, name):
            book = name.lower().endswith(BOOKS)
            rows = sheet_rows(file, read_as.sheet, path) if book else _csv_rows(file, read_as, path)
            size = path.stat().st_size
            plain = isinstance(file, io.BufferedReader) and not book and size > 0
            yield _open(rows, read_as, needed=needed, path=path, share=lambda: file.tell() / size if plain else 0.0)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise Unreadable("zip_damaged", file=path) from error
    except UnicodeError as error:
        raise _wrong_encoding(path, read_as, error) from error
    except OSError as error:
        raise Unreadable("no_file", file=path, why=error.strerror or "") from error


def read_table(path: Path, *, needed: Sequence[str], member: str, encoding: str, delimiter: str) -> Table:
    """Read a whole table into memory; for files whose size one knows. Raises Unreadable."""
    with opened(path, ReadAs(encoding, delimiter, member), needed=needed) as table:
        return Table(table.columns, tuple(table.records))


def _open(rows: Iterator[tuple[int, list[str]]], read_as: ReadAs, *, needed: Sequence[str], path: Path, share: Callable[[], float]) -> Open:
    try:
        _, header = next(rows)
    except StopIteration:
        raise Unreadable("empty", file=path) from None
    columns = tuple(name.strip() for name in header)
    _check_header(columns, needed, delimiter=read_as.delimiter, path=path)
    return Open(columns, _records(rows, len(columns)), share)


# Bytes.


@contextmanager
def binary(path: Path, member: str) -> Iterator[tuple[IO[bytes], str]]:
    """Open the bytes of a table, those of a zip's member if it is one, with the name that says what they are."""
    with path.open("rb") as file:
        if file.read(4) != b"PK\x03\x04":
            file.seek(0)
            yield file, path.name if path.suffix.lower() in (".csv", ".tsv") else "table.csv"
            return
    with zipfile.ZipFile(path) as archive:
        if is_workbook(archive):
            with path.open("rb") as file:
                check_size(archive.infolist(), path)
                yield file, "workbook.xlsx"
            return
        info = _only(archive, member, path)
        check_size([info], path)
        # A member yields no more bytes than its size says, so that what was checked holds.
        with archive.open(info) as inside:
            if info.filename.lower().endswith(BOOKS):
                yield io.BytesIO(inside.read(HARMLESS_BYTES)), info.filename
            else:
                yield inside, info.filename


def members(path: Path) -> tuple[str, ...]:
    """Return the tables inside a zip, none if it is no zip or a workbook. Raises Unreadable."""
    try:
        with zipfile.ZipFile(path) as archive:
            return () if is_workbook(archive) else tuple(info.filename for info in _tables(archive, ""))
    except zipfile.BadZipFile:
        with path.open("rb") as file:
            if file.read(4) == b"PK\x03\x04":
                raise Unreadable("zip_damaged", file=path) from None
        return ()


def _tables(archive: zipfile.ZipFile, member: str) -> list[zipfile.ZipInfo]:
    def wanted(name: str) -> bool:
        return fnmatch(name.lower(), member.lower()) or name == member if member else name.lower().endswith(TABLES)

    return [
        info for info in archive.infolist()
        if not info.is_dir() and not info.filename.startswith("__MACOSX/") and wanted(info.filename)
    ]  # fmt: skip


def _only(archive: zipfile.ZipFile, member: str, path: Path) -> zipfile.ZipInfo:
    found = _tables(archive, member)
    if len(found) != 1:
        names = ", ".join(sorted(info.filename for info in found))
        raise Unreadable("zip_members", file=path, member=member or "*.csv", count=len(found), names=names)
    if found[0].flag_bits & 1:
        raise Unreadable("zip_encrypted", file=path)
    return found[0]


def check_size(infos: Sequence[zipfile.ZipInfo], path: Path) -> None:
    """Refuse what would unpack to more than a file of this kind can honestly hold. Raises Unreadable."""
    size, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if size > LIMIT_BYTES:
        raise Unreadable("too_large", file=path, limit=LIMIT_BYTES // 1024**2)
    if size > HARMLESS_BYTES and size > LIMIT_TIMES * max(packed, 1):
        raise Unreadable("zip_bomb", file=path, times=size // max(packed, 1))


def hashed(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# Characters and columns.


def _csv_rows(file: IO[bytes], read_as: ReadAs, path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        text = io.TextIOWrapper(file, encoding=read_as.encoding, newline="")
    except LookupError as error:
        raise Unreadable("no_encoding", encoding=read_as.encoding) from error
    reader, line = csv.reader(text, delimiter=read_as.delimiter, strict=True), 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            text.detach()
            return
        except csv.Error as error:
            # A quotation mark that nobody closes swallows the rest of the file, up to the longest value there is.
            if "end of data" in str(error) or "field larger" in str(error):
                raise Unreadable("csv_open_quote", file=path, line=line) from error
            raise Unreadable("csv_broken", file=path, line=line, why=error) from error
        if row:
            yield line, row
        line = reader.line_num + 1


def _wrong_encoding(path: Path, read_as: ReadAs, error: UnicodeError) -> Unreadable:
    """Find the line with the first byte that does not belong: the decoder only knows its place in a piece of the file."""
    line, byte, rest = 1, "", b""
    try:
        with binary(path, read_as.member) as (file, _):
            while piece := file.read(1 << 20):
                piece = rest + piece
                cut = piece.rfind(b"\n") + 1
                rest = piece[cut:]
                piece[:cut].decode(read_as.encoding)
                line += piece.count(b"\n", 0, cut)
            rest.decode(read_as.encoding)
    except UnicodeDecodeError as found:
        line += found.object.count(b"\n", 0, found.start)
        byte = f"{found.object[found.start]:02X}"
    except UnicodeError:
        byte = ""
    return Unreadable("wrong_encoding", file=path, line=line, byte=byte or str(error)[:40], encoding=read_as.encoding)


def _check_header(columns: tuple[str, ...], needed: Sequence[str], *, delimiter: str, path: Path) -> None:
    missing = [name for name in needed if name not in columns]
    if missing:
        first = delimiter.join(columns)
        for other in DELIMITERS:
            if other != delimiter and set(needed) <= {name.strip().strip('"') for name in first.split(other)}:
                raise Unreadable("wrong_delimiter", file=path, found=DELIMITERS[other], expected=DELIMITERS.get(delimiter, delimiter))
        raise Unreadable("missing_columns", file=path, missing=", ".join(missing), count=len(missing))
    twice = sorted({name for name in needed if columns.count(name) > 1})
    if twice:
        raise Unreadable("columns_twice", file=path, names=", ".join(twice))


def _records(rows: Iterator[tuple[int, list[str]]], width: int) -> Iterator[Record]:
    for line, row in rows:
        values = tuple(map(str.strip, row))
        yield Record(line, values if len(values) == width else None, values)
