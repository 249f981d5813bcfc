"""One attempt to get in, which may be given up while it runs: a session that comes too late is closed, not lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ticketdesk.services.session import Session


class Attempt:
    """Holds the session of a job on its way to the window. Thread-safe."""

    def __init__(self, get_in: Callable[[], Session]) -> None:
        self._get_in = get_in
        self._lock = threading.Lock()
        self._given_up = False
        self._session: Session | None = None

    def run(self) -> Session | None:
        """Get in; None when nobody waits any more. On a worker thread; raises what getting in raises."""
        session = self._get_in()
        with self._lock:
            if not self._given_up:
                self._session = session
                return session
        session.close()
        return None

    def taken(self) -> None:
        """Say that the session has an owner now."""
        with self._lock:
            self._session = None

    def give_up(self) -> Session | None:
        """Wait no more; returns a session that is there already, to be closed on a worker thread."""
        with self._lock:
            self._given_up = True
            session, self._session = self._session, None
            return session
