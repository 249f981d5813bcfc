"""Small questions about one part: why it is recalled, what is missing, what somebody outside answered. None sends anything."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from ticketdesk.domain.entry import Channel
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import words
from ticketdesk.ui.kit.fields import DateTimeField, Field
from ticketdesk.ui.panes.case.text_question import Ask, TextQuestion

_CHANNELS = (Channel.PHONE, Channel.MAIL, Channel.LETTER, Channel.VISIT)

RECALL = Ask(
    "arrow-back-up", QT_TRANSLATE_NOOP("PartDialogs", "Recall {number}"), QT_TRANSLATE_NOOP("PartDialogs", "Reason"),
    QT_TRANSLATE_NOOP("PartDialogs", "Whoever works on it is told, and what was split off below is recalled too."),
    QT_TRANSLATE_NOOP("PartDialogs", "Recall part"), required=False, context="PartDialogs",
)  # fmt: skip
GIVE_BACK = Ask(
    "arrow-back-up", QT_TRANSLATE_NOOP("PartDialogs", "Give {number} back"), QT_TRANSLATE_NOOP("PartDialogs", "What is missing"),
    QT_TRANSLATE_NOOP("PartDialogs", "The part goes back to whoever answered it; the answer stays in its timeline."),
    QT_TRANSLATE_NOOP("PartDialogs", "Give back"), context="PartDialogs",
)  # fmt: skip
DECLINE = Ask(
    "arrow-back-up", QT_TRANSLATE_NOOP("PartDialogs", "Decline {number}"), QT_TRANSLATE_NOOP("PartDialogs", "Reason"),
    QT_TRANSLATE_NOOP("PartDialogs", "The part ends without an answer. Whoever commissioned it is told and reads this."),
    QT_TRANSLATE_NOOP("PartDialogs", "Decline part"), context="PartDialogs",
)  # fmt: skip
COMMENT = Ask(
    "message-2", QT_TRANSLATE_NOOP("PartDialogs", "Comment on {number}"), QT_TRANSLATE_NOOP("PartDialogs", "Comment"),
    QT_TRANSLATE_NOOP("PartDialogs", "The other side of the part is told. A finished part stays finished."),
    QT_TRANSLATE_NOOP("PartDialogs", "File comment"), context="PartDialogs",
)  # fmt: skip


class AnswerDialog(TextQuestion):
    """Asks what somebody outside answered, how and when; ``decided`` (text, Channel, datetime or None)."""

    decided = Signal(str, object, object)

    def __init__(self, ticket: Ticket, contact: str, *, kept: str = "", parent: QWidget | None = None) -> None:
        super().__init__(ticket, "message-2", kept=kept, parent=parent)
        self._contact = contact
        self._channel = QComboBox()
        for channel in _CHANNELS:
            self._channel.addItem("", channel)
        self._channel_field = Field("", self._channel)
        self._when = DateTimeField()
        self._when_field = Field("", self._when)
        for field in (self.field, self._channel_field, self._when_field):
            self._column.addWidget(field)
        self.retranslate()
        self.editor.setFocus()

    @Slot()
    def _decide(self) -> None:
        if self._problem(required=True):
            return
        if self._when.problem():
            self._when_field.set_error(self._when.problem())
            self._when.setFocus()
            return
        if self.result() != QDialog.DialogCode.Accepted:
            self.decided.emit(self.editor.toPlainText().strip(), self._channel.currentData(), self._when.value())
            self.accept()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("Answer to {number}").format(number=self._ticket.number))
        self.field.set_label(self.tr("What {contact} answered").format(contact=self._contact))
        self._channel_field.set_label(self.tr("Came by"))
        for place, channel in enumerate(_CHANNELS):
            self._channel.setItemText(place, words.with_capital(words.channel(channel)))
        self._when_field.set_label(self.tr("When (empty: now)"))
        self._sentence.setText(self.tr("The part is back with it; nobody outside is told."))
        self._do.set_text(self.tr("Record answer"))
