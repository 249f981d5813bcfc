"""Exactly once: a request id is claimed before anything else, so that asking again is harmless even while the first call still runs."""

from __future__ import annotations

import threading
import time
from typing import Any
from uuid import uuid4

import psycopg

from tests.sql.desk import Desk, statement, values
from ticketdesk.domain.commands import AcceptTicket, AddNote, Command, RecordTicket
from ticketdesk.domain.states import Kind

RECORD = RecordTicket(Kind.REQUEST, "Neuer Stuhl", "Der alte quietscht.")


def twice(desk: Desk, key: str, command: Command, second_key: str = "") -> tuple[Any, Any]:
    """Call, and call again with the same id while the first transaction is still open; returns both answers."""
    request = uuid4()
    answers: list[Any] = [None, None]
    ask = statement(type(command)).encode()
    with desk.office.connect(key, autocommit=False) as first, desk.office.connect(second_key or key) as second:
        answers[0] = first.execute(ask, [request, *values(command)]).fetchone()

        def again() -> None:
            try:
                answers[1] = second.execute(ask, [request, *values(command)]).fetchone()
            except psycopg.Error as error:
                answers[1] = error.sqlstate

        thread = threading.Thread(target=again)
        thread.start()
        time.sleep(0.05)
        assert thread.is_alive(), "the second call did not wait for the first"
        first.commit()
        thread.join(5)
    return answers[0], answers[1]


def test_asked_again_while_the_first_call_runs(desk: Desk) -> None:
    case = desk.record()
    for command in (AcceptTicket(case, 1), AddNote(case, "einmal"), RECORD):
        before = desk.row("select count(*) as n from td.log")["n"]
        first, second = twice(desk, "coordinator", command)
        assert first == second, command
        assert desk.row("select count(*) as n from td.log")["n"] == before + 1


def test_somebody_elses_running_id(desk: Desk) -> None:
    first, second = twice(desk, "requester", RECORD, "colleague")
    assert first is not None and second == "TD423"


def test_a_call_that_was_refused_may_be_made_again(desk: Desk) -> None:
    case, request = desk.record(), uuid4()
    assert desk.refused("coordinator", AcceptTicket(case, 7), request).code == "TD409"
    assert desk.do("coordinator", AcceptTicket(case, 1), request).version == 2
