"""A card of the dashboard: title, a line of meaning, a chart, and the same figures as a table for those who want them so."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import LinkButton, ToolButton
from ticketdesk.ui.kit.charts.figures import Chart, Figures
from ticketdesk.ui.kit.charts.table import FiguresTable
from ticketdesk.ui.kit.charts.view import ChartView
from ticketdesk.ui.kit.labels import ElidedLabel, Label
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.panes.board.tiles import paint_card
from ticketdesk.ui.panes.board.words import Opening


class Card(QWidget):
    """Shows figures. ``opened`` carries what somebody wants to see the list of."""

    opened = Signal(object)

    def __init__(self, chart: Chart, *, walks_down: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.chart = chart
        self.title, self.meaning = ElidedLabel(step=Step.L, bold=True), ElidedLabel(step=Step.S, token="text2")
        self.whole = LinkButton("", "list")
        self.as_table = ToolButton("table", "")
        self.as_table.setCheckable(True)
        self.view, self.table = ChartView(chart, walks_down=walks_down), FiguresTable()
        self.nothing = Label(token="text2", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._whole: Opening | None = None
        self.stack = QStackedWidget(self)
        for page in (self.view, self.table, self.nothing):
            self.stack.addWidget(page)
        self._lay_out()
        self.whole.clicked.connect(lambda: self._whole is not None and self.opened.emit(self._whole))
        self.as_table.toggled.connect(self._turn)
        self.view.opened.connect(self.opened)
        self.table.opened.connect(self.opened)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.S4)
        head.addWidget(self.title, 1)
        head.addWidget(self.whole)
        head.addWidget(self.as_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S16, theme.S8, theme.S12, theme.S12)
        column.setSpacing(theme.S2)
        column.addLayout(head)
        column.addWidget(self.meaning)
        column.addSpacing(theme.S6)
        column.addWidget(self.stack, 1)

    def show_figures(self, figures: Figures, meaning: str, *, table: Figures | None = None, whole: Opening | None = None) -> None:
        """Show figures; the table may say more than the chart. ``whole``: the list of all that is shown."""
        self.title.setText(figures.name)
        self.meaning.setText(meaning)
        self._whole = whole
        self.whole.setVisible(whole is not None)
        self.as_table.show()
        self.view.set_figures(figures)
        self.table.set_figures(table or figures)
        self._turn()

    def show_nothing(self, title: str, why: str) -> None:
        """Say that there is nothing to show, and why."""
        self.title.setText(title)
        self.meaning.setText("")
        self._whole = None
        self.whole.hide()
        self.as_table.hide()
        self.nothing.setText(why)
        self.stack.setCurrentWidget(self.nothing)

    @Slot()
    def _turn(self) -> None:
        self.stack.setCurrentWidget(self.table if self.as_table.isChecked() else self.view)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the present language."""
        self.whole.set_text(self.tr("Show list"))
        self.as_table.set_name(self.tr("Show as a chart") if self.as_table.isChecked() else self.tr("Show as a table"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(QPainter(self), QRectF(self.rect()))
