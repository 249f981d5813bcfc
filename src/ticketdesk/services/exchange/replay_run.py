"""Plays planned cases through the functions: writers, each with log-ins of its own, every case in order, each wish exactly once.

Each log-in belongs to one writer and has one session, so that nobody's wishes overtake each other. A case's next wish goes to the writer
whose log-in wishes it. Threads and not processes: a writer waits for the database most of its time, and with the driver's lock
released eight of them keep two processors busy.
"""

from __future__ import annotations

import json
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from ticketdesk.domain import commands
from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.errors import Away, NotSignedIn, WrongServer, WrongVersion
from ticketdesk.domain.ids import TicketId
from ticketdesk.services.exchange.replay_plan import VERSION, Act, InDays, Login, Plan, Team, Words
from ticketdesk.services.exchange.replay_stage import Pace, PlayerSession, Result, Running, Say, Snapshot, Stage
from ticketdesk.services.exchange.replay_writer import Writer

NAMESPACE = UUID("8f2b3c52-6d0f-5a0e-9d5b-2f0f6f1f7a11")
"""Of the request ids: the same event of the same log has the same ids in every run."""

_BY_VERB = {kind.verb(): kind for kind in commands.ALL}


class Replay:
    """One run over a log. ``play`` returns when all is done, or soon after ``stop`` is set; what was sent by then is there."""

    def __init__(
        self,
        plans: Sequence[Plan],
        persons: Mapping[str, str],
        stage: Stage,
        say: Say,
        *,
        log: str,
        pace: Pace | None = None,
        writers: int = 8,
    ) -> None:
        self._persons = persons
        self._stage = stage
        self._say = say
        self._log = log
        self._pace = pace or Pace()
        self.events = sum(len(one.events) for one in plans)
        self.result = Result()
        self.failed: BaseException | None = None
        self._cases = [self._resumed(one, number) for number, one in enumerate(plans)]
        self._stop = threading.Event()
        self._measured: deque[tuple[float, int]] = deque(maxlen=6)
        self._zero: datetime | None = None
        """The moment of the log from which its time is counted; none while what was before is still played."""
        self._began = 0.0
        self._later: list[Running] = []
        """Cases whose next event is not before ``since``, while what was before is still played."""
        self._writers = [Writer(self, number) for number in range(max(1, writers))]
        self._of_login = self._shared_out(plans)

    def play(self, stop: threading.Event, progress: Callable[[Snapshot], None], *, every: float = 0.5) -> Result:
        """Play until the end. Raises what a writer met and does not know."""
        began = time.monotonic()
        cases = [case for case in self._cases if self._to_next(case)]
        if self._pace.since is None:
            self._start_clock(cases)
        for case in cases:
            self._hand_on(case)
        for writer in self._writers:
            writer.start()
        try:
            while (ended := sum(writer.ended for writer in self._writers)) < len(cases) and not self.stopping:
                if ended + len(self._later) == len(cases):
                    self._start_clock(self._later)
                    for case in self._later:
                        self._hand_on(case)
                    self._later = []
                if stop.wait(every):
                    break
                progress(self.snapshot())
        finally:
            self._stop.set()
            for writer in self._writers:
                writer.wake()
            for writer in self._writers:
                writer.join()
        if self.failed is not None:
            raise self.failed
        self._collect()
        self.result.stopped = stop.is_set()
        self.result.seconds = time.monotonic() - began
        progress(self.snapshot())
        return self.result

    def _start_clock(self, cases: Sequence[Running]) -> None:
        self._began = time.monotonic()
        self._zero = min((case.event.step.at for case in cases), default=datetime.now(UTC))

    def snapshot(self) -> Snapshot:
        """Return how far it is."""
        overdue = [head for writer in self._writers if (head := writer.overdue()) > 0] if self._pace.speed else []
        moments = [writer.at for writer in self._writers if writer.at is not None]
        return Snapshot(
            self.result.before + sum(writer.events for writer in self._writers), self.events,
            self._rate(), sum(len(writer.refused) for writer in self._writers),
            max(moments, default=None), max(overdue, default=0.0),
        )  # fmt: skip

    def _rate(self) -> float:
        now, wishes = time.monotonic(), sum(writer.wishes for writer in self._writers)
        self._measured.append((now, wishes))
        then, before = self._measured[0]
        return (wishes - before) / (now - then) if now > then else 0.0

    # Where a case stands

    def _resumed(self, one: Plan, number: int) -> Running:
        kept = self._stage.kept.get(one.case.number)
        case = Running(one, number)
        if kept is not None and kept.events:
            case.index, case.ticket_id, case.version = max(kept.events) + 1, kept.ticket_id, kept.version
            self.result.before += case.index
            self.result.refused_before += sum(bool(event.acts) for event in one.events[: case.index]) - len(kept.events)
        return case

    def _to_next(self, case: Running) -> bool:
        """Go to the next event that wants something, counting those that want nothing; tell whether there is one."""
        writer = self._writers[case.number % len(self._writers)]
        while case.index < len(case.plan.events):
            if case.event.acts:
                return True
            case.index += 1
            writer.skipped += 1
        return False

    def _hand_on(self, case: Running) -> None:
        at = case.event.step.at
        if self._zero is None and self._pace.since is not None and at >= self._pace.since:
            self._later.append(case)
            return
        due = 0.0
        if self._pace.speed and self._zero is not None:
            due = self._began + (at - self._zero).total_seconds() / self._pace.speed
        self._of_login[case.event.acts[case.act].actor].put((due, at.timestamp(), case.number, case))

    def _shared_out(self, plans: Sequence[Plan]) -> dict[str, Writer]:
        """Give each log-in to a writer, so that all writers have about as much to do."""
        load = Counter(act.actor for one in plans for event in one.events for act in event.acts)
        total = dict.fromkeys(self._writers, 0)
        shared: dict[str, Writer] = {}
        for key, count in sorted(load.items(), key=lambda one: (-one[1], one[0])):
            writer = min(total, key=lambda one: (total[one], one.number))
            shared[key] = writer
            total[writer] += count
        return shared

    # Called by writers

    @property
    def stopping(self) -> bool:
        """Whether writers are to end."""
        return self._stop.is_set()

    def session(self, key: str) -> PlayerSession:
        """Sign somebody in."""
        return self._stage.sign_in(key)

    def give_up(self, error: BaseException) -> None:
        """End the run because of what a writer met."""
        if isinstance(error, Away | NotSignedIn | WrongServer | WrongVersion):
            self.result.away = error
        else:
            self.failed = self.failed or error
        self._stop.set()
        for writer in self._writers:
            writer.wake()

    def command(self, case: Running, act: Act, version: int) -> Command:
        """Return a wish with its places filled."""
        kind = _BY_VERB[act.verb]
        names = {one.name for one in fields(kind)}
        values = {name: self._filled(value, case) for name, value in act.values.items() if name in names}
        if "ticket_id" in names:
            values["ticket_id"] = TicketId(case.ticket_id)
        if "version" in names:
            values["version"] = version
        return kind(**values)

    def _filled(self, value: object, case: Running) -> object:
        match value:
            case Team(name):
                return self._stage.groups[name]
            case Login(key):
                return self._stage.persons[key]
            case InDays(days):
                return datetime.now(UTC) + timedelta(days=days)
            case Words(key):
                step = case.event.step
                places = {"status": " / ".join(step.words), "team": step.group, "subject": case.plan.case.subject}
                return self._say(f"words.{key}", **places)
            case _:
                return value

    def request_id(self, case: Running) -> UUID:
        """Return the id of a case's next wish, the same in every run."""
        return uuid5(NAMESPACE, f"{VERSION}/{self._log}/{case.plan.case.number}/{case.index}/{case.act}")

    def origin(self, case: Running) -> str:
        """Return the log's own words for a case's next event."""
        step = case.event.step
        name = self._persons.get(step.person, "")
        words = {"log": self._log, "case": case.plan.case.number, "event": case.index, "line": step.line, "at": step.at.isoformat()}
        return json.dumps(words | ({"person": name} if name else {}) | step.keep, ensure_ascii=False)

    def went_on(self, case: Running, writer: Writer, *, refused: bool) -> None:
        """Take a case to its next wish."""
        case.act += 1
        if refused or case.act == len(case.event.acts):
            case.act = 0
            case.index += 1
            writer.events += 1
            if not self._to_next(case):
                writer.ended += 1
                return
        self._hand_on(case)

    def _collect(self) -> None:
        for writer in self._writers:
            self.result.events += writer.events + writer.skipped
            self.result.wishes += writer.wishes
            self.result.refused += writer.refused
