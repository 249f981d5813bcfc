"""Files dragged over a window: the whole pane takes them and says what becomes of them, and no editor below gets in between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from ticketdesk.ui.bridge.file_bar import FileBar
from ticketdesk.ui.kit.drop_zone import DropTarget, DropZone

NOTE, ANSWER = DropTarget("note", "Anhängen an: Interne Notiz", hidden=True), DropTarget("answer", "Anhängen an: Antwort an Ersteller")


class Drag:
    """A drag from outside, as the window system tells of it."""

    def __init__(self, window: QWidget, data: QMimeData) -> None:
        self._handle = window.windowHandle()
        self.data = data

    def enter(self, at: QPoint) -> bool:
        """Come into the window; tell whether it takes what is dragged."""
        event = QDragEnterEvent(at, Qt.DropAction.CopyAction, self.data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(self._handle, event)
        return event.isAccepted() and self.move(at)

    def move(self, at: QPoint) -> bool:
        """Go on within the window."""
        event = QDragMoveEvent(at, Qt.DropAction.CopyAction, self.data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(self._handle, event)
        return event.isAccepted()

    def drop(self, at: QPoint) -> None:
        """Let go."""
        button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, self.data, button, plain)
        QCoreApplication.sendEvent(self._handle, event)
        QApplication.processEvents()

    def leave(self) -> None:
        """Go out of the window again."""
        QCoreApplication.sendEvent(self._handle, QDragLeaveEvent())
        QApplication.processEvents()


def file_data(path: Path) -> QMimeData:
    """Return what a file manager drags: the file, and its address as a text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    return data


@pytest.fixture
def page(qtbot: Any) -> tuple[QWidget, QPlainTextEdit, DropZone, list[object]]:
    """A window with an editor, all of it a zone with two places."""
    window = QWidget()
    qtbot.addWidget(window)
    editor = QPlainTextEdit()
    QVBoxLayout(window).addWidget(editor)
    zone = DropZone(window, holds=FileBar.holds, targets=lambda: (NOTE, ANSWER))
    told: list[object] = []
    zone.dropped.connect(lambda key, data: told.append((key, data.urls()[0].fileName())))
    window.resize(900, 400)
    window.show()
    return window, editor, zone, told


Page = tuple[QWidget, QPlainTextEdit, DropZone, list[object]]


def test_over_an_editor_the_zone_takes_the_file_and_the_place_decides(page: Page, tmp_path: Path) -> None:
    window, editor, zone, told = page
    drag = Drag(window, file_data(tmp_path / "Rechnung.pdf"))
    middle = zone.rect().center()
    # Between the two places nothing is taken, and no editor below takes it instead.
    assert not drag.enter(editor.geometry().center()) and zone.shown == (NOTE, ANSWER), middle
    there = zone.box(ANSWER).center().toPoint()
    assert drag.move(there)
    drag.drop(there)
    assert told == [("answer", "Rechnung.pdf")] and zone.shown == () and editor.toPlainText() == ""


def test_nothing_stays_on_the_screen_when_the_drag_leaves(page: Page, tmp_path: Path) -> None:
    window, _editor, zone, told = page
    drag = Drag(window, file_data(tmp_path / "a.png"))
    drag.enter(QPoint(20, 20))
    assert zone.shown
    drag.leave()
    assert zone.shown == () and told == []


def test_a_dragged_text_goes_to_the_editor_as_ever(page: Page) -> None:
    window, editor, zone, told = page
    data = QMimeData()
    data.setText("Ein Absatz")
    drag = Drag(window, data)
    assert drag.enter(editor.geometry().center()) and zone.shown == ()
    drag.drop(editor.geometry().center())
    assert editor.toPlainText() == "Ein Absatz" and told == []


def test_under_each_other_where_the_words_need_the_width(page: Page, tmp_path: Path) -> None:
    window, _editor, zone, _told = page
    window.resize(300, 400)
    QApplication.processEvents()
    Drag(window, file_data(tmp_path / "a.png")).enter(QPoint(20, 20))
    assert zone.box(NOTE).bottom() < zone.box(ANSWER).top() and zone.box(NOTE).width() > 250
