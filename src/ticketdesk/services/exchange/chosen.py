"""Which cases a list on the screen means, for an export of them alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.query import After, Listing, Page, order_value
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.attachments import Stopped

PAGE = 1000


class Paged(Protocol):
    """What reads lists."""

    def page(self, listing: Listing, after: After | None = None) -> Page:
        """Read one page."""


def keys_of_list(session: Paged, listing: Listing, stop: Callable[[], bool]) -> frozenset[TicketKey]:
    """Return the cases of a whole list; a part whose case is in it as well comes with that. Raises Stopped."""
    found: dict[TicketKey, TicketKey | None] = {}
    after: After | None = None
    wide = replace(listing, limit=PAGE)
    while True:
        if stop():
            raise Stopped
        page = session.page(wide, after)
        found.update({row.key: None if row.root_id is None else TicketKey(row.root_id, False) for row in page.rows})
        if not page.more or not page.rows:
            return frozenset(key for key, root in found.items() if root not in found)
        last = page.rows[-1]
        after = After(order_value(wide.order, last), last.id)


def keys_of_case(ticket: Ticket) -> frozenset[TicketKey]:
    """Return what one case is exported by."""
    return frozenset({ticket.key})
