"""Fast painting of texts: fonts with their metrics, elided texts kept between repaints. For delegates and painted widgets."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTransform

from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.kept import Kept

_BREAKS = re.compile("[\t-\r\x85\u2028\u2029]+")
_MOST_READ = 2000
"""Characters of a text that can ever stand in one line."""
_MOST_ELIDED = 6000
"""Some hundred rows with their columns."""
_MOST_LAID = 1500
"""Lines whose glyphs are kept; a screen shows some hundred."""


class Face(NamedTuple):
    """A font with its measures in logical pixels."""

    key: int
    font: QFont
    height: float
    ascent: float
    metrics: QFontMetricsF


_FACES: Kept[tuple[theme.Step, bool, bool, bool], Face] = Kept()
_ELIDED: Kept[tuple[int, str, int], tuple[str, float]] = Kept(_MOST_ELIDED)
_LAID: Kept[tuple[int, str], QStaticText] = Kept(_MOST_LAID)


def face(step: theme.Step = theme.Step.M, *, bold: bool = False, tabular: bool = False, italic: bool = False) -> Face:
    """Return the font of a step with its measures."""
    name = (step, bold, tabular, italic)
    found = _FACES.find(name)
    if found is None:
        font = theme.font(step, bold=bold, tabular=tabular)
        font.setItalic(italic)
        metrics = QFontMetricsF(font)
        found = _FACES.keep(name, Face(len(_FACES), font, metrics.height(), metrics.ascent(), metrics))
    return found


def width(one: Face, text: str) -> float:
    """Return how wide a text is."""
    return elided(one, text, -1)[1]


def elided(one: Face, text: str, room: float) -> tuple[str, float]:
    """Return a text cut to its room with an ellipsis at the end, and its width; a room below 0 is endless."""
    name = (one.key, text, int(room))
    found = _ELIDED.find(name)
    if found is None:
        line = _BREAKS.sub(" ", text[:_MOST_READ])
        shown = line if room < 0 else one.metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(room))
        found = _ELIDED.keep(name, (shown, one.metrics.horizontalAdvance(shown)))
    return found


def _line(painter: QPainter, one: Face, line: str, *, x: float, middle: float, token: str) -> None:
    """Paint a line on whole pixels; its glyphs, whose placing is most of the work, are kept."""
    laid = _LAID.find((one.key, line))
    if laid is None:
        laid = _LAID.keep((one.key, line), QStaticText(line))
        laid.setTextFormat(Qt.TextFormat.PlainText)
        laid.prepare(QTransform(), one.font)
    painter.setFont(one.font)
    painter.setPen(theme.ink(token))
    painter.drawStaticText(QPointF(round(x), round(middle - one.height / 2 + one.ascent) - one.ascent), laid)


def text_left(painter: QPainter, one: Face, text: str, *, x: float, middle: float, room: float, token: str) -> float:
    """Paint one line of plain text, vertically centred on ``middle``; return where it ends."""
    shown, length = elided(one, text, max(room, 0))
    _line(painter, one, shown, x=x, middle=middle, token=token)
    return x + length


def text_right(painter: QPainter, one: Face, text: str, *, right: float, middle: float, room: float, token: str) -> float:
    """Paint one line of plain text that ends at ``right``; return where it begins."""
    shown, length = elided(one, text, max(room, 0))
    _line(painter, one, shown, x=right - length, middle=middle, token=token)
    return right - length


def sign(painter: QPainter, name: str, *, x: float, middle: float, token: str, side: float = theme.ICON) -> float:
    """Paint an icon, vertically centred on ``middle``; return where it ends."""
    icons.paint(painter, QRectF(round(x), round(middle - side / 2), side, side), name, token=token)
    return x + side
