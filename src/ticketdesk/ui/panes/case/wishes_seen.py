"""Wishes about correspondence and its readers: filing an entry, releasing one, seeing the case as its requester does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ticketdesk.domain.commands.entry import RecordEntry, ReleaseEntry
from ticketdesk.services.drafts import ticket_subject
from ticketdesk.ui.bridge.drafts import Slip
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.panes.case.entry_dialog import BODY, EntryDialog
from ticketdesk.ui.panes.case.layout import TIMELINE
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.preview_window import PreviewWindow
from ticketdesk.ui.panes.case.release_dialog import ReleaseDialog
from ticketdesk.ui.panes.case.snippets import About, serve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ticketdesk.ui.panes.case.pane import CasePane

FILED = "filed"
"""Kind of the draft that holds an entry until it has been filed."""


class SeenWishes(QObject):
    """Opens the dialogs and sends what they decide. ``dialog`` is the one that was opened last, for tests."""

    def __init__(self, pane: CasePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.dialog: QObject | None = None
        pane.timeline.release_requested.connect(self.ask_release)

    def ask_entry(self) -> None:
        """Ask what is to be filed; the text is a draft until it has been."""
        pane, ticket = self._pane, self._pane.ticket
        if ticket is None:
            return
        slip = Slip(ticket_subject(ticket.key), FILED)
        dialog = EntryDialog(ticket, pane.ctx.me, pane.ctx.store.directory, kept=pane.drafts.get(slip) or {}, parent=pane)

        def keep(fields: Mapping[str, str]) -> None:
            if fields[BODY]:
                pane.drafts.put(slip, fields)
            else:
                pane.drafts.drop(slip)

        def decided(command: RecordEntry) -> None:
            pane.wishes.run(ticket, command, done=lambda: pane.drafts.drop(slip))

        dialog.typed.connect(keep)
        dialog.decided.connect(decided)
        serve(pane.ctx, dialog.fields["body"], lambda: About(ticket, inward=not dialog.readers.key()))
        self.dialog = dialog
        dialog.open()

    @Slot(object)
    def ask_release(self, seq: int) -> None:
        """Show what the requester will read of an entry, and release it if that is wished."""
        pane, ticket = self._pane, self._pane.ticket
        step = next((one for one in pane.timeline.steps() if one.seq == seq), None)
        if ticket is None or step is None:
            return
        dialog = ReleaseDialog(ticket, step, pane.ctx.store.directory, pane)
        dialog.decided.connect(lambda named: pane.wishes.run(ticket, ReleaseEntry(ticket.id, seq, named)))
        self.dialog = dialog
        dialog.open()

    def answer_and_close(self) -> None:
        """Begin the final answer that closes the case; a note that was begun may become it, since a note answers nobody."""
        pane = self._pane
        if pane.composer.letter is Letter.NOTE or (pane.composer.letter is None and pane.composer.has_text(Letter.NOTE)):
            said = self.tr("A case is answered by a final answer only. Your internal note is not filed yet; the requester never reads it.")
            verb = self.tr("Make the note an answer")
            pane.ctx.tell(said, tone=Tone.WARN, button=verb, pressed=self._note_becomes_answer)
        else:
            pane.write(Letter.ANSWER)
            pane.composer.choose_final()

    def _note_becomes_answer(self) -> None:
        pane = self._pane
        pane.write(Letter.NOTE)
        pane.composer.become(Letter.ANSWER)
        pane.composer.choose_final()

    def search(self) -> None:
        """Let the reader look for words in the timeline."""
        self._pane.tabs.set_current_key(TIMELINE)
        self._pane.timeline.start_search()

    def preview(self) -> None:
        """Show the case as its requester sees it."""
        if self._pane.ticket is not None:
            window = PreviewWindow(self._pane.ctx, self._pane.ticket, self._pane)
            self.dialog = window
            window.show()
