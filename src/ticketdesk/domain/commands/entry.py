"""Wishes that write correspondence."""

from __future__ import annotations

from datetime import datetime

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.entry import Channel, EntryKind
from ticketdesk.domain.ids import PersonId, TicketId
from ticketdesk.domain.row import value


@value
class AddNote(Command):
    """File an internal note; the requester never sees it."""

    ticket_id: TicketId
    body: str


@value
class SendInterimAnswer(Command):
    """Answer the requester without ending the case; changes no state."""

    ticket_id: TicketId
    version: int
    body: str
    promised_at: datetime | None = None
    """When the requester is to hear from us next; a due moment of its own."""


@value
class SendAnswer(Command):
    """Send the final answer with the solution; the case is answered."""

    ticket_id: TicketId
    version: int
    body: str
    solution: str
    close: bool = False
    """Answer and close in one step."""
    parts_reason: str = ""
    """Why it goes out though parts are open; they are recalled."""


@value
class AddMessage(Command):
    """As the requester: add something to one's report."""

    ticket_id: TicketId
    body: str


@value
class RecordEntry(Command):
    """File what was said or written outside the program: with whom, in which direction, by which channel, when, and who may read it."""

    ticket_id: TicketId
    kind: EntryKind
    """One of domain.entry.RECORDED."""
    body: str
    incoming: bool = False
    person_id: PersonId | None = None
    """The other side, if it is a known person; else ``party`` names it."""
    party: str = ""
    channel: Channel = Channel.PROGRAM
    happened_at: datetime | None = None
    """None: just now. Never in the future."""
    for_requester: bool = False


@value
class ReleaseEntry(Command):
    """Show one internal entry to the requester from now on; cannot be taken back. An internal note is never released."""

    ticket_id: TicketId
    seq: int
    named: bool = False
    """Whether he also reads who wrote it."""
