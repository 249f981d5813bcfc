"""Which step of the way is offered: by the table of rights for those who work on a case, by his own words for its requester."""

from __future__ import annotations

from collections.abc import Callable

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commands.handling import (
    DeclineTicket,
    EndWaiting,
    ForwardTicket,
    HandToCoordination,
    RecallTicket,
    RemindTicket,
    ReturnTicket,
    SetWaiting,
)
from ticketdesk.domain.commands.ticket import AcknowledgeMessage, CloseTicket, RejectTicket, SetWishedDate, WithdrawTicket
from ticketdesk.domain.people import Me
from ticketdesk.domain.rights import Verdict, may
from ticketdesk.domain.states import PublicState, State
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import text

Rule = Callable[[Ticket, Me], bool]


def at_the_desk(command: type[Command]) -> Rule:
    """Return the rule of a command of those who work on a case."""
    return lambda ticket, me: not ticket.own and may(command, me, ticket) is Verdict.ALLOWED


def by_requester_or_desk(command: type[Command]) -> Rule:
    """Return the rule of a command that the requester gives while his case is open, and a coordinator on his behalf."""
    desk = at_the_desk(command)
    return lambda ticket, me: (ticket.is_open and ticket.requester_id in (None, me.id)) if ticket.own else desk(ticket, me)


may_set_waiting = at_the_desk(SetWaiting)
may_end_waiting = at_the_desk(EndWaiting)
may_decline = at_the_desk(DeclineTicket)
may_recall = at_the_desk(RecallTicket)
may_forward = at_the_desk(ForwardTicket)
may_hand_to_coordination = at_the_desk(HandToCoordination)
may_remind = at_the_desk(RemindTicket)
may_return = at_the_desk(ReturnTicket)
may_reject = at_the_desk(RejectTicket)
may_close = at_the_desk(CloseTicket)
may_acknowledge = at_the_desk(AcknowledgeMessage)
may_withdraw = by_requester_or_desk(WithdrawTicket)
may_set_wished_date = by_requester_or_desk(SetWishedDate)


def may_follow_up(ticket: Ticket, me: Me) -> bool:
    """A finished case is carried on in a new one: by its requester once it can no longer be opened again, by staff at any time."""
    if ticket.own:
        return ticket.requester_id in (None, me.id) and window_is_over(ticket)
    return me.is_staff and ticket.state in (State.CLOSED, State.WITHDRAWN, State.REJECTED)


def window_is_over(ticket: Ticket) -> bool:
    """Tell whether its requester can no longer open a case again."""
    over = ticket.reopen_until is not None and ticket.reopen_until < text.now()
    return over and ticket.state in (PublicState.CLOSED, PublicState.WITHDRAWN, PublicState.REJECTED)
