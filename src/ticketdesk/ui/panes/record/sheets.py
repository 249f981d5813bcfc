"""The forms that are in work: each has a draft of its own; one is shown, and its foot says how safe it is. Sends nothing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from ticketdesk.services.drafts import new_form_subject
from ticketdesk.ui.bridge.drafts import DraftBox, Keeping, Slip
from ticketdesk.ui.kit import text
from ticketdesk.ui.panes.record import report
from ticketdesk.ui.panes.record.form import RecordForm
from ticketdesk.ui.panes.record.layout import RecordLayout
from ticketdesk.ui.panes.record.report import DRAFT_KIND
from ticketdesk.ui.panes.record.side import Side
from ticketdesk.ui.panes.record.similar import SimilarCases

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context


class RecordSheets(RecordLayout):
    """The layout with form, side and drafts, and the way from one form to another."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.drafts = DraftBox(ctx, self)
        self.similar = SimilarCases(ctx)
        self.side = Side(ctx.me, self.similar)
        self.form = RecordForm(ctx, self.side)
        self._sheets: list[Slip] = [new_slip()]
        self._at = 0
        self._sending = False
        self._when_there: bool | None = None
        self._keeping: tuple[Keeping, datetime | None] | None = None

    @property
    def slip(self) -> Slip:
        """Names the form that is shown."""
        return self._sheets[self._at]

    def begin(self) -> None:
        """Go to an empty form; one that is filled in stays as it is, as a draft."""
        if report.worth_keeping(self.form.fields()):
            self._sheets.append(new_slip())
            self._show_sheet(len(self._sheets) - 1)
        self.form.focus_first()

    def turn(self, by: int) -> None:
        """Go to the next or previous draft."""
        self._show_sheet((self._at + by) % len(self._sheets))

    def discard(self) -> None:
        """Throw the form's text away; it can be brought back for a while."""
        fields = self.form.fields()
        worth = report.worth_keeping(fields)
        self._leave_sheet()
        if worth:
            self.ctx.tell(self.tr("Draft discarded."), button=self.tr("Undo"), pressed=lambda: self._bring_back(fields))

    def _bring_back(self, fields: dict[str, str]) -> None:
        """Open a form with these texts."""
        if report.worth_keeping(self.form.fields()):
            self._sheets.append(new_slip())
            self._at = len(self._sheets) - 1
        self.form.set_fields(fields)
        self._edited()
        self._show_standing()

    def _show_sheet(self, at: int) -> None:
        self.drafts.save_now()
        self._at = at
        self._keeping = None
        self._when_there = None
        kept = self.drafts.get(self.slip)
        if kept is None:
            self.form.clear()
        else:
            self.form.set_fields(kept)
            self._keeping = (Keeping.SAVED, None)
        self._look_for_similar()
        self._show_standing()

    def _leave_sheet(self) -> None:
        """Forget the form shown, and show the next one or an empty one."""
        self.drafts.drop(self.slip)
        del self._sheets[self._at]
        if not self._sheets:
            self._sheets.append(new_slip())
        self._show_sheet(min(self._at, len(self._sheets) - 1))

    @Slot()
    def _edited(self) -> None:
        fields = self.form.fields()
        if report.worth_keeping(fields):
            self.drafts.put(self.slip, fields)
            self._keeping = (Keeping.TYPED, None)
        else:
            self.drafts.drop(self.slip)
            self._keeping = None
        self._show_standing()

    @Slot()
    def _look_for_similar(self) -> None:
        fields = self.form.fields()
        self.similar.look(fields[report.SUBJECT], fields[report.REQUESTER])

    @Slot(object, object, object)
    def _kept(self, slip: Slip, keeping: Keeping, at: datetime | None) -> None:
        if slip == self.slip:
            self._keeping = (keeping, at)
            self._show_standing()

    @Slot()
    def _loaded(self) -> None:
        """Offer what an earlier run left; a form already begun stays in front."""
        self._drop_settled()
        known = set(self._sheets)
        left = [slip for slip in self.drafts.slips(kind=DRAFT_KIND) if slip not in known]
        untouched = not report.worth_keeping(self.form.fields())
        self._sheets = [*left, *self._sheets]
        self._at += len(left)
        if left and untouched:
            del self._sheets[self._at]
            self._show_sheet(len(left) - 1)
        self._show_standing()

    def _drop_settled(self) -> None:
        """Forget the words of reports whose fate is known."""
        raise NotImplementedError

    def _refresh_actions(self, count: int) -> None:
        """Offer what can be done with so many forms."""
        raise NotImplementedError

    def _show_standing(self) -> None:
        """Say which draft this is, how safe it is, and how much is missing."""
        count = len(self._sheets)
        several = count > 1
        self._which.setText(self.tr("Draft {n} of {count}").format(n=self._at + 1, count=count))
        for widget in (self._which, self._before, self._after):
            widget.setVisible(several)
        parts = [self._draft_words()]
        missing = report.missing(self.form.fields())
        if missing:
            # By name: a class below this one would be looked up first, and a number in the text passes there for a translation.
            parts.append(QCoreApplication.translate("RecordSheets", "%n entry(ies) missing", "", missing))
        self._standing.setText(" · ".join(part for part in parts if part))
        failed = self._keeping is not None and self._keeping[0] is Keeping.FAILED
        self._standing.set_look(token="bad" if failed else "text2", bold=failed)
        self._discard.setEnabled(not self._sending)
        self._next.setEnabled(not self._sending)
        self._create.setEnabled(not self._sending)
        self._refresh_actions(count)

    def _draft_words(self) -> str:
        if self._sending:
            return self.tr("Being created …")
        if self._when_there is not None:
            return self.tr("Is created as soon as the files have arrived at the server.")
        if self._keeping is None:
            return ""
        keeping, at = self._keeping
        if keeping is Keeping.FAILED:
            return self.tr("Draft NOT saved")
        if keeping is Keeping.SAVED:
            words = self.tr("Draft on this computer only")
            return f"{words}, {text.time(at)}" if at is not None else words
        return ""


def new_slip() -> Slip:
    """Return a name for another form."""
    return Slip(new_form_subject(), DRAFT_KIND)
