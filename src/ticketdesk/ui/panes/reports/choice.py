"""What a report is asked for: days, customer groups, groups, for whom. Not here: the report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QWidget

from ticketdesk.domain.ids import CustomerGroupId, GroupId
from ticketdesk.domain.report import Period, ReportKind, ReportWish, month, months_after, quarter, year
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.day_edit import DayEdit
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.menu import Menu
from ticketdesk.ui.panes.reports.sheets import period_name

if TYPE_CHECKING:
    from ticketdesk.services.directory import Directory

OTHER = "other"
_FIRST = date(2000, 1, 1)


def today() -> date:
    """Return this day."""
    return text.now().astimezone().date()


class ReportChoice(QWidget):
    """A row of choices; ``changed`` when somebody has chosen something else."""

    changed = Signal()

    def __init__(self, directory: Callable[[], Directory], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        self._kind = ReportKind.SERVICE
        self._customers: set[int] = set()
        self._groups: set[int] = set()
        self.period, self.audience = QComboBox(self), QComboBox(self)
        self.since, self.until, self.dash = DayEdit(self, first=_FIRST), DayEdit(self, first=_FIRST), Label("–")
        self.customers, self.groups = QPushButton(self), QPushButton(self)
        self.persons = QCheckBox(self)
        self.persons_possible = False
        for days in (self.since, self.until):
            days.dateChanged.connect(lambda _day: self.changed.emit())
        for button in (self.customers, self.groups):
            button.setMenu(Menu(button))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S8)
        for widget in (self.period, self.since, self.dash, self.until, self.customers, self.groups, self.audience, self.persons):
            row.addWidget(widget)
        row.addStretch(1)
        self.period.activated.connect(self._period_chosen)
        self.audience.activated.connect(lambda _index: self._chosen())
        self.persons.toggled.connect(lambda _on: self.changed.emit())
        self.set_kind(self._kind)

    def set_kind(self, kind: ReportKind) -> None:
        """Offer what this report may be asked for; what is chosen stays where it can."""
        self._kind = kind
        self.retranslate()

    def wish(self) -> ReportWish:
        """Return what is asked for."""
        public = bool(self.audience.currentData()) and self._kind is not ReportKind.PROCESSING
        groups = tuple(GroupId(one) for one in sorted(self._groups)) if self._kind is ReportKind.STOCK and not public else ()
        return ReportWish(
            self._kind, self._days(), tuple(CustomerGroupId(one) for one in sorted(self._customers)), groups, public,
            self._kind is ReportKind.PROCESSING and self.persons_possible and self.persons.isChecked(),
        )  # fmt: skip

    def _days(self) -> Period:
        if self._kind is ReportKind.STOCK:
            day = self.until.value()
            return Period(day, date.fromordinal(day.toordinal() + 1))
        chosen = self.period.currentData()
        if isinstance(chosen, Period):
            return chosen
        since, last = self.since.value(), self.until.value()
        if self._kind is ReportKind.PROCESSING:
            # Months alone: the day does not count.
            return Period(since.replace(day=1), months_after(last.replace(day=1), 1))
        return Period(since, date.fromordinal(last.toordinal() + 1))

    def set_period(self, period: Period) -> None:
        """Choose days."""
        found = next((place for place in range(self.period.count()) if self.period.itemData(place) == period), -1)
        self.since.set_value(period.since)
        self.until.set_value(period.last)
        self.period.setCurrentIndex(found if found >= 0 else self.period.findData(OTHER))
        self._show_fitting()

    def choose_customers(self, numbers: set[int]) -> None:
        """Choose customer groups; none of them: all."""
        self._customers = set(numbers)
        self.retranslate()

    def _periods(self) -> list[tuple[str, object]]:
        here, first = today(), 1 if self._kind is ReportKind.PROCESSING else 0
        periods = [month(here, back) for back in range(first, 13)]
        periods += [quarter(here, back) for back in range(first, 5)]
        periods += [year(here, back) for back in range(first, 3)]
        return [
            *((period_name(one), one) for one in periods),
            (self.tr("Other days …") if first == 0 else self.tr("Other months …"), OTHER),
        ]

    @Slot()
    def _period_chosen(self) -> None:
        self._show_fitting()
        self.changed.emit()

    def _chosen(self) -> None:
        self._show_fitting()
        self.changed.emit()

    def _show_fitting(self) -> None:
        stock, work = self._kind is ReportKind.STOCK, self._kind is ReportKind.PROCESSING
        other = self.period.currentData() == OTHER
        self.period.setVisible(not stock)
        self.since.setVisible(other and not stock)
        self.dash.setVisible(other and not stock)
        self.until.setVisible(stock or other)
        for days in (self.since, self.until):
            days.set_months_alone(work)
        self.audience.setVisible(not work)
        self.groups.setVisible(stock and not self.audience.currentData())
        self.persons.setVisible(work and self.persons_possible)

    def _fill_menu(self, button: QPushButton, names: dict[int, str], chosen: set[int], words: tuple[str, str]) -> None:
        menu = button.menu()
        menu.clear()
        everything = menu.addAction(words[0])
        everything.triggered.connect(lambda _checked=False: self._take(chosen, set()))
        menu.addSeparator()
        for number, name in sorted(names.items(), key=lambda item: text.sort_key(item[1])):
            entry = menu.addAction(name.replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(number in chosen)
            entry.toggled.connect(lambda on, one=number: self._take(chosen, chosen | {one} if on else chosen - {one}))
        known = chosen & names.keys()
        said = words[0] if not known else names[next(iter(known))] if len(known) == 1 else words[1].replace("{n}", str(len(known)))
        button.setText(said.replace("&", "&&"))

    def _take(self, chosen: set[int], wanted: set[int]) -> None:
        if chosen != wanted:
            chosen.clear()
            chosen.update(wanted)
            self.fill_names()
            self.changed.emit()

    def fill_names(self) -> None:
        """Fill the menus with the names of now."""
        names = self._directory()
        customers = {int(key): one.name for key, one in names.customer_groups.items()}
        groups = {int(key): one.name for key, one in names.groups.items()}
        self._fill_menu(self.customers, customers, self._customers, (self.tr("All customer groups"), self.tr("{n} customer groups")))
        self._fill_menu(self.groups, groups, self._groups, (self.tr("All groups"), self.tr("{n} groups")))

    def retranslate(self) -> None:
        """Set all texts in the present language; what is chosen stays."""
        kept, public = self.period.currentData(), self.audience.currentData()
        if self.period.count() == 0:
            last = month(today(), 1)
            kept = last
            self.since.set_value(last.since)
            self.until.set_value(today())
        self.period.clear()
        for name, period in self._periods():
            self.period.addItem(name, period)
        place = next(
            (n for n in range(self.period.count()) if self.period.itemData(n) == kept), 0 if kept != OTHER else self.period.count() - 1
        )
        self.period.setCurrentIndex(place)
        self.audience.clear()
        self.audience.addItem(self.tr("for ourselves"), False)
        self.audience.addItem(self.tr("for the customer"), True)
        self.audience.setCurrentIndex(1 if public else 0)
        self.persons.setText(self.tr("with single persons"))
        names = (
            (self.period, self.tr("Period")), (self.since, self.tr("First day")), (self.until, self.tr("Last day")),
            (self.customers, self.tr("Customer groups")), (self.groups, self.tr("Groups")), (self.audience, self.tr("For whom")),
        )  # fmt: skip
        for widget, name in names:
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        self.fill_names()
        self._show_fitting()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
