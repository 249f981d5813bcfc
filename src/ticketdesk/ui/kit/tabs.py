"""Tabs with a line under the present one; keys are given by the pane, texts may change with the language."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from ticketdesk.ui.kit import pen, theme
from ticketdesk.ui.kit.buttons import paint_focus_frame
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step

_LINE = 3


class TabBar(QTabBar):
    """A bar of tabs known by key. Left, right, Home and End change the tab while it has the focus."""

    key_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.currentChanged.connect(self._tell)

    def add_tab(self, key: Hashable, text: str) -> None:
        """Append a tab."""
        index = self.addTab("")
        self.setTabData(index, key)
        self.set_text(key, text)

    def set_text(self, key: Hashable, text: str) -> None:
        """Name a tab anew; raises KeyError for an unknown key."""
        index = self._index(key)
        self.setTabText(index, text.replace("&", "&&"))
        self.setAccessibleTabName(index, text)

    def set_shown(self, key: Hashable, *, shown: bool) -> None:
        """Show or hide a tab."""
        self.setTabVisible(self._index(key), shown)

    def current_key(self) -> Any:
        """Return the key of the present tab."""
        return self.tabData(self.currentIndex())

    def set_current_key(self, key: Hashable) -> None:
        """Go to a tab; raises KeyError for an unknown key."""
        self.setCurrentIndex(self._index(key))

    def _plain(self, index: int) -> str:
        return self.tabText(index).replace("&&", "&")

    def _index(self, key: Hashable) -> int:
        for index in range(self.count()):
            if self.tabData(index) == key:
                return index
        raise KeyError(key)

    def _tell(self, index: int) -> None:
        if index >= 0:
            self.key_changed.emit(self.tabData(index))

    def tabSizeHint(self, index: int) -> QSize:
        if not self.isTabVisible(index):
            return QSize(0, 0)
        # As wide as the bold text, so that nothing moves when the tab becomes the present one.
        width = pen.width(face(Step.M, bold=True), self._plain(index))
        return QSize(round(width) + 2 * theme.S12, round(face().height) + theme.S12 + theme.S2)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pointed = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for index in range(self.count()):
            if not self.isTabVisible(index):
                continue
            box = QRectF(self.tabRect(index))
            current = index == self.currentIndex()
            style = face(Step.M, bold=current)
            token = "text" if current or index == pointed else "text2"
            text = self._plain(index)
            x = box.left() + (box.width() - pen.width(style, text)) / 2
            pen.text_left(painter, style, text, x=max(x, box.left()), middle=box.center().y() - 1, room=box.width(), token=token)
            if current:
                line = QRectF(box.left() + theme.S6, self.height() - _LINE, box.width() - 2 * theme.S6, _LINE)
                painter.fillRect(line, theme.color("accent"))
                if self.hasFocus():
                    paint_focus_frame(painter, box)
