"""The reports' pane: which report, for what, its pages, and what one may do with them. Words and tables stand beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ticketdesk.domain.errors import Away, Refused
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.domain.report import ReportKind, ReportWish
from ticketdesk.services.reports import SECONDS
from ticketdesk.ui.kit import book_files, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton, ToolButton
from ticketdesk.ui.kit.empty_view import EmptyView
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.kit.page_view import PageView
from ticketdesk.ui.kit.paper_window import print_paper
from ticketdesk.ui.kit.runner import FETCH
from ticketdesk.ui.kit.segments import Segment, SegmentBar
from ticketdesk.ui.kit.slices import Slices
from ticketdesk.ui.panes.reports.choice import ReportChoice
from ticketdesk.ui.panes.reports.processing import ProcessingReport
from ticketdesk.ui.panes.reports.service import ServiceReport
from ticketdesk.ui.panes.reports.sheets import Asked, Sheets, period_name
from ticketdesk.ui.panes.reports.stock import StockReport

if TYPE_CHECKING:
    from ticketdesk.services.reports import Answer, Evaluation
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.kit.paper import Paper

_SOON_MS = 150


class ReportsPane(QWidget):
    """One report at a time, asked anew whenever something else is chosen."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._asked: Asked | None = None
        self.sheets: Sheets | None = None
        self._paper: Paper | None = None
        self.laying: Slices | None = None
        self._question = 0
        self.back = ToolButton("arrow-left", "")
        self.kinds = SegmentBar(parent=self)
        self.choice = ReportChoice(lambda: ctx.store.directory, self)
        self.print_it, self.save_it = PlainButton("", "printer"), PlainButton("", "file-export")
        self.pages, self.empty = PageView(self), EmptyView(self)
        self._later = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._lay_out()
        self.back.clicked.connect(lambda: ctx.go("overview"))
        self.kinds.chosen.connect(self.show_kind)
        self.choice.changed.connect(self._later.start)
        self.print_it.clicked.connect(self._print)
        self.save_it.clicked.connect(self._save)
        self.pages.followed.connect(self._follow)
        self.empty.pressed.connect(self.ask)
        self._later.timeout.connect(self.ask)
        self.retranslate()
        self.setFocusProxy(self.kinds)
        ctx.ask(lambda session: session.evaluation(), while_alive(self, self._evaluated), failed=lambda _problem: None)
        ctx.store.refreshed.connect(self._later.start)
        self._later.start()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.S8)
        head.addWidget(self.back)
        head.addWidget(self.kinds)
        head.addStretch(1)
        head.addWidget(self.print_it)
        head.addWidget(self.save_it)
        self._shown = QStackedLayout()
        self._shown.addWidget(self.pages)
        self._shown.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PANE_MARGIN, theme.S12, theme.PANE_MARGIN, 0)
        column.setSpacing(theme.S8)
        column.addLayout(head)
        column.addWidget(self.choice)
        column.addLayout(self._shown, 1)

    @Slot(object)
    def show_kind(self, kind: ReportKind) -> None:
        """Show a report."""
        self.kinds.set_key(kind)
        # The frame of the focus goes along with what is chosen.
        self.kinds.setFocus()
        self.choice.set_kind(kind)
        self._later.start()

    def _evaluated(self, evaluation: Evaluation) -> None:
        self.choice.persons_possible = evaluation.on
        self.choice.set_kind(self.choice.wish().kind)

    # Asking.

    @Slot()
    def ask(self) -> None:
        """Ask for what is chosen; what is shown stays until the answer is here."""
        wish = self.choice.wish()
        self._question += 1
        question = self._question
        if self.sheets is None:
            self._say("hourglass", self.tr("The report is being made …"), "")

        def came(answer: Answer) -> None:
            if question == self._question:
                self._asked = Asked(wish, answer, self.ctx.store.directory, self.ctx.me.name)
                self._write()

        def failed(problem: Exception) -> None:
            if question == self._question:
                self._failed(wish, problem)

        self.ctx.ask(lambda session: session.report(wish), while_alive(self, came), failed=while_alive(self, failed), lane=FETCH)

    def _write(self) -> None:
        assert self._asked is not None
        match self._asked.wish.kind:
            case ReportKind.STOCK:
                self.sheets = StockReport().write(self._asked)
            case ReportKind.SERVICE:
                self.sheets = ServiceReport().write(self._asked)
            case ReportKind.PROCESSING:
                self.sheets = ProcessingReport().write(self._asked)
        self._paper = self.sheets.paper()
        if self.laying is not None:
            self.laying.stop()
            self.laying.deleteLater()
        # Long ones take a second or more: what is shown stays until the new pages are all there.
        self.laying = Slices(self._paper.lay(), self)
        self.laying.ended.connect(self._show_pages)
        self.laying.start()
        self._allow()

    @Slot()
    def _show_pages(self) -> None:
        self.pages.show_paper(self._paper)
        self._shown.setCurrentWidget(self.pages)

    def _failed(self, wish: ReportWish, problem: Exception) -> None:
        self.sheets = self._asked = self._paper = None
        if self.laying is not None:
            self.laying.stop()
        if isinstance(problem, Refused):
            if problem.detail.get("why") == "took_too_long":
                self._say("hourglass", self.tr("This report takes too long"), self._shorter(wish), button=self.tr("Try again"))
            elif problem.detail.get("why") == "one_customer":
                self._say("building", self.tr("For which customer?"), self.ctx.sentence(problem))
            else:
                self._say("alert-circle", self.tr("No report"), self.ctx.sentence(problem))
        elif isinstance(problem, Away):
            self._say(
                "plug-connected-x", self.tr("No connection"), self.tr("The report is made by the server."), button=self.tr("Try again")
            )
        else:
            self._say("alert-triangle", self.tr("The report could not be made"), "", button=self.tr("Try again"))

    def _shorter(self, wish: ReportWish) -> str:
        """Say what to do about a report that was broken off."""
        if wish.kind is ReportKind.STOCK:
            words = self.tr(
                "There is too much to count: it was broken off after {n} seconds. Please choose some customer groups or groups."
            )
        elif wish.kind is ReportKind.PROCESSING:
            words = self.tr("The period is too long: the report was broken off after {n} seconds. Please choose fewer months.")
        else:
            words = self.tr(
                "The period is too long: the report was broken off after {n} seconds. Please choose a shorter one, or some customer groups."
            )
        return words.replace("{n}", str(SECONDS))

    def _say(self, icon: str, title: str, words: str, *, button: str = "") -> None:
        self.empty.set_look(icon, title, words, button=button)
        self._shown.setCurrentWidget(self.empty)
        self._allow()

    def _allow(self) -> None:
        for button in (self.print_it, self.save_it):
            button.setEnabled(self.sheets is not None)

    # What one may do with it.

    @Slot(int)
    def _follow(self, number: int) -> None:
        self.ctx.go(TicketKey(TicketId(number)))

    @Slot()
    def _print(self) -> None:
        if self._paper is not None:
            print_paper(self._paper, self, self._printed)

    def _printed(self, problem: str) -> None:
        if problem:
            self.ctx.tell(problem, tone=Tone.BAD)

    @Slot()
    def _save(self) -> None:
        if self.sheets is None or self._asked is None:
            return
        name = f"{self.sheets.book.title} {period_name(self._asked.wish.period)}"
        path = book_files.ask_path(self, self.tr("Save the report"), name)
        if path is not None:
            self.write_to(path)

    def write_to(self, path: Path) -> None:
        """Write the report into a file, and say where it is or why not."""
        assert self.sheets is not None and self._paper is not None
        paper = self._paper

        def done(problem: str) -> None:
            said = self.tr("The report was saved as {file}.").replace("{file}", path.name)
            self.ctx.tell(problem or said, tone=Tone.BAD if problem else Tone.OK)

        book_files.save(self, self.sheets.book, path, paper=lambda: paper, done=done)

    def retranslate(self) -> None:
        """Set all texts in the present language; the report is written anew from its answer."""
        kind = self.choice.wish().kind
        self.kinds.set_options(
            [
                Segment(ReportKind.STOCK, self.tr("Stock"), "archive"),
                Segment(ReportKind.SERVICE, self.tr("Service commitments"), "stopwatch"),
                Segment(ReportKind.PROCESSING, self.tr("Processing times"), "hourglass"),
            ]
        )
        self.kinds.set_key(kind)
        self.kinds.setAccessibleName(self.tr("Report"))
        self.back.set_name(self.tr("Back to the tickets"))
        self.print_it.setText(self.tr("&Print …"))
        self.save_it.setText(self.tr("&Save as …"))
        self.pages.setAccessibleName(self.tr("Pages as they will be printed"))
        if self._asked is not None:
            self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.choice.retranslate()
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choice.fill_names()
