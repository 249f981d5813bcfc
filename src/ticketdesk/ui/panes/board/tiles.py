"""Figures in large with one line of meaning; both open their list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.ui.kit import pen, theme
from ticketdesk.ui.kit.buttons import LinkButton, paint_focus_frame
from ticketdesk.ui.kit.labels import ElidedLabel
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.panes.board.words import Opening


@dataclass(frozen=True, slots=True)
class TileLook:
    """What a tile says."""

    title: str
    figure: str
    opening: Opening | None
    meaning: str
    meaning_opening: Opening | None = None
    icon: str = ""
    token: str = "text2"


class BigFigure(QAbstractButton):
    """A number in large; pressed, it opens what it counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: str, *, opens: bool) -> None:
        """Show a number."""
        self.setText(figure)
        self.setEnabled(opens)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        large = face(Step.FIGURE, bold=True, tabular=True)
        return QSize(round(pen.width(large, self.text())) + theme.S8, round(large.height) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        large = face(Step.FIGURE, bold=True, tabular=True)
        token = "accent" if self.isEnabled() and (self.underMouse() or self.isDown()) else "text"
        pen.text_left(painter, large, self.text(), x=0, middle=self.height() / 2, room=self.width(), token=token)
        if self.hasFocus():
            wide = min(pen.width(large, self.text()) + 4, self.width())
            paint_focus_frame(painter, QRectF(0, 0, wide, self.height()))


class Tile(QWidget):
    """One figure. ``opened`` carries what somebody wants to see the list of."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title, self.figure, self.meaning = ElidedLabel(step=Step.S, token="text2"), BigFigure(), LinkButton("")
        self._look: TileLook | None = None
        column = QVBoxLayout(self)
        # The line of meaning is a button with a padding of its own: its words begin where the figure does.
        column.setContentsMargins(theme.S6, theme.S8, theme.S6, theme.S8)
        column.setSpacing(theme.S2)
        upper = QVBoxLayout()
        upper.setContentsMargins(theme.S6, 0, theme.S6, 0)
        upper.setSpacing(theme.S2)
        upper.addWidget(self.title)
        upper.addWidget(self.figure)
        column.addLayout(upper)
        self._line = QVBoxLayout()
        column.addLayout(self._line)
        self._place_meaning(self.meaning)
        self.figure.clicked.connect(lambda: self._open(self._look.opening if self._look is not None else None))

    def _place_meaning(self, button: LinkButton) -> None:
        self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.clicked.connect(lambda: self._open(self._look.meaning_opening if self._look is not None else None))

    def look(self) -> TileLook | None:
        """Return what is shown."""
        return self._look

    def show_look(self, look: TileLook) -> None:
        """Show a figure."""
        if self._look is None or (self._look.icon, self._look.token) != (look.icon, look.token):
            focused = self.meaning.hasFocus()
            self._line.removeWidget(self.meaning)
            self.meaning.deleteLater()
            self.meaning = LinkButton("", look.icon, token=look.token)
            self._place_meaning(self.meaning)
            if focused:
                self.meaning.setFocus()
        self._look = look
        self.title.setText(look.title)
        self.figure.show_figure(look.figure, opens=look.opening is not None)
        self.figure.setAccessibleName(f"{look.title}: {look.figure}")
        self.meaning.set_text(look.meaning.replace("&", "&&"))
        self.meaning.setAccessibleName(f"{look.title}: {look.meaning}")
        opens = look.meaning_opening is not None
        self.meaning.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        self.meaning.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.meaning.setToolTip(look.meaning)

    def _open(self, opening: Opening | None) -> None:
        if opening is not None:
            self.opened.emit(opening)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(QPainter(self), QRectF(self.rect()))


def paint_card(painter: QPainter, box: QRectF) -> None:
    """Paint the ground of a tile or card."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("base"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_CARD, theme.RADIUS_CARD)
