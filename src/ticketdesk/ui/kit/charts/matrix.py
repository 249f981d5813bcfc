"""A table of amounts as a picture: rows are categories, columns series; the more, the darker, and the number always stands in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.charts.figures import Figures, Mark
from ticketdesk.ui.kit.charts.ink import Ink
from ticketdesk.ui.kit.theme import Step

_NAME_SHARE = 0.34
_DARKEST, _PALEST = 0.45, 0.08
"""How much of the chart's colour lies under a number; more would cost the number its contrast."""
_WIDEST = 130.0


class Matrix:
    """Who to whom, how often."""

    def paint(self, painter: QPainter, box: QRectF, figures: Figures, ink: Ink) -> None:
        """Paint names, cells and numbers."""
        letters = ink.letters(Step.S)
        left, top, wide, high = self._lattice(box, figures, ink)
        for series, one in enumerate(figures.series):
            ink.text_centred(
                painter, letters, one.name, centre=left + wide * (series + 0.5), middle=top - letters.height / 2 - 4, room=wide - 6,
                token="text2",
            )  # fmt: skip
        for category, name in enumerate(figures.categories):
            middle = top + high * (category + 0.5)
            ink.text_right(painter, letters, name, right=left - theme.S8, middle=middle, room=left - box.left() - theme.S8, token="text")
        largest = figures.largest() or 1.0
        for mark in self.marks(box, figures, ink):
            value = figures.value(mark.place)
            assert value is not None
            if value.amount > 0:
                share = _PALEST + (_DARKEST - _PALEST) * value.amount / largest
                painter.fillRect(mark.box, theme.mix(ink.color("base"), ink.color("chart"), share))
            ink.outline(painter, mark.box, "line")
            token = "text" if value.amount > 0 else "text3"
            ink.text_centred(
                painter, ink.letters(Step.S, bold=value.amount > 0), value.text, centre=mark.box.center().x(), middle=mark.box.center().y(),
                room=wide, token=token,
            )  # fmt: skip

    def _lattice(self, box: QRectF, figures: Figures, ink: Ink) -> tuple[float, float, float, float]:
        letters = ink.letters(Step.S)
        names = max((letters.width(one) for one in figures.categories), default=0.0) + theme.S8
        left = min(names, box.width() * _NAME_SHARE)
        top = box.top() + letters.height + theme.S8
        wide = min((box.width() - left) / max(len(figures.series), 1), _WIDEST)
        high = (box.bottom() - top) / max(len(figures.categories), 1)
        return box.left() + left, top, wide, min(high, letters.height + theme.S16)

    def marks(self, box: QRectF, figures: Figures, ink: Ink) -> list[Mark]:
        """Return the cells."""
        left, top, wide, high = self._lattice(box, figures, ink)
        return [
            Mark(place, QRectF(left + wide * place.series, top + high * place.category, wide - 2, high - 2)) for place in figures.places()
        ]

    def height_wanted(self, figures: Figures, ink: Ink) -> float:
        """Return the height at which each row can be read."""
        letters = ink.letters(Step.S)
        return (letters.height + theme.S12) * max(len(figures.categories), 1) + letters.height + theme.S8
