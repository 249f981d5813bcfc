"""Banners under the tool bar: a sentence, a sign, a verb; several stand one under another, each with its id. They cover nothing."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from math import ceil
from time import monotonic

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QRectF, Qt, QTimer, QVariantAnimation, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.buttons import LinkButton, PlainButton, ToolButton

SLIDE_MS = 120
SETTLE_MS = 600
"""A banner whose time is over waits until the pointer has rested so long."""
Text = str | Callable[[], str]
"""A text, or a function that gives it in the present language."""


class Tone(Enum):
    """What a banner is about."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "accent"


_ICONS = {Tone.OK: "check", Tone.WARN: "alert-triangle", Tone.BAD: "alert-circle", Tone.INFO: "info-circle"}


class MessageBar(QFrame):
    """One banner; its height follows its sentence."""

    def __init__(self, tone: Tone, sentence: Text, *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._sentence = tone, sentence
        self._icon = icon or _ICONS[tone]
        self._verbs: list[tuple[PlainButton | LinkButton, Text]] = []
        self._close: ToolButton | None = None
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.S16 + theme.ICON + theme.S8, theme.S6, theme.S8, theme.S6)
        self._row.setSpacing(theme.S8)
        self._row.addWidget(self._label, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.retranslate()

    def add_verb(self, verb: Text, on_verb: Callable[[], object], *, strong: bool = True, icon: str = "") -> None:
        """Add a button; a strong one has a frame."""
        button = PlainButton("", icon) if strong else LinkButton("", icon)
        button.setText(_now(verb))
        button.clicked.connect(lambda _checked=False: on_verb())
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._verbs.append((button, verb))

    def add_close(self, on_close: Callable[[], object]) -> None:
        """Add the cross at the end."""
        self._close = ToolButton("x", "", parent=self)
        self._close.clicked.connect(lambda _checked=False: on_close())
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    def sentence(self) -> str:
        """Return what is read."""
        return self._label.text()

    def tone(self) -> Tone:
        """Return what it is about."""
        return self._tone

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self._label.setText(_now(self._sentence))
        self.setAccessibleName(self._label.text())
        for button, verb in self._verbs:
            button.setText(_now(verb))
        if self._close is not None:
            self._close.set_name(self.tr("Close this message"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(f"{self._tone.value}_tint"))
        if theme.high_contrast():
            painter.setPen(theme.color("text"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        top = (self.height() - theme.ICON) / 2
        icons.paint(painter, QRectF(theme.S16 - 2, round(top), theme.ICON, theme.ICON), self._icon, token=self._tone.value)


class MessageArea(QWidget):
    """Stacks banners by id; the newest stands lowest. A banner of a known id takes that one's place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[str, MessageBar] = {}
        self._ends: dict[str, float] = {}
        self._pointer = QPoint(-1, -1)
        # One clock that stays, for all banners: a timer that is deleted by its own signal was seen to corrupt the heap.
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._drop_expired)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        # Not Maximum: that caps at a height reckoned without the width, and long sentences would be cut.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hide()

    def show_message(
        self,
        message_id: str,
        tone: Tone,
        sentence: Text,
        *,
        icon: str = "",
        verb: Text = "",
        on_verb: Callable[[], object] | None = None,
        closable: bool = False,
        expires_ms: int = 0,
    ) -> MessageBar:
        """Show a banner, or change the one of that id; ``expires_ms`` 0 stays until dropped."""
        bar = MessageBar(tone, sentence, icon=icon, parent=self)
        if on_verb is not None:
            bar.add_verb(verb, on_verb, icon="refresh" if tone is Tone.WARN and not icon else "")
        if closable:
            bar.add_close(lambda: self.drop(message_id))
        old = self._bars.get(message_id)
        place = self._column.indexOf(old) if old is not None else self._column.count()
        if old is not None:
            self._forget(message_id)
        self._bars[message_id] = bar
        self._column.insertWidget(place, bar)
        self.show()
        bar.show()
        if old is None:
            self._slide_in(bar)
        if expires_ms > 0:
            self._ends[message_id] = monotonic() + expires_ms / 1000
            self._wind()
        self._announce(bar)
        return bar

    def stand_over(self, whole: QWidget, *body: QWidget | QLayout) -> None:
        """Lay out a window or pane: the banners on top, from edge to edge, then what it holds; the last takes the room left."""
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self)
        for one in body:
            stretch = 1 if one is body[-1] else 0
            if isinstance(one, QLayout):
                column.addLayout(one, stretch)
            else:
                column.addWidget(one, stretch)

    def drop(self, message_id: str) -> None:
        """Take a banner away; an unknown id is no error."""
        if message_id in self._bars:
            self._forget(message_id)
            self.setVisible(bool(self._bars))

    def bar(self, message_id: str) -> MessageBar | None:
        """Return the banner of that id."""
        return self._bars.get(message_id)

    def ids(self) -> tuple[str, ...]:
        """Return the ids that are shown, top to bottom."""
        return tuple(sorted(self._bars, key=lambda one: self._column.indexOf(self._bars[one])))

    def _forget(self, message_id: str) -> None:
        self._ends.pop(message_id, None)
        bar = self._bars.pop(message_id)
        self._column.removeWidget(bar)
        bar.hide()
        bar.deleteLater()

    @Slot()
    def _drop_expired(self) -> None:
        if self._somebody_points():
            self._clock.start(SETTLE_MS)
            return
        now = monotonic()
        for message_id in [one for one, end in self._ends.items() if end <= now]:
            self.drop(message_id)
        self._wind()

    def _somebody_points(self) -> bool:
        """Whether the pointer moves over the window: what stands below a banner would slip away from under it when the banner goes."""
        at, before = QCursor.pos(), self._pointer
        self._pointer = at
        if not self.isVisible() or not self.window().frameGeometry().contains(at):
            return False
        return at != before or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton

    def _wind(self) -> None:
        """Let the clock ring when the next banner has had its time."""
        if self._ends:
            self._clock.start(max(0, ceil((min(self._ends.values()) - monotonic()) * 1000)))

    def _slide_in(self, bar: MessageBar) -> None:
        if theme.reduced_motion() or not self.isVisible() or self.width() <= 0:
            return
        slide = QVariantAnimation(bar)
        slide.setDuration(SLIDE_MS)
        slide.setStartValue(1)
        slide.setEndValue(max(bar.heightForWidth(self.width()), bar.sizeHint().height()))
        slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        slide.valueChanged.connect(lambda height: bar.setMaximumHeight(int(height)))
        slide.finished.connect(lambda: bar.setMaximumHeight(16777215))
        bar.setMaximumHeight(1)
        slide.start()

    def _announce(self, bar: MessageBar) -> None:
        event = QAccessibleAnnouncementEvent(self, bar.sentence())
        if bar.tone() in (Tone.BAD, Tone.WARN):
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)


def _now(text: Text) -> str:
    return text if isinstance(text, str) else text()
