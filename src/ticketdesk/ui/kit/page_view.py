"""Shows pages as they will be printed, one below the other, as wide as there is room. Links are followed by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.paper import Paper

GAP = 16.0
LARGEST = 1.35
"""Wider than this the letters would be larger than on the paper in one's hand."""


class PageView(QAbstractScrollArea):
    """The pages of a Paper. ``followed`` tells the case whose number was pressed."""

    followed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper: Paper | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)

    def show_paper(self, paper: Paper | None) -> None:
        """Show these pages from the first on."""
        self._paper = paper
        # What is painted is read out as text.
        self.setAccessibleDescription(paper.words() if paper is not None else "")
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def paper(self) -> Paper | None:
        """Return what is shown."""
        return self._paper

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
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case _:
                super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(640, 600)
