"""Language and colours in the window's corner; both take effect at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from ticketdesk.ui.kit import icons, language, theme
from ticketdesk.ui.kit.menu import Menu
from ticketdesk.ui.kit.theme import Scheme

_SCHEME_ICONS = {Scheme.SYSTEM: "device-desktop", Scheme.LIGHT: "sun", Scheme.DARK: "moon"}


class Corner(QWidget):
    """Two small buttons with menus. ``language_chosen(str)`` and ``scheme_chosen(Scheme)`` let others remember what was chosen."""

    language_chosen = Signal(str)
    scheme_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language_button = self._button("language")
        self.scheme_button = self._button(_SCHEME_ICONS[theme.scheme()])
        self._languages = _group(self.language_button)
        for code, name in language.names().items():
            action = self._languages.addAction(name)
            action.setCheckable(True)
            action.setData(code)
        self._schemes = _group(self.scheme_button)
        for scheme in Scheme:
            action = self._schemes.addAction("")
            action.setCheckable(True)
            action.setData(scheme.value)
            action.setIcon(icons.icon(_SCHEME_ICONS[scheme], "text2"))
        for button, group in ((self.language_button, self._languages), (self.scheme_button, self._schemes)):
            button.menu().addActions(group.actions())
        self._languages.triggered.connect(lambda action: self._choose_language(str(action.data())))
        self._schemes.triggered.connect(lambda action: self._choose_scheme(Scheme(action.data())))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S4)
        row.addWidget(self.language_button)
        row.addWidget(self.scheme_button)
        self._retranslate()

    def _button(self, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIcon(icons.icon(icon, "text2"))
        button.setIconSize(QSize(theme.ICON, theme.ICON))
        button.setMenu(Menu(button))
        return button

    def _choose_language(self, code: str) -> None:
        app = QApplication.instance()
        if app is not None and code != language.current():
            language.install(app, code)
        self.language_chosen.emit(code)

    def _choose_scheme(self, scheme: Scheme) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, scheme)
        self._retranslate()
        self.scheme_chosen.emit(scheme)

    def _retranslate(self) -> None:
        words = {Scheme.SYSTEM: self.tr("Colours as the system"), Scheme.LIGHT: self.tr("Light"), Scheme.DARK: self.tr("Dark")}
        for action in self._schemes.actions():
            scheme = Scheme(action.data())
            action.setText(words[scheme])
            action.setChecked(scheme is theme.scheme())
        for action in self._languages.actions():
            action.setChecked(action.data() == language.current())
        name = language.names()[language.current()]
        self.language_button.setText(name)
        self.language_button.setAccessibleName(self.tr("Language: {name}").replace("{name}", name))
        self.language_button.setToolTip(self.tr("Language"))
        short = {Scheme.SYSTEM: self.tr("Colours"), Scheme.LIGHT: self.tr("Light"), Scheme.DARK: self.tr("Dark")}[theme.scheme()]
        self.scheme_button.setText(short)
        self.scheme_button.setIcon(icons.icon(_SCHEME_ICONS[theme.scheme()], "text2"))
        self.scheme_button.setAccessibleName(self.tr("Colours: {name}").replace("{name}", words[theme.scheme()]))
        self.scheme_button.setToolTip(self.tr("Colours"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _group(button: QToolButton) -> QActionGroup:
    group = QActionGroup(button)
    group.setExclusive(True)
    return group
