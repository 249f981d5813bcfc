"""api.set_waiting: a case waits, for the requester with a question that he reads, or until a moment at which it comes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import AddMessage, SetWaiting
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import Reason, State, Way

PUBLIC, INTERNAL = Audience.REQUESTER, Audience.INTERNAL
QUESTION = "Welche Fehlermeldung steht am Gerät?"
LATER = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)


def in_hand(desk: Desk, **columns: object) -> TicketId:
    case, handler = desk.record(), desk.id("handler")
    desk.force(case, **({
        "state": State.IN_PROGRESS, "handler_id": handler, "participants": [handler], "coordinator_id": desk.id("coordinator"),
    } | columns))  # fmt: skip
    return case


def test_question_to_the_requester(desk: Desk) -> None:
    case = in_hand(desk)
    step = Step(
        "waiting_set", PUBLIC, State.WAITING, EntryKind.ASKED, PUBLIC, QUESTION, shown="waiting_set",
        told={(NoticeKind.QUESTION, "requester", True)}, reason=Reason.REQUESTER,
    )  # fmt: skip
    expect.written(desk, "handler", SetWaiting(case, 1, Reason.REQUESTER, None, QUESTION), step)
    row = desk.ticket_row(case)
    assert (row["waiting_reason"], row["came_from"], desk.public_row(case)["state"]) == (Reason.REQUESTER, State.IN_PROGRESS, 3)
    expect.stale(desk, "handler", SetWaiting(case, 1, Reason.THIRD_PARTY), by="handler")
    # His answer ends the waiting by itself, and whoever has the case is told as well as its coordinator.
    desk.do("requester", AddMessage(case, "Es steht: Papierstau."))
    assert desk.ticket_row(case)["state"] == State.IN_PROGRESS
    assert desk.notices(case, NoticeKind.MESSAGE) == {("handler", False), ("coordinator", False)}


def test_question_in_a_hidden_case_names_nobody(desk: Desk) -> None:
    case = in_hand(desk, hidden=True)
    why = {"field": "reason", "why": "through_coordination"}
    assert desk.refused("handler", SetWaiting(case, 1, Reason.REQUESTER, None, QUESTION)) == ("TD422", why)
    desk.do("coordinator", SetWaiting(case, 1, Reason.REQUESTER, None, QUESTION))
    shown = desk.shown(case)[-1]
    assert (shown["what"], shown["body"], shown["data"]) == ("waiting_set", QUESTION, {"state": 3})


@pytest.mark.parametrize("hidden", [False, True])
def test_until_a_moment(desk: Desk, hidden: bool) -> None:
    case = in_hand(desk, hidden=hidden)
    audience = INTERNAL if hidden else PUBLIC
    step = Step("waiting_set", audience, State.WAITING, shown=None if hidden else "waiting_set", reason=Reason.DATE)
    expect.written(desk, "handler", SetWaiting(case, 1, Reason.DATE, LATER), step)
    assert desk.ticket_row(case)["waiting_until"] == LATER
    assert desk.last_step(case)["data"] == {"from": 5, "to": 6, "reason": 4, "until": LATER.isoformat()}
    if not hidden:
        assert "until" not in str(desk.shown(case)[-1]["data"])


def test_another_reason_while_it_waits(desk: Desk) -> None:
    case = in_hand(desk)
    desk.do("handler", SetWaiting(case, 1, Reason.REQUESTER, None, QUESTION))
    desk.do("coordinator", SetWaiting(case, 2, Reason.THIRD_PARTY, LATER, "Der Lieferant prüft."))
    row = desk.ticket_row(case)
    assert (row["state"], row["waiting_reason"], row["came_from"]) == (State.WAITING, Reason.THIRD_PARTY, State.IN_PROGRESS)
    assert desk.public_row(case)["state"] == 2


def test_refused(desk: Desk) -> None:
    case = in_hand(desk)
    expect.no_function(desk, SetWaiting(case, 1, Reason.THIRD_PARTY), ["requester", "colleague", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: SetWaiting(id_, 1, Reason.THIRD_PARTY), ["other_handler"])
    expect.no_version(desk, "handler", lambda version: SetWaiting(case, version, Reason.THIRD_PARTY))
    desk.force(case, group_id=desk.group("Technik"))
    assert desk.refused("mate", SetWaiting(case, 1, Reason.THIRD_PARTY)).code == "TD403"
    expect.bad_texts(desk, "handler", "body", lambda text: SetWaiting(case, 1, Reason.REQUESTER, None, text))
    expect.bad(desk, "handler", SetWaiting(case, 1, Reason.DATE), "until", why="empty")
    expect.bad(desk, "handler", SetWaiting(case, 1, Reason.DATE, datetime(2020, 1, 1, tzinfo=UTC)), "until", why="past")
    for reason in (Reason.PARTS, 0, 9, None):
        expect.bad(desk, "handler", SetWaiting(case, 1, reason, LATER), "reason", why="out_of_range")  # type: ignore[arg-type]  # psql could
    assert desk.refused("coordinator", SetWaiting(desk.record(), 1, Reason.THIRD_PARTY)) == ("TD411", {"from": 1, "to": 6})


def test_direct_handler_asks_himself(desk: Desk) -> None:
    case = in_hand(desk, hidden=True, way=Way.DIRECT, coordinator_id=None)
    desk.do("handler", SetWaiting(case, 1, Reason.REQUESTER, None, QUESTION))
    assert desk.public_row(case)["state"] == 3 and "Platzhalter" not in str(desk.shown(case))
