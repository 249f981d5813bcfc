"""The list as a file: all its rows in its order, the columns on the screen, dates as dates."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from ticketdesk.domain.query import View
from ticketdesk.ui.kit import language
from ticketdesk.ui.panes.overview import list_file
from ticketdesk.ui.panes.overview.pane import OverviewPane
from ticketdesk.ui.panes.overview.view import Density, columns_for


@pytest.fixture
def pane(qtbot: QtBot) -> OverviewPane:
    ctx = FakeContext(cases=130)
    made = OverviewPane(ctx)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show_view(View.ALL_OPEN)
    ctx.settle()
    return made


def saved(pane: OverviewPane, path: Path) -> list[str]:
    list_file.write_list(pane, path)
    pane.ctx.settle()  # type: ignore[attr-defined]
    return path.read_text("utf-8-sig").splitlines()


def test_every_row_in_the_order_of_the_list(pane: OverviewPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_file, "PAGE", 7)
    lines = saved(pane, tmp_path / "Liste.csv")
    assert lines[0] == "Priorität;Status;Nummer;Betreff;Ersteller;Zuständig;Frist"
    shown = [pane.model.ticket(key) for key in map(pane.model.key_at, range(pane.model.rowCount()))]  # type: ignore[arg-type]
    numbers = [line.split(";")[2] for line in lines[1:]]
    assert len(shown) > 14 and numbers[: len(shown)] == [one.number for one in shown if one]
    assert "gespeichert" in pane.ctx.told[-1].sentence  # type: ignore[attr-defined]


def test_the_columns_that_are_shown(pane: OverviewPane, tmp_path: Path) -> None:
    pane.set_wide(True)
    pane.set_density(Density.COMPACT)
    view = pane.list.table
    keys = [key for key, _ in list_file.shown_columns(pane)]
    assert "number" in keys and "kind" not in keys and "unread" not in keys
    recorded = next(place for place, column in enumerate(columns_for(pane.ctx.me)) if column.key == "recorded")
    view.head().show_column(recorded, shown=True)
    lines = saved(pane, tmp_path / "Liste.csv")
    assert "Eingang" in lines[0]


def test_more_rows_than_a_file_takes_are_said(pane: OverviewPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_file, "MOST", 5)
    lines = saved(pane, tmp_path / "Liste.csv")
    assert len(lines) == 7 and lines[-1] == "Nur die ersten 5 Zeilen der Liste."


def test_other_kinds_of_files_and_a_folder_that_is_not_there(pane: OverviewPane, qtbot: QtBot, tmp_path: Path) -> None:
    for ending, sign in ((".xlsx", b"PK"), (".pdf", b"%PDF")):
        path = tmp_path / f"Liste{ending}"
        list_file.write_list(pane, path)
        pane.ctx.settle()  # type: ignore[attr-defined]
        qtbot.waitUntil(path.exists)
        assert path.read_bytes().startswith(sign)
    list_file.write_list(pane, tmp_path / "fehlt" / "Liste.xlsx")
    pane.ctx.settle()  # type: ignore[attr-defined]
    assert pane.ctx.told[-1].sentence.startswith("Die Datei ließ sich nicht schreiben")  # type: ignore[attr-defined]


def test_in_english(pane: OverviewPane, tmp_path: Path, qapp: object) -> None:
    language.install(qapp, "en")  # type: ignore[arg-type]
    assert saved(pane, tmp_path / "List.csv")[0].startswith("Priority,Status,Number,Subject")
