"""The sign-in window itself: size, ground, head. On the screen before anything else of the program is loaded; window.py then fills it.

What is imported here is paid for before the first paint. So it is the theme, the head and plain Qt, and a test looks after that.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.sign_in.head import PageHead

WIDTH_IN_LETTERS, LEAST_WIDTH = 78, 500
HEIGHT_IN_LINES, HEIGHT_BESIDE = 18, 256
"""What the pages need in both languages: so many lines of text, and pixels of frames, margins and gaps. Known before they are there, so
that the window never changes its size when it is filled."""
PATIENCE_MS = 500
"""A window that is not painted by then (it was started minimised) is filled all the same."""


class SignInFrame(QWidget):
    """``painted`` once it is on the screen, the moment to fill it; ``closed`` when it is closed before that."""

    painted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, entering: bool = False) -> None:
        super().__init__(parent)
        self._content: QWidget | None = None
        self._told = False
        self._typed: list[QKeyEvent] = []
        self.head = PageHead("list-check", parent=self)
        self._column = QVBoxLayout(self)
        margin = theme.DIALOG_MARGIN
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.addWidget(self.head)
        self._column.addStretch(1)
        # The window's own name follows when it is filled; until then it is the program's, the same in every language.
        self.head.set_words("Ticketdesk", self.tr("Signing in, the connection is being made …") if entering else self.tr("Sign in"))
        self.setWindowTitle("Ticketdesk")
        self.resize(self.sizeHint())

    def fill(self, content: QWidget) -> None:
        """Put what was loaded into the window; keys that were typed meanwhile arrive where the focus now is."""
        self._told = True
        self._content = content
        self._column.removeWidget(self.head)
        self._column.takeAt(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(content)
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(content.windowTitle())
        content.show()
        self.head.hide()
        typed, self._typed = self._typed, []
        for event in typed:
            QCoreApplication.postEvent(self.focusWidget() or content, event)

    @property
    def is_filled(self) -> bool:
        """Whether the page stands in it."""
        return self._content is not None

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self.painted.emit()

    def sizeHint(self) -> QSize:
        return fitting_size(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._told:
            # In the next turn of the event loop: by then what is painted here has gone to the screen.
            QTimer.singleShot(0, self, self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._content is None:
            self._typed.append(event.clone())
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and not self._told:
            QTimer.singleShot(PATIENCE_MS, self, self._tell)
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self._content is not None:
            self._content.close()
        else:
            self._told = True
            self.closed.emit()


def fitting_size(widget: QWidget) -> QSize:
    """Return the size in which every page has room, by the font alone."""
    metrics = widget.fontMetrics()
    wide = max(metrics.averageCharWidth() * WIDTH_IN_LETTERS, LEAST_WIDTH)
    return QSize(wide, metrics.height() * HEIGHT_IN_LINES + HEIGHT_BESIDE)
