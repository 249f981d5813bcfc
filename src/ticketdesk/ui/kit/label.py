"""Labels in a size and a colour of the theme: plain text only, whatever it holds; one that wraps, one that is cut with an ellipsis."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ticketdesk.ui.kit import theme


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows a text literally; Qt would take ``<img …>`` at its word."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""


class Label(QLabel):
    """Text in a colour and a step of the theme; follows both."""

    def __init__(
        self, text: str = "", *, token: str = "text", step: theme.Step = theme.Step.M, bold: bool = False, tabular: bool = False,
        wrap: bool = False, selectable: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._token, self._step, self._bold, self._tabular = token, step, bold, tabular
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._dress()
        self.setText(text)

    def set_token(self, token: str, *, bold: bool | None = None) -> None:
        """Set the colour, and the weight if given."""
        weight = self._bold if bold is None else bold
        if (token, weight) != (self._token, self._bold):
            self._token, self._bold = token, weight
            self._dress()

    def _dress(self) -> None:
        self.setFont(theme.font(self._step, bold=self._bold, tabular=self._tabular))
        palette = QPalette(self.palette())
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.WindowText, theme.color(self._token))
            palette.setColor(group, QPalette.ColorRole.Text, theme.color(self._token))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange):
            self._dress()
        super().changeEvent(event)


class ElidedLabel(Label):
    """One line, cut at its end; the whole stands in its tooltip and its accessible name."""

    def __init__(
        self, text: str = "", *, token: str = "text", step: theme.Step = theme.Step.M, bold: bool = False, parent: QWidget | None = None
    ) -> None:
        self._whole = ""
        super().__init__(token=token, step=step, bold=bold, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Set the text; line breaks become spaces."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self._cut()

    def whole(self) -> str:
        """Return the whole text."""
        return self._whole

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole[:2000], Qt.TextElideMode.ElideRight, max(self.width(), 0))
        self.setText(shown)
        self.setToolTip(plain_tooltip(self._whole) if shown != self._whole else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole[:2000]) + 2, super().sizeHint().height())
