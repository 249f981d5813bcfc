"""api.change_contact: what is known of somebody changes from now on; past cases keep the data of their day."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.sql import expect
from tests.sql.desk import Desk
from ticketdesk.domain.commands import ChangeContact
from ticketdesk.domain.ids import CustomerGroupId, PersonId


def change(desk: Desk, person: PersonId, key: str = "coordinator", **words: Any) -> ChangeContact:
    row = desk.at(key).execute("select api.contact(%s)", [person]).fetchone()
    assert row is not None
    held = row[0]
    names = ("name", "phone", "email", "company", "department")
    kept = {name: held[name] for name in names} | {"customer_group_id": held["customer_group"]}
    return ChangeContact(person, held["version"], **(kept | words))


def caller(desk: Desk, name: str) -> tuple[Any, PersonId]:
    case = desk.record("handler", requester_name=name, requester_company="Musterhaus", requester_phone="030 1", keep_contact=True)
    return case, PersonId(desk.ticket_row(case)["requester_id"])


def test_past_cases_keep_the_data_of_their_day(desk: Desk) -> None:
    case, person = caller(desk, "Rosa Ruferin")
    request = uuid4()
    wish = change(desk, person, name="Rosa Neuname", phone="+49 40 22", company="Fremdwerk")
    outcome = desk.do("coordinator", wish, request)
    assert desk.do("coordinator", wish, request) == outcome and (outcome.version, outcome.detail) == (2, {"contact": person})
    row, public = desk.ticket_row(case), desk.public_row(case)
    for face in (row, public):
        assert (face["requester_name"], face["requester_phone"], face["requester_company"]) == ("Rosa Ruferin", "030 1", "Musterhaus")
    # Found under the new words, and no longer under the old ones.
    found = desk.at("handler").execute("select name, phone from api.find_persons('neuname')").fetchall()
    assert found == [("Rosa Neuname", "+49 40 22")]
    assert desk.at("handler").execute("select id from api.find_persons('Ruferin')").fetchall() == []
    later = desk.record("handler", requester_id=person)
    assert desk.ticket_row(later)["requester_phone"] == "+49 40 22"
    assert desk.refused_code("admin", wish) == "TD409"


def test_who_may_change_whom(desk: Desk) -> None:
    _, person = caller(desk, "Konstanze Kontakt")
    expect.no_function(desk, change(desk, person), ("requester", "handler", "auditor"))
    desk.do("admin", change(desk, person, "admin", department="Lager"))
    desk.do("coordinator", change(desk, desk.id("requester"), phone="030 77"))
    # Colleagues, those who are gone and nobody are answered alike: they are no contacts.
    for key in ("coordinator", "admin"):
        absent = expect.whole_answer(desk, key, ChangeContact(PersonId(expect.ABSENT), 1, "x"))
        assert absent[0] == "TD404"
        for other in ("handler", "coordinator", "admin", "auditor", "gone"):
            assert expect.whole_answer(desk, key, ChangeContact(desk.id(other), 1, "x")) == absent, other


def test_customer_group(desk: Desk) -> None:
    case, person = caller(desk, "Gerda Gruppenlos")
    fremdwerk = CustomerGroupId(desk.office.customer_groups["Fremdwerk"])
    before = desk.ticket_row(case)["customer_group_id"]
    desk.do("coordinator", change(desk, person, customer_group_id=fremdwerk))
    assert desk.row("select customer_group_id as id from td.person where id = %s", person)["id"] == fremdwerk != before
    assert desk.ticket_row(case)["customer_group_id"] == before, "an old case went over to another company"
    # Whom somebody with a log-in may address hangs on it: that is the administration's.
    assert desk.refused_code("coordinator", change(desk, desk.id("colleague"), customer_group_id=fremdwerk)) == "TD403"
    moved = change(desk, desk.id("colleague"), "admin", customer_group_id=fremdwerk)
    desk.do("admin", moved)
    unknown = CustomerGroupId(expect.ABSENT)
    expect.bad(desk, "admin", change(desk, person, customer_group_id=unknown), "customer_group_id", why="unknown")


def test_values(desk: Desk) -> None:
    _, person = caller(desk, "Wilma Wert")
    expect.bad(desk, "coordinator", change(desk, person, name=" "), "name", why="empty")
    for name in ("name", "phone", "email", "company", "department"):
        expect.bad(desk, "coordinator", change(desk, person, **{name: "a\x02"}), name, why="control_characters")
        expect.bad(desk, "coordinator", change(desk, person, **{name: "x" * 201}), name, why="too_long")
