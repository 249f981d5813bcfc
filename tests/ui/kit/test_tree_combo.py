"""A combo over a tree: searched by typing, chosen by keys, and nothing stays in it that is not in the tree."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ticketdesk.ui.kit.tree_combo import Branch, TreeCombo

TREE = (
    Branch("Ohne", "Ohne", 0, None), Branch("Geräte", "Geräte", 0, 1), Branch("Geräte › Drucker", "Drucker", 1, 2),
    Branch("Geräte › Türöffner", "Türöffner", 1, 3), Branch("Gebäude", "Gebäude", 0, 4),
)  # fmt: skip


@pytest.fixture
def combo(qtbot: Any) -> TreeCombo:
    window = QWidget()
    qtbot.addWidget(window)
    combo = TreeCombo(window)
    combo.other = QLineEdit(window)  # type: ignore[attr-defined]  # somewhere for the focus to go
    column = QVBoxLayout(window)
    column.addWidget(combo)
    column.addWidget(combo.other)  # type: ignore[attr-defined]
    combo.fill(TREE, None)
    window.show()
    combo.setFocus()
    combo.window_kept = window  # type: ignore[attr-defined]
    return combo


def line(combo: TreeCombo) -> QLineEdit:
    found = combo.lineEdit()
    assert found is not None
    return found


def test_typing_searches_all_of_the_path(combo: TreeCombo) -> None:
    told: list[int] = []
    combo.activated.connect(told.append)
    line(combo).selectAll()
    QTest.keyClicks(line(combo), "tur")
    assert combo.found() == ["Geräte › Türöffner"]
    QTest.keyClick(combo._popup(), Qt.Key.Key_Return)
    assert (combo.currentData(), combo.currentText(), told) == (3, "Geräte › Türöffner", [3])


def test_what_is_not_in_the_tree_does_not_stay(combo: TreeCombo) -> None:
    combo.set_value(2)
    line(combo).selectAll()
    QTest.keyClicks(line(combo), "gibt es nicht")
    combo._popup().hide()
    line(combo).editingFinished.emit()
    assert (combo.currentData(), combo.currentText()) == (2, "Geräte › Drucker")


def test_emptied_means_none(combo: TreeCombo) -> None:
    combo.set_value(2)
    line(combo).selectAll()
    QTest.keyClick(line(combo), Qt.Key.Key_Backspace)
    line(combo).editingFinished.emit()
    assert (combo.currentData(), combo.currentText()) == (None, "Ohne")


def test_the_list_is_a_tree(combo: TreeCombo) -> None:
    from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

    delegate, option = combo.view().itemDelegate(), QStyleOptionViewItem()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, combo.model().index(2, 0))
    assert option.text.strip() == "Drucker" and option.text.startswith(" ")  # type: ignore[attr-defined]
