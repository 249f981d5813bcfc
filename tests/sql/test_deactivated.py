"""Who was deactivated: nothing to read and nothing to do, at the next statement of a session that still runs, whatever his class was."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest

from tests.sql.desk import Desk, statement, values
from ticketdesk.domain.commands import AddMessage, RecordTicket
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.reads import READS
from ticketdesk.domain.states import Kind
from ticketdesk.server import provision

STAY = {"transition", "schema_info"}
"""The same for everybody, and about nobody."""
AUDITORS = {"ticket", "event", "log", "access"}
"""The auditor's policies are constant, so that indexes stay usable; losing his class ends his reading."""


@pytest.fixture
def leaver(desk: Desk, request: pytest.FixtureRequest) -> Iterator[tuple[str, PersonClass, psycopg.Connection[object]]]:
    """A person of a class with an own report, an addressed notice and an open session."""
    kind = PersonClass(request.param)
    person = provision.NewPerson(f"geht-{uuid4()}", "Wilma Weggang", kind)
    made = provision.create_person(desk.behind, person)
    desk.behind.execute("insert into td.group_member (group_id, person_id) values (%s, %s)", [desk.group("Technik"), made.person_id])
    words = desk.office.conninfo("handler") | {"user": made.login, "password": made.password}
    connection = psycopg.connect(**words, autocommit=True, prepare_threshold=None)
    report = RecordTicket(Kind.REQUEST, "Stuhl", "Quietscht")
    connection.execute(statement(RecordTicket).encode(), [uuid4(), *values(report)])
    yield person.user_name, kind, connection
    connection.close()
    # Log-ins belong to the whole cluster: nothing of this one may stay for the other databases.
    provision.deactivate_person(desk.behind, person.user_name)


CLASSES = [kind for kind in PersonClass if kind is not PersonClass.CONTACT]


def readable(connection: psycopg.Connection[object], kind: PersonClass) -> dict[str, int]:
    found = {}
    for name, what in READS.items():
        if kind in what.rows:
            columns = ", ".join(f'"{column}"' for column in what.columns)
            found[name] = len(connection.execute(f"select {columns} from td.{name}".encode()).fetchall())
    return found


@pytest.mark.parametrize("leaver", CLASSES, indirect=True)
def test_next_statement_is_empty(desk: Desk, leaver: tuple[str, PersonClass, psycopg.Connection[object]]) -> None:
    desk.record()
    _, kind, connection = leaver
    before = readable(connection, kind)
    assert before["ticket_public"] == 1 and before["category"] > 0
    desk.behind.execute("update td.person set active = false where login = %s", [connection.info.user])
    after = {relation for relation, rows in readable(connection, kind).items() if rows}
    assert after <= STAY | (AUDITORS if kind is PersonClass.AUDITOR else set())
    for call in ("select * from api.addressees()", "select * from api.own_timeline(1, 0)"):
        with pytest.raises(psycopg.Error) as caught:
            connection.execute(call.encode())
        assert caught.value.sqlstate == "TD401"
    with pytest.raises(psycopg.Error) as caught:
        message = AddMessage(desk.record(), "noch etwas")
        connection.execute(statement(AddMessage).encode(), [uuid4(), *values(message)])
    assert caught.value.sqlstate == "TD401"
    row = connection.execute("select api.hello() -> 'person'").fetchone()
    assert row in ((None,), ("null",))


@pytest.mark.parametrize("leaver", CLASSES, indirect=True)
def test_deprovisioning_ends_the_session_and_the_log_in(desk: Desk, leaver: tuple[str, PersonClass, psycopg.Connection[object]]) -> None:
    name, _, connection = leaver
    provision.deactivate_person(desk.behind, name)
    with pytest.raises(psycopg.OperationalError):
        connection.execute("select 1")
    assert desk.row("select count(*) as n from pg_stat_activity where usename = %s", connection.info.user) == {"n": 0}
    words = desk.office.conninfo("handler") | {"user": connection.info.user, "password": connection.info.password}
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(**words)


@pytest.mark.parametrize("leaver", [PersonClass.AUDITOR], indirect=True)
@pytest.mark.timeout(40)
@pytest.mark.parametrize("hold", ["alter role current_user password 'x'", "alter role current_user set work_mem = '1MB'"])
def test_holding_his_own_role_does_not_help(desk: Desk, leaver: tuple[str, PersonClass, psycopg.Connection[object]], hold: str) -> None:
    name, _, connection = leaver
    # Whoever waited for him would wait for ever.
    connection.execute("set idle_in_transaction_session_timeout = 0")
    connection.execute("begin")
    connection.execute(hold.encode())
    provision.deactivate_person(desk.behind, name)
    with pytest.raises(psycopg.OperationalError):
        connection.execute("select 1")


def test_gone(desk: Desk) -> None:
    with pytest.raises(psycopg.OperationalError):
        desk.office.connect("gone")
