"""Small facts about a server: a name and a value each, and a fingerprint that can be read out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from ticketdesk.ui.kit import pen, theme
from ticketdesk.ui.kit.buttons import ToolButton
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step

_GROUP, _GROUPS_A_LINE = 4, 8


def spoken_fingerprint(digits: str) -> str:
    """Return a fingerprint in groups of four, eight groups a line."""
    groups = [digits[i : i + _GROUP] for i in range(0, len(digits), _GROUP)]
    return "\n".join(" ".join(groups[i : i + _GROUPS_A_LINE]) for i in range(0, len(groups), _GROUPS_A_LINE))


class FingerprintLabel(QFrame):
    """A fingerprint on paper, group under group, so that two people can compare it on the telephone; may be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self.copy_button = ToolButton("copy", "", token="text2", parent=self)
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(spoken_fingerprint(self._digits)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.S4, theme.S4, theme.S4)
        row.addStretch(1)
        row.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def set_fingerprint(self, digits: str) -> None:
        """Show a fingerprint of 64 hex digits."""
        self._digits = digits
        self._retranslate()
        self.update()

    def digits(self) -> str:
        """Return what is shown, without blanks."""
        return self._digits

    def _retranslate(self) -> None:
        self.copy_button.set_name(self.tr("Copy the fingerprint"))
        self.setAccessibleName(spoken_fingerprint(self._digits).replace("\n", " "))

    def sizeHint(self) -> QSize:
        one = face(Step.M, bold=True, tabular=True)
        wide = _GROUPS_A_LINE * (pen.width(one, "DDDD") + theme.S12)
        return QSize(round(wide) + theme.S12 + self.copy_button.sizeHint().width(), round(2 * one.height) + theme.S4 + 2 * theme.S8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("base"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.RADIUS_CARD, theme.RADIUS_CARD)
        one = face(Step.M, bold=True, tabular=True)
        step = (self.width() - theme.S12 - self.copy_button.width() - theme.S8) / _GROUPS_A_LINE
        for place, group in enumerate(spoken_fingerprint(self._digits).split()):
            line, column = divmod(place, _GROUPS_A_LINE)
            middle = theme.S8 + one.height / 2 + line * (one.height + theme.S4)
            pen.text_left(painter, one, group, x=theme.S12 + column * step, middle=middle, room=step, token="text")


class Facts(QWidget):
    """Names and values under one another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(theme.S16)
        self._form.setVerticalSpacing(theme.S4)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._rows: list[tuple[Label, Label]] = []

    def set_rows(self, rows: list[tuple[str, str]]) -> None:
        """Show names with their values."""
        while len(self._rows) < len(rows):
            name, value = Label(step=Step.S, token="text2", parent=self), Label(wrap=True, selectable=True, parent=self)
            self._form.addRow(name, value)
            self._rows.append((name, value))
        for place, (name, value) in enumerate(self._rows):
            for label, words in zip((name, value), rows[place] if place < len(rows) else ("", ""), strict=True):
                label.setText(words)
                label.setVisible(bool(words))

    def text(self) -> str:
        """Return all values, one a line."""
        return "\n".join(value.text() for _name, value in self._rows)
