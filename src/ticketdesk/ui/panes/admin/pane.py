"""The administration: its pages at the left, the chosen one beside. Lays out, asks for the set-up, and hands it to the pages; no rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.setup import Setup
from ticketdesk.services.run import Sent
from ticketdesk.ui.bridge.drafts import DraftBox, Slip
from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.action import build_actions
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.panes.admin import draft
from ticketdesk.ui.panes.admin.actions import ACTIONS, AdminState
from ticketdesk.ui.panes.admin.calendars import CalendarsPage
from ticketdesk.ui.panes.admin.categories import CategoriesPage
from ticketdesk.ui.panes.admin.commitments import CommitmentsPage
from ticketdesk.ui.panes.admin.contacts import ContactsPage
from ticketdesk.ui.panes.admin.detail import DRAFT_KIND, DetailPage
from ticketdesk.ui.panes.admin.groups import CustomerGroupsPage, GroupsPage
from ticketdesk.ui.panes.admin.health import HealthPage
from ticketdesk.ui.panes.admin.imports import ImportsPage
from ticketdesk.ui.panes.admin.master import MasterPage
from ticketdesk.ui.panes.admin.office import OfficePage
from ticketdesk.ui.panes.admin.places import places_of

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

LAYING_MS = 1500
"""While the server lays a calendar out the set-up is read again so often; it takes seconds."""
_NAME = int(Qt.ItemDataRole.UserRole)


class AdminPane(QWidget):
    """Pages are made when they are first wanted. What is typed into them are drafts of one box."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.drafts = DraftBox(ctx, self)
        self.setup: Setup | None = None
        self.places = places_of(ctx.me)
        self.pages: dict[str, QWidget] = {}
        self.area = MessageArea(self)
        self.title = Label(step=Step.L, bold=True)
        self.back_button = PlainButton("", "arrow-left")
        if ctx.me.person_class is PersonClass.ADMIN:  # he sees no tickets to go back to
            self.back_button.hide()
        self.list = QListWidget(self)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(theme.ICON, theme.ICON))
        self.list.setSpacing(theme.S2)
        self.stack = QStackedWidget(self)
        self.action_set = build_actions(self, ACTIONS, ctx=self)
        self._until_laid = QTimer(self, interval=LAYING_MS, singleShot=True)
        self._until_laid.timeout.connect(self._look_again)
        self._lay_out()
        self.list.currentItemChanged.connect(self._went)
        self.back_button.clicked.connect(lambda _checked=False: self.ctx.go("overview"))
        ctx.store.changed.connect(self._store_changed)
        ctx.store.refreshed.connect(self.refresh)
        self.retranslate()
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(theme.S12, theme.S12, theme.S12, theme.S16)
        left.setSpacing(theme.S8)
        left.addWidget(self.title)
        left.addWidget(self.list, 1)
        left.addWidget(self.back_button)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(self.stack, 1)
        self.area.stand_over(self, row)

    # Going from page to page.

    def show_page(self, name: str) -> None:
        """Show a page by its name; one that this person does not have is not shown."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)
                return

    def page_name(self) -> str:
        """Return the name of the page that is shown."""
        item = self.list.currentItem()
        return str(item.data(_NAME)) if item is not None else ""

    def page(self, name: str) -> QWidget:
        """Return a page, made now if it was not."""
        if name not in self.pages:
            made = self._make(name)
            self.pages[name] = made
            self.stack.addWidget(made)
            if isinstance(made, DetailPage):
                made.saved.connect(self.refresh)
                made.moved.connect(self.refresh_actions)
                if self.setup is not None:
                    made.take(self.setup)
        return self.pages[name]

    def _make(self, name: str) -> QWidget:
        if name == "health":
            return HealthPage(self.ctx)
        if name == "imports":
            return ImportsPage(self.ctx)
        makes: dict[str, Callable[[Context, DraftBox], DetailPage]] = {
            "categories": CategoriesPage, "groups": GroupsPage, "customer_groups": CustomerGroupsPage, "contacts": ContactsPage,
            "office": OfficePage, "calendars": CalendarsPage, "commitments": CommitmentsPage,
        }  # fmt: skip
        return makes[name](self.ctx, self.drafts)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _went(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.stack.setCurrentWidget(self.page(str(item.data(_NAME))))
            self.refresh_actions()

    # The set-up.

    @Slot()
    def refresh(self) -> None:
        """Ask for the set-up as it is now; what was typed stays."""
        if self.isVisible():
            self.ctx.ask(lambda session: session.setup(), while_alive(self, self._came), failed=while_alive(self, self._no_answer))

    @Slot()
    def _look_again(self) -> None:
        """Ask whether the server has laid the calendars out; nothing is shown anew until it has: an open list of choices stays open."""
        if self.isVisible():
            came = while_alive(self, lambda setup: self._came(setup) if setup != self.setup else self._await_laid(setup))
            self.ctx.ask(lambda session: session.setup(), came, failed=while_alive(self, self._no_answer))

    def _await_laid(self, setup: Setup) -> None:
        if not all(one.laid for one in setup.calendars):
            self._until_laid.start()

    @Slot(object)
    def _store_changed(self, delta: object) -> None:
        if getattr(delta, "people", False):
            self.refresh()

    def _came(self, setup: Setup) -> None:
        self.area.drop("away")
        self.setup = setup
        self._await_laid(setup)
        for page in self.pages.values():
            if isinstance(page, DetailPage):
                page.take(setup)
        self.refresh_actions()

    def _no_answer(self, _error: Exception) -> None:
        words = self.tr("No connection: the set-up can neither be read nor saved at this moment.")
        self.area.show_message("away", Tone.WARN, words)

    def outbox_told(self, sent: Sent) -> None:
        """Learn what became of a wish that had waited for the server."""
        if sent.refused is not None:
            self.ctx.tell(self.tr("What you saved in the administration was refused: {why}").format(
                why=self.ctx.sentence(sent.refused)), tone=Tone.BAD)  # fmt: skip
        else:
            self.drafts.drop(Slip(draft.subject_of(sent.command), DRAFT_KIND))
        self.refresh()

    # Actions.

    def _detail(self) -> DetailPage | None:
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, DetailPage) else None

    @Slot()
    def refresh_actions(self) -> None:
        """Offer what may be done now."""
        page = self._detail()
        new = isinstance(page, MasterPage) and page.is_new()
        self.action_set.refresh(
            AdminState(
                self.page_name(), page is not None and page.has_draft(page.subject), page is not None and page.retires() and not new, new
            )
        )

    def begin(self, name: str) -> None:
        """Begin a new thing on a page."""
        self.show_page(name)
        page = self._detail()
        if isinstance(page, MasterPage):
            page.begin()

    def save(self) -> None:
        """Save what is shown."""
        if (page := self._detail()) is not None:
            page.save()

    def retire(self) -> None:
        """Take what is shown out of use, or put it back."""
        if (page := self._detail()) is not None:
            page.retire()

    def discard(self) -> None:
        """Throw away what was typed into what is shown."""
        if (page := self._detail()) is not None:
            page.discard()

    # The widget.

    def retranslate(self) -> None:
        """Set the texts anew in the present language; the page stays."""
        name = self.page_name()
        self.title.setText(self.tr("Administration"))
        self.list.setAccessibleName(self.tr("Pages of the administration"))
        self.back_button.setText(self.tr("&Back to the tickets"))
        self.list.blockSignals(True)
        self.list.clear()
        for one in self.places:
            item = QListWidgetItem(icons.icon(one.sign, "text2"), QCoreApplication.translate("AdminPlaces", str(one.title)))
            item.setData(_NAME, one.name)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._fit_list()
        if self.places:
            self.show_page(name or self.places[0].name)

    def _fit_list(self) -> None:
        """Give the list the room of its names: in a small window the page beside it needs the rest."""
        around = 2 * (self.list.frameWidth() + self.list.spacing()) + theme.S12
        self.list.setFixedWidth(max(self.list.sizeHintForColumn(0), self.back_button.sizeHint().width()) + around)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit_list()
        super().changeEvent(event)
