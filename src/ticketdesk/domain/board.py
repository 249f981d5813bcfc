"""The dashboard as values: what is asked for, the figures, and which list stands behind one. Pure data; the counting is the database's."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from ticketdesk.domain.ids import CustomerGroupId, GroupId
from ticketdesk.domain.row import value
from ticketdesk.domain.states import Kind, State


class By(StrEnum):
    """How the days of a stretch are taken together."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Figure(StrEnum):
    """What a number counts; the list behind it holds the same."""

    OPEN = "open"
    STATE = "state"
    GROUP = "group"
    GROUP_OVERDUE = "group_overdue"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_WEEK = "due_week"
    NEW = "new"
    STOOD = "stood"
    """Open at the end of a day."""
    FINISHED = "finished"
    REOPENED = "reopened"
    SOLVED = "solved"
    """Finished with an answer; what durations are measured of."""
    WORKED = "worked"
    """The same, where working hours are laid out."""
    PROMISED = "promised"
    MOVED = "moved"
    MOVED_BACK = "moved_back"


ABOUT_WORK = frozenset({Figure.STOOD, Figure.FINISHED, Figure.REOPENED, Figure.SOLVED, Figure.WORKED, Figure.PROMISED})
"""Of a small group there are no such figures: they would be those of its few people."""

OF_NOW = frozenset(
    {Figure.OPEN, Figure.STATE, Figure.GROUP, Figure.GROUP_OVERDUE, Figure.OVERDUE, Figure.DUE_TODAY, Figure.DUE_WEEK}
)
"""What is counted of this moment, whatever the period."""
AGES = ((0, 0), (1, 1), (2, 3), (4, 7), (8, 14), (15, None))
"""The ages that the backlog is told by, in days: from, to."""
LARGEST_STRETCH = {By.DAY: 400, By.WEEK: 2000, By.MONTH: 40_000}
"""How many days may be told one by one, by weeks, by months."""


@value
class BoardView:
    """What the dashboard is asked for: a stretch of days, both included, and a choice of cases."""

    since: date
    until: date
    by: By = By.DAY
    customer_group_id: CustomerGroupId | None = None
    group_id: GroupId | None = None
    kind: Kind | None = None


@value
class Behind:
    """The list behind a number."""

    figure: Figure
    first: int | None = None
    """A state, a group, the group that gave, or what was promised (1 response, 2 update, 3 resolution)."""
    second: int | None = None
    """The group that got, or whether a promise was kept (1, 0)."""
    from_day: date | None = None
    to_day: date | None = None
    customer_group_id: CustomerGroupId | None = None
    """Of this customer group alone, within the choice."""


@value
class OpenBy:
    """Open cases of one state, age or group, and how many of these are overdue."""

    what: int
    open: int
    overdue: int = 0


@value
class Stretch:
    """A day, week or month: what came, what was finished, what was open at its end."""

    since: date
    until: date
    new: int
    finished: int
    open: int


@value
class Kept:
    """Promises to a customer group that were decided."""

    customer_group_id: CustomerGroupId
    measure: int
    kept: int
    missed: int


@value
class Durations:
    """How long what was solved had taken, in seconds; None where nothing was."""

    n: int
    median: float | None = None
    p90: float | None = None
    p95: float | None = None


@value
class HandOver:
    """How often cases went from one group to another, and how often of these back to one that had had the case."""

    from_id: GroupId
    to_id: GroupId
    n: int
    back: int


@value
class Work:
    """What was finished in the stretch."""

    finished: int
    reopened: int
    promises: tuple[Kept, ...]
    clock: Durations
    business: Durations


@value
class Board:
    """All figures of one moment."""

    at: datetime
    today: date
    behind: bool
    """Whether something happened that is not counted yet: ask again in a moment."""
    counting: bool
    """Whether everything is being counted anew: until that is done the figures stay as they were, and the lists are ahead of them."""
    small_groups: frozenset[GroupId]
    open: int
    overdue: int
    due_today: int
    due_week: int
    states: tuple[OpenBy, ...]
    ages: tuple[OpenBy, ...]
    groups: tuple[OpenBy, ...]
    flow: tuple[Stretch, ...]
    work: Work | None
    """None for a small group."""
    hand_overs: tuple[HandOver, ...]


@value
class Place:
    """A row of the list behind a number: which case, when what was counted happened, and which time of several that was."""

    ticket_id: int
    at: datetime
    nr: int


def fitting(since: date, until: date) -> By:
    """Return how a stretch is told so that a chart of it can be read."""
    days = (until - since).days + 1
    return By.DAY if days <= 62 else By.WEEK if days <= 400 else By.MONTH


OPEN_STATES = tuple(state for state in State if state <= State.REPORTED)
