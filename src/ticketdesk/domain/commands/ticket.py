"""Wishes about a case as a whole."""

from __future__ import annotations

from datetime import datetime

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.entry import Channel
from ticketdesk.domain.ids import CategoryId, GroupId, PersonId, TicketId
from ticketdesk.domain.row import value
from ticketdesk.domain.states import Kind, Priority


@value
class RecordTicket(Command):
    """Record a report, for oneself or on behalf of somebody; goes to coordination unless a handler or group is named.

    requester_id None and a name: an unknown caller (staff only); None and no name: oneself.
    """

    kind: Kind
    subject: str
    description: str
    priority: Priority = Priority.NORMAL
    category_id: CategoryId | None = None
    wished_at: datetime | None = None
    document_ref: str = ""
    requester_id: PersonId | None = None
    requester_name: str = ""
    requester_phone: str = ""
    requester_email: str = ""
    requester_company: str = ""
    requester_department: str = ""
    channel: Channel = Channel.PROGRAM
    occurred_at: datetime | None = None
    hidden: bool | None = None
    """None: the default of category and customer group; only staff may choose."""
    handler_id: PersonId | None = None
    group_id: GroupId | None = None
    keep_contact: bool = False
    """Keep the unknown caller as a contact without log-in, so that he is found next time (staff only)."""
    follow_up_of: TicketId | None = None
    """The finished case that this one carries on; one that the recorder may see."""


@value
class AcceptTicket(Command):
    """Take a new case into coordination; the actor becomes its coordinator."""

    ticket_id: TicketId
    version: int


@value
class ClarifyTicket(Command):
    """Begin pre-clarification, or take an answered-back case up again."""

    ticket_id: TicketId
    version: int


@value
class ChangeTicket(Command):
    """Change head data; None leaves a value as it is, ``clear`` names dates and values to empty."""

    ticket_id: TicketId
    version: int
    subject: str | None = None
    priority: Priority | None = None
    category_id: CategoryId | None = None
    target_at: datetime | None = None
    document_ref: str | None = None
    clear: tuple[str, ...] = ()


@value
class SetHidden(Command):
    """Switch between transparent and hidden clarification; reveals nothing that was hidden before."""

    ticket_id: TicketId
    version: int
    hidden: bool


@value
class CloseTicket(Command):
    """Close an answered case without the requester's confirmation, or, with a reason for him, one that waits for his answer in vain."""

    ticket_id: TicketId
    version: int
    reason: str = ""


@value
class ConfirmSolution(Command):
    """As the requester: the answer solves the matter; the case is closed."""

    ticket_id: TicketId
    version: int


@value
class ReopenTicket(Command):
    """Open a finished case again with a reason; as the requester this is «nicht gelöst»."""

    ticket_id: TicketId
    version: int
    reason: str


@value
class RejectTicket(Command):
    """As coordination: refuse a case; the requester reads the reason."""

    ticket_id: TicketId
    version: int
    reason: str


@value
class WithdrawTicket(Command):
    """As the requester: the matter is settled or was a mistake. A coordinator records it on his behalf."""

    ticket_id: TicketId
    version: int
    reason: str = ""


@value
class SetWishedDate(Command):
    """Change the requester's wished date, as himself or on his behalf; None: no date any more."""

    ticket_id: TicketId
    version: int
    wished_at: datetime | None


@value
class AcknowledgeMessage(Command):
    """Take note of what the requester wrote after the case was finished: nothing follows from it."""

    ticket_id: TicketId
    version: int
