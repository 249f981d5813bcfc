"""Fills an empty server with an export: pieces in a fixed order, so that a restore that was broken off goes on where it stopped.

Rows of a case lie in several files, in one order of cases; they are read side by side. The database proves each case's log as it comes in
(sql/current/60_write/exchange/restore.sql).
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar
from uuid import NAMESPACE_OID, UUID, uuid5

from ticketdesk.domain.attachment import Attachment
from ticketdesk.services.attachments import Packed, Stop, Stopped, Told, never
from ticketdesk.services.exchange.export import patient
from ticketdesk.services.exchange.export_read import Export
from ticketdesk.services.exchange.export_source import Filling
from ticketdesk.services.exchange.trouble import Unreadable

T = TypeVar("T")
Row = dict[str, Any]
Batch = dict[str, list[Row]]
Progress = Callable[[int, int], None]

BATCH_CASES = 200
BATCH_LETTERS = 2_000_000
BATCH_ROWS = 2000
_PIECE = 1 << 20

OF_A_CASE = ("log", "entries", "public", "public_entries", "part_entries", "attachments", "pauses", "work_times", "clocks", "dues")
"""Files with rows of one case each, in the order of tickets; the column that names it is ``ticket_id``, for parts ``part_id``."""


class Filled(Protocol):
    """What a restore needs of an administrator's session."""

    def filling(self) -> Filling:
        """Return the way to fill the server."""

    def upload(self, packed: Packed, *, parcel: UUID, place: int, told: Told, stop: Stop) -> Attachment:
        """Bring a file."""


def check(export: Export, *, told: Progress = lambda _done, _of: None, stop: Stop = never) -> None:
    """Tell whether this export can fill a server, row by row, so that it does not turn out half way. ``told``: of how many rows.

    Raises Unreadable (damaged, without the desk's face, parts without their case) or Stopped.
    """
    if not export.count("tickets"):
        raise Unreadable("export_own" if export.count("own_cases") else "export_empty")
    export.prove(stop=stop)
    done, total = 0, sum(export.count(name) for name in export.files)
    known: set[int] = set()
    for name in export.files:
        if name != "tickets" and name not in OF_A_CASE:
            done += sum(1 for _row in export.rows(name))
    for batch in case_batches(export):
        for row in batch["tickets"]:
            if row["parent_id"] is not None and (row["parent_id"] not in known or row["root_id"] not in known):
                raise Unreadable("export_not_closed")
            known.add(row["id"])
        for row in batch.get("attachments", ()):
            export.prove_attachment(str(row["sha256"]), int(row["size"]))
        done += sum(len(rows) for rows in batch.values())
        told(done, total)
        if stop():
            raise Stopped


def restore(
    session: Filled, export: Export, *, told: Progress, stop: Stop = never, sleep: Callable[[float], None] = time.sleep
) -> Mapping[str, Any]:
    """Fill the server with all of an export. Raises Unreadable, BadInput, Forbidden, Away or Stopped; called again it goes on."""
    return _Run(session, export, told=told, stop=stop, sleep=sleep).go()


class _Run:
    """One restore, or the rest of one."""

    def __init__(
        self, session: Filled, export: Export, *, told: Progress, stop: Stop, sleep: Callable[[float], None]
    ) -> None:
        self._session, self._export, self._told, self._stop, self._sleep = session, export, told, stop, sleep
        self._filling = session.filling()
        self._sent: set[str] = set()

    def go(self) -> Mapping[str, Any]:
        export = self._export
        top = max((row["id"] for row in export.rows("people")), default=0)
        here = self._patient(lambda: self._filling.begin(export.sha256, export.office[:200], export.exported_at, top))
        cases, total = 0, export.count("tickets")
        for place, batch in enumerate(self._batches(), start=1):
            cases += len(batch.get("tickets", ()))
            if place > here:
                for row in batch.get("attachments", ()):
                    self._bring(str(row["sha256"]), int(row["size"]))
                self._patient(partial(self._filling.put, place, batch))
            self._told(cases, total)
        answer: Mapping[str, Any] = self._patient(lambda: self._filling.end(total, export.count("log")))
        return answer

    def _batches(self) -> Iterator[Batch]:
        rows = self._export.rows
        set_up = {name: list(rows(name)) for name in ("customer_groups", "groups", "categories", "calendars")}
        yield {
            **{name: [row | {"changed_by": None, "changed_at": None} for row in some] for name, some in set_up.items()},
            "calendar_hours": list(rows("calendar_hours")), "calendar_days": list(rows("calendar_days")),
        }  # fmt: skip
        for some in _cut(rows("people"), BATCH_ROWS):
            yield {"people": some}
        rest = {name: list(rows(name)) for name in ("office", "members", "openings", "commitments", "templates")}
        changed = [{"id": row["id"], "changed_by": row["changed_by"]} for row in rows("people") if row["changed_by"] is not None]
        yield {**set_up, **rest, "changed": changed}
        yield from case_batches(self._export)
        known = {row["id"] for row in rows("tickets")} if self._export.count("links") else set()
        whole = (row for row in rows("links") if row["from_id"] in known and row["to_id"] in known)
        for some in _cut(whole, BATCH_ROWS):
            yield {"links": some}

    def _bring(self, sha256: str, size: int) -> None:
        """Upload a file once; the database takes it along with the case that has it."""
        if sha256 in self._sent:
            return
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / sha256
            with self._export.attachment(sha256) as file, path.open("xb") as out:
                while piece := file.read(_PIECE):
                    out.write(piece)
            if path.stat().st_size != size:
                raise Unreadable("export_damaged", file=sha256)
            packed = Packed(path, sha256, size, bytes.fromhex(sha256))
            parcel = uuid5(NAMESPACE_OID, f"restore {self._export.sha256.hex()} {sha256}")
            self._patient(
                lambda: self._session.upload(packed, parcel=parcel, place=1, told=lambda done, size: None, stop=self._stop)
            )
        self._sent.add(sha256)

    def _patient(self, ask: Callable[[], T]) -> T:
        return patient(ask, stop=self._stop, sleep=self._sleep)


class _Beside:
    """Rows of one file, handed out case by case in the order of the tickets."""

    def __init__(self, name: str, export: Export) -> None:
        self._file, self._rows = export.file_name(name), export.rows(name)
        self._key = "part_id" if name == "part_entries" else "ticket_id"
        self._next: Row | None = next(self._rows, None)

    def of(self, ticket_id: int) -> Iterator[Row]:
        while self._next is not None and self._next[self._key] == ticket_id:
            yield self._next
            self._next = next(self._rows, None)

    def end(self) -> None:
        """Raise Unreadable when a row belongs to no case, or stands in another order."""
        if self._next is not None:
            raise Unreadable("export_order", file=self._file, case=self._next[self._key])


def case_batches(export: Export) -> Iterator[Batch]:
    """Cut the cases of an export into pieces: whole cases with their parts. Raises Unreadable."""
    beside = {name: _Beside(name, export) for name in OF_A_CASE if name in export.files}
    batch: Batch = {}
    letters = tree = 0
    for row in export.rows("tickets"):
        root = row["root_id"] or row["id"]
        if root != tree and batch and (len(batch["tickets"]) >= BATCH_CASES or letters >= BATCH_LETTERS):
            yield batch
            batch, letters = {}, 0
        tree = root
        batch.setdefault("tickets", []).append(row)
        for name, rows in beside.items():
            found = list(rows.of(row["id"]))
            if found:
                batch.setdefault(name, []).extend(found)
            letters += sum(len(one["body"]) + len(json.dumps(one["detail"])) for one in found if "body" in one) + 200 * len(found)
    if batch:
        yield batch
    for rows in beside.values():
        rows.end()


def _cut(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    some: list[Row] = []
    for row in rows:
        some.append(row)
        if len(some) >= size:
            yield some
            some = []
    if some:
        yield some
