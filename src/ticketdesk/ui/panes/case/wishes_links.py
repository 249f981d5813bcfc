"""Wishes about other tickets: linking, merging and back; and the way from an entry's file to its tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ticketdesk.domain.attachment import Attachment
from ticketdesk.domain.commands.links import LinkTickets, MergeTickets, UndoMerge, UnlinkTickets
from ticketdesk.domain.ids import TicketId, TicketKey
from ticketdesk.domain.links import Link, LinkKind, merged_into, recalled_by_merge
from ticketdesk.domain.ticket import number
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.message_bar import Tone

if TYPE_CHECKING:
    from ticketdesk.ui.panes.case.link_dialog import LinkDialog
    from ticketdesk.ui.panes.case.pane import CasePane

FILES = "files"
"""Key of the tab of attachments."""


class LinkWishes(QObject):
    """Opens the dialogs and sends what they decide. ``dialog`` is the one that was opened last, for tests."""

    def __init__(self, pane: CasePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._led: set[TicketKey] = set()
        self.dialog: LinkDialog | None = None
        pane.timeline.file_chosen.connect(self.show_file)

    @Slot(object)
    def show_file(self, file: Attachment) -> None:
        """Go to the tab of attachments, and there to this file."""
        from ticketdesk.ui.panes.case.files_page import FilesPage

        self._pane.tabs.set_current_key(FILES)
        page = self._pane.further.page(FILES)
        if isinstance(page, FilesPage):
            page.choose(file)

    def ask_link(self) -> None:
        """Ask with which ticket this one is linked, and how."""
        self._ask(merge=False)

    def ask_merge(self) -> None:
        """Ask which ticket this one is the same as."""
        self._ask(merge=True)

    def unlink(self, link: Link) -> None:
        """End a link; it can be made again at once."""
        pane, ticket = self._pane, self._pane.ticket
        if ticket is not None and link.other is not None:
            pane.wishes.run(ticket, UnlinkTickets(ticket.id, link.other, link.kind))

    def undo_merge(self) -> None:
        """Take the merge of the case shown back."""
        pane, ticket = self._pane, self._pane.ticket
        if ticket is not None:
            letters = recalled_by_merge(pane.timeline.steps())
            pane.wishes.run(ticket, UndoMerge(ticket.id, ticket.version), done=lambda: self._say_recalled(letters))

    def _say_recalled(self, letters: tuple[str, ...]) -> None:
        if letters:
            said = self.tr(
                "The merge is undone. Parts that it recalled stay recalled: {letters}. Commission them again if they are needed."
            )
            self._pane.ctx.tell(said.format(letters=", ".join(letters)), tone=Tone.WARN)

    def lead_on(self) -> None:
        """Say where a merged case went on, once for each that is opened, with a button that leads there."""
        pane, ticket = self._pane, self._pane.ticket
        if ticket is None or ticket.is_open or ticket.key in self._led:
            return
        if not any(step.what == "merged" for step in pane.timeline.steps()):
            return
        key = ticket.key
        self._led.add(key)
        pane.ctx.ask(lambda session: session.links(key), while_alive(self, lambda links: self._lead(key, links)), failed=lambda error: None)

    def _lead(self, key: TicketKey, links: tuple[Link, ...]) -> None:
        into = merged_into(links)
        if into is None or key != self._pane.key:
            return
        said = self.tr("{number} was merged into {into}.").format(number=number(key.id), into=number(into))
        self._pane.ctx.tell(
            said, button=self.tr("Open {into}").format(into=number(into)), pressed=lambda: self._pane.ctx.go(TicketKey(into, key.own))
        )

    def _ask(self, *, merge: bool) -> None:
        from ticketdesk.ui.panes.case.link_dialog import LinkDialog

        pane, ticket = self._pane, self._pane.ticket
        if ticket is None:
            return

        def decided(other: TicketId, kind: LinkKind | None) -> None:
            now = pane.ticket if pane.ticket is not None and pane.ticket.key == ticket.key else ticket
            pane.wishes.run(now, MergeTickets(now.id, now.version, other) if kind is None else LinkTickets(now.id, other, kind))

        self.dialog = LinkDialog(pane.ctx, ticket, merge=merge, parent=pane)
        self.dialog.decided.connect(decided)
        self.dialog.open()
