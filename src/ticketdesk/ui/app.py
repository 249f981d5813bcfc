"""The client's composition root: application, sign-in, and one signed-in client put together and taken apart again."""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import re
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

from platformdirs import user_log_path, user_state_path
from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QSettings,
    QSocketNotifier,
    QTimer,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from ticketdesk import __version__
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
from ticketdesk.ui.main_window import MainWindow
from ticketdesk.ui.settings import Look
from ticketdesk.ui.sign_in import SignInWindow

if TYPE_CHECKING:
    from ticketdesk.services.session import Session

log = logging.getLogger(__name__)

DEFAULT_PROFILE = "default"

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
    """From sign-in to a signed-in client and back. Owns the runner and the windows."""

    def __init__(self, *, profile: str, geometry: str, start_language: str | None) -> None:
        super().__init__()
        self.profile = profile
        self.geometry = geometry
        self.collector = Collector(self)
        self.runner = Runner(self, on_failure=lambda error, name: report(error, name))
        self.servers = KnownServers(profile)
        self.instance = Instance(user_state_path("ticketdesk", appauthor=False) / "profiles" / profile, self)
        self.instance.show_wanted.connect(self._show_again)
        self.client: Client | None = None
        self.sign_in: SignInWindow | None = None
        self.look = Look(_app(), QSettings("ticketdesk", f"ticketdesk-{profile}"), self)
        self.look.apply_kept(default_language=start_language or language.DEFAULT)

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

    def ask_who(self) -> None:
        """Show the sign-in window."""
        self.sign_in = SignInWindow(self.runner, self.servers)
        self.sign_in.signed_in.connect(self._signed_in)
        self.sign_in.closed.connect(self.quit)
        self.sign_in.language_chosen.connect(self.look.set_language)
        self.sign_in.scheme_chosen.connect(self.look.set_scheme)
        self._place(self.sign_in)
        self.sign_in.show()

    @Slot(object)
    def _signed_in(self, session: Session) -> None:
        # From here on a question to the database on this thread is a bug that shows itself at once.
        session.forbid_this_thread()
        self.client = Client(session, self.runner, profile=self.profile)
        self.client.window.signed_out.connect(self._signed_out)
        self.client.window.closed.connect(self.quit)
        self._place(self.client.window)
        self.client.start()
        if self.sign_in is not None:
            self.sign_in.close()
            self.sign_in.deleteLater()
            self.sign_in = None
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
        elif self.sign_in is not None:
            self.sign_in.raise_()
            self.sign_in.activateWindow()

    @Slot()
    def quit(self) -> None:
        """End the program."""
        _app().quit()

    def close(self) -> None:
        """Take everything apart; called once the event loop has ended."""
        if self.client is not None:
            self.client.close()
        self.runner.close()
        self.instance.release()
        self.collector.close()

    def _place(self, window: SignInWindow | MainWindow) -> None:
        """Put a window on one half of the screen, as the demonstration wants it."""
        if self.geometry not in ("left", "right"):
            return
        area = _app().primaryScreen().availableGeometry()
        half = area.width() // 2
        area.setLeft(area.left() + (half if self.geometry == "right" else 0))
        area.setWidth(half)
        if isinstance(window, MainWindow):
            # Leaves the frame that the window manager draws around it on the screen as well.
            window.setGeometry(area.adjusted(4, 32, -4, -8))
        else:
            window.move(area.center() - window.rect().center())


def run(*, profile: str = DEFAULT_PROFILE, geometry: str = "", sign_in: Path | None = None, language: str | None = None) -> int:
    """Run the desktop program until it is closed; returns its exit code."""
    app = make_application(profile)
    root = Application(profile=profile, geometry=geometry, start_language=language)
    if not root.instance.claim():
        # The one that runs has come to the front instead.
        return 0
    with stopped_by_signals(app):
        if sign_in is None:
            root.ask_who()
        else:
            root.enter_by(sign_in)
        code = app.exec()
        root.close()
    return code


def make_application(profile: str) -> QApplication:
    """Make the one QApplication, with look, log and the last net for bugs."""
    QCoreApplication.setApplicationName("ticketdesk" if profile == DEFAULT_PROFILE else f"ticketdesk-{profile}")
    QCoreApplication.setOrganizationName("ticketdesk")
    QCoreApplication.setApplicationVersion(__version__)
    keep_log(profile)
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    app.setDesktopFileName("ticketdesk")
    sys.excepthook = _unexpected
    threading.excepthook = lambda told: _unexpected(told.exc_type, told.exc_value, told.exc_traceback)
    return app


def keep_log(profile: str) -> None:
    """Write the program's log to a file of 1 MB, with three older ones; it holds no texts and no passwords."""
    folder = user_log_path("ticketdesk", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = logging.handlers.RotatingFileHandler(folder / f"client-{profile}.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for name in ("ticketdesk", "qt"):
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False
    qInstallMessageHandler(_from_qt)


def _from_qt(kind: QtMsgType, where: QMessageLogContext, words: str) -> None:
    # What Qt grumbles about goes into the log too, not into the terminal of somebody who works.
    levels = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO, QtMsgType.QtWarningMsg: logging.WARNING}
    logging.getLogger("qt").log(levels.get(kind, logging.ERROR), "%s: %s", where.category, words)


def report(error: Exception, name: str = "") -> None:
    """Write a bug into the log; the person reads one sentence, never a traceback."""
    log.error("bug in %s", name or "the client", exc_info=error)
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.tell(bug(), tone=Tone.BAD)


def _unexpected(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if isinstance(error, Exception):
        report(error.with_traceback(trace))
    else:
        sys.__excepthook__(kind, error or kind(), trace)


@contextlib.contextmanager
def stopped_by_signals(app: QApplication) -> Iterator[None]:
    """End the event loop on SIGINT and SIGTERM: Python hears a signal only between two of its own instructions, so a socket wakes Qt."""
    ours, pythons = socket.socketpair()
    pythons.setblocking(False)
    ours.setblocking(False)
    before = signal.set_wakeup_fd(pythons.fileno())

    def stop(number: int, frame: FrameType | None) -> None:
        app.quit()

    handlers = {one: signal.signal(one, stop) for one in (signal.SIGINT, signal.SIGTERM)}
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: ours.recv(64))
    try:
        yield
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(before)
        for one, handler in handlers.items():
            signal.signal(one, handler)
        ours.close()
        pythons.close()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
