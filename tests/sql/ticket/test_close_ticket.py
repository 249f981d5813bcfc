"""api.close_ticket: answered -> closed, by coordination or a direct case's handler."""

from __future__ import annotations

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import CloseTicket
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import Reason, State, Way

CLOSED = Step("closed", Audience.REQUESTER, State.CLOSED, shown="closed", told={(NoticeKind.CLOSED, "requester", True)})
WHY = "Wir haben zweimal gefragt und keine Antwort erhalten."


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


def test_requester_who_does_not_answer(desk: Desk) -> None:
    case = desk.record()
    desk.force(case, state=State.WAITING, waiting_reason=Reason.REQUESTER, coordinator_id=desk.id("coordinator"))
    expect.bad(desk, "coordinator", CloseTicket(case, 1, " "), "reason", why="empty")
    step = Step(
        "closed", Audience.REQUESTER, State.CLOSED, EntryKind.REASON, Audience.REQUESTER, WHY, shown="closed",
        told={(NoticeKind.CLOSED, "requester", True)},
    )  # fmt: skip
    expect.written(desk, "coordinator", CloseTicket(case, 1, WHY), step)
    other = desk.record()
    desk.force(other, state=State.WAITING, waiting_reason=Reason.THIRD_PARTY)
    assert desk.refused("coordinator", CloseTicket(other, 1, WHY)) == ("TD411", {"from": 6, "to": 9})


def test_refused(desk: Desk) -> None:
    case = answered(desk)
    assert desk.refused("handler", CloseTicket(case, 1)).code == "TD403"
    expect.no_function(desk, CloseTicket(case, 1), ["requester", "colleague", "admin", "auditor"])
    expect.no_version(desk, "coordinator", lambda version: CloseTicket(case, version))
    expect.not_there(desk, case, lambda id_: CloseTicket(id_, 1), ["other_handler", "mate"])
    assert desk.refused("coordinator", CloseTicket(desk.record(), 1)) == ("TD411", {"from": 1, "to": 9})
