"""Lists, single rows and counts of cases: which condition each view is, as SQL. domain/query.py says the same in Python."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Boolean,
    ColumnElement,
    DateTime,
    Integer,
    and_,
    bindparam,
    case,
    func,
    literal,
    literal_column,
    null,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql import Select
from sqlalchemy.types import TypeEngine

from ticketdesk.db.engine import Engine
from ticketdesk.db.question import Question
from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.errors import NotFound
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.domain.people import Me
from ticketdesk.domain.query import (
    NARROW_BY_AGE,
    NARROW_BY_STATE,
    OWN_VIEWS,
    After,
    Listing,
    Narrow,
    Order,
    Page,
    View,
    gathers_parts,
    narrow_moment,
)
from ticketdesk.domain.states import Kind, Priority, PublicState, Reason, State, Way
from ticketdesk.domain.ticket import Ticket
from ticketdesk.models.tables import ticket, ticket_public

MANY = 999
"""Counts stop here: nobody reads more, and counting on would cost time on every change."""

# In the order of the dataclass's fields, so that a row's values are its arguments as they stand.
_FIELDS = [field.name for field in fields(Ticket) if field.name != "kept_from"]
DESK_COLUMNS = tuple(ticket.c[name] for name in _FIELDS if name != "own")
_DESK = [literal_column("false").label("own") if name == "own" else ticket.c[name] for name in _FIELDS]
_OWN_NAMES = {"id": "ticket_id", "seq": "ordinal"}
_OWN_FIELDS = _FIELDS[: _FIELDS.index("reopen_until") + 1]
"""The rest belongs to the clarification and is nothing that a requester's row has."""
_OWN = [
    literal_column("true").label("own") if name == "own"
    else null().label(name) if name in ("recorded_by", "customer_group_id")
    else ticket_public.c[_OWN_NAMES.get(name, name)]
    for name in _OWN_FIELDS
]  # fmt: skip

_OWN_STATES: dict[View, tuple[int, ...]] = {
    View.OWN_OPEN: (1, 2, 3),
    View.OWN_ANSWER_NEEDED: (3,),
    View.OWN_ANSWERED: (4,),
    View.OWN_CLOSED: (5, 6, 7),
}


def _place(name: str, of_type: TypeEngine[Any]) -> BindParameter[Any]:
    """Return a place in a compiled question that each asking fills."""
    return bindparam(name, type_=of_type, required=False)


def _condition(view: View) -> ColumnElement[bool]:
    """What makes a row belong to a view. Written so that each has an index that gives its newest rows first.

    ``is_open`` stands bare: as «is true» no index over open cases would be used.
    """
    is_open: ColumnElement[bool] = ticket.c.is_open
    me = _place("me", Integer())
    # Whole cases only, for those who find parts beside their case.
    in_pool = or_(ticket.c.way != int(Way.PART), _place("parts_too", Boolean()))
    groups = func.any(_place("groups", ARRAY(Integer)))
    match view:
        case View.ASSIGNED_TO_ME:
            return and_(is_open, ticket.c.handler_id == me)
        case View.GROUPS_FREE:
            return and_(is_open, ticket.c.group_id == groups, ticket.c.state == 4, ticket.c.handler_id.is_(None))
        case View.GROUPS_IN_WORK:
            return and_(is_open, ticket.c.group_id == groups, ticket.c.state.in_((4, 5, 6)), ticket.c.handler_id.is_not(None))
        case View.TAKING_PART:
            here = ticket.c.participants.contains(func.array_append(literal_column("'{}'::integer[]"), me))
            mine = or_(ticket.c.way != int(Way.PART), ticket.c.commissioned_by.is_distinct_from(me))
            return and_(is_open, here, ticket.c.handler_id.is_distinct_from(me), in_pool, mine)
        case View.ALL_OPEN:
            return and_(is_open, in_pool)
        case View.NEW:
            return ticket.c.state == 1
        case View.REPORTED:
            return and_(ticket.c.state == 7, in_pool)
        case View.WAITING:
            return and_(ticket.c.state == 6, in_pool)
        case View.RESUBMISSION:
            return and_(ticket.c.state == 6, ticket.c.waiting_until.is_not(None), in_pool)
        case View.LATE_MESSAGE:
            return ticket.c.late_message_at.is_not(None)
        case View.OVERDUE:
            return and_(is_open, func.now() > _NEXT, in_pool)
        case View.ANSWERED:
            return ticket.c.state == 8
        case View.CLOSED:
            return and_(ticket.c.state.in_((9, 10, 11)), in_pool)
        case _:
            return and_(ticket_public.c.requester_id == me, ticket_public.c.state.in_(_OWN_STATES[view]))


def _values(me: Me) -> Mapping[str, object]:
    """Return what the conditions of views have places for."""
    return {"me": int(me.id), "groups": [int(number) for number in me.groups], "parts_too": not gathers_parts(me)}


_NEVER: ColumnElement[datetime] = literal_column("'9999-12-31 00:00:00+00'::timestamptz")
_PRESSING = case(
    (ticket.c.promise_stopped_at.is_(None), func.coalesce(ticket.c.promise_due_at, _NEVER)), else_=_NEVER
)
"""As its index has it: a promise that stands still presses nobody."""


_NEXT: ColumnElement[datetime] = func.least(
    ticket.c.due_at, ticket.c.promised_at, case((ticket.c.promise_stopped_at.is_(None), ticket.c.promise_due_at))
)
"""What is due next, as its index has it; never null, since due_at is not."""


def _narrowed(narrow: Narrow) -> ColumnElement[bool]:
    """What of a view is shown (domain/query.py: narrowed)."""
    column = ticket.c.recorded_at if narrow in NARROW_BY_AGE else ticket.c.state_since if narrow in NARROW_BY_STATE else _PRESSING
    return column < _place("moment", DateTime(timezone=True))


def _order_column(order: Order, *, own: bool) -> ColumnElement[Any]:
    table = ticket_public if own else ticket
    if order is Order.RETURN:
        # As the index has it.
        return func.coalesce(table.c.waiting_until, _NEVER)
    if order is Order.PROMISE:
        return _PRESSING
    if order is Order.DUE and not own:
        return _NEXT
    if order is Order.NUMBER:
        return table.c.ticket_id if own else table.c.id
    return table.c[order.value]


def _listing(view: View, order: Order, narrow: Narrow | None, *, descending: bool, further: bool) -> Select[Any]:
    """Return the select of one page, keyset-paged: ``further`` for the rows after the last one of the page before."""
    own = view in OWN_VIEWS
    number = ticket_public.c.ticket_id if own else ticket.c.id
    column = _order_column(order, own=own)
    statement = select(*(_OWN if own else _DESK)).where(_condition(view))
    if narrow is not None:
        statement = statement.where(_narrowed(narrow))
    if further:
        here, last = tuple_(column, number), tuple_(_place("value", column.type), _place("last", BigInteger()))
        statement = statement.where(here < last if descending else here > last)
    ends = (column, number) if order is not Order.NUMBER else (number,)
    ordered = statement.order_by(*(e.desc() if descending else e.asc() for e in ends))
    return ordered.limit(_place("rows", Integer()))


@lru_cache(maxsize=256)
def _page_question(view: View, order: Order, narrow: Narrow | None, descending: bool, further: bool) -> Question:
    return Question(_listing(view, order, narrow, descending=descending, further=further))


def page(engine: Engine, query: Listing, after: After | None, *, me: Me) -> Page:
    """Read one page of a list."""
    question = _page_question(query.view, query.order, query.narrow, query.descending, after is not None)
    place = {"value": after.value, "last": int(after.id)} if after is not None else {}
    moment = {"moment": narrow_moment(query.narrow, datetime.now(UTC))} if query.narrow is not None else {}
    found = question.ask(engine, {**_values(me), **place, **moment, "rows": query.limit + 1})
    make = _own if query.view in OWN_VIEWS else _desk
    return Page(tuple(make(row) for row in found[: query.limit]), len(found) > query.limit)


def get(engine: Engine, key: TicketKey) -> Ticket:
    """Read one row. Raises NotFound when it is absent or not for this person."""
    rows = rows_of(engine, [key])
    if not rows:
        raise NotFound
    return rows[0]


_IDS = _place("ids", ARRAY(BigInteger))
_DESK_ROWS = Question(select(*_DESK).where(ticket.c.id == func.any(_IDS)))
_OWN_ROWS = Question(select(*_OWN).where(ticket_public.c.ticket_id == func.any(_IDS)))


class Asked(NamedTuple):
    """A question on its way, and what makes tickets of its answer."""

    question: Question
    values: Mapping[str, object]
    make: Callable[[tuple[Any, ...]], Ticket]


def asked_for(keys: Iterable[TicketKey]) -> list[Asked]:
    """Return the questions for the rows of these keys: none for a face that nobody asks for, a requester may not even ask the desk's."""
    wanted = list(keys)
    desk = [int(key.id) for key in wanted if not key.own]
    own = [int(key.id) for key in wanted if key.own]
    both = (Asked(_DESK_ROWS, {"ids": desk}, _desk), Asked(_OWN_ROWS, {"ids": own}, _own))
    return [one for one in both if one.values["ids"]]


def rows_of(engine: Engine, keys: Iterable[TicketKey]) -> list[Ticket]:
    """Read the rows of these keys that exist for this person."""
    return [one.make(row) for one in asked_for(keys) for row in one.question.ask(engine, one.values)]


_PREVIEW = ", ".join(
    "true" if name == "own" else "null" if name in ("recorded_by", "customer_group_id") else _OWN_NAMES.get(name, name)
    for name in _OWN_FIELDS
)


def previewed(engine: Engine, ticket_id: TicketId) -> Ticket | None:
    """Read the row that a case's requester gets, as somebody who works on it; None when nobody is its requester. Raises NotFound."""
    rows = engine.raw_rows(f"select {_PREVIEW} from api.preview_ticket(%s)", (int(ticket_id),))
    return _own(tuple(rows[0])) if rows else None


@lru_cache(maxsize=64)
def _count_question(views: tuple[View, ...]) -> Question:
    parts = []
    for view in views:
        table = ticket_public if view in OWN_VIEWS else ticket
        some = select(literal(1)).select_from(table).where(_condition(view)).limit(MANY).subquery()
        parts.append(select(literal(view.value).label("view"), func.count().label("rows")).select_from(some))
    return Question(union_all(*parts))


def counts(engine: Engine, views: Collection[View], *, me: Me) -> dict[View, int]:
    """Count the rows of views, up to MANY each, in one statement."""
    if not views:
        return {}
    return {View(view): rows for view, rows in _count_question(tuple(views)).ask(engine, _values(me))}


# By table instead of by call: a page makes hundreds of these.
_KINDS = {int(one): one for one in Kind}
_STATES = {int(one): one for one in State}
_PUBLIC_STATES = {int(one): one for one in PublicState}
_PRIORITIES = {int(one): one for one in Priority}
_WAYS = {int(one): one for one in Way}
_REASONS = {int(one): one for one in Reason}
_MEASURES = {int(one): one for one in Measure}
_KIND, _STATE, _PRIORITY, _WAY, _REASON, _PARTICIPANTS, _CAME_FROM, _MEASURE = (
    _FIELDS.index(name) for name in ("kind", "state", "priority", "way", "waiting_reason", "participants", "came_from", "promise_measure")
)


def _desk(row: tuple[Any, ...]) -> Ticket:
    values = list(row)
    values[_KIND] = _KINDS[values[_KIND]]
    values[_STATE] = _STATES[values[_STATE]]
    values[_PRIORITY] = _PRIORITIES[values[_PRIORITY]]
    values[_WAY] = _WAYS[values[_WAY]]
    values[_REASON] = _REASONS.get(values[_REASON])
    values[_PARTICIPANTS] = tuple(values[_PARTICIPANTS])
    values[_CAME_FROM] = _STATES.get(values[_CAME_FROM])
    values[_MEASURE] = _MEASURES.get(values[_MEASURE])
    return Ticket(*values)


def _own(row: tuple[Any, ...]) -> Ticket:
    values = list(row)
    values[_KIND] = _KINDS[values[_KIND]]
    values[_STATE] = _PUBLIC_STATES[values[_STATE]]
    values[_PRIORITY] = _PRIORITIES[values[_PRIORITY]]
    return Ticket(*values)
