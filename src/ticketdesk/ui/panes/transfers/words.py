"""How exports, imports and fillings are said: in the list's columns and one by one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.imports import ImportRun, RunState
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.transfers import Transfer, TransferKind
from ticketdesk.ui.kit import text


def kind(one: Transfer) -> str:
    """Return what it is."""
    return {
        TransferKind.EXPORT: QCoreApplication.translate("Transfers", "Export"),
        TransferKind.IMPORT: QCoreApplication.translate("Transfers", "Import"),
        TransferKind.FILLING: QCoreApplication.translate("Transfers", "Server filled"),
    }[one.kind]


def what(one: Transfer) -> str:
    """Return of what, or from where."""
    if one.kind is not TransferKind.EXPORT:
        return one.source
    if not one.whole:
        return QCoreApplication.translate("Transfers", "chosen cases")
    return QCoreApplication.translate("Transfers", "everything that was open to this person")


def standing(one: Transfer) -> str:
    """Return how it ended."""
    if one.run is not None:
        return _run_standing(one.run)
    if one.ended_at is None:
        return QCoreApplication.translate("Transfers", "under way or cut off")
    return QCoreApplication.translate("Transfers", "complete")


def _run_standing(run: ImportRun) -> str:
    return {
        RunState.UNDER_WAY: QCoreApplication.translate("Transfers", "under way or cut off"),
        RunState.DONE: QCoreApplication.translate("Transfers", "complete"),
        RunState.BROKEN_OFF: QCoreApplication.translate("Transfers", "broken off"),
        RunState.BEING_UNDONE: QCoreApplication.translate("Transfers", "being undone"),
        RunState.UNDONE: QCoreApplication.translate("Transfers", "undone"),
    }[run.state]


def person_class(number: PersonClass) -> str:
    """Return as what somebody works here."""
    return {
        PersonClass.REQUESTER: QCoreApplication.translate("Transfers", "requester"),
        PersonClass.HANDLER: QCoreApplication.translate("Transfers", "handler"),
        PersonClass.COORDINATOR: QCoreApplication.translate("Transfers", "coordination"),
        PersonClass.ADMIN: QCoreApplication.translate("Transfers", "administration"),
        PersonClass.AUDITOR: QCoreApplication.translate("Transfers", "audit"),
    }.get(number, "")


def facts(one: Transfer) -> list[tuple[str, str]]:
    """Return everything that is on record about one: names and values."""
    found = [
        (QCoreApplication.translate("Transfers", "By"), one.by),
        (QCoreApplication.translate("Transfers", "Works as"), person_class(one.by_class) if one.by_class is not None else ""),
        (QCoreApplication.translate("Transfers", "Begun"), text.date_time(one.begun_at)),
        (QCoreApplication.translate("Transfers", "Ended"), text.date_time(one.ended_at) if one.ended_at else standing(one)),
    ]
    match one.kind:
        case TransferKind.EXPORT:
            form = "CSV" if one.csv else "JSON Lines"
            found.append((QCoreApplication.translate("Transfers", "What"), what(one)))
            found.append((QCoreApplication.translate("Transfers", "Format"), form))
        case TransferKind.FILLING:
            exported = text.date_time(one.exported_at) if one.exported_at else ""
            found += [
                (QCoreApplication.translate("Transfers", "From the office"), one.source),
                (QCoreApplication.translate("Transfers", "Exported there on"), exported),
                (QCoreApplication.translate("Transfers", "Steps of the log"), text.number(one.steps)),
                (QCoreApplication.translate("Transfers", "Sum of the manifest (SHA-256)"), one.manifest),
            ]
        case TransferKind.IMPORT:
            found += _run_facts(one.run)
    found.append((QCoreApplication.translate("Transfers", "Cases"), text.number(one.cases)))
    return [(name, value) for name, value in found if value]


def _run_facts(run: ImportRun | None) -> list[tuple[str, str]]:
    if run is None:
        return []
    found = [
        (QCoreApplication.translate("Transfers", "File"), run.file_name),
        (QCoreApplication.translate("Transfers", "Mapping"), run.profile_name),
        (QCoreApplication.translate("Transfers", "Present already"), text.number(run.present)),
        (QCoreApplication.translate("Transfers", "Refused"), text.number(run.refused)),
    ]  # fmt: skip
    if run.undone_at is not None:
        said = QCoreApplication.translate("Transfers", "by {name} on {when}")
        undone = said.replace("{name}", run.undone_by).replace("{when}", text.date_time(run.undone_at))
        found += [
            (QCoreApplication.translate("Transfers", "Undone"), undone),
            (QCoreApplication.translate("Transfers", "Cases removed again"), text.number(run.removed)),
        ]
    return found
