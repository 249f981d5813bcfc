"""What a case took: stretches in which it stood in one state with one group, in clock and working time, and their sums. Pure.

Who had it is said for the stretches of this one case, and only to its parties; nothing here adds up what a person did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from ticketdesk.domain.ids import CalendarId, GroupId, PersonId
from ticketdesk.domain.row import value
from ticketdesk.domain.states import OPEN_STATES, State

NONE = timedelta(0)


@value
class Spent:
    """An amount in both clocks; working time is None where no calendar was laid out."""

    clock: timedelta = NONE
    business: timedelta | None = NONE

    def __add__(self, other: Spent) -> Spent:
        known = self.business is not None and other.business is not None
        return Spent(self.clock + other.clock, self.business + other.business if known else None)  # type: ignore[operator]


@value
class Stretch:
    """From one change of state or hands to the next; without an end it still runs."""

    since: datetime
    until: datetime | None
    state: State
    group_id: GroupId | None
    handler_id: PersonId | None
    spent: Spent
    by_group: Spent
    """By the hours of the group that has it."""

    @property
    def counts(self) -> bool:
        """Whether time is counted: not while it lies answered or has ended."""
        return self.state in OPEN_STATES


@value
class Booked:
    """Working time that somebody booked for himself, as it counts now."""

    seq: int
    person_id: PersonId
    minutes: int
    on: date
    note: str = ""
    corrected: bool = False


@value
class Durations:
    """What a case took."""

    calendar_id: CalendarId | None
    party: bool
    """Whether the reader is a party of the case, so that names are told."""
    stretches: tuple[Stretch, ...]
    books: bool = False
    """Whether working time may be booked here."""
    booked: tuple[Booked, ...] = ()

    def booked_in_all(self) -> timedelta:
        """Everything booked at this case."""
        return timedelta(minutes=sum(one.minutes for one in self.booked))

    def worked(self) -> Spent:
        """What it took without waiting."""
        return total(one.spent for one in self.stretches if one.counts and one.state is not State.WAITING)

    def waited(self) -> Spent:
        """How long it waited."""
        return total(one.spent for one in self.stretches if one.state is State.WAITING)

    def groups(self) -> dict[GroupId, tuple[Spent, Spent]]:
        """What it took with each group, and how long it waited there, in the order in which they got it."""
        found: dict[GroupId, tuple[Spent, Spent]] = {}
        for one in self.stretches:
            if one.group_id is None or not one.counts:
                continue
            worked, waited = found.get(one.group_id, (Spent(), Spent()))
            if one.state is State.WAITING:
                found[one.group_id] = (worked, waited + one.by_group)
            else:
                found[one.group_id] = (worked + one.by_group, waited)
        return found

    def elsewhere(self) -> Spent:
        """What it took with no group: with the coordination, or with a handler without one."""
        return total(one.spent for one in self.stretches if one.counts and one.group_id is None and one.state is not State.WAITING)


def total(amounts: Iterable[Spent]) -> Spent:
    """Return the sum; working time is unknown as soon as one part is."""
    found = Spent()
    for one in amounts:
        found += one
    return found


MOST_MINUTES = 1440
"""Nobody works longer in a day."""
_TYPED = re.compile(r"(?:(\d{1,2})\s*(?:h|:)\s*)?(?:(\d{1,4})\s*(?:min|m)?)?", re.IGNORECASE)


def minutes_typed(typed: str) -> int | None:
    """Return the minutes that somebody means by ``90``, ``90 min``, ``1:30``, ``1 h 30`` or ``2 h``; None for anything else."""
    found = _TYPED.fullmatch(typed.strip())
    if found is None or not typed.strip():
        return None
    hours, minutes = found[1], found[2]
    if hours is not None and minutes is not None and int(minutes) > 59:
        return None
    return int(hours or 0) * 60 + int(minutes or 0)
