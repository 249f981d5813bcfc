"""The relay: rings at once, then at most 20 times a second, whether or not it was rung itself; beats, and comes back after a cut."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psycopg
import pytest

from tests.sql.desk import statement, values
from tests.support.cluster import OfficeDb, Server
from ticketdesk.domain.commands import RecordTicket
from ticketdesk.domain.states import Kind
from ticketdesk.server.relay import AWAKE, PACE, SLOW_PACE, TIRED, Relay, next_look


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


def test_rings_once_for_each_and_waits_for_no_beat(server: Server, office_db: OfficeDb) -> None:
    with ear(office_db) as listening, relay(server, office_db), office_db.superuser() as writer:
        time.sleep(0.2)
        before = listening.count("td")
        for _ in range(10):
            seen = len(listening.heard)
            writer.execute("notify td_in")
            assert wait_for(lambda seen=seen: len(listening.heard) > seen, 10.0), "the next beat is a minute away"
            time.sleep(0.1)
        assert listening.count("td") == before + 10


def test_rings_at_most_twenty_times_a_second(server: Server, office_db: OfficeDb) -> None:
    with ear(office_db) as listening, relay(server, office_db), office_db.superuser() as writer:
        time.sleep(0.2)
        before, began = listening.count("td"), time.monotonic()
        while time.monotonic() < began + 1.0:
            writer.execute("notify td_in")
        last = time.monotonic()
        assert wait_for(lambda: listening.heard[-1][1] >= last - 0.01, 1.0), "what was written last must be rung too"
        time.sleep(0.15)
        assert 1 < listening.count("td") - before <= 20 * (time.monotonic() - began) + 3


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


def record(writer: psycopg.Connection[object]) -> None:
    """Write a step, as a person does."""
    writer.execute(statement(RecordTicket).encode(), [uuid4(), *values(RecordTicket(Kind.INCIDENT, "Drucker", "steht"))])


def test_those_who_write_in_quick_succession_need_not_ring(server: Server, office_db: OfficeDb) -> None:
    with (
        ear(office_db) as listening, relay(server, office_db), office_db.connect("handler") as writer,
        office_db.superuser() as beside,
    ):  # fmt: skip
        beside.execute("listen td_in")
        record(writer)
        rung = sum(1 for _ in beside.notifies(timeout=1.0, stop_after=1))
        for _ in range(5):
            # Each as soon as the last one was told, so long before a beat.
            record(writer)
            before = listening.count("td")
            assert wait_for(lambda before=before: listening.count("td") > before)
        assert rung == 1
        # One or the other may have met a machine that stood still for 0.2 s; all of them would mean that each has rung.
        assert len(list(beside.notifies(timeout=0.1))) < 5


def nobody_rings(office: OfficeDb) -> None:
    """As if every writer had seen an event that is fresh."""
    with office.superuser() as behind:
        behind.execute("create or replace function td.ring(p_event_id bigint) returns void language plpgsql as 'begin end'")


def test_what_is_committed_long_after_it_was_left_to_the_relay_is_rung(server: Server, office_db: OfficeDb) -> None:
    nobody_rings(office_db)
    with (
        ear(office_db) as listening, relay(server, office_db), office_db.connect("mate", autocommit=False) as slow,
        office_db.superuser() as beside,
    ):  # fmt: skip
        record(slow)
        beside.execute("notify td_in")
        time.sleep(3 * AWAKE)
        before = listening.count("td")
        slow.commit()
        assert wait_for(lambda: listening.count("td") > before)


def test_what_nobody_rings_for_comes_with_the_next_beat(server: Server, office_db: OfficeDb) -> None:
    nobody_rings(office_db)
    with ear(office_db) as listening, relay(server, office_db, beat_seconds=1.0), office_db.connect("handler") as writer:
        time.sleep(2 * AWAKE)
        before = listening.count("td")
        record(writer)
        assert wait_for(lambda: listening.count("td") > before)


def test_it_sleeps_once_all_is_quiet(server: Server, office_db: OfficeDb) -> None:
    with relay(server, office_db), office_db.connect("handler") as writer, office_db.superuser() as behind:
        record(writer)
        time.sleep(2 * AWAKE)
        question = "select query_start from pg_stat_activity where usename = 'td_relay' and datname = current_database()"
        asked = behind.execute(question).fetchall()
        time.sleep(AWAKE)
        assert behind.execute(question).fetchall() == asked


def test_people_cannot_ask_what_the_relay_asks(office_db: OfficeDb) -> None:
    with office_db.connect("auditor") as person, pytest.raises(psycopg.errors.InsufficientPrivilege):
        person.execute("select news from td.news_since(pg_current_snapshot())")


def test_pace() -> None:
    assert next_look(7.0, 0.0, since_news=0.0) == 7.0 + PACE
    assert next_look(7.0, 0.0, since_news=TIRED) == 7.0 + SLOW_PACE
    assert next_look(7.0, 0.1, since_news=0.0) == pytest.approx(7.3), "a dear question is asked less often"
