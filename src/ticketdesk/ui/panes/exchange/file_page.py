"""First step: which file, and how it is read. What was found is shown with its reason and can be changed; below are ten rows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ticketdesk.services.exchange.detect import ENCODINGS
from ticketdesk.services.exchange.source import DELIMITERS, ReadAs
from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.roomy import give_room
from ticketdesk.ui.panes.exchange import words
from ticketdesk.ui.panes.exchange.plan import Plan
from ticketdesk.ui.panes.exchange.work import PREVIEW, Look

_LONG = 60


class FilePage(QWidget):
    """``wanted`` (path, member): look at this file; ``reread``: look again as it says now; ``profile_wanted``: load a profile."""

    wanted = Signal(str, str)
    reread = Signal()
    profile_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = QLineEdit()
        self.path.setReadOnly(True)
        self.choose_button, self.profile_button = PlainButton("", "folder-open"), PlainButton("", "file-import")
        self.member, self.sheet, self.encoding, self.delimiter, self.rows = (QComboBox() for _ in range(5))
        self.path_field = Field("", self.path)
        self.fields = {box: Field("", box) for box in (self.member, self.sheet, self.encoding, self.delimiter, self.rows)}
        self.table = QTableWidget(0, 0)
        give_room(self.table)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(False)
        self.standing = Label(step=theme.Step.S, token="text2", wrap=True)
        self._lay_out()
        self.choose_button.clicked.connect(lambda _checked=False: self.choose())
        self.profile_button.clicked.connect(lambda _checked=False: self.profile_wanted.emit())
        self.member.activated.connect(lambda _row: self.wanted.emit(self.path.text(), str(self.member.currentData())))
        for box in (self.sheet, self.encoding, self.delimiter):
            box.activated.connect(lambda _row: self.reread.emit())
        self.retranslate()
        self.show_look(None, Plan())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.S8)
        top.addWidget(self.path_field, 1)
        top.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self.profile_button, 0, Qt.AlignmentFlag.AlignBottom)
        row = QHBoxLayout()
        row.setSpacing(theme.S12)
        for field in self.fields.values():
            row.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S12)
        column.addLayout(top)
        column.addLayout(row)
        column.addWidget(self.standing)
        column.addWidget(self.table, 1)
        # Without a table everything stays at the top.
        self._below = QWidget()
        column.addWidget(self._below, 1)

    def choose(self) -> None:
        """Ask for a file."""
        kinds = self.tr("Tables and exports (*.csv *.tsv *.txt *.xlsx *.zip manifest.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the file to import"), self.path.text(), kinds)
        if name:
            self.wanted.emit(name, "")

    def show_path(self, name: str) -> None:
        """Show which file was chosen."""
        self.path.setText(name)

    def show_look(self, look: Look | None, plan: Plan) -> None:
        """Show how a file was read, or that none was."""
        for box in (self.member, self.sheet, self.encoding, self.delimiter):
            box.clear()
        for field in self.fields.values():
            field.setVisible(look is not None)
        self.table.setVisible(look is not None)
        self._below.setVisible(look is None)
        if look is None:
            self.standing.setText(self.tr(
                "CSV, TSV or XLSX, or a zip file with one of them. The next pages show what becomes of it before anything is imported. "
                "An export of Ticketdesk (its zip file, or the manifest.json in its folder) fills an empty server."
            ))  # fmt: skip
            return
        found = look.found
        self._fill(self.member, [(name, name) for name in found.members], found.read_as.member)
        self._fill(self.sheet, [(name, name) for name in found.sheets], found.read_as.sheet or (found.sheets[0] if found.sheets else ""))
        encodings = dict.fromkeys((found.read_as.encoding, *ENCODINGS))
        self._fill(self.encoding, [(words.encoding(name), name) for name in encodings], found.read_as.encoding)
        signs = [(self.tr("Tab") if sign == "\t" else f"{sign}", sign) for sign in DELIMITERS]
        self._fill(self.delimiter, signs, found.read_as.delimiter)
        self.fields[self.member].setVisible(len(found.members) > 1)
        self.fields[self.sheet].setVisible(len(found.sheets) > 1)
        for box in (self.encoding, self.delimiter):
            self.fields[box].setVisible(found.kind == "csv")
        self.fields[self.encoding].set_hint(words.said(words.WHYS.get(found.why, "")) if found.why else "")
        self._show_rows(plan)
        self._show_table(look)

    @staticmethod
    def _fill(box: QComboBox, items: list[tuple[str, str]], chosen: str) -> None:
        box.clear()
        for shown, data in items:
            box.addItem(shown, data)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def _show_rows(self, plan: Plan) -> None:
        choices = [(self.tr("Step of a case"), "steps"), (self.tr("Whole case"), "cases")]
        self._fill(self.rows, choices, str(plan.words.get("rows", "steps")))

    def _show_table(self, look: Look) -> None:
        records = look.sample[:PREVIEW]
        self.table.clear()
        self.table.setColumnCount(len(look.columns))
        self.table.setRowCount(len(records))
        self.table.setHorizontalHeaderLabels(list(look.columns))
        self.table.setVerticalHeaderLabels([str(record.line) for record in records])
        for row, record in enumerate(records):
            for column, value in enumerate(record.raw[: len(look.columns)]):
                item = QTableWidgetItem(value if len(value) <= _LONG else f"{value[:_LONG]} …")
                self.table.setItem(row, column, item)
        self.table.resizeColumnsToContents()
        uneven = sum(record.values is None for record in look.sample)
        said = self.tr("%n column(s); the first rows are shown.", "", len(look.columns))
        if uneven:
            said += " " + self.tr("%n of the first lines do(es) not have as many columns as the first one.", "", uneven)
        if len(set(look.columns)) < len(look.columns):
            twice = sorted({name for name in look.columns if look.columns.count(name) > 1})
            said += " " + self.tr("Columns with the same name cannot be told apart: {names}").format(names=", ".join(twice))
        self.standing.setText(said)

    def read_as(self, plan: Plan) -> ReadAs:
        """Return how the file is to be read as it says here."""
        if not self.encoding.count():
            return ReadAs(str(plan.words.get("encoding", "")) or "utf-8-sig", str(plan.words.get("delimiter", "")) or ",")
        sheet = str(self.sheet.currentData() or "")
        member = str(self.member.currentData() or "") if self.member.count() > 1 else ""
        return ReadAs(str(self.encoding.currentData()), str(self.delimiter.currentData()), member, sheet)

    def folder(self) -> str:
        """Return where the file lies."""
        return str(Path(self.path.text()).parent) if self.path.text() else ""

    def retranslate(self) -> None:
        """Set the texts anew."""
        self.path_field.set_label(self.tr("&File"))
        self.choose_button.setText(self.tr("&Choose file …"))
        self.profile_button.setText(self.tr("Load &profile …"))
        for box, label in (
            (self.member, self.tr("Table in the zip file")), (self.sheet, self.tr("Sheet")), (self.encoding, self.tr("&Encoding")),
            (self.delimiter, self.tr("Sepa&rator")), (self.rows, self.tr("Each line &is a")),
        ):  # fmt: skip
            self.fields[box].set_label(label)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
