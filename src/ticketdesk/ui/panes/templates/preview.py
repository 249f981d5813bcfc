"""What a template says once it is filled in: for the case that is open, or for a made-up one. Reads, writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ticketdesk.domain import placeholders
from ticketdesk.domain.letter import LetterFacts, outward, salutation
from ticketdesk.domain.placeholders import Place
from ticketdesk.domain.ticket import Ticket, number
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.fields import PlainTextEdit
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.place_marks import PlaceMarks
from ticketdesk.ui.kit.speech import speech

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context


class Preview(QWidget):
    """Shows a text filled in; what has no value and no fall-back is marked, as it will be in the composer."""

    def __init__(self, ctx: Context, ticket: Ticket | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ticket = ticket if ticket is not None and not ticket.own else None
        self._facts: LetterFacts | None = None
        self._shown: tuple[str, str] = ("", "de")
        self._title = Label(token="text2", step=theme.Step.S)
        self.whom = QComboBox()
        self.text = PlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 5 + theme.S12)
        self._marks = PlaceMarks(self.text.document())
        row = QHBoxLayout()
        row.setSpacing(theme.S8)
        row.addWidget(self._title)
        row.addWidget(self.whom, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S4)
        column.addLayout(row)
        column.addWidget(self.text)
        self.whom.activated.connect(self._draw)
        self.retranslate()
        if self._ticket is not None:
            case = self._ticket.id
            ctx.ask(lambda session: session.letter_facts(case), while_alive(self, self._came), failed=lambda _error: None)

    def show_text(self, body: str, code: str) -> None:
        """Fill this text in, in its language."""
        self._shown = (body, code)
        self._draw()

    def _came(self, facts: LetterFacts) -> None:
        self._facts = facts
        self._draw()

    @Slot()
    def _draw(self) -> None:
        body, code = self._shown
        self.text.setPlainText(placeholders.render(body, self._values(code)))

    def _values(self, code: str) -> Mapping[Place, str]:
        words, now = speech(self._ctx.store.directory, code), text.now()
        if self._ticket is not None and self._facts is not None and self.whom.currentIndex() == 0:
            return outward(self._facts, self._ticket, self._ctx.me, speech=words, now=now)
        name = self.tr("Erika Sample")
        return {
            Place.TICKET_NUMBER: "T-10482", Place.SUBJECT: self.tr("Printer prints nothing"), Place.REQUESTER_NAME: name,
            Place.SALUTATION: salutation(name, code), Place.COMPANY: self.tr("Sample Works"), Place.DEPARTMENT: self.tr("Dispatch"),
            Place.OWN_NAME: self._ctx.me.name, Place.HANDLER: self.tr("Max Placeholder"), Place.GROUP: self.tr("IT service"),
            Place.TARGET_DATE: words.moment(now + timedelta(days=2)), Place.WISHED_DATE: words.moment(now + timedelta(days=1)),
            Place.DOCUMENT_REF: "R-2026-118", Place.CATEGORY: self.tr("Printers"), Place.TODAY: words.date(now),
        }  # fmt: skip

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        chosen = max(0, self.whom.currentIndex())
        self._title.setText(self.tr("Preview for"))
        self.whom.clear()
        if self._ticket is not None:
            self.whom.addItem(f"{number(self._ticket.id)} · {self._ticket.requester_name}")
        self.whom.addItem(self.tr("a made-up case"))
        self.whom.setCurrentIndex(min(chosen, self.whom.count() - 1))
        self.whom.setAccessibleName(self.tr("Preview for"))
        self.text.setAccessibleName(self.tr("Preview"))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
