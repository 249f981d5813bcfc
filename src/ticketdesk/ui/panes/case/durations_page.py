"""The tab «Durations»: what the case took in all, with each group, and stretch by stretch, in both clocks, waiting apart."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from ticketdesk.domain.durations import Durations, Spent, Stretch
from ticketdesk.domain.errors import Away, Refused
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.states import State
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import text, theme, words
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.roomy import give_room
from ticketdesk.ui.panes.case.booked_part import BookedPart
from ticketdesk.ui.panes.case.page import Page, Steps

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.panes.case.pane import CasePane

_EVERY_MINUTE = 60_000
DASH = "—"


class DurationsPage(Page):
    """Asks when the case has moved on, and once a minute while it is looked at: the last stretch goes on."""

    def __init__(self, ctx: Context, pane: CasePane) -> None:
        super().__init__(ctx, pane)
        self._ticket: Ticket | None = None
        self._asked: tuple[TicketId, int] | None = None
        self._told: Durations | None = None
        self.sums = _table(5)
        self.stretches = _table(6)
        self.note = Label(token="text2", step=theme.Step.S, wrap=True)
        self.note.hide()
        self.sums_head, self.stretches_head = Label(bold=True), Label(bold=True)
        self.explained = Label(token="text2", step=theme.Step.S, wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(theme.S16, theme.S12, theme.S16, theme.S12)
        body.setSpacing(theme.S8)
        self.booked = BookedPart(ctx)
        for widget, stretch in (
            (self.note, 0), (self.sums_head, 0), (self.sums, 2), (self.stretches_head, 0), (self.stretches, 3), (self.explained, 0),
            (self.booked, 2),
        ):  # fmt: skip
            body.addWidget(widget, stretch)
        self._minute = QTimer(self)
        self._minute.setInterval(_EVERY_MINUTE)
        self._minute.timeout.connect(self._tick)
        self._minute.start()

    def set_case(self, ticket: Ticket, steps: Steps) -> None:
        if self._ticket is not None and self._ticket.id != ticket.id:
            self._told = None
            self._fill()
        self._ticket = ticket
        if self._asked != (ticket.id, ticket.seq):
            self._ask(ticket)

    def _ask(self, ticket: Ticket) -> None:
        self._asked = (ticket.id, ticket.seq)
        came = while_alive(self, lambda told: self._came(ticket.id, told))
        self.ctx.ask(lambda session: session.durations(ticket.id), came, failed=while_alive(self, self._failed))

    def _came(self, case: TicketId, told: Durations) -> None:
        if self._ticket is not None and self._ticket.id == case:
            self.note.hide()
            self._told = told
            self._fill()

    def _failed(self, error: Exception) -> None:
        # Asked again at the next change, or when somebody comes back to the tab.
        self._asked = None
        if isinstance(error, Away):
            self.note.setText(self.tr("No connection. The durations are shown as soon as the server is back."))
            self.note.show()
        elif isinstance(error, Refused):
            self._told = None
            self._fill()

    @Slot()
    def _tick(self) -> None:
        self.booked.tick()
        if self.isVisible() and self._ticket is not None and self._ticket.is_open:
            self._ask(self._ticket)

    def _fill(self) -> None:
        self.sums.clear()
        self.stretches.clear()
        told = self._told
        self.booked.set_case(self._ticket, told)
        if told is None:
            return
        for row in self._sums(told):
            self.sums.addTopLevelItem(_item(row))
        for one in told.stretches:
            if one.counts:
                item = _item(self._stretch(one), quiet=one.state is State.WAITING)
                item.setToolTip(3, item.text(3))
                self.stretches.addTopLevelItem(item)
        _fit(self.sums)
        _fit(self.stretches)

    def _sums(self, told: Durations) -> list[list[str]]:
        rows = [[self.tr("The whole case"), *_both(told.worked()), *_both(told.waited())]]
        groups = told.groups()
        for group, (worked, waited) in groups.items():
            rows.append([self.ctx.store.directory.group_name(group), *_both(worked), *_both(waited)])
        if groups and told.elsewhere().clock:
            rows.append([self.tr("Without a group"), *_both(told.elsewhere()), "", ""])
        return rows

    def _stretch(self, one: Stretch) -> list[str]:
        until = self.tr("still") if one.until is None else _moment(one.until, since=one.since)
        clock, business = _both(one.spent)
        return [_moment(one.since), until, words.state(one.state), self._who(one), clock, business]

    def _who(self, one: Stretch) -> str:
        directory = self.ctx.store.directory
        group = directory.group_name(one.group_id) if one.group_id is not None else ""
        handler = directory.name(one.handler_id) if one.handler_id is not None else ""
        if group or handler:
            return ", ".join(part for part in (handler, group) if part)
        return self.tr("Coordination") if one.state not in (State.ASSIGNED, State.IN_PROGRESS, State.WAITING) else DASH

    def retranslate(self) -> None:
        clocks = [self.tr("By the clock"), self.tr("Working time")]
        self.sums.setHeaderLabels(["", *clocks, self.tr("Waited"), self.tr("of that working time")])
        self.stretches.setHeaderLabels([self.tr("From"), self.tr("To"), self.tr("Status"), self.tr("With"), *clocks])
        for table, columns in ((self.sums, range(1, 5)), (self.stretches, range(4, 6))):
            for column in columns:
                table.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.sums_head.setText(self.tr("In all"))
        self.stretches_head.setText(self.tr("Step by step"))
        self.sums.setAccessibleName(self.tr("In all"))
        self.stretches.setAccessibleName(self.tr("Step by step"))
        counts = self.tr("Time counts while the ticket is open; waiting stands apart.")
        names = self.tr("Who had it is shown to those who take part in this ticket.")
        self.explained.setText(f"{counts} {names}")
        self.booked.retranslate()
        self._fill()


def _moment(at: datetime, *, since: datetime | None = None) -> str:
    """Return a moment in few letters: the day only where it is another one than that of ``since``."""
    same_day = since is not None and since.astimezone().date() == at.astimezone().date()
    return text.time(at) if same_day else f"{text.short_day(at)} {text.time(at)}"


def _both(spent: Spent) -> tuple[str, str]:
    return text.long_duration(spent.clock), DASH if spent.business is None else text.duration(int(spent.business.total_seconds() // 60))


def _item(row: list[str], *, quiet: bool = False) -> QTreeWidgetItem:
    item = QTreeWidgetItem(row)
    numbers = range(1, 5) if len(row) == 5 else range(4, 6)
    for column in numbers:
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if quiet:
        for column in range(len(row)):
            item.setForeground(column, theme.color("text2"))
    return item


def _table(columns: int) -> QTreeWidget:
    table = QTreeWidget()
    give_room(table)
    table.setColumnCount(columns)
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setAllColumnsShowFocus(True)
    table.header().setStretchLastSection(False)
    table.header().setSectionResizeMode(0 if columns == 5 else 3, QHeaderView.ResizeMode.Stretch)
    return table


def _fit(table: QTreeWidget) -> None:
    for column in range(table.columnCount()):
        if table.header().sectionResizeMode(column) is not QHeaderView.ResizeMode.Stretch:
            table.resizeColumnToContents(column)
            table.setColumnWidth(column, table.columnWidth(column) + theme.S8)
