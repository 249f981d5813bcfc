"""Closes the socket of a call that takes too long, and forbids database calls on threads that must not wait.

A stalled server or a dead link defeats every time-out that PostgreSQL and libpq offer (a stopped backend answers neither a cancel nor a
keepalive's absence); shutting the socket down from this side ends the wait at once.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

from psycopg import Connection

CALL_SECONDS = 9.0
"""How long one statement may take before its link counts as dead; a read or write of the client takes milliseconds."""

_forbidden: set[int] = set()


def forbid_on_this_thread() -> None:
    """Let every database call on this thread raise from now on; the GUI thread says so at start."""
    _forbidden.add(threading.get_ident())


def allow_on_this_thread() -> None:
    """Take forbid_on_this_thread back (tests)."""
    _forbidden.discard(threading.get_ident())


def refuse_forbidden_thread() -> None:
    """Raise RuntimeError on a thread that must not wait for the database."""
    if threading.get_ident() in _forbidden:
        raise RuntimeError("a database call on the GUI thread")


class _Watch(threading.Thread):
    """One daemon thread for all connections of the process; wakes only while somebody waits."""

    def __init__(self) -> None:
        super().__init__(name="database-watchdog", daemon=True)
        self._deadlines: dict[int, tuple[float, Connection]] = {}
        self._changed = threading.Condition()

    def enter(self, connection: Connection, seconds: float) -> int:
        with self._changed:
            token = id(connection)
            self._deadlines[token] = (time.monotonic() + seconds, connection)
            if len(self._deadlines) == 1:
                self._changed.notify()
            return token

    def leave(self, token: int) -> None:
        with self._changed:
            self._deadlines.pop(token, None)

    def run(self) -> None:
        while True:
            with self._changed:
                if not self._deadlines:
                    self._changed.wait()
                now = time.monotonic()
                late = [token for token, (deadline, _) in self._deadlines.items() if deadline <= now]
                hung = [self._deadlines.pop(token)[1] for token in late]
            for connection in hung:
                shut(connection)
            time.sleep(0.25)


_watch: _Watch | None = None
_starting = threading.Lock()


def _running() -> _Watch:
    global _watch
    with _starting:
        if _watch is None:
            _watch = _Watch()
            _watch.start()
        return _watch


@contextlib.contextmanager
def deadline(connection: Connection, seconds: float | None = None) -> Iterator[None]:
    """Shut the connection's socket down unless the block ends in time (CALL_SECONDS). Raises RuntimeError on a forbidden thread."""
    refuse_forbidden_thread()
    watch = _running()
    token = watch.enter(connection, CALL_SECONDS if seconds is None else seconds)
    try:
        yield
    finally:
        watch.leave(token)


def shut(connection: Connection) -> None:
    """End all waiting on a connection's socket, from whichever thread."""
    with contextlib.suppress(OSError, ValueError):
        number = connection.pgconn.socket
        if number < 0:
            return
        handle = socket.socket(fileno=number)
        try:
            handle.shutdown(socket.SHUT_RDWR)
        finally:
            # libpq owns the descriptor and closes it itself.
            handle.detach()
