"""Says under the tool bar that the server is away, and when it is back how much was caught up. Not here: the link itself (bridge)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from ticketdesk.ui.bridge.connection import Connection, Link, LinkState
from ticketdesk.ui.kit import text
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.sentences import sentence

if TYPE_CHECKING:
    from ticketdesk.services.store import Delta
    from ticketdesk.ui.context import Context

OFFLINE, CAUGHT_UP = "offline", "caught_up"
GATHER_MS = 1500
"""After the return the changes of so long count as caught up."""
GOES_AFTER_MS = 8000


class ConnectionBanner(QObject):
    """Watches the connection and speaks through the message area. GUI thread only."""

    def __init__(self, ctx: Context, connection: Connection, area: MessageArea, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection, self._area = connection, area
        self._was_away = False
        self._caught_up: set[object] = set()
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self._say_caught_up)
        connection.state_changed.connect(self._link_changed)
        ctx.store.changed.connect(self._count)
        self._link_changed(connection.state)

    @Slot(object)
    def _link_changed(self, state: LinkState) -> None:
        if state.link is Link.OFFLINE:
            self._was_away = True
            self._caught_up.clear()
            self._gather.stop()
            self._area.drop(CAUGHT_UP)
            self._say_offline(state)
        elif state.link is Link.ONLINE and self._was_away:
            self._was_away = False
            self._area.drop(OFFLINE)
            self._gather.start()

    def _say_offline(self, state: LinkState) -> None:
        tone = Tone.BAD if state.refused is not None else Tone.WARN
        self._area.show_message(
            OFFLINE, tone, self._offline_sentence, icon="plug-connected-x", verb=lambda: self.tr("Connect now"),
            on_verb=self._connection.retry_now,
        )  # fmt: skip

    def _offline_sentence(self) -> str:
        state = self._connection.state
        if state.refused is not None:
            return sentence(state.refused.code, **state.refused.detail)
        since = text.time(state.since or text.now())
        if state.as_of is None:
            return self.tr("No connection since %1. What you write stays on this computer and is sent afterwards.").replace("%1", since)
        words = self.tr("No connection since %1. You see the state of %2. What you write stays on this computer and is sent afterwards.")
        return words.replace("%1", since).replace("%2", text.time(state.as_of))

    @Slot(object)
    def _count(self, delta: Delta) -> None:
        if self._gather.isActive():
            self._caught_up |= delta.changed | delta.gone

    @Slot()
    def _say_caught_up(self) -> None:
        count = len(self._caught_up)

        def words() -> str:
            if count == 0:
                return self.tr("Connected again. Nothing was missed.")
            if count == 1:
                return self.tr("Connected again. 1 change caught up.")
            return self.tr("Connected again. %1 changes caught up.").replace("%1", str(count))

        self._area.show_message(CAUGHT_UP, Tone.OK, words, icon="plug-connected", closable=True, expires_ms=GOES_AFTER_MS)
