"""The figures of a chart as a table: for screen readers, and for whoever wants numbers. A category is a row, a series a column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.charts.figures import Figures


class FiguresTable(QTableWidget):
    """Shows figures as text. ``opened`` carries the key of the figure whose cell was opened."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.cellDoubleClicked.connect(self._open)

    def set_figures(self, figures: Figures) -> None:
        """Show figures; the cell that one stands on stays."""
        here = (self.currentRow(), self.currentColumn())
        self.setAccessibleName(figures.name)
        self.setRowCount(len(figures.categories))
        self.setColumnCount(len(figures.series) + 1)
        self.setHorizontalHeaderLabels([figures.heading, *(one.name for one in figures.series)])
        head = self.horizontalHeaderItem(0)
        if head is not None:
            head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row in range(len(figures.categories)):
            self.setItem(row, 0, QTableWidgetItem(figures.head(row)))
            for column, one in enumerate(figures.series, start=1):
                value = one.values[row]
                cell = QTableWidgetItem(value.text if value is not None else "–")
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                cell.setData(Qt.ItemDataRole.UserRole, value.key if value is not None else None)
                if value is not None and value.bad:
                    cell.setForeground(theme.color("bad"))
                self.setItem(row, column, cell)
        self._fit()
        if 0 <= here[0] < self.rowCount() and 0 <= here[1] < self.columnCount():
            self.setCurrentCell(*here)

    def _fit(self) -> None:
        """Make each column a little wider than what stands in it: figures close to each other are read as one."""
        head = self.horizontalHeader()
        for column in range(1, self.columnCount()):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, max(self.sizeHintForColumn(column), head.sectionSizeHint(column)) + theme.S12)
        if self.columnCount():
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + theme.S8)

    def _open(self, row: int, column: int) -> None:
        cell = self.item(row, column)
        key = cell.data(Qt.ItemDataRole.UserRole) if cell is not None else None
        if key is not None:
            self.opened.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentRow(), self.currentColumn())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def sizeHint(self) -> QSize:
        # It scrolls; how much room there is, the chart beside it decides.
        rows = min(self.rowCount(), 4)
        return QSize(320, (rows + 1) * (self.fontMetrics().height() + theme.S8) + theme.S8)
