"""New rows that came out of sight: counted in the list's head until somebody has looked at them for a while, or goes to the first."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from ticketdesk.domain.ids import TicketKey
from ticketdesk.ui.panes.overview.head import ListHead
from ticketdesk.ui.panes.overview.model import TicketListModel
from ticketdesk.ui.panes.overview.view import SEEN_MS, TicketList


class FreshRows(QObject):
    """Keeps which of a list's rows are new to the reader."""

    def __init__(self, model: TicketListModel, rows: TicketList, head: ListHead) -> None:
        super().__init__(rows)
        self._model, self._list, self._head = model, rows, head
        self._keys: set[TicketKey] = set()
        self._seen_later = QTimer(self, singleShot=True, interval=SEEN_MS)
        self._seen_later.timeout.connect(self._seen)
        model.arrived.connect(self._arrived)
        rows.looked.connect(self._seen_later.start)
        head.new_pressed.connect(self.show_first)

    def forget(self) -> None:
        """Count anew: another list is shown, or somebody went to the new ones."""
        self._keys.clear()
        self._head.set_fresh(0)

    @Slot(object)
    def _arrived(self, keys: frozenset[TicketKey]) -> None:
        # The list itself may stand behind the words for an empty one until its first rows are in it.
        pane = self._list.parentWidget()
        self._keys |= keys - (set(self._list.visible_keys()) if pane is not None and pane.isVisible() else set())
        self._head.set_fresh(len(self._keys))

    @Slot()
    def _seen(self) -> None:
        """Take from the new rows what was on the screen for a while."""
        if self._keys and self._list.isActiveWindow():
            self._keys -= set(self._list.visible_keys())
            self._keys = {key for key in self._keys if self._model.row_of(key) >= 0}
            self._head.set_fresh(len(self._keys))

    @Slot()
    def show_first(self) -> None:
        """Scroll to the first of the new rows."""
        rows = sorted(row for row in map(self._model.row_of, self._keys) if row >= 0)
        if rows:
            self._list.view().scrollTo(self._model.index(rows[0], 0))
        self.forget()
