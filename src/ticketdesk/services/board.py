"""Asks for the dashboard and for the lists behind its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from ticketdesk.db.call import read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.board import Behind, Board, BoardView, Durations, HandOver, Kept, OpenBy, Place, Stretch, Work
from ticketdesk.domain.ids import CustomerGroupId, GroupId, TicketId, TicketKey
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services import tickets

Words = Mapping[str, Any]


def board(engine: Engine, view: BoardView) -> Board:
    """Read all figures. Raises Forbidden, BadInput."""
    asked = (view.since, view.until, view.by.value, view.customer_group_id, view.group_id, view.kind and int(view.kind))
    ((told,),) = read_function(engine, "board", asked)
    return read(told)


def read(told: Words) -> Board:
    """Return what the database told as figures."""
    backlog = told["backlog"]
    return Board(
        at=datetime.fromisoformat(told["now"]),
        today=date.fromisoformat(told["today"]),
        behind=told["behind"],
        counting=told["counting"],
        small_groups=frozenset(map(GroupId, told["small_groups"])),
        open=backlog["open"],
        overdue=backlog["overdue"],
        due_today=backlog["due_today"],
        due_week=backlog["due_week"],
        states=tuple(OpenBy(*row) for row in backlog["states"]),
        ages=tuple(OpenBy(*row) for row in backlog["ages"]),
        groups=tuple(OpenBy(*row) for row in backlog["groups"]),
        flow=tuple(Stretch(date.fromisoformat(since), date.fromisoformat(until), *rest) for since, until, *rest in told["flow"]),
        work=_work(told["work"]),
        hand_overs=tuple(HandOver(GroupId(one), GroupId(other), n, back) for one, other, n, back in told["hand_overs"]),
    )


def _work(told: Words) -> Work | None:
    if told["small"]:
        return None
    promises = tuple(Kept(CustomerGroupId(customer), *rest) for customer, *rest in told["promises"])
    return Work(told["finished"], told["reopened"], promises, Durations(**told["clock"]), Durations(**told["business"]))


class Listed(NamedTuple):
    """A row of such a list."""

    place: Place
    ticket: Ticket


def listed(engine: Engine, view: BoardView, behind: Behind, after: Place | None, rows: int) -> tuple[Listed, ...]:
    """Read a page of the list behind a number with its cases, through row security like every list."""
    places = cases(engine, view, behind, after, rows)
    found = {row.id: row for row in tickets.rows_of(engine, {TicketKey(TicketId(one.ticket_id)) for one in places})}
    return tuple(Listed(one, found[TicketId(one.ticket_id)]) for one in places if one.ticket_id in found)


def cases(engine: Engine, view: BoardView, behind: Behind, after: Place | None, rows: int) -> tuple[Place, ...]:
    """Read a page of the list behind a number, newest first. Raises Forbidden, BadInput."""
    customer_group = behind.customer_group_id if behind.customer_group_id is not None else view.customer_group_id
    place = (after.at, after.ticket_id, after.nr) if after is not None else (None, None, None)
    asked = (
        view.since, view.until, behind.figure.value, customer_group, view.group_id, view.kind and int(view.kind),
        behind.first, behind.second, behind.from_day, behind.to_day, rows, *place,
    )  # fmt: skip
    return tuple(Place(*row) for row in read_function(engine, "board_cases", asked))
