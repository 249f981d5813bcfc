"""The wishes about parts: opens their dialogs and sends what comes of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commands.handling import RemindTicket
from ticketdesk.domain.commands.parts import AcceptPart, CommentPart, CommissionParts, PartWish, RecallPart, RecordPartAnswer, ReturnPart
from ticketdesk.domain.entry import Channel, Step
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.drafts import ticket_subject
from ticketdesk.ui.bridge.drafts import DraftBox, Slip
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.panes.case import sentences_way
from ticketdesk.ui.panes.case.part_dialogs import COMMENT, GIVE_BACK, RECALL, AnswerDialog
from ticketdesk.ui.panes.case.snippets import About, serve
from ticketdesk.ui.panes.case.text_question import Ask, ReasonDialog, TextQuestion
from ticketdesk.ui.panes.case.wishes import Wishes

SPLIT, TEXT = "split", "text"
"""Kind of the draft that holds the rows of a split until it has been made; the one field of the other drafts kept here."""


class PartWishes(QObject):
    """Opens the dialogs about parts; what comes of them goes the way of the other wishes."""

    def __init__(self, ctx: Context, drafts: DraftBox, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._drafts = drafts
        self._wishes = wishes
        self._window = parent

    def ask_split(self, ticket: Ticket, steps: Sequence[Step]) -> None:
        """Ask which parts shall be clarified by whom, then commission them all at once; what was typed is a draft until then."""
        # Loaded when it is wanted: no start of the program waits for it.
        from ticketdesk.ui.panes.case.split_dialog import SplitDialog

        slip = Slip(ticket_subject(ticket.key), SPLIT)

        def chosen(wishes: tuple[PartWish, ...], wait: bool) -> None:
            now = self._wishes.now(ticket)
            command = CommissionParts(now.id, now.version, tuple(wish.plain() for wish in wishes), wait)
            self._wishes.run(now, command, done=lambda: self._drafts.drop(slip), again=lambda: self.ask_split(now, steps), reopens=True)

        kept = self._drafts.get(slip) or {}
        dialog = SplitDialog(ticket, steps, self._ctx.me, self._ctx.store.directory, parent=self._window)
        dialog.restore(json.loads(kept.get(SPLIT, "[]")))
        dialog.typed.connect(lambda rows: self._drafts.put(slip, {SPLIT: json.dumps(rows)}) if rows else self._drafts.drop(slip))
        dialog.chosen.connect(chosen)
        dialog.serve(lambda field: serve(self._ctx, field, lambda: About(ticket, inward=True)))
        dialog.open()
        self._ctx.ask(lambda session: session.addressees(), while_alive(dialog, dialog.offer))

    def accept(self, part: Ticket) -> None:
        """Settle a part: its answer does."""
        self._wishes.run(part, AcceptPart(part.id, part.version))

    def remind(self, part: Ticket) -> None:
        """Remind whoever has a part; said when it is done, for nothing else shows it."""
        said = sentences_way.reminded(part, self._ctx.store.directory)
        self._wishes.run(part, RemindTicket(part.id), done=lambda: self._ctx.tell(said))

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
            now = self._wishes.now(part)
            command = RecordPartAnswer(now.id, now.version, text, channel, when)
            slip = _slip(part, RecordPartAnswer)
            self._wishes.run(now, command, done=lambda: self._drafts.drop(slip), again=lambda: self.ask_answer(now), reopens=True)

        dialog = AnswerDialog(part, part.contact_label, kept=self._kept(part, RecordPartAnswer), parent=self._window)
        dialog.decided.connect(decided)
        self._open(part, RecordPartAnswer, dialog)

    def _ask(self, part: Ticket, ask: Ask, kind: type[Command], make: Callable[[Ticket, str], Command]) -> None:
        dialog = ReasonDialog(part, ask, kept=self._kept(part, kind), parent=self._window)

        def decided(text: str) -> None:
            now = self._wishes.now(part)
            self._wishes.run(now, make(now, text), done=lambda: self._drafts.drop(_slip(part, kind)), again=lambda: decided(text))

        dialog.decided.connect(decided)
        self._open(part, kind, dialog)

    def _kept(self, part: Ticket, kind: type[Command]) -> str:
        return (self._drafts.get(_slip(part, kind)) or {}).get(TEXT, "")

    def _open(self, part: Ticket, kind: type[Command], dialog: TextQuestion) -> None:
        """Open a question; its text is a draft until it has been used."""
        dialog.typed.connect(lambda typed: self._drafts.put(_slip(part, kind), {TEXT: typed}))
        serve(self._ctx, dialog.field, lambda: About(part, inward=True))
        dialog.open()


def _slip(part: Ticket, kind: type[Command]) -> Slip:
    return Slip(ticket_subject(part.key), kind.verb())
