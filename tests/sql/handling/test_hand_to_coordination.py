"""api.hand_to_coordination: a direct case's handler lets the coordination take it on."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from tests.sql.handling.test_set_waiting import in_hand
from ticketdesk.domain.commands import AcceptTicket, HandToCoordination
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State, Way

WHY = "Das betrifft drei Abteilungen."


@pytest.mark.parametrize("state", [State.ASSIGNED, State.IN_PROGRESS])
def test_handed(desk: Desk, state: State) -> None:
    case = in_hand(desk, state=state, way=Way.DIRECT, coordinator_id=None)
    step = Step(
        "handed_to_coordination", Audience.REQUESTER, State.NEW, EntryKind.REASON, Audience.INTERNAL, WHY, shown="handed_to_coordination",
        told={(NoticeKind.NEW_CASE, "coordinator", False), (NoticeKind.NEW_CASE, "second_coordinator", False)},
    )  # fmt: skip
    told = desk.notices(case, NoticeKind.NEW_CASE)
    assert len(told) == 2
    desk.behind.execute("delete from td.notice where ticket_id = %s", [case])
    expect.written(desk, "handler", HandToCoordination(case, 1, WHY), step)
    row = desk.ticket_row(case)
    assert (row["way"], row["handler_id"], row["group_id"]) == (Way.COORDINATED, None, None)
    desk.do("coordinator", AcceptTicket(case, 2))


def test_refused(desk: Desk) -> None:
    case = in_hand(desk)
    expect.no_function(desk, HandToCoordination(case, 1), ["requester", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: HandToCoordination(id_, 1), ["mate", "other_handler"])
    expect.no_version(desk, "handler", lambda version: HandToCoordination(case, version))
    assert desk.refused("handler", HandToCoordination(case, 1)).code == "TD403", "a coordinated case is given back or declined"
    direct = in_hand(desk, way=Way.DIRECT, state=State.WAITING)
    assert desk.refused("handler", HandToCoordination(direct, 1)) == ("TD411", {"from": 6, "to": 1})
