"""The dashboard of the made-up office: figures of nobody, the same at every call."""

from __future__ import annotations

from datetime import timedelta

from tests.support.fictitious_office import ACCOUNTS, FACILITY, IT, NOW
from ticketdesk.domain.board import Behind, Board, BoardView, By, Durations, Figure, HandOver, Kept, OpenBy, Place, Stretch, Work
from ticketdesk.domain.ids import CustomerGroupId, GroupId
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.board import Listed

TODAY = NOW.date()
HOUR = 3600.0


def board(view: BoardView, *, small: frozenset[GroupId] = frozenset(), behind: bool = False, counting: bool = False) -> Board:
    """Return figures for a view; of a small group none about its work."""
    is_small = view.group_id in small
    return Board(
        at=NOW, today=TODAY, behind=behind, counting=counting, small_groups=small, open=109, overdue=10, due_today=4, due_week=17,
        states=tuple(OpenBy(state, n) for state, n in ((1, 6), (2, 9), (3, 11), (4, 22), (5, 38), (6, 19), (7, 4))),
        ages=tuple(OpenBy(n, *both) for n, both in enumerate(((31, 0), (24, 0), (22, 1), (17, 2), (9, 3), (6, 4)))),
        groups=(OpenBy(0, 26, 1), OpenBy(int(IT), 41, 6), OpenBy(int(FACILITY), 27, 2), OpenBy(int(ACCOUNTS), 15, 1)),
        flow=() if is_small else flow(view),
        work=None if is_small else Work(
            118, 5,
            (
                Kept(CustomerGroupId(1), 1, 70, 1), Kept(CustomerGroupId(1), 3, 65, 3), Kept(CustomerGroupId(2), 3, 49, 4),
                Kept(CustomerGroupId(2), 1, 45, 0),
            ),
            Durations(112, 19 * HOUR + 300, 71.5 * HOUR, 130 * HOUR), Durations(112, 6 * HOUR + 2400, 27 * HOUR, 40.25 * HOUR),
        ),
        hand_overs=(
            HandOver(IT, FACILITY, 12, 2), HandOver(FACILITY, IT, 7, 5), HandOver(IT, ACCOUNTS, 3, 0), HandOver(ACCOUNTS, IT, 4, 1),
        ),
    )  # fmt: skip


def flow(view: BoardView) -> tuple[Stretch, ...]:
    """Return what came and went, day by day or by larger steps of the same length."""
    length = {By.DAY: 1, By.WEEK: 7, By.MONTH: 30}[view.by]
    found, start, stays, number = [], view.since, 96, 0
    while start <= view.until:
        end = min(start + timedelta(days=length - 1), view.until)
        weekend = view.by is By.DAY and start.weekday() >= 5
        new = 0 if weekend else (9 + (number * 7) % 6) * length
        finished = 0 if weekend else (8 + (number * 5) % 7) * length
        stays += new - finished
        found.append(Stretch(start, end, new, finished, max(stays, 0)))
        start, number = end + timedelta(days=1), number + 1
    return tuple(found)


def cases(rows: list[Ticket], behind: Behind, after: Place | None, most: int) -> tuple[Listed, ...]:
    """Return a page of rows as if they were the list behind a figure."""
    promised = behind.figure is Figure.PROMISED
    listed = [Listed(Place(int(row.id), row.recorded_at, 1 + row.id % 3 if promised else 0), row) for row in rows if not row.own]
    listed.sort(key=lambda one: (one.place.at, one.place.ticket_id), reverse=True)
    if after is not None:
        listed = [one for one in listed if (one.place.at, one.place.ticket_id) < (after.at, after.ticket_id)]
    return tuple(listed[:most])
