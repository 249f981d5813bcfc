"""Painted signs: status rings, priority glyphs, hatching, audience bars, meters.

A status is a State (staff) or a PublicState (requester); both are told by shape first, by colour second. Words stand in words.py.
"""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QImage, QPainter, QPainterPath, QPen, QTransform

from ticketdesk.domain.states import Priority, PublicState, State
from ticketdesk.ui.kit import stamps, theme
from ticketdesk.ui.kit.icons import drawn_icon

Status = State | PublicState

RING = 14.0
BOX = 16.0
STROKE = 1.6
DOT = 8.0
BAR_SOLID = 4.0
BAR_HATCHED = 7.0


class Ring(Enum):
    """The shapes a status is told by."""

    DASHED = "dashed"
    DOT = "dot"
    QUARTER = "quarter"
    HALF = "half"
    THREE_QUARTERS = "three_quarters"
    PAUSE = "pause"
    ARROW_LEFT = "arrow_left"
    CHECK = "check"
    FILLED_CHECK = "filled_check"
    MINUS = "minus"
    CROSS = "cross"


_STAFF: dict[State, tuple[Ring, str]] = {
    State.NEW: (Ring.DASHED, "accent"),
    State.ACCEPTED: (Ring.DOT, "accent"),
    State.CLARIFYING: (Ring.QUARTER, "accent"),
    State.ASSIGNED: (Ring.HALF, "accent"),
    State.IN_PROGRESS: (Ring.THREE_QUARTERS, "accent"),
    State.WAITING: (Ring.PAUSE, "warn"),
    State.REPORTED: (Ring.ARROW_LEFT, "coord"),
    State.ANSWERED: (Ring.CHECK, "ok"),
    State.CLOSED: (Ring.FILLED_CHECK, "ok"),
    State.WITHDRAWN: (Ring.MINUS, "text2"),
    State.REJECTED: (Ring.CROSS, "text2"),
}
_REQUESTER: dict[PublicState, tuple[Ring, str]] = {
    PublicState.RECEIVED: (Ring.DASHED, "accent"),
    PublicState.BEING_CLARIFIED: (Ring.THREE_QUARTERS, "accent"),
    PublicState.ANSWER_NEEDED: (Ring.PAUSE, "warn"),
    PublicState.ANSWERED: (Ring.CHECK, "ok"),
    PublicState.CLOSED: (Ring.FILLED_CHECK, "ok"),
    PublicState.WITHDRAWN: (Ring.MINUS, "text2"),
    PublicState.REJECTED: (Ring.CROSS, "text2"),
}
_PRIORITY = {Priority.LOW: "text2", Priority.NORMAL: "text2", Priority.HIGH: "warn", Priority.URGENT: "bad"}
_PIE = {Ring.QUARTER: 90, Ring.HALF: 180, Ring.THREE_QUARTERS: 270}


def ring_of(status: Status) -> Ring:
    """Return the shape of a status."""
    return _REQUESTER[status][0] if isinstance(status, PublicState) else _STAFF[status][0]


def status_token(status: Status) -> str:
    """Return the colour token of a status, for its ring and its word."""
    return _REQUESTER[status][1] if isinstance(status, PublicState) else _STAFF[status][1]


def priority_token(priority: Priority) -> str:
    """Return the colour token of a priority, for its glyph and its word."""
    return _PRIORITY[priority]


@lru_cache(maxsize=None, typed=True)  # State and PublicState share numbers
def status_icon(status: Status) -> QIcon:
    """Return the ring of a status as an icon for menus and boxes."""

    def draw(painter: QPainter, box: QRectF, token: str) -> None:
        paint_status(painter, box, status, token=token)

    return drawn_icon(draw, status_token(status))


@cache
def priority_icon(priority: Priority) -> QIcon:
    """Return the glyph of a priority as an icon for menus and boxes."""

    def draw(painter: QPainter, box: QRectF, token: str) -> None:
        paint_priority(painter, box, priority, token=token)

    return drawn_icon(draw, priority_token(priority))


def paint_status(painter: QPainter, rect: QRectF, status: Status, *, token: str | None = None) -> None:
    """Paint the ring of a status into a square; a token overrides its colour."""
    shown = token or status_token(status)
    stamps.lay(painter, rect, (ring_of(status), shown), lambda onto, box: _draw_ring(onto, box, ring_of(status), theme.color(shown)))


def _draw_ring(painter: QPainter, rect: QRectF, shape: Ring, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(rect.width() / BOX, rect.height() / BOX)
    radius = (RING - STROKE) / 2
    pen = QPen(colour, STROKE)
    if shape is Ring.DASHED:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        step = 2 * 3.14159265 * radius / 8 / STROKE
        pen.setDashPattern([step * 0.62, step * 0.38])
        pen.setDashOffset(step * 0.31)
    painter.setPen(pen)
    painter.setBrush(colour if shape is Ring.FILLED_CHECK else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    _paint_inside(painter, shape, colour)
    painter.restore()


def _paint_inside(painter: QPainter, shape: Ring, colour: QColor) -> None:
    """Paint what stands within a ring whose centre is the origin."""
    if shape in _PIE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(QRectF(-4, -4, 8, 8), 90 * 16, -_PIE[shape] * 16)
        return
    if shape is Ring.DOT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(0, 0), 2.2, 2.2)
        return
    inner = theme.color("base") if shape is Ring.FILLED_CHECK else colour
    painter.setPen(QPen(inner, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _STROKES.get(shape, ()):
        path = QPainterPath(QPointF(*line[0]))
        for point in line[1:]:
            path.lineTo(QPointF(*point))
        painter.drawPath(path)


_Line = tuple[tuple[float, float], ...]
_STROKES: dict[Ring, tuple[_Line, ...]] = {
    Ring.PAUSE: (((-1.6, -2.4), (-1.6, 2.4)), ((1.6, -2.4), (1.6, 2.4))),
    Ring.ARROW_LEFT: (((3.0, 0), (-3.0, 0)), ((-0.6, -2.4), (-3.0, 0), (-0.6, 2.4))),
    Ring.CHECK: (((-2.8, 0.2), (-0.8, 2.2), (2.9, -1.9)),),
    Ring.FILLED_CHECK: (((-2.8, 0.2), (-0.8, 2.2), (2.9, -1.9)),),
    Ring.MINUS: (((-2.8, 0), (2.8, 0)),),
    Ring.CROSS: (((-2.1, -2.1), (2.1, 2.1)), ((2.1, -2.1), (-2.1, 2.1))),
}


def paint_priority(painter: QPainter, rect: QRectF, priority: Priority, *, token: str | None = None) -> None:
    """Paint the glyph of a priority: one to three bars, or a filled square with an exclamation mark."""
    stamps.lay(painter, rect, (priority, token), lambda onto, box: _draw_priority(onto, box, priority, token))


def _draw_priority(painter: QPainter, rect: QRectF, priority: Priority, token: str | None) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / BOX, rect.height() / BOX)
    painter.setPen(Qt.PenStyle.NoPen)
    if priority is Priority.URGENT:
        disabled = token == "text3"
        painter.setBrush(theme.color("text3" if disabled else "bad_fill"))
        painter.drawRoundedRect(QRectF(1, 1, 14, 14), 2.5, 2.5)
        painter.setBrush(theme.color("base" if disabled else "on_fill"))
        painter.drawRoundedRect(QRectF(7, 3.6, 2, 5.6), 1, 1)
        painter.drawEllipse(QPointF(8, 11.6), 1.2, 1.2)
    else:
        colour = theme.color(token or priority_token(priority))
        faint = QColor(colour)
        faint.setAlphaF(0.30)
        for index, height in enumerate((5.0, 8.5, 12.0)):
            painter.setBrush(colour if index < int(priority) else faint)
            painter.drawRoundedRect(QRectF(2 + index * 4.2, 14 - height, 3.2, height), 0.8, 0.8)
    painter.restore()


@cache
def _hatch_image(name: str) -> QImage:
    """A tile of 8 by 8 pixels of diagonals, drawn at twice its size so that it stays clean at 200 %."""
    image = QImage(16, 16, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(name), 3.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for shift in (-16, -8, 0, 8, 16):
        painter.drawLine(QPointF(shift - 2, 18), QPointF(shift + 18, -2))
    painter.end()
    return image


def wide_hatch_brush(colour: QColor) -> QBrush:
    """Return the same diagonals twice as wide, for the end of a composer's band."""
    return QBrush(_hatch_image(colour.name(QColor.NameFormat.HexArgb)))


def hatch_brush(colour: QColor) -> QBrush:
    """Return diagonals in a colour with gaps to see through; as an edge they mean: the requester does not see this."""
    brush = QBrush(_hatch_image(colour.name(QColor.NameFormat.HexArgb)))
    brush.setTransform(QTransform.fromScale(0.5, 0.5))
    return brush


def paint_audience_bar(painter: QPainter, rect: QRectF, colour: QColor, *, hidden: bool) -> None:
    """Paint the edge that says who reads: solid, the requester does; hatched, he does not. Returns nothing, fills ``rect``."""
    if hidden:
        painter.setBrushOrigin(rect.topLeft())
        painter.fillRect(rect, hatch_brush(colour))
    else:
        painter.fillRect(rect, colour)


def paint_meter(painter: QPainter, rect: QRectF, fraction: float, *, token: str = "chart", hatched: bool = False) -> None:
    """Paint a meter; ``fraction`` is clipped to 0 … 1, hatched means that the clock is stopped."""
    painter.fillRect(rect, theme.color("line"))
    part = QRectF(rect)
    part.setWidth(rect.width() * min(max(fraction, 0.0), 1.0))
    colour = theme.color(token)
    if hatched:
        painter.fillRect(part, theme.color("base"))
        painter.fillRect(part, hatch_brush(colour))
    else:
        painter.fillRect(part, colour)


def paint_unread_dot(painter: QPainter, centre: QPointF) -> None:
    """Paint the dot that says: new for you."""
    stamps.lay(painter, QRectF(centre.x() - DOT / 2, centre.y() - DOT / 2, DOT, DOT), "unread", _draw_dot)


def _draw_dot(painter: QPainter, rect: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawEllipse(rect.center(), rect.width() * 3.5 / DOT, rect.width() * 3.5 / DOT)
