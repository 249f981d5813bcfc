"""Writing: create, note, answers, change; each through its function, beside bare inserts and updates of the same rows in one commit."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import psycopg

from bench.measure import Figure, compared
from bench.office import Login, Office
from ticketdesk.domain.commands import Command
from ticketdesk.domain.commands.entry import AddNote, SendAnswer, SendInterimAnswer
from ticketdesk.domain.commands.handling import ReportBack
from ticketdesk.domain.commands.ticket import ChangeTicket, RecordTicket
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.states import Kind, Priority
from ticketdesk.services.session import Session

TEXT = ("Seit Montag geht im Lager zwei der Scanner nicht mehr; ein Neustart hat nichts geändert. " * 4)[:300]
REPLY = TEXT[:215]
_CASE = (
    "insert into floor.ticket (kind, subject, state, priority, customer_group_id, requester_id, requester_name, requester_phone,"
    " requester_email, requester_company, requester_department, recorded_by, head)"
    " values (1, %s, 1, 2, 1, %s, 'Klara Musterlotse', '', '', 'Musterhaus', '', %s, '\\x00') returning id"
)
_ENTRY = "insert into floor.entry (ticket_id, seq, at, what, audience, actor_id, kind, body) values (%s, %s, now(), %s, %s, %s, %s, %s)"
_STEP = "updated_at = now(), version = version + 1, seq = seq + 1 where id = %s returning seq"
_TOUCH = f"update floor.ticket set {_STEP}"
_ANSWER = f"update floor.ticket set state = 8, answered_at = now(), {_STEP}"
_CHANGE = f"update floor.ticket set priority = %s, {_STEP}"


class Floor:
    """The bare way: the ticket's row and the entry's row, one transaction, one commit, waited for on the disk."""

    def __init__(self, login: Login) -> None:
        self.bare: psycopg.Connection[Any] = login.bare()
        self.me = int(login.person_id)

    def create(self) -> None:
        """Insert a case and its text."""
        with self.bare.transaction():
            row = self.bare.execute(_CASE.encode(), ["Scanner im Lager zwei", self.me, self.me]).fetchone()
            assert row is not None
            self.bare.execute(_ENTRY.encode(), [row[0], 1, "recorded", 1, self.me, 1, TEXT])

    def write(self, change: str, values: list[object], kind: int) -> None:
        """Update a case and insert a text."""
        with self.bare.transaction():
            row = self.bare.execute(change.encode(), values).fetchone()
            assert row is not None
            self.bare.execute(_ENTRY.encode(), [values[-1], row[0], "noted", 0, self.me, kind, REPLY])


def figures(office: Office, *, runs: int = 200) -> Iterator[Figure]:
    """Measure every kind of write."""
    coordinator, handler = office.coordinator.session(), office.handler.session()
    floor, other = Floor(office.coordinator), Floor(office.handler)

    def figure(what: str, bare: Callable[[], object], ours: Callable[[], object]) -> Figure:
        return compared(what, bare, ours, tickets=office.tickets, goal=2.5, runs=runs)

    new = RecordTicket(Kind.INCIDENT, "Scanner im Lager zwei", TEXT)
    yield figure("create a ticket, coordinator", floor.create, lambda: coordinator.run(new))
    noted = _cases(office, "state = 2", runs)
    bare = _next(noted, lambda one: floor.write(_TOUCH, [one], 2))
    yield figure("reply: internal note, coordinator", bare, _run(coordinator, noted, _note))
    in_groups = "state = 5 and not hidden and group_id = any (select group_id from td.group_member where person_id = %s)"
    mine = _cases(office, in_groups, runs, office.handler)
    yield figure("reply: internal note, handler", _next(mine, lambda one: other.write(_TOUCH, [one], 2)), _run(handler, mine, _note))
    bare = _next(noted, lambda one: floor.write(_TOUCH, [one], 4))
    ours = _versioned(office, coordinator, noted, lambda one, version: SendInterimAnswer(one, version, REPLY))
    yield figure("reply: interim answer to the requester", bare, ours)
    reported = _cases(office, "state = 7", runs)
    bare = _next(reported, lambda one: floor.write(_ANSWER, [one], 5))
    ours = _versioned(office, coordinator, reported, lambda one, version: SendAnswer(one, version, REPLY, "Neues Netzteil eingebaut"))
    yield figure("reply: answer with solution", bare, ours)
    given = _given(office, runs)
    bare = _next(given, lambda one: other.write(_TOUCH, [one], 3))
    ours = _versioned(office, handler, given, lambda one, version: ReportBack(one, version, REPLY))
    yield figure("reply: handler to coordination", bare, ours)
    priorities = itertools.cycle((1, 2, 3, 4))
    changed = _cases(office, "state = 3", runs)
    bare = _next(changed, lambda one: floor.write(_CHANGE, [next(priorities), one], 8))
    yield figure("change with rights, log, event", bare, _versioned(office, coordinator, changed, _other_priority(office, changed)))
    for session in (coordinator, handler):
        session.close()
    for one in (floor, other):
        one.bare.close()


def _note(number: int) -> Command:
    return AddNote(TicketId(number), REPLY)


def _cases(office: Office, condition: str, runs: int, login: Login | None = None) -> list[int]:
    question = f"select id from td.ticket where {condition} order by md5(id::text) limit {runs + 50}"
    with office.superuser() as connection:
        rows = connection.execute(question.encode(), [int(login.person_id)] if login else None).fetchall()
    return [row[0] for row in rows]


def _given(office: Office, runs: int) -> list[int]:
    """Put enough cases into the handler's own hands: each can be reported back but once."""
    with office.superuser() as connection:
        connection.execute("set session_replication_role = replica")
        me = int(office.handler.person_id)
        rows = connection.execute("select id from td.ticket where state = 5 order by md5(id::text) limit %s", [runs + 50]).fetchall()
        ids = [row[0] for row in rows]
        for table in ("td.ticket", "floor.ticket"):
            give = f"update {table} set handler_id = %s, participants = participants || %s where id = any (%s)"
            connection.execute(give.encode(), [me, me, ids])
            connection.execute(f"vacuum (analyze) {table}".encode())
    return ids


def _next(ids: list[int], act: Callable[[int], object]) -> Callable[[], object]:
    numbers = itertools.cycle(ids)
    return lambda: act(next(numbers))


def _run(session: Session, ids: list[int], command: Callable[[int], Command]) -> Callable[[], object]:
    numbers = itertools.cycle(ids)
    return lambda: session.run(command(next(numbers)))


def _versions(office: Office, ids: list[int]) -> dict[int, int]:
    with office.superuser() as connection:
        return dict(connection.execute("select id, version from td.ticket where id = any (%s)", [ids]).fetchall())


def _versioned(office: Office, session: Session, ids: list[int], command: Callable[[TicketId, int], Command]) -> Callable[[], object]:
    """Return an act that knows each case's present version, as a client's store does."""
    versions = _versions(office, ids)
    numbers = itertools.cycle(ids)

    def act() -> None:
        number = next(numbers)
        versions[number] = session.run(command(TicketId(number), versions[number])).version

    return act


def _other_priority(office: Office, ids: list[int]) -> Callable[[TicketId, int], Command]:
    with office.superuser() as connection:
        priorities = dict(connection.execute("select id, priority from td.ticket where id = any (%s)", [ids]).fetchall())

    def command(number: TicketId, version: int) -> Command:
        priorities[number] = priorities[number] % 4 + 1
        return ChangeTicket(number, version, priority=Priority(priorities[number]))

    return command
