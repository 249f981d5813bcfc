"""Lays out what stands on paper page by page: each page is a small document of its own, so that a long table stops nobody for long.

No page's end comes between a title and what it is about, and none parts a row. Not here: how pages are painted (paper.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPyTextObject, QTextBlock, QTextCharFormat, QTextDocument, QTextFormat

from ticketdesk.services.office_files.book import Book, Table
from ticketdesk.ui.kit.paper_cells import SIZE, fitting, place, say, unparted

INK, QUIET = QColor("#1a1a1a"), QColor("#595959")
_LINE = QColor("#b8b8b8")
Drawing = Callable[[QPainter, QRectF], None]
_DRAWING = int(QTextFormat.ObjectTypes.UserObject.value) + 1
_NUMBER = int(QTextFormat.Property.UserProperty.value) + 1
LINK = "case:"
_BELOW = 4.0
"""So much stands below the words of a cell, as the style sheet says."""
_ABOVE_TITLE = 18.0
"""So much stands above a title; at the top of a page the layout would leave it out."""
_STYLE = (
    f"h1 {{font-size: 23px; font-weight: 600; margin: 0 0 4px 0}}"
    f" h2 {{font-size: 15px; font-weight: 600; margin: {_ABOVE_TITLE:.0f}px 0 6px 0}}"
    f" p.line {{color: {QUIET.name()}; margin: 0 0 2px 0}} p.note {{color: {QUIET.name()}; font-size: 11px; margin: 4px 0 6px 0}}"
    " th {font-weight: 600; padding: 3px 6px 4px 0} td {padding: 3px 6px 4px 0} a {color: #1f5fbf; text-decoration: none}"
)
_FIRST, _SPARE = 12, 3
"""So many pieces are tried for a first page, and so many more than the page before took for the next."""


class Drawn(NamedTuple):
    """A drawing under its title, and how high it is in the layout's units."""

    title: str
    height: float
    draw: Drawing


class PageLink(NamedTuple):
    """A case that is named on a page: where, in the layout's units from the page's inner corner, and its row in words."""

    page: int
    box: QRectF
    case: int
    words: str


class Rule(NamedTuple):
    """A line below a row, from the top of its page. The layout's own ones are lost, or doubled, where a table goes over a page's end."""

    y: float
    colour: QColor


class Page(NamedTuple):
    """A page: the document it stands in, which stretch of it, its lines and its links."""

    document: QTextDocument
    top: float
    bottom: float
    rules: tuple[Rule, ...]
    links: tuple[PageLink, ...]


class _Piece(NamedTuple):
    """What no page's end may part: blocks of text, a row, or a table's title with its first row."""

    html: str
    blocks: int
    table: int | None = None
    row: int = 0


class _Placed(NamedTuple):
    """Where a piece came to stand; of a row also where its own words begin, and of a head above it where it begins and ends."""

    top: float
    bottom: float
    link: QRectF | None = None
    head: tuple[float, float] | None = None


class _Inserted(QPyTextObject):
    """Lets the layout keep room for drawings, and draws them there."""

    def __init__(self, drawings: Sequence[Drawn], width: float) -> None:
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


class Flow:
    """A book on pages of one size. ``lay`` is gone through piece by piece; ``pages`` are whole when it is through."""

    def __init__(self, book: Book, drawings: Sequence[Drawn], size: QSizeF) -> None:
        self.pages: list[Page] = []
        self._book, self._drawings, self.size = book, tuple(drawings), size
        self._inserted = _Inserted(self._drawings, size.width())
        self._font = QFont(QGuiApplication.font())
        # Pixels are the layout's units: points would depend on the screen.
        self._font.setPixelSize(SIZE)
        self._font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._heads: dict[int, str] = {}
        self._places: dict[int, list[str]] = {}

    def lay(self) -> Iterator[float]:
        """Lay out the pages; yields after each step what share is done."""
        for number, table in enumerate(self._book.tables):
            if table.rows:
                self._measure(number, table)
                yield 0.0
        pieces = self._pieces()
        start, wanted = 0, _FIRST
        while start < len(pieces):
            tried = pieces[start : start + wanted]
            document = self._document(tried)
            yield start / len(pieces)
            # Asked for its pages a document is laid out whole.
            document.pageCount()
            placed = self._placed(document, tried)
            count = self._fitting(placed)
            if count == len(tried) and start + count < len(pieces):
                # There may be room for more.
                wanted += max(_SPARE, wanted // 2)
            else:
                self._take(document, tried[:count], placed[:count])
                start, wanted = start + count, count + _SPARE
            yield start / len(pieces)

    def _measure(self, number: int, table: Table) -> None:
        size, widths = fitting(table, self._font, self.size.width())
        places = [place(table.columns, column, size) for column in range(len(table.columns))]
        heads = "".join(
            f'<th width="{width}%" {form}>{escape(column.name)}</th>'
            for width, form, column in zip(widths, places, table.columns, strict=True)
        )
        self._heads[number] = f'<table width="100%" cellspacing="0"><thead><tr>{heads}</tr></thead>'
        self._places[number] = places

    # What stands on it.

    def _pieces(self) -> list[_Piece]:
        book = self._book
        pieces = [_Piece(f"<h1>{escape(book.title)}</h1>", 1), *(_Piece(f'<p class="line">{escape(line)}</p>', 1) for line in book.lines)]
        for number, drawing in enumerate(self._drawings):
            pieces.append(_Piece(f"<h2>{escape(drawing.title)}</h2><p>{_mark(number)}</p>", 2))
        for number, table in enumerate(book.tables):
            above = [f"<h2>{escape(table.title)}</h2>"] if table.title and table.title != book.title else []
            if table.note:
                # Above the table, where no page comes between.
                above.append(f'<p class="note">{escape(table.note)}</p>')
            if table.rows:
                # An empty title keeps a table apart from the one before.
                above = above or ["<h2></h2>"]
            if above:
                pieces.append(_Piece("".join(above), len(above), number if table.rows else None))
            pieces.extend(_Piece("", 0, number, row) for row in range(1, len(table.rows)))
        return pieces

    def _html(self, pieces: Sequence[_Piece]) -> str:
        parts: list[str] = []
        within: int | None = None
        for piece in pieces:
            if within is not None and piece.html:
                parts.append("</table>")
                within = None
            parts.append(piece.html)
            if piece.table is not None:
                if within is None:
                    within = piece.table
                    parts.append(self._heads[within])
                parts.append(self._row(piece.table, piece.row))
        return "".join(parts) + ("</table>" if within is not None else "")

    def _row(self, number: int, row: int) -> str:
        table = self._book.tables[number]
        link = table.links[row] if row < len(table.links) else None
        cells = []
        for column, (cell, form) in enumerate(zip(table.rows[row], self._places[number], strict=True)):
            said = escape(unparted(cell))
            if column == 0 and link is not None:
                said = f'<a href="{LINK}{link}">{said}</a>'
            # An empty cell at the end would draw the next title close.
            cells.append(f"<td {form}>{said or '&nbsp;'}</td>")
        return f"<tr>{''.join(cells)}</tr>"

    def _document(self, pieces: Sequence[_Piece]) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(self._font)
        document.setUseDesignMetrics(True)
        document.setDocumentMargin(0)
        document.setDefaultStyleSheet(_STYLE)
        document.setPageSize(self.size)
        document.setHtml(self._html(pieces))
        if self.pages and pieces[0].html.startswith("<h2>") and not pieces[0].html.startswith("<h2></h2>"):
            frame = document.rootFrame()
            form = frame.frameFormat()
            form.setTopMargin(_ABOVE_TITLE)
            frame.setFrameFormat(form)
        for number in range(len(self._drawings)):
            place = document.find(_mark(number))
            if place.isNull():
                continue
            document.documentLayout().registerHandler(_DRAWING, self._inserted)
            mark = QTextCharFormat()
            mark.setObjectType(_DRAWING)
            mark.setProperty(_NUMBER, number)
            place.insertText("\ufffc", mark)
        return document

    # Where it came to stand.

    def _placed(self, document: QTextDocument, pieces: Sequence[_Piece]) -> list[_Placed]:
        layout = document.documentLayout()
        block, within, found = document.begin(), False, list[_Placed]()

        def boxes(count: int) -> list[QRectF]:
            nonlocal block
            taken: list[QTextBlock] = []
            for _ in range(count):
                taken.append(block)
                block = block.next()
            return [layout.blockBoundingRect(one) for one in taken]

        if not pieces[0].html:
            # The layout has an empty block before a table that begins a document.
            boxes(1)
        for piece in pieces:
            if within and piece.html:
                # And one behind each.
                boxes(1)
                within = False
            texts = boxes(piece.blocks)
            if piece.table is None:
                found.append(_Placed(texts[0].top(), texts[-1].bottom()))
                continue
            columns = len(self._book.tables[piece.table].columns)
            head = None
            if not within:
                heads = boxes(columns)
                head = (min(box.top() for box in heads), max(box.bottom() for box in heads))
            within = True
            first = block
            cells = boxes(columns)
            wide = first.layout().lineAt(0).naturalTextWidth()
            link = QRectF(cells[0].left(), cells[0].top(), wide, cells[0].height())
            top = min(box.top() for box in (*texts, *cells))
            # One cell of a row may be longer than the others.
            found.append(_Placed(top, max(box.bottom() for box in cells), link, head))
        return found

    def _page_of(self, y: float) -> int:
        return int(y // self.size.height())

    def _fitting(self, placed: Sequence[_Placed]) -> int:
        """Return how many pieces stand on the page on which the first one ends; that one may be higher than a page."""
        page = self._page_of(placed[0].bottom - 1)
        for count, one in enumerate(placed[1:], 1):
            if self._page_of(one.top) != page or self._page_of(one.bottom - 1) != page:
                return count
        return len(placed)

    def _take(self, document: QTextDocument, pieces: Sequence[_Piece], placed: Sequence[_Placed]) -> None:
        height, last = self.size.height(), self._page_of(placed[-1].bottom - 1)
        rules: list[list[Rule]] = [[] for _ in range(last + 1)]
        links: list[list[PageLink]] = [[] for _ in range(last + 1)]
        for piece, one in zip(pieces, placed, strict=True):
            if piece.table is None:
                continue
            end = one.bottom + _BELOW
            if one.head is not None:
                begins, ends = one.head
                first = self._page_of(begins)
                rules[first].append(Rule(ends + _BELOW - first * height, INK))
                # Over a row that is higher than a page the head stands again on each.
                for page in range(first + 1, self._page_of(one.bottom - 1) + 1):
                    rules[page].append(Rule(ends - begins + _BELOW, INK))
            page = self._page_of(one.bottom - 1)
            rules[page].append(Rule(min(end - page * height, height - 1), _LINE))
            self._add_link(links, piece, one)
        for page in range(last + 1):
            # What was tried beyond the page's last piece stands below and is not shown.
            bottom = placed[-1].bottom + _BELOW + 1 if page == last else (page + 1) * height
            self.pages.append(Page(document, page * height, min(bottom, (page + 1) * height), tuple(rules[page]), tuple(links[page])))

    def _add_link(self, links: list[list[PageLink]], piece: _Piece, placed: _Placed) -> None:
        assert piece.table is not None and placed.link is not None
        table = self._book.tables[piece.table]
        case = table.links[piece.row] if piece.row < len(table.links) else None
        if case is None:
            return
        page = self._page_of(placed.link.top())
        box = placed.link.translated(0, -page * self.size.height())
        cells = zip(table.columns, table.rows[piece.row], strict=True)
        words = ", ".join(f"{column.name}: {said}" for column, cell in cells if (said := say(cell)))
        links[page].append(PageLink(len(self.pages) + page, box, case, words))
