"""A group with open cases cannot be given up: they would lie where nobody sees them any more."""

from __future__ import annotations

import json

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
