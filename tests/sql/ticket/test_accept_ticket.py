"""api.accept_ticket: new -> accepted, by one coordinator."""

from __future__ import annotations

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import AcceptTicket
from ticketdesk.domain.entry import Audience
from ticketdesk.domain.states import State, Way

PUBLIC = Audience.REQUESTER


def test_accepts(desk: Desk) -> None:
    case = desk.record()
    expect.written(desk, "coordinator", AcceptTicket(case, 1), Step("accepted", PUBLIC, State.ACCEPTED, shown="accepted"))
    row = desk.ticket_row(case)
    assert (row["coordinator_id"], row["participants"], row["way"]) == (desk.id("coordinator"), [desk.id("coordinator")], Way.COORDINATED)
    assert desk.public_row(case)["owner_label"] == "Klara Musterlotse"


def test_hidden_case_shows_the_word_alone(desk: Desk) -> None:
    case = desk.record("handler", requester_id=desk.id("requester"), hidden=True)
    expect.written(desk, "coordinator", AcceptTicket(case, 1), Step("accepted", PUBLIC, State.ACCEPTED, shown="state_changed"))
    assert desk.public_row(case)["owner_label"] == ""


def test_refused(desk: Desk) -> None:
    case = desk.record()
    expect.no_function(desk, AcceptTicket(case, 1), ["requester", "colleague", "outsider", "handler", "other_handler", "admin", "auditor"])
    expect.no_version(desk, "coordinator", lambda version: AcceptTicket(case, version))


def test_own_hidden_case_is_not_there(desk: Desk) -> None:
    case = desk.record("coordinator", hidden=True)
    expect.not_there(desk, case, lambda id_: AcceptTicket(id_, 1), ["coordinator"])


def test_second_coordinator_learns_who_was_first(desk: Desk) -> None:
    case = desk.record()
    desk.do("coordinator", AcceptTicket(case, 1))
    refusal = desk.refused("second_coordinator", AcceptTicket(case, 1))
    assert (refusal.code, refusal.detail["by"]) == ("TD410", desk.id("coordinator"))
    expect.stale(desk, "coordinator", AcceptTicket(case, 1), by="coordinator")


def test_two_at_once(desk: Desk) -> None:
    for _ in range(5):
        case = desk.record()
        answers = expect.at_once(desk, [("coordinator", AcceptTicket(case, 1)), ("second_coordinator", AcceptTicket(case, 1))])
        assert sorted(answers) == ["", "TD410"]
        assert desk.ticket_row(case)["seq"] == 2
        assert desk.faults(case) == []
