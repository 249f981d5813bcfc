"""Under an answer to a case with parts: what hidden quotes become visible, and why it goes out though parts are open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.buttons import LinkButton
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.panes.case import summary


class ReleaseBar(QWidget):
    """Stands above the foot of an answer in a hidden case while it holds quotes. ``without_names``, ``without_quotes``."""

    without_names = Signal()
    without_quotes = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._quotes, self._named = 0, False
        self._label = Label(token="note", step=theme.Step.S, wrap=True)
        self.names = LinkButton("", "user-off")
        self.mine = LinkButton("")
        self.names.clicked.connect(self.without_names)
        self.mine.clicked.connect(self.without_quotes)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S12 + theme.ICON + theme.S6, theme.S4, theme.S12, theme.S4)
        row.setSpacing(theme.S12)
        row.addWidget(self._label, 1)
        row.addWidget(self.names)
        row.addWidget(self.mine)
        self.hide()

    def show_for(self, body: str, *, hidden: bool, answering: bool) -> None:
        """Appear when a text to the requester of a hidden case holds quotes."""
        self._quotes = summary.quotes(body) if hidden and answering else 0
        self._named = summary.has_names(body)
        self.retranslate()
        self.setVisible(self._quotes > 0)

    def words(self) -> str:
        """Return what is said."""
        return self._label.text() if not self.isHidden() else ""

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        if self._named:
            said = self.tr("Hidden clarification: sending shows the requester %n quote(s) with names.", "", self._quotes)
        else:
            said = self.tr("Hidden clarification: sending shows the requester %n quote(s).", "", self._quotes)
        self._label.setText(said)
        self.names.set_text(self.tr("Without names"))
        self.names.setVisible(self._named)
        self.mine.set_text(self.tr("Only my text"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("note_paper"))
        box = QRectF(theme.S12, round((self.height() - theme.ICON) / 2), theme.ICON, theme.ICON)
        icons.paint(painter, box, "eye-off", token="note")


class PartsReason(QWidget):
    """Asks why an answer is final though parts are out; ``changed`` at each key."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._open = 0
        self.edit = QLineEdit()
        self.edit.textEdited.connect(lambda _text: self.changed.emit())
        self.field = Field("", self.edit, required=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S12, theme.S4, theme.S12, theme.S4)
        column.addWidget(self.field)
        self.retranslate()
        self.hide()

    def show_for(self, still_out: int) -> None:
        """Appear when so many parts that are needed are still out."""
        if still_out != self._open:
            self._open = still_out
            self.retranslate()
        self.setVisible(still_out > 0)

    def is_missing(self) -> bool:
        """Whether a reason is needed and not given."""
        return not self.isHidden() and not self.edit.text().strip()

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self.field.set_label(self.tr("Why without the open parts"))
        self.field.set_hint(self.tr("%n part(s) needed for the answer are still out; they are recalled with this reason", "", self._open))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
