"""Which wish about parts is offered to this person. The database decides; this only spares useless clicks."""

from __future__ import annotations

from ticketdesk.domain.parts import MAX_DEPTH, OUT, Part
from ticketdesk.domain.people import Me
from ticketdesk.domain.states import OPEN_STATES, State
from ticketdesk.domain.ticket import Ticket

_SPLITTABLE = OPEN_STATES - {State.NEW}
_IN_HAND = frozenset({State.IN_PROGRESS, State.WAITING})


def may_commission(ticket: Ticket, me: Me) -> bool:
    """A coordinator has parts of a case clarified once somebody took it in; its handler while he works on it."""
    if ticket.own or ticket.depth >= MAX_DEPTH:
        return False
    if me.coordinates:
        return ticket.state in _SPLITTABLE
    return ticket.handler_id == me.id and ticket.state in _IN_HAND


def may_wait(ticket: Ticket) -> bool:
    """Whether a case may begin to wait for its parts."""
    return ticket.state in (_SPLITTABLE - {State.WAITING}) and not (ticket.is_part and ticket.state is State.REPORTED)


def has_parts(ticket: Ticket, me: Me) -> bool:
    """Whether there are parts to look at, or the first may be commissioned."""
    return not ticket.own and (ticket.parts_total > 0 or (me.is_staff and may_commission(ticket, me)))


def _gathers(ticket: Ticket, me: Me) -> bool:
    return not ticket.own and ticket.is_part and (me.coordinates or ticket.commissioned_by == me.id)


def gathers(part: Part, me: Me) -> bool:
    """Whether the answer to this part comes to this person."""
    return me.coordinates or part.commissioned_by == me.id


def may_remind(part: Part, me: Me) -> bool:
    """Whether whoever has this part may be reminded of it by this person; nobody outside, and not oneself."""
    return gathers(part, me) and part.is_out and not part.contact and part.handler_id != me.id


def may_recall_part(ticket: Ticket, me: Me) -> bool:
    """Whoever commissioned a part calls it back while it is open."""
    return _gathers(ticket, me) and ticket.state in (*OUT, State.REPORTED)


def may_accept_part(ticket: Ticket, me: Me) -> bool:
    """The answer does: the part is settled."""
    return _gathers(ticket, me) and ticket.state is State.REPORTED


def may_return_part(ticket: Ticket, me: Me) -> bool:
    """The answer does not do: back to be completed."""
    return may_accept_part(ticket, me)


def may_record_part_answer(ticket: Ticket, me: Me) -> bool:
    """What somebody without a log-in answered is recorded by whoever asked."""
    return _gathers(ticket, me) and ticket.contact_label != "" and ticket.state in OUT


def may_comment_part(ticket: Ticket, me: Me) -> bool:
    """Both sides of a part may say something about it, also when it is finished."""
    return not ticket.own and ticket.is_part and me.is_staff
