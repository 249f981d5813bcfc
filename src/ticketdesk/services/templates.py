"""Reads templates, and what may stand in a text to a requester."""

from __future__ import annotations

from sqlalchemy import select

from ticketdesk.db.call import moment, read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.ids import CategoryId, GroupId, PersonId, TemplateId, TicketId
from ticketdesk.domain.letter import LetterFacts
from ticketdesk.domain.states import Kind, Priority
from ticketdesk.domain.template import Purpose, Scope, Template, Words
from ticketdesk.models import tables


def templates(engine: Engine) -> tuple[Template, ...]:
    """Return the templates that this person may use."""
    return tuple(
        Template(
            TemplateId(row.id),
            Purpose(row.purpose),
            Scope(row.scope),
            Words("de", row.name_de, row.subject_de, row.body_de, tuple(row.questions_de)),
            Words("en", row.name_en, row.subject_en, row.body_en, tuple(row.questions_en)),
            PersonId(row.owner_id),
            group_id=None if row.group_id is None else GroupId(row.group_id),
            for_requesters=row.for_requesters,
            kind=None if row.kind is None else Kind(row.kind),
            priority=None if row.priority is None else Priority(row.priority),
            category_id=None if row.category_id is None else CategoryId(row.category_id),
            version=row.version,
        )
        for row in engine.rows(select(tables.template).limit(5000))
    )


def letter_facts(engine: Engine, ticket_id: TicketId) -> LetterFacts:
    """Return what placeholders may say to the requester of a case. Raises NotFound."""
    ((told,),) = read_function(engine, "letter_facts", (int(ticket_id),))
    category = told["category_id"]
    return LetterFacts(
        language=told["language"],
        requester_name=told["requester_name"],
        company=told["company"],
        department=told["department"],
        subject=told["subject"],
        document_ref=told["document_ref"],
        category_id=None if category is None else CategoryId(category),
        wished_at=moment(told["wished_at"]),
        target_at=moment(told["target_at"]),
        owner=told["owner"],
        signs=told["signs"],
    )
