"""The panes that fill the window, one at a time, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from ticketdesk.domain.setup import may_set_up
from ticketdesk.ui.panes.overview import places
from ticketdesk.ui.panes.overview.pane import OverviewPane

if TYPE_CHECKING:
    from ticketdesk.domain.people import Me
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.panes.admin.pane import AdminPane
    from ticketdesk.ui.panes.record.pane import RecordPane
    from ticketdesk.ui.panes.reports.pane import ReportsPane

OVERVIEW, RECORD, ADMIN, BOARD, REPORTS = "overview", "record", "admin", "board", "reports"


def _record(ctx: Context) -> QWidget:
    from ticketdesk.ui.panes.record.pane import RecordPane

    return RecordPane(ctx)


def _admin(ctx: Context) -> QWidget:
    from ticketdesk.ui.panes.admin.pane import AdminPane

    return AdminPane(ctx)


def _board(ctx: Context) -> QWidget:
    from ticketdesk.ui.panes.board.pane import BoardPane

    return BoardPane(ctx)


def _reports(ctx: Context) -> QWidget:
    from ticketdesk.ui.panes.reports.pane import ReportsPane

    return ReportsPane(ctx)


PANES: dict[str, Callable[[Context], QWidget]] = {
    OVERVIEW: OverviewPane, RECORD: _record, ADMIN: _admin, BOARD: _board, REPORTS: _reports,
}  # fmt: skip
"""By the name that ctx.go takes; loaded and made when they are first wanted."""


def first_pane(me: Me) -> str:
    """Return where a person begins: who sees no cases but sets things up begins there, not before an empty list."""
    return ADMIN if may_set_up(me) and not places.sections(me) else OVERVIEW


class PaneStack(QStackedWidget):
    """The window's body."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._made: dict[str, QWidget] = {}

    def add(self, name: str, pane: QWidget) -> None:
        """Take a pane that was made already."""
        self._made[name] = pane
        self.addWidget(pane)

    def is_made(self, name: str) -> bool:
        """Tell whether a pane was wanted before."""
        return name in self._made

    def pane(self, name: str) -> QWidget:
        """Return a pane, made now if it was not."""
        if name not in self._made:
            self.add(name, PANES[name](self._ctx))
        return self._made[name]

    def record(self) -> RecordPane:
        """Return the form for new tickets."""
        return cast("RecordPane", self.pane(RECORD))

    def admin(self) -> AdminPane:
        """Return the administration."""
        return cast("AdminPane", self.pane(ADMIN))

    def reports(self) -> ReportsPane:
        """Return the reports."""
        return cast("ReportsPane", self.pane(REPORTS))

    def show_pane(self, name: str) -> bool:
        """Bring a pane to the front; tell whether another one stood there."""
        pane = self.pane(name)
        changes = self.currentWidget() is not pane
        if changes:
            self.setCurrentWidget(pane)
        return changes
