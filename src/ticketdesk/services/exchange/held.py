"""A table that was read once and is kept aside, so that its cases come one by one however the file is sorted and however large it is.

Kept in a database of SQLite without a name: it lies in memory while it is small, in a file that only we can open when it is not, and is
gone when it is closed. Everything after the reading works on this copy, so that a file that changes meanwhile changes nothing.
"""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from ticketdesk.services.exchange.source import ReadAs, Record, Stamp, hashed, opened
from ticketdesk.services.exchange.trouble import Unreadable

Told = Callable[[int], None]
"""Told now and then how many records were read."""
Stop = Callable[[], bool]

EVERY = 2000


class Stopped(Exception):
    """Somebody wished that it end."""


def never() -> bool:
    """Do not stop."""
    return False


class Held:
    """The records of one file. Used on one thread at a time; close it."""

    def __init__(self, path: Path, read_as: ReadAs, *, columns: tuple[str, ...]) -> None:
        self.path, self.read_as, self.columns = path, read_as, columns
        self.lines = self.formulas = self.size = 0
        self.sha256 = ""
        self._base = sqlite3.connect("", check_same_thread=False)
        self._base.execute("pragma journal_mode = off")
        self._base.execute("pragma synchronous = off")
        self._base.execute("create table record (place integer primary key, line integer, held text)")
        self._numbers = ""

    def close(self) -> None:
        """Forget everything."""
        self._base.close()

    def records(self, limit: int = -1) -> Iterator[Record]:
        """Return the records in the order of the file."""
        for line, held in self._base.execute("select line, held from record order by place limit ?", [limit]):
            yield self._record(line, held)

    def _record(self, line: int, held: str) -> Record:
        values = tuple(json.loads(held))
        return Record(line, values if len(values) == len(self.columns) else None, values)

    def values(self, column: str) -> Iterator[tuple[int, str]]:
        """Return one column with the numbers of its lines."""
        place = self.columns.index(column)
        for record in self.records():
            if record.values is not None:
                yield record.line, record.values[place]

    def cases(self, column: str) -> Iterator[tuple[str, list[Record]]]:
        """Return the records by their number, in the order in which numbers first appear; those without one come as "", one by one."""
        self._sort(column)
        found = self._base.execute(
            "select r.number, r.line, r.held from record as r order by r.first, r.place",
        )
        for number, rows in groupby(found, key=lambda row: str(row[0])):
            if number:
                yield number, [self._record(line, held) for _, line, held in rows]
            else:
                for _, line, held in rows:
                    yield "", [self._record(line, held)]

    def _sort(self, column: str) -> None:
        """Bring the records of each case together, once for a column."""
        if self._numbers == column:
            return
        place = self.columns.index(column)

        def number(held: str) -> str:
            values = json.loads(held)
            return unicodedata.normalize("NFC", values[place]) if place < len(values) else ""

        self._base.create_function("number_of", 1, number, deterministic=True)
        self._base.executescript("drop table if exists sorted; drop index if exists record_first;")
        if not self._numbers:
            self._base.execute("alter table record add column number text")
            self._base.execute("alter table record add column first integer")
        self._base.execute("update record set number = number_of(held)")
        self._base.execute("create temp table sorted as select number, min(place) as first from record group by number")
        self._base.execute("create index temp.sorted_number on sorted (number)")
        self._base.execute("update record set first = (select s.first from sorted as s where s.number = record.number)")
        self._base.execute("drop table sorted")
        self._base.execute("create index record_first on record (first, place)")
        self._numbers = column

    def keep(self, records: Iterator[Record], *, told: Told, stop: Stop) -> None:
        """Take all records."""

        def rows() -> Iterator[tuple[int, str]]:
            for record in records:
                self.lines += 1
                self.formulas += any(value.startswith("=") for value in record.raw)
                if self.lines % EVERY == 0:
                    told(self.lines)
                    if stop():
                        raise Stopped
                yield record.line, json.dumps(record.raw, ensure_ascii=False)

        self._base.executemany("insert into record (line, held) values (?, ?)", rows())


def hold(
    path: Path, read_as: ReadAs, *, needed: Sequence[str] = (), told: Told = lambda _count: None, stop: Stop = never
) -> Held:
    """Read a file to its end and keep it aside. Raises Unreadable, also when it changed meanwhile, or Stopped."""
    before = Stamp.of(path)
    held: Held | None = None
    try:
        with opened(path, read_as, needed=needed) as table:
            held = Held(path, read_as, columns=table.columns)
            held.keep(table.records, told=told, stop=stop)
        # Read again for its fingerprint: what stands there now must be what was read.
        held.sha256, held.size = hashed(path), before.size
        if Stamp.of(path) != before:
            raise Unreadable("changed", file=path)
        if not held.lines:
            raise Unreadable("only_header", file=path)
    except BaseException:
        if held is not None:
            held.close()
        raise
    return held
