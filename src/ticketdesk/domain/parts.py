"""The parts of a case as they stand side by side, and what can be said of them without asking; no Qt, no database."""

from __future__ import annotations

from datetime import datetime

from ticketdesk.domain.entry import Channel
from ticketdesk.domain.ids import GroupId, PersonId, TicketId, TicketKey
from ticketdesk.domain.row import value
from ticketdesk.domain.states import Priority, Reason, State

MAX_DEPTH = 5
"""A part may be split again, so often."""
OUT = frozenset({State.ASSIGNED, State.IN_PROGRESS, State.WAITING})
"""States of a part that is still to be answered."""
BACK = frozenset({State.REPORTED, State.CLOSED})
"""States of a part that was answered."""


@value
class Part:
    """One part with its order and its newest answer, as its case shows it."""

    id: TicketId
    version: int
    letter: str
    mark: str
    subject: str
    state: State
    waiting_reason: Reason | None
    waiting_until: datetime | None
    priority: Priority
    blocking: bool
    handler_id: PersonId | None
    group_id: GroupId | None
    contact: str
    commissioned_by: PersonId | None
    target_at: datetime | None
    recorded_at: datetime
    updated_at: datetime
    parts_open: int
    parts_back: int
    order_text: str
    answer: str
    answer_by: PersonId | None
    answer_at: datetime | None
    answer_channel: Channel
    reason: str
    along: int
    """How many entries of the case went along."""

    @property
    def key(self) -> TicketKey:
        """The part's own row in the store."""
        return TicketKey(self.id)

    @property
    def is_out(self) -> bool:
        """Whether it is still to be answered."""
        return self.state in OUT

    @property
    def is_back(self) -> bool:
        """Whether it was answered."""
        return self.state in BACK
