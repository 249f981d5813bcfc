"""Wishes about who clarifies a case."""

from __future__ import annotations

from datetime import datetime

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import GroupId, PersonId, TicketId
from ticketdesk.domain.row import value
from ticketdesk.domain.states import Reason


@value
class Handling(Command):
    """What every wish about who clarifies a case begins with: the case, and the version on top of which it is wished."""

    ticket_id: TicketId
    version: int


@value
class AssignTicket(Handling):
    """Hand a case to a handler or to a group (exactly one of both), with an order if there is something to say."""

    handler_id: PersonId | None = None
    group_id: GroupId | None = None
    order_text: str = ""


@value
class TakeOver(Handling):
    """Take an assigned case into one's own hands; of two who try, one wins and the other is told who."""


@value
class GiveBack(Handling):
    """Give a case back to its group."""


@value
class ReportBack(Handling):
    """Answer the coordination, or whoever commissioned the part; the case is reported."""

    body: str
    parts_reason: str = ""
    """Of a part with parts of its own: why it is answered though some are open; they are recalled."""


@value
class SetWaiting(Handling):
    """Let a case wait, with a reason, for as long as it takes or until a moment at which it comes back by itself.

    Waiting for the requester sends ``body`` to him as a question. Given once more while it waits: another reason, moment or question.
    """

    reason: Reason
    until: datetime | None = None
    body: str = ""


@value
class EndWaiting(Handling):
    """Go on with a waiting case by hand: it returns to where it came from."""


@value
class DeclineTicket(Handling):
    """Send an assigned case back with a reason: to the coordination's clarification, or to the pool if it was handed over directly."""

    reason: str


@value
class RecallTicket(Handling):
    """As coordination: take a case back from those who have it, or from waiting."""

    reason: str = ""


@value
class ForwardTicket(Handling):
    """As the handler: hand on to another handler or group (exactly one of both), with a word if there is something to say."""

    handler_id: PersonId | None = None
    group_id: GroupId | None = None
    order_text: str = ""


@value
class HandToCoordination(Handling):
    """As the handler of a direct case: let the coordination take it on; from here on it is a coordinated case."""

    reason: str = ""


@value
class ReturnTicket(Handling):
    """As coordination: give an answered-back case back to whoever answered, and say what is missing."""

    order_text: str


@value
class RemindTicket(Command):
    """As coordination, or of a part as whoever commissioned it: remind the handler or group; at most every quarter of an hour."""

    ticket_id: TicketId
