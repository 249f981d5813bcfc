"""api.forward_ticket: its handler hands a case on to another handler or group."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from tests.sql.handling.test_set_waiting import in_hand
from ticketdesk.domain.commands import ForwardTicket
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State

WORD = "Bitte den Vertrag prüfen."


@pytest.mark.parametrize("state", [State.ASSIGNED, State.IN_PROGRESS])
def test_to_a_handler(desk: Desk, state: State) -> None:
    case, other = in_hand(desk, state=state), desk.id("other_handler")
    step = Step(
        "forwarded", Audience.REQUESTER, State.ASSIGNED, EntryKind.ORDER, Audience.REQUESTER, WORD, shown="forwarded",
        told={(NoticeKind.ASSIGNED_TO_YOU, "other_handler", False)},
    )  # fmt: skip
    expect.written(desk, "handler", ForwardTicket(case, 1, handler_id=other, order_text=WORD), step)
    row = desk.ticket_row(case)
    assert (row["handler_id"], row["coordinator_id"]) == (other, desk.id("coordinator"))
    assert desk.id("handler") in row["participants"], "who had it goes on reading it"
    expect.stale(desk, "handler", ForwardTicket(case, 1, handler_id=other), by="handler")


def test_to_a_group_in_a_hidden_case(desk: Desk) -> None:
    case = in_hand(desk, hidden=True)
    told = {(NoticeKind.ASSIGNED_TO_GROUP, "other_handler", False)}
    step = Step("forwarded", Audience.INTERNAL, State.ASSIGNED, told=told)
    expect.written(desk, "handler", ForwardTicket(case, 1, group_id=desk.group("Buchhaltung")), step)


def test_refused(desk: Desk) -> None:
    case, other = in_hand(desk), desk.id("other_handler")
    expect.no_function(desk, ForwardTicket(case, 1, other), ["requester", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: ForwardTicket(id_, 1, other), ["mate", "other_handler"])
    assert desk.refused("coordinator", ForwardTicket(case, 1, other)).code == "TD403"
    expect.no_version(desk, "handler", lambda version: ForwardTicket(case, version, other))
    expect.bad(desk, "handler", ForwardTicket(case, 1), "handler_id", why="empty")
    expect.bad(desk, "handler", ForwardTicket(case, 1, other, desk.group("Technik")), "handler_id", why="empty")
    expect.bad(desk, "handler", ForwardTicket(case, 1, desk.id("gone")), "handler_id", why="not_addressable")
    desk.force(case, state=State.REPORTED)
    assert desk.refused("handler", ForwardTicket(case, 1, other)) == ("TD411", {"from": 7, "to": 4})
