"""Lists, single rows and counts of cases: which condition each view is, as SQL. domain/query.py says the same in Python."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Integer, Row, and_, func, literal, select, tuple_, union_all
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql import Select

from ticketdesk.db.engine import Engine
from ticketdesk.domain.entry import Channel
from ticketdesk.domain.errors import NotFound
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.domain.people import Me
from ticketdesk.domain.query import OWN_VIEWS, After, Listing, Order, Page, View
from ticketdesk.domain.states import Kind, Priority, PublicState, Reason, State, Way
from ticketdesk.domain.ticket import Ticket
from ticketdesk.models.tables import ticket, ticket_public

MANY = 999
"""Counts stop here: nobody reads more, and counting on would cost time on every change."""

_DESK = [column for column in ticket.c if column.name not in ("due_at", "is_open")]
_OWN = [column for column in ticket_public.c if column.name not in ("due_at", "owner_label")]

_OWN_STATES: dict[View, tuple[int, ...]] = {
    View.OWN_OPEN: (1, 2, 3),
    View.OWN_ANSWER_NEEDED: (3,),
    View.OWN_ANSWERED: (4,),
    View.OWN_CLOSED: (5, 6, 7),
}


def _condition(view: View, me: Me) -> ColumnElement[bool]:
    """What makes a row belong to a view. Written so that each has an index that gives its newest rows first."""
    is_open = ticket.c.is_open.is_(True)
    groups = func.any(literal(list(me.groups), ARRAY(Integer)))
    match view:
        case View.ASSIGNED_TO_ME:
            return and_(is_open, ticket.c.handler_id == me.id)
        case View.GROUPS_FREE:
            return and_(is_open, ticket.c.group_id == groups, ticket.c.state == 4, ticket.c.handler_id.is_(None))
        case View.GROUPS_IN_WORK:
            return and_(is_open, ticket.c.group_id == groups, ticket.c.state.in_((4, 5, 6)), ticket.c.handler_id.is_not(None))
        case View.TAKING_PART:
            here = ticket.c.participants.contains(literal([me.id], ARRAY(Integer)))
            return and_(is_open, here, ticket.c.handler_id.is_distinct_from(me.id))
        case View.ALL_OPEN:
            return is_open
        case View.NEW:
            return ticket.c.state == 1
        case View.REPORTED:
            return ticket.c.state == 7
        case View.OVERDUE:
            return and_(is_open, ticket.c.due_at < func.now())
        case View.ANSWERED:
            return ticket.c.state == 8
        case View.CLOSED:
            return ticket.c.state.in_((9, 10, 11))
        case _:
            return and_(ticket_public.c.requester_id == me.id, ticket_public.c.state.in_(_OWN_STATES[view]))


def _order_column(order: Order, *, own: bool) -> ColumnElement[Any]:
    table = ticket_public if own else ticket
    if order is Order.NUMBER:
        return table.c.ticket_id if own else table.c.id
    return table.c[order.value]


def listing(query: Listing, after: After | None, me: Me) -> Select[Any]:
    """Return the select of one page, keyset-paged: the rows after the last one of the page before."""
    own = query.view in OWN_VIEWS
    number = ticket_public.c.ticket_id if own else ticket.c.id
    column = _order_column(query.order, own=own)
    statement = select(*(_OWN if own else _DESK)).where(_condition(query.view, me))
    if after is not None:
        here, last = tuple_(column, number), tuple_(literal(after.value), literal(int(after.id)))
        statement = statement.where(here < last if query.descending else here > last)
    ends = (column, number) if query.order is not Order.NUMBER else (number,)
    return statement.order_by(*(e.desc() if query.descending else e.asc() for e in ends)).limit(query.limit + 1)


def page(engine: Engine, query: Listing, after: After | None, *, me: Me) -> Page:
    """Read one page of a list."""
    make = _own if query.view in OWN_VIEWS else _desk
    rows = [make(row) for row in engine.rows(listing(query, after, me))]
    return Page(tuple(rows[: query.limit]), len(rows) > query.limit)


def get(engine: Engine, key: TicketKey) -> Ticket:
    """Read one row. Raises NotFound when it is absent or not for this person."""
    rows = rows_of(engine, [key])
    if not rows:
        raise NotFound
    return rows[0]


def rows_of(engine: Engine, keys: Iterable[TicketKey]) -> list[Ticket]:
    """Read the rows of these keys that exist for this person."""
    wanted = list(keys)
    desk = [int(key.id) for key in wanted if not key.own]
    own = [int(key.id) for key in wanted if key.own]
    found: list[Ticket] = []
    if desk:
        ids = func.any(literal(desk, ARRAY(BigInteger)))
        found += [_desk(row) for row in engine.rows(select(*_DESK).where(ticket.c.id == ids))]
    if own:
        ids = func.any(literal(own, ARRAY(BigInteger)))
        found += [_own(row) for row in engine.rows(select(*_OWN).where(ticket_public.c.ticket_id == ids))]
    return found


def counts(engine: Engine, views: Collection[View], *, me: Me) -> dict[View, int]:
    """Count the rows of views, up to MANY each, in one statement."""
    if not views:
        return {}
    parts = []
    for view in views:
        table = ticket_public if view in OWN_VIEWS else ticket
        some = select(literal(1)).select_from(table).where(_condition(view, me)).limit(MANY).subquery()
        parts.append(select(literal(view.value).label("view"), func.count().label("rows")).select_from(some))
    return {View(row.view): row.rows for row in engine.rows(union_all(*parts))}


def _desk(row: Row[Any]) -> Ticket:
    values = dict(row._mapping)
    values.update(
        own=False,
        kind=Kind(row.kind),
        state=State(row.state),
        priority=Priority(row.priority),
        way=Way(row.way),
        waiting_reason=Reason(row.waiting_reason) if row.waiting_reason else None,
        participants=tuple(row.participants),
    )
    return Ticket(**values)


def _own(row: Row[Any]) -> Ticket:
    return Ticket(
        id=TicketId(row.ticket_id),
        own=True,
        kind=Kind(row.kind),
        subject=row.subject,
        state=PublicState(row.state),
        priority=Priority(row.priority),
        recorded_at=row.recorded_at,
        updated_at=row.updated_at,
        version=row.version,
        seq=row.ordinal,
        requester_id=row.requester_id,
        requester_name=row.requester_name,
        requester_phone=row.requester_phone,
        requester_email=row.requester_email,
        requester_company=row.requester_company,
        requester_department=row.requester_department,
        channel=Channel(row.channel),
        category_id=row.category_id,
        document_ref=row.document_ref,
        wished_at=row.wished_at,
    )
