"""api.return_ticket: coordination gives an answered-back case back to whoever answered, with what is missing."""

from __future__ import annotations

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from tests.sql.handling.test_set_waiting import in_hand
from ticketdesk.domain.commands import ReturnTicket
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State

WORD = "Bitte auch den zweiten Drucker prüfen."


def test_returned(desk: Desk) -> None:
    case = in_hand(desk, state=State.REPORTED)
    step = Step(
        "returned", Audience.REQUESTER, State.ASSIGNED, EntryKind.ORDER, Audience.REQUESTER, WORD, shown="returned",
        told={(NoticeKind.ASSIGNED_TO_YOU, "handler", False)},
    )  # fmt: skip
    expect.written(desk, "coordinator", ReturnTicket(case, 1, WORD), step)
    assert desk.ticket_row(case)["handler_id"] == desk.id("handler")
    expect.stale(desk, "coordinator", ReturnTicket(case, 1, WORD), by="coordinator")


def test_whoever_answered_is_gone(desk: Desk) -> None:
    case = in_hand(desk, state=State.REPORTED, handler_id=desk.id("gone"))
    expect.bad(desk, "coordinator", ReturnTicket(case, 1, WORD), "handler_id", why="not_addressable")
    desk.force(case, group_id=desk.group("Technik"))
    desk.do("coordinator", ReturnTicket(case, 1, WORD))
    assert desk.ticket_row(case)["handler_id"] is None
    assert desk.notices(case, NoticeKind.ASSIGNED_TO_GROUP) == {("handler", False), ("mate", False)}


def test_refused(desk: Desk) -> None:
    case = in_hand(desk, state=State.REPORTED)
    expect.no_function(desk, ReturnTicket(case, 1, WORD), ["requester", "handler", "admin", "auditor"])
    expect.no_version(desk, "coordinator", lambda version: ReturnTicket(case, version, WORD))
    own = desk.record("coordinator", hidden=True)
    expect.not_there(desk, own, lambda id_: ReturnTicket(id_, 1, WORD), ["coordinator"])
    expect.bad_texts(desk, "coordinator", "order_text", lambda text: ReturnTicket(case, 1, text))
    assert desk.refused("coordinator", ReturnTicket(desk.record(), 1, WORD)) == ("TD411", {"from": 1, "to": 4})
