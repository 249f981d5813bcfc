"""A chart in a window: pointed at, walked through with the arrow keys, opened with Enter or a click; a screen reader hears each figure."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import paint_focus_frame
from ticketdesk.ui.kit.charts import ink
from ticketdesk.ui.kit.charts.figures import Chart, Figures, Mark, Place
from ticketdesk.ui.kit.theme import Step

_NEAR = 14.0
_KEYS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class ChartView(QWidget):
    """Shows figures. ``opened`` carries the key of the figure that somebody wants to see the cases of. GUI thread."""

    opened = Signal(object)

    def __init__(self, chart: Chart, *, walks_down: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._walks_down = walks_down
        """Whether categories stand below each other, so that up and down go from one to the next."""
        self._figures: Figures | None = None
        self._current: Place | None = None
        self._hovered: Place | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def figures(self) -> Figures | None:
        """Return what is shown."""
        return self._figures

    def set_figures(self, figures: Figures) -> None:
        """Show figures; who stands on one stays on its place if that still has a value."""
        before = self.sizeHint()
        self._figures = figures
        if self.sizeHint() != before:
            self.updateGeometry()
        there = set(figures.places())
        self._current = self._current if self._current in there else None
        self._hovered = self._hovered if self._hovered in there else None
        self.setAccessibleName(figures.name)
        self.update()

    def current(self) -> Place | None:
        """Return the place that the keys have come to."""
        return self._current

    def _marks(self) -> list[Mark]:
        return self._chart.marks(self._box(), self._figures, ink.screen()) if self._figures is not None else []

    def _box(self) -> QRectF:
        return QRectF(self.rect()).adjusted(3, 3, -3, -3)

    def _at(self, point: QPointF) -> Place | None:
        """Return the place under the pointer: the smallest mark that holds it, else one that is near."""
        marks = self._marks()
        holding = [mark for mark in marks if mark.box.contains(point)]
        if holding:
            return min(holding, key=lambda mark: (_away(mark.box.center(), point), mark.box.width())).place
        near = [mark for mark in marks if mark.box.adjusted(-_NEAR, -4, _NEAR, 4).contains(point)]
        return min(near, key=lambda mark: _away(mark.box.center(), point)).place if near else None

    def open_place(self, place: Place | None) -> None:
        """Tell that somebody wants to see what stands behind a figure."""
        value = self._figures.value(place) if self._figures is not None and place is not None else None
        if value is not None and value.key is not None:
            self.opened.emit(value.key)

    def step_to(self, place: Place) -> None:
        """Go to a figure, and say it."""
        self._current = place
        if self._figures is not None:
            self.setAccessibleDescription(self._figures.sentence(place))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _walk(self, series: int, category: int) -> None:
        figures = self._figures
        places = list(figures.places()) if figures is not None else []
        if not places:
            return
        if self._current is None:
            self.step_to(places[0])
            return
        if self._walks_down:
            series, category = category, series
        here = self._current
        ahead = [
            one for one in places
            if (category == 0 or (one.category - here.category) * category > 0) and (series == 0 or (one.series - here.series) * series > 0)
            and (category != 0 or one.category == here.category)
        ]  # fmt: skip
        if ahead:
            self.step_to(min(ahead, key=lambda one: (abs(one.category - here.category), abs(one.series - here.series))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            self._walk(*_KEYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._figures is not None:
            places = list(self._figures.places())
            if places:
                self.step_to(places[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_place(self._current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            value = self._figures.value(hovered) if self._figures is not None and hovered is not None else None
            opens = value is not None and value.key is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.step_to(place)
            self.open_place(place)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._walk(0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wanted = self._chart.height_wanted(self._figures, ink.screen()) if self._figures is not None else 120
        return QSize(320, round(wanted) + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        figures = self._figures
        if figures is None:
            return
        painter = QPainter(self)
        self._chart.paint(painter, self._box(), figures, ink.screen())
        shown = self._hovered or (self._current if self.hasFocus() else None)
        boxes = {mark.place: mark.box for mark in self._marks()}
        if self.hasFocus():
            if self._current in boxes:
                paint_focus_frame(painter, boxes[self._current].adjusted(-3, -3, 3, 3))
            else:
                paint_focus_frame(painter, QRectF(self.rect()))
        if shown in boxes:
            self._paint_bubble(painter, boxes[shown], figures.sentence(shown))

    def _paint_bubble(self, painter: QPainter, over: QRectF, words: str) -> None:
        letters = ink.screen().letters(Step.S)
        wide, high = min(letters.width(words) + 2 * theme.S8, self.width() - 2.0), letters.height + theme.S6
        left = min(max(over.center().x() - wide / 2, 1), self.width() - wide - 1)
        top = over.top() - high - theme.S6 if over.top() - high - theme.S6 >= 1 else min(over.bottom() + theme.S6, self.height() - high - 1)
        box = QRectF(round(left), round(top), wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line_strong"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        ink.screen().text(
            painter, letters, words, x=box.left() + theme.S8, middle=box.center().y(), room=box.width() - 2 * theme.S8, token="text"
        )


def _away(one: QPointF, other: QPointF) -> float:
    return abs(one.x() - other.x()) + abs(one.y() - other.y())
