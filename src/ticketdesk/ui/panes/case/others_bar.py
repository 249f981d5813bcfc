"""The warning before somebody acts on another coordinator's case: whose it is, and that he will know. Hinders nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.people import Me
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit.message_bar import MessageBar, Tone


def is_anothers(ticket: Ticket, me: Me) -> bool:
    """Tell whether an open case lies with another coordinator, who is told of what this one does with it."""
    another = ticket.coordinator_id is not None and me.id not in (ticket.coordinator_id, ticket.handler_id)
    return me.coordinates and not ticket.own and ticket.is_open and another


class OthersBar(QWidget):
    """Stands above the foot while such a case is shown; once closed it stays away from that case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticket: Ticket | None = None
        self._name = ""
        self._closed: set[TicketKey] = set()
        self.bar = MessageBar(Tone.INFO, self._sentence, icon="user-check", parent=self)
        self.bar.add_close(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        self.hide()

    def set_case(self, ticket: Ticket | None, me: Me, directory: Directory) -> None:
        """Follow the case."""
        self._ticket = ticket
        self._name = directory.name(ticket.coordinator_id) if ticket is not None else ""
        shown = ticket is not None and self._name != "" and is_anothers(ticket, me) and ticket.key not in self._closed
        self.setVisible(shown)
        self.bar.retranslate()

    def _close(self) -> None:
        if self._ticket is not None:
            self._closed.add(self._ticket.key)
        self.hide()

    def _sentence(self) -> str:
        ticket = self._ticket
        if ticket is None:
            return ""
        if ticket.is_part:
            said = QCoreApplication.translate("OthersBar", "{name} commissioned this part, and is told if you act on it.")
        else:
            said = QCoreApplication.translate("OthersBar", "{name} coordinates this ticket, and is told if you act on it.")
        return said.format(name=self._name)
