"""The tab «Verknüpft»: other tickets this one stands in relation to, in both directions, and what was merged into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.links import Link
from ticketdesk.domain.ticket import Ticket, number
from ticketdesk.ui.kit import text, theme, words
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.empty_view import EmptyView
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.roomy import give_room
from ticketdesk.ui.kit.splitter import Splitter
from ticketdesk.ui.kit.wrapping import Wrapping
from ticketdesk.ui.panes.case import rules
from ticketdesk.ui.panes.case.link_words import kind_word
from ticketdesk.ui.panes.case.page import Page, Steps
from ticketdesk.ui.panes.case.timeline import Timeline

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.panes.case.pane import CasePane

_ROLE = Qt.ItemDataRole.UserRole


class LinksPage(Page):
    """Asks for the links when the case or its log is another one. A ticket one may not see is one line without number and title."""

    def __init__(self, ctx: Context, pane: CasePane) -> None:
        super().__init__(ctx, pane)
        self._asked: tuple[TicketKey, int, int] | None = None
        self._ticket: Ticket | None = None
        self.links: tuple[Link, ...] = ()
        self.list = QTreeWidget()
        self.list.setColumnCount(6)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.story = Timeline(ctx.me, ctx.store.directory)
        self.story_head = Label(token="text2", wrap=True)
        self.said = Label(token="bad", wrap=True)
        self.go_button, self.link_button = PlainButton("", "external-link"), PlainButton("", "link")
        self.unlink_button, self.merge_button = PlainButton("", "unlink"), PlainButton("", "git-merge")
        self.undo_button = PlainButton("", "arrow-back-up")
        self.empty = EmptyView()
        self._lay_out()
        self.list.currentItemChanged.connect(self._chosen_changed)
        self.list.itemActivated.connect(self.open_other)
        self.go_button.clicked.connect(self.open_other)
        self.link_button.clicked.connect(lambda _checked=False: self.pane.linking.ask_link())
        self.merge_button.clicked.connect(lambda _checked=False: self.pane.linking.ask_merge())
        self.undo_button.clicked.connect(lambda _checked=False: self.pane.linking.undo_merge())
        self.unlink_button.clicked.connect(self._unlink)

    def set_case(self, ticket: Ticket, steps: Steps) -> None:
        """Show the links of the case as it is now."""
        self._ticket = ticket
        now = (ticket.key, ticket.version, len(steps))
        if now != self._asked:
            if self._asked is None or self._asked[0] != ticket.key:
                self._take(ticket.key, ())
            self._asked = now
            self.ctx.ask(
                lambda session: session.links(ticket.key),
                while_alive(self, lambda links: self._take(ticket.key, links)),
                failed=while_alive(self, self._failed),
            )
        self._show_buttons()

    def _take(self, key: TicketKey, links: tuple[Link, ...]) -> None:
        if self._ticket is None or key != self._ticket.key:
            return
        self.links = links
        self._fill()

    def _failed(self, _error: Exception) -> None:
        self._asked = None
        self.said.setText(self.tr("The links could not be read. They are asked for again when the tab is chosen."))

    def _fill(self) -> None:
        self.said.setText("")
        self.list.clear()
        for link in self.links:
            relation = kind_word(link.kind, outgoing=link.outgoing)
            if link.merged:
                relation = self.tr("merged into") if link.outgoing else self.tr("merged from")
            if link.other is None:
                cells = [relation, "", self.tr("a ticket that you may not see"), ""]
            else:
                cells = [relation, number(link.other), link.subject, words.state(link.state) if link.state is not None else ""]
            item = QTreeWidgetItem([*cells, text.date_time(link.made_at), self.ctx.store.directory.name(link.made_by)])
            item.setData(0, _ROLE, link)
            self.list.addTopLevelItem(item)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self.pages.setCurrentWidget(self.split if self.links else self.empty)
        self._chosen_changed()

    def chosen(self) -> Link | None:
        """Return the link chosen."""
        item = self.list.currentItem()
        link = item.data(0, _ROLE) if item is not None else None
        return link if isinstance(link, Link) else None

    @Slot()
    def open_other(self) -> None:
        """Open the ticket at the other end."""
        link = self.chosen()
        if link is not None and link.other is not None and self._ticket is not None:
            self.ctx.go(TicketKey(link.other, self._ticket.own))

    @Slot()
    def _unlink(self) -> None:
        link = self.chosen()
        if link is not None:
            self.pane.linking.unlink(link)

    @Slot()
    def _chosen_changed(self) -> None:
        link = self.chosen()
        merged_here = link is not None and link.merged and not link.outgoing and link.other is not None
        self.below.setVisible(merged_here)
        if merged_here and link is not None and link.other is not None and self._ticket is not None:
            key = TicketKey(link.other, self._ticket.own)
            self.story_head.setText(
                self.tr("Timeline of {number}, shown here and left there: the requester of this ticket reads nothing of it.").format(
                    number=number(link.other)
                )
            )
            self.ctx.ask(
                lambda session: (session.get(key), session.timeline(key)),
                while_alive(self, lambda found: self._story_came(key, *found)),
                failed=while_alive(self, self._failed),
            )
        self._show_buttons()

    def _story_came(self, key: TicketKey, ticket: Ticket, steps: Steps) -> None:
        link = self.chosen()
        if link is not None and link.other == key.id:
            self.story.set_steps(ticket, steps)

    def _show_buttons(self) -> None:
        link, ticket, me = self.chosen(), self._ticket, self.ctx.me
        if ticket is None:
            return
        self.go_button.setEnabled(link is not None and link.other is not None)
        self.link_button.setVisible(rules.may_link(ticket, me))
        self.merge_button.setVisible(rules.may_merge(ticket, me))
        self.unlink_button.setVisible(rules.may_link(ticket, me))
        self.unlink_button.setEnabled(link is not None and link.other is not None and not link.merged)
        merged = any(one.merged and one.outgoing for one in self.links)
        self.undo_button.setVisible(merged and rules.may_undo_merge(ticket, me))

    def _lay_out(self) -> None:
        self.below = QWidget()
        below = QVBoxLayout(self.below)
        below.setContentsMargins(0, theme.S8, 0, 0)
        below.addWidget(self.story_head)
        below.addWidget(self.story, 1)
        self.story_head.setContentsMargins(theme.S12, 0, theme.S12, 0)
        self.split = Splitter(Qt.Orientation.Vertical, "case-links")
        self.split.addWidget(self.list)
        self.split.addWidget(self.below)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.split)
        self.pages.addWidget(self.empty)
        buttons = Wrapping()
        buttons.box.setContentsMargins(theme.S12, theme.S4, theme.S12, theme.S8)
        buttons.box.setSpacing(theme.S8)
        for button in (self.go_button, self.link_button, self.unlink_button, self.merge_button, self.undo_button):
            buttons.box.addWidget(button)
        buttons.box.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.said)
        column.addWidget(buttons)
        give_room(self.list)
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        self.below.hide()

    def retranslate(self) -> None:
        """Set all texts anew in the present language."""
        self.list.setHeaderLabels(
            [self.tr("Relation"), self.tr("Number"), self.tr("Subject"), self.tr("Status"), self.tr("Since"), self.tr("By")]
        )
        self.list.setAccessibleName(self.tr("Linked tickets"))
        self.go_button.setText(self.tr("Open"))
        self.link_button.setText(self.tr("Link …"))
        self.unlink_button.setText(self.tr("End link"))
        self.merge_button.setText(self.tr("Merge …"))
        self.undo_button.setText(self.tr("Undo merge"))
        self.empty.set_look("link", self.tr("No links"), self.tr("Tickets that this one was linked or merged with stand here."))
        self._fill()
