"""An import as a whole: who brought what in, and that it can be undone whole while nothing rests on it, and not at all otherwise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.services.exchange.small import event, three_cases
from tests.services.exchange.test_import_cases import batch, one
from tests.support.clients import session_of
from tests.support.cluster import OfficeDb
from ticketdesk.domain.commands.entry import AddNote
from ticketdesk.domain.commands.exchange import BeginImport, EndImport, ImportCases, JsonText, UndoImport
from ticketdesk.domain.commands.handling import AssignTicket
from ticketdesk.domain.commands.links import LinkTickets
from ticketdesk.domain.errors import Forbidden, NotFound
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.links import LinkKind
from ticketdesk.services.session import Session

HASH = "ab" * 32


def begin(session: Session, held: dict[str, Any], **more: Any) -> int:
    about = {"file_name": "log.csv", "file_bytes": 12, "file_sha256": HASH, "profile_name": "bpic2013", "profile": "x", "lines": 6}
    run = int(session.run(BeginImport(JsonText(json.dumps(about | more)))).detail["run"])
    session.run(ImportCases(JsonText(json.dumps(held | {"run": run}))))
    session.run(EndImport(run, JsonText('{"whole": true, "present": 0, "refused": 1}')))
    return run


def undo(session: Session, run: int) -> dict[str, Any]:
    detail: dict[str, Any] = {"left": 1}
    for _ in range(9):
        detail = dict(session.run(UndoImport(run)).detail)
        if detail["touched"] or not detail["left"]:
            return detail
    raise AssertionError(detail)


def test_an_untouched_import_goes_whole_and_stays_on_record(office_db: OfficeDb, tmp_path: Path) -> None:
    held = batch(tmp_path, three_cases())
    other = batch(tmp_path, [event("D-1", "2012-01-02T08:00:00+01:00", "Completed/Closed")])
    with session_of(office_db, "admin") as session:
        first, second = begin(session, held), begin(session, other)
        heads = one(office_db, "select array_agg(head order by id) from td.ticket where external_ref like 'C%'")
        assert undo(session, first) == {"removed": 3, "left": 0, "touched": []}
        with pytest.raises(NotFound):
            session.run(UndoImport(first))
    assert one(office_db, "select string_agg(external_ref, ' ') from td.ticket") == "D-1"
    for relation in ("log", "entry", "import_case"):
        assert one(office_db, f"select count(*) from td.{relation}") == 1
    assert one(office_db, "select count(*) from td.pause") == 1
    assert one(office_db, "select count(*) from td.chain_faults(0, 99999)") == 0
    # Bodo is named by the other import as well; Änne was known from this one alone.
    names = (
        "select string_agg(d.name, ' ') from td.person_detail as d join td.person as p on p.id = d.person_id"
        " where p.source = 1 and d.name <> ''"
    )
    assert one(office_db, names) == "Bodo (Nirgendland)"
    assert one(office_db, "select string_agg(name || active, ' ' order by name) from td.work_group where source = 1") == (
        "Team Beispieltrue Team Zweifalse"
    )
    with office_db.connect("admin") as connection:
        row = connection.execute("select api.imports()").fetchone()
    assert row is not None
    done = {run["id"]: run for run in row[0]}
    assert (done[first]["state"], done[first]["imported"], done[first]["removed"], done[first]["undone_by"]) == (5, 3, 3, done[first]["by"])
    assert (done[second]["state"], done[second]["refused"], done[second]["file_sha256"]) == (2, 1, HASH)
    import hashlib

    assert done[first]["fingerprint"] == hashlib.sha256(b"".join(bytes(head) for head in heads)).hexdigest()
    # The desk learns that the cases went.
    assert one(office_db, "select count(*) from td.event where what = 'import_undone'") == 3
    # And the same file comes again, with the names.
    with session_of(office_db, "admin") as session:
        begin(session, held)
    assert one(office_db, "select count(*) from td.ticket") == 4
    assert one(office_db, names.replace("d.name, ' '", "d.name, ' ' order by d.name")) == "Bodo (Nirgendland) Änne (Nirgendland)"
    assert one(office_db, "select count(*) from td.work_group where source = 1 and active") == 2


def test_what_somebody_worked_on_keeps_the_whole_import(office_db: OfficeDb, tmp_path: Path) -> None:
    with session_of(office_db, "admin") as session, session_of(office_db, "coordinator") as desk:
        run = begin(session, batch(tmp_path, three_cases()))
        with office_db.superuser() as connection:
            found = connection.execute("select external_ref, id from td.ticket").fetchall()
        ids = {number: TicketId(identity) for number, identity in found}
        desk.run(AddNote(ids["C-2"], "Gesehen"))
        desk.run(LinkTickets(ids["C-3"], ids["C-1"], LinkKind.BELONGS_TO))
        detail = undo(session, run)
        assert [case["ref"] for case in detail["touched"]] == ["C-1", "C-2", "C-3"]
        assert one(office_db, "select count(*) from td.ticket") == 3
        assert one(office_db, f"select state from td.import_run where id = {run}") == 2
        # It can still be worked on.
        version = one(office_db, f"select version from td.ticket where id = {ids['C-3']}")
        desk.run(AssignTicket(ids["C-3"], version, group_id=office_db.groups["Technik"]))  # type: ignore[arg-type]


def test_nobody_works_on_what_is_going(office_db: OfficeDb, tmp_path: Path) -> None:
    with session_of(office_db, "admin") as session, session_of(office_db, "coordinator") as desk:
        run = begin(session, batch(tmp_path, three_cases()))
        assert session.run(UndoImport(run)).detail["left"] == 3
        ticket = TicketId(one(office_db, "select id from td.ticket where external_ref = 'C-2'"))
        with pytest.raises(NotFound):
            desk.run(AddNote(ticket, "Zu spät"))
        assert undo(session, run)["removed"] == 3


@pytest.mark.parametrize("key", ["requester", "handler", "coordinator", "auditor"])
def test_only_administrators_undo(shared_office: OfficeDb, key: str) -> None:
    with session_of(shared_office, key) as session:
        for wish in (BeginImport(JsonText("{}")), EndImport(1, JsonText("{}")), UndoImport(1)):
            with pytest.raises(Forbidden):
                session.run(wish)


def test_a_run_belongs_to_who_began_it(office_db: OfficeDb, tmp_path: Path) -> None:
    held = batch(tmp_path, three_cases())
    with session_of(office_db, "admin") as session:
        run = begin(session, held)
        for wish in (ImportCases(JsonText(json.dumps(held | {"run": run}))), EndImport(run, JsonText("{}")), EndImport(99, JsonText("{}"))):
            with pytest.raises(NotFound):
                session.run(wish)


def test_the_log_lets_nothing_else_go(office_db: OfficeDb, tmp_path: Path) -> None:
    """Not even the owner's own hand, and no case of an import that is not being undone."""
    with session_of(office_db, "admin") as session:
        begin(session, batch(tmp_path, three_cases()))
    with office_db.superuser() as connection:
        for relation in ("log", "entry", "ticket"):
            with pytest.raises(psycopg.Error, match="only cases of an import"):
                connection.execute(f"delete from td.{relation}".encode())
        for statement in ("update td.log set seq = seq", "truncate td.log cascade"):
            with pytest.raises(psycopg.Error, match="only ever added to"):
                connection.execute(statement.encode())
