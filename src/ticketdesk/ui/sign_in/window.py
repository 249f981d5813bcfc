"""What fills the window before one is in: ties the pages to what they ask for, on worker threads. What goes wrong is told on the pages.

The window itself, which is on the screen before this is loaded, is frame.py.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ticketdesk.domain.errors import Away, NotSignedIn
from ticketdesk.services.invitation import SUFFIX, Invitation, by_code, by_file
from ticketdesk.services.reach import why_away
from ticketdesk.services.secrets import Secrets
from ticketdesk.services.servers import DEFAULT_PORT, KnownServer, KnownServers, Place, fingerprint, of_invitation
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.runner import READ, WORK, Runner
from ticketdesk.ui.sign_in import faults
from ticketdesk.ui.sign_in.attempt import Attempts
from ticketdesk.ui.sign_in.corner import Corner
from ticketdesk.ui.sign_in.faults import Fault, Spot, values_of
from ticketdesk.ui.sign_in.frame import fitting_size
from ticketdesk.ui.sign_in.head import PageHead
from ticketdesk.ui.sign_in.invitation_page import InvitationPage, dragged_file
from ticketdesk.ui.sign_in.join_page import JoinPage
from ticketdesk.ui.sign_in.kept import KeptPasswords
from ticketdesk.ui.sign_in.refusal_page import RefusalPage
from ticketdesk.ui.sign_in.sign_in_page import SignInPage, Wish

if TYPE_CHECKING:
    from ticketdesk.services.discover import FoundServer
    from ticketdesk.services.session import Session

log = logging.getLogger(__name__)

Browse = Callable[[], "tuple[FoundServer, ...]"]

WAIT_BEFORE_LOOKING_MS = 200


class SignInWindow(QWidget):
    """Emits ``signed_in`` with the Session and stays until its owner closes it; ``closed`` when the person gives up instead.

    Live on the GUI thread. Getting in runs on the runner's WORK lane; keyring and network are asked on threads of its own, so that
    neither delays what the person waits for.
    """

    signed_in = Signal(object)
    closed = Signal()
    language_chosen = Signal(str)
    scheme_chosen = Signal(object)

    def __init__(
        self,
        runner: Runner,
        servers: KnownServers,
        *,
        parent: QWidget | None = None,
        secrets: Secrets | None = None,
        browse: Browse | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._servers, self._browse = runner, servers, browse or _browse
        self._kept = KeptPasswords(secrets or Secrets())
        self._errands = Runner(self, on_failure=self._errand_failed)
        self._attempts = Attempts(runner, self)
        self._begun = False
        self._in = False
        self._over = False
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.timeout.connect(self._look_for_kept)
        self.page = SignInPage(self)
        self.refusal_page = RefusalPage(self)
        self.invitation_page = InvitationPage(self)
        self.join_page = JoinPage(self)
        self.corner = Corner(self)
        self.stack = QStackedWidget(self)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        for page in (self.page, self.refusal_page, self.invitation_page, self.join_page):
            self.stack.addWidget(page)
        top = QHBoxLayout()
        top.setSpacing(theme.S12)
        # A head says what its page is about, but stands beside the corner, which all pages share.
        for head in self._heads():
            top.addWidget(head, 1)
        top.addWidget(self.corner, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.DIALOG_MARGIN)
        column.setSpacing(theme.S16)
        column.addLayout(top)
        column.addWidget(self.stack, 1)

    def _heads(self) -> tuple[PageHead, ...]:
        return (self.page.head, self.refusal_page.head, self.invitation_page.head, self.join_page.head)

    def _connect(self) -> None:
        self.page.wished.connect(self._sign_in)
        self.page.cancelled.connect(self._give_up)
        self.page.who_changed.connect(lambda: self._looking.start(WAIT_BEFORE_LOOKING_MS))
        self.page.invitation_wanted.connect(self._show_invitation_page)
        self.refusal_page.left.connect(self._back)
        self.refusal_page.invitation_wanted.connect(self._show_invitation_page)
        self.invitation_page.left.connect(self._back)
        self.invitation_page.file_wanted.connect(self._choose_file)
        self.invitation_page.code_given.connect(self._check_code)
        self.join_page.left.connect(self._back)
        self.join_page.wished.connect(self._join)
        self.corner.language_chosen.connect(self.language_chosen)
        self.corner.scheme_chosen.connect(self.scheme_chosen)

    def start(self, user: str = "", password: str = "") -> None:
        """Fill in the last server, and sign in at once where a password is given; the window begins by itself when it is shown."""
        self._begin()
        if user:
            self.page.user.setText(user)
        if password:
            self.page.password.setText(password)
            self.page.submit()

    def open_invitation(self, path: Path) -> None:
        """Check an invitation's file and show what it leads to; it lies on a disk that may be slow."""
        self._begin()
        self._show_invitation_page()
        self._check(lambda: by_file(path), proven=False)

    def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        self.page.show_servers(self._servers.all())
        self.page.focus_first_gap()
        self._errands.run(READ, self._kept.possible, done=self._set_lasting, owner=self, name="keyring")
        self._errands.run(WORK, _load_libraries, owner=self, name="libraries")
        self._errands.run(WORK, self._browse, done=self.page.add_found, owner=self, name="browse")

    def _set_lasting(self, lasting: bool) -> None:
        self.page.remember.set_possible(lasting)
        self.join_page.remember.set_possible(lasting)

    # signing in

    def _sign_in(self, wish: Wish) -> None:
        server = self._servers.find(wish.place)
        if server is None:
            self._show(faults.fault("unknown_server", **values_of(wish.place)))
            return
        kept = not wish.password

        def get_in() -> Session:
            from ticketdesk.services import entrance

            password = wish.password or self._kept.get(server, wish.user_name)
            session = entrance.enter(self._servers, server, wish.user_name, password=password)
            if wish.remember or wish.was_kept:
                self._kept.keep(server, wish.user_name, password=password, wanted=wish.remember)
            return session

        self.page.set_busy(True, self.tr("Checking the server and signing in …"))
        self._attempts.begin(get_in, got_in=self._got_in, failed=lambda error: self._not_in(error, server, kept=kept))

    def _got_in(self, session: Session) -> None:
        self._in = True
        self.page.password.clear()
        self.join_page.first.clear()
        self.join_page.second.clear()
        self.signed_in.emit(session)

    def _not_in(self, error: Exception, server: KnownServer, *, kept: bool) -> None:
        self.page.set_busy(False)
        told = faults.fault_of(error, **values_of(server.place))
        if told is not None and told.reason == "not_signed_in" and kept:
            self.page.set_kept(False)
            told = faults.fault("kept_password")
        self._tell(told, server)

    def _give_up(self) -> None:
        """Wait no more for an attempt; what is typed stays."""
        self._attempts.give_up()
        self.page.set_busy(False)
        self.invitation_page.set_busy(False)
        self.join_page.set_busy(False)

    # invitations

    def _check_code(self, place: Place, letters: str) -> None:
        def fetch() -> Invitation:
            try:
                return by_code(letters, str(place))
            except Away:
                why = why_away(place.host, (place.port or DEFAULT_PORT) + 1)
                raise Away(why="unknown_host" if why == "unknown_host" else "no_invitations_there") from None

        self._check(fetch, proven=True, **values_of(place))

    def _check(self, fetch: Callable[[], Invitation], *, proven: bool, **values: str) -> None:
        page = self.invitation_page
        page.clear_faults()
        page.set_busy(True, self.tr("Checking the invitation …"))

        def done(checked: tuple[Invitation, KnownServer]) -> None:
            page.set_busy(False)
            invitation, server = checked
            known = self._servers.find(server.place)
            self.join_page.show_invitation(invitation, server, proven=proven, replaces=known is not None and known.ca != server.ca)
            self.stack.setCurrentWidget(self.join_page)
            self._retranslate()
            self.join_page.first.setFocus(Qt.FocusReason.OtherFocusReason)

        def failed(error: Exception) -> None:
            page.set_busy(False)
            told = faults.fault_of(error, **values)
            if told is not None and told.spot is Spot.REFUSAL:
                self._show(told)
            elif told is not None:
                page.add_fault(told)
                page.focus_fault()
            else:
                page.add_fault(faults.fault("unreadable_invitation"))

        def both() -> tuple[Invitation, KnownServer]:
            invitation = fetch()
            return invitation, of_invitation(invitation)

        self._attempts.look_up(self._runner.run(WORK, both, done=done, failed=failed, owner=self, name="invitation"))

    def _join(self, password: str) -> None:
        invitation = self.join_page.invitation()
        if invitation is None:
            return
        server = of_invitation(invitation)
        wanted = self.join_page.remember.wanted()

        def get_in() -> Session:
            from ticketdesk.services import entrance

            session = entrance.join(self._servers, invitation, password=password)
            if wanted:
                self._kept.keep(server, invitation.user_name, password=password, wanted=True)
            return session

        def failed(error: Exception) -> None:
            self.join_page.set_busy(False)
            told = faults.fault_of(error, **values_of(server.place))
            if isinstance(error, NotSignedIn):
                # The server is the right one and known from now on; only the one-time password is used up.
                self.page.show_servers(self._servers.all())
                self.page.fill(replace(server, user_name=invitation.user_name), invitation.user_name)
                self._back()
                self.page.show_fault(faults.fault("used_invitation"))
            elif told is not None and told.spot is Spot.REFUSAL:
                self._show(told, expected=fingerprint(server.ca))
            else:
                self.join_page.show_fault(told or faults.BUG)

        self.join_page.set_busy(True, self.tr("Joining the server and signing in …"))
        self._attempts.begin(get_in, got_in=self._got_in, failed=failed)

    def _choose_file(self) -> None:
        invitations, everything = self.tr("Invitations"), self.tr("All files")
        kinds = f"{invitations} (*{SUFFIX});;{everything} (*)"
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("Open an invitation"), "", kinds)
        if name:
            self.open_invitation(Path(name))

    # pages

    def _tell(self, told: Fault | None, server: KnownServer) -> None:
        if told is None:
            self.page.show_fault(faults.BUG)
        elif told.spot is Spot.REFUSAL:
            self._show(told, expected=fingerprint(server.ca) if told.reason != "no_authority" else "")
        else:
            self.page.show_fault(told)

    def _show(self, told: Fault, *, expected: str = "") -> None:
        self.refusal_page.show_fault(replace(told, values={**told.values, "now": text.date_time(text.now())}), expected=expected)
        self.stack.setCurrentWidget(self.refusal_page)
        self._retranslate()
        self.refusal_page.focus_safe_button()

    def _show_invitation_page(self) -> None:
        place = self.page.place()
        self.stack.setCurrentWidget(self.invitation_page)
        self._retranslate()
        self.invitation_page.begin(str(place) if place is not None else "")

    def _back(self) -> None:
        """Leave a page for the form; on a busy page this is the way to give up."""
        if self._attempts.under_way:
            self._give_up()
            if self.stack.currentWidget() is self.join_page:
                return
        self.stack.setCurrentWidget(self.page)
        self._retranslate()
        self.page.focus_first_gap()

    def _look_for_kept(self) -> None:
        """Look whether the keyring holds the password of whoever is filled in."""
        place, user = self.page.place(), self.page.user.text().strip()
        server = self._servers.find(place) if place is not None else None
        if server is None or not user or self._over:
            return

        def done(found: bool) -> None:
            if self.page.place() == place and self.page.user.text().strip() == user:
                self.page.set_kept(found)

        self._errands.run(READ, lambda: bool(self._kept.get(server, user)), done=done, owner=self, name="kept password")

    def _errand_failed(self, error: Exception, name: str) -> None:
        log.error("%s failed", name, exc_info=error)

    def _retranslate(self) -> None:
        titles = {
            self.page: self.tr("Sign in"), self.refusal_page: self.tr("Connection refused"),
            self.invitation_page: self.tr("Join a server"), self.join_page: self.tr("Join a server"),
        }  # fmt: skip
        current = self.stack.currentWidget()
        for head, place in zip(self._heads(), range(self.stack.count()), strict=True):
            head.setVisible(place == self.stack.currentIndex())
        self.setWindowTitle(f"Ticketdesk: {next(words for page, words in titles.items() if page is current)}")

    def _make_room(self) -> None:
        """Grow where sentences came that need more room; what was typed must not be squeezed away."""
        need, window = self.heightForWidth(self.width()), self.window()
        if self.height() < need:
            window.resize(window.width(), min(need, self.screen().availableGeometry().height()))

    def sizeHint(self) -> QSize:
        wide = max(fitting_size(self).width(), super().sizeHint().width())
        return QSize(wide, max(fitting_size(self).height(), self.heightForWidth(wide)))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            QTimer.singleShot(0, self, self._make_room)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._over = True
        self._give_up()
        self._errands.close(0.0)
        super().closeEvent(event)
        if not self._in:
            self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_file(event) is not None and not self.page.is_busy():
            event.acceptProposedAction()
            if self.stack.currentWidget() is self.page:
                self._show_invitation_page()
            self.invitation_page.drop.set_lit(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.invitation_page.drop.set_lit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.invitation_page.drop.set_lit(False)
        if (path := dragged_file(event)) is not None:
            event.acceptProposedAction()
            self.open_invitation(path)


def _load_libraries() -> None:
    """Load the way in, which takes a second: on a worker thread, while the person types."""
    importlib.import_module("ticketdesk.services.entrance")


def _browse() -> tuple[FoundServer, ...]:
    from ticketdesk.services import discover

    return discover.browse()
