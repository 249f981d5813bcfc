"""Business time: adding and measuring over a month and over ten years, in Python; laying a calendar out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

from bench.measure import Figure, Series
from bench.office import Office
from ticketdesk.domain.calendar import Hours, calendar, lay_out
from ticketdesk.services.holiday_days import public_holidays

SINCE, UNTIL = date(2000, 1, 1), date(2037, 12, 31)
"""The years that the server lays out."""
BATCH = 1000
DAY = (Hours(480, 720), Hours(780, 1020))


def figures(_office: Office, *, runs: int = 50) -> Iterator[Figure]:
    """Measure with two spans a day and the public holidays of Bavaria."""
    made = calendar("Europe/Berlin", [DAY] * 5 + [(), ()], public_holidays("DE-BY", SINCE, UNTIL))
    began = time.perf_counter()
    clock = lay_out(made, SINCE, UNTIL)
    yield Figure("a calendar of 38 years laid out", 0, (time.perf_counter() - began) * 1000, 1000.0, remark=f"{len(clock.starts):,} spans")
    start = datetime(2026, 11, 2, 9, tzinfo=UTC)
    for word, days, hours, goal in (("a month", 30, 160, 20.0), ("ten years", 3650, 20_000, 200.0)):
        amount, end = timedelta(hours=hours), start + timedelta(days=days)
        for what, act in (("add", lambda a=amount: clock.add(start, a)), ("between", lambda e=end: clock.between(start, e))):
            series = _micros(act, runs)
            yield Figure(f"business time, {what} over {word}", 0, series.median, goal, unit="µs", p95=series.p95)


def _micros(act: Callable[[], object], runs: int) -> Series:
    found = []
    for _ in range(runs):
        began = time.perf_counter()
        for _ in range(BATCH):
            act()
        found.append((time.perf_counter() - began) * 1_000_000 / BATCH)
    return Series(tuple(found))
