"""Small pictures that are drawn once and then laid down again and again: rings, glyphs and icons of rows, at every scale.

Drawing a ring with all its curves takes ten times as long as laying down its picture, and a list lays down a hundred at each change.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ticketdesk.ui.kit.kept import Kept

MOST = 600
"""Pictures kept before all are forgotten: every sign of the program in the sizes and colours of one screen is some two hundred."""


_KEPT: Kept[tuple[Hashable, float, int], QImage] = Kept(MOST)


def lay(painter: QPainter, rect: QRectF, name: Hashable, draw: Callable[[QPainter, QRectF], None]) -> None:
    """Lay the picture of that name into a square of logical pixels; ``draw`` draws it when it is wanted for the first time.

    The name tells the picture together with its side and scale: whatever else ``draw`` depends on, a colour's token say, belongs into it.
    """
    device = painter.device()
    scale = device.devicePixelRatio() if device is not None else 1.0
    side = round(rect.width() * 4) / 4
    percent = round(scale * max(painter.transform().m11(), 0.1) * 100)
    key = (name, side, percent)
    picture = _KEPT.find(key)
    if picture is None:
        picture = _KEPT.keep(key, _drawn(draw, side, percent))
    painter.drawImage(rect, picture)


def _drawn(draw: Callable[[QPainter, QRectF], None], side: float, percent: int) -> QImage:
    pixels = max(round(side * percent / 100), 1)
    picture = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return picture
