"""A step of the log as a sentence, in the present language. Pure: a step and the people go in, words come out; no widgets.

A line names what became of what, who did it, on whose behalf, and what caused it if no person did.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.commitments import named
from ticketdesk.domain.entry import RECORDED, Cause, Channel, EntryKind, Step
from ticketdesk.domain.ids import CategoryId, GroupId, PersonId
from ticketdesk.domain.states import Kind, Priority, PublicState, State, Way
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import promise_words, text, words
from ticketdesk.ui.panes.case import link_words, part_sentences, sentences_way
from ticketdesk.ui.panes.case.sentences_way import announced, moment

__all__ = ["announced", "moment"]

SEPARATOR = " · "
ARROW = " → "
NOTHING = "–"


def status_change(step: Step, *, own: bool) -> tuple[State | PublicState | None, State | PublicState | None]:
    """Return the status before and after a step; None where the step names none, or where it stays the same."""
    before, after = _status(step.data.get("from"), own=own), _status(step.data.get("to"), own=own)
    return (None, None) if before == after and before is not None else (before, after)


def _state_word(state: State | PublicState, ticket: Ticket | None) -> str:
    return words.part_state(state) if ticket is not None and ticket.is_part and isinstance(state, State) else words.state(state)


def line(step: Step, *, directory: Directory, own: bool, ticket: Ticket | None = None, brief: bool = False, named: bool = True) -> str:
    """Return the sentence of a step: what happened, from which status to which, by whom, on whose behalf, why.

    ``brief``: beside the step's card, where only the change of status is left to say. ``named``: with who did it, on whose behalf, why.
    """
    said = "" if brief else _what(step, directory, own)
    before, after = status_change(step, own=own)
    parts = [said] if said else []
    if before is not None and after is not None:
        parts.append(
            QCoreApplication.translate("CaseSentences", "Status: {before} → {after}").format(
                before=_state_word(before, ticket), after=_state_word(after, ticket)
            )
        )
    elif not said and after is not None:
        parts.append(QCoreApplication.translate("CaseSentences", "Status: {after}").format(after=words.state(after)))
    by = [] if brief or not named else _who(step, directory, ticket=ticket)
    return SEPARATOR.join([*(parts or [step.what]), *by])


def who(step: Step, directory: Directory, *, ticket: Ticket | None = None) -> str:
    """Return who did it, on whose behalf, and what caused it if no person did."""
    return SEPARATOR.join(_who(step, directory, ticket=ticket))


def actor(step: Step, directory: Directory, ticket: Ticket | None) -> str:
    """Return the name of who did it, or "" where the reader may not know or nobody did; the case itself knows its requester's."""
    if ticket is not None and step.actor_id is not None and step.actor_id == ticket.requester_id:
        return step.actor_name or ticket.requester_name
    return step.actor_name or directory.name(step.actor_id)


def card_title(step: Step, directory: Directory, *, own: bool) -> str:
    """Return the head word of a piece of correspondence; ``own`` speaks to the requester."""
    match step.kind:
        case EntryKind.ORDER:
            return _order_title(step, directory)
        case EntryKind.REASON | None:
            return _reason_title(step)
        case _:
            return words.entry_kind(step.kind, own=own)


def card_meta(step: Step, directory: Directory, *, own: bool, ticket: Ticket | None = None) -> str:
    """Return who wrote to whom, and by which channel."""
    if step.kind is EntryKind.REPORT:
        return _report_meta(step, directory, own=own, ticket=ticket)
    if step.kind in RECORDED:
        return _filed_meta(step, directory, ticket=ticket)
    who = actor(step, directory, ticket)
    if not own and ticket is not None and step.kind in (EntryKind.INTERIM_ANSWER, EntryKind.FINAL_ANSWER):
        who = ARROW.join(name for name in (who, ticket.requester_name) if name)
    parts = [who, *_behalf(step, directory, ticket), *_cause(step)]
    if step.channel:
        parts.append(words.channel(step.channel))
    return SEPARATOR.join(part for part in parts if part)


def _filed_meta(step: Step, directory: Directory, *, ticket: Ticket | None) -> str:
    """Return who spoke or wrote to whom, by which channel, and when it really happened; when it was filed stands beside the card."""
    party, we = str(step.detail.get("party") or ""), actor(step, directory, ticket)
    sides = (party, we) if step.detail.get("incoming") else (we, party)
    parts = [ARROW.join(name for name in sides if name), *_cause(step)]
    if step.channel:
        parts.append(words.channel(step.channel))
    happened = step.happened_at or moment(str(step.detail.get("happened_at") or ""))
    if happened is not None:
        when = QCoreApplication.translate("CaseSentences", "on {when}, filed {filed}")
        parts.append(when.format(when=text.date_time(happened), filed=text.date_time(step.at)))
    return SEPARATOR.join(part for part in parts if part)


def release_word(release: Step, directory: Directory) -> str:
    """Return what stands at a released entry: by whom and when."""
    return QCoreApplication.translate("CaseSentences", "released, {who}, {when}").format(
        who=directory.name(release.actor_id), when=f"{text.short_day(release.at)} {text.time(release.at)}"
    )


def audience_word(step: Step) -> str:
    """Return what stands at the right end of a hidden entry's head."""
    if step.kind is EntryKind.NOTE:
        return QCoreApplication.translate("CaseSentences", "internal only")
    return QCoreApplication.translate("CaseSentences", "hidden")


def mode_word(hidden: bool) -> str:
    """Return the word of a mode of clarification, as it stands inside a sentence."""
    if hidden:
        return QCoreApplication.translate("CaseSentences", "hidden")
    return QCoreApplication.translate("CaseSentences", "transparent")


def _what(step: Step, directory: Directory, own: bool) -> str:
    """Return what happened, or "" where the change of status says it all."""
    if step.what in part_sentences.STEPS:
        return part_sentences.what(step, directory, own=own)
    match step.what:
        case "recorded":
            return _recorded(step, directory, own)
        case "assigned":
            whom = addressee(step, directory)
            if not whom:
                return QCoreApplication.translate("CaseSentences", "Assigned")
            return QCoreApplication.translate("CaseSentences", "Assigned to {whom}").format(whom=whom)
        case "taken_over":
            return QCoreApplication.translate("CaseSentences", "Taken over")
        case "given_back":
            group = directory.group_name(_group(step.data.get("group")))
            if not group:
                return QCoreApplication.translate("CaseSentences", "Given back to the group")
            return QCoreApplication.translate("CaseSentences", "Given back to the group {group}").format(group=group)
        case "changed":
            return SEPARATOR.join(_changes(step, directory))
        case "hidden_set":
            mode = mode_word(bool(step.data.get("hidden")))
            return QCoreApplication.translate("CaseSentences", "Clarification from now on: {mode}").format(mode=mode)
        case "released":
            return _released(step, own=own)
        case "imported":
            return _imported(step)
        case _:
            said = sentences_way.what(step, own=own, whom=addressee(step, directory)) or link_words.said(step)
            return said or _plain(step.what, own)


def _plain(what: str, own: bool) -> str:
    match what:
        case "entry_recorded":
            return QCoreApplication.translate("CaseSentences", "Correspondence filed")
        case "noted":
            return QCoreApplication.translate("CaseSentences", "Internal note filed")
        case "reported":
            return QCoreApplication.translate("CaseSentences", "Reported back to coordination")
        case "interim_answered":
            return QCoreApplication.translate("CaseSentences", "Interim answer sent")
        case "answered":
            return QCoreApplication.translate("CaseSentences", "Final answer sent")
        case "confirmed":
            return QCoreApplication.translate("CaseSentences", "Solution confirmed")
        case "reopened":
            return QCoreApplication.translate("CaseSentences", "Opened again")
        case "message_added":
            if own:
                return QCoreApplication.translate("CaseSentences", "Message sent")
            return QCoreApplication.translate("CaseSentences", "Message received")
        case "accepted":
            return QCoreApplication.translate("CaseSentences", "Accepted")
        case "clarified":
            return QCoreApplication.translate("CaseSentences", "Pre-clarification begun")
        case "closed":
            return QCoreApplication.translate("CaseSentences", "Closed")
        case _:
            return ""


def _released(step: Step, *, own: bool) -> str:
    if own:
        return QCoreApplication.translate("CaseSentences", "Released for you")
    number = _int(step.data.get("entry")) or 0
    if step.data.get("named"):
        said = QCoreApplication.translate("CaseSentences", "Entry {number} released to the requester, with its author's name")
    else:
        said = QCoreApplication.translate("CaseSentences", "Entry {number} released to the requester, without a name")
    return said.format(number=number)


def _recorded(step: Step, directory: Directory, own: bool) -> str:
    kind, priority = _int(step.data.get("kind")), _int(step.data.get("priority"))
    parts = [QCoreApplication.translate("CaseSentences", "Recorded")]
    if kind in tuple(Kind):
        parts.append(words.kind(Kind(kind)))
    if priority in tuple(Priority):
        parts.append(
            QCoreApplication.translate("CaseSentences", "Priority: {priority}").format(priority=words.priority(Priority(priority)))
        )
    whom = addressee(step, directory)
    if not own and step.data.get("way") == int(Way.DIRECT) and whom:
        parts.append(QCoreApplication.translate("CaseSentences", "straight to {whom}").format(whom=whom))
    elif not own and "way" in step.data:
        parts.append(QCoreApplication.translate("CaseSentences", "to coordination"))
    return SEPARATOR.join(parts)


def addressee(step: Step, directory: Directory) -> str:
    """Return the handler or group that a step names, or ""; the requester's face carries a name instead of an id."""
    handler, group = _int(step.data.get("handler")), _int(step.data.get("group"))
    name = directory.name(PersonId(handler)) if handler is not None else ""
    name = name or (directory.group_name(GroupId(group)) if group is not None else "")
    owner = step.data.get("owner")
    return name or (owner if isinstance(owner, str) else "")


def _changes(step: Step, directory: Directory) -> list[str]:
    changes = step.data.get("changes", step.detail)
    if not isinstance(changes, Mapping) or not changes:
        return [QCoreApplication.translate("CaseSentences", "Head data changed")]
    return [_change(str(name), value, step, directory) for name, value in changes.items()]


def _change(name: str, value: object, step: Step, directory: Directory) -> str:
    label = field_label(name)
    pair = step.detail.get(name, value)
    if not isinstance(pair, Sequence) or isinstance(pair, str) or len(pair) != 2:
        return QCoreApplication.translate("CaseSentences", "{field} changed").format(field=label)
    before, after = (_value(name, one, directory) for one in pair)
    return QCoreApplication.translate("CaseSentences", "{field}: {before} → {after}").format(field=label, before=before, after=after)


def field_label(name: str) -> str:
    """Return what a field of the head is called."""
    match name:
        case "priority":
            return QCoreApplication.translate("CaseSentences", "Priority")
        case "target_at":
            return QCoreApplication.translate("CaseSentences", "Target date")
        case "wished_at":
            return QCoreApplication.translate("CaseSentences", "Wished date")
        case "category_id":
            return QCoreApplication.translate("CaseSentences", "Category")
        case "subject":
            return QCoreApplication.translate("CaseSentences", "Subject")
        case "document_ref":
            return QCoreApplication.translate("CaseSentences", "Document reference")
        case _:
            return name


def _value(name: str, value: object, directory: Directory) -> str:
    if value is None or value == "":
        return NOTHING
    number = _int(value)
    if name == "priority" and number in tuple(Priority):
        return words.priority(Priority(number))
    if name in ("target_at", "wished_at") and isinstance(value, str):
        at = moment(value)
        return text.date_time(at) if at is not None else value
    if name == "category_id" and number is not None:
        return directory.category_path(CategoryId(number)) or NOTHING
    if name in ("subject", "document_ref"):
        return QCoreApplication.translate("CaseSentences", "“{text}”").format(text=value)
    return str(value)


def _imported(step: Step) -> str:
    words_of_origin = {**step.data, **step.detail}
    status = str(words_of_origin.get("status") or "")
    part = str(words_of_origin.get("sub_status") or "")
    if status and part and part != status:
        status = f"{status} ({part})"
    if not status:
        return QCoreApplication.translate("CaseSentences", "Taken over from another system")
    return QCoreApplication.translate("CaseSentences", "Other system: {status}").format(status=status)


def _order_title(step: Step, directory: Directory) -> str:
    if step.what == "part_returned":
        return part_sentences.card_title(step)
    whom = addressee(step, directory)
    if not whom:
        return words.entry_kind(EntryKind.ORDER)
    return QCoreApplication.translate("CaseSentences", "Order to {whom}").format(whom=whom)


def _reason_title(step: Step) -> str:
    if step.what in part_sentences.STEPS:
        return part_sentences.card_title(step)
    if step.what == "reopened":
        return sentences_way.reopened_title(step)
    if said := sentences_way.reason_title(step.what):
        return said
    return words.entry_kind(EntryKind.REASON)


def _report_meta(step: Step, directory: Directory, *, own: bool, ticket: Ticket | None) -> str:
    parts: list[str] = []
    recorder = actor(step, directory, ticket)
    if ticket is not None and not own:
        parts.append(", ".join(part for part in (ticket.requester_name, ticket.requester_company) if part))
    for_somebody = ticket is not None and recorder and recorder != ticket.requester_name
    if step.channel:
        parts.append(words.channel(step.channel))
    if for_somebody:
        parts.append(QCoreApplication.translate("CaseSentences", "recorded by {who}").format(who=recorder))
    if step.happened_at is not None:
        parts.append(QCoreApplication.translate("CaseSentences", "occurred {when}").format(when=text.date_time(step.happened_at)))
    return SEPARATOR.join(part for part in parts if part)


def _who(step: Step, directory: Directory, *, ticket: Ticket | None) -> list[str]:
    who = actor(step, directory, ticket)
    return [*([who] if who else []), *_behalf(step, directory, ticket), *_cause(step)]


def _behalf(step: Step, directory: Directory, ticket: Ticket | None) -> list[str]:
    name = directory.name(step.on_behalf_id)
    if ticket is not None and step.on_behalf_id is not None and step.on_behalf_id == ticket.requester_id:
        name = ticket.requester_name
    if ticket is not None and step.what == "recorded" and ticket.requester_id is None and not ticket.own:
        name = ticket.requester_name  # a caller who is known by name alone
    return [QCoreApplication.translate("CaseSentences", "on behalf of {whom}").format(whom=name)] if name else []


def _cause(step: Step) -> list[str]:
    match step.cause:
        case Cause.RULE if (promise := named(step.data.get("promise"))) is not None:
            return [promise_words.cause_word(promise)]
        case Cause.RULE:
            return [QCoreApplication.translate("CaseSentences", "by a rule")]
        case Cause.MAIL:
            return [QCoreApplication.translate("CaseSentences", "by e-mail")]
        case Cause.IMPORT:
            return [QCoreApplication.translate("CaseSentences", "import")]
        case Cause.SYSTEM:
            return [QCoreApplication.translate("CaseSentences", "automatically")]
        case _:
            return []


def _status(value: object, *, own: bool) -> State | PublicState | None:
    number = _int(value)
    if number is None:
        return None
    try:
        return PublicState(number) if own else State(number)
    except ValueError:
        return None


def _group(value: object) -> GroupId | None:
    number = _int(value)
    return None if number is None else GroupId(number)


def _int(value: object) -> int | None:
    return int(value) if isinstance(value, int) and not isinstance(value, bool) else None


def channel_of(value: int) -> Channel:
    """Return the channel of a number; one from a newer server counts as the program's own."""
    return Channel(value) if value in tuple(Channel) else Channel.PROGRAM
