"""A menu in which boxes can be seen.

Fusion draws the outline of a box in a menu from Window of its palette, and the ground of a choice's list from Window of the palette of
QMenu: one colour cannot serve both. Palettes go by the name of a class, hence one of our own for menus (colours.class_palettes).
"""

from __future__ import annotations

from PySide6.QtWidgets import QMenu


class Menu(QMenu):
    """What every menu of the program is made as."""
