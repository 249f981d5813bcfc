"""Parts of the composer: what it says of itself, its band, the warning of an overtaken text, and the buttons that open one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.ui.kit import icons, marks, pen, theme
from ticketdesk.ui.kit.buttons import Fill, PlainButton, icon_box
from ticketdesk.ui.kit.labels import Label, plain_tooltip
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step


class ComposerKind(Enum):
    """What is being written; no two agree in colour, sign or audience."""

    ANSWER = "answer"
    REPORT_BACK = "report_back"
    NOTE = "note"
    MESSAGE = "message"
    """The requester's own message."""
    UNSOLVED = "unsolved"
    """The requester's word that an answer did not help."""

    @property
    def token(self) -> str:
        """Its colour as text."""
        return _KINDS[self][0]

    @property
    def fill(self) -> Fill:
        """Its colour as ground."""
        return _KINDS[self][1]

    @property
    def icon(self) -> str:
        """Its sign."""
        return _KINDS[self][2]


_KINDS: dict[ComposerKind, tuple[str, Fill, str]] = {
    ComposerKind.ANSWER: ("accent", Fill.ACCENT, "mail-forward"),
    ComposerKind.REPORT_BACK: ("coord", Fill.COORDINATION, "corner-up-left"),
    ComposerKind.NOTE: ("note", Fill.NOTE, "lock"),
    ComposerKind.MESSAGE: ("accent", Fill.ACCENT, "message-plus"),
    ComposerKind.UNSOLVED: ("accent", Fill.ACCENT, "arrow-back-up"),
}


@dataclass(frozen=True, slots=True)
class ComposerLook:
    """What a composer says, translated. ``readers`` stands in the band ("Requester reads this"), ``send_text`` names the addressee."""

    kind: ComposerKind
    title: str
    readers: str
    to_label: str
    to_text: str
    send_text: str
    change_text: str = ""
    """The verb that changes the addressee; empty: cannot be changed."""
    placeholder: str = ""
    hidden: bool = field(kw_only=True)
    """Whether the requester does not see it. No default: nobody may forget to say so, and a report of a transparent case he reads."""


class _BandClose(QAbstractButton):
    """The cross at the end of the band."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.ICON + theme.S8, theme.ICON + theme.S8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            veil = QColor(theme.color("on_fill"))
            veil.setAlphaF(0.22)
            painter.fillRect(self.rect(), veil)
        if self.hasFocus():
            painter.setPen(theme.color("on_fill"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        icons.paint(painter, icon_box((self.width() - theme.ICON) / 2, self.height()), "x", token="on_fill")


class Band(QWidget):
    """Sign and name bold at the left, who reads it at the right, hatched there if the requester does not."""

    close_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: ComposerLook | None = None
        self._close = _BandClose(self)
        self._close.clicked.connect(lambda _checked=False: self.close_requested.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.S6, 0)
        row.addStretch(1)
        row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def set_look(self, look: ComposerLook) -> None:
        """Show another kind or another language."""
        self._look = look
        self.update()

    def _retranslate(self) -> None:
        words = self.tr("Close, the draft is kept")
        self._close.setToolTip(words)
        self._close.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(240, round(face(Step.L, bold=True).height + theme.S16 - 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, middle = QRectF(self.rect()), self.height() / 2
        shape = QPainterPath()
        shape.addRoundedRect(box.adjusted(0, 0, 0, theme.RADIUS_CARD), theme.RADIUS_CARD - 1, theme.RADIUS_CARD - 1)
        painter.setClipRect(box)
        fill = theme.color(look.kind.fill.value)
        painter.fillPath(shape, fill)
        right = self._close.geometry().left() - theme.S8
        if look.hidden:
            start = box.left() + box.width() * 0.675
            hatched = QRectF(start, box.top(), box.right() - start, box.height())
            painter.setClipPath(shape)
            painter.fillRect(hatched, marks.wide_hatch_brush(theme.mix(fill, theme.color("on_fill"), 0.26)))
            painter.setClipRect(box)
        readers = face(Step.S, bold=True)
        room = self.width() * 0.45
        if look.hidden:
            # The words stand on plain ground: hatching behind them would cost their contrast.
            width = pen.elided(readers, look.readers, room)[1] + theme.ICON + theme.S8 + theme.S12
            painter.fillRect(QRectF(right - width + theme.S4, middle - 11, width, 22), fill)
        left = pen.text_right(painter, readers, look.readers, right=right, middle=middle, room=room, token="on_fill")
        left -= theme.ICON + theme.S8
        pen.sign(painter, "eye-off" if look.hidden else "eye", x=left, middle=middle, token="on_fill")
        x = pen.sign(painter, look.kind.icon, x=theme.S12, middle=middle, token="on_fill") + theme.S8
        title = face(Step.L, bold=True)
        pen.text_left(painter, title, look.title, x=x, middle=middle, room=left - theme.S8 - x, token="on_fill")
        self.setToolTip(plain_tooltip(look.readers))


class OvertakenBar(QWidget):
    """Something newer came while the text was written: what, and two ways on. The text stays."""

    compare_requested = Signal()
    send_anyway_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Label(step=Step.S, bold=True, wrap=True, parent=self)
        self._text = Label(step=Step.S, token="text2", wrap=True, parent=self)
        self._compare = PlainButton(parent=self)
        self._anyway = PlainButton(parent=self)
        self._compare.clicked.connect(lambda _checked=False: self.compare_requested.emit())
        self._anyway.clicked.connect(lambda _checked=False: self.send_anyway_requested.emit())
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S12 + theme.ICON + theme.S8, theme.S6, theme.S8, theme.S6)
        row.setSpacing(theme.S8)
        row.addLayout(words, 1)
        row.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._anyway, 0, Qt.AlignmentFlag.AlignVCenter)
        self._retranslate()

    def show_words(self, title: str, text: str) -> None:
        """Say what came, and what becomes of the text."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{title} {text}")
        self.show()

    def _retranslate(self) -> None:
        self._compare.setText(self.tr("Compare"))
        self._anyway.setText(self.tr("Send anyway"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("warn_tint"))
        icons.paint(painter, icon_box(theme.S12, self.height()), "alert-triangle", token="warn")


class ComposerChoice(QWidget):
    """The equal buttons at the foot of a case that open a composer; none is open by default."""

    chosen = Signal(object)
    """The ComposerKind that was asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[ComposerKind, PlainButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.S8)

    def set_kinds(self, kinds: Sequence[tuple[ComposerKind, str]]) -> None:
        """Offer these kinds under these words, in this order."""
        wanted = [kind for kind, _words in kinds]
        if wanted != list(self._buttons):
            for button in self._buttons.values():
                self._row.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._buttons = {kind: self._make(kind) for kind in wanted}
        for kind, words in kinds:
            self._buttons[kind].setText(words)

    def button(self, kind: ComposerKind) -> PlainButton:
        """Return the button of a kind; raises KeyError."""
        return self._buttons[kind]

    def _make(self, kind: ComposerKind) -> PlainButton:
        button = PlainButton("", kind.icon, token=kind.token, parent=self)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _checked=False, one=kind: self.chosen.emit(one))
        self._row.addWidget(button, 1)
        return button
