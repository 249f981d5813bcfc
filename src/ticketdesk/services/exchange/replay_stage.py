"""What a replay plays with: the office's log-ins and ids, the pace, a case on its way, and what is told of it. Nothing is done here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.errors import Away, Refused
from ticketdesk.services.exchange.replay_plan import Event, Plan


class PlayerSession(Protocol):
    """What a writer needs of a log-in's session (services.session.Session)."""

    def run(self, command: Command, request_id: UUID | None = None) -> Outcome:
        """Carry out a wish."""

    def replay(self, command: Command, request_id: UUID, origin: str) -> Outcome:
        """Carry out a wish with the log's words for it."""

    def close(self) -> None:
        """End the session."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What an earlier run left of a case: its number here, its version, and the events that were carried out."""

    ticket_id: int
    version: int
    events: frozenset[int]


@dataclass(frozen=True, slots=True)
class Stage:
    """The office to play in: ids by name, and a way to sign in for each log-in."""

    sign_in: Callable[[str], PlayerSession]
    persons: Mapping[str, int]
    groups: Mapping[str, int]
    kept: Mapping[str, Kept] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pace:
    """When an event is due: ``speed`` times as fast as in the log, 0 at once; what was before ``since`` is played first, at once."""

    speed: float = 0.0
    since: datetime | None = None


class Say(Protocol):
    """Fills a text of the replay (services.exchange.texts.Texts.say)."""

    def __call__(self, key: str, **places: object) -> str: ...


@dataclass(frozen=True, slots=True)
class Refusal:
    """A wish that the database refused; the rest of its event was left out."""

    number: str
    line: int
    verb: str
    code: str
    detail: str


@dataclass(slots=True)
class Result:
    """What a run did."""

    events: int = 0
    wishes: int = 0
    before: int = 0
    """Events that an earlier run had carried out."""
    refused_before: int = 0
    """Events that an earlier run had tried in vain."""
    refused: list[Refusal] = field(default_factory=list)
    stopped: bool = False
    away: Away | Refused | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How far a run is."""

    events: int
    of: int
    rate: float
    """Wishes carried out in the last second or so."""
    refused: int
    at: datetime | None
    """The log's own time."""
    late: float
    """Seconds that the most overdue event waits; without a speed always 0."""


@dataclass(slots=True)
class Running:
    """A case that is being played."""

    plan: Plan
    number: int
    index: int = 0
    """The event that is next."""
    act: int = 0
    ticket_id: int = 0
    version: int = 0

    @property
    def event(self) -> Event:
        return self.plan.events[self.index]
