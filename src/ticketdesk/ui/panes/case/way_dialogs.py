"""The small questions of the way of a case: why and how long to wait, a date, a new case that carries on.

Each answers by a signal and tells every letter typed, so that it is kept until the wish has been carried out; none sends anything.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QDialog, QLineEdit, QRadioButton, QWidget

from ticketdesk.domain.entry import LIMIT_SUBJECT
from ticketdesk.domain.limits import why_not
from ticketdesk.domain.states import Reason
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import sentences, text
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.fields import DateTimeField, Field
from ticketdesk.ui.panes.case.dialogs import Question
from ticketdesk.ui.panes.case.text_question import TextQuestion


class WaitDialog(TextQuestion):
    """Asks what a case waits for, until when, and what is to be said; ``decided`` (Reason, datetime or None, text)."""

    decided = Signal(object, object, str)

    def __init__(self, ticket: Ticket, *, may_ask: bool, kept: str = "", parent: QWidget | None = None) -> None:
        super().__init__(ticket, "clock-pause", kept=kept, parent=parent)
        self._may_ask = may_ask
        self._choices = {reason: QRadioButton() for reason in (Reason.REQUESTER, Reason.THIRD_PARTY, Reason.DATE)}
        self._group = QButtonGroup(self)
        for choice in self._choices.values():
            self._group.addButton(choice)
            self._column.addWidget(choice)
        self._choices[Reason.REQUESTER].setEnabled(may_ask)
        start = ticket.waiting_reason if ticket.waiting_reason in self._choices else Reason.DATE
        self._choices[start if start is not None and (may_ask or start is not Reason.REQUESTER) else Reason.DATE].setChecked(True)
        self._date = DateTimeField()
        self._date.set_value(ticket.waiting_until)
        self._date_field = Field("", self._date)
        self._date.value_changed.connect(self._date_typed)
        self._column.addWidget(self._date_field)
        self._column.addWidget(self.field)
        self._group.buttonToggled.connect(lambda _button, on: self.retranslate() if on else None)
        self.retranslate()
        (self._date if self.reason() is Reason.DATE else self._choices[self.reason()]).setFocus()

    @Slot()
    def _date_typed(self) -> None:
        self._date_field.set_error("")

    def reason(self) -> Reason:
        """Return what is chosen."""
        return next(reason for reason, choice in self._choices.items() if choice.isChecked())

    @Slot()
    def _decide(self) -> None:
        if self.result() == QDialog.DialogCode.Accepted:
            return
        problem = date_problem(self._date, required=self.reason() is Reason.DATE)
        self._date_field.set_error(problem)
        if problem:
            self._date.setFocus()
        if self._problem(required=self.reason() is Reason.REQUESTER) or problem:
            return
        self.decided.emit(self.reason(), self._date.value(), self.editor.toPlainText())
        self.accept()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("Let {number} wait").format(number=self._ticket.number))
        self._choices[Reason.REQUESTER].setText(self.tr("For an answer of the &requester"))
        self._choices[Reason.THIRD_PARTY].setText(self.tr("For a &third party"))
        self._choices[Reason.DATE].setText(self.tr("&Until a date"))
        asks, dated = self.reason() is Reason.REQUESTER, self.reason() is Reason.DATE
        self._date_field.set_label(self.tr("Resubmission") if dated else self.tr("Resubmission (optional)"))
        self._date_field.set_hint(self.tr("At this moment the ticket comes back by itself"))
        if asks:
            self.field.set_label(self.tr("Question to the requester"))
            said = self.tr("The requester reads this question and “Answer needed”. The answer ends the waiting by itself.")
        else:
            self.field.set_label(self.tr("What is waited for (optional)"))
            said = self.tr("The requester does not read this.") if self._ticket.kept_inside else self.tr("The requester can read this.")
        if not self._may_ask:
            asked = self.tr("In a hidden clarification questions to the requester go through the coordination.")
            said = f"{said} {asked}"
        self._sentence.setText(said)
        self._do.set_text(self.tr("Send question and wait") if asks else self.tr("Let it wait"))


class WishDialog(Question):
    """Asks for the requester's date; ``decided`` (datetime or None for no date)."""

    decided = Signal(object)

    def __init__(self, ticket: Ticket, parent: QWidget | None = None) -> None:
        super().__init__(ticket, "calendar", parent)
        self._date = DateTimeField()
        self._date.set_value(ticket.wished_at)
        self._field = Field("", self._date)
        self._column.addWidget(self._field)
        self._none = PlainButton()
        self._none.setVisible(ticket.wished_at is not None)
        self._none.clicked.connect(lambda: self._tell(None))
        self._buttons.insertWidget(0, self._none)
        self.retranslate()
        self._date.setFocus()

    @Slot()
    def _decide(self) -> None:
        problem = date_problem(self._date, required=True)
        self._field.set_error(problem)
        if problem:
            self._date.setFocus()
            return
        self._tell(self._date.value())

    def _tell(self, value: datetime | None) -> None:
        if self.result() != QDialog.DialogCode.Accepted:
            if value != self._ticket.wished_at:
                self.decided.emit(value)
            self.accept()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("Wished date of {number}").format(number=self._ticket.number))
        own = self._ticket.own
        self._field.set_label(self.tr("When would you like it done?") if own else self.tr("When the requester would like it done"))
        self._sentence.setText(self.tr("Before and after stay readable in the timeline."))
        self._none.setText(self.tr("No date"))
        self._do.set_text(self.tr("Change wished date"))


class FollowUpDialog(TextQuestion):
    """Asks for subject and description of a case that carries on another; ``decided`` (subject, text)."""

    decided = Signal(str, str)

    def __init__(self, ticket: Ticket, *, kept: str = "", parent: QWidget | None = None) -> None:
        super().__init__(ticket, "file-plus", kept=kept, parent=parent)
        self._subject = QLineEdit(ticket.subject)
        self._subject.setMaxLength(LIMIT_SUBJECT)
        self._subject_field = Field("", self._subject, required=True)
        self._column.addWidget(self._subject_field)
        self._column.addWidget(self.field)
        self.retranslate()
        self.editor.setFocus()

    @Slot()
    def _decide(self) -> None:
        if self.result() == QDialog.DialogCode.Accepted:
            return
        subject = self._subject.text().strip()
        why = why_not(subject, limit=LIMIT_SUBJECT, required=True, one_line=True)
        self._subject_field.set_error(sentences.sentence("TD422", why=why) if why else "")
        if self._problem(required=True) or why:
            return
        self.decided.emit(subject, self.editor.toPlainText())
        self.accept()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("New ticket that follows {number}").format(number=self._ticket.number))
        self._subject_field.set_label(self.tr("Subject"))
        self.field.set_label(self.tr("What is it about now?"))
        self._sentence.setText(self.tr("The new ticket is linked with {number}.").format(number=self._ticket.number))
        self._do.set_text(self.tr("Record new ticket"))


def date_problem(field: DateTimeField, *, required: bool) -> str:
    """Return what is wrong with a date that must lie ahead, or an empty text."""
    problem, value = field.problem(), field.value()
    if problem:
        return problem
    if value is None:
        return sentences.sentence("TD422", why="empty") if required else ""
    return sentences.sentence("TD422", why="past") if value <= text.now() else ""
