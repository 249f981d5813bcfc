"""api.reopen_ticket: a finished case is taken up again, with a reason, and counted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import CloseTicket, ReopenTicket
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State, Way

PUBLIC, INTERNAL = Audience.REQUESTER, Audience.INTERNAL
REASON = "Es hält nicht."


def finished(desk: Desk, **columns: object) -> TicketId:
    case = desk.record()
    desk.force(case, **({"state": State.ANSWERED, "coordinator_id": desk.id("coordinator")} | columns))
    return case


def reopened(shown: str = "reopened", *, state: State = State.CLARIFYING, text: Audience = PUBLIC, by: str = "coordinator") -> Step:
    told = {(NoticeKind.REOPENED, by, False)} if by else set()
    return Step("reopened", PUBLIC, state, EntryKind.REASON, text, REASON, shown=shown, told=told)


def test_not_solved(desk: Desk) -> None:
    case = finished(desk)
    expect.written(desk, "requester", ReopenTicket(case, 1, REASON), reopened(), own=True)
    row = desk.ticket_row(case)
    assert (row["reopened"], row["answered_at"], row["closed_at"], row["handler_id"]) == (1, None, None, None)
    desk.force(case, state=State.CLOSED)
    expect.stale(desk, "requester", ReopenTicket(case, 1, REASON), by=None)


def test_hidden_case_by_coordination(desk: Desk) -> None:
    case = finished(desk, hidden=True, state=State.CLOSED)
    expect.written(desk, "coordinator", ReopenTicket(case, 1, REASON), reopened("state_changed", text=INTERNAL, by=""))


@pytest.mark.parametrize("state", [State.ANSWERED, State.CLOSED, State.WITHDRAWN, State.REJECTED])
def test_direct_case_goes_back_to_its_handler(desk: Desk, state: State) -> None:
    handler = desk.id("handler")
    case = finished(desk, state=state, way=Way.DIRECT, handler_id=handler, participants=[handler], coordinator_id=None)
    expect.written(desk, "requester", ReopenTicket(case, 1, REASON), reopened(state=State.ASSIGNED, by="handler"), own=True)


def test_direct_case_of_somebody_who_left_goes_to_the_pool(desk: Desk) -> None:
    case = finished(desk, way=Way.DIRECT, handler_id=desk.id("gone"), participants=[desk.id("gone")], coordinator_id=None)
    desk.do("requester", ReopenTicket(case, 1, REASON))
    row = desk.ticket_row(case)
    assert (row["state"], row["handler_id"]) == (State.NEW, None)


def test_after_the_window_only_the_coordination(desk: Desk) -> None:
    over = datetime.now(UTC) - timedelta(minutes=1)
    case = finished(desk, state=State.CLOSED, reopen_until=over)
    assert desk.refused("requester", ReopenTicket(case, 1, REASON)) == ("TD411", {"from": 5, "to": 2, "why": "window_over"})
    desk.do("coordinator", ReopenTicket(case, 1, REASON))
    assert desk.ticket_row(case)["reopen_until"] is None


def test_window_of_the_category(desk: Desk) -> None:
    category = desk.row("select id from td.category where active limit 1")["id"]
    desk.behind.execute("update td.category set reopen_days = 5 where id = %s", [category])
    for given, days in ((category, 5), (None, 30)):
        case = finished(desk, category_id=given)
        desk.do("coordinator", CloseTicket(case, 1))
        row = desk.ticket_row(case)
        assert row["reopen_until"] - row["closed_at"] == timedelta(days=days)
        assert desk.public_row(case)["reopen_until"] == row["reopen_until"]


def test_refused(desk: Desk) -> None:
    case = finished(desk, handler_id=desk.id("handler"), participants=[desk.id("handler")])
    keys = ["colleague", "outsider", "handler", "other_handler", "admin", "auditor"]
    expect.not_there(desk, case, lambda id_: ReopenTicket(id_, 1, REASON), keys)
    expect.no_version(desk, "requester", lambda version: ReopenTicket(case, version, REASON))
    expect.bad_texts(desk, "requester", "reason", lambda text: ReopenTicket(case, 1, text))
    still_open = desk.record()
    assert desk.refused("requester", ReopenTicket(still_open, 1, REASON)) == ("TD411", {"from": 1, "to": 2})
    assert desk.refused("coordinator", ReopenTicket(still_open, 1, REASON)) == ("TD411", {"from": 1, "to": 3})
