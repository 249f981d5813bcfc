"""On which half of the screen a window stands, as the demonstration wants it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def half_of_screen(geometry: str) -> QRect | None:
    """Return the left or the right half of the screen, None where the window may stand anywhere."""
    if geometry not in ("left", "right"):
        return None
    area = QGuiApplication.primaryScreen().availableGeometry()
    half = area.width() // 2
    area.setLeft(area.left() + (half if geometry == "right" else 0))
    area.setWidth(half)
    return area


def place(window: QWidget, geometry: str) -> None:
    """Put a window into the middle of its half."""
    if (half := half_of_screen(geometry)) is not None:
        window.move(half.center() - window.rect().center())
