"""Chips of files that are on their way: each piece that has arrived repaints one chip, and lays nothing out anew."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ticketdesk.ui.kit.file_chips import FileChips, FileLook


class _Layouts(QObject):
    """Counts how often a widget is asked to lay itself out."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_progress_lays_nothing_out_anew(qtbot: Any) -> None:
    page, chips = QWidget(), FileChips(removable=True)
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(chips)
    page.show()
    chips.set_files([FileLook("a", "Protokoll.bin", "0 %", share=0.0)])
    QApplication.processEvents()
    layouts = _Layouts(page)
    for percent in (1, 9, 10, 55, 100):
        chips.set_files([FileLook("a", "Protokoll.bin", f"{percent} %", share=percent / 100)])
        QApplication.processEvents()
    assert layouts.count == 0 and chips.chips()[0].look().note == "100 %"
    # Its size at the end has another width: once more.
    chips.set_files([FileLook("a", "Protokoll.bin", "50,0 MB")])
    QApplication.processEvents()
    assert layouts.count > 0
