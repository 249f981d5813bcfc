"""api.confirm_solution: answered -> closed, by the requester through his own face."""

from __future__ import annotations

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import AcceptTicket, AddNote, ConfirmSolution, SendAnswer
from ticketdesk.domain.entry import Audience
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State


def answered(desk: Desk, key: str = "requester") -> TicketId:
    case = desk.record(key)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", SendAnswer(case, 2, "Bitte neu starten.", "Treiber"))
    return case


def test_confirms(desk: Desk) -> None:
    case = answered(desk)
    desk.do("coordinator", AddNote(case, "nur für uns"))
    step = Step(
        "confirmed", Audience.REQUESTER, State.CLOSED, shown="confirmed", told={(NoticeKind.CONFIRMED, "coordinator", False)}
    )  # fmt: skip
    expect.written(desk, "requester", ConfirmSolution(case, 3), step, own=True)
    assert desk.shown(case)[-1]["by_requester"] and desk.ticket_row(case)["closed_at"] is not None
    expect.stale(desk, "requester", ConfirmSolution(case, 3), by=None)


def test_staff_confirm_their_own_report(desk: Desk) -> None:
    case = answered(desk, "handler")
    assert desk.do("handler", ConfirmSolution(case, 3)).version == 4


def test_refused(desk: Desk) -> None:
    case = answered(desk)
    expect.not_there(
        desk, case, lambda id_: ConfirmSolution(id_, 3), ["colleague", "outsider", "handler", "coordinator", "admin", "auditor"]
    )  # fmt: skip
    expect.no_version(desk, "requester", lambda version: ConfirmSolution(case, version))
    # In his own words: the inner state stays inside.
    assert desk.refused("requester", ConfirmSolution(desk.record(), 1)) == ("TD411", {"from": 1, "to": 5})
