"""Which wish about correspondence and its readers is offered. The database decides; this only spares useless clicks."""

from __future__ import annotations

from ticketdesk.domain.entry import Audience, EntryKind, Step
from ticketdesk.domain.people import Me, PersonClass
from ticketdesk.domain.states import Way
from ticketdesk.domain.ticket import Ticket

PART = 2
"""A part has no requester to whom anything could be shown."""


def may_record_entry(ticket: Ticket, me: Me) -> bool:
    """Staff who see a case file what was said about it outside the program."""
    return not ticket.own and me.is_staff


def may_show_requester(ticket: Ticket, me: Me) -> bool:
    """Whether somebody may file an entry for the requester's eyes; in a hidden case only coordination or a direct handler speaks to him."""
    direct = ticket.way is Way.DIRECT and ticket.handler_id == me.id
    return int(ticket.way) != PART and (me.coordinates or direct or not ticket.hidden)


def may_preview(ticket: Ticket, me: Me) -> bool:
    """Whoever works on a case or audits it may see it as its requester does."""
    reads = me.is_staff or me.person_class is PersonClass.AUDITOR
    return not ticket.own and reads and ticket.requester_id is not None and int(ticket.way) != PART


def may_release(ticket: Ticket, step: Step, me: Me) -> bool:
    """A coordinator shows an internal entry to the requester; a note never."""
    fits = step.audience is Audience.INTERNAL and step.kind not in (None, EntryKind.NOTE) and bool(step.body)
    return fits and me.coordinates and not ticket.own and ticket.requester_id is not None and int(ticket.way) != PART


def reads_log(ticket: Ticket, me: Me) -> bool:
    """The log as such is the desk's; the requester has his timeline."""
    return not ticket.own


def is_open(ticket: Ticket, me: Me) -> bool:
    """There is a case in which words could be looked for."""
    return True
