"""The pages of an export as the database gives them, and the pieces of a restore as it takes them. Every call is short, and may be Away."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from ticketdesk.db.engine import Engine
from ticketdesk.services.exchange.export_format import Format, Scope

PAGE_CASES = 200
PAGE_PEOPLE = 2000
_SCOPES = {Scope.ALL: 1, Scope.CHOSEN: 2}
_FORMATS = {Format.JSON: 1, Format.CSV: 2}


class Lines(NamedTuple):
    """Lines of JSON for one file."""

    file: str
    rows: int
    text: str


class Page(NamedTuple):
    """What one call gave: how many whole cases or persons, the last one's number, and lines for each file."""

    found: int
    last: int
    lines: tuple[Lines, ...]


class Source:
    """Somebody's export, noted by the server from ``begin`` on."""

    def __init__(self, engine: Engine, export_id: UUID, twice: Callable[[Callable[[], Any]], Any]) -> None:
        self._engine, self.export_id, self._twice = engine, export_id, twice

    def begin(self, scope: Scope, kind: Format) -> Mapping[str, Any]:
        """Have the export noted; returns how much there is."""
        ((answer,),) = self._ask("select api.begin_export(%s, %s, %s)", self.export_id, _SCOPES[scope], _FORMATS[kind])
        return dict(answer)

    def end(self) -> None:
        """Have it noted that the export is whole."""
        self._ask("select api.end_export(%s)", self.export_id)

    def cases(self, after: int, ids: Collection[int] | None = None) -> Page:
        """Read the next cases of the desk, or chosen ones with their parts."""
        return self._page("api.export_cases", after, None if ids is None else list(ids))

    def own(self, after: int, ids: Collection[int] | None = None) -> Page:
        """Read the next of one's own reports, or chosen ones."""
        return self._page("api.export_own", after, None if ids is None else list(ids))

    def people(self, after: int, ids: Collection[int] | None = None) -> Page:
        """Read the next persons, or some of them."""
        some = None if ids is None else list(ids)
        return self._made(self._ask("select * from api.export_people(%s, %s, %s, %s)", self.export_id, after, some, PAGE_PEOPLE))

    def office(self) -> tuple[Lines, ...]:
        """Read the office as one knows it."""
        return tuple(Lines(*row) for row in self._ask("select * from api.export_office(%s)", self.export_id) if row[1])

    def pieces(self, attachment: str) -> Iterator[bytes]:
        """Read a file piece by piece."""
        place, chunks = 0, 1
        while place < chunks:
            ((chunks, body),) = self._piece(attachment, place)
            yield bytes(body)
            place += 1

    def _piece(self, attachment: str, place: int) -> list[tuple[Any, ...]]:
        ask, values = "select chunks, body from api.attachment_chunk(%s, %s)", (attachment, place)
        found: list[tuple[Any, ...]] = self._twice(lambda: self._engine.raw_rows(ask, values, binary=True))
        return found

    def _page(self, function: str, after: int, ids: list[int] | None) -> Page:
        return self._made(self._ask(f"select * from {function}(%s, %s, %s, %s)", self.export_id, after, ids, PAGE_CASES))

    def _ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self._twice(lambda: self._engine.raw_rows(statement, values))
        return found

    @staticmethod
    def _made(rows: list[tuple[Any, ...]]) -> Page:
        count, last = next((row[1], row[2]) for row in rows if row[0] == "")
        return Page(count, int(last or 0), tuple(Lines(*row) for row in rows if row[0] and row[1]))


class Filling:
    """An empty server being filled with an export; for administrators."""

    def __init__(self, engine: Engine, twice: Callable[[Callable[[], Any]], Any]) -> None:
        self._engine, self._twice = engine, twice

    def begin(self, manifest: bytes, source: str, exported_at: str, top_person: int) -> int:
        """Begin, or go on; returns how many pieces are there. Raises BadInput when the server is not empty or holds another one."""
        ((answer,),) = self._ask("select api.begin_restore(%s, %s, %s, %s)", manifest, source, exported_at, top_person)
        return int(answer["place"])

    def put(self, place: int, batch: Mapping[str, Any]) -> None:
        """Bring the next piece. Raises BadInput when it is damaged."""
        self._ask("select api.restore_batch(%s, %s::jsonb)", place, json.dumps(batch, ensure_ascii=False))

    def end(self, cases: int, steps: int) -> Mapping[str, Any]:
        """Say that this was all. Raises BadInput when it is not."""
        ((answer,),) = self._ask("select api.end_restore(%s, %s)", cases, steps)
        return dict(answer)

    def _ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = self._twice(lambda: self._engine.raw_rows(statement, values))
        return found
