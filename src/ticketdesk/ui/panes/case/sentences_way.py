"""The steps of the way of a case as sentences: waiting, handing on, taking back, ending. Pure; part of sentences.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.entry import Step
from ticketdesk.domain.states import Reason, State
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import text, words

NOTHING = "–"


def what(step: Step, *, own: bool, whom: str) -> str:
    """Return what happened in a step of the way, or "" for another one."""
    match step.what:
        case "waiting_set":
            return _waits(step, own=own)
        case "declined" if step.data.get("to") == State.REJECTED:
            # A part, which ends with that.
            return QCoreApplication.translate("CaseSentences", "Sent back")
        case "waiting_ended":
            return QCoreApplication.translate("CaseSentences", "Waits no more")
        case "forwarded":
            return _to(QCoreApplication.translate("CaseSentences", "Forwarded to {whom}"), whom, _plain("forwarded"))
        case "returned":
            return _to(QCoreApplication.translate("CaseSentences", "Returned to {whom}"), whom, _plain("returned"))
        case "reminded":
            return _to(QCoreApplication.translate("CaseSentences", "{whom} reminded"), whom, _plain("reminded"))
        case "wished_date_set":
            return _wish(step)
        case _:
            return _plain(step.what)


def _plain(what_: str) -> str:
    match what_:
        case "declined":
            return QCoreApplication.translate("CaseSentences", "Sent back to the coordination")
        case "recalled":
            return QCoreApplication.translate("CaseSentences", "Called back by the coordination")
        case "handed_to_coordination":
            return QCoreApplication.translate("CaseSentences", "Handed to the coordination")
        case "forwarded":
            return QCoreApplication.translate("CaseSentences", "Forwarded")
        case "returned":
            return QCoreApplication.translate("CaseSentences", "Returned to the handler")
        case "reminded":
            return QCoreApplication.translate("CaseSentences", "Reminder sent")
        case "time_booked":
            return QCoreApplication.translate("CaseSentences", "Working time booked")
        case "time_corrected":
            return QCoreApplication.translate("CaseSentences", "Booked working time corrected")
        case "rejected":
            return QCoreApplication.translate("CaseSentences", "Rejected")
        case "withdrawn":
            return QCoreApplication.translate("CaseSentences", "Withdrawn")
        case "message_acknowledged":
            return QCoreApplication.translate("CaseSentences", "Message taken note of")
        case "followed_up":
            return QCoreApplication.translate("CaseSentences", "Carried on in a new ticket")
        case _:
            return ""


def reason_title(what_: str) -> str:
    """Return the head word of a reason by the step it belongs to, or "" for another one."""
    match what_:
        case "declined":
            return QCoreApplication.translate("CaseSentences", "Sent back, reason")
        case "recalled":
            return QCoreApplication.translate("CaseSentences", "Called back, reason")
        case "handed_to_coordination":
            return QCoreApplication.translate("CaseSentences", "Handed to the coordination, reason")
        case "waiting_set":
            return QCoreApplication.translate("CaseSentences", "What is waited for")
        case "rejected":
            return QCoreApplication.translate("CaseSentences", "Rejected, reason")
        case "withdrawn":
            return QCoreApplication.translate("CaseSentences", "Withdrawn, reason")
        case "closed":
            return QCoreApplication.translate("CaseSentences", "Closed, reason")
        case _:
            return ""


def reopened_title(step: Step) -> str:
    """Return the head word of why a case was opened again; only its requester says that something is not solved."""
    match step.data.get("why"):
        case "withdrawn":
            return QCoreApplication.translate("CaseSentences", "Opened again after it was withdrawn")
        case "rejected":
            return QCoreApplication.translate("CaseSentences", "Opened again after it was rejected")
        case "merged":
            return QCoreApplication.translate("CaseSentences", "Not the same after all, opened again")
        case "again":
            return QCoreApplication.translate("CaseSentences", "Opened again, reason")
        case _:
            return QCoreApplication.translate("CaseSentences", "Not solved, opened again")


def announced(step: Step, *, own: bool) -> tuple[str, ...]:
    """Return what an answer announces: when more is heard, and when the case closes by itself."""
    said: list[str] = []
    promised, closes = (moment(str(step.detail.get(name) or "")) for name in ("promised_at", "closes_at"))
    if promised is not None:
        source = (
            QCoreApplication.translate("CaseSentences", "You hear from us by {at}")
            if own
            else QCoreApplication.translate("CaseSentences", "Next message promised by {at}")
        )
        said.append(source.format(at=text.date_time(promised)))
    if closes is not None:
        source = (
            QCoreApplication.translate("CaseSentences", "Closes by itself on {at} unless you say that it is not solved")
            if own
            else QCoreApplication.translate("CaseSentences", "Closes by itself on {at}")
        )
        said.append(source.format(at=text.date_time(closes)))
    return tuple(said)


def moment(value: str) -> datetime | None:
    """Read an ISO date of the log; without a zone it counts as UTC; None for anything else."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _to(sentence: str, whom: str, without: str) -> str:
    return sentence.format(whom=whom) if whom else without


def _waits(step: Step, *, own: bool) -> str:
    number = step.data.get("reason")
    until = moment(str(step.data.get("until") or ""))
    if not isinstance(number, int) or number not in tuple(Reason):
        if own and step.kind is not None:
            return QCoreApplication.translate("CaseSentences", "Question asked")
        return QCoreApplication.translate("CaseSentences", "Waits")
    reason = Reason(number)
    if until is None:
        return QCoreApplication.translate("CaseSentences", "Waits {reason}").format(reason=words.reason(reason))
    at = text.date_time(until)
    if reason is Reason.DATE:
        return QCoreApplication.translate("CaseSentences", "Resubmission {at}").format(at=at)
    return QCoreApplication.translate("CaseSentences", "Waits {reason}, resubmission {at}").format(reason=words.reason(reason), at=at)


def _wish(step: Step) -> str:
    changes = step.data.get("changes")
    # The requester's own log carries the pair at once, the desk's among the changes.
    pair = changes.get("wished_at") if isinstance(changes, dict) else step.data.get("wished_at")
    if not isinstance(pair, Sequence) or isinstance(pair, str) or len(pair) != 2:
        return QCoreApplication.translate("CaseSentences", "Wished date changed")
    before, after = (text.date_time(at) if (at := moment(str(value or ""))) is not None else NOTHING for value in pair)
    return QCoreApplication.translate("CaseSentences", "Wished date from {before} to {after}").format(before=before, after=after)


def reminded(ticket: Ticket, directory: Directory) -> str:
    """Return what is said once somebody was reminded of a case or part."""
    whom = directory.name(ticket.handler_id) if ticket.handler_id is not None else directory.group_name(ticket.group_id)
    source = QCoreApplication.translate("CaseSentences", "{whom} has been reminded of {number}.")
    return source.format(whom=whom, number=ticket.number)
