"""The tab with what a case took: in all, by group and step by step; waiting apart; names only where they were told."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QTreeWidget
from pytestqt.qtbot import QtBot

from tests.support.fictitious_office import COORDINATOR, HANDLER, IT, NOW
from tests.ui.panes.case.a_case import DESK, desk
from ticketdesk.domain.durations import Durations, Spent, Stretch
from ticketdesk.domain.ids import GroupId, PersonId
from ticketdesk.domain.states import State
from ticketdesk.ui.panes.case.durations_page import DurationsPage
from ticketdesk.ui.panes.case.pane import CasePane

HOUR = timedelta(hours=1)


def stretch(
    hours: float, length: float, state: State, *, group: GroupId | None = None, handler: PersonId | None = None, runs: bool = False
) -> Stretch:
    since, spent = NOW - hours * HOUR, Spent(length * HOUR, length * HOUR / 2)
    return Stretch(since, None if runs else since + length * HOUR, state, group, handler, spent, spent)


STRETCHES = (
    stretch(80, 2, State.NEW), stretch(78, 1, State.ASSIGNED, group=IT), stretch(77, 3, State.IN_PROGRESS, group=IT, handler=HANDLER),
    stretch(74, 60, State.WAITING, group=IT, handler=HANDLER), stretch(14, 4, State.ANSWERED),
    stretch(10, 10, State.CLARIFYING, runs=True),
)  # fmt: skip


def page(qtbot: QtBot, told: Durations) -> DurationsPage:
    ctx = desk(COORDINATOR)
    ctx.server.case_durations[DESK.id] = told
    pane = CasePane(ctx)  # type: ignore[arg-type]  # the fake has the six members
    qtbot.addWidget(pane)
    pane.resize(1200, 800)
    pane.show_case(DESK)
    ctx.settle()
    pane.show()
    pane.tabs.set_current_key("durations")
    ctx.settle()
    found = pane.center.currentWidget()
    assert isinstance(found, DurationsPage)
    return found


def cells(table: QTreeWidget) -> list[list[str]]:
    return [[table.topLevelItem(row).text(column) for column in range(table.columnCount())] for row in range(table.topLevelItemCount())]


def test_sums_and_stretches_in_both_clocks(qtbot: QtBot) -> None:
    shown = page(qtbot, Durations(None, True, STRETCHES))
    whole, group, rest = cells(shown.sums)
    assert whole == ["Ganzer Vorgang", "16 h 00", "8 h 00", "2 Tage 12 h", "30 h 00"], "what lay answered counts for nothing"
    assert group[1:] == ["4 h 00", "2 h 00", "2 Tage 12 h", "30 h 00"] and rest == ["Ohne Gruppe", "12 h 00", "6 h 00", "", ""]
    rows = cells(shown.stretches)
    assert [row[2] for row in rows] == ["Neu", "Zugewiesen", "In Bearbeitung", "Wartet", "Vorklärung"]
    assert rows[-1][1] == "läuft" and rows[-1][3] == "Koordination"
    assert "," in rows[2][3] and rows[2][3].endswith(group[0]), "handler and group"


def test_what_is_not_known_is_not_made_up(qtbot: QtBot) -> None:
    unknown = Spent(HOUR, None)
    shown = page(qtbot, Durations(None, False, (Stretch(NOW - HOUR, None, State.IN_PROGRESS, None, None, unknown, unknown),)))
    assert cells(shown.sums) == [["Ganzer Vorgang", "1 h 00", "—", "0 min", "0 min"]]
    assert cells(shown.stretches)[0][3] == "—"
