"""Buttons: the one filled button of a pane, plain ones, icon buttons, verbs that look like text; the row of them that ends a dialog."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from ticketdesk.ui.kit import icons, theme


class Fill(Enum):
    """The colours a filled button may have; each names an audience."""

    ACCENT = "accent_fill"
    COORDINATION = "coord_fill"
    NOTE = "note_fill"


class PrimaryButton(QAbstractButton):
    """The filled button, at most one per pane; its focus is a white ring inside."""

    def __init__(self, text: str = "", icon: str = "", *, fill: Fill = Fill.ACCENT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._fill = fill
        self.setText(text)
        self.setAccessibleName(_plain(text))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Set text and accessible name."""
        self.setText(text)
        self.setAccessibleName(_plain(text))
        self.updateGeometry()
        self.update()

    def set_fill(self, fill: Fill, icon: str) -> None:
        """Set colour and icon together, since both name the audience."""
        self._fill, self._icon_name = fill, icon
        self.updateGeometry()
        self.update()

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        if self.isEnabled():
            ground = theme.color(self._fill.value)
            # Darker in both schemes: lighter would cost the white text its contrast.
            if self.isDown() or self.underMouse():
                ground = ground.darker(130 if self.isDown() else 112)
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            ground = theme.color("window")
            painter.setPen(theme.color("line"))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("on_fill"), 1.5))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 2, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        icon = theme.ICON + theme.S8 if self._icon_name else 0
        return QSize(metrics.horizontalAdvance(_plain(self.text())) + icon + 2 * theme.S12 + 4, metrics.height() + theme.S8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        on = "on_fill" if self.isEnabled() else "text3"
        self._paint_ground(painter, box)
        metrics = self.fontMetrics()
        icon = theme.ICON + theme.S8 if self._icon_name else 0
        width = min(metrics.horizontalAdvance(_plain(self.text())) + icon, int(box.width()))
        left = (self.width() - width) / 2
        if self._icon_name:
            icons.paint(painter, icon_box(left, self.height()), self._icon_name, token=on)
        painter.setPen(theme.color(on))
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        painter.drawText(QRectF(left + icon, 0, self.width() - left - icon, self.height()), int(flags), self.text())


class PlainButton(QPushButton):
    """An ordinary button with an icon in a colour of the theme."""

    def __init__(self, text: str = "", icon: str = "", *, token: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)
        if icon:
            self.setIcon(icons.icon(icon, token))
            self.setIconSize(QSize(theme.ICON, theme.ICON))


class ToolButton(QToolButton):
    """An icon button; the name is its tooltip and its accessible name."""

    def __init__(self, icon: str, name: str, *, token: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        self.setIcon(icons.icon(icon, token))
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Set tooltip and accessible name."""
        self.setToolTip(name)
        self.setAccessibleName(name)


class LinkButton(QAbstractButton):
    """A verb that looks like text, with a frame when it has the focus."""

    def __init__(self, text: str = "", icon: str = "", *, token: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._token = icon, token
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Set the verb."""
        self.setText(text)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        icon = theme.ICON + theme.S4 if self._icon_name else 0
        return QSize(metrics.horizontalAdvance(_plain(self.text())) + icon + 2 * theme.S6, metrics.height() + theme.S4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = self._token if self.isEnabled() else "text3"
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            veil = theme.color("text")
            veil.setAlphaF(0.12 if self.isDown() else 0.06)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(veil)
            painter.drawRoundedRect(QRectF(self.rect()), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        left = float(theme.S6)
        if self._icon_name:
            icons.paint(painter, icon_box(left, self.height()), self._icon_name, token=token)
            left += theme.ICON + theme.S4
        painter.setPen(theme.color(token))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), int(flags), self.text())
        if self.hasFocus():
            paint_focus_frame(painter, QRectF(self.rect()))


def button_row(*buttons: QWidget) -> QHBoxLayout:
    """Return the row that ends a dialog: its buttons at the right, the one that decides last."""
    row = QHBoxLayout()
    row.setSpacing(theme.S8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def icon_box(left: float, height: float, side: float = theme.ICON) -> QRectF:
    """Return where an icon stands, centred in a line of that height, on whole pixels."""
    return QRectF(round(left), round((height - side) / 2), side, side)


def paint_focus_frame(painter: QPainter, rect: QRectF, token: str = "accent") -> None:
    """Paint the 2 px focus frame just inside a rectangle."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(theme.color(token), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(QRectF(rect.topLeft() + QPointF(1, 1), rect.bottomRight() - QPointF(1, 1)))


def _plain(text: str) -> str:
    """Return a text without its access key marks."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
