"""Groups and customer groups: members, who may write to them directly, out of use only with nothing left to do."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from tests.sql import expect
from tests.sql.desk import Desk, Refusal
from ticketdesk.domain.commands import (
    AssignTicket,
    ChangeCustomerGroup,
    ChangeGroup,
    CreateCustomerGroup,
    CreateGroup,
    RecallTicket,
    RecordTicket,
)
from ticketdesk.domain.ids import CustomerGroupId, GroupId, PersonId
from ticketdesk.domain.states import Kind
from ticketdesk.services.setup import of_answer


def made(desk: Desk, name: str, **words: Any) -> GroupId:
    return GroupId(desk.do("admin", CreateGroup(name, **words)).detail["group"])  # type: ignore[call-overload]


def customers(desk: Desk, name: str, **words: Any) -> CustomerGroupId:
    return CustomerGroupId(desk.do("admin", CreateCustomerGroup(name, **words)).detail["customer_group"])  # type: ignore[call-overload]


def change(desk: Desk, group: GroupId, **words: Any) -> ChangeGroup:
    told = desk.at("admin").execute("select api.setup()").fetchone()
    assert told is not None
    held = next(one for one in of_answer(told[0]).groups if one.id == group)
    kept = {"name": held.name, "directly_addressable": held.directly_addressable, "open_to": held.open_to, "members": held.members}
    return ChangeGroup(group, held.version, **(kept | {"active": held.active} | words))


def test_group_with_members_and_openings(desk: Desk) -> None:
    fremdwerk = CustomerGroupId(desk.office.customer_groups["Fremdwerk"])
    request = uuid4()
    wish = CreateGroup("Versand", False, (fremdwerk,), (desk.id("mate"), desk.id("mate")))
    outcome = desk.do("admin", wish, request)
    assert desk.do("admin", wish, request) == outcome and outcome.version == 1
    group = GroupId(outcome.detail["group"])  # type: ignore[call-overload]
    assert group in desk.me("mate").groups
    # Those it was opened to reach it and nobody else does.
    report = RecordTicket(Kind.REQUEST, "Paket", "Wo ist es?", group_id=group)
    desk.do("outsider", report)
    expect.bad(desk, "requester", report, "group_id", why="not_addressable")
    # Changed as a whole: what is not named any more is gone, and holds from the next statement on.
    desk.do("admin", change(desk, group, open_to=(), members=(desk.id("handler"),), name="Versand und Zoll"))
    expect.bad(desk, "outsider", report, "group_id", why="not_addressable")
    assert group in desk.me("handler").groups and group not in desk.me("mate").groups
    desk.do("admin", change(desk, group, directly_addressable=True))
    desk.do("requester", report)


def test_group_values(desk: Desk) -> None:
    group = made(desk, "Kantine")
    for wish, answer in (
        (CreateGroup(" "), ("name", "empty")),
        (CreateGroup("a\nb"), ("name", "control_characters")),
        (CreateGroup("x" * 201), ("name", "too_long")),
        (CreateGroup("KANTINE"), ("name", "name_taken")),
        (CreateGroup("x", open_to=(CustomerGroupId(expect.ABSENT),)), ("open_to", "unknown")),
        (CreateGroup("x", members=(PersonId(expect.ABSENT),)), ("members", "unknown")),
        (CreateGroup("x", members=(desk.id("requester"),)), ("members", "unknown")),
        (CreateGroup("x", members=(desk.id("admin"),)), ("members", "unknown")),
        (CreateGroup("x", members=(desk.id("gone"),)), ("members", "unknown")),
        (change(desk, group, name="technik"), ("name", "name_taken")),
    ):
        expect.bad(desk, "admin", wish, answer[0], why=answer[1])


def test_who_may(desk: Desk) -> None:
    group, house = made(desk, "Nur Verwaltung"), customers(desk, "Nur Verwaltung GmbH")
    wishes = (
        CreateGroup("Fremd"), change(desk, group, name="Fremd"), CreateCustomerGroup("Fremd"), ChangeCustomerGroup(house, 1, "Fremd"),
    )  # fmt: skip
    for wish in wishes:
        expect.no_function(desk, wish, ("requester", "handler", "coordinator", "auditor"))
    assert desk.refused_code("admin", ChangeGroup(GroupId(expect.ABSENT), 1, "x")) == "TD404"
    assert desk.refused_code("admin", ChangeCustomerGroup(CustomerGroupId(expect.ABSENT), 1, "x")) == "TD404"
    # A team of imported history is a name in old cases and nobody's to keep.
    imported = desk.row("insert into td.work_group (name, source) values ('Altsystem', 1) returning id")["id"]
    assert desk.refused_code("admin", ChangeGroup(GroupId(imported), 1, "x")) == "TD404"
    stale = change(desk, group, name="Erste")
    desk.do("admin", stale)
    assert desk.refused_code("admin", stale) == "TD409"


def test_a_group_with_open_cases_stays(desk: Desk) -> None:
    group = made(desk, "Poststelle", members=(desk.id("handler"),))
    case = desk.record()
    desk.do("coordinator", AssignTicket(case, 1, group_id=group))
    away = change(desk, group, active=False)
    assert desk.refused("admin", away) == Refusal("TD422", {"field": "group_id", "why": "open_cases", "count": 1})
    told = desk.at("admin").execute("select api.setup()").fetchone()
    assert told is not None and next(one.open_cases for one in of_answer(told[0]).groups if one.id == group) == 1
    desk.do("coordinator", RecallTicket(case, 2))
    assert desk.do("admin", away).version == 2
    expect.bad(desk, "coordinator", AssignTicket(case, 3, group_id=group), "group_id", why="not_addressable")
    desk.do("admin", change(desk, group, active=True))


def test_customer_groups(desk: Desk) -> None:
    house = customers(desk, "Probehaus", hidden_by_default=True)
    # A caller's case is filed by his company's name, in the mode of that customer group.
    case = desk.record("coordinator", requester_name="Ruth Anruf", requester_company="probehaus")
    assert (desk.ticket_row(case)["customer_group_id"], desk.ticket_row(case)["hidden"]) == (house, True)
    desk.do("admin", ChangeCustomerGroup(house, 1, "Probehaus AG", False))
    assert desk.ticket_row(case)["hidden"], "what was recorded hidden stays so"
    shown = desk.record("coordinator", requester_name="Ruth Anruf", requester_company="Probehaus AG")
    assert not desk.ticket_row(shown)["hidden"]
    assert desk.refused_code("admin", ChangeCustomerGroup(house, 1, "Probehaus")) == "TD409"
    expect.bad(desk, "admin", CreateCustomerGroup("PROBEHAUS AG"), "name", why="name_taken")
    expect.bad(desk, "admin", CreateCustomerGroup(""), "name", why="empty")
    desk.do("admin", ChangeCustomerGroup(house, 2, "Probehaus AG", active=False))
    fremdwerk = CustomerGroupId(desk.office.customer_groups["Fremdwerk"])
    expect.bad(desk, "admin", ChangeCustomerGroup(fremdwerk, 1, "Fremdwerk", active=False), "active", why="has_persons")
