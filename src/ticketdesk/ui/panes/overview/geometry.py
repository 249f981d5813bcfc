"""Where the window stands: kept at the end, restored at the start, always on a screen that is there.

On Wayland a window cannot know its position: only size and «maximised» are kept, so that a wrong place does not spoil the next session.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SMALLEST = QSize(800, 500)
FIRST = QSize(1440, 900)
FRAME = QSize(8, 48)
"""About what a window manager draws around a window."""
_SIZE, _PLACE, _MAXIMISED = "window/size", "window/place", "window/maximised"


def keep(window: QWidget, settings: QSettings) -> None:
    """Remember size and place of a window."""
    settings.setValue(_MAXIMISED, window.isMaximized())
    normal = window.normalGeometry()
    settings.setValue(_SIZE, normal.size() if normal.isValid() else window.size())
    if knows_places():
        settings.setValue(_PLACE, normal.topLeft() if normal.isValid() else window.pos())


def restore(window: QWidget, settings: QSettings) -> None:
    """Give a window the size and place it had, clamped to the screens of today."""
    size, place = settings.value(_SIZE), settings.value(_PLACE)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    wanted = size if isinstance(size, QSize) and size.isValid() else first_size(screens)
    known = isinstance(place, QPoint) and knows_places()
    box = clamped(QRect(place if known else QPoint(0, 0), wanted), screens)
    window.resize(box.size())
    if known:
        window.move(box.topLeft())
    if settings.value(_MAXIMISED, False, type=bool):
        window.showMaximized()


def first_size(screens: Sequence[QRect]) -> QSize:
    """Return the size of a window that was never moved: with what the window manager draws around it, it lies within a small screen too."""
    return FIRST.boundedTo(screens[0].size() - FRAME) if screens else FIRST


def knows_places() -> bool:
    """Tell whether windows here know where they stand."""
    return not QGuiApplication.platformName().startswith("wayland")


def clamped(box: QRect, screens: Sequence[QRect]) -> QRect:
    """Return a rectangle that lies wholly on the screen it overlaps most, or on the first one."""
    if not screens:
        return box

    def shared(screen: QRect) -> int:
        common = screen.intersected(box)
        return common.width() * common.height() if common.isValid() else 0

    screen = max(screens, key=shared)
    size = box.size().expandedTo(SMALLEST).boundedTo(screen.size())
    left = min(max(box.left(), screen.left()), screen.right() + 1 - size.width())
    top = min(max(box.top(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(QPoint(left, top), size)
