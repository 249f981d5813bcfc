"""One writer of a replay: a thread with the sessions of some log-ins, which carries out what is due. Which wish comes next, others say."""

from __future__ import annotations

import heapq
import json
import threading
import time
from datetime import datetime
from typing import Protocol
from uuid import UUID

from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.errors import Away, Busy, NotSignedIn, Refused, Stale, TakenAlready, WrongServer, WrongVersion
from ticketdesk.services.exchange.replay_cast import REQUESTERS
from ticketdesk.services.exchange.replay_plan import Act
from ticketdesk.services.exchange.replay_stage import PlayerSession, Refusal, Running

PATIENCE = (0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0)
"""Seconds to wait before each further try, when the server does not answer or somebody holds the case."""

TRIES_WHEN_STALE = 3

_REQUESTERS = frozenset(one.key for one in REQUESTERS)


class Script(Protocol):
    """What a writer asks of the whole run (replay_run.Replay)."""

    @property
    def stopping(self) -> bool:
        """Whether writers are to end."""

    def session(self, key: str) -> PlayerSession:
        """Sign somebody in."""

    def give_up(self, error: BaseException) -> None:
        """End the run."""

    def command(self, case: Running, act: Act, version: int) -> Command:
        """Return a wish with its places filled."""

    def request_id(self, case: Running) -> UUID:
        """Return the id of a case's next wish."""

    def origin(self, case: Running) -> str:
        """Return the log's own words for a case's next event."""

    def went_on(self, case: Running, writer: Writer, *, refused: bool) -> None:
        """Take a case to its next wish."""


class Writer(threading.Thread):
    """One thread with the sessions of some log-ins; carries out what is due, the earliest first."""

    def __init__(self, script: Script, number: int) -> None:
        super().__init__(name=f"writer-{number}", daemon=True)
        self.number = number
        self.events = 0
        self.skipped = 0
        self.ended = 0
        """Cases that have no event left; each is counted by the writer that carried out its last one."""
        self.wishes = 0
        self.at: datetime | None = None
        self.refused: list[Refusal] = []
        self._script = script
        self._heap: list[tuple[float, float, int, Running]] = []
        self._changed = threading.Condition()
        self._sessions: dict[str, PlayerSession] = {}

    def put(self, item: tuple[float, float, int, Running]) -> None:
        """Take a case whose next wish is one of this writer's log-ins'."""
        with self._changed:
            heapq.heappush(self._heap, item)
            if self._heap[0] is item:
                self._changed.notify()

    def wake(self) -> None:
        """Look again whether to end."""
        with self._changed:
            self._changed.notify()

    def overdue(self) -> float:
        """Return the seconds by which the earliest of its events is late."""
        with self._changed:
            return max(0.0, time.monotonic() - self._heap[0][0]) if self._heap else 0.0

    def run(self) -> None:
        try:
            while (case := self._next()) is not None:
                self._carry_out(case)
        except BaseException as error:  # noqa: BLE001 the run ends and says it
            self._script.give_up(error)
        finally:
            for session in self._sessions.values():
                session.close()

    def _next(self) -> Running | None:
        with self._changed:
            while not self._script.stopping:
                now = time.monotonic()
                if self._heap and self._heap[0][0] <= now:
                    return heapq.heappop(self._heap)[3]
                self._changed.wait(min(1.0, self._heap[0][0] - now) if self._heap else 1.0)
        return None

    def _carry_out(self, case: Running) -> None:
        event = case.event
        act = event.acts[case.act]
        try:
            outcome = self._sent(case, act)
        except (NotSignedIn, WrongServer, WrongVersion):
            raise
        except Refused as refused:
            self.refused.append(Refusal(case.plan.case.number, event.step.line, act.verb, refused.code, json.dumps(refused.detail)))
            self._script.went_on(case, self, refused=True)
            return
        self.wishes += 1
        self.at = event.step.at
        case.ticket_id = outcome.ticket_id
        # A requester learns the version of his own face; the desk's has moved on by his one step.
        case.version = case.version + 1 if _through_own_face(act) else outcome.version
        self._script.went_on(case, self, refused=False)

    def _sent(self, case: Running, act: Act) -> Outcome:
        session = self._session(act.actor)
        request_id = self._script.request_id(case)
        origin = self._script.origin(case) if case.act == len(case.event.acts) - 1 else ""
        command = self._script.command(case, act, case.version)
        pauses, stale = iter(PATIENCE), 0
        while True:
            try:
                return session.replay(command, request_id, origin) if origin else session.run(command, request_id)
            except TakenAlready:
                raise
            except Stale as error:
                # Somebody at a desk, or the requester's own numbering: the database says where it stands, and judges again.
                stale += 1
                if stale == TRIES_WHEN_STALE or "version" not in error.detail:
                    raise
                version = int(str(error.detail["version"]))
                if not _through_own_face(act):
                    case.version = version
                command = self._script.command(case, act, version)
            except (Away, Busy):
                pause = next(pauses, None)
                if pause is None or self._script.stopping:
                    raise
                time.sleep(pause)

    def _session(self, key: str) -> PlayerSession:
        if key not in self._sessions:
            self._sessions[key] = self._script.session(key)
        return self._sessions[key]


def _through_own_face(act: Act) -> bool:
    return act.actor in _REQUESTERS and act.verb != "record_ticket"
