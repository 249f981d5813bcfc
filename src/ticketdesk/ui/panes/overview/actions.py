"""What a person may do in the list and with the window: data for menus, tool bar and keys.

The doing stands in pane.py and in the main window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from ticketdesk.ui.kit.action import Action
from ticketdesk.ui.panes.overview.evaluation_actions import EVALUATION_ACTIONS
from ticketdesk.ui.panes.overview.view import Density

if TYPE_CHECKING:
    from ticketdesk.ui.panes.overview.pane import OverviewPane

FILE, EDIT, VIEW, LAYOUT, ROWS, SIZE, COLOURS, LANGUAGE = "file", "edit", "view", "layout", "rows", "size", "colours", "language"
EXTRAS, HELP, WINDOW, ADMIN, EVALUATION = "extras", "help", "window", "extras.admin", "evaluation"

_Key = QKeySequence.StandardKey


class ListState(NamedTuple):
    """What decides whether the list's actions are offered."""

    chosen: int
    unread: int
    unread_chosen: int
    rows: int = 0


def _density(density: Density) -> Callable[[OverviewPane], None]:
    return lambda pane: pane.set_density(density)


def _list_file(name: str) -> Callable[[OverviewPane], None]:
    """Return what saves or prints the list; what makes files is loaded when somebody wants one."""

    def do(pane: OverviewPane) -> None:
        from ticketdesk.ui.panes.overview import list_file

        getattr(list_file, name)(pane)

    return do


LIST_ACTIONS: tuple[Action, ...] = (
    Action(
        "save_list", QT_TRANSLATE_NOOP("OverviewActions", "Sa&ve list …"), _list_file("save_list"), context="OverviewActions",
        icon="file-export", menu=FILE, group=40, when=lambda state: state.rows > 0,
    ),
    Action(
        "preview_list", QT_TRANSLATE_NOOP("OverviewActions", "&Print list …"), _list_file("preview_list"), context="OverviewActions",
        icon="printer", keys=_Key.Print, menu=FILE, group=40, when=lambda state: state.rows > 0,
    ),
    Action(
        "next_unread",
        QT_TRANSLATE_NOOP("OverviewActions", "Next &unread"),
        lambda pane: pane.next_unread(),
        context="OverviewActions",
        icon="mail",
        keys="N",
        anywhere=False,
        menu=VIEW,
        group=60,
        when=lambda state: state.unread > 0,
    ),
    Action(
        "mark_read",
        QT_TRANSLATE_NOOP("OverviewActions", "Mar&k as read"),
        lambda pane: pane.mark_read(),
        context="OverviewActions",
        icon="mail-opened",
        keys="M",
        anywhere=False,
        menu=EDIT,
        group=30,
        when=lambda state: state.unread_chosen > 0,
    ),
    Action(
        "rows_comfortable",
        QT_TRANSLATE_NOOP("OverviewActions", "&Comfortable"),
        _density(Density.COMFORTABLE),
        context="OverviewActions",
        menu=ROWS,
        checkable=True,
    ),
    Action(
        "rows_compact",
        QT_TRANSLATE_NOOP("OverviewActions", "C&ompact, in columns"),
        _density(Density.COMPACT),
        context="OverviewActions",
        menu=ROWS,
        checkable=True,
    ),
    Action(
        "refresh",
        QT_TRANSLATE_NOOP("OverviewActions", "Re&fresh"),
        lambda pane: pane.refresh(),
        context="OverviewActions",
        icon="refresh",
        keys=_Key.Refresh,
        menu=VIEW,
        group=60,
    ),
)
"""Their ``do`` gets the OverviewPane, their ``when`` a ListState."""


def _edit(verb: str) -> Callable[[Any], None]:
    return lambda window: window.edit(verb)


def _call(name: str, *given: object) -> Callable[[Any], object]:
    """Return what calls a method of the main window; named, since this file lies below it."""
    return lambda window: getattr(window, name)(*given)


SHELL_ACTIONS: tuple[Action, ...] = (
    Action(
        "record_ticket",
        QT_TRANSLATE_NOOP("Shell", "&New ticket"),
        _call("new_ticket"),
        context="Shell",
        icon="plus",
        keys=_Key.New,
        menu=FILE,
        when=lambda state: state.records,
    ),
    Action(
        "new_from_template",
        QT_TRANSLATE_NOOP("Shell", "New from &template …"),
        _call("new_from_template"),
        context="Shell",
        icon="template",
        menu=FILE,
        when=lambda state: state.records,
    ),
    Action(
        "go_to_number",
        QT_TRANSLATE_NOOP("Shell", "&Open by number …"),
        _call("ask_number"),
        context="Shell",
        icon="hash",
        keys="Ctrl+G",
        menu=FILE,
        when=lambda state: state.has_cases,
    ),
    Action(
        "import_file",
        QT_TRANSLATE_NOOP("Shell", "&Import …"),
        _call("show_import"),
        context="Shell",
        icon="file-import",
        menu=FILE,
        group=30,
        when=lambda state: state.sets_up_all,
    ),
    Action(
        "export_all", QT_TRANSLATE_NOOP("Shell", "E&xport …"), _call("show_export"), context="Shell", icon="download", menu=FILE, group=30,
    ),
    Action("sign_out", QT_TRANSLATE_NOOP("Shell", "&Sign out"), _call("sign_out"), context="Shell", icon="logout", menu=FILE, group=90),
    Action("quit", QT_TRANSLATE_NOOP("Shell", "&Quit"), _call("quit"), context="Shell", keys="Ctrl+Q", menu=FILE, group=90),
    Action(
        "undo",
        QT_TRANSLATE_NOOP("Shell", "&Undo"),
        _edit("undo"),
        context="Shell",
        icon="arrow-back-up",
        keys=_Key.Undo,
        menu=EDIT,
        when=lambda state: state.editing,
    ),
    Action(
        "redo",
        QT_TRANSLATE_NOOP("Shell", "&Redo"),
        _edit("redo"),
        context="Shell",
        icon="arrow-forward-up",
        keys=_Key.Redo,
        menu=EDIT,
        when=lambda state: state.editing,
    ),
    Action(
        "cut",
        QT_TRANSLATE_NOOP("Shell", "Cu&t"),
        _edit("cut"),
        context="Shell",
        keys=_Key.Cut,
        menu=EDIT,
        group=10,
        when=lambda state: state.editing,
    ),
    Action("copy", QT_TRANSLATE_NOOP("Shell", "&Copy"), _edit("copy"), context="Shell", icon="copy", keys=_Key.Copy, menu=EDIT, group=10),
    Action(
        "paste",
        QT_TRANSLATE_NOOP("Shell", "&Paste"),
        _edit("paste"),
        context="Shell",
        keys=_Key.Paste,
        menu=EDIT,
        group=10,
        when=lambda state: state.editing,
    ),
    Action(
        "select_all",
        QT_TRANSLATE_NOOP("Shell", "Select &all"),
        _edit("selectAll"),
        context="Shell",
        keys=_Key.SelectAll,
        menu=EDIT,
        group=10,
    ),
    Action(
        "layout_left",
        QT_TRANSLATE_NOOP("Shell", "List on the &left"),
        _call("set_layout", "left"),
        context="Shell",
        icon="layout-sidebar",
        menu=LAYOUT,
        checkable=True,
    ),
    Action(
        "layout_top",
        QT_TRANSLATE_NOOP("Shell", "List on &top"),
        _call("set_layout", "top"),
        context="Shell",
        icon="layout-rows",
        menu=LAYOUT,
        checkable=True,
    ),
    Action(
        "layout_list",
        QT_TRANSLATE_NOOP("Shell", "List &only"),
        _call("set_layout", "list"),
        context="Shell",
        icon="list",
        menu=LAYOUT,
        checkable=True,
    ),
    Action(
        "layout_reset",
        QT_TRANSLATE_NOOP("Shell", "&Reset arrangement"),
        _call("reset_layout"),
        context="Shell",
        icon="restore",
        menu=LAYOUT,
        group=10,
    ),
    Action(
        "navigation",
        QT_TRANSLATE_NOOP("Shell", "&Navigation with words"),
        _call("toggle_navigation"),
        context="Shell",
        menu=VIEW,
        group=30,
        checkable=True,
    ),
    Action(
        "back_to_list",
        QT_TRANSLATE_NOOP("Shell", "&Back to the list"),
        _call("back_to_list"),
        context="Shell",
        icon="arrow-left",
        keys=_Key.Back,
        menu=VIEW,
        group=30,
        when=lambda state: state.case_alone,
    ),
    Action("next_pane", QT_TRANSLATE_NOOP("Shell", "Next ar&ea"), _call("next_pane", 1), context="Shell", keys="F6", menu=VIEW, group=30),
    Action(
        "previous_pane",
        QT_TRANSLATE_NOOP("Shell", "&Previous area"),
        _call("next_pane", -1),
        context="Shell",
        keys="Shift+F6",
        menu=VIEW,
        group=30,
    ),
    Action(
        "size_up",
        QT_TRANSLATE_NOOP("Shell", "&Larger text"),
        _call("change_size", 1),
        context="Shell",
        icon="text-size",
        keys=_Key.ZoomIn,
        menu=SIZE,
    ),
    Action(
        "size_down",
        QT_TRANSLATE_NOOP("Shell", "&Smaller text"),
        _call("change_size", -1),
        context="Shell",
        keys=_Key.ZoomOut,
        menu=SIZE,
    ),
    Action("size_normal", QT_TRANSLATE_NOOP("Shell", "S&ystem size"), _call("change_size", 0), context="Shell", keys="Ctrl+0", menu=SIZE),
    Action(
        "colours_system",
        QT_TRANSLATE_NOOP("Shell", "S&ystem colours"),
        _call("set_colours", "system"),
        context="Shell",
        icon="device-desktop",
        menu=COLOURS,
        checkable=True,
    ),
    Action(
        "colours_light",
        QT_TRANSLATE_NOOP("Shell", "&Light"),
        _call("set_colours", "light"),
        context="Shell",
        icon="sun",
        menu=COLOURS,
        checkable=True,
    ),
    Action(
        "colours_dark",
        QT_TRANSLATE_NOOP("Shell", "&Dark"),
        _call("set_colours", "dark"),
        context="Shell",
        icon="moon",
        menu=COLOURS,
        checkable=True,
    ),
    Action(
        "board", QT_TRANSLATE_NOOP("Shell", "&Overview"), _call("go", "board"),
        context="Shell", icon="chart-bar", menu=EVALUATION, when=lambda state: state.evaluates,
    ),
    *EVALUATION_ACTIONS,
    Action(
        "templates",
        QT_TRANSLATE_NOOP("Shell", "&Text modules and templates …"),
        _call("show_templates"),
        context="Shell",
        icon="template",
        menu=EXTRAS,
        group=50,
        when=lambda state: state.writes,
    ),
    *(
        Action(
            f"admin_{page}",
            title,
            _call("show_admin", page),
            context="Shell",
            icon=icon,
            menu=ADMIN,
            when=(lambda state: state.sets_up_all) if all_of_it else (lambda state: state.sets_up),
        )
        for page, title, icon, all_of_it in (
            ("categories", QT_TRANSLATE_NOOP("Shell", "&Categories …"), "category", False),
            ("groups", QT_TRANSLATE_NOOP("Shell", "&Groups …"), "users", True),
            ("customer_groups", QT_TRANSLATE_NOOP("Shell", "C&ustomer groups …"), "building", True),
            ("calendars", QT_TRANSLATE_NOOP("Shell", "Ca&lendars …"), "calendar-time", True),
            ("commitments", QT_TRANSLATE_NOOP("Shell", "Service commitmen&ts …"), "stopwatch", True),
            ("contacts", QT_TRANSLATE_NOOP("Shell", "C&ontacts …"), "id-badge", False),
            ("office", QT_TRANSLATE_NOOP("Shell", "O&ffice …"), "settings", True),
            ("imports", QT_TRANSLATE_NOOP("Shell", "I&mports …"), "file-import", True),
            ("health", QT_TRANSLATE_NOOP("Shell", "&State of the server …"), "server", False),
        )
    ),
    Action(
        "settings",
        QT_TRANSLATE_NOOP("Shell", "&Settings …"),
        _call("show_settings"),
        context="Shell",
        icon="settings",
        keys="Ctrl+,",
        menu=EXTRAS,
        group=90,
    ),
    Action(
        "commands",
        QT_TRANSLATE_NOOP("Shell", "&Commands …"),
        _call("show_commands"),
        context="Shell",
        icon="command",
        keys="Ctrl+K",
        menu=EXTRAS,
    ),
    Action("keys", QT_TRANSLATE_NOOP("Shell", "&Keys"), _call("show_keys"), context="Shell", icon="keyboard", keys="F1", menu=HELP),
    Action(
        "about",
        QT_TRANSLATE_NOOP("Shell", "&About Ticketdesk"),
        _call("show_about"),
        context="Shell",
        icon="info-circle",
        menu=HELP,
        group=90,
    ),
)
"""Their ``do`` gets the main window, their ``when`` its ShellState."""


class ShellState(NamedTuple):
    """What decides whether the window's own actions are offered."""

    records: bool
    has_cases: bool
    editing: bool
    case_alone: bool
    writes: bool = False
    """Whether this person keeps templates."""
    sets_up: bool = False
    """Whether he keeps categories and contacts."""
    sets_up_all: bool = False
    """Whether he keeps everything that is set up."""
    evaluates: bool = False
    """Whether he sees every case, and so may count them."""
