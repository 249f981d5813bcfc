"""A line for the 20 characters of an invitation: groups of four appear by themselves, whatever case or separators are typed."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from ticketdesk.services.invitation import CODE_LENGTH, spoken
from ticketdesk.ui.kit.fields import IconLineEdit


class CodeEdit(IconLineEdit):
    """Takes a code as it is read out: small letters, blanks, dashes, O for 0, I or L for 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("key", parent=parent)
        self.setMaxLength(200)
        self.textEdited.connect(self._group)
        font = QFont(self.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)

    def letters(self) -> str:
        """Return what was typed without separators."""
        return _letters(self.text())

    def _group(self, text: str) -> None:
        before = len(_letters(text[: self.cursorPosition()]))
        grouped = spoken(_letters(text))
        self.setText(grouped)
        # Behind the letter it stood behind; at the end of a group behind the dash, where typing goes on.
        place = before + max(before - 1, 0) // 4
        self.setCursorPosition(place if before < len(_letters(text)) else len(grouped))


def _letters(text: str) -> str:
    # Pasted with words around it, the code is the part that looks like one.
    if found := re.search(r"(?<![0-9A-Za-z])(?:[0-9A-Za-z]{4}[\s\-–—.]){4}[0-9A-Za-z]{4}(?![0-9A-Za-z])", text):
        text = found[0]
    return re.sub(r"[^0-9A-Z]", "", text.upper()).translate(str.maketrans("ILOU", "110V"))[:CODE_LENGTH]
