"""The wishes of the way of a case: waiting, handing on, taking back, ending. Asks what is to be asked, keeps what was typed, sends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject
from PySide6.QtWidgets import QWidget

from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commands.handling import (
    DeclineTicket,
    EndWaiting,
    ForwardTicket,
    HandToCoordination,
    RecallTicket,
    RemindTicket,
    ReturnTicket,
    SetWaiting,
)
from ticketdesk.domain.commands.ticket import (
    AcknowledgeMessage,
    CloseTicket,
    RecordTicket,
    RejectTicket,
    SetWishedDate,
    WithdrawTicket,
)
from ticketdesk.domain.errors import Refused
from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.states import Reason, State, Way
from ticketdesk.domain.ticket import Ticket, number
from ticketdesk.services.drafts import ticket_subject
from ticketdesk.ui.bridge.drafts import DraftBox, Slip
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.panes.case import refusals, sentences_way
from ticketdesk.ui.panes.case.assign_dialog import Addressee, AssignDialog
from ticketdesk.ui.panes.case.part_dialogs import DECLINE
from ticketdesk.ui.panes.case.snippets import About, of_mode, serve
from ticketdesk.ui.panes.case.text_question import Ask, ReasonDialog, TextQuestion
from ticketdesk.ui.panes.case.way_dialogs import FollowUpDialog, WaitDialog, WishDialog
from ticketdesk.ui.panes.case.wishes import Wishes

TEXT = "text"
"""The one field of the drafts kept here; each verb has a draft of its own."""

_REASON = QT_TRANSLATE_NOOP("WayDialogs", "Reason")
_INSIDE = QT_TRANSLATE_NOOP("WayDialogs", "Only the coordination and the handlers read this.")
_OUTSIDE = QT_TRANSLATE_NOOP("WayDialogs", "The requester reads this.")

Reasoned = (
    type[DeclineTicket] | type[RecallTicket] | type[HandToCoordination] | type[ReturnTicket] | type[RejectTicket]
    | type[WithdrawTicket] | type[CloseTicket]
)  # fmt: skip
"""Commands whose third value is the text that is asked for."""

ASKS: dict[Reasoned, Ask] = {
    DeclineTicket: Ask(
        "arrow-back-up", QT_TRANSLATE_NOOP("WayDialogs", "Send {number} back"), _REASON,
        QT_TRANSLATE_NOOP("WayDialogs", "The ticket goes back to the coordination. Only the coordination and the handlers read this."),
        QT_TRANSLATE_NOOP("WayDialogs", "Send back"),
    ),
    RecallTicket: Ask(
        "restore", QT_TRANSLATE_NOOP("WayDialogs", "Call {number} back"), _REASON, _INSIDE,
        QT_TRANSLATE_NOOP("WayDialogs", "Call back"), required=False,
    ),
    HandToCoordination: Ask(
        "route", QT_TRANSLATE_NOOP("WayDialogs", "Hand {number} to the coordination"), _REASON,
        QT_TRANSLATE_NOOP("WayDialogs", "The ticket goes to the coordination as a new one. Only coordination and handlers read this."),
        QT_TRANSLATE_NOOP("WayDialogs", "Hand to coordination"), required=False,
    ),
    ReturnTicket: Ask(
        "corner-down-right", QT_TRANSLATE_NOOP("WayDialogs", "Return {number}"), QT_TRANSLATE_NOOP("WayDialogs", "What is missing"),
        QT_TRANSLATE_NOOP("WayDialogs", "The ticket goes back to whoever answered."), QT_TRANSLATE_NOOP("WayDialogs", "Return"),
    ),
    RejectTicket: Ask(
        "ban", QT_TRANSLATE_NOOP("WayDialogs", "Reject {number}"), _REASON, _OUTSIDE, QT_TRANSLATE_NOOP("WayDialogs", "Reject"),
    ),
    WithdrawTicket: Ask(
        "circle-minus", QT_TRANSLATE_NOOP("WayDialogs", "Withdraw {number}"), _REASON,
        QT_TRANSLATE_NOOP("WayDialogs", "Nobody works on it any more. It can be opened again later."),
        QT_TRANSLATE_NOOP("WayDialogs", "Withdraw"), required=False,
    ),
    CloseTicket: Ask(
        "circle-check", QT_TRANSLATE_NOOP("WayDialogs", "Close {number} without an answer of the requester"), _REASON, _OUTSIDE,
        QT_TRANSLATE_NOOP("WayDialogs", "Close"),
    ),
}  # fmt: skip
"""What is asked before each of these."""


_READ_OUTSIDE = frozenset({RejectTicket, WithdrawTicket, CloseTicket})
"""Of those, whose text the requester reads whatever the mode."""


class WayWishes(QObject):
    """Carries out the wishes of the way through ``wishes``, one case at a time."""

    def __init__(self, ctx: Context, drafts: DraftBox, wishes: Wishes, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._drafts, self._wishes, self._window = ctx, drafts, wishes, window

    def end_waiting(self, ticket: Ticket) -> None:
        """Go on with a waiting case."""
        self._wishes.run(ticket, EndWaiting(ticket.id, ticket.version))

    def remind(self, ticket: Ticket) -> None:
        """Remind whoever has the case; said when it is done, for nothing else shows it."""
        said = sentences_way.reminded(ticket, self._ctx.store.directory)
        self._wishes.run(ticket, RemindTicket(ticket.id), done=lambda: self._ctx.tell(said))

    def acknowledge(self, ticket: Ticket) -> None:
        """Take note of a message after the end."""
        self._wishes.run(ticket, AcknowledgeMessage(ticket.id, ticket.version))

    def close(self, ticket: Ticket) -> None:
        """Close an answered case; with a reason one whose requester does not answer."""
        if ticket.state is State.WAITING:
            self.ask_reason(ticket, CloseTicket)
        else:
            self._wishes.close(ticket)

    def ask_reason(self, ticket: Ticket, kind: Reasoned) -> None:
        """Ask why, then do what is asked for."""
        asked = DECLINE if ticket.is_part and kind is DeclineTicket else ASKS[kind]
        dialog = ReasonDialog(ticket, asked, kept=self._kept(ticket, kind), parent=self._window)
        dialog.decided.connect(lambda reason: self._send(ticket, kind, lambda now: kind(now.id, now.version, reason)))
        self._open(ticket, kind, dialog, outward=lambda: kind in _READ_OUTSIDE)

    def ask_waiting(self, ticket: Ticket) -> None:
        """Ask what it waits for, then let it wait."""
        may_ask = not ticket.is_part and (self._ctx.me.coordinates or not ticket.hidden or ticket.way is Way.DIRECT)

        def decided(reason: Reason, until: datetime | None, body: str) -> None:
            self._send(ticket, SetWaiting, lambda now: SetWaiting(now.id, now.version, reason, until, body))

        dialog = WaitDialog(ticket, may_ask=may_ask, kept=self._kept(ticket, SetWaiting), parent=self._window)
        dialog.decided.connect(decided)
        self._open(ticket, SetWaiting, dialog, outward=lambda: dialog.reason() is Reason.REQUESTER)

    def ask_wished_date(self, ticket: Ticket) -> None:
        """Ask for the requester's date, then change it."""
        dialog = WishDialog(ticket, self._window)
        dialog.decided.connect(lambda at: self._send(ticket, SetWishedDate, lambda now: SetWishedDate(now.id, now.version, at)))
        dialog.open()

    def ask_forward(self, ticket: Ticket) -> None:
        """Ask to whom it is handed on, then hand it on."""

        def chosen(whom: Addressee, word: str) -> None:
            self._send(ticket, ForwardTicket, lambda now: ForwardTicket(now.id, now.version, whom.handler_id, whom.group_id, word))

        kept = self._kept(ticket, ForwardTicket)
        dialog = AssignDialog(ticket, self._ctx.store.directory, order=kept, onward=True, parent=self._window)
        dialog.typed.connect(lambda word: self._drafts.put(_slip(ticket, ForwardTicket), {TEXT: word}))
        dialog.chosen.connect(chosen)
        serve(self._ctx, dialog.order_field, lambda: of_mode(ticket))
        dialog.open()
        self._ctx.ask(lambda session: session.addressees(), while_alive(dialog, dialog.offer))

    def ask_follow_up(self, ticket: Ticket) -> None:
        """Ask what it is about now, then record a new case that carries this one on, and go there."""
        slip = _slip(ticket, RecordTicket)

        def decided(subject: str, body: str) -> None:
            command = RecordTicket(
                ticket.kind, subject, body, priority=ticket.priority, category_id=ticket.category_id,
                requester_id=ticket.requester_id, requester_name="" if ticket.requester_id is not None else ticket.requester_name,
                follow_up_of=ticket.id,
            )  # fmt: skip
            self._ctx.run(
                command, done=while_alive(self, lambda outcome: self._recorded(ticket, slip, outcome)),
                refused=while_alive(self, self._refused), queued=while_alive(self, lambda: self._queued(slip)),
            )  # fmt: skip

        dialog = FollowUpDialog(ticket, kept=self._kept(ticket, RecordTicket), parent=self._window)
        dialog.decided.connect(decided)
        self._open(ticket, RecordTicket, dialog, outward=lambda: True)

    def _recorded(self, ticket: Ticket, slip: Slip, outcome: Outcome) -> None:
        self._drafts.drop(slip)
        self._ctx.tell(self.tr("{number} is recorded and linked.").format(number=number(outcome.ticket_id)))
        self._ctx.go(TicketKey(outcome.ticket_id, ticket.own))

    def _refused(self, why: Refused) -> None:
        self._ctx.tell(refusals.sentence(why, self._ctx.store.directory), tone=Tone.BAD)

    def _queued(self, slip: Slip) -> None:
        self._drafts.drop(slip)
        self._ctx.tell(self.tr("No connection. This is carried out as soon as the server is back."), tone=Tone.WARN)

    def _send(self, ticket: Ticket, kind: type[Command], make: Callable[[Ticket], Command]) -> None:
        """Send a wish on top of the case as it is now; what was typed for it is kept until it has been carried out."""
        now = self._ctx.store.get(ticket.key) or ticket
        self._wishes.run(now, make(now), done=lambda: self._drafts.drop(_slip(ticket, kind)), again=lambda: self._send(ticket, kind, make))

    def _kept(self, ticket: Ticket, kind: type[Command]) -> str:
        return (self._drafts.get(_slip(ticket, kind)) or {}).get(TEXT, "")

    def _open(self, ticket: Ticket, kind: type[Command], dialog: TextQuestion, *, outward: Callable[[], bool]) -> None:
        """Open a question; its text is a draft until it has been used, and text modules are filled in for whoever will read it."""
        serve(self._ctx, dialog.field, lambda: About(ticket, inward=False) if outward() else of_mode(ticket))
        dialog.typed.connect(lambda typed: self._drafts.put(_slip(ticket, kind), {TEXT: typed}))
        dialog.open()


def _slip(ticket: Ticket, kind: type[Command]) -> Slip:
    return Slip(ticket_subject(ticket.key), kind.verb())
