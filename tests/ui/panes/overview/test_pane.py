"""The overview as somebody uses it: views, counts, order, rows that stay under the hand, and 500 events that disturb nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, HANDLER, NOW, REQUESTER, own_face, ticket
from tests.support.fictitious_setup import ADMINISTRATOR
from ticketdesk.domain.calendar import Hours, calendar
from ticketdesk.domain.commands.notices import MarkNoticesSeen
from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.errors import Away
from ticketdesk.domain.ids import CalendarId, NoticeId, PersonId, TicketId, TicketKey
from ticketdesk.domain.notices import Notice, NoticeKind
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.domain.query import Narrow, Order, View
from ticketdesk.domain.states import State
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.bridge.promises import PromisesLeft
from ticketdesk.ui.kit import language, text
from ticketdesk.ui.kit.column_delegate import cell_words
from ticketdesk.ui.kit.text import DueTone
from ticketdesk.ui.panes.overview import places
from ticketdesk.ui.panes.overview.model import Standing
from ticketdesk.ui.panes.overview.pane import OverviewPane
from ticketdesk.ui.panes.overview.rows import row_look
from ticketdesk.ui.panes.overview.view import Density

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def _touched(row: Ticket, minutes: float, **changes: object) -> Ticket:
    return replace(row, version=row.version + 1, seq=row.seq + 1, updated_at=NOW + timedelta(minutes=minutes), **changes)


@pytest.fixture
def ctx() -> FakeContext:
    return FakeContext(COORDINATOR, cases=160, loaded=True)


@pytest.fixture
def pane(ctx: FakeContext, qtbot: QtBot) -> Iterator[OverviewPane]:
    yield _shown(ctx, qtbot)


def _shown(ctx: FakeContext, qtbot: QtBot) -> OverviewPane:
    pane = OverviewPane(ctx)
    qtbot.addWidget(pane)
    pane.resize(760, 700)
    # Where the pointer of an earlier test may rest; under it a list holds still.
    pane.move(1500, 900)
    pane.show()
    qtbot.waitExposed(pane)
    ctx.settle()
    return pane


def _notice(number: int, row: Ticket) -> Notice:
    return Notice(NoticeId(number), row.id, row.own, NoticeKind.NEW_CASE, NOW, actor_id=PersonId(10))


@pytest.mark.parametrize(
    ("person", "first", "absent"),
    [(COORDINATOR, View.ALL_OPEN, None), (HANDLER, View.ASSIGNED_TO_ME, View.NEW), (REQUESTER, View.OWN_OPEN, View.ALL_OPEN)],
)
def test_each_role_has_its_views(qtbot: QtBot, person: PersonId, first: View, absent: View | None) -> None:
    ctx = FakeContext(person)
    pane = _shown(ctx, qtbot)
    assert pane.view() is first
    assert set(pane.navigation.places.counts) == set(places.views(ctx.me))
    assert absent is None or pane.navigation.places.row_of(absent) == -1


def test_an_auditor_reads_all_and_has_no_reports_of_his_own(qtbot: QtBot) -> None:
    ctx = FakeContext(PersonId(6))
    assert not set(places.views(ctx.me)) & {View.OWN_OPEN, View.ASSIGNED_TO_ME}
    assert _shown(ctx, qtbot).view() is View.ALL_OPEN


def test_the_counts_follow_what_happens_at_most_once_a_second(ctx: FakeContext, pane: OverviewPane, qtbot: QtBot) -> None:
    before = pane.navigation.places.counts[View.NEW]
    asked = ctx.server.asked.count("counts")
    for number in range(50):
        ctx.put(ticket(20000 + number, index=2, updated_at=NOW + timedelta(seconds=number)))
        ctx.settle()
    assert ctx.server.asked.count("counts") <= asked + 1
    qtbot.waitUntil(lambda: pane.navigation.places.counts[View.NEW] == before + 50, timeout=3000)


def test_choosing_a_view_lists_it_and_remembers_its_order(ctx: FakeContext, pane: OverviewPane, qtbot: QtBot) -> None:
    pane.navigation.setCurrentIndex(pane.navigation.places.index(pane.navigation.places.row_of(View.CLOSED)))
    ctx.settle()
    assert pane.view() is View.CLOSED
    assert pane.head.title() == "Abgeschlossen"
    pane.set_order(Order.NUMBER, descending=False)
    ctx.settle()
    keys = list(pane.model.keys())
    assert keys == sorted(keys)
    pane.show_view(View.ALL_OPEN)
    ctx.settle()
    again = _shown(FakeContext(COORDINATOR, cases=160), qtbot)
    again.show_view(View.CLOSED)
    again.ctx.settle()
    assert again.model.listing.order is Order.NUMBER
    assert not again.model.listing.descending


def test_the_arrow_keys_move_through_the_views_and_skip_headings(ctx: FakeContext, pane: OverviewPane) -> None:
    navigation = pane.navigation
    navigation.setFocus()
    seen = [pane.view()]
    for _ in range(7):
        QTest.keyClick(navigation, Qt.Key.Key_Down)
        ctx.settle()
        seen.append(pane.view())
    assert seen == [
        View.ALL_OPEN, View.NEW, View.REPORTED, View.WAITING, View.RESUBMISSION, View.OVERDUE, View.LATE_MESSAGE, View.ANSWERED,
    ]  # fmt: skip


def test_the_next_page_comes_when_one_scrolls_near_the_end(ctx: FakeContext, pane: OverviewPane) -> None:
    assert pane.model.rowCount() == 100
    bar = pane.list.view().verticalScrollBar()
    bar.setValue(bar.maximum())
    ctx.settle()
    assert pane.model.rowCount() > 100
    assert not pane.model.has_more
    assert pane.head.count() == str(pane.model.rowCount())


def test_going_to_a_row_opens_its_ticket(ctx: FakeContext, pane: OverviewPane, qtbot: QtBot) -> None:
    pane.list.setFocus()
    QTest.keyClick(pane.list.view(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(ctx.went), timeout=1000)
    assert ctx.went == [pane.list.current_key()]
    with qtbot.waitSignal(pane.opened_by_hand):
        QTest.keyClick(pane.list.view(), Qt.Key.Key_Return)


@pytest.mark.parametrize("density", list(Density))
def test_five_hundred_events_keep_scroll_choice_and_current_row(
    ctx: FakeContext, pane: OverviewPane, qtbot: QtBot, density: Density
) -> None:
    """Real model, real view: what is read stays where it is, to the pixel, while rows come, go and move above and below."""
    pane.set_density(density)
    view = pane.list.view()
    pane.list.setFocus()
    pane.list.step_to(pane.model.key_at(60))
    first_row = pane.model.row_of(pane.list.visible_keys()[0])
    chosen = [pane.model.key_at(row) for row in (60, 62, 63)]
    view.select_keys(chosen)
    current = pane.list.current_key()
    top = view.visualRect(view.currentIndex()).top()
    assert top > 0
    qtbot.waitUntil(lambda: ctx.went[-1:] == [current], timeout=1000)
    went = list(ctx.went)
    dice = Random(7)
    others = [row for row in ctx.server.rows.values() if not row.own and row.key not in chosen and row.key != current]
    for number in range(500):
        draw = dice.random()
        if draw < 0.3:
            ctx.put(ticket(30000 + number, index=2, updated_at=NOW + timedelta(seconds=number)))
        elif draw < 0.5:
            row = dice.choice(others)
            others.remove(row)
            ctx.drop(row.key)
        else:
            at = dice.randrange(len(others))
            others[at] = _touched(others[at], number / 60, state=dice.choice(list(State)))
            ctx.put(others[at])
        if number % 5 == 0:
            pane.model.flush()
        if number % 50 == 0:
            QApplication.processEvents()
    pane.model.flush()
    ctx.settle()
    assert pane.model.row_of(current) != 60
    assert first_row != pane.model.row_of(pane.list.visible_keys()[0])
    assert pane.list.current_key() == current
    assert sorted(pane.list.selected_keys()) == sorted(chosen)
    assert view.visualRect(view.currentIndex()).top() == top
    qtbot.wait(80)
    assert ctx.went == went


def test_the_ticket_one_works_on_never_slips_away(ctx: FakeContext, pane: OverviewPane, qtbot: QtBot) -> None:
    """Accepting the chosen ticket of «newly received» leaves it greyed under the hand, and no other one is opened instead."""
    pane.show_view(View.NEW)
    ctx.settle()
    pane.list.setFocus()
    key = pane.model.key_at(1)
    pane.list.step_to(key)
    qtbot.waitUntil(lambda: ctx.went[-1:] == [key], timeout=1000)
    ctx.put(_touched(ctx.server.rows[key], 1, state=State.ACCEPTED))
    pane.model.flush()
    assert pane.model.row_of(key) == 1
    assert pane.model.look(key).leaving == "verlässt diese Ansicht"
    assert pane.list.current_key() == key
    count = int(pane.head.count())
    assert count == pane.model.rowCount() - 1
    pane.list.step_to(pane.model.key_at(2))
    qtbot.waitUntil(lambda: pane.model.row_of(key) == -1, timeout=1000)
    assert ctx.went[-1] != key or len(ctx.went) == 1


def test_rows_under_the_pointer_stay_until_it_has_left(ctx: FakeContext, pane: OverviewPane, qtbot: QtBot) -> None:
    view = pane.list.view()
    key = pane.model.key_at(2)
    _move_pointer(view, view.visualRect(pane.model.index(4, 0)).center())
    ctx.put(_touched(ctx.server.rows[key], 1, state=State.CLOSED))
    pane.model.flush()
    assert pane.model.row_of(key) == 2
    assert pane.model.is_leaving(key)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: pane.model.row_of(key) == -1, timeout=1000)


def _move_pointer(view: object, at: QPoint) -> None:
    viewport = view.viewport()  # type: ignore[attr-defined]  # either view
    place = QPointF(at)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, place, QPointF(viewport.mapToGlobal(at)), none, none, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    QApplication.sendEvent(viewport, moved)


def test_a_ticket_taken_away_leaves_no_other_one_chosen(ctx: FakeContext, pane: OverviewPane, qtbot: QtBot) -> None:
    pane.list.setFocus()
    key = pane.model.key_at(3)
    pane.list.step_to(key)
    qtbot.waitUntil(lambda: ctx.went[-1:] == [key], timeout=1000)
    ctx.drop(key)
    pane.model.flush()
    qtbot.wait(80)
    assert pane.list.current_key() is None
    assert ctx.went[-1] == key


def test_new_rows_out_of_sight_are_announced_and_shown_on_a_press(ctx: FakeContext, pane: OverviewPane, qtbot: QtBot) -> None:
    bar = pane.list.view().verticalScrollBar()
    bar.setValue(1500)
    ctx.put(ticket(20001, index=2, updated_at=NOW + timedelta(minutes=1)))
    pane.model.flush()
    ctx.put(ticket(20002, index=2, updated_at=NOW + timedelta(minutes=2)))
    pane.model.flush()
    assert pane.head.fresh() == 2
    pane.head.new_pressed.emit()
    assert pane.head.fresh() == 0
    assert pane.model.row_of(TicketKey(20002)) == 0
    assert pane.list.visible_keys()[0] == TicketKey(20002)


def test_at_the_top_a_new_row_appears_at_once(ctx: FakeContext, pane: OverviewPane) -> None:
    ctx.put(ticket(20001, index=2, updated_at=NOW + timedelta(minutes=1)))
    pane.model.flush()
    assert pane.list.visible_keys()[0] == TicketKey(20001)
    assert pane.head.fresh() == 0


def test_an_empty_view_says_what_it_is_and_leads_on(qtbot: QtBot) -> None:
    ctx = FakeContext(COORDINATOR)
    pane = _shown(ctx, qtbot)
    pane.show_view(View.ASSIGNED_TO_ME)
    ctx.settle()
    assert pane.empty.isVisible()
    title, words = pane.empty.labels()
    assert title.text() == "Ihnen ist nichts zugewiesen"
    assert "Gruppen" in words.text()
    pane.empty.pressed.emit()
    assert pane.view() is View.GROUPS_FREE
    mine = ticket(20001, index=0, handler_id=COORDINATOR)
    pane.show_view(View.ASSIGNED_TO_ME)
    ctx.settle()
    ctx.put(mine)
    pane.model.flush()
    assert not pane.empty.isVisible()
    assert pane.list.visible_keys() == [mine.key]


def test_a_requester_without_reports_is_offered_the_form(qtbot: QtBot) -> None:
    ctx = FakeContext(REQUESTER, cases=0)
    pane = _shown(ctx, qtbot)
    with qtbot.waitSignal(pane.new_ticket_wanted):
        pane.empty.pressed.emit()


def test_without_a_connection_it_shows_what_is_known(ctx: FakeContext, pane: OverviewPane) -> None:
    def away(*_: object) -> None:
        raise Away(why="test")

    ctx.server.page = away
    pane.show_view(View.NEW)
    ctx.settle()
    assert pane.model.rowCount() > 0
    del ctx.server.__dict__["page"]
    ctx.server.rows.pop(next(iter(pane.model.keys())))
    ctx.store.refreshed.emit()
    ctx.settle()
    assert pane.model.standing is Standing.LOADED
    assert pane.model.rowCount() == ctx.server.counts([View.NEW])[View.NEW]


def test_the_next_unread_is_found_and_can_be_marked_as_read(ctx: FakeContext, pane: OverviewPane, qtbot: QtBot) -> None:
    rows = [ctx.server.rows[pane.model.key_at(row)] for row in (20, 40)]
    ctx.store.apply((), notices=[_notice(1, rows[0]), _notice(2, rows[1])])
    qtbot.waitUntil(lambda: View.ALL_OPEN in pane.navigation.places.unread, timeout=3000)
    assert pane.next_unread()
    assert pane.list.current_key() == rows[0].key
    assert pane.next_unread()
    assert pane.list.current_key() == rows[1].key
    pane.mark_read()
    assert ctx.commands == [MarkNoticesSeen((NoticeId(2),))]


def test_both_densities_keep_the_current_row(ctx: FakeContext, pane: OverviewPane) -> None:
    key = pane.model.key_at(30)
    pane.list.step_to(key)
    for density in (Density.COMPACT, Density.COMFORTABLE):
        pane.set_density(density)
        assert pane.list.current_key() == key
        assert key in pane.list.visible_keys()
    pane.set_wide(True)
    pane.set_density(Density.COMPACT)
    assert pane.list.view() is pane.list.table
    assert key in pane.list.visible_keys()


def test_a_click_on_a_head_sorts_in_the_database(ctx: FakeContext, pane: OverviewPane) -> None:
    pane.set_density(Density.COMPACT)
    pane.list.narrow.sort_requested.emit("due", Qt.SortOrder.AscendingOrder)
    ctx.settle()
    assert pane.model.listing.order is Order.DUE
    assert not pane.model.listing.descending


def test_the_language_changes_while_it_is_shown(ctx: FakeContext, pane: OverviewPane, qapp: QApplication) -> None:
    key = pane.model.key_at(0)
    german = pane.model.look(key).status_word
    language.install(qapp, "en")
    QApplication.processEvents()
    assert pane.head.title() == "All open"
    assert pane.model.look(key).status_word != german
    assert pane.summary().endswith("tickets")
    assert pane.navigation.places.index(0).data() == "My work"


def test_the_navigation_folds_by_width_unless_somebody_chose(pane: OverviewPane) -> None:
    pane.set_narrow(True)
    assert pane.navigation.rail
    pane.fold_navigation(False)
    assert not pane.navigation.rail
    pane.set_narrow(False)
    pane.set_narrow(True)
    assert not pane.navigation.rail
    pane.forget_arrangement()
    assert pane.navigation.rail


def test_names_for_ears(ctx: FakeContext, pane: OverviewPane) -> None:
    """Every view of the navigation says name and count, every list and button has a name."""
    model = pane.navigation.places
    row = model.row_of(View.OVERDUE)
    spoken = model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Überfällig, {model.counts[View.OVERDUE]} Tickets"
    assert pane.navigation.accessibleName() == "Navigation"
    assert pane.list.view().accessibleName() == "Tickets"


def test_a_requester_is_offered_no_columns_about_staff(qtbot: QtBot) -> None:
    pane = _shown(FakeContext(REQUESTER, loaded=True), qtbot)
    pane.set_density(Density.COMPACT)
    assert {column.key for column in pane.model.columns} == {
        "unread", "priority", "status", "number", "subject", "due", "kind", "category", "document", "recorded", "updated",
    }  # fmt: skip
    assert pane.list.narrow.head().count() == pane.model.columnCount()


def test_staff_see_their_own_reports_apart(qtbot: QtBot) -> None:
    ctx = FakeContext(COORDINATOR)
    case = ticket(20001, index=2, requester_id=COORDINATOR)
    ctx.put(case, own_face(case))
    pane = _shown(ctx, qtbot)
    pane.show_view(View.OWN_OPEN)
    ctx.settle()
    assert list(pane.model.keys()) == [TicketKey(case.id, True)]


def test_a_ticket_opened_before_its_row_has_come_is_marked_when_it_comes(ctx: FakeContext, pane: OverviewPane) -> None:
    there = pane.model.key_at(3)
    assert isinstance(there, TicketKey)
    pane.list.mark(there)
    new, other = (ticket(number, index=2, updated_at=NOW + timedelta(minutes=number - 30000)) for number in (30001, 30002))
    pane.mark(new.key)
    ctx.put(new)
    pane.model.flush()
    assert pane.list.current_key() == new.key
    # Whoever has gone on to another one stays there.
    pane.mark(other.key)
    pane.mark(there)
    ctx.put(other)
    pane.model.flush()
    assert pane.list.current_key() == there


def test_what_is_left_of_promises_stands_in_its_column_by_the_offices_hours(qtbot: QtBot) -> None:
    ctx = FakeContext(COORDINATOR, cases=0, loaded=True)
    hours = [[Hours(480, 1020)]] * 5 + [[], []]
    ctx.server.hours = (OfficeHours(CalendarId(1), "Büro", "", 1, calendar("Europe/Berlin", hours), True),)
    # Friday, 17:00 in Berlin; what is due on Monday at 9 has one hour left.
    friday = datetime(2026, 11, 20, 16, tzinfo=UTC)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "now", lambda: friday)
        ctx.server.now = friday
        for number, (due, stopped, calendar_id) in enumerate(
            ((3 * DAY - 8 * HOUR, None, 1), (-HOUR, None, 1), (-2 * HOUR, friday - 3 * HOUR, 1), (2 * HOUR, None, None)), 1
        ):
            row = replace(
                ticket(number), state=State.ACCEPTED, promise_due_at=friday + due, promise_stopped_at=stopped, promise_minutes=600,
                promise_measure=Measure(min(number, 3)), promise_internal=number == 4, target_at=friday + 30 * DAY, wished_at=None,
                promise_calendar_id=None if calendar_id is None else CalendarId(calendar_id),
            )  # fmt: skip
            ctx.server.rows[row.key] = row
        pane = _shown(ctx, qtbot)
        pane.show_view(View.ALL_OPEN)
        ctx.settle()
        keys = pane.model.keys()
        shown = {key.id: look for key in keys if isinstance(key, TicketKey) and (look := pane.model.look(key)) is not None}
        words = {number: (look.commitment_text, look.commitment_tone) for number, look in shown.items()}
        assert words == {
            1: ("Reaktion noch 1 h 00", DueTone.TODAY), 2: ("Nachricht 1 h 00 darüber", DueTone.OVERDUE),
            3: ("Lösung angehalten", DueTone.STOPPED), 4: ("Rückmeldung noch 2 h 00", DueTone.TODAY),
        }  # fmt: skip
        # Where a date stands in a row, what is due next stands: the promise, unless it stands still.
        assert {number: (look.due_text, look.due_tone, look.due_promise) for number, look in shown.items()} == {
            1: ("Reaktion noch 1 h 00", DueTone.TODAY, True), 2: ("Nachricht 1 h 00 darüber", DueTone.OVERDUE, True),
            3: ("So 20.12.", DueTone.NORMAL, False), 4: ("Rückmeldung noch 2 h 00", DueTone.TODAY, True),
        }  # fmt: skip
        cells = [cell_words(shown[TicketId(number)], "due") for number in (1, 2, 3)]
        assert cells == ["Mo 23.11.", f"heute {text.time(friday - HOUR)}", "So 20.12."]
        assert shown[TicketId(1)].commitment_share == pytest.approx(0.9)
        assert ctx.server.asked.count("counting_hours") == 1, "asked once, not for each row"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"target_at": NOW + DAY, "promise_due_at": NOW + 5 * DAY}, "Di 24.11."),
        ({"target_at": NOW + 5 * DAY, "promise_due_at": NOW + 3 * DAY}, "Lösung Do 26.11."),
        ({"target_at": NOW + 5 * DAY, "promised_at": NOW - 2 * HOUR, "promise_due_at": NOW + HOUR}, "Nachricht überf. 2 h"),
        ({"state": State.WAITING, "promise_due_at": NOW + 3 * DAY}, "angehalten"),
        ({"state": State.WAITING, "promise_due_at": NOW + HOUR}, "Lösung noch 1 h 00"),
        ({"state": State.WAITING, "promise_due_at": NOW - HOUR, "waiting_until": NOW + DAY}, "Lösung 1 h 00 darüber"),
        ({"state": State.WAITING, "promise_due_at": NOW + 3 * DAY, "waiting_until": NOW + DAY}, "bis Di 24.11."),
        ({"state": State.WAITING, "promise_due_at": NOW - HOUR, "promise_stopped_at": NOW - DAY}, "angehalten"),
        ({"state": State.ANSWERED, "promise_due_at": None, "promised_at": NOW - HOUR}, "beantwortet"),
    ],
)
def test_a_row_shows_what_is_due_next(monkeypatch: pytest.MonkeyPatch, row: dict[str, object], said: str) -> None:
    monkeypatch.setattr(text, "now", lambda: NOW)
    plain = {"state": State.ACCEPTED, "wished_at": None, "target_at": None, "waiting_until": None, "promised_at": None}
    promise = {"promise_minutes": 600, "promise_measure": Measure.RESOLUTION}
    case = replace(ticket(1), **(plain | promise | row))  # type: ignore[arg-type]
    ctx = FakeContext(COORDINATOR, cases=0)
    assert row_look(ctx, case, PromisesLeft(ctx)).due_text == said  # type: ignore[arg-type]  # the fake has the same members


def test_a_filtered_list_says_so_and_leads_back(ctx: FakeContext, pane: OverviewPane) -> None:
    pane.show_view(View.ALL_OPEN)
    ctx.settle()
    everything = pane.model.keys()
    pane.head.narrow_chosen.emit(Narrow.OLDER_3)
    ctx.settle()
    shown = pane.model.keys()
    assert shown and shown != everything
    assert all(isinstance(key, TicketKey) and ctx.server.rows[key].recorded_at < text.now() - 3 * DAY for key in shown)
    pane.set_narrow_to(Narrow.PROMISE_BROKEN)
    ctx.settle()
    assert pane.model.rowCount() == 0 and "Zusage nicht eingehalten" in pane.empty.accessibleName()
    pane.empty.pressed.emit()
    ctx.settle()
    assert pane.narrow() is None and pane.model.keys() == everything


def test_who_sets_up_and_sees_no_tickets_is_led_to_the_administration(qtbot: QtBot) -> None:
    ctx = FakeContext(ADMINISTRATOR)
    pane = OverviewPane(ctx)  # type: ignore[arg-type]
    qtbot.addWidget(pane)
    pane.show()
    ctx.settle()
    pane.empty.pressed.emit()
    assert pane.empty.isVisible() and pane.empty._button.text() == "Verwaltung öffnen" and ctx.went == ["admin"]
