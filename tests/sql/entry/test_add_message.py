"""api.add_message: what the requester adds to his report."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.expect import Step
from ticketdesk.domain.commands import AcceptTicket, AddMessage
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import Reason, State, Way

PUBLIC = Audience.REQUESTER
TEXT = "Jetzt blinkt auch das zweite Lämpchen."


def added(state: State, told: set[str]) -> Step:
    return Step(
        "message_added", PUBLIC, state, EntryKind.MESSAGE, PUBLIC, TEXT, shown="message_added",
        told={(NoticeKind.MESSAGE, key, False) for key in told},
    )  # fmt: skip


def test_wakes_the_coordinator(desk: Desk) -> None:
    case = desk.record()
    desk.do("coordinator", AcceptTicket(case, 1))
    expect.written(desk, "requester", AddMessage(case, TEXT), added(State.ACCEPTED, {"coordinator"}), own=True)
    shown = desk.shown(case)[-1]
    assert (shown["by_requester"], shown["author_label"]) == (True, "Rita Beispiel")


def test_wakes_all_coordinators_of_a_new_case(desk: Desk) -> None:
    case = desk.record()
    expect.written(desk, "requester", AddMessage(case, TEXT), added(State.NEW, {"coordinator", "second_coordinator"}), own=True)


def test_wakes_the_handler_of_a_direct_case(desk: Desk) -> None:
    case = desk.record("mate", handler_id=desk.id("handler"))
    expect.written(desk, "mate", AddMessage(case, TEXT), added(State.ASSIGNED, {"handler"}), own=True)


@pytest.mark.parametrize("came_from", [State.ACCEPTED, State.IN_PROGRESS])
def test_answers_what_was_asked(desk: Desk, came_from: State) -> None:
    case = desk.record()
    desk.force(case, state=State.WAITING, came_from=came_from, waiting_reason=Reason.REQUESTER, coordinator_id=desk.id("coordinator"))
    expect.written(desk, "requester", AddMessage(case, TEXT), added(came_from, {"coordinator"}), own=True)
    row = desk.ticket_row(case)
    assert (row["waiting_reason"], row["came_from"]) == (None, None)


def test_other_reasons_to_wait_go_on(desk: Desk) -> None:
    case = desk.record()
    desk.force(case, state=State.WAITING, came_from=State.ACCEPTED, waiting_reason=Reason.THIRD_PARTY)
    desk.do("requester", AddMessage(case, TEXT))
    assert desk.ticket_row(case)["state"] == State.WAITING


def test_refused(desk: Desk) -> None:
    case = desk.record()
    keys = ["colleague", "outsider", "handler", "coordinator", "admin", "auditor"]
    expect.not_there(desk, case, lambda id_: AddMessage(id_, TEXT), keys)
    expect.bad_texts(desk, "requester", "body", lambda text: AddMessage(case, text))
    for state, word in ((State.WITHDRAWN, 6), (State.REJECTED, 7)):
        desk.force(case, state=state, way=Way.COORDINATED)
        assert desk.refused("requester", AddMessage(case, TEXT)) == ("TD411", {"from": word, "to": word})
