"""Steps of parts as sentences: those in the case's own log, and those in the part's. Pure, as sentences.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.entry import EntryKind, Step
from ticketdesk.domain.ids import GroupId, PersonId
from ticketdesk.domain.states import State
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import text, words

STEPS = frozenset(
    {
        "commissioned", "parts_commissioned", "part_moved", "part_reported", "part_declined", "parts_back", "part_recalled",
        "part_accepted", "part_returned", "part_answer_recorded", "part_commented",
    }
)  # fmt: skip
"""What the log calls them."""


def what(step: Step, directory: Directory, *, own: bool) -> str:
    """Return what happened; to the requester no more than that something is under way."""
    match step.what:
        case "parts_commissioned":
            return _commissioned_for_requester() if own else _commissioned(step, directory)
        case "part_moved":
            return _moved(step, directory)
        case "part_reported":
            if own:
                return QCoreApplication.translate("PartSentences", "One part of the clarification is back")
            return QCoreApplication.translate("PartSentences", "Part {letter} reported back").format(letter=_letter(step))
        case "part_declined":
            return QCoreApplication.translate("PartSentences", "Part {letter} declined").format(letter=_letter(step))
        case "parts_back":
            if own:
                return QCoreApplication.translate("PartSentences", "All parts of the clarification are back")
            return _all_back(step)
        case _:
            return card_title(step)


def card_title(step: Step) -> str:
    """Return the head word of a step of the part itself."""
    match step.what:
        case "commissioned":
            return QCoreApplication.translate("PartSentences", "Commissioned")
        case "part_recalled":
            return QCoreApplication.translate("PartSentences", "Recalled")
        case "part_accepted":
            return QCoreApplication.translate("PartSentences", "Answer accepted")
        case "part_returned":
            return QCoreApplication.translate("PartSentences", "Given back to be completed")
        case "part_answer_recorded":
            return QCoreApplication.translate("PartSentences", "Answer from outside recorded")
        case "part_commented":
            return QCoreApplication.translate("PartSentences", "Commented")
        case _:
            return QCoreApplication.translate("PartSentences", "Reason")


def _commissioned_for_requester() -> str:
    return QCoreApplication.translate("PartSentences", "Parts of the clarification have been commissioned")


def _commissioned(step: Step, directory: Directory) -> str:
    made = [one for one in _list(step.data.get("parts")) if isinstance(one, Mapping)]
    internal = step.detail.get("internal")
    told = _list(internal.get("parts")) if isinstance(internal, Mapping) else ()
    named = {str(one.get("letter")): one for one in told if isinstance(one, Mapping)}
    said = []
    for one in made:
        letter = str(one.get("letter"))
        known = named.get(letter, {})
        whom = _whom(one, directory) or str(known.get("contact") or "")
        subject = str(known.get("subject") or "")
        placed = QCoreApplication.translate("PartSentences", "{letter} “{subject}” to {whom}")
        said.append(placed.format(letter=letter, subject=subject, whom=whom) if subject and whom else letter)
    head = QCoreApplication.translate("PartSentences", "Commissioned: {parts}")
    return head.format(parts="; ".join(said))


def _moved(step: Step, directory: Directory) -> str:
    letter, did = _letter(step), str(step.data.get("did"))
    match did:
        case "taken_over":
            said = QCoreApplication.translate("PartSentences", "Part {letter} taken over")
        case "given_back":
            said = QCoreApplication.translate("PartSentences", "Part {letter} given back to the group")
        case "part_recalled":
            said = QCoreApplication.translate("PartSentences", "Part {letter} recalled")
        case "part_accepted":
            said = QCoreApplication.translate("PartSentences", "Answer to part {letter} accepted")
        case "part_returned":
            said = QCoreApplication.translate("PartSentences", "Part {letter} given back to be completed")
        case "assigned":
            whom = _whom(step.data, directory)
            said = QCoreApplication.translate("PartSentences", "Part {letter} passed on to {whom}")
            return said.format(letter=letter, whom=whom)
        case _:
            before, after = _state(step.data.get("part_from")), _state(step.data.get("part_to"))
            said = QCoreApplication.translate("PartSentences", "Part {letter}: {before} → {after}")
            return said.format(letter=letter, before=before, after=after)
    return said.format(letter=letter)


def _all_back(step: Step) -> str:
    if step.data.get("back"):
        return QCoreApplication.translate("PartSentences", "All parts are back")
    return QCoreApplication.translate("PartSentences", "No part is out any more")


def _letter(step: Step) -> str:
    return str(step.data.get("letter") or "")


def _whom(data: Mapping[str, object], directory: Directory) -> str:
    handler, group = data.get("handler"), data.get("group")
    name = directory.name(PersonId(handler)) if isinstance(handler, int) else ""
    return name or (directory.group_name(GroupId(group)) if isinstance(group, int) else "")


def _state(value: object) -> str:
    return words.part_state(State(value)) if isinstance(value, int) and value in tuple(State) else ""


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def parts_reason(step: Step) -> str:
    """Return why an answer went out though parts were open, or ""; only staff's timeline has it."""
    internal = step.detail.get("internal")
    reason = str(internal.get("parts_reason") or "") if isinstance(internal, Mapping) else ""
    return QCoreApplication.translate("PartSentences", "Without the open parts: {reason}").format(reason=reason) if reason else ""


def with_along(step: Step, directory: Directory) -> str:
    """Return a step's text, and under an order what of the case went along with it."""
    texts = [step.body]
    for one in _list(step.detail.get("along")):
        if isinstance(one, Mapping):
            texts.append(_quoted(one, directory))
    return "\n\n".join(texts)


def _quoted(one: Mapping[str, object], directory: Directory) -> str:
    kind, actor, at = one.get("kind"), one.get("actor"), one.get("at")
    title = words.entry_kind(EntryKind(kind)) if isinstance(kind, int) and kind in tuple(EntryKind) else ""
    who = directory.name(PersonId(actor)) if isinstance(actor, int) else ""
    moment = datetime.fromisoformat(at) if isinstance(at, str) else None
    head = ", ".join(part for part in (title, who, text.date_time(moment) if moment is not None else "") if part)
    lines = [f"> {line}" for line in str(one.get("body") or "").splitlines()]
    return "\n".join([QCoreApplication.translate("PartSentences", "Given along: {what}").format(what=head), *lines])
