"""Business time: which moments count as working time, adding to it and measuring it; no Qt, no database, no library.

A calendar (weekly hours, holidays, own days, time zone) is laid out once as spans with a running sum. From then on adding and
measuring are two look-ups each, here and in the database (sql/current/55_time), which reads the very same spans: there is one
result, not two rules that agree by luck. Amounts are whole microseconds, as PostgreSQL keeps moments.

Civil time becomes a moment by the rules of the zone: a night in which the clock is put forward has an hour less. A wall-clock time that
does not exist that night is the moment of the change; of two equal ones the first counts (IANA time zone database through zoneinfo).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from ticketdesk.domain.errors import BadInput
from ticketdesk.domain.row import value

DAY_MINUTES = 24 * 60
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
_MINUTE = 60_000_000
_DAY = DAY_MINUTES * _MINUTE


@dataclass(frozen=True, slots=True, order=True)
class Hours:
    """A stretch of one day that counts, in minutes since midnight; 1440 is the midnight at its end."""

    opens: int
    closes: int


@value
class SpecialDay:
    """A day with hours of its own: a public holiday or a day on which the office is closed has none."""

    on: date
    name_de: str
    name_en: str
    hours: tuple[Hours, ...] = ()
    public: bool = False
    """Whether it is a public holiday; else the office decided so."""


@value
class Calendar:
    """When an office works: hours per weekday (Monday first), special days, time zone. Made by ``calendar``, which checks it."""

    zone: str
    week: tuple[tuple[Hours, ...], ...]
    special: Mapping[date, SpecialDay] = field(default_factory=dict)

    def hours_on(self, on: date) -> tuple[Hours, ...]:
        """What counts on a day."""
        special = self.special.get(on)
        return self.week[on.weekday()] if special is None else special.hours


def calendar(zone: str, week: Sequence[Sequence[Hours]], special: Sequence[SpecialDay] = ()) -> Calendar:
    """Check and make a calendar; own days win over public holidays. Raises ``BadInput`` with the reason."""
    if len(week) != 7 or not any(week):
        raise BadInput(detail={"field": "calendar", "why": "no_working_hours"})
    for day in [*week, *(one.hours for one in special)]:
        _check_day(day)
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise BadInput(detail={"field": "calendar", "why": "unknown_zone"}) from error
    by_day: dict[date, SpecialDay] = {}
    for one in sorted(special, key=lambda one: not one.public):
        by_day[one.on] = one
    return Calendar(zone, tuple(tuple(sorted(day)) for day in week), by_day)


def _check_day(day: Sequence[Hours]) -> None:
    before = 0
    for hours in sorted(day):
        if not 0 <= hours.opens < hours.closes <= DAY_MINUTES:
            raise BadInput(detail={"field": "calendar", "why": "bad_hours"})
        if hours.opens < before:
            raise BadInput(detail={"field": "calendar", "why": "overlapping_hours"})
        before = hours.closes


def micros(moment: datetime) -> int:
    """Microseconds since 1970-01-01T00:00Z of an aware moment, exactly."""
    return (moment - EPOCH) // MICROSECOND


def moment(value: int) -> datetime:
    """The moment, in UTC, of a number of microseconds since 1970-01-01T00:00Z."""
    return EPOCH + value * MICROSECOND


@value
class BusinessTime:
    """A calendar laid out: spans in microseconds since 1970, sorted, disjoint, and the sum of all spans before each."""

    starts: list[int]
    ends: list[int]
    before: list[int]
    begins: int
    """From here on moments can be asked about …"""
    expires: int
    """… and up to here."""

    def add(self, at: datetime, amount: timedelta) -> datetime:
        """The moment by which an amount of working time after ``at`` has passed; with none it is ``at`` itself.

        An amount that ends with a working day is due then, not on the next morning. Raises ``BadInput`` outside the laid-out years.
        """
        wanted = amount // MICROSECOND
        if wanted < 0:
            raise BadInput(detail={"field": "calendar", "why": "bad_amount"})
        point = micros(at)
        total = self._elapsed(point) + wanted
        if wanted == 0:
            return at
        index = bisect_left(self.before, total) - 1
        value = self.starts[index] + total - self.before[index]
        if value > self.ends[index]:
            raise BadInput(detail={"field": "calendar", "why": "outside_calendar"})
        return moment(value)

    def subtract(self, until: datetime, amount: timedelta) -> datetime:
        """The latest moment from which on exactly an amount of working time is left until ``until``. Raises ``BadInput`` like ``add``."""
        wanted = amount // MICROSECOND
        if wanted < 0:
            raise BadInput(detail={"field": "calendar", "why": "bad_amount"})
        total = self._elapsed(micros(until)) - wanted
        if wanted == 0:
            return until
        index = bisect_right(self.before, total) - 1
        if index < 0:
            raise BadInput(detail={"field": "calendar", "why": "outside_calendar"})
        return moment(self.starts[index] + total - self.before[index])

    def between(self, since: datetime, until: datetime) -> timedelta:
        """The working time from one moment to another; none when the second is not later. Raises ``BadInput`` outside the years."""
        low, high = micros(since), micros(until)
        return timedelta(0) if high <= low else (self._elapsed(high) - self._elapsed(low)) * MICROSECOND

    def is_open(self, at: datetime) -> bool:
        """Whether a moment is working time."""
        point = micros(at)
        index = bisect_right(self.starts, point) - 1
        return index >= 0 and point < self.ends[index]

    def next_open(self, at: datetime) -> datetime:
        """``at`` itself if it is working time, else the next opening. Raises ``BadInput`` outside the laid-out years."""
        if self.is_open(at):
            return at
        index = bisect_left(self.starts, micros(at))
        if index >= len(self.starts):
            raise BadInput(detail={"field": "calendar", "why": "outside_calendar"})
        return moment(self.starts[index])

    def _elapsed(self, point: int) -> int:
        if not self.begins <= point <= self.expires:
            raise BadInput(detail={"field": "calendar", "why": "outside_calendar"})
        index = bisect_right(self.starts, point) - 1
        return 0 if index < 0 else self.before[index] + min(point, self.ends[index]) - self.starts[index]


def lay_out(calendar: Calendar, since: date, until: date) -> BusinessTime:
    """Lay a calendar out from one day to another, both included."""
    zone = ZoneInfo(calendar.zone)
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _spans(calendar, zone, since, until):
        if ends and start <= ends[-1]:
            # One working night across midnight, or a time that the change of clocks has moved: no span twice.
            ends[-1] = max(ends[-1], end)
        elif start < end:
            starts.append(start)
            ends.append(end)
    before, total = [], 0
    for start, end in zip(starts, ends, strict=True):
        before.append(total)
        total += end - start
    return BusinessTime(starts, ends, before, _civil(zone, since, 0), _civil(zone, until, DAY_MINUTES))


def _spans(calendar: Calendar, zone: ZoneInfo, since: date, until: date) -> Iterator[tuple[int, int]]:
    day, one = since, timedelta(days=1)
    offset = _offset(zone, day)
    while day <= until:
        tomorrow = _offset(zone, day + one)
        midnight = (day - EPOCH.date()).days * _DAY - offset
        for hours in calendar.hours_on(day):
            if tomorrow == offset:
                # All days but two a year; some years of them have to be laid out within a blink.
                yield midnight + hours.opens * _MINUTE, midnight + hours.closes * _MINUTE
            else:
                yield _civil(zone, day, hours.opens), _civil(zone, day, hours.closes)
        day, offset = day + one, tomorrow


def _offset(zone: ZoneInfo, day: date) -> int:
    offset = datetime(day.year, day.month, day.day, tzinfo=zone).utcoffset()
    return 0 if offset is None else offset // MICROSECOND


def civil(zone: ZoneInfo, on: date, minute: int) -> datetime:
    """The moment, in UTC, of a minute of a civil day (1440: its end)."""
    return moment(_civil(zone, on, minute))


def _civil(zone: ZoneInfo, on: date, minute: int) -> int:
    wall = datetime(on.year, on.month, on.day) + timedelta(minutes=minute)
    first = wall.replace(tzinfo=zone)
    point = micros(first.astimezone(UTC))
    if first.utcoffset() == first.replace(fold=1).utcoffset():
        return point
    after = micros(first.replace(fold=1).astimezone(UTC))
    # Of a doubled hour the first; of a missing one the moment at which the clock is put forward.
    return point if after >= point else _change(zone, after, point)


def _change(zone: ZoneInfo, low: int, high: int) -> int:
    """The first moment with the later offset, between two moments."""
    old = moment(low).astimezone(zone).utcoffset()
    while high - low > 1:
        middle = (low + high) // 2
        if moment(middle).astimezone(zone).utcoffset() == old:
            low = middle
        else:
            high = middle
    return high
