"""Where texts about a case are written and sent: equal buttons at the foot, one composer at a time, drafts that nothing can take away.

A store event may change buttons and warnings; it never touches an editor. What stands in the composer is composer_view.py's matter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.entry import Step
from ticketdesk.domain.errors import BadInput, Refused, Stale
from ticketdesk.domain.ticket import Ticket
from ticketdesk.services.drafts import ticket_subject
from ticketdesk.ui.bridge.drafts import DraftBox, Slip
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import sentences
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.composer_frame import ComposerFrame, Draft
from ticketdesk.ui.kit.menu import Menu
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.panes.case import letters, looks, refusals, rules, summary
from ticketdesk.ui.panes.case.answer_extra import YES
from ticketdesk.ui.panes.case.composer_view import ComposerView
from ticketdesk.ui.panes.case.letters import BODY, CLOSE, FINAL, Letter
from ticketdesk.ui.panes.case.sheet import Sheet
from ticketdesk.ui.panes.case.snippets import About, Snippets, reads_only_the_desk

_QUIET = frozenset({"part_moved"})
"""Steps after which a text in work stands on the new version by itself."""


class ComposerDesk(ComposerView):
    """Writes and sends. ``compare`` (seq): show what came after this step; ``sent`` (Letter)."""

    compare = Signal(int)
    sent = Signal(object)

    def __init__(self, ctx: Context, drafts: DraftBox, parent: QWidget | None = None) -> None:
        super().__init__(ctx, drafts, parent)
        self._away: dict[Slip, Sheet] = {}
        self.snippets = Snippets(ctx, self._about, self)
        self._when_there: bool | None = None
        self.extra.submitted.connect(self.send)
        self.parcel.ready.connect(self._files_there)
        self._drafts.loaded.connect(self._restore)

    def set_ticket(self, ticket: Ticket | None) -> None:
        """Follow the case shown. Another case: what was typed stays with its own case, and what was typed for the new one returns."""
        before = self._ticket
        self._ticket = ticket
        if before is None or ticket is None or before.key != ticket.key:
            self._put_away()
            self._restore()
        elif self._sheet is not None:
            self._dress()

    def open(self, letter: Letter) -> None:
        """Begin or go on with a text of this kind."""
        if self._ticket is None:
            return
        if self._sheet is None or self._sheet.letter is not letter:
            self._put_away()
            self._show_sheet(letter)
        if self.frame is not None:
            self.frame.setFocus()

    def add_quotes(self, letter: Letter, quotes: str) -> None:
        """Open a text of this kind and put quotes under what it holds already; as if typed, so that it can be undone."""
        self.open(letter)
        if self.frame is None or self._sheet is None or self._sheet.sending is not None:
            return
        begun = self.frame.text()
        self._rewrite(lambda _text: summary.joined(begun, quotes))

    def choose_final(self) -> None:
        """Let the answer in work be the final one that closes the case as well."""
        if self.letter is Letter.ANSWER:
            self.extra.set_fields({**self.extra.fields(), FINAL: YES, CLOSE: YES})
            self._say("")
            self._typed()

    def close_sheet(self) -> None:
        """Close the composer; the text stays as a draft."""
        self._put_away()

    def has_text(self, letter: Letter) -> bool:
        """Whether a half-typed text of this kind waits for the case shown."""
        if self._ticket is None:
            return False
        kept = self._drafts.get(Slip(ticket_subject(self._ticket.key), letter.value))
        return kept is not None and bool(kept.get(BODY))

    def offered(self) -> list[Letter]:
        """Return what may be written about the case shown, or was begun, in the order of the buttons at the foot."""
        ticket = self._ticket
        if ticket is None:
            return []
        order = (Letter.MESSAGE, Letter.REOPEN) if ticket.own else (*letters.STAFF_LETTERS, Letter.REOPEN)
        return [letter for letter in order if letters.possible(letter, ticket, self._ctx.me) or self.has_text(letter)]

    def moved(self, steps: Sequence[Step]) -> None:
        """Take note of steps that came while a text is in work: one's own text that arrived is done, others' make a warning."""
        sheet, ticket = self._sheet, self._ticket
        if sheet is None or ticket is None or self.frame is None:
            return
        if sheet.queued and any(sheet.became(step, self._ctx.me.id) for step in steps):
            self._finish(sheet)
            return
        if steps and all(step.what in _QUIET for step in steps) and steps[0].seq == sheet.seq + 1:
            # Something moved in a part; nothing that a text could have to say of.
            sheet.version, sheet.seq = sheet.version + len(steps), steps[-1].seq
            return
        others = [step for step in steps if step.actor_id != self._ctx.me.id and step.seq > sheet.seq]
        stands_on_version = sheet.letter in letters.WITH_VERSION and sheet.sending is None
        if others and stands_on_version and (self.frame.text() or self.extra.solution.toPlainText()):
            self._warn(self._ctx.store.directory.name(others[-1].actor_id) or others[-1].actor_name, others[-1])

    def advanced(self, version: int) -> None:
        """One's own other action changed the case: a text that stood on the version before stands on this one."""
        if self._sheet is not None and self._sheet.version == version - 1:
            self._sheet.version = version

    @Slot()
    def send(self) -> None:
        """Send what was written, if nothing is missing; a missing field gets the focus and a sentence."""
        self._send(anyway=False)

    @Slot()
    def send_anyway(self) -> None:
        """Send although the case has changed since: on top of its present version."""
        self._send(anyway=True)

    def told(self, command: Command, refused: Refused | None) -> None:
        """Learn what became of a text that had waited for the server (ui/bridge/feed: sent)."""
        for sheet in [*self._away.values(), *([self._sheet] if self._sheet is not None else [])]:
            if sheet.sending == command and (refused is None or sheet is self._sheet):
                self._end(sheet, refused)
            elif sheet.sending == command:
                # The window tells of it and leads back; the text is a draft of its case again.
                self._away.pop(sheet.slip, None)

    def _send(self, *, anyway: bool) -> None:
        sheet, ticket = self._sheet, self._ticket
        if sheet is None or ticket is None or self.frame is None or sheet.sending is not None:
            return
        fields = self._fields()
        if self.reason.is_missing():
            self._complain(letters.PARTS_REASON, sentences.sentence("TD412"))
            return
        field, why = letters.problem(sheet.letter, fields)
        if why:
            self._complain(field, sentences.sentence("TD422", why=why))
            return
        left = self.frame.editor.complaint()
        if left:
            self._complain(BODY, left)
            return
        if self.parcel.complaint:
            self._say(self.parcel.complaint)
            return
        if not self.parcel.is_ready:
            self._when_there = anyway
            self._say(self.tr("Is sent as soon as the files have arrived at the server."))
            return
        self._say("")
        version = ticket.version if anyway else sheet.version
        command = letters.command(sheet.letter, fields, ticket=ticket, version=version)
        sheet.sending = command
        self._drafts.put(sheet.slip, sheet.draft({**fields, **self.parcel.keep()}))
        self.frame.clear_overtaken()
        self.frame.set_busy(True)
        self._ctx.run(
            command,
            done=while_alive(self, lambda outcome: self._done(sheet, outcome)),
            refused=while_alive(self, lambda refused: self._end(sheet, refused)),
            queued=while_alive(self, lambda: self._queued(sheet)),
            request_id=self.parcel.request_id if self.parcel.files else None,
        )

    @Slot()
    def _files_there(self) -> None:
        """The last file has arrived: what waited for it goes."""
        if self._when_there is not None:
            anyway, self._when_there = self._when_there, None
            self._send(anyway=anyway)

    def _done(self, sheet: Sheet, outcome: Outcome) -> None:
        self._end(sheet, None)
        self.advanced(outcome.version)

    def _end(self, sheet: Sheet, refused: Refused | None) -> None:
        sheet.sending, sheet.queued = None, False
        if refused is None:
            self._finish(sheet)
        elif self._sheet is sheet and self.frame is not None:
            self.frame.set_busy(False)
            self._refused(sheet, refused)
        else:
            self._refused_elsewhere(sheet, refused)

    def _finish(self, sheet: Sheet) -> None:
        """Forget a text that has arrived."""
        self._drafts.drop(sheet.slip)
        self._away.pop(sheet.slip, None)
        if self._sheet is sheet:
            self._sheet = None
            self.parcel.sent()
            self._leave()
        self.sent.emit(sheet.letter)

    def _refused(self, sheet: Sheet, refused: Refused) -> None:
        if isinstance(refused, Stale):
            self._warn(refusals.who(refused, self._ctx.store.directory), None)
            return
        if isinstance(refused, BadInput):
            self._complain(str(refused.detail.get("field", BODY)), sentences.sentence("TD422", **refused.detail))
            return
        self._say(refusals.sentence(refused, self._ctx.store.directory, own=sheet.key.own))

    def _refused_elsewhere(self, sheet: Sheet, refused: Refused) -> None:
        """The person has gone on to another case: say it, and lead back; the draft is kept."""
        self._away.pop(sheet.slip, None)
        said = refusals.sentence(refused, self._ctx.store.directory, own=sheet.key.own)
        self._ctx.tell(said, tone=Tone.BAD, button=self.tr("Show text"), pressed=lambda: self._ctx.go(sheet.key))

    def _queued(self, sheet: Sheet) -> None:
        sheet.queued = True
        if self._sheet is sheet and self.frame is not None:
            self._dress_state()

    @Slot()
    def _restore(self) -> None:
        """Bring back what was being written about the case shown, newest first; nothing is opened over a text in work."""
        if self._ticket is None or self._sheet is not None:
            return
        slips = self._drafts.slips(subject=ticket_subject(self._ticket.key))
        known = {letter.value for letter in Letter}
        waiting = [slip for slip in slips if slip.kind in known]
        if waiting:
            self._show_sheet(Letter(waiting[-1].kind))

    def _put_away(self) -> None:
        """Take the composer out of view; its text is in the draft box already."""
        sheet = self._sheet
        self._when_there = None
        if sheet is None:
            return
        if sheet.sending is not None:
            self._away[sheet.slip] = sheet
        self._sheet = None
        self._drafts.save_now()
        self._leave()

    def _show_sheet(self, letter: Letter) -> None:
        ticket = self._ticket
        assert ticket is not None
        slip = Slip(ticket_subject(ticket.key), letter.value)
        kept = self._drafts.get(slip) or {}
        self._sheet = self._away.pop(slip, None) or Sheet.of_draft(letter, ticket, kept)
        frame = self._frame_for(ticket, letter)
        frame.set_text(kept.get(BODY, ""))
        frame.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.extra.set_possible(
            final=rules.may_answer(ticket, self._ctx.me), interim=rules.may_answer_interim(ticket, self._ctx.me), close=True
        )
        self.extra.set_fields(kept if kept else {FINAL: "" if rules.may_answer_interim(ticket, self._ctx.me) else YES})
        self.extra.setVisible(letter is Letter.ANSWER)
        self.reason.edit.setText(kept.get(letters.PARTS_REASON, ""))
        self.parcel.restore(kept)
        self._say("")
        frame.clear_overtaken()
        frame.set_draft(Draft.LOCAL if kept else Draft.NONE)
        self._dress_state()
        if kept and letter in letters.WITH_VERSION and self._sheet.version != ticket.version and self._sheet.sending is None:
            self._warn("", None)
        self.show()
        self.opened.emit(True)

    def is_busy(self) -> bool:
        """Whether nothing can be written at this moment: no composer is open, or its text is on its way."""
        return self._sheet is None or self._sheet.sending is not None

    def _about(self) -> About | None:
        if self._sheet is None or self._ticket is None or self.is_busy():
            return None
        return About(self._ticket, reads_only_the_desk(self._sheet.letter, self._ticket))

    def _tie(self, frame: ComposerFrame) -> None:
        button = PlainButton("", "template")
        self.snippets.attach(frame.editor, button=button)
        if self._ctx.me.is_staff:
            frame.add_tool(button)
        frame.send_requested.connect(self.send)
        frame.send_anyway_requested.connect(self.send_anyway)
        frame.close_requested.connect(self.close_sheet)
        frame.compare_requested.connect(self._compare)
        frame.change_requested.connect(self._offer_change)

    @Slot()
    def _compare(self) -> None:
        if self._sheet is not None:
            self.compare.emit(self._sheet.seq + 1)

    @Slot()
    def _offer_change(self) -> None:
        """Let a text become another kind, as when a note was meant as an answer."""
        if self._sheet is None or self._ticket is None or self._sheet.sending is not None:
            return
        menu = Menu(self)
        for letter in self._other_letters(self._sheet.letter):
            title = looks.look(letter, self._ticket, self._ctx.store.directory, can_change=False).title
            menu.addAction(title, self._becomes(letter))
        menu.aboutToHide.connect(menu.deleteLater)
        if self.frame is not None:
            menu.popup(self.frame.mapToGlobal(self.frame.rect().topRight()))

    def _becomes(self, letter: Letter) -> Callable[[], None]:
        return lambda: self.become(letter)

    def become(self, letter: Letter) -> None:
        """Turn the text in work into one of another kind; a text of that kind already begun is kept above it."""
        sheet = self._sheet
        if sheet is None or self.frame is None or sheet.letter is letter or sheet.sending is not None:
            return
        body, parcel, paths = self.frame.text(), self.parcel.keep(), [one.path for one in self.parcel.files]
        self._drafts.drop(sheet.slip)
        self._sheet = None
        self._clear()
        self._show_sheet(letter)
        begun = self.frame.text()
        if self.parcel.files:
            self.parcel.add(paths)
        else:
            self.parcel.restore(parcel)
        self.frame.set_text(f"{begun}\n\n{body}" if begun.strip() else body)
        self._typed()
        self.frame.setFocus()
