"""An invitation that was checked: what it leads to, and the choice of a password of one's own in place of the one-time password."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ticketdesk.services.invitation import Invitation
from ticketdesk.services.passwords import SHORTEST, password_problem
from ticketdesk.services.servers import KnownServer, fingerprint
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.sign_in import faults
from ticketdesk.ui.sign_in.facts import Facts, FingerprintLabel
from ticketdesk.ui.sign_in.faults import Fault
from ticketdesk.ui.sign_in.head import PageHead
from ticketdesk.ui.sign_in.password_edit import PasswordEdit
from ticketdesk.ui.sign_in.remember import RememberBox


class JoinPage(QWidget):
    """The last step of joining. ``wished`` carries the own password."""

    wished = Signal(str)
    left = Signal()
    has_password = Signal()
    """The person has chosen a password before, on another computer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._invitation: Invitation | None = None
        self._server: KnownServer | None = None
        self._proven = False
        self._replaces = False
        self._fault: Fault | None = None
        self._problem = ""
        self._busy = False
        self.head = PageHead("shield-check", parent=self)
        self.messages = MessageArea(self)
        self.facts = Facts(self)
        self._about = Label(step=Step.S, token="text2", parent=self)
        self.fingerprint = FingerprintLabel(self)
        # Made in reading order, which is the tab order.
        self.first = PasswordEdit(self)
        self.first_field = Field("", self.first, parent=self)
        self.second = PasswordEdit(self)
        self.second_field = Field("", self.second, parent=self)
        self.remember = RememberBox(self)
        self.progress = Label(step=Step.S, token="text2", parent=self)
        self.back_button = PlainButton("", parent=self)
        self.button = PrimaryButton("", "login", parent=self)
        self._lay_out()
        for line in (self.first, self.second):
            line.textEdited.connect(lambda _text: self._show_problem(""))
            line.returnPressed.connect(self.submit)
        self.button.clicked.connect(self.submit)
        self.back_button.clicked.connect(self.left)
        self._retranslate()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.button)
        paper = QVBoxLayout()
        paper.setSpacing(theme.LABEL_GAP)
        paper.addWidget(self._about)
        paper.addWidget(self.fingerprint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S12)
        column.addWidget(self.messages)
        column.addWidget(self.facts)
        column.addLayout(paper)
        column.addSpacing(theme.S6)
        column.addWidget(self.first_field)
        column.addWidget(self.second_field)
        column.addWidget(self.remember)
        column.addStretch(1)
        column.addWidget(self.progress)
        column.addLayout(foot)

    def show_invitation(self, invitation: Invitation, server: KnownServer, *, proven: bool, replaces: bool) -> None:
        """Show what a checked invitation leads to.

        ``proven``: it came by the code, which shows that whoever gave the code made it. ``replaces``: another server is known there.
        """
        self._invitation, self._server, self._proven, self._replaces = invitation, server, proven, replaces
        self._fault = None
        self.first.clear()
        self.second.clear()
        self._show_problem("")
        self.fingerprint.set_fingerprint(fingerprint(invitation.ca))
        self._show_messages()
        self._retranslate()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def invitation(self) -> Invitation | None:
        """Return the invitation that is shown."""
        return self._invitation

    def submit(self) -> None:
        """Join with what was typed, or say what is wrong with it."""
        if self._busy or self._invitation is None:
            return
        self._fault = None
        self._show_messages()
        problem = password_problem(self.first.text(), user_name=self._invitation.user_name, old=self._invitation.password)
        if not problem and self.first.text() != self.second.text():
            problem = "differs"
        self._show_problem(problem)
        if problem:
            (self.second if problem == "differs" else self.first).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.wished.emit(self.first.text())

    def set_busy(self, busy: bool, words: str = "") -> None:
        """Show that joining runs; everything typed stays."""
        self._busy = busy
        for widget in (self.first, self.second, self.button):
            widget.setEnabled(not busy)
        self.progress.setText(words if busy else "")
        (self.back_button if busy else self.first).setFocus(Qt.FocusReason.OtherFocusReason)
        self._retranslate()

    def show_fault(self, told: Fault) -> None:
        """Say what went wrong."""
        self._fault = told
        self._show_messages()

    def _show_messages(self) -> None:
        if self._replaces:
            self.messages.show_message("replaces", Tone.WARN, self._replacing)
        else:
            self.messages.drop("replaces")
        told = self._fault
        if told is not None:
            self.messages.show_message("fault", Tone.BAD, lambda: faults.sentence(told), closable=True)
        else:
            self.messages.drop("fault")

    def _replacing(self) -> str:
        return self.tr("At this address this computer knows a server with another fingerprint. Joining puts the new one in its place.")

    def _show_problem(self, problem: str) -> None:
        self._problem = problem
        words = {
            "empty": self.tr("Please choose a password."),
            "too_short": self.tr("At least {count} characters, please.").replace("{count}", str(SHORTEST)),
            "too_long": self.tr("This is longer than the server takes."),
            "too_easy": self.tr("This would be guessed soon: it repeats few characters, or holds the user name."),
            "same": self.tr("This is the one-time password of the invitation. Please choose one of your own."),
            "differs": self.tr("Both passwords must be the same."),
        }
        self.first_field.set_error("" if problem in ("", "differs") else words[problem])
        self.second_field.set_error(words["differs"] if problem == "differs" else "")

    def _retranslate(self) -> None:
        if self._proven:
            self.head.set_words(self.tr("The invitation is genuine"), self.tr("Choose a password of your own, and you are in."))
        else:
            self.head.set_words(self.tr("Join this server?"), self.tr("Join only if your administration itself gave you this file."))
        if self._invitation is not None and self._server is not None:
            rows = [(self.tr("Office"), self._server.office)] if self._server.office else []
            rows.append((self.tr("Server"), str(self._server.place)))
            rows.append((self.tr("User name"), self._invitation.user_name))
            rows.append((self.tr("Valid until"), text.date_time(self._invitation.expires_at)))
            self.facts.set_rows(rows)
        self._about.setText(self.tr("Fingerprint (SHA-256) of its authority"))
        self.first_field.set_label(self.tr("&New password"))
        self.first_field.set_hint(
            self.tr("At least {count} characters; three words that nobody would put together are good").replace("{count}", str(SHORTEST))
        )
        self.second_field.set_label(self.tr("Once &more"))
        self.back_button.setText(self.tr("&Cancel") if self._busy else self.tr("&Do not connect"))
        self.button.set_text(self.tr("&Join and sign in"))
        self._show_problem(self._problem)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
