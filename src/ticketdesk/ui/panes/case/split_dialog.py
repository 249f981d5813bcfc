"""Splitting a case: one row for each part, what goes along, and whether the case waits. Keyboard first; sends nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from ticketdesk.domain.entry import EntryKind, Step
from ticketdesk.domain.people import Group, Me, Person
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import text, theme, words
from ticketdesk.ui.kit.buttons import Fill, PlainButton, PrimaryButton, button_row
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.screen import resize_within
from ticketdesk.ui.panes.case import part_rules
from ticketdesk.ui.panes.case.assign_dialog import addressees
from ticketdesk.ui.panes.case.split_row import SplitRow

_MOST = 20
_SHOWN_ENTRIES = 4
_SEQ = int(Qt.ItemDataRole.UserRole)


def letter_of(number: int) -> str:
    """Return the letter of a case's n-th part, as the database counts them."""
    return (chr(64 + (number - 1) // 26) if number > 26 else "") + chr(65 + (number - 1) % 26)


class SplitDialog(QDialog):
    """Asks for parts; ``chosen`` (tuple of PartWish, wait) comes once, ``typed`` (list of rows) follows every key."""

    chosen = Signal(object, bool)
    typed = Signal(object)

    def __init__(self, ticket: Ticket, steps: Sequence[Step], me: Me, directory: Directory, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ticket, self._me, self._directory = ticket, me, directory
        self._everybody = addressees(directory)
        self._serve: Callable[[Field], None] | None = None
        self.rows: list[SplitRow] = []
        self._rows_column = QVBoxLayout()
        self._rows_column.setSpacing(theme.S8)
        self.more = PlainButton("", "plus")
        self.more.clicked.connect(self._add_and_go)
        self.along = QListWidget()
        self.along.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fill_along(steps)
        self._along_field = Field("", self.along)
        self.wait = QCheckBox()
        self.wait.setChecked(part_rules.may_wait(ticket))
        self.wait.setVisible(part_rules.may_wait(ticket))
        self._readers = Label(token="note" if ticket.kept_inside else "text2", step=theme.Step.S, wrap=True)
        self.send = PrimaryButton("", "subtask", fill=Fill.COORDINATION)
        self.send.clicked.connect(self._decide)
        self._cancel = PlainButton()
        self._cancel.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._decide)
        QShortcut(QKeySequence("Ctrl+Shift+N"), self, self._add_and_go)
        self._lay()
        self.add_row()
        self.retranslate()
        self.rows[0].whom.setFocus()

    @Slot(object)
    def offer(self, whom: Iterable[Person | Group]) -> None:
        """Offer exactly these from now on; what was typed stays."""
        self._everybody = addressees(self._directory, whom)
        for row in self.rows:
            row.offer(self._everybody)

    def serve(self, serve: Callable[[Field], None]) -> None:
        """Let text modules be used in every part's order, and in those of parts that are added."""
        self._serve = serve
        for row in self.rows:
            serve(row.order_field)

    def add_row(self) -> SplitRow:
        """Add an empty part."""
        row = SplitRow(letter_of(self._ticket.parts_total + len(self.rows) + 1), self._everybody, self._me)
        row.changed.connect(self._changed)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        if self._serve is not None:
            self._serve(row.order_field)
        self._rows_column.insertWidget(len(self.rows) - 1, row)
        self._count()
        return row

    def restore(self, kept: Sequence[Mapping[str, object]]) -> None:
        """Put back the rows of a draft."""
        for place, one in enumerate(kept[:_MOST]):
            row = self.rows[place] if place < len(self.rows) else self.add_row()
            row.restore(dict(one))
        self._count()

    def entries(self) -> tuple[int, ...]:
        """Return the steps whose texts go along."""
        items = (self.along.item(row) for row in range(self.along.count()))
        return tuple(int(item.data(_SEQ)) for item in items if item is not None and item.checkState() is Qt.CheckState.Checked)

    @Slot()
    def _add_and_go(self) -> None:
        if len(self.rows) < _MOST:
            self.add_row().whom.setFocus()

    def _remove(self, row: SplitRow) -> None:
        if len(self.rows) == 1:
            row.restore({})
            row.whom.setFocus()
        else:
            place = self.rows.index(row)
            self.rows.remove(row)
            row.hide()
            row.deleteLater()
            for number, one in enumerate(self.rows):
                one.set_letter(letter_of(self._ticket.parts_total + number + 1))
            self.rows[min(place, len(self.rows) - 1)].whom.setFocus()
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self._count()
        self.typed.emit([row.kept() for row in self.rows if not row.is_empty()])

    def _count(self) -> None:
        filled = max(1, sum(not row.is_empty() for row in self.rows))
        self.send.set_text(self.tr("Commission %n part(s)", "", filled))
        self.wait.setEnabled(any(row.blocking.isChecked() for row in self.rows))
        self.more.setEnabled(len(self.rows) < _MOST)
        for row in self.rows:
            row.cross.setVisible(len(self.rows) > 1)

    @Slot()
    def _decide(self) -> None:
        """Tell what shall be commissioned; an empty row is left out, one that lacks something is gone to."""
        filled = [row for row in self.rows if not row.is_empty()] or self.rows[:1]
        along = self.entries()
        wishes = [row.wish(along) for row in filled]
        whole = [wish for wish in wishes if wish is not None]
        if len(whole) < len(wishes):
            next(row for row, wish in zip(filled, wishes, strict=True) if wish is None).wish(along)
            return
        if self.result() != QDialog.DialogCode.Accepted:
            wait = self.wait.isVisibleTo(self) and self.wait.isEnabled() and self.wait.isChecked()
            self.chosen.emit(tuple(whole), wait)
            self.accept()

    def _fill_along(self, steps: Sequence[Step]) -> None:
        for step in steps:
            if step.kind is None or not step.body:
                continue
            first = " ".join(step.body.split())[:120]
            item = QListWidgetItem(f"{words.entry_kind(step.kind)} · {text.date_time(step.at)} · {first}")
            item.setData(_SEQ, step.seq)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            # Without the report nobody knows what it is about; everything else is chosen one by one.
            item.setCheckState(Qt.CheckState.Checked if step.kind in (EntryKind.REPORT,) else Qt.CheckState.Unchecked)
            self.along.addItem(item)

    def _lay(self) -> None:
        metrics = QFontMetrics(theme.font())
        self.along.setMinimumHeight((metrics.height() + theme.S4) * min(_SHOWN_ENTRIES, max(1, self.along.count())) + theme.S8)
        self.along.setMaximumHeight((metrics.height() + theme.S6) * _SHOWN_ENTRIES + theme.S8)
        self._along_field.setVisible(self.along.count() > 0)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, theme.S8, 0)
        rows.addLayout(self._rows_column)
        rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.S16)
        column.setSpacing(theme.S12)
        column.addWidget(scroll, 1)
        column.addWidget(self._along_field)
        column.addWidget(self.wait)
        column.addWidget(self._readers)
        column.addLayout(button_row(self._cancel, self.send))
        resize_within(self, QSize(metrics.averageCharWidth() * 96, metrics.height() * 42))

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self.setWindowTitle(self.tr("Have parts of {number} clarified").format(number=self._ticket.number))
        self.more.setText(self.tr("&Further part"))
        self._along_field.set_label(self.tr("Goes along with every part"))
        self.wait.setText(self.tr("The case &waits until all parts that are needed are back"))
        if self._ticket.kept_inside:
            self._readers.setText(self.tr("Hidden clarification: the requester learns nothing of the parts."))
        else:
            self._readers.setText(self.tr("The requester learns that parts were commissioned, not of whom and not what was asked."))
        self._cancel.setText(self.tr("Cancel"))
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return alone sends nothing: a half-filled row would be sent by a name's last key."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.focusNextChild()
            return
        super().keyPressEvent(event)
