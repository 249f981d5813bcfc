"""Wishes about who clarifies a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import GroupId, PersonId, TicketId
from ticketdesk.domain.states import Reason


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


@dataclass(frozen=True, slots=True)
class SetWaiting(Command):
    """Let a case wait, with a reason, for as long as it takes or until a moment at which it comes back by itself.

    Waiting for the requester sends ``body`` to him as a question. Given once more while it waits: another reason, moment or question.
    """

    ticket_id: TicketId
    version: int
    reason: Reason
    until: datetime | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class EndWaiting(Command):
    """Go on with a waiting case by hand: it returns to where it came from."""

    ticket_id: TicketId
    version: int


@dataclass(frozen=True, slots=True)
class DeclineTicket(Command):
    """Send an assigned case back with a reason: to the coordination's clarification, or to the pool if it was handed over directly."""

    ticket_id: TicketId
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class RecallTicket(Command):
    """As coordination: take a case back from those who have it, or from waiting."""

    ticket_id: TicketId
    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ForwardTicket(Command):
    """As the handler: hand on to another handler or group (exactly one of both), with a word if there is something to say."""

    ticket_id: TicketId
    version: int
    handler_id: PersonId | None = None
    group_id: GroupId | None = None
    order_text: str = ""


@dataclass(frozen=True, slots=True)
class HandToCoordination(Command):
    """As the handler of a direct case: let the coordination take it on; from here on it is a coordinated case."""

    ticket_id: TicketId
    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReturnTicket(Command):
    """As coordination: give an answered-back case back to whoever answered, and say what is missing."""

    ticket_id: TicketId
    version: int
    order_text: str


@dataclass(frozen=True, slots=True)
class RemindTicket(Command):
    """As coordination, or of a part as whoever commissioned it: remind the handler or group; at most every quarter of an hour."""

    ticket_id: TicketId
