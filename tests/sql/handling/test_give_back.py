"""api.give_back: back to the group, for another member to take over."""

from __future__ import annotations

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import GiveBack
from ticketdesk.domain.entry import Audience
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State


def in_hand(desk: Desk, **columns: object) -> TicketId:
    case, handler = desk.record(), desk.id("handler")
    held = {"state": State.IN_PROGRESS, "handler_id": handler, "participants": [handler], "group_id": desk.group("Technik")}
    desk.force(case, **(held | columns))
    return case


def test_gives_back(desk: Desk) -> None:
    case = in_hand(desk)
    step = Step(
        "given_back", Audience.REQUESTER, State.ASSIGNED, shown="given_back", told={(NoticeKind.ASSIGNED_TO_GROUP, "mate", False)}
    )  # fmt: skip
    expect.written(desk, "handler", GiveBack(case, 1), step)
    row = desk.ticket_row(case)
    assert (row["handler_id"], row["group_id"], row["participants"]) == (None, desk.group("Technik"), [desk.id("handler")])
    # It lies with nobody now, so its giver is told that rather than that it changed.
    expect.stale(desk, "handler", GiveBack(case, 1), by="handler")


def test_hidden_case_tells_the_requester_nothing(desk: Desk) -> None:
    case = in_hand(desk, hidden=True)
    told = {(NoticeKind.ASSIGNED_TO_GROUP, "mate", False)}
    expect.written(desk, "handler", GiveBack(case, 1), Step("given_back", Audience.INTERNAL, State.ASSIGNED, told=told))


def test_refused(desk: Desk) -> None:
    case = in_hand(desk)
    expect.no_function(desk, GiveBack(case, 1), ["requester", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: GiveBack(id_, 1), ["other_handler"])
    expect.no_version(desk, "handler", lambda version: GiveBack(case, version))
    for key in ("mate", "coordinator"):
        assert desk.refused(key, GiveBack(case, 1)).code == "TD403"
    assert desk.refused("handler", GiveBack(in_hand(desk, group_id=None), 1)) == ("TD411", {"from": 5, "to": 4})
    assert desk.refused("handler", GiveBack(in_hand(desk, state=State.REPORTED), 1)) == ("TD411", {"from": 7, "to": 4})
