"""Keeps a paste that could not be stored anyway out of an editor: ten megabytes in one line would hold the window for seconds.

Files and pictures go to whoever ``takes`` them instead. What is refused stays on the clipboard, so nothing is lost.
Not here: the limits themselves.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit


class PasteGuard(QObject):
    """Watches one editor; ``refused`` (characters) when a paste or a drop would make its text longer than ``limit``."""

    refused = Signal(int)

    def __init__(self, editor: QPlainTextEdit, *, limit: int, takes: Callable[[QMimeData], bool] | None = None) -> None:
        super().__init__(editor)
        self._editor = editor
        self._limit = limit
        self._takes = takes if takes is not None else _nothing
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)

    def fits(self, source: QMimeData) -> bool:
        """Tell whether a text may come in, and say so if not."""
        length = len(source.text()) if source.hasText() else 0
        if self._editor.document().characterCount() + length <= self._limit:
            return True
        self.refused.emit(length)
        return False

    @Slot()
    def paste(self) -> None:
        """Paste what lies on the clipboard, if it fits."""
        data = QGuiApplication.clipboard().mimeData()
        if not self._takes(data) and self.fits(data):
            self._editor.paste()

    def _open_menu(self, event: QContextMenuEvent) -> None:
        menu = self._editor.createStandardContextMenu()
        paste = menu.findChild(QAction, "edit-paste")
        if paste is not None:
            paste.disconnect(self._editor)
            paste.triggered.connect(self.paste)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Paste):
            if not self._editor.isReadOnly():
                self.paste()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            if self._takes(event.mimeData()):
                event.acceptProposedAction()
                return True
            return not self.fits(event.mimeData())
        if isinstance(event, QContextMenuEvent):
            self._open_menu(event)
            return True
        return super().eventFilter(watched, event)


def _nothing(_data: QMimeData) -> bool:
    return False
