"""Which cases the made-up office has, and when each began: a year of finished ones, and those that are open today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from ticketdesk.domain.states import State
from ticketdesk.server.office import clock
from ticketdesk.server.office.story import Ids, Plan, script

AIMS = {
    State.NEW: 5, State.ACCEPTED: 5, State.CLARIFYING: 4, State.ASSIGNED: 10, State.IN_PROGRESS: 11, State.WAITING: 5, State.REPORTED: 5,
    State.ANSWERED: 14,
}  # fmt: skip
"""How many cases stand where today, in an office of 500 cases or more; all others are finished."""

YEAR_DAYS = 365
FULL_SIZE = 500


def history(seed: int, cases: int, *, now: datetime, ids: Ids) -> list[dict[str, Any]]:
    """Return so many cases as td.seed_case reads them, oldest first; nothing in them is later than ``now``."""
    begun = []
    for number, aim in enumerate(_aims(cases)):
        dice = Random(f"{seed}/{number}")
        plan = Plan(dice, aim=aim)
        begun.append((_start(dice, plan, now), number, plan))
    begun.sort(key=lambda one: one[:2])
    return [script(plan, start, ids) for start, _, plan in begun]


def _aims(cases: int) -> Iterator[State | None]:
    share = min(1.0, cases / FULL_SIZE)
    aims = [aim for aim, count in AIMS.items() for _ in range(max(1, round(count * share)))][:cases]
    yield from aims
    yield from [None] * (cases - len(aims))


def _start(dice: Random, plan: Plan, now: datetime) -> datetime:
    today = clock.local(now).date()
    if plan.aim is None:
        # A little busier towards today; Mondays and Tuesdays are the busiest.
        back = round(YEAR_DAYS * (1 - dice.random() ** 0.85))
        day = today - timedelta(days=back)
        if day.weekday() > 1 and dice.random() < 0.12:
            day -= timedelta(days=day.weekday() - dice.randint(0, 1))
    else:
        day = today - timedelta(days=dice.choice((0, 0, 1, 1, 2, 3, 5, 8)))
    start = clock.random_moment(dice, _workday_until(day))
    while clock.later(start, plan.minutes) > now - timedelta(minutes=7):
        day = _workday_until(clock.local(start).date() - timedelta(days=1))
        start = clock.random_moment(dice, day)
    return start


def _workday_until(day: Any) -> Any:
    while not clock.is_workday(day):
        day -= timedelta(days=1)
    return day
