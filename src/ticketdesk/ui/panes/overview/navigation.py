"""The navigation at the left: sections, views and their counts; wide with words, or a rail with icons and counts.

Not here: which views somebody has (places.py), where the counts come from (pane.py).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ticketdesk.domain.people import Me
from ticketdesk.domain.query import View
from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.panes.overview import places
from ticketdesk.ui.panes.overview.places import Place

WIDE, RAIL = 216, 66
"""Pixels at 10 pt; both grow with the font."""
CAP = 999
"""Counts stop there; more is shown as 999+."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a section."""

    title: object
    first: bool


class NavigationModel(QAbstractListModel):
    """Headings and views of one person; counts and unread marks change by row."""

    def __init__(self, me: Me, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Heading | Place] = []
        for number, section in enumerate(places.sections(me)):
            self.entries.append(Heading(section.title, number == 0))
            self.entries.extend(places.PLACES[view] for view in section.views)
        self._rows = {entry.view: row for row, entry in enumerate(self.entries) if isinstance(entry, Place)}
        self.counts: dict[View, int] = {}
        self.unread: frozenset[View] = frozenset()

    def row_of(self, view: View) -> int:
        """Return a view's row, -1 if this person does not have it."""
        return self._rows.get(view, -1)

    def view_at(self, row: int) -> View | None:
        """Return the view of a row, None for headings and outside."""
        entry = self.entries[row] if 0 <= row < len(self.entries) else None
        return entry.view if isinstance(entry, Place) else None

    def set_counts(self, counts: Mapping[View, int], unread: Collection[View]) -> None:
        """Take new counts; only rows that differ are told."""
        before = {view: (self.counts.get(view), view in self.unread) for view in self._rows}
        self.counts, self.unread = dict(counts), frozenset(unread)
        for view, row in self._rows.items():
            if before[view] != (self.counts.get(view), view in self.unread):
                self.dataChanged.emit(self.index(row), self.index(row))

    def retranslate(self) -> None:
        """Have everything drawn in another language."""
        if self.entries:
            self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))

    def count_text(self, view: View) -> str:
        """Return a view's count as it is shown; nothing where it is zero or not known."""
        count = self.counts.get(view, 0)
        return "" if count == 0 else f"{CAP}+" if count >= CAP else str(count)

    def sentence(self, place: Place) -> str:
        """Return a view's name with its count, for ears and tooltips."""
        title, count = places.say(place.title), self.count_text(place.view)
        if not count:
            return title
        return self.tr("%1, %2 tickets").replace("%1", title).replace("%2", count)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.entries[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return places.say(entry.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(entry) if isinstance(entry, Place) else places.say(entry.title)
        return None


class NavigationDelegate(QStyledItemDelegate):
    """Paints headings and views, wide or as a rail."""

    rail = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(theme.font()).height()
        entry = _entry(index)
        if isinstance(entry, Place):
            return QSize(RAIL, height + 10)
        if self.rail:
            return QSize(RAIL, theme.S8 if entry.first else theme.S16 + 1)
        return QSize(RAIL, height + (theme.S8 + theme.S4 if entry.first else theme.S24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = _entry(index)
        painter.save()
        if isinstance(entry, Place):
            self._paint_place(painter, option, index, entry)
        else:
            self._paint_heading(painter, option, entry)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, entry: Heading) -> None:
        box = QRectF(option.rect)
        if self.rail:
            if not entry.first:
                painter.fillRect(QRectF(box.left() + theme.S12, box.center().y(), box.width() - 2 * theme.S12, 1), theme.color("line"))
            return
        painter.setFont(theme.font(bold=True))
        painter.setPen(theme.color("text2"))
        box.adjust(theme.S12 + 2, 0, -theme.S8, -theme.S4)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, places.say(entry.title))

    def _paint_place(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, place: Place) -> None:
        model = index.model()
        assert isinstance(model, NavigationModel)
        box, state = QRectF(option.rect), option.state
        chosen = bool(state & option.state.State_Selected)
        focus = chosen and bool(state & option.state.State_HasFocus)
        if chosen:
            painter.fillRect(box, theme.color("sel"))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), theme.color("accent"))
        elif state & option.state.State_MouseOver:
            painter.fillRect(box, theme.color("hover"))
        count, unread = model.count_text(place.view), place.view in model.unread
        alarm = place.alarm if place.alarm and count else ""
        icon_token = alarm or ("accent" if chosen or unread else "text2")
        left = box.left() + (theme.S12 if self.rail else theme.S12 + 2)
        icons.paint(painter, QRectF(left, round(box.center().y() - theme.ICON / 2), theme.ICON, theme.ICON), place.icon, token=icon_token)
        painter.setFont(theme.font(bold=unread or bool(alarm), tabular=True))
        painter.setPen(theme.color(alarm or ("accent" if unread else "text2")))
        counted = QRectF(box.left(), box.top(), box.width() - theme.S8 - 2, box.height())
        # Beside the icon of the rail three signs have room; the tooltip says the whole.
        shown = "99+" if self.rail and len(count) > 3 else count
        painter.drawText(counted, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        if not self.rail:
            painter.setFont(theme.font(bold=unread))
            painter.setPen(theme.color("text"))
            metrics = QFontMetrics(painter.font())
            start = left + theme.ICON + theme.S8
            room = self.room(box.width(), count, bold=unread)
            words = metrics.elidedText(places.say(place.title), Qt.TextElideMode.ElideRight, int(room))
            left_middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(start, box.top(), room, box.height()), left_middle, words)
        if focus:
            _frame(painter, box)

    def room(self, width: float, count: str, *, bold: bool) -> float:
        """Return how much room the words of a view have in a row of a width, beside its icon and its count."""
        counted = QFontMetrics(theme.font(bold=bold)).horizontalAdvance(count) + theme.S8 if count else 0
        return width - theme.S8 - 2 - (theme.S12 + 2 + theme.ICON + theme.S8) - counted

    def shortened(self, place: Place, model: NavigationModel, width: float) -> bool:
        """Tell whether a view's words end in dots."""
        bold = place.view in model.unread
        words = QFontMetrics(theme.font(bold=bold)).horizontalAdvance(places.say(place.title))
        return words > self.room(width, model.count_text(place.view), bold=bold)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        entry = _entry(index)
        model = index.model()
        if not isinstance(entry, Place) or not isinstance(model, NavigationModel):
            return False
        if self.rail or self.shortened(entry, model, option.rect.width()):
            QToolTip.showText(event.globalPos(), model.sentence(entry), view)
            return True
        return False


class Navigation(QListView):
    """The list of views. ``chosen`` tells the view that somebody picked, with mouse or keys."""

    chosen = Signal(object)

    def __init__(self, me: Me, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = NavigationModel(me, self)
        self._delegate = NavigationDelegate(self)
        self._quiet = False
        self.setModel(self.places)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        self._lay_out()

    @property
    def rail(self) -> bool:
        """Whether only icons and counts are shown."""
        return self._delegate.rail

    def set_rail(self, rail: bool) -> None:
        """Show icons and counts only, or words too."""
        if rail != self._delegate.rail:
            self._delegate.rail = rail
            self._lay_out()

    def view(self) -> View | None:
        """Return the view that is marked."""
        return self.places.view_at(self.currentIndex().row())

    def mark(self, view: View) -> None:
        """Mark a view without telling it as chosen."""
        row = self.places.row_of(view)
        if row >= 0 and view is not self.view():
            self._quiet = True
            self.setCurrentIndex(self.places.index(row))
            self._quiet = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        view = self.places.view_at(current.row())
        if not self._quiet and view is not None:
            self.chosen.emit(view)

    def width_wanted(self) -> int:
        """Return the pixels that the present form needs at the present size of text."""
        grown = theme.base_size() / theme.DEFAULT_BASE
        return round((RAIL if self.rail else WIDE) * grown)

    def _lay_out(self) -> None:
        self.setMinimumWidth(round(RAIL * theme.base_size() / theme.DEFAULT_BASE))
        self.setAccessibleName(self.tr("Navigation"))
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.width_wanted(), 400)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self.places.retranslate()
            self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A press on a heading must not take the mark away from the view that is shown.
        if self.places.view_at(self.indexAt(event.position().toPoint()).row()) is not None:
            super().mousePressEvent(event)


def _entry(index: Index) -> Heading | Place:
    model = index.model()
    assert isinstance(model, NavigationModel)
    return model.entries[index.row()]


def _frame(painter: QPainter, box: QRectF) -> None:
    pen = painter.pen()
    pen.setColor(theme.color("accent"))
    pen.setWidth(2)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(1, 1, -1, -1))
