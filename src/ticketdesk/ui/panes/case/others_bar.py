"""The warning as somebody begins to act on another coordinator's case: whose it is, and that he will know. Hinders nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.people import Me
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit.message_bar import MessageBar, Tone

if TYPE_CHECKING:
    from ticketdesk.ui.kit.action import ActionSet
    from ticketdesk.ui.panes.case.composer import ComposerDesk

_ONLY_LOOKING = frozenset({"preview_case", "find_in_case"})
"""Actions by which nobody acts on a case."""


def is_anothers(ticket: Ticket, me: Me) -> bool:
    """Tell whether an open case lies with another coordinator, who is told of what this one does with it."""
    another = ticket.coordinator_id is not None and me.id not in (ticket.coordinator_id, ticket.handler_id)
    return me.coordinates and not ticket.own and ticket.is_open and another


class OthersBar(QWidget):
    """Stands above the foot from the moment somebody begins to act on such a case; once closed it stays away from that case.

    To open a menu of verbs, a text or a dialog is a beginning; to read is none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticket: Ticket | None = None
        self._name = ""
        self._closed: set[TicketKey] = set()
        self._begun: TicketKey | None = None
        self._is_anothers = False
        self.bar = MessageBar(Tone.INFO, self._sentence, icon="user-check", parent=self)
        self.bar.add_close(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        self.hide()

    def watch(self, actions: ActionSet, composer: ComposerDesk, menus: Iterable[QMenu]) -> None:
        """Learn from these that somebody begins to act."""
        composer.opened.connect(lambda shown: self.begin() if shown else None)
        for menu in menus:
            menu.aboutToShow.connect(self.begin)
        for action_id in actions.ids():
            if action_id not in _ONLY_LOOKING:
                actions.qaction(action_id).triggered.connect(self.begin)

    def set_case(self, ticket: Ticket | None, me: Me, directory: Directory) -> None:
        """Follow the case."""
        if ticket is None or ticket.key != self._begun:
            self._begun = None
        self._ticket = ticket
        self._name = directory.name(ticket.coordinator_id) if ticket is not None else ""
        self._is_anothers = ticket is not None and self._name != "" and is_anothers(ticket, me)
        self._show()

    @Slot()
    def begin(self) -> None:
        """Warn from now on, for as long as this case is shown."""
        self._begun = self._ticket.key if self._ticket is not None else None
        self._show()

    def _show(self) -> None:
        self.setVisible(self._is_anothers and self._begun is not None and self._begun not in self._closed)
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
