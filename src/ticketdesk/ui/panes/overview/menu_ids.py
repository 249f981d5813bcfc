"""The menus that actions of the list and of the window stand in, by their names; menus.py lays them out."""

from __future__ import annotations

FILE, EDIT, VIEW, LAYOUT, ROWS, SIZE, COLOURS, LANGUAGE = "file", "edit", "view", "layout", "rows", "size", "colours", "language"
EXTRAS, HELP, WINDOW, ADMIN, EVALUATION = "extras", "help", "window", "extras.admin", "evaluation"
