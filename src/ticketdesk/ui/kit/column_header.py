"""The head of a table: which columns are shown, in which order and how wide, kept per view; a click asks for another order of rows."""

from __future__ import annotations

import json

from PySide6.QtCore import QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.column_delegate import Column
from ticketdesk.ui.kit.menu import Menu

_NARROWEST = 24
REMEMBER_AFTER_MS = 400


class ColumnHeader(QHeaderView):
    """Horizontal head of a RowTable. Knows columns by key, so that kept widths outlive new columns and other languages."""

    sort_requested = Signal(str, Qt.SortOrder)

    def __init__(self, view_id: str, columns: tuple[Column, ...], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._view_id = view_id
        self._columns = columns
        self._quiet = True
        self._sorted = ("", Qt.SortOrder.AscendingOrder)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_NARROWEST)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_chooser)
        # A change of rows touches every section of every table, shown or not; the disk hears of it once, when it has calmed down.
        self._later = QTimer(self, singleShot=True, interval=REMEMBER_AFTER_MS)
        self._later.timeout.connect(self._remember)
        self.sectionResized.connect(self._remember_soon)
        self.sectionMoved.connect(self._remember_soon)
        self.sectionClicked.connect(self._clicked)

    def chooser(self, parent: QWidget | None = None) -> QMenu:
        """Return a menu that shows and hides columns; also for a button beside the list."""
        menu = Menu(parent or self)
        for section, column in enumerate(self._columns):
            if section >= self.count():
                break
            entry = menu.addAction(column.name())
            entry.setCheckable(True)
            entry.setChecked(not self.isSectionHidden(section))
            entry.setEnabled(column.key != "subject")
            entry.toggled.connect(lambda shown, one=section: self.show_column(one, shown=shown))
        menu.addSeparator()
        menu.addAction(self.tr("Reset columns")).triggered.connect(lambda _checked=False: self.reset_columns())
        return menu

    def show_column(self, section: int, *, shown: bool) -> None:
        """Show or hide a column and remember it."""
        self.setSectionHidden(section, not shown)
        if shown and self.sectionSize(section) < _NARROWEST:
            self.resizeSection(section, self._default_width(self._columns[section]))
        self.stretch()
        self._remember()

    def show_sort(self, key: str, order: Qt.SortOrder) -> None:
        """Show the arrow at a column; an unknown key shows none."""
        self._sorted = (key, order)
        section = next((at for at, column in enumerate(self._columns) if column.key == key), -1)
        self.setSortIndicatorShown(section >= 0)
        self.setSortIndicator(section, order)

    def shows(self, key: str) -> bool:
        """Tell whether a column is shown."""
        return any(one.key == key and not self.isSectionHidden(at) for at, one in enumerate(self._columns[: self.count()]))

    def restore(self) -> None:
        """Set order, widths and visibility as they were kept, or as they come."""
        self._lay(self._kept())

    def reset_columns(self) -> None:
        """Forget what was kept."""
        self._later.stop()
        QSettings().remove(self._name())
        self._lay({})

    def stretch(self) -> None:
        """Give the room that is left to the column that may have it."""
        section = next((at for at, one in enumerate(self._columns) if one.stretch and at < self.count()), -1)
        if section < 0 or self.isSectionHidden(section):
            return
        left = self.viewport().width() - self.length()
        wanted = max(self.sectionSize(section) + left, self._default_width(self._columns[section]) // 2)
        if wanted != self.sectionSize(section):
            self._quiet, before = True, self._quiet
            self.resizeSection(section, wanted)
            self._quiet = before

    def _lay(self, kept: dict[str, list[int]]) -> None:
        self._quiet = True
        for section, column in enumerate(self._columns[: self.count()]):
            _place, width, shown = kept.get(column.key, [section, self._default_width(column), int(column.shown)])
            self.resizeSection(section, max(width, _NARROWEST))
            self.setSectionHidden(section, not shown)
        order = sorted(range(self.count()), key=lambda at: kept.get(self._columns[at].key, [at, 0, 0])[0])
        for place, section in enumerate(order):
            self.moveSection(self.visualIndex(section), place)
        self.stretch()
        self._quiet = False

    def _default_width(self, column: Column) -> int:
        return round(column.width * theme.base_size() / theme.DEFAULT_BASE)

    def _name(self) -> str:
        return f"views/{self._view_id}/columns"

    def _kept(self) -> dict[str, list[int]]:
        try:
            value = json.loads(str(QSettings().value(self._name(), "{}")))
        except ValueError:
            return {}
        if not isinstance(value, dict):
            return {}
        return {
            str(key): one for key, one in value.items() if isinstance(one, list) and len(one) == 3 and all(isinstance(x, int) for x in one)
        }

    def _remember_soon(self, *_what: object) -> None:
        if not self._quiet:
            self._later.start()

    def _remember(self) -> None:
        self._later.stop()
        kept = {}
        for section, column in enumerate(self._columns[: self.count()]):
            width = self.sectionSize(section) or self._default_width(column)
            kept[column.key] = [self.visualIndex(section), width, int(not self.isSectionHidden(section))]
        QSettings().setValue(self._name(), json.dumps(kept))

    def _clicked(self, section: int) -> None:
        self.show_sort(*self._sorted)  # Qt turned the arrow already; it shall show what is, until the pane says otherwise
        column = self._columns[section]
        if not column.sort:
            return
        turned = self._sorted == (column.key, Qt.SortOrder.AscendingOrder)
        self.sort_requested.emit(column.key, Qt.SortOrder.DescendingOrder if turned else Qt.SortOrder.AscendingOrder)

    def _show_chooser(self, at: QPoint) -> None:
        menu = self.chooser()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(at))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._later.isActive():
            self._remember()
