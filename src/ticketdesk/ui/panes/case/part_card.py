"""One part in its column: whose it is, how it stands, what was asked and what came back. Tells what was pressed; sends nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ticketdesk.domain.parts import Part
from ticketdesk.domain.states import State
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import icons, marks, pen, text, theme, words
from ticketdesk.ui.kit.buttons import PlainButton, ToolButton
from ticketdesk.ui.kit.labels import ElidedLabel, Label
from ticketdesk.ui.kit.quoted import QuotedText
from ticketdesk.ui.kit.text import DUE_ICON, DUE_TOKEN
from ticketdesk.ui.panes.case import summary

LEAST_WIDTH = 240
_BADGE = 22.0


class PartHead(QWidget):
    """The coloured band: edge that says who may read, letter, title, addressee."""

    def __init__(self) -> None:
        super().__init__()
        self._letter, self._token, self._tint = "", "coord", "coord_tint"
        self._title = ElidedLabel(bold=True, parent=self)
        self._whom = ElidedLabel(step=theme.Step.S, token="text2", parent=self)
        words_ = QVBoxLayout()
        words_.setSpacing(0)
        words_.addWidget(self._title)
        words_.addWidget(self._whom)
        row = QHBoxLayout(self)
        row.setContentsMargins(round(marks.BAR_HATCHED + theme.S8 + _BADGE + theme.S8), theme.S6, theme.S6, theme.S6)
        row.setSpacing(theme.S4)
        row.addLayout(words_, 1)
        self.row = row

    def set_part(self, part: Part, directory: Directory) -> None:
        live = part.is_back or part.state is State.IN_PROGRESS
        self._letter = part.letter.lower()
        self._token, self._tint = ("coord", "coord_tint") if part.is_back else (("accent", "window") if live else ("text2", "window"))
        self._title.setText(part.subject)
        outside = self.tr("{contact}, outside").format(contact=part.contact) if part.contact else ""
        self._whom.setText(outside or summary.addressee(part, directory))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(self._tint))
        # The requester reads no part, whatever the mode of its case.
        marks.paint_audience_bar(painter, QRectF(0, 0, marks.BAR_HATCHED, self.height()), theme.color(self._token), hidden=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(marks.BAR_HATCHED + theme.S8, round((self.height() - _BADGE) / 2), _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("coord_fill" if self._token == "coord" else self._token))
        painter.drawRoundedRect(box, theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        painter.setFont(theme.font(theme.Step.S, bold=True))
        painter.setPen(theme.color("on_fill"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)


class _StateLine(QWidget):
    """Ring and word of the status at the left, age or date at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._state = State.ASSIGNED
        self._word = Label(bold=True, parent=self)
        self._due = Label(step=theme.Step.S, parent=self)
        self._due_icon = ""
        self._due_token = "text2"
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.ICON + theme.S6, 0, 0, 0)
        row.addWidget(self._word, 1)
        row.addWidget(self._due)

    def set_part(self, part: Part) -> None:
        self._state = part.state
        self._word.setText(words.part_state(part.state))
        self._word.set_look(token=marks.status_token(part.state))
        if part.is_out:
            due = text.due(part.target_at, stopped=part.state is State.WAITING, until=part.waiting_until)
            said, self._due_icon, self._due_token = due.text, DUE_ICON.get(due.tone, ""), DUE_TOKEN.get(due.tone, "text2")
        else:
            said, self._due_icon, self._due_token = "", "", "text2"
        self._due.setText(said)
        self._due.set_look(token=self._due_token)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        marks.paint_status(painter, QRectF(0, round(middle - theme.ICON / 2), theme.ICON, theme.ICON), self._state)
        if self._due_icon and self._due.text():
            icons.paint(
                painter, QRectF(self._due.x() - theme.ICON - theme.S4, round(middle - theme.ICON / 2), theme.ICON, theme.ICON),
                self._due_icon, token=self._due_token,
            )  # fmt: skip


def _kept(part: Part) -> str:
    """Return how an answer stands to its date, if it had one."""
    if part.target_at is None or part.answer_at is None or not part.is_back:
        return ""
    span = text.span(abs(part.target_at - part.answer_at))
    if part.answer_at <= part.target_at:
        return QCoreApplication.translate("PartCard", "{span} before its date").format(span=span)
    return QCoreApplication.translate("PartCard", "{span} after its date").format(span=span)


def _is_answered(part: Part) -> bool:
    return bool(part.answer) and part.is_back


class PartCard(QFrame):
    """A column. ``chosen`` when the tick for the summary changed; the others say which button was pressed."""

    chosen = Signal()
    opened = Signal(object)
    recalled = Signal(object)
    reminded = Signal(object)
    accepted = Signal(object)
    returned = Signal(object)
    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._part: Part | None = None
        self.setMinimumWidth(LEAST_WIDTH)
        self._head = PartHead()
        self.open_button = ToolButton("external-link", "", token="text2")
        self.open_button.clicked.connect(lambda: self.opened.emit(self._part))
        self._head.row.addWidget(self.open_button)
        self._state = _StateLine()
        self._facts = Label(token="text2", step=theme.Step.S, wrap=True)
        self._order_head, self._answer_head = Label(bold=True, step=theme.Step.S, token="text2"), Label(bold=True, step=theme.Step.S)
        self._answer_time = Label(step=theme.Step.S, token="text2")
        self._order, self._answer = QuotedText(), QuotedText()
        self._none = Label(token="warn", bold=True)
        self._none_hint = Label(token="text2", step=theme.Step.S, wrap=True)
        self.tick = QCheckBox()
        self.tick.toggled.connect(lambda _on: self.chosen.emit())
        self.accept_button, self.return_button = PlainButton("", "check"), PlainButton("", "arrow-back-up")
        self.recall_button, self.answer_button = PlainButton("", "arrow-back-up"), PlainButton("", "message-2")
        self.remind_button = PlainButton("", "bell-ringing")
        self.remind_button.clicked.connect(lambda: self.reminded.emit(self._part))
        self.accept_button.clicked.connect(lambda: self.accepted.emit(self._part))
        self.return_button.clicked.connect(lambda: self.returned.emit(self._part))
        self.recall_button.clicked.connect(lambda: self.recalled.emit(self._part))
        self.answer_button.clicked.connect(lambda: self.answered.emit(self._part))
        self._lay()

    @property
    def part(self) -> Part | None:
        """What is shown."""
        return self._part

    def is_chosen(self) -> bool:
        """Whether this answer goes into the summary."""
        return self.tick.isEnabled() and self.tick.isChecked()

    def set_part(self, part: Part, directory: Directory, *, gathers: bool, reminds: bool = False) -> None:
        """Show a part as it is now; a tick that somebody set stays."""
        was = self._part is not None and _is_answered(self._part)
        # A returned part is out again: what did not do goes into no summary unless somebody ticks it; the new answer is ticked again.
        changes = self._part is None or _is_answered(part) != was
        self._part = part
        self._head.set_part(part, directory)
        self._state.set_part(part)
        self._order.set_text(part.order_text)
        self._answer.set_text(part.answer)
        when = text.date_time(part.answer_at) if part.answer_at is not None and part.answer else ""
        self._answer_time.setText(when)
        has_answer = bool(part.answer)
        for widget in (self._answer_head, self._answer_time, self._answer):
            widget.setVisible(has_answer)
        self._show_waiting(part, directory)
        self.tick.setEnabled(has_answer)
        if changes:
            self.tick.setChecked(_is_answered(part))
        self.accept_button.setVisible(gathers and part.state is State.REPORTED)
        self.return_button.setVisible(gathers and part.state is State.REPORTED)
        self.recall_button.setVisible(gathers and part.is_out)
        self.remind_button.setVisible(reminds)
        self.answer_button.setVisible(gathers and part.is_out and bool(part.contact))
        self.retranslate()

    def _show_waiting(self, part: Part, directory: Directory) -> None:
        has_answer = bool(part.answer)
        self._none.setVisible(not has_answer)
        self._none.setText(self.tr("No answer yet") if part.is_out else self.tr("No answer"))
        self._none.set_look(token="warn" if part.is_out else "text2")
        hint = []
        if part.is_out and part.waiting_reason is not None:
            hint.append(self.tr("Waits {reason}.").format(reason=words.reason(part.waiting_reason)))
        if part.is_out and part.target_at is not None:
            hint.append(self.tr("Due {when}.").format(when=text.date_time(part.target_at)))
        if part.reason and not part.is_back:
            hint.append(part.reason)
        self._none_hint.setText(" ".join(hint))
        self._none_hint.setVisible(bool(hint) and not (has_answer and part.is_back))
        asked = self.tr("commissioned {when} by {who}")
        facts = [asked.format(when=text.date_time(part.recorded_at), who=directory.name(part.commissioned_by))]
        if kept := _kept(part):
            facts.append(kept)
        if not part.blocking:
            facts.append(self.tr("for information only"))
        if part.along:
            facts.append(self.tr("%n entry(ies) went along", "", part.along))
        if part.parts_open + part.parts_back:
            split = self.tr("split again, {back} of {all} back")
            facts.append(split.format(back=part.parts_back, all=part.parts_open + part.parts_back))
        self._facts.setText(" · ".join(facts))

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        part = self._part
        if part is None:
            return
        self._order_head.setText(self.tr("Order"))
        self._answer_head.setText(self.tr("Answer"))
        self._answer_head.set_look(token="coord")
        self.tick.setText(self.tr("Into the summary"))
        self.accept_button.setText(self.tr("Settle"))
        self.accept_button.setToolTip(self.tr("The answer does; the part is settled"))
        self.return_button.setText(self.tr("Give back …"))
        self.recall_button.setText(self.tr("Recall …"))
        self.remind_button.setText(self.tr("Remind"))
        self.answer_button.setText(self.tr("Record answer …"))
        self.open_button.set_name(self.tr("Open part {letter}").format(letter=part.letter))
        said = [
            self.tr("Part {letter}: {subject}").format(letter=part.letter, subject=part.subject), words.part_state(part.state),
            self._facts.text(), part.order_text, part.answer or self._none.text(),
        ]  # fmt: skip
        self.setAccessibleName(". ".join(one for one in said if one))
        # Nothing is cut when the column has to scroll.
        self.setMinimumWidth(max(least_width(), self._body.minimumSizeHint().width() + self._bar.sizeHint().width() + 2))

    def _lay(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.S12, theme.S8, theme.S12, theme.S8)
        column.setSpacing(theme.S6)
        answer_line = QHBoxLayout()
        answer_line.addWidget(self._answer_head)
        answer_line.addStretch(1)
        answer_line.addWidget(self._answer_time)
        for widget in (self._state, self._facts, self._order_head, self._order):
            column.addWidget(widget)
        column.addSpacing(theme.S4)
        column.addLayout(answer_line)
        for widget in (self._answer, self._none, self._none_hint):
            column.addWidget(widget)
        buttons = QVBoxLayout()
        buttons.setSpacing(theme.S4)
        for button in (self.answer_button, self.remind_button, self.recall_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        self._body, self._bar = body, scroll.verticalScrollBar()
        scroll.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        verbs = QHBoxLayout()
        verbs.setSpacing(theme.S4)
        verbs.addWidget(self.accept_button)
        verbs.addWidget(self.return_button)
        verbs.addStretch(1)
        column.addLayout(verbs)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.S12, theme.S6, theme.S8, theme.S6)
        foot.addWidget(self.tick, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def sizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH + 60, 320)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("base"))
        painter.setPen(theme.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        top = self.tick.y() - theme.S6
        painter.drawLine(0, top, self.width(), top)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def least_width() -> int:
    """Return how narrow a column may get at the present size of text."""
    return max(LEAST_WIDTH, round(pen.width(pen.face(), "0") * 30))
