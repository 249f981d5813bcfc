"""How far a client has read, and what it read last: values between the feed's thread and the store."""

from __future__ import annotations

from dataclasses import dataclass, field

from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.notices import Notice
from ticketdesk.domain.ticket import Ticket


@dataclass(slots=True)
class Cursor:
    """How far this client has read; belongs to one server's one history."""

    low: int
    seen: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class News:
    """What to apply to the store. ``stale`` says that too much happened to be read one by one: read anew what is known."""

    rows: tuple[Ticket, ...] = ()
    gone: frozenset[TicketKey] = frozenset()
    notices: tuple[Notice, ...] = ()
    set_up: bool = False
    """The office was set up anew: persons, groups or categories may have other names."""
    stale: bool = False
