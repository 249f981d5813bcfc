"""api.reject_ticket: coordination refuses a case, and the requester reads why."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import RejectTicket
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State

WHY = "Private Geräte betreuen wir nicht."


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("state", [State.NEW, State.ACCEPTED, State.CLARIFYING, State.REPORTED])
def test_rejected(desk: Desk, state: State, hidden: bool) -> None:
    case = desk.record()
    desk.force(case, state=state, hidden=hidden)
    step = Step(
        "rejected", Audience.REQUESTER, State.REJECTED, EntryKind.REASON, Audience.REQUESTER, WHY, shown="rejected",
        told={(NoticeKind.REJECTED, "requester", True)},
    )  # fmt: skip
    expect.written(desk, "coordinator", RejectTicket(case, 1, WHY), step)
    row = desk.ticket_row(case)
    assert row["closed_at"] is not None and row["reopen_until"] == desk.public_row(case)["reopen_until"] is not None
    expect.stale(desk, "coordinator", RejectTicket(case, 1, WHY), by="coordinator")


def test_refused(desk: Desk) -> None:
    case = desk.record()
    expect.no_function(desk, RejectTicket(case, 1, WHY), ["requester", "handler", "admin", "auditor"])
    expect.no_version(desk, "coordinator", lambda version: RejectTicket(case, version, WHY))
    own = desk.record("coordinator", hidden=True)
    expect.not_there(desk, own, lambda id_: RejectTicket(id_, 1, WHY), ["coordinator"])
    expect.bad_texts(desk, "coordinator", "reason", lambda text: RejectTicket(case, 1, text))
    desk.force(case, state=State.IN_PROGRESS)
    assert desk.refused("coordinator", RejectTicket(case, 1, WHY)) == ("TD411", {"from": 5, "to": 11})
