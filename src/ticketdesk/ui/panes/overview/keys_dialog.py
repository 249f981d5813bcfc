"""All keys of the program in one list, by menu; made from the actions themselves, so that it cannot lag behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QHeaderView, QTreeView, QVBoxLayout, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.action import ActionSet, native_keys
from ticketdesk.ui.kit.roomy import give_room


class KeysDialog(QDialog):
    """Lists what has a key, and the key as this computer's keyboard names it."""

    def __init__(self, sets: Sequence[ActionSet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sets = sets
        self.table = QTreeView(self)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        give_room(self.table)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._model = QStandardItemModel(0, 2, self)
        self.table.setModel(self._model)
        self.table.header().setStretchLastSection(False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        # Some desktops give it a sign that is not ours.
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S16, theme.S16, theme.S16, theme.S12)
        column.addWidget(self.table, 1)
        column.addWidget(self._buttons)
        self.retranslate()

    def retranslate(self) -> None:
        """Fill the list in the present language."""
        self.setWindowTitle(self.tr("Keys"))
        self.table.setAccessibleName(self.tr("Keys"))
        self._model.clear()
        self._model.setHorizontalHeaderLabels([self.tr("What it does"), self.tr("Key")])
        for one in self._sets:
            for action_id in one.ids():
                keys = native_keys(one.action(action_id).keys)
                if keys and one.qaction(action_id).isVisible():
                    self._model.appendRow([QStandardItem(one.qaction(action_id).iconText()), QStandardItem(keys)])
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def sizeHint(self) -> QSize:
        unit = theme.base_size() / theme.DEFAULT_BASE
        return QSize(round(560 * unit), round(620 * unit))
