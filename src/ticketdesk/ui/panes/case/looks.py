"""What each composer says about itself: its name, who reads the text, to whom it goes, what the button does. No two agree in anything."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.states import PublicState
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit.composer_parts import ComposerKind, ComposerLook
from ticketdesk.ui.panes.case.letters import Letter


def kind_of(letter: Letter, ticket: Ticket) -> ComposerKind:
    """Return colour and sign of a letter."""
    match letter:
        case Letter.ANSWER:
            return ComposerKind.ANSWER
        case Letter.NOTE:
            return ComposerKind.NOTE
        case Letter.MESSAGE:
            return ComposerKind.MESSAGE
        case Letter.REOPEN if ticket.own:
            return ComposerKind.UNSOLVED if is_unsolved(ticket) else ComposerKind.MESSAGE
        case _:
            return ComposerKind.REPORT_BACK


def is_hidden(letter: Letter, ticket: Ticket) -> bool:
    """Whether the requester does not read it: never a note; what belongs to the clarification follows the case's mode."""
    return letter is Letter.NOTE or (kind_of(letter, ticket) is ComposerKind.REPORT_BACK and ticket.kept_inside)


def look(letter: Letter, ticket: Ticket, directory: Directory, *, can_change: bool) -> ComposerLook:
    """Return what the composer of a letter shows for this case, in the present language."""
    say = _WORDS[letter]
    title, readers, to_label, to_text, send, placeholder = say(ticket, directory)
    change = QCoreApplication.translate("CaseComposer", "Change") if can_change else ""
    return ComposerLook(
        kind_of(letter, ticket), title, readers, to_label, to_text, send, change_text=change, placeholder=placeholder,
        hidden=is_hidden(letter, ticket),
    )  # fmt: skip


_Words = tuple[str, str, str, str, str, str]


def requester(ticket: Ticket) -> str:
    """Return what the requester is called."""
    return ticket.requester_name or QCoreApplication.translate("CaseComposer", "requester")


def _goes_to() -> str:
    return QCoreApplication.translate("CaseComposer", "Goes to:")


def _in_program(name: str) -> str:
    return QCoreApplication.translate("CaseComposer", "{name}, in the program").format(name=name)


def _readers_of_mode(ticket: Ticket) -> str:
    # A part has no face that its requester could see, whatever the mode of the case.
    if ticket.kept_inside:
        return QCoreApplication.translate("CaseComposer", "hidden from the requester")
    return QCoreApplication.translate("CaseComposer", "Requester can read this")


def _answer(ticket: Ticket, _directory: Directory) -> _Words:
    name = requester(ticket)
    if ticket.requester_id is not None:
        whom = _in_program(", ".join(part for part in (name, ticket.requester_company) if part))
    else:
        reach = ticket.requester_phone or ticket.requester_email
        whom = f"{name}, {reach}" if reach else name
        whom = QCoreApplication.translate("CaseComposer", "{whom} (has no access, please tell this person yourself)").format(whom=whom)
    return (
        QCoreApplication.translate("CaseComposer", "Answer to requester"),
        QCoreApplication.translate("CaseComposer", "Requester reads this"),
        _goes_to(),
        whom,
        QCoreApplication.translate("CaseComposer", "Send answer to {name}").format(name=name),
        QCoreApplication.translate("CaseComposer", "What the requester shall read"),
    )


def _report(ticket: Ticket, directory: Directory) -> _Words:
    coordinator = directory.name(ticket.coordinator_id) or QCoreApplication.translate("CaseComposer", "Coordination")
    return (
        QCoreApplication.translate("CaseComposer", "Report to coordination"),
        _readers_of_mode(ticket),
        _goes_to(),
        _in_program(coordinator),
        QCoreApplication.translate("CaseComposer", "Report back to coordination"),
        QCoreApplication.translate("CaseComposer", "What you found out"),
    )


def _note(_ticket: Ticket, _directory: Directory) -> _Words:
    return (
        QCoreApplication.translate("CaseComposer", "Internal note"),
        QCoreApplication.translate("CaseComposer", "internal only"),
        QCoreApplication.translate("CaseComposer", "Read by:"),
        QCoreApplication.translate("CaseComposer", "Coordination and handlers of this case"),
        QCoreApplication.translate("CaseComposer", "File internal note"),
        QCoreApplication.translate("CaseComposer", "What colleagues should know"),
    )


def _message(ticket: Ticket, _directory: Directory) -> _Words:
    if ticket.state is PublicState.ANSWER_NEEDED:
        return (
            QCoreApplication.translate("CaseComposer", "Answer to the question"),
            QCoreApplication.translate("CaseComposer", "everybody involved reads this"),
            _goes_to(),
            _in_program(QCoreApplication.translate("CaseComposer", "Coordination")),
            QCoreApplication.translate("CaseComposer", "Send answer to coordination"),
            QCoreApplication.translate("CaseComposer", "Your answer to the question"),
        )
    return (
        QCoreApplication.translate("CaseComposer", "Message to coordination"),
        QCoreApplication.translate("CaseComposer", "everybody involved reads this"),
        _goes_to(),
        _in_program(QCoreApplication.translate("CaseComposer", "Coordination")),
        QCoreApplication.translate("CaseComposer", "Send message to coordination"),
        QCoreApplication.translate("CaseComposer", "What you would like to add"),
    )


def is_unsolved(ticket: Ticket) -> bool:
    """Tell whether to open a case again says that its answer did not help: the requester's word about an answered case."""
    return ticket.own and ticket.state in (PublicState.ANSWERED, PublicState.CLOSED)


def _reopen(ticket: Ticket, directory: Directory) -> _Words:
    if is_unsolved(ticket):
        return (
            QCoreApplication.translate("CaseComposer", "Not solved"),
            QCoreApplication.translate("CaseComposer", "everybody involved reads this"),
            _goes_to(),
            _in_program(QCoreApplication.translate("CaseComposer", "Coordination")),
            QCoreApplication.translate("CaseComposer", "Report to coordination as not solved"),
            QCoreApplication.translate("CaseComposer", "What does not work yet"),
        )
    coordinator = directory.name(ticket.coordinator_id) or QCoreApplication.translate("CaseComposer", "Coordination")
    return (
        QCoreApplication.translate("CaseComposer", "Open again"),
        QCoreApplication.translate("CaseComposer", "everybody involved reads this") if ticket.own else _readers_of_mode(ticket),
        _goes_to(),
        _in_program(coordinator),
        QCoreApplication.translate("CaseComposer", "Open the case again"),
        QCoreApplication.translate("CaseComposer", "Why the case is opened again"),
    )


_WORDS = {
    Letter.ANSWER: _answer, Letter.REPORT: _report, Letter.NOTE: _note, Letter.MESSAGE: _message, Letter.REOPEN: _reopen,
}  # fmt: skip


def foot_words(letter: Letter, *, unsolved: bool, asked: bool = False) -> tuple[str, str, str]:
    """Return text, icon and colour of the button at the foot that opens a composer."""
    match letter:
        case Letter.ANSWER:
            return QCoreApplication.translate("CaseComposer", "&Answer …"), "mail-forward", "accent"
        case Letter.REPORT:
            return QCoreApplication.translate("CaseComposer", "Re&port …"), "corner-up-left", "coord"
        case Letter.NOTE:
            return QCoreApplication.translate("CaseComposer", "&Internal note …"), "lock", "note"
        case Letter.MESSAGE if asked:
            return QCoreApplication.translate("CaseComposer", "&Answer the question …"), "message-plus", "warn"
        case Letter.MESSAGE:
            return QCoreApplication.translate("CaseComposer", "&Message to coordination …"), "message-plus", "accent"
        case Letter.REOPEN:
            if unsolved:
                return QCoreApplication.translate("CaseComposer", "&Not solved …"), "arrow-back-up", "warn"
            return QCoreApplication.translate("CaseComposer", "&Open again …"), "arrow-back-up", "text2"
