"""api.set_hidden: the mode of clarification, from now on; what was hidden stays so."""

from __future__ import annotations

from typing import Any

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import SetHidden
from ticketdesk.domain.entry import Audience
from ticketdesk.domain.states import State


def test_switches_without_a_trace_for_the_requester(desk: Desk) -> None:
    case = desk.record()
    expect.written(desk, "coordinator", SetHidden(case, 1, True), Step("hidden_set", Audience.INTERNAL, State.NEW))
    assert desk.ticket_row(case)["hidden"]
    expect.written(desk, "coordinator", SetHidden(case, 2, False), Step("hidden_set", Audience.INTERNAL, State.NEW))
    expect.stale(desk, "second_coordinator", SetHidden(case, 2, True), by="coordinator")


def test_same_mode_is_no_step(desk: Desk) -> None:
    case = desk.record()
    outcome = desk.do("coordinator", SetHidden(case, 1, False))
    assert outcome.detail == {"unchanged": True} and outcome.version == 1
    assert desk.ticket_row(case)["seq"] == 1


def test_refused(desk: Desk) -> None:
    case = desk.record()
    expect.no_function(desk, SetHidden(case, 1, True), ["requester", "handler", "admin", "auditor"])
    expect.no_version(desk, "coordinator", lambda version: SetHidden(case, version, True))
    own = desk.record("coordinator", hidden=True)
    expect.not_there(desk, own, lambda id_: SetHidden(id_, 1, False), ["coordinator"])
    nothing: Any = None
    expect.bad(desk, "coordinator", SetHidden(case, 1, nothing), "hidden", why="empty")
    desk.force(case, state=State.CLOSED)
    assert desk.refused("coordinator", SetHidden(case, 1, True)) == ("TD411", {"from": 9, "to": 9})
