"""Upright bars, one above the other where there are several series; the amount stands on top."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.charts.axis import thinned
from ticketdesk.ui.kit.charts.figures import Figures, Mark, Place, Sign, Value
from ticketdesk.ui.kit.charts.ink import Ink, Letters
from ticketdesk.ui.kit.theme import Step

_LEAST = 2.0
"""An amount that is not zero is never invisible."""
_WIDEST = 76.0


def paint_bar(painter: QPainter, box: QRectF, ink: Ink, *, token: str, sign: Sign, bad: bool = False) -> None:
    """Paint one bar in its colour and with its second sign."""
    if bad or sign is Sign.HATCHED:
        ink.hatch(painter, box, "bad" if bad else token)
    elif sign is Sign.OUTLINED:
        ink.outline(painter, box, token)
    else:
        ink.fill(painter, box, token)


class Bars:
    """Upright bars from zero."""

    def paint(self, painter: QPainter, box: QRectF, figures: Figures, ink: Ink) -> None:
        """Paint bars, amounts, names and the words for what is hatched."""
        small, bold = ink.letters(Step.XS), ink.letters(Step.S, bold=True)
        plot = self._plot(box, figures, ink)
        slot = plot.width() / max(len(figures.categories), 1)
        every = thinned(len(figures.categories), max((small.width(one) for one in figures.categories), default=0) + 8, plot.width())
        for mark in self.marks(box, figures, ink):
            one = figures.series[mark.place.series]
            value = figures.value(mark.place)
            if value is not None and value.amount > 0:
                paint_bar(painter, mark.box, ink, token=one.token, sign=one.sign, bad=value.bad)
        ink.line(painter, QPointF(plot.left(), plot.bottom()), QPointF(plot.right(), plot.bottom()), token="line_strong")
        for category, name in enumerate(figures.categories):
            centre = plot.left() + slot * (category + 0.5)
            if category % every == 0:
                ink.text_centred(
                    painter, small, name, centre=centre, middle=plot.bottom() + small.height / 2 + 4, room=slot * every, token="text2"
                )
            self._paint_top(painter, figures, category, ink, bold, centre=centre, plot=plot, room=slot)
        self._paint_hatched_words(painter, box, figures, ink)

    def _paint_top(
        self, painter: QPainter, figures: Figures, category: int, ink: Ink, letters: Letters, *, centre: float, plot: QRectF, room: float
    ) -> None:
        values = [value for value in (one.values[category] for one in figures.series) if value is not None]
        total = sum(value.amount for value in values)
        said = values[0].text if len(values) == 1 else figures.axis_text(total)
        if not values or letters.width(said) > room + 2:
            return
        top = plot.bottom() - self._height(total, figures, plot)
        ink.text_centred(painter, letters, said, centre=centre, middle=top - letters.height / 2 - 2, room=room + 2, token="text")

    def _paint_hatched_words(self, painter: QPainter, box: QRectF, figures: Figures, ink: Ink) -> None:
        letters = ink.letters(Step.S)
        hatched = [one for one in figures.series if one.sign is Sign.HATCHED]
        right = box.right()
        for one in hatched:
            total = sum(value.amount for value in one.values if value is not None)
            words = f"{figures.axis_text(total)} {one.name}"
            middle = box.top() + letters.height / 2
            start = ink.text_right(painter, letters, words, right=right, middle=middle, room=box.width(), token="text2")
            ink.hatch(painter, QRectF(start - theme.S6 - 12, middle - 4, 12, 9), one.token)
            right = start - theme.S24 - 12

    def _plot(self, box: QRectF, figures: Figures, ink: Ink) -> QRectF:
        above = ink.letters(Step.S, bold=True).height + 4
        if any(one.sign is Sign.HATCHED for one in figures.series):
            above += ink.letters(Step.S).height
        return box.adjusted(0, above, 0, -(ink.letters(Step.XS).height + 8))

    def _height(self, amount: float, figures: Figures, plot: QRectF) -> float:
        top = figures.top or figures.largest(stacked=True) or 1.0
        return max(plot.height() * amount / top, _LEAST) if amount > 0 else 0.0

    def marks(self, box: QRectF, figures: Figures, ink: Ink) -> list[Mark]:
        """Return the bars; what is zero can be pointed at as a strip above the line."""
        plot = self._plot(box, figures, ink)
        slot = plot.width() / max(len(figures.categories), 1)
        wide = min(slot * 0.72, _WIDEST)
        found = []
        for category in range(len(figures.categories)):
            left, bottom = plot.left() + slot * (category + 0.5) - wide / 2, plot.bottom()
            # What is hatched lies at the foot: its share is read from zero.
            for series in sorted(range(len(figures.series)), key=lambda n: figures.series[n].sign is not Sign.HATCHED):
                value: Value | None = figures.series[series].values[category]
                if value is None:
                    continue
                high = self._height(value.amount, figures, plot)
                found.append(Mark(Place(series, category), QRectF(left, bottom - max(high, 1.0), wide, max(high, 1.0))))
                bottom -= high
        return found

    def height_wanted(self, figures: Figures, ink: Ink) -> float:
        """Return a height that shows differences."""
        return ink.letters(Step.S).height * 11
