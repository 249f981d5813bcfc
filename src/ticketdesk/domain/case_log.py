"""What the log of a case says about itself: how long each step and each state lasted, and who took part from when to when. Pure.

Clock time only. Nothing here adds up what a person did: from and to are what the parties of a case may know, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from ticketdesk.domain.entry import Step
from ticketdesk.domain.ids import GroupId, PersonId
from ticketdesk.domain.row import value
from ticketdesk.domain.states import OPEN_STATES, State
from ticketdesk.domain.ticket import Ticket


@value
class Timed:
    """A step, and how long it lasted until the next one (None: still)."""

    step: Step
    lasted: timedelta | None


def timed(steps: Sequence[Step]) -> tuple[Timed, ...]:
    """Return each step with the time until the next one."""
    after = [step.at for step in steps[1:]]
    return tuple(
        Timed(step, max(until - step.at, timedelta()) if until is not None else None)
        for step, until in zip(steps, [*after, None], strict=False)
    )


def in_states(steps: Iterable[Step], now: datetime) -> tuple[tuple[State, timedelta], ...]:
    """Return how long the case stood in each state altogether, in the order in which it first came there; an ended state lasts no more."""
    total: dict[State, timedelta] = {}
    state: State | None = None
    since: datetime | None = None
    for step in steps:
        after = _state(step)
        if after is None:
            continue
        if state is not None and since is not None:
            total[state] += max(step.at - since, timedelta())
        state, since = after, step.at
        total.setdefault(after, timedelta())
    if state is not None and since is not None and state in OPEN_STATES:
        total[state] += max(now - since, timedelta())
    return tuple(total.items())


def _state(step: Step) -> State | None:
    to = step.data.get("to")
    return State(to) if isinstance(to, int) and to in tuple(State) else None


class Role(StrEnum):
    """What somebody was to a case."""

    REQUESTER = "requester"
    RECORDER = "recorder"
    COORDINATOR = "coordinator"
    GROUP = "group"
    HANDLER = "handler"


@value
class Party:
    """Somebody who took part: as what, from when, until when (None: still, or for good as its requester)."""

    role: Role
    since: datetime
    until: datetime | None = None
    person_id: PersonId | None = None
    group_id: GroupId | None = None
    name: str = ""
    """Where there is no id: a caller known by name alone."""


_DONE_WITH_IT = frozenset({State.NEW, State.CLARIFYING, State.REPORTED, State.ANSWERED, State.CLOSED, State.WITHDRAWN, State.REJECTED})
"""States in which the case lies with no handler any more."""
_ENDED = frozenset({State.CLOSED, State.WITHDRAWN, State.REJECTED})


class _Open:
    """The parties whose time runs, one per role."""

    def __init__(self) -> None:
        self.running: dict[Role, Party] = {}
        self.over: list[Party] = []

    def begin(self, party: Party) -> None:
        now = self.running.get(party.role)
        if now is not None and (now.person_id, now.group_id) == (party.person_id, party.group_id):
            return
        self.end(party.role, party.since)
        self.running[party.role] = party

    def end(self, role: Role, at: datetime) -> None:
        party = self.running.pop(role, None)
        if party is not None:
            self.over.append(replace(party, until=at))


def parties(ticket: Ticket, steps: Sequence[Step]) -> tuple[Party, ...]:
    """Return everybody who was something to the case, by the order in which they came in."""
    if not steps:
        return ()
    first = steps[0]
    fixed = [Party(Role.REQUESTER, first.at, None, ticket.requester_id, name=ticket.requester_name)]
    if first.actor_id is not None and first.actor_id != ticket.requester_id:
        fixed.append(Party(Role.RECORDER, first.at, first.at, first.actor_id))
    taking = _Open()
    for step in steps:
        _follow(taking, step)
    found = [*taking.over, *taking.running.values()]
    return (*fixed, *sorted(found, key=lambda party: (party.since, party.role)))


def _follow(taking: _Open, step: Step) -> None:
    state = _state(step)
    if state in _DONE_WITH_IT:
        taking.end(Role.HANDLER, step.at)
    if state in _DONE_WITH_IT - {State.REPORTED}:
        taking.end(Role.GROUP, step.at)
    if state in _ENDED or state is State.NEW:
        taking.end(Role.COORDINATOR, step.at)
    if step.what == "accepted" and step.actor_id is not None:
        taking.begin(Party(Role.COORDINATOR, step.at, None, step.actor_id))
    handler, group = _number(step, "handler"), _number(step, "group")
    if step.what in ("assigned", "given_back", "recorded") and (handler is not None or group is not None):
        # Handed to a group: whoever had it has it no more.
        if handler is None:
            taking.end(Role.HANDLER, step.at)
        if group is None:
            taking.end(Role.GROUP, step.at)
    if group is not None:
        taking.begin(Party(Role.GROUP, step.at, None, group_id=GroupId(group)))
    if handler is not None:
        taking.begin(Party(Role.HANDLER, step.at, None, PersonId(handler)))


def _number(step: Step, name: str) -> int | None:
    value = step.data.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
