"""Asks for open cases that resemble what is being reported."""

from __future__ import annotations

from ticketdesk.db.call import read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.ids import PersonId, TicketId, TicketKey
from ticketdesk.domain.similar import Similar
from ticketdesk.domain.states import PublicState, Reason, State


def similar_tickets(engine: Engine, subject: str, requester_id: PersonId | None) -> tuple[Similar, ...]:
    """Return up to six of them, the likeliest first."""
    clean = "".join(letter for letter in subject if letter.isprintable())
    person = None if requester_id is None else int(requester_id)
    return tuple(
        Similar(
            TicketKey(TicketId(ticket_id), own),
            title,
            PublicState(state) if own else State(state),
            requester_name,
            recorded_at,
            Reason(reason) if reason is not None else None,
        )
        for ticket_id, own, title, state, reason, requester_name, recorded_at in read_function(engine, "similar_tickets", (clean, person))
    )
