"""A combo box over a tree: the list is indented, what is chosen is read with everything above it, and typing searches all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ticketdesk.ui.kit import palette_match
from ticketdesk.ui.kit.row_delegate import Index

_INDENT = "      "
_ROLE_LEAF = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Branch:
    """One entry: its path as words, its own name, how deep it stands, and what it means."""

    path: str
    name: str
    depth: int
    value: int | None


class _Leaves(QStyledItemDelegate):
    """Shows an entry's own name under what it belongs to."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        leaf = index.data(_ROLE_LEAF)
        if isinstance(leaf, str):
            option.text = leaf


class TreeCombo(QComboBox):
    """``activated`` (row) as every combo box when a person chose; ``currentData`` is the branch's value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setMaxVisibleItems(16)
        self.view().setItemDelegate(_Leaves(self.view()))
        self._branches: tuple[Branch, ...] = ()
        self._rows: list[int] = []
        self._found = QStandardItemModel(self)
        self.setCompleter(None)  # type: ignore[arg-type]  # PySide6's stubs do not know that it may be none
        self._search = QCompleter(self._found, self)
        self._search.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._search.setMaxVisibleItems(10)
        self._search.activated.connect(self._take)
        line = self.lineEdit()
        assert line is not None
        self._line = line
        self._search.setWidget(line)
        line.textEdited.connect(self._narrow)
        line.editingFinished.connect(self._settle)
        line.installEventFilter(self)

    def fill(self, branches: Sequence[Branch], chosen: int | None) -> None:
        """Offer these entries in this order; silently."""
        blocker = QSignalBlocker(self)
        self._branches = tuple(branches)
        self.clear()
        for row, one in enumerate(branches):
            self.addItem(one.path, one.value)
            self.setItemData(row, _INDENT * one.depth + one.name, _ROLE_LEAF)
        self.setCurrentIndex(max(0, self.findData(chosen)) if chosen is not None else 0)
        blocker.unblock()
        self._settle()

    def set_value(self, value: int | None) -> None:
        """Choose an entry silently; one that is not there leaves the first."""
        blocker = QSignalBlocker(self)
        self.setCurrentIndex(max(0, self.findData(value)) if value is not None else 0)
        blocker.unblock()
        self._settle()

    def found(self) -> list[str]:
        """Return the paths that fit what was typed, the best first."""
        return [self._found.item(row).text() for row in range(self._found.rowCount())]

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        fitting = []
        for row, one in enumerate(self._branches):
            match = palette_match.match(typed, one.path)
            if match is not None and (one.value is not None or not typed.strip()):
                fitting.append((match[0], row))
        self._rows = [row for _rank, row in sorted(fitting)]
        self._found.clear()
        for row in self._rows:
            self._found.appendRow(QStandardItem(self._branches[row].path))
        popup = self._popup()
        if self._rows and typed.strip():
            self._search.complete()
            popup.setCurrentIndex(self._search.completionModel().index(0, 0))
        else:
            popup.hide()

    @Slot(str)
    def _take(self, _path: str) -> None:
        row = self._popup().currentIndex().row()
        if 0 <= row < len(self._rows):
            self._choose(self._rows[row])

    def _popup(self) -> QAbstractItemView:
        popup = self._search.popup()
        assert popup is not None
        return popup

    def _choose(self, row: int) -> None:
        self.setCurrentIndex(row)
        self._settle()
        self.activated.emit(row)

    @Slot()
    def _settle(self) -> None:
        """Show what is chosen; a word that is nothing in the tree does not stay."""
        if self._popup().isVisible():
            return
        typed = self._line.text().strip()
        row = next((at for at, one in enumerate(self._branches) if one.path.casefold() == typed.casefold()), None)
        if not typed and self._branches and self._line.isModified():
            row = 0
        if row is not None and row != self.currentIndex():
            self.setCurrentIndex(row)
            self.activated.emit(row)
        self._line.setText(self.itemText(self.currentIndex()))
        self._line.setCursorPosition(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # One click or Tab, and the next letter begins a search.
        if watched is self._line and event.type() == QEvent.Type.FocusIn:
            self._line.selectAll()
        return False
