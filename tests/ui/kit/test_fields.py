"""Fields say what is wrong under themselves; dates are understood as people type them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from tests.ui.kit.conftest import colours, picture
from ticketdesk.ui.kit import language, text, theme
from ticketdesk.ui.kit.fields import DAY_END_HOUR, DateTimeField, Field, IconLineEdit, PlainTextEdit


def test_an_error_stands_under_its_field(qtbot: Any) -> None:
    editor = QLineEdit()
    field = Field("&Standort", editor, required=True)
    qtbot.addWidget(field)
    field.show()
    lines = field.findChildren(QLabel)
    assert [line.text() for line in lines if line.isVisible()] == ["&Standort *"]
    assert editor.accessibleName() == "Standort"
    assert next(line for line in lines if line.buddy() is editor).isVisible()
    field.set_hint("Wie auf dem Schild")
    field.set_error("Bitte Standort angeben")
    assert [line.text() for line in lines if line.isVisible()] == ["&Standort *", "Bitte Standort angeben"]
    assert editor.accessibleDescription() == "Bitte Standort angeben"
    assert theme.color("bad").name() in colours(picture(field))
    field.set_error("")
    assert [line.text() for line in lines if line.isVisible()] == ["&Standort *", "Wie auf dem Schild"]


def test_foreign_text_is_plain(qtbot: Any) -> None:
    field = Field("<b>x</b>", QLineEdit())
    qtbot.addWidget(field)
    field.set_error("<img src=file:x>")
    assert {label.textFormat() for label in field.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_an_icon_stands_in_the_line(qtbot: Any) -> None:
    token = theme.color("text2").name()
    for line, sign in ((IconLineEdit("user"), True), (QLineEdit(), False)):
        qtbot.addWidget(line)
        line.resize(200, 28)
        line.show()
        assert (token in colours(picture(line))) is sign


def test_the_editor_shows_its_focus_and_lets_tab_through(qtbot: Any, scheme: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    editor, after = PlainTextEdit(page), QLineEdit(page)
    editor.resize(200, 80)
    page.show()
    page.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus, timeout=1000)
    accent = theme.color("accent").name()
    with_focus = colours(picture(editor)).get(accent, 0)
    editor.clearFocus()
    QApplication.processEvents()
    assert with_focus > 500
    assert colours(picture(editor)).get(accent, 0) < 20
    asked: list[int] = []
    editor.submitted.connect(lambda: asked.append(1))
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert asked == [1]
    assert editor.toPlainText() == ""
    assert after.hasFocus()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("24.11.2026 16:00", (2026, 11, 24, 16, 0)),
        ("24.11.2026, 16:00 Uhr", (2026, 11, 24, 16, 0)),
        ("24.11.26 8:05", (2026, 11, 24, 8, 5)),
        ("2026-11-24", (2026, 11, 24, DAY_END_HOUR, 0)),
        ("2026-11-24T09:30", (2026, 11, 24, 9, 30)),
        (" 1.2.2027 ", (2027, 2, 1, DAY_END_HOUR, 0)),
        ("24.11.", (2026, 11, 24, DAY_END_HOUR, 0)),
        ("01.02. 9", (2027, 2, 1, 9, 0)),
    ],
)
def test_dates_are_understood(qtbot: Any, monkeypatch: Any, typed: str, expected: tuple[int, ...]) -> None:
    monkeypatch.setattr(text, "now", lambda: datetime(2026, 11, 23, 14, 3).astimezone())
    field = DateTimeField()
    qtbot.addWidget(field)
    field.setText(typed)
    at = field.value()
    assert at is not None
    assert at.tzinfo is not None
    assert at == datetime(*expected).astimezone()  # type: ignore[arg-type]  # year to minute
    assert field.problem() == ""


NONSENSE = ["gestern", "31.02.2027", "24.11.20260 16:00", "24.11.2126", "24.11.2026 25:00", "24.13.", "0.0.2026", "²4.11."]


@pytest.mark.parametrize("typed", NONSENSE)
def test_nonsense_is_told(qtbot: Any, typed: str) -> None:
    field = DateTimeField()
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.value() is None
    assert "24.11.2026 16:00" in field.problem()


def test_a_date_may_be_empty(qtbot: Any) -> None:
    field = DateTimeField()
    qtbot.addWidget(field)
    assert field.value() is None
    assert field.problem() == ""
    field.set_value(datetime(2026, 11, 24, 16, 0).astimezone())
    assert field.text() == "24.11.2026 16:00"
    field.set_value(None)
    assert field.text() == ""


def test_keys_move_the_day(qtbot: Any) -> None:
    field = DateTimeField()
    qtbot.addWidget(field)
    start = datetime(2026, 11, 24, 16, 0).astimezone()
    field.set_value(start)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == start + timedelta(days=1)
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert field.text() == "18.11.2026 16:00"


def test_the_placeholder_has_room_and_follows_the_language(qapp: QApplication, qtbot: Any) -> None:
    field = DateTimeField()
    qtbot.addWidget(field)
    for size in (9, 14):
        theme.set_base_size(size)
        qapp.processEvents()
        assert field.minimumSizeHint().width() > field.fontMetrics().horizontalAdvance(field.placeholderText()) + theme.ICON
    assert field.placeholderText() == "TT.MM.JJJJ hh:mm"
    language.install(qapp, "en")
    qapp.processEvents()
    assert field.placeholderText() == "DD.MM.YYYY hh:mm"
