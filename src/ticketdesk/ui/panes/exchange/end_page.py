"""Last step: the report of the check, the import with its progress, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.fields import PlainTextEdit
from ticketdesk.ui.kit.labels import Label


class EndPage(QWidget):
    """Shows; what is shown comes from the dialog."""

    errors_wanted = Signal()
    profile_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Label(step=theme.Step.L, bold=True, wrap=True)
        self.report = PlainTextEdit()
        self.report.setReadOnly(True)
        self._set_font()
        self.errors_button, self.profile_button = PlainButton("", "file-text"), PlainButton("", "file-export")
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addWidget(self.errors_button)
        foot.addWidget(self.profile_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S12)
        column.addWidget(self.head)
        column.addWidget(self.report, 1)
        column.addLayout(foot)
        self.errors_button.clicked.connect(lambda _checked=False: self.errors_wanted.emit())
        self.profile_button.clicked.connect(lambda _checked=False: self.profile_wanted.emit())
        self.retranslate()
        self.show_report("", "", errors=False)

    def show_report(self, head: str, report: str, *, errors: bool) -> None:
        """Show a report; ``errors``: there are refused lines to be saved."""
        self.head.setText(head)
        self.report.setPlainText(report)
        self.report.setVisible(bool(report))
        self.errors_button.setVisible(errors)
        self.profile_button.setVisible(bool(report))

    def _set_font(self) -> None:
        # Numbers of the report stand under each other by blanks.
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(theme.font(theme.Step.M).pointSizeF())
        self.report.setFont(fixed)

    def retranslate(self) -> None:
        """Set the texts anew."""
        self.report.setAccessibleName(self.tr("Report"))
        self.errors_button.setText(self.tr("Save &refused lines …"))
        self.profile_button.setText(self.tr("Save &profile …"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Bar(QProgressBar):
    """How far something is, in words too; before anything is told it only moves."""

    def show_count(self, said: str, done: int, of: int) -> None:
        """Show a count; ``of`` 0: nobody knows the end."""
        # A bar without an end shows no words, and they are what moves then.
        self.setRange(0, of or int(bool(said)))
        self.setValue(done if of else 0)
        self.setFormat(said)
        self.setAccessibleDescription(said)
