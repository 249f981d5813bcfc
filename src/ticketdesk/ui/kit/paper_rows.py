"""Where the rows of a table stand on pages, and how far one is moved so that no page's end parts it. Qt has no rule for that in tables.

A row is moved by room below the words of the one before, up to the page's end: not even a first line fits there any more, and the layout
takes the whole row over, below the head that stands on each page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable

_CLOSE = 0.5
"""Two places that differ by less are the same, in the layout's units."""


class _Place(NamedTuple):
    """Words of a row: where they begin and end, and how high they are when no page parts them."""

    top: float
    bottom: float
    words: float


class RowsOnPages:
    """The rows of one table in a document that is laid out on pages of this height; the head is row 0."""

    def __init__(self, document: QTextDocument, table: QTextTable, height: float) -> None:
        self._document, self._table, self._height = document, table, height
        self._columns = range(table.columns())

    def _place(self, row: int) -> _Place:
        layout = self._document.documentLayout()
        blocks = [self._table.cellAt(row, column).firstCursorPosition().block() for column in self._columns]
        boxes = [layout.blockBoundingRect(block) for block in blocks]
        words = max(sum(block.layout().lineAt(line).height() for line in range(block.layout().lineCount())) for block in blocks)
        return _Place(min(box.top() for box in boxes), max(box.bottom() for box in boxes), words)

    def _parted(self, top: float, bottom: float) -> bool:
        return int((bottom - 1) // self._height) != int(top // self._height)

    def first_parted(self, row: int) -> int | None:
        """Return the first row from this one on that a page's end parts; the first of all stays, as its title has been moved with it."""
        for one in range(max(row, 2), self._table.rows()):
            place = self._place(one)
            if self._parted(place.top, place.bottom):
                return one
        return None

    def _room(self, top: float) -> float:
        """From where a row's cells begin to its page's end, but for what no line fits into."""
        above = self._table.cellAt(1, 0).format().toTableCellFormat().topPadding()
        return max(0.0, (int(top // self._height) + 1) * self._height - (top - above) - 1.0)

    def room(self, row: int) -> float:
        """Return how much room before it takes a parted row to the next page."""
        return self._room(self._place(row).top)

    def foresee(self, moved: int) -> dict[int, float]:
        """Return the room for every parted row below one that was moved and stands at the top of its page."""
        height = self._height
        places = [self._place(row) for row in range(moved, self._table.rows())]
        # From the words of one row to those of the next, which differs by a rounding below a moved one; and from a page's beginning
        # to the words of its first row.
        below, between = self._between(places[:2]), self._between(places[1:])
        begin = places[0].top % height
        beneath = self._table.cellAt(moved, 0).format().toTableCellFormat().bottomPadding()
        found: dict[int, float] = {}
        top = places[0].top + places[0].words + below
        for row, place in enumerate(places[1:], moved + 1):
            page = top // height
            # What would stand where the page's head is stands below it.
            top = max(top, page * height + begin) if page > places[0].top // height else top
            # The layout wants the room below the words on the same page.
            if top + place.words + beneath > (page + 1) * height:
                found[row] = self._room(top)
                top = (page + 1) * height + begin + place.words + below
            else:
                top += place.words + between
        return found

    def _between(self, places: Sequence[_Place]) -> float:
        for one, other in pairwise(places):
            if not self._parted(one.top, other.bottom):
                return other.top - one.top - one.words
        return 0.0

    def move(self, rooms: Mapping[int, float]) -> None:
        """Give rows so much more room before them, all in one step: each by itself would have the table laid out anew."""
        edit = QTextCursor(self._document)
        edit.beginEditBlock()
        for row, room in rooms.items():
            for column in self._columns:
                cell = self._table.cellAt(row - 1, column)
                form = cell.format().toTableCellFormat()
                form.setBottomPadding(form.bottomPadding() + room)
                cell.setFormat(form)
        edit.endEditBlock()

    def stand_as_foreseen(self, moved: Mapping[int, float]) -> bool:
        """Tell whether no row is parted, and each that was moved is the first of its page."""
        begin: float | None = None
        for row in range(2, self._table.rows()):
            place = self._place(row)
            if self._parted(place.top, place.bottom):
                return False
            if row in moved:
                begin = place.top % self._height if begin is None else begin
                if abs(place.top % self._height - begin) > _CLOSE:
                    return False
        return True
