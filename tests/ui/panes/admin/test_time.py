"""Calendars and promises in the administration: written as people write them, kept as drafts, refused with a sentence at the field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.support.fictitious_office import COORDINATOR, IT, NOW
from tests.support.fictitious_setup import CLINIC, setup
from tests.ui.panes.admin.test_pane import choose, do, fake, opened, shown, write
from ticketdesk.domain.calendar import Hours, SpecialDay, calendar
from ticketdesk.domain.commands import EndCommitment, SaveCalendar, SaveCommitment
from ticketdesk.domain.commitments import Commitment, Measure
from ticketdesk.domain.errors import BadInput
from ticketdesk.domain.ids import CalendarId, CommitmentId
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.domain.setup import Setup
from ticketdesk.domain.states import Priority, Reason
from ticketdesk.ui.kit import language
from ticketdesk.ui.panes.admin import time_draft
from ticketdesk.ui.panes.admin.form import Lines, Ticks
from ticketdesk.ui.panes.admin.places import places_of

DAY = [Hours(480, 720), Hours(780, 1020)]
SHUT = SpecialDay(date(2026, 12, 24), "Heiligabend", "Heiligabend", (Hours(480, 720),))
OFFICE = OfficeHours(CalendarId(4), "Büro", "DE-BE", 3, calendar("Europe/Berlin", [DAY] * 5 + [[], []], [SHUT]), laid=True)


def promise(**words: Any) -> Commitment:
    given: dict[str, Any] = {
        "id": CommitmentId(11), "family_id": 8, "name": "Lösung dringend", "measure": Measure.RESOLUTION, "amount": timedelta(hours=8),
        "business": True, "calendar_id": None, "group_id": None, "customer_group_id": CLINIC, "category_id": None, "kind": None,
        "priority": Priority.URGENT, "stops": frozenset({Reason.REQUESTER}), "warn_percent": 75, "warn_minutes": None,
        "raise_priority": True, "hand_to_group_id": IT, "valid_from": NOW, "valid_until": None, "version": 2,
    }  # fmt: skip
    return Commitment(**(given | words))


def with_time() -> Setup:
    known = setup()
    groups = tuple(replace(one, calendar_id=OFFICE.id) if one.id == IT else one for one in known.groups)
    office = replace(known.office, calendar_id=OFFICE.id)
    old = promise(id=CommitmentId(8), valid_until=NOW, version=1, name="früher")
    return replace(known, office=office, groups=groups, calendars=(OFFICE,), commitments=(promise(), old))


def test_names_stand_in_the_order_in_which_one_looks_for_them(qtbot: Any) -> None:
    """As in the lists of the other pages, whichever was made first."""
    _pane, here = page(qtbot, "calendars")
    for field in (time_draft.FOR_GROUPS, time_draft.FOR_CUSTOMERS):
        ticks = here.form.editors[field]
        names = [ticks.item(row).text() for row in range(ticks.count())]
        assert len(names) > 1 and names == sorted(names)
    _pane, here = page(qtbot, "commitments")
    for field in (time_draft.CUSTOMERS, time_draft.CATEGORY, time_draft.BY_GROUP):
        choice = here.form.editors[field]
        names = [choice.itemText(row) for row in range(1, choice.count())]
        assert len(names) > 1 and names == sorted(names)


def page(qtbot: Any, name: str) -> tuple[Any, Any]:
    pane, _ = opened(qtbot, "categories")
    fake(pane).server.set_up = with_time()
    pane.refresh()
    fake(pane).settle()
    pane.show_page(name)
    fake(pane).settle()
    return pane, pane.page(name)


def test_a_calendar_is_shown_as_it_is_written_and_saved_unchanged(qtbot: Any) -> None:
    pane, found = page(qtbot, "calendars")
    fields = found.form.fields()
    assert (fields["day0"], fields["day5"], fields["region"]) == ("08:00–12:00, 13:00–17:00", "", "DE-BE")
    assert fields["days"] == "24.12.2026; Heiligabend; 08:00–12:00"
    write(found, "day4", "8-14")
    do(pane, "save_calendar")
    (command,) = fake(pane).commands
    assert isinstance(command, SaveCalendar)
    assert (command.calendar_id, command.version, command.week[4], command.week[5]) == (CalendarId(4), 3, ((480, 840),), ())
    assert (command.for_office, command.group_ids, command.customer_group_ids) == (True, (IT,), ())
    assert command.days == ({"on": "2026-12-24", "name_de": "Heiligabend", "name_en": "Heiligabend", "hours": ((480, 720),)},)


def test_a_new_calendar_begins_with_usual_hours(qtbot: Any) -> None:
    pane, found = page(qtbot, "calendars")
    found.begin()
    assert found.form.fields()["day0"] == "08:00–12:00, 13:00–17:00" and found.form.fields()["zone"] == "Europe/Berlin"
    write(found, "name", "Lager")
    days = found.form.editors["days"]
    assert isinstance(days, Lines)
    days.setPlainText("1.5.2027; Betriebsausflug")
    assert found.has_draft("calendar:new")
    found.save()
    (command,) = fake(pane).commands
    assert isinstance(command, SaveCalendar) and command.days[0]["hours"] == () and command.calendar_id is None


@pytest.mark.parametrize(
    ("field", "words", "sentence"),
    [
        ("day0", "8 bis 17", "Ein Zeitraum muss vor seinem Ende beginnen"),
        ("day0", "17:00–08:00", "Ein Zeitraum muss vor seinem Ende beginnen"),
        ("day0", "8-12, 11-17", "überschneiden"),
        ("day0", "8-25", "Ein Zeitraum muss vor seinem Ende beginnen"),
        ("name", " ", "Bitte füllen Sie dieses Feld aus"),
    ],
)
def test_hours_that_make_no_sense_get_a_sentence(qtbot: Any, field: str, words: str, sentence: str) -> None:
    pane, found = page(qtbot, "calendars")
    write(found, field, words)
    found.save()
    assert fake(pane).commands == [] and sentence in found.form.places[field].error()


def test_a_day_that_is_none_gets_a_sentence(qtbot: Any) -> None:
    pane, found = page(qtbot, "calendars")
    for words in ("Heiligabend", "31.2.2027; x", "24.12.2026; x; 9-8"):
        found.form.editors["days"].setPlainText(words)
        found.save()
        assert fake(pane).commands == [] and found.form.places["days"].error(), words
    for day in range(7):
        write(found, f"day{day}", "")
    found.save()
    assert "keine Arbeitszeiten" in found.form.places["day0"].error()


def test_a_promise_is_changed_and_ended(qtbot: Any) -> None:
    pane, found = page(qtbot, "commitments")
    assert [found.tree.topLevelItem(row).text(0) for row in range(found.tree.topLevelItemCount())] == ["Lösung dringend"]
    write(found, "amount_minutes", "90 min")
    choose(found, "calendar_id", time_draft.ROUND_THE_CLOCK)
    stops = found.form.editors["stops"]
    assert isinstance(stops, Ticks) and stops.item(0).text() == "wartet auf Ersteller"
    do(pane, "save_commitment")
    command = fake(pane).commands[-1]
    assert isinstance(command, SaveCommitment)
    assert (command.commitment_id, command.version, command.amount_minutes, command.business) == (CommitmentId(11), 2, 90, False)
    assert (command.customer_group_id, command.priority, command.warn_percent) == (CLINIC, Priority.URGENT, 75)
    assert command.stops == (Reason.REQUESTER,)
    assert (command.raise_priority, command.hand_to_group_id, command.category_id) == (True, IT, None)
    found.discard()
    do(pane, "end_commitment")
    assert fake(pane).commands[-1] == EndCommitment(CommitmentId(11), 2)


def test_two_promises_for_the_very_same_tickets_say_which_of_them_runs(qtbot: Any) -> None:
    _pane, found = page(qtbot, "commitments")
    newer = promise(id=CommitmentId(20), family_id=20, name="Neu", priority=Priority.HIGH)
    ended = promise(id=CommitmentId(30), family_id=30, name="Alt", valid_until=NOW)

    def said() -> str:
        bar = found.area.bar("same")
        return "" if bar is None else bar.sentence()

    found.take(replace(with_time(), commitments=(promise(), newer, ended)))
    shown(found, 11)
    assert said() == "", "another priority, other tickets; and one that has ended"
    choose(found, "priority", str(int(Priority.HIGH)))
    assert said().startswith("„Neu“") and said().endswith("sobald Sie gespeichert haben, diese.")
    found.discard()
    assert said() == ""
    found.take(replace(with_time(), commitments=(promise(), replace(newer, priority=Priority.URGENT), ended)))
    assert said() == "Für genau dieselben Tickets läuft „Neu“, die zuletzt gespeichert wurde. Diese Zusage läuft nicht."
    rows = [found.tree.topLevelItem(row) for row in range(found.tree.topLevelItemCount())]
    signs = {row.text(0): row.icon(0).pixmap(16).toImage() for row in rows}
    assert signs["Neu"] != signs["Lösung dringend"], "the one that never runs is marked in the list"
    shown(found, 20)
    assert said().startswith("„Lösung dringend“") and said().endswith("Es läuft diese, sie wurde zuletzt gespeichert.")


@pytest.mark.parametrize(
    ("field", "words"),
    [("amount_minutes", "0 h"), ("amount_minutes", "bald"), ("amount_minutes", "99999 h"), ("warn_percent", "100"), ("name", "")],
)
def test_a_promise_that_makes_no_sense_gets_a_sentence(qtbot: Any, field: str, words: str) -> None:
    pane, found = page(qtbot, "commitments")
    write(found, field, words)
    found.save()
    assert fake(pane).commands == [] and found.form.places[field].error()


@pytest.mark.parametrize("measure", list(Measure))
def test_what_is_promised_can_be_changed(qtbot: Any, measure: Measure) -> None:
    pane, found = page(qtbot, "commitments")
    choose(found, "measure", str(int(measure)))
    write(found, "amount_minutes", "3 h")
    found.save()
    (saved,) = fake(pane).commands
    assert (saved.commitment_id, saved.measure, saved.amount_minutes) == (11, measure, 180)


def test_a_target_among_ourselves_has_no_next_message(qtbot: Any) -> None:
    pane, found = page(qtbot, "commitments")
    choose(found, "measure", str(int(Measure.UPDATE)))
    choose(found, "group_id", str(int(IT)))
    found.save()
    assert fake(pane).commands == [] and found.form.places["measure"].error()


def test_coordination_does_not_have_these_pages(qtbot: Any) -> None:
    pane, _ = opened(qtbot, "categories", COORDINATOR)
    assert {"calendars", "commitments"} & {place.name for place in places_of(pane.ctx.me)} == set()


@given(st.lists(st.tuples(st.integers(0, 1439), st.integers(1, 1440)).filter(lambda pair: pair[0] < pair[1]), max_size=4))
def test_hours_are_read_as_they_are_written(pairs: list[tuple[int, int]]) -> None:
    hours = tuple(Hours(*pair) for pair in pairs)
    assert time_draft.hours_of(time_draft.hours_text(hours)) == hours


@given(st.integers(1, 2_629_440))
def test_spans_are_read_as_they_are_written(minutes: int) -> None:
    assert time_draft.minutes_of(time_draft.length_text(timedelta(minutes=minutes))) == minutes


def test_other_ways_to_write_a_day() -> None:
    assert time_draft.days_of("2026-12-24; x")[0].on == time_draft.days_of("24.12.2026;x")[0].on == date(2026, 12, 24)
    with pytest.raises(BadInput):
        time_draft.days_of("24.12.26; x")


def test_the_page_follows_when_the_server_has_laid_a_calendar_out(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pane, found = page(qtbot, "calendars")
    server = fake(pane).server
    server.set_up = replace(server.set_up, calendars=(replace(OFFICE, laid=False),))
    pane.refresh()
    fake(pane).settle()
    assert "rechnet" in found.note.text() and pane._until_laid.isActive()
    # It reads again and again, shows nothing anew meanwhile, and stops once the server is done.
    with monkeypatch.context() as watched:
        watched.setattr(pane, "_came", lambda _setup: pytest.fail("shown anew"))
        pane._until_laid.timeout.emit()
        fake(pane).settle()
    assert pane._until_laid.isActive()
    server.set_up = with_time()
    pane._until_laid.stop()
    pane._until_laid.timeout.emit()
    fake(pane).settle()
    assert "rechnet" not in found.note.text() and not pane._until_laid.isActive()


def test_scrolling_over_a_choice_does_not_change_it(qtbot: Any) -> None:
    _, found = page(qtbot, "commitments")
    choice = found.form.editors["priority"]
    at = QPointF(5, 5)
    wheel = QWheelEvent(at, choice.mapToGlobal(at), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(choice, wheel)
    assert choice.value() == str(int(Priority.URGENT)) and not wheel.isAccepted()


def test_the_keyboard_stays_where_it_was_when_something_is_saved(qtbot: Any) -> None:
    pane, found = page(qtbot, "commitments")
    pane.window().activateWindow()
    editor = found.form.editors["amount_minutes"]
    editor.setFocus()
    assert QApplication.focusWidget() is editor
    write(found, "amount_minutes", "90 min")
    found.save()
    assert QApplication.focusWidget() is not editor
    fake(pane).settle()
    assert QApplication.focusWidget() is editor


def test_a_promise_says_since_when_it_holds_and_its_name_whole(qtbot: Any) -> None:
    _, found = page(qtbot, "commitments")
    assert found.note.text().startswith("Zugesagt seit") and found.tree.topLevelItem(0).toolTip(0) == "Lösung dringend"


@pytest.mark.parametrize("name", ["calendars", "commitments"])
def test_a_form_does_not_scroll_sideways_in_a_small_window(qtbot: Any, name: str) -> None:
    pane, found = page(qtbot, name)
    pane.resize(800, 700)
    for code in ("de", "en"):
        language.install(QApplication.instance(), code)  # type: ignore[arg-type]  # the one there is
        QApplication.processEvents()
        room = found.form.parentWidget().parentWidget()
        assert isinstance(room, QScrollArea) and room.horizontalScrollBar().maximum() == 0, code
