"""What is known already, beside the form: similar open cases, to be opened, or to be added to instead of reporting anew. Sends nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.similar import Similar
from ticketdesk.domain.states import PublicState
from ticketdesk.domain.ticket import number
from ticketdesk.ui.kit import marks, text, theme, words
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import LinkButton
from ticketdesk.ui.kit.labels import ElidedLabel, Label

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

WAIT_MS = 450
_LEAST = 4
"""Letters of a subject from which on it is worth to ask."""


class SimilarRow(QWidget):
    """One case: state, number and subject; under it who reported when; two verbs."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, case: Similar) -> None:
        super().__init__()
        self.case = case
        sign = Label()
        sign.setPixmap(marks.status_icon(case.state).pixmap(theme.ICON, theme.ICON))
        title = ElidedLabel(bold=True)
        title.setText(f"{number(case.key.id)}  {case.subject}")
        title.setToolTip(case.subject)
        first = QHBoxLayout()
        first.setSpacing(theme.S6)
        first.addWidget(sign)
        first.addWidget(title, 1)
        self._about = ElidedLabel(token="text2", step=theme.Step.S)
        about = QHBoxLayout()
        about.setContentsMargins(theme.ICON + theme.S6, 0, 0, 0)
        about.addWidget(self._about)
        self.open, self.add = LinkButton(token="accent"), LinkButton(token="accent")
        self.open.clicked.connect(lambda _checked=False: self.opened.emit(case.key))
        self.add.clicked.connect(lambda _checked=False: self.chosen.emit(case))
        verbs = QHBoxLayout()
        verbs.setContentsMargins(theme.ICON, 0, 0, 0)
        verbs.setSpacing(theme.S4)
        verbs.addWidget(self.open)
        verbs.addWidget(self.add)
        verbs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.S4)
        column.setSpacing(theme.S2)
        column.addLayout(first)
        column.addLayout(about)
        column.addLayout(verbs)
        self.retranslate()

    def retranslate(self) -> None:
        """Say state, person and day in the present language."""
        case = self.case
        who = "" if isinstance(case.state, PublicState) else case.requester_name
        about = " · ".join(part for part in (words.state(case.state), who, text.short_day(case.recorded_at)) if part)
        self._about.setText(about)
        self.open.set_text(self.tr("Open"))
        self.add.set_text(self.tr("Add there instead"))
        self.setAccessibleName(f"{number(case.key.id)} {case.subject}, {about}")
        for button in (self.open, self.add):
            button.setAccessibleName(f"{button.text()}: {number(case.key.id)} {case.subject}")


class SimilarCases(QWidget):
    """Asks a moment after the last letter. ``opened`` (TicketKey), ``chosen`` (Similar) to be added to."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._asked: tuple[str, str] = ("", "")
        self._wanted: tuple[str, str] = ("", "")
        self.rows: list[SimilarRow] = []
        self._head = Label(step=theme.Step.L, bold=True)
        self._count = Label(token="text2", step=theme.Step.S)
        top = QHBoxLayout()
        top.addWidget(self._head)
        top.addStretch(1)
        top.addWidget(self._count)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.S12, 0, 0)
        self._column.setSpacing(theme.S8)
        self._column.addLayout(top)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._wait = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._wait.timeout.connect(self._ask)
        self.retranslate()
        self.hide()

    def look(self, subject: str, requester: str) -> None:
        """Look for cases like this one, unless that is what was looked for last."""
        subject = subject.strip()
        self._wanted = (subject if len(subject) >= _LEAST else "", requester)
        if self._wanted == self._asked:
            self._wait.stop()
        elif self._wanted == ("", ""):
            self._wait.stop()
            self._asked = self._wanted
            self._show(())
        else:
            self._wait.start()

    @Slot()
    def _ask(self) -> None:
        wanted = self._asked = self._wanted
        subject, requester = wanted
        person = PersonId(int(requester)) if requester else None
        self._ctx.ask(
            lambda session: session.similar_tickets(subject, person),
            while_alive(self, lambda found: self._came(wanted, found)),
            failed=while_alive(self, lambda _error: self._came(wanted, ())),
        )

    def _came(self, asked: tuple[str, str], found: Sequence[Similar]) -> None:
        if asked == self._wanted:
            self._show(found)

    def _show(self, found: Sequence[Similar]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [SimilarRow(case) for case in found]
        for row in self.rows:
            row.opened.connect(self.opened)
            row.chosen.connect(self.chosen)
            self._column.addWidget(row)
        self._count.setText(str(len(found)))
        self.setVisible(bool(found))

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self._head.setText(self.tr("Similar open tickets"))
        for row in self.rows:
            row.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.color("line"))
