"""A thread that looks at the database again and again with a connection of its own; what it does there, those who use it say."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

import psycopg

from ticketdesk.server.connecting import Connect

log = logging.getLogger(__name__)


class Rounds:
    """One thread that calls ``look`` every few seconds, from ``start`` to ``stop``. Connects anew for as long as the server is away."""

    def __init__(
        self, name: str, connect: Connect, look: Callable[[psycopg.Connection[Any]], None], *, database: str, every: float
    ) -> None:
        self._name, self._connect, self._look, self._database, self._every = name, connect, look, database, every
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @property
    def stopping(self) -> bool:
        """Whether to leave off, for a look that takes long."""
        return self._stopping.is_set()

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread and its connection."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self.stopping:
            try:
                with self._connect(self._database) as connection:
                    while not self.stopping:
                        self._look(connection)
                        self._stopping.wait(self._every)
            except psycopg.Error as error:
                if not self.stopping:
                    log.info("%s: away: %s", self._name, error)
            self._stopping.wait(self._every)
