"""Second step: which column is what. Beside it stands what becomes of the first ten cases, renewed with each change."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import available_timezones

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ticketdesk.services.exchange.dates import Dates, Finding
from ticketdesk.services.exchange.job import listed
from ticketdesk.services.exchange.mapping import OldCase
from ticketdesk.services.exchange.trouble import Unreadable
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit import words as kit_words
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.roomy import give_room
from ticketdesk.ui.panes.exchange import words
from ticketdesk.ui.panes.exchange.fields_form import FieldsForm
from ticketdesk.ui.panes.exchange.plan import ONLY_CASES, TEMPLATES, Plan
from ticketdesk.ui.panes.exchange.work import Sight

ZONES = ("Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/London", "UTC", "America/New_York")
_SHOWN = 7
_MOMENTS = frozenset({"at", "answered", "closed", "changed"})


class ColumnsPage(QWidget):
    """``changed``: something was decided otherwise; the plan holds it already."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = Plan()
        self._columns: tuple[str, ...] = ()
        self._mixed = False
        """Whether dates are written both ways round in a column that counts."""
        self.boxes = {target: QComboBox() for target in words.TARGETS}
        self.dates, self.zone, self.customer_group = QComboBox(), QComboBox(), QLineEdit()
        self.customer_group.setMaxLength(200)
        self.zone.setEditable(True)
        self.form = FieldsForm()
        self.fields: dict[str, Field] = {}
        for target, box in self.boxes.items():
            self.fields[target] = Field("", box, required=target in ("number", "at"))
        self.fields |= {"dates": Field("", self.dates), "zone": Field("", self.zone), "customer_group": Field("", self.customer_group)}
        self.head = Label(bold=True)
        self.trouble = Label(step=theme.Step.S, token="bad", wrap=True)
        self.table = QTableWidget(0, _SHOWN)
        give_room(self.table)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self._later = QTimer(self, singleShot=True, interval=150)
        self._later.timeout.connect(self.changed)
        self._lay_out()
        for target, box in self.boxes.items():
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14)
            box.activated.connect(lambda _row, target=target: self._chosen(target))
        self.dates.activated.connect(lambda _row: self._dates_chosen())
        self.zone.currentTextChanged.connect(self._zone_typed)
        self.customer_group.textEdited.connect(lambda typed: self._set("customer_group", typed.strip()))
        self.retranslate()

    def _lay_out(self) -> None:
        self._place()
        right = QVBoxLayout()
        right.setSpacing(theme.S8)
        right.addWidget(self.head)
        right.addWidget(self.trouble)
        right.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S16)
        row.addWidget(self.form, 5)
        row.addLayout(right, 6)
        self.trouble.hide()

    def _place(self) -> None:
        whole = self.plan.words.get("rows") == "cases"
        order = [name for name in words.TARGETS if whole or name not in ONLY_CASES]
        order[2:2] = ["dates", "zone"]
        order.append("customer_group")
        self.form.show_fields([self.fields[name] for name in order])

    def show_plan(self, plan: Plan, columns: Sequence[str]) -> None:
        """Show what was decided about these columns."""
        self.plan, self._columns = plan, tuple(columns)
        for target, box in self.boxes.items():
            self._fill(target, box)
        with QSignalBlocker(self.zone):
            self.zone.clear()
            self.zone.addItems(list(dict.fromkeys((*filter(None, [str(plan.words.get("zone", ""))]), *ZONES))))
            self.zone.setEditText(str(plan.words.get("zone", "")))
        self.customer_group.setText(str(plan.words.get("customer_group", "")))
        self._place()
        self.retranslate()

    def _fill(self, target: str, box: QComboBox) -> None:
        meant = self.plan.meant(target)
        braced = target in TEMPLATES or target == "person"
        box.clear()
        box.addItem("–", "")
        for column in self._columns:
            box.addItem(column, "{" + column + "}" if braced else column)
        if meant and box.findData(meant) < 0:
            box.addItem(meant, meant)
        box.setCurrentIndex(max(0, box.findData(meant)))

    def _chosen(self, target: str) -> None:
        self.plan.mean(target, str(self.boxes[target].currentData()))
        if target in _MOMENTS:
            self.plan.forget_leaving_out()
        if target.startswith("state"):
            for one in ("state", "state_more"):
                self._fill(one, self.boxes[one])
        self._later.start()

    def _dates_chosen(self) -> None:
        self.plan.choose_dates(str(self.dates.currentData()), mixed=self._mixed)
        self._later.start()

    def stops_at(self) -> QWidget | None:
        """Return what must be decided before the next step, if anything; the sentence about it stands there."""
        for target in ("number", "at"):
            if not self.plan.meant(target):
                return self.boxes[target]
        return self.dates if self.fields["dates"].error() else None

    def _set(self, key: str, value: str) -> None:
        self.plan.words[key] = value
        self._later.start()

    def _zone_typed(self, typed: str) -> None:
        known = not typed.strip() or typed.strip() in available_timezones()
        self.fields["zone"].set_error("" if known else self.tr("There is no time zone of this name."))
        if known:
            self._set("zone", typed.strip())

    # What becomes of it.

    def show_sight(self, sight: Sight) -> None:
        """Show the first cases as they will be, and what is wrong with dates."""
        self._show_dates(sight)
        self.table.setRowCount(len(sight.cases))
        for row, case in enumerate(sight.cases):
            for column, value in enumerate(self._cells(case)):
                item = QTableWidgetItem(value)
                self.table.setItem(row, column, item)
        self.table.resizeColumnsToContents()
        for column in range(_SHOWN):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), 260))

    def _cells(self, case: OldCase) -> tuple[str, ...]:
        last = case.steps[-1]
        shown = words.state((last.state.state, last.state.reason)) if last.state else ""
        kind = case.kind or self.plan.profile().kind
        return (
            case.number, case.subject, text.date_time(case.steps[0].at), shown, kit_words.priority(case.priority), kit_words.kind(kind),
            str(len(case.steps)),
        )  # fmt: skip

    def _show_dates(self, sight: Sight) -> None:
        found, trouble = sight.dates, sight.trouble
        self._mixed = (found is not None and found.mixed) or (trouble is not None and trouble.code == "dates_mixed")
        self.fields["dates"].set_hint("" if found is None else self._dates_hint(found))
        self.fields["dates"].set_error("" if trouble is None else self._dates_trouble(trouble))

    def _dates_hint(self, found: Finding) -> str:
        if found.ambiguous:
            return self.tr("Day or month could come first on every line: please choose.")
        if found.mixed and self.plan.words.get("dates_otherwise"):
            lines = found.month_first if self.plan.words.get("dates") == Dates.DAY_FIRST else found.day_first
            return self.tr("Lines that cannot be read so are left out, with their cases, such as {lines}.").format(lines=listed(lines))
        return self.tr("Lines that are written otherwise: {lines}").format(lines=listed(found.strange)) if found.strange else ""

    def _dates_trouble(self, trouble: Unreadable) -> str:
        match trouble.code:
            case "dates_mixed":
                said = self.tr(
                    "In “{column}” the day comes first on some lines ({day}), the month on others ({month}). Please choose which holds: "
                    "lines that cannot be read so are left out, with their cases."
                )
            case "dates_day_first":
                said = self.tr("In “{column}” the day comes first (lines {lines}). Please choose this.")
            case _:
                said = self.tr("In “{column}” the month comes first (lines {lines}). Please choose this.")
        return said.format(**trouble.detail)

    def say(self, trouble: str) -> None:
        """Show why nothing becomes of it yet, or nothing."""
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))

    def retranslate(self) -> None:
        """Set the texts anew."""
        for target, source in words.TARGETS.items():
            self.fields[target].set_label(words.said(source))
        if self.plan.words.get("rows") == "cases":
            self.fields["at"].set_label(self.tr("Reported at"))
        self.fields["dates"].set_label(self.tr("Dates are written"))
        self.fields["zone"].set_label(self.tr("Time zone, where none is named"))
        self.fields["customer_group"].set_label(self.tr("Customer group of all cases"))
        self.dates.clear()
        for way, source in words.DATES.items():
            self.dates.addItem(words.said(source), str(way))
        self.dates.setCurrentIndex(max(0, self.dates.findData(str(self.plan.words.get("dates", Dates.ISO)))))
        self.head.setText(self.tr("What becomes of the first cases"))
        heads = (self.tr("Number"), self.tr("Subject"), self.tr("Begun"), self.tr("State"), self.tr("Priority"), self.tr("Kind"))
        self.table.setHorizontalHeaderLabels([*heads, self.tr("Steps")])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
