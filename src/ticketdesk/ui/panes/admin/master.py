"""A page with all things of a kind at the left, as a tree, and the chosen one at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Slot
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ticketdesk.domain.commands.base import Outcome
from ticketdesk.ui.bridge.drafts import DraftBox
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.panes.admin.detail import DetailPage
from ticketdesk.ui.panes.admin.form import SetupForm

_NUMBER = int(Qt.ItemDataRole.UserRole)
NEW = "new"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the tree."""

    number: int
    title: str
    sign: str
    parent: int | None = None
    in_use: bool = True


class MasterPage(DetailPage):
    """Lists, makes, changes, takes out of use. ``kind`` names the drafts and what an outcome tells."""

    kind = ""

    def __init__(self, ctx: Context, drafts: DraftBox, form: SetupForm, parent: QWidget | None = None) -> None:
        super().__init__(ctx, drafts, form, parent)
        self._begun = False
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setIconSize(QSize(theme.ICON, theme.ICON))
        self.tree.setUniformRowHeights(True)
        self.begin_button = PlainButton("", "plus")
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.S12, theme.S12, theme.S12, theme.S16)
        column.setSpacing(theme.S8)
        column.addWidget(self.tree, 1)
        column.addWidget(self.begin_button)
        self.master_and_detail(left)
        self.tree.currentItemChanged.connect(self._went)
        self.begin_button.clicked.connect(lambda _checked=False: self.begin())
        self.moved.connect(self._mark)
        self.retranslate()

    def entries(self) -> Sequence[Entry]:
        """Return what is listed, parents before what is below them."""
        raise NotImplementedError

    def number(self) -> int | None:
        """Return the number of what is shown; None for a new one and for nothing."""
        _kind, _colon, number = self.subject.partition(":")
        return int(number) if number.isdigit() else None

    def is_new(self) -> bool:
        """Tell whether a new thing is being made."""
        return self.subject == f"{self.kind}:{NEW}"

    def retires(self) -> bool:
        return self.number() is not None

    # The tree.

    def take(self, setup: object) -> None:
        super().take(setup)  # type: ignore[arg-type]  # a Setup
        self.fill()

    def fill(self) -> None:
        """List what there is now; what is shown stays shown."""
        if self.setup is None:
            return
        blocker = QSignalBlocker(self.tree)
        self.tree.clear()
        made: dict[int, QTreeWidgetItem] = {}
        entries = self.entries()
        # What has nothing below it needs no room for signs that unfold.
        self.tree.setRootIsDecorated(any(one.parent is not None for one in entries))
        for one in entries:
            above = made.get(one.parent) if one.parent is not None else None
            item = QTreeWidgetItem(above if above is not None else self.tree, [one.title])
            item.setData(0, _NUMBER, one.number)
            item.setIcon(0, icons.icon(one.sign, "text2"))
            if not one.in_use:
                item.setText(0, self.tr("{name} (out of use)").format(name=one.title))
                item.setForeground(0, theme.color("text3"))
            made[one.number] = item
        self.tree.expandAll()
        at = made.get(self.number() or 0)
        if at is None and not self.is_new() and made:
            at = next(iter(made.values()))
        if at is not None:
            self.tree.setCurrentItem(at)
        blocker.unblock()
        if at is not None and at.data(0, _NUMBER) != self.number():
            self.show_subject(f"{self.kind}:{at.data(0, _NUMBER)}")
        elif at is None and not made and not self.is_new():
            self.begin()
        self._mark()

    @Slot()
    def _mark(self) -> None:
        """Mark what was typed into and not saved."""
        signs = {one.number: one.sign for one in self.entries()} if self.setup is not None else {}
        stack = [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]
        while stack:
            item = stack.pop()
            if item is None:
                continue
            number = int(item.data(0, _NUMBER))
            if number not in signs:  # read anew, and not listed anew yet
                continue
            waits = self.has_draft(f"{self.kind}:{number}")
            item.setIcon(0, icons.icon("pencil" if waits else signs[number], "warn" if waits else "text2"))
            item.setToolTip(0, self.tr("Not saved yet") if waits else item.text(0))
            stack += [item.child(row) for row in range(item.childCount())]

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _went(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.show_subject(f"{self.kind}:{item.data(0, _NUMBER)}")

    def begin(self) -> None:
        """Begin a new one, or go on with the one begun."""
        blocker = QSignalBlocker(self.tree)
        self.tree.clearSelection()
        self.tree.setCurrentIndex(QModelIndex())
        blocker.unblock()
        self.show_subject(f"{self.kind}:{NEW}")
        next(iter(self.form.editors.values())).setFocus()

    def done_with(self, outcome: Outcome) -> None:
        # The new one is listed when the set-up has been read anew; until then there is nothing to show of it.
        self.subject = f"{self.kind}:{outcome.detail.get(self.kind)}"

    def retranslate(self) -> None:
        super().retranslate()
        self.fill()
