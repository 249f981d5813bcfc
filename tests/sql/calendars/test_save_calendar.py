"""api.save_calendar: hours, days and zone of an office; the worker lays out what was written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.support.cluster import Server
from ticketdesk.domain.commands import SaveCalendar
from ticketdesk.domain.ids import CalendarId
from ticketdesk.server import calendars
from ticketdesk.server.calendars import lay_calendars

DAY = ((480, 720), (780, 1020))
WEEK = (DAY, DAY, DAY, DAY, ((480, 780),), (), ())


def wish(name: str, calendar_id: int | None = None, version: int | None = None, **words: Any) -> SaveCalendar:
    given: dict[str, Any] = {"zone": "Europe/Berlin", "region": "DE-BY", "week": WEEK, "days": ()}
    return SaveCalendar(None if calendar_id is None else CalendarId(calendar_id), version, name, **(given | words))


def saved(desk: Desk, command: SaveCalendar) -> int:
    number = desk.do("admin", command).detail["calendar"]
    assert isinstance(number, int)
    return number


@pytest.fixture(scope="module")
def worker(server: Server, desk: Desk) -> Any:
    # A few years are laid out in a blink.
    with pytest.MonkeyPatch.context() as patch, server.cluster.connect(desk.office.database, "td_worker") as connection:
        patch.setattr(calendars, "SINCE", date(2022, 1, 1))
        yield connection


def added(desk: Desk, calendar_id: int, at: datetime, hours: float) -> datetime:
    found = desk.row("select td.business_add(%s, %s, %s) as at", calendar_id, at, int(hours * 3_600_000_000))["at"]
    assert isinstance(found, datetime)
    return found


def test_kept_and_laid_out(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    eve = {"on": "2026-12-24", "name_de": "Heiligabend", "name_en": "Christmas Eve", "hours": ((480, 720),)}
    command, request = wish("Büro Augsburg", region="DE-Augsburg", days=(eve,)), uuid4()
    outcome = desk.do("admin", command, request)
    assert desk.do("admin", command, request) == outcome
    number: Any = outcome.detail["calendar"]
    assert expect.whole_answer(desk, "admin", wish("Büro Augsburg"))[0] == "TD422"
    assert lay_calendars(worker, now=datetime(2026, 11, 25, tzinfo=UTC)) == 1
    assert lay_calendars(worker, now=datetime(2026, 11, 25, tzinfo=UTC)) == 0, "what is laid stays"
    peace = desk.row("select * from td.calendar_day where calendar_id = %s and on_day = '2026-08-08'", number)
    assert (peace["public"], peace["name_en"]) == (True, "Augsburg Peace Festival")
    # Thursday 24 December ends at noon; Friday and Saturday are holidays, Monday counts on.
    assert added(desk, number, datetime(2026, 12, 24, 10, tzinfo=UTC), 2) == datetime(2026, 12, 28, 8, tzinfo=UTC)
    for key in ("handler", "coordinator", "auditor"):
        assert desk.at(key).execute("select count(*) from td.calendar_hours where calendar_id = %s", [number]).fetchone() == (9,)


def test_changed_and_laid_again_also_near_its_end(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    number = saved(desk, wish("Lager"))
    lay_calendars(worker)
    monday = datetime(2026, 11, 30, 16, tzinfo=UTC)
    assert added(desk, number, monday, 1) == datetime(2026, 12, 1, 8, tzinfo=UTC)
    assert desk.do("admin", wish("Lager", number, 1, week=(((0, 1440),),) * 7, region="")).version == 2
    assert added(desk, number, monday, 1) == datetime(2026, 12, 1, 8, tzinfo=UTC), "until the worker comes"
    assert lay_calendars(worker) == 1
    assert added(desk, number, monday, 1) == monday + timedelta(hours=1)
    assert desk.rows("select * from td.calendar_day where calendar_id = %s", number) == []
    refusal = desk.refused("admin", wish("Lager", number, 1))
    assert (refusal.code, refusal.detail["version"]) == ("TD409", 2)
    assert lay_calendars(worker, now=datetime(2028, 6, 1, tzinfo=UTC)) >= 1, "the end comes nearer"


def test_what_was_changed_while_it_was_laid_is_laid_next_time(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    number = saved(desk, wish("Eilig"))
    row = worker.execute("select td.lay_calendar(%s, 7, 0, 0, '{}', '{}', '{}', '[]')", [number]).fetchone()
    assert row == (False,)
    assert lay_calendars(worker) == 1


def test_one_that_cannot_be_laid_out_stops_nobody(desk: Desk, worker: psycopg.Connection[Any], caplog: pytest.LogCaptureFixture) -> None:
    broken = saved(desk, wish("Ohne Zone"))
    desk.behind.execute("update td.calendar set zone = 'Mars/Olympus' where id = %s", [broken])
    sound = saved(desk, wish("Mit Zone"))
    given_up: set[tuple[int, int]] = set()
    assert lay_calendars(worker, given_up=given_up) == 1 and lay_calendars(worker, given_up=given_up) == 0
    assert given_up == {(broken, 1)} and len([one for one in caplog.records if "cannot be laid out" in one.message]) == 1
    assert added(desk, sound, datetime(2026, 11, 30, 16, tzinfo=UTC), 1) == datetime(2026, 12, 1, 8, tzinfo=UTC)
    caplog.clear()
    desk.behind.execute("update td.calendar set zone = 'Europe/Berlin' where id = %s", [broken])
    assert lay_calendars(worker) == 1


@pytest.mark.parametrize("key", ["coordinator", "handler", "requester", "auditor"])
def test_only_the_administration_writes(desk: Desk, key: str) -> None:
    assert desk.refused_code(key, wish("Fremd")) == "42501"


@pytest.mark.parametrize(
    ("field", "why", "words"),
    [
        ("name", "empty", {"name": "  "}),
        ("zone", "unknown_zone", {"zone": "Mars/Olympus"}),
        ("region", "unknown", {"region": "DE-BY'; drop"}),
        ("week", "no_working_hours", {"week": ((),) * 7}),
        ("week", "no_working_hours", {"week": (DAY,) * 6}),
        ("week", "bad_hours", {"week": (((480, 480),),) * 7}),
        ("week", "bad_hours", {"week": (((480, 1441),),) * 7}),
        ("week", "bad_hours", {"week": ((("x", 9),),) * 7}),
        ("week", "overlapping_hours", {"week": (((480, 720), (700, 800)),) * 7}),
        ("days", "overlapping_hours", {"days": ({"on": "2026-12-24", "hours": ((0, 9), (8, 10))},)}),
        ("days", "out_of_range", {"days": ({"on": "20260-12-24"},)}),
        ("days", "unknown", {"days": ({"on": "Heiligabend"},)}),
        ("days", "out_of_range", {"days": ({},)}),
    ],
)
def test_what_makes_no_sense_is_refused(desk: Desk, field: str, why: str, words: dict[str, Any]) -> None:
    given = {"name": f"Unsinn {why}", **words}
    expect.bad(desk, "admin", wish(given.pop("name"), **given), field, why=why)
    assert desk.refused_code("admin", wish("Ohne Nummer", expect.ABSENT, 1)) == "TD404"


def test_outside_of_what_is_laid_out_there_is_no_guess(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    number = saved(desk, wish("Grenzen"))
    for question in ("td.business_add(%s, '2026-01-01', 1)", "td.business_between(%s, '1995-01-01', '2026-01-01')"):
        with pytest.raises(psycopg.Error) as refused:
            desk.behind.execute(f"select {question}".encode(), [number])
        assert refused.value.sqlstate == "TD422"
    lay_calendars(worker)
    for question in (
        "td.business_add(%s, '2030-01-01', 8 * 3600 * 1000000::bigint * 3000)",
        "td.business_subtract(%s, '2022-01-04', 3600 * 1000000::bigint * 80)",
        "td.business_between(%s, '1995-01-01', '2026-01-01')",
        "td.business_add(%s, '2026-01-01', -1)",
    ):
        with pytest.raises(psycopg.Error) as refused:
            desk.behind.execute(f"select {question}".encode(), [number])
        assert refused.value.sqlstate == "TD422", question
