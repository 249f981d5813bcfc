"""What placeholders say in a text about a case, for its requester or for those who work on it. Pure; names and dates come as words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from ticketdesk.domain.ids import CategoryId, GroupId, PersonId
from ticketdesk.domain.people import Me
from ticketdesk.domain.placeholders import Place
from ticketdesk.domain.row import value
from ticketdesk.domain.ticket import Ticket, number


@value
class LetterFacts:
    """What the requester's own face of a case says, as the database tells it (api.letter_facts)."""

    language: str
    requester_name: str = ""
    company: str = ""
    department: str = ""
    subject: str = ""
    document_ref: str = ""
    category_id: CategoryId | None = None
    wished_at: datetime | None = None
    target_at: datetime | None = None
    """Never in a hidden case."""
    owner: str = ""
    """Who clarifies; never in a hidden case."""
    signs: bool = True
    """Whether the requester may read the writer's name."""


@value
class Speech:
    """How the reader's language says dates, categories, persons and groups."""

    language: str
    date: Callable[[datetime], str]
    moment: Callable[[datetime], str]
    category: Callable[[CategoryId | None], str]
    person: Callable[[PersonId | None], str]
    group: Callable[[GroupId | None], str]


def salutation(name: str, language: str) -> str:
    """Return how somebody is addressed: by name and without a guess at more; nothing without a name."""
    name = " ".join(name.split())
    if not name:
        return ""
    return f"Dear {name}" if language == "en" else f"Guten Tag {name}"


def outward(facts: LetterFacts, ticket: Ticket, me: Me, *, speech: Speech, now: datetime) -> Mapping[Place, str]:
    """Return the values for a text that the requester reads."""
    return {
        Place.TICKET_NUMBER: number(ticket.id),
        Place.SUBJECT: facts.subject,
        Place.REQUESTER_NAME: facts.requester_name,
        Place.SALUTATION: salutation(facts.requester_name, speech.language),
        Place.COMPANY: facts.company,
        Place.DEPARTMENT: facts.department,
        Place.OWN_NAME: me.name if facts.signs else "",
        Place.HANDLER: facts.owner if ticket.handler_id is not None else "",
        Place.GROUP: "" if not facts.owner else speech.group(ticket.group_id),
        Place.TARGET_DATE: speech.moment(facts.target_at) if facts.target_at else "",
        Place.WISHED_DATE: speech.moment(facts.wished_at) if facts.wished_at else "",
        Place.DOCUMENT_REF: facts.document_ref,
        Place.CATEGORY: speech.category(facts.category_id),
        Place.TODAY: speech.date(now),
    }


def inward(ticket: Ticket, me: Me, *, speech: Speech, now: datetime) -> Mapping[Place, str]:
    """Return the values for a text that only those who work on the case read."""
    return {
        Place.TICKET_NUMBER: number(ticket.id),
        Place.SUBJECT: ticket.subject,
        Place.REQUESTER_NAME: ticket.requester_name,
        Place.SALUTATION: "",
        Place.COMPANY: ticket.requester_company,
        Place.DEPARTMENT: ticket.requester_department,
        Place.OWN_NAME: me.name,
        Place.HANDLER: speech.person(ticket.handler_id),
        Place.GROUP: speech.group(ticket.group_id),
        Place.TARGET_DATE: speech.moment(ticket.target_at) if ticket.target_at else "",
        Place.WISHED_DATE: speech.moment(ticket.wished_at) if ticket.wished_at else "",
        Place.DOCUMENT_REF: ticket.document_ref,
        Place.CATEGORY: speech.category(ticket.category_id),
        Place.TODAY: speech.date(now),
    }


def in_advance(me: Me, *, requester: str, company: str, department: str, speech: Speech, now: datetime) -> Mapping[Place, str]:
    """Return the values for a report that is being taken in and has no number yet."""
    return {
        Place.REQUESTER_NAME: requester,
        Place.SALUTATION: salutation(requester, speech.language),
        Place.COMPANY: company,
        Place.DEPARTMENT: department,
        Place.OWN_NAME: me.name,
        Place.TODAY: speech.date(now),
    }
