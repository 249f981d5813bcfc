"""The trade's words in the language that is shown: states, priorities, kinds, roles, entries. Refusals stand in sentences.py."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ticketdesk.domain.entry import Channel, EntryKind
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.states import Kind, Priority, PublicState, Reason, State
from ticketdesk.domain.ticket import Ticket

_STATES = {
    State.NEW: QT_TRANSLATE_NOOP("Words", "New"),
    State.ACCEPTED: QT_TRANSLATE_NOOP("Words", "Accepted"),
    State.CLARIFYING: QT_TRANSLATE_NOOP("Words", "Clarifying"),
    State.ASSIGNED: QT_TRANSLATE_NOOP("Words", "Assigned"),
    State.IN_PROGRESS: QT_TRANSLATE_NOOP("Words", "In progress"),
    State.WAITING: QT_TRANSLATE_NOOP("Words", "Waiting"),
    State.REPORTED: QT_TRANSLATE_NOOP("Words", "Reported back"),
    State.ANSWERED: QT_TRANSLATE_NOOP("Words", "Answered"),
    State.CLOSED: QT_TRANSLATE_NOOP("Words", "Closed"),
    State.WITHDRAWN: QT_TRANSLATE_NOOP("Words", "Withdrawn"),
    State.REJECTED: QT_TRANSLATE_NOOP("Words", "Rejected"),
}
_PUBLIC_STATES = {
    PublicState.RECEIVED: QT_TRANSLATE_NOOP("Words", "Received"),
    PublicState.BEING_CLARIFIED: QT_TRANSLATE_NOOP("Words", "Being clarified"),
    PublicState.ANSWER_NEEDED: QT_TRANSLATE_NOOP("Words", "Answer needed"),
    PublicState.ANSWERED: QT_TRANSLATE_NOOP("Words", "Answered"),
    PublicState.CLOSED: QT_TRANSLATE_NOOP("Words", "Closed"),
    PublicState.WITHDRAWN: QT_TRANSLATE_NOOP("Words", "Withdrawn"),
    PublicState.REJECTED: QT_TRANSLATE_NOOP("Words", "Rejected"),
}
_PRIORITIES = {
    Priority.LOW: QT_TRANSLATE_NOOP("Words", "Low"),
    Priority.NORMAL: QT_TRANSLATE_NOOP("Words", "Normal"),
    Priority.HIGH: QT_TRANSLATE_NOOP("Words", "High"),
    Priority.URGENT: QT_TRANSLATE_NOOP("Words", "Urgent"),
}
_KINDS = {
    Kind.INCIDENT: QT_TRANSLATE_NOOP("Words", "Incident"),
    Kind.ERROR: QT_TRANSLATE_NOOP("Words", "Error"),
    Kind.REQUEST: QT_TRANSLATE_NOOP("Words", "Request"),
}
_CLASSES = {
    PersonClass.CONTACT: QT_TRANSLATE_NOOP("Words", "Contact"),
    PersonClass.REQUESTER: QT_TRANSLATE_NOOP("Words", "Requester"),
    PersonClass.HANDLER: QT_TRANSLATE_NOOP("Words", "Handling"),
    PersonClass.COORDINATOR: QT_TRANSLATE_NOOP("Words", "Coordination"),
    PersonClass.ADMIN: QT_TRANSLATE_NOOP("Words", "Administration"),
    PersonClass.AUDITOR: QT_TRANSLATE_NOOP("Words", "Audit"),
}
_ENTRIES = {
    EntryKind.REPORT: QT_TRANSLATE_NOOP("Words", "Report"),
    EntryKind.NOTE: QT_TRANSLATE_NOOP("Words", "Internal note"),
    EntryKind.REPLY: QT_TRANSLATE_NOOP("Words", "Report to coordination"),
    EntryKind.INTERIM_ANSWER: QT_TRANSLATE_NOOP("Words", "Interim answer to requester"),
    EntryKind.FINAL_ANSWER: QT_TRANSLATE_NOOP("Words", "Final answer to requester"),
    EntryKind.MESSAGE: QT_TRANSLATE_NOOP("Words", "Message"),
    EntryKind.ORDER: QT_TRANSLATE_NOOP("Words", "Order"),
    EntryKind.REASON: QT_TRANSLATE_NOOP("Words", "Reason"),
    EntryKind.ASKED: QT_TRANSLATE_NOOP("Words", "Question to requester"),
    EntryKind.QUESTION: QT_TRANSLATE_NOOP("Words", "Question"),
    EntryKind.INFORMATION: QT_TRANSLATE_NOOP("Words", "Information"),
    EntryKind.CALL: QT_TRANSLATE_NOOP("Words", "Phone call"),
    EntryKind.LETTER: QT_TRANSLATE_NOOP("Words", "Letter"),
    EntryKind.MAIL: QT_TRANSLATE_NOOP("Words", "E-mail"),
    EntryKind.VISIT: QT_TRANSLATE_NOOP("Words", "Visit"),
    EntryKind.DOCUMENT: QT_TRANSLATE_NOOP("Words", "Document"),
    EntryKind.PARTS: QT_TRANSLATE_NOOP("Words", "Parts commissioned"),
    EntryKind.PART_COMMENT: QT_TRANSLATE_NOOP("Words", "Comment on the part"),
}
_PART_STATES = {
    State.CLOSED: QT_TRANSLATE_NOOP("Words", "Settled"),
    State.WITHDRAWN: QT_TRANSLATE_NOOP("Words", "Recalled"),
    State.REJECTED: QT_TRANSLATE_NOOP("Words", "Declined"),
}
_OWN_ENTRIES = {
    EntryKind.REPORT: QT_TRANSLATE_NOOP("Words", "Your report"),
    EntryKind.REPLY: QT_TRANSLATE_NOOP("Words", "Finding of those who clarify"),
    EntryKind.INTERIM_ANSWER: QT_TRANSLATE_NOOP("Words", "Interim answer to you"),
    EntryKind.FINAL_ANSWER: QT_TRANSLATE_NOOP("Words", "Final answer to you"),
    EntryKind.MESSAGE: QT_TRANSLATE_NOOP("Words", "Your message"),
    EntryKind.ASKED: QT_TRANSLATE_NOOP("Words", "Question to you"),
}
_REASONS = {
    Reason.REQUESTER: QT_TRANSLATE_NOOP("Words", "for the requester"),
    Reason.THIRD_PARTY: QT_TRANSLATE_NOOP("Words", "for a third party"),
    Reason.PARTS: QT_TRANSLATE_NOOP("Words", "for parts"),
    Reason.DATE: QT_TRANSLATE_NOOP("Words", "until a date"),
}
_CHANNELS = {
    Channel.PROGRAM: QT_TRANSLATE_NOOP("Words", "in the program"),
    Channel.PHONE: QT_TRANSLATE_NOOP("Words", "phone"),
    Channel.MAIL: QT_TRANSLATE_NOOP("Words", "e-mail"),
    Channel.LETTER: QT_TRANSLATE_NOOP("Words", "letter"),
    Channel.VISIT: QT_TRANSLATE_NOOP("Words", "visit"),
    Channel.IMPORT: QT_TRANSLATE_NOOP("Words", "import"),
}


def state(value: State | PublicState) -> str:
    """Return the word for where a case stands: staff's or, for a PublicState, the requester's."""
    source = _PUBLIC_STATES[value] if isinstance(value, PublicState) else _STATES[value]
    return QCoreApplication.translate("Words", str(source))


def part_state(value: State) -> str:
    """Return the word for where a part stands; it ends in other ways than a case."""
    source = _PART_STATES.get(value)
    return state(value) if source is None else QCoreApplication.translate("Words", str(source))


def priority(value: Priority) -> str:
    """Return the word for how urgent a case is."""
    return QCoreApplication.translate("Words", str(_PRIORITIES[value]))


def kind(value: Kind) -> str:
    """Return the word for what is reported."""
    return QCoreApplication.translate("Words", str(_KINDS[value]))


def person_class(value: PersonClass) -> str:
    """Return the word for what somebody does here."""
    return QCoreApplication.translate("Words", str(_CLASSES[value]))


def entry_kind(value: EntryKind, *, own: bool = False) -> str:
    """Return the title of an entry; ``own`` speaks to the requester of the case."""
    source = _OWN_ENTRIES.get(value, _ENTRIES[value]) if own else _ENTRIES[value]
    return QCoreApplication.translate("Words", str(source))


def reason(value: Reason) -> str:
    """Return what a case waits for, to stand after the word for waiting."""
    return QCoreApplication.translate("Words", str(_REASONS[value]))


def requester(ticket: Ticket) -> str:
    """Return who reported a case, and of which company."""
    return ", ".join(part for part in (ticket.requester_name, ticket.requester_company) if part)


def with_capital(word: str) -> str:
    """Return a word as it begins an entry of a list."""
    return word[:1].upper() + word[1:]


def channel(value: Channel) -> str:
    """Return how correspondence came or went."""
    return QCoreApplication.translate("Words", str(_CHANNELS[value]))
