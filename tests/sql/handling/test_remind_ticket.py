"""api.remind_ticket: whoever has a case or part is reminded of it, by whoever waits for it, and not again for a quarter of an hour."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from tests.sql.handling.test_take_over import assigned
from tests.sql.parts.family import clarifying, split, to_handlers, wish
from ticketdesk.domain.commands import AssignTicket, RemindTicket, SetHidden, TakeOver
from ticketdesk.domain.entry import Audience
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State


def reminded(state: State, *keys: str) -> Step:
    return Step("reminded", Audience.INTERNAL, state, told={(NoticeKind.REMINDED, key, False) for key in keys})


def test_the_handler_is_told_and_the_requester_learns_nothing(desk: Desk) -> None:
    case = assigned(desk, handler_id=desk.id("handler"))
    desk.do("handler", TakeOver(case, 2))
    before = desk.public_row(case)
    expect.written(desk, "second_coordinator", RemindTicket(case), reminded(State.IN_PROGRESS, "handler"))
    assert desk.last_step(case)["data"] == {"handler": desk.id("handler")} and desk.public_row(case) == before
    assert desk.faults(case) == []


def test_a_group_while_nobody_has_it(desk: Desk) -> None:
    case = assigned(desk)
    desk.do("coordinator", SetHidden(case, 2, True))
    expect.written(desk, "coordinator", RemindTicket(case), reminded(State.ASSIGNED, "handler", "mate"))


def test_of_a_part_by_whoever_commissioned_it(desk: Desk) -> None:
    case = clarifying(desk, handler_id=desk.id("handler"), participants=[desk.id("handler")], state=State.IN_PROGRESS)
    part, outside = split(desk, case, wish(handler_id=desk.id("mate")), wish(contact="Lieferant"), key="handler")
    desk.do("mate", TakeOver(part, 1))
    told = desk.row("select coalesce(max(id), 0) as n from td.notice")["n"]
    desk.do("handler", RemindTicket(part))
    new = desk.rows("select person_id, kind, ticket_id from td.notice where id > %s", told)
    assert new == [{"person_id": desk.id("mate"), "kind": NoticeKind.REMINDED, "ticket_id": part}]
    assert desk.refused_code("mate", RemindTicket(part)) == "TD403"
    assert desk.refused_code("handler", RemindTicket(outside)) == "TD411", "nobody outside has a log-in"


def test_once_in_a_quarter_of_an_hour_but_whoever_got_it_since_may_be_reminded(desk: Desk) -> None:
    case, request = assigned(desk, handler_id=desk.id("handler")), uuid4()
    outcome = desk.do("coordinator", RemindTicket(case), request)
    assert desk.do("coordinator", RemindTicket(case), request) == outcome
    refusal = desk.refused("second_coordinator", RemindTicket(case))
    at = refusal.detail.pop("at")
    assert at and refusal == ("TD422", {"field": "ticket_id", "why": "reminded_already", "by": desk.id("coordinator")})
    desk.do("coordinator", AssignTicket(case, 3, handler_id=desk.id("mate")))
    desk.do("coordinator", RemindTicket(case))
    with desk.behind.transaction():
        desk.behind.execute("set local session_replication_role = replica")
        desk.behind.execute("update td.log set at = at - interval '16 minutes' where ticket_id = %s", [case])
    desk.do("coordinator", RemindTicket(case))


@pytest.mark.parametrize("state", sorted(set(State) - {State.ASSIGNED, State.IN_PROGRESS, State.WAITING}))
def test_of_what_lies_with_nobody_nobody_is_reminded(desk: Desk, state: State) -> None:
    case = desk.record()
    desk.force(case, state=state, handler_id=desk.id("handler"))
    assert desk.refused_code("coordinator", RemindTicket(case)) == "TD411"


def test_refused(desk: Desk) -> None:
    case = assigned(desk, handler_id=desk.id("handler"))
    expect.no_function(desk, RemindTicket(case), ["requester", "admin", "auditor"])
    expect.not_there(desk, case, RemindTicket, ["mate", "other_handler"])
    assert desk.refused_code("handler", RemindTicket(case)) == "TD403"
    (part,) = to_handlers(desk, clarifying(desk), "second_coordinator")
    assert desk.refused_code("second_coordinator", RemindTicket(part)) == "TD411", "nobody reminds himself"
