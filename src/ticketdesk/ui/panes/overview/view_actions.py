"""How the window looks and where the keyboard goes in it: data for the menu «View» and its keys. The main window does it."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from ticketdesk.ui.kit.action import Action
from ticketdesk.ui.panes.overview.menu_ids import COLOURS, LAYOUT, SIZE, VIEW

_Key = QKeySequence.StandardKey


def call(name: str, *given: object) -> Callable[[Any], object]:
    """Return what calls a method of the main window, or of a part of it; named, since this file lies below it."""
    return lambda window: attrgetter(name)(window)(*given)


VIEW_ACTIONS: tuple[Action, ...] = (
    Action(
        "layout_left",
        QT_TRANSLATE_NOOP("Shell", "List on the &left"),
        call("set_layout", "left"),
        context="Shell",
        icon="layout-sidebar",
        menu=LAYOUT,
        checkable=True,
    ),
    Action(
        "layout_top",
        QT_TRANSLATE_NOOP("Shell", "List on &top"),
        call("set_layout", "top"),
        context="Shell",
        icon="layout-rows",
        menu=LAYOUT,
        checkable=True,
    ),
    Action(
        "layout_list",
        QT_TRANSLATE_NOOP("Shell", "List &only"),
        call("set_layout", "list"),
        context="Shell",
        icon="list",
        menu=LAYOUT,
        checkable=True,
    ),
    Action(
        "layout_reset",
        QT_TRANSLATE_NOOP("Shell", "&Reset arrangement"),
        call("reset_layout"),
        context="Shell",
        icon="restore",
        menu=LAYOUT,
        group=10,
    ),
    Action(
        "navigation",
        QT_TRANSLATE_NOOP("Shell", "&Navigation with words"),
        call("toggle_navigation"),
        context="Shell",
        menu=VIEW,
        group=30,
        checkable=True,
    ),
    Action(
        "back_to_list",
        QT_TRANSLATE_NOOP("Shell", "&Back to the list"),
        call("back_to_list"),
        context="Shell",
        icon="arrow-left",
        keys=_Key.Back,
        menu=VIEW,
        group=30,
        when=lambda state: state.case_alone,
    ),
    Action("next_pane", QT_TRANSLATE_NOOP("Shell", "Next ar&ea"), call("next_pane", 1), context="Shell", keys="F6", menu=VIEW, group=30),
    Action(
        "previous_pane",
        QT_TRANSLATE_NOOP("Shell", "&Previous area"),
        call("next_pane", -1),
        context="Shell",
        keys="Shift+F6",
        menu=VIEW,
        group=30,
    ),
    Action(
        "size_up",
        QT_TRANSLATE_NOOP("Shell", "&Larger text"),
        call("change_size", 1),
        context="Shell",
        icon="text-size",
        keys=_Key.ZoomIn,
        menu=SIZE,
    ),
    Action(
        "size_down",
        QT_TRANSLATE_NOOP("Shell", "&Smaller text"),
        call("change_size", -1),
        context="Shell",
        keys=_Key.ZoomOut,
        menu=SIZE,
    ),
    Action("size_normal", QT_TRANSLATE_NOOP("Shell", "S&ystem size"), call("change_size", 0), context="Shell", keys="Ctrl+0", menu=SIZE),
    Action(
        "colours_system",
        QT_TRANSLATE_NOOP("Shell", "S&ystem colours"),
        call("set_colours", "system"),
        context="Shell",
        icon="device-desktop",
        menu=COLOURS,
        checkable=True,
    ),
    Action(
        "colours_light",
        QT_TRANSLATE_NOOP("Shell", "&Light"),
        call("set_colours", "light"),
        context="Shell",
        icon="sun",
        menu=COLOURS,
        checkable=True,
    ),
    Action(
        "colours_dark",
        QT_TRANSLATE_NOOP("Shell", "&Dark"),
        call("set_colours", "dark"),
        context="Shell",
        icon="moon",
        menu=COLOURS,
        checkable=True,
    ),
)
"""Their ``do`` gets the main window, their ``when`` its ShellState."""
