"""A long column of parts of different height that builds only those near the viewport, and never moves what is being read.

Knows nothing of cases: it gets names of parts and a function that builds one. Parts built once stay until the column is laid anew, so that
a selection in a text, a focus or an unfolded group survives scrolling.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ticketdesk.ui.kit import theme

_GUESS = 56
"""Height of a part that was never built, in pixels; wrong guesses are corrected above the reader's eye."""
W = TypeVar("W", bound=QWidget)
_SPARE = 24
"""Parts of a class that are kept for another use."""
_AHEAD = 160
"""Pixels above and below the viewport in which parts are built."""


@dataclass(slots=True)
class _Part:
    key: Hashable
    widget: QWidget | None = None
    top: int = 0
    height: int = _GUESS


class _Body(QWidget):
    """The scrolled ground; its parts are placed by hand."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("alt"))


class _Frame(QWidget):
    """The focus frame over the viewport; lets every click through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.color("accent")), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class PartColumn(QScrollArea):
    """Shows parts one under another. ``build`` makes the widget of a key; it is called once per key, when the part comes near."""

    def __init__(self, build: Callable[[Hashable], QWidget], *, margin: int = theme.S12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self._margin = margin
        self._parts: list[_Part] = []
        self._spare: dict[type[QWidget], list[QWidget]] = {}
        self._laying = False
        self._measured_at = -1
        self._body = _Body()
        self.setWidget(self._body)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._frame = _Frame(self)
        self.verticalScrollBar().setSingleStep(theme.S24)
        self.verticalScrollBar().valueChanged.connect(self._near)
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._settle)

    def show_parts(self, keys: Sequence[Hashable], *, at: Hashable | None = None, keep: bool = False) -> None:
        """Lay the column anew: with the part ``at`` on top, else at its end. ``keep`` keeps parts of the same key and the place."""
        anchor = self._anchor() if keep else None
        old = {part.key: part for part in self._parts}
        self._parts = [old.pop(key) if keep and key in old else _Part(key) for key in keys]
        for part in old.values():
            self._put_aside(part)
        self._place()
        if anchor is not None and any(part.key == anchor[0] for part in self._parts):
            self._go_to(*anchor)
        elif at is not None:
            self._go_to(at, self._margin)
        else:
            self.go_to_end()
        self._settle(at_end=anchor is None and at is None, top=at if anchor is None else None)

    def spare(self, kind: type[W]) -> W | None:
        """Return a part of that class that is no longer shown, to be used again: making one costs more than telling it anew."""
        found = self._spare.get(kind)
        widget = found.pop() if found else None
        return widget if isinstance(widget, kind) else None

    def _put_aside(self, part: _Part) -> None:
        widget, part.widget = part.widget, None
        if widget is None:
            return
        widget.hide()
        spare = self._spare.setdefault(type(widget), [])
        if len(spare) < _SPARE:
            spare.append(widget)
        else:
            widget.deleteLater()

    def append(self, keys: Sequence[Hashable]) -> None:
        """Add parts at the end; what is read stays where it is."""
        self._parts.extend(_Part(key) for key in keys)
        self._place()
        self._settle()

    def is_at_end(self) -> bool:
        """Whether nothing lies below."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - theme.S4

    def go_to_end(self) -> None:
        """Scroll to the newest part."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def go_to(self, key: Hashable) -> None:
        """Scroll so that a part stands at the top."""
        self._go_to(key, self._margin)
        self._settle(top=key)

    def names(self) -> tuple[Hashable, ...]:
        """Return the names of all parts, top to bottom."""
        return tuple(part.key for part in self._parts)

    def built(self) -> dict[Hashable, QWidget]:
        """Return the parts that have a widget."""
        return {part.key: part.widget for part in self._parts if part.widget is not None}

    def rebuild(self) -> None:
        """Build everything in view anew, as after a change of language; the place is kept."""
        anchor = self._anchor()
        for part in self._parts:
            self._put_aside(part)
        if anchor is not None:
            self._settle()

    @Slot()
    def measure(self) -> None:
        """Lay all built parts anew soon; to be called by whoever let one change its height."""
        self._measured_at = -1
        self._later.start()

    def _anchor(self) -> tuple[Hashable, int] | None:
        """Return the first part in view and how far below the viewport's top it begins."""
        value = self.verticalScrollBar().value()
        for part in self._parts:
            if part.top + part.height > value:
                return part.key, part.top - value
        return None

    def _go_to(self, key: Hashable, below: int) -> None:
        for part in self._parts:
            if part.key == key:
                self.verticalScrollBar().setValue(part.top - below)
                return

    def _place(self) -> None:
        """Give every part its place from its known or guessed height."""
        width = self.viewport().width()
        top = self._margin
        for part in self._parts:
            part.top = top
            if part.widget is not None:
                part.widget.setGeometry(0, top, width, part.height)
            top += part.height
        self._body.resize(width, max(top + self._margin, self.viewport().height()))
        # The scroll area learns the size late; the range must hold before a value is set.
        self.verticalScrollBar().setRange(0, max(0, self._body.height() - self.viewport().height()))
        self.verticalScrollBar().setPageStep(self.viewport().height())

    def _build_near(self) -> bool:
        """Build what lies near the viewport and is not built; tell whether something was."""
        value, height = self.verticalScrollBar().value(), self.viewport().height()
        near = [part for part in self._parts if part.top + part.height >= value - _AHEAD and part.top <= value + height + _AHEAD]
        fresh = [part for part in near if part.widget is None]
        for part in fresh:
            widget = self._build(part.key)
            if widget.parent() is not self._body:
                widget.setParent(self._body)
            part.widget = widget
            part.height = self._height_of(widget)
            widget.show()
        return bool(fresh)

    def _height_of(self, widget: QWidget) -> int:
        width = self.viewport().width()
        height = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
        return max(height, 1)

    @Slot()
    def _settle(self, *, at_end: bool = False, top: Hashable | None = None) -> None:
        """Measure what is built and build what comes into view, until the view is full; the anchor stays where it was."""
        if self._laying or not self._parts:
            return
        self._laying = True
        try:
            self._measure_if_needed()
            for _round in range(12):
                anchor = self._anchor()
                self._place_around(anchor, at_end=at_end, top=top)
                if not self._build_near():
                    break
                self._place_around(anchor, at_end=at_end, top=top)
        finally:
            self._laying = False

    def _measure_if_needed(self) -> None:
        width = self.viewport().width()
        if width == self._measured_at:
            return
        self._measured_at = width
        for part in self._parts:
            if part.widget is not None:
                part.height = self._height_of(part.widget)

    def _place_around(self, anchor: tuple[Hashable, int] | None, *, at_end: bool, top: Hashable | None) -> None:
        self._place()
        if at_end:
            self.go_to_end()
        elif top is not None:
            self._go_to(top, self._margin)
        elif anchor is not None:
            self._go_to(*anchor)

    @Slot()
    def _near(self) -> None:
        if not self._laying:
            self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        at_end = self.is_at_end()
        super().resizeEvent(event)
        self._frame.setGeometry(self.viewport().geometry())
        self._frame.raise_()
        self._settle(at_end=at_end)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._frame.setVisible(self.hasFocus())
            self._frame.raise_()
        if event.type() == QEvent.Type.FontChange:
            self.measure()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_End:
            self.go_to_end()
        elif event.key() == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        else:
            super().keyPressEvent(event)

    def visible_rect(self) -> QRect:
        """Return what part of the ground is in view."""
        return QRect(QPoint(0, self.verticalScrollBar().value()), self.viewport().size())
