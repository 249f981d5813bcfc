"""A model that knows rows by key and shows what ``look_of`` says of each; it holds no rows and never resets.

Not here: where the keys and the looks come from (the pane asks the store), painting (delegates).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from ticketdesk.ui.kit import language
from ticketdesk.ui.kit.column_delegate import STANDARD_COLUMNS, Column, cell_words, column_alignment
from ticketdesk.ui.kit.row_look import ROLE_KEY, ROLE_LOOK, RowLook

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_FEW_MOVES = 24
"""More rows than this that changed places are laid out anew in one step instead of one by one."""


class RowModel(QAbstractTableModel):
    """Rows by key. Selection, current row and scroll of the views survive every change; live on the GUI thread."""

    def __init__(
        self, look_of: Callable[[Any], RowLook | None], columns: Sequence[Column] = STANDARD_COLUMNS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look_of = look_of
        self._columns = tuple(columns)
        self._keys: list[Hashable] = []
        self._rows: dict[Hashable, int] | None = {}
        language.signals().changed.connect(self.retranslate)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns a table may show."""
        return self._columns

    def keys(self) -> list[Hashable]:
        """Return the keys in their order."""
        return list(self._keys)

    def row_of(self, key: Hashable) -> int:
        """Return the row of a key, -1 if it is not there."""
        if self._rows is None:
            self._rows = {one: row for row, one in enumerate(self._keys)}
        return self._rows.get(key, -1)

    def key_at(self, row: int) -> Hashable | None:
        """Return the key of a row, None outside."""
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def set_keys(self, keys: Iterable[Hashable]) -> None:
        """Show these rows in this order; only what differs is inserted, moved or removed. Doubles count once."""
        wanted = list(dict.fromkeys(keys))
        if wanted == self._keys:
            return
        self._remove_absent(set(wanted))
        self._order_like(wanted)
        self._insert_missing(wanted)

    def refresh(self, keys: Iterable[Hashable]) -> None:
        """Repaint the rows of these keys; unknown ones are no error."""
        last_column = len(self._columns) - 1
        for key in keys:
            row = self.row_of(key)
            if row >= 0:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last_column))

    @Slot()
    def retranslate(self) -> None:
        """Repaint everything and name the columns anew."""
        if self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._keys) - 1, len(self._columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def _remove_absent(self, wanted: set[Hashable]) -> None:
        row = len(self._keys) - 1
        while row >= 0:
            if self._keys[row] in wanted:
                row -= 1
                continue
            first = row
            while first > 0 and self._keys[first - 1] not in wanted:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, row)
            del self._keys[first : row + 1]
            self._rows = None
            self.endRemoveRows()
            row = first - 1

    def _order_like(self, wanted: list[Hashable]) -> None:
        here = set(self._keys)
        target = [key for key in wanted if key in here]
        if target == self._keys:
            return
        if sum(1 for a, b in zip(target, self._keys, strict=True) if a != b) > _FEW_MOVES and not _one_moved(self._keys, target):
            self._lay_out(target)
            return
        for row, key in enumerate(target):
            if self._keys[row] != key:
                self._move(key, row, target)

    def _move(self, key: Hashable, row: int, target: list[Hashable]) -> None:
        """Bring one key to its row; when the row's present key only has to sink, move that one instead."""
        origin = self._keys.index(key, row)
        sinking = self._keys[row]
        if origin == row + 1 and target.index(sinking, row) > row + 1:
            origin, end = row, target.index(sinking, row)
            self.beginMoveRows(QModelIndex(), origin, origin, QModelIndex(), end + 1)
            self._keys.insert(end, self._keys.pop(origin))
        else:
            self.beginMoveRows(QModelIndex(), origin, origin, QModelIndex(), row)
            self._keys.insert(row, self._keys.pop(origin))
        self._rows = None
        self.endMoveRows()

    def _lay_out(self, target: list[Hashable]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {key: row for row, key in enumerate(target)}
        after = [self.index(places[self._keys[one.row()]], one.column()) for one in before]
        self._keys = target
        self._rows = None
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert_missing(self, wanted: list[Hashable]) -> None:
        row = 0
        while row < len(wanted):
            if row < len(self._keys) and self._keys[row] == wanted[row]:
                row += 1
                continue
            here = self._keys[row] if row < len(self._keys) else None
            last = row
            while last < len(wanted) and (row >= len(self._keys) or wanted[last] != here):
                last += 1
            self.beginInsertRows(QModelIndex(), row, last - 1)
            self._keys[row:row] = wanted[row:last]
            self._rows = None
            self.endInsertRows()
            row = last

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = index.row()
        if not 0 <= row < len(self._keys):
            return None
        if role == ROLE_LOOK:
            return self._look_of(self._keys[row])
        if role == ROLE_KEY:
            return self._keys[row]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            look = self._look_of(self._keys[row])
            return cell_words(look, self._columns[index.column()].key) if look is not None else ""
        return None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if column.key == "unread" else column.name()
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return column.name()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column_alignment()
        return None


def _one_moved(before: list[Hashable], after: list[Hashable]) -> bool:
    """Tell whether the two orders differ by one row that went to another place."""
    differing = [row for row, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    first, last = differing[0], differing[-1]
    a, b = before[first : last + 1], after[first : last + 1]
    return a[1:] + a[:1] == b or a[-1:] + a[:-1] == b
