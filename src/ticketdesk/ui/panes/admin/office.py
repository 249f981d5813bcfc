"""What holds for the whole office, from now on."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.setup import Trace
from ticketdesk.ui.bridge.drafts import DraftBox
from ticketdesk.ui.context import Context
from ticketdesk.ui.panes.admin import draft
from ticketdesk.ui.panes.admin.detail import DetailPage
from ticketdesk.ui.panes.admin.form import Editor, SetupForm


class OfficePage(DetailPage):
    """Keeps the office's settings. Tickets that were answered or closed keep the moments they were told."""

    def __init__(self, ctx: Context, drafts: DraftBox) -> None:
        editors: dict[str, Editor] = {
            draft.NAME: QLineEdit(), draft.CLOSE_DAYS: QLineEdit(), draft.DAYS: QLineEdit(), draft.HIDDEN: QCheckBox(),
            draft.BOOKING: QCheckBox(),
        }  # fmt: skip
        super().__init__(ctx, drafts, SetupForm(editors, required=frozenset({draft.DAYS})))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.detail)
        self.subject = "office:1"
        self.retranslate()

    def original(self) -> dict[str, str] | None:
        return draft.of_office(self.setup.office) if self.setup is not None else None

    def wrong(self, fields: draft.Fields) -> draft.Problem:
        return draft.wrong_office(fields)

    def wish(self, fields: draft.Fields) -> Command:
        return draft.office(fields)

    def name(self) -> str:
        return self.tr("The whole office")

    def quiet_note(self) -> str:
        return self.tr("Changes hold from now on; tickets answered or closed before keep their dates.")

    def last(self) -> Trace | None:
        return None if self.setup is None else self.setup.office.last

    def dress(self) -> None:
        closing = self.form.editors[draft.CLOSE_DAYS]
        assert isinstance(closing, QLineEdit)
        closing.setPlaceholderText(self.tr("never by itself"))
        self.form.label(
            draft.NAME, self.tr("Na&me of the office"), self.tr("Shown when programs look for the server; from its next start on.")
        )
        self.form.label(
            draft.CLOSE_DAYS, self.tr("Answered tickets &close by themselves after (days)"),
            self.tr("1 to 3650; left empty, nothing closes by itself."),
        )  # fmt: skip
        self.form.label(
            draft.DAYS, self.tr("Finished tickets may be re&opened for (days)"),
            self.tr("0 to 3650; a category can have a number of its own."),
        )  # fmt: skip
        self.form.label(draft.HIDDEN, self.tr("Hide the cl&arification of all new tickets"))
        self.form.label(
            draft.BOOKING, self.tr("Working &time may be booked at tickets"),
            self.tr("By hand or with a timer. Only those who take part in a ticket see who booked what."),
        )  # fmt: skip

    def retranslate(self) -> None:
        self.empty.set_look("building", self.tr("No settings yet"), self.tr("They are read from the server."))
        super().retranslate()
