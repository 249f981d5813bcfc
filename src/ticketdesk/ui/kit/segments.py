"""Segment buttons: one choice of a few, all in sight. Own painting, since Fusion's pressed state cannot be read in the dark scheme."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ticketdesk.ui.kit import icons, pen, theme
from ticketdesk.ui.kit.buttons import icon_box
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice; ``icon`` is a name or a ready QIcon (a status or priority)."""

    key: Hashable
    text: str | Callable[[], str]
    icon: str | QIcon = ""


class _SegmentButton(QAbstractButton):
    def __init__(self, segment: Segment, parent: QWidget) -> None:
        super().__init__(parent)
        self.segment = segment
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        text = self.segment.text
        self.setText(text if isinstance(text, str) else text())
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        sign = theme.ICON + theme.S6 if self.segment.icon else 0
        width = pen.width(face(Step.M, bold=True), self.text()) + sign + 2 * theme.S12
        return QSize(round(width), round(face().height) + theme.S8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.parent()
        if isinstance(bar, SegmentBar) and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar.step(1 if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        checked, focused = self.isChecked(), self.hasFocus()
        width = 2 if focused else (1.6 if checked else 1)
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        outline = "accent" if checked or focused else "line_strong"
        ground = "sel" if checked else ("hover" if self.underMouse() and self.isEnabled() else "raised")
        painter.setPen(QPen(theme.color(outline if self.isEnabled() else "line"), width))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(box, theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        token = "text3" if not self.isEnabled() else ("text" if checked else "text2")
        style = face(Step.M, bold=checked)
        sign = theme.ICON + theme.S6 if self.segment.icon else 0
        text_width = min(pen.width(style, self.text()), box.width() - sign)
        x = (self.width() - text_width - sign) / 2
        icon = self.segment.icon
        if isinstance(icon, QIcon):
            icon.paint(painter, icon_box(x, self.height()).toRect())
        elif icon:
            icons.paint(painter, icon_box(x, self.height()), icon, token=token)
        room = box.right() - x - sign
        pen.text_left(painter, style, self.text(), x=x + sign, middle=self.height() / 2, room=room, token=token)


class SegmentBar(QWidget):
    """A row of choices of which one is taken; arrow keys change it, a click too."""

    chosen = Signal(object)
    """By the user; not by set_key."""

    def __init__(self, options: Sequence[Segment] = (), parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setAccessibleName(name)
        self.set_options(options)

    def set_options(self, options: Sequence[Segment]) -> None:
        """Offer other choices; the first one is taken."""
        for button in self.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        for option in options:
            button = _SegmentButton(option, self)
            button.clicked.connect(lambda _checked=False, key=option.key: self.chosen.emit(key))
            self._group.addButton(button)
            self._row.addWidget(button)
        buttons = self.buttons()
        if buttons:
            buttons[0].setChecked(True)
            self.setFocusProxy(buttons[0])

    def buttons(self) -> list[_SegmentButton]:
        """Return the buttons in their order."""
        return [one for one in self._group.buttons() if isinstance(one, _SegmentButton)]

    def key(self) -> Any:
        """Return the key of the choice that is taken, None without choices."""
        button = self._group.checkedButton()
        return button.segment.key if isinstance(button, _SegmentButton) else None

    def set_key(self, key: Hashable) -> None:
        """Take a choice silently; an unknown key changes nothing."""
        for button in self.buttons():
            if button.segment.key == key:
                button.setChecked(True)
                self.setFocusProxy(button)

    def step(self, by: int) -> None:
        """Take the next or previous choice and tell it."""
        buttons = self.buttons()
        at = next((place for place, one in enumerate(buttons) if one.isChecked()), 0)
        target = buttons[(at + by) % len(buttons)]
        target.setChecked(True)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(target.segment.key)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for button in self.buttons():
                button.retranslate()
        super().changeEvent(event)
