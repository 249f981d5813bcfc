"""Small questions about one part: why it is recalled, what is missing, what somebody outside answered. None sends anything."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from ticketdesk.domain.entry import LIMIT_BODY, Channel
from ticketdesk.domain.limits import why_not
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import sentences, words
from ticketdesk.ui.kit.fields import DateTimeField, Field, PlainTextEdit
from ticketdesk.ui.panes.case.dialogs import Question

_CHANNELS = (Channel.PHONE, Channel.MAIL, Channel.LETTER, Channel.VISIT)


@dataclass(frozen=True, slots=True)
class Asks:
    """What a question about a part says."""

    icon: str
    title: str
    label: str
    sentence: str
    verb: str
    required: bool = True


def recall(number: str) -> Asks:
    """Return the words of recalling."""
    return Asks(
        "arrow-back-up",
        QCoreApplication.translate("PartDialogs", "Recall {number}").format(number=number),
        QCoreApplication.translate("PartDialogs", "Reason (optional)"),
        QCoreApplication.translate("PartDialogs", "Whoever works on it is told, and what was split off below is recalled too."),
        QCoreApplication.translate("PartDialogs", "Recall part"),
        required=False,
    )  # fmt: skip


def give_back(number: str) -> Asks:
    """Return the words of giving an answer back."""
    return Asks(
        "arrow-back-up",
        QCoreApplication.translate("PartDialogs", "Give {number} back").format(number=number),
        QCoreApplication.translate("PartDialogs", "What is missing"),
        QCoreApplication.translate("PartDialogs", "The part goes back to whoever answered it; the answer stays in its timeline."),
        QCoreApplication.translate("PartDialogs", "Give back"),
    )  # fmt: skip


def comment(number: str) -> Asks:
    """Return the words of a comment."""
    return Asks(
        "message-2",
        QCoreApplication.translate("PartDialogs", "Comment on {number}").format(number=number),
        QCoreApplication.translate("PartDialogs", "Comment"),
        QCoreApplication.translate("PartDialogs", "The other side of the part is told. A finished part stays finished."),
        QCoreApplication.translate("PartDialogs", "File comment"),
    )  # fmt: skip


class TextDialog(Question):
    """Asks for a text; ``decided`` (str)."""

    decided = Signal(str)

    def __init__(self, ticket: Ticket, asks: Asks, parent: QWidget | None = None) -> None:
        super().__init__(ticket, asks.icon, parent)
        self._asks = asks
        self._text = PlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.submitted.connect(self._decide)
        self._field = Field("", self._text, required=asks.required)
        self._column.addWidget(self._field)
        self.retranslate()
        self._text.setFocus()

    @Slot()
    def _decide(self) -> None:
        why = why_not(self._text.toPlainText(), limit=LIMIT_BODY, required=self._asks.required)
        if why:
            self._field.set_error(sentences.sentence("TD422", why=why))
            self._text.setFocus()
            return
        if self.result() != self.DialogCode.Accepted:
            self.decided.emit(self._text.toPlainText().strip())
            self.accept()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self._asks.title)
        self._field.set_label(self._asks.label)
        self._sentence.setText(self._asks.sentence)
        self._do.set_text(self._asks.verb)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return makes a new line in the text; Ctrl+Return and the button decide."""
        if not self._text.hasFocus():
            super().keyPressEvent(event)


class AnswerDialog(Question):
    """Asks what somebody outside answered, how and when; ``decided`` (text, Channel, datetime or None)."""

    decided = Signal(str, object, object)

    def __init__(self, ticket: Ticket, contact: str, parent: QWidget | None = None) -> None:
        super().__init__(ticket, "message-2", parent)
        self._contact = contact
        self._text = PlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.submitted.connect(self._decide)
        self._field = Field("", self._text, required=True)
        self._channel = QComboBox()
        for channel in _CHANNELS:
            self._channel.addItem("", channel)
        self._channel_field = Field("", self._channel)
        self._when = DateTimeField()
        self._when_field = Field("", self._when)
        for field in (self._field, self._channel_field, self._when_field):
            self._column.addWidget(field)
        self.retranslate()
        self._text.setFocus()

    @Slot()
    def _decide(self) -> None:
        why = why_not(self._text.toPlainText(), limit=LIMIT_BODY, required=True)
        if why:
            self._field.set_error(sentences.sentence("TD422", why=why))
            self._text.setFocus()
            return
        if self._when.problem():
            self._when_field.set_error(self._when.problem())
            self._when.setFocus()
            return
        if self.result() != self.DialogCode.Accepted:
            self.decided.emit(self._text.toPlainText().strip(), self._channel.currentData(), self._when.value())
            self.accept()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("Answer to {number}").format(number=self._ticket.number))
        self._field.set_label(self.tr("What {contact} answered").format(contact=self._contact))
        self._channel_field.set_label(self.tr("Came by"))
        for place, channel in enumerate(_CHANNELS):
            self._channel.setItemText(place, words.channel(channel))
        self._when_field.set_label(self.tr("When (empty: now)"))
        self._sentence.setText(self.tr("The part is back with it; nobody outside is told."))
        self._do.set_text(self.tr("Record answer"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return makes a new line in the text; Ctrl+Return and the button decide."""
        if not self._text.hasFocus():
            super().keyPressEvent(event)
