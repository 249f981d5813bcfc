"""Below the text of an answer: interim or final, and for the final one how it was solved. Also the error line of every composer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.fields import DateTimeField, Field, PlainTextEdit
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.segments import Segment, SegmentBar
from ticketdesk.ui.kit.wrapping import Wrapping
from ticketdesk.ui.panes.case.letters import CLOSE, FINAL, PROMISE, SOLUTION, promised_at

YES = "yes"
_LINES = 2


class ErrorLine(QWidget):
    """Icon and words of what keeps a text from being sent."""

    def __init__(self) -> None:
        super().__init__()
        self._label = Label(token="bad", step=theme.Step.S, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S12 + theme.ICON + theme.S6, theme.S2, theme.S12, theme.S2)
        row.addWidget(self._label, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Show words; none hides the line."""
        self._label.setText(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """Return what is said."""
        return self._label.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(theme.S12, round((self.height() - theme.ICON) / 2), theme.ICON, theme.ICON)
        icons.paint(QPainter(self), box, "alert-triangle", token="bad")


class AnswerExtra(QWidget):
    """Interim or final, the solution, and whether the case is closed at once; ``changed`` when the user changes any of it."""

    changed = Signal()
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label = Label(token="text2", step=theme.Step.S)
        self.kind = SegmentBar(
            [
                Segment("", lambda: self.tr("Interim answer")),
                Segment(YES, lambda: self.tr("Final answer")),
            ]
        )
        self.kind.chosen.connect(self._kind_chosen)
        self._hint = Label(token="text2", step=theme.Step.S)
        self.solution = PlainTextEdit()
        self.solution.setMinimumHeight(self.solution.fontMetrics().lineSpacing() * _LINES + theme.S12)
        self.solution.setMaximumHeight(self.solution.fontMetrics().lineSpacing() * (_LINES + 2))
        self.solution.textChanged.connect(self._typed)
        self.solution.submitted.connect(self.submitted)
        self.field = Field("", self.solution, required=True)
        self.promise = DateTimeField()
        self.promise.value_changed.connect(self._promise_typed)
        self.promise_field = Field("", self.promise)
        self.close_too = QCheckBox()
        self.close_too.toggled.connect(self.changed)
        self._may_final, self._may_interim, self._may_close = True, True, True
        choice = QWidget()
        row = QHBoxLayout(choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S8)
        row.addWidget(self._label)
        row.addWidget(self.kind)
        row.addStretch(1)
        first = Wrapping()
        first.box.setContentsMargins(0, 0, 0, 0)
        first.box.setSpacing(theme.S6)
        first.box.addWidget(choice)
        first.box.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S12, theme.S4, theme.S12, theme.S4)
        column.setSpacing(theme.S6)
        column.addWidget(first)
        column.addWidget(self.field)
        column.addWidget(self.promise_field)
        column.addWidget(self.close_too)
        self.retranslate()
        self._show()

    def set_possible(self, *, final: bool, interim: bool, close: bool) -> None:
        """Say which kinds of answer the case allows; a choice already made stays, the database has the last word."""
        self._may_final, self._may_interim, self._may_close = final, interim, close
        for button in self.kind.buttons():
            button.setEnabled(final if button.segment.key == YES else interim)
        self._show()

    def fields(self) -> dict[str, str]:
        """Return the choices and the solution."""
        return {
            FINAL: str(self.kind.key()),
            SOLUTION: self.solution.toPlainText(),
            CLOSE: YES if self.close_too.isChecked() and self._may_close else "",
            PROMISE: at.isoformat() if (at := self.promise.value()) is not None else self.promise.text().strip(),
        }

    def set_fields(self, fields: Mapping[str, str]) -> None:
        """Put back what was kept, silently."""
        self.kind.set_key(fields.get(FINAL, "") or ("" if self._may_interim else YES))
        blocker, other, third = QSignalBlocker(self.solution), QSignalBlocker(self.close_too), QSignalBlocker(self.promise)
        self.promise.set_value(promised_at(fields))
        self.solution.setPlainText(fields.get(SOLUTION, ""))
        self.close_too.setChecked(bool(fields.get(CLOSE)))
        blocker.unblock()
        other.unblock()
        third.unblock()
        self.promise_field.set_error("")
        self.field.set_error("")
        self._show()

    def is_final(self) -> bool:
        """Whether the final answer is chosen."""
        return bool(self.kind.key())

    @Slot()
    def _typed(self) -> None:
        self.field.set_error("")
        self.changed.emit()

    @Slot()
    def _promise_typed(self) -> None:
        self.promise_field.set_error(self.promise.problem())
        self.changed.emit()

    @Slot(object)
    def _kind_chosen(self, _key: object) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.field.setVisible(self.is_final())
        self.promise_field.setVisible(not self.is_final() and self._may_interim)
        self.close_too.setVisible(self.is_final() and self._may_close)
        if self._may_final:
            self._hint.setText(self.tr("The case is answered with it.") if self.is_final() else self.tr("The case stays as it is."))
        else:
            self._hint.setText(self.tr("A final answer is not possible in this status."))

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self._label.setText(self.tr("Kind:"))
        self.kind.setAccessibleName(self.tr("Kind of answer"))
        self.field.set_label(self.tr("Solution"))
        self.field.set_hint(self.tr("How it was solved; kept apart from the text of the answer"))
        self.promise_field.set_label(self.tr("Next message by (optional)"))
        self.promise_field.set_hint(self.tr("The requester reads this; you are reminded when the moment has passed"))
        self.close_too.setText(self.tr("Close at once, without waiting for the confirmation"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
