"""td.run_due with a moved clock: each due thing happens once per case, rule and moment, whoever looks and however often."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.handling.test_set_waiting import QUESTION, in_hand
from tests.support.cluster import OfficeDb, Server
from ticketdesk.domain.commands import AddMessage, ChangeTicket, SendAnswer, SendInterimAnswer, SetWaiting
from ticketdesk.domain.entry import Audience, Cause
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import Reason, State
from ticketdesk.server.migrate import schema_version

NOW = datetime.now(UTC).replace(microsecond=0)
SOON = NOW + timedelta(hours=1)
NEXT_DAY = NOW + timedelta(days=1)
"""The clock after a night without a worker."""
MUCH_LATER = NOW + timedelta(days=15)

Worker = psycopg.Connection[Any]


@pytest.fixture
def desk(office_db: OfficeDb) -> Iterator[Desk]:
    """An office of one's own: a clock moved on moves it for every case."""
    with Desk(office_db) as desk:
        yield desk


@pytest.fixture
def worker(server: Server, desk: Desk) -> Iterator[Worker]:
    """The worker's own log-in."""
    with server.cluster.connect(desk.office.database, "td_worker") as connection:
        yield connection


def run(worker: Worker, moment: datetime) -> int:
    row = worker.execute("select td.run_due(%s)", [moment]).fetchone()
    assert row is not None
    return int(row[0])


def answered(desk: Desk) -> TicketId:
    case = desk.record()
    desk.force(case, state=State.ACCEPTED, coordinator_id=desk.id("coordinator"))
    desk.do("coordinator", SendAnswer(case, 1, "Erledigt.", "Kabel getauscht."))
    return case


@pytest.mark.parametrize("state", [State.CLARIFYING, State.ASSIGNED, State.IN_PROGRESS, State.REPORTED])
def test_comes_back_at_its_moment(desk: Desk, worker: Worker, state: State) -> None:
    case = in_hand(desk, state=state)
    desk.do("coordinator", SetWaiting(case, 1, Reason.DATE, SOON))
    assert run(worker, SOON - timedelta(seconds=1)) == 0
    assert run(worker, NEXT_DAY) == 1
    row, step = desk.ticket_row(case), desk.last_step(case)
    assert (row["state"], row["waiting_until"], row["waiting_reason"]) == (state, None, None)
    assert (step["what"], step["cause"], step["actor_id"]) == ("waiting_ended", Cause.SYSTEM, None)
    told = {("coordinator", False)} | ({("handler", False)} if state in (State.ASSIGNED, State.IN_PROGRESS) else set())
    assert desk.notices(case, NoticeKind.CAME_BACK) == told
    assert run(worker, NEXT_DAY) == 0 and desk.faults() == []


def test_a_question_without_an_answer_comes_back_too(desk: Desk, worker: Worker) -> None:
    case = in_hand(desk, hidden=True)
    desk.do("coordinator", SetWaiting(case, 1, Reason.REQUESTER, SOON, QUESTION))
    assert run(worker, NEXT_DAY) == 1
    assert desk.public_row(case)["state"] == 2 and desk.shown(case)[-1]["what"] == "state_changed"


def test_hidden_waiting_comes_back_unseen(desk: Desk, worker: Worker) -> None:
    case = in_hand(desk, hidden=True)
    desk.do("handler", SetWaiting(case, 1, Reason.DATE, SOON))
    before = desk.public_row(case), desk.shown(case)
    assert run(worker, NEXT_DAY) == 1
    assert (desk.public_row(case), desk.shown(case)) == before
    assert desk.last_step(case)["audience"] == Audience.INTERNAL


def test_answered_before_its_moment(desk: Desk, worker: Worker) -> None:
    case = in_hand(desk)
    desk.do("handler", SetWaiting(case, 1, Reason.REQUESTER, SOON, QUESTION))
    desk.do("requester", AddMessage(case, "Papierstau."))
    assert run(worker, NEXT_DAY) == 0 and desk.ticket_row(case)["state"] == State.IN_PROGRESS


def test_closes_by_itself_as_announced(desk: Desk, worker: Worker) -> None:
    case = answered(desk)
    announced = datetime.fromisoformat(desk.shown(case)[-1]["detail"]["closes_at"])
    assert run(worker, announced - timedelta(minutes=1)) == 0
    assert run(worker, MUCH_LATER) == 1
    row = desk.ticket_row(case)
    assert (row["state"], row["closes_at"], desk.last_step(case)["cause"]) == (State.CLOSED, None, Cause.SYSTEM)
    assert row["reopen_until"] is not None
    assert desk.notices(case, NoticeKind.CLOSED) == {("requester", True)}


def test_does_not_close_over_a_message(desk: Desk, worker: Worker) -> None:
    case = answered(desk)
    desk.do("requester", AddMessage(case, "Es flackert noch."))
    assert run(worker, MUCH_LATER) == 0 and desk.ticket_row(case)["state"] == State.ANSWERED


def test_office_that_closes_nothing_by_itself(desk: Desk, worker: Worker) -> None:
    desk.behind.execute("update td.office set close_days = null")
    case = answered(desk)
    assert "closes_at" not in desk.shown(case)[-1]["detail"]
    assert run(worker, MUCH_LATER) == 0 and desk.ticket_row(case)["state"] == State.ANSWERED


def test_promise_is_told_once_and_kept_by_the_next_answer(desk: Desk, worker: Worker) -> None:
    case = in_hand(desk)
    desk.do("coordinator", SendInterimAnswer(case, 1, "Wir melden uns.", SOON))
    assert datetime.fromisoformat(desk.shown(case)[-1]["detail"]["promised_at"]) == SOON == desk.ticket_row(case)["promised_at"]
    assert [run(worker, NEXT_DAY) for _ in range(3)] == [1, 0, 0]
    assert desk.notices(case, NoticeKind.PROMISE_DUE) == {("coordinator", False), ("handler", False)}
    # Whoever is writing the answer at that moment is not stopped by the reminder.
    again = SOON + timedelta(hours=2)
    desk.do("coordinator", SendInterimAnswer(case, 2, "Noch ein wenig.", again))
    assert run(worker, NEXT_DAY) == 1
    desk.do("coordinator", SendInterimAnswer(case, 3, "Heute noch."))
    assert desk.ticket_row(case)["promised_at"] is None


def test_kept_promise_is_no_news(desk: Desk, worker: Worker) -> None:
    case = in_hand(desk)
    desk.do("coordinator", SendInterimAnswer(case, 1, "Wir melden uns.", SOON))
    desk.force(case, state=State.CLARIFYING)
    desk.do("coordinator", SendAnswer(case, 2, "Erledigt.", "Kabel"))
    assert desk.ticket_row(case)["promised_at"] is None and run(worker, NEXT_DAY) == 0
    expect.bad(desk, "coordinator", SendInterimAnswer(in_hand(desk), 1, "Bis gestern.", NOW - timedelta(days=1)), "promised_at", why="past")


def test_date_that_passed_is_told_once_for_each_date(desk: Desk, worker: Worker) -> None:
    case = in_hand(desk)
    desk.do("coordinator", ChangeTicket(case, 1, target_at=SOON))
    before = desk.traces()
    assert [run(worker, NEXT_DAY) for _ in range(2)] == [1, 0]
    assert desk.notices(case, NoticeKind.OVERDUE) == {("coordinator", False), ("handler", False)}
    after = desk.traces()
    assert after[0] == before[0] and after[6] == before[6], "a reminder is no step of the case"
    desk.do("coordinator", ChangeTicket(case, 2, target_at=SOON + timedelta(hours=1)))
    assert run(worker, NEXT_DAY) == 1


def test_what_was_due_before_the_office_began_is_no_news(desk: Desk, worker: Worker) -> None:
    case = in_hand(desk)
    desk.force(case, target_at=NOW - timedelta(days=40))
    assert run(worker, NEXT_DAY) == 0


def test_two_workers_at_once(desk: Desk, server: Server) -> None:
    cases = [in_hand(desk) for _ in range(40)]
    for case in cases:
        desk.do("handler", SetWaiting(case, 1, Reason.DATE, SOON))
    gate, done = threading.Barrier(2), [0, 0]

    def work(place: int) -> None:
        with server.cluster.connect(desk.office.database, "td_worker") as connection:
            gate.wait()
            for _ in range(40):
                done[place] += run(connection, NEXT_DAY)

    threads = [threading.Thread(target=work, args=(place,)) for place in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(done) == len(cases)
    steps = desk.row("select count(*) as n, count(distinct ticket_id) as cases from td.log where what = 'waiting_ended'")
    assert steps == {"n": 40, "cases": 40} and desk.faults() == []


def test_held_case_is_left_for_the_next_look(desk: Desk, worker: Worker) -> None:
    case = in_hand(desk)
    desk.do("handler", SetWaiting(case, 1, Reason.DATE, SOON))
    with desk.office.superuser(autocommit=False) as holder:
        holder.execute("select from td.ticket where id = %s for update", [case])
        assert run(worker, NEXT_DAY) == 0
        holder.rollback()
    assert run(worker, NEXT_DAY) == 1


def test_one_that_cannot_be_brought_on_holds_up_nobody(desk: Desk, worker: Worker) -> None:
    broken, whole = in_hand(desk), in_hand(desk)
    for case in (broken, whole):
        desk.do("handler", SetWaiting(case, 1, Reason.DATE, SOON))
    # As no verb leaves it: it came from nowhere.
    desk.force(broken, came_from=State.CLOSED)
    desk.behind.execute("delete from td.transition where before = 6 and after = 9")
    assert [run(worker, NEXT_DAY) for _ in range(2)] == [1, 0]
    assert desk.ticket_row(whole)["state"] == State.IN_PROGRESS
    assert desk.row("select fault from td.due_done where ticket_id = %s", broken) == {"fault": "TD411"}


def test_health_is_for_those_who_keep_the_office(desk: Desk, worker: Worker) -> None:
    def health() -> dict[str, Any]:
        row = desk.at("admin").execute("select api.health()").fetchone()
        assert row is not None
        return dict(row[0])

    assert health()["worker_seconds"] is None
    run(worker, NOW)
    found = health()
    assert 0 <= found["worker_seconds"] < 60 and (found["done"], found["faults"], found["due"]) == (0, 0, 0)
    # How many are signed in, and no word about who.
    assert found["signed_in"] >= 1 and found["stored_bytes"] > 0 and found["postgres"] and found["schema"] == schema_version()
    assert found["relay"] is False and found["disk_free"] is None and found["given_up"] == 0
    worker.execute("select td.note_machine('1.2', 5, 10, 7)")
    assert (health()["disk_free"], health()["disk_total"], health()["log_bytes"], health()["program"]) == (5, 10, 7, "1.2")
    assert desk.at("coordinator").execute("select api.health()").fetchone()
    for key in ("requester", "handler", "auditor"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            desk.at(key).execute("select api.health()")


def test_worker_may_do_nothing_else(desk: Desk, worker: Worker) -> None:
    for question in ("select * from td.ticket", "select td.do_due(1::smallint, 1, now())", "select api.hello()", "delete from td.log"):
        with pytest.raises(psycopg.Error) as caught:
            worker.execute(question.encode())
        assert caught.value.sqlstate == "42501"


def test_where_the_oldest_is_not_old_no_more_is_looked_at(desk: Desk, worker: Worker) -> None:
    for days, many in ((31, 6000), (1, 20_000)):
        desk.behind.execute(
            "insert into td.event (ticket_id, seq, what, audience, hidden, at)"
            " select 0, 0, 'set_up', 0, false, %s from generate_series(1, %s)", [NOW - timedelta(days=days), many],
        )  # fmt: skip
    desk.behind.execute("analyze td.event")
    read = b"select pg_stat_get_xact_tuples_returned('td.event'::regclass) + pg_stat_get_xact_tuples_returned('td.event_pkey'::regclass)"
    found = []
    for _ in range(3):
        # What was counted before is still told with the next transaction otherwise.
        worker.execute("select pg_stat_force_next_flush()")
        with worker.transaction():
            ((done,),) = worker.execute("select td.prune(%s)", [NOW]).fetchall()
            ((looked,),) = worker.execute(read).fetchall()
            found.append((done, looked < 15_000))
    assert found == [(5000, True), (1000, True), (0, True)]


def test_old_news_is_cleared_away(desk: Desk, worker: Worker) -> None:
    case = desk.record()
    before = desk.traces()
    worker.execute("select td.prune(%s)", [NOW + timedelta(days=29)])
    assert desk.traces() == before
    worker.execute("select td.prune(%s)", [NOW + timedelta(days=31)])
    assert desk.row("select count(*) as n from td.event") == {"n": 0}
    assert desk.row("select count(*) as n from td.request")["n"] > 0
    worker.execute("select td.prune(%s)", [NOW + timedelta(days=91)])
    assert desk.row("select count(*) as n from td.request") == {"n": 0}
    assert desk.row("select count(*) as n from td.log where ticket_id = %s", case) == {"n": 1} and desk.faults() == []
