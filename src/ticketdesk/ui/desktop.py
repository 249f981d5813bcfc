"""From sign-in to a signed-in client and back: what is put together once the program runs, and taken apart again.

Not here: the program's start and the first paint (app), one signed-in person (client).
"""

from __future__ import annotations

import importlib
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from ticketdesk.services.invitation import by_file
from ticketdesk.services.servers import KnownServers, of_invitation
from ticketdesk.ui.bridge.instance import Instance
from ticketdesk.ui.kit.collector import Collector
from ticketdesk.ui.kit.runner import READ, WORK, Runner
from ticketdesk.ui.look import Look
from ticketdesk.ui.sign_in.frame import SignInFrame
from ticketdesk.ui.sign_in.place import half_of_screen, place

if TYPE_CHECKING:
    from ticketdesk.services.invitation import Invitation
    from ticketdesk.services.session import Session
    from ticketdesk.ui.client import Client
    from ticketdesk.ui.sign_in.window import SignInWindow

log = logging.getLogger(__name__)

PANES = ("ticketdesk.ui.client", "ticketdesk.ui.panes.case.pane")
"""What a person needs who has signed in; the second part comes after the list where nobody had to type."""
SETTLED_MS = 3000
"""After start and sign-in: by then the window stands and its first list has come."""


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
        QTimer.singleShot(SETTLED_MS, self.instance.listen)
        self.client: Client | None = None
        self.frame: SignInFrame | None = None

    def enter_by(self, invitation: Path, frame: SignInFrame | None = None) -> None:
        """Sign in with an invitation's file, without asking; when that fails, the window on the screen becomes the page that says why."""
        self.frame = frame
        read: list[Invitation] = []

        def enter() -> Session:
            # Imported here: it brings the database's libraries, and this is not the GUI thread.
            from ticketdesk.services.entrance import enter

            invited = by_file(invitation)
            read.append(invited)
            server = of_invitation(invited)
            self.servers.remember(server)
            return enter(self.servers, server, invited.user_name, password=invited.password)

        def failed(error: Exception) -> None:
            log.warning("the invitation did not let in: %s", error)
            sign_in = self.ask_who(frame)
            if read:
                # Once more, where the answer can be read.
                sign_in.start(read[0].user_name, read[0].password)
            else:
                sign_in.open_invitation(invitation)

        self.runner.run(WORK, enter, done=self._signed_in, failed=failed, name="sign in")
        # First what the connection needs, then, while it is made, the panes: two threads that import at once take turns and are both late.
        # The module's own lock lets this thread wait for the other one.
        importlib.import_module("ticketdesk.services.entrance")
        importlib.import_module("ticketdesk.ui.client")

    def ask_who(self, frame: SignInFrame | None = None) -> SignInWindow:
        """Show the sign-in window, or fill the one that is on the screen already."""
        from ticketdesk.ui.sign_in.window import SignInWindow

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
        # While the person types: the panes, on the lane that nothing else uses yet.
        self.runner.run(READ, lambda: [importlib.import_module(one) for one in PANES], name="panes")
        return sign_in

    @Slot(object)
    def _signed_in(self, session: Session) -> None:
        from ticketdesk.ui.client import Client

        # From here on a question to the database on this thread is a bug that shows itself at once.
        session.forbid_this_thread()
        self.collector.leave_out()
        self.client = Client(session, self.runner, profile=self.profile)
        self.client.feed.failed.connect(report)
        self.client.window.signed_out.connect(self._signed_out)
        self.client.window.closed.connect(self.quit)
        # Leaves the frame that the window manager draws around it on the screen as well.
        if (half := half_of_screen(self.geometry)) is not None:
            self.client.window.setGeometry(half.adjusted(4, 32, -4, -8))
        self.client.shown.connect(self._stands)
        self.client.start()
        QTimer.singleShot(SETTLED_MS, self.collector.settle)

    @Slot()
    def _stands(self) -> None:
        """The window is there: what stood on the screen until now goes."""
        if self.frame is not None:
            if self.frame.is_filled:
                self.frame.close()
            else:
                self.frame.hide()  # closing it before it is filled means to give up
            self.frame.deleteLater()
            self.frame = None

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
    if "ticketdesk.ui.main_window" not in sys.modules:
        return  # nobody is signed in; the page that asked says its own sentence
    from ticketdesk.ui.kit.message_bar import Tone
    from ticketdesk.ui.kit.sentences import bug
    from ticketdesk.ui.main_window import MainWindow

    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.tell(bug(), tone=Tone.BAD)
