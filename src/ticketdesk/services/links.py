"""What a case is linked with, read through the functions that leave out what the reader may not know."""

from __future__ import annotations

from ticketdesk.db.call import read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.ids import PersonId, TicketId, TicketKey
from ticketdesk.domain.links import Link, LinkKind
from ticketdesk.domain.states import PublicState, State


def links(engine: Engine, key: TicketKey) -> tuple[Link, ...]:
    """Read a case's links in both directions, oldest first. Raises NotFound when it is absent or not for this person."""
    states: type[State] | type[PublicState] = PublicState if key.own else State
    rows = read_function(engine, "own_links" if key.own else "links", (int(key.id),))
    return tuple(
        Link(
            id=number,
            outgoing=outgoing,
            kind=LinkKind(kind),
            other=TicketId(other) if other is not None else None,
            subject=subject,
            state=states(state) if state is not None else None,
            merged=merged,
            made_at=made_at,
            made_by=PersonId(made_by) if made_by is not None else None,
        )
        for number, outgoing, kind, other, subject, state, merged, made_at, made_by in rows
    )
