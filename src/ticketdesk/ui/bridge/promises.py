"""What is left of the promise that a case's row holds, by the office's hours; asks for those once somebody needs them. Paints nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from ticketdesk.domain.calendar import BusinessTime
from ticketdesk.domain.errors import BadInput
from ticketdesk.domain.ids import CalendarId
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import text
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.text import Due, DueTone

AGAIN_MS = 10 * 60_000
"""Hours change seldom, and the server moves the dates by itself: so often they are read again."""
_NOTHING = (Due("", DueTone.NONE), 0.0)


class _Session(Protocol):
    def counting_hours(self) -> dict[CalendarId, BusinessTime]: ...


class _Asks(Protocol):
    """What is needed of a context."""

    def ask(
        self,
        question: Callable[[_Session], dict[CalendarId, BusinessTime]],
        answered: Callable[[dict[CalendarId, BusinessTime]], None],
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> None: ...


class PromisesLeft(QObject):
    """Words for lists and heads. ``came`` says that the hours are known now. GUI thread only."""

    came = Signal()

    def __init__(self, ctx: _Asks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._hours: dict[CalendarId, BusinessTime] = {}
        self._asking = False
        self._asked = QElapsedTimer()

    def shown(self, ticket: Ticket) -> tuple[Due, float]:
        """Return what is left in a word, and which share is used. Before the hours are known, and beyond their years, only the date."""
        due, minutes, now = ticket.promise_due_at, ticket.promise_minutes, text.now()
        if due is None or minutes is None:
            return _NOTHING
        at = ticket.promise_stopped_at or now
        if ticket.promise_calendar_id is None:
            return text.promise(due - at, timedelta(minutes=minutes), stopped=ticket.promise_stopped_at is not None)
        hours = self._of(ticket.promise_calendar_id)
        if hours is None:
            return text.due(due, at_now=now, stopped=ticket.promise_stopped_at is not None), 0.0
        try:
            left = hours.between(at, due) if at <= due else -hours.between(due, at)
        except BadInput:
            return text.due(due, at_now=now, stopped=ticket.promise_stopped_at is not None), 0.0
        # Broken is broken, also before any working time has passed since.
        if at > due:
            left = min(left, timedelta(seconds=-1))
        return text.promise(left, timedelta(minutes=minutes), stopped=ticket.promise_stopped_at is not None)

    def _of(self, calendar_id: CalendarId) -> BusinessTime | None:
        if (calendar_id not in self._hours and not self._asked.isValid()) or (self._asked.isValid() and self._asked.elapsed() > AGAIN_MS):
            self._ask()
        return self._hours.get(calendar_id)

    def _ask(self) -> None:
        if self._asking:
            return
        self._asking = True
        self._asked.start()
        failed = while_alive(self, lambda _error: self._failed())
        self._ctx.ask(lambda session: session.counting_hours(), while_alive(self, self._take), failed=failed)

    def _take(self, hours: dict[CalendarId, BusinessTime]) -> None:
        self._asking = False
        changed, self._hours = hours != self._hours, hours
        if changed:
            self.came.emit()

    def _failed(self) -> None:
        # The dates stand there meanwhile; asked again when the time has come.
        self._asking = False
