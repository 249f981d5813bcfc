"""What a person may do in the list: data for menus and keys. The doing stands in pane.py and list_file.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from ticketdesk.ui.kit.action import Action
from ticketdesk.ui.panes.overview.menu_ids import EDIT, FILE, ROWS, VIEW
from ticketdesk.ui.panes.overview.view import Density

if TYPE_CHECKING:
    from ticketdesk.ui.panes.overview.pane import OverviewPane

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
        "save_list",
        QT_TRANSLATE_NOOP("OverviewActions", "Sa&ve list …"),
        _list_file("save_list"),
        context="OverviewActions",
        icon="file-export",
        menu=FILE,
        group=40,
        when=lambda state: state.rows > 0,
    ),
    Action(
        "preview_list",
        QT_TRANSLATE_NOOP("OverviewActions", "&Print list …"),
        _list_file("preview_list"),
        context="OverviewActions",
        icon="printer",
        keys=_Key.Print,
        menu=FILE,
        group=40,
        when=lambda state: state.rows > 0,
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
