"""From sign-in to a signed-in client and back: what is put together once the program runs, and taken apart again.

Not here: the program's start and the first paint (app).
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_state_path
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from ticketdesk.domain.commands.ticket import RecordTicket
from ticketdesk.domain.ids import TicketKey
from ticketdesk.services.invitation import by_file
from ticketdesk.services.run import Outbox, Sent
from ticketdesk.services.servers import KnownServers, of_invitation
from ticketdesk.ui.bridge.connection import Connection
from ticketdesk.ui.bridge.feed import Feed, LiveStore
from ticketdesk.ui.bridge.instance import Instance
from ticketdesk.ui.bridge.tray import Tray
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import language
from ticketdesk.ui.kit.collector import Collector
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.kit.runner import WORK, Runner
from ticketdesk.ui.kit.sentences import bug
from ticketdesk.ui.look import Look
from ticketdesk.ui.main_window import MainWindow
from ticketdesk.ui.sign_in.frame import SignInFrame
from ticketdesk.ui.sign_in.place import half_of_screen, place
from ticketdesk.ui.sign_in.window import SignInWindow

if TYPE_CHECKING:
    from ticketdesk.services.session import Session

log = logging.getLogger(__name__)

SETTLED_MS = 3000
"""After sign-in: by then the window stands and its first list has come."""


class Client(QObject):
    """One signed-in person: store, feed, context, window and tray, made together and ended together. On the GUI thread."""

    ended = Signal()
    """The person signed out or closed the window for good."""

    def __init__(self, session: Session, runner: Runner, *, profile: str, with_tray: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.store = LiveStore(self)
        self.connection = Connection(self)
        self.outbox = Outbox(_outbox_folder(session))
        self.feed = Feed(session, self.store, self.connection, self.outbox, self)
        self.context = Context(session, self.store, runner=runner, feed=self.feed, outbox=self.outbox, parent=self)
        self.window = MainWindow(self.context, self.connection, profile=profile)
        self.tray = Tray(self.context, self.window) if with_tray else None
        self.feed.sent.connect(self._was_sent)
        self.feed.failed.connect(report)
        language.signals().changed.connect(self._language_changed)

    def start(self) -> None:
        """Follow the server and show the window."""
        self.feed.start()
        self.window.show()

    def close(self) -> None:
        """End everything of this person; returns when the threads have ended."""
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


class Application(QObject):
    """From sign-in to a signed-in client and back. Owns the runner and the windows; loaded once the first of them is on the screen."""

    def __init__(self, instance: Instance, look: Look, *, profile: str, geometry: str) -> None:
        super().__init__()
        self.profile = profile
        self.geometry = geometry
        self.collector = Collector(self)
        self.runner = Runner(self, on_failure=lambda error, name: report(error, name))
        self.servers = KnownServers(profile)
        self.instance, self.look = instance, look
        self.instance.show_wanted.connect(self._show_again)
        self.instance.listen()
        self.client: Client | None = None
        self.frame: SignInFrame | None = None

    def enter_by(self, invitation: Path) -> None:
        """Sign in with an invitation's file, without asking; the sign-in window comes only when that fails."""

        def enter() -> Session:
            # Imported here: it brings the database's libraries, and this is not the GUI thread.
            from ticketdesk.services.entrance import enter

            invited = by_file(invitation)
            server = of_invitation(invited)
            self.servers.remember(server)
            return enter(self.servers, server, invited.user_name, password=invited.password)

        def failed(error: Exception) -> None:
            log.warning("the invitation did not let in: %s", error)
            self.ask_who()

        self.runner.run(WORK, enter, done=self._signed_in, failed=failed, name="sign in")

    def ask_who(self, frame: SignInFrame | None = None) -> None:
        """Show the sign-in window, or fill the one that is on the screen already."""
        self.frame = frame or SignInFrame()
        sign_in = SignInWindow(self.runner, self.servers, parent=self.frame)
        sign_in.signed_in.connect(self._signed_in)
        sign_in.closed.connect(self.quit)
        sign_in.language_chosen.connect(self.look.set_language)
        sign_in.scheme_chosen.connect(self.look.set_scheme)
        self.frame.fill(sign_in)
        if frame is None:
            place(self.frame, self.geometry)
            self.frame.show()

    @Slot(object)
    def _signed_in(self, session: Session) -> None:
        # From here on a question to the database on this thread is a bug that shows itself at once.
        session.forbid_this_thread()
        self.client = Client(session, self.runner, profile=self.profile)
        self.client.window.signed_out.connect(self._signed_out)
        self.client.window.closed.connect(self.quit)
        # Leaves the frame that the window manager draws around it on the screen as well.
        if (half := half_of_screen(self.geometry)) is not None:
            self.client.window.setGeometry(half.adjusted(4, 32, -4, -8))
        self.client.start()
        if self.frame is not None:
            self.frame.close()
            self.frame.deleteLater()
            self.frame = None
        QTimer.singleShot(SETTLED_MS, self.collector.settle)

    @Slot()
    def _signed_out(self) -> None:
        client, self.client = self.client, None
        if client is not None:
            client.close()
            client.deleteLater()
        self.ask_who()

    @Slot()
    def _show_again(self) -> None:
        if self.client is not None:
            self.client.window.bring_to_front()
        elif self.frame is not None:
            self.frame.raise_()
            self.frame.activateWindow()

    @Slot()
    def quit(self) -> None:
        """End the program."""
        QApplication.quit()

    def close(self) -> None:
        """Take everything apart; called once the event loop has ended."""
        if self.client is not None:
            self.client.close()
        self.runner.close()
        self.collector.close()


def report(error: Exception, name: str = "") -> None:
    """Write a bug into the log; the person reads one sentence, never a traceback."""
    log.error("bug in %s", name or "the client", exc_info=error)
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.tell(bug(), tone=Tone.BAD)
