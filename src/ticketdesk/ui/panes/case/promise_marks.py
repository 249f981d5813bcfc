"""Warnings and broken promises among the steps of a case: no steps of the log, but told in the timeline at their moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot

from ticketdesk.domain.commitments import RunningClock, named
from ticketdesk.domain.entry import Audience, Step
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import promise_words, text
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.minute import Minute

if TYPE_CHECKING:
    from ticketdesk.services.store import Delta
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.panes.case.timeline import Timeline

WARNED, BROKEN = "commitment_near", "commitment_broken"
_TOLD = frozenset({NoticeKind.COMMITMENT_NEAR, NoticeKind.COMMITMENT_BROKEN})


class PromiseMarks(QObject):
    """Keeps the timeline's marks true: asked when the case's clocks may stand otherwise, counted once a minute. GUI thread only."""

    def __init__(self, ctx: Context, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._ctx, self._timeline = ctx, timeline
        self._ticket: Ticket | None = None
        self._asked: tuple[object, ...] | None = None
        self._asking, self._again = False, False
        self._clocks: tuple[RunningClock, ...] = ()
        ctx.store.changed.connect(self._store_changed)
        ctx.store.refreshed.connect(self._ask)
        self._minute = Minute(self)
        self._minute.passed.connect(self._mark)

    def set_case(self, ticket: Ticket | None) -> None:
        """Follow a case; a requester is told of no promise."""
        if ticket is not None and ticket.own:
            ticket = None
        if self._ticket is None or ticket is None or self._ticket.key != ticket.key:
            self._clocks, self._asked = (), None
        self._ticket = ticket
        if ticket is not None and self._asked != _state_of(ticket):
            self._ask()

    @Slot()
    def _ask(self) -> None:
        """One question at a time, and a further one when the case has moved on meanwhile."""
        ticket = self._ticket
        if ticket is None:
            return
        if self._asking:
            self._again = True
            return
        self._asking, self._again = True, False
        self._asked = _state_of(ticket)
        took = while_alive(self, lambda clocks: self._came(ticket, clocks))
        self._ctx.ask(lambda session: session.clocks(ticket.id), took, failed=while_alive(self, lambda _error: self._failed()))

    def _came(self, ticket: Ticket, clocks: tuple[RunningClock, ...]) -> None:
        self._asking = False
        if self._ticket is not None and self._ticket.key == ticket.key:
            self._clocks = clocks
            self._mark()
        if self._again:
            self._ask()

    def _failed(self) -> None:
        self._asking = False
        # Asked again with the next change of the case; its steps stand there all the same.
        self._asked = None

    @Slot(object)
    def _store_changed(self, delta: Delta) -> None:
        if self._ticket is not None and any(one.ticket_id == self._ticket.id and one.kind in _TOLD for one in delta.notices):
            self._ask()

    @Slot()
    def _mark(self) -> None:
        if self._ticket is not None:
            self._timeline.set_marks(marks(self._clocks, text.now()))


def _state_of(ticket: Ticket) -> tuple[object, ...]:
    return ticket.key, ticket.version, ticket.promise_due_at, ticket.promise_stopped_at


def marks(clocks: Iterable[RunningClock], now: datetime) -> tuple[Step, ...]:
    """Return what is told of promises, oldest first; numbers below zero are no step's."""
    return tuple(sorted(_marks(clocks, now), key=lambda mark: (mark.at, -mark.seq)))


def _marks(clocks: Iterable[RunningClock], now: datetime) -> Iterator[Step]:
    for clock in clocks:
        if clock.void:
            continue
        which = {"name": clock.name, "measure": clock.measure, "internal": clock.group_id is not None}
        data = {"promise": which, "due": clock.due_at}
        if clock.warned_at is not None:
            yield Step(-2 * clock.id, clock.warned_at, WARNED, Audience.INTERNAL, data=data)
        if clock.kept is False or (clock.runs and clock.stopped_at is None and clock.due_at < now):
            yield Step(-2 * clock.id - 1, clock.due_at, BROKEN, Audience.INTERNAL, data=data)


def merged(steps: Sequence[Step], told: Sequence[Step]) -> tuple[Step, ...]:
    """Return steps with marks at their moments; the order of the steps stays that of the log."""
    found: list[Step] = []
    waiting = list(told)
    for step in steps:
        while waiting and waiting[0].at <= step.at:
            found.append(waiting.pop(0))
        found.append(step)
    return (*found, *waiting)


def is_mark(step: Step) -> bool:
    """Whether it tells of a promise, and is no step of the log."""
    return step.what in (WARNED, BROKEN)


def said(step: Step) -> str:
    """Return the sentence of a mark."""
    promise, due = named(step.data.get("promise")), step.data.get("due")
    if promise is None:
        return step.what
    if step.what == WARNED and isinstance(due, datetime):
        source = QCoreApplication.translate("PromiseMarks", "Warned: {promise} was due {when}")
        if due >= text.now():
            source = QCoreApplication.translate("PromiseMarks", "Warned: {promise} is due {when}")
        source = source.replace("{when}", text.date_time(due))
    elif promise.internal:
        source = QCoreApplication.translate("PromiseMarks", "Target not met: {promise}")
    else:
        source = QCoreApplication.translate("PromiseMarks", "Service commitment not kept: {promise}")
    return source.replace("{promise}", promise_words.promise_word(promise))
