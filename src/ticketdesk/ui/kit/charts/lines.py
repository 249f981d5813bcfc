"""Lines over time, from zero; each has its dash and the shape of its points, and its name stands at its end."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.charts.axis import thinned, ticks
from ticketdesk.ui.kit.charts.figures import Figures, Mark, Series, Sign
from ticketdesk.ui.kit.charts.ink import Ink
from ticketdesk.ui.kit.theme import Step

_MANY = 45
"""With more points than that only the line is drawn, and a shape now and then."""


class Lines:
    """Lines from zero."""

    def __init__(self, *, whole: bool = True) -> None:
        self._whole = whole

    def paint(self, painter: QPainter, box: QRectF, figures: Figures, ink: Ink) -> None:
        """Paint grid, lines, names at their ends."""
        scale = ticks(figures.largest(), whole=self._whole)
        plot = self._plot(box, figures, ink, scale)
        self._paint_grid(painter, plot, figures, ink, scale)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, one in enumerate(figures.series):
            self._paint_line(painter, plot, figures, number, one, ink, scale[-1])
        painter.restore()
        self._paint_names(painter, plot, figures, ink, scale[-1])

    def _paint_grid(self, painter: QPainter, plot: QRectF, figures: Figures, ink: Ink, scale: list[float]) -> None:
        small = ink.letters(Step.XS)
        for amount in scale:
            y = plot.bottom() - plot.height() * amount / scale[-1]
            ink.line(painter, QPointF(plot.left(), y), QPointF(plot.right(), y), token="line_strong" if amount == 0 else "line")
            ink.text_right(
                painter, small, figures.axis_text(amount), right=plot.left() - theme.S8, middle=y, room=plot.left(), token="text2"
            )
        every = thinned(len(figures.categories), max((small.width(one) for one in figures.categories), default=0) + 12, plot.width())
        for category in range(0, len(figures.categories), every):
            x = self._x(plot, figures, category)
            ink.text_centred(
                painter, small, figures.categories[category], centre=x, middle=plot.bottom() + small.height / 2 + 4, room=200, token="text2"
            )

    def _paint_line(self, painter: QPainter, plot: QRectF, figures: Figures, number: int, one: Series, ink: Ink, top: float) -> None:
        points = [point for category in range(len(figures.categories)) if (point := self._point(plot, figures, number, category, top))]
        colour = ink.color(one.token)
        if one.area and len(points) > 1:
            ground = QColor(colour)
            ground.setAlphaF(0.12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawPolygon(QPolygonF([QPointF(points[0].x(), plot.bottom()), *points, QPointF(points[-1].x(), plot.bottom())]))
        line = QPen(colour, 1.8)
        line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if one.sign is Sign.DASHED:
            line.setDashPattern([4.0, 2.5])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(line)
        way = QPainterPath()
        for place, point in enumerate(points):
            (way.lineTo if place else way.moveTo)(point)
        painter.drawPath(way)
        painter.setPen(QPen(ink.color("base"), 1))
        painter.setBrush(colour)
        every = max(len(points) // 8, 1) if len(points) > _MANY else 1
        for place, point in enumerate(points):
            if place % every == 0 or place == len(points) - 1:
                _shape(painter, point, number)

    def _paint_names(self, painter: QPainter, plot: QRectF, figures: Figures, ink: Ink, top: float) -> None:
        bold = ink.letters(Step.S, bold=True)
        ends = []
        last = len(figures.categories) - 1
        for number, one in enumerate(figures.series):
            point = self._point(plot, figures, number, last, top) if last >= 0 else None
            value = one.values[last] if last >= 0 else None
            if point is not None and value is not None:
                ends.append((point.y(), f"{value.text} {one.name}", one.token))
        ends.sort()
        lowest = plot.bottom() + bold.height / 2
        places = [y for y, _, _ in ends]
        for place in range(1, len(places)):
            places[place] = max(places[place], places[place - 1] + bold.height)
        # What was pushed below the ground pushes the others up.
        for place in range(len(places) - 1, -1, -1):
            places[place] = min(places[place], lowest - bold.height * (len(places) - 1 - place))
        for y, (_, words, token) in zip(places, ends, strict=True):
            ink.text(painter, bold, words, x=plot.right() + theme.S12, middle=y, room=10_000, token=token)

    def _x(self, plot: QRectF, figures: Figures, category: int) -> float:
        count = len(figures.categories)
        return plot.center().x() if count == 1 else plot.left() + theme.S4 + (plot.width() - theme.S8) * category / (count - 1)

    def _point(self, plot: QRectF, figures: Figures, series: int, category: int, top: float) -> QPointF | None:
        value = figures.series[series].values[category]
        if value is None:
            return None
        return QPointF(self._x(plot, figures, category), plot.bottom() - plot.height() * value.amount / top)

    def _plot(self, box: QRectF, figures: Figures, ink: Ink, scale: list[float]) -> QRectF:
        small, bold = ink.letters(Step.XS), ink.letters(Step.S, bold=True)
        left = max(small.width(figures.axis_text(amount)) for amount in scale) + theme.S8
        ends = [one.values[-1] for one in figures.series if one.values]
        names = (f"{value.text} {one.name}" for one, value in zip(figures.series, ends, strict=False) if value is not None)
        right = max((bold.width(name) for name in names), default=0.0) + theme.S12
        return box.adjusted(left, small.height / 2 + 2, -min(right, box.width() * 0.4), -(small.height + 8))

    def marks(self, box: QRectF, figures: Figures, ink: Ink) -> list[Mark]:
        """Return a square around each point."""
        scale = ticks(figures.largest(), whole=self._whole)
        plot = self._plot(box, figures, ink, scale)
        found = []
        for place in figures.places():
            point = self._point(plot, figures, place.series, place.category, scale[-1])
            assert point is not None
            found.append(Mark(place, QRectF(point.x() - 7, point.y() - 7, 14, 14)))
        return found

    def height_wanted(self, figures: Figures, ink: Ink) -> float:
        """Return a height that shows differences."""
        return ink.letters(Step.S).height * 11


def _shape(painter: QPainter, at: QPointF, number: int) -> None:
    """Draw the shape that belongs to a series' number: round, square, pointed."""
    side = 3.6
    if number % 3 == 0:
        painter.drawEllipse(at, side, side)
    elif number % 3 == 1:
        painter.drawRect(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side))
    else:
        tips = ((0, -side - 1), (side + 1, 0), (0, side + 1), (-side - 1, 0))
        painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in tips]))
