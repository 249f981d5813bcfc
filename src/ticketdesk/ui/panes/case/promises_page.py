"""The tab with what was promised for a case: each promise with its date and what is left, and why the chosen one has this date."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ticketdesk.domain.commitments import RunningClock
from ticketdesk.domain.errors import Away, Refused
from ticketdesk.domain.ids import CalendarId, TicketId
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.domain.ticket import Ticket, number
from ticketdesk.ui.kit import icons, text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.empty_view import EmptyView
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.minute import Minute
from ticketdesk.ui.kit.promise_words import measure_word
from ticketdesk.ui.kit.roomy import give_room
from ticketdesk.ui.panes.case import promise_words
from ticketdesk.ui.panes.case.page import Page, Steps

if TYPE_CHECKING:
    from ticketdesk.services.office_files.book import Book
    from ticketdesk.services.session import Session
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.panes.case.pane import CasePane

_ROLE = Qt.ItemDataRole.UserRole
_LEAST_LETTERS = 9
"""So many of a column are seen at least, however narrow the window is."""


class PromisesPage(Page):
    """Asks for the promises when the case has moved on; what is left is counted here, once a minute."""

    def __init__(self, ctx: Context, pane: CasePane) -> None:
        super().__init__(ctx, pane)
        self._ticket: Ticket | None = None
        self._asked: tuple[object, ...] | None = None
        self._clocks: tuple[RunningClock, ...] = ()
        self._calendars: dict[CalendarId, OfficeHours] = {}
        self._laid: promise_words.Laid = {}
        self.promises = _table(5, widest=0)
        self.why = _table(5, widest=2)
        self.head = Label(bold=True)
        self.facts = Label(token="text2", step=theme.Step.S, wrap=True)
        self.note = Label(token="text2", step=theme.Step.S, wrap=True)
        self.note.hide()
        self.print_it = PlainButton("", "printer")
        self.print_it.clicked.connect(self._print)
        self._empty = EmptyView()
        self._body = QWidget()
        self._lay()
        self.promises.currentItemChanged.connect(self._explain)
        ctx.store.refreshed.connect(self._ask_again)
        self._minute = Minute(self)
        self._minute.passed.connect(self._tick)

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.head, 1)
        head.addWidget(self.print_it)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(theme.S16, theme.S12, theme.S16, theme.S12)
        body.setSpacing(theme.S8)
        body.addWidget(self.note)
        body.addWidget(self.promises, 2)
        body.addLayout(head)
        body.addWidget(self.facts)
        body.addWidget(self.why, 3)
        self._places = QStackedLayout(self)
        self._places.addWidget(self._empty)
        self._places.addWidget(self._body)

    def set_case(self, ticket: Ticket, steps: Steps) -> None:
        if self._ticket is not None and self._ticket.id != ticket.id:
            self._clocks = ()
            self._fill()
        self._ticket = ticket
        if self._asked != _state_of(ticket):
            self._ask(ticket)

    @Slot()
    def _ask_again(self) -> None:
        """Many clocks may have moved at once, this case's among them."""
        self._asked = None
        if self.isVisible() and self._ticket is not None:
            self._ask(self._ticket)

    def _ask(self, ticket: Ticket) -> None:
        self._asked = _state_of(ticket)
        known = tuple(self._calendars.values())
        versions = {one.id: one.version for one in known}

        def unknown(clock: RunningClock) -> bool:
            number = clock.calendar_id
            return number is not None and (number not in versions or (clock.runs and clock.laid_version > versions[number]))

        def read(session: Session) -> tuple[tuple[RunningClock, ...], tuple[OfficeHours, ...]]:
            clocks = session.clocks(ticket.id)
            # With all their years they are large, and change seldom: read once, and again when a clock counts with a newer one.
            return clocks, session.calendars() if any(map(unknown, clocks)) else known

        self.ctx.ask(read, while_alive(self, lambda told: self._came(ticket.id, *told)), failed=while_alive(self, self._failed))

    def _came(self, case: TicketId, clocks: tuple[RunningClock, ...], calendars: tuple[OfficeHours, ...]) -> None:
        if self._ticket is None or self._ticket.id != case:
            return
        self.note.hide()
        self._clocks, self._calendars = clocks, {one.id: one for one in calendars}
        self._laid = promise_words.lay_out(clocks, self._calendars, text.now())
        self._fill()

    def _failed(self, error: Exception) -> None:
        # Asked again at the next change, or when somebody comes back to the tab.
        self._asked = None
        if isinstance(error, Away):
            self.note.setText(self.tr("No connection. The promises are shown as soon as the server is back."))
            self.note.show()
            self._places.setCurrentWidget(self._body)
        elif isinstance(error, Refused):
            self._clocks = ()
            self._fill()

    @Slot()
    def _tick(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        chosen = self._chosen()
        self.promises.blockSignals(True)
        self.promises.clear()
        for clock in self._clocks:
            item = self._row(clock)
            self.promises.addTopLevelItem(item)
            if chosen is None or clock.id == chosen.id:
                chosen = clock
                self.promises.setCurrentItem(item)
        self.promises.blockSignals(False)
        _fit(self.promises)
        self._places.setCurrentWidget(self._body if self._clocks else self._empty)
        self._explain()

    def _row(self, clock: RunningClock) -> QTreeWidgetItem:
        hours = promise_words.hours_of(clock, self._calendars)
        reading = promise_words.reading_of(clock, self._laid, text.now())
        standing = promise_words.standing(clock, reading)
        measure = measure_word(clock.measure, internal=clock.group_id is not None)
        group = self.ctx.store.directory.group_name(clock.group_id)
        cells = (
            clock.name, f"{measure} · {group}" if group else measure, promise_words.due_word(clock, reading), standing.word,
            promise_words.span(clock.amount),
        )  # fmt: skip
        item = QTreeWidgetItem(list(cells))
        # In a narrow window a long name ends in dots; what counts stands below, for the chosen one.
        item.setToolTip(0, clock.name)
        item.setToolTip(4, promise_words.amount_word(clock, hours))
        item.setData(0, _ROLE, clock.id)
        item.setIcon(3, icons.icon(standing.icon, standing.token))
        item.setForeground(3, theme.color(standing.token))
        if clock.void:
            for column in range(len(cells)):
                item.setForeground(column, theme.color("text2"))
        return item

    def _chosen(self) -> RunningClock | None:
        item = self.promises.currentItem()
        wanted = item.data(0, _ROLE) if item is not None else None
        return next((clock for clock in self._clocks if clock.id == wanted), None)

    @Slot()
    def _explain(self) -> None:
        clock = self._chosen()
        self.why.clear()
        self.print_it.setEnabled(clock is not None)
        if clock is None:
            self.facts.setText("")
            return
        hours = promise_words.hours_of(clock, self._calendars)
        self.facts.setText(" · ".join(self._facts(clock, hours)))
        for row in promise_words.why(clock, hours, self._laid):
            item = QTreeWidgetItem(list(row))
            for column in (3, 4):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if not row[3]:
                for column in range(5):
                    item.setForeground(column, theme.color("text2"))
            self.why.addTopLevelItem(item)
        _fit(self.why)

    def _facts(self, clock: RunningClock, hours: OfficeHours | None) -> list[str]:
        began = self.tr("runs since {moment}").format(moment=text.date_time(clock.started_at))
        zone = [] if hours is None else [self.tr("time zone {zone}").format(zone=hours.calendar.zone)]
        if hours is not None and clock.due_at is not None:
            there = clock.due_at.astimezone(ZoneInfo(hours.calendar.zone))
            if there.utcoffset() != clock.due_at.astimezone().utcoffset():
                # The days below are the calendar's; the date above is this computer's clock.
                zone = [self.tr("time zone {zone}, due there at {time}").format(zone=hours.calendar.zone, time=f"{there:%H:%M}")]
        return [clock.name, promise_words.amount_word(clock, hours), began, *zone]

    def _heads(self) -> list[str]:
        return [self.tr("Day"), self.tr("Time"), self.tr("What"), self.tr("Counted"), self.tr("Sum")]

    def book_of(self) -> Book | None:
        """Return the chosen explanation as it is printed."""
        clock, ticket = self._chosen(), self._ticket
        if clock is None or ticket is None:
            return None
        hours = promise_words.hours_of(clock, self._calendars)
        title = self.tr("{number}: why {date}?").format(
            number=number(ticket.id), date=promise_words.due_word(clock, promise_words.reading_of(clock, self._laid, text.now()))
        )
        lines = (ticket.subject, " · ".join(self._facts(clock, hours)))
        return promise_words.as_book(title, lines, self._heads(), promise_words.why(clock, hours, self._laid))

    @Slot()
    def _print(self) -> None:
        from ticketdesk.ui.kit.paper import Paper
        from ticketdesk.ui.kit.paper_window import preview

        book = self.book_of()
        if book is not None:
            made = QCoreApplication.translate("Paper", "Made by {name} on {when}")
            made = made.replace("{name}", self.ctx.me.name).replace("{when}", text.date_time(text.now()))
            preview(Paper(book, made=made), book.title, self.window())

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.promises.setHeaderLabels([self.tr("Promise"), self.tr("Until"), self.tr("Date"), self.tr("How it stands"), self.tr("Agreed")])
        self.promises.setAccessibleName(self.tr("Promises"))
        self.why.setHeaderLabels(self._heads())
        for column in (3, 4):
            self.why.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.why.setAccessibleName(translate("PromisesPage", "Why this date?"))
        self.head.setText(translate("PromisesPage", "Why this date?"))
        self.print_it.setText(self.tr("Print …"))
        self._empty.set_look(
            "stopwatch", self.tr("No promise holds for this ticket"),
            self.tr("The administration says which response and solution times are promised to whom."),
        )  # fmt: skip
        self._fill()


def _state_of(ticket: Ticket) -> tuple[object, ...]:
    """Return what tells that the promises may stand otherwise: other hours move them without a step of the case."""
    return ticket.id, ticket.seq, ticket.promise_due_at, ticket.promise_stopped_at


def _table(columns: int, *, widest: int) -> QTreeWidget:
    table = QTreeWidget()
    give_room(table)
    table.setColumnCount(columns)
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setAllColumnsShowFocus(True)
    table.header().setStretchLastSection(False)
    table.header().setMinimumSectionSize(_LEAST_LETTERS * table.fontMetrics().averageCharWidth())
    table.header().setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)
    return table


def _fit(table: QTreeWidget) -> None:
    for column in range(table.columnCount()):
        if table.header().sectionResizeMode(column) is not QHeaderView.ResizeMode.Stretch:
            table.resizeColumnToContents(column)
            table.setColumnWidth(column, table.columnWidth(column) + theme.S16)
