"""How far an import is: what is being done, how much of it, and when it is worth saying."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum

from ticketdesk.services.exchange.texts import Texts


class Doing(StrEnum):
    """What takes long enough to be told."""

    READ = "read"
    SORT = "sort"
    """Bringing the lines of each case together."""
    DATES = "dates"
    """Looking at how a column writes its moments."""
    WORDS = "words"
    CHECK = "check"
    SEND = "send"
    PROVE = "prove"
    """Reading an export through."""


Told = Callable[[Doing, int, int], None]
"""Told now and then what is done, how much, and of how much in all; 0: nobody knows."""
Stop = Callable[[], bool]

EVERY = 2000
"""Lines after which it is told how far it is, and asked whether to stop."""


class Stopped(Exception):
    """Somebody wished that it end."""


def never() -> bool:
    """Do not stop."""
    return False


def silent(_doing: Doing, _done: int, _of: int) -> None:
    """Tell nobody."""


def sentence(texts: Texts, doing: Doing, done: int, of: int) -> str:
    """Return how far it is, in words."""
    return texts.say(f"progress.{doing}", done=done, of=of) if of else texts.say("progress.count", done=done)


class Teller:
    """Says it line by line: at once when something else is done, else not more often than one reads."""

    OFTEN, SELDOM, LONG = 2.0, 15.0, 60.0
    """Seconds between two lines at first, and after so many seconds."""

    def __init__(self, texts: Texts, say: Callable[[str], None], *, clock: Callable[[], float] = time.monotonic) -> None:
        self._texts, self._say, self._clock = texts, say, clock
        self._began = self._last = clock()
        self._doing: Doing | None = None

    def __call__(self, doing: Doing, done: int, of: int) -> None:
        now = self._clock()
        if doing is not self._doing:
            self._doing = doing
            # What is over at once needs no line.
            self._last = max(self._last, now - self.OFTEN / 2)
        pause = self.OFTEN if now - self._began < self.LONG else self.SELDOM
        if now - self._last >= pause:
            self._last = now
            self._say(f"{sentence(self._texts, doing, done, of)}, {round(now - self._began)} s")
