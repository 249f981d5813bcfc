"""Looking for words in a case: field, how many places, on and back. Finds nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import ToolButton
from ticketdesk.ui.kit.fields import IconLineEdit
from ticketdesk.ui.kit.labels import Label


class FindBar(QWidget):
    """``asked`` (words) as one types, ``moved`` (+1 or -1) to another place, ``closed``."""

    asked = Signal(str)
    moved = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = IconLineEdit("search")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.asked)
        self._count = Label(token="text2", step=theme.Step.S)
        self._back = ToolButton("chevron-up", "")
        self._on = ToolButton("chevron-down", "")
        self._close = ToolButton("x", "")
        self._back.clicked.connect(lambda _checked=False: self.moved.emit(-1))
        self._on.clicked.connect(lambda _checked=False: self.moved.emit(1))
        self._close.clicked.connect(lambda _checked=False: self.closed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PANE_MARGIN, theme.S6, theme.S8, theme.S6)
        row.setSpacing(theme.S8)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        for button in (self._back, self._on, self._close):
            row.addWidget(button)
        self._places = (0, 0)
        self.retranslate()

    def begin(self) -> None:
        """Come into view with the words of the last time."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self.asked.emit(self.field.text())

    def show_count(self, place: int, places: int) -> None:
        """Say at which of how many places one is."""
        self._places = (place, places)
        if not self.field.text().strip():
            words = ""
        elif not places:
            words = self.tr("not found")
        else:
            words = self.tr("{place} of {places}").format(place=place, places=places)
        self._count.setText(words)
        self._back.setEnabled(places > 1)
        self._on.setEnabled(places > 1)

    def count_words(self) -> str:
        """Return what is said about the number of places."""
        return self._count.text()

    @Slot()
    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self.field.setPlaceholderText(self.tr("Search in this case"))
        self.field.setAccessibleName(self.tr("Search in this case"))
        self._back.set_name(self.tr("Previous place"))
        self._on.set_name(self.tr("Next place"))
        self._close.set_name(self.tr("End the search"))
        self.show_count(*self._places)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.moved.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("base"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
