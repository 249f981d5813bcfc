"""Moments as other systems write them: which way of writing a column uses, and what one value of it means. Pure.

A way is chosen for a whole column, never value by value: 03/04/2025 is in March or in April, and only the other lines tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class Dates(StrEnum):
    """A way of writing moments."""

    ISO = "iso"
    """2025-03-04T08:00:00+01:00, also with a blank, without seconds, without the time."""
    DAY_FIRST = "day_first"
    """04.03.2025 08:00, also with strokes or slashes."""
    MONTH_FIRST = "month_first"
    """03/04/2025 8:00 AM."""
    EXCEL = "excel"
    """45720.3333: days since 1899-12-30, as a spreadsheet keeps them."""
    EPOCH = "epoch"
    """Seconds since 1970."""
    EPOCH_MS = "epoch_ms"
    """Milliseconds since 1970."""


class Unclear(ValueError):
    """A value that is no moment in this way of writing, or one without a time zone where none was named."""


_TIME = (
    r"(?:[ T,]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?P<part>[.,]\d{1,9})?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?(?:\s*Uhr)?)?"
)
_ZONE = r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
_PARTED = re.compile(r"(?P<a>\d{1,2})(?P<sign>[./-])\s?(?P<b>\d{1,2})(?P=sign)\s?(?P<year>\d{4}|\d{2})" + _TIME + _ZONE)
_ISO = re.compile(r"(?P<year>\d{4})(?P<sign>[-/.])(?P<b>\d{1,2})(?P=sign)(?P<a>\d{1,2})" + _TIME + _ZONE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_EXCEL_EPOCH = datetime(1899, 12, 30)


def moment(text: str, way: Dates, zone: str = "") -> datetime:
    """Return what a value means; ``zone`` holds for values that name none. Raises Unclear, with "zone" as its word when that is missing."""
    if way is Dates.ISO:
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            found = _matched(_ISO, text, day="a", month="b")
    elif way in (Dates.DAY_FIRST, Dates.MONTH_FIRST):
        day, month = ("a", "b") if way is Dates.DAY_FIRST else ("b", "a")
        found = _matched(_PARTED, text, day=day, month=month)
    else:
        found = _counted(text, way)
    if found.tzinfo is None:
        if not zone:
            raise Unclear("zone")
        found = _placed(found, zone)
    return found


def zone_of(name: str) -> tzinfo:
    """Return a time zone by its name. Raises ValueError."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(name) from error


def _placed(found: datetime, zone: str) -> datetime:
    # Of an hour that a night has twice the first is meant; one that it lacks is the moment of the change, as in calendars.
    return found.replace(tzinfo=zone_of(zone)).astimezone(UTC)


def _matched(pattern: re.Pattern[str], text: str, *, day: str, month: str) -> datetime:
    match = pattern.fullmatch(text.strip())
    if match is None:
        raise Unclear(text)
    held = match.groupdict()
    year = int(held["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    hour, half = int(held["hour"] or 0), (held["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            raise Unclear(text)
        hour = hour % 12 + (12 if half == "p" else 0)
    part = (held["part"] or ".0")[1:7].ljust(6, "0")
    try:
        found = datetime(year, int(held[month]), int(held[day]), hour, int(held["minute"] or 0), int(held["second"] or 0), int(part))
    except ValueError:
        raise Unclear(text) from None
    return found.replace(tzinfo=_offset(held["zone"])) if held["zone"] else found


def _offset(word: str) -> tzinfo:
    if word in ("Z", "UTC", "GMT"):
        return UTC
    sign = -1 if word[0] == "-" else 1
    digits = word[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def _counted(text: str, way: Dates) -> datetime:
    if not _NUMBER.fullmatch(text):
        raise Unclear(text)
    number = float(text.replace(",", "."))
    try:
        if way is Dates.EXCEL:
            # Spreadsheets count in days; what is left of a second is the rounding of their fractions.
            return _EXCEL_EPOCH + timedelta(seconds=round(number * 86400))
        return datetime.fromtimestamp(number / (1000 if way is Dates.EPOCH_MS else 1), UTC)
    except (OverflowError, ValueError, OSError):
        raise Unclear(text) from None


# Which way a column uses.

MOST_LINES = 5
"""How many lines a sentence names."""


@dataclass(slots=True)
class Finding:
    """What the values of a column say about how it writes moments. ``way`` None: they do not agree, or do not decide."""

    way: Dates | None = None
    zoned: bool = False
    """Every value names its own time zone."""
    mixed: bool = False
    ambiguous: bool = False
    """Day and month could be either way round on every line."""
    values: int = 0
    day_first: list[int] = field(default_factory=list)
    """Lines that can be read with the day first alone."""
    month_first: list[int] = field(default_factory=list)
    strange: list[int] = field(default_factory=list)
    """Lines that are no moment in the way most lines use."""


class Finder:
    """Looks at a column value by value, with numbers of lines."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._first: dict[str, list[int]] = {}
        self._zoned = self._values = 0

    def look(self, line: int, text: str) -> None:
        """Take one value into account."""
        text = text.strip()
        if not text:
            return
        self._values += 1
        kind, zoned = self._kind(text)
        self._zoned += zoned
        self._counts[kind] = self._counts.get(kind, 0) + 1
        lines = self._first.setdefault(kind, [])
        if len(lines) < MOST_LINES:
            lines.append(line)

    def _kind(self, text: str) -> tuple[str, bool]:
        match = _ISO.fullmatch(text)
        if match or _is_iso(text):
            return "iso", bool(match and match["zone"]) or (match is None and datetime.fromisoformat(text).tzinfo is not None)
        match = _PARTED.fullmatch(text)
        if match:
            a, b = int(match["a"]), int(match["b"])
            if a > 12 >= b:
                kind = "day"
            elif b > 12 >= a:
                kind = "month"
            # With points between them, the day comes first wherever points are written.
            elif match["sign"] == ".":
                kind = "day"
            else:
                kind = "either" if a <= 12 and b <= 12 else "strange"
            return kind, bool(match["zone"])
        if _NUMBER.fullmatch(text):
            number = float(text.replace(",", "."))
            for kind, low, high in (("excel", 32874, 110000), ("epoch", 6e8, 7.3e9), ("epoch_ms", 6e11, 7.3e12)):
                if low <= number <= high:
                    return kind, kind != "excel"
        return "strange", False

    def found(self) -> Finding:
        """Return what the values say together."""
        count = self._counts.get
        found = Finding(values=self._values, zoned=self._zoned == self._values > 0, strange=self._first.get("strange", []))
        parted = count("day", 0) + count("month", 0) + count("either", 0)
        ways = {"parted": parted} | {name: count(name, 0) for name in ("iso", "excel", "epoch", "epoch_ms")}
        best = max(ways, key=lambda name: ways[name])
        if not ways[best]:
            return found
        for name, kinds in (("iso", ("iso",)), ("parted", ("day", "month", "either")), ("excel", ("excel",)), ("epoch", ("epoch",))):
            if name != best:
                found.strange = sorted({*found.strange, *(line for kind in kinds for line in self._first.get(kind, []))})[:MOST_LINES]
        if best != "parted":
            found.way = Dates(best)
            return found
        found.day_first, found.month_first = self._first.get("day", []), self._first.get("month", [])
        if found.day_first and found.month_first:
            found.mixed = True
        elif found.day_first or found.month_first:
            found.way = Dates.DAY_FIRST if found.day_first else Dates.MONTH_FIRST
        else:
            found.ambiguous = True
        return found


def find(values: Iterable[tuple[int, str]]) -> Finding:
    """Look at a whole column."""
    finder = Finder()
    for line, text in values:
        finder.look(line, text)
    return finder.found()


def _is_iso(text: str) -> bool:
    if len(text) < 8 or _NUMBER.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
