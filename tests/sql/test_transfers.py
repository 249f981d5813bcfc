"""Who exported how much and what the server was filled with, as administration and audit are told; imports are told by api.imports."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.sql.desk import Desk


def told(desk: Desk, key: str) -> dict[str, Any]:
    row = desk.at(key).execute("select api.transfers()").fetchone()
    assert row is not None
    found: dict[str, Any] = row[0]
    return found


def test_each_export_is_told_with_whose_it_was(desk: Desk) -> None:
    desk.record()
    now = datetime.now(UTC)
    number = uuid4()
    mine = desk.at("requester")
    mine.execute("select api.begin_export(%s, 1::smallint, 2::smallint)", [number])
    running = told(desk, "auditor")["exports"][0]
    assert running[3] is None, "still under way"
    mine.execute("select * from api.export_own(%s, 0, null, 1000)", [number]).fetchall()
    mine.execute("select api.end_export(%s)", [number])
    for key in ("admin", "auditor"):
        name, person_class, begun, ended, scope, form, cases = told(desk, key)["exports"][0]
        assert (name, person_class, scope, form) == (desk.me("requester").name, 1, 1, 2) and cases >= 1
        assert now - timedelta(seconds=5) <= datetime.fromisoformat(begun) <= datetime.fromisoformat(ended)
        assert told(desk, key)["restores"] == []


@pytest.mark.parametrize(
    "page", ["export_cases(%s, 0, null, 10)", "export_own(%s, 0, null, 10)", "export_people(%s, 0, null, 10)", "export_office(%s)"]
)
def test_an_export_that_is_taken_back_has_told_nothing(desk: Desk, page: str) -> None:
    number = uuid4()
    with desk.undone("coordinator") as connection:
        connection.execute("select api.begin_export(%s, 1, 2)", [number])
        with pytest.raises(psycopg.Error) as refused:
            connection.execute(f"select * from api.{page}".encode(), [number])
    assert refused.value.sqlstate == "TD404"


def test_with_what_it_was_filled(desk: Desk) -> None:
    with desk.behind.transaction():
        desk.behind.execute(
            "insert into td.restore (person_id, manifest, source, exported_at, ended_at, cases, steps)"
            " values (%s, %s, 'Altes Büro', now(), now(), 7, 40)",
            [desk.id("admin"), bytes(range(32))],
        )
    ((name, _, ended, source, _, cases, steps, manifest),) = told(desk, "auditor")["restores"]
    assert (name, source, cases, steps) == (desk.me("admin").name, "Altes Büro", 7, 40) and ended
    assert manifest == bytes(range(32)).hex()


def test_the_newest_are_told_and_how_many_at_most(desk: Desk) -> None:
    most = told(desk, "auditor")["most"]
    with desk.behind.transaction():
        desk.behind.execute(
            "insert into td.export (id, person_id, begun_at, scope, format, until_id)"
            " select gen_random_uuid(), %s, now() - n * interval '1 minute', 1, 1, 0 from generate_series(1, %s) as n",
            [desk.id("requester"), most + 1],
        )
    begun = [one[2] for one in told(desk, "auditor")["exports"]]
    oldest = desk.behind.execute("select min(begun_at) from td.export").fetchone()
    assert len(begun) == most and begun == sorted(begun, reverse=True)
    assert oldest is not None and datetime.fromisoformat(begun[-1]) > oldest[0]


@pytest.mark.parametrize("key", ["requester", "handler", "coordinator"])
def test_nobody_else_is_told(desk: Desk, key: str) -> None:
    with pytest.raises(psycopg.Error) as refused:
        told(desk, key)
    assert refused.value.sqlstate == "42501"
