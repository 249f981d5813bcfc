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
    assert len(find("100%_")) == 20
    assert find("") == find(None) == find(" \t") == find("%_'\\") == find("100%x") == find("x" * 1_000_000) == []
    assert find("%Rita%") == ["Rita Beispiel"]
    assert find("' | 'x") == find("rita:* | 'kolja") == find("!") == []
    assert find("!rita & ''") == ["Rita Beispiel"]
    for key in ("requester", "auditor"):
        assert code(desk, key, "select * from api.find_persons('x')") == "42501"


def test_find_persons_as_people_type(desk: Desk) -> None:
    made = desk.row("insert into td.person (class) values (0) returning id")["id"]
    desk.behind.execute(
        "insert into td.person_detail (person_id, name, phone, email, company) values (%s, %s, %s, %s, %s)",
        [made, "Jörg Müßig-Grün", "+49 (0)30 776600-44", "j.gruen@übungsfirma.example", "Übungsfirma Łódź"],
    )

    def find(words: str) -> bool:
        rows = desk.at("handler").execute("select id from api.find_persons(%s)", [words]).fetchall()
        return (made,) in rows

    for words in (
        "müßig", "muessig", "mussig", "MÜSSIG", "Joerg G", "jorg", "gruen mue", "Übungs", "uebungsf", "lodz", "łód", "j.gruen@", "030 7766",
        "+49 30 776600", "0049307766", "776600-44", "-44", "600 44",
    ):  # fmt: skip
        assert find(words), words
    for words in ("üssig", "jörgx", "030 7767", "9", "45"):
        assert not find(words), words
    # Whoever writes the row, the words follow.
    desk.behind.execute("update td.person_detail set name = 'Anders Heißend', phone = '' where person_id = %s", [made])
    assert find("heissend") and not find("müßig") and not find("7766")


def test_addressees_of_a_customer_group(desk: Desk) -> None:
    """What is opened to one customer group is closed to the others, and no more than that is opened."""
    names = "select name from api.addressees() where name <> 'Technik'"
    groups = desk.office.customer_groups
    desk.behind.execute(
        "insert into td.addressable_by (customer_group_id, person_id) values (%s, %s)", [groups["Musterhaus"], desk.id("mate")]
    )
    desk.behind.execute(
        "insert into td.addressable_by (customer_group_id, group_id) values (%s, %s)", [groups["Fremdwerk"], desk.group("Buchhaltung")]
    )
    assert desk.at("requester").execute(names).fetchall() == [("Mats Platzhalter",)]
    assert desk.at("outsider").execute(names).fetchall() == [("Buchhaltung",)]
    desk.behind.execute("delete from td.addressable_by")
    assert desk.at("requester").execute(names).fetchall() == desk.at("outsider").execute(names).fetchall() == []
