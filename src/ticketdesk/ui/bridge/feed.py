"""From the doorbell to the store: a thread asks what changed, the GUI thread takes it in. The store's one writer.

The first ring is answered at once, later ones at most every 300 ms; without a ring the server is asked every 30 s, and every 5 s
while the relay is missing. Whatever arrives on the bell is a reason to look and never content.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ticketdesk.domain.errors import Away, Refused
from ticketdesk.domain.ids import NoticeId, TicketKey
from ticketdesk.domain.link import Sound
from ticketdesk.domain.notices import Notice
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.services.news import Cursor, News
from ticketdesk.services.run import Outbox, Sent
from ticketdesk.services.store import Delta, Store
from ticketdesk.ui.bridge.connection import Connection, Link

if TYPE_CHECKING:
    # The session brings SQLAlchemy with it; the window is painted before that is loaded.
    from ticketdesk.services.session import Doorbell, Session

COALESCE_SECONDS = 0.3
REGULAR_SECONDS = 30.0
WITHOUT_RELAY_SECONDS = 5.0
SLEPT_SECONDS = 30.0
"""The wall clock ran so much further than the steady one: the machine slept, and its links are dead without saying so."""


class LiveStore(QObject):
    """The store as panes read it, on the GUI thread. ``changed(Delta)`` follows every change, ``refreshed`` a longer absence."""

    changed = Signal(object)
    refreshed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = Store()
        self.known: frozenset[TicketKey] = frozenset()
        """The keys in the store, for the feed's thread."""

    @property
    def directory(self) -> Directory:
        """Persons, groups, categories."""
        return self._store.directory

    @property
    def unseen(self) -> Mapping[NoticeId, Notice]:
        """What was told and not seen yet."""
        return self._store.unseen

    def get(self, key: TicketKey) -> Ticket | None:
        """Return a row, if it is known."""
        return self._store.get(key)

    def tickets(self) -> Mapping[TicketKey, Ticket]:
        """Return all known rows."""
        return self._store.tickets()

    def is_unread(self, key: TicketKey) -> bool:
        """Whether something was told about this case that has not been seen."""
        return self._store.is_unread(key)

    def _apply(
        self,
        rows: Iterable[Ticket] = (),
        *,
        gone: frozenset[TicketKey] = frozenset(),
        notices: Iterable[Notice] = (),
        seen: Iterable[NoticeId] = (),
        directory: Directory | None = None,
    ) -> None:
        delta: Delta = self._store.apply(rows, gone=gone, notices=notices, seen=tuple(seen), directory=directory)
        if delta:
            self.known = frozenset(self._store.tickets())
            self.changed.emit(delta)


class Feed(QObject):
    """Follows the server for one session. Made, started and closed on the GUI thread."""

    sent = Signal(object)
    """A wish that had waited was carried out or refused (services.run.Sent)."""
    failed = Signal(object)
    """A bug on the feed's thread, for the application's own report."""
    _arrived = Signal(object)
    _heard = Signal(object, object)
    _language_read = Signal(object)

    def __init__(self, session: Session, store: LiveStore, connection: Connection, outbox: Outbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._store = store
        self._connection = connection
        self._outbox = outbox
        self._wake = threading.Event()
        self._closing = threading.Event()
        self._again = threading.Event()
        self._relay = True
        self._listener: Doorbell | None = None
        self._thread = threading.Thread(target=self._follow, name="feed", daemon=True)
        queued = Qt.ConnectionType.QueuedConnection
        self._arrived.connect(self._take_news, queued)
        self._heard.connect(self._take_sound, queued)
        connection.retry_wanted.connect(self.retry_now)
        self._clock = QTimer(self, interval=5000)
        self._clock.timeout.connect(self._look_at_clock)
        self._clocks = (time.time(), time.monotonic())

    def start(self) -> None:
        """Begin to listen and to follow."""
        self._listener = self._session.listen(self._hear)
        self._thread.start()
        self._listener.start()
        self._clock.start()

    def close(self) -> None:
        """End both threads; returns when they have ended."""
        self._closing.set()
        self._wake.set()
        self._clock.stop()
        if self._listener is not None:
            self._listener.close()
        self._session.drop()
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    def take(self, rows: Iterable[Ticket]) -> None:
        """Take in what a question of this client brought: the same funnel as everybody's events."""
        self._store._apply(rows)

    def take_seen(self, notices: Iterable[NoticeId]) -> None:
        """Take in that notices were seen."""
        self._store._apply(seen=notices)

    def look(self) -> None:
        """Ask what changed, now."""
        self._wake.set()

    def suspect(self) -> None:
        """A call got no answer: test the link at once."""
        self._connection.set_link(Link.OFFLINE)
        if self._listener is not None:
            self._listener.drop()
        self._connection.set_waiting(len(self._outbox))

    @Slot()
    def retry_now(self) -> None:
        """Connect now instead of waiting."""
        if self._listener is not None:
            self._listener.retry_now()

    def reread_directory(self, language: str) -> None:
        """Read the directory anew, as after a change of language."""
        self._session.language = language
        self._again.set()
        self._wake.set()

    @Slot()
    def _look_at_clock(self) -> None:
        wall, steady = time.time(), time.monotonic()
        slept = (wall - self._clocks[0]) - (steady - self._clocks[1])
        self._clocks = (wall, steady)
        if slept > SLEPT_SECONDS and self._listener is not None:
            self._session.drop()
            self._listener.drop()

    def _hear(self, sound: Sound, detail: object) -> None:
        """On the doorbell's thread: a ring wakes the feed at once, whatever the GUI thread is busy with; the rest is the GUI thread's."""
        if sound is Sound.RING:
            self._wake.set()
        else:
            self._heard.emit(sound, detail)

    @Slot(object, object)
    def _take_sound(self, sound: Sound, detail: object) -> None:
        match sound:
            case Sound.CONNECTED:
                self._again.set()
                self._wake.set()
            case Sound.LOST:
                self._connection.set_link(Link.OFFLINE)
            case Sound.REFUSED:
                self._connection.set_link(Link.OFFLINE, refused=detail if isinstance(detail, Refused) else None)
            case Sound.RELAY_MISSING | Sound.RELAY_BACK:
                self._relay = sound is Sound.RELAY_BACK
                self._connection.set_live(self._relay)
                self._wake.set()

    @Slot(object)
    def _take_news(self, take: Callable[[], None]) -> None:
        if not self._closing.is_set():
            take()

    def _on_gui(self, take: Callable[[], None]) -> None:
        if not self._closing.is_set():
            self._arrived.emit(take)

    def _follow(self) -> None:
        """The feed's thread: wait for a reason, ask, hand over."""
        cursor: Cursor | None = None
        while not self._closing.is_set():
            self._wake.wait(REGULAR_SECONDS if self._relay else WITHOUT_RELAY_SECONDS)
            self._wake.clear()
            if self._closing.is_set():
                return
            try:
                if self._again.is_set() or cursor is None:
                    self._again.clear()
                    cursor = self._meet(cursor)
                self._ask(cursor)
                self._session.close_if_idle()
            except Away:
                self._again.set()
                self._on_gui(self._lost)
            except Refused as refused:
                self._again.set()
                self._on_gui(partial(self._connection.set_link, Link.OFFLINE, refused=refused))
            except Exception as error:  # noqa: BLE001 - the thread's root: a bug is reported and the client goes on following
                self._on_gui(partial(self.failed.emit, error))
            self._closing.wait(COALESCE_SECONDS)

    def _meet(self, cursor: Cursor | None) -> Cursor:
        """Shake hands, send what waited, read directory and notices; keep the cursor while the server's history is the same."""
        same = self._session.meet_again()
        first = cursor is None
        if cursor is None or not same:
            cursor = self._session.cursor()
        directory, unseen = self._session.directory(), self._session.unseen()
        if not first and not same:
            self._read_known_anew()
        self._outbox.flush(self._session, lambda sent: self._on_gui(partial(self._was_sent, sent)))

        def take() -> None:
            self._store._apply(directory=directory, notices=unseen)
            self._connection.set_waiting(len(self._outbox))
            self._connection.set_link(Link.ONLINE)
            self._store.refreshed.emit()

        self._on_gui(take)
        return cursor

    def _ask(self, cursor: Cursor) -> None:
        news: News = self._session.since(cursor, self._store.known)
        groups = self._session.me.groups
        directory = self._session.directory() if news.set_up or news.stale else None
        # Who came into a group or left it sees other cases from now on.
        anew = news.stale or self._session.me.groups != groups
        if anew:
            self._read_known_anew()

        def take() -> None:
            self._store._apply(news.rows, gone=news.gone, notices=news.notices, directory=directory)
            self._connection.set_fresh()
            if anew:
                self._store.refreshed.emit()

        self._on_gui(take)

    def _read_known_anew(self) -> None:
        known = sorted(self._store.known)
        for begin in range(0, len(known), 500):
            keys = known[begin : begin + 500]
            rows = self._session.rows_of(keys)
            gone = frozenset(keys) - {row.key for row in rows}
            self._on_gui(partial(self._store._apply, rows, gone=gone))

    def _lost(self) -> None:
        self._connection.set_link(Link.OFFLINE)
        if self._listener is not None:
            self._listener.drop()

    def _was_sent(self, sent: Sent) -> None:
        self._connection.set_waiting(len(self._outbox))
        self.sent.emit(sent)
