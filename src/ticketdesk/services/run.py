"""Wishes that could not be sent wait here, on disk, by request id, until the server is back; each is carried out exactly once.

The database keeps the outcome of every request id, so that a wish whose answer was lost may be sent again without doing anything twice.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from ticketdesk.domain import commands
from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.errors import Away, Refused
from ticketdesk.services.own_steps import OwnSteps

_BY_VERB = {kind.verb(): kind for kind in commands.ALL}


class Runs(Protocol):
    """Something that carries out commands (services.session.Session)."""

    def run(self, command: Command, request_id: UUID | None = None) -> Outcome:
        """Carry out a command. Raises Refused or Away."""


class Waiting(Away):
    """The server is away; the wish is kept and will be sent by itself."""

    def __init__(self, request_id: UUID) -> None:
        super().__init__(why="kept")
        self.request_id = request_id


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a wish that had waited."""

    request_id: UUID
    command: Command
    outcome: Outcome | None = None
    refused: Refused | None = None


class Outbox:
    """The wishes that wait, oldest first. Thread-safe; ``folder`` belongs to one person on one server."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._waiting: dict[UUID, Command] = {}
        self._own, self._seen = OwnSteps(), dict[UUID, int]()
        self._load()

    def __len__(self) -> int:
        return len(self._waiting)

    def run(self, session: Runs, command: Command, request_id: UUID | None = None, *, seen: int | None = None) -> Outcome:
        """Carry out a wish now, or keep it; the request id is given when files wait under it. Raises Refused, or Waiting when away.

        ``seen``: the version of the case that the person saw, for a command that names none.
        """
        request_id = request_id or uuid4()
        if seen is not None:
            self._seen[request_id] = seen
        # What waits goes first: an answer must not overtake the note that was written before it.
        if self._waiting:
            self._keep(request_id, command)
            raise Waiting(request_id)
        try:
            return self._carry_out(session, request_id, command)
        except Away:
            self._keep(request_id, command)
            raise Waiting(request_id) from None

    def flush(self, session: Runs, told: Callable[[Sent], None]) -> None:
        """Send what waits, in order; stops without a word when the server is away again."""
        while self._waiting:
            request_id, command = next(iter(self._waiting.items()))
            try:
                sent = Sent(request_id, command, outcome=self._carry_out(session, request_id, command))
            except Refused as refused:
                sent = Sent(request_id, command, refused=refused)
            except Away:
                return
            self._forget(request_id)
            told(sent)

    def _carry_out(self, session: Runs, request_id: UUID, command: Command) -> Outcome:
        """Send a wish on top of one's own steps. A request id stands for person and verb: what is sent again may name a newer version."""
        sent = self._own.on_top(command)
        try:
            outcome = session.run(sent, request_id)
        except Refused:
            self._seen.pop(request_id, None)
            raise
        self._own.learn(sent, outcome, self._seen.pop(request_id, None))
        return outcome

    def _keep(self, request_id: UUID, command: Command) -> None:
        with self._lock:
            self._waiting[request_id] = command
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            number, name = tempfile.mkstemp(dir=self._folder, suffix=".new")
            with os.fdopen(number, "w", encoding="utf-8", errors="surrogatepass") as file:
                json.dump({"at": datetime.now().astimezone().isoformat(), "verb": command.verb(), "values": _values(command)}, file)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self._folder / f"{len(self._waiting):06d}-{request_id}.json")

    def _forget(self, request_id: UUID) -> None:
        with self._lock:
            self._waiting.pop(request_id, None)
            for file in self._folder.glob(f"*-{request_id}.json"):
                file.unlink(missing_ok=True)

    def _load(self) -> None:
        found = []
        for file in self._folder.glob("*.json"):
            # A file that cannot be read is left where it is: it holds somebody's words.
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                held = json.loads(file.read_text("utf-8", errors="surrogatepass"))
                found.append((held["at"], UUID(file.stem.split("-", 1)[1]), _command(held["verb"], held["values"])))
        for _, request_id, command in sorted(found, key=lambda one: one[0]):
            self._waiting[request_id] = command


def _values(command: Command) -> dict[str, object]:
    found: dict[str, object] = {}
    for field in fields(command):
        value = getattr(command, field.name)
        found[field.name] = {"moment": value.isoformat()} if isinstance(value, datetime) else value
    return found


def _command(verb: str, values: Mapping[str, object]) -> Command:
    plain: dict[str, object] = {}
    for name, value in values.items():
        if isinstance(value, dict) and "moment" in value:
            plain[name] = datetime.fromisoformat(value["moment"])
        else:
            plain[name] = tuple(value) if isinstance(value, list) else value
    return _BY_VERB[verb](**plain)
