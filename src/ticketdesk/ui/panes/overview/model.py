"""The list's rows: which keys, in which order. The tickets themselves stand in the store and are asked for by key.

Here: paging, and what the store tells turned into an order of keys; kit's RowModel makes inserted, moved and removed rows of the
difference, never a reset. Not here: what a row looks like (rows.py), pointer, focus and scrolling (view.py), which say through ``held``
which rows must keep their place for now.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from ticketdesk.domain.errors import Away
from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.query import OWN_VIEWS, After, Listing, matches, narrowed, order_value
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import text
from ticketdesk.ui.kit.column_delegate import Column
from ticketdesk.ui.kit.row_look import RowLook
from ticketdesk.ui.kit.row_model import RowModel

if TYPE_CHECKING:
    from ticketdesk.domain.query import Page
    from ticketdesk.services.store import Delta
    from ticketdesk.ui.context import Context

GATHER_MS = 120
"""Events that come closer together than this change the rows in one go (100 to 300 ms: longer feels late, shorter paints for nobody)."""
PAGE = 100
LARGEST_PAGE = 1000
"""More in one answer would hold the interpreter for too long (PERFORMANCE 3.5)."""

MANY = 40
"""From this many new places on, sorting all is cheaper than finding each."""

Rank = tuple[float, int]
"""Ascending in the list's direction, and never the same for two rows of a list."""
Placed = tuple[Rank, TicketKey]


class Standing(Enum):
    """How far the list's query has come."""

    LOADING = "loading"
    LOADED = "loaded"
    AS_KNOWN = "as_known"
    """The server is away: shown is what this client knows."""
    FAILED = "failed"


class TicketListModel(RowModel):
    """Rows of one listing, each named by its key. GUI thread only.

    ``arrived`` tells the keys that an event brought in; ``rows_changed`` follows every change of rows, ``standing_changed`` the query.
    """

    arrived = Signal(object)
    rows_changed = Signal()
    standing_changed = Signal()

    def __init__(
        self, ctx: Context, look_of: Callable[[Ticket, bool], RowLook], columns: Sequence[Column], parent: QObject | None = None
    ) -> None:
        super().__init__(self.look, columns, parent)
        self._ctx = ctx
        self._row_look_of = look_of
        self.held: Callable[[TicketKey], bool] = lambda key: False
        """Asked for a row that should leave or move: whether it must stay where it is for now."""
        self.listing: Listing | None = None
        self.standing = Standing.LOADING
        self.has_more = False
        self._query = 0
        self._asking = False
        self._again = False
        self._order: list[Rank] = []
        self._key_of: dict[Rank, TicketKey] = {}
        self._rank_of: dict[TicketKey, Rank] = {}
        self._bound: After | None = None
        self._last: Rank | None = None
        """The last place of what was fetched; None when nothing comes after it."""
        self._leaving: set[TicketKey] = set()
        self._waiting_to_move: set[TicketKey] = set()
        self._pending: set[TicketKey] = set()
        self._since_asked: set[TicketKey] = set()
        self._strangers: dict[TicketKey, Ticket] = {}
        self._looks: dict[TicketKey, RowLook] = {}
        self._clock = QElapsedTimer()
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self.flush)
        ctx.store.changed.connect(self._store_changed)

    # Questions.

    def ticket(self, key: TicketKey) -> Ticket | None:
        """Return the ticket of a key as the store has it."""
        return self._ctx.store.get(key) or self._strangers.get(key)

    def is_leaving(self, key: TicketKey) -> bool:
        """Tell whether a row stands there only because pointer or focus is on it."""
        return key in self._leaving

    def leaving_count(self) -> int:
        """Return how many rows stand there only because they are held."""
        return len(self._leaving)

    # The query.

    def show(self, listing: Listing) -> None:
        """Show another listing: the rows of the one before go, those of this one come with their page."""
        self.listing = listing
        self._query += 1
        self._asking = self._again = False
        self._bound, self._last, self.has_more = None, None, False
        for part in (self._order, self._key_of, self._rank_of, self._leaving, self._waiting_to_move, self._pending, self._strangers):
            part.clear()
        self._looks.clear()
        self.set_keys(())
        self._stand(Standing.LOADING)
        self._ask(replace(listing, limit=PAGE), None, self._first_page)

    def fetch_next(self) -> None:
        """Ask for the page after the last one."""
        if self.has_more and not self._asking and self.listing is not None and self._bound is not None:
            self._ask(replace(self.listing, limit=PAGE), self._bound, self._next_page)

    def ask_again(self) -> None:
        """Ask again for what is shown and make the rows equal to it, without moving what is being read."""
        if self.listing is None:
            return
        if self._asking:
            self._again = True
            return
        if self.standing is Standing.LOADING or self.standing is Standing.FAILED:
            self._ask(replace(self.listing, limit=PAGE), None, self._first_page)
            return
        self._since_asked.clear()
        limit = min(LARGEST_PAGE, max(PAGE, len(self._order)))
        self._ask(replace(self.listing, limit=limit), None, self._same_page)

    def _ask(self, listing: Listing, after: After | None, answered: Callable[[Page], None]) -> None:
        query = self._query
        self._asking = True

        def take(page: Page) -> None:
            if isValid(self) and query == self._query:
                self._asking = False
                self._remember(page.rows)
                answered(page)
                self._ask_if_wished()

        def fail(problem: Exception) -> None:
            if isValid(self) and query == self._query:
                self._asking = self._again = False
                self._not_answered(problem)

        self._ctx.ask(lambda session: session.page(listing, after), take, failed=fail)

    def _ask_if_wished(self) -> None:
        """Carry out a refresh that was wished while a question was under way."""
        if self._again:
            self._again = False
            self.ask_again()

    def _not_answered(self, problem: Exception) -> None:
        if self.standing is not Standing.LOADING:
            return
        if not isinstance(problem, Away):
            self._stand(Standing.FAILED)
            return
        now = text.now()
        known = [row for row in self._ctx.store.tickets().values() if self._belongs(row, now)]
        self._carry_out([], [(self._rank(row), row.key) for row in known], [], [])
        self._stand(Standing.AS_KNOWN)

    def _first_page(self, page: Page) -> None:
        self._set_bound(page)
        self._take_page(page)
        self._stand(Standing.LOADED)

    def _next_page(self, page: Page) -> None:
        self._set_bound(page)
        self._take_page(page)
        self.standing_changed.emit()

    def _take_page(self, page: Page) -> None:
        """Bring in a page; a row that the store knows better by now stands where the store says, or nowhere."""
        self._settle([row.key for row in page.rows])

    def _same_page(self, page: Page) -> None:
        """Compare with what the server says now; what changed meanwhile is known better here."""
        self._set_bound(page)
        there = {row.key for row in page.rows}
        stray = {key for key, rank in self._rank_of.items() if key not in there and key not in self._since_asked and self._within(rank)}
        self._settle(there | stray, absent=stray)
        self._stand(Standing.LOADED)

    def _set_bound(self, page: Page) -> None:
        assert self.listing is not None
        self.has_more = page.more
        if page.rows:
            last = page.rows[-1]
            self._bound = After(order_value(self.listing.order, last), last.id)
        self._last = self._rank_of_after(self._bound) if self.has_more else None

    def _remember(self, rows: Iterable[Ticket]) -> None:
        """Keep a page's rows that the store does not know; the store's own are always the newer ones."""
        for row in rows:
            key = row.key
            if self._ctx.store.get(key) is None:
                self._strangers[key] = row

    def _stand(self, standing: Standing) -> None:
        self.standing = standing
        self.standing_changed.emit()

    # Order.

    def _rank(self, ticket: Ticket) -> Rank:
        """Return a number pair that is ascending in the list's direction."""
        assert self.listing is not None
        value = order_value(self.listing.order, ticket)
        return self._signed(float(value) if isinstance(value, int) else value.timestamp(), int(ticket.id))

    def _signed(self, value: float, ticket_id: int) -> Rank:
        assert self.listing is not None
        return (-value, -ticket_id) if self.listing.descending else (value, ticket_id)

    def _rank_of_after(self, after: After | None) -> Rank | None:
        if after is None:
            return None
        value = after.value
        return self._signed(float(value) if isinstance(value, int) else value.timestamp(), int(after.id))

    def _within(self, rank: Rank) -> bool:
        """Tell whether a rank lies in the part of the list that was fetched; the rest comes with its page."""
        return self._last is None or rank <= self._last

    def _belongs(self, ticket: Ticket, now: datetime) -> bool:
        assert self.listing is not None
        listing = self.listing
        if ticket.own != (listing.view in OWN_VIEWS) or not narrowed(listing.narrow, ticket, now):
            return False
        return matches(listing.view, ticket, self._ctx.me, now)

    # What the store tells.

    @Slot(object)
    def _store_changed(self, delta: Delta) -> None:
        if self.listing is None:
            return
        touched = delta.changed | delta.gone
        self._since_asked |= touched
        self._pending |= touched
        if delta.people:
            self.forget_looks()
        if not self._pending or self._gather.isActive():
            return
        # Never at once: a turn of the loop lies between the store's change, the rows' and their painting, and the window answers in each.
        rested = int(self._clock.elapsed()) if self._clock.isValid() else GATHER_MS
        self._gather.start(max(GATHER_MS - rested, 0))

    @Slot()
    def flush(self) -> None:
        """Turn what was told since the last time into changes of rows."""
        self._gather.stop()
        touched, self._pending = self._pending, set()
        # Until the first page is here nothing is known to be complete; the page brings these rows itself.
        if touched and self.standing is not Standing.LOADING:
            self._settle(touched, tell=True)
        self._clock.start()

    @Slot()
    def release(self) -> None:
        """Look again at the rows that were held; called when pointer, focus or selection moved on."""
        if self._leaving or self._waiting_to_move:
            self._settle(self._leaving | self._waiting_to_move)

    def forget_looks(self) -> None:
        """Have all rows drawn anew: another language, another minute, other names."""
        self._looks.clear()
        self.retranslate()

    def _settle(self, keys: Iterable[TicketKey], *, absent: Iterable[TicketKey] = (), tell: bool = False) -> None:
        """Bring rows into agreement with the store; ``absent`` are not in the view although the store does not know it."""
        now, not_there = text.now(), frozenset(absent)
        removed: list[TicketKey] = []
        inserted: list[Placed] = []
        moved: list[Placed] = []
        changed: list[TicketKey] = []
        for key in keys:
            ticket = self.ticket(key)
            placed = self._rank_of.get(key)
            rank = self._rank(ticket) if ticket is not None else None
            stays = ticket is not None and rank is not None and key not in not_there and self._belongs(ticket, now) and self._within(rank)
            if placed is None:
                if stays and rank is not None:
                    inserted.append((rank, key))
            elif ticket is None or (not stays and not self.held(key)):
                removed.append(key)
            elif not stays:
                self._leaving.add(key)
                changed.append(key)
            elif rank is None or rank == placed or self.held(key):
                self._leaving.discard(key)
                (self._waiting_to_move.discard if rank == placed else self._waiting_to_move.add)(key)
                changed.append(key)
            else:
                moved.append((rank, key))
        self._carry_out(removed, inserted, moved, changed)
        if tell and inserted:
            self.arrived.emit(frozenset(key for _, key in inserted))

    def _carry_out(self, removed: list[TicketKey], inserted: list[Placed], moved: list[Placed], changed: list[TicketKey]) -> None:
        for key in (*removed, *(key for _, key in moved)):
            self._take_out(key)
        for key in removed:
            self._looks.pop(key, None)
            self._strangers.pop(key, None)
        self._put_in((*moved, *inserted))
        for key in (*changed, *(key for _, key in moved)):
            self._looks.pop(key, None)
        if removed or inserted or moved:
            self.set_keys(self._key_of[rank] for rank in self._order)
        self.refresh((*changed, *(key for _, key in moved)))
        self.rows_changed.emit()

    def _take_out(self, key: TicketKey) -> None:
        rank = self._rank_of.pop(key)
        del self._order[bisect_left(self._order, rank)], self._key_of[rank]
        self._leaving.discard(key)
        self._waiting_to_move.discard(key)

    def _put_in(self, ranked: Sequence[Placed]) -> None:
        self._key_of.update(ranked)
        self._rank_of.update((key, rank) for rank, key in ranked)
        if len(ranked) > MANY:
            self._order.extend(rank for rank, _ in ranked)
            self._order.sort()
        else:
            for rank, _ in ranked:
                insort(self._order, rank)

    def look(self, key: TicketKey) -> RowLook | None:
        """Return what a row shows."""
        found = self._looks.get(key)
        if found is None:
            ticket = self.ticket(key)
            if ticket is None:
                return None
            found = self._looks[key] = self._row_look_of(ticket, key in self._leaving)
        return found
