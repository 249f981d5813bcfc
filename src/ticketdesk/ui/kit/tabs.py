"""Tabs with a line under the present one; keys are given by the pane, texts may change with the language.

Where room is short they stand closer, then the last ones go into a menu at the end; the present one always stands in the bar.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from ticketdesk.ui.kit import pen, theme
from ticketdesk.ui.kit.buttons import paint_focus_frame
from ticketdesk.ui.kit.menu import Menu
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step

_LINE = 3
_PADS = (theme.S12, theme.S8, theme.S6)
"""Room on both sides of a text: as much as fits."""


class TabBar(QTabBar):
    """A bar of tabs known by key. Left, right, Home and End change the tab while it has the focus."""

    key_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: set[Hashable] = set()
        self._pad, self._fitting = _PADS[0], False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.more = QToolButton(self)
        self.more.setAutoRaise(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setMenu(Menu(self.more))
        self.more.hide()
        self._name_more()
        self.currentChanged.connect(self._tell)

    def add_tab(self, key: Hashable, text: str) -> None:
        """Append a tab."""
        index = self.addTab("")
        self.setTabData(index, key)
        self._offered.add(key)
        self.set_text(key, text)

    def set_text(self, key: Hashable, text: str) -> None:
        """Name a tab anew; raises KeyError for an unknown key."""
        index = self._index(key)
        if text and text == self._plain(index):
            # Each step in a case names its tabs; measuring them all anew is what costs.
            return
        self.setTabText(index, text.replace("&", "&&"))
        self.setAccessibleTabName(index, text)
        self._fit()

    def set_shown(self, key: Hashable, *, shown: bool) -> None:
        """Offer a tab or not."""
        index = self._index(key)
        if shown:
            self._offered.add(key)
        else:
            self._offered.discard(key)
            self.setTabVisible(index, False)
        self._fit()

    def offered(self) -> list[Hashable]:
        """Return the keys of the tabs that are offered, in the bar or in its menu."""
        return [self.tabData(index) for index in range(self.count()) if self.tabData(index) in self._offered]

    def current_key(self) -> Any:
        """Return the key of the present tab."""
        return self.tabData(self.currentIndex())

    def set_current_key(self, key: Hashable) -> None:
        """Go to a tab; raises KeyError for an unknown key."""
        index = self._index(key)
        # One out of the menu comes into the bar by being chosen.
        self.setTabVisible(index, True)
        self.setCurrentIndex(index)
        self._fit()

    def _plain(self, index: int) -> str:
        return self.tabText(index).replace("&&", "&")

    def _index(self, key: Hashable) -> int:
        for index in range(self.count()):
            if self.tabData(index) == key:
                return index
        raise KeyError(key)

    def _tell(self, index: int) -> None:
        if index >= 0 and not self._fitting:
            self.key_changed.emit(self.tabData(index))

    def _text_width(self, index: int) -> int:
        # As wide as the bold text, so that nothing moves when the tab becomes the present one.
        return round(pen.width(face(Step.M, bold=True), self._plain(index)))

    def _fit(self) -> None:
        """Give the tabs their room: wide, closer, or the last ones in the menu."""
        if self._fitting or not self.count():
            return
        self._fitting = True
        widths = {index: self._text_width(index) for index in range(self.count()) if self.tabData(index) in self._offered}
        room, total = self.width(), sum(widths.values())
        pad = next((one for one in _PADS if total + 2 * one * len(widths) <= room), _PADS[-1])
        inside = self._inside(widths, pad, room)
        for index in range(self.count()):
            self.setTabVisible(index, index in inside)
        self._pad = pad
        # Qt measures its tabs anew only when one of them gets a text.
        self.setTabText(0, self.tabText(0))
        self._offer_more([index for index in widths if index not in inside])
        self._fitting = False
        self.updateGeometry()

    def _inside(self, widths: dict[int, int], pad: int, room: int) -> set[int]:
        """Return which tabs stand in the bar: all, or the first ones and the present one beside the menu."""
        if sum(widths.values()) + 2 * pad * len(widths) <= room:
            return set(widths)
        current = self.currentIndex()
        left = room - self.more.sizeHint().width() - (widths.get(current, 0) + 2 * pad)
        inside = {current} & set(widths)
        for index, width in widths.items():
            if index == current:
                continue
            left -= width + 2 * pad
            if left < 0:
                break
            inside.add(index)
        return inside

    def _offer_more(self, hidden: list[int]) -> None:
        menu = self.more.menu()
        menu.clear()
        for index in hidden:
            key = self.tabData(index)
            menu.addAction(self.tabText(index)).triggered.connect(lambda _checked=False, key=key: self.set_current_key(key))
        self.more.setVisible(bool(hidden))
        wide = self.more.sizeHint().width()
        self.more.setGeometry(self.width() - wide, 0, wide, self.height() - _LINE)

    def _name_more(self) -> None:
        self.more.setText(QCoreApplication.translate("TabBar", "More"))
        self.more.setAccessibleName(QCoreApplication.translate("TabBar", "Further tabs"))

    def sizeHint(self) -> QSize:
        """Return room for all tabs that are offered, at their widest."""
        widths = [self._text_width(index) + 2 * _PADS[0] for index in range(self.count()) if self.tabData(index) in self._offered]
        return QSize(sum(widths), self._tab_height())

    def minimumSizeHint(self) -> QSize:
        widest = max((self._text_width(index) for index in range(self.count())), default=0)
        return QSize(widest + 2 * _PADS[-1] + self.more.sizeHint().width(), self._tab_height())

    def _tab_height(self) -> int:
        return round(face().height) + theme.S12 + theme.S2

    def tabSizeHint(self, index: int) -> QSize:
        if not self.isTabVisible(index):
            return QSize(0, 0)
        return QSize(self._text_width(index) + 2 * self._pad, self._tab_height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        elif event.type() == QEvent.Type.LanguageChange:
            self._name_more()
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
