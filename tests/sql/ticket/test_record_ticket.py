"""api.record_ticket: a report for oneself or for somebody else, to coordination or straight to a handler or group."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from ticketdesk.domain.commands import AddMessage, RecordTicket
from ticketdesk.domain.entry import Channel
from ticketdesk.domain.ids import CategoryId, GroupId, PersonId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import Kind, Priority, State, Way

TEXT = "Er zeigt nur ein Lämpchen."
EVERYBODY = ["requester", "colleague", "outsider", "handler", "other_handler", "coordinator", "admin", "auditor"]


def report(**changes: Any) -> RecordTicket:
    words: dict[str, Any] = {"kind": Kind.ERROR, "subject": "Drucker", "description": TEXT}
    return RecordTicket(**(words | changes))


@pytest.mark.parametrize("key", EVERYBODY)
def test_everybody_for_himself(desk: Desk, key: str) -> None:
    wished = datetime(2150, 2, 3, tzinfo=UTC)
    drucker = CategoryId(desk.office.categories["Drucker"])
    outcome = desk.do(key, report(priority=Priority.HIGH, wished_at=wished, document_ref="R-2", category_id=drucker))
    case, person = outcome.ticket_id, desk.office.people[key]
    row, public = desk.ticket_row(case), desk.public_row(case)
    assert (row["state"], row["way"], row["version"], row["seq"], row["hidden"]) == (State.NEW, Way.COORDINATED, 1, 1, False)
    assert row["requester_id"] == row["recorded_by"] == public["requester_id"] == person.id
    for name, value in {
        "kind": 2, "subject": "Drucker", "priority": 3, "wished_at": wished, "document_ref": "R-2", "category_id": drucker,
        "requester_name": person.name, "requester_email": f"{key}@beispiel.invalid", "requester_phone": "030 555",
    }.items():  # fmt: skip
        assert row[name] == public[name] == value, name
    assert row["customer_group_id"] == desk.office.customer_groups["Fremdwerk" if key == "outsider" else "Musterhaus"]
    assert (outcome.seq, outcome.version) == (1, 1)
    log, entry, (shown,) = desk.last_step(case), desk.last_entry(case), desk.shown(case)
    assert (log["what"], log["actor_id"], log["audience"], log["on_behalf_id"]) == ("recorded", person.id, 1, None)
    assert entry is not None
    assert (entry["kind"], entry["audience"], entry["body"], entry["detail"]) == (1, 1, TEXT, {"subject": "Drucker"})
    assert (shown["what"], shown["body"], shown["by_requester"], shown["author_label"]) == ("recorded", TEXT, True, person.name)
    assert desk.notices(case, NoticeKind.NEW_CASE) == {(k, False) for k in ("coordinator", "second_coordinator") if k != key}
    assert desk.row("select count(*) as n from td.event where ticket_id = %s and what = 'recorded' and audience = 1", case) == {"n": 1}
    assert desk.faults(case) == []


def test_repeated_request_makes_one_case(desk: Desk) -> None:
    request = uuid4()
    outcome = desk.do("requester", report(), request)
    before = desk.traces()
    assert desk.do("requester", report(subject="anders"), request) == outcome
    assert desk.traces() == before
    assert desk.refused("colleague", report(), request).code == "TD423"
    assert desk.refused("requester", AddMessage(outcome.ticket_id, "x"), request).code == "TD423"


def test_no_request_id(desk: Desk) -> None:
    with pytest.raises(psycopg.Error) as caught:
        desk.at("requester").execute("select api.add_message(null, 1, 'x')")
    assert caught.value.sqlstate == "TD422"


def test_on_behalf_of_somebody(desk: Desk) -> None:
    requester = desk.id("requester")
    outcome = desk.do("handler", report(requester_id=requester, requester_phone="0171 5", channel=Channel.PHONE))
    row, log, (shown,) = desk.ticket_row(outcome.ticket_id), desk.last_step(outcome.ticket_id), desk.shown(outcome.ticket_id)
    assert (row["requester_id"], row["recorded_by"], row["requester_name"]) == (requester, desk.id("handler"), "Rita Beispiel")
    assert (row["requester_phone"], row["channel"]) == ("0171 5", 1)
    assert (log["actor_id"], log["on_behalf_id"]) == (desk.id("handler"), requester)
    assert (shown["by_requester"], shown["author_label"]) == (False, "Hanna Platzhalter")


def test_hidden_report_keeps_the_handlers_name(desk: Desk) -> None:
    case = desk.do("handler", report(requester_id=desk.id("requester"), hidden=True, handler_id=desk.id("mate"))).ticket_id
    (shown,) = desk.shown(case)
    assert shown["author_label"] == "" and desk.public_row(case)["owner_label"] == ""
    assert "Platzhalter" not in str(desk.public_row(case)) + str(shown)


def test_unknown_caller_has_no_public_face(desk: Desk) -> None:
    case = desk.do("coordinator", report(requester_name="Frau Unbekannt", requester_company="Anderswo")).ticket_id
    row = desk.ticket_row(case)
    assert (row["requester_id"], row["requester_name"], row["requester_company"]) == (None, "Frau Unbekannt", "Anderswo")
    assert desk.rows("select from td.ticket_public where ticket_id = %s", case) == []
    assert desk.faults(case) == []


def test_straight_to_a_handler_or_a_group(desk: Desk) -> None:
    case = desk.do("coordinator", report(handler_id=desk.id("handler"))).ticket_id
    row = desk.ticket_row(case)
    assert (row["state"], row["way"], row["handler_id"], row["participants"]) == (4, Way.DIRECT, desk.id("handler"), [desk.id("handler")])
    assert desk.notices(case, NoticeKind.ASSIGNED_TO_YOU) == {("handler", False)}
    case = desk.do("handler", report(group_id=desk.group("Technik"))).ticket_id
    assert desk.notices(case, NoticeKind.ASSIGNED_TO_GROUP) == {("mate", False)}
    assert desk.notices(case, NoticeKind.NEW_CASE) == set()


def test_outsiders_address_only_those_who_are_addressable(desk: Desk) -> None:
    addressees = [PersonId(expect.ABSENT), *(desk.id(key) for key in ("handler", "gone", "requester", "admin"))]
    for person in addressees:
        expect.bad(desk, "requester", report(handler_id=person), "handler_id", why="not_addressable")
    for group in (GroupId(expect.ABSENT), desk.group("Technik")):
        expect.bad(desk, "requester", report(group_id=group), "group_id", why="not_addressable")
    desk.behind.execute("update td.person set directly_addressable = true where id = %s", [desk.id("mate")])
    desk.behind.execute("update td.work_group set directly_addressable = true where id = %s", [desk.group("Buchhaltung")])
    assert desk.ticket_row(desk.do("requester", report(handler_id=desk.id("mate"))).ticket_id)["handler_id"] == desk.id("mate")
    assert desk.ticket_row(desk.do("requester", report(group_id=desk.group("Buchhaltung"))).ticket_id)["state"] == State.ASSIGNED
    expect.bad(desk, "requester", report(handler_id=desk.id("mate"), group_id=desk.group("Buchhaltung")), "handler_id", why="unknown")


@pytest.mark.parametrize("key", ["requester", "admin", "auditor"])
def test_only_staff_record_for_others_and_choose_the_mode(desk: Desk, key: str) -> None:
    for changes in (
        {"requester_id": desk.id("colleague")}, {"requester_id": PersonId(expect.ABSENT)}, {"requester_name": "Jemand"}, {"hidden": True},
        {"hidden": False},
    ):  # fmt: skip
        assert desk.refused(key, report(**changes)).code == "TD403", changes


def test_nobody_reports_under_another_name(desk: Desk) -> None:
    case = desk.do("requester", report(requester_id=desk.id("requester"), requester_name="Der Chef")).ticket_id
    assert desk.ticket_row(case)["requester_name"] == "Rita Beispiel"


@pytest.mark.parametrize("where", ["category", "customer_group", "office"])
def test_hidden_by_default(desk: Desk, where: str) -> None:
    desk.behind.execute(f"update td.{where} set hidden_by_default = true".encode())
    try:
        case = desk.do("requester", report(category_id=desk.office.categories["Drucker"])).ticket_id
        assert desk.ticket_row(case)["hidden"]
        assert not desk.ticket_row(desk.do("handler", report(hidden=False)).ticket_id)["hidden"]
    finally:
        desk.behind.execute(f"update td.{where} set hidden_by_default = false".encode())


LINES = ("requester_phone", "requester_email", "requester_company", "requester_department", "document_ref")


@pytest.mark.parametrize(
    ("changes", "name", "why"),
    [
        ({"subject": ""}, "subject", "empty"),
        ({"subject": "\u00a0 \t"}, "subject", "empty"),
        ({"subject": "x" * 301}, "subject", "too_long"),
        ({"subject": "a\nb"}, "subject", "control_characters"),
        ({"kind": 0}, "kind", "out_of_range"),
        ({"kind": 4}, "kind", "out_of_range"),
        ({"kind": None}, "kind", "out_of_range"),
        ({"priority": 9}, "priority", "out_of_range"),
        ({"priority": None}, "priority", "out_of_range"),
        ({"channel": 5}, "channel", "out_of_range"),
        ({"channel": None}, "channel", "out_of_range"),
        ({"category_id": 4711}, "category_id", "unknown"),
        ({"wished_at": "20260-01-01"}, "wished_at", "out_of_range"),
        ({"wished_at": "infinity"}, "wished_at", "out_of_range"),
        ({"wished_at": "-infinity"}, "wished_at", "out_of_range"),
        ({"wished_at": "1989-12-31T23:59:59Z"}, "wished_at", "out_of_range"),
        ({"occurred_at": "20260-01-01"}, "occurred_at", "out_of_range"),
        ({"occurred_at": "2200-01-01T00:00:00Z"}, "occurred_at", "out_of_range"),
        *(({name: "x" * 201}, name, "too_long") for name in LINES),
        *(({name: "a\rb"}, name, "control_characters") for name in LINES),
    ],
)
def test_bad_input(desk: Desk, changes: dict[str, Any], name: str, why: str) -> None:
    expect.bad(desk, "requester", report(**changes), name, why=why)


def test_bad_description(desk: Desk) -> None:
    expect.bad_texts(desk, "requester", "description", lambda text: report(description=text))
    expect.bad(desk, "coordinator", report(requester_name="a\nb"), "requester_name", why="control_characters")
    expect.bad(desk, "coordinator", report(requester_id=desk.id("gone")), "requester_id", why="unknown")
    expect.bad(desk, "coordinator", report(requester_id=PersonId(expect.ABSENT)), "requester_id", why="unknown")


def test_inactive_category(desk: Desk) -> None:
    rechnung = CategoryId(desk.office.categories["Rechnung"])
    desk.behind.execute("update td.category set active = false where id = %s", [rechnung])
    expect.bad(desk, "requester", report(category_id=rechnung), "category_id", why="unknown")


def test_hostile_subject_is_kept_as_it_is(desk: Desk) -> None:
    subject = "<img src=file:///etc/passwd> '); drop table td.ticket;-- \u202e %s {0} =1+1"
    assert desk.ticket_row(desk.do("requester", report(subject=subject)).ticket_id)["subject"] == subject


def test_cases_of_ten_at_once(desk: Desk) -> None:
    keys = ["requester", "colleague", "outsider", "handler", "coordinator"] * 2
    assert expect.at_once(desk, [(key, report()) for key in keys]) == [""] * 10
    assert desk.faults() == []


def test_outsiders_address_whom_their_customer_group_may(desk: Desk) -> None:
    desk.behind.execute(
        "insert into td.addressable_by (customer_group_id, person_id) values (%s, %s)",
        [desk.office.customer_groups["Fremdwerk"], desk.id("other_handler")],
    )
    direct = report(handler_id=desk.id("other_handler"))
    assert desk.ticket_row(desk.do("outsider", direct).ticket_id)["handler_id"] == desk.id("other_handler")
    expect.bad(desk, "colleague", direct, "handler_id", why="not_addressable")


def test_an_unknown_caller_is_kept_as_a_contact(desk: Desk) -> None:
    words = {"requester_name": "Nele Neuling", "requester_phone": "030 88", "requester_company": "Fremdwerk"}
    words |= {"requester_email": "n@x.example"}
    outcome = desk.do("handler", report(**words, keep_contact=True))
    row, public = desk.ticket_row(outcome.ticket_id), desk.public_row(outcome.ticket_id)
    person = desk.row("select * from td.person where id = %s", row["requester_id"])
    detail = desk.row("select * from td.person_detail where person_id = %s", row["requester_id"])
    assert (person["class"], person["login"], person["active"], person["source"]) == (0, None, True, 0)
    assert person["customer_group_id"] == row["customer_group_id"] == desk.office.customer_groups["Fremdwerk"]
    assert (detail["name"], detail["phone"], detail["company"], detail["email"]) == ("Nele Neuling", "030 88", "Fremdwerk", "n@x.example")
    assert public["requester_id"] == desk.last_step(outcome.ticket_id)["on_behalf_id"] == row["requester_id"]
    assert desk.at("coordinator").execute("select id from api.find_persons('nele fremd')").fetchall() == [(row["requester_id"],)]
    # Corrected later, the contact is another one; the case stays as it was that day.
    desk.behind.execute(
        "update td.person_detail set name = 'Nele Altling', phone = '1', company = 'Y', department = 'Z', email = 'z@z.example'"
        " where person_id = %s",
        [row["requester_id"]],
    )
    assert desk.ticket_row(outcome.ticket_id) == row and desk.public_row(outcome.ticket_id) == public
    again = desk.do("coordinator", report(requester_id=row["requester_id"]))
    assert desk.ticket_row(again.ticket_id)["requester_name"] == "Nele Altling"
    assert desk.faults() == []


def test_a_contact_is_made_with_the_case_or_not_at_all(desk: Desk) -> None:
    before = desk.row("select count(*) as n from td.person")
    expect.bad(desk, "handler", report(requester_name="Nie Da", keep_contact=True, subject=""), "subject", why="empty")
    expect.bad(desk, "handler", report(requester_name="Nie", keep_contact=True, group_id=expect.ABSENT), "group_id", why="not_addressable")
    known = report(requester_id=desk.id("requester"), keep_contact=True)
    expect.bad(desk, "handler", known, "requester_id", why="known_already")
    expect.bad(desk, "handler", report(keep_contact=True), "requester_id", why="known_already")
    for key in ("requester", "admin", "auditor"):
        assert desk.refused(key, report(keep_contact=True)).code == "TD403"
    assert desk.row("select count(*) as n from td.person") == before
    request = uuid4()
    once = report(requester_name="Nur Einmal", keep_contact=True)
    assert desk.do("handler", once, request) == desk.do("handler", once, request)
    assert desk.row("select count(*) as n from td.person_detail where name = 'Nur Einmal'") == {"n": 1}


def test_a_wished_date_that_is_over(desk: Desk) -> None:
    now = datetime.now(UTC)
    expect.bad(desk, "requester", report(wished_at=now - timedelta(minutes=20)), "wished_at", why="past")
    # Filling in the form and a short absence of the server take a while.
    for wished in (now - timedelta(minutes=5), now + timedelta(minutes=1)):
        assert desk.ticket_row(desk.do("requester", report(wished_at=wished)).ticket_id)["wished_at"] == wished
