"""One thing of the set-up at the right: its form, what is wrong with it, saving. What is typed is a draft from the first key on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.errors import BadInput, Refused
from ticketdesk.domain.setup import MOST_DAYS, Setup, Trace
from ticketdesk.ui.bridge.drafts import DraftBox, Slip
from ticketdesk.ui.kit import sentences, text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton, PrimaryButton
from ticketdesk.ui.kit.empty_view import EmptyView
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.message_bar import MessageArea, Tone
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.panes.admin import draft
from ticketdesk.ui.panes.admin.form import SetupForm

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

DRAFT_KIND = "setup"
LEFT_WIDTH = 320
LEAST_FORM = 340


class DetailPage(QWidget):
    """Base of the pages with a form. ``saved``: the set-up is worth reading anew; ``moved``: what is shown or kept has changed.

    A page says what stands in its fields (``original``), what is wrong with them and what they become.
    """

    saved = Signal()
    moved = Signal()

    def __init__(self, ctx: Context, drafts: DraftBox, form: SetupForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx, self.drafts, self.form = ctx, drafts, form
        self.setup: Setup | None = None
        self.subject = ""
        """What is shown, as the name of its draft; empty: nothing."""
        self.sending = False
        self._keys: tuple[QWidget | None, QWidget | None] = (None, None)
        """What had the keyboard before a wish was under way, and what Qt gave it to when the form was shut."""
        self.area = MessageArea(self)
        self.title = Label(step=Step.L, bold=True)
        self.trace = Label(token="text2", step=Step.S, wrap=True)
        self.note = Label(token="text2", step=Step.S, wrap=True)
        self.empty = EmptyView(self)
        self.retire_button, self.discard_button = PlainButton("", "archive"), PlainButton("", "restore")
        self.save_button = PrimaryButton("", "check")
        self.shown = QStackedWidget(self)
        self._lay_out_detail()
        form.changed.connect(self._edited)
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        self.discard_button.clicked.connect(lambda _checked=False: self.discard())
        self.retire_button.clicked.connect(lambda _checked=False: self.retire())
        drafts.loaded.connect(self._drafts_came)

    def _lay_out_detail(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.S8)
        foot.addStretch(1)
        for button in (self.retire_button, self.discard_button, self.save_button):
            foot.addWidget(button)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.S16, theme.S12, theme.S16, theme.S16)
        column.setSpacing(theme.S12)
        # Who and when below the title: beside it a small window would cut the name.
        head = QVBoxLayout()
        head.setSpacing(theme.S2)
        head.addWidget(self.title)
        head.addWidget(self.trace)
        column.addLayout(head)
        # A long form scrolls; what saves it stays in sight.
        room = QScrollArea()
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setWidgetResizable(True)
        # In a small window the list beside it gives way, not the fields.
        room.setMinimumWidth(round(LEAST_FORM * theme.base_size() / theme.DEFAULT_BASE))
        room.setWidget(self.form)
        column.addWidget(room, 1)
        # In a line of its own: beside the buttons a small window leaves it no room.
        column.addWidget(self.note)
        column.addLayout(foot)
        self.shown.addWidget(inner)
        self.shown.addWidget(self.empty)
        self.detail = QWidget(self)
        self.area.stand_over(self.detail, self.shown)

    def master_and_detail(self, left: QWidget) -> None:
        """Put what is chosen from beside the form; Tab reaches it first."""
        # Into the window after the other one: Tab goes in the order in which widgets came.
        self.detail.setParent(None)
        body = QSplitter(self)
        body.setChildrenCollapsible(False)
        body.addWidget(left)
        body.addWidget(self.detail)
        body.setStretchFactor(1, 1)
        body.setSizes([LEFT_WIDTH, 2 * LEFT_WIDTH])
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(body)

    # What a page says of itself.

    def original(self) -> dict[str, str] | None:
        """Return what is kept of the thing shown; None when there is no such thing (any more)."""
        raise NotImplementedError

    def wrong(self, fields: draft.Fields) -> draft.Problem:
        """Return what keeps the fields from being saved."""
        raise NotImplementedError

    def wish(self, fields: draft.Fields) -> Command:
        """Return the wish that they become."""
        raise NotImplementedError

    def name(self) -> str:
        """Return what the thing shown is called."""
        raise NotImplementedError

    def last(self) -> Trace | None:
        """Return who changed the thing shown last, and when."""
        return None

    def retires(self) -> bool:
        """Tell whether the thing shown can be taken out of use."""
        return False

    def done_with(self, outcome: Outcome) -> None:
        """Show what was saved."""

    def dress(self) -> None:
        """Set labels, hints and choices for what is shown."""

    # Showing.

    def take(self, setup: Setup) -> None:
        """Take the set-up as it is now; what was typed stays."""
        self.setup = setup
        self.show_subject(self.subject)

    def slip(self) -> Slip:
        """Return the name of the draft of what is shown."""
        return Slip(self.subject, DRAFT_KIND)

    def has_draft(self, subject: str) -> bool:
        """Tell whether something was typed there and not saved."""
        return self.drafts.get(Slip(subject, DRAFT_KIND)) is not None

    def show_subject(self, subject: str) -> None:
        """Show one thing with what was typed into it."""
        self.drafts.save_now()
        if subject != self.subject:
            self.area.drop("refused")
        self.subject = subject
        kept = self.original()
        if kept is None:
            self.shown.setCurrentWidget(self.empty)
            self.moved.emit()
            return
        self.shown.setCurrentIndex(0)
        self.dress()
        typed = self.drafts.get(self.slip())
        # A draft keeps to what it was typed against; whether that is still so, saving will say.
        self.form.set_fields(typed if typed is not None else kept)
        self.show_standing()

    def show_standing(self) -> None:
        """Say whether this is saved, and offer what can be done."""
        changed, kept = self.has_draft(self.subject), self.original() or {}
        fresh = draft.VERSION not in kept
        self.title.setText(self.name())
        self.trace.setText(self._trace())
        self.trace.setVisible(bool(self.trace.text()))
        self.form.setEnabled(not self.sending)
        self.save_button.setEnabled(not self.sending)
        self.discard_button.setVisible(changed)
        self.discard_button.setEnabled(not self.sending)
        self.retire_button.setVisible(self.retires() and not fresh)
        self.retire_button.setEnabled(not self.sending)
        in_use = kept.get(draft.ACTIVE) != draft.NO
        self.retire_button.setText(self.tr("Take &out of use") if in_use else self.tr("Put &back into use"))
        if changed:
            self.note.setText(self.tr("Not saved yet; kept as a draft on this computer."))
        else:
            self.note.setText(self.quiet_note())
        self.note.setVisible(bool(self.note.text()))
        self.moved.emit()

    def _trace(self) -> str:
        last = self.last()
        if last is None:
            return ""
        by, at = self.ctx.store.directory.name(last.by), text.date_time(last.at)
        said = self.tr("Last changed by {name}, {moment}") if by else self.tr("Last changed {moment}")
        return said.format(name=by, moment=at)

    def quiet_note(self) -> str:
        """Return what is worth knowing while nothing is typed."""
        return ""

    @Slot()
    def _drafts_came(self) -> None:
        if self.has_draft(self.subject):
            self.show_subject(self.subject)
        self.moved.emit()

    @Slot()
    def _edited(self) -> None:
        self.form.clear_errors()
        fields, kept = self.form.fields(), self.original()
        if fields == kept:
            self.drafts.drop(self.slip())
        else:
            self.drafts.put(self.slip(), fields)
        self.dress()
        self.show_standing()

    # What is wished.

    def save(self) -> None:
        """Save what stands in the form; a field that is wrong gets the focus and a sentence."""
        if self.sending or self.original() is None:
            return
        fields = self.form.fields()
        name, why = self.wrong(fields)
        if why:
            self.form.complain(name, self._why(name, why))
            return
        self._run(self.wish(fields))

    def discard(self) -> None:
        """Throw away what was typed."""
        self.drafts.drop(self.slip())
        self.area.drop("refused")
        self.show_subject(self.subject)

    def retire(self) -> None:
        """Take what is shown out of use, or put it back; with what was typed besides."""
        if self.sending or not self.retires():
            return
        fields = self.form.fields()
        out = (self.original() or {}).get(draft.ACTIVE) != draft.NO
        self._run(self.wish({**fields, draft.ACTIVE: draft.NO if out else draft.YES}))

    def _run(self, command: Command) -> None:
        slip = self.slip()
        self.sending = True
        had = QApplication.focusWidget()
        self.show_standing()
        self._keys = had if had is not None and self.isAncestorOf(had) else None, QApplication.focusWidget()
        self.ctx.run(
            command,
            done=while_alive(self, lambda outcome: self._done(slip, outcome)),
            refused=while_alive(self, lambda refused: self._refused(slip, refused)),
            queued=while_alive(self, self._queued),
        )

    def _sent(self) -> None:
        """The form may be written in again; the keyboard comes back to where it was."""
        self.sending = False
        self.show_standing()
        had, given = self._keys
        # Who has gone elsewhere meanwhile stays there.
        if had is not None and QApplication.focusWidget() in (None, given):
            had.setFocus()

    def _done(self, slip: Slip, outcome: Outcome) -> None:
        self._sent()
        self.drafts.drop(slip)
        self.area.drop("refused")
        self.area.show_message("done", Tone.OK, lambda: self.tr("Saved."), expires_ms=4000)
        self.done_with(outcome)
        self.show_standing()
        self.saved.emit()

    def _refused(self, slip: Slip, refused: Refused) -> None:
        self._sent()
        said = sentences.sentence(refused.code, **refused.detail)
        if isinstance(refused, BadInput):
            name = str(refused.detail.get("field", ""))
            if self.form.complain(name, self._why(name, str(refused.detail.get("why", "")))):
                return
        if refused.code == "TD409":
            said = self._overtaken(slip, refused)
        elif refused.code == "TD404":
            said = self.tr("This does not exist any more. Your text is kept.")
        elif refused.detail.get("why") == "open_cases":
            count = int(str(refused.detail.get("count") or 0))
            # By its context: tr() asks that of the page first, and takes a text with the number filled in for a translation.
            said = QCoreApplication.translate(
                "DetailPage", "%n open ticket(s) still lie with this group. Please assign them elsewhere first.", "", count
            )
        self.area.show_message("refused", Tone.BAD, said, closable=True)
        self.saved.emit()

    def _why(self, name: str, why: str) -> str:
        """Return what is wrong with a field; of a number of days, what it may be."""
        if why == "out_of_range" and name in draft.LEAST_DAYS:
            said = self.tr("Please give a whole number from {least} to {most}.")
            return said.format(least=draft.LEAST_DAYS[name], most=MOST_DAYS)
        return sentences.sentence("TD422", why=why)

    def _overtaken(self, slip: Slip, refused: Refused) -> str:
        """Say who was first; what was typed is now against the new version, so that saving again is meant."""
        fields = {**self.form.fields(), draft.VERSION: str(refused.detail.get("version", ""))}
        self.drafts.put(slip, fields)
        by = self.ctx.store.directory.name(refused.detail.get("by"))  # type: ignore[arg-type]  # a person's id
        if by:
            said = self.tr("{name} has changed this in the meantime. Your text is kept; saving again replaces what stands there now.")
            return said.format(name=by)
        return self.tr("This was changed in the meantime. Your text is kept; saving again replaces what stands there now.")

    def _queued(self) -> None:
        self._sent()
        said = self.tr("No connection. It is saved as soon as the server is back; the draft stays.")
        self.area.show_message("done", Tone.WARN, said, closable=True)

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self.discard_button.setText(self.tr("&Discard"))
        self.save_button.set_text(self.tr("&Save"))
        self.dress()
        if self.setup is not None and self.original() is not None:
            self.show_standing()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
