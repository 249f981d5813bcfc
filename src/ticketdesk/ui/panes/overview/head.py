"""The head of the list: title, count, what is new out of sight, order, rows and columns. What the buttons do is the pane's matter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from ticketdesk.domain.query import OWN_VIEWS, Listing, Order
from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.chips import ChipButton, ChipLook
from ticketdesk.ui.kit.labels import ElidedLabel, Label
from ticketdesk.ui.kit.menu import Menu
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.panes.overview import places
from ticketdesk.ui.panes.overview.view import Density


class ListHead(QWidget):
    """Shows what the list is; tells what somebody wishes of it."""

    order_chosen = Signal(object, bool)
    narrow_chosen = Signal(object)
    """What the list is to be narrowed to (Narrow), or None for everything."""
    density_chosen = Signal(object)
    new_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing: Listing | None = None
        self._count, self._fresh = "", 0
        self._title = ElidedLabel(step=Step.L, bold=True, parent=self)
        self._number = Label(token="text2", tabular=True, parent=self)
        self._new = ChipButton(ChipLook(""), self)
        self._new.clicked.connect(self.new_pressed)
        self._sort_menu, self._rows_menu, self._filter_menu = Menu(self), Menu(self), Menu(self)
        self._filter = _menu_button(self, "filter")
        self._filter.clicked.connect(lambda _checked=False: _open_below(self._filter_menu, self._filter))
        self._narrow = ChipButton(ChipLook(""), self)
        self._narrow.clicked.connect(lambda: self.narrow_chosen.emit(None))
        self._narrow.hide()
        self._sort = _menu_button(self, "sort-descending")
        self._sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._rows = _menu_button(self, "columns-3")
        # Not setMenu: its little arrow would stand in every list head without telling anything new.
        self._sort.clicked.connect(lambda _checked=False: _open_below(self._sort_menu, self._sort))
        self._rows.clicked.connect(lambda _checked=False: _open_below(self._rows_menu, self._rows))
        self.column_menu: QMenu | None = None
        self.density = Density.COMFORTABLE
        self._rows_menu.aboutToShow.connect(self._fill_rows)
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_fresh(0)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.S12 + 2, theme.S4, theme.S8, theme.S4 + 1)
        line.setSpacing(theme.S8)
        line.addWidget(self._title, 0)
        line.addWidget(self._number)
        line.addWidget(self._narrow)
        line.addWidget(self._new)
        line.addStretch(1)
        line.addWidget(self._filter)
        line.addWidget(self._sort)
        line.addWidget(self._rows)

    def title(self) -> str:
        """Return the title that is read."""
        return self._title.text()

    def set_listing(self, listing: Listing) -> None:
        """Show what is listed and in which order."""
        self._listing = listing
        self.retranslate()

    def set_count(self, count: str) -> None:
        """Show how many there are; empty while it is not known."""
        self._count = count
        self._number.setText(count)
        self._fit()

    def count(self) -> str:
        """Return the count that is read."""
        return self._count

    def set_fresh(self, fresh: int) -> None:
        """Show how many new rows stand out of sight; 0 hides the sign."""
        self._fresh = fresh
        look = ChipLook(
            self.tr("%1 new").replace("%1", str(fresh)), icon="bell", token="accent", tint="accent_tint",
            spoken=self.tr("%1 new tickets above; show them").replace("%1", str(fresh)),
        )  # fmt: skip
        self._new.set_look(look)
        self._new.setVisible(fresh > 0)
        self._fit()

    def fresh(self) -> int:
        """Return how many new rows are announced."""
        return self._fresh

    def retranslate(self) -> None:
        """Set all texts in the present language."""
        self._rows.setToolTip(self.tr("Rows and columns"))
        self._rows.setAccessibleName(self.tr("Rows and columns"))
        self.set_fresh(self._fresh)
        if self._listing is None:
            return
        self._title.setText(places.say(places.PLACES[self._listing.view].title))
        word = places.say(places.ORDERS[self._listing.order])
        self._sort.setText(word)
        self._sort.setIcon(icons.icon("sort-descending" if self._listing.descending else "sort-ascending"))
        spoken = self.tr("Sorted by: %1").replace("%1", word)
        self._sort.setToolTip(spoken)
        self._sort.setAccessibleName(spoken)
        self._fill_sort(self._listing)
        self._show_narrow(self._listing)
        self._fit()

    def _show_narrow(self, listing: Listing) -> None:
        """Show what the list leaves out, with the way back beside the title: nobody shall look in vain for what is only not shown."""
        offered = listing.view not in OWN_VIEWS
        self._filter.setVisible(offered)
        self._filter.setToolTip(self.tr("Filter"))
        self._filter.setAccessibleName(self.tr("Filter"))
        self._narrow.setVisible(listing.narrow is not None)
        if listing.narrow is not None:
            word = places.narrow_word(listing.narrow)
            spoken = self.tr("Only: %1. Show everything again").replace("%1", word)
            self._narrow.set_look(ChipLook(word, icon="x", token="accent", tint="accent_tint", spoken=spoken, tip=spoken))
        menu = self._filter_menu
        menu.clear()
        group = QActionGroup(menu)
        entry = _choice(menu, group, self.tr("Show everything"), chosen=listing.narrow is None)
        entry.triggered.connect(lambda _checked=False: self.narrow_chosen.emit(None))
        for title, entries in places.NARROWS:
            menu.addSection(places.say(title))
            for narrow, source in entries:
                entry = _choice(menu, group, places.say(source), chosen=narrow is listing.narrow)
                entry.triggered.connect(lambda _checked=False, one=narrow: self.narrow_chosen.emit(one))

    def _fill_sort(self, listing: Listing) -> None:
        menu = self._sort_menu
        menu.clear()
        orders = QActionGroup(menu)
        for order in places.orders(listing.view):
            entry = _choice(menu, orders, places.say(places.ORDERS[order]), chosen=order is listing.order)
            entry.triggered.connect(lambda _checked=False, one=order: self.order_chosen.emit(one, _downwards(one)))
        menu.addSeparator()
        ways = QActionGroup(menu)
        for descending, word in ((True, self.tr("Descending")), (False, self.tr("Ascending"))):
            entry = _choice(menu, ways, word, chosen=descending is listing.descending)
            entry.triggered.connect(lambda _checked=False, one=descending: self.order_chosen.emit(listing.order, one))

    def _fill_rows(self) -> None:
        menu = self._rows_menu
        menu.clear()
        group = QActionGroup(menu)
        for density, word in ((Density.COMFORTABLE, self.tr("Comfortable")), (Density.COMPACT, self.tr("Compact"))):
            entry = _choice(menu, group, word, chosen=density is self.density)
            entry.triggered.connect(lambda _checked=False, one=density: self.density_chosen.emit(one))
        if self.column_menu is not None:
            menu.addSeparator()
            menu.addActions(self.column_menu.actions())

    def _fit(self) -> None:
        """Where there is little room the order keeps its sign alone: what the list is comes first. The tip and a screen reader name it."""
        others = [one for one in (self._title, self._number, self._narrow, self._new, self._filter, self._rows) if not one.isHidden()]
        beside = self._sort.iconSize().width() + self.fontMetrics().horizontalAdvance(self._sort.text()) + theme.S24
        wanted = sum(one.sizeHint().width() + theme.S8 for one in others) + beside + theme.S24
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wanted <= self.width() else Qt.ToolButtonStyle.ToolButtonIconOnly
        if style is not self._sort.toolButtonStyle():
            self._sort.setToolButtonStyle(style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))


def _open_below(menu: QMenu, button: QToolButton) -> None:
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _downwards(order: Order) -> bool:
    """Return the direction that one usually wants: dates that press first, else the newest and most urgent first."""
    return order not in (Order.DUE, Order.RETURN, Order.PROMISE, Order.STILL)


def _choice(menu: QMenu, group: QActionGroup, word: str, *, chosen: bool) -> QAction:
    entry = menu.addAction(word)
    entry.setCheckable(True)
    entry.setChecked(chosen)
    group.addAction(entry)
    return entry


def _menu_button(parent: QWidget, icon: str) -> QToolButton:
    button = QToolButton(parent)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setIcon(icons.icon(icon))
    button.setIconSize(QSize(theme.ICON, theme.ICON))
    return button
