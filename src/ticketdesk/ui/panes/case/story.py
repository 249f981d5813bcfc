"""What stands in the timeline: steps of the log become day heads, cards, lines and folds. Pure; words and widgets are made elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from ticketdesk.domain.entry import Step
from ticketdesk.domain.states import State

FOLD_FROM = 3
"""Log lines in a row that are folded to one."""

_NO_CHANGE = frozenset({"noted", "message_added", "interim_answered", "entry_recorded", "part_commented"})
"""Steps that write something and change nothing."""


class Show(Enum):
    """The filter over the timeline."""

    ALL = "all"
    CORRESPONDENCE = "correspondence"
    CHANGES = "changes"


class Piece(Enum):
    """What kind of thing an item is."""

    DAY = "day"
    NEW_SINCE = "new_since"
    CARD = "card"
    LINE = "line"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in the timeline. ``steps`` holds one step for cards and lines, several for folds, the first of its day for day heads."""

    piece: Piece
    steps: tuple[Step, ...]

    @property
    def key(self) -> tuple[Piece, int]:
        """Names the item in its timeline; the same after a change of filter."""
        return (self.piece, self.steps[0].seq)

    @property
    def last_seq(self) -> int:
        """The newest step it holds."""
        return self.steps[-1].seq

    @property
    def step(self) -> Step:
        """Its first step."""
        return self.steps[0]


def has_card(step: Step) -> bool:
    """Whether a step carries something somebody wrote."""
    return step.kind is not None and bool(step.body or step.detail.get("solution"))


def has_line(step: Step, show: Show) -> bool:
    """Whether a step stands as a line of the log under this filter; beside its card it does for a change of status alone."""
    if show is Show.CORRESPONDENCE:
        return False
    if not has_card(step):
        return True
    if show is Show.CHANGES:
        return step.what not in _NO_CHANGE
    before, after = step.data.get("from"), step.data.get("to")
    return before is not None and after is not None and before != after


def with_own_states(steps: Iterable[Step], *, state: object = None) -> tuple[Step, ...]:
    """Return the requester's steps with their change of status as ``from`` and ``to``, as staff's have it.

    His log names only the status after each step; ``state`` is the one before the first. A step that only says that nothing
    changed for him is left out.
    """
    told: list[Step] = []
    for step in steps:
        after = step.data.get("state", state)
        if step.what != "state_changed" or after != state:
            told.append(replace(step, data={**step.data, "from": state, "to": after}))
        state = after
    return tuple(told)


def day_of(at: datetime) -> date:
    """Return the day on the reader's own calendar."""
    return at.astimezone().date()


def tell(
    steps: Iterable[Step], *, show: Show = Show.ALL, new_since: datetime | None = None, last_day: date | None = None, fold: bool = True
) -> tuple[Item, ...]:
    """Turn steps, oldest first, into items.

    ``new_since`` puts the mark before the first step of that moment or later; ``last_day`` is the day whose head stands already.
    """
    plain = list(_plain(steps, show, new_since, last_day))
    return tuple(_folded(plain)) if fold and show is not Show.CHANGES else tuple(plain)


def _plain(steps: Iterable[Step], show: Show, new_since: datetime | None, last_day: date | None) -> Iterator[Item]:
    day, marked = last_day, new_since is None
    for step in steps:
        card, line = has_card(step) and show is not Show.CHANGES, has_line(step, show)
        if not (card or line):
            continue
        if day_of(step.at) != day:
            day = day_of(step.at)
            yield Item(Piece.DAY, (step,))
        if not marked and new_since is not None and step.at >= new_since:
            marked = True
            yield Item(Piece.NEW_SINCE, (step,))
        if card:
            yield Item(Piece.CARD, (step,))
        if line:
            yield Item(Piece.LINE, (step,))


def _folded(items: Sequence[Item]) -> Iterator[Item]:
    run: list[Item] = []
    for item in [*items, None]:
        # What became of a promise is not folded away.
        if item is not None and item.piece is Piece.LINE and item.step.seq > 0:
            run.append(item)
            continue
        if len(run) >= FOLD_FROM:
            yield Item(Piece.FOLD, tuple(one.step for one in run))
        else:
            yield from run
        run = []
        if item is not None:
            yield item


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the case's way: in which status, from when to when (None: still)."""

    state: State
    since: datetime
    until: datetime | None

    def minutes(self, now: datetime) -> int:
        """Return how long it lasted by the clock, in minutes."""
        return max(0, int(((self.until or now) - self.since).total_seconds() // 60))


def way(steps: Iterable[Step]) -> tuple[Stage, ...]:
    """Return the stages a case went through, from the changes of status in its log; imported history has none."""
    stages: list[Stage] = []
    for step in steps:
        to = step.data.get("to")
        if not isinstance(to, int) or to not in tuple(State):
            continue
        state = State(to)
        if stages and stages[-1].state is state:
            continue
        if stages:
            stages[-1] = Stage(stages[-1].state, stages[-1].since, step.at)
        stages.append(Stage(state, step.at, None))
    return tuple(stages)


def newest(steps: Sequence[Step]) -> int:
    """Return the highest sequence number, 0 for none."""
    return max((step.seq for step in steps), default=0)
