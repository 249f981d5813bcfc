"""The kinds of text one may write about a case, and the command each becomes. Pure; how they look is composer.py's matter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commands.entry import AddMessage, AddNote, SendAnswer, SendInterimAnswer
from ticketdesk.domain.commands.handling import ReportBack
from ticketdesk.domain.commands.ticket import ReopenTicket
from ticketdesk.domain.entry import LIMIT_BODY
from ticketdesk.domain.limits import why_not
from ticketdesk.domain.people import Me
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.panes.case import rules

BODY, SOLUTION, FINAL, CLOSE, PROMISE, PARTS_REASON = "body", "solution", "final", "close", "promise", "parts_reason"
"""Fields of a draft; ``final`` and ``close`` hold "yes" or "", ``promise`` a moment or ""."""


class Letter(Enum):
    """What a text is to become. The values name drafts on the disk."""

    ANSWER = "answer"
    REPORT = "report"
    NOTE = "note"
    MESSAGE = "message"
    REOPEN = "reopen"


WITH_VERSION = frozenset({Letter.ANSWER, Letter.REPORT, Letter.REOPEN})
"""Letters that the database refuses when the case has changed since they were begun."""

STAFF_LETTERS = (Letter.ANSWER, Letter.REPORT, Letter.NOTE)


def possible(letter: Letter, ticket: Ticket, me: Me) -> bool:
    """Tell whether that may be written about this case now."""
    match letter:
        case Letter.ANSWER:
            return rules.may_answer_somehow(ticket, me)
        case Letter.REPORT:
            return rules.may_report_back(ticket, me)
        case Letter.NOTE:
            return rules.may_note(ticket, me)
        case Letter.MESSAGE:
            return rules.may_message(ticket, me)
        case Letter.REOPEN:
            return rules.may_reopen(ticket, me)


def problem(letter: Letter, fields: Mapping[str, str]) -> tuple[str, str]:
    """Return the first field that cannot be sent and why (domain.errors.BAD_INPUT_WHYS), or two empty words."""
    why = why_not(fields.get(BODY, ""), limit=LIMIT_BODY, required=True)
    if why:
        return BODY, why
    if letter is Letter.ANSWER and fields.get(FINAL):
        solution = fields.get(SOLUTION, "")
        why = why_not(solution, limit=LIMIT_BODY, required=True)
        if why:
            return SOLUTION, "no_solution" if why == "empty" else why
    if letter is Letter.ANSWER and not fields.get(FINAL) and fields.get(PROMISE):
        at = promised_at(fields)
        if at is None or at <= datetime.now(UTC):
            return PROMISE, "past"
    return "", ""


def promised_at(fields: Mapping[str, str]) -> datetime | None:
    """Return when the requester is told to hear more, if he is."""
    try:
        return datetime.fromisoformat(fields.get(PROMISE, ""))
    except ValueError:
        return None


def command(letter: Letter, fields: Mapping[str, str], *, ticket: Ticket, version: int) -> Command:
    """Return the wish that a finished text becomes."""
    # Empty lines around a text, as after gathered quotes, say nothing.
    body = fields.get(BODY, "").lstrip("\n").rstrip()
    match letter:
        case Letter.NOTE:
            return AddNote(ticket.id, body)
        case Letter.MESSAGE:
            return AddMessage(ticket.id, body)
        case Letter.REPORT:
            return ReportBack(ticket.id, version, body, fields.get(PARTS_REASON, ""))
        case Letter.REOPEN:
            return ReopenTicket(ticket.id, version, body)
        case Letter.ANSWER:
            if fields.get(FINAL):
                return SendAnswer(
                    ticket.id, version, body, fields.get(SOLUTION, ""), close=bool(fields.get(CLOSE)),
                    parts_reason=fields.get(PARTS_REASON, ""),
                )  # fmt: skip
            return SendInterimAnswer(ticket.id, version, body, promised_at(fields))
