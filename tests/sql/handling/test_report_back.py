"""api.report_back: in progress -> reported, with the answer to the coordination."""

from __future__ import annotations

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import ReportBack
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State

TEXT = "Das Kabel war lose."


def in_hand(desk: Desk, **columns: object) -> TicketId:
    case, handler = desk.record(), desk.id("handler")
    held = {"state": State.IN_PROGRESS, "handler_id": handler, "participants": [handler], "coordinator_id": desk.id("coordinator")}
    desk.force(case, **(held | columns))
    return case


def test_reports(desk: Desk) -> None:
    case, public = in_hand(desk), Audience.REQUESTER
    told = {(NoticeKind.REPORTED_BACK, "coordinator", False)}
    step = Step("reported", public, State.REPORTED, EntryKind.REPLY, public, TEXT, shown="reported", told=told)
    expect.written(desk, "handler", ReportBack(case, 1, TEXT), step)
    expect.stale(desk, "handler", ReportBack(case, 1, TEXT), by="handler")


def test_hidden_case_keeps_it_inside_and_all_coordinators_are_told_when_nobody_coordinates(desk: Desk) -> None:
    case, internal = in_hand(desk, hidden=True, coordinator_id=None), Audience.INTERNAL
    told = {(NoticeKind.REPORTED_BACK, key, False) for key in ("coordinator", "second_coordinator")}
    step = Step("reported", internal, State.REPORTED, EntryKind.REPLY, internal, TEXT, told=told)
    expect.written(desk, "handler", ReportBack(case, 1, TEXT), step)


def test_refused(desk: Desk) -> None:
    case = in_hand(desk, group_id=desk.group("Technik"))
    expect.no_function(desk, ReportBack(case, 1, TEXT), ["requester", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: ReportBack(id_, 1, TEXT), ["other_handler"])
    expect.no_version(desk, "handler", lambda version: ReportBack(case, version, TEXT))
    for key in ("mate", "coordinator"):
        assert desk.refused(key, ReportBack(case, 1, TEXT)).code == "TD403"
    assert desk.refused("handler", ReportBack(in_hand(desk, state=State.ASSIGNED), 1, TEXT)) == ("TD411", {"from": 4, "to": 7})
    expect.bad_texts(desk, "handler", "body", lambda text: ReportBack(case, 1, text))
