"""Booked working time below the durations of a case: what was booked, the sum, booking by hand or with a timer, correcting one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ticketdesk.domain.commands.time import BookTime
from ticketdesk.domain.durations import Booked, Durations
from ticketdesk.domain.errors import Refused
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.panes.case.booking import BookingDialog, Timers, Wanted

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

_ROLE = Qt.ItemDataRole.UserRole


class BookedPart(QWidget):
    """Shown where the administration has switched booking on, or where something was booked while it was on."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.timers = Timers(ctx.me.id)
        self._ticket: Ticket | None = None
        self._told: Durations | None = None
        self.head = Label(bold=True)
        self.rows = QTreeWidget()
        self.rows.setColumnCount(4)
        self.rows.setRootIsDecorated(False)
        self.rows.setAllColumnsShowFocus(True)
        self.rows.header().setStretchLastSection(False)
        self.rows.header().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.rows.currentItemChanged.connect(self._fit_buttons)
        self.book, self.timer, self.drop, self.correct = (
            PlainButton("", icon) for icon in ("plus", "stopwatch", "x", "pencil")
        )
        self.book.clicked.connect(lambda: self._ask(Wanted()))
        self.timer.clicked.connect(self._turn_timer)
        self.drop.clicked.connect(self._drop_timer)
        self.correct.clicked.connect(self._correct)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S8)
        for button in (self.book, self.timer, self.drop, self.correct):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S8)
        column.addWidget(self.head)
        column.addWidget(self.rows, 1)
        column.addLayout(buttons)
        self.hide()

    def set_case(self, ticket: Ticket | None, told: Durations | None) -> None:
        """Show what is booked at a case."""
        self._ticket, self._told = ticket, told
        self.setVisible(told is not None and (told.books or bool(told.booked)))
        self._fill()

    def _fill(self) -> None:
        chosen = self._chosen()
        self.rows.clear()
        corrected = self.tr("corrected")
        for one in self._told.booked if self._told is not None else ():
            name = self._ctx.store.directory.name(one.person_id)
            note = f"{one.note} ({corrected})".strip() if one.corrected else one.note
            item = QTreeWidgetItem([text.day(one.on), name, text.duration(one.minutes), note])
            item.setData(0, _ROLE, one.seq)
            self.rows.addTopLevelItem(item)
            if chosen is not None and one.seq == chosen.seq:
                self.rows.setCurrentItem(item)
        for column in range(3):
            self.rows.resizeColumnToContents(column)
            self.rows.setColumnWidth(column, self.rows.columnWidth(column) + theme.S16)
        total = self._told.booked_in_all() if self._told is not None else None
        known = self._told is not None and self._told.party
        minutes = int(total.total_seconds() // 60) if total is not None else 0
        summed = self.tr("Booked working time: {sum}").format(sum=text.duration(minutes))
        self.head.setText(summed if known else self.tr("Booked working time"))
        self._fit_buttons()

    @Slot()
    def _fit_buttons(self) -> None:
        on = self._told is not None and self._told.books and self._ticket is not None and self._ctx.me.is_staff
        running = self._ticket is not None and self.timers.began(self._ticket.id) is not None
        mine = self._chosen()
        self.book.setVisible(on)
        self.timer.setVisible(on)
        self.drop.setVisible(on and running)
        self.correct.setVisible(on)
        self.correct.setEnabled(mine is not None and mine.person_id == self._ctx.me.id)
        if running and self._ticket is not None:
            span = text.duration(self.timers.minutes(self._ticket.id, text.now()))
            self.timer.setText(self.tr("Stop the timer ({span}) …").format(span=span))
        else:
            self.timer.setText(self.tr("Start the timer"))

    def tick(self) -> None:
        """Show how far the timer has come."""
        self._fit_buttons()

    def _chosen(self) -> Booked | None:
        item = self.rows.currentItem()
        wanted = item.data(0, _ROLE) if item is not None else None
        return next((one for one in (self._told.booked if self._told is not None else ()) if one.seq == wanted), None)

    @Slot()
    def _turn_timer(self) -> None:
        if self._ticket is None:
            return
        began = self.timers.began(self._ticket.id)
        if began is None:
            self.timers.start(self._ticket.id, text.now())
            self._fit_buttons()
            return
        # It goes on until what it says is booked: whoever cancels has lost nothing.
        minutes, ticket = self.timers.minutes(self._ticket.id, text.now()), self._ticket.id
        self._ask(Wanted(str(minutes), began.astimezone().date()), booked=lambda: self.timers.forget(ticket))

    @Slot()
    def _drop_timer(self) -> None:
        if self._ticket is not None:
            self.timers.forget(self._ticket.id)
            self._fit_buttons()

    @Slot()
    def _correct(self) -> None:
        one = self._chosen()
        if one is not None:
            self._ask(Wanted(str(one.minutes), one.on, one.note, one.seq))

    def _ask(self, wanted: Wanted, *, booked: Callable[[], None] | None = None) -> None:
        if self._ticket is None:
            return
        dialog = BookingDialog(self._ticket, wanted, self)

        def wish(command: BookTime, typed: Wanted) -> None:
            def done() -> None:
                if booked is not None:
                    booked()
                self._fit_buttons()

            def refused(refusal: Refused) -> None:
                # Nothing typed is lost: the same question with the reason at its field.
                again = Wanted(typed.typed, typed.on, typed.note, typed.corrects, self._ctx.sentence(refusal))
                self._ask(again, booked=booked)

            self._ctx.run(command, done=while_alive(self, lambda _outcome: done()), refused=while_alive(self, refused),
                          queued=while_alive0(self, done))  # fmt: skip

        dialog.decided.connect(wish)
        dialog.open()

    def retranslate(self) -> None:
        """Set all texts anew in the present language."""
        self.rows.setHeaderLabels([self.tr("Day"), self.tr("Who"), self.tr("Time"), self.tr("Remark")])
        self.rows.setAccessibleName(self.tr("Booked working time"))
        self.book.setText(self.tr("Book time …"))
        self.drop.setText(self.tr("Discard the timer"))
        self.correct.setText(self.tr("Correct …"))
        self._fill()


def while_alive0(widget: QWidget, act: Callable[[], None]) -> Callable[[], None]:
    """Return a call that does nothing once the widget is gone."""
    guarded = while_alive(widget, lambda _nothing: act())
    return lambda: guarded(None)
