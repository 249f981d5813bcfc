"""One language of a template: name, subject, text and questions. Knows nothing of the other language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ticketdesk.domain.entry import LIMIT_BODY
from ticketdesk.domain.placeholders import Place, spelling
from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import LinkButton
from ticketdesk.ui.kit.fields import Field, PlainTextEdit
from ticketdesk.ui.kit.menu import Menu
from ticketdesk.ui.kit.paste_guard import PasteGuard
from ticketdesk.ui.kit.place_marks import PlaceMarks
from ticketdesk.ui.panes.templates import draft


class LanguagePage(QWidget):
    """The fields of one language; ``changed`` when a person changes one."""

    changed = Signal()

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.name, self.subject = QLineEdit(), QLineEdit()
        self.body, self.questions = PlainTextEdit(), PlainTextEdit()
        self._marks = PlaceMarks(self.body.document())
        PasteGuard(self.body, limit=LIMIT_BODY)
        line = self.body.fontMetrics().lineSpacing()
        self.body.setMinimumHeight(line * 3)
        self.questions.setFixedHeight(line * 3 + theme.S12)
        self.fields_of = {
            draft.in_language(draft.NAME, code): Field("", self.name),
            draft.in_language(draft.SUBJECT, code): Field("", self.subject),
            draft.in_language(draft.BODY, code): Field("", self.body),
            draft.in_language(draft.QUESTIONS, code): Field("", self.questions),
        }
        self._insert = LinkButton("", "plus", token="accent")
        self._insert.clicked.connect(lambda _checked=False: self._offer())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.S8, 0, 0)
        grid.setVerticalSpacing(theme.S8)
        for row, field in enumerate(self.fields_of.values()):
            grid.addWidget(field, row, 0)
        grid.addWidget(self._insert, 2, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(2, 1)
        for editor in (self.name, self.subject):
            editor.textEdited.connect(self._edited)
        for text in (self.body, self.questions):
            text.textChanged.connect(self._edited)
        self._filling = False
        self.retranslate()

    def set_recording(self, recording: bool) -> None:
        """Show subject and questions where a report is taken in."""
        for name in (draft.SUBJECT, draft.QUESTIONS):
            self.fields_of[draft.in_language(name, self.code)].setVisible(recording)

    def fields(self) -> dict[str, str]:
        """Return the texts by field."""
        texts = (self.name.text(), self.subject.text(), self.body.toPlainText(), self.questions.toPlainText())
        return dict(zip(self.fields_of, texts, strict=True))

    def set_fields(self, fields: Mapping[str, str]) -> None:
        """Show these texts, silently."""
        self._filling = True
        name, subject, body, questions = (fields.get(field, "") for field in self.fields_of)
        self.name.setText(name)
        self.subject.setText(subject)
        self.body.setPlainText(body)
        self.questions.setPlainText(questions)
        self._filling = False

    @Slot()
    def _edited(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _offer(self) -> None:
        menu = Menu(self)
        for place in Place:
            written = spelling(place, self.code)
            menu.addAction(written).triggered.connect(lambda _checked=False, word=written: self._put_in(word))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._insert.mapToGlobal(QPoint(0, self._insert.height())))

    def _put_in(self, word: str) -> None:
        self.body.insertPlainText(word)
        self.body.setFocus()

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        labels = (self.tr("Na&me"), self.tr("Su&bject"), self.tr("Te&xt"), self.tr("&Questions, one in each line"))
        for field, label in zip(self.fields_of.values(), labels, strict=True):
            field.set_label(label)
        one = spelling(Place.COMPANY, self.code)
        two = one[:-1] + self.tr("|otherwise") + "}"
        hint = self.tr("{one} is filled in; {two} says something else where there is no value.").format(one=one, two=two)
        self.fields_of[draft.in_language(draft.BODY, self.code)].set_hint(hint)
        self._insert.set_text(self.tr("Placeholder"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
