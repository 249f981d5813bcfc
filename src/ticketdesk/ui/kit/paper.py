"""Tables on paper: A4 pages with the same lines on each, heads of tables repeated, nothing cut. One layout for screen, PDF and printer.

May be used on any thread, by one at a time. Not here: what stands in the tables (services/office_files/book.py), the screen (page_view.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from html import escape
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMarginsF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from ticketdesk.services.office_files.book import Book, Cell, Column, Share, Table
from ticketdesk.services.office_files.csv_file import hours_and_minutes
from ticketdesk.services.office_files.place import replaced
from ticketdesk.ui.kit import language, text

UNITS = 96.0
"""The layout is made once, in these units per inch; every device scales it."""
_MM = UNITS / 25.4
_A4 = QSizeF(210 * _MM, 297 * _MM)
_LEFT, _RIGHT, _TOP, _BOTTOM = 25 * _MM, 20 * _MM, 24 * _MM, 22 * _MM
_INK, _QUIET, _LINE = QColor("#1a1a1a"), QColor("#595959"), QColor("#b8b8b8")
WIDE = 105
"""From so many letters on a table wants the paper across."""
Drawing = Callable[[QPainter, QRectF], None]
_DRAWING = int(QTextFormat.ObjectTypes.UserObject.value) + 1
_NUMBER = int(QTextFormat.Property.UserProperty.value) + 1
LINK = "case:"


class Drawn(NamedTuple):
    """A drawing and how high it is, in the layout's units."""

    height: float
    draw: Drawing


class _Inserted(QPyTextObject):
    """Lets the layout keep room for drawings, and draws them there."""

    def __init__(self, drawings: list[Drawn], width: float) -> None:
        super().__init__()
        self._drawings, self._width = drawings, width

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        return QSizeF(self._width, self._drawings[format.intProperty(_NUMBER)].height)

    def drawObject(self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> None:
        painter.save()
        self._drawings[format.intProperty(_NUMBER)].draw(painter, QRectF(rect))
        painter.restore()


def _mark(number: int) -> str:
    return f"\ue000{number}\ue001"


class Paper:
    """A book laid out on pages. ``made`` says who made it and when, at the foot of each page; drawings stand above the first table."""

    def __init__(self, book: Book, *, made: str, drawings: Sequence[tuple[str, float, Drawing]] = ()) -> None:
        self._book, self._made = book, made
        self._drawings = tuple(drawings)
        widest = max((sum(column.width for column in table.columns) for table in book.tables), default=0)
        self.size = _A4.transposed() if widest > WIDE else _A4
        self._inner = QRectF(_LEFT, _TOP, self.size.width() - _LEFT - _RIGHT, self.size.height() - _TOP - _BOTTOM)
        self.document = QTextDocument()
        self._inserted = _Inserted([Drawn(height, draw) for _, height, draw in self._drawings], self._inner.width())
        self._lay()

    def _lay(self) -> None:
        document = self.document
        font = QFont(QGuiApplication.font())
        # Pixels are the layout's units: points would depend on the screen.
        font.setPixelSize(13)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        document.setDefaultFont(font)
        document.setUseDesignMetrics(True)
        document.setDocumentMargin(0)
        document.setDefaultStyleSheet(
            "h1 {font-size: 23px; font-weight: 600; margin: 0 0 4px 0} h2 {font-size: 15px; font-weight: 600; margin: 18px 0 6px 0}"
            f" p.line {{color: {_QUIET.name()}; margin: 0 0 2px 0}} p.note {{color: {_QUIET.name()}; font-size: 11px; margin: 4px 0 0 0}}"
            f" th {{font-weight: 600; border-bottom: 1px solid {_INK.name()}; padding: 3px 6px 3px 0}}"
            f" td {{border-bottom: 1px solid {_LINE.name()}; padding: 3px 6px 3px 0}} a {{color: #1f5fbf; text-decoration: none}}"
        )
        document.setPageSize(self._inner.size())
        document.setHtml(self._html())
        document.documentLayout().registerHandler(_DRAWING, self._inserted)
        for number in range(len(self._drawings)):
            place = document.find(_mark(number))
            form = QTextCharFormat()
            form.setObjectType(_DRAWING)
            form.setProperty(_NUMBER, number)
            place.insertText("\ufffc", form)

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return max(self.document.pageCount(), 1)

    def link_at(self, page: int, x: float, y: float) -> int | None:
        """Return the case that is named at a point of a page, in the layout's units."""
        inner = self._inner
        if not inner.contains(x, y):
            return None
        point = QRectF(x - inner.left(), y - inner.top() + page * inner.height(), 0, 0).topLeft()
        found = self.document.documentLayout().anchorAt(point)
        return int(found.removeprefix(LINK)) if found.startswith(LINK) else None

    def words(self) -> str:
        """Return everything as plain text, for those who do not see pages."""
        return self.document.toPlainText()

    def paint_page(self, painter: QPainter, page: int) -> None:
        """Paint a page; the painter is scaled to the layout's units and stands at the paper's corner."""
        inner = self._inner
        self._paint_edges(painter, page)
        painter.save()
        painter.translate(inner.left(), inner.top() - page * inner.height())
        clip = QRectF(0, page * inner.height(), inner.width(), inner.height())
        painter.setClipRect(clip)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = clip
        palette = QPalette()
        # Paper is white and its ink black, whatever the screen's colours are.
        palette.setColor(QPalette.ColorRole.Text, _INK)
        context.palette = palette
        self.document.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_edges(self, painter: QPainter, page: int) -> None:
        inner = self._inner
        painter.save()
        font = QFont(QGuiApplication.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(_QUIET)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number = QCoreApplication.translate("Paper", "Page {n} of {all}").replace("{n}", str(page + 1)).replace("{all}", str(self.pages))
        foot = QRectF(inner.left(), self.size.height() - 16 * _MM, inner.width(), 8 * _MM)
        measure = painter.fontMetrics()
        space = foot.width() - measure.horizontalAdvance(number) - 12
        painter.drawText(foot, left, measure.elidedText(self._made, Qt.TextElideMode.ElideRight, int(space)))
        painter.drawText(foot, right, number)
        if page:
            # The first page says it in large.
            words = " · ".join((self._book.title, *(line for line in self._book.lines[:1] if line != self._made)))
            head = QRectF(inner.left(), 12 * _MM, inner.width(), 8 * _MM)
            painter.drawText(head, left, measure.elidedText(words, Qt.TextElideMode.ElideRight, int(head.width())))
        painter.restore()

    def write_pdf(self, path: Path) -> None:
        """Write a PDF; what stood there is replaced when the new one is whole. Raises OSError."""
        with replaced(path) as new:
            writer = QPdfWriter(str(new))
            writer.setResolution(600)
            writer.setTitle(self._book.title)
            writer.setCreator("Ticketdesk")
            if not self.paint_on(writer, writer.resolution()):
                raise OSError(QCoreApplication.translate("Paper", "The page could not be written."))

    def paint_on(self, device: QPagedPaintDevice, dots: int) -> bool:
        """Paint all pages on a device of so many dots an inch; tell whether it took them."""
        across = self.size.width() > self.size.height()
        orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
        device.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF(0, 0, 0, 0)))
        painter = QPainter()
        if not painter.begin(device):
            return False
        for page in range(self.pages):
            if page and not device.newPage():
                return False
            painter.save()
            painter.scale(dots / UNITS, dots / UNITS)
            self.paint_page(painter, page)
            painter.restore()
        return painter.end()

    # What stands on it.

    def _html(self) -> str:
        book = self._book
        parts = [f"<h1>{escape(book.title)}</h1>", *(f'<p class="line">{escape(line)}</p>' for line in book.lines)]
        for number, (title, _, _) in enumerate(self._drawings):
            parts.append(f"<h2>{escape(title)}</h2><p>{_mark(number)}</p>")
        for table in book.tables:
            parts.append(self._table(table))
        return "".join(parts)

    def _table(self, table: Table) -> str:
        parts = [f"<h2>{escape(table.title)}</h2>"] if table.title and table.title != self._book.title else ["<h2></h2>"]
        whole = sum(column.width for column in table.columns) or 1
        heads = "".join(
            f'<th width="{round(100 * column.width / whole)}%" align="{_side(column)}">{escape(column.name)}</th>'
            for column in table.columns
        )
        parts.append(f'<table width="100%" cellspacing="0" style="border-collapse: collapse"><thead><tr>{heads}</tr></thead>')
        for number, row in enumerate(table.rows):
            link = table.links[number] if number < len(table.links) else None
            cells = []
            for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
                said = escape(say(cell))
                if place == 0 and link is not None:
                    said = f'<a href="{LINK}{link}">{said}</a>'
                cells.append(f'<td align="{_side(column)}">{said}</td>')
            parts.append(f"<tr>{''.join(cells)}</tr>")
        parts.append("</table>")
        if table.note:
            parts.append(f'<p class="note">{escape(table.note)}</p>')
        return "".join(parts)


def _side(column: Column) -> str:
    return "right" if column.number else "left"


def say(cell: Cell) -> str:
    """Return a cell as people read it, in the present language."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case Share():
            return language.locale().toString(round(cell * 100, 1), "f", 1) + " %"
        case timedelta():
            return hours_and_minutes(cell)
        case datetime():
            return text.date_time(cell)
        case date():
            return text.day(cell)
        case _:
            return text.number(cell)
