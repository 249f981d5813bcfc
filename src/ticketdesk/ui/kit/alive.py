"""Callbacks that outlive their widget: an answer that comes after a window was closed goes nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

import shiboken6
from PySide6.QtCore import QObject

P = ParamSpec("P")


def while_alive(owner: QObject, callback: Callable[P, object]) -> Callable[P, None]:
    """Return a callback that does nothing once ``owner`` has been deleted."""

    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        if shiboken6.isValid(owner):
            callback(*args, **kwargs)

    return guarded
