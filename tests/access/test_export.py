"""Export of everything, into an empty server, and again: both are the same, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.access.conftest import Built
from tests.access.exports import emptied, exported, files_of
from tests.support.clients import session_of
from tests.support.cluster import OfficeDb, fresh_office
from ticketdesk.services.exchange import restore
from ticketdesk.services.exchange.export_format import FILES, Format
from ticketdesk.services.exchange.export_read import Export


@pytest.fixture
def empty(built: Built) -> Iterator[OfficeDb]:
    with fresh_office(built.server) as office:
        emptied(office)
        yield office


def filled(office: OfficeDb, place: Path) -> None:
    """Bring an export to an empty office, and let its auditor in again."""
    whole = Export(place)
    restore.check(whole)
    with session_of(office, "admin") as session:
        restore.restore(session, whole, told=lambda done, of: None)
    whole.close()
    with office.superuser() as connection:
        for key in ("auditor", "coordinator", "handler"):
            connection.execute("update td.person set login = %s where id = %s", [office.people[key].login, office.people[key].id])


@pytest.mark.parametrize(("kind", "name"), [(Format.JSON, "one"), (Format.CSV, "one.zip")])
def test_there_and_back(office: OfficeDb, empty: OfficeDb, tmp_path: Path, kind: Format, name: str) -> None:
    with office.superuser() as connection:
        connection.execute("insert into td.due_done (ticket_id, rule, due_at) select min(id), 4, now() from td.ticket")
    first = exported(office, "auditor", tmp_path / name, kind)
    filled(empty, tmp_path / name)
    if name.endswith(".zip"):
        # Read as a folder for the comparison.
        exported(office, "auditor", tmp_path / "first", kind)
    exported(empty, "auditor", tmp_path / "second", kind)
    before, after = files_of(tmp_path / ("first" if name.endswith(".zip") else name)), files_of(tmp_path / "second")
    # The administrator of the new server stands behind all others.
    people = f"people.{kind.value}"
    assert after[people].startswith(before[people]) and after[people].count(b"\n") == before[people].count(b"\n") + 1
    after[people] = before[people]
    assert before.keys() == after.keys()
    assert [name for name, body in before.items() if after[name] != body] == []
    # Nothing of the comparison is empty: the auditor sees all there is.
    assert first.attachments >= 1
    assert FILES.keys() - first.rows.keys() <= {"own_cases", "own_entries", "own_links", "own_attachments", "given_along", "work_times"}
    # What is not exported because it follows from the rest, follows again.
    derived = (
        b"select id, kept_from, promise_due_at, promise_stopped_at, promise_minutes, promise_calendar_id, promise_measure, promise_internal"
        b" from td.ticket order by id"
    )
    with office.superuser() as old, empty.superuser() as new:
        assert old.execute(derived).fetchall() == new.execute(derived).fetchall()
    with empty.connect("auditor") as connection:
        assert connection.execute("select * from api.verify_chain(null)").fetchall() == []
        ((said,),) = connection.execute("select count(*) from td.restore where ended_at is not null").fetchall()
        assert said == 1
    manifest = json.loads((tmp_path / "second" / "manifest.json").read_bytes())
    assert manifest["person"]["class"] == "auditor" and manifest["files"]["tickets"]["rows"] == first.cases
