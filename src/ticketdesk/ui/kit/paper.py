"""Tables on paper: A4 pages with the same lines on each, heads of tables repeated, nothing cut. One layout for screen, PDF and printer.

Long ones are laid out and written page by page (``lay``, ``write_pdf``, ``paint_on`` are gone through piece by piece), so that the window
stays alive (paper_work.py). Not here: what stands in the tables (services/office_files/book.py), where it stands (paper_flow.py), the
screen (page_view.py).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from functools import cached_property
from math import floor
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFile, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
)

from ticketdesk.services.office_files.book import Book
from ticketdesk.services.office_files.place import replaced
from ticketdesk.ui.kit.paper_cells import say
from ticketdesk.ui.kit.paper_flow import INK, LINK, QUIET, Drawing, Drawn, Flow, Page, PageLink

UNITS = 96.0
"""The layout is made once, in these units per inch; every device scales it."""
_MM = UNITS / 25.4
_A4 = QSizeF(210 * _MM, 297 * _MM)
_LEFT, _RIGHT, _TOP, _BOTTOM = 25 * _MM, 20 * _MM, 24 * _MM, 22 * _MM
WIDE = 105
"""From so many letters on a table wants the paper across."""

__all__ = ["Drawing", "PageLink", "Paper", "through"]


def through(steps: Iterator[float]) -> None:
    """Go through all steps at once."""
    for _ in steps:
        pass


class Paper:
    """A book on pages. ``made`` says who made it and when, at the foot of each page; drawings stand above the first table.

    Laid out step by step by who goes through ``lay``, and at once by who asks for its pages before.
    """

    def __init__(self, book: Book, *, made: str, drawings: Sequence[tuple[str, float, Drawing]] = ()) -> None:
        self._book, self._made = book, made
        self._drawings = [Drawn(*drawing) for drawing in drawings]
        widest = max((sum(column.width for column in table.columns) for table in book.tables), default=0)
        self.size = _A4.transposed() if widest > WIDE else _A4
        # The layout reckons in 64ths.
        self._inner = QRectF(_LEFT, _TOP, self.size.width() - _LEFT - _RIGHT, floor((self.size.height() - _TOP - _BOTTOM) * 64) / 64)
        self._flow = Flow(book, self._drawings, self._inner.size())
        self._steps: Iterator[float] = self._flow.lay()

    def lay(self) -> Generator[float, None, None]:
        """Lay out what is not laid out yet, a page at a time; yields what share is done. Left before its end it can be gone on with."""
        for share in self._steps:  # noqa: UP028  # «yield from» would close what somebody else goes on with
            yield share

    def _laid(self) -> Sequence[Page]:
        through(self._steps)
        return self._flow.pages

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return len(self._laid())

    def link_at(self, page: int, x: float, y: float) -> int | None:
        """Return the case that is named at a point of a page, in the layout's units."""
        inner, laid = self._inner, self._laid()[page]
        point = QPointF(x - inner.left(), y - inner.top() + laid.top)
        if not inner.contains(x, y) or point.y() > laid.bottom:
            return None
        found = laid.document.documentLayout().anchorAt(point)
        return int(found.removeprefix(LINK)) if found.startswith(LINK) else None

    @cached_property
    def links(self) -> tuple[PageLink, ...]:
        """The cases named on the pages, in the order in which they are read; places from the paper's corner."""
        corner = self._inner.topLeft()
        return tuple(link._replace(box=link.box.translated(corner)) for page in self._laid() for link in page.links)

    def words(self) -> str:
        """Return everything as plain text, for those who do not see pages."""
        said = [self._book.title, *self._book.lines, *(drawing.title for drawing in self._drawings)]
        for table in self._book.tables:
            said += [table.title if table.title != self._book.title else "", table.note]
            if table.rows:
                said += [column.name for column in table.columns]
                said += [say(cell) for row in table.rows for cell in row]
        return "\n".join(one for one in said if one)

    def paint_page(self, painter: QPainter, page: int) -> None:
        """Paint a page; the painter is scaled to the layout's units and stands at the paper's corner."""
        inner, laid = self._inner, self._laid()[page]
        self._paint_edges(painter, page)
        painter.save()
        painter.translate(inner.left(), inner.top() - laid.top)
        clip = QRectF(0, laid.top, inner.width(), laid.bottom - laid.top)
        painter.setClipRect(clip)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = clip
        palette = QPalette()
        # Paper is white and its ink black, whatever the screen's colours are.
        palette.setColor(QPalette.ColorRole.Text, INK)
        context.palette = palette
        laid.document.documentLayout().draw(painter, context)
        for y, colour in laid.rules:
            painter.setPen(QPen(colour, 1.0))
            painter.drawLine(QPointF(0, laid.top + y), QPointF(inner.width(), laid.top + y))
        painter.restore()

    def _paint_edges(self, painter: QPainter, page: int) -> None:
        inner = self._inner
        painter.save()
        font = QFont(QGuiApplication.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QUIET)
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

    def write_pdf(self, path: Path, *, only: range | None = None) -> Generator[float, None, None]:
        """Write a PDF page by page; what stood there is replaced when the new one is whole. Left before its end it leaves nothing behind.

        ``only`` names some of the pages, from 0. Yields what share is done. Raises OSError.
        """
        with replaced(path) as new:
            file = QFile(str(new))
            if not file.open(QIODevice.OpenModeFlag.WriteOnly):
                raise OSError(file.errorString())
            try:
                writer = QPdfWriter(file)
                writer.setResolution(600)
                writer.setTitle(self._book.title)
                writer.setCreator("Ticketdesk")
                taken = yield from self.paint_on(writer, writer.resolution(), only=only)
            finally:
                # Not every system lets go of a file that is still open.
                file.close()
            if not taken or file.error() is not QFile.FileError.NoError:
                raise OSError(QCoreApplication.translate("Paper", "The page could not be written."))

    def paint_on(
        self, device: QPagedPaintDevice, dots: int, *, only: range | None = None, give_up: Callable[[], object] | None = None
    ) -> Generator[float, None, bool]:
        """Lay out and paint all pages on a device of so many dots an inch; yields what share is done, returns whether it took them.

        ``only`` names some of the pages, from 0. Left before its end it calls ``give_up``, so that the device forgets what it was given.
        """
        begin = 0.0
        for share in self._steps:
            begin = 0.5
            yield begin * share
        across = self.size.width() > self.size.height()
        orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
        device.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF(0, 0, 0, 0)))
        painter = QPainter()
        if not painter.begin(device):
            return False
        pages = range(self.pages) if only is None else only
        try:
            for nr, page in enumerate(pages, 1):
                if nr > 1 and not device.newPage():
                    return False
                painter.save()
                painter.scale(dots / UNITS, dots / UNITS)
                self.paint_page(painter, page)
                painter.restore()
                yield begin + (1 - begin) * nr / len(pages)
        except GeneratorExit:
            if give_up is not None:
                give_up()
            raise
        finally:
            ended = painter.end()
        return ended
