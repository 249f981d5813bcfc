"""The composer: a frame and a band whose colour, sign and words say who will read the text, and a button that says it again.

It knows nothing of tickets and sends nothing: it tells what was asked. Its parts stand in composer_parts.py.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.buttons import LinkButton, PrimaryButton
from ticketdesk.ui.kit.composer_parts import Band, ComposerKind, ComposerLook, OvertakenBar
from ticketdesk.ui.kit.fields import PlainTextEdit
from ticketdesk.ui.kit.labels import ElidedLabel, Label, plain_tooltip
from ticketdesk.ui.kit.theme import Step

_FRAME = 2.0
_LINES = 4
"""Lines of text for which there is always room."""


class Draft(Enum):
    """Where the half-typed text lies."""

    NONE = ""
    SAVED = "check"
    """On the server's or this computer's disk, acknowledged."""
    LOCAL = "device-desktop"
    """On this computer alone."""
    NOT_SAVED = "alert-triangle"


_DRAFT_TOKEN = {Draft.SAVED: ("ok", "text2"), Draft.LOCAL: ("warn", "warn"), Draft.NOT_SAVED: ("bad", "bad")}


class _DraftWord(QWidget):
    """Icon and word of where the draft lies; never a tick for what is only local."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.state, self.at = Draft.NONE, ""
        self._label = ElidedLabel(step=Step.S, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.ICON + theme.S6, 0, 0, 0)
        row.addWidget(self._label)
        self.retranslate()

    def set_state(self, state: Draft, at: str) -> None:
        self.state, self.at = state, at
        self.retranslate()

    def retranslate(self) -> None:
        words = {
            Draft.NONE: "",
            Draft.SAVED: self.tr("Draft saved {time}"),
            Draft.LOCAL: self.tr("Draft on this computer only, {time}"),
            Draft.NOT_SAVED: self.tr("Draft NOT saved"),
        }[self.state]
        self._label.setText(words.replace("{time}", self.at).removesuffix(", ").strip())
        self.setToolTip(plain_tooltip(self._label.text()))
        self._show_what_fits()
        if self.state in _DRAFT_TOKEN:
            self._label.set_look(token=_DRAFT_TOKEN[self.state][1], bold=self.state is Draft.NOT_SAVED)
        self.update()

    def text(self) -> str:
        return self._label.text()

    def _show_what_fits(self) -> None:
        """A beginning of the words says nothing: where they do not fit the sign stands alone, with the words as its tooltip."""
        self._label.setVisible(self.width() >= theme.ICON + theme.S6 + self._label.sizeHint().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_what_fits()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.state in _DRAFT_TOKEN and self.width() >= theme.ICON:
            box = QRectF(0, round((self.height() - theme.ICON) / 2), theme.ICON, theme.ICON)
            icons.paint(QPainter(self), box, self.state.value, token=_DRAFT_TOKEN[self.state][0])


class ComposerFrame(QWidget):
    """The frame around a text that is being written, with all that says to whom it goes."""

    text_changed = Signal()
    send_requested = Signal()
    change_requested = Signal()
    """The addressee shall be changed."""
    close_requested = Signal()
    compare_requested = Signal()
    send_anyway_requested = Signal()

    def __init__(self, look: ComposerLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._band = Band(self)
        self._to_label = Label(step=Step.S, token="text2", parent=self)
        self._to = ElidedLabel(step=Step.S, bold=True, parent=self)
        self._change = LinkButton(parent=self)
        self._overtaken = OvertakenBar(self)
        self.editor = PlainTextEdit(self)
        self._extra = QVBoxLayout()
        self._tools = QHBoxLayout()
        self._draft = _DraftWord(self)
        self._send = PrimaryButton(parent=self)
        self._busy = False
        self._lay_out()
        self._tie()
        self.set_look(look)

    def set_look(self, look: ComposerLook) -> None:
        """Speak to somebody else, or in another language; the text stays."""
        self._look = look
        self._band.set_look(look)
        self._to_label.setText(look.to_label)
        self._to.setText(look.to_text)
        self._change.set_text(look.change_text)
        self._change.setVisible(bool(look.change_text))
        self._send.set_text(look.send_text)
        self._send.set_fill(look.kind.fill, look.kind.icon)
        self.editor.setPlaceholderText(look.placeholder)
        self.editor.setAccessibleName(look.title)
        self.setAccessibleName(f"{look.title}, {look.readers}. {look.to_label} {look.to_text}")
        self._dress()

    def look(self) -> ComposerLook:
        """Return what is shown."""
        return self._look

    def text(self) -> str:
        """Return what was typed."""
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text into the editor as if loaded: without telling, and without undo."""
        blocked = self.editor.blockSignals(True)
        self.editor.setPlainText(text)
        self.editor.blockSignals(blocked)

    def set_draft(self, state: Draft, at: str = "") -> None:
        """Say where the draft lies, and since what time (``14:03``)."""
        self._draft.set_state(state, at)

    def draft_words(self) -> str:
        """Return what is said about the draft."""
        return self._draft.text()

    def set_overtaken(self, title: str, text: str) -> None:
        """Warn that something newer came while this was written; the text stays."""
        self._overtaken.show_words(title, text)

    def clear_overtaken(self) -> None:
        """Take the warning back."""
        self._overtaken.hide()

    def is_overtaken(self) -> bool:
        """Tell whether the warning stands."""
        return not self._overtaken.isHidden()

    def set_busy(self, busy: bool) -> None:
        """While sending: nothing can be changed or sent twice."""
        self._busy = busy
        self.editor.setReadOnly(busy)
        self._send.setEnabled(not busy)

    def add_tool(self, widget: QWidget) -> None:
        """Add a button at the left of the foot."""
        self._tools.addWidget(widget)

    def set_extra(self, widget: QWidget | None) -> None:
        """Put a further field under the text, or none."""
        while (item := self._extra.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
        if widget is not None:
            self._extra.addWidget(widget)
            widget.show()

    def send_button(self) -> PrimaryButton:
        """Return the button that sends."""
        return self._send

    def _lay_out(self) -> None:
        to_line = QHBoxLayout()
        to_line.setContentsMargins(theme.S12, theme.S6, theme.S6, theme.S4)
        to_line.setSpacing(theme.S6)
        to_line.addWidget(self._to_label)
        to_line.addWidget(self._to, 1)
        to_line.addWidget(self._change)
        self._tools.setSpacing(theme.S4)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.S8, theme.S4, theme.S8, theme.S6)
        foot.setSpacing(theme.S8)
        foot.addLayout(self._tools)
        # What is left over: in a narrow window the word gives way before the button that sends is cut.
        self._draft.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        foot.addWidget(self._draft, 1)
        foot.addWidget(self._send)
        self._extra.setContentsMargins(theme.S12, theme.S4, theme.S12, theme.S4)
        self.editor.setFrameShape(QFrame.Shape.NoFrame)
        self.editor.document().setDocumentMargin(theme.S12)
        column = QVBoxLayout(self)
        column.setContentsMargins(int(_FRAME), int(_FRAME), int(_FRAME), int(_FRAME))
        column.setSpacing(0)
        column.addWidget(self._band)
        column.addLayout(to_line)
        column.addSpacing(1)
        column.addWidget(self._overtaken)
        column.addWidget(self.editor, 1)
        column.addLayout(self._extra)
        column.addLayout(foot)
        self._overtaken.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _tie(self) -> None:
        self.editor.textChanged.connect(self.text_changed)
        self.editor.submitted.connect(self._ask_to_send)
        self._send.clicked.connect(lambda _checked=False: self._ask_to_send())
        self._change.clicked.connect(lambda _checked=False: self.change_requested.emit())
        self._band.close_requested.connect(self.close_requested)
        self._overtaken.compare_requested.connect(self.compare_requested)
        self._overtaken.send_anyway_requested.connect(self.send_anyway_requested)

    def _ask_to_send(self) -> None:
        if not self._busy:
            self.send_requested.emit()

    def _ground(self) -> str:
        return "note_paper" if self._look.kind is ComposerKind.NOTE else "base"

    def _dress(self) -> None:
        """Give the editor ground, focus colour and room."""
        kind = self._look.kind
        paper = QPalette(self.editor.palette())
        paper.setColor(QPalette.ColorRole.Base, theme.color(self._ground()))
        paper.setColor(QPalette.ColorRole.PlaceholderText, theme.color("text2" if kind is ComposerKind.NOTE else "text3"))
        if paper != self.editor.palette():
            self.editor.setPalette(paper)
        self.editor.focus_token = kind.token
        self.editor.setMinimumHeight(self.editor.fontMetrics().lineSpacing() * _LINES)
        self.update()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin to write."""
        self.editor.setFocus(reason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange, QEvent.Type.FontChange):
            self._dress()
        elif event.type() == QEvent.Type.LanguageChange:
            self._draft.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kind = self._look.kind
        shape = QPainterPath()
        half = _FRAME / 2
        shape.addRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.fillPath(shape, theme.color(self._ground()))
        painter.setPen(QPen(theme.color(kind.token if theme.is_dark() else kind.fill.value), _FRAME))
        painter.drawPath(shape)
        line = self._to.geometry().bottom() + theme.S6
        rule = theme.color("note_line" if kind is ComposerKind.NOTE else "line")
        painter.fillRect(QRectF(theme.S12, line, self.width() - 2 * theme.S12, 1), rule)
