"""The parts of a case, read through the function that notes who read what."""

from __future__ import annotations

from typing import Any

from ticketdesk.db.call import read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.entry import Channel
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.parts import Part
from ticketdesk.domain.states import Priority, Reason, State


def parts(engine: Engine, ticket_id: TicketId) -> tuple[Part, ...]:
    """Read a case's parts that this person may see, in the order of their letters. Raises NotFound."""
    return tuple(_part(row) for row in read_function(engine, "parts", (int(ticket_id),)))


def _part(row: tuple[Any, ...]) -> Part:
    values = list(row)
    values[5] = State(values[5])
    values[6] = None if values[6] is None else Reason(values[6])
    values[8] = Priority(values[8])
    values[23] = Channel(values[23])
    return Part(*values)  # in the order of td.part_row
