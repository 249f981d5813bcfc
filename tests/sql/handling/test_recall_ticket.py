"""api.recall_ticket: coordination takes a case back from those who have it."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from tests.sql.handling.test_set_waiting import in_hand
from tests.sql.handling.test_take_over import assigned
from ticketdesk.domain.commands import RecallTicket, ReportBack, TakeOver
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State, Way

WHY = "Das übernimmt der Hersteller."


@pytest.mark.parametrize("state", [State.ASSIGNED, State.IN_PROGRESS, State.WAITING])
def test_recalled(desk: Desk, state: State) -> None:
    case = in_hand(desk, state=state)
    step = Step(
        "recalled", Audience.REQUESTER, State.CLARIFYING, EntryKind.REASON, Audience.INTERNAL, WHY, shown="recalled",
        told={(NoticeKind.RECALLED, "handler", False)},
    )  # fmt: skip
    expect.written(desk, "coordinator", RecallTicket(case, 1, WHY), step)
    row = desk.ticket_row(case)
    assert (row["handler_id"], row["group_id"], row["coordinator_id"]) == (None, None, desk.id("coordinator"))
    expect.stale(desk, "coordinator", RecallTicket(case, 1), by="coordinator")


def test_another_coordinator_lets_the_first_one_know(desk: Desk) -> None:
    case = in_hand(desk, hidden=True)
    told = {(NoticeKind.RECALLED, "handler", False), (NoticeKind.STEPPED_IN, "coordinator", False)}
    expect.written(desk, "second_coordinator", RecallTicket(case, 1), Step("recalled", Audience.INTERNAL, State.CLARIFYING, told=told))


def test_direct_case_goes_to_the_pool(desk: Desk) -> None:
    case = in_hand(desk, way=Way.DIRECT, coordinator_id=None)
    desk.do("coordinator", RecallTicket(case, 1))
    row = desk.ticket_row(case)
    assert (row["state"], row["way"], row["handler_id"], row["coordinator_id"]) == (State.NEW, Way.COORDINATED, None, None)


def test_group_is_told_and_loses_it(desk: Desk) -> None:
    case = assigned(desk)
    desk.do("coordinator", RecallTicket(case, 2))
    assert desk.notices(case, NoticeKind.RECALLED) == {("handler", False), ("mate", False)}
    assert desk.refused_code("handler", TakeOver(case, 3)) == "TD404"


def test_answer_while_being_recalled(desk: Desk) -> None:
    """One of both wins; the other learns that the case has moved on, and nothing is half done."""
    for _ in range(8):
        case = in_hand(desk)
        answers = expect.at_once(desk, [("handler", ReportBack(case, 1, "Befund")), ("coordinator", RecallTicket(case, 1))])
        assert sorted(answers) == ["", "TD409"]
        state = State.REPORTED if answers[0] == "" else State.CLARIFYING
        row = desk.ticket_row(case)
        assert (row["state"], row["seq"], row["version"]) == (state, 2, 2) and desk.faults(case) == []


def test_refused(desk: Desk) -> None:
    case = in_hand(desk)
    expect.no_function(desk, RecallTicket(case, 1), ["requester", "handler", "admin", "auditor"])
    expect.no_version(desk, "coordinator", lambda version: RecallTicket(case, version))
    own = desk.record("coordinator", hidden=True)
    expect.not_there(desk, own, lambda id_: RecallTicket(id_, 1), ["coordinator"])
    expect.bad_texts(desk, "coordinator", "reason", lambda text: RecallTicket(case, 1, text), required=False)
    assert desk.refused("coordinator", RecallTicket(desk.record(), 1)) == ("TD411", {"from": 1, "to": 3})
