"""Wishes about service commitments."""

from __future__ import annotations

from datetime import datetime

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.ids import CalendarId, CategoryId, CommitmentId, CustomerGroupId, GroupId
from ticketdesk.domain.row import value
from ticketdesk.domain.states import Kind, Priority, Reason


@value
class SaveCommitment(Command):
    """Keep a promise, a new one (no id) or a changed one, from a day on; running cases keep what was promised to them."""

    commitment_id: CommitmentId | None
    version: int | None
    name: str
    measure: Measure
    amount_minutes: int
    business: bool = True
    calendar_id: CalendarId | None = None
    """None: as the group, the customer group or the office works."""
    group_id: GroupId | None = None
    """With a group it is a target among ourselves."""
    customer_group_id: CustomerGroupId | None = None
    category_id: CategoryId | None = None
    kind: Kind | None = None
    priority: Priority | None = None
    stops: tuple[Reason, ...] = (Reason.REQUESTER,)
    """Reasons of waiting that stop the clock."""
    warn_percent: int | None = 80
    """Warn when so much is used up …"""
    warn_minutes: int | None = None
    """… or so many minutes before, which comes first."""
    raise_priority: bool = False
    hand_to_group_id: GroupId | None = None
    valid_from: datetime | None = None
    """None: from now on."""


@value
class EndCommitment(Command):
    """Promise no more; clocks that run go on."""

    commitment_id: CommitmentId
    version: int
