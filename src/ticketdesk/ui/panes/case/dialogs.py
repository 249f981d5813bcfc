"""Small questions about a case: target date, mode of clarification, category. Each answers by a signal; none sends anything."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QRadioButton, QVBoxLayout, QWidget

from ticketdesk.domain.ids import CategoryId
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.buttons import Fill, PlainButton, PrimaryButton, button_row
from ticketdesk.ui.kit.fields import DateTimeField, Field


class Question(QDialog):
    """A title, a sentence, something to choose, and verbs; the frame of the small dialogs."""

    def __init__(self, ticket: Ticket, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ticket = ticket
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._do = PrimaryButton("", icon)
        self._do.clicked.connect(self._decide)
        self._cancel = PlainButton()
        self._cancel.clicked.connect(self.reject)
        self._buttons = button_row(self._cancel, self._do)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.S8)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.S16)
        column.setSpacing(theme.S12)
        column.addLayout(self._column)
        column.addWidget(self._sentence)
        column.addStretch(1)
        column.addLayout(self._buttons)
        self.setMinimumWidth(QFontMetrics(theme.font()).averageCharWidth() * 60)

    @Slot()
    def _decide(self) -> None:
        """Tell what was chosen and close; each dialog has its own."""

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self._cancel.setText(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._decide()
            return
        super().keyPressEvent(event)


class TargetDialog(Question):
    """Asks for the coordinator's date; ``decided`` (datetime or None for no date)."""

    decided = Signal(object)

    def __init__(self, ticket: Ticket, parent: QWidget | None = None) -> None:
        super().__init__(ticket, "flag", parent)
        self._date = DateTimeField()
        self._date.set_value(ticket.target_at or ticket.wished_at)
        self._field = Field("", self._date)
        self._column.addWidget(self._field)
        self._none = PlainButton()
        self._none.setVisible(ticket.target_at is not None)
        self._none.clicked.connect(lambda: self._tell(None))
        self._buttons.insertWidget(0, self._none)
        self.retranslate()
        self._date.setFocus()

    @Slot()
    def _decide(self) -> None:
        problem = self._date.problem()
        value = self._date.value()
        if problem or value is None:
            self._field.set_error(problem or self.tr("Please enter a date."))
            self._date.setFocus()
            return
        self._tell(value)

    def _tell(self, value: datetime | None) -> None:
        if self.result() != QDialog.DialogCode.Accepted:
            self.decided.emit(value)
            self.accept()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("Target date of {number}").format(number=self._ticket.number))
        self._field.set_label(self.tr("Target date"))
        wish = self._ticket.wished_at
        sentence = self.tr("The requester never learns this date.")
        if wish is not None:
            wished = self.tr("The requester wished for {date}.").format(date=text.date_time(wish))
            sentence = f"{wished} {sentence}"
        self._sentence.setText(sentence)
        self._none.setText(self.tr("No target date"))
        self._do.set_text(self.tr("Set target date"))


class ModeDialog(Question):
    """Asks whether the requester sees the clarification; ``decided`` (hidden)."""

    decided = Signal(bool)

    def __init__(self, ticket: Ticket, parent: QWidget | None = None) -> None:
        super().__init__(ticket, "eye-off", parent)
        self._open = QRadioButton()
        self._hidden = QRadioButton()
        (self._open if ticket.hidden else self._hidden).setChecked(True)
        for choice in (self._open, self._hidden):
            self._column.addWidget(choice)
            choice.toggled.connect(self.retranslate)
        self.retranslate()
        (self._open if ticket.hidden else self._hidden).setFocus()

    @Slot()
    def _decide(self) -> None:
        if self.result() == QDialog.DialogCode.Accepted:
            return
        if self._hidden.isChecked() != self._ticket.hidden:
            self.decided.emit(self._hidden.isChecked())
        self.accept()

    @Slot()
    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("Mode of clarification of {number}").format(number=self._ticket.number))
        self._open.setText(self.tr("&Transparent: the requester sees clarification and answers"))
        self._hidden.setText(self.tr("&Hidden: the requester sees only the answers to him"))
        if self._hidden.isChecked():
            self._sentence.setText(self.tr("From now on steps of the clarification stay inside. What the requester has seen remains seen."))
            self._do.set_text(self.tr("Hide the clarification"))
            self._do.set_fill(Fill.ACCENT, "eye-off")
        else:
            self._sentence.setText(
                self.tr("From now on the requester sees the steps of the clarification. What was hidden before stays hidden.")
            )
            self._do.set_text(self.tr("Show the clarification"))
            self._do.set_fill(Fill.ACCENT, "eye")


class CategoryDialog(Question):
    """Asks what a case is about; ``decided`` (CategoryId or None)."""

    decided = Signal(object)

    def __init__(self, ticket: Ticket, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(ticket, "category", parent)
        self._directory = directory
        self._choice = QComboBox()
        self._field = Field("", self._choice)
        self._column.addWidget(self._field)
        self._sentence.hide()
        self.retranslate()
        self._choice.setFocus()

    @Slot()
    def _decide(self) -> None:
        if self.result() == QDialog.DialogCode.Accepted:
            return
        category: CategoryId | None = self._choice.currentData()
        if category != self._ticket.category_id:
            self.decided.emit(category)
        self.accept()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("Category of {number}").format(number=self._ticket.number))
        self._field.set_label(self.tr("Category"))
        self._do.set_text(self.tr("Set category"))
        chosen = self._choice.currentData() if self._choice.count() else self._ticket.category_id
        known = ((self._directory.category_path(one), one) for one in self._directory.offered_categories(self._ticket.category_id))
        paths = sorted(known, key=lambda pair: text.sort_key(pair[0]))
        self._choice.clear()
        self._choice.addItem(self.tr("No category"), None)
        for path, category in paths:
            self._choice.addItem(path, category)
        self._choice.setCurrentIndex(max(self._choice.findData(chosen), 0))
