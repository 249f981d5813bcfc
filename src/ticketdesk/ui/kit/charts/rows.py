"""Lying bars, a row for each category: name at the left, amount behind. Several series are thin bars of one row, or lie in the first."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.charts.axis import ticks
from ticketdesk.ui.kit.charts.bars import paint_bar
from ticketdesk.ui.kit.charts.figures import Figures, Mark, Sign
from ticketdesk.ui.kit.charts.ink import Ink
from ticketdesk.ui.kit.theme import Step

_LEAST = 2.0
_NAME_SHARE = 0.36
_THIN, _THICK = 7.0, 14.0


class Rows:
    """Lying bars from zero. ``inside``: later series are shares of the first one and lie in its bar; the first one's amount is written."""

    def __init__(self, *, inside: bool = False, whole: bool = True) -> None:
        self._inside, self._whole = inside, whole

    def paint(self, painter: QPainter, box: QRectF, figures: Figures, ink: Ink) -> None:
        """Paint rows, axis, amounts and targets."""
        plot = self._plot(box, figures, ink)
        names, small = ink.letters(Step.S), ink.letters(Step.XS)
        scale = self._scale(figures)
        for amount in scale:
            x = plot.left() + plot.width() * amount / scale[-1]
            ink.line(painter, QPointF(x, plot.top()), QPointF(x, plot.bottom()), token="line_strong" if amount == 0 else "line")
            ink.text_centred(
                painter, small, figures.axis_text(amount), centre=x, middle=plot.bottom() + small.height / 2 + 2, room=90, token="text2"
            )
        high = plot.height() / max(len(figures.categories), 1)
        for category, name in enumerate(figures.categories):
            middle, left = plot.top() + high * (category + 0.5), box.left()
            if figures.signs and not ink.on_paper:
                figures.signs[category](painter, QRectF(round(left), round(middle - theme.ICON / 2), theme.ICON, theme.ICON))
                left += theme.ICON + theme.S8
            ink.text(painter, names, name, x=left, middle=middle, room=plot.left() - left - theme.S8, token="text")
        for mark in self.marks(box, figures, ink):
            self._paint_bar(painter, mark, plot, figures, ink, scale[-1])

    def _paint_bar(self, painter: QPainter, mark: Mark, plot: QRectF, figures: Figures, ink: Ink, top: float) -> None:
        one, value = figures.series[mark.place.series], figures.value(mark.place)
        if value is None:
            return
        if value.amount > 0:
            paint_bar(painter, mark.box, ink, token=one.token, sign=one.sign, bad=value.bad)
        end = mark.box.right()
        if value.target is not None:
            x = plot.left() + plot.width() * value.target / top
            ink.line(painter, QPointF(x, mark.box.top() - 5), QPointF(x, mark.box.bottom() + 5), token="text", width=2)
            end = max(end, x)
        if self._inside and mark.place.series > 0:
            return
        words = value.text
        if self._inside:
            for other in figures.series[1:]:
                share = other.values[mark.place.category]
                if share is not None and share.amount > 0:
                    words += f" · {share.text} {other.name}"
        thin = len(figures.series) > 1 and not self._inside
        letters = ink.letters(Step.XS if thin else Step.S, bold=one.sign is Sign.SOLID)
        token = "bad" if value.bad else "text2" if one.sign is Sign.OUTLINED else "text"
        ink.text(painter, letters, words, x=end + theme.S6, middle=mark.box.center().y(), room=10_000, token=token)

    def _scale(self, figures: Figures) -> list[float]:
        if figures.top is not None:
            return [figures.top * share / 4 for share in range(5)]
        return ticks(figures.largest(), whole=self._whole)

    def _plot(self, box: QRectF, figures: Figures, ink: Ink) -> QRectF:
        names = ink.letters(Step.S)
        wide = max((names.width(one) for one in figures.categories), default=0.0) + theme.S12
        if figures.signs and not ink.on_paper:
            wide += theme.ICON + theme.S8
        behind = ink.letters(Step.S, bold=True)
        room = max((behind.width(self._longest(figures, c)) for c in range(len(figures.categories))), default=0.0) + theme.S12
        left = min(wide, box.width() * _NAME_SHARE)
        return box.adjusted(left, 2, -min(room, box.width() * 0.4), -(ink.letters(Step.XS).height + 4))

    def _longest(self, figures: Figures, category: int) -> str:
        values = [(one.name, one.values[category]) for one in figures.series]
        if self._inside:
            parts = [
                (value.text if number == 0 else f" · {value.text} {name}")
                for number, (name, value) in enumerate(values)
                if value is not None and (number == 0 or value.amount > 0)
            ]
            return "".join(parts)
        return max((value.text for _, value in values if value is not None), key=len, default="")

    def marks(self, box: QRectF, figures: Figures, ink: Ink) -> list[Mark]:
        """Return the bars; an amount of zero has a strip of its own at the axis."""
        plot, top = self._plot(box, figures, ink), self._scale(figures)[-1]
        high = plot.height() / max(len(figures.categories), 1)
        count = 1 if self._inside else max(len(figures.series), 1)
        thick = min(_THICK if count == 1 else _THIN, high * 0.8 / count)
        found = []
        for place in figures.places():
            value = figures.value(place)
            assert value is not None
            middle = plot.top() + high * (place.category + 0.5)
            upper = middle - thick * count / 2 - (count - 1) + (0 if self._inside else place.series * (thick + 2))
            wide = max(plot.width() * min(value.amount, top) / top, _LEAST)
            found.append(Mark(place, QRectF(plot.left(), upper, wide, thick)))
        return found

    def height_wanted(self, figures: Figures, ink: Ink) -> float:
        """Return the height at which each row can be read."""
        row = ink.letters(Step.S).height + (theme.S12 if len(figures.series) == 1 or self._inside else theme.S16)
        return row * max(len(figures.categories), 1) + ink.letters(Step.XS).height + 6
