"""The tree of categories: names, place, and what each says by default."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QLineEdit

from ticketdesk.domain import setup as rules
from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import CategoryId
from ticketdesk.domain.setup import CategorySetup, Trace
from ticketdesk.ui.bridge.drafts import DraftBox
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import language, text
from ticketdesk.ui.panes.admin import draft
from ticketdesk.ui.panes.admin.form import Choice, Editor, SetupForm
from ticketdesk.ui.panes.admin.master import Entry, MasterPage


class CategoriesPage(MasterPage):
    """Keeps categories; what one leaves open holds as it does above it, and the form says what that is."""

    kind = "category"

    def __init__(self, ctx: Context, drafts: DraftBox) -> None:
        editors: dict[str, Editor] = {
            draft.NAME_DE: QLineEdit(), draft.NAME_EN: QLineEdit(), draft.PARENT: Choice(), draft.HIDDEN: Choice(), draft.DAYS: QLineEdit(),
        }  # fmt: skip
        super().__init__(ctx, drafts, SetupForm(editors, required=frozenset({draft.NAME_DE})))

    def entries(self) -> Sequence[Entry]:
        return [
            Entry(int(one.id), _named(one), "category", None if one.parent_id is None else int(one.parent_id), one.active)
            for one in self._in_order()
        ]

    def original(self) -> dict[str, str] | None:
        one = self._one()
        return draft.of_category(one) if one is not None or self.is_new() else None

    def wrong(self, fields: draft.Fields) -> draft.Problem:
        return draft.wrong_category(fields)

    def wish(self, fields: draft.Fields) -> Command:
        return draft.category(fields, self.number())

    def name(self) -> str:
        one = self._one()
        return self.tr("New category") if one is None else self._path(one)

    def last(self) -> Trace | None:
        one = self._one()
        return None if one is None else one.last

    def dress(self) -> None:
        choose, days = self.form.editors[draft.PARENT], self.form.editors[draft.DAYS]
        assert isinstance(choose, Choice)
        assert isinstance(days, QLineEdit)
        hidden, reopen = self._from_above(choose)
        self._fill_parents(choose)
        mode = self.form.editors[draft.HIDDEN]
        assert isinstance(mode, Choice)
        if self._chosen_parent(choose) is None:
            unset, usual = self.tr("Not set: transparent"), self.tr("as in the whole office: {days}")
        else:
            unset = self.tr("As above: hidden") if hidden else self.tr("As above: transparent")
            usual = self.tr("as above: {days}")
        mode.fill([(unset, ""), (self.tr("Hidden"), draft.YES), (self.tr("Transparent"), draft.NO)])
        days.setPlaceholderText(usual.format(days=reopen))
        self.form.label(draft.NAME_DE, self.tr("Name in &German"))
        self.form.label(draft.NAME_EN, self.tr("Name in Engl&ish"), self.tr("Left empty, the German name is taken."))
        self.form.label(draft.PARENT, self.tr("Stands belo&w"))
        self.form.label(
            draft.HIDDEN, self.tr("&Clarification of new tickets"), self.tr("Customer group and office can keep it hidden besides.")
        )
        self.form.label(
            draft.DAYS, self.tr("&May be reopened for (days)"), self.tr("0 to 3650; later the requester gets a new ticket that is linked.")
        )

    def retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Categories"))
        self.begin_button.setText(self.tr("&New category"))
        self.empty.set_look("category", self.tr("No category yet"), self.tr("Categories help to find, to steer and to evaluate tickets."))
        super().retranslate()

    # The tree.

    def _known(self) -> dict[CategoryId, CategorySetup]:
        return {one.id: one for one in self.setup.categories} if self.setup is not None else {}

    def _one(self) -> CategorySetup | None:
        number = self.number()
        return None if number is None else self._known().get(CategoryId(number))

    def _path(self, one: CategorySetup) -> str:
        known, words = self._known(), [_named(one)]
        while one.parent_id is not None and one.parent_id in known and len(words) < 10:
            one = known[one.parent_id]
            words.insert(0, _named(one))
        return " › ".join(words)

    def _in_order(self) -> Iterator[CategorySetup]:
        """Every category, parents before what is below them, each floor by its names."""
        below: dict[CategoryId | None, list[CategorySetup]] = {}
        for one in self._known().values():
            below.setdefault(one.parent_id, []).append(one)

        def walk(parent: CategoryId | None) -> Iterator[CategorySetup]:
            for one in sorted(below.get(parent, ()), key=lambda each: (not each.active, text.sort_key(_named(each)))):
                yield one
                yield from walk(one.id)

        return walk(None)

    def _fill_parents(self, choose: Choice) -> None:
        """Offer every place that makes no circle."""
        number = self.number()
        barred = rules.at_and_below(self._known().values(), CategoryId(number)) if number is not None else frozenset()
        chosen = choose.value()
        places = [
            (self._path(one), str(int(one.id)))
            for one in self._in_order()
            if one.id not in barred and (one.active or str(int(one.id)) == chosen)
        ]
        choose.fill([(self.tr("at the top"), ""), *places])

    def _from_above(self, choose: Choice) -> tuple[bool, int]:
        """Return what holds for a category here that says nothing itself."""
        if self.setup is None:
            return False, 0
        parent = self._chosen_parent(choose)
        return rules.hidden_by_default(self.setup.categories, parent), rules.reopen_days(self.setup, parent)

    def _chosen_parent(self, choose: Choice) -> CategoryId | None:
        typed = self.drafts.get(self.slip())
        kept = self.original() or {}
        word = choose.value() if choose.count() and typed is not None else (typed or kept).get(draft.PARENT, "")
        return CategoryId(int(word)) if word else None


def _named(one: CategorySetup) -> str:
    return one.name_de if language.current() == "de" else one.name_en
