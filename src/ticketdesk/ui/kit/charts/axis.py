"""An axis from zero to a round number."""

from __future__ import annotations

import math

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(largest: float, *, wanted: int = 4, whole: bool = True) -> list[float]:
    """Return round amounts from zero to at least the largest one, about as many as wanted; whole ones if only such are counted."""
    if largest <= 0:
        return [0.0, 1.0]
    rough = largest / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * one for one in _STEPS if power * one >= rough * 0.9999)
    if whole:
        step = max(math.ceil(step), 1)
    count = math.ceil(largest / step - 1e-9)
    return [step * number for number in range(count + 1)]


def thinned(count: int, width: float, room: float) -> int:
    """Return that each how-manieth label is written, so that labels of a width do not touch in the room."""
    if count <= 1 or room <= 0:
        return 1
    fits = max(int(room // max(width, 1.0)), 1)
    return max(math.ceil(count / fits), 1)
