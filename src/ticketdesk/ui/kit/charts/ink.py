"""Colours and type of the ground that a chart is painted on: the screen's theme, or paper. Text and hatching that are sharp on both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintDevice, QPainter, QPen

from ticketdesk.ui.kit import pen, theme
from ticketdesk.ui.kit.theme import Step

DOTS_PER_INCH = 96.0
"""What one unit of a chart is on paper."""
_POINTS = {Step.XS: 8.0, Step.S: 8.5, Step.M: 9.5, Step.L: 10.5, Step.XL_DIALOG: 13.0, Step.XL: 15.0, Step.FIGURE: 18.0}
_HATCH = 5.0


@dataclass(frozen=True, slots=True)
class Letters:
    """A font with its measures in the chart's units."""

    font: QFont
    metrics: QFontMetricsF
    height: float
    ascent: float

    def width(self, text: str) -> float:
        """Return how wide a text is."""
        return self.metrics.horizontalAdvance(text)

    def elided(self, text: str, room: float) -> str:
        """Return a text cut to its room."""
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(max(room, 0)))


class Ink:
    """What is the same in every chart on one ground."""

    def __init__(self, *, on_paper: bool) -> None:
        self.on_paper = on_paper

    def color(self, token: str) -> QColor:
        """Return a colour; paper has those of the light scheme."""
        return QColor(getattr(theme.LIGHT, token)) if self.on_paper else theme.color(token)

    def letters(self, step: Step = Step.S, *, bold: bool = False) -> Letters:
        """Return the type of a step, with figures of one width."""
        if self.on_paper:
            return _paper_letters(step, bold)
        face = pen.face(step, bold=bold, tabular=True)
        return Letters(face.font, face.metrics, face.height, face.ascent)

    def text(self, painter: QPainter, letters: Letters, text: str, *, x: float, middle: float, room: float, token: str) -> float:
        """Write one line that begins at x; return where it ends."""
        return self._write(painter, letters, letters.elided(text, room + 1), x, middle, token)

    def text_right(self, painter: QPainter, letters: Letters, text: str, *, right: float, middle: float, room: float, token: str) -> float:
        """Write one line that ends at ``right``; return where it begins."""
        shown = letters.elided(text, room + 1)
        start = right - letters.width(shown)
        self._write(painter, letters, shown, start, middle, token)
        return start

    def text_centred(
        self, painter: QPainter, letters: Letters, text: str, *, centre: float, middle: float, room: float, token: str
    ) -> None:
        """Write one line with its middle at a place."""
        shown = letters.elided(text, room + 1)
        self._write(painter, letters, shown, centre - letters.width(shown) / 2, middle, token)

    def _write(self, painter: QPainter, letters: Letters, shown: str, x: float, middle: float, token: str) -> float:
        painter.setFont(letters.font)
        painter.setPen(self.color(token))
        base = middle - letters.height / 2 + letters.ascent
        painter.drawText(QPointF(x, base) if self.on_paper else QPointF(round(x), round(base)), shown)
        return x + letters.width(shown)

    def line(self, painter: QPainter, start: QPointF, end: QPointF, *, token: str = "line", width: float = 1.0) -> None:
        """Draw a straight line on whole pixels."""
        painter.setPen(QPen(self.color(token), width))
        painter.drawLine(QLineF(start, end) if self.on_paper else QLineF(*_whole(start), *_whole(end)))

    def fill(self, painter: QPainter, box: QRectF, token: str) -> None:
        """Fill an area."""
        painter.fillRect(box, self.color(token))

    def outline(self, painter: QPainter, box: QRectF, token: str) -> None:
        """Frame an area and leave its ground."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.color(token), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def hatch(self, painter: QPainter, box: QRectF, token: str) -> None:
        """Hatch an area: overdue, missed or absent. Lines and no pattern, so that it is sharp on paper."""
        colour = self.color(token)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, theme.mix(self.color("base"), colour, 0.12))
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(colour, 1.6))
        place = box.left() - box.height()
        while place < box.right():
            painter.drawLine(QPointF(place, box.bottom()), QPointF(place + box.height(), box.top()))
            place += _HATCH
        painter.restore()
        self.outline(painter, box, token)


def _whole(point: QPointF) -> tuple[float, float]:
    return round(point.x()) + 0.5, round(point.y()) + 0.5


@cache
def screen() -> Ink:
    """Return the ink of the screen, in the colours and sizes that hold at the moment of painting."""
    return Ink(on_paper=False)


@cache
def paper() -> Ink:
    """Return the ink of paper: light colours and fixed sizes."""
    return Ink(on_paper=True)


@cache
def _paper_letters(step: Step, bold: bool) -> Letters:
    font = theme.font(step, bold=bold, tabular=True)
    # In the painter's units: a size in points would be scaled by the printer once more.
    font.setPixelSize(round(_POINTS[step] * DOTS_PER_INCH / 72))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    metrics = QFontMetricsF(font)
    return Letters(font, metrics, metrics.height(), metrics.ascent())


def scale_to_paper(painter: QPainter, device: QPaintDevice) -> None:
    """Let a painter on a printer or a PDF count in units of 1/96 inch."""
    painter.scale(device.logicalDpiX() / DOTS_PER_INCH, device.logicalDpiY() / DOTS_PER_INCH)
