"""Targets between groups: as they were kept by real steps, told of five and more alone, and to no customer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.sql.desk import Desk
from tests.sql.reports.work import internal, month, small_office, target, targets
from tests.support.cluster import OfficeDb
from ticketdesk.domain.commands import AcceptTicket, AssignTicket, ForwardTicket, TakeOver, TurnEvaluationKey

SINCE, MIDDLE, UNTIL = month(3), month(2), month(1)
TODAY = datetime.now(UTC).date()
World = tuple[Desk, dict[str, int], list[int]]


@pytest.fixture(scope="module")
def world(shared_office: OfficeDb) -> Iterator[World]:
    with Desk(shared_office) as desk:
        groups, people, _ = small_office(desk, ())
        targets(desk, groups, people, (SINCE, MIDDLE))
        yield desk, groups, people


def told(desk: Desk, since: date = SINCE, until: date = UNTIL, customers: tuple[int, ...] = (), *, public: bool = False,
         key: str = "coordinator") -> Any:  # fmt: skip
    row = desk.at(key).execute("select api.report_service(%s, %s, %s, %s)", [since, until, list(customers), public]).fetchone()
    assert row is not None
    return row[0]["targets"]


def test_groups_of_five_with_what_is_left_over(world: World) -> None:
    """«Klein» is two people, and two alone reacted in «Groß»: with these «Mittel» is held back too, which has the least work."""
    desk, groups, _ = world
    report = told(desk, key="auditor")
    assert report["groups"] == [[groups["Groß"], 3, 12, 2, 0]] and report["held_back"] == 3
    assert report["pairs"] == [[groups["Mittel"], groups["Groß"], 3, 12, 2]]
    misses = report["misses"]
    assert misses["all"] == 2 == len(misses["rows"])
    for row in misses["rows"]:
        assert (row["group"], row["from"], row["measure"], row["over_s"], row["why"]) == (groups["Groß"], groups["Mittel"], 3, 3600,
                                                                                        "not_taken_over")  # fmt: skip
    assert told(desk, MIDDLE, UNTIL)["before"] == told(desk, SINCE, MIDDLE)["groups"] == [[groups["Groß"], 3, 6, 1, 0]]


def test_the_same_as_an_independent_count(world: World) -> None:
    desk, groups, people = world
    rows = desk.rows("select * from td.report_targets_in(%s, %s, null)", SINCE, UNTIL)
    assert len(rows) == 2 * (7 + 5 + 2 + 2) and {row["person_id"] for row in rows} == set(people)
    assert {row["from_group_id"] for row in rows if row["group_id"] == groups["Klein"]} == {groups["Groß"]}


def test_a_pair_of_few_is_no_way_in(world: World) -> None:
    """Two people's work from another group: neither that pair is told, nor the one that is left when it is subtracted."""
    desk, groups, people = world
    with desk.behind.transaction(force_rollback=True):
        for first in (SINCE, MIDDLE):
            for one in people[:2]:
                target(desk, first + timedelta(days=12), groups["Groß"], one, groups["Klein"])
        sums = desk.row("select td.report_target_sums(%s, %s, null, 5) as it", SINCE, UNTIL)["it"]
    assert sums["groups"] == [[groups["Groß"], 3, 16, 2, 0]] and sums["pairs"] == []


def test_a_group_with_fewer_members_is_not_told_whoever_did_the_work(world: World) -> None:
    desk, groups, people = world
    with desk.behind.transaction(force_rollback=True):
        desk.behind.execute("delete from td.group_member where group_id = %s and person_id = any (%s)", [groups["Groß"], people[:3]])
        sums = desk.row("select td.report_target_sums(%s, %s, null, 5) as it", SINCE, UNTIL)["it"]
        assert {row[0] for row in sums["groups"]} == {groups["Mittel"]}


@pytest.mark.parametrize(
    ("since", "until", "why"),
    [(SINCE + timedelta(days=1), UNTIL, "not_a_month"), (SINCE, UNTIL - timedelta(days=1), "not_a_month"),
     (month(0), (month(0) + timedelta(days=32)).replace(day=1), "not_over")],
)  # fmt: skip
def test_two_periods_cannot_differ_by_a_day(world: World, since: date, until: date, why: str) -> None:
    assert told(world[0], since, until) == {"withheld": why}


def test_no_customer_reads_of_them_and_none_is_a_sieve(world: World) -> None:
    desk = world[0]
    customer = desk.row("select min(id) as id from td.customer_group")["id"]
    assert told(desk, customers=(customer,), public=True) is None
    assert told(desk, customers=(customer,)) == {"withheld": "customers"}


def test_an_office_without_targets_says_nothing(world: World) -> None:
    desk = world[0]
    with desk.behind.transaction(force_rollback=True):
        desk.behind.execute("set local session_replication_role = replica")
        desk.behind.execute("delete from td.commitment where group_id is not null")
        assert desk.row("select td.report_targets(%s, %s, null, null) as it", SINCE, UNTIL)["it"] is None


def test_with_both_keys_everybody_is_told(world: World) -> None:
    desk, groups, _ = world
    for key, turned in (("admin", True), ("auditor", True)):
        desk.do(key, TurnEvaluationKey(desk.row("select version from td.evaluation")["version"], turned))
    report = told(desk)
    desk.do("admin", TurnEvaluationKey(desk.row("select version from td.evaluation")["version"], False))
    assert {(row[0], row[1]) for row in report["groups"]} == {(groups["Groß"], 1), *((one, 3) for one in groups.values())}
    assert report["held_back"] == 0 and sum(row[2] + row[3] for row in report["groups"]) == 32


def test_real_steps(world: World) -> None:
    """From the coordination to a group, taken over there, handed to the next one: whose target each was, and from whom it came."""
    desk = world[0]
    first, second = desk.group("Technik"), desk.group("Buchhaltung")
    for group in (first, second):
        for measure in (1, 3):
            internal(desk, group, measure)
    case = desk.record()
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AssignTicket(case, desk.version(case), group_id=first))
    desk.do("handler", TakeOver(case, desk.version(case)))
    desk.do("handler", ForwardTicket(case, desk.version(case), group_id=second))
    desk.behind.execute("select td.write_times(array[%s]::bigint[])", [case])
    question = "select * from td.report_targets_in(%s, 'infinity', %s) where ticket_id = %s order by clock_id"
    with desk.behind.transaction(force_rollback=True):
        # Both are over; what the second group owes is late.
        desk.behind.execute("update td.clock set due_at = now() - interval '1 hour' where ticket_id = %s and group_id = %s", [case, second])
        rows = desk.rows(question, TODAY - timedelta(days=1), None, case)
    assert [(row["group_id"], row["measure"], row["from_group_id"], row["kept"], row["person_id"]) for row in rows] == [
        (first, 1, None, True, desk.id("handler")), (first, 3, None, True, desk.id("handler")),
        (second, 1, first, None, None), (second, 3, first, None, None),
    ]  # fmt: skip


def test_who_reported_a_hidden_case_does_not_even_count_its_targets(world: World) -> None:
    desk, groups, people = world
    me = desk.id("coordinator")
    with desk.behind.transaction(force_rollback=True):
        case = target(desk, SINCE, groups["Groß"], people[0], groups["Mittel"])
        desk.behind.execute("set local session_replication_role = replica")
        part = f"way = 2, state = 4, parent_id = {case - 1}, root_id = {case - 1}, depth = 1, letter = 'A', mark = 'A', commissioned_by = 1"
        part += ", kept_from = %s, requester_id = null"
        for change, hidden in (("requester_id = %s", True), ("requester_id = %s", False), (part, True)):
            desk.behind.execute(f"update td.ticket set hidden = %s, {change} where id = %s".encode(), [hidden, me, case])
            seen = {row["ticket_id"] for row in desk.rows("select * from td.report_targets_in(%s, %s, %s)", SINCE, UNTIL, me)}
            assert (case in seen) is not hidden
