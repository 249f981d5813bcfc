"""What the dashboard is asked for: a stretch of days, a customer group, a group, a kind. Remembered from one time to the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ticketdesk.domain.board import BoardView, fitting
from ticketdesk.domain.ids import CustomerGroupId, GroupId
from ticketdesk.domain.states import Kind
from ticketdesk.ui.kit import text, theme, words
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton, button_row
from ticketdesk.ui.kit.day_edit import DayEdit
from ticketdesk.ui.kit.fields import Field

if TYPE_CHECKING:
    from ticketdesk.services.directory import Directory

OWN = "own"
DEFAULT = "weeks4"
_LARGEST_YEARS = 40
_LETTERS = (17, 14, 11, 8)
"""How many letters each box shows: period, customer group, group, kind."""
Days = tuple[date, date]


def _months_back(today: date, months: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, 1)


STRETCHES: dict[str, Callable[[date], Days]] = {
    "week": lambda today: (today - timedelta(days=6), today),
    "weeks4": lambda today: (today - timedelta(days=27), today),
    "weeks8": lambda today: (today - timedelta(days=today.weekday() + 49), today),
    "this_month": lambda today: (today.replace(day=1), today),
    "last_month": lambda today: (_months_back(today, 1), today.replace(day=1) - timedelta(days=1)),
    "months12": lambda today: (_months_back(today, 11), today),
}
"""The stretches that one chooses by name, each ending today or with the last month."""


class Choice(QWidget):
    """The filters in the head. ``changed`` when somebody chose something else."""

    changed = Signal()

    def __init__(self, directory: Callable[[], Directory], settings: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directory, self._settings = directory, settings
        self._own: Days | None = None
        self.stretch, self.customer, self.group, self.kind = (QComboBox(self) for _ in range(4))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S8)
        for box, letters in zip(self._boxes(), _LETTERS, strict=True):
            # A long name must not push the others out of the window; the open list shows it whole.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(letters)
            row.addWidget(box)
        self.fill()
        self._recall()
        self.stretch.activated.connect(self._stretch_chosen)
        for box in (self.customer, self.group, self.kind):
            box.activated.connect(self._chosen)

    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.stretch, self.customer, self.group, self.kind

    def view(self, today: date | None = None) -> BoardView:
        """Return what is asked for."""
        name = str(self.stretch.currentData() or DEFAULT)
        if name == OWN and self._own is not None:
            since, until = self._own
        else:
            since, until = STRETCHES.get(name, STRETCHES[DEFAULT])(today or text.now().astimezone().date())
        customer, group, kind = (box.currentData() for box in (self.customer, self.group, self.kind))
        return BoardView(
            since, until, fitting(since, until), CustomerGroupId(customer) if customer else None, GroupId(group) if group else None,
            Kind(kind) if kind else None,
        )  # fmt: skip

    def said(self, *, days: bool = True) -> str:
        """Return the choice in words, for paper and for the head of a list; without days for what holds now."""
        view = self.view()
        chosen = [box.currentText() for box in (self.customer, self.group, self.kind) if box.currentData()]
        return " · ".join((*([f"{text.day(view.since)} – {text.day(view.until)}"] if days else []), *chosen))

    def fill(self) -> None:
        """Fill the boxes in the present language with the names of now; what is chosen stays."""
        names = self._directory()
        titles = {
            "week": self.tr("Last 7 days"), "weeks4": self.tr("Last 4 weeks"), "weeks8": self.tr("Last 8 weeks"),
            "this_month": self.tr("This month"), "last_month": self.tr("Last month"), "months12": self.tr("Last 12 months"),
        }  # fmt: skip
        entries: list[tuple[str, object]] = [(titles[name], name) for name in STRETCHES]
        if self._own is not None:
            entries.append((f"{text.day(self._own[0])} – {text.day(self._own[1])}", OWN))
        entries.append((self.tr("Other days …"), ""))
        _refill(self.stretch, entries)
        customers = sorted(names.customer_groups.values(), key=lambda one: text.sort_key(one.name))
        groups = sorted(names.groups.values(), key=lambda one: text.sort_key(one.name))
        _refill(self.customer, [(self.tr("All customer groups"), None), *((one.name, int(one.id)) for one in customers)])
        _refill(self.group, [(self.tr("All groups"), None), *((one.name, int(one.id)) for one in groups)])
        _refill(self.kind, [(self.tr("All kinds"), None), *((words.kind(kind), int(kind)) for kind in Kind)])
        told = (self.tr("Period"), self.tr("Customer group"), self.tr("Group"), self.tr("Kind"))
        for box, name in zip(self._boxes(), told, strict=True):
            box.setAccessibleName(name)
            box.setToolTip(name)

    def _recall(self) -> None:
        kept = str(QSettings().value(f"{self._settings}/stretch", DEFAULT))
        index = self.stretch.findData(kept if kept in STRETCHES else DEFAULT)
        self.stretch.setCurrentIndex(max(index, 0))
        self._last = self.stretch.currentIndex()

    @Slot()
    def _chosen(self) -> None:
        self.changed.emit()

    @Slot(int)
    def _stretch_chosen(self, index: int) -> None:
        if self.stretch.itemData(index) == "":
            self.stretch.setCurrentIndex(self._last)
            self.ask_days()
            return
        self._last = index
        name = str(self.stretch.itemData(index))
        if name in STRETCHES:
            QSettings().setValue(f"{self._settings}/stretch", name)
        self.changed.emit()

    def ask_days(self) -> None:
        """Let somebody choose two days."""
        view = self.view()
        dialog = DaysDialog((view.since, view.until), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.set_days)
        dialog.open()

    @Slot(object)
    def set_days(self, days: Days) -> None:
        """Ask for these days."""
        self._own = days
        self.fill()
        self._last = self.stretch.findData(OWN)
        self.stretch.setCurrentIndex(self._last)
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.fill()


class DaysDialog(QDialog):
    """Two days. ``chosen`` carries them, the earlier one first."""

    chosen = Signal(object)

    def __init__(self, days: Days, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose the period"))
        self.since, self.until = DayEdit(self), DayEdit(self)
        self.since.set_value(days[0])
        self.until.set_value(days[1])
        self.until_field = Field(self.tr("To"), self.until)
        fields = QHBoxLayout()
        fields.setSpacing(theme.S12)
        fields.addWidget(Field(self.tr("From"), self.since))
        fields.addWidget(self.until_field)
        leave, show = PlainButton(self.tr("Cancel")), PrimaryButton(self.tr("Show"))
        leave.clicked.connect(self.reject)
        show.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.DIALOG_MARGIN,) * 4)
        column.setSpacing(theme.GROUP_GAP)
        column.addLayout(fields)
        column.addLayout(button_row(leave, show))

    def accept(self) -> None:
        since, until = self.since.value(), self.until.value()
        if until < since:
            self.until_field.set_error(self.tr("This day lies before the first one."))
            self.until.setFocus()
            return
        if until.year - since.year > _LARGEST_YEARS:
            self.until_field.set_error(self.tr("That is more than 40 years."))
            self.until.setFocus()
            return
        self.chosen.emit((since, until))
        super().accept()


def _refill(box: QComboBox, entries: list[tuple[str, object]]) -> None:
    kept = box.currentData()
    box.blockSignals(True)
    box.clear()
    for name, data in entries:
        box.addItem(name, data)
    box.setCurrentIndex(max(box.findData(kept), 0) if kept else 0)
    box.blockSignals(False)
