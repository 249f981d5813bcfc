"""The command palette: everything that can be done or opened, found by typing, run by Enter. What there is comes from the caller."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from ticketdesk.ui.kit import palette_match, pen, theme
from ticketdesk.ui.kit.fields import IconLineEdit
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.row_delegate import BAR, Index
from ticketdesk.ui.kit.theme import Step

WIDTH = 660
TOP = 100
MOST_SHOWN = 40
_LEFT = 44.0
_ROLE_ENTRY = int(Qt.ItemDataRole.UserRole)
_ROLE_SPANS = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One thing to do or to open; ``aside`` stands at the right (keys, a count), ``also`` holds further words that find it."""

    text: str
    run: Callable[[], object]
    section: str = ""
    icon: str = ""
    aside: str = ""
    also: str = ""
    enabled: bool = True


class _EntryDelegate(QStyledItemDelegate):
    """Paints heads of sections and entries with what matched in bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        extra = theme.S12 + theme.S2 if isinstance(index.data(_ROLE_ENTRY), PaletteEntry) else theme.S8
        return QSize(200, round(face().height) + extra)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, middle = QRectF(option.rect), option.rect.center().y() + 1.0
        entry = index.data(_ROLE_ENTRY)
        if not isinstance(entry, PaletteEntry):
            head = face(Step.S, bold=True)
            pen.text_left(painter, head, str(entry), x=box.left() + theme.S12, middle=middle, room=box.width(), token="text2")
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("sel"))
            painter.fillRect(QRectF(box.left(), box.top(), BAR, box.height()), theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("hover"))
        if entry.icon:
            pen.sign(painter, entry.icon, x=box.left() + theme.S16 - theme.S2, middle=middle, token="text2")
        right = box.right() - theme.S12
        if entry.aside:
            right = pen.text_right(painter, face(Step.S), entry.aside, right=right, middle=middle, room=220, token="text2") - theme.S12
        x = box.left() + _LEFT
        for part, bold in _parts(entry.text, index.data(_ROLE_SPANS) or []):
            if x < right:
                x = pen.text_left(painter, face(bold=bold), part, x=x, middle=middle, room=right - x, token="text")


def _parts(text: str, spans: Sequence[palette_match.Span]) -> list[tuple[str, bool]]:
    """Cut a text into what matched and what did not."""
    result, place = [], 0
    for first, last in spans:
        result += [(text[place:first], False), (text[first:last], True)]
        place = last
    result.append((text[place:], False))
    return [(part, bold) for part, bold in result if part]


class CommandPalette(QWidget):
    """Lies over its window until something was chosen, Esc was pressed or a click went beside it."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._entries: tuple[PaletteEntry, ...] = ()
        self._before: QWidget | None = None
        self._panel = QFrame(self)
        self._panel.setFrameShape(QFrame.Shape.NoFrame)
        self.field = IconLineEdit("search", parent=self._panel)
        self.view = QListView(self._panel)
        self._model = QStandardItemModel(self)
        self._foot = Label(step=Step.XS, token="text2", parent=self._panel)
        self._lay_out()
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.view.clicked.connect(lambda index: self._run(index.data(_ROLE_ENTRY)))
        window.installEventFilter(self)
        self._retranslate()
        self.hide()

    def open(self, entries: Sequence[PaletteEntry], typed: str = "") -> None:
        """Show these entries, narrowed by what is typed already."""
        self._entries = tuple(entries)
        self._before = self.window().focusWidget()
        self._place()
        self.field.setText(typed)
        self._filter(typed)
        self.show()
        self.raise_()
        self.field.setFocus()

    def shown(self) -> list[PaletteEntry]:
        """Return the entries that are seen, in their order."""
        found = (self._model.item(row).data(_ROLE_ENTRY) for row in range(self._model.rowCount()))
        return [one for one in found if isinstance(one, PaletteEntry)]

    def dismiss(self) -> None:
        """Close and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self._before = None
        self.closed.emit()

    def _lay_out(self) -> None:
        self.field.setFrame(False)
        self.field.setFont(theme.font(Step.XL_DIALOG))
        self.field.setTextMargins(theme.S12, theme.S8, theme.S12, theme.S8)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_EntryDelegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._foot.setContentsMargins(theme.S12, theme.S6, theme.S12, theme.S6)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(theme.S4, theme.S4, theme.S4, 0)
        column.setSpacing(theme.S4)
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        column.addWidget(self._foot)

    def _filter(self, typed: str) -> None:
        """Lay the entries that fit, by section; within one the best stands first."""
        fitting: dict[str, list[tuple[int, int, PaletteEntry, list[palette_match.Span]]]] = {}
        for order, entry in enumerate(self._entries):
            found = palette_match.match(typed, entry.text)
            if found is None and palette_match.match(typed, f"{entry.text} {entry.also} {entry.section}") is not None:
                found = (10_000, [])
            if found is not None and entry.enabled:
                fitting.setdefault(entry.section, []).append((found[0] if typed else order, order, entry, found[1]))
        self._model.clear()
        left = MOST_SHOWN
        for section, found_here in sorted(fitting.items(), key=lambda one: self._first_of(one[0])):
            if section and left > 0:
                self._append(section, [], selectable=False)
            for _rank, _order, entry, spans in sorted(found_here, key=lambda one: one[:2])[:left]:
                self._append(entry, spans, selectable=True)
                left -= 1
        if not fitting:
            self._append(self.tr("Nothing found"), [], selectable=False)
        self._step(1, start=-1)

    def _first_of(self, section: str) -> int:
        return next(order for order, entry in enumerate(self._entries) if entry.section == section)

    def _append(self, entry: PaletteEntry | str, spans: list[palette_match.Span], *, selectable: bool) -> None:
        item = QStandardItem(entry.text if isinstance(entry, PaletteEntry) else entry)
        item.setData(entry, _ROLE_ENTRY)
        item.setData(spans, _ROLE_SPANS)
        item.setSelectable(selectable)
        item.setEnabled(selectable)
        self._model.appendRow(item)

    def _step(self, by: int, *, start: int | None = None) -> None:
        """Go to the next or previous entry; heads are passed over."""
        row = (self.view.currentIndex().row() if start is None else start) + by
        while 0 <= row < self._model.rowCount():
            if self._model.item(row).isSelectable():
                self.view.setCurrentIndex(self._model.index(row, 0))
                return
            row += by

    def _run(self, entry: object) -> None:
        if isinstance(entry, PaletteEntry):
            self.dismiss()
            entry.run()

    def _place(self) -> None:
        self.setGeometry(self.window().rect())
        width = min(WIDTH, self.width() - 2 * theme.S16)
        height = max(min(round(face().height) * 25, self.height() - TOP - theme.S24), 120)
        top = min(TOP, max(self.height() - height - theme.S16, 0))
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Command, ticket, person, view"))
        self.field.setAccessibleName(self.tr("Command palette"))
        self._foot.setText(self.tr("↑ ↓ choose   Return runs   Esc closes"))

    def _key(self, key: Qt.Key) -> bool:
        """Do what a key means here; tell whether it meant something."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.view.currentIndex().data(_ROLE_ENTRY))
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):  # the focus stays here while the palette is open
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        if watched is self.window() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self.field.setFont(theme.font(Step.XL_DIALOG))
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._place()
        super().showEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 46))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel = QRectF(self._panel.geometry())
        painter.setPen(Qt.PenStyle.NoPen)
        for grow, alpha in ((6, 14), (3, 26), (1, 60)):
            painter.setBrush(QColor(0, 0, 0, alpha))
            radius = theme.RADIUS_PALETTE + grow
            painter.drawRoundedRect(panel.adjusted(-grow, -grow + 2, grow, grow + 2), radius, radius)
        painter.setPen(theme.color("line_strong"))
        painter.setBrush(theme.color("base"))
        painter.drawRoundedRect(panel.adjusted(-0.5, -0.5, 0.5, 0.5), theme.RADIUS_PALETTE, theme.RADIUS_PALETTE)
        rule = self._panel.mapTo(self, self.field.geometry().bottomLeft()).y() + 2
        painter.fillRect(QRectF(panel.left(), rule, panel.width(), 1), theme.color("line"))
