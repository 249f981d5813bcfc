"""How long work took: figures of five and more, and no way to a single person by asking twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.sql.desk import Desk
from tests.sql.reports.work import answered, month, small_office
from tests.support.cluster import OfficeDb
from ticketdesk.domain.commands import TurnEvaluationKey

SINCE, MIDDLE, UNTIL = month(3), month(2), month(1)
World = tuple[Desk, dict[str, int], list[int], dict[str, int]]


@pytest.fixture(scope="module")
def world(shared_office: OfficeDb) -> Iterator[World]:
    with Desk(shared_office) as desk:
        yield desk, *small_office(desk, (SINCE, MIDDLE))


def asked(desk: Desk, since: date, until: date, customers: list[int] | None = None, key: str = "coordinator") -> Any:
    row = desk.at(key).execute("select api.report_processing(%s, %s, %s)", [since, until, customers or []]).fetchone()
    assert row is not None
    return row[0]


def test_only_groups_of_five_are_told_and_what_is_left_is_of_five_too(world: World) -> None:
    desk, groups, people, _ = world
    told = {row[0]: row[1] for row in asked(desk, SINCE, UNTIL)["groups"]}
    # Two people are in «Klein»: neither told, nor what is left when the others are subtracted. «Mittel» goes along: the least work.
    assert set(told) == {groups["Groß"]}
    mine = [row["s"] for row in desk.rows("select clock_s as s from td.group_time where group_id = %s", groups["Groß"])]
    assert told[groups["Groß"]]["n"] == 14 and told[groups["Groß"]]["clock"][0] == pytest.approx(median(mine))
    report = asked(desk, SINCE, UNTIL)
    assert report["held_back"] == 2 and report["whole"]["n"] == 14 + 10 + 4 + 2
    left = report["whole"]["n"] - sum(spans["n"] for spans in told.values())
    assert left == 16, "less would be told of fewer than five"
    text = str({name: value for name, value in report.items() if name in ("groups", "hand_overs")})
    assert not any(f"[{person}," in text for person in people)


def test_without_the_small_one_everybody_else_is_told(world: World) -> None:
    desk, groups, _, _ = world
    with desk.behind.transaction(force_rollback=True):
        parts = desk.row(
            "select td.report_tellable(array_agg(w.group_id), array_agg(w.month), array_agg(w.handler_id), 5, '{}') as told"
            " from td.report_group_work(%s, %s, null) as w where w.group_id <> %s", SINCE, UNTIL, groups["Klein"],
        )["told"]  # fmt: skip
    assert set(parts) == {groups["Groß"], groups["Mittel"]}


def test_a_customer_who_is_one_persons_is_not_asked_for(world: World) -> None:
    desk, _, _, customers = world
    # «Einer» is served by one person. Told neither itself nor by subtracting «Alle» from everything.
    assert asked(desk, SINCE, UNTIL, [customers["Einer"]])["whole"] is None
    assert asked(desk, SINCE, UNTIL, [customers["Alle"]])["whole"] is None
    assert asked(desk, SINCE, UNTIL, [customers["Alle"], customers["Einer"]])["whole"] is None
    assert asked(desk, SINCE, UNTIL)["whole"]["n"] == 30
    # And no groups where customers were chosen: the two together would be a finer sieve than either.
    assert asked(desk, SINCE, UNTIL, [customers["Alle"]])["groups"] == []


@pytest.mark.parametrize(
    ("since", "until", "why"),
    [(SINCE + timedelta(days=1), UNTIL, "not_a_month"), (SINCE, UNTIL - timedelta(days=1), "not_a_month"),
     (month(0), (month(0) + timedelta(days=32)).replace(day=1), "not_over")],
)  # fmt: skip
def test_two_periods_cannot_differ_by_a_day(world: World, since: date, until: date, why: str) -> None:
    desk = world[0]
    for key, question in (("coordinator", "report_processing(%s, %s, '{}')"), ("auditor", "report_processing(%s, %s, '{}')")):
        with pytest.raises(psycopg.Error) as refused:
            desk.at(key).execute(f"select api.{question}".encode(), [since, until])
        assert refused.value.sqlstate == "TD422" and why in str(refused.value.diag.message_detail)


def test_two_periods_cannot_be_subtracted(world: World) -> None:
    """A third month in which two did the work: neither it nor the three together are told, though fourteen worked in them."""
    desk, groups, people, customers = world
    with desk.behind.transaction(force_rollback=True):
        for person in people[:2]:
            answered(desk, UNTIL + timedelta(days=3), groups["Groß"], person, customers["Alle"], 777)
        question = "select td.report_whole(%s, %s, null, null, 5) as told"
        months = [SINCE, MIDDLE, UNTIL, month(0)]
        alone = [desk.row(question, *pair)["told"] for pair in pairwise(months)]
        assert [one is not None for one in alone] == [True, True, False]
        assert desk.row(question, SINCE, month(0))["told"] is None, "less the two before, it would tell of two people"
        told = desk.row(
            "select td.report_tellable(array_agg(w.group_id), array_agg(w.month), array_agg(w.handler_id), 5, '{}') as told"
            " from td.report_group_work(%s, %s, null) as w", SINCE, month(0),
        )["told"]  # fmt: skip
        assert groups["Groß"] not in told


def test_no_answer_names_a_person(world: World) -> None:
    """With the keys away: whatever reports answer, no key in it is a person's, and the evaluation of persons is refused in words."""
    desk = world[0]
    for key in ("coordinator", "second_coordinator", "auditor"):
        with pytest.raises(psycopg.Error) as refused:
            desk.at(key).execute("select api.report_persons(%s, %s)", [SINCE, UNTIL])
        assert refused.value.sqlstate == "TD414"
    for key in ("requester", "handler", "admin"):
        with pytest.raises(psycopg.Error) as denied:
            desk.at(key).execute("select api.report_persons(%s, %s)", [SINCE, UNTIL])
        assert denied.value.sqlstate == "42501"
    everything = [asked(desk, SINCE, UNTIL), asked(desk, SINCE, UNTIL, key="auditor")]
    for question in ("report_service(%s, %s, '{}', false)",):
        row = desk.at("coordinator").execute(f"select api.{question}".encode(), [SINCE, UNTIL]).fetchone()
        everything.append(row and row[0])
    assert not any(word in str(everything) for word in ("handler", "person_id", "actor", "coordinator_id"))


def test_no_month_is_told_by_way_of_another(world: World) -> None:
    """Two months less one of them are the other one: what a month holds back for the sake of a small group, no longer period tells."""
    desk = world[0]
    big, other, small = 1, 2, 3
    work = [(big, 1, 9), (other, 1, 6), (small, 1, 2), (big, 2, 6), (other, 2, 12), (small, 2, 2)]
    rows = [(part, month_, 100 * part + nr % (2 if part == small else 6)) for part, month_, many in work for nr in range(many)]

    def told(*months: int) -> set[int]:
        chosen = [row for row in rows if row[1] in months]
        row = desk.row(
            "select td.report_tellable(%s::int[], %s::date[], %s::int[], 5, '{}') as told",
            [part for part, _, _ in chosen], [date(2026, month_, 1) for _, month_, _ in chosen], [person for _, _, person in chosen],
        )  # fmt: skip
        return set(row["told"])

    assert (told(1), told(2)) == ({big}, {other})
    assert told(1, 2) == set(), "other's two months less its second one, and the small group's first month is what is left over"


# The keys.


def version(desk: Desk) -> int:
    return int(desk.row("select version from td.evaluation")["version"])


def turn(desk: Desk, key: str, turned: bool) -> None:
    desk.do(key, TurnEvaluationKey(version(desk), turned))


def persons(desk: Desk) -> Any:
    row = desk.at("coordinator").execute("select api.report_persons(%s, %s)", [SINCE, UNTIL]).fetchone()
    assert row is not None
    return row[0]


def by_person(desk: Desk) -> Any:
    return persons(desk) or persons(desk)


def is_on(desk: Desk) -> bool:
    return bool(desk.row("select td.persons_evaluated() as it")["it"])


def test_it_takes_both_and_either_ends_it(world: World) -> None:
    desk, _, people, _ = world
    log = desk.row("select count(*) as n from td.evaluation_log")["n"]
    for first, second, ends in (("admin", "auditor", "admin"), ("auditor", "admin", "auditor"), ("admin", "auditor", "auditor")):
        turn(desk, first, True)
        turn(desk, first, True)
        assert not is_on(desk), "one person turned both"
        turn(desk, second, True)
        assert is_on(desk)
        row = by_person(desk)
        assert row is not None and {one[0] for one in row} == set(people) and row == sorted(row, key=lambda one: one[0])
        assert {one[0] for one in asked(desk, SINCE, UNTIL)["groups"]} == set(world[1].values())
        turn(desk, ends, False)
        assert not is_on(desk)
        # Drawn is drawn for both: nobody finds it half turned.
        turn(desk, first, True)
        assert not is_on(desk)
        turn(desk, first, False)
    rows = desk.rows("select person_id, what, since_on from td.evaluation_log order by id")[log:]
    assert [row["what"] for row in rows] == [1, 1, 1, 3, 2, 1, 2] * 3
    assert {row["person_id"] for row in rows if row["what"] == 3} == {desk.id("coordinator")} and rows[3]["since_on"] == SINCE


def test_a_key_goes_with_its_holder(world: World) -> None:
    desk = world[0]
    turn(desk, "admin", True)
    turn(desk, "auditor", True)
    for change in ("active = false", "class = 3"):
        for key in ("admin", "auditor"):
            with desk.behind.transaction(force_rollback=True):
                desk.behind.execute(f"update td.person set {change} where id = %s".encode(), [desk.id(key)])
                assert not is_on(desk), (change, key)
    turn(desk, "admin", False)


def test_nobody_else_has_a_key(world: World) -> None:
    desk = world[0]
    wish = TurnEvaluationKey(version(desk), True)
    for key in ("requester", "handler", "coordinator"):
        assert desk.refused(key, wish).code == "42501"
    assert desk.refused("admin", TurnEvaluationKey(version(desk) - 1, True)).code == "TD409"
    bad: Any = None
    assert desk.refused("admin", TurnEvaluationKey(version(desk), bad)).code == "TD422"
    request = uuid4()
    first = desk.do("auditor", wish, request)
    assert desk.do("auditor", wish, request) == first
    assert desk.refused("admin", wish, request).code == "TD423"
    turn(desk, "auditor", False)


def test_who_reads_the_log_and_that_it_is_only_added_to(world: World) -> None:
    desk = world[0]
    turn(desk, "auditor", True)
    for key, reads in (("handler", False), ("coordinator", False), ("admin", True), ("auditor", True)):
        row = desk.at(key).execute("select api.evaluation()").fetchone()
        assert row is not None and row[0]["auditor"] == desk.id("auditor") and bool(row[0]["log"]) == reads
    for change in ("update td.evaluation_log set what = 1", "delete from td.evaluation_log", "truncate td.evaluation_log"):
        with pytest.raises(psycopg.Error) as refused, desk.behind.transaction():
            desk.behind.execute(change.encode())
        assert refused.value.sqlstate == "TD403"
    turn(desk, "auditor", False)


def test_a_reading_that_is_taken_back_has_told_nothing(world: World) -> None:
    desk = world[0]
    turn(desk, "admin", True)
    turn(desk, "auditor", True)
    with desk.undone("coordinator") as connection:
        for _ in range(2):
            row = connection.execute("select api.report_persons(%s, %s)", [SINCE, MIDDLE]).fetchone()
            assert row == (None,)
    question = "select count(*) as n from td.evaluation_log where what = 3 and until_on = %s"
    assert desk.row(question, MIDDLE)["n"] == 0
    for told in (False, True):
        row = desk.at("coordinator").execute("select api.report_persons(%s, %s)", [SINCE, MIDDLE]).fetchone()
        assert row is not None and (row[0] is not None) == told
    assert desk.row(question, MIDDLE)["n"] == 1
    turn(desk, "admin", False)
