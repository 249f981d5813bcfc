"""Ends sessions of people that hold up everybody else: limits that a person could switch off for himself as a mere setting.

Only the server's host can be td_reaper. Sessions of the server's own log-ins and of the superuser are never touched.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import psycopg

from ticketdesk.server.postgres_conf import BELL, MAIN, SERVICE_LOGINS

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
    """One thread that looks every few seconds, from ``start`` to ``stop``. Connects anew for as long as the server is away."""

    def __init__(
        self,
        connect: Callable[[str], psycopg.Connection[Any]],
        *,
        databases: tuple[str, ...] = (MAIN, BELL),
        limits: Limits | None = None,
        every_seconds: float = EVERY_SECONDS,
    ) -> None:
        self._connect, self._databases, self._every = connect, databases, every_seconds
        self._limits = limits or Limits()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="reaper", daemon=True)
        self.ended = 0

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread and its connection."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                with self._connect(self._databases[0]) as connection:
                    while not self._stopping.wait(self._every):
                        self._look(connection)
            except psycopg.Error as error:
                if not self._stopping.is_set():
                    log.info("reaper: away: %s", error)
            self._stopping.wait(self._every)

    def _look(self, connection: psycopg.Connection[Any]) -> None:
        places = {
            "databases": list(self._databases), "services": list(SERVICE_LOGINS), "writing": self._limits.writing,
            "statement": self._limits.statement, "idle": self._limits.idle_in_transaction,
        }  # fmt: skip
        for pid, done in connection.execute(_QUESTION, places).fetchall():
            self.ended += bool(done)
            log.info("reaper: ended session %s", pid)
