"""Keeps what was drawn or measured in the present colours, fonts and sizes, and forgets it when these change."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from math import inf
from typing import Generic, TypeVar

from ticketdesk.ui.kit import theme

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def _one(_value: object) -> float:
    return 1


class Kept(Generic[K, V]):
    """Values by key. Beyond ``most``, counted or weighed, all are forgotten: what is still needed comes again at once."""

    def __init__(self, most: float = inf, *, weight: Callable[[V], float] = _one) -> None:
        self._values: dict[K, V] = {}
        self._most, self._weight = most, weight
        self._heavy = 0.0
        self._generation = -1

    def find(self, key: K) -> V | None:
        """Return what is kept under a key, if it is still true."""
        if self._generation != theme.generation():
            self.forget()
        return self._values.get(key)

    def keep(self, key: K, value: V) -> V:
        """Keep what was not found, and return it."""
        if self._heavy > self._most or self._generation != theme.generation():
            self.forget()
        self._values[key] = value
        self._heavy += self._weight(value)
        return value

    def __len__(self) -> int:
        return len(self._values)

    def forget(self) -> None:
        """Forget everything."""
        self._values.clear()
        self._heavy = 0.0
        self._generation = theme.generation()
