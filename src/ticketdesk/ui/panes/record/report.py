"""A report being filled in: texts by field, as drafts keep them, what is missing or cannot be stored, and the command it becomes. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from ticketdesk.domain import placeholders
from ticketdesk.domain.commands.ticket import RecordTicket
from ticketdesk.domain.entry import LIMIT_BODY, LIMIT_LINE, LIMIT_SUBJECT, Channel
from ticketdesk.domain.ids import CategoryId, GroupId, PersonId
from ticketdesk.domain.limits import why_not
from ticketdesk.domain.people import Me
from ticketdesk.domain.states import Kind, Priority

DRAFT_KIND = "record"

KIND, SUBJECT, DESCRIPTION, PRIORITY = "kind", "subject", "description", "priority"
CATEGORY, WISHED_AT, DOCUMENT, CHANNEL, OCCURRED_AT = "category_id", "wished_at", "document_ref", "channel", "occurred_at"
REQUESTER, NAME, PHONE, EMAIL = "requester_id", "requester_name", "requester_phone", "requester_email"
COMPANY, DEPARTMENT = "requester_company", "requester_department"
HIDDEN, HANDLER, GROUP = "hidden", "handler_id", "group_id"
BEHALF, DIRECT = "on_behalf", "direct"
"""Two switches of the form that are no arguments of the command: "yes" or ""."""
KEEP = "keep_contact"
QUESTION, ANSWER = "question.", "answer."
"""A template's questions and what was answered, each with its number behind the dot."""

YES, NO = "yes", "no"
OPEN_PLACE = "open_place"
"""Why a text cannot be recorded yet: a placeholder without a value stands in it."""
_TEXTS = (SUBJECT, DESCRIPTION, DOCUMENT)

Fields = Mapping[str, str]


class Problem(NamedTuple):
    """A field that keeps the report from being recorded, and why (domain.errors.BAD_INPUT_WHYS)."""

    field: str
    why: str


def questions(fields: Fields) -> list[tuple[str, str]]:
    """Return a template's questions with their answers, in their order."""
    numbers = sorted(int(name[len(QUESTION) :]) for name in fields if name.startswith(QUESTION) and name[len(QUESTION) :].isdigit())
    return [(fields[f"{QUESTION}{at}"], fields.get(f"{ANSWER}{at}", "")) for at in numbers]


def description(fields: Fields) -> str:
    """Return the description with the answers above it; questions nobody answered are left out."""
    answered = [(question, answer.strip()) for question, answer in questions(fields) if answer.strip()]
    lines = [f"{question} {answer}" if question.endswith(("?", ":")) else f"{question}: {answer}" for question, answer in answered]
    text = fields.get(DESCRIPTION, "")
    if not lines:
        return text
    return "\n".join(lines) + (f"\n\n{text}" if text.strip() else "")


def as_addition(fields: Fields, me: Me, *, who: str) -> str:
    """Return what was typed as a text to be added to another case; a report of somebody else says whose it is. Empty: nothing typed."""
    parts = [fields.get(SUBJECT, "").strip(), description(fields).strip()]
    if not any(parts):
        return ""
    if fields.get(BEHALF) and me.is_staff and who:
        where = ", ".join(part for part in (fields.get(COMPANY, "").strip(), fields.get(DEPARTMENT, "").strip()) if part)
        reach = " · ".join(part for part in (who, where, fields.get(PHONE, "").strip(), fields.get(EMAIL, "").strip()) if part)
        parts.insert(0, reach)
    if fields.get(DOCUMENT, "").strip():
        parts.append(fields[DOCUMENT].strip())
    return "\n\n".join(part for part in parts if part)


def problems(fields: Fields) -> tuple[Problem, ...]:
    """Return everything that is missing or cannot be stored, in reading order; dates are the editors' own matter."""
    found: list[Problem] = []
    if fields.get(BEHALF) and not fields.get(REQUESTER) and not fields.get(NAME, "").strip():
        found.append(Problem(NAME, "empty"))
    for name, limit, required, one_line in (
        *((line, LIMIT_LINE, False, True) for line in (NAME, PHONE, EMAIL, COMPANY, DEPARTMENT)),
        (SUBJECT, LIMIT_SUBJECT, True, True),
        (DESCRIPTION, LIMIT_BODY, True, False),
        (DOCUMENT, LIMIT_LINE, False, True),
    ):
        value = description(fields) if name == DESCRIPTION else fields.get(name, "")
        why = why_not(value, limit=limit, required=required, one_line=one_line)
        if not why and name in (SUBJECT, DESCRIPTION) and placeholders.unresolved(value):
            why = OPEN_PLACE
        if why:
            found.append(Problem(name, why))
    if fields.get(DIRECT) and not fields.get(HANDLER) and not fields.get(GROUP):
        found.append(Problem(HANDLER, "empty"))
    return tuple(found)


def missing(fields: Fields) -> int:
    """Return how many required fields are still empty."""
    return sum(problem.why == "empty" for problem in problems(fields))


def worth_keeping(fields: Fields) -> bool:
    """Whether somebody typed anything; choices alone are no draft."""
    answered = any(answer.strip() for _question, answer in questions(fields))
    return answered or any(fields.get(name, "").strip() for name in _TEXTS) or bool(fields.get(BEHALF) and fields.get(NAME, "").strip())


def command(fields: Fields, me: Me) -> RecordTicket:
    """Return the wish that a complete report becomes. Raises ValueError for numbers and dates that are none."""
    behalf = bool(fields.get(BEHALF)) and me.is_staff
    direct = bool(fields.get(DIRECT))
    category, requester = _number(fields, CATEGORY), _number(fields, REQUESTER) if behalf else None
    handler = _number(fields, HANDLER) if direct else None
    group = _number(fields, GROUP) if direct and handler is None else None
    hidden = fields.get(HIDDEN, "")
    return RecordTicket(
        kind=Kind(int(fields.get(KIND) or Kind.INCIDENT)),
        subject=fields.get(SUBJECT, "").strip(),
        description=description(fields),
        priority=Priority(int(fields.get(PRIORITY) or Priority.NORMAL)),
        category_id=None if category is None else CategoryId(category),
        wished_at=moment(fields.get(WISHED_AT, "")),
        document_ref=fields.get(DOCUMENT, "").strip(),
        requester_id=None if requester is None else PersonId(requester),
        requester_name=fields.get(NAME, "").strip() if behalf and requester is None else "",
        requester_phone=fields.get(PHONE, "").strip(),
        requester_email=fields.get(EMAIL, "").strip(),
        requester_company=fields.get(COMPANY, "").strip(),
        requester_department=fields.get(DEPARTMENT, "").strip(),
        channel=Channel(int(fields.get(CHANNEL) or Channel.PROGRAM)),
        occurred_at=moment(fields.get(OCCURRED_AT, "")),
        hidden={YES: True, NO: False}.get(hidden) if me.is_staff else None,
        handler_id=None if handler is None else PersonId(handler),
        group_id=None if group is None else GroupId(group),
        keep_contact=behalf and requester is None and bool(fields.get(KEEP)),
    )


def fields_of(command: RecordTicket, me: Me) -> dict[str, str]:
    """Return the form of a report that was sent and came back; the inverse of ``command``."""
    behalf = command.requester_id is not None or bool(command.requester_name)
    direct = command.handler_id is not None or command.group_id is not None
    return {
        BEHALF: YES if behalf and me.is_staff else "",
        REQUESTER: _word(command.requester_id),
        NAME: command.requester_name,
        PHONE: command.requester_phone,
        EMAIL: command.requester_email,
        COMPANY: command.requester_company,
        DEPARTMENT: command.requester_department,
        KIND: str(int(command.kind)),
        SUBJECT: command.subject,
        DESCRIPTION: command.description,
        PRIORITY: str(int(command.priority)),
        CATEGORY: _word(command.category_id),
        DOCUMENT: command.document_ref,
        CHANNEL: str(int(command.channel)),
        WISHED_AT: command.wished_at.isoformat() if command.wished_at else "",
        OCCURRED_AT: command.occurred_at.isoformat() if command.occurred_at else "",
        HIDDEN: "" if command.hidden is None else YES if command.hidden else NO,
        DIRECT: YES if direct else "",
        HANDLER: _word(command.handler_id),
        GROUP: _word(command.group_id),
        KEEP: YES if command.keep_contact else "",
    }


def moment(value: str) -> datetime | None:
    """Read a moment as drafts keep it; None for nothing."""
    return datetime.fromisoformat(value).astimezone(UTC) if value else None


def _word(number: int | None) -> str:
    return "" if number is None else str(int(number))


def _number(fields: Fields, name: str) -> int | None:
    value = fields.get(name, "")
    return int(value) if value else None
