"""Python and the database count business time alike, to the microsecond, in every region, over nights in which the clock changes."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import psycopg
import pytest

from tests.sql.calendars.test_save_calendar import WEEK, saved, wish
from tests.sql.desk import Desk
from tests.support.cluster import Server
from ticketdesk.domain.calendar import MICROSECOND, BusinessTime, Hours, SpecialDay, calendar, lay_out, micros, moment
from ticketdesk.domain.due import ROUND_THE_CLOCK, Clock
from ticketdesk.domain.regions import GERMANY, REGIONS
from ticketdesk.server import calendars
from ticketdesk.services.holiday_days import public_holidays

ROUNDS = int(os.environ.get("TICKETDESK_ROUNDS", "300"))
"""Per calendar; 6,000 of them (`make test-long`) are more than 100,000 cases."""
NOW = datetime(2026, 11, 25, tzinfo=UTC)
NIGHT = (((0, 360), (1320, 1440)),) * 7
PLACES: tuple[tuple[str, str, Any], ...] = (
    *(("Europe/Berlin", region, WEEK) for region in GERMANY if "+" not in region and region != "DE-Augsburg"),
    ("Europe/Berlin", "", NIGHT),
    ("Australia/Lord_Howe", "", (((60, 180),), *NIGHT[:6])),
)


@pytest.fixture(scope="module")
def laid(desk: Desk, server: Server) -> Iterator[dict[int, BusinessTime]]:
    """Each place laid out by the worker, and once more here; three years are enough to meet six changes of the clock."""
    closing = SpecialDay(date(2026, 12, 28), "Betriebsruhe", "Closed", (Hours(600, 660),))
    own = ({"on": "2026-12-28", "name_de": "Betriebsruhe", "name_en": "Closed", "hours": ((600, 660),)},)
    since, until = date(2025, 1, 1), date(2027, 12, 31)
    with pytest.MonkeyPatch.context() as patch, server.cluster.connect(desk.office.database, "td_worker") as worker:
        patch.setattr(calendars, "SINCE", since)
        patch.setattr(calendars, "YEARS_AHEAD", 1)
        numbers = [saved(desk, wish(f"Ort {n}", zone=place[0], region=place[1], week=place[2], days=own)) for n, place in enumerate(PLACES)]
        assert calendars.lay_calendars(worker, now=NOW) == len(PLACES)
    times: dict[int, BusinessTime] = {}
    for number, (zone, region, week) in zip(numbers, PLACES, strict=True):
        made = calendar(zone, [[Hours(*hours) for hours in day] for day in week], [*public_holidays(region, since, until), closing])
        times[number] = lay_out(made, since, until)
    yield times


def test_the_same_to_the_microsecond(desk: Desk, laid: dict[int, BusinessTime]) -> None:
    chance = random.Random(4)
    low, high = micros(datetime(2025, 4, 1, tzinfo=UTC)), micros(datetime(2027, 6, 30, tzinfo=UTC))
    clocks: dict[int | None, Clock] = {None: ROUND_THE_CLOCK, **laid}
    for number, clock in clocks.items():
        at = [moment(chance.randrange(low, high)) for _ in range(ROUNDS)]
        then = [moment(chance.randrange(low, high)) for _ in range(ROUNDS)]
        amounts = [chance.randrange(0, chance.choice((10, 3_600_000_000, 200 * 3_600_000_000))) for _ in range(ROUNDS)]
        rows = desk.behind.execute(
            "select td.business_add(%s, a, n), td.business_subtract(%s, a, n), td.business_between(%s, a, b)"
            " from unnest(%s::timestamptz[], %s::timestamptz[], %s::bigint[]) as u (a, b, n)",
            [number, number, number, at, then, amounts],
        ).fetchall()
        wanted = [
            (clock.add(a, n * MICROSECOND), clock.subtract(a, n * MICROSECOND), clock.between(a, b) // MICROSECOND)
            for a, b, n in zip(at, then, amounts, strict=True)
        ]
        assert rows == wanted, number


def test_the_next_opening_is_the_same(desk: Desk, laid: dict[int, BusinessTime]) -> None:
    chance = random.Random(5)
    for number, clock in laid.items():
        at = [moment(chance.randrange(micros(NOW), micros(NOW) + 300 * 86_400_000_000)) for _ in range(200)]
        rows = desk.behind.execute("select td.next_open(%s, a) from unnest(%s::timestamptz[]) as u (a)", [number, at]).fetchall()
        assert [row[0] for row in rows] == [clock.next_open(a) for a in at]


def test_every_region_has_holidays_with_both_names() -> None:
    for region in REGIONS[1:]:
        days = public_holidays(region, date(2026, 1, 1), date(2026, 12, 31))
        assert len(days) >= 5, region
        assert all(day.name_de and day.name_en and day.public for day in days)
    by = {day.on for day in public_holidays("DE-BY", date(2026, 1, 1), date(2026, 12, 31))}
    catholic = {day.on for day in public_holidays("DE-BY+catholic", date(2026, 1, 1), date(2026, 12, 31))}
    assert catholic - by == {date(2026, 8, 15)}


def test_without_the_worker_a_wrong_log_in_lays_nothing(desk: Desk) -> None:
    for key in ("admin", "coordinator"):
        with pytest.raises(psycopg.Error) as refused:
            desk.at(key).execute("select td.lay_calendar(1, 1, 0, 0, '{}', '{}', '{}', '[]')")
        assert refused.value.sqlstate == "42501"
