"""api.reopen_ticket: a finished case is taken up again, with a reason, and counted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import CloseTicket, MergeTickets, ReopenTicket
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


def reopened(
    shown: str = "reopened", *, state: State = State.CLARIFYING, text: Audience = PUBLIC, by: str = "coordinator",
    kind: NoticeKind = NoticeKind.REOPENED,
) -> Step:  # fmt: skip
    told = {(kind, by, False)} if by else set()
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
    kind = NoticeKind.REOPENED if state in (State.ANSWERED, State.CLOSED) else NoticeKind.OPENED_AGAIN
    step = reopened(state=State.ASSIGNED, by="handler", kind=kind)
    expect.written(desk, "requester", ReopenTicket(case, 1, REASON), step, own=True)


@pytest.mark.parametrize(
    "key, state, why",
    [
        ("requester", State.ANSWERED, "not_solved"), ("requester", State.CLOSED, "not_solved"), ("requester", State.WITHDRAWN, "withdrawn"),
        ("requester", State.REJECTED, "rejected"), ("coordinator", State.ANSWERED, "again"), ("coordinator", State.WITHDRAWN, "withdrawn"),
    ],
)  # fmt: skip
def test_why_it_was_opened_again(desk: Desk, key: str, state: State, why: str) -> None:
    """Only its requester says of an answer that it solved nothing; the same word for those who read his face of it."""
    case = finished(desk, state=state)
    desk.do(key, ReopenTicket(case, 1, REASON))
    assert desk.last_step(case)["data"]["why"] == desk.shown(case)[-1]["data"]["why"] == why
    assert bool(desk.notices(case, NoticeKind.REOPENED)) == (why == "not_solved")


def test_a_merged_case_was_not_the_same(desk: Desk) -> None:
    case, into = desk.record(), desk.record("outsider")
    desk.do("coordinator", MergeTickets(case, 1, into))
    for why in ("merged", "not_solved"):
        desk.do("requester", ReopenTicket(case, desk.public_version(case), REASON))
        assert desk.last_step(case)["data"]["why"] == why
        desk.force(case, state=State.CLOSED)
    hidden = finished(desk, hidden=True, state=State.WITHDRAWN)
    desk.do("coordinator", ReopenTicket(hidden, 1, REASON))
    assert "why" not in desk.shown(hidden)[-1]["data"], "why the desk opened it is the desk's matter"


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
