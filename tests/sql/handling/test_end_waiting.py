"""api.end_waiting: a waiting case goes on by hand, where it came from."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from tests.sql.handling.test_set_waiting import in_hand
from ticketdesk.domain.commands import EndWaiting, SetWaiting
from ticketdesk.domain.entry import Audience
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import Reason, State


@pytest.mark.parametrize("state", [State.ACCEPTED, State.CLARIFYING, State.ASSIGNED, State.IN_PROGRESS, State.REPORTED])
def test_back_to_where_it_came_from(desk: Desk, state: State) -> None:
    case = in_hand(desk, state=state)
    desk.do("coordinator", SetWaiting(case, 1, Reason.THIRD_PARTY))
    told = {(NoticeKind.CAME_BACK, "handler", False)} if state in (State.ASSIGNED, State.IN_PROGRESS) else set()
    step = Step("waiting_ended", Audience.REQUESTER, state, shown="waiting_ended", told=told)
    expect.written(desk, "coordinator", EndWaiting(case, 2), step)
    row = desk.ticket_row(case)
    assert (row["waiting_reason"], row["waiting_until"], row["came_from"]) == (None, None, None)
    expect.stale(desk, "coordinator", EndWaiting(case, 2), by="coordinator")


def test_hidden(desk: Desk) -> None:
    case = in_hand(desk, hidden=True)
    desk.do("handler", SetWaiting(case, 1, Reason.THIRD_PARTY))
    told = {(NoticeKind.CAME_BACK, "coordinator", False)}
    expect.written(desk, "handler", EndWaiting(case, 2), Step("waiting_ended", Audience.INTERNAL, State.IN_PROGRESS, told=told))


def test_refused(desk: Desk) -> None:
    case = in_hand(desk)
    assert desk.refused("handler", EndWaiting(case, 1)) == ("TD411", {"from": 5, "to": 5})
    desk.do("handler", SetWaiting(case, 1, Reason.THIRD_PARTY))
    expect.no_function(desk, EndWaiting(case, 2), ["requester", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: EndWaiting(id_, 2), ["other_handler", "mate"])
    expect.no_version(desk, "handler", lambda version: EndWaiting(case, version))
