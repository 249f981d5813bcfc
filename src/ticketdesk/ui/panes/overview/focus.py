"""Moving the keyboard from area to area of the window (F6), and which editor has it. No widget is made here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def editor() -> QWidget | None:
    """Return the editor that has the keyboard, if one has."""
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) and not focus.isReadOnly() else None


def step(areas: Sequence[QWidget], by: int) -> None:
    """Move the keyboard to the next visible area, or to the one before; round the end."""
    seen = [area for area in areas if area.isVisible()]
    focus = QApplication.focusWidget()
    here = next((at for at, area in enumerate(seen) if focus is not None and (area is focus or area.isAncestorOf(focus))), -1)
    for distance in range(1, len(seen) + 1):
        start = here if here >= 0 or by > 0 else 0
        if enter(seen[(start + by * distance) % len(seen)]):
            return


def enter(area: QWidget) -> bool:
    """Give the keyboard to an area: to itself if it takes it, else to the first thing in it that does; tell whether one did."""
    reason = Qt.FocusReason.ShortcutFocusReason
    if area.focusProxy() is not None or area.focusPolicy() & Qt.FocusPolicy.TabFocus:
        area.setFocus(reason)
        return True
    inner = area.nextInFocusChain()
    while inner is not None and inner is not area:
        if area.isAncestorOf(inner) and inner.focusPolicy() & Qt.FocusPolicy.TabFocus and inner.isVisible() and inner.isEnabled():
            inner.setFocus(reason)
            return True
        inner = inner.nextInFocusChain()
    return False
