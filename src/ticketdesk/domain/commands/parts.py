"""Wishes about parts of a case: commissioning, gathering, recalling."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.entry import Channel
from ticketdesk.domain.ids import GroupId, PersonId, TicketId
from ticketdesk.domain.row import value


@value
class PartWish:
    """One part as it shall be; exactly one of handler, group and contact is given."""

    order_text: str
    subject: str = ""
    """Empty: the first line of the order."""
    handler_id: PersonId | None = None
    group_id: GroupId | None = None
    contact: str = ""
    target_at: datetime | None = None
    blocking: bool = True
    entries: tuple[int, ...] = ()
    """Steps of the case whose texts go along."""

    def plain(self) -> dict[str, object]:
        """Return it as the command carries it: values that JSON knows."""
        return {
            "subject": self.subject, "order_text": self.order_text, "handler_id": self.handler_id, "group_id": self.group_id,
            "contact": self.contact, "target_at": self.target_at.isoformat() if self.target_at is not None else None,
            "blocking": self.blocking, "entries": list(self.entries),
        }  # fmt: skip


@value
class CommissionParts(Command):
    """Have parts of a case clarified, all of them or none; ``wait`` lets the case wait for those that block."""

    JSON: ClassVar[frozenset[str]] = frozenset({"parts"})

    ticket_id: TicketId
    version: int
    parts: tuple[Mapping[str, object], ...]
    """``PartWish.plain`` of each."""
    wait: bool = False


@value
class RecallPart(Command):
    """Recall a part in any open state; its own open parts go with it."""

    ticket_id: TicketId
    version: int
    reason: str = ""


@value
class AcceptPart(Command):
    """The part is answered for."""

    ticket_id: TicketId
    version: int


@value
class ReturnPart(Command):
    """Give an answered part back to be completed, and say what is missing."""

    ticket_id: TicketId
    version: int
    reason: str


@value
class RecordPartAnswer(Command):
    """Record what an outside contact answered; the part is reported."""

    ticket_id: TicketId
    version: int
    body: str
    channel: Channel = Channel.PHONE
    happened_at: datetime | None = None


@value
class CommentPart(Command):
    """Say something about a part; a finished one stays finished."""

    ticket_id: TicketId
    body: str
