"""Paints one column of a row in compact lines: the same values, words and signs as the two-line row, each under its head."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ticketdesk.domain.states import Priority
from ticketdesk.ui.kit import marks, pen, theme
from ticketdesk.ui.kit.pen import face
from ticketdesk.ui.kit.row_delegate import Index, due_icon, measures, paint_row_ground, quiet, row_signs
from ticketdesk.ui.kit.row_look import ROLE_LOOK, RowLook, row_sentence
from ticketdesk.ui.kit.text import DUE_TOKEN, PROMISE_ICON, DueTone
from ticketdesk.ui.kit.theme import Step

PAD = 8.0
METER = 46.0
PART_BOX = 8.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``title`` is an English source of ``context``, ``width`` is for 10 points, ``sort`` allows clicks on it."""

    key: str
    title: object
    width: int
    context: str = "Columns"
    shown: bool = True
    sort: bool = True
    stretch: bool = False

    def name(self) -> str:
        """Return the title in the present language."""
        return QCoreApplication.translate(self.context, str(self.title)) if self.title else ""


STANDARD_COLUMNS: tuple[Column, ...] = (
    Column("unread", QT_TRANSLATE_NOOP("Columns", "Unread"), 24, sort=False),
    Column("priority", QT_TRANSLATE_NOOP("Columns", "Priority"), 104),
    Column("status", QT_TRANSLATE_NOOP("Columns", "Status"), 132),
    Column("number", QT_TRANSLATE_NOOP("Columns", "Number"), 76),
    Column("subject", QT_TRANSLATE_NOOP("Columns", "Subject"), 340, stretch=True),
    Column("requester", QT_TRANSLATE_NOOP("Columns", "Requester"), 190),
    Column("owner", QT_TRANSLATE_NOOP("Columns", "Responsible"), 120),
    Column("parts", QT_TRANSLATE_NOOP("Columns", "Parts"), 112, shown=False, sort=False),
    Column("due", QT_TRANSLATE_NOOP("Columns", "Due"), 130),
    Column("commitment", QT_TRANSLATE_NOOP("Columns", "Service commitment"), 264, shown=False),
)

Cell = Callable[[QPainter, QRectF, RowLook, bool], None]


class ColumnDelegate(QStyledItemDelegate):
    """Paints the cells of a table by the key of their column; unknown keys show RowLook.more."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self._columns = columns
        self.pointed_row = -1
        """The row under the pointer: all of it is lit, not the one cell that Qt tells of."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, compact_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = index.data(ROLE_LOOK)
        if not isinstance(look, RowLook):
            return
        key = self._columns[index.column()].key
        if index.row() == self.pointed_row:
            option.state |= QStyle.StateFlag.State_MouseOver
        selected = paint_row_ground(painter, option, look, first_column=key == "unread", whole=False)
        box = QRectF(option.rect)
        cell = _CELLS.get(key)
        if cell is not None:
            cell(painter, box, look, selected)
        else:
            _plain(painter, box, look.more.get(key, ""), quiet(look, selected=selected, token="text"))


def compact_height() -> int:
    """Return the height of a compact row: 28 at 10 points."""
    return round(measures().subject.height + 10)


def _middle(box: QRectF) -> float:
    return box.top() + (box.height() - 1) / 2


def _plain(painter: QPainter, box: QRectF, text: str, token: str) -> None:
    pen.text_left(painter, face(Step.S), text, x=box.left() + PAD, middle=_middle(box), room=box.width() - 2 * PAD, token=token)


def _unread(painter: QPainter, box: QRectF, look: RowLook, selected: bool) -> None:
    if look.unread:
        marks.paint_unread_dot(painter, QPointF(box.center().x(), _middle(box)))


def _priority(painter: QPainter, box: QRectF, look: RowLook, selected: bool) -> None:
    side, middle = float(theme.ICON), _middle(box)
    loud = look.priority >= Priority.HIGH and not look.leaving
    token = marks.priority_token(look.priority) if loud else quiet(look, selected=selected)
    place = QRectF(round(box.left() + PAD), round(middle - side / 2), side, side)
    marks.paint_priority(painter, place, look.priority, token=token)
    pen.text_left(
        painter, face(Step.S, bold=loud), look.priority_word, x=place.right() + theme.S4, middle=middle,
        room=box.right() - place.right() - theme.S8, token=token,
    )  # fmt: skip


def _status(painter: QPainter, box: QRectF, look: RowLook, selected: bool) -> None:
    side, middle = float(theme.ICON), _middle(box)
    token = quiet(look, selected=selected, token=marks.status_token(look.status))
    place = QRectF(round(box.left() + PAD), round(middle - side / 2), side, side)
    marks.paint_status(painter, place, look.status, token=token)
    pen.text_left(
        painter, face(Step.S), look.status_word, x=place.right() + theme.S4, middle=middle,
        room=box.right() - place.right() - theme.S6, token=token,
    )  # fmt: skip


def _number(painter: QPainter, box: QRectF, look: RowLook, selected: bool) -> None:
    token = quiet(look, selected=selected)
    room = box.width() - 2 * PAD
    pen.text_left(painter, face(Step.S, tabular=True), look.number, x=box.left() + PAD, middle=_middle(box), room=room, token=token)


def _subject(painter: QPainter, box: QRectF, look: RowLook, selected: bool) -> None:
    right, middle = box.right() - PAD, _middle(box)
    for name, token in reversed(row_signs(look)):
        right -= theme.ICON
        pen.sign(painter, name, x=right, middle=middle, token=quiet(look, selected=selected, token=token))
        right -= theme.S4
    style = face(Step.S, bold=look.unread and not look.leaving)
    x = box.left() + PAD
    pen.text_left(painter, style, look.subject, x=x, middle=middle, room=right - x, token=quiet(look, selected=selected, token="text"))


def _requester(painter: QPainter, box: QRectF, look: RowLook, selected: bool) -> None:
    if look.leaving:
        style = face(Step.S, italic=True)
        token, room = quiet(look, selected=selected), box.width() - 2 * PAD
        pen.text_left(painter, style, look.leaving, x=box.left() + PAD, middle=_middle(box), room=room, token=token)
    else:
        _plain(painter, box, look.requester, "text")


def _owner(painter: QPainter, box: QRectF, look: RowLook, selected: bool) -> None:
    _plain(painter, box, look.owner, quiet(look, selected=selected, token="text"))


def _parts(painter: QPainter, box: QRectF, look: RowLook, selected: bool) -> None:
    if look.parts_all <= 0:
        return
    middle = _middle(box)
    shown = min(look.parts_all, 5)
    for index in range(shown):
        token = "coord" if index < look.parts_done else "line"
        painter.fillRect(
            QRectF(box.left() + PAD + index * (PART_BOX + 1), round(middle - PART_BOX / 2), PART_BOX, PART_BOX), theme.color(token)
        )
    style = face(Step.S, bold=look.parts_done >= look.parts_all)
    left = box.left() + PAD + shown * (PART_BOX + 1)
    pen.text_right(painter, style, look.parts_text, right=box.right() - PAD, middle=middle, room=box.right() - left - PAD, token="coord")


def _toned(painter: QPainter, box: QRectF, *, text: str, icon: str, token: str, bold: bool) -> None:
    """Paint an icon and its words."""
    if not text:
        return
    x, middle = box.left() + PAD, _middle(box)
    if icon:
        x = pen.sign(painter, icon, x=x, middle=middle, token=token) + theme.S6
    pen.text_left(painter, face(Step.S, bold=bold), text, x=x, middle=middle, room=box.right() - x - theme.S4, token=token)


def _due(painter: QPainter, box: QRectF, look: RowLook, selected: bool) -> None:
    token = quiet(look, selected=selected, token=DUE_TOKEN[look.due_tone])
    _toned(painter, box, text=look.due_cell or look.due_text, icon=due_icon(look), token=token, bold=look.due_tone is DueTone.OVERDUE)


_METER_TOKEN = {DueTone.TODAY: "warn", DueTone.OVERDUE: "bad_fill", DueTone.DONE: "text3"}


def _commitment(painter: QPainter, box: QRectF, look: RowLook, selected: bool) -> None:
    tone = look.commitment_tone
    if not look.commitment_text:
        return
    meter = QRectF(box.right() - PAD - METER, round(_middle(box) - 3), METER, 6)
    words_box = QRectF(box.left(), box.top(), box.width() - METER - 2 * PAD, box.height())
    token = quiet(look, selected=selected, token=DUE_TOKEN[tone])
    _toned(painter, words_box, text=look.commitment_text, icon=PROMISE_ICON.get(tone, ""), token=token, bold=tone is DueTone.OVERDUE)
    marks.paint_meter(painter, meter, look.commitment_share, token=_METER_TOKEN.get(tone, "chart"), hatched=tone is DueTone.STOPPED)


_CELLS: dict[str, Cell] = {
    "unread": _unread, "priority": _priority, "status": _status, "number": _number, "subject": _subject, "requester": _requester,
    "owner": _owner, "parts": _parts, "due": _due, "commitment": _commitment,
}  # fmt: skip


def cell_words(look: RowLook, key: str) -> str:
    """Return what a cell shows as words, for a screen reader that goes from cell to cell."""
    if key == "unread":
        return row_sentence(look)
    plain = {
        "priority": look.priority_word, "status": look.status_word, "number": look.number, "subject": look.subject,
        "requester": look.leaving or look.requester, "owner": look.owner, "parts": look.parts_text, "due": look.due_cell or look.due_text,
        "commitment": look.commitment_text,
    }  # fmt: skip
    return plain[key] if key in plain else look.more.get(key, "")


def column_alignment() -> Qt.AlignmentFlag:
    """Return how heads stand over their columns."""
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
