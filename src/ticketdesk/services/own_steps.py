"""One's own steps are no news: a wish on top of a version that one's own step has moved on is sent on top of that step.

Only where nobody else came in between, which the numbers tell: the step led from the version that the person saw to the very next one.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

from ticketdesk.domain.commands.base import Command, Outcome

_KEPT = 500


class OwnSteps:
    """What one's own steps have led to since the start. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._led: dict[tuple[int, int], int] = {}

    def on_top(self, command: Command) -> Command:
        """Return the command on top of one's own newest step, if it was wished on top of the one before it."""
        ticket_id, version = _case(command), _version(command)
        if ticket_id is None or version is None:
            return command
        with self._lock:
            now = version
            while (ticket_id, now) in self._led:
                now = self._led[ticket_id, now]
        newer: dict[str, Any] = {"version": now}
        return command if now == version else replace(command, **newer)

    def learn(self, command: Command, outcome: Outcome, seen: int | None) -> None:
        """Remember what a command led to; ``seen`` is the version before the person's eyes, for a command that names none."""
        version = _version(command)
        before = seen if version is None else version
        if before is None or _case(command) != outcome.ticket_id or outcome.version != before + 1:
            return
        with self._lock:
            self._led[int(outcome.ticket_id), before] = outcome.version
            while len(self._led) > _KEPT:
                del self._led[next(iter(self._led))]


def _case(command: Command) -> int | None:
    found: Any = getattr(command, "ticket_id", None)
    return found if isinstance(found, int) else None


def _version(command: Command) -> int | None:
    found: Any = getattr(command, "version", None)
    return found if isinstance(found, int) else None
