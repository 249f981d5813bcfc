"""Pictures of painted rows, laid down again as long as a row looks the same: when a list is scrolled, and when others come or move.

A row is some forty strokes of the pen, its picture is one. Only at whole scales: at 125 % rows begin between two dots of the screen, and
a picture would leave seams.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ticketdesk.ui.kit.kept import Kept

MOST_BYTES = 8_000_000
"""Eighty rows at 100 %, twenty at 200 %; beyond it all are forgotten."""

Paint = Callable[[QPainter, QStyleOptionViewItem], None]


class RowPictures:
    """Keeps what rows of one view look like until colours, fonts or sizes change."""

    def __init__(self) -> None:
        self.kept: Kept[Hashable, QImage] = Kept(MOST_BYTES, weight=QImage.sizeInBytes)

    def lay(self, painter: QPainter, option: QStyleOptionViewItem, look: Hashable, paint: Paint) -> None:
        """Lay the picture of a row; ``look`` and the option's size and state tell it, ``paint`` paints what was never seen."""
        device = painter.device()
        scale = device.devicePixelRatio() if device is not None else 0.0
        if scale != int(scale) or scale < 1:
            paint(painter, option)
            return
        rect = option.rect
        # The whole state: what it says beyond selection, focus and pointer only costs a picture more.
        key = (look, rect.width(), rect.height(), option.state.value, has_focus(option), scale)
        picture = self.kept.find(key)
        if picture is None:
            picture = self.kept.keep(key, _painted(option, scale, paint))
        painter.drawImage(QPointF(rect.topLeft()), picture)


def _painted(option: QStyleOptionViewItem, scale: float, paint: Paint) -> QImage:
    own = QStyleOptionViewItem(option)
    own.rect = QRect(0, 0, option.rect.width(), option.rect.height())
    # Without transparency, so that letters are smoothed as on the screen itself.
    picture = QImage(own.rect.size() * scale, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    painter = QPainter(picture)
    paint(painter, own)
    painter.end()
    return picture


def has_focus(option: QStyleOptionViewItem) -> bool:
    """Tell whether the view of a row has the keyboard; without a view, as in a picture, it has."""
    widget = option.widget
    return widget is None or bool(widget.hasFocus())
