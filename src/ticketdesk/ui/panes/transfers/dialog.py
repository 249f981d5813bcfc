"""Who took what out of the office and who brought what in: a list, what is on record about one of it, and the list as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ticketdesk.domain.errors import Away
from ticketdesk.domain.transfers import Transfer, TransferKind, Transfers
from ticketdesk.services.office_files.book import Book, Column, Table
from ticketdesk.ui.kit import book_files, language, text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.empty_view import EmptyView
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.paper import Paper
from ticketdesk.ui.kit.segments import Segment, SegmentBar
from ticketdesk.ui.panes.transfers import words

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

_EVERYTHING = 0
_STRETCHED, _NUMBER = 3, 4


class TransfersDialog(QDialog):
    """For administration and audit; reads anew when it is opened."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._told: Transfers | None = None
        self.shown: list[Transfer] = []
        self.area = MessageArea(self)
        self.kinds = SegmentBar(parent=self)
        self.note = Label(step=theme.Step.S, token="text2", wrap=True)
        self.table, self.empty = QTableWidget(0, 6), EmptyView(self)
        self.details = Label(wrap=True)
        self.details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.save_it, self.close_it = PlainButton("", "file-export"), PlainButton("")
        self._lay_out()
        self.kinds.chosen.connect(self._choose)
        self.table.itemSelectionChanged.connect(self._show_details)
        self.empty.pressed.connect(self.ask)
        self.save_it.clicked.connect(self._save)
        self.close_it.clicked.connect(self.close)
        self.retranslate()
        self.ask()

    def _lay_out(self) -> None:
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.details.setMinimumHeight(9 * self.fontMetrics().lineSpacing())
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S12)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)
        self._pages = QStackedLayout()
        self._pages.addWidget(listed)
        self._pages.addWidget(self.empty)
        top = QHBoxLayout()
        top.addWidget(self.kinds)
        top.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.save_it)
        foot.addStretch(1)
        foot.addWidget(self.close_it)
        body = QVBoxLayout()
        body.setContentsMargins(theme.DIALOG_MARGIN, theme.S16, theme.DIALOG_MARGIN, theme.S16)
        body.setSpacing(theme.S12)
        body.addLayout(top)
        body.addWidget(self.note)
        body.addLayout(self._pages, 1)
        body.addLayout(foot)
        self.area.stand_over(self, body)
        self.resize(900, 620)

    @Slot()
    def ask(self) -> None:
        """Read what is on record."""
        self.ctx.ask(lambda session: session.transfers(), while_alive(self, self._came), failed=while_alive(self, self._failed))

    def _came(self, told: Transfers) -> None:
        self._told = told
        self._show_note()
        self._fill()

    def _failed(self, problem: Exception) -> None:
        if self._told is None:
            title = self.tr("No connection") if isinstance(problem, Away) else self.tr("This could not be read")
            self.empty.set_look("plug-connected-x", title, "", button=self.tr("Try again"))
            self._pages.setCurrentWidget(self.empty)

    @Slot(object)
    def _choose(self, kind: object) -> None:
        self.kinds.set_key(kind)
        self._fill()

    def _fill(self) -> None:
        told, kind = self._told.listed if self._told is not None else (), self.kinds.key()
        self.shown = [one for one in told if kind in (_EVERYTHING, one.kind)]
        self.table.setRowCount(len(self.shown))
        for row, one in enumerate(self.shown):
            for column, words_ in enumerate(self._cells(one)):
                item = QTableWidgetItem(words_)
                if column == _NUMBER:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        self.table.resizeColumnsToContents()
        for column in range(self.table.columnCount()):
            self.table.setColumnWidth(column, self.table.columnWidth(column) + theme.S12)
        self.table.horizontalHeader().setSectionResizeMode(_STRETCHED, QHeaderView.ResizeMode.Stretch)
        if self.shown:
            self.table.selectRow(0)
            self._pages.setCurrentIndex(0)
        elif self._told is None:
            self.empty.set_look("hourglass", self.tr("Being read …"), "")
            self._pages.setCurrentWidget(self.empty)
        else:
            said = self.tr("Whoever exports or imports something is noted here by the server itself.")
            self.empty.set_look("history", self._nothing(), said)
            self._pages.setCurrentWidget(self.empty)
        self.save_it.setEnabled(bool(self.shown))
        self._show_details()

    def _nothing(self) -> str:
        return {
            TransferKind.EXPORT: self.tr("Nothing has been exported yet"), TransferKind.IMPORT: self.tr("Nothing has been imported yet"),
            TransferKind.FILLING: self.tr("This server was not filled from an export"),
        }.get(self.kinds.key(), self.tr("Nothing has been exported or imported yet"))  # fmt: skip

    def _cells(self, one: Transfer) -> tuple[str, ...]:
        return (text.date_time(one.begun_at), words.kind(one), one.by, words.what(one), text.number(one.cases), words.standing(one))

    @Slot()
    def _show_details(self) -> None:
        row = self.table.currentRow()
        one = self.shown[row] if 0 <= row < len(self.shown) else None
        self.details.setText("" if one is None else "\n".join(f"{name}: {value}" for name, value in words.facts(one)))

    # The list as a file.

    def book(self) -> Book:
        """Return what is listed as a table."""
        heads = (16, 14, 24, 34, 10, 20)
        columns = tuple(
            Column(name, width, number=place == _NUMBER) for place, (name, width) in enumerate(zip(self._heads(), heads, strict=True))
        )
        rows = tuple((one.begun_at, words.kind(one), one.by, words.what(one), one.cases, words.standing(one)) for one in self.shown)
        made = self.tr("As of {when}").replace("{when}", text.date_time(text.now()))
        return Book(self.windowTitle(), (made,), (Table("", columns, rows),), german=language.current() == language.GERMAN)

    @Slot()
    def _save(self) -> None:
        path = book_files.ask_path(self, self.tr("Save the list"), self.windowTitle())
        if path is not None:
            self.write_to(path)

    def write_to(self, path: Path) -> None:
        """Write the list into a file, and say where it is or why not."""
        book = self.book()

        def done(problem: str) -> None:
            said = self.tr("The list was saved as {file}.").replace("{file}", path.name)
            self.area.show_message("saved", Tone.BAD if problem else Tone.OK, problem or said, closable=True)

        book_files.save(self, book, path, paper=lambda: Paper(book, made=book.lines[0]), done=done)

    def _heads(self) -> tuple[str, ...]:
        return (self.tr("Begun"), self.tr("What"), self.tr("By"), self.tr("Of what"), self.tr("Cases"), self.tr("Result"))

    def retranslate(self) -> None:
        """Set all texts in the present language."""
        kind = self.kinds.key() if self._told is not None else _EVERYTHING
        self.setWindowTitle(self.tr("Exports and imports"))
        self.kinds.set_options(
            [
                Segment(_EVERYTHING, self.tr("Everything")), Segment(TransferKind.EXPORT, self.tr("Exports")),
                Segment(TransferKind.IMPORT, self.tr("Imports")), Segment(TransferKind.FILLING, self.tr("Filling the server")),
            ]
        )  # fmt: skip
        self.kinds.set_key(kind)
        self.kinds.setAccessibleName(self.tr("What is shown"))
        self._show_note()
        self.table.setAccessibleName(self.tr("Exports and imports"))
        self.details.setAccessibleName(self.tr("What is on record about it"))
        self.table.setHorizontalHeaderLabels(list(self._heads()))
        if (number := self.table.horizontalHeaderItem(_NUMBER)) is not None:
            number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.save_it.setText(self.tr("&Save list …"))
        self.close_it.setText(self.tr("&Close"))
        self._fill()

    def _show_note(self) -> None:
        noted = self.tr("Noted by the server before the first case goes; nobody can change it in the program.")
        if self._told is not None:
            noted += " " + self.tr("Shown are the newest {n} of each.").replace("{n}", text.number(self._told.most))
        self.note.setText(noted)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
