"""What each kind of event becomes, on paper; the database judges the same plans in test_replay.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.exchange import small
from tests.services.exchange.small import Row, event
from ticketdesk.services.exchange.replay import Wish, read
from ticketdesk.services.exchange.replay_cast import HANDLERS, coordinator_of, handler_of, handlers_of, requester_of
from ticketdesk.services.exchange.replay_plan import Because, Event, Fate, Login, Plan, Team

TEAM, OTHER = "Team Beispiel", "Team Zwei"
QUEUED, ASSIGNED, WORK = "Queued/Awaiting Assignment", "Accepted/Assigned", "Accepted/In Progress"
USER, VENDOR, WAIT = "Accepted/Wait - User", "Accepted/Wait - Vendor", "Accepted/Wait"
RESOLVED, CLOSED, IN_CALL, CANCELLED, UNMATCHED = (
    "Completed/Resolved", "Completed/Closed", "Completed/In Call", "Completed/Cancelled", "Unmatched/Unmatched",
)  # fmt: skip


def person(team: str, handler: str) -> str:
    """Return a first name that this log-in plays in a team."""
    return next(name for n in range(1000) if handler_of(team, f"nirgendland\x1f{(name := f'bodo{n}')}") == handler)


FIRST, SECOND = (person(TEAM, handler) for handler in handlers_of(TEAM)[:2])
ELSEWHERE = person(OTHER, handlers_of(OTHER)[0])


def day(rows: list[tuple[str, dict[str, str]]]) -> list[Row]:
    """Return events of one case, an hour after each other, by FIRST in TEAM unless said otherwise."""
    return [
        event("C-1", f"2012-05-02T{8 + hour:02}:00:00+01:00", status, **({"Owner_First_Name": FIRST} | more))
        for hour, (status, more) in enumerate(rows)
    ]  # fmt: skip


def planned(folder: Path, *rows: str | tuple[str, dict[str, str]]) -> tuple[Event, ...]:
    """Return the plan of one case."""
    full = [(row, {}) if isinstance(row, str) else row for row in rows]
    (one,) = plans(folder, day(full))
    return one.events


def plans(folder: Path, rows: list[Row]) -> tuple[Plan, ...]:
    return read(Wish(small.write(folder / "log.csv", rows))).plans


def verbs(one: Event) -> str:
    return " ".join(act.verb for act in one.acts)


by = lambda name: {"Owner_First_Name": name}  # noqa: E731 a short word for a long one
in_other = {"Involved_ST": OTHER, "Owner_First_Name": ELSEWHERE}
SYSTEM = {"Owner_First_Name": "Siebel", "Owner_Country": "0"}


@pytest.mark.parametrize(
    ("rows", "expected", "because"),
    [
        ((QUEUED,), "record_ticket accept_ticket assign_ticket", None),
        ((WORK,), "record_ticket take_over", None),
        ((USER,), "record_ticket take_over set_waiting", None),
        ((IN_CALL,), "record_ticket take_over send_answer", None),
        ((UNMATCHED,), "record_ticket", Because.NO_SUCH_STEP),
        ((QUEUED, WORK), "take_over", None),
        ((WORK, QUEUED), "give_back", None),
        ((WORK, (QUEUED, in_other)), "forward_ticket", None),
        ((WORK, (QUEUED, in_other | {"ST_Level": "L2"})), "hand_to_coordination accept_ticket assign_ticket", None),
        ((QUEUED, (QUEUED, in_other)), "assign_ticket", None),
        ((QUEUED, QUEUED), "add_note", Because.SAME_AGAIN),
        ((WORK, WORK), "add_note", Because.SAME_AGAIN),
        ((WORK, (WORK, SYSTEM)), "add_note", Because.BY_SYSTEM),
        ((WORK, (WORK, by(SECOND))), "give_back take_over", Because.UNSAID_HANDOVER),
        ((WORK, (WORK, in_other)), "forward_ticket take_over", Because.UNSAID_HANDOVER),
        ((QUEUED, (WORK, in_other)), "assign_ticket take_over", Because.OTHER_TEAM),
        ((WORK, ASSIGNED), "add_note", Because.PUT_ASIDE),
        ((WORK, VENDOR), "set_waiting", None),
        ((WORK, WAIT), "set_waiting", Because.NO_REASON),
        ((WORK, VENDOR, VENDOR), "add_note", Because.SAME_AGAIN),
        ((WORK, VENDOR, USER), "set_waiting", None),
        ((WORK, VENDOR, WORK), "end_waiting", None),
        ((WORK, USER, WORK), "add_message", None),
        ((WORK, USER, QUEUED), "end_waiting give_back", None),
        ((WORK, USER, (USER, by(SECOND))), "end_waiting give_back take_over set_waiting", Because.HANDOVER_WHILE_WAITING),
        ((WORK, VENDOR, (WORK, by(SECOND))), "end_waiting give_back take_over", None),
        ((WORK, RESOLVED), "send_answer", None),
        ((WORK, VENDOR, RESOLVED), "send_answer", None),
        ((QUEUED, WORK, RESOLVED), "report_back send_answer", None),
        ((QUEUED, RESOLVED), "take_over report_back send_answer", None),
        ((WORK, RESOLVED, CLOSED), "close_ticket", None),
        ((WORK, RESOLVED, (CLOSED, SYSTEM)), "close_ticket", None),
        ((WORK, CLOSED), "send_answer", Because.CLOSED_UNANSWERED),
        ((WORK, RESOLVED, RESOLVED), "add_note", Because.SAME_AGAIN),
        ((WORK, RESOLVED, CLOSED, RESOLVED), "add_note", Because.ANSWER_AFTER_END),
        ((WORK, RESOLVED, WORK), "reopen_ticket take_over", None),
        ((WORK, RESOLVED, CLOSED, (WORK, by(SECOND))), "reopen_ticket give_back take_over", None),
        ((QUEUED, WORK, RESOLVED, CLOSED, QUEUED), "reopen_ticket assign_ticket", None),
        ((WORK, RESOLVED, UNMATCHED), "", Because.NO_SUCH_STEP),
        ((WORK, CANCELLED), "withdraw_ticket", None),
        ((WORK, IN_CALL, CANCELLED), "", Because.WITHDRAWN_AFTER_END),
        ((WORK, "Accepted/Somewhere", WORK), "add_note", Because.SAME_AGAIN),
    ],
)  # fmt: skip
def test_the_last_event_becomes(tmp_path: Path, rows: tuple[str, ...], expected: str, because: Because | None) -> None:
    last = planned(tmp_path, *rows)[-1]
    assert (verbs(last), last.because) == (expected, because)


def test_an_unknown_status_is_left_out_and_told(tmp_path: Path) -> None:
    middle = planned(tmp_path, WORK, "Accepted/Somewhere", RESOLVED)[1]
    assert (middle.acts, middle.fate, middle.because) == ((), Fate.LEFT_OUT, Because.UNKNOWN_STATUS)


def test_an_assignment_goes_to_who_works_next(tmp_path: Path) -> None:
    """The log names an assignment by who assigned; whom it was given to shows in the next event."""
    _, handed, taken = planned(tmp_path, WORK, ASSIGNED, (WORK, by(SECOND)))
    assert [(act.actor, act.verb, act.values) for act in handed.acts] == [
        (handlers_of(TEAM)[0], "forward_ticket", {"handler_id": Login(handlers_of(TEAM)[1])})
    ]
    assert [(act.actor, act.verb) for act in taken.acts] == [(handlers_of(TEAM)[1], "take_over")]


def test_two_people_of_one_log_in_are_told_apart_only_by_the_note(tmp_path: Path) -> None:
    twin = next(f"anders{n}" for n in range(1000) if handler_of(TEAM, f"nirgendland\x1fanders{n}") == handlers_of(TEAM)[0])
    last = planned(tmp_path, WORK, (WORK, by(twin)))[-1]
    assert (verbs(last), last.fate, last.because) == ("add_note", Fate.NOTED, Because.SAME_LOGIN)


def test_who_acts(tmp_path: Path) -> None:
    coordinator, requester = coordinator_of("C-1"), requester_of("Site XX")
    recorded, _, _, answered, reopened = planned(tmp_path, QUEUED, WORK, VENDOR, (RESOLVED, by(SECOND)), WORK)
    assert [act.actor for act in recorded.acts] == [requester, coordinator, coordinator]
    assert recorded.acts[2].values["group_id"] == Team(TEAM)
    # A colleague answers: ended and given back by whoever had it, reported by whoever clarified it, sent by coordination.
    first, second = handlers_of(TEAM)[:2]
    assert [(act.actor, act.verb) for act in answered.acts] == [
        (first, "end_waiting"), (first, "give_back"), (second, "take_over"), (second, "report_back"), (coordinator, "send_answer"),
    ]  # fmt: skip
    assert reopened.acts[0].actor == requester, "not solved, says who reported it"


def test_the_cast_is_the_same_for_every_file() -> None:
    # Were this to change, a run that was broken off could not be carried on.
    assert handlers_of("Team Beispiel") == ("replay-handler-05", "replay-handler-20", "replay-handler-06")
    assert coordinator_of("C-1") == "replay-coordinator-01"
    assert len(set(handlers_of("Team Zwei"))) == 3
    assert {key for team in range(200) for key in handlers_of(f"Team {team}")} == {one.key for one in HANDLERS}
