"""The task that a message after the end is: one sentence and three ways out, above the foot of the case."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ticketdesk.domain.states import State
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import text
from ticketdesk.ui.kit.message_bar import MessageBar, Tone


class LateBar(QWidget):
    """Shown while a message after the end waits for somebody. Take note, open again, new ticket: three callbacks."""

    def __init__(
        self, *, acknowledge: Callable[[], object], reopen: Callable[[], object], follow_up: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._ticket: Ticket | None = None
        self.bar = MessageBar(Tone.WARN, self._sentence, icon="message-exclamation", parent=self)
        self.bar.add_verb(lambda: QCoreApplication.translate("LateBar", "Take note"), acknowledge)
        self.bar.add_verb(lambda: QCoreApplication.translate("LateBar", "Open again"), reopen, strong=False)
        self.bar.add_verb(lambda: QCoreApplication.translate("LateBar", "New ticket"), follow_up, strong=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        self.hide()

    def set_case(self, ticket: Ticket | None, *, may_act: bool) -> None:
        """Follow the case; only who may act on the task sees it."""
        self._ticket = ticket
        self.setVisible(ticket is not None and ticket.late_message_at is not None and may_act)
        self.bar.retranslate()

    def _sentence(self) -> str:
        ticket = self._ticket
        if ticket is None or ticket.late_message_at is None:
            return ""
        at = text.date_time(ticket.late_message_at)
        if ticket.state is State.ANSWERED:
            return QCoreApplication.translate("LateBar", "Message after the answer, {at}").format(at=at)
        return QCoreApplication.translate("LateBar", "Message after the closing, {at}").format(at=at)
