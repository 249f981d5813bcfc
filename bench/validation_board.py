"""The dashboard's figures of the incident log beside a count of the raw rows that shares no code with the product."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import psycopg

from bench.validation import BERLIN, TARGETS, Line, Row, at, kept, quantile, worked
from ticketdesk.domain.board import Board, BoardView, By
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.states import Kind
from ticketdesk.server import provision
from ticketdesk.server.local import read_state
from ticketdesk.server.provision import NewPerson
from ticketdesk.services.session import Address, sign_in

SINCE, UNTIL = date(2003, 1, 1), date(2013, 12, 31)
Cases = Mapping[str, list[Row]]


def figures(folder: Path, connection: psycopg.Connection[Any], cases: Cases) -> list[Line]:
    """Ask for the dashboard as a coordinator does, month by month over all years, and compare what it says."""
    made = provision.create_person(connection, NewPerson("bench-coordinator", "Klara Musterlotse", PersonClass.COORDINATOR))
    address = Address("127.0.0.1", read_state(folder).port, folder / "tls" / "ca.crt")
    session = sign_in(address, made.user_name, made.password, salt=provision.salt_of(connection))
    try:
        view = BoardView(SINCE, UNTIL, By.MONTH, kind=Kind.INCIDENT)
        while (board := session.board(view)).behind or board.counting or _uncounted(connection):
            time.sleep(1)
        board = session.board(view)
        names = {number: group.name for number, group in session.directory().groups.items()}
    finally:
        session.close()
    assert board.work is not None
    return [*_flow(board, cases), *_durations(board, cases), *_promises(board, cases), *_moves(board, cases, names)]


def _uncounted(connection: psycopg.Connection[Any]) -> bool:
    """Tell whether the worker has cases before it still."""
    question = "select exists (select from td.ticket as t where not exists (select from td.board_fact as f where f.ticket_id = t.id))"
    row = connection.execute(question).fetchone()
    return row is None or bool(row[0])


def completed(events: list[Row]) -> datetime | None:
    """Return when a case was completed for the last time, None when it is open in the end."""
    end = None
    for before, row in pairwise([{"Status": ""}, *events]):
        if row["Status"] == "Completed" and before["Status"] != "Completed":
            end = at(row)
    return end if events[-1]["Status"] == "Completed" else None


def _month(moment: datetime) -> str:
    return f"{moment.astimezone(BERLIN):%Y-%m}"


def _flow(board: Board, cases: Cases) -> list[Line]:
    came, went = Counter(_month(at(events[0])) for events in cases.values()), Counter[str]()
    again = open_now = 0
    for events in cases.values():
        end = completed(events)
        if end is None:
            open_now += 1
            continue
        went[_month(end)] += 1
        again += any(one["Status"] == "Completed" and other["Status"] != "Completed" for one, other in pairwise(events))
    told = {
        name: sorted((f"{one.since:%Y-%m}", getattr(one, field)) for one in board.flow if getattr(one, field))
        for name, field in (("came", "new"), ("went", "finished"))
    }
    assert board.work is not None
    return [
        ("Dashboard: new per month", told["came"], sorted(came.items())),
        ("Dashboard: finished per month", told["went"], sorted(went.items())),
        ("Dashboard: open", board.open, open_now),
        ("Dashboard: finished after having been opened again", board.work.reopened, again),
    ]


def _durations(board: Board, cases: Cases) -> list[Line]:
    clock, business = [], []
    for events in cases.values():
        end = completed(events)
        if end is None or events[-1]["Sub Status"] == "Cancelled":
            continue
        clock.append(int((end - at(events[0])).total_seconds()))
        spent = timedelta(0)
        for row, following in pairwise(events):
            if row["Status"] != "Completed" and not row["Sub Status"].startswith("Wait"):
                spent += worked(at(row), at(following))
        business.append(int(spent.total_seconds()))
    lines: list[Line] = [("Dashboard: solved", board.work.clock.n if board.work else 0, len(clock))]
    assert board.work is not None
    for word, told, values in (("to the answer by the clock", board.work.clock, clock), ("in working time", board.work.business, business)):
        for name, ours, share in (("median", told.median, 0.5), ("90 %", told.p90, 0.9), ("95 %", told.p95, 0.95)):
            lines.append((f"Dashboard: {word}, {name}, seconds", round(ours or 0.0, 3), round(quantile(values, share), 3)))
    return lines


def _promises(board: Board, cases: Cases) -> list[Line]:
    assert board.work is not None
    impacts = ((events, events[-1]["SR Latest Impact"]) for events in cases.values())
    mine = [kept(events, timedelta(hours=TARGETS[impact])) for events, impact in impacts if impact in TARGETS]
    return [
        ("Dashboard: commitments kept", sum(one.kept for one in board.work.promises), mine.count(True)),
        ("Dashboard: commitments missed", sum(one.missed for one in board.work.promises), mine.count(False)),
    ]


def _moves(board: Board, cases: Cases, names: Mapping[Any, str]) -> list[Line]:
    pairs, back = Counter[tuple[str, str]](), 0
    for events in cases.values():
        had = {events[0]["Involved ST"]}
        for one, other in pairwise(events):
            if one["Involved ST"] != other["Involved ST"]:
                pairs[one["Involved ST"], other["Involved ST"]] += 1
                back += other["Involved ST"] in had
                had.add(other["Involved ST"])
    told = {(names[one.from_id], names[one.to_id]): one.n for one in board.hand_overs}
    return [
        ("Dashboard: hand-overs between groups", sum(told.values()), sum(pairs.values())),
        ("Dashboard: pairs of groups, each as often", sorted(told.items()) == sorted(pairs.items()) and len(told), len(pairs)),
        ("Dashboard: hand-overs back to a group that had had the case", sum(one.back for one in board.hand_overs), back),
    ]


