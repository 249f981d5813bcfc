"""The dialog of what a person may set up for this computer: language, colours, size of text, rows, closing to the tray.

Not here: applying and keeping it (look), what it does (kit.language, kit.theme, the overview, the main window).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QLayout, QVBoxLayout, QWidget

from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.kit.fields import Field
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.look import Look

_DENSITY = "overview/density"
_COMFORTABLE, _COMPACT = "comfortable", "compact"
SIZES = tuple(float(size) for size in range(int(theme.SMALLEST_BASE), int(theme.LARGEST_BASE) + 1))


class SettingsDialog(QDialog):
    """Shows the settings; each is applied and kept as soon as it is chosen. ``density_chosen`` is the overview's to hear."""

    density_chosen = Signal(str)

    def __init__(self, look: Look, *, tray_there: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._language, self._colours, self._size, self._rows = (QComboBox(self) for _ in range(4))
        self._to_tray = QCheckBox(self)
        self._to_tray.setChecked(look.closes_to_tray())
        self._to_tray.setEnabled(tray_there)
        self._tray_there = tray_there
        self._fields = [Field("", box, parent=self) for box in (self._language, self._colours, self._size, self._rows)]
        self._hint = Label(step=theme.Step.S, token="text2", wrap=True, parent=self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        # Some desktops give it a sign that is not ours.
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.DIALOG_MARGIN, theme.S16)
        column.setSpacing(theme.S12)
        for field in self._fields:
            column.addWidget(field)
        column.addWidget(self._to_tray)
        column.addWidget(self._hint)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self._fields[0].setMinimumWidth(360 - 2 * theme.DIALOG_MARGIN)
        # As large as what is in it, at every size of text and in each language, from the first picture on.
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self.retranslate()
        self._language.activated.connect(lambda _row: look.set_language(self._language.currentData()))
        self._colours.activated.connect(lambda _row: look.set_scheme(theme.Scheme(self._colours.currentData())))
        self._size.activated.connect(lambda _row: look.set_size(self._size.currentData()))
        self._rows.activated.connect(lambda _row: self.density_chosen.emit(self._rows.currentData()))
        self._to_tray.toggled.connect(look.set_closes_to_tray)

    def retranslate(self) -> None:
        """Set all texts in the present language."""
        self.setWindowTitle(self.tr("Settings"))
        labels = (self.tr("&Language"), self.tr("&Colours"), self.tr("Size of &text"), self.tr("&Rows of the list"))
        for field, label in zip(self._fields, labels, strict=True):
            field.set_label(label)
        _fill(self._language, [(name, code) for code, name in language.names().items()], language.current())
        _fill(self._colours, _colour_words(), self._look.scheme().value)
        sizes: list[tuple[str, Any]] = [(self.tr("As the system"), None)]
        sizes += [(self.tr("%1 points").replace("%1", f"{size:.0f}"), size) for size in SIZES]
        _fill(self._size, sizes, self._look.size())
        rows = [(self.tr("Comfortable, two lines"), _COMFORTABLE), (self.tr("Compact, in columns"), _COMPACT)]
        _fill(self._rows, rows, str(QSettings().value(_DENSITY, _COMFORTABLE)))
        self._to_tray.setText(self.tr("Closing the window leaves the program in the &notification area"))
        self._hint.setText("" if self._tray_there else self.tr("There is no notification area on this desktop at the moment."))
        self._hint.setVisible(not self._tray_there)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _colour_words() -> list[tuple[str, str]]:
    return [
        (QCoreApplication.translate("SettingsDialog", "As the system"), theme.Scheme.SYSTEM.value),
        (QCoreApplication.translate("SettingsDialog", "Light"), theme.Scheme.LIGHT.value),
        (QCoreApplication.translate("SettingsDialog", "Dark"), theme.Scheme.DARK.value),
    ]


def _fill(box: QComboBox, choices: Sequence[tuple[str, Any]], chosen: object) -> None:
    box.clear()
    for word, value in choices:
        box.addItem(word, value)
    values = [value for _word, value in choices]
    box.setCurrentIndex(values.index(chosen) if chosen in values else 0)
