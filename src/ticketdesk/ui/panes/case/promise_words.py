"""The words of a promise: what it is, how it stands, and the lines that lead to its date; computes by domain/due.py, paints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.calendar import BusinessTime
from ticketdesk.domain.commitments import RunningClock
from ticketdesk.domain.due import ROUND_THE_CLOCK, Clock, Line, Reading, Why, explain, read
from ticketdesk.domain.ids import CalendarId
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.domain.states import Reason
from ticketdesk.services.office_files.book import Book, Column, Table
from ticketdesk.ui.kit import language, text, words

ANSWERED = 5
"""The reason of a pause in which the case lay answered (td.pause)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a promise stands: word, icon and colour, and how much of it is used (1.0: all)."""

    word: str
    icon: str
    token: str
    used: float


def hours_of(clock: RunningClock, calendars: Mapping[CalendarId, OfficeHours]) -> OfficeHours | None:
    """Return the calendar that a clock counts with; None when it counts every hour."""
    return None if clock.calendar_id is None else calendars.get(clock.calendar_id)


Laid = Mapping[CalendarId, BusinessTime]
"""Calendars laid out for the years that a case's promises need."""


def lay_out(clocks: Iterable[RunningClock], calendars: Mapping[CalendarId, OfficeHours], now: datetime) -> Laid:
    """Lay each calendar out once, for all promises that count with it."""
    years: dict[CalendarId, list[datetime]] = {}
    for clock in clocks:
        if clock.calendar_id is not None and clock.calendar_id in calendars:
            years.setdefault(clock.calendar_id, []).extend((clock.started_at, clock.due_at, clock.ended_at or now))
    return {number: calendars[number].around(min(moments).date(), max(moments).date()) for number, moments in years.items()}


def reading_of(clock: RunningClock, laid: Laid, now: datetime) -> Reading:
    """Return what the clock shows: at its end when it has ended, else now."""
    return read(_counting(clock, laid), clock.started_at, clock.amount, clock.pauses, clock.ended_at or now)


def _counting(clock: RunningClock, laid: Laid) -> Clock:
    return ROUND_THE_CLOCK if clock.calendar_id is None else laid.get(clock.calendar_id, ROUND_THE_CLOCK)


def standing(clock: RunningClock, reading: Reading) -> Standing:
    """Return how a promise stands, in working time where it counts working time."""
    used = reading.used / clock.amount
    if clock.void:
        return Standing(QCoreApplication.translate("Promises", "no longer holds"), "x", "text2", 0.0)
    if clock.ended_at is not None and clock.kept:
        return Standing(QCoreApplication.translate("Promises", "kept"), "check", "ok", min(used, 1.0))
    if reading.broken:
        over = QCoreApplication.translate("Promises", "{span} over").format(span=span(-reading.left))
        return Standing(over, "alert-triangle", "bad", 1.0)
    left = QCoreApplication.translate("Promises", "{span} left").format(span=span(reading.left))
    if reading.stopped_since is not None:
        return Standing(QCoreApplication.translate("Promises", "stopped, {left}").format(left=left), "player-pause", "text2", used)
    return Standing(left, "stopwatch", "warn" if used >= 0.8 else "text", used)


def span(length: timedelta) -> str:
    """Return a length in hours and minutes."""
    if timedelta(0) < length < timedelta(minutes=1):
        return QCoreApplication.translate("Promises", "under 1 min")
    return text.duration(int(length.total_seconds() // 60))


def due_word(clock: RunningClock, reading: Reading) -> str:
    """Return the date of a promise; without one while it is stopped."""
    due = reading.due_at if clock.runs else clock.due_at
    return QCoreApplication.translate("Promises", "open, the clock is stopped") if due is None else text.date_time(due)


def amount_word(clock: RunningClock, hours: OfficeHours | None) -> str:
    """Return how much was promised and what counts."""
    if hours is None:
        return QCoreApplication.translate("Promises", "{span}, around the clock").format(span=span(clock.amount))
    agreed = QCoreApplication.translate("Promises", "{span} of working time, {calendar}")
    return agreed.format(span=span(clock.amount), calendar=hours.name)


def why(clock: RunningClock, hours: OfficeHours | None, laid: Laid) -> list[tuple[str, str, str, str, str]]:
    """Return the lines of «Why this date?»: day, time, what, counted, sum so far."""
    calendar = None if hours is None else hours.calendar
    lines = explain(calendar, _counting(clock, laid), clock.started_at, clock.amount, clock.pauses)
    rows: list[tuple[str, str, str, str, str]] = []
    total = timedelta(0)
    for line in lines:
        total += line.counted
        counted = span(line.counted) if line.counted else ""
        zone = None if calendar is None else ZoneInfo(calendar.zone)
        rows.append((text.short_day(line.on), _hours(line, zone), _what(line), counted, span(total) if line.counted else ""))
    return rows


def _hours(line: Line, zone: ZoneInfo | None) -> str:
    if line.why in (Why.DAY_OFF, Why.HOLIDAY, Why.CLOSED):
        return ""
    since, until = line.since.astimezone(zone), line.until.astimezone(zone)
    # The midnight at the end of a day is 24:00: nobody reads «18:00–00:00» as a stretch of this day.
    end = "24:00" if until.date() > line.on else f"{until:%H:%M}"
    return f"{since:%H:%M}–{end}"


def _what(line: Line) -> str:
    name = line.name_en if language.current() == "en" else line.name_de
    match line.why:
        case Why.COUNTED:
            return QCoreApplication.translate("Promises", "counts")
        case Why.PAUSED:
            return QCoreApplication.translate("Promises", "stopped, {reason}").format(reason=pause_word(line.reason))
        case Why.DAY_OFF:
            return QCoreApplication.translate("Promises", "no working day")
        case Why.HOLIDAY:
            return QCoreApplication.translate("Promises", "{name} (public holiday)").format(name=name)
        case Why.CLOSED:
            return QCoreApplication.translate("Promises", "{name} (closed)").format(name=name or "–")


def pause_word(reason: int) -> str:
    """Return why a clock stood still."""
    if reason == ANSWERED:
        return QCoreApplication.translate("Promises", "answered, until it was opened again")
    return QCoreApplication.translate("Promises", "waits {reason}").format(reason=words.reason(Reason(reason)))


def as_book(title: str, facts: Sequence[str], heads: Sequence[str], rows: Sequence[tuple[str, str, str, str, str]]) -> Book:
    """Return an explanation as a table to print."""
    day, time, what, counted, total = heads
    columns = (Column(day, 14), Column(time, 14), Column(what, 36), Column(counted, 12, number=True), Column(total, 12, number=True))
    return Book(title, tuple(facts), (Table("", columns, tuple(rows)),), german=language.current() == language.GERMAN)
