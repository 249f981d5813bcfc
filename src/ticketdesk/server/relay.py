"""Carries the doorbell from the main database, where only it listens, to the bell database, where all clients listen.

A NOTIFY wakes every listening session of its database, whatever the channel: with clients listening in the main database the
writers' commits would slow down by an order of magnitude. The relay rings at once, and then at most 20 times a second. Its heartbeat
tells clients that the bell can be relied on; while it is missing they ask more often by themselves.

Those who notify commit one after the other, so writers do it only where the relay may be asleep (sql/current/60_write/25_ring.sql). Once
woken it asks by itself whether anything was told, until nothing was for a while and everybody who was writing then has ended. It asks with
every beat, too.
"""

from __future__ import annotations

import logging
import random
import select
import socket
import threading
import time
from typing import Any

import psycopg

from ticketdesk.server.connecting import Connect
from ticketdesk.server.postgres_conf import BELL, MAIN

log = logging.getLogger(__name__)

HEARD = "td_in"
RUNG = "td"
BEAT = "td_beat"

INTERVAL = 0.05
"""Seconds between two rings at least."""
BEAT_SECONDS = 4.0
AWAKE = 0.3
"""Seconds for which it goes on asking after the last news: more than the 0.2 within which an event keeps writers from ringing."""
PACE = 0.01
"""Seconds between two questions while awake, as long as they cost little: it rests at least twice as long as the last one took."""
TIRED, SLOW_PACE = 2.0, 0.05
"""After so long without news, with somebody still in the middle of a transaction, it asks less often."""
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 10.0
"""Seconds between two attempts to connect: doubled each time, with some chance in them."""

_PRESENT = b"select pg_current_snapshot()::text"
_NEWS = b"select news, seen::text from td.news_since(%s::pg_snapshot)"
_FENCE = b"select pg_current_xact_id()::text::bigint"
"""The number of a transaction of its own. Who began to write before it may have left the ring to the relay, and may commit only now."""


class Relay:
    """One thread with two connections. ``start`` once, ``stop`` from any thread; reconnects by itself until then."""

    def __init__(self, connect: Connect, *, main: str = MAIN, bell: str = BELL, beat_seconds: float = BEAT_SECONDS) -> None:
        self._connect, self._main, self._bell, self._beat_seconds = connect, main, bell, beat_seconds
        self._thread = threading.Thread(target=self._run, name="relay", daemon=True)
        self._stopping = threading.Event()
        self._listening = threading.Event()
        # Not a pipe: select on Windows takes sockets alone.
        self._wake_in, self._wake_out = socket.socketpair()
        self._heard = False
        self._seen = ""
        self.rings = 0

    def start(self) -> None:
        """Begin to relay."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread and its connections."""
        self._stopping.set()
        self._wake_out.send(b"x")
        if self._thread.is_alive():
            self._thread.join()
        self._wake_in.close()
        self._wake_out.close()

    def wait_until_listening(self, seconds: float) -> bool:
        """Wait until both connections stand; tell whether they do."""
        return self._listening.wait(seconds)

    def _run(self) -> None:
        pause = FIRST_PAUSE
        while not self._stopping.is_set():
            try:
                with self._connect(self._main) as main, self._connect(self._bell) as bell:
                    # What arrives while another statement runs is handed to this instead of the wire.
                    main.add_notify_handler(self._note)
                    main.execute(f"listen {HEARD}".encode())
                    ((self._seen,),) = main.execute(_PRESENT).fetchall()
                    self._listening.set()
                    pause = FIRST_PAUSE
                    # Whoever wrote while we were away has rung in vain.
                    self._ring(bell, RUNG)
                    self._carry(main, bell)
            except psycopg.Error as error:
                if not self._stopping.is_set():
                    log.info("relay: away for %.1f s: %s", pause, error)
            self._listening.clear()
            self._stopping.wait(pause * random.uniform(0.7, 1.3))
            pause = min(pause * 2, LONGEST_PAUSE)

    def _carry(self, main: psycopg.Connection[Any], bell: psycopg.Connection[Any]) -> None:
        """Relay until told to stop or a connection breaks."""
        # Writers rely on a relay that was awake before this one.
        last_ring = last_news = next_beat = due = time.monotonic()
        fence: int | None = None
        while not self._stopping.is_set():
            now = time.monotonic()
            if now >= due:
                self._heard = self._look(main) or self._heard
                if self._heard:
                    last_news, fence = now, None
                elif fence is None and now - last_news >= AWAKE:
                    ((fence,),) = main.execute(_FENCE).fetchall()
                asleep = fence is not None and self._oldest_running > fence
                due = next_beat if asleep else next_look(now, time.monotonic() - now, since_news=now - last_news)
                if self._heard and now >= last_ring + INTERVAL:
                    self._ring(bell, RUNG)
                    self._heard, last_ring = False, now
                if now >= next_beat:
                    # The connection that listens has just answered: a beat says that both ends live.
                    self._ring(bell, BEAT)
                    next_beat = now + self._beat_seconds
            # What is told within the interval is rung at its end: to look before is of no use.
            soonest = last_ring + INTERVAL
            due = min(next_beat, soonest if self._heard else max(due, soonest))
            select.select([main.fileno(), self._wake_in.fileno()], [], [], max(0.0, due - time.monotonic()))
            _read(main)

    def _look(self, main: psycopg.Connection[Any]) -> bool:
        """Whether anything was told since the last look."""
        ((news, self._seen),) = main.execute(_NEWS, [self._seen], prepare=True).fetchall()
        return bool(news)

    @property
    def _oldest_running(self) -> int:
        """The oldest transaction that had not ended at the last look."""
        return int(self._seen.partition(":")[0])

    def _note(self, _notice: psycopg.Notify) -> None:
        self._heard = True

    def _ring(self, bell: psycopg.Connection[Any], channel: str) -> None:
        bell.execute(f"notify {channel}".encode())
        self.rings += channel == RUNG


def _read(connection: psycopg.Connection[Any]) -> None:
    """Hand on what has arrived on the wire, without waiting."""
    wire = connection.pgconn
    wire.consume_input()
    while (notice := wire.notifies()) is not None:
        if wire.notify_handler is not None:
            wire.notify_handler(notice)


def next_look(now: float, took: float, *, since_news: float) -> float:
    """When to look again while awake, after a look that took so long."""
    return now + took + max(PACE if since_news < TIRED else SLOW_PACE, 2 * took)
