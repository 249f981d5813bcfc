"""What a log says about itself: durations that add up, and who took part from when to when."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.support.fictitious_office import NOW, ticket
from ticketdesk.domain.case_log import Party, Role, in_states, parties, timed
from ticketdesk.domain.entry import Audience, Step
from ticketdesk.domain.ids import GroupId, PersonId
from ticketdesk.domain.states import OPEN_STATES, State

START = NOW - timedelta(days=2)
REQUESTER, CLERK, COORDINATOR, HANDLER, MATE = (PersonId(number) for number in (11, 12, 13, 14, 15))
GROUP = GroupId(3)


def at(minutes: int, what: str, actor: PersonId | None = COORDINATOR, **data: object) -> Step:
    return Step(minutes + 1, START + timedelta(minutes=minutes), what, Audience.INTERNAL, actor_id=actor, data=data)


STORY = (
    at(0, "recorded", CLERK, to=1),
    at(10, "accepted", **{"from": 1, "to": 2}),
    at(30, "assigned", **{"from": 2, "to": 4, "group": int(GROUP)}),
    at(40, "taken_over", HANDLER, **{"from": 4, "to": 5, "handler": int(HANDLER)}),
    at(45, "noted", HANDLER),
    at(60, "given_back", HANDLER, **{"from": 5, "to": 4, "group": int(GROUP)}),
    at(90, "taken_over", MATE, **{"from": 4, "to": 5, "handler": int(MATE)}),
    at(100, "reported", MATE, **{"from": 5, "to": 7}),
    at(120, "answered", **{"from": 7, "to": 8}),
    at(130, "closed", **{"from": 8, "to": 9}),
)


def test_each_step_lasts_until_the_next() -> None:
    lasted = [one.lasted for one in timed(STORY)]
    assert lasted[:3] == [timedelta(minutes=10), timedelta(minutes=20), timedelta(minutes=10)] and lasted[-1] is None
    assert timed(()) == ()


def test_states_add_up_and_an_ended_one_lasts_no_more() -> None:
    total = dict(in_states(STORY, NOW))
    assert total[State.ASSIGNED] == timedelta(minutes=40) and total[State.IN_PROGRESS] == timedelta(minutes=30)
    assert sum(total.values(), timedelta()) == timedelta(minutes=130) and total[State.CLOSED] == timedelta()


@given(st.lists(st.tuples(st.integers(1, 500), st.sampled_from(State)), min_size=1, max_size=30))
def test_the_sum_is_the_age(moves: list[tuple[int, State]]) -> None:
    minute, steps = 0, []
    for gap, state in moves:
        steps.append(at(minute, "moved", to=int(state)))
        minute += gap
    now = START + timedelta(minutes=minute)
    total = sum((span for _, span in in_states(steps, now)), timedelta())
    last = steps[-1]
    assert total == (now if State(last.data["to"]) in OPEN_STATES else last.at) - START  # type: ignore[call-overload]  # a number


def test_who_was_what_from_when_to_when() -> None:
    case = ticket(requester_id=REQUESTER, requester_name="Rita Beispiel")
    minute = {number: START + timedelta(minutes=number) for number in (0, 10, 30, 40, 60, 90, 100, 120, 130)}
    assert parties(case, STORY) == (
        Party(Role.REQUESTER, minute[0], None, REQUESTER, name="Rita Beispiel"),
        Party(Role.RECORDER, minute[0], minute[0], CLERK),
        Party(Role.COORDINATOR, minute[10], minute[130], COORDINATOR),
        Party(Role.GROUP, minute[30], minute[120], group_id=GROUP),
        Party(Role.HANDLER, minute[40], minute[60], HANDLER),
        Party(Role.HANDLER, minute[90], minute[100], MATE),
    )


def test_what_still_runs_has_no_end_and_an_empty_log_nobody() -> None:
    case = ticket(requester_id=CLERK)
    found = parties(case, STORY[:4])
    assert [(party.role, party.until) for party in found] == [
        (Role.REQUESTER, None), (Role.COORDINATOR, None), (Role.GROUP, None), (Role.HANDLER, None),
    ]  # fmt: skip
    assert parties(case, ()) == ()
