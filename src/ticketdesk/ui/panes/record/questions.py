"""The questions of a template: each a labelled field of the form, whose answer goes into the description."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import LinkButton
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.panes.record import report

_COLUMNS = 2


class Questions(QWidget):
    """Asks, in two columns; ``changed`` when an answer does or the questions are taken away."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[str, ...] = ()
        self.fields_shown: list[Field] = []
        self._head = Label(token="text2", step=theme.Step.S)
        self._away = LinkButton("", "x", token="text2")
        self._away.clicked.connect(lambda _checked=False: self._take_away())
        top = QHBoxLayout()
        top.setSpacing(theme.S8)
        top.addWidget(self._head)
        top.addStretch(1)
        top.addWidget(self._away)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.S16)
        self._grid.setVerticalSpacing(theme.S8)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(theme.S6)
        around.addLayout(top)
        around.addLayout(self._grid)
        self.retranslate()
        self.hide()

    def ask(self, questions: Sequence[str], answers: Sequence[str] = ()) -> None:
        """Ask these instead of the present ones; an answer given to the same question stays."""
        before = dict(zip(self._asked, self._answers(), strict=True))
        for field in self.fields_shown:
            self._grid.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields_shown = []
        self._asked = tuple(questions)
        for place, question in enumerate(self._asked):
            line = QLineEdit()
            line.setTextMargins(theme.S4, 0, theme.S4, 0)
            line.setText(answers[place] if place < len(answers) else before.get(question, ""))
            line.textEdited.connect(self._edited)
            # A question is data: its & is no access key.
            field = Field(question.replace("&", "&&"), line)
            self.fields_shown.append(field)
            self._grid.addWidget(field, place // _COLUMNS, place % _COLUMNS)
        self.setVisible(bool(self._asked))

    def fields(self) -> dict[str, str]:
        """Return questions and answers as drafts keep them."""
        found: dict[str, str] = {}
        for place, (question, answer) in enumerate(zip(self._asked, self._answers(), strict=True)):
            found[f"{report.QUESTION}{place}"] = question
            found[f"{report.ANSWER}{place}"] = answer
        return found

    def set_fields(self, fields: Mapping[str, str]) -> None:
        """Put back what was kept."""
        kept = report.questions(fields)
        self.ask([question for question, _ in kept], [answer for _, answer in kept])

    def _answers(self) -> list[str]:
        return [field.editor.text() for field in self.fields_shown if isinstance(field.editor, QLineEdit)]

    @Slot()
    def _edited(self) -> None:
        self.changed.emit()

    def _take_away(self) -> None:
        self.ask(())
        self.changed.emit()

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self._head.setText(self.tr("Questions of the template; the answers go into the description."))
        self._away.set_text(self.tr("Take the questions away"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
