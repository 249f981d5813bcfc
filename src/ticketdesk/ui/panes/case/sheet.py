"""One text in work about a case: what it is to become, and on which state of the case it rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.entry import Step
from ticketdesk.domain.ids import PersonId, TicketKey
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.drafts import ticket_subject
from ticketdesk.ui.bridge.drafts import Slip
from ticketdesk.ui.panes.case.letters import Letter

VERSION, SEQ = "version", "seq"
"""Fields of a draft besides the texts: which state of the case its writer had before him."""


@dataclass(slots=True)
class Sheet:
    """One text in work: what it becomes, of which case, and on which state of the case it rests."""

    letter: Letter
    key: TicketKey
    version: int
    seq: int
    sending: Command | None = None
    queued: bool = False

    @classmethod
    def of_draft(cls, letter: Letter, ticket: Ticket, kept: Mapping[str, str]) -> Sheet:
        """Return the text of a draft, or a new one that rests on the case as it is now."""
        return cls(letter, ticket.key, _number(kept, VERSION, ticket.version), _number(kept, SEQ, ticket.seq))

    def draft(self, fields: Mapping[str, str]) -> dict[str, str]:
        """Return what goes into the draft: the texts, and on which state of the case they rest."""
        return {**fields, VERSION: str(self.version), SEQ: str(self.seq)}

    def became(self, step: Step, writer: PersonId) -> bool:
        """Tell whether a step of the log is this text, arrived."""
        body = getattr(self.sending, "body", None) or getattr(self.sending, "reason", None)
        return step.actor_id == writer and body is not None and step.body == body

    @property
    def slip(self) -> Slip:
        """Names its draft."""
        return Slip(ticket_subject(self.key), self.letter.value)


def _number(fields: Mapping[str, str], name: str, otherwise: int) -> int:
    value = fields.get(name, "")
    return int(value) if value.isdecimal() else otherwise
