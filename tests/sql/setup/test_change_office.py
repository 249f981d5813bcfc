"""api.change_office: what holds for all from now on; what is running keeps its moments."""

from __future__ import annotations

from uuid import uuid4

from tests.sql import expect
from tests.sql.desk import Desk
from ticketdesk.domain.commands import AcceptTicket, ChangeOffice, SendAnswer
from ticketdesk.domain.ids import TicketId


def answered(desk: Desk) -> TicketId:
    case = desk.record()
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", SendAnswer(case, 2, "Fertig.", "Kabel"))
    return case


def days(desk: Desk, case: TicketId) -> int | None:
    return desk.row("select (closes_at - answered_at) as d from td.ticket where id = %s", case)["d"].days


def test_from_now_on(desk: Desk) -> None:
    before = answered(desk)
    request, wish = uuid4(), ChangeOffice(1, " Musterbüro ", True, 3, 7)
    assert desk.do("admin", wish, request) == desk.do("admin", wish, request)
    row = desk.row("select * from td.office")
    assert (row["name"], row["hidden_by_default"], row["reopen_days"], row["close_days"]) == ("Musterbüro", True, 3, 7)
    after = answered(desk)
    assert desk.ticket_row(after)["hidden"] and not desk.ticket_row(before)["hidden"]
    assert (days(desk, before), days(desk, after)) == (14, 7)
    desk.do("admin", ChangeOffice(2, "Musterbüro", False, 0, None))
    assert desk.ticket_row(answered(desk))["closes_at"] is None
    assert desk.refused("admin", wish).detail["version"] == 3


def test_refusals(desk: Desk) -> None:
    version = desk.row("select version from td.office")["version"]
    expect.no_function(desk, ChangeOffice(version, "x", False, 30, 14), ("requester", "handler", "coordinator", "auditor"))
    for reopen, close, field in ((-1, 14, "reopen_days"), (3651, 14, "reopen_days"), (30, 0, "close_days"), (30, 3651, "close_days")):
        expect.bad(desk, "admin", ChangeOffice(version, "x", False, reopen, close), field, why="out_of_range")
    missing: int = None  # type: ignore[assignment]  # as psql would
    expect.bad(desk, "admin", ChangeOffice(version, "x", False, missing, 14), "reopen_days", why="empty")
    expect.bad(desk, "admin", ChangeOffice(version, "x" * 201, False, 30, 14), "name", why="too_long")


def test_coordination_reads_without_the_office_s_own(desk: Desk) -> None:
    told = desk.at("coordinator").execute("select api.setup()").fetchone()
    assert told is not None and told[0]["groups"] == [] and told[0]["office"]["name"] == "" and told[0]["categories"]
