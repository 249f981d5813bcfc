"""What may be done in the window: the actions of shell, list and case, in menus and tool bar, offered as the moment allows.

Made after the list's first paint, since nobody waits for it: titles of menus, tool bar and the room for the case stand already.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.reads import REPORTING
from ticketdesk.domain.rights import WRITERS
from ticketdesk.domain.setup import may_set_up, may_set_up_groups
from ticketdesk.ui.kit.action import build_actions
from ticketdesk.ui.panes.overview import focus, menus, places
from ticketdesk.ui.panes.overview.list_actions import LIST_ACTIONS, ListState
from ticketdesk.ui.panes.overview.reading import Reading
from ticketdesk.ui.panes.overview.shell_actions import SHELL_ACTIONS, ShellState

if TYPE_CHECKING:
    from ticketdesk.domain.query import View
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.kit.palette import CommandPalette, PaletteEntry
    from ticketdesk.ui.look import Look
    from ticketdesk.ui.panes.case.pane import CasePane
    from ticketdesk.ui.panes.overview.pane import OverviewPane

RECORDING = frozenset({PersonClass.REQUESTER, PersonClass.HANDLER, PersonClass.COORDINATOR})


class WindowActions(QObject):
    """The sets of actions of one window, and where they are shown."""

    def __init__(
        self, window: QWidget, ctx: Context, overview: OverviewPane, case: CasePane, *, bar: menus.ToolBar, menu_bar: menus.MenuBar
    ) -> None:
        super().__init__(window)
        self._window, self._ctx, self._overview, self._case = window, ctx, overview, case
        self.menu_bar = menu_bar
        self.list_actions = build_actions(overview.list, LIST_ACTIONS, ctx=overview)
        self.shell_actions = build_actions(window, SHELL_ACTIONS, ctx=window)
        self.sets = (self.shell_actions, self.list_actions, case.action_set)
        bar.fill(self.sets)
        menu_bar.fill(self.sets)
        self.reading = Reading(ctx, case, lambda: case.key, self)
        case.shown.connect(self.reading.look)

    def refresh(self, look: Look, *, layout: str, case_alone: bool) -> None:
        """Offer what may be done now, and set the marks in the menus."""
        self._offer(case_alone=case_alone)
        on_screen = self._overview.isVisibleTo(self._window)
        own = self._case.key is not None and self._case.key.own
        menus.show_fitting(self.sets, self._ctx.me.person_class, own=own, on_screen=on_screen)
        self.menu_bar.drop_empty()
        rail = self._overview.navigation.rail
        self.menu_bar.set_marks(
            {
                f"layout_{layout}", f"rows_{self._overview.list.density().value}", f"colours_{look.scheme().value}",
                *(() if rail else ("navigation",)),
            }
        )  # fmt: skip
        self.menu_bar.set_columns(self._overview.list.column_chooser(self._window))

    def open_palette(self, show_view: Callable[[View], None]) -> None:
        """Open the palette with everything that can be done and seen from here."""
        self.palette.open([*menus.command_entries(self.sets), *self.menu_bar.language_entries(), *self._view_entries(show_view)])

    @cached_property
    def palette(self) -> CommandPalette:
        """The palette, made when it is first wanted."""
        from ticketdesk.ui.kit.palette import CommandPalette

        return CommandPalette(self._window)

    def _view_entries(self, show_view: Callable[[View], None]) -> list[PaletteEntry]:
        """Return the views below the heads of the navigation: two of them may have the same name."""
        from ticketdesk.ui.kit.palette import PaletteEntry

        section, model, entries = "", self._overview.navigation.places, []
        for one in model.entries:
            title = places.say(one.title)
            if isinstance(one, places.Place):
                aside = model.count_text(one.view)
                entries.append(PaletteEntry(title, partial(show_view, one.view), section=section, icon=one.icon, aside=aside))
            else:
                section = title
        return entries

    def _offer(self, *, case_alone: bool) -> None:
        me, unseen = self._ctx.me, self._ctx.store.unseen
        chosen = self._overview.list.selected_keys()
        unread_chosen = sum(1 for key in chosen if self._ctx.store.is_unread(key))
        self.list_actions.refresh(ListState(len(chosen), len(unseen), unread_chosen, self._overview.model.rowCount()))
        self.shell_actions.refresh(
            ShellState(
                me.person_class in RECORDING, bool(self._overview.navigation.places.entries), focus.editor() is not None, case_alone,
                me.person_class in WRITERS, may_set_up(me), may_set_up_groups(me), me.person_class in REPORTING,
            )
        )  # fmt: skip
