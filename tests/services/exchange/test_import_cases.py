"""The function that writes imported cases: who may call it, once and whole, and what of it others see."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from tests.services.exchange import small
from tests.services.exchange.small import event, three_cases
from tests.support.clients import session_of
from tests.support.cluster import OfficeDb
from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commands.exchange import ImportCases, JsonText
from ticketdesk.domain.commands.handling import AssignTicket
from ticketdesk.domain.commands.ticket import ReopenTicket
from ticketdesk.domain.errors import Away, BadInput, Busy, Forbidden, NotSignedIn, RepeatedId, WrongServer
from ticketdesk.domain.ids import PersonId, TicketId
from ticketdesk.services.exchange.command import BROKEN_OFF, DECLINED, DONE, SOME_REFUSED, Wish, check, run
from ticketdesk.services.exchange.mapping import as_json
from ticketdesk.services.exchange.run import CallApi
from ticketdesk.services.exchange.run import run as run_batches


def batch(path: Path, rows: list[small.Row]) -> dict[str, Any]:
    profile, mapped, _ = check(Wish(small.write(path / "log.csv", rows), "bpic2013"))
    return as_json(mapped.cases, mapped.persons, profile)


def send(office: OfficeDb, held: dict[str, Any], key: str = "admin", request_id: UUID | None = None) -> dict[str, Any]:
    with session_of(office, key) as session:
        return session.run(ImportCases(JsonText(json.dumps(held))), request_id).detail


def one(office: OfficeDb, question: str) -> Any:
    with office.superuser() as connection:
        row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return row[0] if len(row) == 1 else row


def test_the_log_keeps_stamps_words_people_and_teams(office_db: OfficeDb, tmp_path: Path) -> None:
    assert send(office_db, batch(tmp_path, three_cases())) == {"imported": 3, "present": 0, "refused": []}
    with office_db.superuser() as connection:
        rows = connection.execute(
            "select t.external_ref, l.seq, l.at::text, l.cause, l.what, l.audience, d.name, g.name, l.data ->> 'state',"
            " e.detail ->> 'status', e.channel"
            " from td.log as l join td.ticket as t on t.id = l.ticket_id"
            " join td.entry as e on e.ticket_id = l.ticket_id and e.seq = l.seq"
            " left join td.person_detail as d on d.person_id = l.actor_id"
            " left join td.work_group as g on g.id = (l.data ->> 'group')::integer order by t.external_ref, l.seq"
        ).fetchall()
        connection.execute("set timezone = 'UTC'")
        assert [row[:2] + row[3:6] for row in rows] == [
            (number, seq, 4, "imported", 0) for number, seq in (("C-1", 1), ("C-1", 2), ("C-2", 1), ("C-2", 2), ("C-2", 3), ("C-3", 1))
        ]
        assert [row[6:10] for row in rows] == [
            ("Bodo (Nirgendland)", "Team Beispiel", "5", "Accepted"), ("Änne (Nirgendland)", "Team Beispiel", "9", "Completed"),
            ("Bodo (Nirgendland)", "Team Beispiel", "4", "Queued"), ("Bodo (Nirgendland)", "Team Zwei", "8", "Completed"),
            ("Bodo (Nirgendland)", "Team Beispiel", "6", "Accepted"), (None, "Team Beispiel", "4", "Accepted"),
        ]  # fmt: skip
        assert connection.execute("select * from td.chain_faults(0, 99999)").fetchall() == []
        cases = connection.execute(
            "select external_ref, state, waiting_reason, reopened, subject, requester_name, requester_id, handler_id, answered_at, source"
            " from td.ticket order by external_ref"
        ).fetchall()
    assert [case[:4] for case in cases] == [("C-1", 9, None, 0), ("C-2", 6, 2, 1), ("C-3", 4, None, 0)]
    assert cases[1][4:] == ("MUSTERPRODUKT: C-2", "Site XX", None, None, None, 1)


@pytest.mark.parametrize("key", ["requester", "handler", "coordinator", "auditor"])
def test_only_administrators_import(shared_office: OfficeDb, tmp_path: Path, key: str) -> None:
    with pytest.raises(Forbidden):
        send(shared_office, batch(tmp_path, three_cases()), key)
    assert one(shared_office, "select count(*) from td.ticket") == 0
    assert one(shared_office, "select count(*) from td.person where source = 1") == 0


def test_the_inner_functions_are_nobody_s(shared_office: OfficeDb) -> None:
    for call in (
        "td.do_import_cases(null, null, null)", "td.import_set(null, 1, 1, '{}', '{}', '[]')",
        "td.write_imported(null, 1, 1, '[]', null, null, null)",
        "td.imported_steps('[]', null, null, null)", "td.take_back(1)", "td.do_undo_import(null, null, 1)",
        "td.imported_groups('[\"x\"]')", "td.imported_persons('x', '{}')", "td.imported_customer_group('x')",
    ):  # fmt: skip
        for key in ("admin", "coordinator", "requester"):
            with shared_office.connect(key) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(f"select {call}".encode())


def test_once_by_request_id_and_once_by_number(office_db: OfficeDb, tmp_path: Path) -> None:
    held, request_id = batch(tmp_path, three_cases()), uuid4()
    first = send(office_db, held, request_id=request_id)
    assert send(office_db, held, request_id=request_id) == first == {"imported": 3, "present": 0, "refused": []}
    assert send(office_db, held) == {"imported": 0, "present": 3, "refused": []}
    twice = held | {"cases": [held["cases"][0] | {"external_ref": "C-9"}] * 2}
    assert send(office_db, twice) == {"imported": 1, "present": 1, "refused": []}
    assert one(office_db, "select count(*) from td.ticket") == 4
    with pytest.raises(RepeatedId), session_of(office_db, "coordinator") as session:
        session.run(ReopenTicket(TicketId(10001), 1, "Grund"), request_id)


def bent(held: dict[str, Any], **more: Any) -> dict[str, Any]:
    return held | {"cases": [case | (more if case["external_ref"] == "C-2" else {}) for case in held["cases"]]}


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"kind": 9}, "out_of_range"),
        ({"priority": None}, "out_of_range"),
        ({"priority": "hoch"}, "out_of_range"),
        ({"subject": "x" * 301}, "too_long"),
        ({"subject": "a\nb"}, "control_characters"),
        ({"external_ref": " "}, "empty"),
        ({"steps": []}, "empty"),
        ({"steps": [{"at": "2012-01-01T00:00:00Z", "state": 77, "words": {}}]}, "out_of_range"),
        ({"steps": [{"at": "2012-01-01T00:00:00Z", "state": None, "words": {}}]}, "unknown"),
        ({"steps": [{"at": None, "state": 9}]}, "out_of_order"),
        ({"steps": [{"at": "infinity", "state": 9}]}, "out_of_range"),
        ({"steps": [{"at": "20260-01-01T00:00:00Z", "state": 9}]}, "out_of_range"),
        ({"steps": [{"at": "2012-01-02T00:00:00Z", "state": 9}, {"at": "2012-01-01T00:00:00Z", "state": 9}]}, "out_of_order"),
        ({"steps": [{"at": "2012-01-01T00:00:00Z", "state": 9, "words": {"x": "y" * 10001}}]}, "too_long"),
        ({"steps": "nichts"}, "out_of_range"),
        ({"waiting_reason": 12}, "out_of_range"),
    ],
)
def test_what_the_database_refuses_is_refused_alone_and_whole(office_db: OfficeDb, tmp_path: Path, more: Any, why: str) -> None:
    done = send(office_db, bent(batch(tmp_path, three_cases()), **more))
    assert (done["imported"], done["present"]) == (2, 0)
    assert [(r["external_ref"], r["why"]) for r in done["refused"]] == [(more.get("external_ref", "C-2"), why)]
    assert one(office_db, "select string_agg(external_ref, ' ' order by external_ref) from td.ticket") == "C-1 C-3"
    assert one(office_db, "select count(*) from td.log") == 3
    assert one(office_db, "select count(*) from td.entry") == 3


def test_a_batch_that_is_none_is_refused(shared_office: OfficeDb) -> None:
    for held in ({}, {"cases": 5}, {"cases": [{}] * 1001, "customer_group": "x"}):
        with pytest.raises(BadInput):
            send(shared_office, held)


def test_a_team_named_like_an_own_group_stays_another_one(office_db: OfficeDb, tmp_path: Path) -> None:
    rows = [event("C-1", "2012-01-02T08:00:00+01:00", "Accepted/Assigned", Involved_ST="Technik")]
    send(office_db, batch(tmp_path, rows))
    send(office_db, batch(tmp_path, [*rows, event("C-2", "2012-01-02T08:00:00+01:00", "Accepted/Assigned", Involved_ST="Technik")]))
    assert one(office_db, "select array_agg(name || source order by id) from td.work_group where name like 'Technik%'") == [
        "Technik0", "Technik (Import)1",
    ]  # fmt: skip
    assert one(office_db, "select count(distinct group_id) from td.ticket where group_id <> 1") == 1
    # So that no member of the own group sees the old cases.
    with office_db.connect("handler") as connection:
        assert connection.execute("select count(id) from td.ticket").fetchone() == (0,)


def test_nothing_can_be_assigned_to_what_was_imported(office_db: OfficeDb, tmp_path: Path) -> None:
    send(office_db, batch(tmp_path, three_cases()))
    group = one(office_db, "select group_id from td.ticket where external_ref = 'C-3'")
    person = one(office_db, "select min(id) from td.person where source = 1")
    ticket = TicketId(one(office_db, "select id from td.ticket where external_ref = 'C-3'"))
    with session_of(office_db, "coordinator") as session:
        for wish in (AssignTicket(ticket, 1, group_id=group), AssignTicket(ticket, 1, handler_id=PersonId(person))):
            with pytest.raises(BadInput):
                session.run(wish)
        # An own group can take an open one over, and an old one can be opened again; nobody outside is told.
        session.run(AssignTicket(ticket, 1, group_id=office_db.groups["Technik"]))  # type: ignore[arg-type]
        old = TicketId(one(office_db, "select id from td.ticket where external_ref = 'C-1'"))
        session.run(ReopenTicket(old, 1, "Stimmt doch nicht"))
    assert one(office_db, "select count(*) from td.ticket_public") == 0
    assert one(office_db, "select count(*) from td.chain_faults(0, 99999)") == 0


def test_nobody_gets_a_notice_and_the_desk_one_event_a_case(office_db: OfficeDb, tmp_path: Path) -> None:
    send(office_db, batch(tmp_path, three_cases()))
    assert one(office_db, "select count(*) from td.notice") == 0
    assert one(office_db, "select array_agg(what || audience order by id) from td.event") == ["imported0"] * 3
    with office_db.connect("coordinator") as connection:
        assert connection.execute("select count(id) from td.event").fetchone() == (3,)
    with office_db.connect("requester") as connection:
        assert connection.execute("select count(id) from td.event").fetchone() == (0,)


def test_the_command_asks_imports_and_writes_what_it_left_out(office_db: OfficeDb, tmp_path: Path) -> None:
    rows = [*three_cases(), event("C-4", "gestern")]
    path, said = small.write(tmp_path / "log.csv", rows), list[str]()
    wish = Wish(path, "bpic2013", errors=tmp_path / "left.csv")
    with session_of(office_db, "admin") as session:
        assert run(wish, sign_in=lambda: session.run, say=said.append, confirm=lambda asked: asked != "3 Vorgänge importieren?") == DECLINED
        assert one(office_db, "select count(*) from td.ticket") == 0
        assert run(wish, sign_in=lambda: session.run, say=said.append, confirm=lambda _: True) == SOME_REFUSED
    assert "Importiert: 3 Vorgänge." in said and said[-1].startswith("Abgewiesen: 1 Vorgang.")
    assert (tmp_path / "left.csv").read_text("utf-8-sig").splitlines()[1].startswith("8,C-4,bad_stamp,")


def test_who_may_not_is_told_so(shared_office: OfficeDb, tmp_path: Path) -> None:
    said: list[str] = []
    path = small.write(tmp_path / "log.csv", three_cases())
    with session_of(shared_office, "coordinator") as session:
        assert run(Wish(path, "bpic2013", language="en"), sign_in=lambda: session.run, say=said.append) == BROKEN_OFF
    assert said[-1] == "Only an administrator may import. Nothing was imported."


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NotSignedIn(), "Benutzername oder Kennwort"),
        (WrongServer(detail={"why": "certificate"}), "certificate"),
        (Away(), "nicht erreichbar"),
    ],
)
def test_a_failed_sign_in_is_said(tmp_path: Path, error: Exception, words: str) -> None:
    def sign_in() -> CallApi:
        raise error

    said: list[str] = []
    path = small.write(tmp_path / "log.csv", three_cases())
    assert run(Wish(path, "bpic2013"), sign_in=sign_in, say=said.append) == BROKEN_OFF
    assert words in said[-1] and said[-1].endswith("Importiert wurde nichts.")


def test_a_batch_that_takes_too_long_is_sent_in_halves(office_db: OfficeDb, tmp_path: Path) -> None:
    rows = [event(f"C-{n}", "2012-01-02T08:00:00+01:00", "Completed/Closed") for n in range(100)]
    profile, mapped, _ = check(Wish(small.write(tmp_path / "log.csv", rows), "bpic2013"))
    sizes = list[int]()
    with session_of(office_db, "admin") as session:

        def slow(command: Command, request_id: UUID) -> Outcome:
            assert isinstance(command, ImportCases)
            sizes.append(len(json.loads(command.batch)["cases"]))
            if sizes[-1] > 30:
                raise Busy
            return session.run(command, request_id)

        told = list[int]()
        result = run_batches(mapped, profile, slow, progress=lambda done, of: told.append(done), sleep=lambda _: None)
    assert (result.imported, told) == (100, [25, 50, 75, 100])
    assert sizes == [100, 100, 50, 50, 25, 25, 50, 50, 25, 25]


def test_lost_answers_and_an_absent_server_double_nothing(office_db: OfficeDb, tmp_path: Path) -> None:
    """Every second answer is lost on the way, once before and once after the server has done its work."""
    rows = [event(f"C-{n}", "2012-01-02T08:00:00+01:00", "Completed/Closed") for n in range(1200)]
    profile, mapped, _ = check(Wish(small.write(tmp_path / "log.csv", rows), "bpic2013"))
    calls, pauses = list[UUID](), list[float]()
    with session_of(office_db, "admin") as session:

        def shaky(command: Command, request_id: UUID) -> Outcome:
            calls.append(request_id)
            if len(calls) % 3 == 1:
                raise Away(why="lost on the way there")
            outcome = session.run(command, request_id)
            if len(calls) % 3 == 2:
                raise Away(why="lost on the way back")
            return outcome

        result = run_batches(mapped, profile, shaky, progress=lambda done, of: None, sleep=pauses.append)
        assert (result.imported, result.present, len(calls), len(set(calls))) == (1200, 0, 9, 3)
        assert one(office_db, "select count(*) from td.ticket") == 1200

        def gone(command: Command, request_id: UUID) -> Outcome:
            raise Away

        said: list[str] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("ticketdesk.services.exchange.run.PATIENCE", (0.0,))
            assert run(Wish(tmp_path / "log.csv", "bpic2013"), sign_in=lambda: gone, say=said.append) == BROKEN_OFF
        assert said[-1].startswith("Der Server antwortet nicht.")
        # The second run goes on where the first broke off.
        assert run(Wish(tmp_path / "log.csv", "bpic2013"), sign_in=lambda: session.run, say=said.append) == DONE
        assert said[-1] == "1.200 Vorgänge waren schon da und blieben unverändert."
