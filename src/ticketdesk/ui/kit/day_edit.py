"""A field for a day, or for a month alone, written as all other dates are in the present language."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale
from PySide6.QtWidgets import QDateEdit, QWidget

from ticketdesk.ui.kit import language


class DayEdit(QDateEdit):
    """Shows a day, which always is one; a calendar opens from it."""

    def __init__(self, parent: QWidget | None = None, *, first: date = date(1990, 1, 1), last: date = date(2199, 12, 30)) -> None:
        super().__init__(parent)
        self._months = False
        self.setCalendarPopup(True)
        self.setDateRange(_qt(first), _qt(last))
        self._write()

    def value(self) -> date:
        """Return the day."""
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def set_value(self, day: date) -> None:
        """Show a day."""
        self.setDate(_qt(day))

    def set_months_alone(self, months: bool) -> None:
        """Show month and year alone, or the whole day."""
        self._months = months
        self._write()

    def _write(self) -> None:
        self.setLocale(QLocale())
        self.setDisplayFormat(language.day_format(day=not self._months))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
