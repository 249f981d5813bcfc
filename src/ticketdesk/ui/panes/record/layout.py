"""Where everything stands in the pane of new reports: head with drafts, form, side, foot with the buttons. No rules, no texts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton, ToolButton
from ticketdesk.ui.kit.labels import ElidedLabel, Label
from ticketdesk.ui.panes.record.form_layout import FormLayout


class _Ground(QWidget):
    """A ground of the theme with a line at its upper or lower edge."""

    def __init__(self, token: str, *, line_below: bool) -> None:
        super().__init__()
        self._token, self._line_below = token, line_below

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(self._token))
        painter.fillRect(0, self.height() - 1 if self._line_below else 0, self.width(), 1, theme.color("line"))


class _Upright(QScrollArea):
    """Scrolls up and down only: what is in it is never cut at its side."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        held = self.widget()
        if held is not None:
            least.setWidth(held.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        return least

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class RecordLayout(QWidget):
    """The parts of the pane, made by ``_make_head`` and ``_make_foot`` and put in place by ``_lay_out``."""

    def _make_head(self) -> None:
        self._title = Label(step=theme.Step.XL_DIALOG, bold=True)
        self._which = Label(token="text2", step=theme.Step.S)
        self._before, self._after = ToolButton("chevron-left", ""), ToolButton("chevron-right", "")
        self._another = ToolButton("file-plus", "")
        self._required = Label(token="text2", step=theme.Step.S)
        self._back = PlainButton("", "arrow-left")
        self._head = _Ground("base", line_below=True)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(theme.S24, theme.S8, theme.S24, theme.S8)
        row.setSpacing(theme.S8)
        for widget in (self._title, self._which, self._before, self._after, self._another):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._required)
        row.addSpacing(theme.S8)
        row.addWidget(self._back)

    def _make_foot(self) -> None:
        self._standing = ElidedLabel(token="text2", step=theme.Step.S)
        self._discard, self._next = PlainButton(), PlainButton()
        self._template = PlainButton("", "template")
        self._create = PrimaryButton("", "plus")
        self._foot = _Ground("window", line_below=False)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(theme.S24, theme.S8, theme.S16, theme.S8)
        row.setSpacing(theme.S8)
        row.addWidget(self._standing, 1)
        for button in (self._template, self._discard, self._next, self._create):
            row.addWidget(button)

    def _lay_out(self, form: FormLayout, side: QWidget) -> None:
        self._form, self._side = form, side
        self._beside = scroll = _Upright()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(side)
        scroll.setWidgetResizable(True)
        left = QVBoxLayout()
        left.setSpacing(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        # Tab follows the order in which widgets come into the window: form, side, and the buttons last.
        row.addLayout(left, 3)
        left.addWidget(self._head)
        left.addWidget(form, 1)
        row.addWidget(scroll, 1)
        left.addWidget(self._foot)
        form.body.installEventFilter(self)
        side.installEventFilter(self)

    def _place_side(self) -> None:
        """Let the side stand beside the form, or under its fields where both do not fit."""
        bars = 2 * self._beside.verticalScrollBar().sizeHint().width()
        wanted = self._form.around.minimumSize().width() + self._side.minimumSizeHint().width() + bars
        under = self.width() < wanted
        if under is self._is_under():
            return
        if under:
            self._form.around.addWidget(self._beside.takeWidget())
            self._side.show()
        else:
            self._form.around.removeWidget(self._side)
            self._beside.setWidget(self._side)
        self._beside.setVisible(not under)

    def _is_under(self) -> bool:
        return self._beside.widget() is None

    def minimumSizeHint(self) -> QSize:
        """Return room for the fields: the side finds a place under them."""
        return QSize(max(self._foot.minimumSizeHint().width(), self._head.minimumSizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What fields and side need is known once they have their words; the window may have its size by then.
        if event.type() == QEvent.Type.LayoutRequest and watched in (self._form.body, self._side):
            QTimer.singleShot(0, self, self._place_side)
        return super().eventFilter(watched, event)
