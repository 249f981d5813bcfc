"""What a further tab of the case is: its name with a count, when it is offered, and the widget, made when it is looked at first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from ticketdesk.domain.entry import Step
from ticketdesk.domain.people import Me
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit.tabs import TabBar

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.panes.case.pane import CasePane

Steps = tuple[Step, ...]


class Page(QWidget):
    """A tab's content. ``set_case`` is called while the tab is shown: on opening it, and at each change of the row or its steps."""

    def __init__(self, ctx: Context, pane: CasePane) -> None:
        super().__init__()
        self.ctx = ctx
        self.pane = pane

    def set_case(self, ticket: Ticket, steps: Steps) -> None:
        """Show the case as it is now; called again with the same case when it has changed."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set all texts anew in the present language."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A tab as data. ``title`` gives its name, with a count where there is one, from what is known without asking the server."""

    key: str
    title: Callable[[Ticket, Steps], str]
    make: Callable[[Context, CasePane], Page]
    offered: Callable[[Ticket, Me], bool] = lambda ticket, me: True


class PageDesk:
    """Keeps the further tabs of a case: names and offers them, makes a page when it is first chosen, tells only the one shown."""

    def __init__(self, pane: CasePane, tabs: TabBar, center: QStackedLayout, specs: tuple[PageSpec, ...]) -> None:
        self._pane, self._tabs, self._center = pane, tabs, center
        self._specs = {spec.key: spec for spec in specs}
        self._made: dict[str, Page] = {}
        self._case: tuple[Ticket, Steps] | None = None
        for spec in specs:
            tabs.add_tab(spec.key, "")
            tabs.set_shown(spec.key, shown=False)

    def choose(self, key: object) -> bool:
        """Show the page of a tab; False when the tab is none of these."""
        spec = self._specs.get(str(key))
        if spec is None:
            return False
        page = self._made.get(spec.key)
        if page is None:
            page = self._made[spec.key] = spec.make(self._pane.ctx, self._pane)
            self._center.addWidget(page)
            page.retranslate()
        self._center.setCurrentWidget(page)
        self._tell()
        return True

    def page(self, key: str) -> Page | None:
        """Return a page that was chosen before."""
        return self._made.get(key)

    def set_case(self, ticket: Ticket | None, steps: Steps) -> None:
        """Offer the tabs that this case has, with their counts, and bring the shown one up to it."""
        self._case = None if ticket is None else (ticket, steps)
        if ticket is None:
            return
        for spec in self._specs.values():
            offered = spec.offered(ticket, self._pane.ctx.me)
            if offered:
                self._tabs.set_text(spec.key, spec.title(ticket, steps))
            elif self._tabs.current_key() == spec.key:
                self._tabs.setCurrentIndex(0)
            self._tabs.set_shown(spec.key, shown=offered)
        self._tell()

    @Slot()
    def retranslate(self) -> None:
        """Set all texts anew in the present language."""
        for page in self._made.values():
            page.retranslate()
        if self._case is not None:
            self.set_case(*self._case)

    def _tell(self) -> None:
        page = self._made.get(str(self._tabs.current_key()))
        if page is not None and self._case is not None:
            page.set_case(*self._case)
