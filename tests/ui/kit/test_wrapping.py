"""A row becomes a column before anything in it is cut, and a row again."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.wrapping import Wrapping


def test_a_row_becomes_a_column_where_it_does_not_fit(qtbot: QtBot) -> None:
    window, wrapping = QWidget(), Wrapping()
    qtbot.addWidget(window)
    QHBoxLayout(window).addWidget(wrapping)
    buttons = [PlainButton("Nachricht an die Koordination …"), PlainButton("Nicht gelöst …"), PlainButton("Verborgenes")]
    for button in buttons:
        wrapping.box.addWidget(button, 1)
    buttons[2].hide()
    window.resize(800, 120)
    window.show()
    assert not wrapping.is_column()
    window.resize(buttons[0].sizeHint().width() + 40, 120)
    qtbot.waitUntil(wrapping.is_column)
    QApplication.processEvents()
    assert all(one.width() >= one.sizeHint().width() for one in buttons[:2]), "a button is cut"
    window.resize(800, 120)
    qtbot.waitUntil(lambda: not wrapping.is_column())
    buttons[0].setText("Nachricht " * 30)
    qtbot.waitUntil(wrapping.is_column)
