"""Which rows a list asks for: view, order, page. Built-in views are named; their conditions stand in services/tickets.py."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.people import Me, PersonClass
from ticketdesk.domain.row import value
from ticketdesk.domain.states import PublicState, State
from ticketdesk.domain.ticket import Ticket


class View(StrEnum):
    """The built-in views of the navigation."""

    ASSIGNED_TO_ME = "assigned_to_me"
    GROUPS_FREE = "groups_free"
    GROUPS_IN_WORK = "groups_in_work"
    TAKING_PART = "taking_part"
    ALL_OPEN = "all_open"
    NEW = "new"
    REPORTED = "reported"
    WAITING = "waiting"
    RESUBMISSION = "resubmission"
    """Waiting cases that come back at a moment."""
    LATE_MESSAGE = "late_message"
    """Finished cases whose requester has written since."""
    OVERDUE = "overdue"
    ANSWERED = "answered"
    CLOSED = "closed"
    OWN_OPEN = "own_open"
    OWN_ANSWER_NEEDED = "own_answer_needed"
    OWN_ANSWERED = "own_answered"
    OWN_CLOSED = "own_closed"


OWN_VIEWS = frozenset({View.OWN_OPEN, View.OWN_ANSWER_NEEDED, View.OWN_ANSWERED, View.OWN_CLOSED})
"""Views over what oneself reported; they read the requester's face of a case."""


WAITING_VIEWS = frozenset({View.WAITING, View.RESUBMISSION})
"""Views of cases that wait, which may be sorted by when they come back."""


class Order(StrEnum):
    """What a list may be sorted by; each has its index."""

    UPDATED = "updated_at"
    RECORDED = "recorded_at"
    DUE = "due_at"
    """What is due next, whichever date or promise that is."""
    PRIORITY = "priority"
    NUMBER = "id"
    RETURN = "returns"
    """When a waiting case comes back; only in views of waiting cases."""
    PROMISE = "promise"
    """When the next promise is broken; what has none, or stands still, comes last."""
    STILL = "state_since"
    """Since when it stands in its state."""


DESK_ORDERS = frozenset({Order.PROMISE, Order.STILL})
"""Orders of the desk's face; a requester's has neither."""


class Narrow(StrEnum):
    """What of a view is shown: only what is about to be late, or has lain for long."""

    PROMISE_TODAY = "promise_today"
    """A promise is broken, or will be before the day is over."""
    PROMISE_BROKEN = "promise_broken"
    OLDER_3 = "older_3"
    OLDER_7 = "older_7"
    OLDER_14 = "older_14"
    OLDER_30 = "older_30"
    STILL_1 = "still_1"
    STILL_3 = "still_3"
    STILL_7 = "still_7"


NARROW_BY_AGE = {Narrow.OLDER_3: 3, Narrow.OLDER_7: 7, Narrow.OLDER_14: 14, Narrow.OLDER_30: 30}
"""Days since it was received."""
NARROW_BY_STATE = {Narrow.STILL_1: 1, Narrow.STILL_3: 3, Narrow.STILL_7: 7}
"""Days in its present state."""


def narrow_moment(narrow: Narrow, now: datetime) -> datetime:
    """Return the moment that a row's own is compared with: what lies before it is shown."""
    if narrow is Narrow.PROMISE_BROKEN:
        return now
    if narrow is Narrow.PROMISE_TODAY:
        # The end of the reader's own day.
        return datetime.combine(now.astimezone().date() + timedelta(days=1), time.min).astimezone()
    return now - timedelta(days=(NARROW_BY_AGE | NARROW_BY_STATE)[narrow])


def narrowed(narrow: Narrow | None, ticket: Ticket, now: datetime) -> bool:
    """Tell whether a row is shown; the SQL of services/tickets.py says the same."""
    if narrow is None:
        return True
    if narrow in NARROW_BY_AGE:
        held: datetime | None = ticket.recorded_at
    elif narrow in NARROW_BY_STATE:
        held = ticket.state_since
    else:
        held = ticket.pressing_at
    return held is not None and held < narrow_moment(narrow, now)


@value
class After:
    """The last row of the page before: value of the order column and the id that breaks ties."""

    value: datetime | int
    id: TicketId


@value
class Listing:
    """One list as a person has it before him."""

    view: View
    order: Order = Order.UPDATED
    descending: bool = True
    limit: int = 100
    narrow: Narrow | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= 1000:
            raise ValueError("limit: 1 to 1000 rows a page")
        if self.order is Order.RETURN and self.view not in WAITING_VIEWS:
            raise ValueError("order: only what waits comes back")
        if self.view in OWN_VIEWS and (self.narrow is not None or self.order in DESK_ORDERS):
            raise ValueError("promises and states in detail are the desk's")


_LATEST = datetime(9999, 12, 31, tzinfo=UTC)

@value
class Page:
    """Some rows of a list in its order, and whether there are more behind them."""

    rows: tuple[Ticket, ...]
    more: bool


_OWN_STATES: dict[View, frozenset[PublicState]] = {
    View.OWN_OPEN: frozenset({PublicState.RECEIVED, PublicState.BEING_CLARIFIED, PublicState.ANSWER_NEEDED}),
    View.OWN_ANSWER_NEEDED: frozenset({PublicState.ANSWER_NEEDED}),
    View.OWN_ANSWERED: frozenset({PublicState.ANSWERED}),
    View.OWN_CLOSED: frozenset({PublicState.CLOSED, PublicState.WITHDRAWN, PublicState.REJECTED}),
}

def gathers_parts(me: Me) -> bool:
    """Tell whether somebody's pools hold whole cases only: coordination and audit find parts beside their case, handlers in their lists."""
    return me.person_class is not PersonClass.HANDLER


_WORK = frozenset({View.ASSIGNED_TO_ME, View.GROUPS_FREE, View.GROUPS_IN_WORK})
"""Views of what lies with somebody or his groups, parts as well as cases, whoever he is."""
_HANDLED = frozenset({State.ASSIGNED, State.IN_PROGRESS, State.WAITING})


def matches(view: View, ticket: Ticket, me: Me, now: datetime) -> bool:
    """Tell whether a row belongs to a view; the SQL of services/tickets.py says the same, and a test compares both."""
    if view in OWN_VIEWS:
        return ticket.own and ticket.state in _OWN_STATES[view]
    if ticket.own:
        return False
    mine = ticket.handler_id == me.id
    # What somebody had commissioned is not his work; it stands beside its case.
    if ticket.is_part and view not in _WORK and (gathers_parts(me) or (view is View.TAKING_PART and ticket.commissioned_by == me.id)):
        return False
    group_of_mine = ticket.group_id in me.groups
    match view:
        case View.ASSIGNED_TO_ME:
            return ticket.is_open and mine
        case View.GROUPS_FREE:
            return ticket.state == State.ASSIGNED and ticket.handler_id is None and group_of_mine
        case View.GROUPS_IN_WORK:
            return ticket.state in _HANDLED and ticket.handler_id is not None and group_of_mine
        case View.TAKING_PART:
            return ticket.is_open and me.id in ticket.participants and not mine
        case View.ALL_OPEN:
            return ticket.is_open
        case View.NEW:
            return ticket.state == State.NEW
        case View.REPORTED:
            return ticket.state == State.REPORTED
        case View.WAITING:
            return ticket.state == State.WAITING
        case View.RESUBMISSION:
            return ticket.state == State.WAITING and ticket.waiting_until is not None
        case View.LATE_MESSAGE:
            return ticket.late_message_at is not None
        case View.OVERDUE:
            return ticket.is_open and ticket.next_at is not None and ticket.next_at < now
        case View.ANSWERED:
            return ticket.state == State.ANSWERED
        case _:
            return ticket.state in (State.CLOSED, State.WITHDRAWN, State.REJECTED)


def order_value(order: Order, ticket: Ticket) -> datetime | int:
    """Return the value a row is sorted by; rows without a due date come last when ascending."""
    match order:
        case Order.UPDATED:
            return ticket.updated_at
        case Order.RECORDED:
            return ticket.recorded_at
        case Order.DUE:
            return ticket.next_at or _LATEST
        case Order.PRIORITY:
            return int(ticket.priority)
        case Order.NUMBER:
            return int(ticket.id)
        case Order.RETURN:
            return ticket.waiting_until or _LATEST
        case Order.PROMISE:
            return ticket.pressing_at or _LATEST
        case Order.STILL:
            return ticket.state_since or ticket.recorded_at


def order_key(order: Order, ticket: Ticket) -> tuple[datetime | int, int]:
    """Return the key that puts rows in a list's ascending order; the id breaks ties."""
    return (order_value(order, ticket), int(ticket.id))
