"""The dialog of an export: what it offers, that it writes what was chosen, how far it is, and what it says when something is in the way."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from ticketdesk.domain.errors import Away
from ticketdesk.domain.query import Listing, View
from ticketdesk.services.exchange.export_format import FILES, Format, Scope
from ticketdesk.services.exchange.export_source import Lines, Page
from ticketdesk.ui.panes.export.dialog import ExportDialog, OnScreen


class FakeSource:
    """An office of two cases; ``asked`` says which were chosen."""

    def __init__(self) -> None:
        self.asked: list[Collection[int] | None] = []
        self.away = False

    def begin(self, scope: Scope, kind: Format) -> Mapping[str, Any]:
        return {"begun_at": "2026-03-02T08:00:00+00:00", "cases": 2, "own": 0, "office": ""}

    def end(self) -> None:
        """Nothing to note."""

    def office(self) -> tuple[Lines, ...]:
        return (self._lines("groups", 1),)

    def people(self, after: int, ids: Collection[int] | None = None) -> Page:
        return Page(0, 0, ())

    def own(self, after: int, ids: Collection[int] | None = None) -> Page:
        return Page(0, 0, ())

    def cases(self, after: int, ids: Collection[int] | None = None) -> Page:
        if self.away:
            raise Away
        if ids is not None:
            self.asked.append(ids)
        return Page(0, 0, ()) if after else Page(2, 10002, (self._lines("tickets", 2),))

    @staticmethod
    def _lines(file: str, rows: int) -> Lines:
        row = {column: [] if column == "participants" else None for column in FILES[file]}
        return Lines(file, rows, "\n".join([json.dumps(row)] * rows))


@pytest.fixture
def source(monkeypatch: pytest.MonkeyPatch) -> FakeSource:
    monkeypatch.setattr("ticketdesk.services.exchange.export.PATIENCE", ())
    return FakeSource()


def opened(qtbot: QtBot, source: FakeSource, place: Path, *, listing: bool = True, code: str = "de") -> tuple[ExportDialog, FakeContext]:
    """Return the dialog over a list and a case."""
    ctx = FakeContext(cases=12, loaded=True, language=code)
    ctx.server.exported = lambda number: source  # type: ignore[attr-defined]  # UUID is of no interest here
    ticket = next(iter(ctx.store.tickets().values()))
    shown = OnScreen(Listing(View.ALL_OPEN), "Alle offenen", ticket) if listing else OnScreen()
    dialog = ExportDialog(ctx, shown)  # type: ignore[arg-type]  # the fake has the same members
    qtbot.addWidget(dialog)
    dialog.path.setText(str(place))
    dialog.show()
    return dialog, ctx


def test_offers_what_is_on_the_screen(qtbot: QtBot, source: FakeSource, tmp_path: Path) -> None:
    dialog, _ = opened(qtbot, source, tmp_path / "a.zip")
    assert dialog.everything.isChecked() and dialog.list_only.text() == "Die &Liste „Alle offenen“" and dialog.case_only.isVisible()
    assert dialog.do.isEnabled() and not dialog.bar.isVisible() and not dialog.said.isVisible()
    assert dialog.path in [label.buddy() for label in dialog.findChildren(QLabel)], "the letter of its label leads there"
    bare, _ = opened(qtbot, source, tmp_path / "a.zip", listing=False)
    assert not bare.list_only.isVisible() and not bare.case_only.isVisible()
    bare.path.setText("  ")
    assert not bare.do.isEnabled()


def test_everything(qtbot: QtBot, source: FakeSource, tmp_path: Path) -> None:
    dialog, ctx = opened(qtbot, source, tmp_path / "alles.zip")
    dialog.begin()
    assert dialog.is_working and not dialog.path.isEnabled() and dialog.bar.isVisible()
    ctx.settle()
    QApplication.processEvents()
    assert (tmp_path / "alles.zip").is_file() and source.asked == []
    assert dialog.said.text().startswith("alles.zip ist vollständig: 2 Vorgänge, 0 Anhänge,") and dialog.show_button.isVisible()
    assert not dialog.do.isVisible() and dialog.close_button.text() == "Schließen"


def test_the_case_alone_as_csv(qtbot: QtBot, source: FakeSource, tmp_path: Path) -> None:
    dialog, ctx = opened(qtbot, source, tmp_path / "einer")
    dialog.case_only.setChecked(True)
    dialog.table.setChecked(True)
    dialog.begin()
    ctx.settle()
    ticket = next(iter(ctx.store.tickets().values()))
    assert source.asked == [[int(ticket.id)]]
    assert (tmp_path / "einer" / "tickets.csv").read_bytes().startswith(b"\xef\xbb\xbfid;kind;")


def test_the_list_with_parts_in_their_case(qtbot: QtBot, source: FakeSource, tmp_path: Path) -> None:
    dialog, ctx = opened(qtbot, source, tmp_path / "liste")
    dialog.list_only.setChecked(True)
    dialog.begin()
    ctx.settle()
    asked = {number for some in source.asked if some is not None for number in some}
    rows = ctx.server.page(Listing(View.ALL_OPEN, limit=1000)).rows
    roots = {int(row.id) for row in rows}
    assert asked == {int(row.id) for row in rows if row.root_id is None or int(row.root_id) not in roots} and len(asked) > 3


def test_what_stands_in_the_way(qtbot: QtBot, source: FakeSource, tmp_path: Path) -> None:
    dialog, ctx = opened(qtbot, source, tmp_path / "gibt" / "es" / "nicht.zip")
    dialog.begin()
    assert not dialog.is_working and "gibt es nicht" in dialog.said.text()
    (tmp_path / "da.zip").write_bytes(b"x")
    for place, away, words in (
        (tmp_path / "da.zip", False, "Unter diesem Namen gibt es schon etwas. Bitte wählen Sie einen anderen."),
        (
            tmp_path / "weg.zip", True,
            "Der Server ist nicht erreichbar. Was bis dahin geschrieben wurde, heißt weg.zip.incomplete und ist nicht vollständig.",
        ),
    ):
        source.away = away
        dialog.path.setText(str(place))
        dialog.begin()
        ctx.settle()
        assert dialog.said.text() == words and dialog.path.isEnabled() and dialog.do.isEnabled()


def test_cancelling(qtbot: QtBot, source: FakeSource, tmp_path: Path) -> None:
    (tmp_path / "hier").mkdir()
    dialog, ctx = opened(qtbot, source, tmp_path / "hier" / "halb.zip")
    dialog.begin()
    dialog.close_button.click()
    assert dialog.isVisible() and dialog.said.text() == "Der Export wird abgebrochen …"
    ctx.settle()
    assert dialog.said.text() == "Der Export wurde abgebrochen; das Angefangene ist gelöscht." and list((tmp_path / "hier").iterdir()) == []
    dialog.close_button.click()
    assert not dialog.isVisible()
