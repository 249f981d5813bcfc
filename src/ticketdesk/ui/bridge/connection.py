"""The link's state as screens show it; lives on the GUI thread and is moved by ui/bridge/feed alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum

from PySide6.QtCore import QObject, Signal

from ticketdesk.domain.errors import Refused


class Link(Enum):
    """Whether the server answers."""

    CONNECTING = "connecting"
    ONLINE = "online"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class LinkState:
    """What there is to say about the link: since when, of when the data is, whether changes come by themselves, how many wishes wait."""

    link: Link = Link.CONNECTING
    since: datetime | None = None
    as_of: datetime | None = None
    live: bool = True
    waiting: int = 0
    refused: Refused | None = None


class Connection(QObject):
    """Tells screens about the link. ``state_changed(LinkState)`` comes on the GUI thread; ``retry_wanted`` is the feed's to hear."""

    state_changed = Signal(object)
    retry_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = LinkState()

    @property
    def state(self) -> LinkState:
        """The present state."""
        return self._state

    def retry_now(self) -> None:
        """Try to connect at once instead of waiting for the next attempt."""
        self.retry_wanted.emit()

    def set_link(self, link: Link, *, refused: Refused | None = None) -> None:
        """Note that the server answers, or that it no longer does."""
        if link is self._state.link and refused is None:
            return
        self._put(replace(self._state, link=link, since=datetime.now(UTC), refused=refused))

    def set_fresh(self) -> None:
        """Note that the data is of this moment. Silent: it would otherwise speak at every look."""
        self._state = replace(self._state, as_of=datetime.now(UTC))

    def set_live(self, live: bool) -> None:
        """Note whether changes ring by themselves or are asked for."""
        if live is not self._state.live:
            self._put(replace(self._state, live=live))

    def set_waiting(self, count: int) -> None:
        """Note how many wishes wait for the server."""
        if count != self._state.waiting:
            self._put(replace(self._state, waiting=count))

    def _put(self, state: LinkState) -> None:
        self._state = state
        self.state_changed.emit(state)
