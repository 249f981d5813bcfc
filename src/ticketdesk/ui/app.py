"""The client's start: its window is painted first, and what fills it is loaded behind it, from the event loop.

Only what the first paint needs is imported here (a test looks after that); what goes on afterwards is desktop.py's.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QSettings,
    QSocketNotifier,
    QStandardPaths,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from ticketdesk import __version__
from ticketdesk.ui.bridge.instance import Instance
from ticketdesk.ui.kit import language as languages
from ticketdesk.ui.kit import theme
from ticketdesk.ui.look import Look
from ticketdesk.ui.sign_in.frame import SignInFrame
from ticketdesk.ui.sign_in.place import place

if TYPE_CHECKING:
    from ticketdesk.ui.desktop import Application

DEFAULT_PROFILE = "default"


class Start(QObject):
    """Shows the window, and makes the application behind it once it is painted; then it has done its part but for the end."""

    def __init__(self, look: Look, instance: Instance, *, profile: str, geometry: str, sign_in: Path | None) -> None:
        super().__init__()
        self._look, self._instance = look, instance
        self._profile, self._geometry, self._invitation = profile, geometry, sign_in
        self._application: Application | None = None
        self._ending = contextlib.ExitStack()
        self._frame: SignInFrame | None = None

    def begin(self) -> None:
        """Paint the sign-in window; to who comes with an invitation it says what is being done, until the main window stands."""
        self._frame = SignInFrame(entering=self._invitation is not None)
        self._frame.painted.connect(self._go_on)
        self._frame.closed.connect(QApplication.quit)
        place(self._frame, self._geometry)
        self._frame.show()

    @Slot()
    def _go_on(self) -> None:
        keep_log(self._profile)
        self._ending.enter_context(stopped_by_signals())
        from ticketdesk.ui.desktop import Application

        self._application = Application(self._instance, self._look, profile=self._profile, geometry=self._geometry)
        if self._invitation is not None:
            self._application.enter_by(self._invitation, self._frame)
        else:
            self._application.ask_who(self._frame)

    def close(self) -> None:
        """Take everything apart; called once the event loop has ended."""
        if self._application is not None:
            self._application.close()
        self._instance.release()
        self._ending.close()


def run(*, profile: str = DEFAULT_PROFILE, geometry: str = "", sign_in: Path | None = None, language: str | None = None) -> int:
    """Run the desktop program until it is closed; returns its exit code."""
    app = make_application(profile)
    state = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    instance = Instance(Path(state) / "ticketdesk" / "profiles" / profile)
    if not instance.claim():
        # The one that runs has come to the front instead.
        return 0
    look = Look(app, QSettings("ticketdesk", f"ticketdesk-{profile}"))
    look.apply_kept(default_language=language or languages.DEFAULT)
    start = Start(look, instance, profile=profile, geometry=geometry, sign_in=sign_in)
    start.begin()
    code = app.exec()
    start.close()
    return code


def make_application(profile: str) -> QApplication:
    """Make the one QApplication, with the last net for bugs."""
    QCoreApplication.setApplicationName("ticketdesk" if profile == DEFAULT_PROFILE else f"ticketdesk-{profile}")
    QCoreApplication.setOrganizationName("ticketdesk")
    QCoreApplication.setApplicationVersion(__version__)
    qInstallMessageHandler(_from_qt)
    app = theme.application(sys.argv[0])
    app.setQuitOnLastWindowClosed(False)
    app.setDesktopFileName("ticketdesk")
    sys.excepthook = _unexpected
    threading.excepthook = lambda told: _unexpected(told.exc_type, told.exc_value, told.exc_traceback)
    return app


def keep_log(profile: str) -> None:
    """Write the program's log to a file of 1 MB, with three older ones; it holds no texts and no passwords."""
    from logging.handlers import RotatingFileHandler

    from platformdirs import user_log_path

    folder = user_log_path("ticketdesk", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = RotatingFileHandler(folder / f"client-{profile}.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for name in ("ticketdesk", "qt"):
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False


def _from_qt(kind: QtMsgType, where: QMessageLogContext, words: str) -> None:
    # What Qt grumbles about goes into the log too, not into the terminal of somebody who works.
    levels = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO, QtMsgType.QtWarningMsg: logging.WARNING}
    logging.getLogger("qt").log(levels.get(kind, logging.ERROR), "%s: %s", where.category, words)


def _unexpected(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if isinstance(error, Exception):
        from ticketdesk.ui.desktop import report

        report(error.with_traceback(trace))
    else:
        sys.__excepthook__(kind, error or kind(), trace)


@contextlib.contextmanager
def stopped_by_signals() -> Iterator[None]:
    """End the event loop on SIGINT and SIGTERM: Python hears a signal only between two of its own instructions, so a socket wakes Qt."""
    import signal
    import socket

    ours, pythons = socket.socketpair()
    pythons.setblocking(False)
    ours.setblocking(False)
    before = signal.set_wakeup_fd(pythons.fileno())

    def stop(number: int, frame: FrameType | None) -> None:
        QApplication.quit()

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
