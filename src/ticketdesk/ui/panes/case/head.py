"""The head of a case: number, kind and age; subject, changed in place; chips for what holds at present; the way it has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QVBoxLayout, QWidget

from ticketdesk.domain.entry import LIMIT_SUBJECT
from ticketdesk.domain.limits import why_not
from ticketdesk.domain.states import Priority, State
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit import promise_words, sentences, text, theme, words
from ticketdesk.ui.kit.chips import Chip, ChipButton, ChipLook
from ticketdesk.ui.kit.labels import ElidedLabel, Label
from ticketdesk.ui.kit.minute import Minute
from ticketdesk.ui.kit.path_strip import PathStep, PathStrip
from ticketdesk.ui.kit.text import Due, DueTone
from ticketdesk.ui.panes.case.story import Stage

_DAYS_FROM = 48 * 60
"""Minutes from which a stage's length is told in days."""
_PRIORITY_TINT = {Priority.URGENT: "bad_tint", Priority.HIGH: "warn_tint"}
_PROMISE_TINT = {DueTone.OVERDUE: "bad_tint", DueTone.TODAY: "warn_tint"}
_PRIORITY_TOKEN = {Priority.URGENT: "bad", Priority.HIGH: "warn"}


class _Title(ElidedLabel):
    """The subject; a double click wants to change it."""

    opened = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()


class _SubjectEdit(QLineEdit):
    """The subject while it is changed in place; Escape gives up."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)


def path_steps(stages: Sequence[Stage], now: datetime) -> list[PathStep]:
    """Return the strip's segments: each stage with its word and how long it lasted by the clock."""
    steps = []
    for stage in stages:
        minutes = stage.minutes(now)
        word = words.state(stage.state)
        length = text.duration(minutes) if minutes < _DAYS_FROM else text.span(timedelta(minutes=minutes))
        finished = stage.until is None and stage.state in (State.ANSWERED, State.CLOSED, State.WITHDRAWN, State.REJECTED)
        tip = f"{word}: {text.date_time(stage.since)} – {text.date_time(stage.until) if stage.until else '…'}"
        steps.append(PathStep(stage.state, word, "" if finished else length, weight=0 if finished else max(1, minutes), tip=tip))
    return steps


class CaseHead(QWidget):
    """Shows one case; ``subject_changed`` (text) when somebody changed the subject in place."""

    subject_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticket: Ticket | None = None
        self._stages: tuple[Stage, ...] = ()
        self._may_change = False
        self._roomy = True
        self._status_menu: QMenu | None = None
        self._priority_menu: QMenu | None = None
        self._line = Label(token="text2", step=theme.Step.S, selectable=True)
        # How long it is open is told by the minute; nothing else here moves by itself.
        self._minute = Minute(self)
        self._minute.passed.connect(self._tick)
        self._title = _Title(step=theme.Step.XL, bold=True)
        self._title.opened.connect(self.edit_subject)
        self._edit = _SubjectEdit()
        self._edit.setMaxLength(LIMIT_SUBJECT)
        self._edit.setFont(theme.font(theme.Step.L, bold=True))
        self._edit.returnPressed.connect(self._commit)
        self._edit.given_up.connect(self._give_up)
        self._error = Label(token="bad", step=theme.Step.S)
        self._error.hide()
        self._subject = QStackedLayout()
        self._subject.addWidget(self._title)
        self._subject.addWidget(self._edit)
        self.status = ChipButton(ChipLook(""))
        self.priority = ChipButton(ChipLook(""))
        self._promise, self._wish, self._target, self._mode = (Chip(ChipLook("")) for _ in range(4))
        self.left_of: Callable[[Ticket], Due] | None = None
        """Says what is left of the promise that the row holds."""
        self.path = PathStrip()
        self._lay()

    def _lay(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(theme.S6)
        for chip in (self.status, self.priority, self._promise, self._wish, self._target, self._mode):
            chips.addWidget(chip)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PANE_MARGIN, theme.S12, theme.PANE_MARGIN, theme.S4)
        column.setSpacing(theme.S6)
        column.addWidget(self._line)
        column.addLayout(self._subject)
        column.addWidget(self._error)
        column.addLayout(chips)
        column.addSpacing(theme.S2)
        column.addWidget(self.path)

    def set_menus(self, status: QMenu, priority: QMenu) -> None:
        """Let the two chip buttons open these menus for who may change something."""
        self._status_menu, self._priority_menu = status, priority

    def set_case(self, ticket: Ticket, *, stages: Sequence[Stage], may_change: bool, may_act: bool) -> None:
        """Show a case as it is now; a subject being changed is left alone."""
        if self._ticket is None or self._ticket.key != ticket.key:
            self._give_up()
        self._ticket = ticket
        self._stages = tuple(stages)
        self._may_change = may_change
        self.status.set_menu(self._status_menu if may_act else None)
        self.priority.set_menu(self._priority_menu if may_change else None)
        self._show()

    def set_roomy(self, *, roomy: bool) -> None:
        """Show dates and the way only where there is room; else they stand among the facts."""
        if roomy != self._roomy:
            self._roomy = roomy
            self._show()

    def path_steps(self) -> list[PathStep]:
        """Return the segments of the way, for the facts when the head is narrow."""
        return path_steps(self._stages, text.now())

    @Slot()
    def edit_subject(self) -> None:
        """Change the subject in place, if this person may."""
        if self._ticket is None or not self._may_change or self.is_editing():
            return
        self._edit.setText(self._ticket.subject)
        self._subject.setCurrentWidget(self._edit)
        self._edit.selectAll()
        self._edit.setFocus()

    def is_editing(self) -> bool:
        """Whether the subject is being changed."""
        return self._subject.currentWidget() is self._edit

    def _show(self) -> None:
        ticket = self._ticket
        if ticket is None:
            return
        self._line.setText(self._first_line(ticket))
        self._title.setText(ticket.subject or self.tr("(no subject)"))
        state = words.state(ticket.state)
        if ticket.waiting_until is not None:
            state = self.tr("{state} until {at}").format(state=state, at=_moment(ticket.waiting_until))
        elif ticket.waiting_reason is not None:
            state = f"{state} {words.reason(ticket.waiting_reason)}"
        spoken = self.tr("Status: {state}").format(state=state)
        self.status.set_look(ChipLook(state, status=ticket.state, token="text", bold=True, spoken=spoken))
        priority = words.priority(ticket.priority)
        self.priority.set_look(
            ChipLook(
                priority, priority=ticket.priority, bold=ticket.priority in _PRIORITY_TINT,
                token=_PRIORITY_TOKEN.get(ticket.priority, "text2"), tint=_PRIORITY_TINT.get(ticket.priority, ""),
                spoken=self.tr("Priority: {priority}").format(priority=priority),
            )
        )  # fmt: skip
        self._show_dates(ticket)
        self.path.set_steps(self.path_steps() if self._roomy and not ticket.own and len(self._stages) > 1 else [])

    @Slot()
    def _show_promise(self) -> None:
        """The next promise, always where it presses: which it is and what is left of it."""
        ticket, due, measure = self._ticket, None, None
        if ticket is not None and self.left_of is not None and not ticket.own and ticket.is_open:
            due, measure = ticket.promise_due_at, ticket.promise_measure
        left = self.left_of(ticket) if ticket is not None and self.left_of is not None and due is not None else None
        pressing = left is not None and left.tone in _PROMISE_TINT
        self._promise.setVisible(left is not None and measure is not None and (self._roomy or pressing))
        if ticket is None or left is None or measure is None or due is None:
            return
        word = promise_words.measure_word(measure, internal=ticket.promise_internal)
        source = self.tr("Target {measure}, due {date}") if ticket.promise_internal else self.tr("Service commitment {measure}, due {date}")
        said = source.format(measure=word, date=text.date_time(due))
        self._promise.set_look(
            ChipLook(
                f"{promise_words.short_measure(measure, internal=ticket.promise_internal)} {left.text}",
                icon=text.PROMISE_ICON.get(left.tone, ""), token=text.DUE_TOKEN[left.tone], tint=_PROMISE_TINT.get(left.tone, ""),
                tip=said, spoken=f"{said}, {left.text}",
            )
        )  # fmt: skip

    def _show_dates(self, ticket: Ticket) -> None:
        self._show_promise()
        wish, target = ticket.wished_at, ticket.target_at
        self._wish.setVisible(wish is not None and (self._roomy or ticket.own))
        if wish is not None:
            late = ticket.is_open and wish < text.now()
            self._wish.set_look(
                ChipLook(
                    self.tr("Wish {date}").format(date=_moment(wish)), icon="clock-exclamation" if late else "calendar",
                    token="bad" if late else "text2", tip=self.tr("When the requester would like it done"),
                )
            )  # fmt: skip
        self._target.setVisible(target is not None and self._roomy)
        if target is not None:
            late = ticket.is_open and target < text.now()
            self._target.set_look(
                ChipLook(
                    self.tr("Target {date}").format(date=_moment(target)), icon="flag", token="bad" if late else "note",
                    hidden=True, tip=self.tr("The coordinator's date; the requester does not see it"),
                    spoken=self.tr("Target {date}, hidden from the requester").format(date=_moment(target)),
                )
            )  # fmt: skip
        # Of a part the requester sees nothing, whatever the mode of its case: to say «transparent» here would be untrue.
        self._mode.setVisible(not ticket.own and (ticket.hidden or not ticket.is_part))
        if ticket.hidden:
            tip = self.tr("The requester sees only the answers to him")
            self._mode.set_look(
                ChipLook(self.tr("Hidden clarification"), icon="eye-off", token="note", tint="note_paper", hidden=True, tip=tip)
            )
        else:
            self._mode.set_look(ChipLook(self.tr("Transparent"), icon="eye", tip=self.tr("The requester sees clarification and answers")))

    def _first_line(self, ticket: Ticket) -> str:
        parts = [ticket.number, words.kind(ticket.kind)]
        if ticket.own:
            parts.append(self.tr("reported {when}").format(when=text.date_time(ticket.recorded_at)))
        elif ticket.is_open:
            parts.append(self.tr("open for {span}").format(span=text.span(text.now() - ticket.recorded_at)))
        else:
            parts.append(self.tr("recorded {when}").format(when=text.date_time(ticket.recorded_at)))
        if ticket.promised_at is not None:
            late = ticket.promised_at < text.now()
            source = self.tr("promised message overdue since {at}") if late else self.tr("message promised by {at}")
            parts.append(source.format(at=_moment(ticket.promised_at)))
        return " · ".join(parts)

    @Slot()
    def _tick(self) -> None:
        if self._ticket is not None and self.isVisible() and (told := self._first_line(self._ticket)) != self._line.text():
            self._line.setText(told)
        if self.isVisible():
            self._show_promise()

    @Slot()
    def _commit(self) -> None:
        subject = self._edit.text().strip()
        why = why_not(subject, limit=LIMIT_SUBJECT, required=True, one_line=True)
        if why:
            self._error.setText(sentences.sentence("TD422", why=why))
            self._error.show()
            return
        changed = self._ticket is not None and subject != self._ticket.subject
        self._give_up()
        if changed:
            self.subject_changed.emit(subject)

    @Slot()
    def _give_up(self) -> None:
        self._error.hide()
        self._subject.setCurrentWidget(self._title)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        if event.type() == QEvent.Type.FontChange:
            self._edit.setFont(theme.font(theme.Step.L, bold=True))
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.color("base"))


def _moment(at: datetime) -> str:
    """Return a date with its time when it is near, as chips have little room."""
    return f"{text.short_day(at)} {text.time(at)}"
