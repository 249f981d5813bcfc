"""What stands in the composer: frame, editor, error line, and the words that say to whom the text goes. Sends nothing.

What is typed lives in the draft box from the first key on; a change of the case dresses the frame anew and never touches an editor.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ticketdesk.domain.entry import LIMIT_BODY, EntryKind, Step
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.bridge.drafts import DraftBox, Keeping, Slip
from ticketdesk.ui.bridge.file_bar import FileBar
from ticketdesk.ui.bridge.parcel import Parcel
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import text, words
from ticketdesk.ui.kit.composer_frame import ComposerFrame, Draft
from ticketdesk.ui.kit.paste_guard import PasteGuard
from ticketdesk.ui.panes.case import letters, looks, rules, summary
from ticketdesk.ui.panes.case.answer_extra import AnswerExtra, ErrorLine
from ticketdesk.ui.panes.case.answer_parts import PartsReason, ReleaseBar
from ticketdesk.ui.panes.case.letters import BODY, PARTS_REASON, Letter
from ticketdesk.ui.panes.case.sheet import Sheet


class ComposerView(QWidget):
    """One composer in view, or none. ``opened`` (bool) when that changes, ``left`` when the one that had the focus is gone."""

    opened = Signal(bool)
    left = Signal()
    refitted = Signal()
    """What stands in it needs another height than before."""

    def __init__(self, ctx: Context, drafts: DraftBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._drafts = drafts
        self._ticket: Ticket | None = None
        self._sheet: Sheet | None = None
        self.extra = AnswerExtra()
        self.error = ErrorLine()
        self.parcel = Parcel(ctx, self)
        self.files = FileBar(self.parcel)
        # Of this page from the beginning: what belongs to nobody outlives a case that was never written in.
        self._below = QWidget(self)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        self.release = ReleaseBar()
        self.reason = PartsReason()
        for widget in (self.files, self.error, self.extra, self.reason, self.release):
            below.addWidget(widget)
        self.frame: ComposerFrame | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.extra.changed.connect(self._typed)
        self.reason.changed.connect(self._typed)
        self.release.without_names.connect(lambda: self._rewrite(summary.without_names))
        self.release.without_quotes.connect(lambda: self._rewrite(summary.without_quotes))
        self.parcel.picked.connect(self._typed)
        self.parcel.changed.connect(self._show_below)
        self._drafts.kept.connect(self._kept)
        self.hide()

    @property
    def letter(self) -> Letter | None:
        """What is being written, if anything."""
        return self._sheet.letter if self._sheet is not None else None

    def least_height(self) -> int:
        """Return the height in which nothing is cut; texts that wrap in a narrow window count as they wrap there."""
        wrapped = self._column.minimumHeightForWidth(self.width()) if self._column.hasHeightForWidth() else 0
        parent = self.parentWidget()
        around = parent.contentsRect().height() - self.height() if parent is not None else 0
        return max(self.minimumSizeHint().height(), wrapped) + max(around, 0)

    def _fields(self) -> dict[str, str]:
        assert self.frame is not None
        assert self._sheet is not None
        fields = {BODY: self.frame.text()}
        if self._sheet.letter is Letter.ANSWER:
            fields |= self.extra.fields()
        if not self.reason.isHidden():
            fields[PARTS_REASON] = self.reason.edit.text()
        return fields

    def _rewrite(self, change: Callable[[str], str]) -> None:
        """Change the text in work as if typed, so that it can be undone."""
        if self.frame is not None:
            cursor = self.frame.editor.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(change(self.frame.text()))
            self.frame.setFocus()

    def _show_parts(self) -> None:
        """Say what stands against sending: hidden quotes that become visible, parts that are still out."""
        ticket, letter = self._ticket, self.letter
        if ticket is None or letter is None or self.frame is None:
            return
        ends = (letter is Letter.ANSWER and self.extra.is_final()) or (letter is Letter.REPORT and ticket.is_part)
        self.reason.show_for(ticket.parts_blocking if ends else 0)
        self.release.show_for(self.frame.text(), hidden=ticket.hidden, answering=letter is Letter.ANSWER)
        self._show_below()

    def _say(self, sentence: str) -> None:
        self.error.say(sentence)
        self.extra.field.set_error("")
        self._show_parts()
        self._show_below()

    @Slot()
    def _show_below(self) -> None:
        shown = bool(self.error.words()) or self.letter is Letter.ANSWER or not self.reason.isHidden() or bool(self.parcel.files)
        self._below.setVisible(shown)

    def _complain(self, field: str, sentence: str) -> None:
        if self.frame is None:
            return
        if field == letters.SOLUTION:
            self.extra.field.set_error(sentence)
            self.extra.solution.setFocus()
            return
        if field == letters.PARTS_REASON:
            self.reason.field.set_error(sentence)
            self.reason.edit.setFocus()
            return
        if field == letters.PROMISE:
            self.extra.promise_field.set_error(self.extra.promise.problem() or sentence)
            self.extra.promise.setFocus()
            return
        self._say(sentence)
        self.frame.setFocus()

    @Slot()
    def _typed(self) -> None:
        """Keep every key; the box writes it to the disk within a second."""
        sheet = self._sheet
        if sheet is None or self.frame is None:
            return
        fields = self._fields()
        if fields[BODY] or fields.get(letters.SOLUTION) or self.parcel.files:
            self._drafts.put(sheet.slip, sheet.draft({**fields, **self.parcel.keep()}))
        else:
            self._drafts.drop(sheet.slip)
        self.frame.set_draft(Draft.NONE)
        self._show_parts()
        if self.error.words():
            self._say("")

    @Slot(object, object, object)
    def _kept(self, slip: Slip, keeping: Keeping, at: datetime | None) -> None:
        if self._sheet is None or self.frame is None or slip != self._sheet.slip:
            return
        if keeping is Keeping.SAVED:
            self.frame.set_draft(Draft.LOCAL, text.time(at) if at is not None else "")
        elif keeping is Keeping.FAILED:
            self.frame.set_draft(Draft.NOT_SAVED)

    def _warn(self, name: str, step: Step | None) -> None:
        if self.frame is None:
            return
        if name:
            title = self.tr("{name} has changed this case in the meantime.").format(name=name)
        else:
            title = self.tr("This case has changed in the meantime.")
        parts = [self.tr("Your text is kept.")]
        if step is not None:
            kind = words.entry_kind(step.kind) + ", " if step.kind is not None and step.kind is not EntryKind.REASON else ""
            parts.insert(0, f"{kind}{text.time(step.at)}.")
        self.frame.set_overtaken(title, " ".join(parts))

    def _leave(self) -> None:
        """Empty the editors and go out of view; a focus that was elsewhere stays there."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._clear()
        self.hide()
        self.opened.emit(False)
        if had_focus:
            self.left.emit()

    def _frame_for(self, ticket: Ticket, letter: Letter) -> ComposerFrame:
        look = looks.look(letter, ticket, self._ctx.store.directory, can_change=bool(self._other_letters(letter)))
        if self.frame is None:
            self.frame = ComposerFrame(look)
            self.frame.set_extra(self._below)
            self.frame.text_changed.connect(self._typed)
            self._tie(self.frame)
            self.frame.add_tool(self.files.button)
            guard = PasteGuard(self.frame.editor, limit=LIMIT_BODY, takes=self.files.takes)
            guard.refused.connect(self._too_much)
            self._column.addWidget(self.frame)
            QWidget.setTabOrder(self.extra.close_too, self.frame.send_button())
        else:
            self.frame.set_look(look)
        return self.frame

    def _tie(self, frame: ComposerFrame) -> None:
        """Let the desk hear a new frame's buttons."""
        raise NotImplementedError

    @Slot(int)
    def _too_much(self, length: int) -> None:
        said = self.tr("The text on the clipboard is too long: {length} characters, at most {limit}. It was not inserted and stays there.")
        self._say(said.format(length=text.number(length), limit=text.number(LIMIT_BODY)))

    def _clear(self) -> None:
        """Empty the editors without telling the draft box."""
        if self.frame is not None:
            self.frame.set_text("")
            self.frame.set_busy(False)
            self.frame.clear_overtaken()
        self.extra.set_fields({})
        self.reason.edit.clear()
        self.parcel.clear()

    def _dress(self) -> None:
        """Say anew to whom the text goes, as the case or the language has changed; the text is not touched."""
        sheet, ticket = self._sheet, self._ticket
        if sheet is None or ticket is None or self.frame is None:
            return
        look = looks.look(sheet.letter, ticket, self._ctx.store.directory, can_change=bool(self._other_letters(sheet.letter)))
        if look != self.frame.look():
            self.frame.set_look(look)
        self.extra.set_possible(
            final=rules.may_answer(ticket, self._ctx.me), interim=rules.may_answer_interim(ticket, self._ctx.me), close=True
        )
        self._show_parts()

    def _dress_state(self) -> None:
        sheet = self._sheet
        if sheet is None or self.frame is None:
            return
        self.frame.set_busy(sheet.sending is not None)
        self.files.setEnabled(sheet.sending is None)
        if sheet.queued:
            self.frame.set_draft(Draft.LOCAL, self.tr("is sent when the server is back"))

    def _other_letters(self, letter: Letter) -> list[Letter]:
        if self._ticket is None:
            return []
        return [other for other in Letter if other is not letter and letters.possible(other, self._ticket, self._ctx.me)]

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.refitted.emit()
        return done

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._dress()
            self._dress_state()
            self.files.retranslate()
        super().changeEvent(event)
