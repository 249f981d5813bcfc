"""Widgets side by side where there is room for all of them, else one below the other; nothing is cut in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_ROW, _COLUMN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Wrapping(QWidget):
    """A row that becomes a column when its widgets do not fit. Widgets are added to ``box``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QBoxLayout(_ROW, self)

    def is_column(self) -> bool:
        """Whether the widgets stand one below the other at present."""
        return self.box.direction() is _COLUMN

    def wanted_width(self) -> int:
        """Return how wide the row is when nothing in it is cut."""
        shown = self._shown()
        margins = self.box.contentsMargins()
        gaps = self.box.spacing() * max(len(shown) - 1, 0)
        return sum(max(one.sizeHint().width(), one.minimumWidth()) for one in shown) + gaps + margins.left() + margins.right()

    def minimumSizeHint(self) -> QSize:
        """Return room for the widest widget: as a column it fits there, so the row must not keep the window from getting so narrow."""
        margins = self.box.contentsMargins()
        widest = max((one.minimumSizeHint().width() for one in self._shown()), default=0)
        return QSize(widest + margins.left() + margins.right(), super().minimumSizeHint().height())

    def _shown(self) -> list[QWidget]:
        items = (self.box.itemAt(place) for place in range(self.box.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [one for one in widgets if one is not None and not one.isHidden()]

    def _fit(self) -> None:
        direction = _ROW if self.width() >= self.wanted_width() else _COLUMN
        if self.box.direction() is not direction:
            self.box.setDirection(direction)
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)
