"""Filing what was said or written outside the program: kind, direction, with whom, by which channel, when, and who may read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ticketdesk.domain.commands.entry import RecordEntry
from ticketdesk.domain.entry import RECORDED, Channel, EntryKind
from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.limits import why_not
from ticketdesk.domain.people import Me
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import sentences, text, theme, words
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton, button_row
from ticketdesk.ui.kit.fields import DateTimeField, Field, PlainTextEdit
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.segments import Segment, SegmentBar
from ticketdesk.ui.panes.case import rules_seen
from ticketdesk.ui.panes.case.text_question import text_problem

BODY, PARTY = "body", "party"
CHANNELS = (Channel.PHONE, Channel.MAIL, Channel.LETTER, Channel.VISIT, Channel.PROGRAM)
_USUAL = {
    EntryKind.CALL: Channel.PHONE, EntryKind.MAIL: Channel.MAIL, EntryKind.LETTER: Channel.LETTER, EntryKind.VISIT: Channel.VISIT,
    EntryKind.QUESTION: Channel.PHONE, EntryKind.INFORMATION: Channel.PHONE, EntryKind.DOCUMENT: Channel.PROGRAM,
}  # fmt: skip


class EntryDialog(QDialog):
    """Asks what is to be filed; ``decided`` (RecordEntry), ``typed`` (fields) at each key."""

    decided = Signal(object)
    typed = Signal(object)

    def __init__(self, ticket: Ticket, me: Me, directory: Directory, *, kept: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ticket, self._me, self._directory = ticket, me, directory
        self.kind, self.channel = QComboBox(), QComboBox()
        self.direction = SegmentBar([Segment(True, lambda: self.tr("Incoming")), Segment(False, lambda: self.tr("Outgoing"))])
        self.party = QComboBox()
        self.party.setEditable(True)
        self.party.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for person, name in self._people():
            self.party.addItem(name, person)
        self.party.setCurrentIndex(-1)
        self.party.setEditText(kept.get(PARTY, ""))
        self.when = DateTimeField()
        self.when.set_value(text.now())
        self.body = PlainTextEdit()
        self.body.setPlainText(kept.get(BODY, ""))
        self.body.setMinimumHeight(self.body.fontMetrics().lineSpacing() * 6)
        self.readers = SegmentBar([Segment(False, lambda: self.tr("Internal")), Segment(True, lambda: self.tr("For the requester too"))])
        self._readers_word = Label(token="text2", step=theme.Step.S, wrap=True)
        self.fields = {name: Field("", editor) for name, editor in (
            ("kind", self.kind), ("direction", self.direction), ("party", self.party), ("channel", self.channel),
            ("happened_at", self.when), ("body", self.body), ("for_requester", self.readers),
        )}  # fmt: skip
        self._do, self._cancel = PrimaryButton("", "notes"), PlainButton()
        self._lay_out()
        self.retranslate()
        self._tie()
        self.party.setFocus()

    def command(self) -> RecordEntry:
        """Return the wish that was put together."""
        person, name = self.party.currentData(), self.party.currentText().strip()
        known = person is not None and self.party.itemText(self.party.currentIndex()) == name
        return RecordEntry(
            self._ticket.id, EntryKind(self.kind.currentData()), self.body.toPlainText(), incoming=bool(self.direction.key()),
            person_id=PersonId(person) if known else None, party="" if known else name, channel=Channel(self.channel.currentData()),
            happened_at=self.when.value(), for_requester=bool(self.readers.key()),
        )  # fmt: skip

    def _people(self) -> list[tuple[int, str]]:
        ticket = self._ticket
        found: dict[int, str] = {}
        if ticket.requester_id is not None:
            found[int(ticket.requester_id)] = ticket.requester_name
        for person in (ticket.coordinator_id, ticket.handler_id, *ticket.participants):
            if person is not None and person != self._me.id and (name := self._directory.name(person)):
                found.setdefault(int(person), name)
        return list(found.items())

    @Slot()
    def _decide(self) -> None:
        for field in self.fields.values():
            field.set_error("")
        name, why = self._problem()
        if not name:
            self.decided.emit(self.command())
            self.accept()
            return
        self.fields[name].set_error(why)
        {"party": self.party, "body": self.body, "happened_at": self.when}[name].setFocus()

    def _problem(self) -> tuple[str, str]:
        if why := why_not(self.party.currentText(), limit=200, required=True):
            return "party", sentences.sentence("TD422", why=why)
        if problem := self.when.problem():
            return "happened_at", problem
        value = self.when.value()
        if value is not None and value > text.now():
            return "happened_at", sentences.sentence("TD422", why="in_future")
        if problem := text_problem(self.body, required=True):
            return "body", problem
        return "", ""

    @Slot()
    def _typed(self) -> None:
        self.fields["body"].set_error("")
        self.fields["party"].set_error("")
        self.typed.emit({BODY: self.body.toPlainText(), PARTY: self.party.currentText()})

    @Slot()
    def _usual_channel(self) -> None:
        self.channel.setCurrentIndex(self.channel.findData(int(_USUAL[EntryKind(self.kind.currentData())])))

    @Slot()
    def _say_readers(self) -> None:
        may_show = rules_seen.may_show_requester(self._ticket, self._me)
        for button in self.readers.buttons():
            button.setEnabled(may_show or not button.segment.key)
        if not may_show:
            said = sentences.sentence("TD422", why="through_coordination" if self._ticket.hidden else "no_requester")
        elif self.readers.key():
            said = self.tr("{name} reads text, other side and moment of this entry.").format(name=self._ticket.requester_name)
        else:
            said = self.tr("Coordination and handlers of this case read this, the requester does not.")
        self._readers_word.setText(said)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.S16)
        column.setSpacing(theme.S12)
        for names in (("kind", "direction"), ("party", "channel", "happened_at"), ("body",), ("for_requester",)):
            row = QHBoxLayout()
            row.setSpacing(theme.S12)
            for name in names:
                row.addWidget(self.fields[name], 2 if name == "party" else 1)
            column.addLayout(row, 1 if names == ("body",) else 0)
        column.addWidget(self._readers_word)
        column.addLayout(button_row(self._cancel, self._do))
        self.setMinimumWidth(QFontMetrics(theme.font()).averageCharWidth() * 92)

    def _tie(self) -> None:
        self.kind.currentIndexChanged.connect(self._usual_channel)
        self.readers.chosen.connect(self._say_readers)
        self.body.textChanged.connect(self._typed)
        self.body.submitted.connect(self._decide)
        self.party.editTextChanged.connect(self._typed)
        self._do.clicked.connect(self._decide)
        self._cancel.clicked.connect(self.reject)

    @staticmethod
    def _refill(box: QComboBox, choices: list[tuple[str, Any]]) -> None:
        chosen = box.currentData()
        blocked = box.blockSignals(True)
        box.clear()
        for name, value in choices:
            box.addItem(name, value)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.blockSignals(blocked)

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self.setWindowTitle(self.tr("File correspondence of {number}").format(number=self._ticket.number))
        self._refill(self.kind, [(words.entry_kind(one), int(one)) for one in RECORDED])
        self._refill(self.channel, [(words.with_capital(words.channel(one)), int(one)) for one in CHANNELS])
        for name, label in (
            ("kind", self.tr("What")), ("direction", self.tr("Direction")), ("party", self.tr("With whom")),
            ("channel", self.tr("Channel")), ("happened_at", self.tr("When it happened")),
            ("body", self.tr("What was said or written")), ("for_requester", self.tr("Who may read it")),
        ):  # fmt: skip
            self.fields[name].set_label(label)
        line = self.party.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("Choose somebody of this case, or type a name"))
        self._do.set_text(self.tr("File the entry"))
        self._cancel.setText(self.tr("Cancel"))
        self._say_readers()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._decide()
            return
        super().keyPressEvent(event)
