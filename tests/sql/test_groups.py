"""A group with open cases cannot be given up: they would lie where nobody sees them any more."""

from __future__ import annotations

import json
import threading

import psycopg
import pytest

from tests.sql.desk import Desk
from ticketdesk.domain.commands import AssignTicket, RecallTicket


@pytest.mark.parametrize("statement", ["update td.work_group set active = false where id = %s", "delete from td.work_group where id = %s"])
def test_refused_while_cases_are_open(desk: Desk, statement: str) -> None:
    group = desk.group("Buchhaltung")
    case = desk.record()
    desk.do("coordinator", AssignTicket(case, 1, group_id=group))
    with pytest.raises(psycopg.Error) as caught:
        desk.behind.execute(statement.encode(), [group])
    assert caught.value.sqlstate == "TD422"
    assert json.loads(caught.value.diag.message_detail or "") == {"field": "group_id", "why": "open_cases", "count": 1}
    desk.do("coordinator", RecallTicket(case, 2))
    with desk.behind.transaction(force_rollback=True):
        desk.behind.execute("update td.work_group set active = false where id = %s", [group])


def test_given_up_while_a_case_is_on_its_way_to_it(desk: Desk) -> None:
    """Whoever is second waits for the first: no open case comes to lie with a group that is given up."""
    group, case, answer = desk.group("Buchhaltung"), desk.record(), []

    def give_up() -> None:
        with desk.office.superuser() as other, pytest.raises(psycopg.Error) as caught:
            other.execute("update td.work_group set active = false where id = %s", [group])
        answer.append(caught.value.sqlstate)

    connection = desk.at("coordinator")
    connection.execute("begin")
    desk.do("coordinator", AssignTicket(case, 1, group_id=group))
    second = threading.Thread(target=give_up)
    second.start()
    waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    while second.is_alive() and not desk.rows(waiting):
        second.join(0.01)
    connection.execute("commit")
    second.join(20)
    assert answer == ["TD422"]
    desk.do("coordinator", RecallTicket(case, 2))
