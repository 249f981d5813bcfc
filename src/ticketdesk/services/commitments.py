"""Reads calendars, service commitments, and the clocks that run for a case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import or_, select

from ticketdesk.db.call import moment, read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.calendar import BusinessTime, Calendar, Hours, SpecialDay, calendar, lay_out
from ticketdesk.domain.commitments import Commitment, Measure, RunningClock
from ticketdesk.domain.due import Pause
from ticketdesk.domain.ids import CalendarId, CategoryId, CommitmentId, CustomerGroupId, GroupId, TicketId
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.domain.states import Kind, Priority, Reason
from ticketdesk.models import tables


def calendars(engine: Engine, years: tuple[date, date] | None = None, *, whole: bool = True) -> tuple[OfficeHours, ...]:
    """Return all calendars in use by name, with the office's own days, and the public holidays between two days (all when None).

    ``whole`` False leaves out the own days of other years as well: for those who only count.
    """
    rows = engine.rows(select(tables.calendar).where(tables.calendar.c.active).limit(500))
    hours = engine.rows(select(tables.calendar_hours).order_by(tables.calendar_hours.c.opens).limit(20_000))
    day = tables.calendar_day.c
    asked = select(tables.calendar_day).order_by(day.on_day).limit(200_000)
    if years is not None:
        within = day.on_day.between(*years)
        asked = asked.where(or_(~day.public, within) if whole else within)
    days = engine.rows(asked)
    made = [
        OfficeHours(
            CalendarId(row.id),
            row.name,
            row.region,
            row.version,
            _calendar(row.zone, [h for h in hours if h.calendar_id == row.id], [d for d in days if d.calendar_id == row.id]),
            row.laid_version == row.version,
        )
        for row in rows
    ]
    return tuple(sorted(made, key=lambda one: one.name.casefold()))


BACK, AHEAD = timedelta(days=400), timedelta(days=800)
"""What lists count with: promises of the last year and the next two."""


def hours(engine: Engine, today: date) -> dict[CalendarId, BusinessTime]:
    """Return the calendars in use, laid out around today."""
    since, until = today - BACK, today + AHEAD
    return {one.id: lay_out(one.calendar, since, until) for one in calendars(engine, (since, until), whole=False)}


def _calendar(zone: str, hours: list[Any], days: list[Any]) -> Calendar:
    week = [[Hours(row.opens, row.closes) for row in hours if row.weekday == day] for day in range(7)]
    special = [
        SpecialDay(
            row.on_day,
            row.name_de,
            row.name_en,
            tuple(Hours(opens, closes) for opens, closes in zip(row.opens, row.closes, strict=True)),
            public=row.public,
        )
        for row in days
    ]
    return calendar(zone, week, special)


def commitments(engine: Engine) -> tuple[Commitment, ...]:
    """Return every service commitment with its earlier forms, the newest form of each first."""
    table = tables.commitment
    return tuple(
        Commitment(
            CommitmentId(row.id), row.family_id, row.name, Measure(row.measure), timedelta(minutes=row.amount_minutes), row.business,
            _maybe(CalendarId, row.calendar_id), _maybe(GroupId, row.group_id), _maybe(CustomerGroupId, row.customer_group_id),
            _maybe(CategoryId, row.category_id), _maybe(Kind, row.kind), _maybe(Priority, row.priority), frozenset(map(Reason, row.stops)),
            row.warn_percent, row.warn_minutes, row.raise_priority, _maybe(GroupId, row.hand_to_group_id), row.valid_from, row.valid_until,
            row.version,
        )
        for row in engine.rows(select(table).order_by(table.c.family_id, table.c.valid_from.desc()).limit(5000))
    )  # fmt: skip


def _maybe(kind: Any, value: Any) -> Any:
    return None if value is None else kind(value)


def clocks(engine: Engine, ticket_id: TicketId) -> tuple[RunningClock, ...]:
    """Return the promises of a case, running ones first. Raises NotFound."""
    ((told,),) = read_function(engine, "clocks", (int(ticket_id),))
    return tuple(_clock(ticket_id, one) for one in told)


def _clock(ticket_id: TicketId, one: Mapping[str, Any]) -> RunningClock:
    return RunningClock(
        id=one["id"],
        ticket_id=ticket_id,
        commitment_id=CommitmentId(one["commitment"]),
        name=one["name"],
        measure=Measure(one["measure"]),
        group_id=_maybe(GroupId, one["group"]),
        calendar_id=_maybe(CalendarId, one["calendar"]),
        started_at=datetime.fromisoformat(one["started_at"]),
        amount=timedelta(minutes=one["amount_minutes"]),
        due_at=datetime.fromisoformat(one["due_at"]),
        stopped_at=moment(one["stopped_at"]),
        ended_at=moment(one["ended_at"]),
        kept=one["kept"],
        void=one["void"],
        laid_version=one["laid"],
        warned_at=moment(one["warned_at"]),
        pauses=tuple(Pause(datetime.fromisoformat(since), moment(until), reason) for since, until, reason in one["pauses"]),
    )
