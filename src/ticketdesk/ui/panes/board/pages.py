"""The dashboard on paper: the tiles as a table, then each chart with its figures, A4, by the layout of all printed tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ticketdesk.services.office_files.book import Book, Column, Table
from ticketdesk.ui.kit import language
from ticketdesk.ui.kit.charts import ink
from ticketdesk.ui.kit.charts.figures import Chart, Figures
from ticketdesk.ui.kit.paper import Drawing, Paper
from ticketdesk.ui.panes.board.tiles import TileLook

_HIGHEST = 210.0

Shown = tuple[Chart, Figures, Figures]
"""A chart, what it shows, and the figures of its table."""


def paper(
    title: str, lines: Sequence[str], tiles: Sequence[TileLook], shown: Sequence[Shown], *, heads: tuple[str, str, str], made: str
) -> Paper:
    """Lay the dashboard out. ``heads`` are those of the tiles' table; ``made`` says who made it and when."""
    first = Table(
        "", (Column(heads[0], 24), Column(heads[1], 12, number=True), Column(heads[2], 40)),
        tuple((one.title, one.figure, one.meaning) for one in tiles),
    )  # fmt: skip
    tables = (first, *(_table(figures) for _, _, figures in shown))
    drawings = [
        (figures.name, min(chart.height_wanted(figures, ink.paper()), _HIGHEST), _drawing(chart, figures)) for chart, figures, _ in shown
    ]
    return Paper(Book(title, tuple(lines), tables, german=language.current() == language.GERMAN), made=made, drawings=drawings)


def _drawing(chart: Chart, figures: Figures) -> Drawing:
    def draw(painter: QPainter, box: QRectF) -> None:
        chart.paint(painter, box, figures, ink.paper())

    return draw


def _table(figures: Figures) -> Table:
    columns = (Column(figures.heading, 26), *(Column(one.name, 12, number=True) for one in figures.series))
    rows = tuple(
        (figures.head(number), *((value.text if value is not None else "–") for value in (one.values[number] for one in figures.series)))
        for number in range(len(figures.categories))
    )
    return Table(figures.name, columns, rows)
