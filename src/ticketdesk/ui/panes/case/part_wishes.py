"""The wishes about parts: opens their dialogs, sends them, and says what became of them. One wish per part and verb at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commands.handling import RemindTicket
from ticketdesk.domain.commands.parts import AcceptPart, CommentPart, CommissionParts, PartWish, RecallPart, RecordPartAnswer, ReturnPart
from ticketdesk.domain.entry import Channel, Step
from ticketdesk.domain.errors import Refused, Stale
from ticketdesk.domain.people import Group, Person
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.drafts import ticket_subject
from ticketdesk.ui.bridge.drafts import DraftBox, Slip
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.panes.case import refusals, sentences_way
from ticketdesk.ui.panes.case.part_dialogs import COMMENT, GIVE_BACK, RECALL, AnswerDialog
from ticketdesk.ui.panes.case.snippets import About, serve
from ticketdesk.ui.panes.case.text_question import Ask, ReasonDialog, TextQuestion

SPLIT, TEXT = "split", "text"
"""Kind of the draft that holds the rows of a split until it has been made; the one field of the other drafts kept here."""


class PartWishes(QObject):
    """Carries out wishes about parts. ``done`` (Outcome)."""

    done = Signal(object)

    def __init__(self, ctx: Context, drafts: DraftBox, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._drafts = drafts
        self._window = parent
        self._under_way: set[tuple[int, str]] = set()

    def ask_split(self, ticket: Ticket, steps: Sequence[Step]) -> None:
        """Ask which parts shall be clarified by whom, then commission them all at once; what was typed is a draft until then."""
        # Loaded when it is wanted: no start of the program waits for it.
        from ticketdesk.ui.panes.case.split_dialog import SplitDialog

        slip = Slip(ticket_subject(ticket.key), SPLIT)

        def chosen(wishes: tuple[PartWish, ...], wait: bool) -> None:
            now = self._ctx.store.get(ticket.key) or ticket
            command = CommissionParts(now.id, now.version, tuple(wish.plain() for wish in wishes), wait)
            self._run(now, command, done=lambda: self._drafts.drop(slip), again=lambda: self.ask_split(now, steps))

        kept = self._drafts.get(slip) or {}
        dialog = SplitDialog(ticket, steps, self._ctx.me, self._ctx.store.directory, parent=self._window)
        dialog.restore(json.loads(kept.get(SPLIT, "[]")))
        dialog.typed.connect(lambda rows: self._drafts.put(slip, {SPLIT: json.dumps(rows)}) if rows else self._drafts.drop(slip))
        dialog.chosen.connect(chosen)
        dialog.serve(lambda field: serve(self._ctx, field, lambda: About(ticket, inward=True)))
        dialog.open()
        still_open = [dialog]
        dialog.finished.connect(lambda _result: still_open.clear())

        def offer(whom: tuple[Person | Group, ...]) -> None:
            for one in still_open:
                one.offer(whom)

        self._ctx.ask(lambda session: session.addressees(), offer)

    def accept(self, part: Ticket) -> None:
        """Settle a part: its answer does."""
        self._run(part, AcceptPart(part.id, part.version))

    def remind(self, part: Ticket) -> None:
        """Remind whoever has a part; said when it is done, for nothing else shows it."""
        said = sentences_way.reminded(part, self._ctx.store.directory)
        self._run(part, RemindTicket(part.id), done=lambda: self._ctx.tell(said))

    def ask_recall(self, part: Ticket) -> None:
        """Ask why, then recall a part."""
        self._ask(part, RECALL, RecallPart, lambda now, text: RecallPart(now.id, now.version, text))

    def ask_return(self, part: Ticket) -> None:
        """Ask what is missing, then give a part back."""
        self._ask(part, GIVE_BACK, ReturnPart, lambda now, text: ReturnPart(now.id, now.version, text))

    def ask_comment(self, part: Ticket) -> None:
        """Ask for a comment, then file it."""
        self._ask(part, COMMENT, CommentPart, lambda now, text: CommentPart(now.id, text))

    def ask_answer(self, part: Ticket) -> None:
        """Ask what an outside contact answered, then record it."""

        def decided(text: str, channel: Channel, when: datetime | None) -> None:
            now = self._now(part)
            command = RecordPartAnswer(now.id, now.version, text, channel, when)
            self._run(now, command, done=lambda: self._drafts.drop(_slip(part, RecordPartAnswer)), again=lambda: self.ask_answer(now))

        dialog = AnswerDialog(part, part.contact_label, kept=self._kept(part, RecordPartAnswer), parent=self._window)
        dialog.decided.connect(decided)
        self._open(part, RecordPartAnswer, dialog)

    def _ask(self, part: Ticket, ask: Ask, kind: type[Command], make: Callable[[Ticket, str], Command]) -> None:
        dialog = ReasonDialog(part, ask, kept=self._kept(part, kind), parent=self._window)

        def decided(text: str) -> None:
            now = self._now(part)
            self._run(now, make(now, text), done=lambda: self._drafts.drop(_slip(part, kind)), again=lambda: decided(text))

        dialog.decided.connect(decided)
        self._open(part, kind, dialog)

    def _kept(self, part: Ticket, kind: type[Command]) -> str:
        return (self._drafts.get(_slip(part, kind)) or {}).get(TEXT, "")

    def _open(self, part: Ticket, kind: type[Command], dialog: TextQuestion) -> None:
        """Open a question; its text is a draft until it has been used."""
        dialog.typed.connect(lambda typed: self._drafts.put(_slip(part, kind), {TEXT: typed}))
        serve(self._ctx, dialog.field, lambda: About(part, inward=True))
        dialog.open()

    def _now(self, part: Ticket) -> Ticket:
        return self._ctx.store.get(part.key) or part

    def _run(
        self, ticket: Ticket, command: Command, *, done: Callable[[], None] | None = None, again: Callable[[], None] | None = None
    ) -> None:
        name = (int(ticket.id), command.verb())
        if name in self._under_way:
            return
        self._under_way.add(name)

        def succeeded(outcome: Outcome) -> None:
            self._under_way.discard(name)
            if done is not None:
                done()
            self.done.emit(outcome)

        def refused(why: Refused) -> None:
            self._under_way.discard(name)
            said = refusals.sentence(why, self._ctx.store.directory, own=False)
            if again is not None:
                # Nothing typed is lost: the text or the draft is there still.
                self._ctx.tell(said, tone=Tone.WARN if isinstance(why, Stale) else Tone.BAD, button=self.tr("Try again"), pressed=again)
            else:
                self._ctx.tell(said, tone=Tone.WARN if isinstance(why, Stale) else Tone.BAD)

        def queued() -> None:
            self._under_way.discard(name)
            if done is not None:
                done()
            self._ctx.tell(self.tr("No connection. This is carried out as soon as the server is back."), tone=Tone.WARN)

        self._ctx.run(command, done=while_alive(self, succeeded), refused=while_alive(self, refused), queued=while_alive(self, queued))


def _slip(part: Ticket, kind: type[Command]) -> Slip:
    return Slip(ticket_subject(part.key), kind.verb())
