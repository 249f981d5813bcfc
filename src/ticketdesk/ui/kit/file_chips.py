"""Chips of files in a row that wraps: under a text that is being written with a way to take each out, in a card to look at.

What they say comes in as plain values. Not here: files themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ticketdesk.domain.attachment import size_words
from ticketdesk.ui.kit import icons, pen, theme
from ticketdesk.ui.kit.buttons import paint_focus_frame
from ticketdesk.ui.kit.labels import plain_tooltip
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step

_NAME_MOST = 260
_ALL = "100 %"
"""The widest of what stands beside a file that is on its way."""


@dataclass(frozen=True, slots=True)
class FileLook:
    """One file as a chip. ``share`` (0 to 1) paints how far it is; None when there is nothing to wait for."""

    key: Hashable
    name: str
    note: str = ""
    """Behind the name: its size, or how far it is."""
    icon: str = "file"
    share: float | None = None
    bad: bool = False
    hint: str = ""


def size_text(size: int) -> str:
    """Return a file's size as people read it: 1,4 MB."""
    value, unit = size_words(size)
    digits = 1 if unit != "B" and value < 10 else 0
    return f"{QLocale().toString(value, 'f', digits)} {unit}"


class FileChip(QAbstractButton):
    """One file: icon, name, size; with ``removable`` a cross at its end. ``clicked`` to look at it, ``removed`` to take it out."""

    removed = Signal()

    def __init__(self, look: FileLook, *, removable: bool, remove_word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._removable, self._remove_word = look, removable, remove_word
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: FileLook) -> None:
        """Show another state of it. One that only goes on needs no room anew: the pane around it would be laid out at each piece."""
        before, self._look = self.sizeHint(), look
        # A name is shown letter by letter, whatever is in it.
        self.setToolTip(plain_tooltip("\n".join(part for part in (look.name, look.hint) if part)))
        said = [look.name, look.note, look.hint]
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setAccessibleDescription(self._remove_word if self._removable else "")
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    def look(self) -> FileLook:
        """Return what is shown."""
        return self._look

    def _cross(self) -> QRectF:
        return QRectF(self.width() - theme.ICON - theme.S6, (self.height() - theme.ICON) / 2, theme.ICON, theme.ICON)

    def sizeHint(self) -> QSize:
        name = min(_NAME_MOST, pen.width(face(Step.S), self._look.name))
        width = theme.S8 + theme.ICON + theme.S6 + name + theme.S8
        if self._look.note:
            going_on = pen.width(face(Step.S), _ALL) if self._look.share is not None else 0.0
            width += max(going_on, pen.width(face(Step.S), self._look.note)) + theme.S8
        width += theme.ICON + theme.S16 if self._removable else 0
        return QSize(round(width) + 2, round(face(Step.S).height + theme.S8 + theme.S2))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.ICON * 5, self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._removable and self._cross().adjusted(-4, -4, 4, 4).contains(event.position()) and self.isDown():
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, box = self._look, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("bad" if look.bad else "line"), 1))
        painter.setBrush(theme.color("hover" if self.underMouse() else "alt"))
        painter.drawRoundedRect(box, theme.RADIUS_CARD / 2, theme.RADIUS_CARD / 2)
        if look.share is not None:
            done = QRectF(box.left() + 2, box.bottom() - 3, (box.width() - 4) * min(1.0, max(0.0, look.share)), 2)
            painter.fillRect(done, theme.color("accent"))
        middle = self.height() / 2
        x: float = theme.S8
        icons.paint(painter, QRectF(x, middle - theme.ICON / 2, theme.ICON, theme.ICON), look.icon, token="bad" if look.bad else "text2")
        x += theme.ICON + theme.S6
        right: float = self.width() - theme.S8
        if self._removable:
            icons.paint(painter, self._cross(), "x", token="text2")
            right -= theme.ICON + theme.S4
        if look.note:
            room = max((right - x) / 2, min(pen.width(face(Step.S), look.note), right - x - 2 * theme.ICON))
            right = pen.text_right(
                painter, face(Step.S), look.note, right=right, middle=middle, room=room, token="bad" if look.bad else "text2"
            ) - theme.S8  # fmt: skip
        pen.text_left(painter, face(Step.S), look.name, x=x, middle=middle, room=right - x, token="text")
        if self.hasFocus():
            paint_focus_frame(painter, QRectF(self.rect()))


class FileChips(QWidget):
    """All files of a text or a card. ``chosen`` and ``removed`` name one by its key."""

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, *, removable: bool = False, remove_word: Callable[[], str] = str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._removable, self._remove_word = removable, remove_word
        self._chips: dict[Hashable, FileChip] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_files(self, looks: Sequence[FileLook]) -> None:
        """Show these files; chips that stay keep the focus."""
        before = [(key, chip.sizeHint()) for key, chip in self._chips.items()]
        wanted = {look.key: look for look in looks}
        for key in [key for key in self._chips if key not in wanted]:
            chip = self._chips.pop(key)
            chip.hide()
            chip.deleteLater()
        for look in looks:
            chip_there = self._chips.get(look.key)
            if chip_there is not None:
                if chip_there.look() != look:
                    chip_there.set_look(look)
                continue
            self._chips[look.key] = self._made(look)
        self.setVisible(bool(looks))
        if before != [(key, chip.sizeHint()) for key, chip in self._chips.items()]:
            self._place()

    def chips(self) -> tuple[FileChip, ...]:
        """Return the chips shown."""
        return tuple(self._chips.values())

    def _made(self, look: FileLook) -> FileChip:
        chip = FileChip(look, removable=self._removable, remove_word=self._remove_word(), parent=self)
        chip.clicked.connect(lambda _checked=False, key=look.key: self.chosen.emit(key))
        chip.removed.connect(lambda key=look.key: self.removed.emit(key))
        chip.show()
        return chip

    def _lay(self, width: int, *, move: bool) -> int:
        """Place the chips beside each other and go on in the next line; return the height that takes."""
        x, y, line = 0, 0, 0
        for chip in self._chips.values():
            size = chip.sizeHint()
            if x and x + size.width() > width:
                x, y, line = 0, y + line + theme.S4, 0
            if move:
                chip.setGeometry(x, y, min(size.width(), width), size.height())
            x += size.width() + theme.S4
            line = max(line, size.height())
        return y + line

    def _place(self) -> None:
        self._lay(self.width(), move=True)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(width, move=False)

    def sizeHint(self) -> QSize:
        width = max(self.width(), theme.ICON * 20)
        return QSize(width, self._lay(width, move=False))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.ICON * 5, self._lay(max(self.width(), theme.ICON * 5), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
