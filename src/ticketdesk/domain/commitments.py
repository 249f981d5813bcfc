"""Service commitments: what was promised for which cases, and the clocks that run by them; no Qt, no database.

Which promise holds for a case, and when its clock is over, the database computes as it writes a step
(sql/current/60_write/33_promises.sql); here is what a person reads of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import IntEnum

from ticketdesk.domain.due import Pause
from ticketdesk.domain.ids import CalendarId, CategoryId, CommitmentId, CustomerGroupId, GroupId, TicketId
from ticketdesk.domain.row import value
from ticketdesk.domain.states import Kind, Priority, Reason

MAX_MINUTES = 2_629_440
"""Five years: longer is a slip of the key, and would leave the years that calendars are laid out for."""


class Measure(IntEnum):
    """What is measured."""

    RESPONSE = 1
    """Until the requester first hears of us; among ourselves until somebody takes it over."""
    UPDATE = 2
    """From one message to the requester to the next."""
    RESOLUTION = 3
    """Until the final answer; among ourselves until the group has handed its answer back."""


@value
class Commitment:
    """A promise as it holds from a day on."""

    id: CommitmentId
    family_id: int
    name: str
    measure: Measure
    amount: timedelta
    business: bool
    calendar_id: CalendarId | None
    group_id: GroupId | None
    customer_group_id: CustomerGroupId | None
    category_id: CategoryId | None
    kind: Kind | None
    priority: Priority | None
    stops: frozenset[Reason]
    warn_percent: int | None
    warn_minutes: int | None
    raise_priority: bool
    hand_to_group_id: GroupId | None
    valid_from: datetime
    valid_until: datetime | None
    version: int


def rivals(one: Commitment, others: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Return those in force that fit a case exactly as well as this one: of all these the one saved last runs (td.promised)."""
    return tuple(
        other for other in others
        if other.family_id != one.family_id and other.valid_until is None and _fits(other) == _fits(one)
    )  # fmt: skip


def _fits(one: Commitment) -> tuple[object, ...]:
    return one.measure, one.group_id, one.customer_group_id, one.category_id, one.kind, one.priority


@value
class RunningClock:
    """A promise that runs, or ran, for a case, with everything that explains its date."""

    id: int
    ticket_id: TicketId
    commitment_id: CommitmentId
    name: str
    measure: Measure
    group_id: GroupId | None
    calendar_id: CalendarId | None
    started_at: datetime
    amount: timedelta
    due_at: datetime
    stopped_at: datetime | None
    ended_at: datetime | None
    kept: bool | None
    void: bool
    pauses: tuple[Pause, ...]
    """Those that stop this clock, in order."""
    laid_version: int = 0
    """By which version of its calendar its date was computed."""
    warned_at: datetime | None = None
    """When those at work were warned of it."""

    @property
    def runs(self) -> bool:
        """Whether it is still counting, or will go on after a pause."""
        return self.ended_at is None


@value
class NamedPromise:
    """A promise as it is spoken of where it stands alone: in a message, or as the cause of a step."""

    name: str
    measure: Measure
    internal: bool


def named(data: object) -> NamedPromise | None:
    """Read which promise a notice or a step of the log speaks of; None where it says nothing, or nothing known."""
    if not isinstance(data, Mapping):
        return None
    name, measure = data.get("name"), data.get("measure")
    if not isinstance(name, str) or measure not in tuple(Measure):
        return None
    return NamedPromise(name, Measure(measure), bool(data.get("internal")))
