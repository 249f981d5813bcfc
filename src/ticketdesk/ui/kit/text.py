"""Dates, spans and order as people of an office read them, in both languages. All times are aware and shown in local time.

German follows DIN 5008 (four-digit year, 24 h) and DIN 5007-1 (ä sorts as a). QLocale's short format has two-digit years: not used.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale

from ticketdesk.ui.kit import language


class DueTone(Enum):
    """How a date is shown: its icon, its colour and whether it is bold."""

    NONE = "none"
    NORMAL = "normal"
    TODAY = "today"
    OVERDUE = "overdue"
    STOPPED = "stopped"
    DONE = "done"


DUE_ICON = {
    DueTone.NORMAL: "calendar", DueTone.TODAY: "clock", DueTone.OVERDUE: "clock-exclamation", DueTone.STOPPED: "clock-pause",
    DueTone.DONE: "check",
}  # fmt: skip
DUE_TOKEN = {
    DueTone.NONE: "text2", DueTone.NORMAL: "text2", DueTone.TODAY: "warn", DueTone.OVERDUE: "bad", DueTone.STOPPED: "text2",
    DueTone.DONE: "text2",
}  # fmt: skip

PROMISE_ICON = {
    DueTone.NORMAL: "stopwatch", DueTone.TODAY: "stopwatch", DueTone.OVERDUE: "alert-triangle", DueTone.STOPPED: "player-pause",
    DueTone.DONE: "check",
}  # fmt: skip
"""A promise is known by other signs than a date."""


PRESSING = 0.8
"""From this share on a promise is shown as pressing."""


@dataclass(frozen=True, slots=True)
class Due:
    """A date in a word, and how to show it."""

    text: str
    tone: DueTone


def now() -> datetime:
    """Return the present moment, aware."""
    return datetime.now(UTC)


def date_time(at: datetime) -> str:
    """Return ``23.11.2026 14:03`` or ``23 Nov 2026 14:03``."""
    return f"{day(at)} {time(at)}"


def day(at: datetime | date) -> str:
    """Return ``23.11.2026`` or ``23 Nov 2026``."""
    on = _local(at)
    if language.current() == language.GERMAN:
        return f"{on.day:02d}.{on.month:02d}.{on.year:04d}"
    return f"{on.day} {_month(on.month)} {on.year:04d}"


def short_day(at: datetime | date, *, today: datetime | date | None = None) -> str:
    """Return ``Di 24.11.`` or ``Tue 24 Nov``; of another year than today's the whole date."""
    on = _local(at)
    if on.year != _local(today if today is not None else now()).year:
        return day(at)
    name = _weekday(on, QLocale.FormatType.ShortFormat)
    return f"{name} {on.day:02d}.{on.month:02d}." if language.current() == language.GERMAN else f"{name} {on.day} {_month(on.month)}"


def time(at: datetime) -> str:
    """Return ``14:03``."""
    return at.astimezone().strftime("%H:%M")


def day_head(at: datetime | date) -> str:
    """Return ``Montag, 23. November 2026`` or ``Monday, 23 November 2026``."""
    on = _local(at)
    name = _weekday(on, QLocale.FormatType.LongFormat)
    month = language.locale().monthName(on.month, QLocale.FormatType.LongFormat)
    dot = "." if language.current() == language.GERMAN else ""
    return f"{name}, {on.day}{dot} {month} {on.year:04d}"


def week(on: datetime | date) -> str:
    """Return the ISO week: ``KW 48`` or ``week 48``."""
    return _fill(QCoreApplication.translate("Text", "week {n}"), n=str(_local(on).isocalendar().week))


def day_and_week(at: datetime) -> str:
    """Return ``Mo 23.11.2026, KW 48``, for a status bar."""
    return f"{_weekday(_local(at), QLocale.FormatType.ShortFormat)} {day(at)}, {week(at)}"


def today_at(at: datetime, *, present: datetime | None = None) -> str:
    """Return ``today 14:03``, "" for a moment of another day."""
    if _local(at) != _local(present or now()):
        return ""
    return _fill(QCoreApplication.translate("Text", "today {time}"), time=time(at))


def due(
    at: datetime | None, *, at_now: datetime | None = None, stopped: bool = False, until: datetime | None = None, done: str = ""
) -> Due:
    """Return a date in a word; ``stopped`` when the clock stands still (``until`` a moment), ``done`` is the word for a finished case."""
    if done:
        return Due(done, DueTone.DONE)
    if stopped and until is not None:
        present = at_now or now()
        when = time(until) if _local(until) == _local(present) else short_day(until, today=present)
        return Due(_fill(QCoreApplication.translate("Text", "until {when}"), when=when), DueTone.STOPPED)
    if stopped:
        return Due(QCoreApplication.translate("Text", "stopped"), DueTone.STOPPED)
    if at is None:
        return Due("", DueTone.NONE)
    present = at_now or now()
    if at < present:
        return Due(_fill(QCoreApplication.translate("Text", "{span} late"), span=span(present - at)), DueTone.OVERDUE)
    if said := today_at(at, present=present):
        return Due(said, DueTone.TODAY)
    return Due(short_day(at, today=present), DueTone.NORMAL)


def promise(left: timedelta, amount: timedelta, *, stopped: bool) -> tuple[Due, float]:
    """Return what is left of a promise in a word, and which share of it is used; spans as its clock counts them, in working time."""
    used = min(max(1.0 - left / amount, 0.0), 1.0)
    if stopped:
        return Due(QCoreApplication.translate("TimeLeft", "stopped"), DueTone.STOPPED), used
    minutes = int(abs(left).total_seconds() // 60)
    if left < timedelta(0):
        return Due(_fill(QCoreApplication.translate("TimeLeft", "{span} over"), span=duration(minutes)), DueTone.OVERDUE), 1.0
    tone = DueTone.TODAY if used >= PRESSING else DueTone.NORMAL
    return Due(_fill(QCoreApplication.translate("TimeLeft", "{span} left"), span=duration(minutes)), tone), used


def span(length: timedelta) -> str:
    """Return a span of clock time in one unit: ``25 min``, ``2 h``, ``3 Tage``."""
    minutes = max(int(length.total_seconds() // 60), 0)
    if minutes < 60:
        return f"{max(minutes, 1)} min"
    if minutes < 24 * 60:
        return f"{minutes // 60} h"
    days = minutes // (24 * 60)
    if days == 1:
        return QCoreApplication.translate("Text", "1 day")
    return _fill(QCoreApplication.translate("Text", "{n} days"), n=str(days))


def duration(minutes: int) -> str:
    """Return a span of working time: ``12 min``, ``2 h 05``."""
    if minutes < 60:
        return f"{max(minutes, 0)} min"
    return f"{minutes // 60} h {minutes % 60:02d}"


def long_duration(length: timedelta) -> str:
    """Return a span of clock time as exactly as one reads it: ``12 min``, ``2 h 05``, ``3 days 4 h``."""
    minutes = max(int(length.total_seconds() // 60), 0)
    if minutes < 48 * 60:
        return duration(minutes)
    return _fill(QCoreApplication.translate("TimeLeft", "{n} days {h} h"), n=number(minutes // 1440), h=str(minutes % 1440 // 60))


def number(value: int) -> str:
    """Return a whole number with the language's separators."""
    return language.locale().toString(value)


def per_cent(share: float, places: int = 1) -> str:
    """Return a part of a whole as people read it: ``93,6 %``, ``93.6%``."""
    figure = language.locale().toString(round(share * 100, places), "f", places)
    return f"{figure} %" if language.current() == language.GERMAN else f"{figure}%"


SortKey = tuple[tuple[int, int, str], ...]


def sort_key(text: str) -> SortKey:
    """Return a key after DIN 5007-1: ä sorts as a, ß as ss, case and accents do not count, numbers by their value."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return tuple(
        (0, int(part), "") if part.isdecimal() and part.isascii() else (1, 0, part) for part in re.split(r"([0-9]+)", folded) if part
    )


def _local(at: datetime | date) -> date:
    return at.astimezone().date() if isinstance(at, datetime) else at


def _weekday(on: date, form: QLocale.FormatType) -> str:
    return _day_name(language.current(), on.isoweekday(), form)


@cache
def _day_name(_language: str, weekday: int, form: QLocale.FormatType) -> str:
    """Qt reads its tables anew for each name, and a list has one in each row."""
    return language.locale().standaloneDayName(weekday, form)


def _month(month: int) -> str:
    return language.locale().monthName(month, QLocale.FormatType.ShortFormat)


def _fill(text: str, **values: str) -> str:
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text
