"""The list behind a figure: its cases with the moment of what was counted, newest first; fetched page by page as one scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ticketdesk.domain.board import BoardView, Figure
from ticketdesk.domain.commitments import Measure
from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.states import State
from ticketdesk.domain.ticket import NUMBER_PREFIX
from ticketdesk.ui.kit import marks, promise_words, text, theme, words
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.labels import ElidedLabel, Label
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.panes.board.words import Opening

if TYPE_CHECKING:
    from ticketdesk.services.board import Listed
    from ticketdesk.ui.context import Context

PAGE = 200
_NEAR = 20
_DUE = frozenset({Figure.OVERDUE, Figure.GROUP_OVERDUE, Figure.DUE_TODAY, Figure.DUE_WEEK})
_ENDED = frozenset({Figure.FINISHED, Figure.REOPENED, Figure.SOLVED, Figure.WORKED})
_MOVED = frozenset({Figure.MOVED, Figure.MOVED_BACK})
_WIDTHS = (11, 20, 19, 18, 24, 18, 19)
"""Of the columns, in letters; the subject takes what is left, and at least so much."""
_SUBJECT, _GROUP, _REQUESTER, _PROMISE = 1, 3, 4, 5


class CasesTable(QTableWidget):
    """Rows that Enter or a double click opens."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_WIDTHS), parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.cellDoubleClicked.connect(lambda row, _column: self.opened.emit(row))
        self._promises = False

    def set_columns(self, names: list[str], *, promises: bool) -> None:
        """Name the columns; that of promises is seen only where rows are about them."""
        self._promises = promises
        self.setHorizontalHeaderLabels(names)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(_SUBJECT, QHeaderView.ResizeMode.Stretch)
        letter = self._letter()
        for column, letters in enumerate(_WIDTHS):
            if column != _SUBJECT:
                self.setColumnWidth(column, letter * letters)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + theme.S12)
        self._fit()

    def _letter(self) -> int:
        return self.fontMetrics().horizontalAdvance("n")

    def _fit(self) -> None:
        """Where there is no room for all, the case itself says who reported it and which group has it."""
        letters = sum(_WIDTHS) - (0 if self._promises else _WIDTHS[_PROMISE])
        self.setColumnHidden(_PROMISE, not self._promises)
        for column in (_REQUESTER, _GROUP):
            hidden = letters * self._letter() > self.viewport().width()
            self.setColumnHidden(column, hidden)
            letters -= _WIDTHS[column] if hidden else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
            return
        super().keyPressEvent(event)


class CasesPage(QWidget):
    """The list behind a figure. ``left`` when somebody wants the dashboard back."""

    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._view: BoardView | None = None
        self._opening: Opening | None = None
        self._rows: list[Listed] = []
        self._more = self._asking = False
        self._question = 0
        self.back = PlainButton("", "arrow-left")
        self.title, self.count = ElidedLabel(step=Step.L, bold=True), Label(token="text2")
        self.choice = Label(step=Step.S, token="text2")
        self.problem = Label(token="bad", wrap=True)
        self.problem.hide()
        self.table = CasesTable(self)
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.table.opened.connect(self._open)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.setFocusProxy(self.table)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.S12)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PANE_MARGIN, theme.S12, theme.PANE_MARGIN, theme.S8)
        column.setSpacing(theme.S6)
        column.addLayout(head)
        column.addWidget(self.choice)
        column.addWidget(self.problem)
        column.addWidget(self.table, 1)

    def show_list(self, view: BoardView, opening: Opening, choice: str) -> None:
        """Show the list behind a figure; ``choice`` says in words what it was asked of."""
        self._view, self._opening = view, opening
        self._rows = []
        self._question += 1
        self._asking = False
        self.choice.setText(choice)
        self.choice.setVisible(bool(choice))
        self.table.setRowCount(0)
        self._say()
        self._ask()

    def shown(self) -> int:
        """Return how many rows are there so far."""
        return self.table.rowCount()

    def _ask(self) -> None:
        view, opening, question = self._view, self._opening, self._question
        if view is None or opening is None or self._asking:
            return
        self._asking = True
        after = self._rows[-1].place if self._rows else None

        def take(found: tuple[Listed, ...]) -> None:
            if question == self._question:
                self._asking = False
                self._more = len(found) == PAGE
                self.problem.hide()
                self._add(found)

        def failed(_problem: Exception) -> None:
            if question == self._question:
                self._asking = self._more = False
                self.problem.setText(self.tr("The list could not be read. Try again when the server is there."))
                self.problem.show()

        behind = opening.behind
        self._ctx.ask(
            lambda session: session.board_cases(view, behind, after, PAGE), while_alive(self, take), failed=while_alive(self, failed)
        )

    def _add(self, found: tuple[Listed, ...]) -> None:
        first = self.table.rowCount()
        self.table.setRowCount(first + len(found))
        for number, one in enumerate(found, start=first):
            self._fill(number, one)
        self._rows.extend(found)
        if first == 0 and found:
            self.table.setCurrentCell(0, 0)
        self._say()

    def _fill(self, row: int, one: Listed) -> None:
        ticket, names = one.ticket, self._ctx.store.directory
        cells = (
            f"{NUMBER_PREFIX}{ticket.id}", ticket.subject, words.state(ticket.state), names.group_name(ticket.group_id),
            words.requester(ticket), self._promise(one), text.date_time(one.place.at),
        )  # fmt: skip
        for column, said in enumerate(cells):
            cell = QTableWidgetItem(said)
            if column == 2 and isinstance(ticket.state, State):
                cell.setIcon(marks.status_icon(ticket.state))
            self.table.setItem(row, column, cell)

    def _promise(self, one: Listed) -> str:
        """Return which promise of the case a row is about: a case stands there once for each."""
        if self._opening is None or self._opening.behind.figure is not Figure.PROMISED:
            return ""
        return promise_words.measure_word(Measure(one.place.nr), internal=False)

    def _say(self) -> None:
        opening = self._opening
        if opening is None:
            return
        self.title.setText(opening.title)
        moved = opening.behind.figure in _MOVED
        words_for = self.tr("%n hand-over(s)", "", opening.n) if moved else self.tr("%n ticket(s)", "", opening.n)
        if opening.behind.figure is Figure.PROMISED:
            words_for = self.tr("%n commitment(s)", "", opening.n)
        self.count.setText(words_for)
        self.table.setAccessibleName(f"{opening.title}, {words_for}")
        figure = opening.behind.figure
        moment = (
            self.tr("Due") if figure in _DUE else self.tr("Finished at") if figure in _ENDED else self.tr("Handed over at") if moved
            else self.tr("Decided at") if figure is Figure.PROMISED else self.tr("Reported at")
        )  # fmt: skip
        names = [self.tr("Number"), self.tr("Subject"), self.tr("State"), self.tr("Group"), self.tr("Requester"), self.tr("Commitment")]
        self.table.set_columns([*names, moment], promises=figure is Figure.PROMISED)

    @Slot()
    def _scrolled(self) -> None:
        bar = self.table.verticalScrollBar()
        if self._more and bar.value() >= bar.maximum() - _NEAR:
            self._ask()

    @Slot(int)
    def _open(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self._ctx.go(TicketKey(self._rows[row].ticket.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the texts in the present language."""
        self.back.setText(self.tr("&Back to the overview"))
        self._say()
        for row, one in enumerate(self._rows):
            self._fill(row, one)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
