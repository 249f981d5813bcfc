"""Paints a row of a list in two lines: subject and date above, status, number, requester and owner below, each at its fixed place.

Works on RowLook values under ROLE_LOOK. Columns of a table are painted by column_delegate; what is common to both stands here.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ticketdesk.domain.states import Priority, PublicState, State
from ticketdesk.ui.kit import language, marks, pen, theme, words
from ticketdesk.ui.kit.kept import Kept
from ticketdesk.ui.kit.pen import Face, face
from ticketdesk.ui.kit.row_look import ROLE_LOOK, Presence, RowLook, row_face
from ticketdesk.ui.kit.row_pictures import RowPictures, has_focus
from ticketdesk.ui.kit.text import DUE_ICON, DUE_TOKEN, PROMISE_ICON, DueTone
from ticketdesk.ui.kit.theme import Step

Index = QModelIndex | QPersistentModelIndex

LEFT, RIGHT = 24.0, 10.0
BAR = 3.0
DOT_X = 12.0
OWNER_MOST = 110.0
NARROW_NO_CLIP, NARROW_NO_OWNER = 480, 440
LEAST_SUBJECT = 0.4
"""The share of a row's first line that a long subject keeps beside date and priority."""
_SELECTED, _ACTIVE = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_Active.value
_POINTED, _CURRENT = QStyle.StateFlag.State_MouseOver.value, QStyle.StateFlag.State_HasFocus.value


@dataclass(frozen=True, slots=True)
class Measures:
    """Places that follow from fonts and language, the same for all rows."""

    subject: Face
    subject_bold: Face
    small: Face
    small_bold: Face
    small_italic: Face
    digits: Face
    height: int
    first: float
    second: float
    status: float
    number: float
    scale: float


_MEASURES: Kept[str, Measures] = Kept()
"""By language."""


def measures() -> Measures:
    """Return the places of the present fonts and language."""
    return _MEASURES.find(language.current()) or _MEASURES.keep(language.current(), _measure())


def _measure() -> Measures:
    subject, small = face(Step.M), face(Step.S)
    scale = subject.height / 17.6875
    height = round(subject.height + small.height + theme.S16 + theme.S2)
    longest = max(pen.width(small, words.state(one)) for one in (*State, *PublicState))
    digits = face(Step.S, tabular=True)
    return Measures(
        subject=subject, subject_bold=face(Step.M, bold=True), small=small, small_bold=face(Step.S, bold=True),
        small_italic=face(Step.S, italic=True), digits=digits, height=height,
        first=round(theme.S8 + subject.height / 2), second=round(height - theme.S6 - theme.S2 - small.height / 2),
        status=max(round(112 * scale), theme.ICON + theme.S4 + round(longest) + theme.S6),
        number=max(round(56 * scale), round(pen.width(digits, "000000")) + theme.S12), scale=scale,
    )  # fmt: skip


def paint_row_ground(painter: QPainter, option: QStyleOptionViewItem, look: RowLook, *, first_column: bool, whole: bool) -> bool:
    """Paint ground, bar at the left and the line below; tell whether the row is selected.

    ``whole``: the cell is the whole row, so the current row's frame is painted around it.
    """
    # As a number: Qt's flags are Python enumerations, and each question to them would cost as much as a line painted.
    state = option.state.value
    selected = bool(state & _SELECTED)
    focused = bool(state & _ACTIVE) and has_focus(option)
    rect = option.rect
    if selected:
        ground = "sel" if focused else "sel_off"
    elif look.leaving:
        ground = "alt"
    else:
        ground = "hover" if state & _POINTED else "base"
    painter.fillRect(rect, theme.ink(ground))
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.ink("line"))
    if selected and first_column:
        painter.fillRect(QRectF(rect.x(), rect.y(), BAR, rect.height()), theme.color("accent" if focused else "line_strong"))
    current = bool(state & _CURRENT)
    if whole and current and focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QPen(theme.color("accent"), 2)
        frame.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(frame)
        painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
    if theme.high_contrast() and selected and not whole:
        painter.fillRect(rect.x(), rect.y(), rect.width(), 2, theme.color("accent"))
    return selected


def quiet(look: RowLook, *, selected: bool, token: str = "text2") -> str:
    """Return the colour of a row's word: faint in a leaving row, but not on the selection's ground."""
    if not look.leaving:
        return token
    return "text2" if selected else "text3"


class RowDelegate(QStyledItemDelegate):
    """Paints RowLook values in two lines; the height is fixed and follows the fonts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pictures = RowPictures()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, measures().height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = index.data(ROLE_LOOK)
        if isinstance(look, RowLook):
            self.pictures.lay(painter, option, row_face(look), lambda onto, own: paint_row(onto, own, look))


def paint_row(painter: QPainter, option: QStyleOptionViewItem, look: RowLook) -> None:
    """Paint a whole row in two lines into the option's rectangle."""
    selected = paint_row_ground(painter, option, look, first_column=True, whole=True)
    places = measures()
    box = QRectF(option.rect)
    _paint_first_line(painter, box, look, places, selected)
    _paint_second_line(painter, box, look, places, selected)


def _paint_first_line(painter: QPainter, box: QRectF, look: RowLook, places: Measures, selected: bool) -> None:
    middle = box.top() + places.first
    if look.unread:
        marks.paint_unread_dot(painter, QPointF(box.left() + DOT_X, middle))
    x, right = box.left() + LEFT, box.right() - RIGHT
    style = places.subject_bold if look.unread and not look.leaving else places.subject
    due, priority = first_line_words(look, right - x, style)
    if due:
        right = paint_due(painter, look, right=right, middle=middle, selected=selected, said=due) - theme.S12
    if look.priority >= Priority.HIGH and not look.leaving:
        side = float(theme.ICON)
        marks.paint_priority(painter, QRectF(round(x), round(middle - side / 2), side, side), look.priority)
        x += side + theme.S2
        if priority:
            token = marks.priority_token(look.priority)
            x = pen.text_left(painter, face(Step.M, bold=True), priority, x=x, middle=middle, room=right - x, token=token)
        x += theme.S8
    token = quiet(look, selected=selected, token="text")
    pen.text_left(painter, style, look.subject, x=x, middle=middle, room=right - x, token=token)


def first_line_words(look: RowLook, room: float, style: Face) -> tuple[str, str]:
    """Return what is due and the priority as words, shorter where the subject would have no room: which promise it is goes first, then the
    priority's word; its sign stays.
    """
    urgent = look.priority >= Priority.HIGH and not look.leaving
    priority = look.priority_word if urgent else ""
    bold = look.due_tone is DueTone.OVERDUE
    wanted = min(pen.width(style, look.subject), room * LEAST_SUBJECT)

    def left(due: str, word: str) -> float:
        dated = pen.width(face(Step.S, bold=bold), due) + (theme.ICON + theme.S6 if due_icon(look) else 0) + theme.S12 if due else 0
        sign = theme.ICON + theme.S2 + theme.S8 if urgent else 0
        return room - dated - sign - (pen.width(face(Step.M, bold=True), word) if word else 0)

    for due, word in ((look.due_text, priority), (look.due_short or look.due_text, priority)):
        if left(due, word) >= wanted:
            return due, word
    return look.due_short or look.due_text, ""


def due_icon(look: RowLook) -> str:
    """Return the sign beside what is due, "" for none."""
    return (PROMISE_ICON if look.due_promise else DUE_ICON).get(look.due_tone, "")


def paint_due(painter: QPainter, look: RowLook, *, right: float, middle: float, selected: bool, said: str) -> float:
    """Paint the date with its icon, ending at ``right``; return where it begins."""
    tone = look.due_tone
    token = quiet(look, selected=selected, token=DUE_TOKEN[tone])
    style = face(Step.S, bold=tone is DueTone.OVERDUE)
    left = pen.text_right(painter, style, said, right=right, middle=middle, room=220, token=token)
    icon = due_icon(look)
    if icon:
        left -= theme.ICON + theme.S6
        pen.sign(painter, icon, x=left, middle=middle, token=token)
    return left


def _paint_second_line(painter: QPainter, box: QRectF, look: RowLook, places: Measures, selected: bool) -> None:
    middle = box.top() + places.second
    x, right = box.left() + LEFT, box.right() - RIGHT
    side = float(theme.ICON)
    token = quiet(look, selected=selected, token=marks.status_token(look.status))
    marks.paint_status(painter, QRectF(round(x) - 1, round(middle - side / 2), side, side), look.status, token=token)
    pen.text_left(
        painter, places.small, look.status_word, x=x + side + theme.S4, middle=middle, room=places.status - side - theme.S4, token=token
    )
    x += places.status
    quiet_token = quiet(look, selected=selected)
    end = pen.text_left(painter, places.digits, look.number, x=x, middle=middle, room=right - x, token=quiet_token)
    x = max(x + places.number, end + theme.S12)
    right = _paint_right_of_second(painter, look, left=x, right=right, middle=middle, selected=selected, wide=box.width())
    style, words_shown = (places.small_italic, look.leaving) if look.leaving else (places.small, look.requester)
    if right - x > 3 * theme.S12:
        pen.text_left(painter, style, words_shown, x=x, middle=middle, room=right - theme.S12 - x, token=quiet_token)


def _paint_right_of_second(
    painter: QPainter, look: RowLook, *, left: float, right: float, middle: float, selected: bool, wide: float
) -> float:
    """Paint owner and signs from the right; return where they begin. The owner is cut before anything reaches ``left``."""
    places = measures()
    token = quiet(look, selected=selected)
    signs = [] if look.leaving else row_signs(look, with_clip=not (look.parts_text and wide < NARROW_NO_CLIP * places.scale))
    narrow = wide < NARROW_NO_OWNER * places.scale
    room = min(OWNER_MOST * places.scale, right - left - len(signs) * (theme.ICON + theme.S4) - theme.S8)
    if look.owner and not (narrow and look.parts_text) and room > 2 * theme.S12:
        right = pen.text_right(painter, places.small, look.owner, right=right, middle=middle, room=room, token=token) - theme.S8
    if look.leaving:
        return right
    for name, sign_token in reversed(signs):
        right -= theme.ICON
        pen.sign(painter, name, x=right, middle=middle, token=sign_token)
        right -= theme.S4
    if look.parts_text:
        bold = look.parts_all > 0 and look.parts_done >= look.parts_all
        style = places.small_bold if bold else places.small
        right = pen.text_right(painter, style, look.parts_text, right=right, middle=middle, room=120, token="coord") - theme.S4
        right -= theme.ICON
        pen.sign(painter, "subtask", x=right, middle=middle, token="coord")
    return right


def row_signs(look: RowLook, *, with_clip: bool = True) -> list[tuple[str, str]]:
    """Return icon and colour of the signs of a row in their fixed order."""
    result: list[tuple[str, str]] = []
    if look.hidden:
        result.append(("eye-off", "note"))
    if look.attachments and with_clip:
        result.append(("paperclip", "text2"))
    if look.presence is not None:
        result.append((look.presence.value, "warn" if look.presence is Presence.WRITING else "text2"))
    return result
