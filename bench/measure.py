"""Timing two ways of doing the same side by side, and the figures that come of it."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

WARM_UP = 10
"""Rounds before the clock counts: plans, caches and branch predictors are warm on both sides."""


@dataclass(frozen=True, slots=True)
class Series:
    """Durations of one thing, in milliseconds."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.values)

    @property
    def p10(self) -> float:
        """What only a tenth of them undercuts: the cost itself, without what else the machine did meanwhile."""
        return sorted(self.values)[len(self.values) // 10]

    @property
    def p95(self) -> float:
        """What 95 of 100 do not exceed."""
        ordered = sorted(self.values)
        return ordered[max(0, math.ceil(0.95 * len(ordered)) - 1)]

    @property
    def worst(self) -> float:
        """The longest one."""
        return max(self.values)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. ``goal`` bounds the ratio, or ``ours`` itself where there is no floor; ``tickets`` 0: of no importance."""

    what: str
    tickets: int
    ours: float
    goal: float
    floor: float | None = None
    unit: str = "ms"
    p95: float | None = None
    remark: str = ""
    quiet: float | None = None
    """The ratio of the fastest tenths: on a busy machine waiting for the processor comes to both sides and hides what ours costs."""
    at_least: bool = False
    """The goal is what ``ours`` must reach, whatever the floor does: a rate."""

    @property
    def ratio(self) -> float | None:
        """Ours over the floor."""
        return self.ours / self.floor if self.floor else None

    @property
    def met(self) -> bool:
        """Whether the goal is reached, by the less favourable of both ratios."""
        if self.at_least:
            return self.ours >= self.goal
        return max(self.ratio if self.ratio is not None else self.ours, self.quiet or 0.0) <= self.goal


@dataclass(frozen=True, slots=True)
class Prepared:
    """An act with something to be made ready before the clock starts, such as an empty model."""

    prepare: Callable[[], Callable[[], object]]


Act = Callable[[], object] | Prepared


def once(act: Act) -> float:
    """Return how long one call takes, in ms."""
    ready = act.prepare() if isinstance(act, Prepared) else act
    began = perf_counter()
    ready()
    return (perf_counter() - began) * 1000


def side_by_side(acts: Sequence[Act], *, runs: int) -> list[Series]:
    """Time several ways in turn, round by round, so that whatever else the machine does meets them alike; who begins changes."""
    times: list[list[float]] = [[] for _ in acts]
    for turn in range(WARM_UP + runs):
        order = range(len(acts)) if turn % 2 else range(len(acts) - 1, -1, -1)
        for place in order:
            taken = once(acts[place])
            if turn >= WARM_UP:
                times[place].append(taken)
    return [Series(tuple(one)) for one in times]


def compared(what: str, floor: Act, ours: Act, *, tickets: int, goal: float, runs: int = 100) -> Figure:
    """Measure ours beside its floor and return the figure, by medians."""
    bare, client = side_by_side([floor, ours], runs=runs)
    return Figure(what, tickets, client.median, goal, floor=bare.median, p95=client.p95, quiet=client.p10 / bare.p10)
