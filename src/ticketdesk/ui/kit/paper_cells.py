"""Cells of a table on paper: how they are said, how wide their columns are, how large their letters. Not here: pages (paper.py)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtGui import QFont, QFontMetricsF

from ticketdesk.services.office_files.book import Cell, Change, Column, Share, SpanChange, Table
from ticketdesk.services.office_files.csv_file import hours_and_minutes, signed
from ticketdesk.ui.kit import text

SIZE = 13
"""Of the letters, in pixels."""
_MEASURED = 400
"""So many rows are looked at to find the longest words."""


def fitting(table: Table, font: QFont, room: float) -> tuple[int, list[int]]:
    """Return how large a table's letters are, in pixels, and the widths: smaller ones before a word is broken."""
    for size in (SIZE, 12, 11):
        letters = QFont(font)
        letters.setPixelSize(size)
        least, widths = _widths(table, letters, room)
        if least <= room:
            break
    return size, widths


def place(columns: Sequence[Column], number: int, size: int) -> str:
    """Return what HTML says of a column's cells; text that follows a number keeps away from it."""
    column = columns[number]
    apart = "; padding-left: 10px" if number and columns[number - 1].number and not column.number else ""
    return f'align="{"right" if column.number else "left"}" style="font-size: {size}px{apart}"'


def _widths(table: Table, font: QFont, room: float) -> tuple[float, list[int]]:
    """Return the least room, and shares of a hundred: as wide as each column asks for, and no word broken that need not be."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    head, body = QFontMetricsF(bold), QFontMetricsF(font)
    least = []
    for place, column in enumerate(table.columns):
        words = {word for row in table.rows[:_MEASURED] for word in unparted(row[place]).split(" ")}
        longest = max(sorted(words, key=len)[-5:], key=body.horizontalAdvance, default="")
        wide = max(body.horizontalAdvance(longest), max(map(head.horizontalAdvance, column.name.split()), default=0.0))
        least.append(min(wide + 15 + (10 if place and table.columns[place - 1].number and not column.number else 0), room / 3))
    spare = max(room - sum(least), 0.0)
    asked = [max(column.width * body.averageCharWidth() - one, 0.0) for column, one in zip(table.columns, least, strict=True)]
    whole = sum(asked) or 1.0
    wide_ = [one + spare * more / whole for one, more in zip(least, asked, strict=True)]
    shares = [int(100 * one / sum(wide_)) for one in wide_]
    shares[shares.index(max(shares))] += 100 - sum(shares)
    return sum(least), shares


def unparted(cell: Cell) -> str:
    """Return a cell in words; no line ends within a date."""
    said = say(cell)
    if not isinstance(cell, date):
        return said
    day, apart, time = said.rpartition(" ") if isinstance(cell, datetime) else (said, "", "")
    return day.replace(" ", "\u00a0") + apart + time


def say(cell: Cell) -> str:
    """Return a cell as people read it, in the present language."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case Share():
            return text.per_cent(cell)
        case Change():
            return signed(text.number(int(cell)), cell)
        case SpanChange():
            return signed(hours_and_minutes(cell), cell)
        case timedelta():
            return hours_and_minutes(cell)
        case datetime():
            return text.date_time(cell)
        case date():
            return text.day(cell)
        case _:
            return text.number(cell)
