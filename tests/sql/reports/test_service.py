"""The service report and the stock: the same as an independent count of log and clocks, at any period, and the same again afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest

from tests.sql.desk import Desk, Row
from tests.sql.jobs.test_durations import by_hand, follow, imported
from tests.support.cluster import OfficeDb, Server
from ticketdesk.domain.commands import AcceptTicket, AddNote, ReopenTicket, SendAnswer
from ticketdesk.server.office import filling

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = datetime.now(BERLIN).date()
FIRST = TODAY.replace(day=1)
PERIODS = [
    (date(2025, 1, 1), TODAY + timedelta(days=1)), ((FIRST - timedelta(days=40)).replace(day=1), FIRST),
    (FIRST - timedelta(days=17), FIRST - timedelta(days=3)), (TODAY, TODAY + timedelta(days=1)), (date(2025, 3, 1), date(2025, 5, 1)),
]  # fmt: skip


@pytest.fixture(scope="module")
def desk(shared_office: OfficeDb, server: Server) -> Iterator[Desk]:
    """A seeded office, with imported cases and some that people have worked on."""
    filling.fill(shared_office.superuser, seed=5, cases=150, fresh=False)
    with Desk(shared_office) as desk:
        imported(desk)
        by_hand(desk)
        with server.cluster.connect(shared_office.database, "td_worker") as worker:
            follow(worker, 500)
        yield desk


def asked(desk: Desk, key: str, question: str, *given: object) -> Any:
    row = desk.at(key).execute(f"select api.{question}".encode(), list(given)).fetchone()
    assert row is not None
    return row[0]


def service(desk: Desk, since: date, until: date, customers: list[int] | None = None, *, public: bool = False, key: str = "auditor") -> Any:
    return asked(desk, key, "report_service(%s, %s, %s, %s)", since, until, customers or [], public)


def begin(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=BERLIN)


def lives(desk: Desk) -> dict[int, list[tuple[datetime, int, bool]]]:
    """Of each whole case its states with their moments, and whether a step opened it again."""
    found: dict[int, list[tuple[datetime, int, bool]]] = {}
    question = (
        "select l.ticket_id, l.at, l.what, coalesce(l.data ->> 'state', l.data ->> 'to')::int as state, l.cause from td.log as l"
        " join td.ticket as t on t.id = l.ticket_id where t.way <> 2 order by l.ticket_id, l.seq"
    )
    for row in desk.rows(question):
        life = found.setdefault(row["ticket_id"], [])
        before = life[-1][1] if life else 1
        state = row["state"] or before
        again = row["what"] == "reopened" or (row["cause"] == 4 and before >= 8 and state < 8)
        life.append((row["at"], state, again))
    return found


def at_the_end(life: list[tuple[datetime, int, bool]], since: datetime, until: datetime) -> Row:
    """One case as it stood when a period ended."""
    seen = [one for one in life if one[0] < until]
    state = seen[-1][1]
    answered = ended = None
    for (_, before, _), (moment, after, _) in zip([(seen[0][0], 1, False), *seen], seen, strict=False):
        if after >= 8 and before < 8:
            answered = moment
        if after >= 9 and before < 9:
            ended = moment
    return {
        "state": state, "received": seen[0][0], "answered": answered if state >= 8 else None, "ended": ended if state >= 9 else None,
        "again": sum(one[2] for one in seen if one[0] >= since),
    }  # fmt: skip


@pytest.mark.parametrize(("since", "until"), PERIODS, ids=lambda day: day.isoformat())
def test_the_same_as_an_independent_count(desk: Desk, since: date, until: date) -> None:
    begins, ends = begin(since), begin(until)
    facts = {row["id"]: row for row in desk.rows("select * from td.ticket where way <> 2")}
    cases = {key: at_the_end(life, begins, ends) for key, life in lives(desk).items() if life[0][0] < ends}
    report = service(desk, since, until)
    done = [
        (case["answered"] - case["received"]).total_seconds() for key, case in cases.items()
        if case["state"] in (8, 9) and (facts[key]["answered_at"] or case["state"] == 8) and case["answered"] >= begins
    ]  # fmt: skip
    totals = report["totals"]
    want = {
        "received": sum(case["received"] >= begins for case in cases.values()), "answered": len(done),
        "closed": sum(case["state"] == 9 and case["ended"] >= begins for case in cases.values()),
        "withdrawn": sum(case["state"] == 10 and case["ended"] >= begins for case in cases.values()),
        "rejected": sum(case["state"] == 11 and case["ended"] >= begins for case in cases.values()),
        "reopened": sum(case["again"] for case in cases.values()),
    }  # fmt: skip
    assert {name: totals[name] for name in want} == want
    if done:
        assert totals["whole"][0] == pytest.approx(median(done), abs=1)
    promises = Counter[tuple[int, bool]]()
    for row in desk.rows("select k.* from td.clock as k join td.ticket as t on t.id = k.ticket_id where t.way <> 2 and k.group_id is null"):
        case = cases.get(row["ticket_id"])
        if row["void"]:
            continue
        if row["kept"] is not None and begins <= row["ended_at"] < ends:
            promises[row["measure"], row["kept"]] += 1
        elif row["measure"] == 3 and case and case["answered"] and begins <= case["answered"] and (row["ended_at"] or ends) >= ends:
            # Solved within the period and opened again after it.
            promises[3, case["answered"] <= row["due_at"]] += 1
    told = {measure: (kept, missed) for measure, kept, missed, _ in totals["promises"]}
    for measure in (1, 2, 3):
        assert told.get(measure, (0, 0)) == (promises[measure, True], promises[measure, False]), measure
    shown = report["misses"]
    assert shown["all"] == len(shown["rows"]) == sum(missed + owed for _, _, missed, owed in totals["promises"])
    for parts in (report["categories"], report["priorities"], report["customers"]):
        assert [sum(row[n] for row in parts) for n in (1, 2)] == [totals["received"], totals["answered"]]
        assert sum(row[3] for row in parts) == sum(row[1] for row in totals["promises"])


@pytest.mark.parametrize("day", [TODAY, FIRST - timedelta(days=9), date(2025, 4, 2)])
def test_the_stock_is_the_same_as_an_independent_count(desk: Desk, day: date) -> None:
    end = min(begin(day + timedelta(days=1)), datetime.now(BERLIN))
    cases = {key: at_the_end(life, end, end) for key, life in lives(desk).items() if life[0][0] < end}
    still = {key: case for key, case in cases.items() if case["state"] < 8}
    told = asked(desk, "auditor", "report_stock(%s, '{}', '{}', false)", day)
    assert told["open"] == len(still) == sum(n for _, n in told["ages"])
    assert {row["id"] for row in told["rows"]} == set(still)
    assert all((end.date() - still[row["id"]]["received"].astimezone(BERLIN).date()).days == row["days"] for row in told["rows"])
    moved = {key: [moment for moment, _, _ in life if moment < end][-1] for key, life in lives(desk).items() if key in still}
    assert all(datetime.fromisoformat(row["moved_at"]) >= moved[row["id"]] for row in told["rows"])
    if day == TODAY:
        groups = Counter(row["group_id"] for row in desk.rows("select group_id from td.ticket where is_open and way <> 2"))
        assert {row[0]: row[1] for row in told["groups"]} == groups


def test_the_period_before(desk: Desk) -> None:
    last = (FIRST - timedelta(days=1)).replace(day=1)
    months = [last]
    while len(months) < 5:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    # A month beside the month before, two beside two, days beside as many days.
    for since, until, begins in (
        (last, FIRST, months[1]), (months[1], FIRST, months[3]), (TODAY - timedelta(days=9), TODAY, TODAY - timedelta(days=18))
    ):  # fmt: skip
        assert service(desk, since, until)["before"] == service(desk, begins, since)["totals"]


def test_a_period_stays_what_it_was(desk: Desk, server: Server) -> None:
    """What is opened again afterwards, counts where it happened; the months before it keep their figures."""
    case = desk.record()
    for command in (AcceptTicket(case, 1), SendAnswer(case, 2, "Fertig.", "Kabel.")):
        desk.do("coordinator", command)
    back = "interval '400 days'"
    with desk.behind.transaction():
        desk.behind.execute("set local session_replication_role = replica")
        for change in (
            f"update td.log set at = at - {back} where ticket_id = %s",
            f"update td.ticket set recorded_at = recorded_at - {back}, answered_at = answered_at - {back} where id = %s",
            f"update td.pause set since = since - {back} where ticket_id = %s",
            f"update td.clock set started_at = started_at - {back}, due_at = due_at - {back}, ended_at = ended_at - {back},"
            f" warn_at = warn_at - {back}, tell_at = tell_at - {back} where ticket_id = %s",
            "select td.write_times(array[%s]::bigint[])",
        ):
            desk.behind.execute(change.encode(), [case])
        desk.behind.execute("update td.ticket set reopen_until = null, closes_at = null where id = %s", [case])
    day = TODAY - timedelta(days=400)
    since, until = day.replace(day=1), (day.replace(day=1) + timedelta(days=32)).replace(day=1)

    def told() -> tuple[Any, Any]:
        with server.cluster.connect(desk.office.database, "td_worker") as worker:
            follow(worker, 500)
        report = service(desk, since, until)
        report.pop("now")
        return report, asked(desk, "auditor", "report_processing(%s, %s, '{}')", since, until)["whole"]

    before = told()
    assert before[0]["totals"]["answered"] >= 1
    desk.do("coordinator", ReopenTicket(case, desk.version(case), "Doch nicht."))
    assert told() == before
    desk.do("coordinator", SendAnswer(case, desk.version(case), "Jetzt.", "Stecker."))
    assert told() == before
    assert service(desk, TODAY, TODAY + timedelta(days=1))["totals"]["reopened"] >= 1


def test_a_customer_reads_what_he_knows_and_nothing_else(desk: Desk) -> None:
    """Canaries in everything that is kept inside; the customer's own words come out."""
    secret, known = "KANARIE-innen", "KANARIE-sein-Betreff"
    customer = desk.row("select customer_group_id as id from td.person where id = %s", desk.id("requester"))["id"]
    case = desk.record("coordinator", requester_id=desk.id("requester"), subject=known, hidden=True)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AddNote(case, secret))
    with desk.behind.transaction():
        desk.behind.execute("set local session_replication_role = replica")
        desk.behind.execute("update td.ticket set subject = %s, priority = 4 where id = %s", [f"{secret} Betreff", case])
        desk.behind.execute("update td.clock set due_at = now() - interval '1 hour' where ticket_id = %s", [case])
        desk.behind.execute("update td.commitment set name = %s || name", [secret])
        desk.behind.execute("update td.work_group set name = %s || name", [secret])
    try:
        desk.behind.execute("select td.write_times(array[%s]::bigint[])", [case])
        whole = str(service(desk, TODAY, TODAY + timedelta(days=1), [customer], key="coordinator"))
        assert secret in whole, "the report for ourselves says what it is about"
        staff = "select d.name from td.person_detail as d join td.person as p on p.id = d.person_id where p.class > 1"
        names = [row["name"] for row in desk.rows(staff)]
        for report in (
            service(desk, TODAY, TODAY + timedelta(days=1), [customer], public=True, key="coordinator"),
            asked(desk, "coordinator", "report_stock(%s, %s, '{}', true)", TODAY, [customer]),
        ):
            text = str(report)
            assert secret not in text and known in text
            assert not any(name in text for name in names)
            assert not {"group", "state", "promise"} & {key for row in report.get("rows", ()) for key, value in row.items() if value}
            assert not report.get("groups") and not report.get("customers")
    finally:
        with desk.behind.transaction():
            desk.behind.execute("set local session_replication_role = replica")
            for table in ("commitment", "work_group"):
                desk.behind.execute(f"update td.{table} set name = replace(name, %s, '')".encode(), [secret])


@pytest.mark.parametrize("customers", [[], [1, 2]])
def test_a_report_for_a_customer_is_about_one(desk: Desk, customers: list[int]) -> None:
    with pytest.raises(psycopg.Error) as refused:
        service(desk, TODAY, TODAY + timedelta(days=1), customers, public=True, key="coordinator")
    assert refused.value.sqlstate == "TD422" and "one_customer" in str(refused.value.diag.message_detail)


def test_who_reported_a_hidden_case_does_not_even_count_it(desk: Desk) -> None:
    day = (TODAY, TODAY + timedelta(days=1))
    before = {key: service(desk, *day, key=key)["totals"]["received"] for key in ("coordinator", "second_coordinator", "auditor")}
    case = desk.record("coordinator", hidden=True)
    desk.behind.execute("select td.write_times(array[%s]::bigint[])", [case])
    after = {key: service(desk, *day, key=key)["totals"]["received"] - before[key] for key in before}
    assert after == {"coordinator": 0, "second_coordinator": 1, "auditor": 1}
    rows = asked(desk, "coordinator", "report_stock(%s, '{}', '{}', false)", TODAY)["rows"]
    assert case not in {row["id"] for row in rows}


@pytest.mark.parametrize(
    ("since", "until"), [(None, TODAY), (TODAY, None), (TODAY, TODAY), (TODAY, date(2020, 1, 1)), (date(1800, 1, 1), TODAY),
                         (date(2001, 1, 1), date(2026, 1, 1)), (date.max, date.max)]
)  # fmt: skip
def test_a_period_that_is_none(desk: Desk, since: Any, until: Any) -> None:
    for question in ("report_service(%s, %s, '{}', false)", "report_processing(%s, %s, '{}')"):
        with pytest.raises(psycopg.Error) as refused:
            asked(desk, "coordinator", question, since, until)
        assert refused.value.sqlstate == "TD422"
