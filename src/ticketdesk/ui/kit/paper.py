"""Tables on paper: A4 pages with the same lines on each, heads of tables repeated, nothing cut. One layout for screen, PDF and printer.

May be used on any thread, by one at a time. Not here: what stands in the tables (services/office_files/book.py), the screen (page_view.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from html import escape
from math import floor
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMarginsF, QPointF, QRect, QRectF, QSizeF, Qt
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
    QPen,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from ticketdesk.services.office_files.book import Book, Table
from ticketdesk.services.office_files.place import replaced
from ticketdesk.ui.kit.paper_cells import SIZE, fitting, place, say, unparted
from ticketdesk.ui.kit.paper_rows import RowsOnPages

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
_BELOW = 4.0
"""So much stands below the words of a cell, as the style sheet says."""
_KEPT_PAGES = 200
"""On so many pages no row is parted by a page's end; longer lists would take too long to lay out."""


_AGAIN = 30
"""So often a table is laid out anew when it was not foreseen where its rows come to stand."""


class Drawn(NamedTuple):
    """A drawing and how high it is, in the layout's units."""

    height: float
    draw: Drawing


class PageLink(NamedTuple):
    """A case that is named on a page: where, in the layout's units from the paper's corner, and its row in words."""

    page: int
    box: QRectF
    case: int
    words: str


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
        # The layout reckons in 64ths: with another page's height the hundredth page would begin half a line beside ours.
        self._inner = QRectF(_LEFT, _TOP, self.size.width() - _LEFT - _RIGHT, floor((self.size.height() - _TOP - _BOTTOM) * 64) / 64)
        self.document = QTextDocument()
        self._drawn: list[int] = []
        """Where the drawings stand in the document."""
        self._inserted = _Inserted([Drawn(height, draw) for _, height, draw in self._drawings], self._inner.width())
        self._lay()

    def _lay(self) -> None:
        document = self.document
        font = QFont(QGuiApplication.font())
        # Pixels are the layout's units: points would depend on the screen.
        font.setPixelSize(SIZE)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        document.setDefaultFont(font)
        document.setUseDesignMetrics(True)
        document.setDocumentMargin(0)
        document.setDefaultStyleSheet(
            "h1 {font-size: 23px; font-weight: 600; margin: 0 0 4px 0} h2 {font-size: 15px; font-weight: 600; margin: 18px 0 6px 0}"
            f" p.line {{color: {_QUIET.name()}; margin: 0 0 2px 0}} p.note {{color: {_QUIET.name()}; font-size: 11px; margin: 4px 0 6px 0}}"
            " th {font-weight: 600; padding: 3px 6px 4px 0} td {padding: 3px 6px 4px 0} a {color: #1f5fbf; text-decoration: none}"
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
            self._drawn.append(place.position())
        self._keep_together()

    def _keep_together(self) -> None:
        """Let no page come between a title and its drawing, or its table's first rows."""
        for position in self._drawn:
            drawing = self.document.findBlock(position)
            self._keep_with(drawing.previous(), drawing)
        root = self.document.rootFrame()
        for frame in root.childFrames():
            if not isinstance(frame, QTextTable):
                continue
            title = self.document.findBlock(frame.firstPosition() - 1)
            while title.isValid() and title.blockFormat().headingLevel() == 0:
                title = title.previous()
            first = frame.cellAt(min(1, frame.rows() - 1), 0).lastCursorPosition().block()
            if title.isValid():
                self._keep_with(title, first)
            if self.document.pageCount() <= _KEPT_PAGES:
                self._keep_rows(frame)
                # What stands below a table that was changed is left with no height otherwise, and would not be seen.
                self.document.markContentsDirty(0, self.document.characterCount())

    def _keep_with(self, title: QTextBlock, first: QTextBlock) -> None:
        """Begin a title on the next page where the first of what it is about stands there."""
        layout, height = self.document.documentLayout(), self._inner.height()
        top, bottom = layout.blockBoundingRect(title).top(), layout.blockBoundingRect(first).bottom()
        if int(top // height) != int((bottom - 1) // height) and bottom - top < height:
            form = title.blockFormat()
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(title).setBlockFormat(form)

    def _keep_rows(self, table: QTextTable) -> None:
        """Begin a row on the next page that would be parted by the end of this one."""
        rows = RowsOnPages(self.document, table, self._inner.height())
        # The first is moved and looked at; from where it then stands follow all others. Each by itself has the whole table laid out anew.
        first = rows.first_parted(1)
        if first is None:
            return
        rows.move({first: rows.room(first)})
        moved = rows.foresee(first)
        rows.move(moved)
        if not rows.stand_as_foreseen(moved):
            rows.move({row: -room for row, room in moved.items()})
            self._keep_one_by_one(rows, first + 1)

    def _keep_one_by_one(self, rows: RowsOnPages, row: int) -> None:
        """As it was not foreseen right: look again after each. A row higher than a page stays parted; so does the rest if that lasts."""
        for _ in range(_AGAIN):
            found = rows.first_parted(row)
            if found is None:
                return
            rows.move({found: rows.room(found)})
            row = found + 1

    @cached_property
    def _rules(self) -> dict[int, list[tuple[float, QColor]]]:
        """The lines below rows, by page. The layout's own ones are lost, or doubled, where a table goes over a page's end."""
        layout, height = self.document.documentLayout(), self._inner.height()
        found: dict[int, list[tuple[float, QColor]]] = {}
        for frame in self.document.rootFrame().childFrames():
            if not isinstance(frame, QTextTable):
                continue
            # One cell of a row may be longer than the others.
            ends = [
                max(layout.blockBoundingRect(frame.cellAt(row, column).lastCursorPosition().block()).bottom()
                    for column in range(frame.columns())) + _BELOW
                for row in range(frame.rows())
            ]  # fmt: skip
            begins = layout.frameBoundingRect(frame).top()
            first = int(begins // height)
            for page in range(first, int((ends[-1] - 1) // height) + 1):
                # The head stands on each of them.
                found.setdefault(page, []).append(((begins if page == first else page * height) + ends[0] - begins, _INK))
            for end in ends[1:]:
                page = int((end - 1) // height)
                found.setdefault(page, []).append((min(end, (page + 1) * height - 1), _LINE))
        return found

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

    @cached_property
    def links(self) -> tuple[PageLink, ...]:
        """The cases named on the pages, in the order in which they are read."""
        layout, inner = self.document.documentLayout(), self._inner
        frames = [frame for frame in self.document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
        found = []
        for table, frame in zip((table for table in self._book.tables if table.rows), frames, strict=True):
            for row, case in enumerate(table.links):
                if case is None:
                    continue
                block = frame.cellAt(row + 1, 0).firstCursorPosition().block()
                box = layout.blockBoundingRect(block)
                page = int(box.top() // inner.height())
                wide = block.layout().lineAt(0).naturalTextWidth()
                place = QRectF(inner.left() + box.left(), inner.top() + box.top() - page * inner.height(), wide, box.height())
                words = ", ".join(
                    f"{column.name}: {said}" for column, cell in zip(table.columns, table.rows[row], strict=True) if (said := say(cell))
                )
                found.append(PageLink(page, place, case, words))
        return tuple(found)

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
        for end, colour in self._rules.get(page, ()):
            painter.setPen(QPen(colour, 1.0))
            painter.drawLine(QPointF(0, end), QPointF(inner.width(), end))
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
        if table.note:
            # Above the table, where no page comes between.
            parts.append(f'<p class="note">{escape(table.note)}</p>')
        if not table.rows:
            return "".join(parts)
        size, widths = fitting(table, self.document.defaultFont(), self._inner.width())
        places = [place(table.columns, number, size) for number in range(len(table.columns))]
        heads = "".join(
            f'<th width="{width}%" {form}>{escape(column.name)}</th>'
            for width, form, column in zip(widths, places, table.columns, strict=True)
        )
        parts.append(f'<table width="100%" cellspacing="0"><thead><tr>{heads}</tr></thead>')
        for number, row in enumerate(table.rows):
            link = table.links[number] if number < len(table.links) else None
            cells = []
            for column, (cell, form) in enumerate(zip(row, places, strict=True)):
                said = escape(unparted(cell))
                if column == 0 and link is not None:
                    said = f'<a href="{LINK}{link}">{said}</a>'
                # An empty cell at the end would draw the next title close.
                cells.append(f'<td {form}>{said or "&nbsp;"}</td>')
            parts.append(f"<tr>{''.join(cells)}</tr>")
        parts.append("</table>")
        return "".join(parts)
