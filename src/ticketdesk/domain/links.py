"""Links between cases: which kinds there are, and what a person may know of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import IntEnum

from ticketdesk.domain.entry import Step
from ticketdesk.domain.ids import PersonId, TicketId
from ticketdesk.domain.row import value
from ticketdesk.domain.states import PublicState, State


class LinkKind(IntEnum):
    """What a case is to another one, read from the first to the second."""

    DUPLICATE_OF = 1
    CAUSED_BY = 2
    BELONGS_TO = 3
    FOLLOW_UP_OF = 4


@value
class Link:
    """One link as seen from a case. ``other`` is None for a case that the reader may not see: he learns that there is one."""

    id: int
    outgoing: bool
    """Whether it leads from this case to the other."""
    kind: LinkKind
    other: TicketId | None
    subject: str
    state: State | PublicState | None
    merged: bool
    """Whether the case it leads from was closed because it is the same, and still is."""
    made_at: datetime
    made_by: PersonId | None = None


def merged_into(links: tuple[Link, ...]) -> TicketId | None:
    """Return the case that this one was merged into, if the reader may see it."""
    return next((link.other for link in links if link.merged and link.outgoing), None)


_BEGIN, _END = frozenset({"linked", "merged", "merged_in"}), frozenset({"unlinked", "merge_undone"})


def known_links(steps: Iterable[Step]) -> int:
    """Return how many links a case has, as its log tells."""
    there: set[object] = set()
    for step in steps:
        if step.what in _BEGIN:
            there.add(step.data.get("link"))
        elif step.what in _END:
            there.discard(step.data.get("link"))
    return len(there)


def recalled_by_merge(steps: Iterable[Step]) -> tuple[str, ...]:
    """Return the letters of the parts that the last merge recalled; undoing it does not bring them back."""
    letters: list[str] = []
    for step in steps:
        if step.what == "merged":
            letters = []
        elif step.what == "part_moved":
            if step.data.get("part_to") == State.WITHDRAWN:
                letters.append(str(step.data.get("letter") or ""))
        else:
            # A step of somebody's: nothing after it was done by the merge.
            letters = []
    return tuple(letters)
