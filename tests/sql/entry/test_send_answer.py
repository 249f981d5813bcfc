"""api.send_answer: the final answer with its solution; answered, and closed as well if so wished."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import SendAnswer
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State, Way

PUBLIC = Audience.REQUESTER
TEXT, SOLUTION = "Bitte neu anmelden.", "Sitzung war abgelaufen."
SENT = Step(
    "answered", PUBLIC, State.ANSWERED, EntryKind.FINAL_ANSWER, PUBLIC, TEXT, shown="answered",
    told={(NoticeKind.ANSWERED, "requester", True)},
)  # fmt: skip


def accepted(desk: Desk, **columns: object) -> TicketId:
    case = desk.record()
    desk.force(case, **({"state": State.ACCEPTED, "coordinator_id": desk.id("coordinator")} | columns))
    return case


@pytest.mark.parametrize("hidden", [False, True])
def test_answers_in_every_mode(desk: Desk, hidden: bool) -> None:
    case = accepted(desk, hidden=hidden)
    expect.written(desk, "coordinator", SendAnswer(case, 1, TEXT, SOLUTION), SENT)
    shown, row = desk.shown(case)[-1]["detail"], desk.ticket_row(case)
    assert shown["solution"] == SOLUTION and datetime.fromisoformat(shown["closes_at"]) == row["closes_at"]
    assert timedelta(days=13) < row["closes_at"] - row["answered_at"] <= timedelta(days=14)
    assert desk.ticket_row(case)["answered_at"] is not None
    expect.stale(desk, "second_coordinator", SendAnswer(case, 1, TEXT, SOLUTION), by="coordinator")


def test_direct_handler_answers(desk: Desk) -> None:
    handler = desk.id("handler")
    case = accepted(desk, state=State.IN_PROGRESS, way=Way.DIRECT, handler_id=handler, participants=[handler], coordinator_id=None)
    expect.written(desk, "handler", SendAnswer(case, 1, TEXT, SOLUTION), SENT)


def test_answers_and_closes_in_one_commit(desk: Desk) -> None:
    case, request = accepted(desk), uuid4()
    outcome = desk.do("coordinator", SendAnswer(case, 1, TEXT, SOLUTION, close=True), request)
    assert (outcome.seq, outcome.version) == (3, 3)
    row = desk.ticket_row(case)
    assert (row["state"], row["seq"], row["version"]) == (State.CLOSED, 3, 3) and row["closed_at"] and row["answered_at"]
    assert [shown["what"] for shown in desk.shown(case)] == ["recorded", "answered", "closed"]
    assert desk.faults(case) == []
    before = desk.traces()
    assert desk.do("coordinator", SendAnswer(case, 1, TEXT, SOLUTION, close=True), request) == outcome
    assert desk.traces() == before
    assert desk.row("select count(*) as n from td.request where person_id = %s and id = %s", desk.id("coordinator"), request) == {"n": 1}


def test_refused(desk: Desk) -> None:
    handler = desk.id("handler")
    case = accepted(desk, handler_id=handler, participants=[handler])
    assert desk.refused("handler", SendAnswer(case, 1, TEXT, SOLUTION)).code == "TD403"
    expect.no_function(desk, SendAnswer(case, 1, TEXT, SOLUTION), ["requester", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: SendAnswer(id_, 1, TEXT, SOLUTION), ["mate"])
    expect.no_version(desk, "coordinator", lambda version: SendAnswer(case, version, TEXT, SOLUTION))
    expect.bad_texts(desk, "coordinator", "body", lambda text: SendAnswer(case, 1, text, SOLUTION))
    expect.bad_texts(desk, "coordinator", "solution", lambda text: SendAnswer(case, 1, TEXT, text), required=False)
    for blank in expect.BLANK:
        expect.bad(desk, "coordinator", SendAnswer(case, 1, TEXT, blank), "solution", why="no_solution")
    reported = accepted(desk, state=State.REPORTED, way=Way.DIRECT, handler_id=handler, participants=[handler])
    assert desk.refused("handler", SendAnswer(reported, 1, TEXT, SOLUTION)) == ("TD411", {"from": 7, "to": 8})
