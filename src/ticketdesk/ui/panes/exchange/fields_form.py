"""The fields of the columns page: in two columns where both have room for all their words, else in one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.fields import Field


class FieldsForm(QScrollArea):
    """Scrolls downwards only; never narrower than its widest field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, theme.S12, 0)
        self._grid.setHorizontalSpacing(theme.S12)
        self._grid.setVerticalSpacing(theme.S8)
        self.setWidget(inner)
        self._fields: tuple[Field, ...] = ()
        self._placed = 0

    @property
    def columns(self) -> int:
        """Return in how many columns the fields stand."""
        return self._placed

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Show these fields in this order, and no others."""
        for field in self._fields:
            self._grid.removeWidget(field)
            field.setVisible(field in fields)
        self._fields, self._placed = tuple(fields), 0
        for field in self._fields:
            field.setParent(self.widget())
            field.setVisible(True)
        for one, after in pairwise(self._fields):
            QWidget.setTabOrder(one.editor, after.editor)
        self._fit()

    def _fit(self) -> None:
        """Take as many columns as have room, and ask for room for one."""
        widest = max((field.minimumSizeHint().width() for field in self._fields), default=0)
        margins = self._grid.contentsMargins()
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(widest + margins.left() + margins.right() + bar)
        room = self.width() - margins.left() - margins.right() - bar
        columns = 2 if 2 * widest + self._grid.horizontalSpacing() <= room else 1
        if columns == self._placed:
            return
        self._placed = columns
        for field in self._fields:
            self._grid.removeWidget(field)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        for number, field in enumerate(self._fields):
            self._grid.addWidget(field, number // columns, number % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
        self._grid.setRowStretch(len(self._fields) // columns + 1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # Words have become longer or letters larger.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LanguageChange, QEvent.Type.ApplicationFontChange):
            self._fit()
        return done
