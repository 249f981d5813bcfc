"""What a case's events become in our lifecycle: for each event the wishes that carry it out, by whom, or why there are none. Pure.

A case is played through on paper first: the plan knows at every event in which state our case stands and with whom it lies, so that each
event becomes the fewest steps that lead where the log says. The database checks every one of them again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from ticketdesk.domain.entry import Channel
from ticketdesk.domain.states import OPEN_STATES, Kind, Reason, State, Way
from ticketdesk.services.exchange.mapping import OldCase, OldStep
from ticketdesk.services.exchange.profile import Move, Profile
from ticketdesk.services.exchange.replay_cast import coordinator_of, handler_of, handlers_of, requester_of

VERSION = 1
"""Of the rules below; two runs with different rules must not be mixed in one office."""

RETURN_DAYS = 30
"""When a case that waits without a reason comes back by itself, if the log does not bring it back before."""


class Because(StrEnum):
    """Why an event was not carried out as it stands; the sentences are in resources/texts/replay.*."""

    SAME_AGAIN = "same_again"
    BY_SYSTEM = "by_system"
    SAME_LOGIN = "same_login"
    PUT_ASIDE = "put_aside"
    UNSAID_HANDOVER = "unsaid_handover"
    HANDOVER_WHILE_WAITING = "handover_while_waiting"
    OTHER_TEAM = "other_team"
    NO_REASON = "no_reason"
    CLOSED_UNANSWERED = "closed_unanswered"
    ANSWER_AFTER_END = "answer_after_end"
    WITHDRAWN_AFTER_END = "withdrawn_after_end"
    NO_SUCH_STEP = "no_such_step"
    UNKNOWN_STATUS = "unknown_status"


class Fate(StrEnum):
    """What became of an event."""

    CARRIED_OUT = "carried_out"
    DETOUR = "detour"
    """Carried out, though our lifecycle needs more steps or other words for it."""
    NOTED = "noted"
    """Nothing of ours corresponds to it; it is kept as a note of whoever did it."""
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Team:
    """A group, by the log's name of the team."""

    name: str


@dataclass(frozen=True, slots=True)
class Login:
    """A person, by the replay's user name."""

    key: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text of resources/texts/replay.*, with the case's and the event's own words for its places."""

    key: str


@dataclass(frozen=True, slots=True)
class InDays:
    """A moment so many days after the wish is sent."""

    days: int


@dataclass(frozen=True, slots=True)
class Act:
    """One wish of one log-in; ``values`` are the command's, with Team, Login, Words and InDays to be filled in when it is sent."""

    actor: str
    verb: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the log with what it becomes; the last act is the one that carries it."""

    step: OldStep
    acts: tuple[Act, ...]
    fate: Fate
    because: Because | None


@dataclass(frozen=True, slots=True)
class Plan:
    """A case with all its events."""

    case: OldCase
    events: tuple[Event, ...]


def plan(case: OldCase, profile: Profile) -> Plan:
    """Return what becomes of a case."""
    paper = _Paper(case, profile)
    return Plan(case, tuple(paper.event(index) for index in range(len(case.steps))))


class _Paper:
    """Our case as it stands after the events planned so far."""

    def __init__(self, case: OldCase, profile: Profile) -> None:
        self._case = case
        self._profile = profile
        self._coordinator = coordinator_of(case.number)
        self._requester = requester_of(case.requester)
        self._state: State | None = None
        self._way = Way.COORDINATED
        self._coordinated_by: str | None = None
        self._handler: str | None = None
        self._group: str | None = None
        """Our group; none while the case was given to a person."""
        self._team = ""
        """The log's team, also then."""
        self._level = ""
        self._reason: Reason | None = None
        self._words: Sequence[str] = ()
        self._known: set[str] = set()
        """Who may read the case besides the members of its group."""
        self._acts: list[Act] = []
        self._because: Because | None = None

    def event(self, index: int) -> Event:
        step = self._case.steps[index]
        self._acts, self._because = [], None
        team = step.group or self._team or self._profile.customer_group
        who = None if step.by_system or not step.person else handler_of(team, step.person)
        move = step.state.move if step.state else None
        if self._state is None:
            self._record(team, who, move)
        match move:
            case None:
                self._because = Because.UNKNOWN_STATUS
            case Move.NOTHING:
                self._because = Because.NO_SUCH_STEP
            case Move.QUEUE:
                self._queue(team, step)
            case Move.HAND_OVER:
                self._hand_over(team, self._next_person(index, team) or who or handlers_of(team)[0], step)
            case Move.WORK:
                self._work(team, who, step)
            case Move.WAIT:
                self._wait(team, who, step)
            case Move.ANSWER | Move.ANSWER_AND_CLOSE:
                self._answer(team, who, step, close=move is Move.ANSWER_AND_CLOSE)
            case Move.CLOSE:
                self._close(team, who, step)
            case Move.WITHDRAW:
                self._withdraw()
        self._team, self._level, self._words = team, step.keep.get("level", ""), step.words
        return Event(step, tuple(self._acts), self._fate(), self._because)

    def _fate(self) -> Fate:
        if not self._acts:
            return Fate.LEFT_OUT
        if all(act.verb == "add_note" for act in self._acts):
            return Fate.NOTED
        return Fate.CARRIED_OUT if self._because is None else Fate.DETOUR

    def _next_person(self, index: int, team: str) -> str | None:
        """Who works on it next, if it is somebody of the same team: the log names an assignment by who assigns."""
        if index + 1 == len(self._case.steps):
            return None
        after = self._case.steps[index + 1]
        if after.group != team or not after.person or after.state is None or after.state.move is Move.QUEUE:
            return None
        return handler_of(team, after.person)

    def _does(self, actor: str, verb: str, **values: object) -> None:
        self._acts.append(Act(actor, verb, values))
        self._known.add(actor)

    # What a log's event wants

    def _record(self, team: str, who: str | None, move: Move | None) -> None:
        """A queued report waited for somebody: its requester wrote it himself. What begins with work was taken by telephone."""
        words: dict[str, object] = {
            "kind": self._profile.kind, "subject": self._case.subject, "description": Words("description"),
            "priority": self._case.priority, "requester_company": self._case.requester,
        }  # fmt: skip
        if move in (Move.QUEUE, None, Move.NOTHING):
            self._does(self._requester, "record_ticket", **words)
            self._state = State.NEW
        else:
            recorder = who or handlers_of(team)[0]
            self._does(recorder, "record_ticket", **words, requester_id=Login(self._requester), channel=Channel.PHONE, group_id=Team(team))
            self._state, self._way, self._group, self._team = State.ASSIGNED, Way.DIRECT, team, team

    def _queue(self, team: str, step: OldStep) -> None:
        if self._state is State.ASSIGNED and self._handler is None and self._group == team and not self._acts:
            self._note(None, step)
            return
        direct = self._way is Way.DIRECT and self._state is State.IN_PROGRESS
        if direct and team != self._team and step.keep.get("level", "") != self._level:
            # To another level of support: not handed on from colleague to colleague, but through coordination.
            assert self._handler
            self._does(self._handler, "hand_to_coordination", reason=Words("other_level"))
            self._state, self._handler, self._group = State.NEW, None, None
        self._lay_before(team)

    def _hand_over(self, team: str, to: str, step: OldStep) -> None:
        if self._handler == to and self._state in (State.ASSIGNED, State.IN_PROGRESS):
            # To oneself: for the log another status, for us no change at all.
            self._note(to, step, Because.PUT_ASIDE if self._state is State.IN_PROGRESS else None)
            return
        self._open()
        if self._handler == to:
            self._because = Because.PUT_ASIDE if self._state is State.IN_PROGRESS else None
            return
        if self._handler is not None and self._state in (State.ASSIGNED, State.IN_PROGRESS):
            self._does(self._handler, "forward_ticket", handler_id=Login(to))
        else:
            self._assign(handler_id=Login(to))
        self._state, self._handler, self._group = State.ASSIGNED, to, None
        self._known.add(to)

    def _work(self, team: str, who: str | None, step: OldStep) -> None:
        if self._state is State.IN_PROGRESS and team == self._team and who in (None, self._handler):
            self._note(who, step, Because.SAME_LOGIN if self._other_person(step) else None)
            return
        self._begin_work(team, who or self._handler or handlers_of(team)[0])

    def _wait(self, team: str, who: str | None, step: OldStep) -> None:
        assert step.state is not None
        reason = step.state.reason or Reason.DATE
        if self._state is State.WAITING and team == self._team and who in (None, self._handler):
            if step.words == tuple(self._words):
                self._note(who, step, Because.SAME_LOGIN if self._other_person(step) else None)
                return
        elif self._state is State.WAITING:
            self._begin_work(team, who or self._handler or handlers_of(team)[0])
            self._because = Because.HANDOVER_WHILE_WAITING
        elif not (self._state is State.IN_PROGRESS and team == self._team and who in (None, self._handler)):
            self._begin_work(team, who or self._handler or handlers_of(team)[0])
        assert self._handler
        if step.state.reason is None and self._because is None:
            self._because = Because.NO_REASON
        question = {"body": Words("question")} if reason is Reason.REQUESTER else {}
        until = {"until": InDays(RETURN_DAYS)} if reason is Reason.DATE else {}
        self._does(self._handler, "set_waiting", reason=reason, **until, **question)
        self._state, self._reason = State.WAITING, reason

    def _answer(self, team: str, who: str | None, step: OldStep, *, close: bool) -> None:
        if self._state not in OPEN_STATES:
            same = step.words == tuple(self._words)
            self._note(who, step, None if same else Because.ANSWER_AFTER_END)
            return
        mine = team == self._team and who in (None, self._handler) and self._handler is not None
        if not (mine and (self._state is State.IN_PROGRESS or (self._state is State.WAITING and self._way is Way.DIRECT))):
            self._begin_work(team, who or self._handler or handlers_of(team)[0])
        assert self._handler
        sender = self._handler
        if self._way is Way.COORDINATED:
            self._does(self._handler, "report_back", body=Words("report"))
            sender = self._coordinator
        self._does(sender, "send_answer", body=Words("answer"), solution=Words("solution"), close=close)
        self._state = State.CLOSED if close else State.ANSWERED

    def _close(self, team: str, who: str | None, step: OldStep) -> None:
        if self._state is State.ANSWERED:
            direct = self._way is Way.DIRECT and self._handler is not None and who in (None, self._handler)
            self._does(self._handler if direct and self._handler else self._coordinator, "close_ticket")
            self._state = State.CLOSED
        elif self._state in OPEN_STATES:
            self._answer(team, who, step, close=True)
            self._because = Because.CLOSED_UNANSWERED
        else:
            self._note(who, step)

    def _withdraw(self) -> None:
        if self._state in OPEN_STATES:
            self._does(self._requester, "withdraw_ticket", reason=Words("withdrawal"))
            self._state = State.WITHDRAWN
        else:
            self._because = Because.WITHDRAWN_AFTER_END

    # Our steps towards it

    def _note(self, who: str | None, step: OldStep, because: Because | None = None) -> None:
        """Keep an event that changes nothing as a note of whoever did it and may read the case."""
        if self._acts:
            # The case was only just made for this very event.
            return
        may = who is not None and (who in self._known or (self._group is not None and who in handlers_of(self._group)))
        self._does(who if who and may else self._handler or self._coordinator, "add_note", body=Words("note"))
        self._because = because or (Because.BY_SYSTEM if step.by_system else Because.SAME_AGAIN)

    def _other_person(self, step: OldStep) -> bool:
        before = max((one for one in self._case.steps if one.person and _is_before(one, step)), key=_order, default=None)
        return bool(step.person) and before is not None and before.person != step.person

    def _open(self) -> None:
        """Bring a finished or waiting case to where somebody can do something."""
        if self._state is State.WAITING:
            self._does(self._handler or self._coordinator, "end_waiting")
            self._state = State.IN_PROGRESS
        elif self._state not in OPEN_STATES:
            self._reopen()
        if self._state is State.NEW:
            self._does(self._coordinator, "accept_ticket")
            self._state, self._way, self._coordinated_by = State.ACCEPTED, Way.COORDINATED, self._coordinator

    def _lay_before(self, team: str) -> None:
        """Bring the case to a team's free ones."""
        self._open()
        if self._handler is not None and self._state in (State.ASSIGNED, State.IN_PROGRESS):
            if self._group == team:
                self._does(self._handler, "give_back")
            else:
                self._does(self._handler, "forward_ticket", group_id=Team(team))
        elif self._state is not State.ASSIGNED or self._group != team:
            self._assign(group_id=Team(team))
        self._state, self._handler, self._group = State.ASSIGNED, None, team

    def _assign(self, **to: object) -> None:
        self._does(self._coordinator, "assign_ticket", **to, order_text=Words("order"))
        if self._coordinated_by is None:
            self._way, self._coordinated_by = Way.COORDINATED, self._coordinator

    def _begin_work(self, team: str, who: str) -> None:
        """Bring the case into the hands of somebody of a team."""
        queued = self._state is State.ASSIGNED and self._handler is None and not self._acts
        if self._state is State.WAITING and self._handler == who and team == self._team:
            self._go_on(who)
            return
        if self._state in (State.IN_PROGRESS, State.ASSIGNED) and self._handler not in (None, who) and team == self._team:
            self._because = Because.UNSAID_HANDOVER
        elif queued and self._group != team:
            self._because = Because.OTHER_TEAM
        elif self._state is State.IN_PROGRESS and team != self._team:
            self._because = Because.UNSAID_HANDOVER
        self._open()
        if not (self._state is State.ASSIGNED and self._handler == who):
            self._lay_before(team)
        self._does(who, "take_over")
        self._state, self._handler = State.IN_PROGRESS, who

    def _go_on(self, who: str) -> None:
        if self._reason is Reason.REQUESTER:
            # What was waited for: his answer ends it.
            self._does(self._requester, "add_message", body=Words("message"))
        else:
            self._does(who, "end_waiting")
        self._state = State.IN_PROGRESS

    def _reopen(self) -> None:
        by = self._requester if self._state is State.ANSWERED else self._coordinator
        self._does(by, "reopen_ticket", reason=Words("not_solved"))
        if self._way is Way.DIRECT:
            self._state = State.ASSIGNED
        else:
            self._state, self._handler, self._group = State.CLARIFYING, None, None


def _order(step: OldStep) -> tuple[datetime, int]:
    return step.at, step.line


def _is_before(one: OldStep, other: OldStep) -> bool:
    return _order(one) < _order(other)


__all__ = ["Act", "Because", "Event", "Fate", "InDays", "Kind", "Login", "Plan", "Team", "Words", "plan"]
