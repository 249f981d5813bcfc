"""The worker's thread: does what is due without being asked, and comes back after the server was away."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg

from tests.sql.desk import Desk
from tests.sql.handling.test_set_waiting import in_hand
from tests.support.cluster import OfficeDb, Server
from ticketdesk import __version__
from ticketdesk.domain.commands import SetWaiting
from ticketdesk.domain.states import Reason, State
from ticketdesk.server.jobs import Jobs, room


def test_does_what_is_due_also_after_an_outage(server: Server, office_db: OfficeDb) -> None:
    refused = [True, True]

    def connect(database: str) -> psycopg.Connection[Any]:
        if refused:
            refused.pop()
            raise psycopg.OperationalError("away")
        return server.cluster.connect(database, "td_worker")

    jobs = Jobs(connect, database=office_db.database, every_seconds=0.05, data=server.cluster.data)
    with Desk(office_db) as desk:
        case = in_hand(desk)
        desk.do("handler", SetWaiting(case, 1, Reason.DATE, datetime.now(UTC) + timedelta(seconds=1)))
        jobs.start()
        try:
            for _ in range(400):
                if desk.ticket_row(case)["state"] == State.IN_PROGRESS:
                    break
                time.sleep(0.05)
        finally:
            jobs.stop()
        assert desk.ticket_row(case)["state"] == State.IN_PROGRESS and not refused
        row = desk.row("select * from td.worker")
        assert 0 < row["disk_free"] < row["disk_total"] and row["log_bytes"] >= 16 * 1024 * 1024 and row["program"] == __version__
        assert desk.row("select pruned_at is not null as pruned from td.worker") == {"pruned": True}


def test_what_cannot_be_seen_is_not_made_up(tmp_path: Path) -> None:
    assert room(None) == room(tmp_path / "gone") == (None, None, None)
    free, total, log_bytes = room(tmp_path)
    assert free and total and log_bytes is None
