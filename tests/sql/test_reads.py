"""The reading functions: who one is, whom one may address, persons, timelines and the trace that reading leaves."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from tests.sql.desk import Desk
from ticketdesk.domain.commands import AcceptTicket, AddNote
from ticketdesk.domain.ids import TicketId


@pytest.fixture(scope="module")
def case(desk: Desk) -> TicketId:
    case = desk.record()
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AddNote(case, "intern"))
    return case


def opened(desk: Desk, key: str, case: TicketId) -> int:
    return int(desk.row("select count(*) as n from td.access where ticket_id = %s and person_id = %s", case, desk.id(key))["n"])


def code(desk: Desk, key: str, question: str, *values: object) -> str:
    with pytest.raises(psycopg.Error) as caught:
        desk.at(key).execute(question.encode(), list(values))
    return caught.value.sqlstate or ""


def test_hello(desk: Desk) -> None:
    for key in ("requester", "handler", "coordinator", "admin", "auditor"):
        row = desk.at(key).execute("select api.hello()").fetchone()
        assert row is not None
        person = desk.office.people[key]
        told = row[0]["person"]
        assert (told["id"], told["class"], told["name"]) == (person.id, person.person_class, person.name)
        assert row[0]["product"] == "ticketdesk" and row[0]["login"] == person.login


def test_timeline_shows_all_and_leaves_a_trace(desk: Desk, case: TicketId) -> None:
    rows = desk.at("coordinator").execute("select seq, what, body from api.timeline(%s, 0)", [case]).fetchall()
    assert [(row[0], row[1]) for row in rows] == [(1, "recorded"), (2, "accepted"), (3, "noted")] and rows[2][2] == "intern"
    assert opened(desk, "coordinator", case) == 1


@pytest.mark.parametrize("after", [1, 2, -5, None])
def test_no_way_around_the_trace(desk: Desk, after: int | None) -> None:
    fresh = desk.record()
    desk.do("coordinator", AcceptTicket(fresh, 1))
    assert desk.at("second_coordinator").execute("select body from api.timeline(%s, %s)", [fresh, after]).fetchall() is not None
    assert opened(desk, "second_coordinator", fresh) == 1


def test_no_reading_where_no_trace_can_be_left(desk: Desk, case: TicketId) -> None:
    with desk.undone("second_coordinator") as connection:
        connection.execute("set transaction read only")
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            connection.execute("select * from api.timeline(%s, 0)", [case])


def test_reading_that_is_rolled_back_leaves_a_gap(desk: Desk, case: TicketId) -> None:
    """A trace can be rolled back with its transaction, but not its number: the auditor sees that somebody did."""
    numbers = "select coalesce(max(id), 0) as n from td.access"
    desk.at("auditor").execute("select * from api.timeline(%s, 0)", [case])
    before = desk.row(numbers)["n"]
    with desk.undone("coordinator") as connection:
        connection.execute("select * from api.timeline(%s, 0)", [case])
    desk.at("auditor").execute("select * from api.timeline(%s, 0)", [case])
    assert desk.row(numbers)["n"] == before + 2


def test_following_an_open_case_is_one_look(desk: Desk, case: TicketId) -> None:
    before = opened(desk, "auditor", case)
    for after in (0, 1, 2, 3):
        desk.at("auditor").execute("select * from api.timeline(%s, %s)", [case, after])
    assert opened(desk, "auditor", case) == before + 1


def test_timeline_is_for_those_at_the_desk(desk: Desk, case: TicketId) -> None:
    for key in ("requester", "colleague", "admin"):
        assert code(desk, key, "select * from api.timeline(%s, 0)", case) == "42501"
    for key in ("handler", "other_handler"):
        for id_ in (case, 987654321):
            assert code(desk, key, "select * from api.timeline(%s, 0)", id_) == "TD404"


def test_own_timeline_is_for_the_requester(desk: Desk, case: TicketId) -> None:
    rows = desk.at("requester").execute("select seq, what, body, audience from api.own_timeline(%s, 0)", [case]).fetchall()
    assert [row[:2] for row in rows] == [(1, "recorded"), (2, "accepted")] and "intern" not in str(rows)
    for key in ("colleague", "outsider", "handler", "coordinator", "admin", "auditor"):
        for id_ in (case, 987654321):
            assert code(desk, key, "select * from api.own_timeline(%s, 0)", id_) == "TD404"


def test_addressees(desk: Desk) -> None:
    names = "select name from api.addressees()"
    assert desk.at("requester").execute(names).fetchall() == []
    staff = {row[0] for row in desk.at("handler").execute(names).fetchall()}
    assert {"Hanna Platzhalter", "Klara Musterlotse", "Technik"} <= staff
    assert not {"Gundula Ehemals", "Rita Beispiel", "Adele Vorlage"} & staff
    desk.behind.execute("update td.work_group set directly_addressable = true where name = 'Technik'")
    assert desk.at("requester").execute(names).fetchall() == [("Technik",)]


@pytest.fixture
def many(desk: Desk) -> Iterator[None]:
    desk.behind.execute(
        "with made as (insert into td.person (class) select 0 from generate_series(1, 30) returning id)"
        " insert into td.person_detail (person_id, name) select id, 'Serie 100%_' || id from made"
    )
    yield


def test_find_persons(desk: Desk, many: None) -> None:
    def find(words: str | None) -> list[str]:
        return [row[0] for row in desk.at("coordinator").execute("select name from api.find_persons(%s)", [words]).fetchall()]

    assert find("rita beis") == ["Rita Beispiel"]
    assert find("PRÜFSTÜCK") == ["Anton Prüfstück"]
    assert find("ehemals") == []
    assert len(find("100%_")) == len(find("")) == len(find(None)) == 20
    assert find("100%x") == find("%Rita%") == find("\\") == find("x" * 1_000_000) == []
    for key in ("requester", "admin", "auditor"):
        assert code(desk, key, "select * from api.find_persons('x')") == "42501"
