"""Lists of rows by key: in two lines or in columns. What is being read stays where it is while rows come, go and move.

The views paint their focus (Fusion draws none) through the delegates. Not here: which rows there are (row_model, pane).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QTableView, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import paint_focus_frame
from ticketdesk.ui.kit.column_delegate import STANDARD_COLUMNS, Column, ColumnDelegate, compact_height
from ticketdesk.ui.kit.column_header import ColumnHeader
from ticketdesk.ui.kit.row_delegate import RowDelegate, measures
from ticketdesk.ui.kit.row_look import ROLE_KEY
from ticketdesk.ui.kit.row_model import Index, RowModel

_NEAR_END_ROWS = 30
"""The pane is asked for the next page when fewer rows than this lie below what is seen."""


class _Anchor:
    """Remembers which row stands where before rows change, and scrolls it back there afterwards."""

    def __init__(self, view: QAbstractItemView, row_height: Callable[[], int]) -> None:
        self._view = view
        self._row_height = row_height
        self._key: Hashable | None = None
        self._offset = 0
        self._depth = 0

    def watch(self, model: RowModel) -> None:
        """Follow the changes of a model."""
        for before in (model.rowsAboutToBeInserted, model.rowsAboutToBeRemoved, model.rowsAboutToBeMoved, model.layoutAboutToBeChanged):
            before.connect(self._remember)
        for after in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.layoutChanged):
            after.connect(self._restore)
        self._model = model

    def _remember(self, *_about: object) -> None:
        bar = self._view.verticalScrollBar()
        height = self._row_height()
        top = bar.value()
        self._key = None
        if top <= 0 and not self._view.viewport().underMouse():
            return  # at the very top new rows may show themselves; elsewhere, and under the pointer, nothing moves
        rows = self._model.rowCount()
        current = self._view.currentIndex().row()
        visible = range(top // height, min((top + self._view.viewport().height()) // height + 1, rows))
        row = current if current in visible else top // height
        if 0 <= row < rows:
            self._key = self._model.key_at(row)
            self._offset = row * height - top

    def _restore(self, *_about: object) -> None:
        row = self._model.row_of(self._key) if self._key is not None else -1
        if row >= 0:
            self._view.doItemsLayout() if isinstance(self._view, QListView) else self._view.updateGeometries()
            self._view.verticalScrollBar().setValue(row * self._row_height() - self._offset)


class _Keyed:
    """What both views share: they speak of keys, not of rows."""

    def _view(self) -> QAbstractItemView:
        assert isinstance(self, QAbstractItemView)
        return self

    def row_model(self) -> RowModel:
        """Return the model that is shown."""
        model = self._view().model()
        assert isinstance(model, RowModel)
        return model

    def current_key(self) -> Any:
        """Return the key of the current row, None if there is none."""
        index = self._view().currentIndex()
        return index.data(ROLE_KEY) if index.isValid() else None

    def selected_keys(self) -> list[Any]:
        """Return the keys of the selected rows, in their order."""
        return [index.data(ROLE_KEY) for index in sorted(self._view().selectionModel().selectedRows(), key=lambda one: one.row())]

    def select_key(self, key: Hashable, *, scroll: bool = True) -> bool:
        """Make a row current and the only selected one; tell whether it is there."""
        row = self.row_model().row_of(key)
        if row < 0:
            return False
        view = self._view()
        bar = view.verticalScrollBar()
        before = bar.value()
        index = self.row_model().index(row, self._first_shown_column())
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        view.selectionModel().setCurrentIndex(index, flags)
        if scroll:
            view.scrollTo(index)
        else:
            bar.setValue(before)
        return True

    def select_keys(self, keys: Iterable[Hashable]) -> None:
        """Select several rows; unknown keys are no error."""
        model, selection = self.row_model(), QItemSelection()
        for row in (model.row_of(key) for key in keys):
            if row >= 0:
                selection.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
        self._view().selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _first_shown_column(self) -> int:
        return 0

    def _set_up(self) -> None:
        view = self._view()
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setTabKeyNavigation(False)
        view.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover, True)

    def _paint_empty_focus(self) -> None:
        """Show the focus where no current row can show it."""
        view = self._view()
        if view.hasFocus() and not view.currentIndex().isValid():
            painter = QPainter(view.viewport())
            paint_focus_frame(painter, view.viewport().rect().toRectF())
            painter.end()

    def _asks_for_more(self, row_height: int) -> bool:
        bar = self._view().verticalScrollBar()
        return bar.maximum() - bar.value() < _NEAR_END_ROWS * row_height and self._view().model() is not None


class RowList(_Keyed, QListView):
    """Rows in two lines. Enter or a double click activates."""

    key_activated = Signal(object)
    current_key_changed = Signal(object)
    near_end = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set_up()
        self.setUniformItemSizes(True)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self._anchor = _Anchor(self, lambda: measures().height)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(lambda index: self.key_activated.emit(index.data(ROLE_KEY)))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _scrolled(self, _value: int) -> None:
        if self._asks_for_more(measures().height):
            self.near_end.emit()

    def setModel(self, model: Any) -> None:
        super().setModel(model)
        self._anchor.watch(model)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_key_changed.emit(current.data(ROLE_KEY) if current.isValid() else None)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys of actions here, and a search would ask for every row."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._paint_empty_focus()


class RowTable(_Keyed, QTableView):
    """Rows in columns, compact. The head offers the columns in its context menu and keeps order and widths under ``view_id``."""

    key_activated = Signal(object)
    current_key_changed = Signal(object)
    near_end = Signal()
    sort_requested = Signal(str, Qt.SortOrder)

    def __init__(self, view_id: str, columns: tuple[Column, ...] = STANDARD_COLUMNS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._set_up()
        self._delegate = ColumnDelegate(columns)
        self.setItemDelegate(self._delegate)
        self._anchor = _Anchor(self, compact_height)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self._head = ColumnHeader(view_id, columns, self)
        self.setHorizontalHeader(self._head)
        self._head.sort_requested.connect(self.sort_requested)
        self._fit_rows()
        self.entered.connect(lambda index: self._point_at(index.row()))
        self.activated.connect(lambda index: self.key_activated.emit(index.data(ROLE_KEY)))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def head(self) -> ColumnHeader:
        """Return the head, which knows the columns."""
        return self._head

    def show_sort(self, key: str, order: Qt.SortOrder) -> None:
        """Show by which column the rows are sorted."""
        self._head.show_sort(key, order)

    def _first_shown_column(self) -> int:
        return next((column for column in range(self._head.count()) if not self.isColumnHidden(column)), 0)

    def _fit_rows(self) -> None:
        vertical = self.verticalHeader()
        vertical.setMinimumSectionSize(compact_height())
        vertical.setDefaultSectionSize(compact_height())
        if hasattr(self, "_head"):
            self._head.setFont(theme.font(theme.Step.S))

    def _point_at(self, row: int) -> None:
        """Light the row under the pointer; -1 for none."""
        if row == self._delegate.pointed_row:
            return
        self._delegate.pointed_row = row
        self.viewport().update()

    def _scrolled(self, _value: int) -> None:
        if self._asks_for_more(compact_height()):
            self.near_end.emit()

    def setModel(self, model: Any) -> None:
        super().setModel(model)
        self._anchor.watch(model)
        self._head.restore()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or not previous.isValid():
            self.current_key_changed.emit(current.data(ROLE_KEY) if current.isValid() else None)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._point_at(-1)
        return super().viewportEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys of actions here, and a search would ask for every row."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.stretch()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._paint_empty_focus()
        current = self.currentIndex()
        if not (current.isValid() and self.hasFocus()):
            return
        top = self.rowViewportPosition(current.row())
        if top + compact_height() >= 0 and top < self.viewport().height():
            painter = QPainter(self.viewport())
            width = min(self._head.length() - self._head.offset(), self.viewport().width())
            paint_focus_frame(painter, QRect(QPoint(0, top), QPoint(width - 1, top + compact_height() - 2)).toRectF())
            painter.end()
