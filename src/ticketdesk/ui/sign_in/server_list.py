"""The servers one may choose from: those this computer joined, and below them, as a hint only, those found in the network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ticketdesk.domain.errors import BadInput
from ticketdesk.services.servers import KnownServer, Place, read_address
from ticketdesk.ui.kit import pen, text, theme
from ticketdesk.ui.kit.buttons import paint_focus_frame
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step

if TYPE_CHECKING:
    from ticketdesk.services.discover import FoundServer

Index = QModelIndex | QPersistentModelIndex
ROLE_CHOICE = int(Qt.ItemDataRole.UserRole) + 1
ROWS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: a known server, or one that somebody announces under a name of his own choosing."""

    place: Place
    known: KnownServer | None = None
    calls_itself: str = ""


class ServerModel(QAbstractListModel):
    """Known servers first; found ones are appended, so that nothing moves under the pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []

    def set_known(self, servers: Sequence[KnownServer]) -> None:
        """Show other known servers; what was found is forgotten."""
        self.beginResetModel()
        self._choices = [Choice(server.place, server) for server in servers]
        self.endResetModel()

    def add_found(self, found: Iterable[FoundServer]) -> None:
        """Append announced servers that are not there yet."""
        places = {choice.place for choice in self._choices}
        fresh: dict[Place, Choice] = {}
        for one in found:
            try:
                place = read_address(one.address)
            except BadInput:
                continue
            if place not in places:
                fresh.setdefault(place, Choice(place, calls_itself="" if one.name == one.host else one.name))
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._choices), len(self._choices) + len(fresh) - 1)
            self._choices += fresh.values()
            self.endInsertRows()

    def row_at(self, place: Place | None) -> int:
        """Return the row of an address, or -1; without a port the first known one on that host."""
        for row, choice in enumerate(self._choices):
            if place is not None and (choice.place == place or (place.port is None and choice.known and choice.place.host == place.host)):
                return row
        return -1

    def retranslate(self) -> None:
        """Show dates and words anew."""
        if self._choices:
            self.dataChanged.emit(self.index(0), self.index(len(self._choices) - 1))

    def words(self, choice: Choice) -> tuple[str, str]:
        """Return the two lines of a row."""
        address = str(choice.place)
        if choice.known is None:
            if not choice.calls_itself:
                return address, self.tr("Found in the network, not joined")
            return address, self.tr("Calls itself “{name}”; found in the network, not joined").replace("{name}", choice.calls_itself)
        parts = [address] if choice.known.office else []
        if choice.known.used_at is not None:
            parts.append(self.tr("last used on {day}").replace("{day}", text.day(choice.known.used_at)))
        elif choice.known.joined_at is not None:
            parts.append(self.tr("joined on {day}").replace("{day}", text.day(choice.known.joined_at)))
        line = ", ".join(parts)
        return choice.known.title, line[:1].upper() + line[1:] if not choice.known.office else line

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._choices)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role == ROLE_CHOICE:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(choice)[0]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in self.words(choice) if part)
        return None


class _Delegate(QStyledItemDelegate):
    """Paints a sign and two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice = index.data(ROLE_CHOICE)
        model = index.model()
        assert isinstance(model, ServerModel)
        rect = QRectF(option.rect)
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            active = bool(state & QStyle.StateFlag.State_Active) and focused
            painter.fillRect(rect, theme.color("sel" if active else "sel_off"))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent" if active else "line_strong"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        first, second = model.words(choice)
        title, small = face(Step.M), face(Step.S)
        gap = (rect.height() - title.height - small.height) / 2
        known = choice.known is not None
        sign, token = ("shield-check", "ok") if known else ("wifi", "warn")
        pen.sign(painter, sign, x=rect.left() + theme.S12, middle=rect.center().y(), token=token)
        left = rect.left() + theme.S12 + theme.ICON + theme.S12
        room = rect.right() - theme.S8 - left
        pen.text_left(painter, title, first, x=left, middle=rect.top() + gap + title.height / 2, room=room, token="text")
        middle = rect.bottom() - gap - small.height / 2
        pen.text_left(painter, small, second, x=left, middle=middle, room=room, token="text2" if known else "warn")
        if focused:
            paint_focus_frame(painter, rect)
        painter.restore()


def row_height() -> int:
    """Return the height of a row in the present font."""
    return round(face(Step.M).height + face(Step.S).height + theme.S8)


class ServerList(QListView):
    """Shows the model in two lines; choosing by pointer or arrow keys is one and the same."""

    chosen = Signal(object)
    """A Choice was chosen by hand."""
    confirmed = Signal()
    """Return was pressed on a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._empty = ""
        self.servers = ServerModel(self)
        self.setModel(self.servers)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._dress()
        self._retranslate()

    def show_place(self, place: Place | None) -> None:
        """Mark the row of an address without telling anybody; none where there is no such row."""
        self._quiet = True
        row = self.servers.row_at(place)
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            self.setCurrentIndex(self.servers.index(row))
        self._quiet = False

    def current(self) -> Choice | None:
        """Return the marked row's server."""
        choice = self.currentIndex().data(ROLE_CHOICE)
        return choice if isinstance(choice, Choice) else None

    def _retranslate(self) -> None:
        self._empty = self.tr("No server joined yet. With the invitation of your administration you join one.")
        self.setAccessibleName(self.tr("Servers"))
        self.setAccessibleDescription("" if self.servers.rowCount() else self._empty)
        self.servers.retranslate()
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and self.hasFocus() and (choice := self.current()) is not None:
            self.chosen.emit(choice)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first row current when the keyboard comes by; passing through must not replace an address that was typed.
        self._quiet = True
        super().focusInEvent(event)
        self._quiet = False
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choice, key = self.current(), event.key()
        confirms = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        only_passed = not self.selectionModel().isSelected(self.currentIndex())
        if choice is not None and (confirms or (only_passed and key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space))):
            if only_passed:
                self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.chosen.emit(choice)
            if confirms:
                self.confirmed.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        choice = self.indexAt(event.position().toPoint()).data(ROLE_CHOICE)
        if isinstance(choice, Choice):
            self.chosen.emit(choice)

    def sizeHint(self) -> QSize:
        return QSize(200, ROWS_SHOWN * row_height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 2 * row_height() + 2 * self.frameWidth())

    def _dress(self) -> None:
        """Draw the frame in the colour of the fields' outlines; Fusion's own is not seen in the dark scheme."""
        wanted = QPalette(self.palette())
        wanted.setColor(QPalette.ColorRole.WindowText, theme.color("line_strong"))
        if wanted != self.palette():
            self.setPalette(wanted)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self._dress()
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.servers.rowCount() == 0:
            painter = QPainter(self.viewport())
            box = self.viewport().rect().adjusted(theme.S12, 0, -theme.S12, 0)
            pen.sign(painter, "certificate", x=box.left(), middle=box.center().y(), token="text2")
            painter.setFont(theme.font(Step.S))
            painter.setPen(theme.color("text2"))
            words = QRect(box).adjusted(theme.ICON + theme.S12, 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), self._empty)
        if self.hasFocus() and not self.currentIndex().isValid():
            paint_focus_frame(QPainter(self.viewport()), QRectF(self.viewport().rect()))
