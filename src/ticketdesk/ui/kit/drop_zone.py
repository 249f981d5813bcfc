"""Where files may be dropped: the whole of a pane, which says while something is being dragged what will become of it.

The window's own handle is watched, since editors on the way would take a dragged file for a text. What follows is the caller's matter.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QWidget

from ticketdesk.ui.kit import icons, marks, pen, theme
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step

_LEAST_HEIGHT = 44


@dataclass(frozen=True, slots=True)
class DropTarget:
    """One place to drop: ``text`` says what becomes of the files, ``note`` who will read them."""

    key: Hashable
    text: str
    note: str = ""
    icon: str = "paperclip"
    token: str = "accent"
    hidden: bool = False
    """Whether the requester does not read it: its edge is hatched, as everywhere."""


class DropZone(QWidget):
    """Covers ``host`` while files are dragged over its window. ``dropped`` (key, QMimeData) when they fell onto a target.

    ``holds`` tells whether what is dragged is of interest, ``targets`` what can be done with it now; none: nothing is shown.
    """

    dropped = Signal(object, object)

    def __init__(self, host: QWidget, *, holds: Callable[[QMimeData], bool], targets: Callable[[], Sequence[DropTarget]]) -> None:
        super().__init__(host)
        self._host, self._holds, self._ask = host, holds, targets
        self._targets: tuple[DropTarget, ...] = ()
        self._over: DropTarget | None = None
        self._watched: QWindow | None = None
        self.setAcceptDrops(True)
        host.installEventFilter(self)
        self.hide()

    @property
    def shown(self) -> tuple[DropTarget, ...]:
        """What is offered at this moment."""
        return () if self.isHidden() else self._targets

    def box(self, target: DropTarget) -> QRectF:
        """Return where a target stands."""
        return self._boxes()[self._targets.index(target)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._host:
            if kind == QEvent.Type.Show:
                self._watch(self._host.window().windowHandle())
            elif kind == QEvent.Type.Resize and not self.isHidden():
                self.setGeometry(self._host.rect())
        elif kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            self._begin(event.mimeData())
        elif kind in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            # After the window has passed it on to whoever it meant.
            QTimer.singleShot(0, self, self._end)
        return False

    def _watch(self, handle: QWindow | None) -> None:
        if handle is not self._watched:
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            self._watched = handle
            if handle is not None:
                handle.installEventFilter(self)

    def _begin(self, data: QMimeData) -> None:
        """Something came into the window: offer the places, before any editor below is asked."""
        if not self._host.isVisible() or not self._host.isEnabled() or not self._holds(data):
            return
        self._targets, self._over = tuple(self._ask()), None
        if self._targets:
            self.setGeometry(self._host.rect())
            self.show()
            self.raise_()

    @Slot()
    def _end(self) -> None:
        self.hide()
        self._over = None

    def _point_at(self, event: QDropEvent) -> None:
        over = next((one for one, box in zip(self._targets, self._boxes(), strict=True) if box.contains(event.position())), None)
        if over is not self._over:
            self._over = over
            self.update()
        if over is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._point_at(event)
        # Refusing here would keep the moves away; each of them is answered by itself.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._point_at(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._point_at(event)
        over = self._over
        self._end()
        if over is not None:
            self.dropped.emit(over.key, event.mimeData())

    # What is on the screen.

    def _boxes(self) -> list[QRectF]:
        """Return the places, beside each other where there is room, else one under the other."""
        count, gap = max(1, len(self._targets)), float(theme.S8)
        room = QRectF(self.rect()).adjusted(theme.S12, theme.S12, -theme.S12, -theme.S12)
        wanted = max((self._wanted_width(one) for one in self._targets), default=0.0)
        if count * wanted + (count - 1) * gap <= room.width():
            wide = (room.width() - (count - 1) * gap) / count
            return [QRectF(room.left() + place * (wide + gap), room.top(), wide, room.height()) for place in range(count)]
        high = max(float(_LEAST_HEIGHT), (room.height() - (count - 1) * gap) / count)
        return [QRectF(room.left(), room.top() + place * (high + gap), room.width(), high) for place in range(count)]

    @staticmethod
    def _wanted_width(target: DropTarget) -> float:
        return max(pen.width(face(bold=True), target.text), pen.width(face(Step.S), target.note)) + 2 * theme.S24

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = theme.color("window")
        veil.setAlphaF(0.85)
        painter.fillRect(self.rect(), veil)
        for target, box in zip(self._targets, self._boxes(), strict=True):
            self._paint_target(painter, target, box, over=target is self._over)

    def _paint_target(self, painter: QPainter, target: DropTarget, box: QRectF, *, over: bool) -> None:
        frame = QPen(theme.color(target.token), 2, Qt.PenStyle.SolidLine if over else Qt.PenStyle.DashLine)
        painter.setPen(frame)
        ground = theme.color("sel" if over else "base")
        ground.setAlphaF(0.86)  # what it will be attached to stays in view
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.RADIUS_CARD, theme.RADIUS_CARD)
        edge = QRectF(box.left() + 2, box.top() + 4, 7 if target.hidden else 4, box.height() - 8)
        marks.paint_audience_bar(painter, edge, theme.color(target.token), hidden=target.hidden)
        big, small = face(bold=True), face(Step.S)
        height = theme.ICON_EMPTY + theme.S8 + big.height + (small.height + theme.S4 if target.note else 0)
        top = box.center().y() - height / 2
        sign = QRectF(box.center().x() - theme.ICON_EMPTY / 2, top, theme.ICON_EMPTY, theme.ICON_EMPTY)
        icons.paint(painter, sign, target.icon, token=target.token)
        middle = sign.bottom() + theme.S8 + big.height / 2
        self._centred(painter, big, target.text, box, middle, "text")
        if target.note:
            self._centred(painter, small, target.note, box, middle + big.height / 2 + theme.S4 + small.height / 2, "text2")

    @staticmethod
    def _centred(painter: QPainter, with_face: pen.Face, words: str, box: QRectF, middle: float, token: str) -> None:
        room = box.width() - 2 * theme.S16
        wide = min(room, pen.width(with_face, words))
        pen.text_left(painter, with_face, words, x=box.center().x() - wide / 2, middle=middle, room=room, token=token)
