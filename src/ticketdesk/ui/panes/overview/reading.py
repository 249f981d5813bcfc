"""Notes what was read: a case counts as seen once it stood on the active screen for a moment, never because it was clicked or told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from ticketdesk.domain.commands.notices import MarkNoticesSeen
from ticketdesk.domain.ids import NoticeId, TicketKey

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

MOMENT_MS = 1500


class Reading(QObject):
    """Watches which case stands on ``screen``; ``key`` says which one it is. GUI thread only."""

    def __init__(self, ctx: Context, screen: QWidget, key: Callable[[], TicketKey | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._screen, self._key = ctx, screen, key
        self._begun: TicketKey | None = None
        self._sent: set[NoticeId] = set()
        self._moment = QTimer(self, singleShot=True, interval=MOMENT_MS)
        self._moment.timeout.connect(self._read)
        ctx.store.changed.connect(self.look)
        screen.window().installEventFilter(self)
        screen.installEventFilter(self)

    @Slot()
    def look(self, *_what: object) -> None:
        """Begin to wait when another case, or something new about this one, is on the screen."""
        key = self._key()
        if key is None or not self._ctx.store.is_unread(key) or not self._is_on_screen():
            self._moment.stop()
            self._begun = None
        elif key != self._begun or not self._moment.isActive():
            self._begun = key
            self._moment.start()

    @Slot()
    def _read(self) -> None:
        key = self._key()
        if key is None or key != self._begun or not self._is_on_screen():
            return
        about = [one.id for one in self._ctx.store.unseen.values() if TicketKey(one.ticket_id, one.own) == key]
        seen = tuple(one for one in about if one not in self._sent)
        if seen:
            self._sent.update(seen)
            self._ctx.run(MarkNoticesSeen(seen), refused=lambda _refused: self._sent.difference_update(seen))

    def _is_on_screen(self) -> bool:
        return self._screen.isVisible() and self._screen.window().isActiveWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate, QEvent.Type.Show, QEvent.Type.Hide):
            self.look()
        return super().eventFilter(watched, event)
