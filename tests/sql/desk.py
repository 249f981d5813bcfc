"""Persons of the cast at work in one database: each through a log-in of his own, by commands; and what lies behind the rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, datetime
from enum import IntEnum
from types import TracebackType
from typing import Any, NamedTuple, Self
from uuid import UUID, uuid4

import psycopg
from psycopg.types.json import Jsonb

from tests.support.cluster import OfficeDb
from ticketdesk.domain.commands import Command, Outcome, RecordTicket
from ticketdesk.domain.ids import GroupId, PersonId, TicketId
from ticketdesk.domain.people import Me
from ticketdesk.domain.states import Kind, Reason, State, Way
from ticketdesk.domain.ticket import Ticket

Row = dict[str, Any]


class Refusal(NamedTuple):
    """What the database said no with."""

    code: str
    detail: dict[str, Any]


def statement(command: type[Command]) -> str:
    """Return the call of a command's function, written as a person with psql would."""
    places = ", ".join(f"{name} => %s" for name in ("request_id", *command.argument_names()))
    return f"select o.ticket_id, o.seq, o.version, o.detail from api.{command.verb()}({places}) as o"


def values(command: Command) -> list[object]:
    """Return a command's values as the driver takes them."""
    found: list[object] = []
    for field in fields(command):
        value = getattr(command, field.name)
        if field.name in command.JSON:
            found.append(Jsonb(value))
            continue
        found.append(int(value) if isinstance(value, IntEnum) else list(value) if isinstance(value, tuple) else value)
    return found


class Desk:
    """The office with everybody's connection open; closes them all at the end."""

    def __init__(self, office: OfficeDb) -> None:
        self.office = office
        self._held: dict[str, psycopg.Connection[Any]] = {}
        self.behind = office.superuser()
        self._asked = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for connection in (*self._held.values(), self.behind):
            connection.close()

    def at(self, key: str) -> psycopg.Connection[Any]:
        """Return a person's own connection; opened at the first use."""
        if key not in self._held:
            self._held[key] = self.office.connect(key)
        return self._held[key]

    def id(self, key: str) -> PersonId:
        """Return a person's id."""
        return self.office.people[key].id

    def group(self, name: str) -> GroupId:
        """Return a group's id."""
        return GroupId(self.office.groups[name])

    def me(self, key: str) -> Me:
        """Return a person as the rules see him."""
        person = self.office.people[key]
        groups = self.behind.execute("select group_id from td.group_member where person_id = %s", [person.id]).fetchall()
        return Me(person.id, person.name, person.person_class, "de", tuple(GroupId(row[0]) for row in groups))

    def do(self, key: str, command: Command, request_id: UUID | None = None) -> Outcome:
        """Carry a command out as a person; psycopg's error passes."""
        row = self.at(key).execute(statement(type(command)).encode(), [request_id or uuid4(), *values(command)]).fetchone()
        assert row is not None
        return Outcome(TicketId(row[0]), row[1], row[2], row[3] or {})

    def refused(self, key: str, command: Command, request_id: UUID | None = None) -> Refusal:
        """Carry a command out that must be refused, and return how; afterwards nothing may have changed."""
        before = self.traces()
        try:
            outcome = self.do(key, command, request_id)
        except psycopg.Error as error:
            assert self.traces() == before, "a refusal left something behind"
            text = error.diag.message_detail or "{}"
            detail = json.loads(text) if text.startswith("{") else {}
            # What is possible instead is compared with the rules for every state and everybody in test_walk.
            possible = detail.pop("possible", None)
            assert (error.sqlstate == "TD411") == (possible is not None)
            return Refusal(error.sqlstate or "", detail)
        raise AssertionError(f"{key} was allowed {command}: {outcome}")

    def refused_code(self, key: str, command: Command) -> str:
        """Return only the code of a refusal."""
        return self.refused(key, command).code

    def traces(self) -> tuple[Any, ...]:
        """Return what any write would change: numbers of rows, versions and the requests."""
        row = self.behind.execute(
            "select (select count(*) from td.log), (select count(*) from td.entry), (select count(*) from td.entry_public),"
            " (select count(*) from td.event), (select count(*) from td.notice), (select count(*) from td.request),"
            " (select coalesce(sum(version), 0) from td.ticket), (select coalesce(sum(version), 0) from td.ticket_public),"
            " (select count(*) from td.notice where seen_at is not null),"
            " (select count(*) + sum(version) from td.category), (select count(*) + sum(version) from td.work_group),"
            " (select count(*) + sum(version) from td.customer_group), (select sum(version) from td.person_detail),"
            " (select sum(version) from td.office), (select count(*) from td.group_member), (select count(*) from td.addressable_by),"
            " (select version from td.evaluation), (select count(*) from td.evaluation_log),"
            " (select count(*) from td.link), (select count(undone_at) from td.link), (select count(*) from td.attachment)"
        ).fetchone()
        assert row is not None
        return tuple(row)

    def rows(self, question: str, *values_: object) -> list[Row]:
        """Ask behind the scenes; rows as dictionaries."""
        cursor = self.behind.execute(question.encode(), list(values_))
        assert cursor.description is not None
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def row(self, question: str, *values_: object) -> Row:
        """Ask behind the scenes for exactly one row."""
        (row,) = self.rows(question, *values_)
        return row

    def ticket_row(self, ticket_id: TicketId) -> Row:
        """Return the desk's face behind the scenes."""
        return self.row("select * from td.ticket where id = %s", ticket_id)

    def public_row(self, ticket_id: TicketId) -> Row:
        """Return the requester's face behind the scenes."""
        return self.row("select * from td.ticket_public where ticket_id = %s", ticket_id)

    def version(self, ticket_id: TicketId) -> int:
        """Return the desk's present version."""
        return int(self.ticket_row(ticket_id)["version"])

    def public_version(self, ticket_id: TicketId) -> int:
        """Return the requester's present version."""
        found = self.rows("select version from td.ticket_public where ticket_id = %s", ticket_id)
        # A part has no such face: there everybody goes by the one version.
        return int(found[0]["version"]) if found else self.version(ticket_id)

    def last_step(self, ticket_id: TicketId) -> Row:
        """Return the newest row of a case's log."""
        return self.row("select * from td.log where ticket_id = %s order by seq desc limit 1", ticket_id)

    def last_entry(self, ticket_id: TicketId) -> Row | None:
        """Return the text of the newest step, if it has one."""
        found = self.rows(
            "select e.* from td.entry as e join td.ticket as t on t.id = e.ticket_id and t.seq = e.seq where t.id = %s", ticket_id
        )
        return found[0] if found else None

    def shown(self, ticket_id: TicketId) -> list[Row]:
        """Return the requester's steps behind the scenes."""
        return self.rows("select * from td.entry_public where ticket_id = %s order by ordinal", ticket_id)

    def notices(self, ticket_id: TicketId, kind: int) -> set[tuple[str, bool]]:
        """Return who was told with a kind of notice, and whether as the requester."""
        keys = {person.id: key for key, person in self.office.people.items()}
        found = self.rows("select person_id, own from td.notice where ticket_id = %s and kind = %s", ticket_id, kind)
        return {(keys[row["person_id"]], row["own"]) for row in found}

    def releasable(self, ticket_id: TicketId) -> int:
        """Return the number of an internal entry that was not released, 1 (the report) where there is none."""
        found = self.rows(
            "select e.seq from td.entry as e where e.ticket_id = %s and e.audience = 0 and e.kind <> 2 and e.body <> ''"
            " and not td.is_released(e.ticket_id, e.seq) order by 1",
            ticket_id,
        )
        return int(found[0]["seq"]) if found else 1

    def faults(self, ticket_id: TicketId | None = None) -> list[tuple[Any, ...]]:
        """Return what the auditor's proof finds."""
        return self.at("auditor").execute("select * from api.verify_chain(%s)", [ticket_id]).fetchall()

    def record(self, key: str = "requester", **changes: Any) -> TicketId:
        """Record an ordinary report."""
        words: dict[str, Any] = {"kind": Kind.INCIDENT, "subject": "Drucker druckt nicht", "description": "Er zeigt nur ein Lämpchen."}
        return self.do(key, RecordTicket(**(words | changes))).ticket_id

    def force(self, ticket_id: TicketId, **columns: Any) -> Ticket:
        """Put a case into any state past every rule; returns it as the rules see it. A waiting case came from somewhere."""
        if "state" in columns and "came_from" not in columns:
            columns["came_from"] = State.IN_PROGRESS if columns["state"] is State.WAITING else None
        if columns:
            places = ", ".join(f"{name} = %s" for name in columns)
            plain = [int(value) if isinstance(value, IntEnum) else value for value in columns.values()]
            with self.behind.transaction():
                self.behind.execute("set local session_replication_role = replica")
                self.behind.execute(f"update td.ticket set {places} where id = %s".encode(), [*plain, ticket_id])
                self.behind.execute(
                    "update td.ticket_public as p set state = td.public_state(t) from td.ticket as t"
                    " where t.id = p.ticket_id and t.id = %s",
                    [ticket_id],
                )
                self.behind.execute(COUNT_PARTS + b" where t.id = (select p.parent_id from td.ticket as p where p.id = %s)", [ticket_id])
        return self.seen(ticket_id)

    def seen(self, ticket_id: TicketId) -> Ticket:
        """Return the desk's face as the rules see it."""
        return ticket_of(self.ticket_row(ticket_id))

    @contextmanager
    def undone(self, key: str, *, refused: bool = False) -> Iterator[psycopg.Connection[Any]]:
        """Run a block in a person's own transaction that is rolled back.

        ``refused``: one statement that ought to be refused. A refusal leaves nothing behind by itself, in one way over the wire instead of
        three; where it is none, the test that asked has failed.
        """
        connection = self.at(key)
        if refused:
            yield connection
            return
        connection.execute("begin")
        try:
            yield connection
        finally:
            connection.execute("rollback")


COUNT_PARTS = b"""update td.ticket as t set
    parts_open = (select count(*) from td.ticket as p where p.parent_id = t.id and p.state in (4, 5, 6)),
    parts_blocking = (select count(*) from td.ticket as p where p.parent_id = t.id and p.state in (4, 5, 6) and p.blocking),
    parts_back = (select count(*) from td.ticket as p where p.parent_id = t.id and p.state in (7, 9))"""


def ticket_of(row: Row) -> Ticket:
    """Return a row of td.ticket as the domain's ticket."""
    return Ticket(
        id=row["id"], own=False, kind=Kind(row["kind"]), subject=row["subject"], state=State(row["state"]), priority=row["priority"],
        recorded_at=row["recorded_at"], updated_at=row["updated_at"], version=row["version"], seq=row["seq"],
        requester_id=row["requester_id"], way=Way(row["way"]), hidden=row["hidden"], coordinator_id=row["coordinator_id"],
        group_id=row["group_id"], handler_id=row["handler_id"], participants=tuple(row["participants"]),
        waiting_reason=Reason(row["waiting_reason"]) if row["waiting_reason"] else None, late_message_at=row["late_message_at"],
        came_from=State(row["came_from"]) if row["came_from"] else None,
        parent_id=row["parent_id"], root_id=row["root_id"], depth=row["depth"], mark=row["mark"], commissioned_by=row["commissioned_by"],
        blocking=row["blocking"], contact_label=row["contact_label"], parts_total=row["parts_total"], parts_open=row["parts_open"],
        parts_back=row["parts_back"], parts_blocking=row["parts_blocking"], kept_from=row["kept_from"],
    )  # fmt: skip


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
