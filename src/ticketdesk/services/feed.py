"""What changed since the cursor: low horizon and seen set, so that no event is lost or taken twice, whatever order commits come in.

An event's transaction id is compared with the oldest one still running when it was read; everything from there on is read again next time
and what was seen is left out. A serial "since last id" loses a third of all events under concurrent writers (measured for the design).
"""

from __future__ import annotations

from ticketdesk.db.engine import Engine
from ticketdesk.db.question import ask_all
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.services import notices, tickets
from ticketdesk.services.news import Cursor, News

_SINCE = (
    "select e.id, e.xid::text, e.ticket_id, pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text"
    " from td.event as e where e.xid >= %s::xid8 order by e.id limit 5000"
)
_HORIZON = "select pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::text"
EVERYTHING = -1
"""The case of an event that tells of many at once: clocks that other hours have moved."""
_FULL = 5000
"""As many events at once mean a long absence: everything is read anew instead."""


def start(engine: Engine) -> Cursor:
    """Return a cursor at the present; read lists after this, never before."""
    ((horizon,),) = engine.raw_rows(_HORIZON, ())
    return Cursor(int(horizon))


def since(engine: Engine, cursor: Cursor, known: frozenset[TicketKey], *, staff: bool) -> News:
    """Read what happened since the cursor and move it on. ``known``: keys in the store, of which some may have left one's sight."""
    events = engine.raw_rows(_SINCE, (str(cursor.low),))
    if len(events) >= _FULL:
        cursor.low, cursor.seen = start(engine).low, set()
        return News(stale=True)
    new = [row for row in events if row[0] not in cursor.seen]
    stale = any(row[2] == EVERYTHING for row in new)
    if events:
        cursor.low = int(events[0][3])
        # Compared as numbers: as text 999 stands after 1000.
        cursor.seen = {row[0] for row in events if int(row[1]) >= cursor.low}
    if not new:
        return News()
    touched = {TicketId(row[2]) for row in new if row[2] > 0}
    set_up = any(row[2] == 0 for row in new)
    if not touched:
        return News(set_up=set_up, stale=stale)
    keys = {TicketKey(number, own=True) for number in touched}
    if staff:
        keys |= {TicketKey(number) for number in touched}
    # All that is left to ask goes in one way over the wire: this is the road from a commit to the other desktops' trays.
    asked = tickets.asked_for(keys)
    *found, told = ask_all(engine, [*((one.question, one.values) for one in asked), notices.asked_of([row[0] for row in new])])
    rows = [one.make(row) for one, answer in zip(asked, found, strict=True) for row in answer]
    gone = frozenset((keys - {row.key for row in rows}) & known)
    return News(tuple(rows), gone, notices.answered(told), set_up, stale)
