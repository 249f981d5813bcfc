"""The row of a case, as lists and heads show it; no texts of entries here."""

from __future__ import annotations

from datetime import datetime

from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.ids import CalendarId, CategoryId, CustomerGroupId, GroupId, PersonId, TicketId, TicketKey
from ticketdesk.domain.row import value
from ticketdesk.domain.states import OPEN_STATES, Kind, Priority, PublicState, Reason, State, Way


@value
class Ticket:
    """One case as this person may see it.

    ``own`` rows are what the requester reads: there ``state`` is a PublicState, ``seq`` and ``version`` count public steps only, and
    everything that belongs to the clarification is None.
    """

    id: TicketId
    own: bool
    kind: Kind
    subject: str
    state: State | PublicState
    priority: Priority
    recorded_at: datetime
    updated_at: datetime
    version: int
    seq: int
    requester_id: PersonId | None = None
    requester_name: str = ""
    requester_phone: str = ""
    requester_email: str = ""
    requester_company: str = ""
    requester_department: str = ""
    recorded_by: PersonId | None = None
    channel: int = 0
    category_id: CategoryId | None = None
    customer_group_id: CustomerGroupId | None = None
    document_ref: str = ""
    files: int = 0
    """How many attachments the reader can open."""
    wished_at: datetime | None = None
    reopen_until: datetime | None = None
    """Until when the requester may open a finished case again; afterwards he reports anew."""
    target_at: datetime | None = None
    way: Way = Way.COORDINATED
    hidden: bool = False
    coordinator_id: PersonId | None = None
    group_id: GroupId | None = None
    handler_id: PersonId | None = None
    participants: tuple[PersonId, ...] = ()
    """Everybody who has ever handled or coordinated it and may therefore go on reading it."""
    came_from: State | None = None
    """Where a waiting case returns to."""
    waiting_reason: Reason | None = None
    waiting_until: datetime | None = None
    promised_at: datetime | None = None
    """When the requester was promised word by."""
    late_message_at: datetime | None = None
    """When the requester wrote after the case was finished, while nobody has dealt with it."""
    state_since: datetime | None = None
    promise_due_at: datetime | None = None
    """When the next promise that runs for it is due; of those that stand still the first, as it was when it stopped."""
    promise_stopped_at: datetime | None = None
    promise_minutes: int | None = None
    """How much was promised, in working time where it has a calendar."""
    promise_calendar_id: CalendarId | None = None
    promise_measure: Measure | None = None
    promise_internal: bool = False
    """Whether it is a target among ourselves, not a promise to the customer."""
    closes_at: datetime | None = None
    """When an answered case closes by itself."""
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    reopened: int = 0
    external_ref: str = ""
    parent_id: TicketId | None = None
    """The case that this one is a part of."""
    root_id: TicketId | None = None
    depth: int = 0
    mark: str = ""
    """A part's letters from the root down: A, B, A-C."""
    commissioned_by: PersonId | None = None
    blocking: bool = False
    """Whether the parent has to wait for this part; otherwise it is asked for information."""
    contact_label: str = ""
    """An outside addressee without a log-in; whoever commissioned the part records the answer."""
    parts_total: int = 0
    """Parts of its own, ever commissioned."""
    parts_open: int = 0
    parts_back: int = 0
    parts_blocking: int = 0
    """Of those still out the ones that block."""
    kept_from: PersonId | None = None
    """Whose own case the root is. Known to the database alone; rows that a client reads never hold it."""

    @property
    def key(self) -> TicketKey:
        """The row's name in the store."""
        return TicketKey(self.id, self.own)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has something to do for it."""
        if isinstance(self.state, PublicState):
            return self.state in (PublicState.RECEIVED, PublicState.BEING_CLARIFIED, PublicState.ANSWER_NEEDED)
        return self.state in OPEN_STATES

    @property
    def is_part(self) -> bool:
        """Whether it is a part of another case."""
        return self.way is Way.PART

    @property
    def letter(self) -> str:
        """A part's own letter."""
        return self.mark.rpartition("-")[2]

    @property
    def parts_expected(self) -> int:
        """How many parts count: those that were neither recalled nor declined."""
        return self.parts_open + self.parts_back

    @property
    def kept_inside(self) -> bool:
        """Whether steps of the clarification stay from the requester: in a hidden case, and always in a part (td.mode_audience)."""
        return self.hidden or self.is_part

    @property
    def number(self) -> str:
        """The number people say: T-10482; of a part the root's with its letters: T-10482-A."""
        return number(self.id) if self.root_id is None else f"{number(self.root_id)}-{self.mark}"

    @property
    def pressing_at(self) -> datetime | None:
        """When the next promise is broken; none that stands still."""
        return None if self.promise_stopped_at is not None else self.promise_due_at

    @property
    def due_at(self) -> datetime | None:
        """The date that counts for this reader: the coordinator's, else the requester's wish."""
        return self.target_at or self.wished_at

    @property
    def next_at(self) -> datetime | None:
        """What is due next, whichever it is: that date, word that the requester was promised, or a promise that runs."""
        dates = [at for at in (self.due_at, self.promised_at, self.pressing_at) if at is not None]
        return min(dates) if dates else None


NUMBER_PREFIX = "T-"


def number(ticket_id: TicketId) -> str:
    """Return the number people say: T-10482."""
    return f"{NUMBER_PREFIX}{ticket_id}"
