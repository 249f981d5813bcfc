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
