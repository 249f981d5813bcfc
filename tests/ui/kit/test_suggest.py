"""The list behind two colons: opened and narrowed by typing, driven by keys alone, and Esc leaves the text as it was typed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ticketdesk.ui.kit.fields import PlainTextEdit
from ticketdesk.ui.kit.suggest import Suggestion, SuggestPopup, fitting

NAMES = ("Zwischenbescheid", "Rückfrage Gerät", "Grußformel", "Müllers Antwort")
OFFERED = [Suggestion(name, name) for name in NAMES]


class Desk:
    """An editor in a window, and what was chosen."""

    def __init__(self, qtbot: Any) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.editor = PlainTextEdit()
        QVBoxLayout(self.window).addWidget(self.editor)
        self.popup = SuggestPopup(self.editor, lambda: OFFERED)
        self.popup.chosen.connect(self._put_in)
        self.window.resize(700, 300)
        self.window.show()
        self.editor.setFocus()
        qtbot.waitUntil(self.editor.hasFocus)

    def _put_in(self, chosen: Suggestion, place: QTextCursor) -> None:
        place.insertText(f"<{chosen.value}>")

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.editor, key)

    def type(self, words: str) -> None:
        for letter in words:
            if letter == "\n":
                self.key(Qt.Key.Key_Return)
            else:
                QTest.keyClicks(self.editor, letter)

    def names(self) -> list[str]:
        return [one.name for one in self.popup.shown()] if self.popup.isVisible() else []


@pytest.fixture
def desk(qtbot: Any) -> Desk:
    return Desk(qtbot)


def test_opens_narrows_and_puts_in(desk: Desk) -> None:
    desk.type("Guten Tag ::")
    assert desk.names() == list(NAMES)
    desk.type("ruckf")
    assert desk.names() == ["Rückfrage Gerät"]
    desk.key(Qt.Key.Key_Return)
    assert desk.editor.toPlainText() == "Guten Tag <Rückfrage Gerät>" and not desk.popup.isVisible()
    desk.type("::")
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Tab)
    assert desk.editor.toPlainText().endswith("Gerät><Rückfrage Gerät>")


def test_escape_leaves_the_colons(desk: Desk) -> None:
    desk.type("std::")
    assert desk.popup.isVisible()
    desk.key(Qt.Key.Key_Escape)
    assert not desk.popup.isVisible() and desk.editor.toPlainText() == "std::"
    desk.type("gr\n")
    assert not desk.popup.isVisible() and desk.editor.toPlainText() == "std::gr\n"
    desk.type("::")
    assert desk.popup.isVisible()


def test_what_is_no_search_is_left_alone(desk: Desk) -> None:
    desk.type("21:33:v")
    assert not desk.popup.isVisible()
    desk.type(" :::")
    assert not desk.popup.isVisible()
    desk.type(" a::vector")
    assert not desk.popup.isVisible()
    desk.key(Qt.Key.Key_Return)
    assert desk.editor.toPlainText() == "21:33:v ::: a::vector\n"
    desk.editor.setPlainText("::")
    assert not desk.popup.isVisible(), "a text that was loaded opened the list"


def test_the_button_opens_it_too(desk: Desk) -> None:
    desk.type("Uhr:")
    desk.popup.begin()
    assert desk.names() == list(NAMES) and desk.editor.toPlainText() == "Uhr: ::"
    desk.key(Qt.Key.Key_Left)
    assert not desk.popup.isVisible()


def test_read_only(desk: Desk) -> None:
    desk.type("::")
    desk.editor.setReadOnly(True)
    desk.popup.refresh()
    assert not desk.popup.isVisible()


TYPED = (
    ("zwb", "Zwischenbescheid"), ("gruss", "Grußformel"), ("muell", "Müllers Antwort"), ("mull", "Müllers Antwort"),
    ("gerät", "Rückfrage Gerät"), ("xyz", ""),
)  # fmt: skip


@pytest.mark.parametrize(("typed", "first"), TYPED)
def test_fuzzy(typed: str, first: str) -> None:
    found = [one.name for one, _ in fitting(OFFERED, typed)]
    assert (found[:1] or [""]) == [first]
