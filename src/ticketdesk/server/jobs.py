"""The worker: what happens by the server's clock. Waiting that ends, promises and dates that pass, closing by itself, clearing away.

What is due, and that each thing happens once, is the database's business (sql/current/80_jobs); here it is only asked again and again,
as td_worker, through the local socket.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

import psycopg

from ticketdesk.server.postgres_conf import MAIN

log = logging.getLogger(__name__)

EVERY_SECONDS = 5.0
PRUNE_SECONDS = 6 * 3600.0
BATCH = 50
"""Due things done in one transaction: small, so that nobody waits long for a case that it holds."""


class Jobs:
    """One thread that looks every few seconds, from ``start`` to ``stop``. Connects anew for as long as the server is away."""

    def __init__(
        self, connect: Callable[[str], psycopg.Connection[Any]], *, database: str = MAIN, every_seconds: float = EVERY_SECONDS
    ) -> None:
        self._connect, self._database, self._every = connect, database, every_seconds
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)
        self._pruned_at: float | None = None

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
                with self._connect(self._database) as connection:
                    while not self._stopping.is_set():
                        self._look(connection)
                        self._stopping.wait(self._every)
            except psycopg.Error as error:
                if not self._stopping.is_set():
                    log.info("jobs: away: %s", error)
            self._stopping.wait(self._every)

    def _look(self, connection: psycopg.Connection[Any]) -> None:
        done = BATCH
        while done >= BATCH and not self._stopping.is_set():
            row = connection.execute("select td.run_due(null, %s)", [BATCH]).fetchone()
            done = int(row[0]) if row else 0
            if done:
                log.info("jobs: %d due things done", done)
        if self._pruned_at is None or time.monotonic() - self._pruned_at >= PRUNE_SECONDS:
            connection.execute("select td.prune()")
            connection.execute("select td.expire_uploads()")
            self._pruned_at = time.monotonic()
