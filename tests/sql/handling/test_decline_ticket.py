"""api.decline_ticket: whoever a case was handed to says with a reason that it is not his."""

from __future__ import annotations

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from tests.sql.handling.test_take_over import assigned
from ticketdesk.domain.commands import DeclineTicket, SetHidden
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State, Way

WHY = "Das Gerät gehört der Haustechnik."
TOLD = {(NoticeKind.DECLINED, "coordinator", False)}


def declined(audience: Audience = Audience.REQUESTER) -> Step:
    shown = "declined" if audience else None
    return Step("declined", audience, State.CLARIFYING, EntryKind.REASON, Audience.INTERNAL, WHY, shown=shown, told=TOLD)


def test_handler_declines(desk: Desk) -> None:
    case = assigned(desk, handler_id=desk.id("handler"))
    expect.written(desk, "handler", DeclineTicket(case, 2, WHY), declined())
    row = desk.ticket_row(case)
    assert (row["handler_id"], row["group_id"], row["coordinator_id"], row["way"]) == (None, None, desk.id("coordinator"), Way.COORDINATED)
    assert WHY not in str(desk.shown(case)), "the reason is for the coordination alone"
    expect.stale(desk, "handler", DeclineTicket(case, 2, WHY), by="handler")


def test_member_declines_for_the_group(desk: Desk) -> None:
    case = assigned(desk)
    desk.do("coordinator", SetHidden(case, 2, True))
    expect.written(desk, "mate", DeclineTicket(case, 3, WHY), declined(Audience.INTERNAL))


def test_direct_case_goes_to_the_pool(desk: Desk) -> None:
    case = desk.record("coordinator", requester_id=desk.id("requester"), handler_id=desk.id("handler"))
    desk.do("handler", DeclineTicket(case, 1, WHY))
    row = desk.ticket_row(case)
    assert (row["state"], row["way"], row["handler_id"], row["coordinator_id"]) == (State.NEW, Way.COORDINATED, None, None)
    assert desk.notices(case, NoticeKind.DECLINED) == {("coordinator", False), ("second_coordinator", False)}
    assert desk.public_row(case)["state"] == 1


def test_refused(desk: Desk) -> None:
    case = assigned(desk, handler_id=desk.id("handler"))
    expect.no_function(desk, DeclineTicket(case, 2, WHY), ["requester", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: DeclineTicket(id_, 2, WHY), ["mate", "other_handler"])
    assert desk.refused("coordinator", DeclineTicket(case, 2, WHY)).code == "TD403"
    expect.no_version(desk, "handler", lambda version: DeclineTicket(case, version, WHY))
    expect.bad_texts(desk, "handler", "reason", lambda text: DeclineTicket(case, 2, text))
    desk.force(case, state=State.IN_PROGRESS)
    assert desk.refused("handler", DeclineTicket(case, 2, WHY)) == ("TD411", {"from": 5, "to": 3})
