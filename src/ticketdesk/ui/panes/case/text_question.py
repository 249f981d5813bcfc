"""Questions that want a text: the frame of all of them, and the plain one that asks for nothing else.

Each tells every letter typed, so that it is kept until the wish has been carried out; none sends anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from ticketdesk.domain.entry import LIMIT_BODY
from ticketdesk.domain.limits import why_not
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import sentences, theme
from ticketdesk.ui.kit.fields import Field, PlainTextEdit
from ticketdesk.ui.panes.case.dialogs import Question

_LINES = 4


def _text_field() -> PlainTextEdit:
    editor = PlainTextEdit()
    editor.setTabChangesFocus(True)
    editor.setMinimumHeight(editor.fontMetrics().lineSpacing() * _LINES + theme.S12)
    return editor


class TextQuestion(Question):
    """A question with a text of several lines in it; Return is a new line there, Ctrl+Return decides."""

    typed = Signal(str)

    def __init__(self, ticket: Ticket, icon: str, *, kept: str = "", parent: QWidget | None = None) -> None:
        super().__init__(ticket, icon, parent)
        self.editor = _text_field()
        self.editor.setPlainText(kept)
        self.editor.textChanged.connect(self._typed)
        self.editor.submitted.connect(self._decide)
        self.field = Field("", self.editor)

    @Slot()
    def _typed(self) -> None:
        self.field.set_error("")
        self.typed.emit(self.editor.toPlainText())

    def _problem(self, *, required: bool) -> bool:
        """Say at the field what keeps its text from being stored; tell whether anything does."""
        problem = text_problem(self.editor, required=required)
        self.field.set_error(problem)
        if problem:
            self.editor.setFocus()
        return bool(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.editor.hasFocus():
            return
        super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a question for a text says; texts are English sources of ``context``."""

    icon: str
    title: object
    label: object
    sentence: object
    verb: object
    required: bool = True
    context: str = "WayDialogs"

    def say(self, source: object) -> str:
        """Return one of its texts in the present language."""
        return QCoreApplication.translate(self.context, str(source))


class ReasonDialog(TextQuestion):
    """Asks for a reason or another text; ``decided`` (text)."""

    decided = Signal(str)

    def __init__(self, ticket: Ticket, ask: Ask, *, kept: str = "", parent: QWidget | None = None) -> None:
        super().__init__(ticket, ask.icon, kept=kept, parent=parent)
        self._ask = ask
        self._column.addWidget(self.field)
        self.retranslate()
        self.editor.setFocus()

    @Slot()
    def _decide(self) -> None:
        if self.result() != QDialog.DialogCode.Accepted and not self._problem(required=self._ask.required):
            self.decided.emit(self.editor.toPlainText())
            self.accept()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(self._ask.say(self._ask.title).format(number=self._ticket.number))
        label = self._ask.say(self._ask.label)
        self.field.set_label(label if self._ask.required else self.tr("{label} (optional)").format(label=label))
        self._sentence.setText(self._ask.say(self._ask.sentence))
        self._do.set_text(self._ask.say(self._ask.verb))


def text_problem(editor: PlainTextEdit, *, required: bool) -> str:
    """Return what keeps an entry's text from being stored, or an empty text."""
    why = why_not(editor.toPlainText(), limit=LIMIT_BODY, required=required)
    return sentences.sentence("TD422", why=why) if why else editor.complaint()
