"""The tab «Beteiligte»: who was requester, recorder, coordinator, group and handler of a case, from when to when. Nothing is added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.domain.case_log import Party, Role, parties
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import icons, pen, text, theme
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.panes.case.page import Page, Steps

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context
    from ticketdesk.ui.panes.case.pane import CasePane

_ICONS = {
    Role.REQUESTER: "user", Role.RECORDER: "phone", Role.COORDINATOR: "sitemap", Role.GROUP: "users-group", Role.HANDLER: "hand-stop",
}  # fmt: skip


class PartyRow(QWidget):
    """One party: sign, name bold, role, from and to."""

    def __init__(self, icon: Role, name: str, role: str, times: str) -> None:
        super().__init__()
        self._icon, self._name, self._role, self._times = icon, name, role, times
        self.setAccessibleName(f"{role}: {name}, {times}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def words(self) -> tuple[str, str, str]:
        """Return name, role and times."""
        return self._name, self._role, self._times

    def sizeHint(self) -> QSize:
        return QSize(320, round(face().height + face(Step.S).height + theme.S16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        first, second = face(bold=True), face(Step.S)
        x, top = theme.S16 + theme.ICON + theme.S12, theme.S8 + first.height / 2
        icons.paint(painter, QRectF(theme.S16, top - theme.ICON / 2, theme.ICON, theme.ICON), _ICONS[self._icon], token="text2")
        pen.text_left(painter, first, self._name, x=x, middle=top, room=self.width() - x - theme.S16, token="text")
        below = theme.S8 + first.height + second.height / 2
        room = self.width() - x - theme.S16
        pen.text_left(painter, second, f"{self._role} · {self._times}", x=x, middle=below, room=room, token="text2")
        painter.fillRect(QRectF(theme.S16, self.height() - 1, self.width() - 2 * theme.S16, 1), theme.color("line"))


class PartiesPage(Page):
    """Shows the parties of a case."""

    def __init__(self, ctx: Context, pane: CasePane) -> None:
        super().__init__(ctx, pane)
        self._case: tuple[Ticket, Steps] | None = None
        self._shown: tuple[Party, ...] | None = None
        self.rows: list[PartyRow] = []
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, theme.S8, 0, theme.S8)
        self._column.setSpacing(0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidget(self._body)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def set_case(self, ticket: Ticket, steps: Steps) -> None:
        self._case = (ticket, steps)
        found = parties(ticket, steps)
        if found != self._shown:
            self._shown = found
            self._lay()

    def _lay(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [PartyRow(party.role, self._name(party), role_word(party.role), self._times(party)) for party in self._shown or ()]
        for row in self.rows:
            self._column.addWidget(row)

    def _name(self, party: Party) -> str:
        directory = self.ctx.store.directory
        known = directory.group_name(party.group_id) if party.group_id is not None else directory.name(party.person_id)
        return party.name or known or self.tr("no longer known")

    def _times(self, party: Party) -> str:
        since = text.date_time(party.since)
        if party.role is Role.REQUESTER or party.until is None:
            return self.tr("since {since}").format(since=since)
        if party.until == party.since:
            return since
        return self.tr("{since} to {until}").format(since=since, until=text.date_time(party.until))

    def retranslate(self) -> None:
        if self._case is not None:
            self._lay()


def role_word(role: Role) -> str:
    """Return what a role is called."""
    match role:
        case Role.REQUESTER:
            return QCoreApplication.translate("PartiesPage", "Requester")
        case Role.RECORDER:
            return QCoreApplication.translate("PartiesPage", "Recorded")
        case Role.COORDINATOR:
            return QCoreApplication.translate("PartiesPage", "Coordination")
        case Role.GROUP:
            return QCoreApplication.translate("PartiesPage", "Group")
        case Role.HANDLER:
            return QCoreApplication.translate("PartiesPage", "Handling")
