"""Where the signed-in person's password is kept: the system's keyring if there is one, else in memory until the program ends.

Never in a plain file: keyring backends that write one are not used.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any, TypeVar

log = logging.getLogger(__name__)

SECONDS = 3.0
"""A keyring that does not answer in time (locked, no desktop session) counts as none until the program starts again."""

_UNSAFE = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")

T = TypeVar("T")


class Secrets:
    """Passwords by server and log-in. Calls may take up to three seconds: not for the GUI thread."""

    def __init__(self, *, backend: Any = None, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._given = backend
        self._backend: Any = None
        self._probed = False
        self._session: dict[tuple[str, str], str] = {}
        self._lock = threading.Lock()

    def lasting(self) -> bool:
        """Tell whether passwords survive the end of the program."""
        with self._lock:
            if not self._probed:
                self._probed = True
                self._backend = self._in_time(self._find, None)
        return self._backend is not None

    def get(self, server: str, login: str) -> str | None:
        """Return the password kept for this log-in, if any."""
        if (held := self._session.get((server, login))) is not None:
            return held
        if not self.lasting():
            return None
        backend = self._backend
        found: str | None = self._in_time(lambda: backend.get_password(_place(server), login), None)
        return found

    def put(self, server: str, login: str, *, password: str) -> bool:
        """Keep a password; tell whether it will outlast this session."""
        self._session[server, login] = password
        if not self.lasting():
            return False
        backend = self._backend

        def keep() -> bool:
            backend.set_password(_place(server), login, password)
            return True

        return self._in_time(keep, False)

    def forget(self, server: str, login: str) -> None:
        """Drop a password everywhere."""
        self._session.pop((server, login), None)
        if self.lasting():
            backend = self._backend
            self._in_time(lambda: backend.delete_password(_place(server), login), None)

    def _find(self) -> Any:
        if self._given is not None:
            candidates = [self._given]
        else:
            import keyring

            chosen = keyring.get_keyring()
            candidates = list(getattr(chosen, "backends", [])) or [chosen]
        for backend in candidates:
            if not type(backend).__module__.startswith(_UNSAFE):
                # Asking for something that is not there shows whether it answers at all.
                backend.get_password(_place("probe"), "probe")
                return backend
        return None

    def _in_time(self, work: Callable[[], T], otherwise: T) -> T:
        """Do the work on a thread of its own; give up on it after the limit, because a backend may wait for ever for a dialog."""
        results: list[T] = []

        def run() -> None:
            try:
                results.append(work())
            except Exception as error:  # noqa: BLE001 - backends raise what their system library raises; none of it may stop a sign-in
                log.info("keyring: %s", type(error).__name__)

        thread = threading.Thread(target=run, name="keyring", daemon=True)
        thread.start()
        thread.join(self._seconds)
        if thread.is_alive():
            log.info("keyring: no answer within %.0f s", self._seconds)
            self._backend = None
        return results[0] if results else otherwise


def _place(server: str) -> str:
    return f"ticketdesk {server}"
