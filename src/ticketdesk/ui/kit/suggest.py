"""A list that opens beside the cursor when two colons are typed, narrows with each letter and puts something in their place.

Keyboard only: arrows choose, Return or Tab takes, Esc closes and leaves the colons and what follows as they were typed. The text itself is
touched only by ``take``. What there is to choose comes from the caller.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QFrame, QListView, QPlainTextEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from ticketdesk.ui.kit import palette_match, pen, theme
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.row_delegate import BAR, Index
from ticketdesk.ui.kit.theme import Step

SIGN = "::"
_TYPED = re.compile(r"(?:^|(?<=[^:]))::([^:\n]{0,40})$")
_ROWS = 8
_WIDTH = 460
_ROLE_ENTRY = int(Qt.ItemDataRole.UserRole)
_ROLE_SPANS = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to put in: ``aside`` stands grey at the right, ``value`` is the caller's."""

    name: str
    value: object
    icon: str = "template"
    aside: str = ""


def fitting(suggestions: Sequence[Suggestion], typed: str) -> list[tuple[Suggestion, list[palette_match.Span]]]:
    """Return those whose name fits what was typed, the best first: words anywhere in it, else its letters in their order."""
    found: list[tuple[int, int, Suggestion, list[palette_match.Span]]] = []
    for order, one in enumerate(suggestions):
        match = palette_match.match(typed, one.name) or palette_match.match(_shortened(typed), one.name) or _in_order(typed, one.name)
        if match is not None:
            found.append((match[0] if typed.strip() else 0, order, one, match[1]))
    return [(one, spans) for _rank, _order, one, spans in sorted(found, key=lambda each: each[:2])]


def _shortened(typed: str) -> str:
    """Return umlauts written as two letters as one: the names are compared without their dots."""
    return typed.casefold().replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _in_order(typed: str, name: str) -> tuple[int, list[palette_match.Span]] | None:
    """Find the letters in their order with gaps between them: «zwb» finds «Zwischenbescheid»."""
    plain, places = palette_match.folded(name)
    at, spans = -1, []
    for letter in palette_match.folded(typed)[0].replace(" ", ""):
        at = plain.find(letter, at + 1)
        if at < 0:
            return None
        spans.append((places[at], places[at] + 1))
    return 1000 + (at if spans else 0), spans


class _Rows(QStyledItemDelegate):
    """Paints a name with what matched in bold, and where it comes from."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, round(face().height) + theme.S12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, middle = QRectF(option.rect), option.rect.center().y() + 1.0
        entry = index.data(_ROLE_ENTRY)
        if not isinstance(entry, Suggestion):
            pen.text_left(painter, face(Step.S), str(entry), x=box.left() + theme.S12, middle=middle, room=box.width(), token="text2")
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("sel"))
            painter.fillRect(QRectF(box.left(), box.top(), BAR, box.height()), theme.color("accent"))
        pen.sign(painter, entry.icon, x=box.left() + theme.S12, middle=middle, token="text2")
        right = box.right() - theme.S12
        if entry.aside:
            right = pen.text_right(painter, face(Step.S), entry.aside, right=right, middle=middle, room=170, token="text2") - theme.S12
        x, place = box.left() + 36.0, 0
        for first, last in [*(index.data(_ROLE_SPANS) or []), (len(entry.name), len(entry.name))]:
            for part, bold in ((entry.name[place:first], False), (entry.name[first:last], True)):
                if part and x < right:
                    x = pen.text_left(painter, face(bold=bold), part, x=x, middle=middle, room=right - x, token="text")
            place = last


class SuggestPopup(QFrame):
    """Watches one editor. ``chosen`` (Suggestion, QTextCursor over what it replaces); ``opened`` when the list appears."""

    chosen = Signal(object, object)
    opened = Signal()

    def __init__(self, editor: QPlainTextEdit, offer: Callable[[], Sequence[Suggestion]]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._offer = offer
        self._start = -1
        self._dismissed = -1
        self._typing = False
        self.view = QListView(self)
        self._model = QStandardItemModel(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_Rows(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.clicked.connect(lambda index: self.take(index.row()))
        self._foot = Label(step=Step.XS, token="text2", parent=self)
        self._foot.setContentsMargins(theme.S12, theme.S4, theme.S12, theme.S4)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._foot)
        editor.installEventFilter(self)
        editor.textChanged.connect(self._changed)
        editor.cursorPositionChanged.connect(self._moved)
        self._retranslate()
        self.hide()

    def shown(self) -> list[Suggestion]:
        """Return what is offered, in its order."""
        found = (self._model.item(row).data(_ROLE_ENTRY) for row in range(self._model.rowCount()))
        return [one for one in found if isinstance(one, Suggestion)]

    def refresh(self) -> None:
        """Show anew what there is to choose, as when it has just come from the server."""
        if self.isVisible():
            self._look()

    def begin(self) -> None:
        """Type the two colons for the person, as the button in the foot does."""
        self._editor.setFocus()
        cursor = self._editor.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        # Without the space a third colon would be taken for part of the sign.
        cursor.insertText(" ::" if before.endswith(":") else SIGN)
        self._dismissed = -1
        self._look()

    def take(self, row: int) -> None:
        """Take one of what is offered."""
        found = self.shown()
        if not 0 <= row < len(found):
            return
        cursor = self._editor.textCursor()
        end = cursor.position()
        cursor.setPosition(self._start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._close()
        self.chosen.emit(found[row], cursor)

    def _changed(self) -> None:
        if self._typing or self.isVisible():
            self._look()

    def _moved(self) -> None:
        if self.isVisible() and self._typed() is None:
            self._close()

    def _typed(self) -> tuple[int, str] | None:
        """Return where the colons stand before the cursor and what follows them."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection() or self._editor.isReadOnly():
            return None
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = _TYPED.search(before)
        return None if found is None else (cursor.block().position() + found.start(), found[1])

    def _look(self) -> None:
        typed = self._typed()
        if typed is None:
            self._dismissed = -1
            self._close()
            return
        start, words = typed
        if start == self._dismissed:
            return
        self._start = start
        found = fitting(self._offer(), words)
        self._model.clear()
        for one, spans in found:
            item = QStandardItem(one.name)
            item.setData(one, _ROLE_ENTRY)
            item.setData(spans, _ROLE_SPANS)
            self._model.appendRow(item)
        if not found:
            # A word that fits nothing was no search: «ab::cd» is a text like any other.
            if len(words) > 2:
                self._close()
                return
            item = QStandardItem(self.tr("Nothing found"))
            item.setData(item.text(), _ROLE_ENTRY)
            item.setEnabled(False)
            self._model.appendRow(item)
        self.view.setCurrentIndex(self._model.index(0, 0))
        self._place()
        if not self.isVisible():
            self.show()
            self.raise_()
            self.opened.emit()

    def _place(self) -> None:
        """Stand under the cursor, or above it where there is more room; always inside the window."""
        window = self._editor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        row = round(face().height) + theme.S12
        height = row * min(_ROWS, max(1, self._model.rowCount())) + self._foot.sizeHint().height() + 2
        width = min(_WIDTH, window.width() - 2 * theme.S8)
        cursor = self._editor.cursorRect()
        below = self._editor.viewport().mapTo(window, QPoint(cursor.left(), cursor.bottom() + theme.S4))
        above = self._editor.viewport().mapTo(window, QPoint(cursor.left(), cursor.top() - theme.S4))
        top = below.y() if below.y() + height <= window.height() else max(0, above.y() - height)
        self.setGeometry(max(theme.S8, min(below.x(), window.width() - width - theme.S8)), top, width, height)

    def _close(self) -> None:
        self.hide()

    def _key(self, key: int) -> bool:
        """Do what a key means while the list is open; tell whether it meant something."""
        row, last = self.view.currentIndex().row(), self._model.rowCount() - 1
        steps = {Qt.Key.Key_Down: row + 1, Qt.Key.Key_Up: row - 1, Qt.Key.Key_PageDown: row + _ROWS, Qt.Key.Key_PageUp: row - _ROWS}
        if key in steps:
            self.view.setCurrentIndex(self._model.index(min(last, max(0, steps[Qt.Key(key)])), 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            if not self.shown():
                self._close()
                return False
            self.take(row)
        elif key == Qt.Key.Key_Escape:
            self._dismissed = self._start
            self._close()
        else:
            return False
        return True

    def _retranslate(self) -> None:
        self._foot.setText(self.tr("↑ ↓ choose   Return inserts   Esc leaves the colons"))
        self.setAccessibleName(self.tr("Text modules"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._editor:
            return False
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if self.isVisible() and plain and event.type() == QEvent.Type.ShortcutOverride:
                if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                    event.accept()
                    return True
            elif self.isVisible() and plain and event.type() == QEvent.Type.KeyPress and self._key(event.key()):
                return True
            self._typing = True
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._close()
        elif event.type() == QEvent.Type.KeyRelease:
            self._typing = False
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("base"))
        painter.setPen(theme.color("line_strong"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
