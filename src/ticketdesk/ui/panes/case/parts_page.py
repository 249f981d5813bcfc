"""The tab with the parts of a case, side by side in equal columns; from here the answers go into one text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from ticketdesk.domain.errors import Away, Refused
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.domain.parts import Part
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import Fill, PlainButton, PrimaryButton
from ticketdesk.ui.kit.empty_view import EmptyView
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.wrapping import Wrapping
from ticketdesk.ui.panes.case import letters, part_rules
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.page import Page, Steps
from ticketdesk.ui.panes.case.part_card import PartCard

if TYPE_CHECKING:
    from ticketdesk.services.store import Delta
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.panes.case.pane import CasePane

_MOST_BOXES = 12


class _Boxes(QWidget):
    """One box for each part, filled when it is back."""

    def __init__(self) -> None:
        super().__init__()
        self._back, self._all = 0, 0

    def set_counts(self, back: int, whole: int) -> None:
        self._back, self._all = back, min(whole, _MOST_BOXES)
        self.setVisible(whole > 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._all * 30, theme.S16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(self._all):
            box = QRectF(place * 30, round(self.height() / 2 - 3), 28, 6)
            painter.fillRect(box, theme.color("coord" if place < self._back else "line_strong"))


def _side_by_side(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.S12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return whole


class PartsPage(Page):
    """Asks for the parts when the case or one of them has moved on; ticks that somebody set stay."""

    def __init__(self, ctx: Context, pane: CasePane) -> None:
        super().__init__(ctx, pane)
        self._ticket: Ticket | None = None
        self._asked: tuple[TicketId, int] | None = None
        self._shown: TicketId | None = None
        self.cards: dict[TicketId, PartCard] = {}
        self._count = Label(bold=True, step=theme.Step.L, token="coord")
        self._boxes = _Boxes()
        self._as_of_time: datetime | None = None
        self._as_of = Label(step=theme.Step.S, token="text2")
        self.more = PlainButton("", "plus")
        self.more.clicked.connect(pane.commission)
        self.gather = PrimaryButton("", "git-merge", fill=Fill.COORDINATION)
        self.gather.clicked.connect(self._gather)
        self._note = Label(token="text2", step=theme.Step.S, wrap=True)
        self._empty = EmptyView()
        self._empty.pressed.connect(pane.commission)
        self._lay()
        ctx.store.changed.connect(self._changed)

    def set_case(self, ticket: Ticket, steps: Steps) -> None:
        if self._shown is not None and ticket.id != self._shown:
            self._clear()
        self._ticket = ticket
        self._dress()
        if self._asked != (ticket.id, ticket.seq):
            self._ask()

    def _ask(self) -> None:
        ticket = self._ticket
        if ticket is None:
            return
        self._asked = (ticket.id, ticket.seq)
        self.ctx.ask(
            lambda session: session.parts(ticket.id),
            while_alive(self, lambda parts: self._came(ticket.id, parts)),
            failed=while_alive(self, self._failed),
        )

    def _came(self, case: TicketId, parts: tuple[Part, ...]) -> None:
        ticket = self._ticket
        if ticket is None or ticket.id != case:
            return
        self._shown = case
        self._note.hide()
        for gone in self.cards.keys() - {part.id for part in parts}:
            self._drop(gone)
        for place, part in enumerate(parts):
            card = self.cards.get(part.id) or self._make(part.id)
            self._show_part(card, part, ticket)
            if self._columns.indexOf(card) != place:
                self._columns.insertWidget(place, card, 1)
        self._as_of_time = text.now()
        self._say_as_of()
        self._dress()

    def _show_part(self, card: PartCard, part: Part, ticket: Ticket) -> None:
        gathers, reminds = part_rules.gathers(part, self.ctx.me), part_rules.may_remind(part, self.ctx.me)
        card.set_part(part, self.ctx.store.directory, gathers=gathers, reminds=reminds)

    def _say_as_of(self) -> None:
        if self._as_of_time is not None:
            self._as_of.setText(self.tr("As of {time}").format(time=text.time(self._as_of_time)))

    def _failed(self, error: Exception) -> None:
        # Asked again at the next change, or when somebody comes back to the tab.
        self._asked = None
        if isinstance(error, Away):
            self._note.setText(self.tr("No connection. The parts are shown as soon as the server is back."))
            self._note.show()
        elif isinstance(error, Refused):
            self._clear()

    def _make(self, part_id: TicketId) -> PartCard:
        card = self.cards[part_id] = PartCard()
        card.chosen.connect(self._dress)
        card.opened.connect(lambda part: self.ctx.go(TicketKey(part.id)))
        wishes = self.pane.part_wishes
        card.accepted.connect(lambda part: self._with_row(part, wishes.accept))
        card.recalled.connect(lambda part: self._with_row(part, wishes.ask_recall))
        card.reminded.connect(lambda part: self._with_row(part, wishes.remind))
        card.returned.connect(lambda part: self._with_row(part, wishes.ask_return))
        card.answered.connect(lambda part: self._with_row(part, wishes.ask_answer))
        return card

    def _with_row(self, part: Part, wish: Callable[[Ticket], None]) -> None:
        """Wish something about a part on top of its row, which is fetched when the store does not hold it."""
        row = self.ctx.store.get(part.key)
        if row is not None and row.version >= part.version:
            wish(row)
        else:
            self.ctx.ask(lambda session: session.get(part.key), while_alive(self, wish))

    def _drop(self, part_id: TicketId) -> None:
        card = self.cards.pop(part_id)
        card.hide()
        card.deleteLater()

    def _clear(self) -> None:
        for part_id in list(self.cards):
            self._drop(part_id)
        self._asked = self._shown = None
        self._as_of_time = None
        self._as_of.setText("")

    @Slot(object)
    def _changed(self, delta: Delta) -> None:
        """A part may change without its case, as by another date."""
        if self.isVisible() and any(key.id in self.cards for key in delta.changed if not key.own):
            self._ask()

    def chosen(self) -> list[Part]:
        """Return the parts whose answers are ticked, in the order of their letters."""
        found = [card.part for card in self.cards.values() if card.is_chosen() and card.part is not None]
        return sorted(found, key=lambda part: part.id)

    def letter(self) -> Letter | None:
        """Return what the summary becomes: an answer to the requester, else the report to whoever asked."""
        ticket = self._ticket
        order = (Letter.REPORT, Letter.ANSWER) if ticket is not None and ticket.is_part else (Letter.ANSWER, Letter.REPORT)
        return next((one for one in order if ticket is not None and letters.possible(one, ticket, self.ctx.me)), None)

    @Slot()
    def _gather(self) -> None:
        letter = self.letter()
        if letter is not None:
            self.pane.gather(letter, self.chosen())

    @Slot()
    def _dress(self) -> None:
        ticket = self._ticket
        if ticket is None:
            return
        whole = ticket.parts_expected
        counted = self.tr("{back} of {all} back").format(back=ticket.parts_back, all=whole)
        self._count.setText(counted if whole else self.tr("No part is out"))
        self._boxes.set_counts(ticket.parts_back, whole)
        letter = self.letter()
        self.gather.set_text(self.tr("Into the report") if letter is Letter.REPORT else self.tr("Into the answer"))
        self.gather.setEnabled(letter is not None and bool(self.chosen()))
        self.gather.setVisible(bool(self.cards))
        self.more.setVisible(part_rules.may_commission(ticket, self.ctx.me))
        self.more.setText(self.tr("&Further part …") if ticket.parts_total else self.tr("Commission &parts …"))
        self._pages.setCurrentWidget(self._board if ticket.parts_total else self._empty)
        may = part_rules.may_commission(ticket, self.ctx.me)
        self._empty.set_look(
            "subtask", self.tr("This case has no parts"),
            self.tr("Have parts of it clarified by several handlers or groups; their answers stand here side by side."),
            button=self.tr("Commission parts …") if may else "",
        )  # fmt: skip
        self._say_what_is_kept(ticket)

    def _say_what_is_kept(self, ticket: Ticket) -> None:
        """Say so when there are parts that this person may not read."""
        kept = self._asked is not None and self._shown == ticket.id and len(self.cards) < ticket.parts_total
        if kept:
            self._note.setText(self.tr("Some parts were commissioned by others and are not open to you."))
        if self._asked is not None:
            self._note.setVisible(kept)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Parts of the case"))
        # States, dates and names on the cards are words too.
        for card in self.cards.values():
            if card.part is not None and self._ticket is not None:
                self._show_part(card, card.part, self._ticket)
        self._say_as_of()
        self._dress()

    def _lay(self) -> None:
        head = Wrapping()
        head.box.setContentsMargins(theme.PANE_MARGIN, theme.S8, theme.PANE_MARGIN, theme.S4)
        head.box.setSpacing(theme.S8)
        head.box.addWidget(_side_by_side(self._count, self._boxes, self._as_of), 1)
        head.box.addWidget(_side_by_side(self.more, self.gather))
        inner = QWidget()
        self._columns = QHBoxLayout(inner)
        self._columns.setContentsMargins(theme.S12, 0, theme.S12, theme.S8)
        self._columns.setSpacing(theme.S8)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A long text in work may leave little height: then the cards give way, not the buttons over them.
        scroll.setMinimumHeight(1)
        scroll.setWidget(inner)
        self._note.setContentsMargins(theme.PANE_MARGIN, 0, theme.PANE_MARGIN, theme.S4)
        self._note.hide()
        self._board = QWidget()
        column = QVBoxLayout(self._board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._note)
        column.addWidget(scroll, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._board)
        self._pages.addWidget(self._empty)
