"""Dates, spans and order as an office reads them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from ticketdesk.ui.kit import language, text
from ticketdesk.ui.kit.text import Due, DueTone


def _local(*parts: int) -> datetime:
    return datetime(*parts).astimezone()  # type: ignore[arg-type]  # year, month, day, hour, minute


NOW = _local(2026, 11, 23, 14, 3)


def test_german_dates(qapp: QApplication) -> None:
    assert text.date_time(NOW) == "23.11.2026 14:03"
    assert text.date_time(NOW.astimezone(UTC)) == "23.11.2026 14:03"
    assert text.day_head(NOW) == "Montag, 23. November 2026"
    assert text.day_and_week(NOW) == "Mo 23.11.2026, KW 48"
    assert text.short_day(_local(2026, 11, 5, 1, 0), today=NOW) == "Do 05.11."
    assert text.short_day(_local(2027, 1, 5, 1, 0), today=NOW) == "05.01.2027"


def test_english_dates(qapp: QApplication) -> None:
    language.install(qapp, "en")
    assert text.date_time(NOW) == "23 Nov 2026 14:03"
    assert text.day_head(NOW) == "Monday, 23 November 2026"
    assert text.short_day(_local(2026, 11, 24, 1, 0), today=NOW) == "Tue 24 Nov"
    assert text.week(NOW) == "week 48"


@pytest.mark.parametrize(
    ("at", "german", "english", "tone"),
    [
        (NOW - timedelta(hours=2), "überf. 2 h", "2 h late", DueTone.OVERDUE),
        (NOW - timedelta(seconds=5), "überf. 1 min", "1 min late", DueTone.OVERDUE),
        (NOW - timedelta(days=1, hours=3), "überf. 1 Tag", "1 day late", DueTone.OVERDUE),
        (NOW - timedelta(days=3), "überf. 3 Tage", "3 days late", DueTone.OVERDUE),
        (_local(2026, 11, 23, 16, 0), "heute 16:00", "today 16:00", DueTone.TODAY),
        (_local(2026, 11, 24, 9, 0), "Di 24.11.", "Tue 24 Nov", DueTone.NORMAL),
    ],
)
def test_due_words(qapp: QApplication, at: datetime, german: str, english: str, tone: DueTone) -> None:
    assert text.due(at, at_now=NOW) == Due(german, tone)
    language.install(qapp, "en")
    assert text.due(at, at_now=NOW) == Due(english, tone)


def test_due_words_of_other_cases() -> None:
    assert text.due(None, at_now=NOW) == Due("", DueTone.NONE)
    assert text.due(NOW - timedelta(days=1), at_now=NOW, stopped=True) == Due("angehalten", DueTone.STOPPED)
    assert text.due(NOW - timedelta(days=1), at_now=NOW, done="beantwortet") == Due("beantwortet", DueTone.DONE)


def test_spans_and_numbers() -> None:
    assert [text.duration(minutes) for minutes in (0, 12, 60, 125, 851)] == ["0 min", "12 min", "1 h 00", "2 h 05", "14 h 11"]
    assert text.number(1234567) == "1.234.567"


def test_sorting_after_din_5007() -> None:
    names = ["Zebra", "äpfel", "Apfel 10", "Apfel 9", "Straße", "Strasse b", "Öl", "Ofen", "Ü1", "u2"]
    assert sorted(names, key=text.sort_key) == ["äpfel", "Apfel 9", "Apfel 10", "Ofen", "Öl", "Straße", "Strasse b", "Ü1", "u2", "Zebra"]
    assert sorted(["10 a", "x", "9 b", ""], key=text.sort_key) == ["", "9 b", "10 a", "x"]
