"""When a promised time is over, what is left of it, and why: one computation for the moment and for its explanation.

A clock runs from a start, stops in pauses, and has used up its amount at one moment. Pauses after that moment no longer move it: what was
broken stays broken. Moments are taken in UTC: Python computes with two moments of one zone by the clock on the wall. The database computes
the same (sql/current/55_time), a property test compares both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from ticketdesk.domain.calendar import DAY_MINUTES, Calendar, Hours, civil
from ticketdesk.domain.row import value

NONE = timedelta(0)


class Clock(Protocol):
    """What counts time: a calendar laid out (``BusinessTime``) or every hour (``ROUND_THE_CLOCK``)."""

    def add(self, at: datetime, amount: timedelta) -> datetime:
        """The moment by which the amount has passed."""

    def subtract(self, until: datetime, amount: timedelta) -> datetime:
        """The latest moment from which the amount is left."""

    def between(self, since: datetime, until: datetime) -> timedelta:
        """How much has passed; none when ``until`` is not later."""


class RoundTheClock:
    """Clock time: every hour of every day counts."""

    def add(self, at: datetime, amount: timedelta) -> datetime:
        """The moment by which the amount has passed."""
        return at.astimezone(UTC) + amount

    def subtract(self, until: datetime, amount: timedelta) -> datetime:
        """The moment from which the amount is left."""
        return until.astimezone(UTC) - amount

    def between(self, since: datetime, until: datetime) -> timedelta:
        """How much has passed; none when ``until`` is not later."""
        return max(until.astimezone(UTC) - since.astimezone(UTC), NONE)


ROUND_THE_CLOCK = RoundTheClock()


@value
class Pause:
    """A stretch in which a clock stands still; without an end it still does."""

    since: datetime
    until: datetime | None = None
    reason: int = 0
    """Why, as the case says it (``states.Reason``)."""


@value
class Reading:
    """What a clock shows at a moment."""

    due_at: datetime | None
    """When the amount is used up; unknown while the clock stands still."""
    used: timedelta
    """Time used up, without pauses."""
    left: timedelta
    """What is left; negative by how much it is over."""
    stopped_since: datetime | None
    broken: bool
    """Whether the due moment is over: one rule for screens, warnings and reports, also where no working time has passed since."""


def due_at(clock: Clock, start: datetime, amount: timedelta, pauses: Sequence[Pause] = ()) -> datetime | None:
    """When an amount that began to run at ``start`` is used up; None while it stands still.

    ``pauses`` in order of time, none overlapping. Raises ``BadInput`` outside the years that are laid out.
    """
    begin = start.astimezone(UTC)
    due = clock.add(begin, amount)
    for pause in _utc(pauses):
        if pause.since >= due:
            break
        if pause.until is None:
            return None
        due = clock.add(due, clock.between(max(pause.since, begin), pause.until))
    return due


def _utc(pauses: Sequence[Pause]) -> list[Pause]:
    return [Pause(one.since.astimezone(UTC), one.until and one.until.astimezone(UTC), one.reason) for one in pauses]


def read(clock: Clock, start: datetime, amount: timedelta, pauses: Sequence[Pause], now: datetime) -> Reading:
    """What the clock shows at ``now``. Raises ``BadInput`` outside the years that are laid out."""
    begin, end = start.astimezone(UTC), now.astimezone(UTC)
    used = clock.between(begin, end)
    stopped: datetime | None = None
    for pause in _utc(pauses):
        if pause.since >= end:
            break
        used -= clock.between(max(pause.since, begin), min(pause.until or end, end))
        stopped = pause.since if pause.until is None or pause.until > end else None
    due = due_at(clock, start, amount, pauses)
    return Reading(due, used, amount - used, stopped, due is not None and end > due)


class Why(IntEnum):
    """What a line of an explanation says about its stretch of time."""

    COUNTED = 1
    PAUSED = 2
    DAY_OFF = 3
    """No hours on this weekday."""
    HOLIDAY = 4
    """A public holiday."""
    CLOSED = 5
    """A day on which the office decided to be closed."""


@value
class Line:
    """One line of «Why this date?»: a stretch of one civil day, in the calendar's zone."""

    on: date
    why: Why
    since: datetime
    until: datetime
    counted: timedelta
    name_de: str = ""
    name_en: str = ""
    reason: int = 0


def explain(
    calendar: Calendar | None,
    clock: Clock,
    start: datetime,
    amount: timedelta,
    pauses: Sequence[Pause] = (),
    *,
    zone: str = "Europe/Berlin",
) -> list[Line]:
    """The days that lead from a start to its due moment, or to the pause that still lasts; what was counted adds up to what was used.

    Without a calendar every hour counts, told in days of ``zone``. Raises ``BadInput`` outside the years that are laid out.
    """
    start, pauses = start.astimezone(UTC), _utc(pauses)
    end = due_at(clock, start, amount, pauses)
    if end is None:
        end = next(pause.since for pause in pauses if pause.until is None)
    place = ZoneInfo(zone if calendar is None else calendar.zone)
    lines: list[Line] = []
    day, last = start.astimezone(place).date(), end.astimezone(place).date()
    while day <= last:
        lines.extend(_day(calendar, place, day, (start, end), pauses))
        day += timedelta(days=1)
    return lines


def _day(
    calendar: Calendar | None, zone: ZoneInfo, day: date, whole: tuple[datetime, datetime], pauses: Sequence[Pause]
) -> Iterator[Line]:
    hours = (Hours(0, DAY_MINUTES),) if calendar is None else calendar.hours_on(day)
    special = None if calendar is None else calendar.special.get(day)
    name_de, name_en = ("", "") if special is None else (special.name_de, special.name_en)
    if not hours:
        why = Why.DAY_OFF if special is None else Why.HOLIDAY if special.public else Why.CLOSED
        yield Line(day, why, civil(zone, day, 0), civil(zone, day, DAY_MINUTES), NONE, name_de, name_en)
        return
    for one in hours:
        since, until = max(civil(zone, day, one.opens), whole[0]), min(civil(zone, day, one.closes), whole[1])
        for why, low, high, reason in _cut(since, until, pauses):
            yield Line(day, why, low, high, high - low if why is Why.COUNTED else NONE, name_de, name_en, reason)


def _cut(since: datetime, until: datetime, pauses: Sequence[Pause]) -> Iterator[tuple[Why, datetime, datetime, int]]:
    """A working stretch cut at the pauses within it."""
    at = since
    for pause in pauses:
        low, high = max(pause.since, at), until if pause.until is None else min(pause.until, until)
        if low >= high:
            continue
        if at < low:
            yield Why.COUNTED, at, low, 0
        yield Why.PAUSED, low, high, pause.reason
        at = high
    if at < until:
        yield Why.COUNTED, at, until, 0
