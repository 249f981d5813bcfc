"""Business time: what is counted, added and explained, in every zone, over changes of the clock and through pauses."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ticketdesk.domain.calendar import BusinessTime, Calendar, Hours, SpecialDay, calendar, civil, lay_out
from ticketdesk.domain.due import ROUND_THE_CLOCK, Pause, Why, due_at, explain, read
from ticketdesk.domain.errors import BadInput

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = ((Hours(8 * 60, 12 * 60), Hours(13 * 60, 17 * 60)),) * 5 + ((), ())
NIGHT = ((Hours(0, 6 * 60), Hours(22 * 60, 24 * 60)),) * 7
UNITY = SpecialDay(date(2026, 10, 3), "Tag der Deutschen Einheit", "German Unity Day", public=True)
EASTER = SpecialDay(date(2026, 4, 6), "Ostermontag", "Easter Monday", public=True)
EVE = SpecialDay(date(2026, 12, 24), "Heiligabend", "Christmas Eve", (Hours(8 * 60, 12 * 60),))


def berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def laid(one: Calendar) -> BusinessTime:
    return lay_out(one, date(2024, 1, 1), date(2028, 12, 31))


OFFICE_CALENDAR = calendar("Europe/Berlin", OFFICE, [UNITY, EASTER, EVE])
OFFICE_TIME = laid(OFFICE_CALENDAR)


def test_an_amount_goes_over_lunch_the_night_and_the_weekend() -> None:
    friday = berlin("2026-11-27 16:00")
    assert OFFICE_TIME.add(friday, timedelta(hours=2)) == berlin("2026-11-30 09:00")
    assert OFFICE_TIME.add(berlin("2026-11-30 11:30"), timedelta(hours=1)) == berlin("2026-11-30 13:30")


def test_what_ends_with_the_day_is_due_then_and_not_next_morning() -> None:
    assert OFFICE_TIME.add(berlin("2026-11-30 15:00"), timedelta(hours=2)) == berlin("2026-11-30 17:00")


def test_nothing_to_add_leaves_the_moment() -> None:
    sunday = berlin("2026-11-29 11:00")
    assert OFFICE_TIME.add(sunday, timedelta(0)) == sunday
    assert OFFICE_TIME.subtract(sunday, timedelta(0)) == sunday


def test_holidays_and_own_days_do_not_count() -> None:
    assert OFFICE_TIME.between(berlin("2026-04-06 00:00"), berlin("2026-04-07 00:00")) == timedelta(0)
    assert OFFICE_TIME.between(berlin("2026-12-24 00:00"), berlin("2026-12-25 00:00")) == timedelta(hours=4)


def test_own_days_win_over_public_holidays() -> None:
    open_anyway = SpecialDay(EASTER.on, "Messe", "Trade fair", (Hours(600, 660),))
    for order in ([EASTER, open_anyway], [open_anyway, EASTER]):
        time = laid(calendar("Europe/Berlin", OFFICE, order))
        assert time.between(berlin("2026-04-06 00:00"), berlin("2026-04-07 00:00")) == timedelta(hours=1)


def test_a_night_shift_is_shorter_and_longer_when_the_clock_changes() -> None:
    time = laid(calendar("Europe/Berlin", NIGHT))
    ordinary = time.between(berlin("2026-03-27 12:00"), berlin("2026-03-28 12:00"))
    forward = time.between(berlin("2026-03-28 12:00"), berlin("2026-03-29 12:00"))
    back = time.between(berlin("2026-10-24 12:00"), berlin("2026-10-25 12:00"))
    assert (ordinary, forward, back) == (timedelta(hours=8), timedelta(hours=7), timedelta(hours=9))
    assert len(time.starts) == (date(2028, 12, 31) - date(2024, 1, 1)).days + 2, "a shift across midnight is one span"


def test_a_wall_clock_time_that_does_not_exist_is_the_moment_of_the_change() -> None:
    gap = date(2026, 3, 29)
    assert civil(BERLIN, gap, 2 * 60) == civil(BERLIN, gap, 150) == civil(BERLIN, gap, 3 * 60) == datetime(2026, 3, 29, 1, tzinfo=UTC)
    lost = laid(calendar("Europe/Berlin", ((Hours(120, 150), Hours(180, 240)),) * 7))
    assert lost.between(berlin("2026-03-29 00:00"), berlin("2026-03-29 12:00")) == timedelta(hours=1)


def test_round_the_clock_through_both_changes() -> None:
    assert ROUND_THE_CLOCK.add(berlin("2026-10-25 00:00").astimezone(UTC), timedelta(hours=24)) == berlin("2026-10-25 23:00")
    assert ROUND_THE_CLOCK.between(berlin("2026-10-25 12:00").astimezone(UTC), berlin("2026-10-25 11:00").astimezone(UTC)) == timedelta(0)


def test_open_and_the_next_opening() -> None:
    assert OFFICE_TIME.is_open(berlin("2026-11-30 08:00")) and not OFFICE_TIME.is_open(berlin("2026-11-30 17:00"))
    assert OFFICE_TIME.next_open(berlin("2026-11-28 03:00")) == berlin("2026-11-30 08:00")
    assert OFFICE_TIME.next_open(berlin("2026-11-30 09:30")) == berlin("2026-11-30 09:30")


@pytest.mark.parametrize(
    ("why", "week", "zone"),
    [
        ("no_working_hours", ((),) * 7, "Europe/Berlin"),
        ("no_working_hours", OFFICE[:5], "Europe/Berlin"),
        ("overlapping_hours", ((Hours(480, 720), Hours(700, 900)),) * 7, "Europe/Berlin"),
        ("bad_hours", ((Hours(480, 480),),) * 7, "Europe/Berlin"),
        ("bad_hours", ((Hours(480, 1441),),) * 7, "Europe/Berlin"),
        ("unknown_zone", OFFICE, "Mars/Olympus"),
        ("unknown_zone", OFFICE, "../etc/passwd"),
    ],
)
def test_a_calendar_that_makes_no_sense_is_refused_with_the_reason(why: str, week: tuple[tuple[Hours, ...], ...], zone: str) -> None:
    with pytest.raises(BadInput) as refusal:
        calendar(zone, week)
    assert refusal.value.detail["why"] == why


def test_outside_the_years_laid_out_there_is_no_guess() -> None:
    for ask in (
        lambda: OFFICE_TIME.add(berlin("2028-12-29 16:00"), timedelta(hours=2)),
        lambda: OFFICE_TIME.subtract(berlin("2024-01-02 09:00"), timedelta(days=2)),
        lambda: OFFICE_TIME.between(berlin("2023-12-31 09:00"), berlin("2024-02-01 09:00")),
        lambda: OFFICE_TIME.next_open(berlin("2028-12-31 09:00")),
    ):
        with pytest.raises(BadInput) as refusal:
            ask()
        assert refusal.value.detail["why"] == "outside_calendar"


MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31)).map(lambda at: at.replace(tzinfo=UTC))
AMOUNTS = st.integers(1, 60 * 86_400 * 1_000_000).map(lambda micros: timedelta(microseconds=micros))
PAIRS = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).filter(lambda pair: pair[0] < pair[1])
DAYS = st.lists(PAIRS.map(lambda pair: Hours(*pair)), max_size=1)
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])
CALENDARS = st.builds(lambda zone, week: calendar(zone, week), ZONES, st.lists(DAYS, min_size=7, max_size=7).filter(any))


@settings(max_examples=60, deadline=None)
@given(CALENDARS, MOMENTS, MOMENTS)
def test_adding_undoes_measuring(one: Calendar, first: datetime, second: datetime) -> None:
    time = laid(one)
    since, until = sorted((first, second))
    spent = time.between(since, until)
    back = time.add(since, spent)
    # Between two openings no time passes: the sum is the end of the last one, and nothing lies between it and the moment.
    assert back <= until or spent == timedelta(0)
    assert time.between(back, until) == timedelta(0)
    if spent and (time.is_open(until - timedelta(microseconds=1))):
        assert back == until
    assert time.between(time.subtract(until, spent), until) == spent


def pauses_of(moments: list[datetime]) -> list[Pause]:
    ordered = sorted(set(moments))
    return [Pause(low, high) for low, high in zip(ordered[::2], ordered[1::2], strict=False)]


@settings(max_examples=150, deadline=None)
@given(MOMENTS, AMOUNTS, st.lists(MOMENTS, max_size=8).map(pauses_of))
def test_what_an_explanation_counts_is_the_amount(start: datetime, amount: timedelta, pauses: list[Pause]) -> None:
    later = [pause for pause in pauses if pause.since > start]
    amount = min(amount, timedelta(hours=200))
    try:
        due = due_at(OFFICE_TIME, start, amount, later)
    except BadInput:
        return
    assert due is not None
    lines = explain(OFFICE_CALENDAR, OFFICE_TIME, start, amount, later)
    assert sum((line.counted for line in lines), timedelta(0)) == amount
    assert read(OFFICE_TIME, start, amount, later, due).left == timedelta(0)
    assert max(line.until for line in lines if line.why is Why.COUNTED) == due


def test_a_pause_moves_the_date_by_what_it_took_of_the_working_time() -> None:
    start, amount = berlin("2026-11-27 15:00"), timedelta(hours=4)
    weekend = Pause(berlin("2026-11-27 16:00"), berlin("2026-11-30 09:00"))
    assert due_at(OFFICE_TIME, start, amount) == berlin("2026-11-30 10:00")
    assert due_at(OFFICE_TIME, start, amount, [weekend]) == berlin("2026-11-30 13:00") - timedelta(hours=1)


def test_what_was_broken_stays_broken() -> None:
    start, amount = berlin("2026-11-30 08:00"), timedelta(hours=1)
    late = Pause(berlin("2026-11-30 10:00"), berlin("2026-11-30 12:00"))
    assert due_at(OFFICE_TIME, start, amount, [late]) == berlin("2026-11-30 09:00")
    assert due_at(OFFICE_TIME, start, amount, [Pause(berlin("2026-11-30 10:00"))]) == berlin("2026-11-30 09:00")


def test_broken_means_that_the_moment_is_over_also_after_hours() -> None:
    start, amount = berlin("2026-11-30 15:00"), timedelta(hours=2)
    in_time, late = berlin("2026-11-30 17:00"), berlin("2026-11-30 18:00")
    assert not read(OFFICE_TIME, start, amount, [], in_time).broken
    reading = read(OFFICE_TIME, start, amount, [], late)
    assert reading.broken and reading.left == timedelta(0)
    # Waiting that begins after hours gains nothing: the day's end was the date.
    assert read(OFFICE_TIME, start, amount, [Pause(late)], berlin("2026-12-02 09:00")).broken
    assert not read(OFFICE_TIME, start, amount, [Pause(berlin("2026-11-30 16:59"))], berlin("2026-12-02 09:00")).broken


def test_a_clock_that_stands_still_has_no_date_but_says_what_is_left() -> None:
    start, amount = berlin("2026-11-30 08:00"), timedelta(hours=6)
    still = [Pause(berlin("2026-11-30 10:00"), reason=2)]
    reading = read(OFFICE_TIME, start, amount, still, berlin("2026-12-03 10:00"))
    assert (reading.due_at, reading.left, reading.stopped_since) == (None, timedelta(hours=4), still[0].since)
    lines = explain(OFFICE_CALENDAR, OFFICE_TIME, start, amount, still)
    assert [(line.why, line.counted) for line in lines] == [(Why.COUNTED, timedelta(hours=2))]


def test_an_explanation_names_holidays_days_off_and_pauses() -> None:
    pause = Pause(berlin("2026-04-07 09:00"), berlin("2026-04-07 10:00"), reason=1)
    lines = explain(OFFICE_CALENDAR, OFFICE_TIME, berlin("2026-04-03 15:00"), timedelta(hours=5), [pause])
    told = [(line.on.day, line.why, line.name_de, line.counted.total_seconds() / 3600) for line in lines]
    assert told == [
        (3, Why.COUNTED, "", 2),
        (4, Why.DAY_OFF, "", 0),
        (5, Why.DAY_OFF, "", 0),
        (6, Why.HOLIDAY, "Ostermontag", 0),
        (7, Why.COUNTED, "", 1),
        (7, Why.PAUSED, "", 0),
        (7, Why.COUNTED, "", 2),
    ]


def test_without_a_calendar_every_hour_is_told() -> None:
    lines = explain(None, ROUND_THE_CLOCK, berlin("2026-03-28 12:00"), timedelta(hours=24))
    assert [(line.on.day, line.counted.total_seconds() / 3600) for line in lines] == [(28, 12), (29, 12)]
    assert lines[-1].until == berlin("2026-03-29 13:00")
