"""A case as its requester's own log-in would get it, for the desk; and the proof of a case's log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ticketdesk.db.call import read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.entry import Step
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services import entries, tickets


@dataclass(frozen=True, slots=True)
class Preview:
    """What the requester sees; no row when nobody is the requester of the case."""

    row: Ticket | None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether a case's log is whole: how many steps, the chain's head, when it was checked, and the first fault if there is one."""

    steps: int
    head: str
    checked_at: datetime
    faults: int = 0
    first_seq: int | None = None
    first_fault: str = ""


def preview(engine: Engine, ticket_id: TicketId) -> Preview:
    """Read the requester's view of a case. Raises NotFound when the desk's face of it is not for this person."""
    row = tickets.previewed(engine, ticket_id)
    if row is None:
        return Preview(None)
    steps = entries.steps_of(read_function(engine, "preview_timeline", (int(ticket_id), 0)))
    # What was shown to him between the two questions belongs to a later row, which its event brings.
    return Preview(row, tuple(step for step in steps if step.seq <= row.seq))


def proof(engine: Engine, ticket_id: TicketId) -> Proof:
    """Let the database prove a case's log. Raises NotFound."""
    ((steps, head, checked_at, faults, seq, fault),) = read_function(engine, "case_proof", (int(ticket_id),))
    return Proof(steps, head, checked_at, faults, seq, fault or "")
