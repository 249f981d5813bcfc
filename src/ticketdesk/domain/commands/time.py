"""Wishes about working time at a case."""

from __future__ import annotations

from datetime import date

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.row import value


@value
class BookTime(Command):
    """Book working time of one's own, or correct what one booked; 0 minutes in a correction: it never was."""

    ticket_id: TicketId
    minutes: int
    on_day: date
    note: str = ""
    corrects: int | None = None
    """The step of the booking that this is about."""
