"""What a person is told about: one row per person and matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import IntEnum

from ticketdesk.domain.ids import NoticeId, PersonId, TicketId
from ticketdesk.domain.row import value


class NoticeKind(IntEnum):
    """Why somebody is told."""

    NEW_CASE = 1
    ASSIGNED_TO_YOU = 2
    ASSIGNED_TO_GROUP = 3
    REPORTED_BACK = 4
    ANSWERED = 5
    MESSAGE = 6
    REOPENED = 7
    CONFIRMED = 8
    TAKEN_OVER = 9
    INTERIM_ANSWER = 10
    QUESTION = 11
    """The requester is asked something."""
    CAME_BACK = 12
    """A case waits no more."""
    DECLINED = 13
    RECALLED = 14
    WITHDRAWN = 15
    REJECTED = 16
    OVERDUE = 17
    PROMISE_DUE = 18
    """The requester was promised word by now."""
    LATE_MESSAGE = 19
    """The requester wrote after the case was finished."""
    PART_FOR_YOU = 20
    PART_FOR_GROUP = 21
    PART_BACK = 22
    ALL_PARTS_BACK = 23
    PART_RECALLED = 24
    PART_DECLINED = 25
    PART_COMMENTED = 26
    PART_RETURNED = 27
    OPENED_AGAIN = 29
    """A finished case is open again, for another cause than that it was not solved."""
    REMINDED = 28
    """Of a case or part that lies with oneself or one's group."""
    MERGED = 30
    MERGE_UNDONE = 31
    ENTRY_RECORDED = 40
    """To the desk: a conversation or a piece of writing was filed."""
    ENTRY_FOR_YOU = 41
    """From here on to the requester."""
    STATE_CHANGED = 42
    """His own word for where the case stands has changed."""
    STEP_SHOWN = 43
    """A step of a transparent clarification."""
    ENTRY_RELEASED = 44
    CLOSED = 50
    STEPPED_IN = 51
    """Another coordinator acted on one's case."""
    COMMITMENT_NEAR = 52
    """A promise will soon be broken …"""
    COMMITMENT_BROKEN = 53
    """… or is."""


@value
class Notice:
    """Something that concerns the signed-in person; ``own`` says that it is about his own report."""

    id: NoticeId
    ticket_id: TicketId
    own: bool
    kind: NoticeKind
    at: datetime
    actor_id: PersonId | None = None
    seen: bool = False
    data: Mapping[str, object] = field(default_factory=dict, hash=False)
    """Of a promise: which one (``name``, ``measure``, ``internal``, ``due``), and what its rule did (``priority``, ``group``)."""
