"""The rail of a case's timeline and what stands on it beside the cards: log lines, heads of days, the line of the last visit.

Each shows its time at the left, a node on the rail and its matter from x = 80. Cards stand in timeline_card, folds in timeline_fold.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ticketdesk.ui.kit import marks, pen, theme
from ticketdesk.ui.kit.labels import plain_tooltip
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step

TIME_RIGHT = 50.0
RAIL = 68.0
CARD_LEFT = 80.0


@dataclass(frozen=True, slots=True)
class LogLook:
    """One step of the log; ``status`` or ``icon`` stands on the rail, "bad" is for a breach."""

    text: str
    time: str = ""
    status: marks.Status | None = None
    icon: str = ""
    token: str = "text2"
    spoken: str = ""


class LogLine(QWidget):
    """A step of the log in one line: 25 px at 10 points; what is cut stands in the tooltip."""

    def __init__(self, look: LogLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: LogLook) -> None:
        """Show something else."""
        self._look = look
        self.setAccessibleName(look.spoken or f"{look.time} {look.text}".strip())
        self.updateGeometry()
        self.update()

    def look(self) -> LogLook:
        """Return what is shown."""
        return self._look

    def sizeHint(self) -> QSize:
        return QSize(240, round(face(Step.S).height + theme.S8 + 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look, middle = self._look, self.height() / 2
        paint_rail(painter, self.height(), time=look.time, middle=middle)
        side = 15.0
        box = QRectF(round(RAIL - side / 2), round(middle - side / 2), side, side)
        if look.status is not None or look.icon:
            painter.fillRect(box.adjusted(0, -2, 0, 2), theme.color("alt"))
        if look.status is not None:
            marks.paint_status(painter, box, look.status, token=look.token)
        elif look.icon:
            pen.sign(painter, look.icon, x=box.left(), middle=middle, token=look.token, side=side)
        else:
            paint_node(painter, middle, token=look.token, filled=True, radius=2.5)
        room = self.width() - CARD_LEFT - theme.S16
        pen.text_left(painter, face(Step.S), look.text, x=CARD_LEFT + theme.S2, middle=middle, room=room, token=look.token)
        cut = pen.elided(face(Step.S), look.text, room)[0] != look.text
        self.setToolTip(plain_tooltip(look.text) if cut else "")


class DayHead(QWidget):
    """The head of a day: bold words and a rule."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Name the day anew."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, round(face(Step.S).height + theme.S12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        paint_rail(painter, self.height())
        x = pen.text_left(painter, face(Step.S, bold=True), self._text, x=CARD_LEFT, middle=middle, room=self.width(), token="text")
        start = x + theme.S8
        painter.fillRect(QRectF(start, round(middle), max(self.width() - theme.S16 - start, 0), 1), theme.color("line"))


class NewSince(QWidget):
    """The line above which everything was seen at the last visit."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._text = text
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Say it anew."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, round(face(Step.XS).height + theme.S6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        paint_rail(painter, self.height())
        right = self.width() - theme.S16 - theme.S4
        small = face(Step.XS, bold=True)
        left = pen.text_right(painter, small, self._text, right=right, middle=middle, room=self.width() / 2, token="accent")
        painter.fillRect(QRectF(CARD_LEFT, round(middle), max(left - theme.S8 - CARD_LEFT, 0), 1), theme.color("accent"))


def paint_rail(painter: QPainter, height: float, *, time: str = "", middle: float = 0.0) -> None:
    """Paint the rail and, right-aligned before it, a time."""
    painter.fillRect(QRectF(RAIL - 1, 0, 2, height), theme.color("line"))
    if time:
        pen.text_right(painter, face(Step.S, tabular=True), time, right=TIME_RIGHT, middle=middle, room=TIME_RIGHT, token="text2")


def paint_node(painter: QPainter, middle: float, *, token: str, filled: bool, radius: float = 5.0) -> None:
    """Paint a node on the rail: filled, the requester sees the entry; hollow, he does not."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.color(token)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(colour if filled else theme.color("alt"))
    painter.drawEllipse(QPointF(RAIL, middle), radius, radius)
    painter.restore()
