"""The wishes of a case that need no text: sends them, disables what is under way, and says what became of them. Dialogs are opened here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commands.handling import AssignTicket, GiveBack, TakeOver
from ticketdesk.domain.commands.ticket import AcceptTicket, ChangeTicket, ClarifyTicket, CloseTicket, ConfirmSolution, SetHidden
from ticketdesk.domain.errors import Refused, Stale
from ticketdesk.domain.ids import CategoryId
from ticketdesk.domain.states import Priority
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.drafts import ticket_subject
from ticketdesk.ui.bridge.drafts import DraftBox, Slip
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.panes.case import refusals
from ticketdesk.ui.panes.case.assign_dialog import Addressee, AssignDialog
from ticketdesk.ui.panes.case.dialogs import CategoryDialog, ModeDialog, TargetDialog
from ticketdesk.ui.panes.case.snippets import of_mode, serve

ORDER = "order"
"""Kind of the draft that holds the order of an assignment until it has been made."""


class Wishes(QObject):
    """Carries out wishes about one case at a time. ``changed`` when something got under way or came back; ``done`` (Outcome)."""

    changed = Signal()
    done = Signal(object)

    def __init__(self, ctx: Context, drafts: DraftBox, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._drafts = drafts
        self._window = parent
        self._under_way: set[tuple[int, str]] = set()

    def is_under_way(self, ticket: Ticket, verb: str) -> bool:
        """Whether this wish was sent and not answered yet."""
        return (int(ticket.id), verb) in self._under_way

    def accept(self, ticket: Ticket) -> None:
        """Take a new case into coordination."""
        self.run(ticket, AcceptTicket(ticket.id, ticket.version))

    def clarify(self, ticket: Ticket) -> None:
        """Begin pre-clarification, or take a reported case up again."""
        self.run(ticket, ClarifyTicket(ticket.id, ticket.version))

    def take_over(self, ticket: Ticket) -> None:
        """Take the case into one's own hands."""
        self.run(ticket, TakeOver(ticket.id, ticket.version))

    def give_back(self, ticket: Ticket) -> None:
        """Give the case back to its group."""
        self.run(ticket, GiveBack(ticket.id, ticket.version))

    def close(self, ticket: Ticket) -> None:
        """Close an answered case."""
        self.run(ticket, CloseTicket(ticket.id, ticket.version))

    def confirm(self, ticket: Ticket) -> None:
        """As the requester: the answer solves it."""
        self.run(ticket, ConfirmSolution(ticket.id, ticket.version))

    def set_priority(self, ticket: Ticket, priority: Priority) -> None:
        """Change how urgent it is."""
        if ticket.priority is not priority:
            self._change(ticket, lambda now: ChangeTicket(now.id, now.version, priority=priority))

    def set_subject(self, ticket: Ticket, subject: str) -> None:
        """Change the subject."""
        self._change(ticket, lambda now: ChangeTicket(now.id, now.version, subject=subject))

    def ask_target(self, ticket: Ticket) -> None:
        """Ask for the target date, then set or clear it."""

        def decided(at: datetime | None) -> None:
            if at is None:
                self._change(ticket, lambda now: ChangeTicket(now.id, now.version, clear=("target_at",)))
            else:
                self._change(ticket, lambda now: ChangeTicket(now.id, now.version, target_at=at))

        dialog = TargetDialog(ticket, self._window)
        dialog.decided.connect(decided)
        dialog.open()

    def ask_mode(self, ticket: Ticket) -> None:
        """Ask for the mode of clarification, then set it."""

        def decided(hidden: bool) -> None:
            self._change(ticket, lambda now: SetHidden(now.id, now.version, hidden))

        dialog = ModeDialog(ticket, self._window)
        dialog.decided.connect(decided)
        dialog.open()

    def ask_category(self, ticket: Ticket) -> None:
        """Ask what the case is about, then set or clear it."""

        def decided(category: CategoryId | None) -> None:
            if category is None:
                self._change(ticket, lambda now: ChangeTicket(now.id, now.version, clear=("category_id",)))
            else:
                self._change(ticket, lambda now: ChangeTicket(now.id, now.version, category_id=category))

        dialog = CategoryDialog(ticket, self._ctx.store.directory, self._window)
        dialog.decided.connect(decided)
        dialog.open()

    def ask_assignment(self, ticket: Ticket) -> None:
        """Ask to whom and with what order, then assign; the order is a draft until the case is assigned."""
        slip = Slip(ticket_subject(ticket.key), ORDER)

        def chosen(whom: Addressee, order: str) -> None:
            now = self.now(ticket)
            command = AssignTicket(now.id, now.version, handler_id=whom.handler_id, group_id=whom.group_id, order_text=order)
            self.run(now, command, done=lambda: self._drafts.drop(slip), again=lambda: self.ask_assignment(self.now(ticket)))

        kept = self._drafts.get(slip) or {}
        dialog = AssignDialog(ticket, self._ctx.store.directory, order=kept.get(ORDER, ""), parent=self._window)
        dialog.typed.connect(lambda order: self._drafts.put(slip, {ORDER: order}))
        dialog.chosen.connect(chosen)
        serve(self._ctx, dialog.order_field, lambda: of_mode(ticket))
        dialog.open()
        self._ctx.ask(lambda session: session.addressees(), while_alive(dialog, dialog.offer))

    def _change(self, ticket: Ticket, make: Callable[[Ticket], Command]) -> None:
        """Change something on top of the case as it is now; somebody faster is no reason to choose or type it anew."""
        now = self.now(ticket)
        self.run(now, make(now), again=lambda: self._change(ticket, make))

    def run(
        self, ticket: Ticket, command: Command, *, done: Callable[[], None] | None = None, again: Callable[[], None] | None = None,
        reopens: bool = False,
    ) -> None:
        """Send a wish; a second click does nothing until the answer is there.

        ``again`` is offered when somebody was faster; where it ``reopens`` a question with what was typed, after any refusal.
        """
        name = (int(ticket.id), command.verb())
        if name in self._under_way:
            return
        self._under_way.add(name)
        self.changed.emit()

        def over() -> None:
            self._under_way.discard(name)
            self.changed.emit()

        def succeeded(outcome: Outcome) -> None:
            over()
            if done is not None:
                done()
            self.done.emit(outcome)

        def refused(why: Refused) -> None:
            over()
            said = refusals.sentence(why, self._ctx.store.directory, own=ticket.own)
            tone = Tone.WARN if isinstance(why, Stale) else Tone.BAD
            if again is not None and (reopens or type(why) is Stale):
                self._ctx.tell(said, tone=tone, button=self.tr("Try again"), pressed=again)
            else:
                self._ctx.tell(said, tone=tone)

        def queued() -> None:
            over()
            if done is not None:
                done()
            self._ctx.tell(self.tr("No connection. This is carried out as soon as the server is back."), tone=Tone.WARN)

        self._ctx.run(command, done=while_alive(self, succeeded), refused=while_alive(self, refused), queued=while_alive(self, queued))

    def now(self, ticket: Ticket) -> Ticket:
        """Return the case as it is now; while a dialog was open others may have acted."""
        return self._ctx.store.get(ticket.key) or ticket
