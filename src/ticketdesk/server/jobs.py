"""The worker: what happens by the server's clock. Waiting that ends, promises and dates that pass, closing by itself, clearing away.

What is due, and that each thing happens once, is the database's business (sql/current/80_jobs); here it is only asked again and again,
as td_worker, through the local socket.
"""

from __future__ import annotations

import logging
import shutil
import time
from pathlib import Path
from typing import Any, LiteralString

import psycopg

from ticketdesk import __version__
from ticketdesk.server.calendars import lay_calendars
from ticketdesk.server.connecting import Connect
from ticketdesk.server.postgres_conf import MAIN
from ticketdesk.server.rounds import Rounds

log = logging.getLogger(__name__)

EVERY_SECONDS = 5.0
PRUNE_SECONDS = 6 * 3600.0
MEASURE_SECONDS = 60.0
BATCH = 50
"""Due things done in one transaction: small, so that nobody waits long for a case that it holds."""


class Jobs:
    """Looks every few seconds, from ``start`` to ``stop``."""

    def __init__(self, connect: Connect, *, database: str = MAIN, every_seconds: float = EVERY_SECONDS, data: Path | None = None) -> None:
        self._data = data
        self._rounds = Rounds("jobs", connect, self._look, database=database, every=every_seconds)
        self.start, self.stop = self._rounds.start, self._rounds.stop
        self._given_up: set[tuple[int, int]] = set()
        """Calendars, by id and version, that cannot be laid out."""
        self._pruned_at: float | None = None
        self._measured_at: float | None = None

    def _look(self, connection: psycopg.Connection[Any]) -> None:
        lay_calendars(connection, given_up=self._given_up)
        done = BATCH
        while done >= BATCH and not self._rounds.stopping:
            row = connection.execute("select td.run_due(null, %s)", [BATCH]).fetchone()
            done = int(row[0]) if row else 0
            if done:
                log.info("jobs: %d due things done", done)
        for question in ("select td.run_clocks()", "select td.recount_clocks()"):
            self._in_pieces(connection, question)
        if self._pruned_at is None or time.monotonic() - self._pruned_at >= PRUNE_SECONDS:
            self._in_pieces(connection, "select td.prune()")
            connection.execute("select td.expire_uploads()")
            self._pruned_at = time.monotonic()
        if self._measured_at is None or time.monotonic() - self._measured_at >= MEASURE_SECONDS:
            connection.execute("select td.note_machine(%s, %s, %s, %s)", [__version__, *room(self._data)])
            self._measured_at = time.monotonic()

    def _in_pieces(self, connection: psycopg.Connection[Any], question: LiteralString) -> None:
        """Ask again until nothing is left to do: small pieces, so that nobody waits for what the worker holds."""
        while (row := connection.execute(question).fetchone()) and row[0] and not self._rounds.stopping:
            log.info("jobs: %s: %d", question, row[0])


def room(data: Path | None) -> tuple[int | None, int | None, int | None]:
    """Return room and size of the disk below the database, and the size of its write-ahead log; None for what cannot be seen."""
    if data is None:
        return None, None, None
    try:
        disk = shutil.disk_usage(data)
    except OSError:
        return None, None, None
    return disk.free, disk.total, _log_bytes(data / "pg_wal")


def _log_bytes(folder: Path) -> int | None:
    total = 0
    try:
        for file in folder.iterdir():
            try:
                total += file.stat().st_size
            except FileNotFoundError:  # recycled in this moment
                continue
    except OSError:
        return None
    return total
