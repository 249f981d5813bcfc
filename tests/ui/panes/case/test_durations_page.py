"""The tab with what a case took: in all, by group and step by step; waiting apart; names only where they were told."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtWidgets import QTreeWidget
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, HANDLER, IT, NOW
from tests.ui.panes.case.a_case import DESK, desk
from ticketdesk.domain.commands import BookTime
from ticketdesk.domain.durations import Booked, Durations, Spent, Stretch, minutes_typed
from ticketdesk.domain.ids import GroupId, PersonId
from ticketdesk.domain.states import State
from ticketdesk.ui.kit import text
from ticketdesk.ui.panes.case.booking import BookingDialog
from ticketdesk.ui.panes.case.durations_page import DurationsPage
from ticketdesk.ui.panes.case.pane import CasePane

HOUR = timedelta(hours=1)
TODAY = NOW.date()


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


def with_booking(qtbot: QtBot, *booked: Booked, books: bool = True) -> DurationsPage:
    return page(qtbot, Durations(None, True, STRETCHES, books, booked))


def asked(shown: DurationsPage) -> BookingDialog:
    (dialog,) = [one for one in shown.booked.findChildren(BookingDialog) if one.isVisible()]
    return dialog


def wishes(shown: DurationsPage) -> list[object]:
    return list(cast(FakeContext, shown.ctx).commands)


def test_nothing_of_booking_is_shown_while_it_is_off(qtbot: QtBot) -> None:
    shown = with_booking(qtbot, books=False)
    assert not shown.booked.isVisible()
    assert with_booking(qtbot).booked.isVisible()


def test_time_is_booked_by_hand_and_what_was_typed_is_kept(qtbot: QtBot) -> None:
    shown = with_booking(qtbot, Booked(7, HANDLER, 45, TODAY, "Vor Ort"), Booked(9, COORDINATOR, 30, TODAY, corrected=True))
    assert shown.booked.head.text() == "Gebuchte Arbeitszeit: 1 h 15"
    assert [row[2:] for row in cells(shown.booked.rows)] == [["45 min", "Vor Ort"], ["30 min", "(berichtigt)"]]
    shown.booked.book.click()
    dialog = asked(shown)
    dialog.minutes.setText("zwei")
    dialog._decide()
    assert dialog.isVisible() and wishes(shown) == [], "said at the field, nothing sent"
    dialog.minutes.setText("1:30")
    dialog.note.setText("Telefonat")
    dialog._decide()
    assert wishes(shown) == [BookTime(DESK.id, 90, TODAY, "Telefonat")]


def test_ones_own_booking_is_corrected(qtbot: QtBot) -> None:
    shown = with_booking(qtbot, Booked(7, HANDLER, 45, TODAY), Booked(9, COORDINATOR, 30, TODAY))
    shown.booked.rows.setCurrentItem(shown.booked.rows.topLevelItem(0))
    assert not shown.booked.correct.isEnabled(), "of another"
    shown.booked.rows.setCurrentItem(shown.booked.rows.topLevelItem(1))
    shown.booked.correct.click()
    dialog = asked(shown)
    dialog.minutes.setText("0")
    dialog._decide()
    assert wishes(shown) == [BookTime(DESK.id, 0, TODAY, "", 9)]


def test_a_timer_outlives_the_program_and_goes_on_until_it_is_booked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with_booking(qtbot).booked.timer.click()
    monkeypatch.setattr(text, "now", lambda: NOW + timedelta(minutes=25, seconds=10))
    shown = with_booking(qtbot)
    assert "26 min" in shown.booked.timer.text(), "another window, as after a crash"
    shown.booked.timer.click()
    dialog = asked(shown)
    assert dialog.minutes.text() == "26"
    dialog.reject()
    assert "26 min" in shown.booked.timer.text(), "cancelled: it goes on"
    shown.booked.timer.click()
    asked(shown)._decide()
    cast(FakeContext, shown.ctx).settle()
    assert wishes(shown) == [BookTime(DESK.id, 26, TODAY)] and not shown.booked.drop.isVisible()


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("90", 90), ("90 min", 90), ("1:30", 90), ("1 h 30", 90), ("2h", 120), ("0:05", 5), ("", None), ("x", None), ("1:75", None),
        ("-5", None),
    ],
)  # fmt: skip
def test_what_people_type_for_time(typed: str, minutes: int | None) -> None:
    assert minutes_typed(typed) == minutes
