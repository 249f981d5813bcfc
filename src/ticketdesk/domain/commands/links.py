"""Wishes about what one case is to another."""

from __future__ import annotations

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.links import LinkKind
from ticketdesk.domain.row import value


@value
class LinkTickets(Command):
    """Link a case with another that one may see too; tells no requester."""

    ticket_id: TicketId
    other_id: TicketId
    kind: LinkKind


@value
class UnlinkTickets(Command):
    """End a link, in whichever direction it was made."""

    ticket_id: TicketId
    other_id: TicketId
    kind: LinkKind


@value
class MergeTickets(Command):
    """Close a case because it is the same as another; its number leads there from now on, and nothing is moved."""

    ticket_id: TicketId
    version: int
    into_id: TicketId


@value
class UndoMerge(Command):
    """Take a merge back, while nobody has acted on the case since."""

    ticket_id: TicketId
    version: int
