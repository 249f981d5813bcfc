"""Whatever a session sets for itself, what it writes is the same: same values, same checks, a log that is whole."""

from __future__ import annotations

from uuid import uuid4

import psycopg
import pytest

from tests.sql.desk import Desk, statement, values
from ticketdesk.domain.commands import (
    AcceptTicket,
    AddMessage,
    ChangeTicket,
    Command,
    ConfirmSolution,
    RecordTicket,
    SendAnswer,
)
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.states import Kind, Priority

SETTINGS = (
    "standard_conforming_strings = off", "timezone = 'Asia/Tokyo'", "datestyle = 'SQL, DMY'", "intervalstyle = iso_8601",
    "transform_null_equals = on", "array_nulls = off", "bytea_output = escape", "client_encoding = 'latin1'", "xmlbinary = hex",
    "extra_float_digits = -15", "quote_all_identifiers = on", "backslash_quote = off", "check_function_bodies = off", "search_path = ''",
    "default_transaction_isolation = 'serializable'", "plan_cache_mode = force_generic_plan", "plpgsql.extra_errors = 'all'",
    "client_min_messages = error",
)  # fmt: skip


def call(connection: psycopg.Connection[object], command: Command) -> TicketId:
    row = connection.execute(statement(type(command)).encode(), [uuid4(), *values(command)]).fetchone()
    assert isinstance(row, tuple)
    return TicketId(row[0])


@pytest.mark.parametrize("setting", SETTINGS)
def test_same_whatever_the_session_says(desk: Desk, setting: str) -> None:
    with desk.office.connect("requester") as requester, desk.office.connect("coordinator") as coordinator:
        for connection in (requester, coordinator):
            connection.execute(f"set {setting}".encode())
        case = call(requester, RecordTicket(Kind.ERROR, "Größe \\x 1", "C:\\temp\\neu\n'; --"))
        call(coordinator, AcceptTicket(case, 1))
        call(coordinator, ChangeTicket(case, 2, priority=Priority.HIGH))
        call(coordinator, SendAnswer(case, 3, "Pfad \\\\server\\x", "ä\\'"))
        call(requester, AddMessage(case, "\\x00 ist kein Zeichen"))
        call(requester, ConfirmSolution(case, desk.public_version(case)))
        for bad in ("a\x01", "\x7f"):
            with pytest.raises(psycopg.Error) as caught:
                call(requester, RecordTicket(Kind.ERROR, bad, "x"))
            assert caught.value.sqlstate == "TD422"
        assert [row[0] for row in coordinator.execute("select name from api.find_persons('%')").fetchall()] == []
    assert desk.faults(case) == []
    row = desk.row("select subject, body from td.ticket join td.entry on ticket_id = id and entry.seq = 1 where id = %s", case)
    assert row == {"subject": "Größe \\x 1", "body": "C:\\temp\\neu\n'; --"}


def test_row_security_off_is_no_way_around(desk: Desk) -> None:
    with desk.office.connect("requester") as connection:
        connection.execute("set row_security = off")
        for question in ("select ticket_id from td.ticket_public", "select * from api.own_timeline(10001, 0)"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(question.encode())
