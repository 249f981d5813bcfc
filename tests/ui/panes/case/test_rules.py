"""Which wish is offered to whom in which status: the table of «which command when», row by row."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.fictitious_office import COORDINATOR, FACILITY, HANDLER, IT, REQUESTER, office, own_face, ticket
from ticketdesk.domain.commands.handling import ReportBack
from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.states import OPEN_STATES, PublicState, State, Way
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import text
from ticketdesk.ui.panes.case import letters, rules, rules_way
from ticketdesk.ui.panes.case.letters import BODY, Letter

OFFICE = office(1)
KORA, NILS, FRIDA, EDDA = OFFICE.me(COORDINATOR), OFFICE.me(HANDLER), OFFICE.me(REQUESTER), OFFICE.me(PersonId(6))
TARIK = OFFICE.me(PersonId(3))
ALL = frozenset(State)
FINISHED = ALL - OPEN_STATES


def case(state: State, **changes: object) -> Ticket:
    """Return a case of the IT group that Nils handles."""
    return ticket(1, index=1, **{"state": state, "handler_id": HANDLER, "group_id": IT, "way": Way.COORDINATED, **changes})


@pytest.mark.parametrize(
    ("rule", "states"),
    [
        (rules.may_accept, {State.NEW}),
        (rules.may_clarify, {State.ACCEPTED, State.REPORTED}),
        (rules.may_assign, OPEN_STATES),
        (rules.may_report_back, set()),
        (rules.may_note, ALL),
        (rules.may_answer_interim, OPEN_STATES),
        (rules.may_answer, {State.ACCEPTED, State.CLARIFYING, State.REPORTED, State.WAITING}),
        (rules.may_reopen, FINISHED),
        (rules.may_change, OPEN_STATES),
        (rules.may_confirm, set()),
        (rules_way.may_set_waiting, OPEN_STATES - {State.NEW}),
        (rules_way.may_end_waiting, {State.WAITING}),
        (rules_way.may_recall, {State.ASSIGNED, State.IN_PROGRESS, State.WAITING}),
        (rules_way.may_return, {State.REPORTED}),
        (rules_way.may_reject, {State.NEW, State.ACCEPTED, State.CLARIFYING, State.REPORTED}),
        (rules_way.may_withdraw, OPEN_STATES),
        (rules_way.may_set_wished_date, OPEN_STATES),
        (rules_way.may_close, {State.ANSWERED}),
        (rules_way.may_decline, set()),
        (rules_way.may_forward, set()),
        (rules_way.may_acknowledge, set()),
        (rules.may_message, set()),
        (rules.may_give_back, set()),
    ],
)
def test_a_coordinator_is_offered(rule: object, states: set[State]) -> None:
    assert {state for state in State if rule(case(state), KORA)} == set(states)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("rule", "states"),
    [
        (rules.may_accept, set()),
        (rules.may_assign, set()),
        (rules_way.may_forward, {State.ASSIGNED, State.IN_PROGRESS}),
        (rules_way.may_decline, {State.ASSIGNED}),
        (rules_way.may_set_waiting, {State.ASSIGNED, State.IN_PROGRESS, State.WAITING}),
        (rules_way.may_end_waiting, {State.WAITING}),
        (rules_way.may_hand_to_coordination, set()),
        (rules_way.may_recall, set()),
        (rules_way.may_reject, set()),
        (rules_way.may_withdraw, set()),
        (rules.may_take_over, {State.ASSIGNED}),
        (rules.may_give_back, {State.ASSIGNED, State.IN_PROGRESS}),
        (rules.may_report_back, {State.IN_PROGRESS}),
        (rules.may_note, ALL),
        (rules.may_answer_interim, set()),
        (rules.may_answer, set()),
        (rules.may_reopen, set()),
        (rules.may_change, set()),
    ],
)
def test_the_handler_is_offered(rule: object, states: set[State]) -> None:
    assert {state for state in State if rule(case(state), NILS)} == set(states)  # type: ignore[operator]


def test_the_handler_of_a_direct_case_answers_and_closes() -> None:
    assert rules.may_answer(case(State.IN_PROGRESS, way=Way.DIRECT), NILS)
    assert rules.may_answer_interim(case(State.IN_PROGRESS, way=Way.DIRECT), NILS)
    assert rules_way.may_close(case(State.ANSWERED, way=Way.DIRECT), NILS)
    assert not rules.may_answer(case(State.IN_PROGRESS, way=Way.DIRECT), TARIK)
    assert not rules.may_answer(case(State.ASSIGNED, way=Way.DIRECT), NILS)


def test_members_take_over_what_nobody_has() -> None:
    free = case(State.ASSIGNED, handler_id=None)
    assert rules.may_take_over(free, TARIK)
    assert not rules.may_take_over(case(State.ASSIGNED), TARIK)
    assert not rules.may_take_over(case(State.ASSIGNED, handler_id=None, group_id=FACILITY), TARIK)
    assert not rules.may_give_back(case(State.IN_PROGRESS, group_id=None), NILS)


@pytest.mark.parametrize("state", PublicState)
def test_the_requester_is_offered(state: PublicState) -> None:
    face = own_face(ticket(1, index=0, state=State.NEW))
    face = ticket(1, index=0, own=True, state=state, requester_id=face.requester_id)
    assert rules.may_confirm(face, FRIDA) == (state is PublicState.ANSWERED)
    open_ = state in (PublicState.RECEIVED, PublicState.BEING_CLARIFIED, PublicState.ANSWER_NEEDED)
    assert rules.may_reopen(face, FRIDA) == (not open_)
    assert rules_way.may_withdraw(face, FRIDA) == rules_way.may_set_wished_date(face, FRIDA) == open_
    assert not rules_way.may_follow_up(face, FRIDA), "it can still be opened again"
    over = replace(face, reopen_until=text.now() - timedelta(days=1))
    finished = not open_ and state is not PublicState.ANSWERED
    assert rules.may_reopen(over, FRIDA) == (state is PublicState.ANSWERED)
    assert rules_way.may_follow_up(over, FRIDA) == finished
    assert rules.may_message(face, FRIDA) == (state not in (PublicState.WITHDRAWN, PublicState.REJECTED))
    for rule in (rules.may_note, rules.may_change, rules.may_answer, rules.may_accept, rules.may_assign, rules.may_take_over):
        assert not rule(face, FRIDA)
        assert not rule(face, KORA), "on the requester's face nobody works as staff"


@pytest.mark.parametrize("state", State)
def test_an_auditor_is_offered_nothing(state: State) -> None:
    offered = [name for name in dir(rules) if name.startswith("may_") and getattr(rules, name)(case(state, handler_id=PersonId(2)), EDDA)]
    assert offered == []
    assert [name for name in dir(rules_way) if name.startswith("may_") and getattr(rules_way, name)(case(state), EDDA)] == []


def test_empty_lines_around_a_text_are_not_sent() -> None:
    sent = letters.command(Letter.REPORT, {BODY: "\n\n  Eingerückt.\n\n> Zitat\n\n\n"}, ticket=case(State.IN_PROGRESS), version=1)
    assert isinstance(sent, ReportBack) and sent.body == "  Eingerückt.\n\n> Zitat"
