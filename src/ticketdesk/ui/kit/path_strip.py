"""The path strip (Wegleiste): one segment per step a case has passed, the present one in full colour, waiting hatched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ticketdesk.domain.states import PublicState, State
from ticketdesk.ui.kit import marks, pen, theme
from ticketdesk.ui.kit.labels import plain_tooltip
from ticketdesk.ui.kit.marks import Status
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step

SEGMENT = 5.0
_RING = 13.0
_WAITING: frozenset[Status] = frozenset({State.WAITING})


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step: its status, its word and span as texts, how much room it asks for (minutes, say) and what the tooltip tells."""

    status: Status
    word: str
    span: str = ""
    weight: float = 1.0
    tip: str = ""


class PathStrip(QWidget):
    """Paints the steps from left to right; the last one is the present one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[PathStep, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, steps: Sequence[PathStep]) -> None:
        """Show these steps."""
        self._steps = tuple(steps)
        self.setAccessibleName(" → ".join(f"{one.word} {one.span}".strip() for one in self._steps))
        self.setVisible(bool(self._steps))
        self.updateGeometry()
        self.update()

    def segments(self) -> list[QRectF]:
        """Return where the segments lie; each has room for its label as far as there is any."""
        if not self._steps:
            return []
        gap = 2.0
        room = self.width() - gap * (len(self._steps) - 1)
        least = [self._label_width(index) for index in range(len(self._steps))]
        weights = [max(one.weight, 0.0) for one in self._steps]
        total = sum(weights) or 1.0
        spare = max(room - sum(least), 0.0)
        shrink = min(room / max(sum(least), 1.0), 1.0)
        result, x = [], 0.0
        for one, weight in zip(least, weights, strict=True):
            width = one * shrink + spare * weight / total
            result.append(QRectF(x, 0, width, SEGMENT))
            x += width + gap
        return result

    def _paint_segment(self, painter: QPainter, box: QRectF, one: PathStep, *, current: bool) -> None:
        token = marks.status_token(one.status)
        colour = theme.color(token)
        if one.status in _WAITING and not isinstance(one.status, PublicState):
            painter.fillRect(box, theme.color("line"))
            painter.setBrushOrigin(box.topLeft())
            painter.fillRect(box, marks.hatch_brush(colour))
        else:
            painter.fillRect(box, colour if current else theme.mix(colour, theme.color("base"), 0.58))
        middle = box.bottom() + theme.S4 + max(face(Step.XS).height, _RING) / 2
        label = token if current else "text2"
        ring = QRectF(round(box.left()), round(middle - _RING / 2), _RING, _RING)
        marks.paint_status(painter, ring, one.status, token=label)
        text = f"{one.word} {one.span}".strip()
        label_face = face(Step.XS, bold=current)
        x = box.left() + _RING + theme.S4
        pen.text_left(painter, label_face, text, x=x, middle=middle, room=box.right() - x, token="text" if current else "text2")

    def _label_width(self, index: int) -> float:
        one = self._steps[index]
        label_face = face(Step.XS, bold=index == len(self._steps) - 1)
        return pen.width(label_face, f"{one.word} {one.span}".strip()) + _RING + theme.S4 + theme.S8

    def sizeHint(self) -> QSize:
        return QSize(320, round(SEGMENT + theme.S6 + max(face(Step.XS).height, _RING)))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for box, one in zip(self.segments(), self._steps, strict=True):
                if one.tip and box.left() <= event.pos().x() <= box.right():
                    QToolTip.showText(event.globalPos(), plain_tooltip(one.tip), self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        last = len(self._steps) - 1
        for index, (box, one) in enumerate(zip(self.segments(), self._steps, strict=True)):
            self._paint_segment(painter, box, one, current=index == last)
