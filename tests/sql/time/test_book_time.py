"""api.book_time: off until switched on, one's own alone, corrected and never overwritten, read by the parties alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import psycopg
import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from ticketdesk.domain.commands import AcceptTicket, AssignTicket, BookTime, ChangeOffice, TakeOver
from ticketdesk.domain.ids import TicketId

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def case(desk: Desk) -> Iterator[TicketId]:
    case = desk.record()
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AssignTicket(case, 2, group_id=desk.group("Technik")))
    desk.do("handler", TakeOver(case, 3))
    yield case


def booked(desk: Desk, key: str, case: TicketId) -> Any:
    row = desk.at(key).execute("select api.durations(%s)", [case]).fetchone()
    assert row is not None
    return row[0]["booked"]


def counts(desk: Desk, case: TicketId) -> list[tuple[int, int]]:
    return [(one["person"], one["minutes"]) for one in booked(desk, "handler", case)]


def test_booked_summed_and_corrected_without_overwriting(desk: Desk, case: TicketId) -> None:
    handler, mate = desk.id("handler"), desk.id("mate")
    first = desk.do("handler", BookTime(case, 45, TODAY, " Vor Ort ")).seq
    desk.do("mate", BookTime(case, 30, TODAY - timedelta(days=1)))
    assert counts(desk, case) == [(mate, 30), (handler, 45)]
    step = desk.last_step(case)
    assert (step["what"], step["audience"], step["data"]) == ("time_booked", 0, {}), "the log says that, and not how much"
    again = desk.do("handler", BookTime(case, 60, TODAY, "", first)).seq
    assert desk.last_step(case)["data"] == {"entry": first}
    desk.do("handler", BookTime(case, 50, TODAY, "", again))
    assert counts(desk, case) == [(mate, 30), (handler, 50)] and booked(desk, "handler", case)[1]["corrected"]
    desk.do("handler", BookTime(case, 0, TODAY, "", first))
    assert counts(desk, case) == [(mate, 30)], "it never was"
    assert desk.row("select count(*) as n, sum(minutes) as m from td.work_time where ticket_id = %s", case) == {"n": 5, "m": 185}
    assert desk.faults(case) == []
    for statement in ("update td.work_time set minutes = 1", "delete from td.work_time"):
        with pytest.raises(psycopg.Error), desk.behind.transaction():
            desk.behind.execute("set local role td_api")
            desk.behind.execute(statement.encode())


def test_only_parties_read_who_booked_what(desk: Desk, case: TicketId) -> None:
    assert booked(desk, "coordinator", case) is not None and booked(desk, "mate", case) is not None
    assert booked(desk, "second_coordinator", case) is None and booked(desk, "auditor", case) is None
    for key in ("handler", "coordinator", "auditor", "admin"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            desk.at(key).execute("select * from td.work_time")


def test_each_corrects_his_own(desk: Desk, case: TicketId) -> None:
    seq = desk.do("mate", BookTime(case, 5, TODAY)).seq
    for key, about in (("handler", seq), ("coordinator", seq), ("mate", 1), ("mate", 9999)):
        expect.bad(desk, key, BookTime(case, 6, TODAY, "", about), "corrects", why="unknown")


@pytest.mark.parametrize(
    ("field", "command"),
    [
        ("minutes", (0, TODAY)), ("minutes", (-5, TODAY)), ("minutes", (1441, TODAY)), ("on_day", (10, date(1989, 1, 1))),
        ("on_day", (10, datetime.now(UTC).date() + timedelta(days=2))),
    ],
)  # fmt: skip
def test_what_cannot_be(desk: Desk, case: TicketId, field: str, command: tuple[int, date]) -> None:
    expect.bad(desk, "handler", BookTime(case, *command), field, why="out_of_range")


def test_repeated_foreign_and_for_whom(desk: Desk, case: TicketId) -> None:
    expect.no_function(desk, BookTime(case, 5, TODAY), ("requester", "admin", "auditor"))
    assert desk.refused_code("other_handler", BookTime(case, 5, TODAY)) == "TD404"
    expect.bad(desk, "handler", BookTime(case, 5, TODAY, "x" * 201), "note", why="too_long")


def test_off_until_the_administration_switches_it_on(desk: Desk, case: TicketId) -> None:
    version = desk.row("select version from td.office")["version"]
    default = "select column_default as d from information_schema.columns where table_name = 'office' and column_name = 'time_booking'"
    assert desk.row(default)["d"] == "false"
    desk.do("admin", ChangeOffice(version, "Musterbüro", False, 30, 14))
    refusal = desk.refused("handler", BookTime(case, 5, TODAY))
    assert (refusal.code, refusal.detail) == ("TD403", {"why": "no_time_booking"})
    assert booked(desk, "handler", case), "what was booked stays to be read"
    desk.do("admin", ChangeOffice(version + 1, "Musterbüro", False, 30, 14, True))
    desk.do("handler", BookTime(case, 5, TODAY))
