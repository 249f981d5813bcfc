"""api.send_interim_answer: an answer that ends nothing."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import SendInterimAnswer
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State, Way

PUBLIC = Audience.REQUESTER
TEXT = "Das Ersatzteil ist bestellt."


def sent(state: State) -> Step:
    told = {(NoticeKind.INTERIM_ANSWER, "requester", True)}
    return Step("interim_answered", PUBLIC, state, EntryKind.INTERIM_ANSWER, PUBLIC, TEXT, shown="interim_answered", told=told)


@pytest.mark.parametrize("hidden", [False, True])
def test_by_coordination_in_every_mode(desk: Desk, hidden: bool) -> None:
    case = desk.record()
    desk.force(case, state=State.CLARIFYING, hidden=hidden, coordinator_id=desk.id("coordinator"))
    expect.written(desk, "coordinator", SendInterimAnswer(case, 1, TEXT), sent(State.CLARIFYING))
    assert desk.shown(case)[-1]["author_label"] == "Klara Musterlotse"
    expect.stale(desk, "second_coordinator", SendInterimAnswer(case, 1, TEXT), by="coordinator")


def test_by_the_direct_handler_whose_name_a_hidden_case_keeps(desk: Desk) -> None:
    case, handler = desk.record(), desk.id("handler")
    desk.force(case, state=State.IN_PROGRESS, way=Way.DIRECT, handler_id=handler, participants=[handler], hidden=True)
    expect.written(desk, "handler", SendInterimAnswer(case, 1, TEXT), sent(State.IN_PROGRESS))
    assert desk.shown(case)[-1]["author_label"] == "" and desk.public_row(case)["owner_label"] == ""


def test_refused(desk: Desk) -> None:
    case, handler = desk.record(), desk.id("handler")
    desk.force(case, state=State.IN_PROGRESS, handler_id=handler, participants=[handler])
    # A question to the requester of a coordinated case goes through the coordination.
    assert desk.refused("handler", SendInterimAnswer(case, 1, TEXT)).code == "TD403"
    expect.no_function(desk, SendInterimAnswer(case, 1, TEXT), ["requester", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: SendInterimAnswer(id_, 1, TEXT), ["mate"])
    expect.no_version(desk, "coordinator", lambda version: SendInterimAnswer(case, version, TEXT))
    expect.bad_texts(desk, "coordinator", "body", lambda text: SendInterimAnswer(case, 1, text))
    desk.force(case, state=State.CLOSED)
    assert desk.refused("coordinator", SendInterimAnswer(case, 1, TEXT)) == ("TD411", {"from": 9, "to": 9})
