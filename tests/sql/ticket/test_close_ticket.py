"""api.close_ticket: answered -> closed, by coordination or a direct case's handler."""

from __future__ import annotations

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import CloseTicket
from ticketdesk.domain.entry import Audience
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.states import State, Way

CLOSED = Step("closed", Audience.REQUESTER, State.CLOSED, shown="closed")


def answered(desk: Desk, way: Way = Way.COORDINATED) -> TicketId:
    case, handler = desk.record(), desk.id("handler")
    desk.force(case, state=State.ANSWERED, way=way, handler_id=handler, participants=[handler])
    return case


def test_closes(desk: Desk) -> None:
    case = answered(desk)
    expect.written(desk, "coordinator", CloseTicket(case, 1), CLOSED)
    assert desk.ticket_row(case)["closed_at"] is not None
    expect.stale(desk, "coordinator", CloseTicket(case, 1), by="coordinator")


def test_direct_handler_closes(desk: Desk) -> None:
    expect.written(desk, "handler", CloseTicket(answered(desk, Way.DIRECT), 1), CLOSED)


def test_refused(desk: Desk) -> None:
    case = answered(desk)
    assert desk.refused("handler", CloseTicket(case, 1)).code == "TD403"
    expect.no_function(desk, CloseTicket(case, 1), ["requester", "colleague", "admin", "auditor"])
    expect.no_version(desk, "coordinator", lambda version: CloseTicket(case, version))
    expect.not_there(desk, case, lambda id_: CloseTicket(id_, 1), ["other_handler", "mate"])
    assert desk.refused("coordinator", CloseTicket(desk.record(), 1)) == ("TD411", {"from": 1, "to": 9})
