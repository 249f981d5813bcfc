"""Wishes about who clarifies a case."""

from __future__ import annotations

from dataclasses import dataclass

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import GroupId, PersonId, TicketId


@dataclass(frozen=True, slots=True)
class AssignTicket(Command):
    """Hand a case to a handler or to a group (exactly one of both), with an order if there is something to say."""

    ticket_id: TicketId
    version: int
    handler_id: PersonId | None = None
    group_id: GroupId | None = None
    order_text: str = ""


@dataclass(frozen=True, slots=True)
class TakeOver(Command):
    """Take an assigned case into one's own hands; of two who try, one wins and the other is told who."""

    ticket_id: TicketId
    version: int


@dataclass(frozen=True, slots=True)
class GiveBack(Command):
    """Give a case back to its group."""

    ticket_id: TicketId
    version: int


@dataclass(frozen=True, slots=True)
class ReportBack(Command):
    """Answer the coordination, or whoever commissioned the part; the case is reported."""

    ticket_id: TicketId
    version: int
    body: str
    parts_reason: str = ""
    """Of a part with parts of its own: why it is answered though some are open; they are recalled."""
