"""api.assign_ticket: to a handler or a group, by coordination; passed on by whom it lies with."""

from __future__ import annotations

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import ABSENT, Step
from ticketdesk.domain.commands import AssignTicket
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.ids import GroupId, PersonId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State, Way

PUBLIC, INTERNAL = Audience.REQUESTER, Audience.INTERNAL
TO_HANDLER = {(NoticeKind.ASSIGNED_TO_YOU, "handler", False)}
TO_GROUP = {(NoticeKind.ASSIGNED_TO_GROUP, "handler", False), (NoticeKind.ASSIGNED_TO_GROUP, "mate", False)}


def test_to_a_handler_with_an_order(desk: Desk) -> None:
    case = desk.record()
    command = AssignTicket(case, 1, handler_id=desk.id("handler"), order_text="Bitte Kabel prüfen.")
    step = Step("assigned", PUBLIC, State.ASSIGNED, EntryKind.ORDER, PUBLIC, "Bitte Kabel prüfen.", shown="assigned", told=TO_HANDLER)
    expect.written(desk, "coordinator", command, step)
    row = desk.ticket_row(case)
    assert (row["handler_id"], row["group_id"], row["coordinator_id"]) == (desk.id("handler"), None, desk.id("coordinator"))
    assert set(row["participants"]) == {desk.id("handler"), desk.id("coordinator")}
    assert desk.last_step(case)["data"]["handler"] == desk.id("handler")
    expect.stale(desk, "second_coordinator", command, by="coordinator")


def test_to_a_group_in_a_hidden_case(desk: Desk) -> None:
    case = desk.record("other_handler", requester_id=desk.id("requester"), hidden=True)
    desk.force(case, state=State.ACCEPTED)
    command = AssignTicket(case, 1, group_id=desk.group("Technik"), order_text="geheim")
    step = Step("assigned", INTERNAL, State.ASSIGNED, EntryKind.ORDER, INTERNAL, "geheim", told=TO_GROUP)
    expect.written(desk, "coordinator", command, step)


def test_hidden_case_shows_the_new_word_alone(desk: Desk) -> None:
    case = desk.record("other_handler", requester_id=desk.id("requester"), hidden=True)
    command = AssignTicket(case, 1, group_id=desk.group("Technik"), order_text="geheim")
    step = Step("assigned", PUBLIC, State.ASSIGNED, EntryKind.ORDER, INTERNAL, "geheim", shown="state_changed", told=TO_GROUP)
    expect.written(desk, "coordinator", command, step)
    assert "geheim" not in str(desk.shown(case)) and desk.public_row(case)["owner_label"] == ""


def test_forwarded_by_its_handler(desk: Desk) -> None:
    case, handler = desk.record(), desk.id("handler")
    desk.force(case, state=State.IN_PROGRESS, handler_id=handler, participants=[handler])
    desk.do("handler", AssignTicket(case, 1, group_id=desk.group("Buchhaltung")))
    row = desk.ticket_row(case)
    assert (row["handler_id"], row["group_id"], row["participants"]) == (None, desk.group("Buchhaltung"), [handler])


def test_direct_case_becomes_coordinated(desk: Desk) -> None:
    case = desk.record("handler", handler_id=desk.id("handler"))
    assert desk.ticket_row(case)["way"] == Way.DIRECT
    desk.do("coordinator", AssignTicket(case, 1, handler_id=desk.id("mate")))
    assert desk.ticket_row(case)["way"] == Way.COORDINATED


def test_refused(desk: Desk) -> None:
    case, handler, group = desk.record(), desk.id("handler"), desk.group("Technik")
    expect.no_function(desk, AssignTicket(case, 1, handler_id=handler), ["requester", "colleague", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: AssignTicket(id_, 1, handler_id=handler), ["handler", "other_handler"])
    expect.no_version(desk, "coordinator", lambda version: AssignTicket(case, version, handler_id=handler))
    desk.force(case, state=State.ASSIGNED, group_id=group)
    assert desk.refused("handler", AssignTicket(case, 1, handler_id=handler)).code == "TD403"
    desk.force(case, state=State.REPORTED, handler_id=handler, participants=[handler])
    assert desk.refused("handler", AssignTicket(case, 1, group_id=group)) == ("TD411", {"from": 7, "to": 4})


def test_bad_addressees(desk: Desk) -> None:
    case, group = desk.record(), desk.group("Technik")
    expect.bad(desk, "coordinator", AssignTicket(case, 1), "handler_id", why="empty")
    expect.bad(desk, "coordinator", AssignTicket(case, 1, desk.id("handler"), group), "handler_id", why="empty")
    for key in ("requester", "admin", "auditor", "gone"):
        expect.bad(desk, "coordinator", AssignTicket(case, 1, desk.id(key)), "handler_id", why="not_addressable")
    expect.bad(desk, "coordinator", AssignTicket(case, 1, PersonId(ABSENT)), "handler_id", why="not_addressable")
    expect.bad(desk, "coordinator", AssignTicket(case, 1, None, GroupId(ABSENT)), "group_id", why="not_addressable")
    expect.bad_texts(desk, "coordinator", "order_text", lambda text: AssignTicket(case, 1, None, group, text), required=False)


def test_imported_people_and_teams_cannot_be_asked(desk: Desk) -> None:
    case = desk.record()
    person = desk.row("insert into td.person (class, source) values (2, 1) returning id")["id"]
    group = desk.row("insert into td.work_group (name, source) values ('Altlast', 1) returning id")["id"]
    expect.bad(desk, "coordinator", AssignTicket(case, 1, person), "handler_id", why="not_addressable")
    expect.bad(desk, "coordinator", AssignTicket(case, 1, None, group), "group_id", why="not_addressable")


def test_nobody_is_given_his_own_hidden_case(desk: Desk) -> None:
    case = desk.record("handler", hidden=True)
    expect.bad(desk, "coordinator", AssignTicket(case, 1, desk.id("handler")), "handler_id", why="not_addressable")
    desk.do("coordinator", AssignTicket(case, 1, None, desk.group("Technik")))
    assert desk.notices(case, NoticeKind.ASSIGNED_TO_GROUP) == {("mate", False)}
