"""The editors of a report and where they stand: who reports, what is the matter, how urgent it is. No rules, no texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.domain.states import Kind, Priority
from ticketdesk.ui.bridge.file_bar import FileBar
from ticketdesk.ui.bridge.parcel import Parcel
from ticketdesk.ui.kit import marks, theme
from ticketdesk.ui.kit.fields import DateTimeField, Field, IconLineEdit, PlainTextEdit
from ticketdesk.ui.kit.place_marks import PlaceMarks
from ticketdesk.ui.kit.segments import Segment, SegmentBar
from ticketdesk.ui.kit.tree_combo import TreeCombo
from ticketdesk.ui.panes.record import report
from ticketdesk.ui.panes.record.form_parts import FormGround, GroupHead, kind_word, priority_word, with_files
from ticketdesk.ui.panes.record.person_search import PersonSearch
from ticketdesk.ui.panes.record.questions import Questions
from ticketdesk.ui.panes.record.side import Side

if TYPE_CHECKING:
    from ticketdesk.ui.context import Context

_KINDS = ((Kind.INCIDENT, "alert-triangle"), (Kind.ERROR, "bug"), (Kind.REQUEST, "message-2"))
_LINES = 5
"""Lines of the description for which there is always room."""


class FormLayout(QScrollArea):
    """A form whose fields are made and placed; what they say and mean is the form's own matter."""

    def __init__(self, ctx: Context, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._me = ctx.me
        self._side = side
        self.parcel = Parcel(ctx, self)
        self.files = FileBar(self.parcel, in_words=True)
        self._make_editors()
        self._make_fields()
        self._lay_out()

    def _make_editors(self) -> None:
        self.behalf = SegmentBar()
        self.name = IconLineEdit("user")
        self._lines: dict[str, QLineEdit] = {
            report.PHONE: IconLineEdit("phone"), report.EMAIL: IconLineEdit("at"), report.COMPANY: QLineEdit(),
            report.DEPARTMENT: QLineEdit(), report.SUBJECT: QLineEdit(), report.DOCUMENT: IconLineEdit("file-text"),
        }  # fmt: skip
        for name in (report.COMPANY, report.DEPARTMENT, report.SUBJECT):
            self._lines[name].setTextMargins(theme.S4, 0, theme.S4, 0)
        self.channel = QComboBox()
        self.occurred, self.wished = DateTimeField(), DateTimeField()
        self.kind = SegmentBar([Segment(kind, kind_word(kind), icon) for kind, icon in _KINDS])
        self.description = PlainTextEdit()
        self.description.setMinimumHeight(self.description.fontMetrics().lineSpacing() * _LINES)
        self.description.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.marks = PlaceMarks(self.description.document())
        self.questions = Questions()
        self.keep = QCheckBox()
        self.category = TreeCombo()
        self.priority = SegmentBar([Segment(one, priority_word(one), marks.priority_icon(one)) for one in Priority])
        self.search = PersonSearch(self._ctx, self.name) if self._me.is_staff else None

    def _make_fields(self) -> None:
        """Make the labelled fields, in reading order."""
        required = {report.NAME, report.SUBJECT, report.DESCRIPTION}
        editors: dict[str, QWidget] = {
            report.NAME: self.name, report.PHONE: self._lines[report.PHONE], report.EMAIL: self._lines[report.EMAIL],
            report.COMPANY: self._lines[report.COMPANY], report.DEPARTMENT: self._lines[report.DEPARTMENT],
            report.CHANNEL: self.channel, report.OCCURRED_AT: self.occurred, report.KIND: self.kind,
            report.SUBJECT: self._lines[report.SUBJECT], report.DESCRIPTION: self.description, report.CATEGORY: self.category,
            report.DOCUMENT: self._lines[report.DOCUMENT], report.PRIORITY: self.priority, report.WISHED_AT: self.wished,
        }  # fmt: skip
        self._field_of = {name: Field("", editor, required=name in required) for name, editor in editors.items()}
        self._field_of[report.HANDLER] = self._side.whom_field

    def _lay_out(self) -> None:
        self._heads = {"who": GroupHead(self.behalf), "what": GroupHead(), "urgency": GroupHead()}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.S16)
        grid.setVerticalSpacing(theme.S12)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        field = self._field_of
        grid.addWidget(self._heads["who"], 0, 0, 1, 3)
        grid.addWidget(field[report.NAME], 2, 0, 1, 2)
        grid.addWidget(field[report.PHONE], 2, 2)
        for column, name in enumerate((report.COMPANY, report.DEPARTMENT, report.EMAIL)):
            grid.addWidget(field[name], 3, column)
        grid.addWidget(field[report.CHANNEL], 4, 0)
        grid.addWidget(field[report.OCCURRED_AT], 4, 1 if self._me.is_staff else 0)
        grid.addWidget(self.keep, 4, 2, Qt.AlignmentFlag.AlignBottom)
        grid.setRowMinimumHeight(5, theme.S4)
        grid.addWidget(self._heads["what"], 6, 0, 1, 3)
        described = with_files(field[report.DESCRIPTION], self.files)
        wide: tuple[QWidget, ...] = (field[report.KIND], field[report.SUBJECT], self.questions, described)
        for row, widget in enumerate(wide, start=7):
            grid.addWidget(widget, row, 0, 1, 3)
        grid.setRowStretch(10, 1)
        grid.addWidget(field[report.CATEGORY], 11, 0, 1, 2)
        grid.addWidget(field[report.DOCUMENT], 11, 2)
        grid.setRowMinimumHeight(12, theme.S4)
        grid.addWidget(self._heads["urgency"], 13, 0, 1, 3)
        grid.addWidget(field[report.PRIORITY], 14, 0, 1, 2)
        grid.addWidget(field[report.WISHED_AT], 14, 2)
        self.body = FormGround()
        self.around = QVBoxLayout(self.body)
        """Holds the fields, and under them the side where it has no place beside them."""
        self.around.setContentsMargins(theme.S24, theme.S16, theme.S24, theme.S16)
        self.around.addLayout(grid, 1)
        self.setWidget(self.body)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.behalf.setVisible(self._me.is_staff)
        field[report.CHANNEL].setVisible(self._me.is_staff)
