"""What the case's pane does about parts; each is offered only when part_rules.py says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ticketdesk.domain.parts import Part
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.panes.case import summary
from ticketdesk.ui.panes.case.layout import CaseLayout
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.part_wishes import PartWishes
from ticketdesk.ui.panes.case.wishes import Wishes

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context


class CaseParts(CaseLayout):
    """The layout of a case with the wishes about its parts, and about the case shown as a part."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.ctx = ctx
        self._ticket: Ticket | None = None
        self.wishes = Wishes(ctx, self.drafts, self)
        self.part_wishes = PartWishes(ctx, self.drafts, self.wishes, self)
        self.facts.opened.connect(ctx.go)

    @Slot()
    def commission(self) -> None:
        """Ask which parts shall be clarified by whom."""
        if self._ticket is not None:
            self.part_wishes.ask_split(self._ticket, self.timeline.steps())

    def accept_part(self) -> None:
        """Settle the part shown."""
        self._about_part(self.part_wishes.accept)

    def recall_part(self) -> None:
        """Recall the part shown."""
        self._about_part(self.part_wishes.ask_recall)

    def return_part(self) -> None:
        """Give the part shown back to be completed."""
        self._about_part(self.part_wishes.ask_return)

    def record_part_answer(self) -> None:
        """Record what an outside contact answered."""
        self._about_part(self.part_wishes.ask_answer)

    def comment_part(self) -> None:
        """Say something about the part shown."""
        self._about_part(self.part_wishes.ask_comment)

    def gather(self, letter: Letter, parts: Sequence[Part]) -> None:
        """Put the answers to parts into a text, each as a quote: to the requester of a hidden case without names."""
        if self._ticket is None or not parts:
            return
        named = letter is not Letter.ANSWER or not self._ticket.hidden
        quotes = summary.build(parts, self.ctx.store.directory, named=named)
        self.composer.add_quotes(letter, quotes)
        self.make_room_for_composer()

    def _about_part(self, wish: Callable[[Ticket], None]) -> None:
        if self._ticket is not None:
            wish(self._ticket)
