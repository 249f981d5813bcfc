"""Releasing one entry to the requester: shows what he will read, with a name or without, and that it cannot be taken back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from ticketdesk.domain.attachment import files_of
from ticketdesk.domain.entry import Audience, Step
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import file_words, text, theme
from ticketdesk.ui.kit.buttons import Fill
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.timeline_card import EntryLook, TimelineCard, Voice
from ticketdesk.ui.panes.case import sentences
from ticketdesk.ui.panes.case.dialogs import Question

_NOBODY = Directory()


class ReleaseDialog(Question):
    """Asks whether an entry shall be released; ``decided`` (named). The name stays inside by default in a hidden case."""

    decided = Signal(bool)

    def __init__(self, ticket: Ticket, step: Step, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(ticket, "eye-check", parent)
        self._step, self._directory = step, directory
        self._label = Label(token="text2", step=theme.Step.S)
        self.card = TimelineCard(EntryLook(Voice.COORDINATION, "eye-check", "", ""))
        shown = QScrollArea()
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        shown.setWidget(ground)
        shown.setWidgetResizable(True)
        shown.setFrameShape(QFrame.Shape.StyledPanel)
        shown.setMinimumHeight(shown.fontMetrics().lineSpacing() * 9)
        self.nameless = QCheckBox()
        self.nameless.setChecked(ticket.hidden)
        self.nameless.toggled.connect(self.retranslate)
        for widget in (self._label, shown, self.nameless):
            self._column.addWidget(widget)
        self._do.set_fill(Fill.ACCENT, "eye-check")
        self.retranslate()
        self._cancel.setFocus()

    @Slot()
    def _decide(self) -> None:
        if self.result() != QDialog.DialogCode.Accepted:
            self.decided.emit(not self.nameless.isChecked())
            self.accept()

    def shown_step(self) -> Step:
        """Return the step as the requester will have it; the database makes the same one."""
        named = not self.nameless.isChecked()
        kept = {"happened_at"} if named else {"happened_at", "party"}
        detail = {name: value for name, value in self._step.detail.items() if name not in kept}
        return replace(
            self._step, at=text.now(), what="released", audience=Audience.REQUESTER, actor_id=None, happened_at=None, detail=detail,
            actor_name=self._directory.name(self._step.actor_id) if named else "",
        )  # fmt: skip

    @Slot()
    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self.tr("Release to the requester"))
        self._label.setText(self.tr("This is what {name} will read:").format(name=self._ticket.requester_name))
        self.nameless.setText(self.tr("Without &names"))
        step = self.shown_step()
        title = sentences.card_title(step, _NOBODY, own=True)
        who = sentences.card_meta(step, _NOBODY, own=True)
        files = files_of(step.detail)
        chips = file_words.looks_of(files)
        self.card.set_look(EntryLook(Voice.COORDINATION, "eye-check", title, step.body, who=who, time=text.time(step.at), files=chips))
        said = self.tr("The release is logged and cannot be taken back. Nothing else becomes visible by it.")
        if files:
            along = self.tr("The files of the entry go along; the requester can open and save them.")
            said = f"{along} {said}"
        self._sentence.setText(said)
        self._do.set_text(self.tr("Release the entry"))
