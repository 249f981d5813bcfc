"""Who may do what: the one table of rights. Pure data and the questions it answers; who may read what stands in reads.py.

The database holds these rights as grants, policies and checks of its own; the tests generate from this file, and never from the
policies, what each log-in must be allowed and refused. Which state may follow which stands in states.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commands.calendars import SaveCalendar
from ticketdesk.domain.commands.commitments import EndCommitment, SaveCommitment
from ticketdesk.domain.commands.entry import AddMessage, AddNote, RecordEntry, ReleaseEntry, SendAnswer, SendInterimAnswer
from ticketdesk.domain.commands.evaluation import TurnEvaluationKey
from ticketdesk.domain.commands.handling import (
    AssignTicket,
    DeclineTicket,
    EndWaiting,
    ForwardTicket,
    GiveBack,
    HandToCoordination,
    RecallTicket,
    RemindTicket,
    ReportBack,
    ReturnTicket,
    SetWaiting,
    TakeOver,
)
from ticketdesk.domain.commands.links import LinkTickets, MergeTickets, UndoMerge, UnlinkTickets
from ticketdesk.domain.commands.notices import MarkNoticesSeen
from ticketdesk.domain.commands.parts import AcceptPart, CommentPart, CommissionParts, RecallPart, RecordPartAnswer, ReturnPart
from ticketdesk.domain.commands.setup import (
    ChangeCategory,
    ChangeContact,
    ChangeCustomerGroup,
    ChangeGroup,
    ChangeOffice,
    CreateCategory,
    CreateCustomerGroup,
    CreateGroup,
)
from ticketdesk.domain.commands.templates import DeleteTemplate, SaveTemplate
from ticketdesk.domain.commands.ticket import (
    AcceptTicket,
    AcknowledgeMessage,
    ChangeTicket,
    ClarifyTicket,
    CloseTicket,
    ConfirmSolution,
    RecordTicket,
    RejectTicket,
    ReopenTicket,
    SetHidden,
    SetWishedDate,
    WithdrawTicket,
)
from ticketdesk.domain.commands.time import BookTime
from ticketdesk.domain.people import STAFF, Me, PersonClass
from ticketdesk.domain.row import value
from ticketdesk.domain.states import OPEN_STATES, Reason, State, Way, may_follow
from ticketdesk.domain.ticket import Ticket


class Relation(StrEnum):
    """What a person is to a case; several at once are possible."""

    REQUESTER = "requester"
    """It is his report; he acts through its public face."""
    COORDINATION = "coordination"
    IN_CHARGE = "in_charge"
    """The case lies with him."""
    DIRECT = "direct"
    """The case lies with him and was handed to him without coordination."""
    FREE = "free"
    """The case lies with a group of his and with nobody in it."""
    MEMBER = "member"
    """The case lies with a group of his."""
    TAKING_PART = "taking_part"
    """He handles or coordinates it, or once did."""
    COMMISSIONED = "commissioned"
    """A part that he commissioned; he gathers its answer."""
    AUDIT = "audit"
    """He reads everything and changes nothing."""


class Verdict(StrEnum):
    """How the database must answer a command; the value is the SQLSTATE, empty when it does as asked."""

    ALLOWED = ""
    NO_FUNCTION = "42501"
    FORBIDDEN = "TD403"
    NOT_FOUND = "TD404"
    TAKEN = "TD410"
    WRONG_STATE = "TD411"
    OPEN_PARTS = "TD412"


EVERYBODY = frozenset(PersonClass) - {PersonClass.CONTACT}
COORDINATORS = frozenset({PersonClass.COORDINATOR})
WRITERS = STAFF | {PersonClass.ADMIN}
"""Who may write templates at all; which ones, domain/template.py says."""
ADMINS = frozenset({PersonClass.ADMIN})
KEY_HOLDERS = frozenset({PersonClass.ADMIN, PersonClass.AUDITOR})
"""Who has one of the two keys to evaluating single persons."""
KEEPERS = COORDINATORS | ADMINS
"""Who keeps categories and contacts."""

DESK = frozenset({Relation.COORDINATION, Relation.IN_CHARGE, Relation.MEMBER, Relation.TAKING_PART})
"""Relations through which somebody works on a case; each lets him read its desk's face."""

OWN = frozenset({Relation.REQUESTER})

_GATHERING = frozenset({Relation.COORDINATION, Relation.COMMISSIONED})
_EVERY = frozenset(State)
_DONE = _EVERY - OPEN_STATES
_ANSWERABLE = frozenset({State.IN_PROGRESS, State.WAITING})
"""States in which a case handed straight to a handler lies with him, so that he may answer its requester."""
_IN_HAND = frozenset({State.ASSIGNED, State.IN_PROGRESS})
_REJECTABLE = frozenset({State.NEW, State.ACCEPTED, State.CLARIFYING, State.REPORTED})
_CLOSABLE = frozenset({State.ANSWERED, State.WAITING})
_LATE = frozenset({State.ANSWERED, State.CLOSED})
"""States in which what the requester writes becomes a task for those who thought that they were done."""


_OUT = frozenset({State.ASSIGNED, State.IN_PROGRESS, State.WAITING})
"""States of a part that is still to be answered."""


class Parts(StrEnum):
    """Whether a command is about whole cases, about parts, or about both."""

    EITHER = "either"
    NONE = "none"
    ONLY = "only"
    CONTACTS = "contacts"
    """Only parts that were asked of somebody outside."""


@value
class Right:
    """Who may give a command: the classes that may call it at all, and in which states through which relation."""

    classes: frozenset[PersonClass]
    seen_by: frozenset[Relation] = frozenset()
    """Relations that let the command find the case; to everybody else it does not exist."""
    states: Mapping[Relation, frozenset[State]] = field(default_factory=dict)
    after: State | None = None
    """The state it leads to, if it always leads to the same one."""
    one_wins: bool = False
    """Of two who try, the second is told who was first."""
    needs_group: bool = False
    needs_somebody: bool = False
    """Somebody has to have had the case: one that its parts alone have answered lies with nobody."""
    not_oneself: bool = False
    """It is about somebody else who has the case."""
    parts: Parts = Parts.EITHER
    ends_parts: frozenset[Way] = frozenset()
    """Ways of cases with which it waits for the parts that block, or wants a reason."""
    into: State | None = None
    """The state it leads to unless the case is there already."""
    waiting_for: Reason | None = None
    """While the case waits: only if it waits for this."""
    needs_late_message: bool = False
    states_of_parts: Mapping[Relation, frozenset[State]] = field(default_factory=dict)
    """In which states of a part besides, and through which relation."""


RIGHTS: Mapping[type[Command], Right] = {
    RecordTicket: Right(EVERYBODY),
    MarkNoticesSeen: Right(EVERYBODY),
    SaveTemplate: Right(WRITERS),
    DeleteTemplate: Right(WRITERS),
    CreateCategory: Right(KEEPERS),
    ChangeCategory: Right(KEEPERS),
    ChangeContact: Right(KEEPERS),
    CreateCustomerGroup: Right(ADMINS),
    ChangeCustomerGroup: Right(ADMINS),
    CreateGroup: Right(ADMINS),
    ChangeGroup: Right(ADMINS),
    ChangeOffice: Right(ADMINS),
    SaveCalendar: Right(ADMINS),
    SaveCommitment: Right(ADMINS),
    EndCommitment: Right(ADMINS),
    TurnEvaluationKey: Right(KEY_HOLDERS),
    AcceptTicket: Right(COORDINATORS, DESK, {Relation.COORDINATION: frozenset({State.NEW})}, State.ACCEPTED, one_wins=True),
    ClarifyTicket: Right(COORDINATORS, DESK, {Relation.COORDINATION: frozenset({State.ACCEPTED, State.REPORTED})}, State.CLARIFYING),
    ChangeTicket: Right(COORDINATORS, DESK, {Relation.COORDINATION: OPEN_STATES}),
    SetHidden: Right(COORDINATORS, DESK, {Relation.COORDINATION: OPEN_STATES}, parts=Parts.NONE),
    AssignTicket: Right(
        STAFF, DESK,
        {Relation.COORDINATION: OPEN_STATES, Relation.IN_CHARGE: frozenset({State.ASSIGNED, State.IN_PROGRESS})}, State.ASSIGNED,
    ),
    TakeOver: Right(
        STAFF, DESK,
        {Relation.IN_CHARGE: frozenset({State.ASSIGNED}), Relation.FREE: frozenset({State.ASSIGNED})}, State.IN_PROGRESS, one_wins=True,
    ),
    GiveBack: Right(
        STAFF, DESK, {Relation.IN_CHARGE: frozenset({State.ASSIGNED, State.IN_PROGRESS})}, State.ASSIGNED, needs_group=True,
    ),
    ReportBack: Right(
        STAFF, DESK, {Relation.IN_CHARGE: frozenset({State.IN_PROGRESS})}, State.REPORTED, ends_parts=frozenset({Way.PART}),
    ),
    AddNote: Right(STAFF, DESK, dict.fromkeys(DESK, _EVERY)),
    BookTime: Right(STAFF, DESK, dict.fromkeys(DESK, _EVERY)),
    RecordEntry: Right(STAFF, DESK, dict.fromkeys(DESK, _EVERY)),
    ReleaseEntry: Right(COORDINATORS, DESK, {Relation.COORDINATION: _EVERY}, parts=Parts.NONE),
    SendInterimAnswer: Right(STAFF, DESK, {Relation.COORDINATION: OPEN_STATES, Relation.DIRECT: _ANSWERABLE}, parts=Parts.NONE),
    SendAnswer: Right(
        STAFF, DESK, {Relation.COORDINATION: OPEN_STATES, Relation.DIRECT: _ANSWERABLE}, State.ANSWERED, ends_parts=frozenset(Way),
    ),
    CloseTicket: Right(
        STAFF, DESK, {Relation.COORDINATION: _CLOSABLE, Relation.DIRECT: _CLOSABLE}, State.CLOSED, waiting_for=Reason.REQUESTER,
    ),
    ConfirmSolution: Right(EVERYBODY, OWN, {Relation.REQUESTER: frozenset({State.ANSWERED})}, State.CLOSED),
    AddMessage: Right(EVERYBODY, OWN, {Relation.REQUESTER: _EVERY - {State.WITHDRAWN, State.REJECTED}}),
    ReopenTicket: Right(
        EVERYBODY, frozenset({Relation.REQUESTER, Relation.COORDINATION}), {Relation.REQUESTER: _DONE, Relation.COORDINATION: _DONE},
        parts=Parts.NONE,
    ),
    # Links: of the second case everybody needs the same right as of the first.
    LinkTickets: Right(STAFF, DESK, dict.fromkeys(DESK, _EVERY)),
    UnlinkTickets: Right(STAFF, DESK, dict.fromkeys(DESK, _EVERY)),
    MergeTickets: Right(COORDINATORS, DESK, {Relation.COORDINATION: OPEN_STATES | {State.ANSWERED}}, parts=Parts.NONE),
    # Only while the merge is the case's last step, which no state tells.
    UndoMerge: Right(COORDINATORS, DESK, {Relation.COORDINATION: frozenset()}),
    CommissionParts: Right(
        STAFF, DESK, {Relation.COORDINATION: OPEN_STATES - {State.NEW}, Relation.IN_CHARGE: frozenset({State.IN_PROGRESS, State.WAITING})},
    ),
    RecallPart: Right(STAFF, DESK, dict.fromkeys(_GATHERING, _OUT | {State.REPORTED}), State.WITHDRAWN, parts=Parts.ONLY),
    AcceptPart: Right(STAFF, DESK, dict.fromkeys(_GATHERING, frozenset({State.REPORTED})), State.CLOSED, parts=Parts.ONLY),
    ReturnPart: Right(STAFF, DESK, dict.fromkeys(_GATHERING, frozenset({State.REPORTED})), State.ASSIGNED, parts=Parts.ONLY),
    RecordPartAnswer: Right(STAFF, DESK, dict.fromkeys(_GATHERING, _OUT), State.REPORTED, parts=Parts.CONTACTS),
    CommentPart: Right(STAFF, DESK, dict.fromkeys(DESK, _EVERY), parts=Parts.ONLY),
    RemindTicket: Right(STAFF, DESK, dict.fromkeys(_GATHERING, _OUT), needs_somebody=True, not_oneself=True),
    SetWaiting: Right(
        STAFF, DESK,
        {Relation.COORDINATION: OPEN_STATES - {State.NEW}, Relation.IN_CHARGE: _IN_HAND | {State.WAITING}}, into=State.WAITING,
    ),
    EndWaiting: Right(
        STAFF, DESK, {Relation.COORDINATION: frozenset({State.WAITING}), Relation.IN_CHARGE: frozenset({State.WAITING})},
    ),
    DeclineTicket: Right(
        STAFF, DESK, {Relation.IN_CHARGE: frozenset({State.ASSIGNED}), Relation.FREE: frozenset({State.ASSIGNED})},
        states_of_parts={Relation.IN_CHARGE: _IN_HAND},
    ),
    RecallTicket: Right(COORDINATORS, DESK, {Relation.COORDINATION: _IN_HAND | {State.WAITING}}, parts=Parts.NONE),
    ForwardTicket: Right(STAFF, DESK, {Relation.IN_CHARGE: _IN_HAND}, State.ASSIGNED),
    HandToCoordination: Right(STAFF, DESK, {Relation.DIRECT: _IN_HAND}, State.NEW),
    ReturnTicket: Right(
        COORDINATORS, DESK, {Relation.COORDINATION: frozenset({State.REPORTED})}, State.ASSIGNED, needs_somebody=True, parts=Parts.NONE,
    ),
    RejectTicket: Right(COORDINATORS, DESK, {Relation.COORDINATION: _REJECTABLE}, State.REJECTED, parts=Parts.NONE),
    WithdrawTicket: Right(
        EVERYBODY, frozenset({Relation.REQUESTER, Relation.COORDINATION}),
        {Relation.REQUESTER: OPEN_STATES, Relation.COORDINATION: OPEN_STATES}, State.WITHDRAWN, parts=Parts.NONE,
    ),
    SetWishedDate: Right(
        EVERYBODY, frozenset({Relation.REQUESTER, Relation.COORDINATION}),
        {Relation.REQUESTER: OPEN_STATES, Relation.COORDINATION: OPEN_STATES}, parts=Parts.NONE,
    ),
    AcknowledgeMessage: Right(
        STAFF, DESK, {Relation.COORDINATION: _LATE, Relation.DIRECT: _LATE}, needs_late_message=True, parts=Parts.NONE,
    ),
}  # fmt: skip
"""One line per command; a command without a line here fails a test."""


def relations(me: Me, ticket: Ticket) -> frozenset[Relation]:
    """Return what somebody is to a case. ``ticket`` is the desk's face of it.

    Whoever reported a hidden case is its requester and nothing else, even if he coordinates or is a member of the group.
    """
    found = {Relation.REQUESTER} if ticket.requester_id == me.id else set()
    if me.person_class is PersonClass.AUDITOR:
        found.add(Relation.AUDIT)
    if not me.is_staff or (ticket.hidden and (Relation.REQUESTER in found or ticket.kept_from == me.id)):
        return frozenset(found)
    facts = {
        Relation.COORDINATION: me.coordinates,
        Relation.IN_CHARGE: ticket.handler_id == me.id,
        Relation.DIRECT: ticket.handler_id == me.id and ticket.way is Way.DIRECT,
        Relation.MEMBER: ticket.group_id in me.groups,
        Relation.FREE: ticket.group_id in me.groups and ticket.handler_id is None,
        Relation.TAKING_PART: me.id in ticket.participants,
        Relation.COMMISSIONED: ticket.commissioned_by == me.id,
    }
    return frozenset(found | {relation for relation, holds in facts.items() if holds})


def may(command: type[Command], me: Me, ticket: Ticket) -> Verdict:
    """Return how a command about this case must be answered. The version given with it is taken to be the present one."""
    right = RIGHTS[command]
    if me.person_class not in right.classes:
        return Verdict.NO_FUNCTION
    mine = relations(me, ticket)
    if not mine & right.seen_by:
        return Verdict.NOT_FOUND
    if right.one_wins and ticket.state is right.after:
        holder = ticket.handler_id if right.after is State.IN_PROGRESS else ticket.coordinator_id
        if holder != me.id:
            return Verdict.TAKEN
    if Relation.REQUESTER in mine and Relation.REQUESTER in right.seen_by:
        mine = OWN
    if not mine & right.states.keys():
        return Verdict.FORBIDDEN
    assert isinstance(ticket.state, State)
    fits = (
        _in_state(right, mine, ticket)
        and (right.after is None or may_follow(ticket.state, right.after, ticket.way))
        and (ticket.group_id is not None or not right.needs_group)
        and (ticket.handler_id is not None or ticket.group_id is not None or not right.needs_somebody)
        and (ticket.handler_id != me.id or not right.not_oneself)
        and _about(right.parts, ticket)
        and (right.into in (None, ticket.state) or may_follow(ticket.state, right.into, ticket.way))
        and (right.waiting_for is None or ticket.state is not State.WAITING or ticket.waiting_reason is right.waiting_for)
        and (ticket.late_message_at is not None or not right.needs_late_message)
    )
    if fits and ticket.way in right.ends_parts and ticket.parts_blocking:
        return Verdict.OPEN_PARTS
    return Verdict.ALLOWED if fits else Verdict.WRONG_STATE


def _in_state(right: Right, mine: frozenset[Relation], ticket: Ticket) -> bool:
    """Tell whether the case is in a state in which somebody of these relations may give the command."""
    tables = (right.states, right.states_of_parts) if ticket.is_part else (right.states,)
    return any(ticket.state in table[relation] for table in tables for relation in mine & table.keys())


def _about(parts: Parts, ticket: Ticket) -> bool:
    """Tell whether a command that is about these is about this case."""
    match parts:
        case Parts.EITHER:
            return True
        case Parts.NONE:
            return not ticket.is_part
        case Parts.ONLY:
            return ticket.is_part
        case Parts.CONTACTS:
            return ticket.is_part and ticket.contact_label != ""
