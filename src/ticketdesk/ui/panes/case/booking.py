"""Booking working time at a case: the question for it, and the timers that run on this computer until they are booked.

A timer is kept on the disk at once, so that it outlives the program; nobody but this person on this computer knows of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ticketdesk.domain.commands.time import BookTime
from ticketdesk.domain.durations import MOST_MINUTES, minutes_typed
from ticketdesk.domain.entry import LIMIT_LINE
from ticketdesk.domain.ids import PersonId, TicketId
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import text
from ticketdesk.ui.kit.day_edit import DayEdit
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.panes.case.dialogs import Question


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody has typed so far, or what was booked."""

    typed: str = ""
    on: date | None = None
    note: str = ""
    corrects: int | None = None
    problem: str = ""


class BookingDialog(Question):
    """Asks for minutes, day and a remark; ``decided`` (BookTime, Wanted). A correction may say 0: it never was."""

    decided = Signal(object, object)

    def __init__(self, ticket: Ticket, wanted: Wanted, parent: QWidget | None = None) -> None:
        super().__init__(ticket, "stopwatch", parent)
        self._wanted = wanted
        self.minutes = QLineEdit(wanted.typed)
        today = text.now().astimezone().date()
        self.day = DayEdit(last=today)
        self.day.set_value(wanted.on or today)
        self.note = QLineEdit(wanted.note)
        self.note.setMaxLength(LIMIT_LINE)
        self._minutes, self._day, self._note = Field("", self.minutes, required=True), Field("", self.day), Field("", self.note)
        for field in (self._minutes, self._day, self._note):
            self._column.addWidget(field)
        self.retranslate()
        self._minutes.set_error(wanted.problem)
        self.minutes.textEdited.connect(lambda: self._minutes.set_error(""))
        self.minutes.setFocus()
        self.minutes.selectAll()

    @Slot()
    def _decide(self) -> None:
        minutes = minutes_typed(self.minutes.text())
        least = 1 if self._wanted.corrects is None else 0
        if minutes is None or not least <= minutes <= MOST_MINUTES:
            self._minutes.set_error(self.tr("Please enter minutes or hours, for example 45, 1:30 or 2 h; up to 24 hours."))
            self.minutes.setFocus()
            return
        on, note = self.day.value(), self.note.text().strip()
        if self.result() != QDialog.DialogCode.Accepted:
            command = BookTime(self._ticket.id, minutes, on, note, self._wanted.corrects)
            self.decided.emit(command, Wanted(self.minutes.text(), on, note, self._wanted.corrects))
            self.accept()

    def retranslate(self) -> None:
        super().retranslate()
        correcting = self._wanted.corrects is not None
        title = self.tr("Correct booked time of {number}") if correcting else self.tr("Book working time for {number}")
        self.setWindowTitle(title.format(number=self._ticket.number))
        self._minutes.set_label(self.tr("&Time"))
        self._minutes.set_hint(self.tr("In minutes or hours: 45, 1:30 or 2 h"))
        self._day.set_label(self.tr("&Day"))
        self._note.set_label(self.tr("&Remark"))
        if correcting:
            self._sentence.setText(self.tr("The booking stays in the log; from now on this one counts. 0 means: it never was."))
        else:
            self._sentence.setText(self.tr("Those who take part in the ticket see who booked how much."))
        self._do.set_text(self.tr("Correct") if correcting else self.tr("Book"))


class Timers:
    """When somebody began to work at which case, on this computer."""

    def __init__(self, person: PersonId) -> None:
        self._person = person

    def _name(self, ticket: TicketId) -> str:
        return f"timers/{int(self._person)}/{int(ticket)}"

    def began(self, ticket: TicketId) -> datetime | None:
        """Return since when a timer runs for a case."""
        try:
            found = datetime.fromisoformat(str(QSettings().value(self._name(ticket), "")))
        except ValueError:
            return None
        return found if found.tzinfo is not None else None

    def start(self, ticket: TicketId, at: datetime) -> None:
        """Begin, and keep that on the disk before anything else can happen."""
        settings = QSettings()
        settings.setValue(self._name(ticket), at.isoformat())
        settings.sync()

    def forget(self, ticket: TicketId) -> None:
        """Let it go: it was booked, or nobody wants it."""
        settings = QSettings()
        settings.remove(self._name(ticket))
        settings.sync()

    def minutes(self, ticket: TicketId, now: datetime) -> int:
        """Return how many minutes have begun; a timer that was forgotten over night stands at the most that can be booked."""
        began = self.began(ticket)
        if began is None:
            return 0
        return min(max(-int((began - now).total_seconds() // 60), 1), MOST_MINUTES)
