"""Lays calendars out for the database: what an administrator wrote becomes spans that everybody counts with.

Part of the worker's round (jobs.py). The spans reach from the year 2000, for cases that are imported, to ten years ahead; they are laid
again when their end comes within nine years.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import psycopg

from ticketdesk.domain.calendar import Hours, SpecialDay, calendar, lay_out, micros
from ticketdesk.domain.errors import BadInput
from ticketdesk.services.holiday_days import public_holidays

log = logging.getLogger(__name__)

SINCE = date(2000, 1, 1)
YEARS_AHEAD = 10


def lay_calendars(worker: psycopg.Connection[Any], *, now: datetime | None = None, given_up: set[tuple[int, int]] | None = None) -> int:
    """Lay out every calendar that was changed or comes to its end; return how many. ``worker`` is td_worker's connection.

    One that cannot be laid out (a zone that this computer does not know) must not stop the worker: it is told of once, kept in ``given_up``
    by id and version, and counts on as it was laid before.
    """
    hopeless = set() if given_up is None else given_up
    today = (now or datetime.now(UTC)).date()
    least = datetime(today.year + YEARS_AHEAD - 1, 1, 1, tzinfo=UTC)
    done = 0
    for row in worker.execute("select id, version, zone, region, week, days from td.calendars_to_lay(%s)", [micros(least)]).fetchall():
        if (row[0], row[1]) in hopeless:
            continue
        try:
            done += _lay(worker, row, date(today.year + YEARS_AHEAD, 12, 31))
        except BadInput as refusal:
            hopeless.add((row[0], row[1]))
            log.error("calendars: %s cannot be laid out: %s", row[0], refusal)
    return done


def _lay(worker: psycopg.Connection[Any], row: Sequence[Any], until: date) -> bool:
    calendar_id, version, zone, region, week, days = row
    holidays = public_holidays(region, SINCE, until)
    made = calendar(zone, [[Hours(*hours) for hours in day] for day in week], [*holidays, *map(_own_day, days)])
    spans = lay_out(made, SINCE, until)
    named = json.dumps([{"on": day.on.isoformat(), "name_de": day.name_de, "name_en": day.name_en} for day in holidays])
    ((laid,),) = worker.execute(
        "select td.lay_calendar(%s, %s, %s, %s, %s, %s, %s, %s)",
        [calendar_id, version, spans.begins, spans.expires, spans.starts, spans.ends, spans.before, named],
    ).fetchall()
    if laid:
        log.info("calendars: %s laid out with %d spans and %d public holidays", calendar_id, len(spans.starts), len(holidays))
    return bool(laid)


def _own_day(day: Mapping[str, Any]) -> SpecialDay:
    hours = tuple(Hours(opens, closes) for opens, closes in zip(day["opens"], day["closes"], strict=True))
    return SpecialDay(date.fromisoformat(day["on"]), day["name_de"], day["name_en"], hours)
