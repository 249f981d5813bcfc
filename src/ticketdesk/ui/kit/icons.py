"""Line icons (Tabler outline, MIT) drawn in a colour of the theme, sharp at every scale.

An icon is asked by name and token and drawn anew for each size, scale and colour; drawn pictures are kept. Not here: status rings and
priority glyphs, which are painted (marks).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ticketdesk.ui.kit import built, stamps, theme

_THIN_FROM = 18
"""Logical pixels from which the stroke is thinner, so that bigger icons look no heavier."""

Draw = Callable[[QPainter, QRectF, str], None]
"""Paints a picture into a rectangle in the colour of a token."""


class DrawnIconEngine(QIconEngine):
    """Draws an icon at the moment it is needed, so that it follows colours and scale by itself."""

    def __init__(self, draw: Draw, token: str) -> None:
        super().__init__()
        self._draw = draw
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        box = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        self._draw(painter, box, "text3" if mode == QIcon.Mode.Disabled else self._token)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt asks in logical pixels and takes the scale from the size of what it gets.
        result = QPixmap(size * scale)
        if result.isNull():
            return result  # a button that is just sliding in asks for no height
        result.setDevicePixelRatio(scale)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return result

    def clone(self) -> QIconEngine:
        # Qt takes what is returned; without a reference on our side the wrapper would delete it at once.
        copied = DrawnIconEngine(self._draw, self._token)
        _ENGINES.append(copied)
        return copied

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def isNull(self) -> bool:
        return False


@cache
def icon(name: str, token: str = "text") -> QIcon:
    """Return the icon of that name in a colour of the theme; it follows the scheme by itself. Raises KeyError for an unknown name."""
    _svg(name)

    def draw(painter: QPainter, box: QRectF, shown: str) -> None:
        paint(painter, box, name, token=shown)

    return drawn_icon(draw, token)


def drawn_icon(draw: Draw, token: str) -> QIcon:
    """Make an icon of a painting function; callers keep the icon, since a lost engine is drawn no more."""
    engine = DrawnIconEngine(draw, token)
    _ENGINES.append(engine)
    return QIcon(engine)


def paint(painter: QPainter, rect: QRectF, name: str, *, token: str = "text") -> None:
    """Paint an icon into a square of logical pixels."""

    def draw(onto: QPainter, box: QRectF) -> None:
        stroke = 'stroke-width="1.75"' if rect.width() >= _THIN_FROM else 'stroke-width="2"'
        svg = _svg(name).replace("currentColor", theme.ink(token).name()).replace('stroke-width="2"', stroke)
        QSvgRenderer(QByteArray(svg.encode("utf-8"))).render(onto, box)

    stamps.lay(painter, rect, (name, token), draw)


def names() -> frozenset[str]:
    """Return the names of all icons that are there."""
    return frozenset(item.name.removesuffix(".svg") for item in _folder().iterdir() if item.name.endswith(".svg"))


_ENGINES: list[DrawnIconEngine] = []
"""Python halves of the engines that Qt owns; without a reference here their painting would be lost."""


def _folder() -> Path:
    return built.FOLDER / "icons"


@cache
def _svg(name: str) -> str:
    file = _folder() / f"{name}.svg"
    if not file.is_file():
        raise KeyError(f"no icon {name}; packaging/build_resources.py lays them")
    return file.read_text(encoding="utf-8")
