"""api.take_over: assigned -> in progress; of two who try, one wins and the other is told who."""

from __future__ import annotations

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import AssignTicket, SetHidden, TakeOver
from ticketdesk.domain.entry import Audience
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State

TOLD = {(NoticeKind.TAKEN_OVER, "coordinator", False)}


def assigned(desk: Desk, **to: int) -> TicketId:
    case = desk.record()
    desk.do("coordinator", AssignTicket(case, 1, **(to or {"group_id": desk.group("Technik")})))
    return case


def test_member_of_the_group(desk: Desk) -> None:
    case = assigned(desk)
    step = Step("taken_over", Audience.REQUESTER, State.IN_PROGRESS, shown="taken_over", told=TOLD)
    expect.written(desk, "handler", TakeOver(case, 2), step)
    row = desk.ticket_row(case)
    assert (row["handler_id"], row["group_id"]) == (desk.id("handler"), desk.group("Technik"))
    assert desk.last_step(case)["data"]["handler"] == desk.id("handler")
    assert desk.public_row(case)["owner_label"] == "Hanna Platzhalter"
    expect.stale(desk, "handler", TakeOver(case, 2), by="handler")


def test_hidden_case_tells_the_requester_nothing(desk: Desk) -> None:
    case = assigned(desk)
    desk.do("coordinator", SetHidden(case, 2, True))
    expect.written(desk, "handler", TakeOver(case, 3), Step("taken_over", Audience.INTERNAL, State.IN_PROGRESS, told=TOLD))


def test_handler_it_was_given_to(desk: Desk) -> None:
    case = assigned(desk, handler_id=desk.id("other_handler"))
    desk.do("other_handler", TakeOver(case, 2))
    assert desk.ticket_row(case)["state"] == State.IN_PROGRESS


def test_refused(desk: Desk) -> None:
    case = assigned(desk)
    expect.no_function(desk, TakeOver(case, 2), ["requester", "colleague", "outsider", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: TakeOver(id_, 2), ["other_handler"])
    expect.no_version(desk, "handler", lambda version: TakeOver(case, version))
    # A coordinator sees it, but it was not given to him.
    assert desk.refused("coordinator", TakeOver(case, 2)).code == "TD403"
    to_mate = assigned(desk, handler_id=desk.id("mate"))
    desk.force(to_mate, group_id=desk.group("Technik"))
    assert desk.refused("handler", TakeOver(to_mate, 2)).code == "TD403"


def test_second_learns_who_was_first(desk: Desk) -> None:
    case = assigned(desk)
    desk.do("mate", TakeOver(case, 2))
    refusal = desk.refused("handler", TakeOver(case, 2))
    assert (refusal.code, refusal.detail["by"]) == ("TD410", desk.id("mate"))


def test_two_at_once(desk: Desk) -> None:
    for _ in range(8):
        case = assigned(desk)
        answers = expect.at_once(desk, [("handler", TakeOver(case, 2)), ("mate", TakeOver(case, 2))])
        assert sorted(answers) == ["", "TD410"]
        winner = ("handler", "mate")[answers.index("")]
        row = desk.ticket_row(case)
        assert (row["handler_id"], row["seq"], row["version"]) == (desk.id(winner), 3, 3)
        assert desk.faults(case) == []
