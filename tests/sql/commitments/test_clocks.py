"""Promises through a case's life: they run, stand still, are kept or broken, warn once and escalate once, and can be retraced."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.sql import expect
from tests.sql.calendars.test_save_calendar import wish as calendar_wish
from tests.sql.desk import Desk
from tests.support.cluster import OfficeDb, Server
from ticketdesk.domain.commands import (
    AcceptTicket,
    AddMessage,
    AssignTicket,
    ChangeTicket,
    EndCommitment,
    EndWaiting,
    ReopenTicket,
    SaveCalendar,
    SaveCommitment,
    SendAnswer,
    SendInterimAnswer,
    SetWaiting,
    TakeOver,
    WithdrawTicket,
)  # fmt: skip
from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.ids import CalendarId, CommitmentId, TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import Priority, Reason, State
from ticketdesk.server import calendars

HOUR = timedelta(hours=1)
_SHOWN = "select id, promise_due_at, promise_stopped_at, promise_minutes, promise_measure, promise_internal from td.ticket order by id"
ALWAYS = (((0, 1440),),) * 7
"""Hours that do not depend on when the test runs; business time itself is tested elsewhere."""


@pytest.fixture
def desk(office_db: OfficeDb, server: Server) -> Iterator[Desk]:
    with Desk(office_db) as desk:
        desk.do("admin", calendar_wish("Immer", region="", week=ALWAYS, for_office=True))
        with pytest.MonkeyPatch.context() as patch, server.cluster.connect(office_db.database, "td_worker") as worker:
            patch.setattr(calendars, "SINCE", date(2025, 1, 1))
            calendars.lay_calendars(worker)
        yield desk


@pytest.fixture
def worker(server: Server, desk: Desk) -> Iterator[psycopg.Connection[Any]]:
    with server.cluster.connect(desk.office.database, "td_worker") as connection:
        yield connection


def promise(desk: Desk, measure: Measure = Measure.RESOLUTION, minutes: int = 240, **words: Any) -> CommitmentId:
    number: Any = desk.do("admin", SaveCommitment(None, None, f"{measure.name} {minutes}", measure, minutes, **words)).detail["commitment"]
    return CommitmentId(number)


def clocks(desk: Desk, case: TicketId) -> list[dict[str, Any]]:
    return desk.rows("select * from td.clock where ticket_id = %s order by id", case)


def only(desk: Desk, case: TicketId) -> dict[str, Any]:
    (clock,) = clocks(desk, case)
    return clock


def ring(worker: psycopg.Connection[Any], moment: datetime) -> int:
    row = worker.execute("select td.run_clocks(%s)", [moment]).fetchone()
    assert row is not None
    return int(row[0])


def recorded(desk: Desk, **words: Any) -> tuple[TicketId, datetime]:
    case = desk.record(**words)
    return case, desk.ticket_row(case)["recorded_at"]


def test_runs_from_the_report_and_ends_with_the_answer(desk: Desk) -> None:
    promise(desk)
    case, began = recorded(desk)
    assert (only(desk, case)["started_at"], only(desk, case)["due_at"]) == (began, began + 4 * HOUR)
    desk.do("coordinator", AcceptTicket(case, 1))
    assert only(desk, case)["ended_at"] is None, "an inner step answers nobody"
    desk.do("coordinator", SendAnswer(case, 2, "Erledigt.", "Kabel."))
    assert (only(desk, case)["kept"], only(desk, case)["void"]) == (True, False)


def test_two_promises_are_two_clocks(desk: Desk) -> None:
    promise(desk, Measure.RESPONSE, 60)
    promise(desk, Measure.RESOLUTION, 600)
    promise(desk, Measure.UPDATE, 120)
    case, _ = recorded(desk)
    assert [(c["measure"], c["ended_at"]) for c in clocks(desk, case)] == [(1, None), (2, None), (3, None)]
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", SendInterimAnswer(case, 2, "Wir sind dran."))
    response, update, resolution, again = clocks(desk, case)
    assert (response["kept"], update["kept"], resolution["ended_at"], again["ended_at"]) == (True, True, None, None)
    assert again["started_at"] == desk.last_step(case)["at"], "the next message is owed from the last one on"


def test_waiting_stops_it_where_that_was_agreed(desk: Desk) -> None:
    promise(desk, stops=(Reason.REQUESTER,))
    case, began = recorded(desk)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", SetWaiting(case, 2, Reason.THIRD_PARTY))
    assert (only(desk, case)["stopped_at"], only(desk, case)["due_at"]) == (None, began + 4 * HOUR)
    desk.do("coordinator", SetWaiting(case, 3, Reason.REQUESTER, body="Welcher Drucker?"))
    stopped = only(desk, case)["stopped_at"]
    assert stopped == desk.last_step(case)["at"]
    desk.do("requester", AddMessage(case, "Der im Flur."))
    assert only(desk, case)["due_at"] == began + 4 * HOUR + (desk.last_step(case)["at"] - stopped)
    assert only(desk, case)["stopped_at"] is None
    explained = desk.at("coordinator").execute("select api.clocks(%s)", [case]).fetchone()
    assert explained is not None
    assert [pause[2] for pause in explained[0][0]["pauses"]] == [1]


def test_what_fits_best_holds(desk: Desk) -> None:
    promise(desk, minutes=500)
    customer: Any = desk.office.customer_groups["Musterhaus"]
    promise(desk, minutes=400, customer_group_id=customer)
    promise(desk, minutes=300, priority=Priority.HIGH)
    promise(desk, minutes=200, category_id=desk.office.categories["Drucker"])
    assert only(desk, recorded(desk)[0])["due_at"] - recorded(desk)[1] < 401 * timedelta(minutes=1)
    for words, minutes in (
        ({}, 400), ({"priority": Priority.HIGH}, 400), ({"category_id": desk.office.categories["Drucker"]}, 400),
    ):  # fmt: skip
        case, began = recorded(desk, **words)
        assert only(desk, case)["due_at"] - began == timedelta(minutes=minutes), words
    for words, minutes in (
        ({}, 500), ({"priority": Priority.HIGH}, 300), ({"category_id": desk.office.categories["Drucker"], "priority": Priority.HIGH}, 200),
    ):  # fmt: skip
        case = desk.record("outsider", **words)
        assert only(desk, case)["due_at"] - desk.ticket_row(case)["recorded_at"] == timedelta(minutes=minutes), words


def test_another_priority_is_another_promise_from_the_beginning(desk: Desk) -> None:
    promise(desk, minutes=500)
    promise(desk, minutes=60, priority=Priority.URGENT)
    case, began = recorded(desk)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", ChangeTicket(case, 2, priority=Priority.URGENT))
    old, new = clocks(desk, case)
    assert (old["void"], old["kept"], new["due_at"]) == (True, None, began + HOUR)


def test_a_changed_promise_leaves_running_cases_alone(desk: Desk) -> None:
    first = promise(desk)
    case, began = recorded(desk)
    changed = desk.do("admin", SaveCommitment(first, 1, "kürzer", Measure.RESOLUTION, 60))
    later, later_began = recorded(desk)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", ChangeTicket(case, 2, priority=Priority.LOW))
    assert {c["due_at"] - began for c in clocks(desk, case)} == {4 * HOUR}, "what was in force when it began"
    assert only(desk, later)["due_at"] == later_began + HOUR
    number: Any = changed.detail["commitment"]
    desk.do("admin", EndCommitment(number, 2))
    assert clocks(desk, recorded(desk)[0]) == [] and only(desk, later)["ended_at"] is None
    assert desk.refused_code("admin", SaveCommitment(first, 1, "x", Measure.RESOLUTION, 60)) == "TD409"


def test_opened_again_goes_on_without_the_time_it_lay_answered(desk: Desk) -> None:
    promise(desk)
    case, began = recorded(desk)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", SendAnswer(case, 2, "Erledigt.", "Kabel."))
    answered = desk.last_step(case)["at"]
    desk.do("requester", ReopenTicket(case, desk.public_version(case), "Nein."))
    clock = only(desk, case)
    assert (clock["ended_at"], clock["kept"]) == (None, None)
    assert clock["due_at"] == began + 4 * HOUR + (desk.last_step(case)["at"] - answered)


def test_imported_cases_are_measured_by_what_was_in_force_then(desk: Desk) -> None:
    promise(desk, valid_from=datetime(2020, 1, 1, tzinfo=UTC))
    began = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def case(number: str, *steps: tuple[float, State, Reason | None]) -> dict[str, Any]:
        return {
            "external_ref": number, "subject": number, "kind": 1, "priority": 2,
            "steps": [
                {"at": (began + hours * HOUR).isoformat(), "state": int(state), "reason": reason and int(reason), "words": {}}
                for hours, state, reason in steps
            ],
        }  # fmt: skip

    batch = {
        "customer_group": "Früher", "cases": [
            case("kept", (0, State.NEW, None), (4, State.ANSWERED, None), (90, State.CLOSED, None)),
            case("missed", (0, State.NEW, None), (4.5, State.ANSWERED, None)),
            case(
                "waited", (0, State.NEW, None), (1, State.WAITING, Reason.REQUESTER), (5, State.IN_PROGRESS, None),
                (8, State.ANSWERED, None),
            ),
            case("asked others", (0, State.NEW, None), (1, State.WAITING, Reason.THIRD_PARTY), (6, State.ANSWERED, None)),
            case("at once", (0, State.ANSWERED, None), (9, State.CLOSED, None)),
            case("withdrawn", (0, State.NEW, None), (9, State.WITHDRAWN, None)),
            case("open", (0, State.NEW, None)),
        ],
    }  # fmt: skip
    desk.at("admin").execute("select api.import_cases(%s, %s::jsonb)", [uuid4(), json.dumps(batch)])
    found = {
        row["external_ref"]: (row["kept"], row["void"])
        for row in desk.rows("select t.external_ref, k.kept, k.void from td.clock as k join td.ticket as t on t.id = k.ticket_id")
    }
    assert found == {
        "kept": (True, False), "missed": (False, False), "waited": (True, False), "asked others": (False, False),
        "at once": (True, False), "withdrawn": (None, True), "open": (None, False),
    }  # fmt: skip


def test_withdrawn_owes_nothing(desk: Desk) -> None:
    promise(desk)
    case, _ = recorded(desk)
    desk.do("requester", WithdrawTicket(case, desk.public_version(case), "Hat sich erledigt."))
    assert (only(desk, case)["void"], only(desk, case)["kept"]) == (True, None)


def test_warned_and_told_once_each_also_after_a_night_without_a_worker(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    promise(desk, warn_percent=75)
    case, began = recorded(desk)
    desk.do("coordinator", AcceptTicket(case, 1))
    assert ring(worker, began + 3 * HOUR - timedelta(minutes=1)) == 0
    assert ring(worker, began + 3 * HOUR) == 1 and ring(worker, began + 3 * HOUR) == 0
    assert desk.notices(case, NoticeKind.COMMITMENT_NEAR) == {("coordinator", False)}
    assert ring(worker, began + 9 * HOUR) == 1 and ring(worker, began + 30 * HOUR) == 0
    assert desk.notices(case, NoticeKind.COMMITMENT_BROKEN) == {("coordinator", False)}
    slept, since = recorded(desk)
    assert ring(worker, since + 30 * HOUR) == 1, "the breach alone: a warning would come too late"
    assert desk.notices(slept, NoticeKind.COMMITMENT_NEAR) == set()
    assert desk.faults() == []


def test_what_stands_still_is_not_rung(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    promise(desk)
    case, began = recorded(desk)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", SetWaiting(case, 2, Reason.REQUESTER, body="Welcher?"))
    assert ring(worker, began + 30 * HOUR) == 0
    desk.do("coordinator", EndWaiting(case, 3))
    assert ring(worker, began + 30 * HOUR) == 1


def test_escalation_raises_the_priority_and_hands_on_without_a_chain_reaction(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    target = desk.group("Buchhaltung")
    promise(desk, raise_priority=True, hand_to_group_id=target)
    promise(desk, minutes=1, priority=Priority.HIGH, raise_priority=True)
    case, began = recorded(desk)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AssignTicket(case, 2, group_id=desk.group("Technik")))
    desk.do("handler", TakeOver(case, 3))
    assert ring(worker, began + 5 * HOUR) == 1
    row = desk.ticket_row(case)
    assert (row["priority"], row["group_id"], row["handler_id"], row["state"]) == (Priority.HIGH, target, None, State.ASSIGNED)
    assert [step["what"] for step in desk.rows("select what from td.log where ticket_id = %s and cause = 2 order by seq", case)] == [
        "changed", "assigned",
    ]  # fmt: skip
    told = desk.rows("select person_id from td.notice where ticket_id = %s and kind = 3 and actor_id is null", case)
    assert told == [{"person_id": desk.id("other_handler")}], "those who had it learn it with the breach"
    assert ring(worker, began + 50 * HOUR) == 0 and desk.faults() == []


def test_of_two_that_fit_equally_well_the_one_saved_last_runs(desk: Desk) -> None:
    """As the administration says it (domain/commitments.py: rivals); a change of the other one makes that one the last."""
    first, second = promise(desk, minutes=100), promise(desk, minutes=200)
    case, _ = recorded(desk)
    assert only(desk, case)["commitment_id"] == second
    changed: Any = desk.do("admin", SaveCommitment(first, 1, "RESOLUTION 100", Measure.RESOLUTION, 100)).detail["commitment"]
    case, _ = recorded(desk)
    assert only(desk, case)["commitment_id"] == changed > second


def test_who_is_told_learns_which_promise_it_is_and_what_its_rule_did(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    target = desk.group("Buchhaltung")
    promise(desk, raise_priority=True, hand_to_group_id=target)
    case, began = recorded(desk)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AssignTicket(case, 2, group_id=desk.group("Technik")))
    desk.do("handler", TakeOver(case, 3))
    clock = only(desk, case)
    which = {"clock": clock["id"], "name": "RESOLUTION 240", "measure": 3, "internal": False, "due": int(clock["due_at"].timestamp())}

    def told(kind: NoticeKind) -> Any:
        rows = desk.rows("select person_id, own, data from td.notice where ticket_id = %s and kind = %s", case, int(kind))
        assert not [row for row in rows if row["own"]]
        by_person = {row["person_id"]: row["data"] for row in rows}
        assert len(by_person) == len(rows) and by_person[desk.id("handler")] == by_person[desk.id("coordinator")]
        return by_person[desk.id("handler")]

    assert ring(worker, began + 3.5 * HOUR) == 1 and told(NoticeKind.COMMITMENT_NEAR) == which
    assert ring(worker, began + 5 * HOUR) == 1
    assert told(NoticeKind.COMMITMENT_BROKEN) == {**which, "priority": [2, 3], "group": target}, "he who had it, though it is gone"
    # The timeline names the promise for whose sake the rule acted; the requester reads of a priority, and of no promise.
    steps = desk.at("coordinator").execute("select what, data -> 'promise' from api.timeline(%s, 4)", [case]).fetchall()
    assert steps == [(what, {"name": "RESOLUTION 240", "measure": 3, "internal": False}) for what in ("changed", "assigned")]
    own = desk.at("requester").execute("select t::text from api.own_timeline(%s, 0) as t", [case]).fetchall()
    assert own and "RESOLUTION" not in str(own) and "commitment" not in str(own)
    assert desk.at("coordinator").execute("select api.clocks(%s)", [case]).fetchone()[0][0]["warned_at"] is not None  # type: ignore[index]


def test_targets_among_ourselves(desk: Desk) -> None:
    group = desk.group("Technik")
    promise(desk, Measure.RESPONSE, 30, group_id=group)
    promise(desk, Measure.RESOLUTION, 90, group_id=group)
    case, _ = recorded(desk)
    desk.do("coordinator", AcceptTicket(case, 1))
    assert clocks(desk, case) == []
    desk.do("coordinator", AssignTicket(case, 2, group_id=group))
    response, resolution = clocks(desk, case)
    assert response["started_at"] == desk.last_step(case)["at"]
    desk.do("handler", TakeOver(case, 3))
    response, resolution = clocks(desk, case)
    assert (response["kept"], resolution["ended_at"]) == (True, None)
    desk.do("coordinator", AssignTicket(case, 4, group_id=desk.group("Buchhaltung")))
    assert clocks(desk, case)[1]["kept"] is True


def test_another_calendar_moves_what_runs(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    promise(desk)
    case, began = recorded(desk)
    number = desk.row("select id from td.calendar")["id"]
    closed = [{"on": (began + timedelta(days=d)).date().isoformat(), "name_de": "zu", "name_en": "shut"} for d in range(-1, 3)]
    desk.do("admin", SaveCalendar(CalendarId(number), 1, "Immer", "Europe/Berlin", "", ALWAYS, tuple(closed), for_office=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(calendars, "SINCE", date(2025, 1, 1))
        assert calendars.lay_calendars(worker) == 1
    assert worker.execute("select td.recount_clocks()").fetchone() == (1,)
    assert worker.execute("select td.recount_clocks()").fetchone() == (0,)
    assert only(desk, case)["due_at"] > began + 48 * HOUR
    row = desk.ticket_row(case)
    assert (row["promise_due_at"], row["version"], row["seq"]) == (only(desk, case)["due_at"], 1, 1), "no step of the case"
    assert desk.rows("select ticket_id from td.event where what = 'clocks_moved'") == [{"ticket_id": case}], "open desks read it"
    assert {"ticket_id": case} in desk.rows("select ticket_id from td.time_due"), "the dashboard counts it by its new date"


def waiting(desk: Desk, began: str, paused: str, until: str | None) -> TicketId:
    """A case of the past that waited for its requester; past every rule, so that the calendar of that time can be chosen."""
    case, _ = recorded(desk)
    desk.behind.execute("delete from td.pause where ticket_id = %s", [case])
    desk.behind.execute("insert into td.pause (ticket_id, since, until, reason) values (%s, %s, %s, 1)", [case, paused, until])
    desk.behind.execute("update td.clock set started_at = %s, laid_version = 0 where ticket_id = %s", [began, case])
    return case


def laid(desk: Desk, worker: psycopg.Connection[Any], version: int, days: tuple[dict[str, Any], ...]) -> None:
    hours = tuple(((480, 720), (780, 1020)) if day < 5 else () for day in range(7))
    number = CalendarId(desk.row("select id from td.calendar")["id"])
    desk.do("admin", SaveCalendar(number, version, "Immer", "Europe/Berlin", "", hours, days, for_office=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(calendars, "SINCE", date(2025, 1, 1))
        calendars.lay_calendars(worker)
    while worker.execute("select td.recount_clocks()").fetchone() != (0,):
        pass


def test_a_holiday_that_falls_away_in_the_middle_of_a_wait(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    """Monday 8 to Wednesday 10, waiting from Monday 10 to Wednesday 8; Tuesday was closed, and then it was not."""
    promise(desk, minutes=10 * 60)
    laid(desk, worker, 1, ({"on": "2025-06-03", "name_de": "zu", "name_en": "shut", "hours": ()},))
    case = waiting(desk, "2025-06-02 08:00+02", "2025-06-02 10:00+02", "2025-06-04 08:00+02")
    open_case = waiting(desk, "2025-06-02 08:00+02", "2025-06-02 10:00+02", None)
    laid(desk, worker, 2, ({"on": "2025-06-03", "name_de": "zu", "name_en": "shut", "hours": ()},))
    due = only(desk, case)["due_at"]
    assert due == datetime(2025, 6, 4, 15, tzinfo=UTC), "two hours on Monday, eight on Wednesday until 17:00"
    laid(desk, worker, 3, ())
    assert only(desk, case)["due_at"] == due, "what fell into the wait moves nothing"
    assert only(desk, open_case)["stopped_at"] == datetime(2025, 6, 2, 8, tzinfo=UTC)


def test_a_case_that_waits_through_both_changes_of_the_clock(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    promise(desk, minutes=4 * 60)
    promise(desk, Measure.RESPONSE, 4 * 60, business=False)
    laid(desk, worker, 1, ())
    # Winter, the whole summer, winter again: from Friday 15:00 on the wall to Monday 8:00 on the wall.
    case = waiting(desk, "2025-03-28 15:00+01", "2025-03-28 16:00+01", "2025-10-27 08:00+01")
    laid(desk, worker, 2, ())
    desk.behind.execute("select td.move_clocks(t) from td.ticket as t where t.id = %s", [case])
    by_measure = {clock["measure"]: clock["due_at"] for clock in clocks(desk, case)}
    assert by_measure[3] == datetime(2025, 10, 27, 10, tzinfo=UTC), "one hour before, three after: 11:00 on the wall"
    assert by_measure[1] == datetime(2025, 10, 27, 10, tzinfo=UTC), "by the clock the same three hours"


def test_many_are_moved_as_one_by_one(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    """With pauses and without, warned by percent, by minutes and at once, within the hours of a group."""
    promise(desk)
    promise(desk, Measure.RESPONSE, 60, warn_minutes=60)
    promise(desk, Measure.UPDATE, 120, business=False)
    promise(desk, Measure.RESOLUTION, 900, priority=Priority.HIGH, warn_percent=None, warn_minutes=30)
    cases = [desk.record(priority=Priority.HIGH if number % 2 else Priority.NORMAL) for number in range(6)]
    for number, case in enumerate(cases[:4]):
        desk.do("coordinator", AcceptTicket(case, 1))
        if number > 1:
            desk.do("coordinator", SetWaiting(case, 2, Reason.REQUESTER, body="Welcher?"))
        if number > 2:
            desk.do("coordinator", EndWaiting(case, 3))
    # As far back as the year is laid out, so that hours, nights and a change of the clock lie between.
    desk.behind.execute(
        "update td.clock set started_at = '2025-03-28 17:13:01.5+00'::timestamptz + ticket_id % 7 * interval '37 hours', laid_version = 0"
        " where calendar_id is not null"
    )
    hours = tuple(((480, 720), (780, 1020)) if day < 5 else () for day in range(7))
    number = desk.row("select id from td.calendar")["id"]
    desk.do("admin", SaveCalendar(CalendarId(number), 1, "Immer", "Europe/Berlin", "", hours, (), for_office=True))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(calendars, "SINCE", date(2025, 1, 1))
        calendars.lay_calendars(worker)
    question = "select id, due_at, stopped_at, warn_at, tell_at, laid_version from td.clock"
    question += " where calendar_id is not null and ended_at is null order by id"
    while worker.execute("select td.recount_clocks(4)").fetchone() != (0,):
        pass
    many = desk.rows(question)
    assert {row["laid_version"] for row in many} == {2}
    desk.behind.execute("select td.move_clocks(t) from td.ticket as t")
    assert desk.rows(question) == many
    shown = desk.rows(_SHOWN)
    desk.behind.execute("select td.show_promise(t.id) from td.ticket as t")
    assert desk.rows(_SHOWN) == shown


def test_one_beyond_the_calendar_holds_up_no_other(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    promise(desk)
    first, second = recorded(desk)[0], recorded(desk)[0]
    due = only(desk, first)["due_at"]
    desk.behind.execute("update td.clock set started_at = '2024-01-01' where ticket_id = %s", [first])
    desk.behind.execute("update td.clock set laid_version = 0, due_at = due_at + interval '1 day'")
    while worker.execute("select td.recount_clocks()").fetchone() != (0,):
        pass
    assert only(desk, first)["due_at"] == due + 24 * HOUR, "it keeps what it had"
    assert only(desk, second)["due_at"] == only(desk, second)["started_at"] + 4 * HOUR


def test_many_moved_clocks_are_told_once_in_a_while_and_at_the_end(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    def told() -> list[int]:
        return [row["ticket_id"] for row in desk.rows("select ticket_id from td.event where what = 'clocks_moved' order by id")]

    cases = [desk.record() for _ in range(3)]
    desk.behind.execute("update td.worker set clocks_told_at = null, clocks_untold = false")
    desk.behind.execute("insert into td.worker (single) values (true) on conflict do nothing")
    for ids, last, expected in (
        (cases[:2], False, [-1]), (cases[:2], False, [-1]), ([], True, [-1, -1]), ([], True, [-1, -1]),
        (cases[:2], True, [-1, -1, *cases[:2]]),
    ):  # fmt: skip
        desk.behind.execute("select td.tell_moved(%s, %s)", [list(ids), last])
        assert told() == expected


def test_lists_show_the_next_promise_that_runs(desk: Desk) -> None:
    promise(desk, Measure.RESPONSE, 60)
    promise(desk, Measure.RESOLUTION, 600, stops=(Reason.REQUESTER,))
    case, began = recorded(desk)

    def shown() -> tuple[Any, ...]:
        row = desk.ticket_row(case)
        which = row["promise_measure"], row["promise_internal"]
        stands = row["promise_due_at"], row["promise_stopped_at"] is not None, row["promise_calendar_id"] is not None
        return row["promise_minutes"], *stands, *which

    assert shown() == (60, began + HOUR, False, True, Measure.RESPONSE, False)
    desk.do("coordinator", AcceptTicket(case, 1))
    assert desk.ticket_row(case)["state_since"] == desk.last_step(case)["at"]
    desk.do("coordinator", SendInterimAnswer(case, 2, "Wir sind dran."))
    assert shown() == (600, began + 10 * HOUR, False, True, Measure.RESOLUTION, False)
    assert desk.ticket_row(case)["state_since"] < desk.last_step(case)["at"], "no change of the state"
    desk.do("coordinator", SetWaiting(case, 3, Reason.REQUESTER, body="Welcher?"))
    assert shown() == (600, began + 10 * HOUR, True, True, Measure.RESOLUTION, False)
    desk.do("coordinator", SendAnswer(case, 4, "Erledigt.", "Kabel."))
    assert shown() == (None, None, False, False, None, False)
    assert desk.faults(case) == []


def test_a_target_among_ourselves_is_told_apart_in_the_row(desk: Desk) -> None:
    group = desk.group("Technik")
    promise(desk, Measure.RESPONSE, 30, group_id=group)
    case, _ = recorded(desk)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AssignTicket(case, 2, group_id=group))
    row = desk.ticket_row(case)
    assert (row["promise_minutes"], row["promise_measure"], row["promise_internal"]) == (30, Measure.RESPONSE, True)


def test_nothing_but_the_clocks_moves_without_a_step(desk: Desk) -> None:
    promise(desk)
    case, _ = recorded(desk)
    desk.behind.execute("update td.ticket set promise_due_at = promise_due_at + interval '1 hour' where id = %s", [case])
    for other in ("priority = 4", "state_since = now()", "promise_due_at = now(), subject = 'anders'", "hidden = true"):
        with pytest.raises(psycopg.Error) as refused:
            desk.behind.execute(f"update td.ticket set {other} where id = %s".encode(), [case])
        assert refused.value.sqlstate == "TD403"


@pytest.mark.parametrize(
    ("field", "why", "words"),
    [
        ("name", "empty", {"name": " "}),
        ("amount_minutes", "bad_amount", {"amount_minutes": 0}),
        ("amount_minutes", "bad_amount", {"amount_minutes": 10_000 * 1440}),
        ("warn_percent", "out_of_range", {"warn_percent": 100}),
        ("warn_minutes", "out_of_range", {"warn_minutes": 9_000}),
        ("calendar_id", "unknown", {"calendar_id": expect.ABSENT}),
        ("category_id", "unknown", {"category_id": expect.ABSENT}),
        ("customer_group_id", "unknown", {"customer_group_id": expect.ABSENT}),
        ("group_id", "unknown", {"group_id": expect.ABSENT}),
        ("hand_to_group_id", "unknown", {"hand_to_group_id": expect.ABSENT}),
        ("measure", "out_of_range", {"measure": Measure.UPDATE, "group_id": 1}),
    ],
)
def test_what_makes_no_sense_is_refused(desk: Desk, field: str, why: str, words: dict[str, Any]) -> None:
    given: dict[str, Any] = {"name": "Zusage", "measure": Measure.RESOLUTION, "amount_minutes": 240}
    expect.bad(desk, "admin", SaveCommitment(None, None, **(given | words)), field, why=why)


def test_only_the_administration_promises(desk: Desk) -> None:
    for key in ("coordinator", "handler", "requester", "auditor"):
        assert desk.refused_code(key, SaveCommitment(None, None, "x", Measure.RESOLUTION, 60)) == "42501"
    assert desk.refused_code("admin", SaveCommitment(CommitmentId(expect.ABSENT), 1, "x", Measure.RESOLUTION, 60)) == "TD404"


def test_business_hours_of_nobody_are_refused(office_db: OfficeDb) -> None:
    with Desk(office_db) as bare:
        expect.bad(bare, "admin", SaveCommitment(None, None, "x", Measure.RESOLUTION, 60), "calendar_id", why="empty")
        assert bare.do("admin", SaveCommitment(None, None, "x", Measure.RESOLUTION, 60, business=False)).version == 1
        case = bare.record()
        assert bare.row("select due_at - started_at as d from td.clock where ticket_id = %s", case)["d"] == HOUR
        assert datetime.now(UTC) > bare.ticket_row(case)["recorded_at"]
