"""What a person may do with the set-up: data for keys and palette. The doing stands with the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from ticketdesk.ui.kit.action import Action

if TYPE_CHECKING:
    from ticketdesk.ui.panes.admin.pane import AdminPane

MENU = "admin"


class AdminState(NamedTuple):
    """What decides whether an action is offered."""

    page: str
    changed: bool
    retires: bool
    new: bool


def _on(*pages: str) -> Callable[[AdminState], bool]:
    return lambda state: state.page in pages


def _saves(page: str) -> Callable[[AdminState], bool]:
    return lambda state: state.page == page and not state.new


def _save(pane: AdminPane) -> None:
    pane.save()


_CONTEXT = "AdminActions"

ACTIONS: tuple[Action, ...] = (
    Action("create_category", QT_TRANSLATE_NOOP("AdminActions", "New category"), lambda pane: pane.begin("categories"),
           context=_CONTEXT, icon="plus", menu=MENU, group=10, when=_on("categories"), anywhere=False),
    Action("change_category", QT_TRANSLATE_NOOP("AdminActions", "Save category"), _save,
           context=_CONTEXT, icon="check", menu=MENU, group=20, when=_saves("categories"), anywhere=False),
    Action("create_group", QT_TRANSLATE_NOOP("AdminActions", "New group"), lambda pane: pane.begin("groups"),
           context=_CONTEXT, icon="plus", menu=MENU, group=10, when=_on("groups"), anywhere=False),
    Action("change_group", QT_TRANSLATE_NOOP("AdminActions", "Save group"), _save,
           context=_CONTEXT, icon="check", menu=MENU, group=20, when=_saves("groups"), anywhere=False),
    Action("create_customer_group", QT_TRANSLATE_NOOP("AdminActions", "New customer group"), lambda pane: pane.begin("customer_groups"),
           context=_CONTEXT, icon="plus", menu=MENU, group=10, when=_on("customer_groups"), anywhere=False),
    Action("change_customer_group", QT_TRANSLATE_NOOP("AdminActions", "Save customer group"), _save,
           context=_CONTEXT, icon="check", menu=MENU, group=20, when=_saves("customer_groups"), anywhere=False),
    Action("change_contact", QT_TRANSLATE_NOOP("AdminActions", "Save contact"), _save,
           context=_CONTEXT, icon="check", menu=MENU, group=20, when=_saves("contacts"), anywhere=False),
    Action("change_office", QT_TRANSLATE_NOOP("AdminActions", "Save settings"), _save,
           context=_CONTEXT, icon="check", menu=MENU, group=20, when=_saves("office"), anywhere=False),
    Action("save_calendar", QT_TRANSLATE_NOOP("AdminActions", "Save calendar"), _save,
           context=_CONTEXT, icon="check", menu=MENU, group=20, when=_on("calendars"), anywhere=False),
    Action("save_commitment", QT_TRANSLATE_NOOP("AdminActions", "Save promise"), _save,
           context=_CONTEXT, icon="check", menu=MENU, group=20, when=_on("commitments"), anywhere=False),
    Action("end_commitment", QT_TRANSLATE_NOOP("AdminActions", "Promise this no more"), lambda pane: pane.retire(),
           context=_CONTEXT, icon="archive", menu=MENU, group=30,
           when=lambda state: state.page == "commitments" and state.retires, anywhere=False),
    Action("save_setup", QT_TRANSLATE_NOOP("AdminActions", "Save"), _save,
           context=_CONTEXT, icon="check", keys=QKeySequence.StandardKey.Save, menu=MENU, group=20,
           when=lambda state: state.page not in ("health", "imports"), anywhere=False),
    Action("retire_setup", QT_TRANSLATE_NOOP("AdminActions", "Out of use, or back into it"), lambda pane: pane.retire(),
           context=_CONTEXT, icon="archive", menu=MENU, group=30, when=lambda state: state.retires, anywhere=False),
    Action("discard_setup", QT_TRANSLATE_NOOP("AdminActions", "Discard what was typed"), lambda pane: pane.discard(),
           context=_CONTEXT, icon="restore", menu=MENU, group=30, when=lambda state: state.changed, anywhere=False),
    Action("refresh_setup", QT_TRANSLATE_NOOP("AdminActions", "Read anew"), lambda pane: pane.refresh(),
           context=_CONTEXT, icon="refresh", menu=MENU, group=40, anywhere=False),
)  # fmt: skip
"""Their ``do`` gets the AdminPane, their ``when`` an AdminState."""
