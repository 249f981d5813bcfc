"""Sessions that hold up everybody are ended; those that do not are left alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from tests.support.cluster import OfficeDb, Server
from ticketdesk.server.reaper import Limits, Reaper

SHORT = Limits(writing=0.5, statement=0.7, idle_in_transaction=0.5)


@contextmanager
def reaping(server: Server, office: OfficeDb, limits: Limits) -> Iterator[Reaper]:
    reaper = Reaper(
        lambda database: server.cluster.connect(database, "td_reaper"), databases=(office.database,), limits=limits, every_seconds=0.1
    )
    reaper.start()
    try:
        yield reaper
    finally:
        reaper.stop()


def test_ends_a_transaction_that_holds_up_the_events(server: Server, office_db: OfficeDb) -> None:
    with office_db.connect("requester") as freezer, reaping(server, office_db, SHORT):
        freezer.execute("set idle_in_transaction_session_timeout = 0")
        freezer.execute("begin")
        freezer.execute("select pg_current_xact_id()")
        time.sleep(1.2)
        with pytest.raises(psycopg.OperationalError):
            freezer.execute("select 1")


def test_ends_a_writing_transaction_that_keeps_busy(server: Server, office_db: OfficeDb) -> None:
    with office_db.connect("requester") as freezer, reaping(server, office_db, SHORT):
        freezer.execute("begin")
        freezer.execute("select pg_current_xact_id()")
        with pytest.raises(psycopg.OperationalError):
            for _ in range(40):
                freezer.execute("select pg_sleep(0.1)")


def test_ends_a_statement_that_never_ends(server: Server, office_db: OfficeDb) -> None:
    with office_db.connect("handler") as hog, reaping(server, office_db, SHORT):
        # Ended, not merely cancelled by a limit that he may have switched off.
        with pytest.raises(psycopg.errors.AdminShutdown):
            hog.execute("select pg_sleep(20)")


def test_leaves_idle_and_short_work_and_the_server_s_own_alone(server: Server, office_db: OfficeDb) -> None:
    with office_db.connect("coordinator") as idle, office_db.connect("handler") as busy, office_db.superuser() as own:
        worker_of_ours = server.cluster.connect(office_db.database, "td_worker")
        with reaping(server, office_db, SHORT) as reaper:
            own.execute("begin")
            own.execute("select pg_current_xact_id()")
            worker_of_ours.execute("begin")
            worker_of_ours.execute("select pg_current_xact_id()")
            worker = threading.Thread(target=lambda: [busy.execute("select pg_sleep(0.1)") for _ in range(12)])
            worker.start()
            worker.join()
            assert idle.execute("select 1").fetchone() == (1,)
            own.execute("commit")
            worker_of_ours.execute("commit")
            worker_of_ours.close()
            assert reaper.ended == 0
