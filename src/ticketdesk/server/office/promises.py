"""What the made-up office has promised, and by whose hours: laid before its history, so that the past was measured too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg

from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.states import Priority, Reason
from ticketdesk.server.calendars import lay_calendars

_DAY = ((480, 720), (780, 1020))
_WEEK = (_DAY, _DAY, _DAY, _DAY, ((480, 840),))
"""Monday to Thursday 8 to 12 and 13 to 17, on Fridays 8 to 14."""
_SINCE = datetime(2020, 1, 1, tzinfo=UTC)
_PROMISES = (
    ("Erste Reaktion 8 h", Measure.RESPONSE, 8 * 60, None),
    ("Erste Reaktion dringend 1 h", Measure.RESPONSE, 60, Priority.URGENT),
    ("Lösung 10 Arbeitstage", Measure.RESOLUTION, 80 * 60, None),
    ("Lösung hoch 5 Arbeitstage", Measure.RESOLUTION, 40 * 60, Priority.HIGH),
    ("Lösung dringend 2 Arbeitstage", Measure.RESOLUTION, 16 * 60, Priority.URGENT),
)
_TARGETS = (
    ("IT-Service", "Übernahme durch IT-Service 8 h", Measure.RESPONSE, 8 * 60),
    ("IT-Service", "Rückmeldung von IT-Service 5 Arbeitstage", Measure.RESOLUTION, 40 * 60),
    ("Haustechnik", "Übernahme durch Haustechnik 8 h", Measure.RESPONSE, 8 * 60),
    ("Haustechnik", "Rückmeldung von Haustechnik 5 Arbeitstage", Measure.RESOLUTION, 40 * 60),
)
"""What groups owe each other: apart from what is promised outside."""
_AGO = timedelta(days=150)
"""Since when: the months that somebody looks at, so that the whole past need not be measured before a demonstration begins."""


def promise(connection: psycopg.Connection[Any], now: datetime) -> None:
    """Lay the office's calendar and promises, once. ``connection`` is the superuser's: nobody works there yet."""
    if connection.execute("select 1 from td.calendar limit 1").fetchone():
        return
    with connection.transaction():
        row = connection.execute(
            "insert into td.calendar (name, zone, region) values ('Büro', 'Europe/Berlin', 'DE-BE') returning id"
        ).fetchone()
        assert row is not None
        for weekday, day in enumerate(_WEEK):
            for opens, closes in day:
                connection.execute("insert into td.calendar_hours values (%s, %s, %s, %s)", [row[0], weekday, opens, closes])
        connection.execute("update td.office set calendar_id = %s", [row[0]])
        lay_calendars(connection)
        groups: dict[str, int] = dict(connection.execute("select name, id from td.work_group").fetchall())
        for name, measure, minutes, priority in _PROMISES:
            _commit(connection, name, measure, minutes, since=_SINCE, priority=priority)
        for group, name, measure, minutes in _TARGETS:
            _commit(connection, name, measure, minutes, since=now - _AGO, group=groups[group])


def _commit(
    connection: psycopg.Connection[Any], name: str, measure: Measure, minutes: int, *,
    since: datetime, priority: int | None = None, group: int | None = None,
) -> None:  # fmt: skip
    connection.execute(
        "with one as (select nextval('td.commitment_id_seq')::integer as id)"
        " insert into td.commitment"
        " (id, family_id, name, measure, amount_minutes, business, priority, group_id, stops, warn_percent, valid_from)"
        " overriding system value select id, id, %s, %s, %s, true, %s, %s, %s, 80, %s from one",
        [name, int(measure), minutes, priority, group, [int(Reason.REQUESTER)], since],
    )


def hush(connection: psycopg.Connection[Any]) -> None:
    """Let nobody be told today of what a made-up past broke."""
    connection.execute("update td.clock set warned_for = due_at, told_for = due_at where ended_at is null and due_at < now()")
