"""Shows pages as they will be printed, one below the other, as wide as there is room.

Links are followed by mouse, and by keyboard: Tab goes from one to the next and is read out, Enter follows it, Escape lets go of it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.paper import PageLink, Paper

GAP = 16.0
LARGEST = 1.35
"""Wider than this the letters would be larger than on the paper in one's hand."""


class PageView(QAbstractScrollArea):
    """The pages of a Paper. ``followed`` tells the case whose number was pressed."""

    followed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper: Paper | None = None
        self._link: int | None = None
        self._let_go = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)

    def show_paper(self, paper: Paper | None) -> None:
        """Show these pages from the first on."""
        self._paper, self._link = paper, None
        # What is painted is read out as text.
        self.setAccessibleDescription(paper.words() if paper is not None else "")
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def paper(self) -> Paper | None:
        """Return what is shown."""
        return self._paper

    def current_link(self) -> PageLink | None:
        """Return the link that the keys have come to."""
        return self._paper.links[self._link] if self._paper is not None and self._link is not None else None

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next link, or the one before; from the last one on to the next field."""
        links = self._paper.links if self._paper is not None else ()
        place = self._next_link(links, forward=forward)
        if self._let_go or not 0 <= place < len(links):
            self._go_to(None)
            return super().focusNextPrevChild(forward)
        self._go_to(place)
        return True

    def _next_link(self, links: tuple[PageLink, ...], *, forward: bool) -> int:
        if self._link is not None:
            return self._link + (1 if forward else -1)
        # The first one that is in sight; nobody is thrown back to the first page. Backwards leaves.
        seen = (place for place, link in enumerate(links) if self._link_box(link).top() >= 0)
        return next(seen, len(links)) if forward else -1

    def _go_to(self, place: int | None) -> None:
        self._link = place
        link = self.current_link()
        if link is not None:
            box, bar = self._link_box(link), self.verticalScrollBar()
            if box.top() < GAP or box.bottom() > self.viewport().height() - GAP:
                bar.setValue(bar.value() + round(box.center().y() - self.viewport().height() / 2))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, link.words))
        self.viewport().update()

    def _link_box(self, link: PageLink) -> QRectF:
        page, scale, box = self._page_box(link.page), self._scale(), link.box
        return QRectF(page.left() + box.left() * scale, page.top() + box.top() * scale, box.width() * scale, box.height() * scale)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._let_go = False
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _scale(self) -> float:
        if self._paper is None:
            return 1.0
        return max(0.3, min(LARGEST, (self.viewport().width() - 2 * GAP) / self._paper.size.width()))

    def _page_box(self, page: int) -> QRectF:
        assert self._paper is not None
        scale = self._scale()
        size = self._paper.size * scale
        left = max(GAP, (self.viewport().width() - size.width()) / 2)
        return QRectF(left, GAP + page * (size.height() + GAP) - self.verticalScrollBar().value(), size.width(), size.height())

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        if self._paper is None:
            bar.setRange(0, 0)
            return
        height = GAP + self._paper.pages * (self._paper.size.height() * self._scale() + GAP)
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(3 * self.fontMetrics().height()))
        bar.setRange(0, max(0, round(height) - self.viewport().height()))

    def _link_at(self, at: QPointF) -> int | None:
        if self._paper is None:
            return None
        scale = self._scale()
        for page in range(self._paper.pages):
            box = self._page_box(page)
            if box.contains(at):
                return self._paper.link_at(page, (at.x() - box.left()) / scale, (at.y() - box.top()) / scale)
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("alt"))
        if self._paper is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale()
        for page in range(self._paper.pages):
            box = self._page_box(page)
            if box.bottom() < 0 or box.top() > self.viewport().height():
                continue
            painter.setPen(theme.color("line_strong"))
            painter.setBrush(QColor("white"))
            painter.drawRect(box)
            painter.save()
            painter.translate(box.topLeft())
            painter.scale(scale, scale)
            self._paper.paint_page(painter, page)
            painter.restore()
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("accent"))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5))
            if (link := self.current_link()) is not None:
                # On white paper, whatever the screen's colours are.
                painter.setPen(QPen(QColor("#1f5fbf"), 2.0))
                painter.drawRoundedRect(self._link_box(link).adjusted(-4, -3, 4, 3), 3, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._link_at(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._link_at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if found is not None:
            self.followed.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if (link := self.current_link()) is not None:
                self.followed.emit(link.case)
            case Qt.Key.Key_Escape if self._link is not None:
                self._let_go = True
                self._go_to(None)
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case _:
                super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(640, 600)
