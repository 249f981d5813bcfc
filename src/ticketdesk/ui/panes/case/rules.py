"""Which wish is offered for a case in its present state to this person. The database decides; this only spares useless clicks."""

from __future__ import annotations

from ticketdesk.domain.people import Me, PersonClass
from ticketdesk.domain.states import OPEN_STATES, PublicState, State, Way
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.panes.case import rules_way

_S = State
_ASSIGNABLE = OPEN_STATES
_ANSWERABLE = frozenset({_S.ACCEPTED, _S.CLARIFYING, _S.REPORTED, _S.WAITING})
_FINISHED = frozenset({_S.ANSWERED, _S.CLOSED, _S.WITHDRAWN, _S.REJECTED})
_IN_HAND = frozenset({_S.ASSIGNED, _S.IN_PROGRESS})


def _coordinates(ticket: Ticket, me: Me) -> bool:
    return not ticket.own and me.coordinates


def _answers_outward(ticket: Ticket) -> bool:
    """A part has nobody outside to answer."""
    return not ticket.is_part


def _handles(ticket: Ticket, me: Me) -> bool:
    return not ticket.own and ticket.handler_id == me.id


def _handles_direct(ticket: Ticket, me: Me) -> bool:
    return _handles(ticket, me) and ticket.way is Way.DIRECT


def _in(ticket: Ticket, states: frozenset[State]) -> bool:
    return not ticket.own and ticket.state in states


def may_accept(ticket: Ticket, me: Me) -> bool:
    """A coordinator takes in a new case."""
    return _coordinates(ticket, me) and ticket.state is _S.NEW


def may_clarify(ticket: Ticket, me: Me) -> bool:
    """A coordinator begins pre-clarification, or takes a reported case up again."""
    return _coordinates(ticket, me) and _in(ticket, frozenset({_S.ACCEPTED, _S.REPORTED}))


def may_assign(ticket: Ticket, me: Me) -> bool:
    """A coordinator assigns any open case; its handler hands it on by a step of its own (rules_way)."""
    return _coordinates(ticket, me) and _in(ticket, _ASSIGNABLE)


def may_take_over(ticket: Ticket, me: Me) -> bool:
    """The handler it was assigned to, or a member of its group while nobody has it, takes the case into his hands."""
    if not _in(ticket, frozenset({_S.ASSIGNED})):
        return False
    return ticket.handler_id == me.id or (ticket.handler_id is None and ticket.group_id in me.groups)


def may_give_back(ticket: Ticket, me: Me) -> bool:
    """The handler gives the case back to the group it came from."""
    return _handles(ticket, me) and _in(ticket, _IN_HAND) and ticket.group_id is not None


def may_report_back(ticket: Ticket, me: Me) -> bool:
    """The handler answers the coordination."""
    return _handles(ticket, me) and ticket.state is _S.IN_PROGRESS


def may_note(ticket: Ticket, me: Me) -> bool:
    """Staff who see a case may file a note."""
    return not ticket.own and me.is_staff


def may_answer_interim(ticket: Ticket, me: Me) -> bool:
    """An answer that ends nothing: coordinators while it is open, the handler of a direct case while he works on it."""
    if _coordinates(ticket, me):
        return _answers_outward(ticket) and _in(ticket, OPEN_STATES)
    return _handles_direct(ticket, me) and ticket.state is _S.IN_PROGRESS


def may_answer(ticket: Ticket, me: Me) -> bool:
    """The final answer with the solution."""
    if _coordinates(ticket, me):
        return _answers_outward(ticket) and _in(ticket, _ANSWERABLE)
    return _handles_direct(ticket, me) and ticket.state is _S.IN_PROGRESS


def may_answer_somehow(ticket: Ticket, me: Me) -> bool:
    """Whether the composer towards the requester can be opened at all."""
    return may_answer(ticket, me) or may_answer_interim(ticket, me)


def may_confirm(ticket: Ticket, me: Me) -> bool:
    """The requester says that the answer solves the matter."""
    return ticket.own and ticket.requester_id in (None, me.id) and ticket.state is PublicState.ANSWERED


def may_reopen(ticket: Ticket, me: Me) -> bool:
    """The requester says «not solved», or opens what is finished again while he may; a coordinator opens any finished case again."""
    if ticket.own:
        return not ticket.is_open and ticket.requester_id in (None, me.id) and not rules_way.window_is_over(ticket)
    return _coordinates(ticket, me) and _answers_outward(ticket) and _in(ticket, _FINISHED)


def may_message(ticket: Ticket, me: Me) -> bool:
    """The requester adds something to his report."""
    return ticket.own and ticket.requester_id in (None, me.id) and ticket.state not in (PublicState.WITHDRAWN, PublicState.REJECTED)


def may_change(ticket: Ticket, me: Me) -> bool:
    """A coordinator changes subject, priority, category, target date and the mode of clarification."""
    return _coordinates(ticket, me) and ticket.is_open


def may_set_mode(ticket: Ticket, me: Me) -> bool:
    """A part is hidden as its case is."""
    return may_change(ticket, me) and not ticket.is_part


def may_link(ticket: Ticket, me: Me) -> bool:
    """Staff who see a case may link it with another they see."""
    return not ticket.own and me.is_staff


def may_merge(ticket: Ticket, me: Me) -> bool:
    """A coordinator closes a case as the duplicate of another."""
    return _coordinates(ticket, me) and _in(ticket, OPEN_STATES | {_S.ANSWERED}) and ticket.way in (Way.COORDINATED, Way.DIRECT)


def may_undo_merge(ticket: Ticket, me: Me) -> bool:
    """A coordinator takes a merge back; the database says whether somebody has acted since."""
    return _coordinates(ticket, me) and ticket.state is _S.CLOSED


def reads_only(me: Me) -> bool:
    """Whether this person sees cases and may write nothing at all."""
    return me.person_class is PersonClass.AUDITOR
