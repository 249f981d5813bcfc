"""Where a report goes and what its requester will see of the clarification; beside the form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from ticketdesk.domain.people import Group, Me, Person
from ticketdesk.ui.kit import icons, text, theme
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.panes.record.report import DIRECT, GROUP, HANDLER, HIDDEN, NO, YES


class _Rule(QWidget):
    """A line between two matters."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.color("line"))


class _Choice(QWidget):
    """A radio button with a sign and a quiet line that says what it means."""

    def __init__(self, group: QButtonGroup, icon: str, token: str) -> None:
        super().__init__()
        self.button = QRadioButton()
        group.addButton(self.button)
        self._icon, self._token = icon, token
        self._sign = Label()
        self.note = Label(token="text2", step=theme.Step.S, wrap=True)
        self.note.setContentsMargins(theme.S24, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(theme.S8)
        row.addWidget(self.button)
        row.addWidget(self._sign)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S2)
        column.addLayout(row)
        column.addWidget(self.note)
        self._draw()

    def say(self, words: str, note: str) -> None:
        """Set word and meaning."""
        self.button.setText(words)
        self.button.setAccessibleDescription(note)
        self.note.setText(note)

    def _draw(self) -> None:
        self._sign.setPixmap(icons.icon(self._icon, self._token).pixmap(theme.ICON, theme.ICON))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)


class Side(QWidget):
    """Destination and mode; ``changed`` when the user changes either."""

    changed = Signal()

    def __init__(self, me: Me, similar: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me = me
        self._whom: list[tuple[str, bool, int]] = []
        self._wanted: tuple[str, str] = ("", "")
        self._where_head = Label(step=theme.Step.L, bold=True)
        self._mode_head = Label(step=theme.Step.L, bold=True)
        where, mode = QButtonGroup(self), QButtonGroup(self)
        self.coordination = _Choice(where, "corner-up-left", "coord")
        self.direct = _Choice(where, "users", "accent")
        self.whom = QComboBox()
        self.whom.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.whom.setMinimumContentsLength(16)
        self.whom_field = Field("", self.whom, required=True)
        self.whom_field.setContentsMargins(theme.S24, 0, 0, 0)
        self.usual = _Choice(mode, "adjustments", "text2")
        self.transparent = _Choice(mode, "eye", "accent")
        self.hidden = _Choice(mode, "eye-off", "note")
        self.coordination.button.setChecked(True)
        self.usual.button.setChecked(True)
        self._mode = QWidget()
        modes = QVBoxLayout(self._mode)
        modes.setContentsMargins(0, 0, 0, 0)
        modes.setSpacing(theme.S8)
        modes.addWidget(_Rule())
        modes.addWidget(self._mode_head)
        for choice in (self.usual, self.transparent, self.hidden):
            modes.addWidget(choice)
        self._mode.setVisible(me.is_staff)
        self.direct.setVisible(me.is_staff)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PANE_MARGIN, theme.S16, theme.PANE_MARGIN, theme.S16)
        column.setSpacing(theme.S8)
        for widget in (self._where_head, self.coordination, self.direct, self.whom_field, self._mode):
            column.addWidget(widget)
        if similar is not None:
            column.addWidget(similar)
        column.addStretch(1)
        for group in (where, mode):
            group.buttonToggled.connect(self._toggled)
        self.whom.activated.connect(self._picked)
        self.retranslate()
        self._show()

    def offer(self, whom: Iterable[Person | Group]) -> None:
        """Offer exactly these addressees, alphabetically; a choice that is among them stays."""
        self._whom = sorted(
            ((one.name, isinstance(one, Group), int(one.id)) for one in whom), key=lambda one: (text.sort_key(one[0]), not one[1])
        )
        # Who may address nobody is not asked whom.
        self.direct.setVisible(bool(self._whom) or self.direct.button.isChecked())
        self._fill()

    def fields(self) -> dict[str, str]:
        """Return the choices as drafts keep them."""
        handler, group = self._wanted
        mode = YES if self.hidden.button.isChecked() else NO if self.transparent.button.isChecked() else ""
        direct = self.direct.button.isChecked()
        return {DIRECT: YES if direct else "", HANDLER: handler if direct else "", GROUP: group if direct else "", HIDDEN: mode}

    def set_fields(self, fields: Mapping[str, str]) -> None:
        """Put back what was kept, silently."""
        self._wanted = (fields.get(HANDLER, ""), fields.get(GROUP, ""))
        blocked = self.blockSignals(True)
        (self.direct if fields.get(DIRECT) else self.coordination).button.setChecked(True)
        {YES: self.hidden, NO: self.transparent}.get(fields.get(HIDDEN, ""), self.usual).button.setChecked(True)
        self.blockSignals(blocked)
        self.direct.setVisible(self._me.is_staff or bool(self._whom) or self.direct.button.isChecked())
        self._fill()
        self._show()

    @Slot()
    def _toggled(self) -> None:
        self._show()
        self.whom_field.set_error("")
        self.changed.emit()

    @Slot(int)
    def _picked(self, row: int) -> None:
        self._wanted = ("", "")
        if row > 0:
            _name, is_group, number = self._whom[row - 1]
            self._wanted = ("", str(number)) if is_group else (str(number), "")
        self.whom_field.set_error("")
        self.changed.emit()

    def _show(self) -> None:
        self.whom_field.setVisible(self.direct.button.isChecked())

    def _fill(self) -> None:
        blocker = QSignalBlocker(self.whom)
        self.whom.clear()
        self.whom.addItem(self.tr("Please choose"))
        current = 0
        for row, (name, is_group, number) in enumerate(self._whom, start=1):
            self.whom.addItem(icons.icon("users" if is_group else "user", "text2"), name)
            if self._wanted == (("", str(number)) if is_group else (str(number), "")):
                current = row
        self.whom.setCurrentIndex(current)
        blocker.unblock()

    def retranslate(self) -> None:
        """Set the texts anew in the present language."""
        self._where_head.setText(self.tr("Where to"))
        self.coordination.say(self.tr("&Coordination"), self.tr("Takes the report in and clarifies it or has it clarified"))
        self.direct.say(self.tr("Directly to &a group or handler"), self.tr("Without coordination; the group or person answers you"))
        self.whom_field.set_label(self.tr("Group or handler"))
        self._mode_head.setText(self.tr("Clarification"))
        self.usual.say(self.tr("As is &usual"), self.tr("As set for the category and the customer group"))
        self.transparent.say(self.tr("Tran&sparent"), self.tr("Requester sees clarification and answers"))
        self.hidden.say(self.tr("H&idden"), self.tr("Requester sees only the answers to him"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("window"))
        painter.fillRect(0, 0, 1, self.height(), theme.color("line"))
