"""What a chart shows: categories, series of values written out, and what opens behind each value. Pure data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ticketdesk.ui.kit.charts.ink import Ink


class Sign(Enum):
    """The second sign beside the colour."""

    SOLID = "solid"
    DASHED = "dashed"
    HATCHED = "hatched"
    """Overdue, missed or absent, and nothing else."""
    OUTLINED = "outlined"


@dataclass(frozen=True, slots=True)
class Value:
    """One figure: its size, how it is written, and what to open behind it (None: nothing)."""

    amount: float
    text: str
    key: object = None
    target: float | None = None
    """What was promised; a stroke across a bar."""
    bad: bool = False
    """Whether the target was missed: hatched, with a word in its text."""


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one kind, one for each category; None where there is none."""

    name: str
    values: tuple[Value | None, ...]
    token: str = "chart"
    sign: Sign = Sign.SOLID
    area: bool = False
    """Whether a line has its ground filled."""


def _whole(amount: float) -> str:
    return f"{amount:.0f}"


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything a chart shows."""

    name: str
    """What it is, for a screen reader and for the table."""
    heading: str
    """What the categories are: the head of the table's first column."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    heads: tuple[str, ...] = ()
    """The categories in full words, where those at the axis are short."""
    axis_text: Callable[[float], str] = _whole
    top: float | None = None
    """Where the axis ends, if that is given: 100 for per cent."""
    signs: tuple[Callable[[QPainter, QRectF], None], ...] = ()
    """Painted before the categories of a bar chart in rows, 16 px a side; left out on paper."""

    def head(self, category: int) -> str:
        """Return a category in full words."""
        return self.heads[category] if self.heads else self.categories[category]

    def value(self, place: Place) -> Value | None:
        """Return the value at a place, if there is one."""
        return self.series[place.series].values[place.category]

    def sentence(self, place: Place) -> str:
        """Return what a place says, to be read aloud."""
        value = self.value(place)
        name = self.series[place.series].name
        said = value.text if value is not None else ""
        return f"{self.head(place.category)}: {said} {name}".rstrip() if name else f"{self.head(place.category)}: {said}"

    def places(self) -> Iterator[Place]:
        """Return every place that has a value, category by category."""
        for category in range(len(self.categories)):
            for series, one in enumerate(self.series):
                if one.values[category] is not None:
                    yield Place(series, category)

    def largest(self, *, stacked: bool = False) -> float:
        """Return the largest amount, or the largest sum of a category."""
        sums = (
            [value.amount for value in (one.values[c] for one in self.series) if value is not None] for c in range(len(self.categories))
        )
        return max((sum(some) if stacked else max(some) for some in sums if some), default=0.0)


@dataclass(frozen=True, slots=True)
class Place:
    """A value's place in its figures."""

    series: int
    category: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value is painted: what one points at."""

    place: Place
    box: QRectF


class Chart(Protocol):
    """A way to paint figures. Holds nothing: the same figures in the same box look the same every time."""

    def paint(self, painter: QPainter, box: QRectF, figures: Figures, ink: Ink) -> None:
        """Paint everything into the box."""

    def marks(self, box: QRectF, figures: Figures, ink: Ink) -> list[Mark]:
        """Return where each value is painted."""

    def height_wanted(self, figures: Figures, ink: Ink) -> float:
        """Return how high the box should be."""
