"""A message after the end: an entry and a task with three ways out, never a silent reopening; api.acknowledge_message is the first."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import AcknowledgeMessage, AddMessage, RecordTicket, ReopenTicket
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.links import LinkKind
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import Kind, State, Way

TEXT = "Seit heute ist es wieder so."


def finished(desk: Desk, state: State = State.CLOSED, **columns: object) -> TicketId:
    case = desk.record()
    desk.force(case, **({"state": state, "coordinator_id": desk.id("coordinator")} | columns))
    return case


def late(desk: Desk, state: State = State.CLOSED, **columns: object) -> TicketId:
    case = finished(desk, state, **columns)
    desk.do("requester", AddMessage(case, TEXT))
    return case


@pytest.mark.parametrize("state", [State.ANSWERED, State.CLOSED])
def test_becomes_a_task(desk: Desk, state: State) -> None:
    case = finished(desk, state)
    step = Step(
        "message_added", Audience.REQUESTER, state, EntryKind.MESSAGE, Audience.REQUESTER, TEXT, shown="message_added",
        told={(NoticeKind.LATE_MESSAGE, "coordinator", False)},
    )  # fmt: skip
    expect.written(desk, "requester", AddMessage(case, TEXT), step, own=True)
    row = desk.ticket_row(case)
    assert (row["state"], row["reopened"], row["closes_at"]) == (state, 0, None) and row["late_message_at"] is not None


def test_taken_note_of(desk: Desk) -> None:
    case = late(desk)
    step = Step("message_acknowledged", Audience.INTERNAL, State.CLOSED)
    expect.written(desk, "coordinator", AcknowledgeMessage(case, 2), step)
    assert desk.ticket_row(case)["late_message_at"] is None
    expect.stale(desk, "coordinator", AcknowledgeMessage(case, 2), by="coordinator")
    assert desk.refused("coordinator", AcknowledgeMessage(case, 3)) == ("TD411", {"from": 9, "to": 9})


def test_answered_case_closes_by_itself_again_afterwards(desk: Desk) -> None:
    case = late(desk, State.ANSWERED)
    desk.do("coordinator", AcknowledgeMessage(case, 2))
    assert desk.ticket_row(case)["closes_at"] is not None


def test_opened_again(desk: Desk) -> None:
    case = late(desk)
    desk.do("coordinator", ReopenTicket(case, 2, "Bitte noch einmal ansehen."))
    row = desk.ticket_row(case)
    assert (row["late_message_at"], row["reopened"]) == (None, 1)


def test_carried_on_in_a_new_case(desk: Desk) -> None:
    case = late(desk)
    report = RecordTicket(Kind.INCIDENT, "Folgefall", TEXT, requester_id=desk.id("requester"), follow_up_of=case)
    new = desk.do("coordinator", report).ticket_id
    row = desk.ticket_row(case)
    assert (row["late_message_at"], row["state"]) == (None, State.CLOSED)
    assert desk.last_step(case)["what"] == "followed_up" and desk.last_step(case)["data"].keys() == {"link", "kind", "outgoing"}
    link = desk.row("select from_id, to_id, kind, audience from td.link where from_id = %s", new)
    assert link == {"from_id": new, "to_id": case, "kind": LinkKind.FOLLOW_UP_OF, "audience": 1}
    assert desk.faults() == []


def test_direct_handler_takes_note(desk: Desk) -> None:
    handler = desk.id("handler")
    case = late(desk, way=Way.DIRECT, handler_id=handler, participants=[handler], coordinator_id=None)
    assert desk.notices(case, NoticeKind.LATE_MESSAGE) == {("handler", False)}
    desk.do("handler", AcknowledgeMessage(case, 2))


def test_refused(desk: Desk) -> None:
    case = late(desk)
    expect.no_function(desk, AcknowledgeMessage(case, 2), ["requester", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: AcknowledgeMessage(id_, 2), ["handler", "other_handler"])
    expect.no_version(desk, "coordinator", lambda version: AcknowledgeMessage(case, version))
    desk.force(case, handler_id=desk.id("handler"), participants=[desk.id("handler")])
    assert desk.refused("handler", AcknowledgeMessage(case, 2)).code == "TD403"


def test_only_a_case_one_may_see_is_carried_on(desk: Desk) -> None:
    foreign = desk.record("outsider")
    for key in ("requester", "handler"):
        for id_ in (foreign, expect.ABSENT):
            bad = desk.refused(key, RecordTicket(Kind.INCIDENT, "Folgefall", TEXT, follow_up_of=id_))
            assert bad == ("TD422", {"field": "follow_up_of", "why": "unknown"})
    own = finished(desk)
    new = desk.do("requester", RecordTicket(Kind.INCIDENT, "Folgefall", TEXT, follow_up_of=own)).ticket_id
    assert desk.shown(own)[-1]["what"] == "followed_up" and desk.faults(new) == []
