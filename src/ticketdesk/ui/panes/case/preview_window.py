"""«As the requester sees it»: a case exactly as its requester's own log-in would get it, in a window of its own that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ticketdesk.domain.errors import Refused
from ticketdesk.domain.ticket import Ticket, number
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.message_bar import MessageBar, Tone
from ticketdesk.ui.kit.screen import resize_within
from ticketdesk.ui.panes.case.facts import FactsPane
from ticketdesk.ui.panes.case.head import CaseHead
from ticketdesk.ui.panes.case.timeline import Timeline

if TYPE_CHECKING:
    from ticketdesk.services.preview import Preview
    from ticketdesk.services.store import Delta
    from ticketdesk.ui.context import Context

SIZE = QSize(1080, 700)
FACTS_LETTERS = 38


class PreviewWindow(QDialog):
    """Shows the requester's view of a case and follows it; Esc leaves. Nothing can be done in here."""

    def __init__(self, ctx: Context, ticket: Ticket, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._ticket = ctx, ticket
        # A requester knows nobody by id: names come with the steps or not at all.
        known = Directory(categories=ctx.store.directory.categories)
        self.banner = MessageBar(Tone.WARN, self._banner_words, icon="eye")
        self.banner.add_verb(lambda: self.tr("Leave"), self.close)
        self.head = CaseHead()
        self.timeline = Timeline(ctx.me, known)
        self.facts = FactsPane(ctx.me, known)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addWidget(self.timeline, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(row, 1)
        self.facts.setMinimumWidth(round(QFontMetrics(theme.font()).averageCharWidth() * FACTS_LETTERS))
        resize_within(self, SIZE)
        self.head.hide()
        self.retranslate()
        ctx.store.changed.connect(self._changed)
        self._ask()

    def _banner_words(self) -> str:
        return self.tr("You see this case as {name} does. Nothing can be changed here; Esc leaves.").format(
            name=self._ticket.requester_name
        )

    def _ask(self) -> None:
        ticket_id = self._ticket.id
        self._ctx.ask(
            lambda session: session.preview(ticket_id),
            while_alive(self, self._came),
            failed=while_alive(self, self._not_came),
        )

    def _came(self, found: Preview) -> None:
        if found.row is None:
            self.head.hide()
            self.facts.hide()
            self.banner.hide()
            self.timeline.say(self.tr("Nobody is the requester of this case, so nobody sees it this way."))
            return
        self.timeline.say("")
        self.banner.show()
        self.facts.show()
        self.head.show()
        self.head.set_case(found.row, stages=(), may_change=False, may_act=False)
        self.facts.set_case(found.row)
        self.timeline.set_steps(found.row, found.steps)

    def _not_came(self, error: Exception) -> None:
        gone = isinstance(error, Refused)
        self.timeline.say(
            self.tr("This ticket is not open to you") if gone else self.tr("No connection. Please try again when the server is back.")
        )

    def _changed(self, delta: Delta) -> None:
        if self._ticket.key in delta.changed:
            self._ask()

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self.setWindowTitle(self.tr("{number} as the requester sees it").format(number=number(self._ticket.id)))
        self.banner.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
