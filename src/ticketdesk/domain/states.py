"""States of a case and of what may follow what; the database holds the same table (sql/current/20_words.sql).

Here, and nowhere else in Python, stands which transition exists. Who may carry it out stands in rights.py.
"""

from __future__ import annotations

from enum import IntEnum


class State(IntEnum):
    """Where a case stands, as staff see it."""

    NEW = 1
    ACCEPTED = 2
    CLARIFYING = 3
    ASSIGNED = 4
    IN_PROGRESS = 5
    WAITING = 6
    REPORTED = 7
    ANSWERED = 8
    CLOSED = 9
    WITHDRAWN = 10
    REJECTED = 11


class PublicState(IntEnum):
    """Where a case stands in the requester's own words; the inner state never reaches him."""

    RECEIVED = 1
    BEING_CLARIFIED = 2
    ANSWER_NEEDED = 3
    ANSWERED = 4
    CLOSED = 5
    WITHDRAWN = 6
    REJECTED = 7


class Way(IntEnum):
    """Whether a case goes through coordination, was handed straight to a handler or group, or is a part of another one."""

    COORDINATED = 0
    DIRECT = 1
    PART = 2


class Priority(IntEnum):
    """How urgent a case is."""

    LOW = 1
    NORMAL = 2
    HIGH = 3
    URGENT = 4


class Kind(IntEnum):
    """What is reported."""

    INCIDENT = 1
    ERROR = 2
    REQUEST = 3


class Reason(IntEnum):
    """Why a case waits."""

    REQUESTER = 1
    THIRD_PARTY = 2
    PARTS = 3
    DATE = 4


OPEN_STATES = frozenset({State.NEW, State.ACCEPTED, State.CLARIFYING, State.ASSIGNED, State.IN_PROGRESS, State.WAITING, State.REPORTED})

COORDINATED = frozenset({Way.COORDINATED})
DIRECT = frozenset({Way.DIRECT})
BOTH = frozenset({Way.COORDINATED, Way.DIRECT})
PART = frozenset({Way.PART})

_S = State
TRANSITIONS: dict[tuple[State, State], frozenset[Way]] = {
    # The requester may withdraw from every open state; the others go through the way of a case, state by state.
    **{(state, _S.WITHDRAWN): BOTH for state in OPEN_STATES},
    (_S.NEW, _S.ACCEPTED): BOTH,
    (_S.NEW, _S.ASSIGNED): BOTH,
    (_S.NEW, _S.REJECTED): BOTH,
    (_S.ACCEPTED, _S.CLARIFYING): BOTH,
    (_S.ACCEPTED, _S.ASSIGNED): BOTH,
    (_S.ACCEPTED, _S.WAITING): BOTH,
    (_S.ACCEPTED, _S.ANSWERED): BOTH,
    (_S.ACCEPTED, _S.REJECTED): BOTH,
    (_S.CLARIFYING, _S.ASSIGNED): BOTH,
    (_S.CLARIFYING, _S.WAITING): BOTH,
    (_S.CLARIFYING, _S.ANSWERED): BOTH,
    (_S.CLARIFYING, _S.REJECTED): BOTH,
    (_S.ASSIGNED, _S.IN_PROGRESS): BOTH,
    (_S.ASSIGNED, _S.ASSIGNED): BOTH,
    (_S.ASSIGNED, _S.CLARIFYING): COORDINATED,
    (_S.ASSIGNED, _S.NEW): DIRECT,
    (_S.ASSIGNED, _S.WAITING): BOTH,
    (_S.IN_PROGRESS, _S.WAITING): BOTH,
    (_S.IN_PROGRESS, _S.REPORTED): BOTH,
    (_S.IN_PROGRESS, _S.ASSIGNED): BOTH,
    (_S.IN_PROGRESS, _S.CLARIFYING): COORDINATED,
    (_S.IN_PROGRESS, _S.NEW): DIRECT,
    (_S.IN_PROGRESS, _S.ANSWERED): DIRECT,
    # Back to where it came from: by the answer, by the last part, by the date, or by hand.
    (_S.WAITING, _S.ACCEPTED): BOTH,
    (_S.WAITING, _S.ASSIGNED): BOTH,
    (_S.WAITING, _S.IN_PROGRESS): BOTH,
    (_S.WAITING, _S.REPORTED): BOTH,
    (_S.WAITING, _S.CLARIFYING): BOTH,
    (_S.WAITING, _S.ANSWERED): BOTH,
    (_S.WAITING, _S.CLOSED): BOTH,
    (_S.REPORTED, _S.CLARIFYING): BOTH,
    (_S.REPORTED, _S.ASSIGNED): BOTH,
    (_S.REPORTED, _S.WAITING): BOTH,
    (_S.REPORTED, _S.ANSWERED): BOTH,
    (_S.REPORTED, _S.REJECTED): BOTH,
    (_S.ANSWERED, _S.CLOSED): BOTH,
    # Reopening: to clarifying (coordinated), to assigned (direct), or to the pool when the handler is gone.
    **{(done, _S.CLARIFYING): COORDINATED for done in (_S.ANSWERED, _S.CLOSED, _S.WITHDRAWN, _S.REJECTED)},
    **{(done, _S.ASSIGNED): DIRECT for done in (_S.ANSWERED, _S.CLOSED, _S.WITHDRAWN, _S.REJECTED)},
    **{(done, _S.NEW): DIRECT for done in (_S.ANSWERED, _S.CLOSED, _S.WITHDRAWN, _S.REJECTED)},
}

PUBLIC_OF: dict[State, PublicState] = {
    _S.NEW: PublicState.RECEIVED,
    _S.ACCEPTED: PublicState.BEING_CLARIFIED,
    _S.CLARIFYING: PublicState.BEING_CLARIFIED,
    _S.ASSIGNED: PublicState.BEING_CLARIFIED,
    _S.IN_PROGRESS: PublicState.BEING_CLARIFIED,
    # Waiting for the requester reads "answer needed"; every other reason to wait is not his business.
    _S.WAITING: PublicState.BEING_CLARIFIED,
    _S.REPORTED: PublicState.BEING_CLARIFIED,
    _S.ANSWERED: PublicState.ANSWERED,
    _S.CLOSED: PublicState.CLOSED,
    _S.WITHDRAWN: PublicState.WITHDRAWN,
    _S.REJECTED: PublicState.REJECTED,
}


_PART_STEPS: tuple[tuple[State, State], ...] = (
    # Taken over, passed on, waiting, answered, returned to be completed; the answer of an outside contact comes without a handler.
    (_S.ASSIGNED, _S.IN_PROGRESS),
    (_S.ASSIGNED, _S.ASSIGNED),
    (_S.ASSIGNED, _S.WAITING),
    (_S.ASSIGNED, _S.REPORTED),
    (_S.IN_PROGRESS, _S.ASSIGNED),
    (_S.IN_PROGRESS, _S.WAITING),
    (_S.IN_PROGRESS, _S.REPORTED),
    (_S.WAITING, _S.ASSIGNED),
    (_S.WAITING, _S.IN_PROGRESS),
    (_S.WAITING, _S.REPORTED),
    (_S.REPORTED, _S.ASSIGNED),
    # Answered for, recalled, declined.
    (_S.REPORTED, _S.CLOSED),
    *((state, _S.WITHDRAWN) for state in (_S.ASSIGNED, _S.IN_PROGRESS, _S.WAITING, _S.REPORTED)),
    *((state, _S.REJECTED) for state in (_S.ASSIGNED, _S.IN_PROGRESS, _S.WAITING)),
)
for _step in _PART_STEPS:
    TRANSITIONS[_step] = TRANSITIONS.get(_step, frozenset()) | PART


def may_follow(before: State, after: State, way: Way) -> bool:
    """Tell whether a case of this way may go from one state to the other."""
    return way in TRANSITIONS.get((before, after), frozenset())


def public_state(state: State, reason: Reason | None = None) -> PublicState:
    """Return the requester's word for an inner state."""
    if state is State.WAITING and reason is Reason.REQUESTER:
        return PublicState.ANSWER_NEEDED
    return PUBLIC_OF[state]
