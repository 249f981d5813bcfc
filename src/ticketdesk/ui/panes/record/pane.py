"""Recording reports: checks the form shown, sends it, and learns what became of it. Forms and drafts are sheets.py's matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ticketdesk.domain.commands.base import Outcome
from ticketdesk.domain.commands.entry import AddMessage, AddNote
from ticketdesk.domain.commands.ticket import RecordTicket
from ticketdesk.domain.errors import BadInput, Refused
from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.similar import Similar
from ticketdesk.domain.template import Template
from ticketdesk.domain.ticket import number
from ticketdesk.ui.bridge.drafts import Slip
from ticketdesk.ui.bridge.file_bar import FileBar
from ticketdesk.ui.kit import sentences
from ticketdesk.ui.kit.action import build_actions
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.drop_zone import DropTarget, DropZone
from ticketdesk.ui.kit.message_bar import Tone
from ticketdesk.ui.panes.record import report, templating
from ticketdesk.ui.panes.record.actions import ACTIONS, RecordState
from ticketdesk.ui.panes.record.sheets import RecordSheets
from ticketdesk.ui.panes.record.templating import FormTemplates

if TYPE_CHECKING:
    from ticketdesk.services.run import Sent
    from ticketdesk.services.store import Delta
    from ticketdesk.ui.context import Context


QUEUED_KIND = "record-queued"
"""Reports that the outbox holds; no drafts any more, and not yet arrived."""


class RecordPane(RecordSheets):
    """The form and what belongs to it. What is typed is kept from the first key on; a store event touches no field."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._settled: list[RecordTicket] = []
        self._make_head()
        self._make_foot()
        self._lay_out(self.form, self.side)
        self.zone = DropZone(self, holds=FileBar.holds, targets=self._drop_targets)
        self.templates = FormTemplates(ctx, self._template)
        self.action_set = build_actions(self, ACTIONS, ctx=self)
        self._tie()
        self.retranslate()
        self._ask_addressees()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to where one begins to type; by name, as a focus proxy would shut Tab in."""
        self.form.focus_first()

    # Recording.

    @Slot()
    def record(self) -> None:
        """Record the report and open the case; a missing field gets the focus and a sentence."""
        self._record(stay=False)

    @Slot()
    def record_and_next(self) -> None:
        """Record the report and begin the next one."""
        self._record(stay=True)

    def _record(self, *, stay: bool) -> None:
        if self._sending:
            return
        templating.fill_places(self.ctx, self.form)
        if self.form.check():
            return
        parcel = self.form.parcel
        if parcel.complaint:
            self.ctx.tell(parcel.complaint, tone=Tone.BAD)
            return
        if not parcel.is_ready:
            self._when_there = stay
            self._show_standing()
            return
        command = report.command(self.form.fields(), self.ctx.me)
        slip = self.slip
        self._set_sending(sending=True)
        self.ctx.run(
            command,
            done=while_alive(self, lambda outcome: self._done(slip, command, outcome, stay=stay)),
            refused=while_alive(self, self._refused),
            queued=while_alive(self, lambda: self._was_queued(slip)),
            request_id=parcel.request_id if parcel.files else None,
        )

    def _drop_targets(self) -> list[DropTarget]:
        return [] if self._sending else [DropTarget("report", self.tr("Attach to the new ticket"))]

    @Slot()
    def _files_there(self) -> None:
        """The last file has arrived: a report that waited for it is recorded."""
        if self._when_there is not None:
            stay, self._when_there = self._when_there, None
            self._record(stay=stay)

    def _done(self, slip: Slip, command: RecordTicket, outcome: Outcome, *, stay: bool) -> None:
        self._set_sending(sending=False)
        self.drafts.drop(slip)
        self.form.parcel.sent()
        self._leave_sheet()
        key = self._key_of(command, outcome)
        said = self.tr("{number} was created.").format(number=number(outcome.ticket_id))
        if stay or key is None:
            self.form.focus_first()
            if key is None:
                self.ctx.tell(said)
            else:
                self.ctx.tell(said, button=self.tr("Open"), pressed=lambda: self.ctx.go(key))
        else:
            self.ctx.tell(said)
            self.ctx.go(key)

    @Slot(object)
    def _take_template(self, template: Template) -> None:
        templating.apply(self.ctx, self.form, template)

    @Slot(object)
    def _add_instead(self, case: Similar) -> None:
        """Put what was typed into a case that is there already, as a message of its requester or as a note."""
        body = report.as_addition(self.form.fields(), self.ctx.me, who=self.form.name.text().strip())
        if self._sending or not body:
            self.form.check()
            return
        own = case.key.own
        command = AddMessage(case.key.id, body) if own else AddNote(case.key.id, body)
        slip = self.slip
        self._set_sending(sending=True)
        self.ctx.run(
            command,
            done=while_alive(self, lambda _outcome: self._added(slip, case.key)),
            refused=while_alive(self, self._refused),
            queued=while_alive(self, self._addition_queued),
        )

    def _addition_queued(self) -> None:
        """The words stay in the form until they are known to have arrived."""
        self._set_sending(sending=False)
        self.ctx.tell(self.tr("No connection. The addition is sent as soon as the server is back; your text stays here."), tone=Tone.WARN)

    def _added(self, slip: Slip, key: TicketKey) -> None:
        self._set_sending(sending=False)
        self.drafts.drop(slip)
        self._leave_sheet()
        self.ctx.tell(self.tr("Added to {number}; nothing new was created.").format(number=number(key.id)))
        self.ctx.go(key)

    def _key_of(self, command: RecordTicket, outcome: Outcome) -> TicketKey | None:
        """Return under which face this person sees what he has recorded; None when he takes no part in it."""
        me = self.ctx.me
        if command.requester_id is None and not command.requester_name:
            return TicketKey(outcome.ticket_id, own=True)
        if me.coordinates or command.handler_id == me.id or (command.group_id is not None and command.group_id in me.groups):
            return TicketKey(outcome.ticket_id)
        return None

    def _refused(self, refused: Refused) -> None:
        self._set_sending(sending=False)
        said = sentences.sentence(refused.code, **refused.detail)
        if not (isinstance(refused, BadInput) and self.form.complain(str(refused.detail.get("field", "")), said)):
            self.ctx.tell(said, tone=Tone.BAD)

    def _was_queued(self, slip: Slip) -> None:
        """The server is away: the outbox sends the report later; its words stay on the disk until they have arrived."""
        self._set_sending(sending=False)
        self.drafts.put(Slip(slip.subject, QUEUED_KIND), self.form.fields())
        self._leave_sheet()
        said = self.tr("No connection. The report is kept on this computer and recorded as soon as the server is back.")
        self.ctx.tell(said, tone=Tone.WARN)

    @Slot(object)
    def outbox_told(self, sent: Sent) -> None:
        """Learn what became of a report that had waited for the server (ui/bridge/feed: sent); a refused one comes back as a form."""
        command = sent.command
        if not isinstance(command, RecordTicket):
            return
        self._settled.append(command)
        self._drop_settled()
        if sent.refused is not None:
            self._bring_back(report.fields_of(command, self.ctx.me))
        elif sent.outcome is not None:
            self.ctx.tell(self.tr("{number} was created.").format(number=number(sent.outcome.ticket_id)))

    def _ask_addressees(self) -> None:
        self.ctx.ask(lambda session: session.addressees(), while_alive(self, self.side.offer), failed=_leave)

    def _drop_settled(self) -> None:
        """Forget the words of reports whose fate is known; they may be told before what lies on the disk has been read."""
        for slip in self.drafts.slips(kind=QUEUED_KIND):
            kept = self.drafts.get(slip)
            if kept is not None and report.command(kept, self.ctx.me) in self._settled:
                self.drafts.drop(slip)

    def _set_sending(self, *, sending: bool) -> None:
        """While a report is on its way nothing in its form can be changed or sent twice."""
        self._sending = sending
        self.form.setEnabled(not sending)
        self.side.setEnabled(not sending)
        self._show_standing()

    def _refresh_actions(self, count: int) -> None:
        self.action_set.refresh(RecordState(self._sending, count))

    @Slot(object)
    def _store_changed(self, delta: Delta) -> None:
        if delta.people:
            self.form.set_directory()
            self._ask_addressees()

    # What is on the screen.

    def _tie(self) -> None:
        self.form.changed.connect(self._edited)
        self.form.parcel.ready.connect(self._files_there)
        self.zone.dropped.connect(lambda _key, data: self.form.files.takes(data))
        self.form.submitted.connect(self.record)
        self.form.changed.connect(self._look_for_similar)
        self.similar.opened.connect(self.ctx.go)
        self.similar.chosen.connect(self._add_instead)
        self.templates.taken.connect(self._take_template)
        self.drafts.kept.connect(self._kept)
        self.drafts.loaded.connect(self._loaded)
        self.ctx.store.changed.connect(self._store_changed)
        self._back.clicked.connect(lambda _checked=False: self.ctx.go("overview"))
        self._create.clicked.connect(self.record)
        self._next.clicked.connect(self.record_and_next)
        self._discard.clicked.connect(lambda _checked=False: self.discard())
        self._another.clicked.connect(lambda _checked=False: self.begin())
        self._before.clicked.connect(lambda _checked=False: self.turn(-1))
        self._after.clicked.connect(lambda _checked=False: self.turn(1))

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self._title.setText(self.tr("New ticket"))
        self._required.setText(self.tr("* required"))
        self._before.set_name(self.tr("Previous draft"))
        self._after.set_name(self.tr("Next draft"))
        self._another.set_name(self.tr("Another form"))
        self._template.setText(self.tr("Template"))
        self._back.setText(self.tr("Back to the tickets"))
        self._back.setToolTip(self.tr("What is written here is kept as a draft."))
        self._discard.setText(self.tr("Discard"))
        self._next.setText(self.tr("Create and next"))
        self._create.set_text(self.tr("Create ticket"))
        self.setAccessibleName(self.tr("New ticket"))
        self._show_standing()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.drafts.save_now()
        super().hideEvent(event)


def _leave(_error: Exception) -> None:
    """The addressees known so far stay; they are asked for again when the people change."""
