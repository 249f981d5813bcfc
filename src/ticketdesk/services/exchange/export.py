"""Exports what somebody may see: page after page into a target, in memory that does not grow with the office.

One page is one moment: a case and its parts are as they were together. Two pages may be minutes apart; a snapshot over the whole would keep
the database from clearing away for as long as the slowest reader takes, and would end with the server's patience.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar
from uuid import UUID, uuid4

from ticketdesk import __version__
from ticketdesk.domain.errors import Away, Busy, NotFound
from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.people import STAFF, Me, PersonClass
from ticketdesk.services.attachments import Stop, Stopped
from ticketdesk.services.exchange.export_format import CHOSEN_FILES, NAME, VERSION, Format, Scope
from ticketdesk.services.exchange.export_source import Lines, Page, Source
from ticketdesk.services.exchange.export_target import Target

T = TypeVar("T")

CHOSEN_AT_ONCE = 50
PATIENCE = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds between attempts while the server is away; the page is asked for again."""

_FILES = {"attachments": "sha256", "own_attachments": "sha256"}
_PERSONS = {
    "tickets": ("requester_id", "recorded_by", "coordinator_id", "handler_id", "commissioned_by"), "log": ("actor_id", "on_behalf_id"),
    "own_cases": ("requester_id",), "work_times": ("person_id",), "links": ("made_by",), "given_along": ("actor_id",),
}  # fmt: skip
"""Columns that name persons; of chosen cases these persons go along and nobody else."""


class Exporting(Protocol):
    """What an export needs of a session."""

    me: Me

    def exported(self, export_id: UUID) -> Source:
        """Return the pages of an export."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported, and where to."""

    place: Path
    kind: Format = Format.JSON
    chosen: frozenset[TicketKey] | None = None
    """None: all that one may see."""


@dataclass(slots=True)
class Done:
    """What was exported."""

    place: Path
    cases: int = 0
    attachments: int = 0
    size: int = 0
    rows: dict[str, int] = field(default_factory=dict)


Told = Callable[[int, int], None]
"""Called with the cases done and the cases in all."""


def export(
    session: Exporting, wish: Wish, *, told: Told, stop: Callable[[], bool], sleep: Callable[[float], None] = time.sleep
) -> Done:
    """Carry an export out. Raises Taken, Stopped (nothing is left), Away, Refused or OSError (what is there says that it is incomplete)."""
    with Target(wish.place, wish.kind) as target:
        try:
            return _Run(session, wish, target, told=told, stop=stop, sleep=sleep).go()
        except Stopped:
            target.forget()
            raise


class _Run:
    """One export from beginning to end."""

    def __init__(
        self, session: Exporting, wish: Wish, target: Target, *, told: Told, stop: Callable[[], bool], sleep: Callable[[float], None]
    ) -> None:
        self._me, self._wish, self._target = session.me, wish, target
        self._told, self._stop, self._sleep = told, stop, sleep
        self._source = session.exported(uuid4())
        self._persons: set[int] = set()
        self._links: set[int] = set()
        self._cases = self._all = 0

    def go(self) -> Done:
        """Export, and write the manifest last."""
        chosen = self._wish.chosen
        scope = Scope.ALL if chosen is None else Scope.CHOSEN
        begun = self._patient(lambda: self._source.begin(scope, self._wish.kind))
        self._all = begun["cases"] + begun["own"] if chosen is None else len(chosen)
        self._told(0, self._all)
        if chosen is None:
            self._everything()
        else:
            self._chosen(chosen)
        self._patient(self._source.end)
        self._target.finish(self._manifest(begun, scope))
        rows = self._target.rows()
        size = self._wish.place.stat().st_size if self._wish.place.is_file() else _weight(self._wish.place)
        return Done(self._wish.place, rows.get("tickets", 0) + rows.get("own_cases", 0), self._target.attachments, size, rows)

    def _manifest(self, begun: Any, scope: Scope) -> dict[str, Any]:
        return {
            "format": NAME, "version": VERSION, "rows": self._wish.kind.value, "scope": scope.value, "exported_at": begun["begun_at"],
            "program": __version__, "office": begun["office"],
            "person": {"id": int(self._me.id), "name": self._me.name, "class": self._me.person_class.name.lower()},
        }  # fmt: skip

    def _everything(self) -> None:
        for lines in self._patient(self._source.office):
            self._target.add(lines.file, lines.text, lines.rows)
        self._pages(self._source.people, counted=False)
        if self._me.person_class in STAFF or self._me.person_class is PersonClass.AUDITOR:
            self._pages(self._source.cases)
        self._pages(self._source.own)

    def _chosen(self, chosen: Collection[TicketKey]) -> None:
        for lines in self._patient(self._source.office):
            if lines.file in CHOSEN_FILES:
                self._target.add(lines.file, lines.text, lines.rows)
        for own in (False, True):
            ids = sorted(int(key.id) for key in chosen if key.own is own)
            for some in _cut(ids):
                read = self._source.own if own else self._source.cases
                self._take(self._patient(partial(read, 0, some)))
                self._count(len(some))
        if self._persons:
            for some in _cut(sorted(self._persons), 1000):
                self._take(self._patient(partial(self._source.people, 0, some)))

    def _pages(self, read: Callable[[int], Page], *, counted: bool = True) -> None:
        # While one page is written the server makes the next.
        with ThreadPoolExecutor(1, thread_name_prefix="export") as ahead:
            page: Page = self._patient(partial(read, 0))
            while page.found:
                following = ahead.submit(self._patient, partial(read, page.last))
                self._take(page)
                if counted:
                    self._count(sum(lines.rows for lines in page.lines if lines.file in ("tickets", "own_cases")))
                page = following.result()

    def _count(self, more: int) -> None:
        self._cases += more
        # Cases that came to one's eyes meanwhile are exported too.
        self._all = max(self._all, self._cases)
        self._told(self._cases, self._all)

    def _take(self, page: Page) -> None:
        for lines in page.lines:
            text = lines
            if self._wish.chosen is not None:
                text = self._of_chosen(lines)
            if text.rows:
                self._target.add(text.file, text.text, text.rows)
            if lines.file in _FILES:
                self._fetch(lines.text)
            if lines.file == "given_along":
                for row in _rows(lines.text):
                    self._fetch("\n".join(json.dumps(file) for file in row["files"]))

    def _of_chosen(self, lines: Lines) -> Lines:
        """Note which persons chosen cases name, and let each link through once."""
        for row in _rows(lines.text) if lines.file in _PERSONS else ():
            self._persons |= {row[name] for name in _PERSONS[lines.file] if row[name] is not None}
            self._persons |= set(row.get("participants", ()))
        if lines.file == "links":
            fresh = [line for line in lines.text.split("\n") if json.loads(line)["id"] not in self._links]
            self._links |= {json.loads(line)["id"] for line in fresh}
            return Lines("links", len(fresh), "\n".join(fresh))
        return lines

    def _fetch(self, text: str) -> None:
        for row in _rows(text):
            if self._target.has(row["sha256"]):
                continue
            try:
                self._target.attach(row["sha256"], self._pieces(row["id"]))
            except NotFound:
                raise Away from None

    def _pieces(self, attachment: str) -> Iterator[bytes]:
        for piece in self._source.pieces(attachment):
            self._heed()
            yield piece

    def _heed(self) -> None:
        if self._stop():
            raise Stopped

    def _patient(self, ask: Callable[[], T]) -> T:
        return patient(ask, stop=self._stop, sleep=self._sleep)


def patient(ask: Callable[[], T], *, stop: Stop, sleep: Callable[[float], None]) -> T:
    """Return the answer, asked for again while the server is away or busy.

    Raises Stopped when told to stop, and Away or Busy when patience has ended.
    """
    pauses = iter(PATIENCE)
    while True:
        if stop():
            raise Stopped
        try:
            return ask()
        except (Away, Busy):
            pause = next(pauses, None)
            if pause is None:
                raise
            sleep(pause)


def _rows(text: str) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in text.split("\n") if line)


def _cut(ids: list[int], size: int = CHOSEN_AT_ONCE) -> Iterable[list[int]]:
    return (ids[n : n + size] for n in range(0, len(ids), size))


def _weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
