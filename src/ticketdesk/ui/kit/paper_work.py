"""Lays out, writes and prints pages while the window stays alive: in slices, and where it lasts with a bar and a button to stop it."""

from __future__ import annotations

from collections.abc import Callable, Generator

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.kit.buttons import PlainButton, button_row
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.slices import Slices

SHOWN_AFTER_MS = 300
"""What is done sooner needs no bar."""


class PaperWork(QDialog):
    """Goes through steps; shown when they last. Stopped by its button, Escape, or its window being closed; then nothing is called."""

    def __init__(
        self, parent: QWidget, said: str, steps: Generator[float, None, object], *, done: Callable[[], None],
        failed: Callable[[OSError], None] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(said)
        self._done, self._failed = done, failed
        self.slices = Slices(steps, self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setFormat("%p\u00a0%" if language.current() == language.GERMAN else "%p%")
        self.bar.setAccessibleName(said)
        self.stop = PlainButton(QCoreApplication.translate("PaperWork", "&Cancel"))
        self.stop.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.DIALOG_MARGIN,) * 4)
        column.setSpacing(theme.GROUP_GAP)
        column.addWidget(Label(said))
        column.addWidget(self.bar)
        column.addLayout(button_row(self.stop))
        self.setMinimumWidth(360)
        self._later = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._later.timeout.connect(self.open)
        self.slices.moved.connect(self._moved)
        self.slices.ended.connect(self._ended)
        self.slices.failed.connect(self._gone_wrong)

    def start(self) -> None:
        """Begin; what is short is done when this returns."""
        self._later.start()
        self.slices.start()

    @Slot(float)
    def _moved(self, share: float) -> None:
        self.bar.setValue(round(100 * share))

    @Slot()
    def _ended(self) -> None:
        self._leave()
        self._done()

    @Slot(object)
    def _gone_wrong(self, error: OSError) -> None:
        self._leave()
        if self._failed is not None:
            self._failed(error)

    def reject(self) -> None:
        """Stop where it is."""
        self.slices.stop()
        self._leave()

    def _leave(self) -> None:
        self._later.stop()
        self.hide()
        self.deleteLater()


def lay_out(parent: QWidget, steps: Generator[float, None, object], done: Callable[[], None]) -> None:
    """Lay out pages, then go on."""
    PaperWork(parent, QCoreApplication.translate("PaperWork", "Laying out the pages …"), steps, done=done).start()


def write(parent: QWidget, steps: Generator[float, None, object], *, done: Callable[[], None], failed: Callable[[OSError], None]) -> None:
    """Write pages into a file."""
    PaperWork(parent, QCoreApplication.translate("PaperWork", "Writing the PDF …"), steps, done=done, failed=failed).start()


def print_out(
    parent: QWidget, steps: Generator[float, None, object], *, done: Callable[[], None], failed: Callable[[OSError], None]
) -> None:
    """Send pages to a printer."""
    PaperWork(parent, QCoreApplication.translate("PaperWork", "Printing …"), steps, done=done, failed=failed).start()
