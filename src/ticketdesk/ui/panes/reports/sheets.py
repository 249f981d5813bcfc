"""What all reports have in common: the words for periods, parts of a table, the lines above the first one. Not here: what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.ids import CustomerGroupId, GroupId
from ticketdesk.domain.report import Period, ReportWish
from ticketdesk.services.directory import Directory
from ticketdesk.services.office_files.book import Book, Share, Table
from ticketdesk.services.reports import Answer
from ticketdesk.ui.kit import language, text
from ticketdesk.ui.kit.charts import ink
from ticketdesk.ui.kit.charts.figures import Chart, Figures
from ticketdesk.ui.kit.paper import Drawing, Paper


@dataclass(frozen=True, slots=True)
class Sheets:
    """A report ready to be shown: its book, its charts, and who made it."""

    book: Book
    made: str
    drawings: tuple[tuple[str, float, Drawing], ...] = field(default=())

    def paper(self) -> Paper:
        """Return it on pages."""
        return Paper(self.book, made=self.made, drawings=self.drawings)


@dataclass(frozen=True, slots=True)
class Asked:
    """A report's answer with what its words need: the question, the names, who asks."""

    wish: ReportWish
    answer: Answer
    names: Directory
    me: str


def sheets(
    asked: Asked, title: str, lines: Sequence[str], tables: Sequence[Table], drawings: Sequence[tuple[str, Chart, Figures]]
) -> Sheets:
    """Return a report under its title."""
    made = made_by(asked)
    book = Book(title, (*lines, made), tuple(tables), german=language.current() == language.GERMAN)
    return Sheets(book, made, tuple(_drawing(name, chart, figures) for name, chart, figures in drawings))


def _drawing(name: str, chart: Chart, figures: Figures) -> tuple[str, float, Drawing]:
    def draw(painter: QPainter, box: QRectF) -> None:
        chart.paint(painter, box, figures, ink.paper())

    return name, chart.height_wanted(figures, ink.paper()), draw


def made_by(asked: Asked) -> str:
    """Say who made it and when; to a customer only when."""
    when = text.date_time(text.now())
    if asked.wish.for_customer:
        return QCoreApplication.translate("Reports", "As of {when}").replace("{when}", when)
    words = QCoreApplication.translate("Paper", "Made by {name} on {when}")
    return words.replace("{name}", asked.me).replace("{when}", when)


def period_name(period: Period) -> str:
    """Return ``November 2026``, ``3. Quartal 2026``, ``2026``, or both days."""
    months, since = period.whole_months, period.since
    if months == 1:
        return f"{language.locale().standaloneMonthName(since.month)} {since.year}"
    if months == 3 and since.month % 3 == 1:
        words = QCoreApplication.translate("Reports", "Quarter {n}, {year}")
        return words.replace("{n}", str(since.month // 3 + 1)).replace("{year}", str(since.year))
    if months == 12 and since.month == 1:
        return str(since.year)
    return f"{text.day(since)} – {text.day(period.last)}"


def period_line(period: Period) -> str:
    """Return the period with its days, and the one it is compared with."""
    words = QCoreApplication.translate("Reports", "Period: {period}, compared with {before}")
    name = period_name(period)
    days = f"{text.day(period.since)} – {text.day(period.last)}"
    whole = name if name == days else f"{name} ({days})"
    return words.replace("{period}", whole).replace("{before}", period_name(period.before()))


def customers_line(asked: Asked) -> str:
    """Return the customer groups it is about."""
    names = [customer(asked, int(number)) for number in asked.wish.customers]
    if not names:
        return QCoreApplication.translate("Reports", "All customer groups")
    word = (
        QCoreApplication.translate("Reports", "Customer group")
        if len(names) == 1
        else QCoreApplication.translate("Reports", "Customer groups")
    )
    return f"{word}: {', '.join(sorted(names, key=text.sort_key))}"


def customer(asked: Asked, number: int | None) -> str:
    """Return a customer group's name."""
    found = asked.names.customer_groups.get(CustomerGroupId(number)) if number is not None else None
    return found.name if found is not None else ""


def group(asked: Asked, number: int | None) -> str:
    """Return a group's name, or that none has it."""
    name = asked.names.group_name(GroupId(number)) if number is not None else ""
    return name or QCoreApplication.translate("Reports", "without a group")


def seconds(value: Any) -> timedelta | None:
    """Return a number of seconds as a span."""
    return None if value is None else timedelta(seconds=round(float(value)))


def share(kept: int, missed: int) -> Share | None:
    """Return how much was kept, nothing where nothing was decided."""
    return Share(kept / (kept + missed)) if kept + missed else None


def measure(number: int) -> str:
    """Return the word for what is promised."""
    return {
        Measure.RESPONSE: QCoreApplication.translate("Promises", "Response"),
        Measure.UPDATE: QCoreApplication.translate("Promises", "Next message"),
        Measure.RESOLUTION: QCoreApplication.translate("Promises", "Solution"),
    }[Measure(number)]
