"""Chips: a word with its sign on a quiet ground; hidden matters carry the hatched edge. One chip may open a menu."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ticketdesk.domain.states import Priority
from ticketdesk.ui.kit import marks, pen, theme
from ticketdesk.ui.kit.buttons import paint_focus_frame
from ticketdesk.ui.kit.labels import plain_tooltip
from ticketdesk.ui.kit.marks import Status
from ticketdesk.ui.kit.pen import Face, face
from ticketdesk.ui.kit.theme import Step

PAD = 6.0
_MENU_ROOM = 20.0


@dataclass(frozen=True, slots=True)
class ChipLook:
    """What a chip shows. ``tint`` names a ground of the theme ("bad_tint", "note_paper"); without one the chip has an outline.

    One sign at most: ``icon``, ``status`` or ``priority``. ``hidden`` draws the hatched edge: the requester does not see this.
    """

    text: str
    icon: str = ""
    token: str = "text2"
    tint: str = ""
    status: Status | None = None
    priority: Priority | None = None
    bold: bool = False
    hidden: bool = False
    tip: str = ""
    spoken: str = ""
    """The whole sentence for a screen reader, if the text alone does not say it."""


def chip_size(look: ChipLook, *, menu: bool = False) -> QSize:
    """Return how big a chip is: 24 px high at 10 points."""
    one = _face(look)
    sign = theme.ICON + theme.S4 if _has_sign(look) else 0
    edge = marks.BAR_HATCHED if look.hidden else 0
    width = pen.width(one, look.text) + sign + edge + 2 * PAD + (_MENU_ROOM if menu else 0)
    return QSize(round(width) + 2, round(one.height) + theme.S6 + 2)


def paint_chip(painter: QPainter, rect: QRectF, look: ChipLook, *, menu: bool = False, hovered: bool = False) -> None:
    """Paint a chip; text that has no room is elided."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    outlined = not look.tint or theme.high_contrast()
    painter.setPen(QPen(theme.color("line_strong" if menu else "line"), 1) if outlined else Qt.PenStyle.NoPen)
    ground = theme.color(look.tint or ("raised" if menu else "base"))
    painter.setBrush(theme.color("hover") if hovered and outlined else ground)
    if look.tint or menu or outlined:
        painter.drawRoundedRect(box, theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
    x, middle = rect.left() + PAD, rect.center().y()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if look.hidden:
        edge = QRectF(rect.left(), rect.top(), marks.BAR_HATCHED - 1, rect.height())
        painter.fillRect(edge, theme.color(look.tint or "base"))
        marks.paint_audience_bar(painter, edge, theme.color("note"), hidden=True)
        x += marks.BAR_HATCHED
    x = _paint_sign(painter, look, x=x, middle=middle)
    right = rect.right() - PAD - (_MENU_ROOM if menu else 0)
    pen.text_left(painter, _face(look), look.text, x=x, middle=middle, room=right - x + 2, token=look.token)
    if menu:
        pen.sign(painter, "chevron-down", x=rect.right() - theme.ICON - theme.S4, middle=middle, token="text2", side=14)
    painter.restore()


def _paint_sign(painter: QPainter, look: ChipLook, *, x: float, middle: float) -> float:
    side = float(theme.ICON)
    place = QRectF(round(x), round(middle - side / 2), side, side)
    if look.status is not None:
        marks.paint_status(painter, place, look.status)
    elif look.priority is not None:
        marks.paint_priority(painter, place, look.priority)
    elif look.icon:
        pen.sign(painter, look.icon, x=x, middle=middle, token=look.token)
    else:
        return x
    return x + side + theme.S4


def _has_sign(look: ChipLook) -> bool:
    return bool(look.icon) or look.status is not None or look.priority is not None


def _face(look: ChipLook) -> Face:
    return face(Step.S, bold=look.bold)


class Chip(QWidget):
    """A chip that only says something."""

    def __init__(self, look: ChipLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: ChipLook) -> None:
        """Show something else."""
        self._look = look
        self.setToolTip(plain_tooltip(look.tip))
        self.setAccessibleName(look.spoken or look.text)
        self.updateGeometry()
        self.update()

    def look(self) -> ChipLook:
        """Return what is shown."""
        return self._look

    def sizeHint(self) -> QSize:
        return chip_size(self._look)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(chip_size(self._look).width(), 48), chip_size(self._look).height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._look)


class ChipButton(QAbstractButton):
    """A chip that opens a menu, by click, Space, Enter or arrow down."""

    def __init__(self, look: ChipLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu: QMenu | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: self.open_menu())
        self.set_look(look)

    def set_look(self, look: ChipLook) -> None:
        """Show something else."""
        self._look = look
        self.setToolTip(plain_tooltip(look.tip))
        self.setAccessibleName(look.spoken or look.text)
        self.updateGeometry()
        self.update()

    def look(self) -> ChipLook:
        """Return what is shown."""
        return self._look

    def set_menu(self, menu: QMenu | None) -> None:
        """Set what opens; None makes it an ordinary chip."""
        self._menu = menu
        self.setEnabled(menu is not None)
        self.updateGeometry()
        self.update()

    def open_menu(self) -> None:
        """Open the menu below the chip."""
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        return chip_size(self._look, menu=self._menu is not None)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hovered = self.isEnabled() and self.underMouse()
        paint_chip(painter, QRectF(self.rect()), self._look, menu=self._menu is not None, hovered=hovered)
        if self.hasFocus():
            paint_focus_frame(painter, QRectF(self.rect()))
