"""The two keys to evaluating single persons: where they stand, turning one's own, drawing both, and what was done with it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ticketdesk.domain.commands.base import Outcome
from ticketdesk.domain.commands.evaluation import TurnEvaluationKey
from ticketdesk.domain.errors import Refused
from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.report import Period
from ticketdesk.domain.rights import KEY_HOLDERS
from ticketdesk.ui.kit import text, theme
from ticketdesk.ui.kit.alive import while_alive
from ticketdesk.ui.kit.buttons import PlainButton
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.roomy import give_room
from ticketdesk.ui.panes.reports.sheets import period_name

if TYPE_CHECKING:
    from ticketdesk.services.reports import Evaluation, Turn
    from ticketdesk.ui.context import Context


class KeysDialog(QDialog):
    """Administration and audit turn their keys here; everybody else at the desk sees whether persons are evaluated."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._told: Evaluation | None = None
        self.standing = Label(step=theme.Step.L, bold=True, wrap=True)
        self.what = Label(token="text2", wrap=True)
        self.keys = [Label(wrap=True), Label(wrap=True)]
        self.said = Label(token="bad", wrap=True)
        self.said.hide()
        self.turn, self.draw, self.close_it = PlainButton("", "key"), PlainButton("", "lock"), PlainButton("")
        self.history = Label(bold=True)
        self.log = QTableWidget(0, 3)
        self._lay_out()
        self.turn.clicked.connect(lambda _checked=False: self._wish(turned=True))
        self.draw.clicked.connect(lambda _checked=False: self._wish(turned=False))
        self.close_it.clicked.connect(self.close)
        # Somebody else may turn his key meanwhile.
        ctx.store.changed.connect(self._changed)
        self.retranslate()
        self.ask()

    def _lay_out(self) -> None:
        self.log.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.log.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        give_room(self.log)
        self.log.setTabKeyNavigation(False)
        self.log.verticalHeader().hide()
        head = self.log.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.DIALOG_MARGIN, theme.S16, theme.DIALOG_MARGIN, theme.S16)
        column.setSpacing(theme.S12)
        for label in (self.standing, self.what, *self.keys, self.said):
            column.addWidget(label)
        column.addWidget(self.history)
        column.addWidget(self.log, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.S8)
        for button in (self.turn, self.draw):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_it)
        column.addLayout(row)
        self.resize(620, 480 if self._holds else 260)

    @property
    def _holds(self) -> bool:
        return self.ctx.me.person_class in KEY_HOLDERS

    @Slot()
    def ask(self) -> None:
        """Read where the keys stand."""
        self.ctx.ask(lambda session: session.evaluation(), while_alive(self, self._came))

    @Slot(object)
    def _changed(self, delta: object) -> None:
        if getattr(delta, "people", False):
            self.ask()

    def _came(self, told: Evaluation) -> None:
        self._told = told
        self._show()

    def _wish(self, *, turned: bool) -> None:
        if self._told is None:
            return
        self.said.hide()

        def done(_outcome: Outcome) -> None:
            self.ask()

        def refused(problem: Refused) -> None:
            self.said.setText(self.ctx.sentence(problem))
            self.said.show()
            self.ask()

        self.ctx.run(TurnEvaluationKey(self._told.version, turned), done=while_alive(self, done), refused=while_alive(self, refused))

    def _show(self) -> None:
        told = self._told
        if told is None:
            self.standing.setText("…")
            for button in (self.turn, self.draw):
                button.setEnabled(False)
            return
        on = self.tr("Single persons are evaluated")
        off = self.tr("Single persons are not evaluated")
        self.standing.setText(on if told.on else off)
        self.keys[0].setText(self._key(self.tr("Key of the administration"), told.admin_id, told.admin_at))
        self.keys[1].setText(self._key(self.tr("Key of the audit"), told.auditor_id, told.auditor_at))
        mine = told.admin_id if self.ctx.me.person_class is PersonClass.ADMIN else told.auditor_id
        self.turn.setEnabled(mine != self.ctx.me.id)
        self.draw.setEnabled(told.admin_id is not None or told.auditor_id is not None)
        self._fill(told.log)

    def _key(self, name: str, holder: PersonId | None, at: datetime | None) -> str:
        if holder is None or at is None:
            return self.tr("{key}: not turned").replace("{key}", name)
        said = self.tr("{key}: turned by {name} on {when}")
        return said.replace("{key}", name).replace("{name}", self.ctx.store.directory.name(holder)).replace("{when}", text.date_time(at))

    def _fill(self, log: tuple[Turn, ...]) -> None:
        self.log.setRowCount(len(log))
        for row, one in enumerate(log):
            cells = (text.date_time(one.at), self.ctx.store.directory.name(one.person_id), self._what(one))
            for column, words in enumerate(cells):
                self.log.setItem(row, column, QTableWidgetItem(words))

    def _what(self, one: Turn) -> str:
        if one.what == 3:
            period = Period(date.fromisoformat(one.since), date.fromisoformat(one.until))
            return self.tr("evaluated persons, {period}").replace("{period}", period_name(period))
        return self.tr("turned the key") if one.what == 1 else self.tr("switched it off")

    def retranslate(self) -> None:
        """Set all texts in the present language."""
        self.setWindowTitle(self.tr("Evaluation of persons"))
        self.what.setText(
            self.tr(
                "How long single persons take is nobody's to see unless administration and audit have both turned their keys, each with"
                " a log-in of his own. Either of them can switch it off alone. Every turn and every reading is logged."
            )
        )
        self.turn.setText(self.tr("&Turn my key"))
        self.draw.setText(self.tr("&Switch off"))
        self.close_it.setText(self.tr("&Close"))
        self.history.setText(self.tr("What was done with it"))
        self.log.setHorizontalHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What")])
        for column in range(3):
            head = self.log.horizontalHeaderItem(column)
            assert head is not None
            head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.log.setAccessibleName(self.tr("What was done with it"))
        for widget in (self.turn, self.draw, self.history, self.log):
            widget.setVisible(self._holds)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

