"""A line for a password, which may be looked at while the eye is pressed in."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from ticketdesk.ui.kit import icons
from ticketdesk.ui.kit.fields import IconLineEdit

LONGEST = 1000


class PasswordEdit(IconLineEdit):
    """Hides what is typed; never remembers it when it is hidden itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("key", parent=parent)
        self.setMaxLength(LONGEST)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(icons.icon("eye", "text2"), "", self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        for button in self.findChildren(QToolButton):
            if button.defaultAction() is self._eye:
                self._button = button
        self.textChanged.connect(self._tell)
        self._tell("")
        self._retranslate()

    def _show(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icons.icon("eye-off" if shown else "eye", "text2"))
        self._retranslate()

    def _tell(self, text: str) -> None:
        self._eye.setVisible(bool(text))
        if not text:
            self._eye.setChecked(False)

    def _retranslate(self) -> None:
        self._eye.setText(self.tr("Hide the password") if self._eye.isChecked() else self.tr("Show the password"))
        self._button.setAccessibleName(self._eye.text())
        self._button.setToolTip(self._eye.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._eye.setChecked(False)
        super().hideEvent(event)
