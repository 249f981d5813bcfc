"""A splitter whose line is 1 px and whose grab area is wide enough for a hand; remembers its sizes."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSettings, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ticketdesk.ui.kit import theme

GRAB = 7


class _Handle(QSplitterHandle):
    """Paints one line in its middle and lies over its neighbours' edges."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Qt gives a thin handle a mask of one pixel and grows it by two on each side; a hand needs three.
        across = self.orientation() == Qt.Orientation.Horizontal
        if (self.width() if across else self.height()) < GRAB:
            grow = (GRAB - (self.width() if across else self.height())) // 2
            box = self.geometry()
            self.setGeometry(box.adjusted(-grow, 0, grow, 0) if across else box.adjusted(0, -grow, 0, grow))
            return
        self.clearMask()

    def paintEvent(self, event: QPaintEvent) -> None:
        middle = self.rect().center()
        line = QRect(middle.x(), 0, 1, self.height())
        if self.orientation() == Qt.Orientation.Vertical:
            line = QRect(0, middle.y(), self.width(), 1)
        QPainter(self).fillRect(line, theme.color("accent" if self.underMouse() else "line"))


class Splitter(QSplitter):
    """A splitter that keeps its sizes under ``view_id``; panes do not collapse."""

    def __init__(self, orientation: Qt.Orientation, view_id: str, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._view_id = view_id
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.setOpaqueResize(True)
        self.splitterMoved.connect(lambda _place, _index: self.remember())

    def remember(self) -> None:
        """Keep the present sizes."""
        QSettings().setValue(self._name(), self.saveState())

    def restore(self) -> bool:
        """Set the sizes that were kept; tell whether there were any."""
        kept = QSettings().value(self._name())
        return isinstance(kept, QByteArray) and self.restoreState(kept)

    def forget(self) -> None:
        """Forget what was kept, for «reset layout»."""
        QSettings().remove(self._name())

    def _name(self) -> str:
        return f"splitters/{self._view_id}"

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)
