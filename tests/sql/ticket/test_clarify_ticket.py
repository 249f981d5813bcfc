"""api.clarify_ticket: accepted or reported -> clarifying."""

from __future__ import annotations

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import AcceptTicket, ClarifyTicket, SetHidden
from ticketdesk.domain.entry import Audience
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State


def accepted(desk: Desk) -> int:
    case = desk.record()
    desk.do("coordinator", AcceptTicket(case, 1))
    return case


def test_clarifies(desk: Desk) -> None:
    case = accepted(desk)
    step = Step("clarified", Audience.REQUESTER, State.CLARIFYING, shown="clarified", told={(NoticeKind.STEPPED_IN, "coordinator", False)})
    expect.written(desk, "second_coordinator", ClarifyTicket(case, 2), step)
    assert desk.ticket_row(case)["coordinator_id"] == desk.id("second_coordinator")
    expect.stale(desk, "coordinator", ClarifyTicket(case, 2), by="second_coordinator")


def test_hidden_shows_nothing(desk: Desk) -> None:
    case = accepted(desk)
    desk.do("coordinator", SetHidden(case, 2, True))
    expect.written(desk, "coordinator", ClarifyTicket(case, 3), Step("clarified", Audience.INTERNAL, State.CLARIFYING))


def test_reported_loses_its_handler(desk: Desk) -> None:
    case = accepted(desk)
    desk.force(case, state=State.REPORTED, handler_id=desk.id("handler"), participants=[desk.id("handler")])
    desk.do("coordinator", ClarifyTicket(case, 2))
    row = desk.ticket_row(case)
    assert row["handler_id"] is None and row["participants"] == [desk.id("handler"), desk.id("coordinator")]


def test_refused(desk: Desk) -> None:
    case = accepted(desk)
    expect.no_function(desk, ClarifyTicket(case, 2), ["requester", "handler", "admin", "auditor"])
    expect.no_version(desk, "coordinator", lambda version: ClarifyTicket(case, version))
    own = desk.record("coordinator", hidden=True)
    expect.not_there(desk, own, lambda id_: ClarifyTicket(id_, 1), ["coordinator"])
    assert desk.refused("coordinator", ClarifyTicket(desk.record(), 1)) == ("TD411", {"from": 1, "to": 3})
