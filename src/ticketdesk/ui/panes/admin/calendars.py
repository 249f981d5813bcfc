"""Calendars: by which hours, in which zone and with which holidays the office, its groups and its customers count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QCheckBox, QLineEdit

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import CalendarId
from ticketdesk.domain.office_hours import OfficeHours
from ticketdesk.domain.regions import REGIONS
from ticketdesk.ui.bridge.drafts import DraftBox
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import language, text
from ticketdesk.ui.panes.admin import draft, time_draft
from ticketdesk.ui.panes.admin.form import Choice, Editor, Lines, SetupForm, Ticks
from ticketdesk.ui.panes.admin.master import Entry, MasterPage
from ticketdesk.ui.panes.admin.region_words import region_word

ZONES = (
    "Europe/Berlin", "Europe/Vienna", "Europe/Zurich", "Europe/London", "Europe/Lisbon", "Europe/Madrid", "Europe/Paris", "Europe/Rome",
    "Europe/Warsaw", "Europe/Athens", "Europe/Helsinki", "Europe/Istanbul", "Europe/Moscow", "America/New_York", "America/Chicago",
    "America/Denver", "America/Los_Angeles", "America/Sao_Paulo", "Asia/Dubai", "Asia/Kolkata", "Asia/Singapore", "Asia/Shanghai",
    "Asia/Tokyo", "Australia/Sydney", "UTC",
)  # fmt: skip


class CalendarsPage(MasterPage):
    """Keeps calendars. What rests on them is computed anew by the server within seconds; what was broken stays broken."""

    kind = "calendar"

    def __init__(self, ctx: Context, drafts: DraftBox) -> None:
        editors: dict[str, Editor] = {draft.NAME: QLineEdit(), **{name: QLineEdit() for name in time_draft.DAYS_OF_WEEK}}
        editors |= {
            time_draft.REGION: Choice(), time_draft.ZONE: Choice(), time_draft.OWN_DAYS: Lines(), time_draft.FOR_OFFICE: QCheckBox(),
            time_draft.FOR_GROUPS: Ticks(), time_draft.FOR_CUSTOMERS: Ticks(),
        }  # fmt: skip
        super().__init__(ctx, drafts, SetupForm(editors, required=frozenset({draft.NAME})))

    def entries(self) -> Sequence[Entry]:
        return [Entry(int(one.id), one.name, "calendar-time") for one in self._all()]

    def _all(self) -> tuple[OfficeHours, ...]:
        return self.setup.calendars if self.setup is not None else ()

    def _one(self) -> OfficeHours | None:
        number = self.number()
        return next((one for one in self._all() if number is not None and one.id == CalendarId(number)), None)

    def retires(self) -> bool:
        # What counts by it would have no hours any more.
        return False

    def original(self) -> dict[str, str] | None:
        one = self._one()
        if self.setup is None or (one is None and not self.is_new()):
            return None
        return time_draft.of_calendar(one, self.setup)

    def wrong(self, fields: draft.Fields) -> draft.Problem:
        return time_draft.wrong_calendar(fields)

    def wish(self, fields: draft.Fields) -> Command:
        return time_draft.calendar_wish(fields, self.number())

    def name(self) -> str:
        one = self._one()
        return self.tr("New calendar") if one is None else one.name

    def quiet_note(self) -> str:
        one = self._one()
        if one is not None and not one.laid:
            return self.tr("The server is just laying this calendar out; dates follow within seconds.")
        return self.tr("Dates that are still open follow a change within seconds.")

    def dress(self) -> None:
        if self.setup is None:
            return
        zone, region = self.form.editors[time_draft.ZONE], self.form.editors[time_draft.REGION]
        assert isinstance(zone, Choice) and isinstance(region, Choice)
        kept = (self.original() or {}).get(time_draft.ZONE, "")
        zone.fill([(one, one) for one in (*ZONES, *((kept,) if kept and kept not in ZONES else ()))])
        region.fill([(region_word(one), one) for one in REGIONS])
        groups, customers = self.form.editors[time_draft.FOR_GROUPS], self.form.editors[time_draft.FOR_CUSTOMERS]
        assert isinstance(groups, Ticks) and isinstance(customers, Ticks)
        groups.fill(_by_name((one.name, int(one.id)) for one in self.setup.groups if one.active))
        customers.fill(_by_name((one.name, int(one.id)) for one in self.setup.customer_groups if one.active))
        self._label()

    def _label(self) -> None:
        label = self.form.label
        label(draft.NAME, self.tr("Na&me"))
        for number, name in enumerate(time_draft.DAYS_OF_WEEK):
            hint = self.tr("For instance 08:00–12:00, 13:00–17:00; left empty, nobody works that day.") if number == 0 else ""
            label(name, language.locale().dayName(number + 1, QLocale.FormatType.LongFormat), hint)
        label(time_draft.REGION, self.tr("Public holida&ys of"))
        label(time_draft.ZONE, self.tr("Time &zone"))
        label(
            time_draft.OWN_DAYS, self.tr("Own &days"),
            self.tr("One to a line: 24.12.2026; Christmas Eve; 08:00–12:00. Without hours the office is closed that day."),
        )  # fmt: skip
        label(time_draft.FOR_OFFICE, self.tr("&The office works by it"), self.tr("And everybody who has no calendar of his own."))
        label(time_draft.FOR_GROUPS, self.tr("These &groups work by it"))
        label(time_draft.FOR_CUSTOMERS, self.tr("Promises to these &customer groups count by it"))

    def retranslate(self) -> None:
        self.tree.setAccessibleName(QCoreApplication.translate("AdminPlaces", "Calendars"))
        self.begin_button.setText(self.tr("&New calendar"))
        self.empty.set_look("calendar-time", self.tr("No calendar yet"), self.tr("A calendar says which hours count for promises."))
        super().retranslate()


def _by_name(rows: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return names with their numbers as a person looks for them."""
    return sorted(rows, key=lambda row: text.sort_key(row[0]))
