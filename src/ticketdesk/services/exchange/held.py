"""A table that was read once and is kept aside, so that its cases come one by one however the file is sorted and however large it is.

Kept in a database of SQLite without a name: it lies in memory while it is small, in a file that only we can open when it is not, and is
gone when it is closed. Everything after the reading works on this copy, so that a file that changes meanwhile changes nothing.
"""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from ticketdesk.services.exchange.dates import Finding, find
from ticketdesk.services.exchange.progress import EVERY, Doing, Stop, Stopped, Told, never, silent
from ticketdesk.services.exchange.source import Open, ReadAs, Record, Stamp, hashed, opened
from ticketdesk.services.exchange.trouble import Unreadable

_WORK = 200_000
"""Steps of SQLite's own machine after which it is asked whether to stop."""


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
        self._sorted = ""
        self._dates: dict[str, Finding] = {}

    def close(self) -> None:
        """Forget everything."""
        self._base.close()

    def records(self, doing: Doing = Doing.READ, *, told: Told = silent, stop: Stop = never) -> Iterator[Record]:
        """Return the records in the order of the file. Raises Stopped."""
        for number, (line, held) in enumerate(self._base.execute("select line, held from record order by place"), 1):
            yield self._record(line, held)
            self._tick(doing, number, told=told, stop=stop)

    def _record(self, line: int, held: str) -> Record:
        values = tuple(json.loads(held))
        return Record(line, values if len(values) == len(self.columns) else None, values)

    def _tick(self, doing: Doing, done: int, *, told: Told, stop: Stop) -> None:
        if done % EVERY == 0:
            told(doing, done, self.lines)
            if stop():
                raise Stopped

    def dates(self, column: str, *, told: Told = silent, stop: Stop = never) -> Finding:
        """Return how a column writes its moments, looked through once. Raises Stopped."""
        if column not in self._dates:
            place = self.columns.index(column)
            records = self.records(Doing.DATES, told=told, stop=stop)
            self._dates[column] = find((record.line, record.values[place]) for record in records if record.values is not None)
        return self._dates[column]

    def cases(self, column: str) -> Iterator[tuple[str, list[Record]]]:
        """Return the records by their number, in the order in which numbers first appear; those without one come as "", one by one."""
        self.sort(column)
        place = self.columns.index(column)
        found = self._base.execute(
            "select s.first, r.line, r.held from sorted as s join record as r on r.place = s.place order by s.first, s.place",
        )
        for _, rows in groupby(found, key=lambda row: int(row[0])):
            records = [self._record(line, held) for _, line, held in rows]
            yield _number(records[0].raw, place), records

    def sort(self, column: str, *, told: Told = silent, stop: Stop = never) -> None:
        """Bring the records of each case together, once for a column. Raises Stopped, or Unreadable when the disk is full."""
        if self._sorted == column:
            return
        place = self.columns.index(column)

        def numbers() -> Iterator[tuple[int, str]]:
            for done, (at, held) in enumerate(self._base.execute("select place, held from record order by place"), 1):
                yield at, _number(json.loads(held), place)
                self._tick(Doing.SORT, done, told=told, stop=stop)

        self._sorted = ""
        # Beside the lines themselves: writing them anew with their number would take their size once more.
        self._base.executescript(
            "drop table if exists numbered; drop table if exists sorted; create table numbered (place integer primary key, number text);"
            " create table sorted (first integer, place integer, primary key (first, place)) without rowid"
        )
        with self._room(stop):
            self._base.executemany("insert into numbered (place, number) values (?, ?)", numbers())
            self._base.execute(
                "insert into sorted select min(place) over (partition by number), place from numbered where number <> ''"
                " union all select place, place from numbered where number = '' order by 1, 2"
            )
            self._base.execute("drop table numbered")
        self._sorted = column

    @contextmanager
    def _room(self, stop: Stop) -> Iterator[None]:
        """Let what SQLite does by itself be stopped too, and say it when there is no room left."""
        self._base.set_progress_handler(stop, _WORK)
        try:
            yield
        except sqlite3.OperationalError as error:
            if stop():
                raise Stopped from None
            raise Unreadable("no_room", file=self.path, why=error) from error
        finally:
            self._base.set_progress_handler(None, 0)

    def keep(self, table: Open, *, told: Told, stop: Stop) -> None:
        """Take all records."""

        def rows() -> Iterator[tuple[int, str]]:
            for record in table.records:
                self.lines += 1
                self.formulas += any(value.startswith("=") for value in record.raw)
                if self.lines % EVERY == 0:
                    told(Doing.READ, self.lines, table.expected(self.lines))
                    if stop():
                        raise Stopped
                yield record.line, json.dumps(record.raw, ensure_ascii=False)

        with self._room(stop):
            self._base.executemany("insert into record (line, held) values (?, ?)", rows())


def _number(values: Sequence[str], place: int) -> str:
    return unicodedata.normalize("NFC", values[place]) if place < len(values) else ""


def hold(
    path: Path, read_as: ReadAs, *, needed: Sequence[str] = (), told: Told = silent, stop: Stop = never
) -> Held:
    """Read a file to its end and keep it aside. Raises Unreadable, also when it changed meanwhile, or Stopped."""
    before = Stamp.of(path)
    held: Held | None = None
    try:
        with opened(path, read_as, needed=needed) as table:
            held = Held(path, read_as, columns=table.columns)
            held.keep(table, told=told, stop=stop)
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
