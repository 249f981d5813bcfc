"""The frame around the pages of an import: title, message area, progress, buttons, and whether it may be closed. Knows nothing of what is
imported.
"""

from __future__ import annotations

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.panes.exchange.end_page import Bar


class Frame(QDialog):
    """Lays out, and asks before it goes; what its buttons do and say, the dialog decides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = MessageArea(self)
        self.title = Label(step=theme.Step.L, bold=True)
        self.stack = QStackedWidget()
        self.bar = Bar()
        self.stop_button, self.back_button, self.close_button = PlainButton("", "x"), PlainButton("", "arrow-left"), PlainButton()
        self.next_button = PrimaryButton()
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.stop_button)
        foot.addStretch(0)
        for button in (self.close_button, self.back_button, self.next_button):
            foot.addWidget(button)
        body = QVBoxLayout()
        body.setContentsMargins(theme.DIALOG_MARGIN, theme.S16, theme.DIALOG_MARGIN, theme.S16)
        body.setSpacing(theme.S12)
        body.addWidget(self.title)
        body.addWidget(self.stack, 1)
        body.addLayout(foot)
        self.area.stand_over(self, body)

    def tell(self, tone: Tone, sentence: str) -> None:
        """Say what went wrong, above the page."""
        self.area.show_message("trouble", tone, sentence, closable=True)

    # It is closed by a button, by Escape and by the window's own cross; each goes another way through Qt.

    def may_close(self) -> bool:
        """Tell whether nothing is on its way to the office; else ask."""
        return True

    def let_go(self) -> None:
        """Keep what was decided, and let go of files."""

    def reject(self) -> None:
        if self.may_close():
            super().reject()

    def done(self, code: int) -> None:
        self.let_go()
        super().done(code)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.let_go()
        super().closeEvent(event)
