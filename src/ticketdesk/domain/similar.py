"""An open case that resembles what is being reported, as somebody may see it anyway."""

from __future__ import annotations

from datetime import datetime

from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.row import value
from ticketdesk.domain.states import PublicState, Reason, State


@value
class Similar:
    """What is shown of it beside the form."""

    key: TicketKey
    subject: str
    state: State | PublicState
    requester_name: str
    recorded_at: datetime
    waiting_reason: Reason | None = None
