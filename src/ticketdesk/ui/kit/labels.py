"""Labels that keep to the type steps and the tokens and show plain text, whatever they are given; tooltips that do so too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ticketdesk.ui.kit import pen, theme
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step

_DRESSED_ANEW_AT = (
    QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange, QEvent.Type.ParentChange, QEvent.Type.PaletteChange,
)  # fmt: skip


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows a text literally; Qt would take ``<img …>`` at its word."""
    import html  # not before the first paint: its table of entities is long

    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>") if text else ""


class Label(QLabel):
    """A label of a type step in a colour of the theme; follows both."""

    def __init__(
        self,
        text: str = "",
        *,
        step: Step = Step.M,
        bold: bool = False,
        token: str = "text",
        wrap: bool = False,
        selectable: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step, self._bold, self._token, self._tabular = step, bold, token, tabular
        self._dressing = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setText(text)
        self._dress()

    def set_look(self, *, token: str | None = None, bold: bool | None = None) -> None:
        """Change colour or weight."""
        self._token = self._token if token is None else token
        self._bold = self._bold if bold is None else bold
        self._dress()

    def take_size(self) -> None:
        """Take the size that holds now (kit.theme)."""
        self._dress()

    def _dress(self) -> None:
        self._dressing = True
        self.setFont(theme.font(self._step, bold=self._bold, tabular=self._tabular))
        own = QPalette(self.palette())
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            own.setColor(group, QPalette.ColorRole.WindowText, theme.color(self._token))
            own.setColor(group, QPalette.ColorRole.Text, theme.color(self._token))
        self.setPalette(own)
        self._dressing = False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _DRESSED_ANEW_AT and not self._dressing:
            self._dress()
        super().changeEvent(event)


class ElidedLabel(QWidget):
    """One line of plain text that is cut with an ellipsis where room ends; the whole text is tooltip and accessible name."""

    def __init__(
        self, text: str = "", *, step: Step = Step.M, bold: bool = False, token: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._step, self._bold, self._token = step, bold, token
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def text(self) -> str:
        """Return the whole text."""
        return self._text

    def set_look(self, *, token: str | None = None, bold: bool | None = None) -> None:
        """Change colour or weight."""
        self._token = self._token if token is None else token
        self._bold = self._bold if bold is None else bold
        self.updateGeometry()
        self.update()

    def setText(self, text: str) -> None:
        """Set the text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        one = face(self._step, bold=self._bold)
        return QSize(round(pen.width(one, self._text)) + 2, round(one.height) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 24), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        one = face(self._step, bold=self._bold)
        pen.text_left(QPainter(self), one, self._text, x=0, middle=self.height() / 2, room=self.width(), token=self._token)
        cut = pen.elided(one, self._text, self.width())[0] != self._text
        if cut != bool(self.toolTip()):
            self.setToolTip(plain_tooltip(self._text) if cut else "")
