"""The palette finds by parts of compounds, runs by Enter and gives the focus back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.kit.conftest import picture
from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.palette import CommandPalette, PaletteEntry
from ticketdesk.ui.kit.palette_match import match


@pytest.mark.parametrize(
    ("typed", "text", "spans"),
    [
        ("grupp", "Parkausweise für Besuchergruppe", [(25, 30)]),
        ("GRUPP zuw", "Zuweisen an Gruppe …", [(0, 3), (12, 17)]),
        ("strasse", "Hauptstraße 3", [(5, 11)]),
        ("uberf", "Überfällig", [(0, 5)]),
        ("", "Alles", []),
    ],
)
def test_parts_are_found(typed: str, text: str, spans: list[tuple[int, int]]) -> None:
    found = match(typed, text)
    assert found is not None
    assert found[1] == spans


def test_what_is_missing_is_not_found() -> None:
    assert match("grupp xy", "Zuweisen an Gruppe …") is None


def test_a_start_beats_a_word_beats_a_part() -> None:
    ranks = [match("grupp", text) for text in ("Gruppe", "An Gruppe", "Arbeitsgruppe")]
    assert [found[0] for found in ranks if found] == sorted(found[0] for found in ranks if found)


class _Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.ran: list[str] = []
        self.others = [QLineEdit(self) for _ in range(2)]
        self.field = QLineEdit(self)
        self.others.append(QLineEdit(self))
        self.palette_ = CommandPalette(self)

    def open(self) -> CommandPalette:
        self.palette_.open([
            PaletteEntry("Zurück an die Gruppe geben", lambda: self.ran.append("back"), "Befehle", "users", "Strg+Umschalt+F"),
            PaletteEntry("Gruppe wählen …", lambda: self.ran.append("choose"), "Befehle", "users"),
            PaletteEntry("Arbeitsgruppe Hallenumbau", lambda: self.ran.append("team"), "Gruppen", also="bau"),
            PaletteEntry("Gruppe sperren", lambda: self.ran.append("lock"), "Befehle", enabled=False),
        ])  # fmt: skip
        return self.palette_


@pytest.fixture
def window(qtbot: Any) -> _Window:
    made = _Window()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus, timeout=1000)
    return made


def test_typing_narrows_and_enter_runs(window: _Window, qtbot: Any) -> None:
    palette = window.open()
    assert [entry.text for entry in palette.shown()] == ["Zurück an die Gruppe geben", "Gruppe wählen …", "Arbeitsgruppe Hallenumbau"]
    qtbot.keyClicks(palette.field, "grupp")
    assert [entry.text for entry in palette.shown()][:2] == ["Gruppe wählen …", "Zurück an die Gruppe geben"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.ran == ["back"]
    assert palette.isHidden()
    assert window.field.hasFocus()


def test_arrows_pass_over_heads(window: _Window, qtbot: Any) -> None:
    palette = window.open()
    for _ in range(5):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.ran == ["team"]


def test_escape_and_a_click_beside_close_it(window: _Window, qtbot: Any) -> None:
    palette, closed = window.open(), []
    palette.closed.connect(lambda: closed.append(1))
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    window.open()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert closed == [1, 1]
    assert window.ran == []


def test_nothing_found_runs_nothing(window: _Window, qtbot: Any) -> None:
    palette = window.open()
    qtbot.keyClicks(palette.field, "qqq")
    assert palette.shown() == []
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.ran == []
    assert palette.isVisible()


def test_other_words_find_too(window: _Window, qtbot: Any) -> None:
    palette = window.open()
    qtbot.keyClicks(palette.field, "arbeit bau")
    assert [entry.text for entry in palette.shown()] == ["Arbeitsgruppe Hallenumbau"]


def test_a_section_finds_all_that_belongs_to_it(window: _Window, qtbot: Any) -> None:
    palette = window.open()
    qtbot.keyClicks(palette.field, "befehl")
    assert [entry.text for entry in palette.shown()] == ["Zurück an die Gruppe geben", "Gruppe wählen …"]


def test_the_focus_stays_and_the_panel_follows_the_window(window: _Window, qtbot: Any) -> None:
    palette = window.open()
    qtbot.keyClick(palette.field, Qt.Key.Key_Tab)
    assert palette.field.hasFocus()
    window.resize(500, 400)
    QApplication.processEvents()
    assert palette.size() == window.size()
    assert picture(window).pixelColor(250, 330).name() in (theme.color("base").name(), theme.color("sel").name())
