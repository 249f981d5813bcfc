"""One part in the split dialog: of whom, until when, whether the case waits for it, and what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.domain.commands.parts import PartWish
from ticketdesk.domain.entry import LIMIT_LINE
from ticketdesk.domain.limits import why_not
from ticketdesk.domain.people import Me
from ticketdesk.ui.kit import sentences, theme
from ticketdesk.ui.kit.buttons import ToolButton
from ticketdesk.ui.kit.fields import DateTimeField, Field, PlainTextEdit
from ticketdesk.ui.panes.case.assign_dialog import Addressee, matching
from ticketdesk.ui.panes.case.text_question import text_problem

_BADGE = 22.0


class SplitRow(QWidget):
    """Fields of one part. ``changed`` at each key, ``removed`` when its cross was pressed."""

    changed = Signal()
    removed = Signal()

    def __init__(self, letter: str, everybody: Sequence[Addressee], me: Me, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self._me = me
        self._everybody: tuple[Addressee, ...] = ()
        self.whom = QComboBox()
        self.whom.setEditable(True)
        self.whom.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.whom.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.outside = QCheckBox()
        self.until = DateTimeField()
        self.blocking = QCheckBox()
        self.blocking.setChecked(True)
        self.order = PlainTextEdit()
        self.order.setTabChangesFocus(True)
        self.order.setMinimumHeight(QFontMetrics(theme.font()).lineSpacing() * 3 + theme.S12)
        self.order.setMaximumHeight(QFontMetrics(theme.font()).lineSpacing() * 5 + theme.S12)
        self._whom_field, self._until_field = Field("", self.whom, required=True), Field("", self.until)
        self.order_field = Field("", self.order, required=True)
        self.cross = ToolButton("x", "")
        self.cross.clicked.connect(self.removed)
        self.offer(everybody)
        self.whom.setCurrentIndex(-1)
        self.whom.editTextChanged.connect(self._typed)
        line = self.whom.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._spell_out)
        self.order.textChanged.connect(self._typed)
        self.outside.toggled.connect(self._outside_toggled)
        self.blocking.toggled.connect(self.changed)
        self._lay()
        self.retranslate()

    @property
    def letter(self) -> str:
        """The letter this part will get if nobody else commissions one meanwhile."""
        return self._letter

    def set_letter(self, letter: str) -> None:
        """Take another letter, as when a row before it went."""
        self._letter = letter
        self.retranslate()
        self.update()

    def offer(self, everybody: Sequence[Addressee]) -> None:
        """Offer these; what was typed stays. Nobody asks himself."""
        typed = self.whom.currentText()
        self._everybody = tuple(one for one in everybody if one.handler_id != self._me.id)
        blocked = self.whom.blockSignals(True)
        self.whom.clear()
        for one in self._everybody:
            self.whom.addItem(f"{one.name} · {one.note}" if one.note else one.name, one)
        completer = self.whom.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.whom.setEditText(typed)
        self.whom.blockSignals(blocked)

    def set_whom(self, text: str) -> None:
        """Put a name into the field of the addressee."""
        self.whom.setEditText(text)

    def is_empty(self) -> bool:
        """Whether nothing was typed here."""
        return not self.order.toPlainText().strip() and not self.whom.currentText().strip()

    def addressee(self) -> Addressee | None:
        """Return whom the typed words mean, if they mean exactly one."""
        words = self.whom.currentText().strip()
        if not words:
            return None
        exact = [one for one in self._everybody if words in (one.name, f"{one.name} · {one.note}")]
        found = exact or matching(self._everybody, words.replace("·", " "))
        return found[0] if len(found) == 1 else None

    @Slot()
    def _spell_out(self) -> None:
        """Say who is meant by the few letters that were typed, once they mean exactly one."""
        one = None if self.outside.isChecked() else self.addressee()
        if one is not None and self.whom.currentText().strip() != one.name and not self.whom.currentText().startswith(f"{one.name} ·"):
            self.whom.setEditText(one.name)

    def wish(self, entries: tuple[int, ...]) -> PartWish | None:
        """Return the part as it shall be; None when something is missing, which is then said under its field and has the focus."""
        wrong: list[QWidget] = []
        name = self.whom.currentText().strip()
        one = None if self.outside.isChecked() else self.addressee()
        if self.outside.isChecked():
            why = why_not(name, limit=LIMIT_LINE, required=True, one_line=True)
            said = sentences.sentence("TD422", why=why) if why else ""
        else:
            said = "" if one is not None else self.tr("Please choose one handler or group, or tick “outside”.")
        self._whom_field.set_error(said)
        if said:
            wrong.append(self.whom)
        self._until_field.set_error(self.until.problem())
        if self.until.problem():
            wrong.append(self.until)
        problem = text_problem(self.order, required=True)
        self.order_field.set_error(problem)
        if problem:
            wrong.append(self.order)
        if wrong:
            wrong[0].setFocus()
            return None
        return PartWish(
            self.order.toPlainText().strip(), handler_id=one.handler_id if one is not None else None,
            group_id=one.group_id if one is not None else None, contact=name if self.outside.isChecked() else "",
            target_at=self.until.value(), blocking=self.blocking.isChecked(), entries=entries,
        )  # fmt: skip

    def kept(self) -> dict[str, object]:
        """Return what a draft holds of this row."""
        at = self.until.value()
        return {
            "whom": self.whom.currentText(), "outside": self.outside.isChecked(), "order": self.order.toPlainText(),
            "until": at.isoformat() if at is not None else "", "blocking": self.blocking.isChecked(),
        }  # fmt: skip

    def restore(self, kept: dict[str, object]) -> None:
        """Put back what a draft held."""
        self.whom.setEditText(str(kept.get("whom", "")))
        self.outside.setChecked(bool(kept.get("outside")))
        self.order.setPlainText(str(kept.get("order", "")))
        self.blocking.setChecked(bool(kept.get("blocking", True)))
        until = str(kept.get("until", ""))
        if until:
            self.until.set_value(datetime.fromisoformat(until))

    @Slot()
    def _typed(self) -> None:
        self._whom_field.set_error("")
        self.order_field.set_error("")
        self.changed.emit()

    @Slot(bool)
    def _outside_toggled(self, _on: bool) -> None:
        self._whom_field.set_error("")
        self.retranslate()
        self.changed.emit()

    def _lay(self) -> None:
        ticks = QHBoxLayout()
        ticks.setSpacing(theme.S16)
        ticks.addWidget(self.outside)
        ticks.addWidget(self.blocking)
        ticks.addStretch(1)
        first = QHBoxLayout()
        first.setSpacing(theme.S8)
        first.addWidget(self._whom_field, 3)
        first.addWidget(self._until_field, 2)
        first.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(round(_BADGE) + theme.S12, theme.S8, 0, theme.S8)
        column.setSpacing(theme.S6)
        column.addLayout(first)
        column.addWidget(self.order_field)
        column.addLayout(ticks)
        order = (self.whom, self.until, self.order, self.outside, self.blocking, self.cross)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        outside = self.outside.isChecked()
        self._whom_field.set_label(self.tr("Contact outside") if outside else self.tr("Handler or group"))
        self._until_field.set_label(self.tr("Until (optional)"))
        self.order_field.set_label(self.tr("Question or order; its first line is the title"))
        self.outside.setText(self.tr("Outside, without access"))
        self.outside.setToolTip(self.tr("You ask yourself, by phone or e-mail, and record the answer here"))
        self.blocking.setText(self.tr("Needed for the answer"))
        self.blocking.setToolTip(self.tr("Without the tick it is asked for information and holds nothing up"))
        self.cross.set_name(self.tr("Remove part {letter}").format(letter=self._letter))
        self.whom.setAccessibleName(self.tr("Part {letter}: handler or group").format(letter=self._letter))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, theme.S8, _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("coord_fill"))
        painter.drawRoundedRect(box, theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        painter.setFont(theme.font(theme.Step.S, bold=True))
        painter.setPen(theme.color("on_fill"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter.lower())
