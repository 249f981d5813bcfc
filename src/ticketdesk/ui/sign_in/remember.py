"""Whether the password is kept: a box to tick where the system has a keyring, else one sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.theme import Step


class RememberBox(QWidget):
    """Offers to keep the password once it is known whether that is possible; keeps its place meanwhile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.setEnabled(False)
        self.sentence = Label(step=Step.S, token="text2", wrap=True, parent=self)
        self.sentence.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S6)
        row.addWidget(self.box)
        row.addWidget(self.sentence, 1)
        row.addStretch(0)
        self._row = row
        self._retranslate()

    def set_possible(self, possible: bool) -> None:
        """Say whether there is a keyring."""
        self.box.setEnabled(possible)
        self.box.setVisible(possible)
        self.sentence.setVisible(not possible)
        self._row.setContentsMargins(0 if possible else theme.ICON + theme.S6, 0, 0, 0)
        self.update()

    def wanted(self) -> bool:
        """Tell whether the password is to be kept."""
        return self.box.isEnabled() and self.box.isChecked()

    def _retranslate(self) -> None:
        self.box.setText(self.tr("&Keep the password on this computer"))
        self.sentence.setText(
            self.tr("The password holds for this session only: this computer offers no keyring in which it would be safe.")
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.sentence.isHidden():
            line = self.sentence.fontMetrics().height()
            top = self.sentence.geometry().top() + round((line - theme.ICON) / 2)
            icons.paint(QPainter(self), QRectF(0, top, theme.ICON, theme.ICON), "info-circle", token="text2")
