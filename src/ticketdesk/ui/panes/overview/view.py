"""The list on the screen: two lines a row, or columns; which rows must keep their place because pointer, focus or choice is on them.

Not here: painting (kit's delegates), the order of the rows (model.py).
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QElapsedTimer, QEvent, QModelIndex, QObject, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.people import Me, PersonClass
from ticketdesk.domain.query import Order
from ticketdesk.ui.kit.column_delegate import STANDARD_COLUMNS, Column
from ticketdesk.ui.kit.list_view import RowList, RowTable
from ticketdesk.ui.panes.overview.model import TicketListModel

POINTER_RESTS_MS = 4000
"""A pointer that has not moved for so long is not about to click; held rows may go."""
SEEN_MS = 2000
"""A new row that was on the screen for so long counts as noticed."""

_FURTHER = (
    Column("kind", QT_TRANSLATE_NOOP("TicketColumns", "Kind"), 90, "TicketColumns", shown=False, sort=False),
    Column("category", QT_TRANSLATE_NOOP("TicketColumns", "Category"), 150, "TicketColumns", shown=False, sort=False),
    Column("coordinator", QT_TRANSLATE_NOOP("TicketColumns", "Coordination"), 140, "TicketColumns", shown=False, sort=False),
    Column("group", QT_TRANSLATE_NOOP("TicketColumns", "Group"), 120, "TicketColumns", shown=False, sort=False),
    Column("document", QT_TRANSLATE_NOOP("TicketColumns", "Document"), 110, "TicketColumns", shown=False, sort=False),
    Column("age", QT_TRANSLATE_NOOP("TicketColumns", "Age"), 84, "TicketColumns", shown=False),
    Column("still", QT_TRANSLATE_NOOP("TicketColumns", "In this state for"), 140, "TicketColumns", shown=False),
    Column("recorded", QT_TRANSLATE_NOOP("TicketColumns", "Received"), 130, "TicketColumns", shown=False),
    Column("updated", QT_TRANSLATE_NOOP("TicketColumns", "Last changed"), 130, "TicketColumns", shown=False),
)
_SHOWN = frozenset({"commitment"})
"""Shown from the beginning, though not in every table of rows."""
ORDER_OF_COLUMN = {
    "number": Order.NUMBER, "priority": Order.PRIORITY, "due": Order.DUE, "recorded": Order.RECORDED, "updated": Order.UPDATED,
    "commitment": Order.PROMISE, "still": Order.STILL, "age": Order.RECORDED,
}  # fmt: skip
"""The columns that have an order in the database."""
_TURNED = frozenset({"age", "still"})
"""Columns that show a span: the longest is the one that began first."""
COLUMNS: tuple[Column, ...] = tuple(
    replace(column, sort=column.key in ORDER_OF_COLUMN, shown=column.shown or column.key in _SHOWN)
    for column in (*STANDARD_COLUMNS, *_FURTHER)
)
_NOT_FOR_REQUESTERS = frozenset({"requester", "owner", "coordinator", "group", "parts", "commitment", "age", "still"})
_NARROW = {"unread": 24, "status": 122, "number": 60, "subject": 190, "due": 118}


def columns_for(me: Me, *, narrow: bool = False) -> tuple[Column, ...]:
    """Return the columns a person may choose from; a requester reads neither who works on his case nor himself."""
    fitting = [column for column in COLUMNS if me.person_class is not PersonClass.REQUESTER or column.key not in _NOT_FOR_REQUESTERS]
    if not narrow:
        return tuple(fitting)
    return tuple(replace(one, shown=one.key in _NARROW, width=_NARROW.get(one.key, one.width)) for one in fitting)


class Density(Enum):
    """How much room a row takes."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class TicketList(QStackedWidget):
    """Shows one model in two lines or in columns; ``wide`` columns and narrow ones are remembered apart.

    ``current_changed`` tells the key a person went to, never what an event did; ``opened`` an Enter or a double click.
    """

    current_changed = Signal(object)
    opened = Signal(object)
    sort_requested = Signal(object, bool)
    looked = Signal()
    """Somebody moved through the list: what is on the screen may count as noticed soon."""

    def __init__(self, model: TicketListModel, me: Me, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._quiet = False
        self._told: TicketKey | None = None
        self._wide = False
        self._pointer = QElapsedTimer()
        self._density = Density(str(QSettings().value("overview/density", Density.COMFORTABLE.value)))
        # Before the views hear of it: an event must never make another row the current one.
        model.rowsAboutToBeRemoved.connect(self._let_go)
        model.held = self.is_held
        self._rest = QTimer(self, singleShot=True, interval=POINTER_RESTS_MS)
        self._rest.timeout.connect(model.release)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(model.release)
        self.rows = RowList(self)
        self.narrow = RowTable("overview-narrow", columns_for(me, narrow=True), self)
        self.table = RowTable("overview-wide", columns_for(me), self)
        for view in self._views():
            self._tie(view)
        self.set_density(self._density)
        self._name_views()

    def _views(self) -> tuple[RowList | RowTable, ...]:
        return self.rows, self.narrow, self.table

    def _tie(self, view: RowList | RowTable) -> None:
        view.setModel(self._model)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)
        view.current_key_changed.connect(self._current_key_changed)
        # A row that is current already, by the focus or because another ticket was opened since, is chosen by a click or by Space.
        view.clicked.connect(lambda _index: self._tell_chosen())
        view.selectionModel().selectionChanged.connect(lambda *_: self._tell_chosen(again=False) if view is self.view() else None)
        view.key_activated.connect(self.opened)
        view.near_end.connect(self._model.fetch_next)
        view.verticalScrollBar().valueChanged.connect(self._scrolled)
        if isinstance(view, RowTable):
            view.sort_requested.connect(self._sort)
        self.addWidget(view)

    # What is shown and how.

    def view(self) -> RowList | RowTable:
        """Return the view on the screen."""
        view = self.currentWidget()
        assert isinstance(view, RowList | RowTable)
        return view

    def density(self) -> Density:
        """Return how much room a row takes."""
        return self._density

    def set_density(self, density: Density) -> None:
        """Show rows in two lines or in columns; the current row stays the current one."""
        self._density = density
        QSettings().setValue("overview/density", density.value)
        self._show_view()

    def set_wide(self, wide: bool) -> None:
        """Say whether there is room for all columns."""
        if wide != self._wide:
            self._wide = wide
            self._show_view()

    def _show_view(self) -> None:
        wanted = self.rows if self._density is Density.COMFORTABLE else self.table if self._wide else self.narrow
        before = self.currentWidget()
        self.setFocusProxy(wanted)
        if wanted is before:
            return
        key, had_focus = self.current_key(), before is not None and before.hasFocus()
        self.setCurrentWidget(wanted)
        if key is not None:
            self.mark(key)
        if had_focus:
            wanted.setFocus()

    def column_chooser(self, parent: QWidget) -> QMenu | None:
        """Return the menu of the columns, None while rows have none."""
        view = self.view()
        return view.head().chooser(parent) if isinstance(view, RowTable) else None

    def forget_columns(self) -> None:
        """Show the columns as they come."""
        self.narrow.head().reset()
        self.table.head().reset()

    def show_sort(self, order: Order, *, descending: bool) -> None:
        """Show in the tables' heads by what the rows are sorted."""
        keys = [name for name, one in ORDER_OF_COLUMN.items() if one is order]
        for table in (self.narrow, self.table):
            key = next((one for one in keys if table.head().shows(one)), keys[0] if keys else "")
            downwards = descending != (key in _TURNED)
            table.show_sort(key, Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder)

    @Slot(str, Qt.SortOrder)
    def _sort(self, key: str, direction: Qt.SortOrder) -> None:
        order = ORDER_OF_COLUMN.get(key)
        if order is not None:
            self.sort_requested.emit(order, (direction == Qt.SortOrder.DescendingOrder) != (key in _TURNED))

    # Which row.

    def current_key(self) -> TicketKey | None:
        """Return the key of the current row."""
        key = self.view().current_key() if self.count() else None
        return key if isinstance(key, TicketKey) else None

    def selected_keys(self) -> list[TicketKey]:
        """Return the keys of the selected rows in their order."""
        return [key for key in self.view().selected_keys() if isinstance(key, TicketKey)]

    def mark(self, key: TicketKey) -> bool:
        """Make a row the current one without telling it; tell whether it is there."""
        self._quiet, self._told = True, key
        try:
            return self.view().select_key(key)
        finally:
            self._quiet = False

    def step_to(self, key: TicketKey) -> bool:
        """Go to a row as a person would."""
        return self.view().select_key(key)

    def shows_all(self) -> bool:
        """Tell whether every row there is stands on the screen."""
        last = self._model.rowCount() - 1
        if last < 0:
            return True
        view = self.view()
        height = view.viewport().height()
        first, end = (view.visualRect(self._model.index(row, self._any_column())) for row in (0, last))
        return first.bottom() >= 0 and end.top() < height

    def visible_keys(self) -> list[TicketKey]:
        """Return the keys of the rows on the screen, from the top."""
        view = self.view()
        height = view.viewport().height()
        first = view.indexAt(view.viewport().rect().topLeft()).row()
        if first < 0:
            return []
        keys: list[TicketKey] = []
        for row in range(first, self._model.rowCount()):
            if view.visualRect(self._model.index(row, self._any_column())).top() >= height:
                break
            key = self._model.key_at(row)
            if isinstance(key, TicketKey):
                keys.append(key)
        return keys

    def _any_column(self) -> int:
        view = self.view()
        if isinstance(view, RowTable):
            return next((column for column in range(self._model.columnCount()) if not view.isColumnHidden(column)), 0)
        return 0

    # Who must stay.

    def is_held(self, key: TicketKey) -> bool:
        """Tell whether a row must keep its place: it is chosen, or on the screen under a pointer that may be about to click."""
        view = self.view()
        row = self._model.row_of(key)
        if row == view.currentIndex().row() or view.selectionModel().isRowSelected(row, QModelIndex()):
            return True
        if not self._pointer_is_near():
            return False
        box = view.visualRect(self._model.index(row, self._any_column()))
        return box.bottom() >= 0 and box.top() < view.viewport().height()

    def _pointer_is_near(self) -> bool:
        return self._pointer.isValid() and self._pointer.elapsed() < POINTER_RESTS_MS

    @Slot(QModelIndex, int, int)
    def _let_go(self, _parent: QModelIndex, first: int, last: int) -> None:
        for view in self._views() if self.count() else ():
            if first <= view.currentIndex().row() <= last:
                self._quiet = True
                view.setCurrentIndex(QModelIndex())
                self._quiet = False

    @Slot(object)
    def _current_key_changed(self, key: object) -> None:
        # Rows that were held because they were chosen may go, but not while Qt is still changing its mind.
        self._settle.start()
        if self.sender() in (None, self.view()):
            self._tell_chosen()

    def _tell_chosen(self, *, again: bool = True) -> None:
        """Tell the current row, if somebody chose it: Qt makes the first row the current one when the focus comes in."""
        view = self.view()
        key = self.current_key()
        if self._quiet or key is None or (key == self._told and not again):
            return
        if view.selectionModel().isRowSelected(view.currentIndex().row(), QModelIndex()):
            self._told = key
            self.current_changed.emit(key)

    @Slot(int)
    def _scrolled(self, _value: int) -> None:
        self.looked.emit()
        if not self._settle.isActive():
            self._settle.start()

    def _name_views(self) -> None:
        for view in self._views():
            view.setAccessibleName(self.tr("Tickets"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.MouseMove, QEvent.Type.HoverMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self._pointer.restart()
            self._rest.start()
        elif kind == QEvent.Type.Leave:
            self._pointer.invalidate()
            self._settle.start()
        elif kind == QEvent.Type.FocusOut and QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive:
            self._settle.start()
        elif kind in (QEvent.Type.FocusIn, QEvent.Type.Show):
            self.looked.emit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_views()
