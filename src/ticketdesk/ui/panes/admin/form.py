"""A form of named fields whose values are texts, so that they can be kept as a draft: lines, choices, ticks, lists of ticks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.panes.admin.draft import YES, joined, parted

_VALUE = int(Qt.ItemDataRole.UserRole)


class Choice(QComboBox):
    """One of several; a value that is not offered any more leaves nothing chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # In a small window long words end in dots; the field does not push the form out of sight.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def fill(self, rows: Sequence[tuple[str, str]]) -> None:
        """Offer these (words, value); the choice stays."""
        chosen = self.value()
        blocker = QSignalBlocker(self)
        self.clear()
        for words, value in rows:
            self.addItem(words, value)
        self.set_value(chosen)
        blocker.unblock()

    def value(self) -> str:
        """Return the chosen value, empty for none."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose a value."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Who scrolls through a long form must not change what the mouse happens to pass.
        event.ignore()


class Ticks(QListWidget):
    """Several of a list, each with a box to tick; the space bar ticks the current one. ``ticked`` when a person does."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: frozenset[int] = frozenset()
        self._dressing = False
        self.itemChanged.connect(self._changed)
        self.setUniformItemSizes(True)
        self._dress()

    def fill(self, rows: Sequence[tuple[str, int]]) -> None:
        """Offer these (words, number); what is ticked stays so."""
        blocker = QSignalBlocker(self)
        at = self.currentRow()
        self.clear()
        for words, number in rows:
            item = QListWidgetItem(words)
            item.setData(_VALUE, number)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if number in self._chosen else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(min(at, self.count() - 1))
        blocker.unblock()

    def value(self) -> str:
        """Return the ticked numbers as a text; one that is not offered stays ticked."""
        return joined(self._chosen)

    def set_value(self, value: str) -> None:
        """Tick these."""
        self._chosen = frozenset(parted(value))
        blocker = QSignalBlocker(self)
        for row in range(self.count()):
            item = self.item(row)
            item.setCheckState(Qt.CheckState.Checked if item.data(_VALUE) in self._chosen else Qt.CheckState.Unchecked)
        blocker.unblock()

    @Slot(QListWidgetItem)
    def _changed(self, item: QListWidgetItem) -> None:
        number = int(item.data(_VALUE))
        on = item.checkState() is Qt.CheckState.Checked
        self._chosen = self._chosen | {number} if on else self._chosen - {number}
        self.ticked.emit()

    def _dress(self) -> None:
        """Give the boxes an outline that is seen: Fusion darkens the window's colour, which is dark already in the dark scheme."""
        self._dressing = True
        own = QPalette(self.palette())
        own.setColor(QPalette.ColorRole.Window, theme.color("line_strong").lighter(140))
        self.setPalette(own)
        self._dressing = False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ApplicationPaletteChange and not self._dressing:
            self._dress()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 6 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 4 * self.fontMetrics().height())


class Lines(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field. ``edited`` when a person types."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._silent = False
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._changed)

    def value(self) -> str:
        """Return what stands there."""
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        """Show this, silently."""
        self._silent = True
        self.setPlainText(value)
        self._silent = False

    @Slot()
    def _changed(self) -> None:
        if not self._silent:
            self.edited.emit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 5 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 3 * self.fontMetrics().height())


FORM_WIDTH = 720
"""Lines wider than this are not read any more."""

Editor = QLineEdit | Choice | Ticks | QCheckBox | Lines


class SetupForm(QWidget):
    """The fields of one thing. ``changed`` when a person changes one. Fields it has no editor for are kept as they came."""

    changed = Signal()

    def __init__(self, editors: Mapping[str, Editor], *, required: frozenset[str] = frozenset(), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors = dict(editors)
        self.places: dict[str, Field] = {}
        self._rest: dict[str, str] = {}
        column = QVBoxLayout(self)
        # Room beside the scroll bar of a long form.
        column.setContentsMargins(0, 0, theme.S12, 0)
        column.setSpacing(theme.S12)
        self.setMaximumWidth(FORM_WIDTH)
        for name, editor in self.editors.items():
            place = Field("", editor, required=name in required)
            if isinstance(editor, QCheckBox):
                # A box says itself what it is about.
                place.hide_label()
            self.places[name] = place
            column.addWidget(place, 1 if isinstance(editor, Ticks) else 0)
            _signal(editor).connect(self.changed)
        if not any(isinstance(editor, Ticks) for editor in self.editors.values()):
            column.addStretch(1)

    def fields(self) -> dict[str, str]:
        """Return everything that stands in the form."""
        return {**self._rest, **{name: _value(editor) for name, editor in self.editors.items()}}

    def set_fields(self, fields: Mapping[str, str]) -> None:
        """Show these, silently."""
        self._rest = {name: value for name, value in fields.items() if name not in self.editors}
        for name, editor in self.editors.items():
            if _value(editor) != fields.get(name, ""):
                _set_value(editor, fields.get(name, ""))
        self.clear_errors()

    def label(self, name: str, words: str, hint: str = "") -> None:
        """Name a field, and say something quiet below it."""
        editor = self.editors[name]
        if isinstance(editor, QCheckBox):
            editor.setText(words)
        self.places[name].set_label(words)
        self.places[name].set_hint(hint)

    def complain(self, name: str, sentence: str) -> bool:
        """Say what is wrong under its field and go there; tell whether the form has that field."""
        self.clear_errors()
        if name not in self.places:
            return False
        self.places[name].set_error(sentence)
        self.editors[name].setFocus()
        return True

    def clear_errors(self) -> None:
        """Take all complaints back."""
        for place in self.places.values():
            if place.error():
                place.set_error("")


def _signal(editor: Editor):  # type: ignore[no-untyped-def]  # PySide's signals have no type of their own
    if isinstance(editor, QLineEdit):
        return editor.textEdited
    if isinstance(editor, Choice):
        return editor.activated
    if isinstance(editor, Lines):
        return editor.edited
    return editor.ticked if isinstance(editor, Ticks) else editor.clicked


def _value(editor: Editor) -> str:
    if isinstance(editor, QLineEdit):
        return editor.text()
    if isinstance(editor, QCheckBox):
        return YES if editor.isChecked() else ""
    return editor.value()


def _set_value(editor: Editor, value: str) -> None:
    if isinstance(editor, QLineEdit):
        editor.setText(value)
    elif isinstance(editor, QCheckBox):
        editor.setChecked(value == YES)
    else:
        editor.set_value(value)
