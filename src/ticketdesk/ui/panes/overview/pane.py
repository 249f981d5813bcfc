"""The overview: navigation at the left, the list of a view beside it, and room for another pane next to the list.

Lays out and ties signals. Not here: the rows (model.py), their looks (rows.py), the views (places.py), what may be done (actions.py).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ticketdesk.domain.commands.notices import MarkNoticesSeen
from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.query import OWN_VIEWS, Listing, Narrow, Order, View
from ticketdesk.domain.setup import may_set_up
from ticketdesk.ui.bridge.promises import PromisesLeft
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.buttons import ToolButton
from ticketdesk.ui.kit.empty_view import EmptyView
from ticketdesk.ui.kit.minute import Minute
from ticketdesk.ui.kit.splitter import Splitter
from ticketdesk.ui.panes.overview import places
from ticketdesk.ui.panes.overview.counts import Counts
from ticketdesk.ui.panes.overview.fresh import FreshRows
from ticketdesk.ui.panes.overview.head import ListHead
from ticketdesk.ui.panes.overview.model import Standing, TicketListModel
from ticketdesk.ui.panes.overview.navigation import CAP, Navigation
from ticketdesk.ui.panes.overview.rows import row_looks
from ticketdesk.ui.panes.overview.view import Density, TicketList, columns_for

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context


class OverviewPane(QWidget):
    """Navigation and list of the signed-in person.

    ``summary_changed`` follows what the status bar says of the list; ``new_ticket_wanted`` comes from an empty view.
    """

    summary_changed = Signal()
    listing_changed = Signal()
    new_ticket_wanted = Signal()
    opened_by_hand = Signal(object)
    """Enter or a double click: the case itself is wanted, not only a look at it."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.navigation = Navigation(ctx.me, self)
        self.promises = PromisesLeft(ctx, self)
        self.model = TicketListModel(ctx, row_looks(ctx, self.promises), columns_for(ctx.me), self)
        self.list = TicketList(self.model, ctx.me, self)
        self.head = ListHead(self)
        self.empty = EmptyView(self)
        self.body = Splitter(Qt.Orientation.Horizontal, "overview-left", self)
        self.listing = QWidget(self)
        self.fresh = FreshRows(self.model, self.list, self.head)
        self._wanted: TicketKey | None = None
        self._narrow_window = False
        self.counts = Counts(ctx, self)
        self._minute = Minute(self)
        # Not at the full minute: all desktops would ask at once.
        self._ask_now_and_then = QTimer(self, interval=60_000)
        self._go_later = QTimer(self, singleShot=True, interval=40)
        self._lay_out()
        self._tie()
        self.retranslate()
        self._ask_now_and_then.start()
        first = _remembered_view(ctx)
        if first is not None:
            self.show_view(first)
        else:
            self._show_standing()

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self.listing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._pages, 1)
        self.listing.setMinimumWidth(300)
        self.body.addWidget(self.listing)
        self._fold = ToolButton("layout-sidebar", "", token="text2", parent=self)
        self._side = QWidget(self)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, theme.S4, 0, theme.S4)
        side.setSpacing(theme.S4)
        side.addWidget(self.navigation, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.S8, 0, theme.S8, 0)
        foot.addWidget(self._fold)
        foot.addStretch(1)
        side.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self._side)
        row.addWidget(self.body, 1)
        self._fit_navigation()

    def _tie(self) -> None:
        self.navigation.chosen.connect(self.show_view)
        self._fold.clicked.connect(lambda _checked=False: self.fold_navigation(not self.navigation.rail))
        self.list.current_changed.connect(lambda _key: self._go_later.start())
        self.list.opened.connect(self._open)
        self.list.sort_requested.connect(lambda order, descending: self.set_order(order, descending=descending))
        self.head.order_chosen.connect(lambda order, descending: self.set_order(order, descending=descending))
        self.head.narrow_chosen.connect(self.set_narrow_to)
        self.promises.came.connect(self.model.forget_looks)
        self.head.density_chosen.connect(self.set_density)
        self.empty.pressed.connect(self._leave_empty)
        self.model.arrived.connect(self._arrived)
        self.model.rows_changed.connect(self._show_standing)
        self.model.standing_changed.connect(self._show_standing)
        for view in (self.list.rows, self.list.narrow, self.list.table):
            view.selectionModel().selectionChanged.connect(lambda *_: self.summary_changed.emit())
        self._go_later.timeout.connect(self._go)
        self.counts.came.connect(self._take_counts)
        self._minute.passed.connect(self.model.forget_looks)
        self._ask_now_and_then.timeout.connect(self._ask_again)
        self.ctx.store.refreshed.connect(self.refresh)

    # Which view.

    def view(self) -> View | None:
        """Return the view that is shown."""
        return self.model.listing.view if self.model.listing is not None else None

    @Slot(object)
    def show_view(self, view: View) -> None:
        """Show a view in the order it was last shown in; an open ticket that stands in it stays marked."""
        if self.navigation.places.row_of(view) < 0:
            return
        QSettings().setValue(f"overview/{self.ctx.me.id}/view", view.value)
        self.navigation.mark(view)
        self._show(_remembered_listing(self.ctx, view))

    def set_order(self, order: Order, *, descending: bool) -> None:
        """Sort the list; remembered for this view."""
        view = self.view()
        if view is not None:
            QSettings().setValue(f"overview/{self.ctx.me.id}/order/{view.value}", f"{order.value} {'desc' if descending else 'asc'}")
            self._show(Listing(view, order, descending, narrow=self.narrow()))

    def narrow(self) -> Narrow | None:
        """Return what of the view is shown; None is everything."""
        return self.model.listing.narrow if self.model.listing is not None else None

    @Slot(object)
    def set_narrow_to(self, narrow: Narrow | None) -> None:
        """Show only what is about to be late or has lain for long, until another view is chosen."""
        if self.model.listing is not None and narrow is not self.narrow():
            self._show(replace(self.model.listing, narrow=narrow))

    def _show(self, listing: Listing) -> None:
        keep = self.list.current_key()
        self.fresh.forget()
        self.head.set_listing(listing)
        self.list.show_sort(listing.order, descending=listing.descending)
        self._wanted = keep
        self.model.show(listing)
        self._show_count()
        self.listing_changed.emit()
        self.counts.ask_soon()

    @Slot()
    def refresh(self) -> None:
        """Ask the server again for rows and counts (F5, and after an absence)."""
        self.model.ask_again()
        self.counts.ask_soon()

    # What is shown.

    @Slot(object)
    def _arrived(self, keys: frozenset[TicketKey]) -> None:
        if self._wanted is not None and self._wanted in keys:
            self.mark(self._wanted)

    @Slot()
    def _show_standing(self) -> None:
        model = self.model
        if model.standing is Standing.LOADED and self._wanted is not None:
            self.mark(self._wanted)
        nothing = model.rowCount() == 0 and (model.standing is not Standing.LOADING or model.listing is None)
        if nothing:
            self._explain_empty()
        if nothing != (self._pages.currentWidget() is self.empty):
            self._pages.setCurrentWidget(self.empty if nothing else self.list)
        if model.standing is Standing.LOADED and self.list.shows_all():
            model.fetch_next()
        self._show_count()

    def _explain_empty(self) -> None:
        view = self.view()
        if view is None:
            said = self.tr("Your role works on people and set-up, not on tickets.")
            button = self.tr("Open the administration") if may_set_up(self.ctx.me) else ""
            self.empty.set_look("inbox", self.tr("No tickets here"), said, button=button)
        elif self.model.standing is Standing.FAILED:
            said = self.tr("The server refused the question.")
            self.empty.set_look("alert-triangle", self.tr("The list could not be read"), said, button=self.tr("Try again"))
        elif self.model.standing is Standing.AS_KNOWN:
            said = self.tr("Nothing of this view is known here yet. It appears by itself.")
            self.empty.set_look("plug-connected-x", self.tr("No connection"), said)
        elif (narrow := self.narrow()) is not None:
            said = self.tr("Nothing here is: %1").replace("%1", places.narrow_word(narrow))
            self.empty.set_look("filter", said, self.tr("The list is filtered."), button=self.tr("Show everything"))
        else:
            place = places.PLACES[view]
            button = self.tr("Record a report …") if place.records else self._way_out(place)
            self.empty.set_look(place.icon, places.say(place.empty_title), places.say(place.empty_text), button=button)

    def _way_out(self, place: places.Place) -> str:
        if place.instead is None or self.navigation.places.row_of(place.instead) < 0:
            return ""
        return self.tr("Show “%1”").replace("%1", places.say(places.PLACES[place.instead].title))

    @Slot()
    def _leave_empty(self) -> None:
        view = self.view()
        place = places.PLACES[view] if view is not None else None
        if view is None:
            self.ctx.go("admin")
        elif self.model.standing is Standing.FAILED:
            self.model.ask_again()
        elif self.narrow() is not None:
            self.set_narrow_to(None)
        elif place is not None and place.records:
            self.new_ticket_wanted.emit()
        elif place is not None and place.instead is not None:
            self.show_view(place.instead)

    def _show_count(self) -> None:
        view = self.view()
        count = self.navigation.places.counts.get(view, -1) if view is not None else -1
        count = -1 if self.narrow() is not None else count
        if self.model.standing is not Standing.LOADING and not self.model.has_more:
            count = self.model.rowCount() - self.model.leaving_count()
        self.head.set_count("" if count < 0 else f"{CAP}+" if count >= CAP and self.model.has_more else text.number(count))
        self.summary_changed.emit()

    def summary(self) -> str:
        """Return what the status bar says of the list."""
        rows = self.model.rowCount()
        if self.view() is None:
            return ""
        counted = self.head.count() or text.number(rows)
        chosen = len(self.list.selected_keys())
        own = self.view() in OWN_VIEWS
        if rows == 1 and not self.model.has_more:
            words = self.tr("1 report") if own else self.tr("1 ticket")
        else:
            words = (self.tr("%1 reports") if own else self.tr("%1 tickets")).replace("%1", counted)
        return words + (self.tr(", %1 selected").replace("%1", str(chosen)) if chosen else "")

    @Slot(object, object)
    def _take_counts(self, counts: dict[View, int], unread: frozenset[View]) -> None:
        self.navigation.places.set_counts(counts, unread)
        self._show_count()

    # What a person does in the list.

    @Slot()
    def _go(self) -> None:
        key = self.list.current_key()
        if key is not None:
            self.ctx.go(key)

    @Slot(object)
    def _open(self, key: TicketKey) -> None:
        self._go_later.stop()
        self.ctx.go(key)
        self.opened_by_hand.emit(key)

    def mark(self, key: TicketKey) -> None:
        """Mark the row of a ticket that was opened from elsewhere; one that is not in the list yet is marked when it comes."""
        self._wanted = None if self.list.current_key() == key or self.list.mark(key) else key

    def next_unread(self) -> bool:
        """Go to the next unread row after the current one, round the end; tell whether there is one."""
        keys = self.model.keys()
        here = self.model.row_of(self.list.current_key()) + 1
        for key in (*keys[here:], *keys[:here]):
            if isinstance(key, TicketKey) and self.ctx.store.is_unread(key):
                return self.list.step_to(key)
        return False

    def mark_read(self) -> None:
        """Note that the chosen tickets' notices are seen."""
        chosen = set(self.list.selected_keys())
        seen = tuple(one.id for one in self.ctx.store.unseen.values() if TicketKey(one.ticket_id, one.own) in chosen)
        if seen:
            self.ctx.run(MarkNoticesSeen(seen))

    def set_density(self, density: Density) -> None:
        """Show rows in two lines or in columns."""
        self.list.set_density(density)
        self._fit_rows_menu()
        self.listing_changed.emit()

    def set_wide(self, wide: bool) -> None:
        """Say whether the list has the width of the window."""
        self.list.set_wide(wide)
        self._fit_rows_menu()

    def _fit_rows_menu(self) -> None:
        self.head.density = self.list.density()
        self.head.column_menu = self.list.column_chooser(self.head)

    # The navigation's width.

    def fold_navigation(self, rail: bool) -> None:
        """Show the navigation as a rail, or with words; remembered."""
        QSettings().setValue("overview/navigation", "rail" if rail else "wide")
        self.set_narrow(self._narrow_window)

    def forget_arrangement(self) -> None:
        """Let the width of the window decide again, and show all columns as they come."""
        QSettings().remove("overview/navigation")
        self.list.forget_columns()
        self.set_narrow(self._narrow_window)

    def set_narrow(self, narrow: bool) -> None:
        """Say whether the window is narrow; the navigation then becomes a rail, unless somebody chose otherwise."""
        self._narrow_window = narrow
        chosen = str(QSettings().value("overview/navigation", ""))
        self.navigation.set_rail(chosen == "rail" or (narrow and chosen != "wide"))
        self._fit_navigation()
        self.listing_changed.emit()

    def _fit_navigation(self) -> None:
        width = self.navigation.width_wanted()
        self._side.setMinimumWidth(width)
        self._side.setMaximumWidth(width)

    @Slot()
    def _ask_again(self) -> None:
        self.counts.ask_soon()
        if self.view() is View.OVERDUE or self.narrow() is not None:
            self.model.ask_again()

    def retranslate(self) -> None:
        """Set all texts in the present language."""
        self._fold.set_name(self.tr("Fold or unfold the navigation"))
        self.model.forget_looks()
        self._show_standing()
        self._fit_rows_menu()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit_navigation()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self._side.geometry().right() + 1, 0, 1, self.height(), theme.color("line"))


def _remembered_view(ctx: Context) -> View | None:
    kept = str(QSettings().value(f"overview/{ctx.me.id}/view", ""))
    own = places.views(ctx.me)
    return next((view for view in own if view.value == kept), None) or places.first_view(ctx.me)


def _remembered_listing(ctx: Context, view: View) -> Listing:
    kept = str(QSettings().value(f"overview/{ctx.me.id}/order/{view.value}", "")).split()
    if len(kept) == 2 and kept[0] in {order.value for order in places.orders(view)}:
        return Listing(view, Order(kept[0]), kept[1] == "desc")
    return places.default_listing(view)
