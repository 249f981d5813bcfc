"""The form: server, user name, password. It says what is wished and shows what went wrong; getting in is the window's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ticketdesk.domain.errors import BadInput
from ticketdesk.services.servers import KnownServer, Place, read_address
from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton
from ticketdesk.ui.kit.fields import Field, IconLineEdit
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.sign_in import faults
from ticketdesk.ui.sign_in.faults import Fault, Spot
from ticketdesk.ui.sign_in.head import PageHead
from ticketdesk.ui.sign_in.password_edit import PasswordEdit
from ticketdesk.ui.sign_in.remember import RememberBox
from ticketdesk.ui.sign_in.server_list import Choice, ServerList

if TYPE_CHECKING:
    from ticketdesk.services.discover import FoundServer


@dataclass(frozen=True, slots=True)
class Wish:
    """What was filled in. An empty ``password`` stands for the kept one."""

    place: Place
    user_name: str
    password: str
    remember: bool
    was_kept: bool


class SignInPage(QWidget):
    """The first page."""

    wished = Signal(object)
    """A complete Wish."""
    cancelled = Signal()
    invitation_wanted = Signal()
    who_changed = Signal()
    """Server or user name became another one; somebody may look whether a password is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead("list-check", parent=self)
        self.messages = MessageArea(self)
        # Made in reading order, which is the tab order: setTabOrder goes wrong with the fields' focus proxies.
        self.server = IconLineEdit("server-2", parent=self)
        self.server.setMaxLength(300)
        self.server_field = Field("", self.server, parent=self)
        self.list = ServerList(self)
        self.user = IconLineEdit("user", parent=self)
        self.user.setMaxLength(200)
        self.user_field = Field("", self.user, parent=self)
        self.password = PasswordEdit(self)
        self.password_field = Field("", self.password, parent=self)
        self.remember = RememberBox(self)
        self.progress = Label(step=Step.S, token="text2", parent=self)
        self.join_button = PlainButton("", "certificate", parent=self)
        self.cancel_button = PlainButton("", parent=self)
        self.button = PrimaryButton("", "login", parent=self)
        self._busy = False
        self._kept = False
        self._user_is_mine = False
        self._faults: list[Fault] = []
        self._office = ""
        self._lay_out()
        self._connect()
        self._retranslate()
        self.set_busy(False)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addWidget(self.join_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.button)
        where = QVBoxLayout()
        where.setSpacing(theme.S6)
        where.addWidget(self.server_field)
        where.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S12)
        column.addWidget(self.messages)
        column.addLayout(where, 1)
        column.addWidget(self.user_field)
        column.addWidget(self.password_field)
        column.addWidget(self.remember)
        column.addSpacing(theme.S4)
        column.addWidget(self.progress)
        column.addLayout(foot)
        # The place of the progress' words stays, so that nothing jumps when they come.
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)

    def _connect(self) -> None:
        self.server.textEdited.connect(lambda _text: self._server_typed())
        self.server.editingFinished.connect(self.who_changed)
        self.user.textEdited.connect(lambda _text: self._user_typed())
        self.user.editingFinished.connect(self.who_changed)
        self.password.textEdited.connect(lambda _text: self.set_fault(None, spot=Spot.PASSWORD))
        for line in (self.server, self.user, self.password):
            line.returnPressed.connect(self.submit)
        self.list.chosen.connect(self._choose)
        self.list.confirmed.connect(self._go_on)
        self.button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.cancelled)
        self.join_button.clicked.connect(self.invitation_wanted)

    def show_servers(self, servers: Sequence[KnownServer]) -> None:
        """Show the known servers; the first one is filled in where nothing was typed."""
        self.list.servers.set_known(servers)
        if servers and not self.server.text().strip():
            self._fill(servers[0].place, servers[0])
        else:
            self.list.show_place(self.place())

    def add_found(self, found: Sequence[FoundServer]) -> None:
        """Add servers found in the network below the known ones, without touching focus or choice."""
        self.list.servers.add_found(found)
        if not self.list.currentIndex().isValid() and not self.list.hasFocus():
            self.list.show_place(self.place())

    def fill(self, server: KnownServer, user_name: str = "") -> None:
        """Fill in a server, and a user name or the one who used it last."""
        self._fill(server.place, server)
        if user_name:
            self.user.setText(user_name)
        self.focus_first_gap()

    def place(self) -> Place | None:
        """Return the address that is filled in, None where it is none."""
        try:
            return read_address(self.server.text())
        except BadInput:
            return None

    def set_kept(self, kept: bool) -> None:
        """Say that the keyring holds this person's password; it is used when none is typed."""
        if kept and not self._kept:
            self.remember.box.setChecked(True)
        self._kept = kept
        self._retranslate_password()

    def submit(self) -> None:
        """Sign in with what is filled in, or go to the first gap and say what is missing."""
        if self._busy:
            return
        self.clear_faults()
        try:
            place = read_address(self.server.text())
        except BadInput as error:
            place = None
            told = faults.fault_of(error)
            if told is not None:
                self.set_fault(told)
        if not self.user.text().strip():
            self.set_fault(faults.fault("user_empty"))
        if not self.password.text() and not self._kept:
            self.set_fault(faults.fault("password_empty"))
        if self._faults or place is None:
            self._focus_fault()
            return
        self.wished.emit(Wish(place, self.user.text().strip(), self.password.text(), self.remember.wanted(), self._kept))

    def set_busy(self, busy: bool, words: str = "") -> None:
        """Show that an attempt runs; everything typed stays."""
        had_focus = self.focusWidget() if self.isAncestorOf(self.focusWidget()) else None
        self._busy = busy
        for widget in (self.server, self.list, self.user, self.password, self.button, self.join_button):
            widget.setEnabled(not busy)
        self.cancel_button.setVisible(busy)
        self.progress.setText(words if busy else "")
        self.progress.setVisible(busy)
        if busy:
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus is self.cancel_button:
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_busy(self) -> bool:
        """Tell whether an attempt runs."""
        return self._busy

    def clear_faults(self) -> None:
        """Take back all that was wrong."""
        self._faults.clear()
        self._show_faults()

    def set_fault(self, told: Fault | None, *, spot: Spot | None = None) -> None:
        """Say what went wrong at its place, or take back what stands there."""
        where = told.spot if told is not None else spot
        self._faults = [one for one in self._faults if one.spot is not where]
        if told is not None:
            self._faults.append(told)
        self._show_faults()

    def show_fault(self, told: Fault) -> None:
        """Say what went wrong and go there."""
        self.set_fault(told)
        self._focus_fault()
        if told.spot is Spot.PASSWORD:
            self.password.selectAll()

    def focus_first_gap(self) -> None:
        """Put the focus where the next word is to be typed."""
        for line in (self.server, self.user):
            if not line.text().strip():
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_fault(self) -> None:
        lines = {Spot.SERVER: self.server, Spot.USER: self.user, Spot.PASSWORD: self.password}
        for spot, line in lines.items():
            if any(one.spot is spot for one in self._faults):
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _show_faults(self) -> None:
        for spot, field in ((Spot.SERVER, self.server_field), (Spot.USER, self.user_field), (Spot.PASSWORD, self.password_field)):
            field.set_error(next((faults.sentence(one) for one in self._faults if one.spot is spot), ""))
        bar = next((one for one in self._faults if one.spot in (Spot.BAR, Spot.CODE)), None)
        if bar is None:
            self.messages.drop("fault")
        else:
            self.messages.show_message("fault", Tone.BAD, lambda: faults.sentence(bar), closable=True)

    def _choose(self, choice: Choice) -> None:
        self._fill(choice.place, choice.known)

    def _fill(self, place: Place, known: KnownServer | None) -> None:
        self.server.setText(str(place))
        self.set_fault(None, spot=Spot.SERVER)
        if known is not None and (not self._user_is_mine or not self.user.text().strip()):
            self.user.setText(known.user_name)
            self._user_is_mine = False
        self._server_changed()
        self.who_changed.emit()

    def _go_on(self) -> None:
        self.focus_first_gap()
        if self.user.text().strip() and (self.password.text() or self._kept):
            self.submit()

    def _server_typed(self) -> None:
        self.set_fault(None, spot=Spot.SERVER)
        self._server_changed()

    def _server_changed(self) -> None:
        self.set_kept(False)
        self.list.show_place(self.place())
        choice = self.list.current()
        self._office = choice.known.title if choice is not None and choice.known is not None else ""
        self._retranslate_head()

    def _user_typed(self) -> None:
        self._user_is_mine = True
        self.set_kept(False)
        self.set_fault(None, spot=Spot.USER)

    def _retranslate_head(self) -> None:
        place = self._office or (str(place) if (place := self.place()) is not None else "")
        below = self.tr("Sign in at {server}").replace("{server}", place) if place else self.tr("Sign in")
        self.head.set_words("Ticketdesk", below)

    def _retranslate_password(self) -> None:
        self.password.setPlaceholderText(self.tr("The kept password is used") if self._kept else "")

    def _retranslate(self) -> None:
        self.server_field.set_label(self.tr("&Server"))
        self.server_field.set_hint(self.tr("Type the address, choose from the list, or drop an invitation here"))
        self.user_field.set_label(self.tr("&User name"))
        self.password_field.set_label(self.tr("&Password"))
        self.join_button.setText(self.tr("&Join with an invitation …"))
        self.cancel_button.setText(self.tr("&Cancel"))
        self.button.set_text(self.tr("Sign &in"))
        self._retranslate_head()
        self._retranslate_password()
        self._show_faults()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._busy:
            self.cancelled.emit()
            return
        if event.key() == Qt.Key.Key_Down and isinstance(self.focusWidget(), QLineEdit) and self.focusWidget() is self.server:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
