"""What the worker does behind the writers: durations counted, clocks moved to other hours, due rules rung; and a writer beside each.

Comes last of the sections: from here on the office has promised something.
"""

from __future__ import annotations

import itertools
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from bench.measure import Figure, Series
from bench.office import Office
from ticketdesk.domain.commands.entry import AddNote
from ticketdesk.domain.ids import TicketId
from ticketdesk.server.calendars import lay_calendars

RULES = 10_000
PER_HUNDRED_THOUSAND = 100_000


class Writer:
    """Somebody who files notes one after the other, and how long each took, in ms."""

    def __init__(self, office: Office) -> None:
        self._session = office.coordinator.session()
        with office.superuser() as connection:
            rows = connection.execute("select id from td.ticket where state = 2 order by md5(id::text) limit 500").fetchall()
        self._cases = itertools.cycle(TicketId(row[0]) for row in rows)
        self._stop = threading.Event()
        self.taken: list[float] = []

    def write(self) -> None:
        """File one note."""
        began = time.perf_counter()
        self._session.run(AddNote(next(self._cases), "Seit Montag geht der Scanner nicht mehr."))
        self.taken.append((time.perf_counter() - began) * 1000)

    @contextmanager
    def beside(self) -> Iterator[None]:
        """Write all the time while the block runs."""
        self.taken.clear()
        self._stop.clear()
        thread = threading.Thread(target=self._go_on)
        thread.start()
        try:
            yield
        finally:
            self._stop.set()
            thread.join()

    def _go_on(self) -> None:
        while not self._stop.is_set():
            self.write()
            time.sleep(0.02)

    def close(self) -> None:
        """Sign out."""
        self._session.close()

    def said(self) -> str:
        """Return how a writer fared meanwhile."""
        series = Series(tuple(self.taken))
        return f"writer beside: median {series.median:.1f} ms, p95 {series.p95:.1f}, worst {series.worst:.0f} ({len(self.taken)} notes)"


def figures(office: Office) -> Iterator[Figure]:
    """Measure each once: it takes long, and a second time there would be nothing left to do."""
    writer = Writer(office)
    for _ in range(60):
        writer.write()
    quiet = Series(tuple(writer.taken[10:]))
    with office.superuser() as worker, _alone(worker):
        yield from _durations(office, worker, writer, quiet)
        yield from _moved(office, worker, writer)
        yield from _rung(office, worker)
    writer.close()


@contextmanager
def _alone(connection: psycopg.Connection[Any]) -> Iterator[None]:
    """Keep the server's own worker away, which would do it first."""
    connection.execute("alter role td_worker nologin")
    connection.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'td_worker'")
    try:
        yield
    finally:
        connection.execute("alter role td_worker login")


def _processor(worker: psycopg.Connection[Any]) -> float:
    """Return the seconds of the processor that the worker's backend has used: what it costs on a busy machine too."""
    words = Path(f"/proc/{worker.info.backend_pid}/stat").read_text().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def _until_none(worker: psycopg.Connection[Any], question: str) -> tuple[int, float]:
    began, done = time.perf_counter(), 0
    while (row := worker.execute(question.encode()).fetchone()) and row[0]:
        done += int(row[0])
    return done, time.perf_counter() - began


def _durations(office: Office, worker: psycopg.Connection[Any], writer: Writer, quiet: Series) -> Iterator[Figure]:
    _promise(worker)
    worker.execute("select td.recount_times()")
    used = _processor(worker)
    with writer.beside():
        done, taken = _until_none(worker, "select td.follow_times(500)")
    used = _processor(worker) - used
    goal = 300.0 * max(office.tickets, 1000) / PER_HUNDRED_THOUSAND
    remark = f"{done:,} cases, {used:.1f} s of the processor; {writer.said()}; alone {quiet.median:.1f} ms"
    yield Figure("durations of all cases counted from nothing, in the background", office.tickets, taken, goal, unit="s", remark=remark)
    worker.execute("insert into td.time_due select id from td.ticket order by md5(id::text) limit 1000 on conflict do nothing")
    began = time.perf_counter()
    worker.execute("select td.follow_times(1000)")
    yield Figure("durations of 1,000 changed cases", office.tickets, (time.perf_counter() - began) * 1000, 1000.0)


def _promise(worker: psycopg.Connection[Any]) -> None:
    """Lay hours, a promise, and a clock that runs for every case, as if all had been recorded this week."""
    worker.execute("insert into td.calendar (name, zone, region) values ('Büro', 'Europe/Berlin', 'DE-BY')")
    worker.execute(
        "insert into td.calendar_hours select c.id, d, h[1], h[2] from td.calendar as c, generate_series(0, 4) as d,"
        " (values (array[480, 720]), (array[780, 1020])) as s (h)"
    )
    worker.execute("update td.office set calendar_id = (select id from td.calendar)")
    lay_calendars(worker)
    worker.execute(
        "with one as (select nextval('td.commitment_id_seq')::integer as id) insert into td.commitment"
        " (id, family_id, name, measure, amount_minutes, business, stops, valid_from) overriding system value"
        " select id, id, 'Lösung 5 Tage', 3, 2400, true, '{1}', '2000-01-01' from one"
    )
    worker.execute(
        "insert into td.clock (ticket_id, commitment_id, measure, calendar_id, laid_version, started_at, due_at, tell_at, warn_at)"
        " select t.id, c.id, 3, k.id, 0, m.at, m.at, m.at + interval '30 days', null from td.ticket as t"
        " cross join td.commitment as c cross join td.calendar as k"
        " cross join lateral (select now() - (t.id % 7200) * interval '1 minute' as at) as m"
    )
    worker.execute("analyze td.clock")


def _moved(office: Office, worker: psycopg.Connection[Any], writer: Writer) -> Iterator[Figure]:
    used = _processor(worker)
    with writer.beside():
        done, taken = _until_none(worker, "select td.recount_clocks()")
    used = _processor(worker) - used
    goal = 60.0 * max(office.tickets, 1000) / PER_HUNDRED_THOUSAND
    remark = f"{done:,} cases with a running clock, {used:.1f} s of the processor; {writer.said()}"
    yield Figure("due moments after another calendar, in the background", office.tickets, taken, goal, unit="s", remark=remark)


def _rung(office: Office, worker: psycopg.Connection[Any]) -> Iterator[Figure]:
    count = min(RULES, office.tickets // 2)
    worker.execute("vacuum analyze td.clock")
    worker.execute(
        "update td.clock set tell_at = now() - interval '1 hour' where id in (select id from td.clock where ended_at is null"
        " and stopped_at is null and told_for is null order by md5(id::text) limit %s)", [count],
    )
    worker.execute("update td.clock set tell_at = now() + interval '30 days', warn_at = null where tell_at > now() - interval '30 minutes'")
    before = _number(worker, "select count(*) from td.event where what = 'reminded'")
    done, taken = _until_none(worker, "select td.run_clocks()")
    told = _number(worker, "select count(*) from td.event where what = 'reminded'") - before
    if done != told or _number(worker, "select td.run_clocks()"):
        raise RuntimeError("a rule was carried out twice, or not at all")
    remark = f"{done:,} rules, each of its own case, told in batches of 50"
    yield Figure("due rules in a minute, each once", office.tickets, done / taken * 60, RULES, unit="/min", remark=remark, at_least=True)


def _number(worker: psycopg.Connection[Any], question: str) -> int:
    row = worker.execute(question.encode()).fetchone()
    assert row is not None
    return int(row[0])
