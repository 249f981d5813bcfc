"""Keeps the navigation's counts true: asks the server at most once a second while events come. Not here: painting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.query import OWN_VIEWS, View, matches
from ticketdesk.ui.kit import text
from ticketdesk.ui.panes.overview import places

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

EVERY_MS = 1000
MANY_UNREAD = 500
"""Only so many unseen notices are looked at for the bold words of the navigation."""


class Counts(QObject):
    """Asks for the counts of a person's views. ``came`` brings them with the views that hold something unread. GUI thread only."""

    came = Signal(object, object)

    def __init__(self, ctx: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._asking, self._again = False, False
        self._last = QElapsedTimer()
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._ask)
        ctx.store.changed.connect(self.ask_soon)

    @Slot()
    def ask_soon(self) -> None:
        """Ask now, or when a second has passed since the last time."""
        if self._later.isActive():
            return
        passed = int(self._last.elapsed()) if self._last.isValid() else EVERY_MS
        if passed >= EVERY_MS:
            self._ask()
        else:
            self._later.start(EVERY_MS - passed)

    @Slot()
    def _ask(self) -> None:
        views = places.views(self._ctx.me)
        if not views:
            return
        if self._asking:
            self._again = True
            return
        self._asking = True
        self._last.start()
        self._ctx.ask(lambda session: session.counts(views), self._take, failed=lambda _problem: self._done())

    def _take(self, counts: dict[View, int]) -> None:
        if not isValid(self):  # the window was closed while the question was under way
            return
        self.came.emit(counts, self._unread_views())
        self._done()

    def _done(self) -> None:
        self._asking = False
        if self._again and isValid(self):
            self._again = False
            self.ask_soon()

    def _unread_views(self) -> frozenset[View]:
        """Return the views in which something unread stands, as far as the store knows."""
        now = text.now()
        unseen = list(self._ctx.store.unseen.values())[-MANY_UNREAD:]
        rows = [row for row in (self._ctx.store.get(TicketKey(one.ticket_id, one.own)) for one in unseen) if row is not None]
        return frozenset(
            view
            for view in places.views(self._ctx.me)
            if any(row.own == (view in OWN_VIEWS) and matches(view, row, self._ctx.me, now) for row in rows)
        )
