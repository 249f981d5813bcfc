"""The worker's second thread: what cases took (F13), counted from their logs a moment after they changed.

A thread of its own, so that figures are up to date within two seconds also while the first one (jobs.py) brings clocks up to other hours.
What is counted, and that no writer waits for it, is the database's business (sql/current/80_jobs/60_durations.sql).
"""

from __future__ import annotations

import logging
from typing import Any

import psycopg

from ticketdesk.server.connecting import Connect
from ticketdesk.server.postgres_conf import MAIN
from ticketdesk.server.rounds import Rounds

log = logging.getLogger(__name__)

EVERY_SECONDS = 1.0
BATCH = 500
"""Cases counted in one transaction."""


class Durations:
    """Looks every second, from ``start`` to ``stop``."""

    def __init__(self, connect: Connect, *, database: str = MAIN, every_seconds: float = EVERY_SECONDS) -> None:
        self._rounds = Rounds("durations", connect, self._look, database=database, every=every_seconds)
        self.start, self.stop = self._rounds.start, self._rounds.stop

    def _look(self, connection: psycopg.Connection[Any]) -> None:
        counted = 0
        while not self._rounds.stopping and (row := connection.execute("select td.follow_times(%s)", [BATCH]).fetchone()) and row[0]:
            counted += int(row[0])
        if counted:
            log.info("durations: %d cases counted", counted)
