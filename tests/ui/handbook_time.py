"""The handbook's pictures about time: a list with what is left, and what a case took. Drawn by handbook.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, HANDLER, IT, NOW
from tests.ui.panes.case.a_case import DESK, desk
from ticketdesk.domain.calendar import Hours, calendar
from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.durations import Booked, Durations, Spent, Stretch
from ticketdesk.domain.ids import CalendarId, GroupId, PersonId
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.domain.states import State
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.overview.pane import OverviewPane
from ticketdesk.ui.panes.overview.view import Density

HOUR = timedelta(hours=1)
_LEFT = (-2.1, 1.5, 2, 3.4, 20, 30, 44, 50, 70, 3, 8)


def left_of_promises(code: str) -> tuple[OverviewPane, FakeContext]:
    """A list in columns: what is left in working time, the age, and how long each has been in its state."""
    ctx = FakeContext(COORDINATOR, loaded=True, language=code)
    day = [Hours(480, 720), Hours(780, 1020)]
    ctx.server.hours = (OfficeHours(CalendarId(1), "Büro", "", 1, calendar("Europe/Berlin", [day] * 5 + [[], []]), True),)
    for number, row in enumerate(sorted(ctx.server.rows.values(), key=lambda one: one.id)):
        if not row.own and row.is_open:
            stopped = NOW - 3 * HOUR if row.state is State.WAITING else None
            ctx.put(replace(
                row, version=row.version + 1, state_since=row.recorded_at + number % 9 * HOUR, promise_stopped_at=stopped,
                promise_due_at=NOW + _LEFT[number % len(_LEFT)] * HOUR, promise_minutes=600, promise_calendar_id=CalendarId(1),
                promise_measure=Measure(number % 3 + 1),
            ))  # fmt: skip
    pane = OverviewPane(ctx)  # type: ignore[arg-type]  # the fake has the same members
    pane.set_wide(True)
    pane.set_density(Density.COMPACT)
    head = pane.list.table.head()
    for section, column in enumerate(pane.model.columns):
        head.show_column(section, shown=column.key in ("status", "number", "subject", "owner", "commitment", "age", "still"))
    return pane, ctx


def durations(code: str) -> tuple[CasePane, FakeContext]:
    """What a case took, and what was booked at it."""
    ctx = desk(language=code)

    def stretch(
        ago: float, length: float, worked: float, state: State, group: GroupId | None = None, who: PersonId | None = None
    ) -> Stretch:
        since, spent = NOW - ago * HOUR, Spent(length * HOUR, worked * HOUR)
        return Stretch(since, None if ago == length else since + length * HOUR, state, group, who, spent, spent)

    stretches = (
        stretch(77.2, 0.2, 0.2, State.NEW), stretch(77, 0.5, 0.5, State.CLARIFYING), stretch(76.5, 1.5, 1.5, State.ASSIGNED, IT),
        stretch(75, 3, 2, State.IN_PROGRESS, IT, HANDLER), stretch(72, 68.5, 5.5, State.WAITING, IT, HANDLER),
        stretch(3.5, 3.5, 2.5, State.IN_PROGRESS, IT, HANDLER),
    )  # fmt: skip
    remark = {"de": "Vor Ort am Etikettendrucker", "en": "On site at the label printer"}[code]
    booked = (Booked(9, HANDLER, 75, date(2026, 11, 20), remark), Booked(14, COORDINATOR, 40, NOW.date(), corrected=True))
    ctx.server.case_durations[DESK.id] = Durations(CalendarId(1), True, stretches, True, booked)
    pane = CasePane(ctx)  # type: ignore[arg-type]
    pane.show_case(DESK)
    return pane, ctx

