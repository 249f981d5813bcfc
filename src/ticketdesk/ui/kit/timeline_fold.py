"""Log lines in a row, folded to one line that says how many there are; a click, Enter or Space unfolds them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.ui.kit import pen, theme
from ticketdesk.ui.kit.buttons import paint_focus_frame
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.kit.timeline_parts import CARD_LEFT, RAIL, LogLine, LogLook, paint_rail

FOLD_FROM = 3
"""So many log lines in a row are folded."""


class _FoldHead(QAbstractButton):
    """The line that stands for the others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.time = ""

    def sizeHint(self) -> QSize:
        return QSize(240, round(face(Step.S).height + theme.S8 + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        paint_rail(painter, self.height(), time=self.time, middle=middle)
        side = 15.0
        painter.fillRect(QRectF(RAIL - side / 2, 2, side, self.height() - 4), theme.color("alt"))
        pen.sign(painter, "dots-vertical", x=RAIL - side / 2, middle=middle, token="text2", side=side)
        token = "accent" if self.underMouse() else "text2"
        x = CARD_LEFT + theme.S2
        end = pen.text_left(painter, face(Step.S), self.text(), x=x, middle=middle, room=self.width() - x - theme.S24, token=token)
        pen.sign(painter, "chevron-up" if self.isChecked() else "chevron-down", x=end + theme.S4, middle=middle, token=token, side=14)
        if self.hasFocus():
            paint_focus_frame(painter, QRectF(CARD_LEFT - theme.S4, 0, end + theme.S24 - CARD_LEFT + theme.S4, self.height()))


class LogFold(QWidget):
    """Several log lines as one that says how many there are ("5 changes"), or ``text``."""

    toggled = Signal(bool)

    def __init__(self, looks: Sequence[LogLook], parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(parent)
        self._text = text
        self._head = _FoldHead(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._lines: list[LogLine] = []
        self._head.toggled.connect(self._show_lines)
        self.set_looks(looks)

    def set_looks(self, looks: Sequence[LogLook], *, text: str = "") -> None:
        """Stand for other lines; stays folded or unfolded as it is."""
        self._text = text or self._text
        self._head.time = looks[0].time if looks else ""
        for line, look in zip(self._lines, looks, strict=False):
            line.set_look(look)
        for look in looks[len(self._lines) :]:
            line = LogLine(look, self)
            line.setVisible(self._head.isChecked())
            self._lines.append(line)
            self._column.addWidget(line)
        for line in self._lines[len(looks) :]:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        del self._lines[len(looks) :]
        self._retranslate()

    def is_open(self) -> bool:
        """Tell whether the lines are seen."""
        return self._head.isChecked()

    def set_open(self, *, shown: bool) -> None:
        """Unfold or fold."""
        self._head.setChecked(shown)

    def _retranslate(self) -> None:
        words = self._text or self.tr("{n} changes").replace("{n}", str(len(self._lines)))
        self._head.setText(words)
        self._head.setAccessibleName(words)
        self._head.update()

    def _show_lines(self, shown: bool) -> None:
        for line in self._lines:
            line.setVisible(shown)
        self.toggled.emit(shown)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
