"""Where a case may go next by the hands of one person: what a refused step tells him instead. Follows from rights.py and states.py.

The database says the same in the detail of TD411 (td.possible); a test compares both for every state and everybody.
"""

from __future__ import annotations

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commands.handling import DeclineTicket, EndWaiting, RecallTicket, SetWaiting
from ticketdesk.domain.commands.ticket import ReopenTicket
from ticketdesk.domain.people import Me
from ticketdesk.domain.rights import RIGHTS, Relation, Verdict, may, relations
from ticketdesk.domain.states import OPEN_STATES, PublicState, State, Way
from ticketdesk.domain.ticket import Ticket

_POSSIBLE = frozenset({Verdict.ALLOWED, Verdict.OPEN_PARTS})
"""A step that goes with a reason, because parts are still out, is possible too."""


def leads_to(command: type[Command], ticket: Ticket) -> State | None:
    """Return the state that a command brings this case into; None when it leaves the state alone."""
    direct = ticket.way is Way.DIRECT
    if command is SetWaiting:
        return State.WAITING
    if command is EndWaiting:
        return ticket.came_from
    if command is DeclineTicket or (command is RecallTicket and ticket.state is not State.WAITING):
        return State.REJECTED if ticket.way is Way.PART else State.NEW if direct else State.CLARIFYING
    if command is RecallTicket:
        return State.CLARIFYING
    if command is ReopenTicket:
        reachable = ticket.handler_id is not None or ticket.group_id is not None
        return State.CLARIFYING if not direct else State.ASSIGNED if reachable else State.NEW
    return RIGHTS[command].after


def next_states(me: Me, ticket: Ticket) -> frozenset[State]:
    """Return the states that this person could bring a case into now, as one who works on it. ``ticket`` is the desk's face."""
    found: set[State] = set()
    for command in RIGHTS:
        if "ticket_id" in command.argument_names() and may(command, me, ticket) in _POSSIBLE:
            after = leads_to(command, ticket)
            # To be forwarded or given back is a step of its own; nothing else leads to where the case is.
            if after is not None and (after is not ticket.state or after is State.ASSIGNED):
                found.add(after)
    return frozenset(found)


def own_next_states(ticket: Ticket) -> frozenset[PublicState]:
    """Return the same for its requester, in his own words; nothing of the clarification shows in it."""
    if ticket.state in OPEN_STATES:
        return frozenset({PublicState.WITHDRAWN})
    again = {PublicState.BEING_CLARIFIED}
    return frozenset(again | {PublicState.CLOSED} if ticket.state is State.ANSWERED else again)


def speaks_as_requester(me: Me, ticket: Ticket, command: type[Command]) -> bool:
    """Tell whether a command of this person about this case comes from its requester."""
    return Relation.REQUESTER in relations(me, ticket) and Relation.REQUESTER in RIGHTS[command].seen_by
