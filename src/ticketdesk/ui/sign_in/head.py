"""The head of a page: a sign, a title, a line below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.theme import Step

_TILE = 44.0
_SIGN = 28.0


class _Sign(QWidget):
    """A filled tile with a white icon, or an icon alone."""

    def __init__(self, icon: str, token: str, *, filled: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._token, self._filled = icon, token, filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(int(_TILE), int(_TILE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(self._token))
            painter.drawRoundedRect(QRectF(0, 0, _TILE, _TILE), theme.RADIUS_PALETTE, theme.RADIUS_PALETTE)
        side = (_TILE - _SIGN) / 2
        icons.paint(painter, QRectF(side, side, _SIGN, _SIGN), self._icon, token="on_fill" if self._filled else self._token)


class PageHead(QWidget):
    """Says what a page is about."""

    def __init__(self, icon: str, *, token: str = "accent_fill", filled: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = _Sign(icon, token, filled=filled, parent=self)
        self.title = Label(step=Step.XL_DIALOG, bold=True, wrap=True, parent=self)
        self.below = Label(token="text2", wrap=True, parent=self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.below)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addStretch(0)

    def set_words(self, title: str, below: str) -> None:
        """Set both lines."""
        self.title.setText(title)
        self.below.setText(below)
        self.below.setVisible(bool(below))
        self.setAccessibleName(title)
