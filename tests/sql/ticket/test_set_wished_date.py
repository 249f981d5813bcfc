"""api.set_wished_date: the requester's date changes with its history; the coordinator's stays what only the desk knows."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import ChangeTicket, SetWishedDate
from ticketdesk.domain.entry import Audience
from ticketdesk.domain.states import State

FIRST, SECOND = datetime(2151, 3, 4, 12, tzinfo=UTC), datetime(2151, 4, 5, 12, tzinfo=UTC)
SET = Step("wished_date_set", Audience.REQUESTER, State.NEW, shown="wished_date_set")


@pytest.mark.parametrize("hidden", [False, True])
def test_by_the_requester(desk: Desk, hidden: bool) -> None:
    case = desk.record(wished_at=FIRST)
    desk.force(case, hidden=hidden)
    expect.written(desk, "requester", SetWishedDate(case, 1, SECOND), SET, own=True)
    assert desk.ticket_row(case)["wished_at"] == desk.public_row(case)["wished_at"] == SECOND
    both = [FIRST.isoformat(), SECOND.isoformat()]
    assert desk.last_step(case)["data"] == {"changes": {"wished_at": both}}
    assert desk.shown(case)[-1]["data"]["wished_at"] == both
    expect.stale(desk, "requester", SetWishedDate(case, 1, FIRST), by=None)
    same = desk.do("requester", SetWishedDate(case, 2, SECOND))
    assert (same.version, same.detail) == (2, {"unchanged": True})


def test_on_his_behalf_and_none(desk: Desk) -> None:
    case = desk.record(wished_at=FIRST)
    desk.force(case, hidden=True)
    expect.written(desk, "coordinator", SetWishedDate(case, 1, None), SET)
    assert desk.public_row(case)["wished_at"] is None and desk.last_step(case)["on_behalf_id"] == desk.id("requester")


def test_the_other_date_stays_unknown(desk: Desk) -> None:
    case = desk.record(wished_at=FIRST)
    desk.force(case, hidden=True)
    desk.do("coordinator", ChangeTicket(case, 1, target_at=datetime(2151, 9, 9, tzinfo=UTC)))
    desk.do("coordinator", SetWishedDate(case, 2, SECOND))
    assert "2151-09" not in str(desk.shown(case)) + str(desk.public_row(case))


def test_refused(desk: Desk) -> None:
    case = desk.record()
    keys = ["colleague", "outsider", "handler", "admin", "auditor"]
    expect.not_there(desk, case, lambda id_: SetWishedDate(id_, 1, FIRST), keys)
    expect.no_version(desk, "requester", lambda version: SetWishedDate(case, version, FIRST))
    expect.bad(desk, "requester", SetWishedDate(case, 1, datetime(2020, 1, 1, tzinfo=UTC)), "wished_at", why="past")
    desk.force(case, state=State.CLOSED)
    assert desk.refused("requester", SetWishedDate(case, 1, FIRST)) == ("TD411", {"from": 5, "to": 5})
    assert desk.refused("coordinator", SetWishedDate(case, 1, FIRST)) == ("TD411", {"from": 9, "to": 9})
