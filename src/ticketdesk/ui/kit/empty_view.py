"""What stands where nothing is: what it is, what to do, one button; left-aligned in the top third."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.theme import Step


class _Sign(QWidget):
    """The icon, 32 px."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.ICON_EMPTY, theme.ICON_EMPTY)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.name:
            icons.paint(QPainter(self), QRectF(0, 0, theme.ICON_EMPTY, theme.ICON_EMPTY), self.name, token="text2")


class EmptyView(QWidget):
    """An empty pane that explains itself."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = _Sign(self)
        self._title = Label(step=Step.L, bold=True, parent=self)
        self._text = Label(step=Step.S, token="text2", wrap=True, parent=self)
        self._button = PlainButton(parent=self)
        self._button.clicked.connect(lambda _checked=False: self.pressed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S24, theme.S24, theme.S24, theme.S24)
        column.setSpacing(theme.S8)
        column.addStretch(1)
        column.addWidget(self._sign)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(4)

    def set_look(self, icon: str, title: str, text: str, *, button: str = "") -> None:
        """Say what it is, what to do, and offer one button or none."""
        self._sign.name = icon
        self._sign.update()
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(f"{title}. {text}")

    def labels(self) -> tuple[QLabel, QLabel]:
        """Return title and text."""
        return self._title, self._text
