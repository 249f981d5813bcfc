"""Beside the timeline: who reported, who is responsible, which dates hold; for the requester what he told and wished.

Shows, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.people import Me
from ticketdesk.domain.states import Way
from ticketdesk.domain.ticket import Ticket, number
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import icons, pen, promise_words, text, theme, words
from ticketdesk.ui.kit.buttons import LinkButton
from ticketdesk.ui.kit.labels import Label, plain_tooltip
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.panes.case import sentences

LONGEST_WORD = 16
"""Letters that surely fit beside a label; a longer word would widen the pane beyond its room."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is, its value, the colour, and an icon behind it that says something more."""

    label: str
    value: str
    token: str = "text"
    icon: str = ""
    icon_token: str = "text2"
    icon_name: str = ""


class _Initials(QWidget):
    """A small square with the letters of a name; no photograph."""

    def __init__(self) -> None:
        super().__init__()
        self._letters = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Show the first letters of the first and the last word."""
        parts = [part for part in name.split() if part[:1].isalpha() and not part.endswith(".")]
        self._letters = "".join(part[0].upper() for part in (parts[:1] + parts[1:][-1:]))
        self.update()

    def sizeHint(self) -> QSize:
        side = round(pen.face().height) + theme.S8
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(self.rect(), theme.RADIUS_CONTROL, theme.RADIUS_CONTROL)
        painter.setFont(theme.font(theme.Step.XS, bold=True))
        painter.setPen(theme.color("text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)


class _Rule(QWidget):
    """A line between sections."""

    def sizeHint(self) -> QSize:
        return QSize(10, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("line"))


class Section(QWidget):
    """A bold head and lines of label and value."""

    def __init__(self, *, rule: bool = True) -> None:
        super().__init__()
        self._head = Label(bold=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.S12)
        self._grid.setVerticalSpacing(theme.S6)
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[Fact, ...] = ()
        self._label_width = 0
        self.extra = QVBoxLayout()
        self.extra.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S6)
        if rule:
            column.addSpacing(theme.S4)
            column.addWidget(_Rule())
            column.addSpacing(theme.S4)
        column.addWidget(self._head)
        column.addLayout(self.extra)
        column.addLayout(self._grid)

    def set_head(self, head: str) -> None:
        """Set the section's title."""
        self._head.setText(head)

    def forget(self) -> None:
        """Build the lines anew at the next occasion."""
        self._label_width = -1

    def set_facts(self, facts: Iterable[Fact], *, label_width: int = 0) -> None:
        """Show these lines; those without a value are left out. A selection survives when nothing changed."""
        wanted = tuple(fact for fact in facts if fact.value)
        if wanted == self._shown and label_width == self._label_width:
            return
        self._label_width = label_width
        self._shown = wanted
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, fact in enumerate(wanted):
            label = Label(fact.label, token="text2", step=theme.Step.S)
            label.setMinimumWidth(self._label_width)
            value = LongWord(fact) if max(map(len, fact.value.split())) > LONGEST_WORD else _words(fact)
            value.setAccessibleName(f"{fact.label}: {fact.value} {fact.icon_name}".strip())
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
            if fact.icon:
                sign = Label()
                sign.setPixmap(icons.icon(fact.icon, fact.icon_token).pixmap(theme.ICON, theme.ICON))
                sign.setToolTip(fact.icon_name)
                sign.setAccessibleName(fact.icon_name)
                self._grid.addWidget(sign, row, 2, Qt.AlignmentFlag.AlignTop)


def _words(fact: Fact) -> QWidget:
    value = Label(fact.value, token=fact.token, step=theme.Step.S, wrap=True, selectable=True)
    value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    value.setSizePolicy(policy)
    return value


class LongWord(QLineEdit):
    """A word that no label can wrap, such as an address: cut with an ellipsis, whole as a tooltip; clicked, it can be selected."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact.value)
        self._token = fact.token
        self.setReadOnly(True)
        self.setFrame(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.take_size()
        self.setToolTip(plain_tooltip(fact.value))
        self.setCursorPosition(0)
        self.setTextMargins(-2, 0, 0, 0)
        self.setMinimumWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, theme.color("window"))
        colours.setColor(QPalette.ColorRole.Text, theme.color(fact.token))
        self.setPalette(colours)

    def take_size(self) -> None:
        """Take the size that holds now (kit.theme)."""
        self.setFont(theme.font(theme.Step.S))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(face(theme.Step.S).height) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def shown(self) -> str:
        """Return what there is room for."""
        return pen.elided(face(theme.Step.S), self.text(), self.width())[0]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            super().paintEvent(event)
            return
        one, middle = face(theme.Step.S), self.height() / 2
        pen.text_left(QPainter(self), one, self.text(), x=0, middle=middle, room=self.width(), token=self._token)


class FactsPane(QScrollArea):
    """The facts of one case; ``set_case`` follows every change. ``opened`` (TicketKey): the case of the part shown is wanted."""

    opened = Signal(object)

    def __init__(self, me: Me, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me = me
        self._directory = directory
        self._ticket: Ticket | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._requester, self._charge, self._dates = Section(rule=False), Section(), Section()
        self._parts = Section()
        self._case = LinkButton("", "external-link")
        self._case.clicked.connect(self._open_case)
        self._parts.extra.addWidget(self._case, 0, Qt.AlignmentFlag.AlignLeft)
        self._initials = _Initials()
        self._name = Label(bold=True, wrap=True, selectable=True)
        self._company = Label(token="text2", step=theme.Step.S, wrap=True, selectable=True)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self._name)
        who.addWidget(self._company)
        row = QHBoxLayout()
        row.setSpacing(theme.S8)
        row.addWidget(self._initials, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(who, 1)
        self._requester.extra.addLayout(row)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(theme.PANE_MARGIN, theme.S12, theme.PANE_MARGIN, theme.S12)
        self.column.setSpacing(theme.S8)
        for section in (self._requester, self._parts, self._charge, self._dates):
            self.column.addWidget(section)
        self.column.addStretch(1)
        self.setWidget(body)

    def set_directory(self, directory: Directory) -> None:
        """Take the people as they are now called."""
        self._directory = directory
        self.set_case(self._ticket)

    def set_case(self, ticket: Ticket | None) -> None:
        """Show the facts of a case."""
        self._ticket = ticket
        self.setAccessibleName(self.tr("Facts"))
        if ticket is None:
            return
        self._requester.set_head(self.tr("Your details on that day") if ticket.own else self.tr("Requester"))
        self._charge.set_head(self.tr("Case") if ticket.own else self.tr("Responsible"))
        self._dates.set_head(self.tr("Dates"))
        self._initials.set_name(ticket.requester_name)
        self._name.setText(ticket.requester_name or self.tr("Unknown"))
        self._company.setText(", ".join(part for part in (ticket.requester_company, ticket.requester_department) if part))
        self._company.setVisible(bool(self._company.text()))
        self._requester.setVisible(not ticket.is_part)
        self._parts.set_head(self.tr("Part of a case") if ticket.is_part else self.tr("Parts"))
        self._parts.setVisible(ticket.is_part or ticket.parts_total > 0)
        self._case.setVisible(ticket.is_part)
        self._case.set_text(self.tr("Open the case"))
        shown = {
            self._parts: self._part_facts(ticket),
            self._requester: self._requester_facts(ticket),
            self._charge: self._own_facts(ticket) if ticket.own else self._charge_facts(ticket),
            self._dates: self._date_facts(ticket),
        }
        # One width for all sections, so that the values stand in one column.
        small = pen.face(theme.Step.S)
        width = max(pen.width(small, fact.label) for facts in shown.values() for fact in facts if fact.value)
        for section, facts in shown.items():
            section.set_facts(facts, label_width=round(width) + 2)

    @Slot()
    def _open_case(self) -> None:
        if self._ticket is not None and self._ticket.parent_id is not None:
            self.opened.emit(TicketKey(self._ticket.parent_id))

    def _requester_facts(self, ticket: Ticket) -> list[Fact]:
        recorder = self._directory.name(ticket.recorded_by) if ticket.recorded_by != ticket.requester_id else ""
        channel = words.channel(sentences.channel_of(ticket.channel)) if ticket.channel else ""
        return [
            Fact(self.tr("Phone"), ticket.requester_phone),
            Fact(self.tr("E-mail"), ticket.requester_email),
            Fact(self.tr("Recorded by"), ", ".join(part for part in (recorder, channel) if part)),
        ]

    def _part_facts(self, ticket: Ticket) -> list[Fact]:
        if ticket.own:
            return []
        needed = self.tr("needed for the answer") if ticket.blocking else self.tr("for information only")
        counted = self.tr("{back} of {all} back").format(back=ticket.parts_back, all=ticket.parts_expected)
        return [
            Fact(self.tr("Case"), number(ticket.root_id) if ticket.root_id is not None else ""),
            Fact(self.tr("Asked by"), self._directory.name(ticket.commissioned_by)),
            Fact(self.tr("Asked of"), ticket.contact_label),
            Fact(self.tr("Purpose"), needed if ticket.is_part else ""),
            Fact(self.tr("State"), counted if ticket.parts_expected else "", "coord"),
        ]

    def _charge_facts(self, ticket: Ticket) -> list[Fact]:
        return [
            Fact(self.tr("Coordination"), "" if ticket.is_part else self._directory.name(ticket.coordinator_id)),
            Fact(self.tr("Handling"), self._directory.name(ticket.handler_id)),
            Fact(self.tr("Group"), self._directory.group_name(ticket.group_id)),
            *self._own_facts(ticket),
            Fact(self.tr("Way"), self.tr("handed over directly") if ticket.way is Way.DIRECT else ""),
            Fact(self.tr("Opened again"), self.tr("%n time(s)", "", ticket.reopened) if ticket.reopened else ""),
            Fact(self.tr("Other number"), ticket.external_ref),
        ]

    def _own_facts(self, ticket: Ticket) -> list[Fact]:
        return [
            Fact(self.tr("Category"), self._directory.category_path(ticket.category_id)),
            Fact(self.tr("Priority"), words.priority(ticket.priority)),
            Fact(self.tr("Document"), ticket.document_ref),
        ]

    def _promise_fact(self, ticket: Ticket, now: datetime) -> Fact:
        measure, due = ticket.promise_measure, ticket.promise_due_at
        if measure is None or due is None or not ticket.is_open:
            return Fact(self.tr("Commitment"), "")
        when = self.tr("stopped") if ticket.promise_stopped_at is not None else text.date_time(due)
        said = f"{promise_words.short_measure(measure, internal=ticket.promise_internal)}: {when}"
        return Fact(self.tr("Commitment"), said, "bad" if ticket.pressing_at is not None and due < now else "text")

    def _date_facts(self, ticket: Ticket) -> list[Fact]:
        now = text.now()
        wish_late = ticket.is_open and ticket.wished_at is not None and ticket.wished_at < now
        target_late = ticket.is_open and ticket.target_at is not None and ticket.target_at < now
        hidden = self.tr("the requester does not see this date")
        return [
            Fact(self.tr("Wish"), text.date_time(ticket.wished_at) if ticket.wished_at else "", "bad" if wish_late else "text"),
            Fact(
                self.tr("Target date"), text.date_time(ticket.target_at) if ticket.target_at else "", "bad" if target_late else "text",
                "eye-off", "note", hidden,
            ),
            self._promise_fact(ticket, now),
            Fact(self.tr("Waits"), words.reason(ticket.waiting_reason) if ticket.waiting_reason else ""),
            Fact(
                self.tr("Resubmission"), text.date_time(ticket.waiting_until) if ticket.waiting_until else "",
                "bad" if ticket.waiting_until is not None and ticket.waiting_until < now else "text",
            ),
            Fact(
                self.tr("Promised"), text.date_time(ticket.promised_at) if ticket.promised_at else "",
                "bad" if ticket.promised_at is not None and ticket.promised_at < now else "text",
            ),
            Fact(self.tr("Reported"), text.date_time(ticket.recorded_at)),
            Fact(self.tr("Answered"), text.date_time(ticket.answered_at) if ticket.answered_at else ""),
            Fact(self.tr("Closed"), text.date_time(ticket.closed_at) if ticket.closed_at else ""),
            Fact(self.tr("Closes"), text.date_time(ticket.closes_at) if ticket.closes_at else ""),
            Fact(self.tr("Reopen until"), text.date_time(ticket.reopen_until) if ticket.reopen_until else ""),
            Fact(self.tr("Last step"), text.date_time(ticket.updated_at)),
        ]  # fmt: skip

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.set_case(self._ticket)
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            # Signs were drawn in a colour and widths measured in a size that hold no longer.
            for section in (self._requester, self._parts, self._charge, self._dates):
                section.forget()
            self.set_case(self._ticket)
        super().changeEvent(event)
