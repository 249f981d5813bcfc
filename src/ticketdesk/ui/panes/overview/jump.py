"""Opens a ticket by its number, whichever face of it one may see, or says why not; a merged one's number leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from ticketdesk.domain.errors import Away, Refused
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.domain.links import Link, merged_into
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.ticket import Ticket, number
from ticketdesk.ui.kit.message_bar import Tone

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context


_LONGEST_CHAIN = 20
"""Merges in a row that are followed; nobody has that many."""


class Jump(QObject):
    """Looks numbers up and goes to what was found; of a merged case to the one that it went on in. GUI thread only.

    ``opened`` says that the case is shown: who has typed its number goes on there.
    """

    opened = Signal(object)

    def __init__(self, ctx: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx

    @Slot(int)
    def to(self, ticket_number: int) -> None:
        """Open a ticket; absent and not open to one read the same."""
        faces = [TicketKey(TicketId(ticket_number), own=True)]
        if self._ctx.me.person_class is not PersonClass.REQUESTER:
            faces.insert(0, TicketKey(TicketId(ticket_number)))
        self._try(faces)

    def _try(self, faces: list[TicketKey]) -> None:
        key, *others = faces

        def found(row: Ticket) -> None:
            if isValid(self):
                if row.is_open:
                    self._open(row.key, row.key)
                else:
                    self._follow(row.key, row.key)

        def not_found(problem: Exception) -> None:
            if not isValid(self):
                return
            if isinstance(problem, Refused) and others:
                self._try(others)
            else:
                self._say(key, away=isinstance(problem, Away))

        self._ctx.ask(lambda session: session.get(key), found, failed=not_found)

    def _follow(self, key: TicketKey, first: TicketKey, steps: int = 0) -> None:
        """Where a finished case went on, if it was merged into another one that this person may see; else the case itself."""

        def answered(links: tuple[Link, ...]) -> None:
            into = merged_into(links)
            if not isValid(self):
                return
            if into is None or steps >= _LONGEST_CHAIN:
                self._open(key, first)
            else:
                self._follow(TicketKey(into, key.own), first, steps + 1)

        def failed(_problem: Exception) -> None:
            if isValid(self):
                self._open(key, first)

        self._ctx.ask(lambda session: session.links(key), answered, failed=failed)

    def _open(self, key: TicketKey, first: TicketKey) -> None:
        self._ctx.go(key)
        self.opened.emit(key)
        if key != first:
            said = self.tr("%1 was merged into %2.").replace("%1", number(first.id)).replace("%2", number(key.id))
            verb = self.tr("Open %1").replace("%1", number(first.id))
            self._ctx.tell(said, button=verb, pressed=lambda: self._ctx.go(first))

    def _say(self, key: TicketKey, *, away: bool) -> None:
        words = self.tr("No connection: %1 cannot be looked up now.") if away else self.tr("%1 does not exist, or is not open to you.")
        self._ctx.tell(words.replace("%1", number(key.id)), tone=Tone.WARN)
