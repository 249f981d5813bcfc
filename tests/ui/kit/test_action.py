"""One entry gives menu, keys, tooltip and words in both languages."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ticketdesk.ui.kit import language
from ticketdesk.ui.kit.action import Action, build_actions, fill_menu, native_keys


class _Upper(QTranslator):
    """Translates every text of the test's context."""

    def translate(self, context: str, text: str, _disambiguation: str | None = None, _number: int = -1) -> str:
        return text.upper() if context == "TestActions" else ""

    def isEmpty(self) -> bool:
        return False


def _actions() -> list[Action]:
    return [
        Action("take_over", "&Take over", lambda ctx: ctx.append("taken"), context="TestActions", icon="user-check", keys="Ctrl+Shift+A",
               menu="ticket", group=2, when=lambda state: state == "assigned"),
        Action("accept", "Accept", lambda ctx: ctx.append("accepted"), context="TestActions", menu="ticket", group=1),
        Action("assign", "Assign …", lambda ctx: ctx.append("assigned"), context="TestActions", menu="ticket", group=1,
               keys=(QKeySequence.StandardKey.Find, "Ctrl+Shift+G")),
        Action("other", "Other && more", lambda ctx: None, context="TestActions", menu="view"),
    ]  # fmt: skip


def test_an_action_calls_its_deed_with_the_context(qapp: QApplication) -> None:
    said: list[str] = []
    parent = QWidget()
    made = build_actions(parent, _actions(), ctx=said)
    made.qaction("take_over").trigger()
    assert said == ["taken"]
    assert made.ids() == ("take_over", "accept", "assign", "other")


def test_state_decides_what_may_be_done(qapp: QApplication) -> None:
    parent = QWidget()
    made = build_actions(parent, _actions(), ctx=None)
    made.refresh("new")
    assert not made.qaction("take_over").isEnabled()
    assert made.qaction("accept").isEnabled()
    made.refresh("assigned")
    assert made.qaction("take_over").isEnabled()


def test_menus_are_filled_by_groups(qapp: QApplication) -> None:
    parent, menu = QWidget(), QMenu()
    made = build_actions(parent, _actions(), ctx=None)
    fill_menu(menu, made, "ticket")
    assert [entry.objectName() or "-" for entry in menu.actions()] == ["accept", "assign", "-", "take_over"]


def test_groups_of_several_panes_stand_together(qapp: QApplication) -> None:
    parent, menu = QWidget(), QMenu()
    first = build_actions(parent, _actions(), ctx=None)
    second = build_actions(parent, [Action("close", "Close", lambda ctx: None, menu="ticket", group=1)], ctx=None)
    fill_menu(menu, [first, second], "ticket")
    assert [entry.objectName() or "-" for entry in menu.actions()] == ["accept", "assign", "close", "-", "take_over"]


def test_keys_are_shown_as_people_read_them(qapp: QApplication) -> None:
    parent = QWidget()
    made = build_actions(parent, _actions(), ctx=None)
    assert made.qaction("take_over").toolTip() == "Take over (Strg+Umschalt+A)"
    assert made.qaction("assign").toolTip() == "Assign (Strg+F)"
    assert [key.toString() for key in made.qaction("assign").shortcuts()][-1] == "Ctrl+Shift+G"
    assert made.qaction("other").toolTip() == "Other & more"
    assert native_keys(()) == ""
    language.install(qapp, "en")
    assert made.qaction("take_over").toolTip() == "Take over (Ctrl+Shift+A)"


def test_words_change_while_running(qapp: QApplication) -> None:
    parent, translator = QWidget(), _Upper()
    made = build_actions(parent, _actions(), ctx=None)
    QCoreApplication.installTranslator(translator)
    try:
        language.signals().changed.emit()
        assert made.qaction("accept").text() == "ACCEPT"
        assert made.qaction("assign").iconText() == "ASSIGN"
    finally:
        QCoreApplication.removeTranslator(translator)


def test_a_lost_pane_is_no_trouble(qapp: QApplication, qtbot: Any) -> None:
    parent = QWidget()
    made = build_actions(parent, _actions(), ctx=None)
    del made
    parent.deleteLater()
    qtbot.wait(10)
    language.install(qapp, "en")
