"""Marks placeholders that still stand in a text, by ground and underline, so that nobody sends them unseen."""

from __future__ import annotations

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ticketdesk.domain import placeholders
from ticketdesk.ui.kit import theme


class PlaceMarks(QSyntaxHighlighter):
    """Belongs to one document and follows it."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        """Mark what domain/placeholders.py calls unresolved."""
        form = QTextCharFormat()
        form.setBackground(theme.color("warn_tint"))
        form.setForeground(theme.color("warn"))
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        for place in placeholders.unresolved(text):
            # Counted as Qt counts: in UTF-16, where an emoji is two.
            start = len(text[: place.start].encode("utf-16-le", "surrogatepass")) // 2
            self.setFormat(start, len(place.written.encode("utf-16-le", "surrogatepass")) // 2, form)
