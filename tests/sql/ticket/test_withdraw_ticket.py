"""api.withdraw_ticket: the requester says from every open state that the matter is settled; a coordinator records it on his behalf."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import WithdrawTicket
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import OPEN_STATES, Reason, State, Way

WHY = "Der Drucker geht wieder."
PUBLIC = Audience.REQUESTER


@pytest.mark.parametrize("way", [Way.COORDINATED, Way.DIRECT])
@pytest.mark.parametrize("state", sorted(OPEN_STATES))
def test_by_the_requester(desk: Desk, state: State, way: Way) -> None:
    case, handler = desk.record(), desk.id("handler")
    desk.force(
        case, state=state, way=way, hidden=state is State.WAITING, coordinator_id=desk.id("coordinator"), handler_id=handler,
        participants=[handler], waiting_reason=Reason.REQUESTER if state is State.WAITING else None,
    )  # fmt: skip
    told = {(NoticeKind.WITHDRAWN, "coordinator", False)}
    if state in (State.ASSIGNED, State.IN_PROGRESS):
        told |= {(NoticeKind.WITHDRAWN, "handler", False)}
    step = Step("withdrawn", PUBLIC, State.WITHDRAWN, EntryKind.REASON, PUBLIC, WHY, shown="withdrawn", told=told)
    expect.written(desk, "requester", WithdrawTicket(case, 1, WHY), step, own=True)
    assert desk.ticket_row(case)["closed_at"] is not None
    assert desk.shown(case)[-1]["by_requester"]
    expect.stale(desk, "requester", WithdrawTicket(case, 1), by=None)


def test_on_his_behalf(desk: Desk) -> None:
    case = desk.record()
    desk.force(case, state=State.ACCEPTED, coordinator_id=desk.id("coordinator"))
    expect.written(desk, "coordinator", WithdrawTicket(case, 1), Step("withdrawn", PUBLIC, State.WITHDRAWN, shown="withdrawn"))
    assert desk.last_step(case)["on_behalf_id"] == desk.id("requester")


def test_refused(desk: Desk) -> None:
    case = desk.record()
    desk.force(case, handler_id=desk.id("handler"), participants=[desk.id("handler")])
    keys = ["colleague", "outsider", "handler", "other_handler", "admin", "auditor"]
    expect.not_there(desk, case, lambda id_: WithdrawTicket(id_, 1), keys)
    expect.no_version(desk, "requester", lambda version: WithdrawTicket(case, version))
    expect.bad_texts(desk, "requester", "reason", lambda text: WithdrawTicket(case, 1, text), required=False)
    desk.force(case, state=State.ANSWERED)
    assert desk.refused("requester", WithdrawTicket(case, 1)) == ("TD411", {"from": 4, "to": 6})
    assert desk.refused("coordinator", WithdrawTicket(case, 1)) == ("TD411", {"from": 8, "to": 10})
