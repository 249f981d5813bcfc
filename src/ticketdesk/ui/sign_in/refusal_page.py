"""A server that is not trusted: why, and the safe way back. There is no way to trust it all the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.sign_in import faults
from ticketdesk.ui.sign_in.facts import FingerprintLabel
from ticketdesk.ui.sign_in.faults import Fault
from ticketdesk.ui.sign_in.head import PageHead


class RefusalPage(QWidget):
    """Shows one refusal. ``left`` follows the safe button, ``invitation_wanted`` the other one."""

    left = Signal()
    invitation_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fault: Fault | None = None
        self.head = PageHead("shield-x", token="bad_fill", parent=self)
        self.messages = MessageArea(self)
        self._about = Label(step=Step.S, token="text2", wrap=True, parent=self)
        self.fingerprint = FingerprintLabel(self)
        self.invitation_button = PlainButton("", "certificate", parent=self)
        self.button = PrimaryButton("", parent=self)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addWidget(self.invitation_button)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S12)
        column.addWidget(self.messages)
        column.addWidget(self._about)
        column.addWidget(self.fingerprint)
        column.addStretch(1)
        column.addLayout(foot)
        self.button.clicked.connect(self.left)
        self.invitation_button.clicked.connect(self.invitation_wanted)
        QWidget.setTabOrder(self.button, self.invitation_button)
        self._retranslate()

    def show_fault(self, told: Fault, *, expected: str = "") -> None:
        """Show why; ``expected`` is the fingerprint of the authority that was pinned, if any."""
        self._fault = told
        self.fingerprint.set_fingerprint(expected)
        self.fingerprint.setVisible(bool(expected))
        self._about.setVisible(bool(expected))
        self.invitation_button.setVisible(told.reason in faults.INVITATION_HELPS)
        self.messages.show_message("refused", Tone.BAD, lambda: faults.sentence(told), icon="shield-x")
        self._retranslate()

    def fault(self) -> Fault | None:
        """Return what is refused."""
        return self._fault

    def _retranslate(self) -> None:
        if self._fault is not None:
            self.head.set_words(faults.title(self._fault), self._fault.values.get("address", ""))
        self._about.setText(self.tr("The server you joined is recognised by this fingerprint (SHA-256) of its authority:"))
        self.button.set_text(self.tr("&Do not connect"))
        self.invitation_button.setText(self.tr("&Join with an invitation …"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focus_safe_button(self) -> None:
        """Put the focus on the safe way out."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
