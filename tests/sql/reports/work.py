"""Finished work of made-up people, laid past every verb: who did it counts, not how it came about."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.sql.desk import Desk

BERLIN = ZoneInfo("Europe/Berlin")


def month(back: int) -> date:
    """Return the first day of this month, or of one before it."""
    first = datetime.now(BERLIN).date().replace(day=1)
    for _ in range(back):
        first = (first - timedelta(days=1)).replace(day=1)
    return first


def small_office(desk: Desk, months: tuple[date, ...]) -> tuple[dict[str, int], list[int], dict[str, int]]:
    """«Groß» seven people, «Mittel» five, «Klein» two; a customer of everybody's, and one of «Klein»'s first alone."""
    people = [desk.row("insert into td.person (class) values (2) returning id")["id"] for _ in range(14)]
    members = {"Groß": people[:7], "Mittel": people[7:12], "Klein": people[12:]}
    groups, customers = {}, {}
    for name, those in members.items():
        groups[name] = desk.row("insert into td.work_group (name) values (%s) returning id", name)["id"]
        for one in those:
            desk.behind.execute("insert into td.group_member (group_id, person_id) values (%s, %s)", [groups[name], one])
    for name in ("Alle", "Einer"):
        customers[name] = desk.row("insert into td.customer_group (name) values (%s) returning id", name)["id"]
    number = 0
    for first in months:
        for name, those in members.items():
            for one in those:
                for customer in ("Alle", "Einer") if one == people[12] else ("Alle",):
                    number += 1
                    answered(desk, first + timedelta(days=number % 20), groups[name], one, customers[customer], 3600 * number)
    return groups, people, customers


def answered(desk: Desk, day: date, group: int, handler: int, customer: int, seconds: int) -> None:
    """A case that was answered on a day by somebody of a group, after so many seconds in work."""
    at = datetime(day.year, day.month, day.day, 12, tzinfo=BERLIN)
    with desk.behind.transaction():
        desk.behind.execute("set local session_replication_role = replica")
        case = desk.row(
            "insert into td.ticket (kind, subject, state, customer_group_id, recorded_by, group_id, handler_id, recorded_at, updated_at,"
            " answered_at, closed_at, head) values (1, 'x', 9, %s, 1, %s, %s, %s, %s, %s, %s, '') returning id",
            customer, group, handler, at - timedelta(seconds=seconds), at, at, at,
        )["id"]  # fmt: skip
        desk.behind.execute(
            "insert into td.case_time (ticket_id, state, state_since, received_at, answered_at, ended_at, clock_s, business_s,"
            " waiting_clock_s, waiting_business_s, states_clock_s, hand_overs, handed_back, reopened) values"
            " (%s, 9, %s, %s, %s, %s, %s, %s, 0, 0, '{0,0,0,0,0,0,0}', 0, 0, 0)",
            [case, at, at - timedelta(seconds=seconds), at, at, seconds, seconds // 3],
        )
        desk.behind.execute(
            "insert into td.group_time (ticket_id, group_id, stretches, first_at, last_until, clock_s, business_s, waiting_clock_s,"
            " waiting_business_s) values (%s, %s, 1, %s, %s, %s, %s, 0, 0)",
            [case, group, at - timedelta(seconds=seconds), at, seconds, seconds // 3],
        )


def internal(desk: Desk, group: int, measure: int = 3) -> int:
    """A target of a group: an hour by the clock."""
    found = desk.rows("select id from td.commitment where group_id = %s and measure = %s", group, measure)
    if found:
        return int(found[0]["id"])
    return int(
        desk.row(
            "with one as (select nextval('td.commitment_id_seq')::integer as id) insert into td.commitment"
            " (id, family_id, name, measure, group_id, amount_minutes, business, valid_from) overriding system value"
            " select id, id, 'Ziel', %s, %s, 60, false, '2000-01-01' from one returning id", measure, group,
        )["id"]
    )  # fmt: skip


def target(desk: Desk, day: date, group: int, person: int, came_from: int, *, kept: bool = True, measure: int = 3) -> int:
    """A case that came from one group to another on a day, where a person ended its target in time or an hour late."""
    begins = datetime(day.year, day.month, day.day, 10, tzinfo=BERLIN)
    due = begins + timedelta(hours=1)
    ends = due + timedelta(hours=-0.5 if kept else 1)
    promise = internal(desk, group, measure)
    with desk.behind.transaction():
        desk.behind.execute("set local session_replication_role = replica")
        case = desk.row(
            "insert into td.ticket (kind, subject, state, customer_group_id, recorded_by, group_id, recorded_at, updated_at, head)"
            " values (1, 'Ziel', 3, 1, 1, %s, %s, %s, '') returning id", group, begins, ends,
        )["id"]  # fmt: skip
        desk.behind.execute(
            "insert into td.log (ticket_id, seq, at, actor_id, cause, what, audience, data, prev, hash) values"
            " (%s, 1, %s, 1, 1, 'assigned', 0, jsonb_build_object('to', 4, 'group', %s::integer), %s, %s),"
            " (%s, 2, %s, %s, 1, 'reported', 0, '{\"to\": 7}', %s, %s)",
            [case, begins, group, bytes(32), bytes(32), case, ends, person, bytes(32), bytes(32)],
        )
        desk.behind.execute(
            "insert into td.hand_over (ticket_id, seq, at, from_group_id, to_group_id, back) values (%s, 1, %s, %s, %s, false)",
            [case, begins, came_from, group],
        )
        desk.behind.execute(
            "insert into td.clock (ticket_id, commitment_id, measure, group_id, started_at, due_at, tell_at, ended_at, kept)"
            " values (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [case, promise, measure, group, begins, due, due, ends, kept],
        )
    return int(case)


def targets(desk: Desk, groups: dict[str, int], people: list[int], months: tuple[date, ...]) -> None:
    """What groups of the small office did for each other: everybody once a month, the first of each group late; two react in «Groß»."""
    members = {"Groß": people[:7], "Mittel": people[7:12], "Klein": people[12:]}
    for first in months:
        for name, those in members.items():
            came_from = groups["Mittel" if name == "Groß" else "Groß"]
            for number, one in enumerate(those):
                target(desk, first + timedelta(days=number), groups[name], one, came_from, kept=number > 0)
        for one in people[:2]:
            target(desk, first + timedelta(days=9), groups["Groß"], one, groups["Mittel"], measure=1)
