"""What cases took, counted by the worker: the same as an independent count of their logs, whatever became of them and however they came."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import psycopg
import pytest

from tests.sql.desk import Desk, Row
from tests.sql.parts.family import to_handlers
from tests.support.cluster import OfficeDb, Server
from ticketdesk.domain.commands import (
    AcceptTicket,
    AddNote,
    AssignTicket,
    MergeTickets,
    ReopenTicket,
    ReportBack,
    SendAnswer,
    SetWaiting,
    TakeOver,
    UndoMerge,
)  # fmt: skip
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.states import Reason, State
from ticketdesk.server.office import filling

BERLIN = ZoneInfo("Europe/Berlin")
CASES = 60


@pytest.fixture(scope="module")
def desk(shared_office: OfficeDb) -> Iterator[Desk]:
    """A seeded office, with imported cases and some that people have worked on."""
    filling.fill(shared_office.superuser, seed=5, cases=CASES, fresh=False)
    with Desk(shared_office) as desk:
        imported(desk)
        by_hand(desk)
        yield desk


@pytest.fixture(scope="module")
def worker(server: Server, desk: Desk) -> Iterator[psycopg.Connection[Any]]:
    with server.cluster.connect(desk.office.database, "td_worker") as connection:
        yield connection


def follow(worker: psycopg.Connection[Any], limit: int = 25) -> int:
    total = 0
    while (row := worker.execute("select td.follow_times(%s)", [limit]).fetchone()) and row[0]:
        assert row[0] <= limit
        total += row[0]
    return total


def imported(desk: Desk) -> None:
    """Cases of another system, through both changes of the clock, with a team at each event; one ended before it began here."""
    began = datetime(2025, 3, 28, 11, tzinfo=UTC)
    way = [
        (0, State.NEW, "Helpdesk"), (3, State.IN_PROGRESS, "Helpdesk"), (30, State.IN_PROGRESS, "Werk"), (40, State.WAITING, "Werk"),
        (90, State.IN_PROGRESS, "Helpdesk"), (91, State.IN_PROGRESS, "Labor"), (200, State.ANSWERED, "Labor"),
        (5300, State.IN_PROGRESS, "Werk"), (5400, State.CLOSED, "Werk"),
    ]  # fmt: skip
    cases = [
        {"external_ref": "moved", "subject": "x", "kind": 1, "priority": 2, "steps": [event(began, *one) for one in way]},
        {"external_ref": "open", "subject": "x", "kind": 1, "priority": 2, "steps": [event(began, *one) for one in way[:4]]},
        {"external_ref": "done", "subject": "x", "kind": 1, "priority": 2, "steps": [event(began, 0, State.CLOSED, "Werk")]},
        {"external_ref": "old", "subject": "x", "kind": 1, "priority": 2,
         "steps": [event(datetime(1998, 5, 4, 9, tzinfo=UTC), *one) for one in (way[0], way[-1])]},
    ]  # fmt: skip
    batch = {"customer_group": "Früher", "groups": ["Helpdesk", "Werk", "Labor"], "cases": cases}
    desk.at("admin").execute("select api.import_cases(%s, %s::jsonb)", [uuid4(), json.dumps(batch)])


def event(began: datetime, hours: int, state: State, group: str) -> dict[str, Any]:
    return {"at": (began + timedelta(hours=hours)).isoformat(), "state": int(state), "group": group, "words": {}}


def by_hand(desk: Desk) -> None:
    """Through both groups and back, merged while it waits and taken out again, opened again; another one in parts."""
    technik, buch = desk.group("Technik"), desk.group("Buchhaltung")
    case, other = desk.record(), desk.record()
    for key, command in (
        ("coordinator", AcceptTicket(case, 1)), ("coordinator", AssignTicket(case, 2, group_id=technik)), ("handler", TakeOver(case, 3)),
        ("handler", SetWaiting(case, 4, Reason.THIRD_PARTY)), ("coordinator", MergeTickets(case, 5, other)),
        ("coordinator", UndoMerge(case, 6)),
        ("coordinator", AssignTicket(case, 7, group_id=buch)), ("other_handler", TakeOver(case, 8)),
        ("other_handler", ReportBack(case, 9, "Da.")), ("coordinator", AssignTicket(case, 10, group_id=technik)),
        ("handler", TakeOver(case, 11)), ("handler", ReportBack(case, 12, "Doch.")), ("coordinator", SendAnswer(case, 13, "Ja.", "So.")),
        ("coordinator", ReopenTicket(case, 14, "Nein.")), ("coordinator", AssignTicket(case, 15, handler_id=desk.id("handler"))),
    ):  # fmt: skip
        desk.do(key, command)
    desk.do("coordinator", AcceptTicket(other, desk.version(other)))
    to_handlers(desk, other, "handler", "other_handler", wait=True)


# The independent count: plain loops over the log, working time day by day.


class Hours:
    """Working time of the one calendar of the seeded office."""

    def __init__(self, desk: Desk) -> None:
        self.week = defaultdict(list)
        for row in desk.rows("select * from td.calendar_hours"):
            self.week[row["weekday"]].append((row["opens"], row["closes"]))
        self.off = {row["on_day"] for row in desk.rows("select on_day from td.calendar_day where opens = '{}'")}
        self.cache: dict[tuple[datetime, datetime], int] = {}

    def worked(self, since: datetime, until: datetime) -> int | None:
        """Microseconds; None before the year 2000."""
        if since.year < 2000:
            return None
        found = self.cache.get((since, until))
        if found is None:
            found = self.cache[since, until] = self._worked(since, until)
        return found

    def _worked(self, since: datetime, until: datetime) -> int:
        total, day = timedelta(0), since.astimezone(BERLIN).date()
        while day <= until.astimezone(BERLIN).date():
            for opens, closes in self.week[day.weekday()] if day not in self.off else ():
                low, high = (
                    datetime.combine(day, time(minutes // 60, minutes % 60), BERLIN).astimezone(UTC) for minutes in (opens, closes)
                )
                total += max(min(high, until) - max(low, since), timedelta(0))
            day += timedelta(days=1)
        return total // timedelta(microseconds=1)


def counted(log: list[Row], hours: Hours) -> tuple[Row, dict[int, Row], list[tuple[Any, ...]]]:
    """One case's figures from its log."""
    state = group = last_group = holder = had_it = None
    seen: set[int] = set()
    moves: list[tuple[Any, ...]] = []
    stays: list[tuple[datetime, int, int | None]] = []
    facts: Row = {"reopened": 0, "answered_at": None, "ended_at": None}
    for step in log:
        data, foreign = step["data"], step["cause"] == 4
        to = data.get("state" if foreign else "to")
        if to is None and not foreign:
            continue
        before, state = state, to or state
        if foreign or step["what"] in ("recorded", "assigned", "forwarded", "commissioned", "given_back", "returned"):
            group = data.get("group")
            if group is not None:
                if last_group not in (None, group):
                    moves.append((step["seq"], last_group, group, group in seen))
                last_group = group
                seen.add(group)
        if foreign:
            holder = group if state < 8 else None
        elif state >= 8:
            holder = None
        elif state == State.WAITING:
            holder = had_it  # also when a merge is undone that ended it meanwhile
        else:
            holder = had_it = group if state in (4, 5) else None
        facts["reopened"] += step["what"] == "reopened" or (foreign and before is not None and before >= 8 > state)
        if state >= 8 and (before is None or before < 8):
            facts["answered_at"] = step["at"]
        if state >= 9 and (before is None or before < 9):
            facts["ended_at"] = step["at"]
        if state != before:
            facts["state_since"] = step["at"]
        stays.append((step["at"], state, holder))
    facts["answered_at"] = facts["answered_at"] if state >= 8 else None
    facts["ended_at"] = facts["ended_at"] if state >= 9 else None
    facts |= {"state": state, "received_at": stays[0][0], "open_since": stays[-1][0] if state < 8 else None, "holder_id": stays[-1][2]}
    facts |= {"hand_overs": len(moves), "handed_back": sum(move[3] for move in moves)}
    per_state = {n: [0, 0] for n in range(1, 8)}
    groups: dict[int, Row] = {}
    unknown = False
    for (since, kind, had), (until, _, _) in pairwise([*stays, (None, None, None)]):
        if had is not None:
            one = groups.setdefault(had, {"first_at": since, "last_until": since, "stretches": 0, "c": 0, "b": 0, "wc": 0, "wb": 0})
            one["stretches"] += one.pop("open", None) != since
            one["last_until"] = one["open"] = until
        if kind < 8 and until is not None:
            clock, business = (until - since) // timedelta(microseconds=1), hours.worked(since, until)
            unknown |= business is None
            per_state[kind][0] += clock
            per_state[kind][1] += business or 0
            if had is not None:
                wait = "w" if kind == State.WAITING else ""
                groups[had][f"{wait}c"] += clock
                groups[had][f"{wait}b"] = None if business is None else groups[had][f"{wait}b"] + business
    work = [sum(per_state[n][i] for n in per_state if n != 6) // 10**6 for i in (0, 1)]
    waits = [per_state[6][i] // 10**6 for i in (0, 1)]
    facts |= {"clock_s": work[0], "waiting_clock_s": waits[0], "states_clock_s": [per_state[n][0] // 10**6 for n in range(1, 8)]}
    facts |= {"business_s": work[1], "waiting_business_s": waits[1], "states_business_s": [per_state[n][1] // 10**6 for n in range(1, 8)]}
    if unknown:
        facts |= {"business_s": None, "waiting_business_s": None, "states_business_s": None}
    return facts, groups, moves


def compare(desk: Desk) -> int:
    """Every row of every fact against the count; returns how many cases."""
    hours, logs = Hours(desk), defaultdict(list)
    for row in desk.rows("select * from td.log order by ticket_id, seq"):
        logs[row["ticket_id"]].append(row)
    cases = {row.pop("ticket_id"): row for row in desk.rows("select * from td.case_time")}
    groups: dict[int, dict[int, Row]] = defaultdict(dict)
    for row in desk.rows("select * from td.group_time"):
        groups[row.pop("ticket_id")][row.pop("group_id")] = row
    moves: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in desk.rows("select * from td.hand_over order by ticket_id, seq"):
        moves[row["ticket_id"]].append((row["seq"], row["from_group_id"], row["to_group_id"], row["back"]))
    assert cases.keys() == logs.keys()
    calendar = desk.row("select id from td.calendar")["id"]
    for case, log in logs.items():
        facts, per_group, moved = counted(log, hours)
        assert cases[case] == facts | {"calendar_id": calendar}, case
        assert groups[case] == {
            group: {
                "stretches": one["stretches"], "first_at": one["first_at"], "last_until": one["last_until"],
                "clock_s": one["c"] // 10**6, "business_s": one["b"] // 10**6 if one["b"] is not None else None,
                "waiting_clock_s": one["wc"] // 10**6, "waiting_business_s": one["wb"] // 10**6 if one["b"] is not None else None,
            }
            for group, one in per_group.items()
        }, case  # fmt: skip
        assert moves[case] == moved, case
    return len(logs)


def test_the_same_as_counted_from_the_log(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    assert follow(worker) >= CASES
    assert follow(worker) == 0
    assert compare(desk) > CASES + 6
    # What the comparison is worth: the logs hold what it is about.
    row = desk.row(
        "select sum(reopened) as r, sum(handed_back) as b, sum(waiting_clock_s) as w, count(*) filter (where business_s is null) as u"
        " from td.case_time"
    )
    assert row["r"] > 1 and row["b"] >= 2 and row["w"] > 0 and row["u"] == 1


def test_followed_a_moment_later_and_by_nobody_else(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    follow(worker)
    case = desk.record()
    assert desk.rows("select from td.case_time where ticket_id = %s", case) == [], "no writer pays for it"
    assert follow(worker) == 1
    desk.do("coordinator", AcceptTicket(case, 1))
    with desk.office.connect("coordinator", autocommit=False) as writing:
        writing.execute("select api.add_note(%s, %s, 'Notiz')", [uuid4(), case])
        assert follow(worker) == 1, "the case that somebody holds at this moment is counted as it stood"
    assert follow(worker) == 1, "what was written while the last look went by is found"
    assert compare(desk)


def test_counted_anew_from_nothing_and_by_other_hours(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    follow(worker)
    before = desk.rows("select * from td.case_time order by ticket_id")
    desk.behind.execute("update td.case_time set clock_s = clock_s + 5; delete from td.group_time; delete from td.hand_over")
    desk.behind.execute("select td.recount_times()")
    assert follow(worker) >= len(before)
    assert desk.rows("select * from td.case_time order by ticket_id") == before
    xmins = desk.rows("select xmin::text from td.case_time order by ticket_id")
    desk.behind.execute("select td.recount_times()")
    follow(worker)
    assert desk.rows("select xmin::text from td.case_time order by ticket_id") == xmins, "what is right is not written again"
    desk.behind.execute("update td.office set calendar_id = null")
    assert follow(worker) >= len(before)
    assert desk.row("select count(*) as n from td.case_time where business_s is null")["n"] > 1
    desk.behind.execute("update td.office set calendar_id = (select id from td.calendar)")
    follow(worker)
    assert compare(desk)


def test_a_database_brought_back_is_counted_again(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    follow(worker)
    case: TicketId = desk.record()
    desk.behind.execute("update td.time_state set seen = '900000000:900000000:'::pg_snapshot")
    assert follow(worker) > CASES
    assert desk.row("select state from td.case_time where ticket_id = %s", case)["state"] == State.NEW
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AddNote(case, "Notiz"))
    assert follow(worker) == 1


def test_the_case_says_what_it_took_and_who_had_it_to_its_parties_alone(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    case = desk.record()
    for key, command in (
        ("coordinator", AcceptTicket(case, 1)), ("coordinator", AssignTicket(case, 2, group_id=desk.group("Technik"))),
        ("handler", TakeOver(case, 3)), ("handler", SetWaiting(case, 4, Reason.THIRD_PARTY)),
    ):  # fmt: skip
        desk.do(key, command)

    def told(key: str) -> dict[str, Any]:
        row = desk.at(key).execute("select api.durations(%s)", [case]).fetchone()
        assert row is not None
        return dict(row[0])

    handler, group = desk.id("handler"), desk.group("Technik")
    rows = told("coordinator")["stretches"]
    assert [(row["state"], row["group"], row["handler"]) for row in rows] == [
        (1, None, None), (2, None, None), (4, group, None), (5, group, handler), (6, group, handler),
    ]  # fmt: skip
    assert rows[-1]["until"] is None and rows[-1]["clock_s"] >= 0, "what runs is counted until now"
    assert told("mate")["stretches"][3]["handler"] == handler, "his group has it"
    for key in ("second_coordinator", "auditor"):
        foreign = told(key)
        assert not foreign["party"] and {row["handler"] for row in foreign["stretches"]} == {None}
    for ended in desk.rows("select * from td.case_time where ended_at is not null and waiting_clock_s > 0 limit 5"):
        row = desk.at("auditor").execute("select api.durations(%s)", [ended["ticket_id"]]).fetchone()
        assert row is not None
        work = [one for one in row[0]["stretches"] if one["state"] < 8 and one["state"] != State.WAITING]
        assert 0 <= ended["clock_s"] - sum(one["clock_s"] for one in work) < len(work) + 1, "the same figures, each rounded for itself"
        assert 0 <= ended["business_s"] - sum(one["business_s"] for one in work) < len(work) + 1


def test_looking_for_what_changed_reads_no_old_events(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    """Every second, and after some looks the planner may know the question too well: it then read all events there have ever been."""
    follow(worker)
    with desk.office.superuser() as rows, rows.transaction(force_rollback=True):
        rows.execute(
            "insert into td.event (xid, ticket_id, seq, what, audience, hidden)"
            " select '3'::xid8, 10001, i, 'noted', 0, false from generate_series(1, 20000) as i"
        )
        for _look in range(9):
            rows.execute("select td.follow_times(10)")
        ((read,),) = rows.execute("select pg_stat_get_xact_numscans('td.event'::regclass)").fetchall()
    assert read == 0


def test_what_changes_no_duration_leaves_the_dashboard_not_behind(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    follow(worker)
    desk.behind.execute("insert into td.event (ticket_id, seq, what, audience, hidden) values (10001, 1, 'reminded', 0, false)")
    assert desk.row("select td.board_is_behind() as behind")["behind"]
    assert follow(worker) == 0
    assert not desk.row("select td.board_is_behind() as behind")["behind"]
