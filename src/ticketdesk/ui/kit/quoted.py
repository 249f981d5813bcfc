"""A text with what it quotes set apart: a line at the left instead of «>», and a long quote folded until somebody wants to read it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import LinkButton
from ticketdesk.ui.kit.labels import Label

MARK = ">"
_LINES, _LETTERS = 6, 600
"""A quote that is longer is folded; of it so much is shown."""
_SHOWN_LINES, _SHOWN_LETTERS = 3, 300


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of lines, with the marks of a quote taken off."""

    text: str
    quoted: bool


def passages(body: str) -> tuple[Passage, ...]:
    """Return a text as what is said and what is quoted, in turn; without a quote it is one passage, to the letter."""
    if MARK not in body:
        return (Passage(body, quoted=False),)
    found = []
    for quoted, lines in groupby(body.split("\n"), key=lambda line: line.startswith(MARK)):
        text = "\n".join(line.removeprefix(MARK).removeprefix(" ") if quoted else line for line in lines)
        if text.strip():
            found.append(Passage(text.strip("\n"), quoted))
    return tuple(found) if any(one.quoted for one in found) else (Passage(body, quoted=False),)


def shortened(text: str) -> str:
    """Return the beginning of a long quote, or the whole of a short one."""
    if text.count("\n") < _LINES and len(text) <= _LETTERS:
        return text
    begin = "\n".join(text.split("\n")[:_SHOWN_LINES])
    if len(begin) > _SHOWN_LETTERS:
        begin = begin[:_SHOWN_LETTERS].rsplit(" ", 1)[0]
    return f"{begin.rstrip()} …"


class Quote(QWidget):
    """One quote; a first line in brackets says whose it is. ``resized`` when it was folded or unfolded."""

    resized = Signal()

    def __init__(self, text: str, *, unfolded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head, _, rest = text.partition("\n")
        named = head.startswith("[") and head.endswith("]") and bool(rest)
        self.head = Label(head[1:-1] if named else "", step=theme.Step.S, bold=True, token="text2", wrap=True)
        self.head.setVisible(named)
        self._text = rest if named else text
        self._short = shortened(self._text)
        self._unfolded = unfolded or self._short == self._text
        self.label = Label(wrap=True, selectable=True, token="text2")
        self.fold = LinkButton(token="accent")
        self.fold.setVisible(self._short != self._text)
        self.fold.clicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S12, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.label)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show()

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._show()
        self.resized.emit()

    def _show(self) -> None:
        self.label.setText(self._text if self._unfolded else self._short)
        said = QCoreApplication.translate("QuotedText", "Quote: {text}").format(text=self._text)
        self.label.setAccessibleName(said)
        if self._unfolded:
            self.fold.set_text(QCoreApplication.translate("QuotedText", "Fold the quote"))
        else:
            self.fold.set_text(QCoreApplication.translate("QuotedText", "Show the whole quote"))
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(0, 0, theme.S2, self.height()), theme.color("line_strong"))


class QuotedText(QWidget):
    """Plain, selectable text with its quotes. ``resized`` when a quote was folded or unfolded."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body, self._unfolded = "", False
        self.label = Label(wrap=True, selectable=True)
        """The whole text where nothing is quoted, else what is said before the first quote."""
        self._more: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.S6)
        self._column.addWidget(self.label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_text(self, body: str, *, name: str = "", unfolded: bool = False) -> None:
        """Show a text; ``name`` is what a screen reader calls it. The same text stays as it is, with what is unfolded in it."""
        self.label.setAccessibleName(name)
        if body == self._body and unfolded == self._unfolded and self._more:
            return
        self._body, self._unfolded = body, unfolded
        for widget in self._more:
            self._column.removeWidget(widget)
            widget.deleteLater()
        self._more = []
        first, *others = passages(body)
        self.label.setVisible(not first.quoted)
        self.label.setText("" if first.quoted else first.text)
        for one in ([first, *others] if first.quoted else others):
            self._add(one, unfolded=unfolded)
        self._grown()

    def _grown(self) -> None:
        """Let whoever holds this measure it anew at once: by itself the word goes up one floor per turn of the event loop."""
        self._column.invalidate()
        self.updateGeometry()

    def quotes(self) -> list[Quote]:
        """Return the quotes, in their order."""
        return [widget for widget in self._more if isinstance(widget, Quote)]

    def _add(self, passage: Passage, *, unfolded: bool) -> None:
        if passage.quoted:
            quote = Quote(passage.text, unfolded=unfolded)
            quote.resized.connect(self._grown)
            quote.resized.connect(self.resized)
            widget: QWidget = quote
        else:
            widget = Label(passage.text, wrap=True, selectable=True)
        self._more.append(widget)
        self._column.addWidget(widget)
