"""Turns a ticket of the store into what its row shows, in the present language. Painting and order stand elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.states import PublicState, State
from ticketdesk.domain.ticket import NUMBER_PREFIX, Ticket
from ticketdesk.ui.kit import promise_words, text, words
from ticketdesk.ui.kit.row_look import RowLook
from ticketdesk.ui.kit.text import Due, DueTone

if TYPE_CHECKING:
    from ticketdesk.ui.bridge.promises import PromisesLeft
    from ticketdesk.ui.context import Context

NOBODY = "—"
NOTHING = (Due("", DueTone.NONE), 0.0)
"""No promise."""
_NEAR = frozenset({DueTone.TODAY, DueTone.OVERDUE})
_DONE = frozenset({State.ANSWERED, State.CLOSED, State.WITHDRAWN, State.REJECTED})
_OWN_DONE = frozenset({PublicState.ANSWERED, PublicState.CLOSED, PublicState.WITHDRAWN, PublicState.REJECTED})


def row_looks(ctx: Context, promises: PromisesLeft | None = None) -> Callable[[Ticket, bool], RowLook]:
    """Return the function that makes the row of a ticket; its second argument says that the row is leaving the view."""

    def look_of(ticket: Ticket, leaving: bool) -> RowLook:
        return row_look(ctx, ticket, promises, leaving=leaving)

    return look_of


def row_look(ctx: Context, ticket: Ticket, promises: PromisesLeft | None = None, *, leaving: bool = False) -> RowLook:
    """Return what a ticket's row shows."""
    promise, share = promises.shown(ticket) if promises is not None else NOTHING
    due = next_due(ticket, promise)
    return RowLook(
        number=ticket.number.removeprefix(NUMBER_PREFIX),
        subject=one_line(ticket.subject),
        status=ticket.state,
        status_word=state_word(ticket),
        requester=one_line(_last_step(ticket) if ticket.own else _of_case(ctx, ticket) if ticket.is_part else words.requester(ticket)),
        owner="" if ticket.own else one_line(_owner(ctx, ticket)),
        priority=ticket.priority,
        priority_word=words.priority(ticket.priority),
        unread=ctx.store.is_unread(ticket.key),
        due_text=due.text,
        due_tone=due.tone,
        due_promise=due.promise,
        due_short=due.short,
        due_cell=due.cell,
        hidden=ticket.hidden and not ticket.own,
        parts_done=ticket.parts_back,
        parts_all=ticket.parts_expected,
        parts_text=parts_word(ticket),
        attachments=ticket.files > 0,
        commitment_text=" ".join(part for part in (_measure(ticket), promise.text) if part and promise.text),
        commitment_tone=promise.tone,
        commitment_share=share,
        leaving=QCoreApplication.translate("Rows", "leaves this view") if leaving else "",
        more=_Further(ctx, ticket),
    )


@dataclass(frozen=True, slots=True)
class NextDue:
    """What is due next, in the words of a row: a date, or a promise with what is left of it."""

    text: str
    tone: DueTone
    promise: bool = False
    cell: str = ""
    """What the column of dates says instead."""
    short: str = ""
    """What a narrow list says instead."""


def next_due(ticket: Ticket, promise: Due) -> NextDue:
    """Return what is due next for this reader; ``promise`` is what is left of the one that stands in the row."""
    pressing, promised = ticket.pressing_at, ticket.promised_at
    if ticket.own or ticket.state in _DONE or (pressing is None and promised is None):
        return _date(ticket)
    # While a case waits its date stands still; what runs on all the same is shown where it presses, unless the case is back before.
    waits = ticket.state is State.WAITING
    other = ticket.waiting_until if waits else ticket.due_at
    if promised is not None and (pressing is None or promised <= pressing):
        if other is not None and other <= promised:
            return _date(ticket)
        said = text.due(promised)
        if waits and said.tone not in _NEAR:
            return _date(ticket)
        return NextDue(f"{promise_words.message_word()} {said.text}", said.tone, cell=said.text, short=said.text)
    if pressing is None or (other is not None and other <= pressing):
        return _date(ticket)
    # By the day while there is time, as dates have it; by what is left as soon as that counts.
    near = promise.tone in _NEAR
    if waits and not near:
        return _date(ticket)
    said = promise if near else text.due(pressing)
    cell = text.today_at(pressing) or text.short_day(pressing)
    return NextDue(f"{_measure(ticket)} {said.text}".strip(), said.tone, promise=True, cell=cell, short=said.text)


def _measure(ticket: Ticket) -> str:
    measure = ticket.promise_measure
    return "" if measure is None else promise_words.short_measure(measure, internal=ticket.promise_internal)


def _date(ticket: Ticket) -> NextDue:
    due = due_word(ticket)
    return NextDue(due.text, due.tone)


def due_word(ticket: Ticket) -> Due:
    """Return the date that counts for this reader, or why none does."""
    if ticket.state in (_OWN_DONE if ticket.own else _DONE):
        word = state_word(ticket)
        return text.due(None, done=word[:1].lower() + word[1:])
    if ticket.own:
        # A requester has a wish, not a deadline of ours: it is never shown as late.
        if ticket.wished_at is None:
            return Due("", DueTone.NONE)
        return Due(QCoreApplication.translate("Rows", "Wish {day}").replace("{day}", text.short_day(ticket.wished_at)), DueTone.NORMAL)
    return text.due(ticket.due_at, stopped=ticket.state is State.WAITING, until=ticket.waiting_until)


def one_line(words_typed: str) -> str:
    """Return a text without line breaks and without signs that would turn the writing round; what people type may hold anything."""
    if words_typed.isprintable():
        return " ".join(words_typed.split())
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words_typed).split())


def state_word(ticket: Ticket) -> str:
    """Return the word for the state it is in."""
    return words.part_state(ticket.state) if ticket.is_part and isinstance(ticket.state, State) else words.state(ticket.state)


def _of_case(ctx: Context, ticket: Ticket) -> str:
    """Where a case shows its requester, a part shows its case, if this person sees that too; else who asks."""
    case = ctx.store.get(TicketKey(ticket.parent_id)) if ticket.parent_id is not None else None
    if case is not None:
        return QCoreApplication.translate("Rows", "for “{subject}”").replace("{subject}", case.subject)
    asks = ctx.store.directory.name(ticket.commissioned_by)
    return QCoreApplication.translate("Rows", "asked by {name}").replace("{name}", asks) if asks else ""


def parts_word(ticket: Ticket) -> str:
    """Return how many of its parts are back."""
    if ticket.own or not ticket.parts_expected:
        return ""
    words_ = QCoreApplication.translate("Rows", "{back} of {all}")
    return words_.replace("{back}", str(ticket.parts_back)).replace("{all}", str(ticket.parts_expected))


def _last_step(ticket: Ticket) -> str:
    day = text.time(ticket.updated_at) if _is_today(ticket) else text.short_day(ticket.updated_at)
    if ticket.state == PublicState.RECEIVED:
        return QCoreApplication.translate("Rows", "received {when}").replace("{when}", day)
    return QCoreApplication.translate("Rows", "changed {when}").replace("{when}", day)


def _is_today(ticket: Ticket) -> bool:
    return ticket.updated_at.astimezone().date() == text.now().astimezone().date()


def _owner(ctx: Context, ticket: Ticket) -> str:
    people = ctx.store.directory
    if ticket.handler_id is not None:
        return people.name(ticket.handler_id)
    if ticket.contact_label:
        return ticket.contact_label
    return people.group_name(ticket.group_id) if ticket.group_id is not None else NOBODY


class _Further(Mapping[str, str]):
    """Texts of the columns that few look at, each made when it is painted for the first time: in two lines none of them is."""

    def __init__(self, ctx: Context, ticket: Ticket) -> None:
        self._ctx, self._ticket = ctx, ticket
        self._made: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = _FURTHER[key](self._ctx, self._ticket)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(_FURTHER)

    def __len__(self) -> int:
        return len(_FURTHER)


def _category(ctx: Context, ticket: Ticket) -> str:
    return one_line(ctx.store.directory.category_path(ticket.category_id)) if ticket.category_id is not None else ""


def _group(ctx: Context, ticket: Ticket) -> str:
    return one_line(ctx.store.directory.group_name(ticket.group_id)) if ticket.group_id is not None else ""


_FURTHER: dict[str, Callable[[Context, Ticket], str]] = {
    "kind": lambda ctx, ticket: words.kind(ticket.kind),
    "category": _category,
    "coordinator": lambda ctx, ticket: one_line(ctx.store.directory.name(ticket.coordinator_id)),
    "group": _group,
    "document": lambda ctx, ticket: one_line(ticket.document_ref),
    "age": lambda ctx, ticket: text.span(text.now() - ticket.recorded_at) if ticket.is_open else "",
    "still": lambda ctx, ticket: text.span(text.now() - ticket.state_since) if ticket.state_since is not None else "",
    "recorded": lambda ctx, ticket: text.date_time(ticket.recorded_at),
    "updated": lambda ctx, ticket: text.date_time(ticket.updated_at),
}
