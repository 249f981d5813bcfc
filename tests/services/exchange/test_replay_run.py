"""The writers of a replay without a server: order in each case, exactly once, pace, refusals, being stopped and going on."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.services.exchange import small
from tests.services.exchange.small import Row, event
from tests.services.exchange.test_replay_plan import CLOSED, QUEUED, RESOLVED, UNMATCHED, WORK
from ticketdesk.domain.commands import Command, Outcome, RecordTicket
from ticketdesk.domain.errors import Away, BadTransition, Stale
from ticketdesk.domain.ids import TicketId
from ticketdesk.services.exchange.replay import Script, Wish, read
from ticketdesk.services.exchange.replay_cast import PLAYERS
from ticketdesk.services.exchange.replay_run import Replay
from ticketdesk.services.exchange.replay_stage import Kept, Pace, Result, Stage

Judge = Callable[[str, Command], None]


class Office:
    """Takes every wish down; ``judge`` may refuse it."""

    def __init__(self, judge: Judge = lambda _key, _command: None) -> None:
        self.judge = judge
        self.taken: list[tuple[str, str, int]] = []
        self.origins: list[str] = []
        self.ids: dict[UUID, Outcome] = {}
        self.versions: defaultdict[int, int] = defaultdict(int)
        self.busy: set[str] = set()
        self.open = 0
        self.lock = threading.Lock()

    def sign_in(self, key: str) -> Session:
        self.open += 1
        return Session(self, key)


class Session:
    """One log-in's session."""

    def __init__(self, office: Office, key: str) -> None:
        self.office, self.key = office, key

    def run(self, command: Command, request_id: UUID | None = None) -> Outcome:
        office = self.office
        assert request_id is not None
        with office.lock:
            assert self.key not in office.busy, "nobody does two things at a time"
            office.busy.add(self.key)
        try:
            with office.lock:
                if request_id in office.ids:
                    return office.ids[request_id]
                office.judge(self.key, command)
                number = 1 + len(office.versions) if isinstance(command, RecordTicket) else int(getattr(command, "ticket_id"))  # noqa: B009
                office.versions[number] += 1
                office.taken.append((self.key, command.verb(), number))
                office.ids[request_id] = Outcome(TicketId(number), 0, office.versions[number], {})
            time.sleep(0.0005)
            return office.ids[request_id]
        finally:
            office.busy.discard(self.key)

    def replay(self, command: Command, request_id: UUID, origin: str) -> Outcome:
        self.office.origins.append(origin)
        return self.run(command, request_id)

    def close(self) -> None:
        self.office.open -= 1


def many(cases: int) -> list[Row]:
    return [
        event(f"C-{case}", f"2012-05-{1 + hour:02}T08:{case % 60:02}:00+01:00", status)
        for case in range(cases)
        for hour, status in enumerate((QUEUED, WORK, RESOLVED, UNMATCHED, CLOSED))
    ]


def script(folder: Path, rows: list[Row]) -> Script:
    return read(Wish(small.write(folder / "log.csv", rows)))


def replay(folder: Path, office: Office, rows: list[Row], kept: dict[str, Kept] | None = None, **more: Any) -> Replay:
    read_in = script(folder, rows)
    ids = {one.key: number for number, one in enumerate(PLAYERS)}
    stage = Stage(office.sign_in, ids, dict.fromkeys(read_in.teams, 1), kept or {})
    return Replay(read_in.plans, read_in.mapped.persons, stage, lambda key, **_: key, log="small", **more)


def play(one: Replay, stop: threading.Event | None = None) -> Result:
    return one.play(stop or threading.Event(), lambda _: None, every=0.01)


def test_every_case_in_order_by_one_session_each(tmp_path: Path) -> None:
    office = Office()
    result = play(replay(tmp_path, office, many(60)))
    assert (result.events, result.wishes, result.refused, result.away) == (300, 60 * 7, [], None)
    by_case: defaultdict[int, list[str]] = defaultdict(list)
    for _, verb, number in office.taken:
        by_case[number].append(verb)
    whole = ["record_ticket", "accept_ticket", "assign_ticket", "take_over", "report_back", "send_answer", "close_ticket"]
    assert len(by_case) == 60 and all(verbs == whole for verbs in by_case.values())
    assert office.open == 0
    # One origin for each event that was carried out, with the person's name, and nothing else has one.
    assert len(office.origins) == 240 and all("Bodo (Nirgendland)" in origin for origin in office.origins)


def test_an_event_comes_at_its_place_in_time(tmp_path: Path) -> None:
    office = Office()
    rows = [event("C-1", "2012-05-01T08:00:00+01:00", QUEUED), event("C-1", "2012-05-01T09:00:00+01:00")]
    began = time.monotonic()
    play(replay(tmp_path, office, rows, pace=Pace(speed=3600 / 0.4)))
    assert time.monotonic() - began >= 0.4


def test_what_was_before_is_played_at_once(tmp_path: Path) -> None:
    office = Office()
    rows = [event("C-1", "2010-05-01T08:00:00+01:00", QUEUED), event("C-1", "2012-05-01T09:00:00+01:00")]
    moments: list[float] = []
    office.judge = lambda _key, _command: moments.append(time.monotonic())
    play(replay(tmp_path, office, rows, pace=Pace(speed=1.0, since=datetime.fromisoformat("2012-05-01T00:00:00+01:00"))))
    assert len(office.taken) == 4, "two years did not have to be waited for"


def test_a_refusal_ends_its_event_and_no_more(tmp_path: Path) -> None:
    def judge(_key: str, command: Command) -> None:
        if command.verb() == "report_back":
            raise BadTransition(detail={"from": 4, "to": 7})

    office = Office(judge)
    result = play(replay(tmp_path, office, many(2)))
    assert [(one.verb, one.code) for one in result.refused] == [("report_back", "TD411")] * 2
    assert result.events == 10 and "send_answer" not in {verb for _, verb, _ in office.taken}
    assert sum(verb == "close_ticket" for _, verb, _ in office.taken) == 2


def test_somebody_elses_step_is_no_obstacle(tmp_path: Path) -> None:
    told: set[object] = set()

    def judge(_key: str, command: Command) -> None:
        if command.verb() == "take_over" and getattr(command, "version") != 77:  # noqa: B009
            told.add(command)
            raise Stale(detail={"version": 77, "by": 4711})

    office = Office(judge)
    assert play(replay(tmp_path, office, many(1))).refused == [] and len(told) == 1


def test_a_server_that_stays_away_ends_the_run_with_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ticketdesk.services.exchange.replay_writer.PATIENCE", (0.0, 0.0))

    def judge(_key: str, command: Command) -> None:
        if command.verb() == "send_answer":
            raise Away(why="no_answer")

    result = play(replay(tmp_path, Office(judge), many(3)))
    assert isinstance(result.away, Away) and not result.stopped


def test_a_bug_is_not_swallowed(tmp_path: Path) -> None:
    def judge(_key: str, _command: Command) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        play(replay(tmp_path, Office(judge), many(3)))


def test_stopped_and_started_again_nothing_is_done_twice(tmp_path: Path) -> None:
    stop, office = threading.Event(), Office()

    def judge(_key: str, _command: Command) -> None:
        if len(office.taken) == 100:
            stop.set()

    office.judge = judge
    first = play(replay(tmp_path, office, many(60)), stop)
    assert first.stopped and 100 <= len(office.taken) < 420 and office.open == 0
    # The second run knows nothing but the request ids, as after a process that was killed between two events.
    second = play(replay(tmp_path, office, many(60)))
    assert (second.events, len(office.taken), len(office.ids)) == (300, 420, 420)


def test_a_second_run_goes_on_where_the_first_one_was(tmp_path: Path) -> None:
    office = Office()
    office.versions[1] = 5
    result = play(replay(tmp_path, office, many(1), kept={"C-0": Kept(1, 5, frozenset({0, 1}))}))
    assert (result.before, result.events) == (2, 3)
    assert [verb for _, verb, _ in office.taken] == ["report_back", "send_answer", "close_ticket"]


def test_a_second_run_counts_what_was_refused_before(tmp_path: Path) -> None:
    result = play(replay(tmp_path, Office(), many(1), kept={"C-0": Kept(1, 5, frozenset({0, 4}))}))
    assert (result.before, result.events, result.wishes, result.refused_before) == (5, 0, 0, 2)
