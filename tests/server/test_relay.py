"""The relay: rings at once, then at most 20 times a second, beats, and comes back after a cut."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from tests.support.cluster import OfficeDb, Server
from ticketdesk.server.relay import Relay


class Ear(threading.Thread):
    """Listens in the bell as one person's client does, and notes when it heard what."""

    def __init__(self, connection: psycopg.Connection[object]) -> None:
        super().__init__(daemon=True)
        self._connection = connection
        self._stopping = threading.Event()
        self.heard: list[tuple[str, float]] = []

    def run(self) -> None:
        while not self._stopping.is_set():
            for notice in self._connection.notifies(timeout=0.05):
                self.heard.append((notice.channel, time.monotonic()))

    def count(self, channel: str) -> int:
        return Counter(name for name, _ in self.heard)[channel]

    def stop(self) -> None:
        self._stopping.set()
        self.join()


@contextmanager
def ear(office: OfficeDb, key: str = "requester") -> Iterator[Ear]:
    with office.connect(key, database=office.bell) as connection:
        connection.execute("listen td")
        connection.execute("listen td_beat")
        listening = Ear(connection)
        listening.start()
        try:
            yield listening
        finally:
            listening.stop()


@contextmanager
def relay(server: Server, office: OfficeDb, beat_seconds: float = 60.0) -> Iterator[Relay]:
    running = Relay(
        lambda database: server.cluster.connect(database, "td_relay"), main=office.database, bell=office.bell, beat_seconds=beat_seconds
    )
    running.start()
    try:
        assert running.wait_until_listening(10)
        yield running
    finally:
        running.stop()


def wait_for(condition: object, seconds: float = 5.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if callable(condition) and condition():
            return True
        time.sleep(0.01)
    return False


def test_rings_at_once(server: Server, office_db: OfficeDb) -> None:
    with ear(office_db) as listening, relay(server, office_db), office_db.superuser() as writer:
        time.sleep(0.2)
        before = listening.count("td")
        delays = []
        for _ in range(10):
            began, seen = time.monotonic(), len(listening.heard)
            writer.execute("notify td_in")
            assert wait_for(lambda seen=seen: len(listening.heard) > seen, 1.0)
            delays.append(listening.heard[-1][1] - began)
            time.sleep(0.1)
        assert listening.count("td") == before + 10
        assert sorted(delays)[5] < 0.03


def test_rings_at_most_twenty_times_a_second(server: Server, office_db: OfficeDb) -> None:
    with ear(office_db) as listening, relay(server, office_db), office_db.superuser() as writer:
        time.sleep(0.2)
        before, began = listening.count("td"), time.monotonic()
        while time.monotonic() < began + 1.0:
            writer.execute("notify td_in")
        last = time.monotonic()
        assert wait_for(lambda: listening.heard[-1][1] >= last - 0.01, 1.0), "what was written last must be rung too"
        time.sleep(0.15)
        assert 15 <= listening.count("td") - before <= 23


def test_beats(server: Server, office_db: OfficeDb) -> None:
    with ear(office_db) as listening, relay(server, office_db, beat_seconds=0.2):
        assert wait_for(lambda: listening.count("td_beat") >= 4, 3.0)


def test_comes_back_after_a_cut_and_rings_for_what_it_missed(server: Server, office_db: OfficeDb) -> None:
    with ear(office_db) as listening, relay(server, office_db) as running, office_db.superuser() as writer:
        time.sleep(0.1)
        before = listening.count("td")
        writer.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'td_relay'")
        writer.execute("notify td_in")
        assert wait_for(lambda: listening.count("td") > before, 5.0)
        assert running.wait_until_listening(5.0)
        before = listening.count("td")
        writer.execute("notify td_in")
        assert wait_for(lambda: listening.count("td") > before, 2.0)


def test_nobody_hears_the_relay_s_channel_in_the_bell(server: Server, office_db: OfficeDb) -> None:
    """A forged ring costs the forger's colleagues one look, and carries nothing."""
    with ear(office_db) as listening, relay(server, office_db), office_db.connect("requester", database=office_db.bell) as forger:
        time.sleep(0.1)
        before = listening.count("td")
        forger.execute("notify td_in, 'x'")
        time.sleep(0.3)
        assert listening.count("td") == before
