"""Wishes that write correspondence."""

from __future__ import annotations

from dataclasses import dataclass

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import TicketId


@dataclass(frozen=True, slots=True)
class AddNote(Command):
    """File an internal note; the requester never sees it."""

    ticket_id: TicketId
    body: str


@dataclass(frozen=True, slots=True)
class SendInterimAnswer(Command):
    """Answer the requester without ending the case; changes no state."""

    ticket_id: TicketId
    version: int
    body: str


@dataclass(frozen=True, slots=True)
class SendAnswer(Command):
    """Send the final answer with the solution; the case is answered."""

    ticket_id: TicketId
    version: int
    body: str
    solution: str
    close: bool = False
    """Answer and close in one step."""


@dataclass(frozen=True, slots=True)
class AddMessage(Command):
    """As the requester: add something to one's report."""

    ticket_id: TicketId
    body: str
