"""What is being read stays where it is: selection, current row and scroll survive what others do."""

from __future__ import annotations

import random
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from tests.ui.kit import samples
from tests.ui.kit.conftest import colours, picture
from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.column_delegate import compact_height
from ticketdesk.ui.kit.list_view import RowList, RowTable
from ticketdesk.ui.kit.row_delegate import measures
from ticketdesk.ui.kit.row_model import RowModel

View = RowList | RowTable


@pytest.fixture(params=[RowList, RowTable])
def view(request: pytest.FixtureRequest, qtbot: Any) -> View:
    made: View = RowList() if request.param is RowList else RowTable("test")
    model = RowModel(lambda key: samples.row(key, f"Betreff {key}"), parent=made)
    made.setModel(model)
    qtbot.addWidget(made)
    made.resize(600, 520)
    made.move(1500, 900)  # away from the pointer, under which nothing moves
    made.show()
    model.set_keys(range(1000, 1300))
    QApplication.processEvents()
    return made


def _height(view: View) -> int:
    return measures().height if isinstance(view, RowList) else compact_height()


def _place(view: View, key: int) -> int:
    return view.row_model().row_of(key) * _height(view) - view.verticalScrollBar().value()


def test_five_hundred_changes_move_nothing_that_is_read(view: View) -> None:
    model, dice = view.row_model(), random.Random(3)
    view.select_key(1100)
    view.select_keys([1100, 1102, 1105])
    view.verticalScrollBar().setValue(view.row_model().row_of(1100) * _height(view) - 130)
    before = _place(view, 1100)
    held = {1100, 1102, 1105}
    for number in range(500):
        keys = model.keys()
        kind = number % 4
        if kind == 0:
            keys.insert(0, 5000 + number)
        elif kind == 1:
            gone = dice.choice([key for key in keys if key not in held])
            keys.remove(gone)
        elif kind == 2:
            moved = dice.choice([key for key in keys if key not in held])
            keys.remove(moved)
            keys.insert(dice.randrange(min(20, len(keys))), moved)
        else:
            model.refresh(dice.sample(keys, 5))
        model.set_keys(keys)
        if number % 50 == 0:
            QApplication.processEvents()
        assert view.current_key() == 1100
        assert _place(view, 1100) == before, number
    QApplication.processEvents()
    assert set(view.selected_keys()) == held
    assert _place(view, 1100) == before


def test_another_order_keeps_the_current_row_in_place(view: View) -> None:
    view.select_key(1100)
    view.verticalScrollBar().setValue(view.row_model().row_of(1100) * _height(view) - 100)
    before = _place(view, 1100)
    view.row_model().set_keys(reversed(range(1000, 1300)))
    QApplication.processEvents()
    assert view.current_key() == 1100
    assert view.selected_keys() == [1100]
    assert _place(view, 1100) == before


def test_at_the_very_top_new_rows_are_seen(view: View) -> None:
    view.select_key(1003)
    assert view.verticalScrollBar().value() == 0
    view.row_model().set_keys([1, *range(1000, 1300)])
    QApplication.processEvents()
    assert view.verticalScrollBar().value() == 0
    assert view.current_key() == 1003


def test_keys_and_double_clicks_activate(view: View, qtbot: Any) -> None:
    heard: list[Any] = []
    view.key_activated.connect(heard.append)
    view.select_key(1002)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard == [1002]
    qtbot.keyClick(view, Qt.Key.Key_F2)
    qtbot.keyClick(view, Qt.Key.Key_B)
    assert view.current_key() == 1002


def test_the_current_key_is_told_once(view: View, qtbot: Any) -> None:
    heard: list[Any] = []
    view.current_key_changed.connect(heard.append)
    view.select_key(1002)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert heard == [1002, 1003]
    assert not view.select_key(7)


def test_the_end_asks_for_more(view: View) -> None:
    asked: list[int] = []
    view.near_end.connect(lambda: asked.append(1))
    view.verticalScrollBar().setValue(10)
    assert not asked
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert asked


def test_focus_can_be_seen(view: View, scheme: str) -> None:
    view.select_key(1001)
    view.activateWindow()
    view.setFocus()
    QApplication.processEvents()
    accent, selected = theme.color("accent").name(), theme.color("sel").name()
    assert theme.contrast(QColor(accent), QColor(selected)) >= 3
    with_focus = colours(picture(view))
    view.clearFocus()
    QApplication.processEvents()
    without = colours(picture(view))
    assert with_focus.get(selected, 0) > 1000
    assert without.get(selected, 0) == 0
    assert with_focus[accent] > without.get(accent, 0) + 500


def test_columns_are_kept_by_view(qtbot: Any) -> None:
    def table() -> RowTable:
        made = RowTable("kept")
        made.setModel(RowModel(lambda key: samples.row(key, "x"), parent=made))
        qtbot.addWidget(made)
        made.resize(1400, 300)
        made.show()
        return made

    first = table()
    assert first.isColumnHidden(9)
    first.head().show_column(9, shown=True)
    first.head().resizeSection(3, 123)
    first.head().moveSection(first.head().visualIndex(8), 1)
    # Written when it has calmed down, or at once when the table goes out of sight.
    first.hide()
    second = table()
    assert not second.isColumnHidden(9)
    assert second.columnWidth(3) == 123
    assert second.head().visualIndex(8) == 1
    second.head().reset_columns()
    assert second.isColumnHidden(9)
    assert second.head().visualIndex(8) == 8


def test_the_chooser_offers_all_columns_but_hides_no_subject(qtbot: Any) -> None:
    table = RowTable("chooser")
    table.setModel(RowModel(lambda key: samples.row(key, "x"), parent=table))
    qtbot.addWidget(table)
    entries = {one.text(): one for one in table.head().chooser(table).actions() if one.text()}
    assert list(entries)[:3] == ["Ungelesen", "Priorität", "Status"]
    assert not entries["Betreff"].isEnabled()
    entries["Service-Zusage"].setChecked(True)
    assert not table.isColumnHidden(9)


def test_the_whole_row_under_the_pointer_is_lit(qtbot: Any) -> None:
    table = RowTable("hover")
    table.setModel(RowModel(lambda key: samples.row(key, "x"), parent=table))
    table.row_model().set_keys(range(5))
    qtbot.addWidget(table)
    table.resize(1000, 300)
    table.move(300, 300)
    table.show()
    table.clearFocus()
    QApplication.processEvents()
    hover = theme.color("hover").name()
    middle = compact_height() * 2 + compact_height() // 2

    def lit() -> set[str]:
        image = table.viewport().grab().toImage()
        return {image.pixelColor(x, middle + 11).name() for x in range(10, table.head().length() - 4, 37)}

    assert hover not in lit()
    qtbot.mouseMove(table.viewport(), QPoint(300, middle))
    qtbot.waitUntil(lambda: lit() == {hover}, timeout=2000)
    qtbot.mouseMove(table.viewport(), QPoint(300, 5))
    qtbot.waitUntil(lambda: hover not in lit(), timeout=2000)


def test_a_click_on_a_head_asks_for_an_order(qtbot: Any) -> None:
    table = RowTable("sort")
    table.setModel(RowModel(lambda key: samples.row(key, "x"), parent=table))
    qtbot.addWidget(table)
    table.resize(1000, 300)
    table.show()
    asked: list[tuple[str, Qt.SortOrder]] = []
    table.sort_requested.connect(lambda key, order: asked.append((key, order)))
    head = table.head()

    def click(section: int) -> None:
        place = QPoint(head.sectionViewportPosition(section) + 12, 8)
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(4)
    table.show_sort("subject", Qt.SortOrder.AscendingOrder)
    click(4)
    click(0)
    assert asked == [("subject", Qt.SortOrder.AscendingOrder), ("subject", Qt.SortOrder.DescendingOrder)]
