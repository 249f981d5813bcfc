"""Which imports there were, and taking one back whole while nobody has worked on its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QMessageBox, QProgressBar, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ticketdesk.domain.errors import Away, Refused
from ticketdesk.domain.imports import ImportRun, RunState
from ticketdesk.services.exchange.run import undo
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.roomy import give_room
from ticketdesk.ui.kit.runner import SEND
from ticketdesk.ui.kit.theme import Step

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

MOST_NAMES = 10


class _Bell(QObject):
    rang = Signal(int, int)


class ImportsPage(QWidget):
    """A table of imports and one button. Reads anew whenever it is shown."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.runs: tuple[ImportRun, ...] = ()
        self.area = MessageArea(self)
        self.title = Label(step=Step.XL, bold=True)
        self.note = Label(step=Step.S, token="text2", wrap=True)
        self.table = QTableWidget(0, 6)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        give_room(self.table)
        self.undo_button = PlainButton("", "arrow-back-up")
        self.bar = QProgressBar()
        self.bar.hide()
        self._bell = _Bell()
        self._bell.rang.connect(self._told, Qt.ConnectionType.QueuedConnection)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.bar, 1)
        foot.addStretch(0)
        body = QVBoxLayout()
        body.setContentsMargins(theme.DIALOG_MARGIN, theme.S16, theme.DIALOG_MARGIN, theme.S16)
        body.setSpacing(theme.S12)
        for widget in (self.title, self.note):
            body.addWidget(widget)
        body.addWidget(self.table, 1)
        body.addLayout(foot)
        body.addStretch(0)  # without a table the words stand together at the top
        self.area.stand_over(self, body)
        self.table.itemSelectionChanged.connect(self._refresh)
        self.undo_button.clicked.connect(lambda _checked=False: self.ask_undo())
        self.retranslate()

    def refresh(self) -> None:
        """Ask which imports there are."""
        self.ctx.ask(lambda session: session.imports(), while_alive(self, self._came), failed=while_alive(self, self._no_answer))

    def _came(self, runs: tuple[ImportRun, ...]) -> None:
        self.area.drop("away")
        chosen = self.chosen()
        self.runs = runs
        self.table.setRowCount(len(runs))
        for row, run in enumerate(runs):
            for column, value in enumerate(self._cells(run)):
                item = QTableWidgetItem(value)
                if column in (3,):
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        if runs:
            self.table.selectRow(next((row for row, run in enumerate(runs) if chosen is not None and run.id == chosen.id), 0))
        self._refresh()

    def _cells(self, run: ImportRun) -> tuple[str, ...]:
        return (str(run.id), text.date_time(run.began_at), run.file_name, text.number(run.imported), run.by, self._standing(run))

    def _standing(self, run: ImportRun) -> str:
        if run.state is RunState.UNDONE and run.undone_at is not None:
            return self.tr("undone by {name}, {at}").format(name=run.undone_by, at=text.date_time(run.undone_at))
        return {
            RunState.UNDER_WAY: self.tr("under way or cut off"), RunState.DONE: self.tr("complete"),
            RunState.BROKEN_OFF: self.tr("broken off"), RunState.BEING_UNDONE: self.tr("being undone"), RunState.UNDONE: self.tr("undone"),
        }[run.state]  # fmt: skip

    def _no_answer(self, _error: Exception) -> None:
        self.area.show_message("away", Tone.WARN, self.tr("No connection: imports can neither be read nor undone at this moment."))

    def chosen(self) -> ImportRun | None:
        """Return the import that is chosen."""
        row = self.table.currentRow()
        return self.runs[row] if 0 <= row < len(self.runs) else None

    def _refresh(self) -> None:
        run = self.chosen()
        self.undo_button.setEnabled(run is not None and run.may_be_undone and self.bar.isHidden())
        self.table.setVisible(bool(self.runs))
        self.undo_button.setVisible(bool(self.runs))
        self.note.setText(
            self.tr("An import can be undone whole while nobody has worked on any of its cases. It stays on record.") if self.runs
            else self.tr("Nothing has been imported yet. “Import …” in the menu “File” brings in cases of another system.")
        )  # fmt: skip

    # Undoing.

    def ask_undo(self) -> None:
        """Ask once, then undo."""
        run = self.chosen()
        if run is None or not run.may_be_undone:
            return
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Undo import"))
        box.setText(self.tr("All %n case(s) of this import will be removed.", "", run.imported - run.removed))
        box.setInformativeText(self.tr("If somebody has worked on one of them since, nothing is removed."))
        go = box.addButton(self.tr("&Undo import"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("&Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.finished.connect(lambda _code: self.undo(run) if box.clickedButton() is go else None)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def undo(self, run: ImportRun) -> None:
        """Undo an import."""
        self.bar.setRange(0, max(1, run.imported))
        self.bar.setValue(run.removed)
        self.bar.show()
        self._refresh()
        bell = self._bell
        self.ctx.ask(
            lambda session: undo(run.id, session.run, progress=bell.rang.emit),
            while_alive(self, lambda touched: self._undone(run, touched)), failed=while_alive(self, self._failed), lane=SEND,
        )  # fmt: skip

    def _told(self, done: int, _of: int) -> None:
        self.bar.setValue(done)

    def _undone(self, run: ImportRun, touched: list[tuple[int, str]]) -> None:
        self.bar.hide()
        if touched:
            names = ", ".join(ref for _, ref in touched[:MOST_NAMES]) + (" …" if len(touched) > MOST_NAMES else "")
            words = self.tr("The whole import stays: %n of its cases has (have) been worked on since ({names}).", "", len(touched))
            self.area.show_message("undo", Tone.WARN, words.format(names=names), closable=True)
        else:
            self.area.show_message("undo", Tone.OK, self.tr("The import of “{name}” is undone.").format(name=run.file_name), closable=True)
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self.bar.hide()
        if isinstance(error, Away):
            self.area.show_message("undo", Tone.WARN, self.tr("The server does not answer. Undo again to go on."), closable=True)
        elif isinstance(error, Refused):
            self.area.show_message("undo", Tone.BAD, self.ctx.sentence(error), closable=True)
        self.refresh()

    def retranslate(self) -> None:
        """Set the texts anew."""
        self.title.setText(self.tr("Imports"))
        self.table.setAccessibleName(self.tr("Imports"))
        self.table.setHorizontalHeaderLabels([
            self.tr("No."), self.tr("Begun"), self.tr("File"), self.tr("Cases"), self.tr("By"), self.tr("State")
        ])  # fmt: skip
        if (head := self.table.horizontalHeaderItem(3)) is not None:
            head.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.undo_button.setText(self.tr("&Undo import …"))
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._came(self.runs)
        super().changeEvent(event)
