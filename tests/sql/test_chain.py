"""The log is whole, and every tampering shows, also a superuser's; erasing a text leaves the proof intact."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import psycopg
import pytest

from tests.sql.desk import Desk
from ticketdesk.domain.commands import AcceptTicket, AddMessage, AddNote, AssignTicket, ReportBack, SendAnswer, TakeOver
from ticketdesk.domain.ids import TicketId

Two = tuple[TicketId, TicketId]
Tamper = Callable[..., list[tuple[object, ...]]]


@pytest.fixture(scope="module")
def cases(desk: Desk) -> Two:
    """Two cases with a story, and a third untouched one."""
    found = []
    for _ in range(3):
        case = desk.record()
        desk.do("coordinator", AcceptTicket(case, 1))
        desk.do("coordinator", AddNote(case, "intern"))
        desk.do("coordinator", AssignTicket(case, 3, group_id=desk.group("Technik"), order_text="Bitte ansehen"))
        desk.do("handler", TakeOver(case, 4))
        desk.do("requester", AddMessage(case, "Eilt"))
        desk.do("handler", ReportBack(case, 6, "Kabel"))
        desk.do("coordinator", SendAnswer(case, 7, "Geht wieder", "Kabel gesteckt"))
        found.append(case)
    assert desk.faults() == []
    return found[0], found[1]


@pytest.fixture
def tamper(desk: Desk) -> Iterator[Tamper]:
    """Run statements past every guard, ask the auditor's proof, and take them back."""
    connection = desk.office.superuser(autocommit=False)

    def run(*statements: str) -> list[tuple[object, ...]]:
        connection.execute("set local session_replication_role = replica")
        for one in statements:
            assert connection.execute(one.encode()).rowcount != 0, one
        found = connection.execute("select ticket_id, seq, fault from td.chain_faults(0, 9223372036854775807)").fetchall()
        connection.rollback()
        return found

    yield run
    connection.close()


EDITS = {
    "at": "at + interval '1 second'", "actor_id": "1 + coalesce(actor_id, 0)", "on_behalf_id": "1", "cause": "2", "what": "'rejected'",
    "audience": "1 - audience", "data": "data || '{\"x\": 1}'", "commitment": "sha256('x')", "prev": "sha256('x')", "hash": "sha256('x')",
}  # fmt: skip


@pytest.mark.parametrize("column", EDITS)
@pytest.mark.parametrize("seq", [1, 3, 8])
def test_every_edited_value_shows(cases: Two, tamper: Tamper, column: str, seq: int) -> None:
    found = tamper(f"update td.log set {column} = {EDITS[column]} where ticket_id = {cases[0]} and seq = {seq}")
    assert found and {row[0] for row in found} == {cases[0]}


def test_edit_with_its_hash_recomputed_breaks_the_next_link(cases: Two, tamper: Tamper) -> None:
    rehash = (
        "update td.log set hash = td.chained(prev, ticket_id, seq, at, actor_id, on_behalf_id, cause, what, audience, data, commitment)"
        f" where ticket_id = {cases[0]} and seq = 2"
    )
    found = tamper(f"update td.log set actor_id = 1 where ticket_id = {cases[0]} and seq = 2", rehash)
    assert (cases[0], 3, "link_broken") in found


def test_deleted_step(cases: Two, tamper: Tamper) -> None:
    assert (cases[0], 5, "step_missing") in tamper(f"delete from td.log where ticket_id = {cases[0]} and seq = 4")


def test_deleted_step_with_the_others_moved_up(cases: Two, tamper: Tamper) -> None:
    case = cases[0]
    found = tamper(
        f"delete from td.log where ticket_id = {case} and seq = 4",
        *(f"update td.log set seq = {seq - 1} where ticket_id = {case} and seq = {seq}" for seq in range(5, 9)),
    )
    assert (case, 4, "link_broken") in found


def test_inserted_step(cases: Two, tamper: Tamper) -> None:
    case = cases[0]
    forged = (
        "insert into td.log select ticket_id, 9, at, actor_id, on_behalf_id, cause, 'rejected', audience, data, null, hash,"
        f" td.chained(hash, ticket_id, 9, at, actor_id, on_behalf_id, cause, 'rejected', audience, data, null) from td.log"
        f" where ticket_id = {case} and seq = 8"
    )
    assert tamper(forged) == [(case, 8, "end_missing")]


def test_reordered_steps(cases: Two, tamper: Tamper) -> None:
    case = cases[0]
    moves = ((3, 99), (4, 3), (99, 4))
    assert tamper(*(f"update td.log set seq = {after} where ticket_id = {case} and seq = {before}" for before, after in moves))


@pytest.mark.parametrize("first", [8, 5, 1])
def test_cut_tail(cases: Two, tamper: Tamper, first: int) -> None:
    cut = f"where ticket_id = {cases[0]} and seq >= {first}"
    found = tamper(f"delete from td.entry {cut}", f"delete from td.log {cut}")
    assert (cases[0], 8, "end_missing") in found and {row[0] for row in found} == {cases[0]}


def test_cut_tail_with_the_number_set_back(cases: Two, tamper: Tamper) -> None:
    found = tamper(
        f"delete from td.entry where ticket_id = {cases[0]} and seq = 8", f"delete from td.log where ticket_id = {cases[0]} and seq = 8",
        f"update td.ticket set seq = 7 where id = {cases[0]}",
    )  # fmt: skip
    assert (cases[0], 7, "end_missing") in found


def test_swapped_tickets(cases: Two, tamper: Tamper) -> None:
    one, two = cases
    swaps = [
        f"update td.{table} set ticket_id = {after} where ticket_id = {before}"
        for table in ("log", "entry", "entry_public") for before, after in ((one, 1), (two, one), (1, two))
    ]  # fmt: skip
    heads = f"update td.ticket as t set head = o.head from td.ticket as o where t.id in ({one}, {two}) and o.id = {one} + {two} - t.id"
    assert {row[0] for row in tamper(*swaps, heads)} == {one, two}


TEXTS = {
    "update td.entry set body = body || '!' where ticket_id = {} and seq = 7": "text_changed",
    "update td.entry set detail = '{{\"x\": 1}}' where ticket_id = {} and seq = 7": "text_changed",
    "update td.entry set salt = uuid_send(gen_random_uuid()) where ticket_id = {} and seq = 7": "text_changed",
    "delete from td.entry where ticket_id = {} and seq = 7": "text_missing",
    "update td.entry set body = 'untergeschoben', salt = null where ticket_id = {} and seq = 7": "text_after_erasure",
    "insert into td.entry (ticket_id, seq, kind, audience, body) values ({}, 5, 2, 0, 'untergeschoben')": "text_added",
    "update td.entry set audience = 1 where ticket_id = {} and seq = 3": "shown_though_internal",
    "insert into td.entry_public (ticket_id, ordinal, seq, requester_id, at, what)"
    " values ({}, 99, 3, 1, now(), 'noted')": "shown_though_internal",
    "update td.entry_public set body = 'anders' where ticket_id = {} and seq = 7": "copy_differs",
}


@pytest.mark.parametrize("statement", TEXTS)
def test_texts(cases: Two, tamper: Tamper, statement: str) -> None:
    assert TEXTS[statement] in [row[2] for row in tamper(statement.format(cases[0]))]


def test_erased_text_leaves_the_proof_whole(cases: Two, tamper: Tamper) -> None:
    erase = f"update td.entry set body = '', detail = '{{}}', salt = null where ticket_id = {cases[0]}"
    copies = f"update td.entry_public set body = '', detail = '{{}}' where ticket_id = {cases[0]}"
    assert tamper(erase, copies) == []


def test_nobody_edits_the_log_not_even_its_owner(desk: Desk) -> None:
    desk.record()
    for role in ("td_owner", "td_api", "postgres"):
        for attempt in ("update td.log set cause = 2", "delete from td.log", "truncate td.log cascade"):
            with desk.office.superuser(autocommit=False) as connection:
                connection.execute(f"set local role {role}".encode())
                if role == "td_owner" and attempt.startswith("delete"):
                    # Row security shows the owner no row that he could delete.
                    assert connection.execute(attempt.encode()).rowcount == 0
                    continue
                with pytest.raises(psycopg.Error) as caught:
                    connection.execute(attempt.encode())
                assert caught.value.sqlstate in ("TD403", "42501"), (role, attempt)
                connection.rollback()


def test_only_the_auditor_asks_for_the_proof(desk: Desk) -> None:
    case = desk.record()
    for key in ("requester", "handler", "coordinator", "admin"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            desk.at(key).execute("select * from api.verify_chain(%s)", [case])


def test_no_text_and_no_name_in_the_log(desk: Desk, cases: Two) -> None:
    everything = str(desk.rows("select * from td.log"))
    for secret in ("intern", "Bitte ansehen", "Geht wieder", "Kabel gesteckt", "Drucker druckt", "Rita", "beispiel.invalid"):
        assert secret not in everything
