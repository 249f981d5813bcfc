"""The working connection of one signed-in person: opened on need, closed after five idle minutes, never used on two threads at once."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import psycopg
from sqlalchemy import Connection, Executable, Row, create_engine
from sqlalchemy.pool import QueuePool

from ticketdesk.db import refusals, watchdog
from ticketdesk.db.address import Address

IDLE_SECONDS = 300.0
"""A working connection unused for so long is closed; SQLAlchemy's own pool never does that."""

_PATIENCE = "set statement_timeout = '8s'"
_SESSION = f"{_PATIENCE}; set lock_timeout = '3s'; set idle_in_transaction_session_timeout = '30s'"


class Engine:
    """Speaks to the main database as one person. Thread-safe; every call may block and raises Refused or Away."""

    def __init__(self, address: Address, login: str, password: str, *, pool_size: int = 2) -> None:
        self._words = address.conninfo(login, password, database=address.main)
        self._last_used = time.monotonic()
        self._generation = 0
        self._engine = create_engine(
            "postgresql+psycopg://",
            creator=self._connect,
            poolclass=QueuePool,
            pool_size=pool_size,
            max_overflow=1,
            pool_timeout=10,
            pool_reset_on_return=None,
            isolation_level="AUTOCOMMIT",
            use_native_hstore=False,
        )

    def _connect(self) -> psycopg.Connection[Any]:
        watchdog.refuse_forbidden_thread()
        try:
            # Not prepared: plans must not outlive a change of rights (CVE-2026-14666), and functions are laid anew by upgrades.
            connection = psycopg.connect(**self._words, autocommit=True, prepare_threshold=None)  # type: ignore[arg-type]  # libpq's words
        except psycopg.Error as error:
            raise refusals.of_connecting(error) from error
        try:
            with watchdog.deadline(connection):
                connection.execute(_SESSION)
        except BaseException:
            connection.close()
            raise
        return connection

    @contextlib.contextmanager
    def _working(self, seconds: float | None = None) -> Iterator[Connection]:
        watchdog.refuse_forbidden_thread()
        generation, raw, stale = self._generation, None, False
        try:
            with refusals.mapped(), self._engine.connect() as connection:
                raw = connection.connection.driver_connection
                assert isinstance(raw, psycopg.Connection)
                try:
                    with watchdog.deadline(raw, seconds):
                        yield connection
                except BaseException:
                    # Whatever went wrong on the wire, this socket is not used again; a refusal by a rule leaves it sound.
                    if raw.closed or raw.broken:
                        connection.invalidate()
                    raise
                finally:
                    self._last_used = time.monotonic()
                    # Let go of everything meanwhile: this one must not come back to a pool that nobody closes any more.
                    stale = generation != self._generation
                    if stale and not connection.invalidated:
                        connection.invalidate()
        finally:
            # Nor when that happened just now, on its way back.
            if raw is not None and not stale and generation != self._generation:
                raw.close()

    def rows(self, statement: Executable) -> Sequence[Row[Any]]:
        """Return all rows of a Core select."""
        with self._working() as connection:
            return connection.execute(statement).all()

    def raw_rows(
        self, statement: str, values: Sequence[object] | Mapping[str, object], *, binary: bool = False
    ) -> list[tuple[Any, ...]]:
        """Return all rows of one statement given as SQL; for calls of api functions and compiled questions. ``binary`` for bytes."""
        with self._working() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, psycopg.Connection)
            return raw.execute(statement, values, prepare=False, binary=binary).fetchall()

    def patient_rows(self, statement: str, values: Sequence[object], *, seconds: int) -> list[tuple[Any, ...]]:
        """Return the rows of one statement that may take so long: a report looks at much, and nobody's typing waits for it."""
        with self._working(seconds + 1.0) as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, psycopg.Connection)
            raw.execute(f"set statement_timeout = '{int(seconds)}s'".encode())
            try:
                return raw.execute(statement.encode(), values, prepare=False).fetchall()
            finally:
                if not (raw.closed or raw.broken):
                    raw.execute(_PATIENCE.encode())

    def raw_answers(self, questions: Sequence[tuple[str, Mapping[str, object]]]) -> list[list[tuple[Any, ...]]]:
        """Return the rows of several reads that are sent at once: one way over the wire for all of them."""
        with self._working() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, psycopg.Connection)
            with raw.pipeline():
                asked = [raw.execute(statement, values, prepare=False) for statement, values in questions]
                return [cursor.fetchall() for cursor in asked]

    @contextlib.contextmanager
    def together(self) -> Iterator[Connection]:
        """Lend one connection for several calls in a row."""
        with self._working() as connection:
            yield connection

    def close_if_idle(self) -> bool:
        """Close the connections when nobody used them for five minutes; tell whether."""
        if time.monotonic() - self._last_used < IDLE_SECONDS:
            return False
        self.close()
        return True

    def close(self) -> None:
        """Close all connections, those in use as soon as they come back; the next call opens new ones."""
        self._generation += 1
        self._engine.dispose()
