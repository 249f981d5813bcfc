"""Reading: newest open cases into the model, page 500, one case with its timeline."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import psycopg

from bench.measure import Figure, compared, side_by_side
from bench.office import Login, Office
from bench.screen import Client, application, filled
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.domain.query import After, Listing, View
from ticketdesk.services.session import Session
from ticketdesk.services.tickets import DESK_COLUMNS

COLUMNS = ", ".join(column.name for column in DESK_COLUMNS)
"""What the client reads of a case."""
NEWEST = f"select {COLUMNS} from td.ticket where is_open order by updated_at desc, id desc limit 101"
ONE = f"select {COLUMNS} from floor.ticket where id = %s"
TEXTS = "select seq, at, what, audience, actor_id, kind, channel, body, detail, data from floor.entry where ticket_id = %s order by seq"


def figures(office: Office, *, runs: int = 100) -> Iterator[Figure]:
    """Measure everything that is read, for one who coordinates and for one who sees two groups."""
    application()
    for word, login in (("coordinator", office.coordinator), ("handler", office.handler)):
        yield _newest(office, word, login, runs)
    yield _deep_page(office, runs)
    for word, login in (("coordinator", office.coordinator), ("handler", office.handler)):
        yield _open_ticket(office, word, login, runs)


def _newest(office: Office, word: str, login: Login, runs: int) -> Figure:
    client = Client(login.session())
    with login.bare() as bare:
        listing = Listing(View.ALL_OPEN)
        expected = [row[0] for row in bare.execute(NEWEST.encode()).fetchall()[:100]]
        if expected != [int(row.id) for row in client.session.page(listing).rows]:
            raise RuntimeError("floor and client read different rows")
        figure = compared(
            f"newest 100 open tickets in the model, {word}",
            lambda: bare.execute(NEWEST.encode()).fetchall(),
            filled(client, listing),
            tickets=office.tickets, goal=3.0, runs=runs,
        )  # fmt: skip
    client.close()
    return figure


def _deep_page(office: Office, runs: int) -> Figure:
    """Page 500 of the finished cases beside page 1, both with as many rows as make 500 pages possible."""
    size = min(100, office.tickets // 1000)
    session = office.coordinator.session()
    listing = Listing(View.CLOSED, limit=size)
    with office.superuser() as connection:
        question = "select updated_at, id from td.ticket where state in (9, 10, 11) order by updated_at desc, id desc offset %s limit 1"
        row = connection.execute(question, [499 * size - 1]).fetchone()
    assert row is not None
    after = After(row[0], TicketId(row[1]))
    if len(session.page(listing, after).rows) != size:
        raise RuntimeError("page 500 is not full")
    first, deep = side_by_side([lambda: session.page(listing), lambda: session.page(listing, after)], runs=runs)
    session.close()
    remark, quiet = f"floor is page 1; {size} rows a page", deep.p10 / first.p10
    return Figure(
        "page 500 against page 1", office.tickets, deep.median, 1.5, floor=first.median, p95=deep.p95, remark=remark, quiet=quiet
    )


def _open_ticket(office: Office, word: str, login: Login, runs: int) -> Figure:
    session = login.session()
    with login.bare() as bare:
        ids = [row[0] for row in bare.execute("select id from floor.ticket order by md5(id::text) limit 200").fetchall()]
        floor = _each(ids, lambda number: _floor_ticket(bare, number))
        ours = _each(ids, lambda number: _ours_ticket(session, number))
        figure = compared(f"open a ticket with its timeline, {word}", floor, ours, tickets=office.tickets, goal=3.0, runs=runs)
    session.close()
    return figure


def _each(ids: list[int], act: Callable[[int], object]) -> Callable[[], object]:
    numbers = itertools.cycle(ids)
    return lambda: act(next(numbers))


def _floor_ticket(bare: psycopg.Connection[Any], number: int) -> None:
    row = bare.execute(ONE.encode(), [number]).fetchall()
    texts = bare.execute(TEXTS.encode(), [number]).fetchall()
    if len(row) != 1 or len(texts) < 5:
        raise RuntimeError("the floor found no such ticket")


def _ours_ticket(session: Session, number: int) -> None:
    key = TicketKey(TicketId(number))
    session.get(key)
    if len(session.timeline(key)) < 5:
        raise RuntimeError("a timeline without its steps")
