"""Attempts to get in, one at a time, which may be given up while they run: a session that comes too late is closed, not lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ticketdesk.ui.kit.runner import WORK, Handle, Runner

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


class Attempts(QObject):
    """The window's attempts and look-ups on the WORK lane; a new one takes the place of the one before. GUI thread only."""

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._attempt: Attempt | None = None
        self._handle: Handle | None = None

    @property
    def under_way(self) -> bool:
        """Whether somebody waits for an attempt or for a look-up."""
        return self._attempt is not None or (self._handle is not None and not self._handle.finished)

    def begin(self, get_in: Callable[[], Session], *, got_in: Callable[[Session], None], failed: Callable[[Exception], None]) -> None:
        """Try to get in; one of both is called unless it was given up meanwhile."""
        attempt = Attempt(get_in)
        self._attempt = attempt

        def done(session: Session | None) -> None:
            if session is None or self._attempt is not attempt:
                return
            attempt.taken()
            self._attempt = None
            got_in(session)

        def did_not(error: Exception) -> None:
            self._attempt = None
            failed(error)

        self._handle = self._runner.run(WORK, attempt.run, done=done, failed=did_not, owner=self, name="sign in")

    def look_up(self, handle: Handle) -> None:
        """Let a look-up on that lane be given up like an attempt."""
        self._handle = handle

    def give_up(self) -> None:
        """Wait no more."""
        attempt, self._attempt = self._attempt, None
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if attempt is not None and (session := attempt.give_up()) is not None:
            self._runner.run(WORK, session.close, name="close")
