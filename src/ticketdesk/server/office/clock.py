"""Office hours of the made-up office: when people report and work. German civil time by rule, because a bare machine has no zone data."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random

OPENS, CLOSES = time(7, 20), time(17, 10)
_HOLIDAYS = frozenset({(1, 1), (5, 1), (10, 3), (12, 24), (12, 25), (12, 26), (12, 31)})
"""Month and day; the movable ones are left out, nobody looks that closely."""


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def offset(at: datetime) -> timedelta:
    """Return how far German civil time is ahead of UTC at a moment (EU rule: 01:00 UTC on the last Sundays of March and October)."""
    begins = datetime.combine(_last_sunday(at.year, 3), time(1), UTC)
    ends = datetime.combine(_last_sunday(at.year, 10), time(1), UTC)
    return timedelta(hours=2 if begins <= at < ends else 1)


def local(at: datetime) -> datetime:
    """Return German wall-clock time, naive."""
    return (at + offset(at)).replace(tzinfo=None)


def moment(day: date, at: time) -> datetime:
    """Return the moment of a wall-clock time on a day."""
    noon = datetime.combine(day, time(12), UTC)
    return datetime.combine(day, at, UTC) - offset(noon)


def is_workday(day: date) -> bool:
    """Tell whether the office is open on a day."""
    return day.weekday() < 5 and (day.month, day.day) not in _HOLIDAYS


def workday_on_or_after(day: date) -> date:
    """Return the day itself, or the next one on which the office is open."""
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def later(at: datetime, minutes: float) -> datetime:
    """Return the moment after so many minutes of office hours."""
    left = timedelta(minutes=minutes)
    while True:
        here = local(at)
        day = here.date()
        if not is_workday(day) or here.time() >= CLOSES:
            at = moment(workday_on_or_after(day + timedelta(days=1)), OPENS)
            continue
        if here.time() < OPENS:
            at = moment(day, OPENS)
        end = moment(day, CLOSES)
        if at + left <= end:
            return at + left
        left -= end - at
        at = moment(workday_on_or_after(day + timedelta(days=1)), OPENS)


def random_moment(dice: Random, day: date) -> datetime:
    """Return a moment on a workday; most reports come in the morning."""
    begin = moment(day, OPENS)
    length = (moment(day, CLOSES) - begin).total_seconds()
    return begin + timedelta(seconds=round(length * min(dice.betavariate(1.6, 2.4), 0.999), 3))
