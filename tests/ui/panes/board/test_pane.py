"""The dashboard on the screen: what it says, what opens, when it reads again, and what it says when it cannot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support import fictitious_board
from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, FACILITY, NOW, ticket
from ticketdesk.domain.board import Behind, By, Figure
from ticketdesk.domain.ids import TicketKey
from ticketdesk.ui.kit.charts.figures import Place
from ticketdesk.ui.kit.paper_window import PaperWindow
from ticketdesk.ui.panes.board.cases import CasesTable
from ticketdesk.ui.panes.board.choice import STRETCHES, DaysDialog
from ticketdesk.ui.panes.board.pane import BoardPane
from ticketdesk.ui.panes.board.words import share_of

MakePane = Callable[[], tuple[FakeContext, BoardPane]]


@pytest.fixture
def shown(qtbot: Any) -> MakePane:
    """Make a pane that is on the screen and has read."""

    def make() -> tuple[FakeContext, BoardPane]:
        ctx = FakeContext(COORDINATOR, loaded=True)
        pane = BoardPane(ctx)  # type: ignore[arg-type]  # the fake has the six members
        qtbot.addWidget(pane)
        pane.resize(1300, 900)
        pane.show()
        ctx.settle()
        return ctx, pane

    return make


def asked(ctx: FakeContext) -> int:
    return ctx.server.asked.count("board")


def test_tiles_say_figure_and_meaning_and_when_they_were_counted(shown: MakePane) -> None:
    _, pane = shown()
    said = [(tile.title.text(), tile.figure.text(), tile.meaning.text()) for tile in pane.tiles]
    assert said[:2] == [("Offen", "109", "davon 31 von heute"), ("Überfällig", "10", "9,2 % der offenen")]
    assert said[2] == ("Heute fällig", "4", "17 diese Woche")
    assert said[4] == ("Bis zur Antwort, Median", "6 h 40", "Arbeitszeit; 19 h 05 nach der Uhr")
    assert pane.tiles[1].figure.accessibleName() == "Überfällig: 10"
    assert pane.standing.text() == "Stand 14:03:00, dieselben Zahlen wie in den Listen"


def test_a_share_never_claims_all_or_none() -> None:
    assert [share_of(*one) for one in ((0, 0), (0, 9), (9, 9), (9999, 10000), (1, 100_000))] == ["–", "0,0 %", "100,0 %", "99,9 %", "0,1 %"]


@pytest.mark.parametrize(
    ("tile", "part", "behind"),
    [
        (0, "figure", Behind(Figure.OPEN)), (1, "figure", Behind(Figure.OVERDUE)), (2, "figure", Behind(Figure.DUE_TODAY)),
        (2, "meaning", Behind(Figure.DUE_WEEK)), (3, "figure", Behind(Figure.PROMISED, second=1)),
        (3, "meaning", Behind(Figure.PROMISED, second=0)), (5, "figure", Behind(Figure.REOPENED)), (5, "meaning", Behind(Figure.FINISHED)),
    ],
)  # fmt: skip
def test_both_numbers_of_a_tile_open_their_list_with_the_keys(shown: MakePane, tile: int, part: str, behind: Behind) -> None:
    ctx, pane = shown()
    QTest.keyClick(getattr(pane.tiles[tile], part), Qt.Key.Key_Return)
    ctx.settle()
    assert pane.stack.currentWidget() is pane.cases
    assert ctx.server.asked[-1] == f"board_cases {behind.figure}"


def test_a_list_shows_its_cases_opens_them_and_leads_back(shown: MakePane) -> None:
    ctx, pane = shown()
    pane.tiles[1].figure.click()
    ctx.settle()
    cases = pane.cases
    assert cases.title.text() == "Überfällig" and cases.count.text() == "10 Tickets" and not cases.choice.isVisible()
    assert cases.shown() > 20
    number = cases.table.item(3, 0)
    assert number is not None
    cases.table.setCurrentCell(3, 0)
    QTest.keyClick(cases.table, Qt.Key.Key_Return)
    assert ctx.went == [TicketKey(int(number.text().removeprefix("T-")))]  # type: ignore[arg-type]  # an id by its value
    before = asked(ctx)
    QTest.keyClick(cases, Qt.Key.Key_Escape)
    ctx.settle()
    assert pane.stack.currentWidget() is not cases and asked(ctx) == before + 1


def test_of_promises_the_list_says_which_one(shown: MakePane) -> None:
    ctx, pane = shown()
    pane.tiles[1].figure.click()
    ctx.settle()
    assert pane.cases.table.isColumnHidden(5)
    pane.tiles[3].meaning.click()
    ctx.settle()
    table = pane.cases.table
    assert not table.isColumnHidden(5) and table.horizontalHeaderItem(5).text() == "Zusage"
    assert {table.item(row, 5).text() for row in range(table.rowCount())} == {"Erste Reaktion", "Nächste Nachricht", "Lösung"}
    some = next(row for row in ctx.server.rows.values() if not row.own and row.requester_name and row.requester_company)
    assert f"{some.requester_name}, {some.requester_company}" in {table.item(row, 4).text() for row in range(table.rowCount())}


def test_in_a_small_window_the_list_keeps_its_moments_and_subjects(qtbot: Any) -> None:
    table = CasesTable()
    qtbot.addWidget(table)
    table.show()
    table.set_columns(list("abcdefg"), promises=True)
    letter, seen = table.fontMetrics().horizontalAdvance("n"), []
    for letters in range(150, 90, -5):
        table.resize(letter * letters, 700)
        hidden = [column for column in range(7) if table.isColumnHidden(column)]
        if hidden not in seen:
            seen.append(hidden)
        assert table.horizontalHeader().length() <= table.viewport().width()
    assert seen == [[], [4], [3, 4]], "who reported it goes first, then the group"


def test_a_long_list_comes_page_by_page(shown: MakePane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ticketdesk.ui.panes.board.cases.PAGE", 12)
    ctx, pane = shown()
    pane.tiles[0].figure.click()
    ctx.settle()
    first = pane.cases.shown()
    bar = pane.cases.table.verticalScrollBar()
    for _ in range(9):
        bar.setValue(bar.maximum())
        pane.cases._scrolled()
        ctx.settle()
    assert first == 12 and pane.cases.shown() == sum(1 for row in ctx.server.rows.values() if not row.own)


def test_each_card_opens_what_its_figure_counts(shown: MakePane) -> None:
    ctx, pane = shown()
    pane.states.view.open_place(Place(0, 4))
    assert (pane.cases.title.text(), pane.cases.count.text()) == ("In Bearbeitung", "38 Tickets")
    pane.show_board()
    pane.hand_overs.view.open_place(Place(2, 1))
    assert (pane.cases.title.text(), pane.cases.count.text()) == ("Haustechnik → IT-Service", "7 Übergaben")
    pane.show_board()
    pane.promises.whole.click()
    assert (pane.cases.title.text(), pane.cases.count.text()) == ("Verfehlte Zusagen", "8 Zusagen")
    assert pane.cases.choice.text() == "27.10.2026 – 23.11.2026"
    ctx.settle()


def test_a_card_turns_into_a_table_and_back(shown: MakePane) -> None:
    _, pane = shown()
    card = pane.throughput
    card.as_table.click()
    assert card.stack.currentWidget() is card.table and card.as_table.accessibleName() == "Als Diagramm zeigen"
    heads = [item.text() for n in range(4) if (item := card.table.horizontalHeaderItem(n))]
    assert heads == ["Tag", "offen", "neu", "erledigt"]
    card.as_table.click()
    assert card.stack.currentWidget() is card.view


def test_what_changes_is_read_again_once_and_later_still_if_it_was_not_counted_yet(shown: MakePane, qtbot: Any) -> None:
    ctx, pane = shown()
    before = asked(ctx)
    for number in range(5):
        ctx.put(ticket(30000 + number, updated_at=NOW))
    ctx.settle()
    assert asked(ctx) == before and pane._soon.isActive()
    ctx.server.figures = lambda view: fictitious_board.board(view, behind=asked(ctx) < before + 2)
    qtbot.waitUntil(lambda: asked(ctx) >= before + 2, timeout=5000)
    ctx.settle()
    assert asked(ctx) == before + 2 and not pane._soon.isActive()


def test_while_everything_is_counted_anew_it_says_so_and_asks_less_often(shown: MakePane) -> None:
    ctx, pane = shown()
    ctx.server.figures = lambda view: fictitious_board.board(view, behind=True, counting=True)
    pane.read()
    ctx.settle()
    assert pane.standing.text() == "Wird neu gezählt; bis dahin die bisherigen Zahlen"
    assert pane._soon.isActive() and pane._soon.interval() == 5000
    ctx.server.figures = lambda view: fictitious_board.board(view)
    pane.read()
    ctx.settle()
    assert pane.standing.text().startswith("Stand ") and not pane._soon.isActive()


def test_who_does_not_look_is_not_asked_for(shown: MakePane) -> None:
    ctx, pane = shown()
    pane.hide()
    before = asked(ctx)
    ctx.put(ticket(30000, updated_at=NOW))
    ctx.settle()
    assert not pane._soon.isActive() and not pane._minute.isActive()
    pane.show()
    ctx.settle()
    assert asked(ctx) == before + 1


def test_without_a_server_the_figures_stay_and_say_so(shown: MakePane) -> None:
    ctx, pane = shown()
    ctx.server.away = True
    pane.read()
    ctx.settle()
    assert pane.standing.text() == "Keine Verbindung; Zahlen von vorhin" and pane.tiles[0].figure.text() == "109"
    pane.tiles[0].figure.click()
    ctx.settle()
    assert pane.cases.problem.isVisible() and pane.cases.shown() == 0


def test_of_a_small_group_there_is_nothing_about_its_work(shown: MakePane) -> None:
    ctx, pane = shown()
    ctx.server.figures = lambda view: fictitious_board.board(view, small=frozenset({FACILITY}))
    pane.choice.group.setCurrentIndex(pane.choice.group.findData(int(FACILITY)))
    pane.choice.group.activated.emit(pane.choice.group.currentIndex())
    ctx.settle()
    for card in (pane.throughput, pane.promises, pane.durations):
        assert card.stack.currentWidget() is card.nothing and "Einzelne" in card.nothing.text() and not card.whole.isVisible()
    assert [tile.figure.isEnabled() for tile in pane.tiles] == [True, True, True, False, False, False]
    assert pane.groups.stack.currentWidget() is pane.groups.view


def test_an_empty_office_says_so_in_every_card(shown: MakePane) -> None:
    ctx, pane = shown()

    def nothing(view: Any) -> Any:
        board = fictitious_board.board(view)
        none = fictitious_board.Durations(0)
        work = fictitious_board.Work(0, 0, (), none, none)
        return replace(board, open=0, overdue=0, states=(), groups=(), hand_overs=(), work=work)

    ctx.server.figures = nothing
    pane.read()
    ctx.settle()
    silent = [card.nothing.text() for card in pane.cards if card.stack.currentWidget() is card.nothing]
    assert len(silent) == 6 and all(silent)
    assert pane.tiles[1].meaning.text() == "alle Termine eingehalten"


def test_stretches_of_days() -> None:
    today = date(2026, 3, 30)
    assert {name: make(today) for name, make in STRETCHES.items()} == {
        "week": (date(2026, 3, 24), today), "weeks4": (date(2026, 3, 3), today), "weeks8": (date(2026, 2, 9), today),
        "this_month": (date(2026, 3, 1), today), "last_month": (date(2026, 2, 1), date(2026, 2, 28)), "months12": (date(2025, 4, 1), today),
    }  # fmt: skip


def test_other_days_are_chosen_in_a_dialog_that_refuses_what_cannot_be(shown: MakePane) -> None:
    ctx, pane = shown()
    pane.choice.ask_days()
    dialog = pane.choice.findChild(DaysDialog)
    assert dialog is not None
    dialog.since.setDate(QDate(2012, 5, 2))
    dialog.until.setDate(QDate(2012, 5, 1))
    dialog.accept()
    assert dialog.until_field.error() == "Dieser Tag liegt vor dem ersten." and dialog.isVisible()
    dialog.until.setDate(QDate(2012, 8, 31))
    dialog.accept()
    ctx.settle()
    view = pane.choice.view()
    assert (view.since, view.until, view.by) == (date(2012, 5, 2), date(2012, 8, 31), By.WEEK)
    assert pane.choice.stretch.currentText() == "02.05.2012 – 31.08.2012"


def test_it_prints_every_chart_with_its_figures(shown: MakePane, qtbot: QtBot) -> None:
    _, pane = shown()
    pane.show_pages()
    qtbot.waitUntil(lambda: pane.findChild(PaperWindow) is not None)
    window = pane.findChild(PaperWindow)
    assert window is not None
    paper = window.pages.paper()
    assert paper is not None
    words = paper.words()
    wanted = ("Übersicht", "27.10.2026 – 23.11.2026", "96,6 %", "IT-Service → Haustechnik", "Stand 23.11.2026 14:03")
    assert all(said in words for said in wanted)
    assert paper.size.width() < paper.size.height()
    window.close()


def test_english_after_a_switch(shown: MakePane, qapp: Any) -> None:
    from ticketdesk.ui.kit import language

    ctx, pane = shown()
    pane.tiles[0].figure.click()
    ctx.settle()
    language.install(qapp, "en")
    ctx.settle()
    assert pane.cases.count.text() == "109 tickets" and pane.tiles[1].title.text() == "Overdue"
    assert pane.choice.stretch.currentText() == "Last 4 weeks"
    figures = pane.throughput.view.figures()
    assert figures is not None and (figures.categories[0], figures.head(0)) == ("27 Oct", "Tuesday, 27 October 2026")
