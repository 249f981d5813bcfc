"""One signed-in person: store, feed, context, window and tray, put together and taken apart again."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_state_path
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ticketdesk.domain.commands.ticket import RecordTicket
from ticketdesk.domain.ids import TicketKey
from ticketdesk.services.run import Outbox, Sent
from ticketdesk.ui.bridge.connection import Connection
from ticketdesk.ui.bridge.feed import Feed, LiveStore
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import language
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.kit.runner import READ, Runner
from ticketdesk.ui.main_window import MainWindow
from ticketdesk.ui.panes.overview.model import Standing

if TYPE_CHECKING:
    from ticketdesk.services.session import Session
    from ticketdesk.ui.bridge.tray import Tray

PAINTED_MS, PATIENCE_MS = 30, 600
"""From the rows to their paint, at a guess; and how long everything else waits for a list that does not come."""
UNSEEN_MS = 100
"""How long the window waits for its list, unseen; a person's eye does not see so short a time."""


def _load_case() -> object:
    return importlib.import_module("ticketdesk.ui.panes.case.pane")


class Client(QObject):
    """One signed-in person: store, feed, context, window and tray, made together and ended together. On the GUI thread."""

    ended = Signal()
    """The person signed out or closed the window for good."""
    shown = Signal()
    """The window is on the screen."""

    def __init__(self, session: Session, runner: Runner, *, profile: str, with_tray: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self._runner = session, runner
        # Names in two languages are read in that of the screen, whatever the person's profile says.
        session.language = language.current()
        self.store = LiveStore(self)
        self.connection = Connection(self)
        self.outbox = Outbox(_outbox_folder(session))
        self.feed = Feed(session, self.store, self.connection, self.outbox, self)
        self.context = Context(session, self.store, runner=runner, feed=self.feed, outbox=self.outbox, parent=self)
        self.window = MainWindow(self.context, self.connection, profile=profile)
        self.tray: Tray | None = None
        self._with_tray, self._live, self._closed = with_tray, False, False
        self._on_screen = False
        self.feed.sent.connect(self._was_sent)
        language.signals().changed.connect(self._language_changed)

    def start(self) -> None:
        """Show the window with its list, so that it is painted once; what else there is follows, since nobody waits for it."""
        model = self.window.overview.model
        model.standing_changed.connect(self._list_came)
        QTimer.singleShot(PATIENCE_MS, self, self._go_live)
        if model.standing is Standing.LOADING:
            QTimer.singleShot(UNSEEN_MS, self, self._show)
        else:
            self._show()

    @Slot()
    def _show(self) -> None:
        if not self._on_screen and not self._closed:
            self._on_screen = True
            self.window.show()
            self.shown.emit()

    @Slot()
    def _list_came(self) -> None:
        if self.window.overview.model.standing is not Standing.LOADING:
            self._show()
            QTimer.singleShot(PAINTED_MS, self, self._go_live)

    @Slot()
    def _go_live(self) -> None:
        """The list is there: load what belongs to a case, on the lane for reading, so that the list can be used meanwhile."""
        if not self._live and not self._closed:
            self._live = True
            self.window.overview.model.standing_changed.disconnect(self._list_came)
            # Whether it could be loaded over there or not: the window takes what it needs itself, and must not stay half made.
            self._runner.run(READ, _load_case, done=self._complete, failed=self._complete, name="case")

    def _complete(self, _loaded_or_why_not: object) -> None:
        """Complete the window, follow the server, and tell in the tray what comes."""
        if self._closed:
            return
        self.window.complete()
        if self._with_tray:
            from ticketdesk.ui.bridge.tray import Tray

            self.tray = Tray(self.context, self.window)
        self.feed.start()

    def close(self) -> None:
        """End everything of this person; returns when the threads have ended."""
        self._closed = True
        self.context.close()
        self.feed.close()
        if self.tray is not None:
            self.tray.close()
        self.window.close()
        self.window.deleteLater()
        self.session.close()

    @Slot(object)
    def _was_sent(self, sent: Sent) -> None:
        self.window.outbox_told(sent)
        if sent.refused is None or isinstance(sent.command, RecordTicket):
            return
        # The words are still in the draft on this machine; the sentence leads back to them.
        key = _ticket_of(sent)
        self.context.tell(
            self.context.sentence(sent.refused),
            tone=Tone.BAD,
            button=self.tr("Open ticket") if key is not None else "",
            pressed=(lambda: self.context.go(key)) if key is not None else None,
        )

    @Slot()
    def _language_changed(self) -> None:
        self.feed.reread_directory(language.current())


def _ticket_of(sent: Sent) -> TicketKey | None:
    number = getattr(sent.command, "ticket_id", None)
    return TicketKey(number) if number is not None else None


def _outbox_folder(session: Session) -> Path:
    server = re.sub(r"[^\w.-]", "_", session.server)
    return user_state_path("ticketdesk", appauthor=False) / "outbox" / server / session.identity.system / str(session.me.id)
