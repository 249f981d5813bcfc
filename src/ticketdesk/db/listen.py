"""The doorbell: one connection of its own to the empty bell database, one thread, no content; rings, beats and the link's state only."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from typing import Any

import psycopg

from ticketdesk.db import refusals, watchdog
from ticketdesk.db.address import Address
from ticketdesk.domain.errors import Away, Refused
from ticketdesk.domain.link import Sound

BEAT_SECONDS = 4.0
"""The relay beats so often; see server/relay.py."""
SILENCE_SECONDS = 6.0
"""After so long without a sound the link is tested."""
ANSWER_SECONDS = 2.5
"""The test's answer must come within this time: a dead link is known after 8.5 s at the latest."""
RELAY_SECONDS = 14.0
"""Without a beat for so long, though the server answers, the relay counts as missing and the feed asks by itself."""
LONGEST_BACK_OFF = 8.0
RECONNECT_DAILY = 24 * 3600.0


class Listener(threading.Thread):
    """Listens until closed; reconnects with a jittered back-off. ``heard(sound, detail)`` must return at once."""

    def __init__(self, address: Address, login: str, password: str, *, heard: Callable[[Sound, object], None]) -> None:
        super().__init__(name="doorbell", daemon=True)
        self._words = address.conninfo(login, password, database=address.bell)
        self._heard = heard
        self._closing = threading.Event()
        self._now = threading.Event()
        self._connection: psycopg.Connection[Any] | None = None

    def close(self) -> None:
        """End the thread; returns when it has ended."""
        self._closing.set()
        self._now.set()
        connection = self._connection
        if connection is not None:
            watchdog.shut(connection)
        if self.is_alive() and threading.current_thread() is not self:
            self.join(timeout=5)

    def retry_now(self) -> None:
        """Do not wait for the back-off's end."""
        self._now.set()

    def drop(self) -> None:
        """Let go of the link and connect anew, as after the machine slept."""
        connection = self._connection
        if connection is not None:
            watchdog.shut(connection)

    def run(self) -> None:
        tries = 0
        while not self._closing.is_set():
            began = time.monotonic()
            try:
                self._listen()
            except Refused as error:
                self._heard(Sound.REFUSED, error)
            except Away as error:
                self._heard(Sound.LOST, error)
            tries = 0 if time.monotonic() - began > 30 else tries + 1
            if self._closing.is_set():
                return
            pause = min(LONGEST_BACK_OFF, 0.5 * 2 ** min(tries, 5)) * random.uniform(0.7, 1.0)
            self._now.wait(pause)
            self._now.clear()

    def _listen(self) -> None:
        try:
            connection = psycopg.connect(**self._words, autocommit=True, prepare_threshold=None)  # type: ignore[arg-type]  # libpq's words
        except psycopg.Error as error:
            raise refusals.of_connecting(error) from error
        self._connection = connection
        try:
            with refusals.mapped():
                with watchdog.deadline(connection, ANSWER_SECONDS):
                    connection.execute("listen td; listen td_beat")
                self._heard(Sound.CONNECTED, None)
                self._hear(connection)
        except psycopg.Error as error:
            raise Away(why="no_answer") from error
        finally:
            self._connection = None
            connection.close()

    def _hear(self, connection: psycopg.Connection[Any]) -> None:
        began = last_beat = time.monotonic()
        relay = True
        while not self._closing.is_set() and time.monotonic() - began < RECONNECT_DAILY:
            silent = True
            for notify in connection.notifies(timeout=SILENCE_SECONDS, stop_after=1):
                silent = False
                if notify.channel == "td_beat":
                    last_beat = time.monotonic()
                    if not relay:
                        relay = True
                        self._heard(Sound.RELAY_BACK, None)
                else:
                    self._heard(Sound.RING, None)
            if silent and not self._closing.is_set():
                with watchdog.deadline(connection, ANSWER_SECONDS):
                    connection.execute("select 1")
            if relay and time.monotonic() - last_beat > RELAY_SECONDS:
                relay = False
                self._heard(Sound.RELAY_MISSING, None)
