"""A refusal in the reader's words: with the names of persons and states, and who was first and when."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.errors import Refused, Stale, TakenAlready
from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.states import PublicState, State
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import sentences, text, words
from ticketdesk.ui.panes.case.sentences import moment


def who(refused: Refused, directory: Directory) -> str:
    """Return the name of the person whose change was in the way, or ""."""
    by = refused.detail.get("by")
    if isinstance(by, str):
        return by
    return directory.name(PersonId(by)) if isinstance(by, int) else ""


def sentence(refused: Refused, directory: Directory, *, own: bool = False) -> str:
    """Return what a person reads when this was refused."""
    name = who(refused, directory)
    if isinstance(refused, TakenAlready) and name and (at := _at(refused)) is not None:
        return QCoreApplication.translate("CaseRefusals", "{name} took this ticket over at {time}.").format(name=name, time=text.time(at))
    values: dict[str, object] = {**refused.detail, "by": name}
    for place in ("from", "to"):
        values[place] = _state(refused.detail.get(place), own=own)
    said = _overtaken(refused, name) or sentences.sentence(refused.code, **values)
    instead = possible(refused, own=own)
    return f"{said} {instead}" if instead else said


def possible(refused: Refused, *, own: bool) -> str:
    """Return what this person may do instead of a step that the state does not allow, or ""."""
    found = refused.detail.get("possible")
    if not isinstance(found, list):
        return ""
    states = [word for number in found if (word := _state(number, own=own))]
    if not states:
        return ""
    quoted = [QCoreApplication.translate("CaseSentences", "“{text}”").format(text=word) for word in states]
    return QCoreApplication.translate("CaseRefusals", "Possible now: {states}.").format(states=", ".join(quoted))


def _overtaken(refused: Refused, name: str) -> str:
    """Return what became of the case while somebody was writing, where that explains why his text cannot be sent."""
    if type(refused) is not Stale or not name:
        return ""
    match refused.detail.get("what"):
        case "recalled":
            source = QCoreApplication.translate("CaseRefusals", "{name} has called this ticket back in the meantime. Your text is kept.")
        case "withdrawn":
            source = QCoreApplication.translate("CaseRefusals", "{name} has withdrawn this ticket in the meantime. Your text is kept.")
        case _:
            return ""
    return source.format(name=name)


def _at(refused: Refused) -> datetime | None:
    at = refused.detail.get("at")
    return moment(at) if isinstance(at, str) else at if isinstance(at, datetime) else None


def _state(value: object, *, own: bool) -> str:
    kind: type[State] | type[PublicState] = PublicState if own else State
    return words.state(kind(value)) if isinstance(value, int) and value in tuple(kind) else ""
