"""What a person may do with the window: data for menus, tool bar and keys. The doing stands in the main window.

Its looks stand in view_actions.py, reports in evaluation_actions.py, the list in list_actions.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from ticketdesk.ui.kit.action import Action
from ticketdesk.ui.panes.overview.evaluation_actions import EVALUATION_ACTIONS
from ticketdesk.ui.panes.overview.menu_ids import ADMIN, EDIT, EVALUATION, EXTRAS, FILE, HELP
from ticketdesk.ui.panes.overview.view_actions import VIEW_ACTIONS, call

_Key = QKeySequence.StandardKey


def _edit(verb: str) -> Callable[[Any], None]:
    return lambda window: window.edit(verb)


SHELL_ACTIONS: tuple[Action, ...] = (
    Action(
        "record_ticket",
        QT_TRANSLATE_NOOP("Shell", "&New ticket"),
        call("new_ticket"),
        context="Shell",
        icon="plus",
        keys=_Key.New,
        menu=FILE,
        when=lambda state: state.records,
    ),
    Action(
        "new_from_template",
        QT_TRANSLATE_NOOP("Shell", "New from &template …"),
        call("new_from_template"),
        context="Shell",
        icon="template",
        menu=FILE,
        when=lambda state: state.records,
    ),
    Action(
        "go_to_number",
        QT_TRANSLATE_NOOP("Shell", "&Open by number …"),
        call("ask_number"),
        context="Shell",
        icon="hash",
        keys="Ctrl+G",
        menu=FILE,
        when=lambda state: state.has_cases,
    ),
    Action(
        "import_file",
        QT_TRANSLATE_NOOP("Shell", "&Import …"),
        call("dialogs.imports"),
        context="Shell",
        icon="file-import",
        menu=FILE,
        group=30,
        when=lambda state: state.sets_up_all,
    ),
    Action(
        "export_all",
        QT_TRANSLATE_NOOP("Shell", "E&xport …"),
        call("dialogs.export"),
        context="Shell",
        icon="download",
        menu=FILE,
        group=30,
    ),
    Action("sign_out", QT_TRANSLATE_NOOP("Shell", "&Sign out"), call("sign_out"), context="Shell", icon="logout", menu=FILE, group=90),
    Action("quit", QT_TRANSLATE_NOOP("Shell", "&Quit"), call("quit"), context="Shell", keys="Ctrl+Q", menu=FILE, group=90),
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
    *VIEW_ACTIONS,
    Action(
        "board",
        QT_TRANSLATE_NOOP("Shell", "&Overview"),
        call("go", "board"),
        context="Shell",
        icon="chart-bar",
        menu=EVALUATION,
        when=lambda state: state.evaluates,
    ),
    *EVALUATION_ACTIONS,
    Action(
        "templates",
        QT_TRANSLATE_NOOP("Shell", "&Text modules and templates …"),
        call("dialogs.templates"),
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
            call("show_admin", page),
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
        call("dialogs.settings"),
        context="Shell",
        icon="settings",
        keys="Ctrl+,",
        menu=EXTRAS,
        group=90,
    ),
    Action(
        "commands",
        QT_TRANSLATE_NOOP("Shell", "&Commands …"),
        call("show_commands"),
        context="Shell",
        icon="command",
        keys="Ctrl+K",
        menu=EXTRAS,
    ),
    Action("keys", QT_TRANSLATE_NOOP("Shell", "&Keys"), call("dialogs.keys"), context="Shell", icon="keyboard", keys="F1", menu=HELP),
    Action(
        "about",
        QT_TRANSLATE_NOOP("Shell", "&About Ticketdesk"),
        call("dialogs.about"),
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
