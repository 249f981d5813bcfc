"""The list of exports and imports: everything that is on record, one by one, empty, without a connection, and as a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import NOW
from tests.support.fictitious_transfers import TRANSFERS
from tests.support.own_settings import own_settings
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.transfers import TransferKind
from ticketdesk.ui.kit import language, text
from ticketdesk.ui.panes.transfers.dialog import TransfersDialog


@pytest.fixture(autouse=True)
def _moment(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    own_settings(tmp_path)
    monkeypatch.setattr(text, "now", lambda: NOW)
    language.install(qapp, "de")
    yield
    language.install(qapp, "de")


def opened(qtbot: QtBot, *, away: bool = False, empty: bool = False) -> tuple[TransfersDialog, FakeContext]:
    ctx = FakeContext(cases=2)
    ctx.me = replace(ctx.me, person_class=PersonClass.AUDITOR)
    ctx.server.away = away
    ctx.server.transferred = () if empty else TRANSFERS
    made = TransfersDialog(ctx)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    ctx.settle()
    return made, ctx


def row(dialog: TransfersDialog, number: int) -> list[str]:
    items = [dialog.table.item(number, column) for column in range(dialog.table.columnCount())]
    return [item.text() if item is not None else "" for item in items]


def test_who_took_what_and_how_much(qtbot: QtBot) -> None:
    dialog, _ = opened(qtbot)
    assert row(dialog, 0)[1:] == ["Export", "Rita Beispiel", "alles, was dieser Person offenstand", "12", "vollständig"]
    assert row(dialog, 1)[1:] == ["Export", "Klara Musterlotse", "ausgewählte Vorgänge", "1.200", "läuft oder abgerissen"]
    assert row(dialog, 2)[1:] == ["Import", "Adele Vorlage", "alt.csv", "300", "rückgängig gemacht"]
    assert row(dialog, 3)[1] == "Server befüllt"
    assert "je die neuesten 500" in dialog.note.text()
    assert "Arbeitet als: Ersteller" in dialog.details.text() and "Format: CSV" in dialog.details.text()
    dialog.table.selectRow(2)
    shown = dialog.details.text()
    assert "Rückgängig gemacht: von Adele Vorlage am" in shown and "Abgewiesen: 4" in shown
    dialog.table.selectRow(3)
    assert "ab" * 32 in dialog.details.text() and "Altes Büro" in dialog.details.text()


def test_one_kind_alone_and_what_there_is_none_of(qtbot: QtBot) -> None:
    dialog, _ = opened(qtbot)
    dialog.kinds.chosen.emit(TransferKind.IMPORT)
    assert dialog.table.rowCount() == 1 and dialog.save_it.isEnabled()
    dialog, ctx = opened(qtbot, empty=True)
    assert dialog.empty.isVisible() and "noch nichts exportiert oder importiert" in dialog.empty.accessibleName()
    assert not dialog.save_it.isEnabled()
    dialog, ctx = opened(qtbot, away=True)
    assert "Keine Verbindung" in dialog.empty.accessibleName()
    ctx.server.away, ctx.server.transferred = False, TRANSFERS
    dialog.empty.pressed.emit()
    ctx.settle()
    assert dialog.table.rowCount() == 4


def test_the_list_as_a_file_and_in_english(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    dialog, _ = opened(qtbot)
    for ending in (".csv", ".xlsx", ".pdf"):
        dialog.write_to(tmp_path / f"x{ending}")
        qtbot.waitUntil((tmp_path / f"x{ending}").exists)
    lines = (tmp_path / "x.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "Begonnen;Was;Von;Umfang;Vorgänge;Ergebnis"
    assert lines[2].endswith("Klara Musterlotse;ausgewählte Vorgänge;1200;läuft oder abgerissen")
    assert (tmp_path / "x.xlsx").stat().st_size > 1000 and (tmp_path / "x.pdf").stat().st_size > 1000
    language.install(qapp, "en")
    qapp.processEvents()
    assert dialog.windowTitle() == "Exports and imports" and row(dialog, 0)[5] == "complete"
    assert TRANSFERS[0].begun_at > NOW - timedelta(days=30)
