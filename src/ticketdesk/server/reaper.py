"""Ends sessions of people that hold up everybody else: limits that a person could switch off for himself as a mere setting.

Only the server's host can be td_reaper. Sessions of the server's own log-ins and of the superuser are never touched.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import psycopg

from ticketdesk.server.connecting import Connect
from ticketdesk.server.postgres_conf import BELL, MAIN, SERVICE_LOGINS
from ticketdesk.server.rounds import Rounds

log = logging.getLogger(__name__)

EVERY_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds after which a session is ended."""

    writing: float = 60.0
    """A transaction that has a number: it keeps the events of all others from being counted as settled."""
    statement: float = 120.0
    idle_in_transaction: float = 60.0


_QUESTION = """
    select a.pid, pg_terminate_backend(a.pid)
    from pg_stat_activity as a
    where a.datname = any (%(databases)s) and a.usename like 'td\\_%%' and a.usename <> all (%(services)s) and (
        a.backend_xid is not null and a.xact_start < clock_timestamp() - make_interval(secs => %(writing)s)
        or a.state = 'active' and a.query_start < clock_timestamp() - make_interval(secs => %(statement)s)
        or a.state like 'idle in transaction%%' and a.state_change < clock_timestamp() - make_interval(secs => %(idle)s))
"""


class Reaper:
    """Looks every few seconds, from ``start`` to ``stop``."""

    def __init__(
        self,
        connect: Connect,
        *,
        databases: tuple[str, ...] = (MAIN, BELL),
        limits: Limits | None = None,
        every_seconds: float = EVERY_SECONDS,
    ) -> None:
        self._databases, self._limits = databases, limits or Limits()
        self._rounds = Rounds("reaper", connect, self._look, database=databases[0], every=every_seconds)
        self.start, self.stop = self._rounds.start, self._rounds.stop
        self.ended = 0

    def _look(self, connection: psycopg.Connection[Any]) -> None:
        places = {
            "databases": list(self._databases), "services": list(SERVICE_LOGINS), "writing": self._limits.writing,
            "statement": self._limits.statement, "idle": self._limits.idle_in_transaction,
        }  # fmt: skip
        for pid, done in connection.execute(_QUESTION, places).fetchall():
            self.ended += bool(done)
            log.info("reaper: ended session %s", pid)
