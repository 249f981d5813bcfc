"""The card of a piece of correspondence in a case's timeline. What it says comes in as plain values, translated.

The other parts of the timeline can be imported from here too; they stand in timeline_parts and timeline_fold.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.ui.kit import marks, pen, theme
from ticketdesk.ui.kit.buttons import LinkButton
from ticketdesk.ui.kit.file_chips import FileChips, FileLook
from ticketdesk.ui.kit.labels import Label, plain_tooltip
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.quoted import QuotedText
from ticketdesk.ui.kit.theme import Step
from ticketdesk.ui.kit.timeline_fold import LogFold
from ticketdesk.ui.kit.timeline_parts import CARD_LEFT, RAIL, DayHead, LogLine, LogLook, NewSince, paint_node, paint_rail

__all__ = [
    "CARD_LEFT", "RAIL", "DayHead", "EntryLook", "LogFold", "LogLine", "LogLook", "NewSince", "TimelineCard", "Voice", "paint_node",
    "paint_rail", "released",
]  # fmt: skip


class Voice(Enum):
    """Who speaks to whom; picks colour, tint and paper of an entry."""

    REQUESTER = "inc"
    """The requester's own words."""
    ANSWER = "accent"
    """To the requester."""
    COORDINATION = "coord"
    """Between handlers and coordination."""
    NOTE = "note"
    """For staff alone."""


@dataclass(frozen=True, slots=True)
class EntryLook:
    """One piece of correspondence. ``hidden``: the requester does not see it; then the edge is hatched and ``aside`` should say so."""

    voice: Voice
    icon: str
    title: str
    body: str
    who: str = ""
    time: str = ""
    aside: str = ""
    aside_icon: str = ""
    aside_token: str = ""
    hidden: bool = False
    footer: str = ""
    """A quiet line under the text, like a solution's heading or who released the entry."""
    files: tuple[FileLook, ...] = ()
    """What was sent with it; chosen ones are told by ``file_chosen``."""
    spoken: str = ""
    """The whole as a sentence for a screen reader; made of the parts when empty."""
    verb: str = ""
    """What may be done with it, as a quiet button under the text; ``key`` comes back with the wish."""
    key: object = None
    found: str = ""
    """Colour of the frame around an entry that a search has found."""


class TimelineCard(QWidget):
    """The card of an entry: head on tint, body as plain selectable text, the edge that says who reads it."""

    verb_requested = Signal(object)
    file_chosen = Signal(object)
    resized = Signal()
    """A quote in it was folded or unfolded."""

    def __init__(self, look: EntryLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = QuotedText(parent=self)
        self._body.resized.connect(self.resized)
        self._files = FileChips(parent=self)
        self._files.chosen.connect(self.file_chosen)
        self._footer = Label(step=Step.S, token="text2", wrap=True, selectable=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._body)
        self._column.addWidget(self._files)
        self._column.addWidget(self._footer)
        self._verb = LinkButton(token="accent", parent=self)
        self._verb.clicked.connect(lambda _checked=False: self.verb_requested.emit(self._look.key))
        self._column.addWidget(self._verb, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_look(look)

    def set_look(self, look: EntryLook) -> None:
        """Show something else."""
        self._look = look
        self._body.set_text(look.body, name=look.title, unfolded=bool(look.found))
        self._files.set_files(look.files)
        self._footer.setText(look.footer)
        self._footer.setVisible(bool(look.footer))
        self._verb.set_text(look.verb)
        self._verb.setVisible(bool(look.verb))
        self.setAccessibleName(look.spoken or ", ".join(one for one in (look.time, look.title, look.who, look.aside, look.body) if one))
        self._lay()

    def look(self) -> EntryLook:
        """Return what is shown."""
        return self._look

    def body(self) -> QuotedText:
        """Return the text with its quotes."""
        return self._body

    def verb(self) -> LinkButton:
        """Return the quiet button under the text."""
        return self._verb

    def head_height(self) -> float:
        """Return the height of the head: 26 at 10 points."""
        return round(face().height + theme.S8)

    def _paint_card(self, painter: QPainter, card: QRectF, head: QRectF) -> None:
        look = self._look
        note = look.voice is Voice.NOTE
        shape = QPainterPath()
        shape.addRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, theme.color("note_paper" if note else "base"))
        painter.save()
        painter.setClipPath(shape)
        if not note:
            painter.fillRect(head, theme.color(f"{look.voice.value}_tint"))
        wide = marks.BAR_HATCHED if look.hidden else marks.BAR_SOLID
        edge = QRectF(card.left(), card.top(), wide, card.height())
        marks.paint_audience_bar(painter, edge, theme.color(look.voice.value), hidden=look.hidden)
        painter.restore()
        painter.setPen(QPen(theme.color("note_line" if note else "line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        if look.found:
            painter.setPen(QPen(theme.color(look.found), 2))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_head(self, painter: QPainter, head: QRectF, middle: float) -> None:
        look = self._look
        token = look.voice.value
        x = pen.sign(painter, look.icon, x=head.left() + theme.S16 + theme.S2, middle=middle, token=token) + theme.S8
        right = head.right() - theme.S8
        aside_token = look.aside_token or (token if look.hidden else "text2")
        if look.aside:
            room = head.width() * 0.45
            right = pen.text_right(painter, face(Step.S), look.aside, right=right, middle=middle, room=room, token=aside_token)
        if look.aside_icon:
            right -= theme.ICON + theme.S6
            pen.sign(painter, look.aside_icon, x=right, middle=middle, token=aside_token)
        right -= theme.S8
        x = pen.text_left(painter, face(bold=True), look.title, x=x, middle=middle, room=right - x, token=token) + theme.S8
        room = right - x
        if room > theme.S24:
            pen.text_left(painter, face(Step.S), look.who, x=x, middle=middle, room=room, token="text2")
            cut = pen.elided(face(Step.S), look.who, room)[0] != look.who
            self.setToolTip(plain_tooltip(look.who) if cut else "")

    def _card(self) -> QRectF:
        return QRectF(CARD_LEFT, theme.S4, self.width() - CARD_LEFT - theme.S16, self.height() - theme.S8)

    def _lay(self) -> None:
        top = theme.S4 + self.head_height() + theme.S8 - (theme.S4 if self._look.voice is Voice.NOTE else 0)
        self._column.setContentsMargins(round(CARD_LEFT + theme.S16 + theme.S2), round(top), theme.S16 + theme.S12, theme.S4 + theme.S8)
        self._column.setSpacing(theme.S6)
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._lay()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        card = self._card()
        head = QRectF(card.left(), card.top(), card.width(), self.head_height())
        middle = head.center().y()
        paint_rail(painter, self.height(), time=look.time, middle=middle)
        paint_node(painter, middle, token=look.voice.value, filled=not look.hidden)
        self._paint_card(painter, card, head)
        self._paint_head(painter, head, middle)


def released(look: EntryLook, *, words: str) -> EntryLook:
    """Return the look of an entry that was released to the requester: solid edge, and who released it."""
    return replace(look, hidden=False, aside=words, aside_icon="eye-check", aside_token="ok")
