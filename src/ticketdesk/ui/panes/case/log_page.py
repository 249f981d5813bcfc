"""The tab «Protokoll»: every step with its time, who, what and how long it lasted; whether the log is proved whole; export.

What the steps say is sentences.py's matter, how long they lasted domain/case_log.py's.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout

from ticketdesk.domain.case_log import Timed, in_states, timed
from ticketdesk.domain.errors import Refused
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.ticket import Ticket, number
from ticketdesk.services import log_export
from ticketdesk.ui.kit import text, theme, words
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.chips import Chip, ChipLook
from ticketdesk.ui.kit.fields import IconLineEdit
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.panes.case import sentences
from ticketdesk.ui.panes.case.page import Page, Steps

if TYPE_CHECKING:
    from ticketdesk.services.preview import Proof
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.panes.case.pane import CasePane

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
COLUMNS = 5


class LogModel(QAbstractTableModel):
    """The rows of the log as words; ``find`` keeps those that hold some words."""

    def __init__(self, page: LogPage) -> None:
        super().__init__(page)
        self._page = page
        self._all: tuple[Timed, ...] = ()
        self._shown: list[list[str]] = []
        self._wanted = ""

    def show_steps(self, steps: Steps) -> None:
        """Show these steps, the oldest first."""
        self._all = timed(steps)
        self._lay()

    def find(self, wanted: str) -> None:
        """Show only what holds these words."""
        self._wanted = wanted.casefold().strip()
        self._lay()

    def table(self) -> list[list[str]]:
        """Return what is shown, row by row."""
        return self._shown

    def _lay(self) -> None:
        self.beginResetModel()
        rows = [self._page.cells(one) for one in self._all]
        self._shown = [row for row in rows if not self._wanted or self._wanted in "\n".join(row).casefold()]
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (0, 4):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._page.heads()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in (0, 4) else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class LogPage(Page):
    """Shows and exports the log of a case; asks the database to prove it when it is opened and when it has grown."""

    def __init__(self, ctx: Context, pane: CasePane) -> None:
        super().__init__(ctx, pane)
        self._ticket: Ticket | None = None
        self._steps: Steps = ()
        self._proved: tuple[TicketId, int] | None = None
        self._proof: Proof | None = None
        self.model = LogModel(self)
        self.search = IconLineEdit("search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.model.find)
        self.mark = Chip(ChipLook("", icon="shield"))
        self.export = PlainButton("", "file-export")
        self.export.clicked.connect(self._export)
        self.durations = Label(token="text2", step=theme.Step.S, wrap=True, selectable=True)
        self.view = QTableView()
        self.view.setModel(self.model)
        self._dress_view()
        bar = QHBoxLayout()
        bar.setSpacing(theme.S8)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.mark)
        bar.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PANE_MARGIN, theme.S12, theme.PANE_MARGIN, theme.S12)
        column.setSpacing(theme.S8)
        column.addLayout(bar)
        column.addWidget(self.durations)
        column.addWidget(self.view, 1)

    def set_case(self, ticket: Ticket, steps: Steps) -> None:
        if self._ticket is None or self._ticket.id != ticket.id:
            self._proved, self._proof = None, None
        self._ticket = ticket
        if steps is not self._steps:
            self._steps = steps
            self.model.show_steps(steps)
        self._say_durations()
        self._prove()

    def heads(self) -> list[str]:
        """Return the names of the columns."""
        return [self.tr("No."), self.tr("When"), self.tr("What"), self.tr("Who"), self.tr("Lasted")]

    def cells(self, one: Timed) -> list[str]:
        """Return a step as words, one for each column."""
        step, directory = one.step, self.ctx.store.directory
        what = sentences.line(step, directory=directory, own=False, ticket=self._ticket, named=False)
        lasted = "" if one.lasted is None else text.duration(int(one.lasted.total_seconds() // 60))
        return [str(step.seq), text.date_time(step.at), what, sentences.who(step, directory, ticket=self._ticket), lasted]

    @Slot()
    def _prove(self) -> None:
        ticket = self._ticket
        if ticket is None or self._proved == (ticket.id, ticket.seq):
            self._say_proof()
            return
        self._proved = (ticket.id, ticket.seq)
        ticket_id = ticket.id
        self.ctx.ask(
            lambda session: session.proof(ticket_id),
            while_alive(self, lambda proof: self._came(ticket_id, proof)),
            failed=while_alive(self, self._not_proved),
        )

    def _came(self, ticket_id: TicketId, proof: Proof) -> None:
        if self._ticket is not None and self._ticket.id == ticket_id:
            self._proof = proof
            self._say_proof()

    def _not_proved(self, error: Exception) -> None:
        self._proved = None
        if isinstance(error, Refused):
            self._proof = None
            self._say_proof()

    def _say_proof(self) -> None:
        proof = self._proof
        if proof is None:
            look = ChipLook(self.tr("not checked yet"), icon="shield")
        elif proof.faults:
            said = self.tr("NOT whole: {faults} fault(s), first at step {seq}").format(faults=proof.faults, seq=proof.first_seq)
            look = ChipLook(said, icon="shield-x", token="bad", tip=proof.first_fault)
        else:
            said = self.tr("checked, {steps} steps without a gap").format(steps=proof.steps)
            tip = self.tr("Checked at {time}. Head of the chain: {head}").format(time=text.time(proof.checked_at), head=proof.head)
            look = ChipLook(said, icon="shield-check", token="ok", tip=tip)
        self.mark.set_look(look)

    def _say_durations(self) -> None:
        lasted = in_states(self._steps, text.now())
        parts = [f"{words.state(state)} {text.duration(int(span.total_seconds() // 60))}" for state, span in lasted]
        self.durations.setText(self.tr("By the clock: {parts}").format(parts=" · ".join(parts)) if parts else "")
        self.durations.setVisible(bool(parts))

    @Slot()
    def _export(self) -> None:
        if self._ticket is None:
            return
        name = self.tr("Log {number}").format(number=number(self._ticket.id))
        kinds = ";;".join((self.tr("Table for a spreadsheet (*.csv)"), self.tr("Text (*.txt)")))
        path, kind = QFileDialog.getSaveFileName(self, self.tr("Export the log"), f"{name}.csv", kinds)
        if path:
            self.write_to(Path(path), as_text="*.txt" in kind or path.endswith(".txt"))

    def write_to(self, path: Path, *, as_text: bool) -> None:
        """Write what is shown into a file, and say where it is or why not."""
        heads, rows = self.heads(), self.model.table()
        title = f"{number(self._ticket.id)} {self._ticket.subject}" if self._ticket is not None else ""
        written = log_export.as_text(title, heads, rows) if as_text else log_export.as_csv(heads, rows)
        try:
            path.write_text(written, encoding="utf-8", newline="")
        except OSError as error:
            said = self.tr("The log could not be written: {why}").format(why=error.strerror or "")
            self.ctx.tell(said, tone=Tone.BAD)
            return
        self.ctx.tell(self.tr("The log was written to {file}.").format(file=path.name))

    def _dress_view(self) -> None:
        view = self.view
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(round(view.fontMetrics().height() + theme.S8))
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        letter = view.fontMetrics().averageCharWidth()
        for section, letters in ((0, 6), (1, 16), (3, 18), (4, 9)):
            head.resizeSection(section, letter * letters)

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search in the log"))
        self.search.setAccessibleName(self.tr("Search in the log"))
        self.view.setAccessibleName(self.tr("Log of the case"))
        self.export.setText(self.tr("Ex&port …"))
        self.model.show_steps(self._steps)
        self._say_durations()
        self._say_proof()
