"""Rows of plain lists and tables with air: Qt sets them so close that eyes slip from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ticketdesk.ui.kit import theme


class RoomyRows(QStyledItemDelegate):
    """Makes rows as high as a field, and columns that fit their content a little wider than it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(theme.S12, theme.S8)


def give_room(view: QAbstractItemView) -> None:
    """Let a list or table have such rows."""
    view.setItemDelegate(RoomyRows(view))
    if isinstance(view, QTableView):
        # Heads stand over what they name, and none turns bold because a cell below it was clicked.
        view.setShowGrid(False)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
