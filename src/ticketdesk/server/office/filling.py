"""Writes the made-up office into a fresh database: people with log-ins, groups, categories, history, and the last minutes' cases."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import uuid4

import psycopg
from psycopg import sql as compose

from ticketdesk.domain.states import State
from ticketdesk.server import provision
from ticketdesk.server.office import promises, templates
from ticketdesk.server.office.calendar import history
from ticketdesk.server.office.people import CAST, CATEGORIES, CUSTOMERS, GROUPS, OFFICE, OPEN_TO, SPECIAL, R, Someone
from ticketdesk.server.office.story import COORDINATORS, Ids, Plan, script
from ticketdesk.server.provision import Credentials, NewPerson

Connection = psycopg.Connection[Any]
Progress = Callable[[int, int], None]
"""Told how many cases are written, and how many there will be."""

BATCH = 200


def silent(_done: int, _of: int) -> None:
    """Tell nobody."""


def fill(
    connect: Callable[[], Connection],
    *,
    seed: int = 1,
    cases: int = 2000,
    now: datetime | None = None,
    fresh: bool = True,
    progress: Progress = silent,
) -> dict[str, Credentials]:
    """Fill a fresh office and return everybody's credentials by user name; the five of SPECIAL by what they are instead.

    ``connect`` gives an autocommit connection of the superuser to the main database. ``cases`` 0 makes people only. History ends before
    ``now``; ``fresh`` adds a handful of cases from this very minute, made through people's own functions, with the notices that belong
    to them.
    """
    moment = (now or datetime.now(UTC)).astimezone(UTC)
    with connect() as connection:
        made = _people(connection)
        ids = _ids(connection, made)
        promises.promise(connection, moment)
        scripts = history(seed, cases, now=moment, ids=ids) if cases else []
        with connection.transaction(), _indexed_afterwards(connection):
            for done in range(0, len(scripts), BATCH):
                batch = scripts[done : done + BATCH]
                connection.execute("select td.do_seed_history(%s::jsonb)", [json.dumps(batch)])
                progress(done + len(batch), len(scripts))
            # Before anybody sees them: the worker would begin to tell of them, and wait for us as we for it.
            promises.hush(connection)
        # After the history, which nobody may write into an office where somebody works already.
        _templates(connection, made, ids)
        if fresh and cases:
            _fresh(connection, made, ids, seed=seed)
        # The first lists are drawn before the server's own housekeeping has counted anything.
        connection.execute("analyze")
    by_role = {key: role for role, key in SPECIAL.items()}
    return {by_role.get(key, key): credentials for key, credentials in made.items()}


@contextmanager
def _indexed_afterwards(connection: Connection) -> Iterator[None]:
    """Make the indexes of cases anew at the end: eight steps a case would otherwise be written into each of a dozen of them."""
    found = connection.execute(
        "select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index as i"
        " where i.indrelid = 'td.ticket'::regclass and not i.indisunique"
    ).fetchall()
    for name, _ in found:
        connection.execute(f"drop index {name}".encode())
    yield
    for _, definition in found:
        connection.execute(definition.encode())


def _people(connection: Connection) -> dict[str, Credentials]:
    with connection.transaction():
        connection.execute("update td.office set name = %s where name = ''", [OFFICE])
        customers = {
            name: _one(
                connection,
                "insert into td.customer_group (name, hidden_by_default) values (%s, %s)"
                " on conflict (name) do update set hidden_by_default = excluded.hidden_by_default returning id",
                name, hidden,
            )
            for name, hidden in CUSTOMERS.items()
        }  # fmt: skip
        groups = {
            name: _one(
                connection,
                "insert into td.work_group (name, directly_addressable) values (%s, %s)"
                " on conflict (name) do update set directly_addressable = excluded.directly_addressable returning id",
                name, addressable,
            )
            for name, addressable in GROUPS.items()
        }  # fmt: skip
        made = {one.key: _person(connection, one, number, customers=customers, groups=groups) for number, one in enumerate(CAST)}
        for group, openings in OPEN_TO.items():
            for customer in openings:
                connection.execute(
                    "insert into td.addressable_by (customer_group_id, group_id) values (%s, %s) on conflict do nothing",
                    [customers[customer], groups[group]],
                )
        # Not by the verbs: history may only be written where nobody has wished anything yet.
        parents: dict[str, int] = {}
        for one in CATEGORIES:
            parents[one.key] = _one(
                connection,
                "insert into td.category (parent_id, name_de, name_en, hidden_by_default) values (%s, %s, %s, %s) returning id",
                parents.get(one.parent), one.german, one.english, one.hidden or None,
            )  # fmt: skip
    return made


def _person(connection: Connection, one: Someone, number: int, *, customers: dict[str, int], groups: dict[str, int]) -> Credentials:
    house = one.customer.split()[0].lower()
    person = NewPerson(
        one.key, one.name, one.person_class, language=one.language, phone=f"+49 30 000000-{number + 11}",
        email=f"{one.key}@{house}.example", company=one.customer, department=one.department,
    )  # fmt: skip
    made = provision.create_person(connection, person)
    connection.execute(
        "update td.person set customer_group_id = %s, directly_addressable = %s where id = %s",
        [customers[one.customer], one.addressable, made.person_id],
    )
    for group in one.groups:
        connection.execute("insert into td.group_member (group_id, person_id) values (%s, %s)", [groups[group], made.person_id])
    return made


def _ids(connection: Connection, made: dict[str, Credentials]) -> Ids:
    groups: dict[str, int] = dict(connection.execute("select name, id from td.work_group").fetchall())
    rows = {(german, english): number for german, english, number in connection.execute("select name_de, name_en, id from td.category")}
    categories = {one.key: rows[one.german, one.english] for one in CATEGORIES}
    return Ids({key: int(credentials.person_id) for key, credentials in made.items()}, groups, categories)


def _templates(connection: Connection, made: dict[str, Credentials], ids: Ids) -> None:
    """Let the people keep their templates, by the same function as everybody; an office that has some keeps them."""
    if _one(connection, "select count(*) from td.template"):
        return
    desk, people = _Desk(connection, made), {one.key: one for one in CAST}
    for key, arguments in templates.wishes(ids.groups, ids.categories):
        desk.act(people[key], "save_template", **arguments)


def _one(connection: Connection, statement: str, *values: object) -> int:
    row = connection.execute(statement.encode(), values).fetchone()
    assert row is not None
    return int(row[0])


class _Desk:
    """Acts as people of the office, with their own rights, on the superuser's connection."""

    def __init__(self, connection: Connection, made: dict[str, Credentials]) -> None:
        self._connection, self._made = connection, made

    def act(self, who: Someone, verb: str, **arguments: object) -> tuple[int, int]:
        """Call a function as a person; returns the case and its version."""
        names = compose.SQL(", ").join(compose.SQL("{} => {}").format(compose.Identifier(n), compose.Placeholder(n)) for n in arguments)
        call = compose.SQL("select o.ticket_id, o.version from api.{}(request_id => {}, {}) as o").format(
            compose.Identifier(verb), compose.Placeholder("request_id"), names
        )
        self._connection.execute(compose.SQL("set session authorization {}").format(compose.Identifier(self._made[who.key].login)))
        try:
            row = self._connection.execute(call, {"request_id": uuid4(), **arguments}).fetchone()
        finally:
            self._connection.execute("reset session authorization")
        assert row is not None
        return int(row[0]), int(row[1])


def _fresh(connection: Connection, made: dict[str, Credentials], ids: Ids, *, seed: int) -> None:
    """Cases of this minute: new ones, one for a group, one for the demonstration's handler, one just reported back."""
    desk, plans = _Desk(connection, made), _fresh_plans(seed)
    kora = COORDINATORS[0]
    people = {one.key: one for one in CAST}
    tarik = people["tarik"]
    for plan in (next(plans), next(plans)):
        _record(desk, plan, ids)
    to_group, to_nils, reported = (_accepted(desk, next(plans), ids, by=kora) for _ in range(3))
    order = "Bitte prüfen und Rückmeldung geben, was nötig ist."
    whom = {"handler_id": None, "group_id": ids.groups["IT-Service"], "order_text": ""}
    desk.act(kora, "assign_ticket", ticket_id=to_group[0], version=to_group[1], **whom)
    whom = {"handler_id": ids.persons["nils"], "group_id": None, "order_text": order}
    desk.act(kora, "assign_ticket", ticket_id=to_nils[0], version=to_nils[1], **whom)
    whom = {"handler_id": ids.persons["tarik"], "group_id": None, "order_text": order}
    case, version = desk.act(kora, "assign_ticket", ticket_id=reported[0], version=reported[1], **whom)
    case, version = desk.act(tarik, "take_over", ticket_id=case, version=version)
    desk.act(tarik, "report_back", ticket_id=case, version=version, body="Ursache gefunden, lässt sich heute noch beheben.")


def _fresh_plans(seed: int) -> Iterator[Plan]:
    """Reports that people make themselves, about what the demonstration's handler can clarify; the first is his requester's."""
    number, wanted = 0, SPECIAL["requester"]
    while True:
        plan = Plan(Random(f"{seed}/fresh/{number}"), aim=State.NEW)
        number += 1
        if plan.by_phone or plan.requester.person_class is not R or plan.topic.group != "IT-Service":
            continue
        if not wanted or plan.requester.key == wanted:
            wanted = ""
            yield plan


def _record(desk: _Desk, plan: Plan, ids: Ids) -> tuple[int, int]:
    now = datetime.now(UTC)
    held = script(plan, now, ids)
    wished = held.get("wished_at")
    if wished is not None and datetime.fromisoformat(wished) <= now:
        wished = None  # in the evening, the end of today's office hours is over
    rest = ("requester_name", "requester_phone", "requester_email", "requester_company", "requester_department")
    return desk.act(
        plan.requester, "record_ticket", kind=held["kind"], subject=held["subject"], description=held["body"], priority=held["priority"],
        category_id=held["category_id"], wished_at=wished, document_ref=held.get("document_ref", ""), requester_id=None,
        **dict.fromkeys(rest, ""), channel=0, occurred_at=held.get("happened_at"), hidden=None, handler_id=None, group_id=None,
    )  # fmt: skip


def _accepted(desk: _Desk, plan: Plan, ids: Ids, *, by: Someone) -> tuple[int, int]:
    case, version = _record(desk, plan, ids)
    # The requester learns of his own face's version; the desk's is the same as long as only he has written.
    return desk.act(by, "accept_ticket", ticket_id=case, version=version)
