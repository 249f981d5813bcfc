"""The dashboard: filters in the head, figures in tiles, charts in cards; read again a moment after something changed.

Lays out and asks. Not here: words and figures (words.py), what is asked for (choice.py), the list behind a figure (cases.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ticketdesk.domain.board import OF_NOW, Behind, Board, BoardView, Figure
from ticketdesk.domain.errors import Away
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton, ToolButton
from ticketdesk.ui.kit.charts.bars import Bars
from ticketdesk.ui.kit.charts.figures import Figures
from ticketdesk.ui.kit.charts.lines import Lines
from ticketdesk.ui.kit.charts.matrix import Matrix
from ticketdesk.ui.kit.charts.rows import Rows
from ticketdesk.ui.kit.labels import ElidedLabel, Label
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.panes.board.card import Card
from ticketdesk.ui.panes.board.cases import CasesPage
from ticketdesk.ui.panes.board.choice import Choice
from ticketdesk.ui.panes.board.summary import tile_looks
from ticketdesk.ui.panes.board.tiles import Tile
from ticketdesk.ui.panes.board.words import BoardWords, Opening, share_of

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

GATHER_MS = 900
"""What changes within this time is read once; the worker counts it meanwhile."""
BEHIND_MS = 500
"""Asked again so much later, when the answer says that something is not counted yet."""
COUNTING_MS = 5_000
"""The same while everything is counted anew, which takes minutes in a large office."""
MINUTE_MS = 60_000
TILES = 6
_TWO_COLUMNS = 940
_TILE = 170


class BoardPane(QWidget):
    """The dashboard of whoever sees every case. GUI thread."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.words = BoardWords(lambda: ctx.store.directory, self)
        self.board: Board | None = None
        self._asked: BoardView | None = None
        self._question = 0
        self._failed = False
        self.back = ToolButton("arrow-left", "")
        self.title = Label(step=Step.XL_DIALOG, bold=True)
        self.choice = Choice(lambda: ctx.store.directory, f"board/{ctx.me.id}", self)
        self.standing = ElidedLabel(step=Step.S, token="text2")
        self.print_it = PlainButton("", "printer")
        self.tiles = [Tile() for _ in range(TILES)]
        self.throughput, self.ages = Card(Lines()), Card(Bars())
        self.states, self.groups = Card(Rows(), walks_down=True), Card(Rows(inside=True), walks_down=True)
        self.promises, self.durations = Card(Rows(whole=False), walks_down=True), Card(Rows(whole=False), walks_down=True)
        self.hand_overs = Card(Matrix())
        self.cards = (self.throughput, self.ages, self.states, self.groups, self.promises, self.durations, self.hand_overs)
        self.note = Label(step=Step.S, token="text2", wrap=True)
        self.cases = CasesPage(ctx, self)
        self.stack = QStackedWidget(self)
        self._soon = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._lay_out()
        self._tie()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.PANE_MARGIN, theme.S12, theme.PANE_MARGIN, theme.S8)
        head.setSpacing(theme.S12)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addWidget(self.choice)
        head.addStretch(1)
        head.addWidget(self.standing)
        head.addWidget(self.print_it)
        self._body = QWidget(self)
        self._tile_grid, self._card_grid = QGridLayout(), QGridLayout()
        for grid in (self._tile_grid, self._card_grid):
            grid.setSpacing(theme.S12)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(theme.PANE_MARGIN, theme.S4, theme.PANE_MARGIN, theme.S16)
        inner.setSpacing(theme.S12)
        inner.addLayout(self._tile_grid)
        inner.addLayout(self._card_grid)
        inner.addWidget(self.note)
        inner.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._body)
        self.area.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        self._page = page
        self.stack.addWidget(page)
        self.stack.addWidget(self.cases)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.setFocusProxy(self.choice.stretch)
        self._columns = (0, 0)
        self._arrange()

    def _tie(self) -> None:
        self.choice.changed.connect(self.read)
        self.back.clicked.connect(lambda: self.ctx.go("overview"))
        self.print_it.clicked.connect(self.show_pages)
        self._soon.timeout.connect(self.read)
        self._minute.timeout.connect(self.read)
        self.ctx.store.changed.connect(self._changed)
        self.ctx.store.refreshed.connect(self._changed)
        self.cases.left.connect(self.show_board)
        for tile in self.tiles:
            tile.opened.connect(self.show_list)
        for card in self.cards:
            card.opened.connect(self.show_list)

    # Reading.

    @Slot()
    def _changed(self, *_what: object) -> None:
        """Read again soon; what is not seen is read when it is shown."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start(GATHER_MS)

    @Slot()
    def read(self) -> None:
        """Ask for the figures."""
        self._soon.stop()
        self._question += 1
        question, view = self._question, self.choice.view()

        def take(board: Board) -> None:
            if question == self._question:
                self._asked, self.board, self._failed = view, board, False
                self.show_figures()
                if (board.behind or board.counting) and self.isVisible():
                    self._soon.start(COUNTING_MS if board.counting else BEHIND_MS)

        def failed(problem: Exception) -> None:
            if question == self._question:
                self._failed = True
                self._show_standing(away=isinstance(problem, Away))

        self.ctx.ask(lambda session: session.board(view), while_alive(self, take), failed=while_alive(self, failed))

    def _show_standing(self, *, away: bool = False) -> None:
        if self._failed:
            words = self.tr("No connection; figures as they were") if away else self.tr("These figures could not be read")
            self.standing.set_look(token="warn")
        elif self.board is None:
            words = self.tr("Counting …")
        elif self.board.counting:
            words = self.tr("Being counted anew; figures as they were")
            self.standing.set_look(token="warn")
        else:
            words = self.tr("As of {time}, counted like the lists").replace("{time}", f"{self.board.at.astimezone():%H:%M:%S}")
            self.standing.set_look(token="text2")
        self.standing.setText(words)

    # Showing.

    def show_figures(self) -> None:
        """Show what was read last."""
        board, view = self.board, self._asked
        self._show_standing()
        self.print_it.setEnabled(board is not None)
        if board is None or view is None:
            return
        for tile, look in zip(self.tiles, tile_looks(self.words, board), strict=True):
            tile.show_look(look)
        words = self.words
        self._show_throughput(board, view)
        count = Opening(Behind(Figure.OPEN), self.tr("Open"), board.open)
        for card, figures in ((self.ages, words.ages(board)), (self.states, words.states(board)), (self.groups, words.groups(board))):
            if board.open:
                said = self.tr("%n ticket(s) in the backlog", "", board.open)
                card.show_figures(figures, said, whole=count)
            else:
                card.show_nothing(figures.name, self.tr("No ticket is open."))
        self._show_work(board)
        self._show_hand_overs(board)
        small = self.tr("There are no figures about single persons, and of groups with fewer than five people none about finished work.")
        self.note.setText(small)

    def _show_throughput(self, board: Board, view: BoardView) -> None:
        figures = self.words.throughput(board, view)
        if not board.flow:
            self.throughput.show_nothing(figures.name, self._why_small())
            return
        new, finished = (sum(getattr(one, name) for one in board.flow) for name in ("new", "finished"))
        if not (new or finished or any(one.open for one in board.flow)):
            self.throughput.show_nothing(figures.name, self.tr("Nothing came in and nothing was finished in this period."))
            return
        said = self.tr("{new} new, {finished} finished in the period")
        said = said.replace("{new}", text.number(new)).replace("{finished}", text.number(finished))
        self.throughput.show_figures(figures, said, table=self.words.throughput(board, view, whole=True))

    def _why_small(self) -> str:
        return self.tr("This group has too few people: figures about finished work would be those of single persons.")

    def _show_work(self, board: Board) -> None:
        promises, durations = self.words.promises(board), self.words.durations(board)
        if board.work is None:
            self.promises.show_nothing(promises.name, self._why_small())
            self.durations.show_nothing(durations.name, self._why_small())
            return
        kept = sum(one.kept for one in board.work.promises)
        missed = sum(one.missed for one in board.work.promises)
        if kept + missed:
            said = self.tr("{share} kept, {n} missed").replace("{share}", share_of(kept, kept + missed)).replace("{n}", text.number(missed))
            whole = Opening(Behind(Figure.PROMISED, second=0), self.tr("Commitments missed"), missed) if missed else None
            self.promises.show_figures(promises, said, table=self.words.promises_in_numbers(board), whole=whole)
        else:
            self.promises.show_nothing(promises.name, self.tr("No service commitment was decided in this period."))
        if board.work.clock.n:
            whole = Opening(Behind(Figure.SOLVED), self.tr("Solved"), board.work.clock.n)
            said = self.tr("%n ticket(s) solved; frame: by the clock, filled: in working time", "", board.work.clock.n)
            self.durations.show_figures(durations, said, whole=whole)
        else:
            self.durations.show_nothing(durations.name, self.tr("Nothing was solved in this period."))

    def _show_hand_overs(self, board: Board) -> None:
        figures = self.words.hand_overs(board)
        if not board.hand_overs:
            self.hand_overs.show_nothing(figures.name, self.tr("No ticket went from one group to another in this period."))
            return
        n, back = (sum(getattr(one, name) for one in board.hand_overs) for name in ("n", "back"))
        said = self.tr("Rows hand to columns: {n} hand-overs, of these {back} back (in brackets)")
        said = said.replace("{n}", text.number(n)).replace("{back}", text.number(back))
        whole = Opening(Behind(Figure.MOVED), figures.name, n)
        self.hand_overs.show_figures(figures, said, table=self.words.hand_overs_in_numbers(board), whole=whole)

    # Going.

    @Slot(object)
    def show_list(self, opening: Opening) -> None:
        """Show the list behind a figure."""
        if self._asked is not None:
            self.cases.show_list(self._asked, opening, self.choice.said(days=opening.behind.figure not in OF_NOW))
            self.stack.setCurrentWidget(self.cases)
            self.setFocusProxy(self.cases)
            self.cases.setFocus()

    @Slot()
    def show_board(self) -> None:
        """Show the figures again."""
        self.stack.setCurrentWidget(self._page)
        self.setFocusProxy(self.choice.stretch)
        self.choice.stretch.setFocus()
        self.read()

    @Slot()
    def show_pages(self) -> None:
        """Show the dashboard as it will be printed."""
        if self.board is None or self._asked is None:
            return
        from ticketdesk.ui.kit.paper_window import preview
        from ticketdesk.ui.panes.board.pages import paper

        at = text.date_time(self.board.at)
        made = self.tr("{name}, {time}").replace("{name}", self.ctx.me.name).replace("{time}", at)
        shown = [
            (card.chart, figures, self._table_of(card, figures))
            for card in self.cards
            if (figures := self._figures_of(card)) is not None
        ]
        looks = [look for tile in self.tiles if (look := tile.look()) is not None]
        heads = (self.tr("Figure"), self.tr("Number"), self.tr("Meaning"))
        lines = [self.choice.said(), self.tr("As of {time}").replace("{time}", at)]
        preview(paper(self.tr("Overview"), lines, looks, shown, heads=heads, made=made), self.tr("Overview"), self)

    def _figures_of(self, card: Card) -> Figures | None:
        return None if card.stack.currentWidget() is card.nothing else card.view.figures()

    def _table_of(self, card: Card, figures: Figures) -> Figures:
        board, view = self.board, self._asked
        assert board is not None and view is not None
        if card is self.throughput:
            return self.words.throughput(board, view, whole=True)
        if card is self.promises:
            return self.words.promises_in_numbers(board)
        return self.words.hand_overs_in_numbers(board) if card is self.hand_overs else figures

    # The widget itself.

    def _arrange(self) -> None:
        wide = self.width() - 2 * theme.PANE_MARGIN
        unit = theme.base_size() / theme.DEFAULT_BASE
        tiles = next(n for n in (6, 3, 2, 1) if n == 1 or wide >= n * _TILE * unit)
        columns = (tiles, 2 if wide >= _TWO_COLUMNS * unit else 1)
        if columns == self._columns:
            return
        self._columns = columns
        for number, tile in enumerate(self.tiles):
            self._tile_grid.addWidget(tile, number // tiles, number % tiles)
        for number in range(TILES):
            self._tile_grid.setColumnStretch(number, 1 if number < tiles else 0)
        for number, card in enumerate(self.cards):
            alone = card is self.hand_overs
            self._card_grid.addWidget(card, number // columns[1], number % columns[1], 1, columns[1] if alone else 1)
        for number in range(2):
            self._card_grid.setColumnStretch(number, 1 if number < columns[1] else 0)

    def retranslate(self) -> None:
        """Set the texts in the present language."""
        self.back.set_name(self.tr("Back to the tickets"))
        self.title.setText(self.tr("Overview"))
        self.print_it.setText(self.tr("&Print …"))
        self.setAccessibleName(self.tr("Overview"))
        self.show_figures()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ctx.go("overview")
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choice.fill()
        self._minute.start()
        self.read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()
        self._soon.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("alt"))
