"""The tab «Zusagen»: what was promised, how it stands in working time, and why it has this date."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR
from tests.ui.panes.case.a_case import DESK, desk, desk_case
from ticketdesk.domain.calendar import BusinessTime, Hours, SpecialDay, calendar
from ticketdesk.domain.commitments import Measure, RunningClock
from ticketdesk.domain.due import Pause
from ticketdesk.domain.errors import Away
from ticketdesk.domain.ids import CalendarId, CommitmentId
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.ui.kit import language, text
from ticketdesk.ui.kit.paper_window import PaperWindow
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.case.promises_page import PromisesPage

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY = datetime(2026, 12, 11, 15, tzinfo=BERLIN).astimezone(UTC)
DAY = [Hours(480, 720), Hours(780, 1020)]
SHUT = SpecialDay(date(2026, 12, 14), "Betriebsausflug", "Office outing")
OFFICE = OfficeHours(CalendarId(1), "Büro Augsburg", "DE-Augsburg", 1, calendar("Europe/Berlin", [DAY] * 5 + [[], []], [SHUT]), laid=True)


def clock(**words: Any) -> RunningClock:
    given: dict[str, Any] = {
        "id": 1, "ticket_id": DESK.id, "commitment_id": CommitmentId(1), "name": "Lösung Standard", "measure": Measure.RESOLUTION,
        "group_id": None, "calendar_id": CalendarId(1), "started_at": FRIDAY, "amount": timedelta(hours=4),
        "due_at": datetime(2026, 12, 15, 10, tzinfo=BERLIN).astimezone(UTC), "stopped_at": None, "ended_at": None, "kept": None,
        "void": False, "pauses": (),
    }  # fmt: skip
    return RunningClock(**(given | words))


def page(qtbot: QtBot, ctx: FakeContext) -> PromisesPage:
    pane = CasePane(ctx)  # type: ignore[arg-type]  # the fake has the six members
    qtbot.addWidget(pane)
    pane.resize(1200, 800)
    pane.show_case(DESK)
    ctx.settle()
    pane.show()
    pane.tabs.set_current_key("promises")
    ctx.settle()
    found = pane.center.currentWidget()
    assert isinstance(found, PromisesPage)
    return found


def shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *clocks: RunningClock, now: datetime = FRIDAY) -> PromisesPage:
    ctx = desk(COORDINATOR)
    ctx.server.case_clocks[DESK.id] = clocks
    ctx.server.hours = (OFFICE,)
    monkeypatch.setattr(text, "now", lambda: now)
    return page(qtbot, ctx)


def rows(table: Any) -> list[list[str]]:
    return [[table.topLevelItem(n).text(column) for column in range(5)] for n in range(table.topLevelItemCount())]


def test_what_is_left_is_working_time(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    found = shown(qtbot, monkeypatch, clock(), now=datetime(2026, 12, 12, 9, tzinfo=UTC))
    assert rows(found.promises) == [
        ["Lösung Standard", "Lösung", "15.12.2026 10:00", "noch 2 h 00", "4 h 00"],
    ]  # fmt: skip
    assert found.promises.topLevelItem(0).toolTip(4) == "4 h 00 Arbeitszeit, Büro Augsburg"


def test_why_this_date(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    found = shown(qtbot, monkeypatch, clock())
    assert rows(found.why) == [
        ["Fr 11.12.", "15:00–17:00", "zählt", "2 h 00", "2 h 00"],
        ["Sa 12.12.", "", "kein Arbeitstag", "", ""],
        ["So 13.12.", "", "kein Arbeitstag", "", ""],
        ["Mo 14.12.", "", "Betriebsausflug (geschlossen)", "", ""],
        ["Di 15.12.", "08:00–10:00", "zählt", "2 h 00", "4 h 00"],
    ]


def test_an_explanation_is_printed_with_its_case_and_who_printed_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    found = shown(qtbot, monkeypatch, clock())
    found.print_it.click()
    qtbot.waitUntil(lambda: bool(found.window().findChildren(PaperWindow)))
    (window,) = found.window().findChildren(PaperWindow)
    paper = window.pages.paper()
    assert paper is not None
    printed = paper.words()
    for words in ("Warum 15.12.2026 10:00?", desk_case().subject, "Betriebsausflug", "Zeitzone Europe/Berlin"):
        assert words in printed
    window.close()


def test_a_calendar_is_laid_out_once_for_all_promises(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[CalendarId] = []
    around = OfficeHours.around

    def counted(self: OfficeHours, since: date, until: date) -> BusinessTime:
        laid.append(self.id)
        return around(self, since, until)

    monkeypatch.setattr(OfficeHours, "around", counted)
    found = shown(qtbot, monkeypatch, clock(), clock(id=2, name="Zweite"), clock(id=3, calendar_id=None))
    found.promises.setCurrentItem(found.promises.topLevelItem(1))
    found._tick()
    assert found.book_of() is not None and laid == [CalendarId(1)]


def test_a_narrow_page_shortens_the_name_alone(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    found = shown(qtbot, monkeypatch, clock(name="Lösung für dringende Störungen der Fertigung"))
    found.promises.setFixedWidth(520)
    QApplication.processEvents()
    header = found.promises.header()
    assert header.length() <= found.promises.viewport().width() and found.promises.columnWidth(0) < header.sectionSizeHint(0) * 4
    assert all(found.promises.columnWidth(column) >= found.promises.sizeHintForColumn(column) for column in range(1, 5))


def test_pauses_are_named_and_a_stopped_clock_has_no_date(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    waits = Pause(FRIDAY + timedelta(hours=1), None, 1)
    found = shown(qtbot, monkeypatch, clock(pauses=(waits,), stopped_at=waits.since), now=FRIDAY + timedelta(days=9))
    assert rows(found.promises)[0][2:4] == ["offen, die Uhr steht", "angehalten, noch 3 h 00"]
    waited = Pause(FRIDAY + timedelta(hours=1), FRIDAY + timedelta(hours=2), 1)
    found = shown(qtbot, monkeypatch, clock(pauses=(waited,)))
    assert ["Fr 11.12.", "16:00–17:00", "angehalten, wartet auf Ersteller", "", ""] in rows(found.why)


def test_broken_kept_void_and_around_the_clock(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    late = datetime(2026, 12, 15, 12, tzinfo=BERLIN)
    found = shown(
        qtbot, monkeypatch, clock(),
        clock(id=2, ended_at=FRIDAY + timedelta(minutes=30), kept=True),
        clock(id=3, ended_at=FRIDAY + timedelta(minutes=30), void=True),
        clock(id=4, calendar_id=None, due_at=FRIDAY + timedelta(hours=4)),
        now=late.astimezone(UTC),
    )  # fmt: skip
    assert [row[3] for row in rows(found.promises)] == ["2 h 00 darüber", "eingehalten", "gilt nicht mehr", "89 h 00 darüber"]
    found.promises.setCurrentItem(found.promises.topLevelItem(3))
    assert rows(found.why) == [["Fr 11.12.", "15:00–19:00", "zählt", "4 h 00", "4 h 00"]]


def test_the_chosen_one_stays_chosen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    found = shown(qtbot, monkeypatch, clock(), clock(id=2, name="Zweite"))
    found.promises.setCurrentItem(found.promises.topLevelItem(1))
    found._tick()
    current = found.promises.currentItem()
    assert current is not None and current.text(0) == "Zweite" and current.data(0, Qt.ItemDataRole.UserRole) == 2


def test_empty_and_away_say_what_is(qtbot: QtBot, qapp: QApplication) -> None:
    found = page(qtbot, desk(COORDINATOR))
    assert found._empty.labels()[0].text() == "Für diesen Vorgang gilt keine Zusage" and found._empty.isVisible()
    found._failed(Away())
    assert found.note.isVisible() and "Keine Verbindung" in found.note.text()
    language.install(qapp, "en")
    found.retranslate()
    assert found._empty.labels()[0].text() == "No promise holds for this ticket"


def test_calendars_are_read_once_and_again_when_a_clock_counts_with_a_newer_one(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown_page = shown(qtbot, monkeypatch, clock(laid_version=1))
    ctx = shown_page.ctx
    assert isinstance(ctx, FakeContext)

    def moved_on(seq: int) -> int:
        shown_page.set_case(replace(desk_case(), seq=1000 + seq), ())
        ctx.settle()
        return ctx.server.asked.count("calendars")

    assert moved_on(1) == moved_on(2) == 1
    ctx.server.case_clocks[DESK.id] = (clock(laid_version=2),)
    assert moved_on(3) == 2


def test_who_works_by_another_clock_is_told_what_the_calendars_clock_says(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    there = replace(OFFICE, calendar=replace(OFFICE.calendar, zone="Pacific/Auckland"))
    ctx = desk(COORDINATOR)
    monkeypatch.setattr(text, "now", lambda: FRIDAY)
    ctx.server.hours, ctx.server.case_clocks[DESK.id] = (there,), (clock(),)
    due = clock().due_at.astimezone(ZoneInfo("Pacific/Auckland"))
    assert f"Zeitzone Pacific/Auckland, dort fällig um {due:%H:%M} Uhr" in page(qtbot, ctx).facts.text()
    assert "dort fällig" not in shown(qtbot, monkeypatch, clock()).facts.text()


def test_other_hours_move_what_is_shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    found = shown(qtbot, monkeypatch, clock())
    ctx = found.ctx
    assert isinstance(ctx, FakeContext)
    for hours, tell in ((5, "row"), (6, "all")):
        moved = clock(due_at=clock().due_at + timedelta(hours=hours - 4), amount=timedelta(hours=hours))
        ctx.server.case_clocks[DESK.id] = (moved,)
        if tell == "row":
            row = replace(ctx.server.rows[DESK], promise_due_at=moved.due_at)
            found.set_case(row, ())
        else:
            ctx.store.refreshed.emit()
        ctx.settle()
        assert rows(found.promises)[0][2] == text.date_time(moved.due_at)


def test_a_promise_broken_a_moment_ago_is_not_said_to_be_over_by_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    late = clock().due_at + timedelta(seconds=20)
    assert rows(shown(qtbot, monkeypatch, clock(), now=late).promises)[0][3] == "unter 1 min darüber"
