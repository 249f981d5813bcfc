"""Service commitments: what is promised for which tickets, what stops the clock, and what happens before and after a promise breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commitments import Commitment, Measure, rivals
from ticketdesk.domain.ids import CommitmentId
from ticketdesk.domain.setup import CustomerGroupSetup, GroupSetup
from ticketdesk.domain.states import Kind, Priority, Reason
from ticketdesk.ui.bridge.drafts import DraftBox
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import text, words
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.panes.admin import draft, time_draft
from ticketdesk.ui.panes.admin.form import Choice, Editor, SetupForm, Ticks
from ticketdesk.ui.panes.admin.master import Entry, MasterPage

Rows = list[tuple[str, str]]


class CommitmentsPage(MasterPage):
    """Keeps promises. A changed one holds for new tickets; those that run keep what was promised to them."""

    kind = "commitment"
    _said = ""
    """What stands there of another one for the same tickets; said anew only when it changes."""

    def __init__(self, ctx: Context, drafts: DraftBox) -> None:
        editors: dict[str, Editor] = {
            draft.NAME: QLineEdit(), time_draft.MEASURE: Choice(), time_draft.AMOUNT: QLineEdit(), time_draft.COUNTS: Choice(),
            time_draft.CUSTOMERS: Choice(), time_draft.CATEGORY: Choice(), time_draft.KIND: Choice(), time_draft.PRIORITY: Choice(),
            time_draft.BY_GROUP: Choice(), time_draft.STOPS: Ticks(), time_draft.WARN: QLineEdit(), time_draft.RAISE: QCheckBox(),
            time_draft.HAND_TO: Choice(),
        }  # fmt: skip
        super().__init__(ctx, drafts, SetupForm(editors, required=frozenset({draft.NAME, time_draft.AMOUNT})))

    def entries(self) -> Sequence[Entry]:
        newest = {one.family_id: one for one in reversed(self._all())}
        in_order = sorted(newest.values(), key=lambda one: (one.valid_until is not None, text.sort_key(one.name)))
        return [Entry(int(one.id), one.name, self._sign(one), in_use=one.valid_until is None) for one in in_order]

    def _sign(self, one: Commitment) -> str:
        """One that never runs, since another one is preferred for the same tickets, is marked."""
        behind = one.valid_until is None and any(other.id > one.id for other in rivals(one, self._all()))
        return "alert-triangle" if behind else "stopwatch"

    def _all(self) -> tuple[Commitment, ...]:
        return self.setup.commitments if self.setup is not None else ()

    def _one(self) -> Commitment | None:
        number = self.number()
        return next((one for one in self._all() if number is not None and one.id == CommitmentId(number)), None)

    def retires(self) -> bool:
        one = self._one()
        # One that has ended is history: promise anew what is to hold again.
        return one is not None and one.valid_until is None

    def original(self) -> dict[str, str] | None:
        one = self._one()
        return time_draft.of_commitment(one) if one is not None or self.is_new() else None

    def wrong(self, fields: draft.Fields) -> draft.Problem:
        return time_draft.wrong_commitment(fields)

    def wish(self, fields: draft.Fields) -> Command:
        return time_draft.commitment_wish(fields, self.number())

    def name(self) -> str:
        one = self._one()
        return self.tr("New promise") if one is None else one.name

    def quiet_note(self) -> str:
        one = self._one()
        if one is not None and one.valid_until is not None:
            return self.tr("Not promised any more since {day}.").format(day=text.day(one.valid_until))
        said = self.tr("A change holds for tickets recorded from then on; the others keep what was promised to them.")
        if one is None:
            return said
        return self.tr("Promised since {day}.").format(day=text.date_time(one.valid_from)) + " " + said

    def show_standing(self) -> None:
        super().show_standing()
        said = self._same_tickets()
        if said == self._said:
            return
        self._said = said
        if said:
            self.area.show_message("same", Tone.WARN, said)
        else:
            self.area.drop("same")

    def _same_tickets(self) -> str:
        """Return that another one holds for the very same tickets, and which of them runs; the database takes the one saved last."""
        one = self._one()
        typed = time_draft.as_typed(self.form.fields(), one) if self.original() is not None else None
        if typed is None or (one is not None and one.valid_until is not None):
            return ""
        others = rivals(typed, self._all())
        if not others:
            return ""
        last = max(others, key=lambda other: other.id)
        if one is None or self.has_draft(self.subject):
            said = self.tr("“{name}” promises this for the very same tickets. The one saved last runs: once you have saved, this one.")
        elif last.id > one.id:
            said = self.tr("For the very same tickets “{name}” runs, since it was saved last. This one does not run.")
        else:
            said = self.tr("“{name}” promises this for the very same tickets. This one runs, since it was saved last.")
        return said.replace("{name}", last.name)

    def dress(self) -> None:
        if self.setup is None:
            return
        anybody, anything = self.tr("everybody"), self.tr("any")
        setup = self.setup
        self._fill(time_draft.MEASURE, [(self._measure(one), str(int(one))) for one in Measure])
        usual = self.tr("working time as the group, the customer or the office has it")
        calendars = [(self.tr("working time: {name}").format(name=one.name), str(int(one.id))) for one in setup.calendars]
        self._fill(time_draft.COUNTS, [(usual, ""), *calendars, (self.tr("every hour, around the clock"), time_draft.ROUND_THE_CLOCK)])
        self._fill(time_draft.CUSTOMERS, [(anybody, ""), *_by_name(setup.customer_groups)])
        path = self.ctx.store.directory.category_path
        paths = [(path(one.id) or one.name_de, str(int(one.id))) for one in setup.categories if one.active]
        self._fill(time_draft.CATEGORY, [(anything, ""), *sorted(paths, key=lambda row: text.sort_key(row[0]))])
        self._fill(time_draft.KIND, [(anything, ""), *((words.kind(one), str(int(one))) for one in Kind)])
        self._fill(time_draft.PRIORITY, [(anything, ""), *((words.priority(one), str(int(one))) for one in Priority)])
        groups = _by_name(setup.groups)
        self._fill(time_draft.BY_GROUP, [(self.tr("no, a promise to the requester"), ""), *groups])
        self._fill(time_draft.HAND_TO, [(self.tr("to nobody"), ""), *groups])
        stops = self.form.editors[time_draft.STOPS]
        assert isinstance(stops, Ticks)
        stops.fill([(self.tr("waits {reason}").format(reason=words.reason(one)), int(one)) for one in Reason])
        self._label(self.form.label)

    def _fill(self, name: str, rows: Rows) -> None:
        editor = self.form.editors[name]
        assert isinstance(editor, Choice)
        editor.fill(rows)

    def _measure(self, measure: Measure) -> str:
        return {
            Measure.RESPONSE: self.tr("Response: until the requester first hears of us"),
            Measure.UPDATE: self.tr("Next message: from one message to the next"),
            Measure.RESOLUTION: self.tr("Solution: until the final answer"),
        }[measure]

    def _label(self, label: Callable[..., None]) -> None:
        label(draft.NAME, self.tr("Na&me"))
        label(time_draft.MEASURE, self.tr("What is p&romised"))
        label(time_draft.AMOUNT, self.tr("&Within"), self.tr("A number with min or h: 30 min, 4 h, 40 h."))
        label(time_draft.COUNTS, self.tr("What &counts"))
        label(time_draft.CUSTOMERS, self.tr("For the customer gro&up"))
        label(time_draft.CATEGORY, self.tr("For the cate&gory"), self.tr("And for everything below it."))
        label(time_draft.KIND, self.tr("For the &kind"))
        label(time_draft.PRIORITY, self.tr("For the &priority"))
        label(
            time_draft.BY_GROUP, self.tr("A target &among ourselves, for the group"),
            self.tr("Then it runs from handing over to the group until it is taken over, or until its answer is back."),
        )  # fmt: skip
        label(time_draft.STOPS, self.tr("The c&lock stands still while the ticket"))
        label(time_draft.WARN, self.tr("Warn at (per cen&t used)"), self.tr("1 to 99; left empty, at 80."))
        label(time_draft.RAISE, self.tr("When it breaks, raise the priority"), self.tr("By one step."))
        label(
            time_draft.HAND_TO, self.tr("When &it breaks, hand the ticket on"),
            self.tr("Only one that is with a group or a handler already; what is new stays with the coordination."),
        )  # fmt: skip

    def retranslate(self) -> None:
        self.tree.setAccessibleName(QCoreApplication.translate("AdminPlaces", "Service commitments"))
        self.begin_button.setText(self.tr("&New promise"))
        self.empty.set_look(
            "stopwatch", self.tr("Nothing is promised yet"),
            self.tr("A promise says within which time somebody hears of us or gets his solution."),
        )  # fmt: skip
        super().retranslate()


def _by_name(found: Iterable[CustomerGroupSetup | GroupSetup]) -> Rows:
    """Return those in use as a person looks for them."""
    in_use = (one for one in found if one.active)
    return [(one.name, str(int(one.id))) for one in sorted(in_use, key=lambda one: text.sort_key(one.name))]
