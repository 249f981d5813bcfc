"""How large a window may be: never larger than the screen it stands on, whatever its contents would like."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = 48
"""For what the window manager draws around it."""


def resize_within(window: QWidget, wanted: QSize) -> None:
    """Give a window its size, or what the screen has room for."""
    owner = window.parentWidget()
    room = (owner.window() if owner is not None else window).screen().availableSize() - QSize(0, _FRAME)
    window.resize(wanted.boundedTo(room))
