"""Third step: what the other system's words for states, priorities and kinds mean here, and which words mean nothing at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ticketdesk.domain.states import Kind, Priority
from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit import words as kit_words
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.roomy import give_room
from ticketdesk.ui.panes.exchange import words
from ticketdesk.ui.panes.exchange.plan import Plan

Counted = Mapping[tuple[str, ...], Counter[tuple[str, ...]]]


class WordsPage(QWidget):
    """``changed``: something was decided otherwise; the plan holds it already."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = Plan()
        self._counted: Counted = {}
        self.note = Label(step=theme.Step.S, token="text2", wrap=True)
        self.table = QTableWidget(0, 4)
        give_room(self.table)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.verticalHeader().hide()
        self.blanks = QLineEdit()
        self.blanks_field = Field("", self.blanks)
        self.blanks.textEdited.connect(self._blanks_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S12)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        column.addWidget(self.blanks_field)
        self.retranslate()

    def show_words(self, plan: Plan, counted: Counted) -> None:
        """Show the words that were found, and what each means."""
        self.plan, self._counted = plan, counted
        self.blanks.setText(", ".join(plan.blanks))
        self.table.setRowCount(0)
        state = tuple(plan.words["step"].get("state", {}).get("columns", ()))
        for target, columns in (("state", state), ("priority", (plan.meant("priority"),)), ("kind", (plan.meant("kind"),))):
            for said, count in counted.get(columns, Counter()).most_common():
                self._add(target, columns, said, count)
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        # Cells that hold a widget do not count for Qt.
        boxes = [box for row in range(self.table.rowCount()) if (box := self.table.cellWidget(row, 3)) is not None]
        self.table.setColumnWidth(3, max((box.sizeHint().width() for box in boxes), default=280))
        self._show_note()

    def _add(self, target: str, columns: tuple[str, ...], said: tuple[str, ...], count: int) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        number = QTableWidgetItem(f"{count:n}")
        number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table.setItem(row, 0, QTableWidgetItem(" / ".join(columns)))
        self.table.setItem(row, 1, QTableWidgetItem(" / ".join(said) or self.tr("(empty)")))
        self.table.setItem(row, 2, number)
        box = QComboBox()
        box.setAccessibleName(" / ".join(said))
        for shown, data in self._choices(target):
            box.addItem(shown, data)
        box.setCurrentIndex(max(0, self._place(target, box, said)))
        box.activated.connect(lambda _row: self._decided(target, said, box.currentData()))
        self.table.setCellWidget(row, 3, box)
        self.table.setRowHeight(row, box.sizeHint().height() + theme.S4)

    def _choices(self, target: str) -> list[tuple[str, Any]]:
        if target == "state":
            return [(self.tr("(unknown: kept in its own words)"), None), *((words.state(one), one) for one in words.STATES)]
        if target == "priority":
            return [(self.tr("(not said: normal)"), None), *((kit_words.priority(one), one) for one in Priority)]
        return [(self.tr("(not said: incident)"), None), *((kit_words.kind(one), one) for one in Kind)]

    def _place(self, target: str, box: QComboBox, said: tuple[str, ...]) -> int:
        if target == "state":
            meant = self.plan.state_of(said)
            return next((row for row in range(box.count()) if meant is not None and box.itemData(row) == meant), 0)
        word = self.plan.word_of(target, said[0])
        return next((row for row in range(1, box.count()) if box.itemData(row).name.lower() == word), 0)

    def _decided(self, target: str, said: tuple[str, ...], meant: Any) -> None:
        if target == "state":
            self.plan.set_state(said, tuple(meant) if meant is not None else None)
        else:
            self.plan.set_word(target, said[0], meant)
        self._show_note()
        self.changed.emit()

    def _blanks_typed(self, typed: str) -> None:
        self.plan.set_blanks(typed)
        self.changed.emit()

    def _show_note(self) -> None:
        unknown = sum(
            self.plan.state_of(said) is None
            for columns, counted in self._counted.items() for said in counted
            if list(columns) == self.plan.words["step"].get("state", {}).get("columns")
        )  # fmt: skip
        if not self.table.rowCount():
            self.note.setText(self.tr("No column for state, priority or kind was chosen: there are no words to be given a meaning."))
        elif unknown:
            self.note.setText(self.tr("%n state(s) mean(s) nothing here yet. A case that ends with one is refused.", "", unknown))
        else:
            self.note.setText(self.tr("Every state has its meaning. Proposals come from the words themselves; please read them once."))

    def retranslate(self) -> None:
        """Set the texts anew."""
        self.table.setHorizontalHeaderLabels([self.tr("Column"), self.tr("Word in the file"), self.tr("How often"), self.tr("Means here")])
        self.blanks_field.set_label(self.tr("Words that mean “unknown” in &every column, with commas between them"))
        if self._counted:
            self.show_words(self.plan, self._counted)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
