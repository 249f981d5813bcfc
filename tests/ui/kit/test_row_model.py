"""Rows change by key: the order is right after any change, nothing is ever reset, and the views hold what they held."""

from __future__ import annotations

import random
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from tests.ui.kit import samples
from ticketdesk.ui.kit import language
from ticketdesk.ui.kit.row_look import ROLE_KEY, ROLE_LOOK, RowLook
from ticketdesk.ui.kit.row_model import RowModel


def _look(key: int) -> RowLook:
    return samples.row(key, f"Betreff {key}")


@pytest.fixture
def model(qapp: QApplication) -> RowModel:
    made = RowModel(_look)
    made.modelReset.connect(lambda: pytest.fail("the model was reset"))
    return made


def test_random_changes_give_the_order_that_was_asked(model: RowModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    dice = random.Random(7)
    keys: list[int] = []
    for step in range(400):
        wanted = [key for key in keys if dice.random() > 0.1]
        for _ in range(dice.randrange(4)):
            wanted.insert(dice.randrange(len(wanted) + 1), 1000 + step * 10 + dice.randrange(10))
        if dice.random() < 0.3:
            dice.shuffle(wanted)
        elif wanted:
            wanted.insert(dice.randrange(len(wanted)), wanted.pop(dice.randrange(len(wanted))))
        keys = list(dict.fromkeys(wanted))
        held = {key: QPersistentModelIndex(model.index(row, 0)) for row, key in enumerate(model.keys())}
        model.set_keys(wanted)
        assert model.keys() == keys
        for key, index in held.items():
            assert index.isValid() == (key in keys)
            assert not index.isValid() or index.data(ROLE_KEY) == key
        assert all(model.row_of(key) == row for row, key in enumerate(keys))
    assert tester.model() is model


def test_one_row_that_rises_is_one_move(model: RowModel) -> None:
    model.set_keys(range(200))
    moved: list[Any] = []
    model.rowsMoved.connect(lambda *about: moved.append((about[1], about[4])))
    model.layoutChanged.connect(lambda: pytest.fail("laid out anew for one row"))
    model.set_keys([150, *(key for key in range(200) if key != 150)])
    assert moved == [(150, 0)]
    model.set_keys([*range(150), *range(151, 200), 150])
    assert len(moved) == 2


def test_another_order_of_all_is_one_layout(model: RowModel) -> None:
    model.set_keys(range(200))
    laid: list[int] = []
    model.layoutChanged.connect(lambda: laid.append(1))
    model.rowsMoved.connect(lambda *_: pytest.fail("row by row"))
    model.set_keys(reversed(range(200)))
    assert laid == [1]
    assert model.keys() == list(reversed(range(200)))


def test_the_same_order_says_nothing(model: RowModel) -> None:
    model.set_keys([1, 2, 3])
    for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.layoutChanged, model.dataChanged):
        signal.connect(lambda *_: pytest.fail("something was told"))
    model.set_keys([1, 2, 3, 3])


def test_refresh_tells_of_one_row(model: RowModel) -> None:
    model.set_keys([1, 2, 3])
    told: list[tuple[int, int, int]] = []
    model.dataChanged.connect(lambda first, last, *_: told.append((first.row(), last.row(), last.column())))
    model.refresh([3, 99])
    assert told == [(2, 2, len(model.columns) - 1)]


def test_rows_and_heads_speak(model: RowModel, qapp: QApplication) -> None:
    model.set_keys([5])
    index = model.index(0, 0)
    assert index.data(ROLE_LOOK) == model.index(0, 3).data(ROLE_LOOK) == _look(5)
    cells = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(1, 7)]
    assert cells == ["Normal", "In Bearbeitung", "5", "Betreff 5", "Frida Beispiel, Musterwerk", "IT-Service"]
    said = "Betreff 5, In Bearbeitung, 5, Frida Beispiel, Musterwerk, Di 24.11., IT-Service"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == said
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads[1:5] == ["Priorität", "Status", "Nummer", "Betreff"]
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole) == "Ungelesen"
    language.install(qapp, "en")
    assert model.headerData(4, Qt.Orientation.Horizontal) == "Subject"
