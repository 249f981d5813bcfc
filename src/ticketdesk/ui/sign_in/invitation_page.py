"""Where an invitation is given: its file, or the address and the 20 characters of its code. Checking it is the window's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ticketdesk.domain.errors import BadInput
from ticketdesk.services.invitation import CODE_LENGTH
from ticketdesk.services.servers import Place, read_address
from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton
from ticketdesk.ui.kit.fields import Field, IconLineEdit
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.sign_in import faults
from ticketdesk.ui.sign_in.code_edit import CodeEdit
from ticketdesk.ui.sign_in.faults import Fault, Spot
from ticketdesk.ui.sign_in.head import PageHead


class DropPlace(QFrame):
    """Shows where a file may be dropped, with a button for those who would rather choose it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label(wrap=True, parent=self)
        self.button = PlainButton("", "folder-open", parent=self)
        self._lit = False
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S12 + 28 + theme.S12, theme.S16, theme.S12, theme.S16)
        row.setSpacing(theme.S12)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)

    def set_lit(self, lit: bool) -> None:
        """Show that a file is above the window."""
        self._lit = lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("accent" if self._lit else "line_strong"), 2 if self._lit else 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color("accent_tint" if self._lit else "base"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS_CARD, theme.RADIUS_CARD)
        icons.paint(painter, QRectF(theme.S12, round((self.height() - 28) / 2), 28, 28), "certificate", token="accent")


class InvitationPage(QWidget):
    """Takes an invitation. ``file_wanted`` asks for a file dialog, ``code_given`` carries place and letters."""

    file_wanted = Signal()
    code_given = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead("certificate", parent=self)
        self.messages = MessageArea(self)
        self.drop = DropPlace(self)
        self._or = Label(step=Step.L, bold=True, parent=self)
        # Made in reading order, which is the tab order.
        self.server = IconLineEdit("server-2", parent=self)
        self.server.setMaxLength(300)
        self.server_field = Field("", self.server, parent=self)
        self.code = CodeEdit(self)
        self.code_field = Field("", self.code, parent=self)
        self.progress = Label(step=Step.S, token="text2", parent=self)
        self.back_button = PlainButton("", "arrow-left", parent=self)
        self.button = PrimaryButton("", "shield-check", parent=self)
        self._faults: list[Fault] = []
        self._busy = False
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S12)
        column.addWidget(self.messages)
        column.addWidget(self.drop)
        column.addSpacing(theme.S6)
        column.addWidget(self._or)
        column.addWidget(self.server_field)
        column.addWidget(self.code_field)
        column.addStretch(1)
        column.addWidget(self.progress)
        column.addLayout(foot)
        for line, spot in ((self.server, Spot.SERVER), (self.code, Spot.CODE)):
            line.returnPressed.connect(self.submit)
            line.textEdited.connect(lambda _text, place=spot: self._typed(place))
        self.drop.button.clicked.connect(self.file_wanted)
        self.button.clicked.connect(self.submit)
        self.back_button.clicked.connect(self.left)
        self._retranslate()

    def begin(self, address: str) -> None:
        """Take over what was typed as the server's address."""
        self.clear_faults()
        if address:
            self.server.setText(address)
        (self.code if self.server.text() else self.drop.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Give the code on, or go to what is missing."""
        if self._busy:
            return
        self.clear_faults()
        place: Place | None = None
        letters = self.code.letters()
        try:
            place = read_address(self.server.text())
        except BadInput as error:
            if (told := faults.fault_of(error)) is not None:
                self.add_fault(told)
        if len(letters) != CODE_LENGTH:
            self.add_fault(faults.fault("code_not_text" if letters else "code_empty", count=str(len(letters))))
        if self._faults or place is None:
            self.focus_fault()
            return
        self.code_given.emit(place, letters)

    def set_busy(self, busy: bool, words: str = "") -> None:
        """Show that an invitation is being checked; everything typed stays."""
        had_focus = self.focusWidget()
        self._busy = busy
        for widget in (self.server, self.code, self.button, self.drop.button):
            widget.setEnabled(not busy)
        self.progress.setText(words if busy else "")
        if busy:
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus is self.back_button:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_faults(self) -> None:
        """Take back all that was wrong."""
        self._faults.clear()
        self._show_faults()

    def add_fault(self, told: Fault) -> None:
        """Say what is wrong at its place."""
        self._faults = [one for one in self._faults if one.spot is not told.spot] + [told]
        self._show_faults()

    def focus_fault(self) -> None:
        """Go to what is wrong."""
        spots = {one.spot for one in self._faults}
        if Spot.SERVER in spots:
            self.server.setFocus(Qt.FocusReason.OtherFocusReason)
        elif Spot.CODE in spots:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, spot: Spot) -> None:
        self._faults = [one for one in self._faults if one.spot is not spot]
        self._show_faults()

    def _show_faults(self) -> None:
        for spot, field in ((Spot.SERVER, self.server_field), (Spot.CODE, self.code_field)):
            field.set_error(next((faults.sentence(one) for one in self._faults if one.spot is spot), ""))
        others = [one for one in self._faults if one.spot not in (Spot.SERVER, Spot.CODE)]
        if others:
            self.messages.show_message("fault", Tone.BAD, lambda: faults.sentence(others[0]), closable=True)
        else:
            self.messages.drop("fault")

    def _retranslate(self) -> None:
        self.head.set_words(
            self.tr("Join a server"), self.tr("Your administration gave you an invitation: a file, or a code of 20 characters.")
        )
        self.drop.words.setText(self.tr("Drop the invitation's file here"))
        self.drop.button.setText(self.tr("&Open file …"))
        self._or.setText(self.tr("Or by the code"))
        self.server_field.set_label(self.tr("&Server"))
        self.server_field.set_hint(self.tr("The address that stands beside the code"))
        self.code_field.set_label(self.tr("&Code"))
        self.code_field.set_hint(self.tr("Capitals, blanks and dashes do not matter"))
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX")
        self.back_button.setText(self.tr("&Back"))
        self.button.set_text(self.tr("Check the &invitation"))
        self._show_faults()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def dragged_file(event: QDropEvent) -> Path | None:
    """Return the one local file that is dragged, if it is one."""
    urls = event.mimeData().urls()
    name = urls[0].toLocalFile() if len(urls) == 1 else ""
    return Path(name) if name else None
