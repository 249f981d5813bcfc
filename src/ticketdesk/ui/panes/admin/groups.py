"""Groups: members, and who may write to them directly. Customer groups: whether clarification is hidden from them by default."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QLineEdit

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.people import STAFF
from ticketdesk.domain.setup import CustomerGroupSetup, GroupSetup, Trace
from ticketdesk.ui.bridge.drafts import DraftBox
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import text
from ticketdesk.ui.panes.admin import draft
from ticketdesk.ui.panes.admin.form import Editor, SetupForm, Ticks
from ticketdesk.ui.panes.admin.master import Entry, MasterPage


class GroupsPage(MasterPage):
    """Keeps groups. One with open tickets stays in use; the page says how many there are before one tries."""

    kind = "group"

    def __init__(self, ctx: Context, drafts: DraftBox) -> None:
        editors: dict[str, Editor] = {
            draft.NAME: QLineEdit(), draft.MEMBERS: Ticks(), draft.ADDRESSABLE: QCheckBox(), draft.OPEN_TO: Ticks(),
        }  # fmt: skip
        super().__init__(ctx, drafts, SetupForm(editors, required=frozenset({draft.NAME})))

    def entries(self) -> Sequence[Entry]:
        found = self.setup.groups if self.setup is not None else ()
        ordered = sorted(found, key=lambda one: (not one.active, text.sort_key(one.name)))
        return [Entry(int(one.id), one.name, "users", in_use=one.active) for one in ordered]

    def original(self) -> dict[str, str] | None:
        one = self._one()
        return draft.of_group(one) if one is not None or self.is_new() else None

    def wrong(self, fields: draft.Fields) -> draft.Problem:
        return draft.wrong_name(fields)

    def wish(self, fields: draft.Fields) -> Command:
        return draft.group(fields, self.number())

    def name(self) -> str:
        one = self._one()
        return self.tr("New group") if one is None else one.name

    def quiet_note(self) -> str:
        one = self._one()
        return self.tr("%n open ticket(s) lie with this group.", "", one.open_cases) if one is not None and one.open_cases else ""

    def last(self) -> Trace | None:
        one = self._one()
        return None if one is None else one.last

    def dress(self) -> None:
        members, open_to = self.form.editors[draft.MEMBERS], self.form.editors[draft.OPEN_TO]
        assert isinstance(members, Ticks)
        assert isinstance(open_to, Ticks)
        members.fill(self._people())
        customers = self.setup.customer_groups if self.setup is not None else ()
        ordered = sorted((one for one in customers if one.active), key=lambda one: text.sort_key(one.name))
        open_to.fill([(one.name, int(one.id)) for one in ordered])
        self.form.label(draft.NAME, self.tr("Na&me"))
        self.form.label(draft.MEMBERS, self.tr("Membe&rs"), self.tr("They see the group's tickets and take them over."))
        self.form.label(draft.ADDRESSABLE, self.tr("Everybod&y may report straight to this group"))
        self.form.label(draft.OPEN_TO, self.tr("Besides, open to these &customer groups"))

    def retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Groups"))
        self.begin_button.setText(self.tr("&New group"))
        self.empty.set_look("users", self.tr("No group yet"), self.tr("The members of a group take over its tickets."))
        super().retranslate()

    def _one(self) -> GroupSetup | None:
        return next((one for one in self.setup.groups if one.id == self.number()), None) if self.setup is not None else None

    def _people(self) -> list[tuple[str, int]]:
        """Everybody who works on tickets, and members who no longer do."""
        one = self._one()
        members = frozenset(one.members) if one is not None else frozenset()
        known = [
            person for person in self.ctx.store.directory.persons.values()
            if person.person_class in STAFF and (person.active or person.id in members)
        ]  # fmt: skip
        rows = []
        for person in sorted(known, key=lambda each: text.sort_key(each.name)):
            words = f"{person.name}, {person.department}" if person.department else person.name
            rows.append((words if person.active else self.tr("{name} (no longer here)").format(name=words), int(person.id)))
        return rows


class CustomerGroupsPage(MasterPage):
    """Keeps customer groups."""

    kind = "customer_group"

    def __init__(self, ctx: Context, drafts: DraftBox) -> None:
        editors: dict[str, Editor] = {draft.NAME: QLineEdit(), draft.HIDDEN: QCheckBox()}
        super().__init__(ctx, drafts, SetupForm(editors, required=frozenset({draft.NAME})))

    def entries(self) -> Sequence[Entry]:
        found = self.setup.customer_groups if self.setup is not None else ()
        ordered = sorted(found, key=lambda one: (not one.active, text.sort_key(one.name)))
        return [Entry(int(one.id), one.name, "building", in_use=one.active) for one in ordered]

    def original(self) -> dict[str, str] | None:
        one = self._one()
        return draft.of_customer_group(one) if one is not None or self.is_new() else None

    def wrong(self, fields: draft.Fields) -> draft.Problem:
        return draft.wrong_name(fields)

    def wish(self, fields: draft.Fields) -> Command:
        return draft.customer_group(fields, self.number())

    def name(self) -> str:
        one = self._one()
        return self.tr("New customer group") if one is None else one.name

    def last(self) -> Trace | None:
        one = self._one()
        return None if one is None else one.last

    def dress(self) -> None:
        self.form.label(
            draft.NAME, self.tr("Na&me"),
            self.tr("A caller's ticket goes to the customer group that is called like his company."),
        )  # fmt: skip
        self.form.label(
            draft.HIDDEN, self.tr("Hide the cl&arification of new tickets"),
            self.tr("The requester sees answers only, until single entries are released."),
        )  # fmt: skip

    def retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Customer groups"))
        self.begin_button.setText(self.tr("&New customer group"))
        self.empty.set_look("building", self.tr("No customer group yet"), self.tr("Companies, departments or tenants that are kept apart."))
        super().retranslate()

    def _one(self) -> CustomerGroupSetup | None:
        return next((one for one in self.setup.customer_groups if one.id == self.number()), None) if self.setup is not None else None
