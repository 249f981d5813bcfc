"""Calendars and service commitments being changed, as texts by field: what each becomes, and what keeps it from being saved. Pure.

Hours are written as people write them: ``08:00–12:00, 13:00–17:00``. Own days stand one to a line:
``24.12.2026; Heiligabend; 08:00–12:00``, without hours the office is closed that day. A span of time is a number with a unit: ``30 min``,
``4 h``; days are not offered, for in working time nobody knows whether one has 8 hours or 24.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta

from ticketdesk.domain.calendar import Hours, SpecialDay, calendar
from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commands.calendars import SaveCalendar
from ticketdesk.domain.commands.commitments import EndCommitment, SaveCommitment
from ticketdesk.domain.commitments import MAX_MINUTES, Commitment, Measure
from ticketdesk.domain.errors import BadInput
from ticketdesk.domain.ids import CalendarId, CategoryId, CommitmentId, CustomerGroupId, GroupId
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.domain.setup import Setup
from ticketdesk.domain.states import Kind, Priority, Reason
from ticketdesk.ui.panes.admin import draft
from ticketdesk.ui.panes.admin.draft import FINE, NO, YES, Fields, Problem, joined, parted

DAYS_OF_WEEK = tuple(f"day{number}" for number in range(7))
ZONE, REGION, OWN_DAYS, FOR_OFFICE, FOR_GROUPS, FOR_CUSTOMERS = "zone", "region", "days", "for_office", "group_ids", "customer_group_ids"
MEASURE, AMOUNT, COUNTS, BY_GROUP = "measure", "amount_minutes", "calendar_id", "group_id"
CUSTOMERS, CATEGORY, KIND, PRIORITY = "customer_group_id", "category_id", "kind", "priority"
STOPS, WARN, RAISE, HAND_TO = "stops", "warn_percent", "raise_priority", "hand_to_group_id"
ROUND_THE_CLOCK = "clock"
"""The choice that counts every hour."""

_SPAN = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*[-–—]\s*(\d{1,2})(?::(\d{2}))?")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{2})-(\d{2})")
_LENGTH = re.compile(r"(\d{1,7})\s*(min|h)")
_MINUTES = {"min": 1, "h": 60}


def hours_text(hours: Iterable[Hours]) -> str:
    """Return hours as they are written."""
    return ", ".join(f"{_clock(one.opens)}–{_clock(one.closes)}" for one in hours)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def hours_of(words: str) -> tuple[Hours, ...]:
    """Read hours; none from an empty text. Raises BadInput for what is no span of a day."""
    found = []
    for part in (part.strip() for part in re.split(r"[,;]", words)):
        if not part:
            continue
        match = _SPAN.fullmatch(part)
        if match is None:
            raise BadInput(detail={"field": "week", "why": "bad_hours"})
        one, two, three, four = (int(group or 0) for group in match.groups())
        found.append(Hours(one * 60 + two, three * 60 + four))
        if two > 59 or four > 59 or not found[-1].opens < found[-1].closes <= 1440:
            raise BadInput(detail={"field": "week", "why": "bad_hours"})
    return tuple(found)


def days_text(days: Iterable[SpecialDay]) -> str:
    """Return own days as they are written, one to a line."""
    return "\n".join("; ".join(part for part in (f"{day.on:%d.%m.%Y}", day.name_de or "–", hours_text(day.hours)) if part) for day in days)


def days_of(words: str) -> tuple[SpecialDay, ...]:
    """Read own days. Raises BadInput for a line that is none."""
    found = []
    for line in (line.strip() for line in words.splitlines()):
        if not line:
            continue
        when, name, hours = (*(part.strip() for part in line.split(";", 2)), "", "")[:3]
        match = _DAY.fullmatch(when)
        if match is None:
            raise BadInput(detail={"field": OWN_DAYS, "why": "bad_day"})
        day, month, year = (int(part) for part in (match.groups()[:3] if match[1] else match.groups()[:2:-1]))
        try:
            found.append(SpecialDay(date(year, month, day), name, name, hours_of(hours)))
        except ValueError as error:
            raise BadInput(detail={"field": OWN_DAYS, "why": "bad_day"}) from error
    return tuple(found)


def length_text(length: timedelta) -> str:
    """Return a span of time as it is written: ``4 h``, ``90 min``."""
    minutes = length // timedelta(minutes=1)
    return f"{minutes // 60} h" if minutes % 60 == 0 else f"{minutes} min"


def minutes_of(words: str) -> int:
    """Read a span of time in minutes. Raises BadInput."""
    match = _LENGTH.fullmatch(words.strip().lower())
    minutes = int(match[1]) * _MINUTES[match[2]] if match else 0
    if not 1 <= minutes <= MAX_MINUTES:
        raise BadInput(detail={"field": AMOUNT, "why": "bad_amount"})
    return minutes


def of_calendar(one: OfficeHours | None, setup: Setup) -> dict[str, str]:
    """Return a calendar, or the beginning of one, with who works by it."""
    if one is None:
        usual = dict.fromkeys(DAYS_OF_WEEK[:5], "08:00–12:00, 13:00–17:00")
        first = YES if not setup.calendars else ""
        return {draft.ACTIVE: YES, ZONE: "Europe/Berlin", FOR_OFFICE: first, **dict.fromkeys(DAYS_OF_WEEK, ""), **usual}
    return {
        draft.NAME: one.name, ZONE: one.calendar.zone, REGION: one.region, OWN_DAYS: days_text(one.own_days()),
        **{name: hours_text(one.calendar.week[day]) for day, name in enumerate(DAYS_OF_WEEK)},
        FOR_OFFICE: YES if setup.office.calendar_id == one.id else "",
        FOR_GROUPS: joined(group.id for group in setup.groups if group.calendar_id == one.id),
        FOR_CUSTOMERS: joined(group.id for group in setup.customer_groups if group.calendar_id == one.id),
        draft.ACTIVE: YES, draft.VERSION: str(one.version),
    }  # fmt: skip


def wrong_calendar(fields: Fields) -> Problem:
    """Return what keeps a calendar from being saved."""
    found = draft.wrong_name(fields)
    if found != FINE:
        return found
    for name in DAYS_OF_WEEK:
        if why := _why_not_hours(fields.get(name, "")):
            return name, why
    if not any(fields.get(name, "").strip() for name in DAYS_OF_WEEK):
        return DAYS_OF_WEEK[0], "no_working_hours"
    why = _why_not(lambda: _each_day(days_of(fields.get(OWN_DAYS, ""))))
    return (OWN_DAYS, why) if why else FINE


def _each_day(days: Iterable[SpecialDay]) -> None:
    for day in days:
        _one_day(day.hours)


def _why_not_hours(words: str) -> str:
    return _why_not(lambda: _one_day(hours_of(words)))


def _one_day(hours: tuple[Hours, ...]) -> None:
    """Let the calendar's own rules look at the hours of a day."""
    if hours:
        calendar("UTC", [hours] * 7)


def _why_not(read: Callable[[], object]) -> str:
    try:
        read()
    except BadInput as refusal:
        return str(refusal.detail["why"])
    return ""


def calendar_wish(fields: Fields, number: int | None) -> Command:
    """Return the wish to keep a calendar."""
    days = tuple(
        {"on": day.on.isoformat(), "name_de": day.name_de, "name_en": day.name_en, "hours": _pairs(day.hours)}
        for day in days_of(fields.get(OWN_DAYS, ""))
    )
    return SaveCalendar(
        None if number is None else CalendarId(number), None if number is None else int(fields.get(draft.VERSION) or 0),
        fields.get(draft.NAME, "").strip(), fields.get(ZONE, ""), fields.get(REGION, ""),
        tuple(_pairs(hours_of(fields.get(name, ""))) for name in DAYS_OF_WEEK), days, fields.get(FOR_OFFICE) == YES,
        tuple(GroupId(one) for one in parted(fields.get(FOR_GROUPS, ""))),
        tuple(CustomerGroupId(one) for one in parted(fields.get(FOR_CUSTOMERS, ""))),
    )  # fmt: skip


def _pairs(hours: Iterable[Hours]) -> tuple[tuple[int, int], ...]:
    return tuple((one.opens, one.closes) for one in hours)


def of_commitment(one: Commitment | None) -> dict[str, str]:
    """Return a service commitment, or the beginning of one."""
    if one is None:
        return {draft.ACTIVE: YES, MEASURE: str(int(Measure.RESOLUTION)), AMOUNT: "8 h", STOPS: str(int(Reason.REQUESTER)), WARN: "80"}
    return {
        draft.NAME: one.name, MEASURE: str(int(one.measure)), AMOUNT: length_text(one.amount),
        COUNTS: ROUND_THE_CLOCK if not one.business else _word(one.calendar_id), BY_GROUP: _word(one.group_id),
        CUSTOMERS: _word(one.customer_group_id), CATEGORY: _word(one.category_id), KIND: _word(one.kind), PRIORITY: _word(one.priority),
        STOPS: joined(one.stops), WARN: _word(one.warn_percent), RAISE: YES if one.raise_priority else "",
        HAND_TO: _word(one.hand_to_group_id),
        draft.ACTIVE: YES if one.valid_until is None else NO, draft.VERSION: str(one.version),
    }  # fmt: skip


def as_typed(fields: Fields, one: Commitment | None) -> Commitment | None:
    """Return a service commitment as it would be with what stands in the fields: for which tickets, and what is measured."""
    measure = _number(fields, MEASURE)
    if measure is None:
        return None
    kind, priority = _number(fields, KIND), _number(fields, PRIORITY)
    return Commitment(
        CommitmentId(0 if one is None else one.id), 0 if one is None else one.family_id, "", Measure(measure), timedelta(0), True, None,
        _id(GroupId, fields, BY_GROUP), _id(CustomerGroupId, fields, CUSTOMERS), _id(CategoryId, fields, CATEGORY),
        None if kind is None else Kind(kind), None if priority is None else Priority(priority), frozenset(), None, None, False, None,
        datetime.min, None, 0,
    )  # fmt: skip


def wrong_commitment(fields: Fields) -> Problem:
    """Return what keeps a service commitment from being saved."""
    found = draft.wrong_name(fields)
    if found != FINE:
        return found
    if why := _why_not(lambda: minutes_of(fields.get(AMOUNT, ""))):
        return AMOUNT, why
    if fields.get(BY_GROUP) and fields.get(MEASURE) == str(int(Measure.UPDATE)):
        return MEASURE, "out_of_range"
    warn = fields.get(WARN, "").strip()
    if warn and not (warn.isascii() and warn.isdigit() and 1 <= int(warn[:4]) <= 99):
        return WARN, "out_of_range"
    return FINE


def commitment_wish(fields: Fields, number: int | None) -> Command:
    """Return the wish to keep a service commitment, or to end it."""
    version = None if number is None else int(fields.get(draft.VERSION) or 0)
    if number is not None and fields.get(draft.ACTIVE) == NO:
        return EndCommitment(CommitmentId(number), version or 0)
    counts, warn = fields.get(COUNTS, ""), fields.get(WARN, "").strip()
    kind, priority = _number(fields, KIND), _number(fields, PRIORITY)
    return SaveCommitment(
        None if number is None else CommitmentId(number), version, fields.get(draft.NAME, "").strip(), Measure(int(fields[MEASURE])),
        minutes_of(fields.get(AMOUNT, "")), business=counts != ROUND_THE_CLOCK,
        calendar_id=CalendarId(int(counts)) if counts.isdigit() else None, group_id=_id(GroupId, fields, BY_GROUP),
        customer_group_id=_id(CustomerGroupId, fields, CUSTOMERS), category_id=_id(CategoryId, fields, CATEGORY),
        kind=None if kind is None else Kind(kind), priority=None if priority is None else Priority(priority),
        stops=tuple(Reason(one) for one in parted(fields.get(STOPS, ""))), warn_percent=int(warn) if warn else None,
        raise_priority=fields.get(RAISE) == YES, hand_to_group_id=_id(GroupId, fields, HAND_TO),
    )  # fmt: skip


def _number(fields: Mapping[str, str], name: str) -> int | None:
    word = fields.get(name, "")
    return int(word) if word else None


def _id(kind, fields: Mapping[str, str], name: str):  # type: ignore[no-untyped-def]  # the id's own type
    number = _number(fields, name)
    return None if number is None else kind(number)


def _word(number: int | None) -> str:
    return "" if number is None else str(int(number))
