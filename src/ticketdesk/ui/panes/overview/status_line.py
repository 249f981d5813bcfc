"""The status bar: connection, list, what waits, person and role, date with week, clock. Says the same in words as in icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ticketdesk.domain.people import Me
from ticketdesk.ui.bridge.connection import Connection, Link
from ticketdesk.ui.kit import icons, text, theme, words
from ticketdesk.ui.kit.labels import ElidedLabel, Label
from ticketdesk.ui.kit.theme import Step

if TYPE_CHECKING:
    from collections.abc import Callable

_ICON = {Link.ONLINE: ("plug-connected", "ok"), Link.CONNECTING: ("plug", "text2"), Link.OFFLINE: ("plug-connected-x", "warn")}


class _Sign(QWidget):
    """A small icon that follows the theme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._token = "plug", "text2"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_sign(self, name: str, token: str) -> None:
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.ICON, theme.ICON)

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.paint(QPainter(self), QRectF(0, 0, theme.ICON, theme.ICON), self._name, token=self._token)


class StatusLine(QWidget):
    """One line at the foot of the window; ``summary`` gives what the list says."""

    def __init__(self, me: Me, connection: Connection, summary: Callable[[], str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me, self._connection, self._summary = me, connection, summary
        self._server = ""
        self._sign = _Sign(self)
        self._link = ElidedLabel(step=Step.S, parent=self)
        self._list = Label(step=Step.S, token="text2", parent=self)
        self._waiting = Label(step=Step.S, token="warn", parent=self)
        self._person = Label(step=Step.S, token="text2", parent=self)
        self._clock = Label(step=Step.S, token="text2", tabular=True, parent=self)
        self._lay_out()
        self._tick = QTimer(self, singleShot=True)
        self._tick.timeout.connect(self._show_clock)
        connection.state_changed.connect(self.show_link)
        self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.S8, theme.S4, theme.S12, theme.S4)
        line.setSpacing(theme.S6)
        line.addWidget(self._sign)
        line.addWidget(self._link)
        line.addSpacing(theme.S12)
        line.addWidget(self._list)
        line.addStretch(1)
        for label in (self._waiting, self._person, self._clock):
            line.addWidget(label)
            line.addSpacing(theme.S12 if label is not self._clock else 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_server(self, server: str) -> None:
        """Name the server."""
        self._server = server
        self.show_link()

    def sentence(self) -> str:
        """Return what the connection says."""
        return self._link.text()

    @Slot(object)
    def show_link(self, _state: object = None) -> None:
        """Show the connection as it is now."""
        state = self._connection.state
        name, token = _ICON[state.link]
        self._sign.set_sign(name, token if state.live or state.link is not Link.ONLINE else "warn")
        self._link.setText(self._link_words())
        self._link.set_look(token="warn" if state.link is Link.OFFLINE else "text")
        waits = self.tr("1 message waits") if state.waiting == 1 else self.tr("%1 messages wait").replace("%1", str(state.waiting))
        self._waiting.setText(waits)
        self._waiting.setVisible(state.waiting > 0)

    def _link_words(self) -> str:
        state = self._connection.state
        if state.link is Link.ONLINE:
            if not self._server:
                return self.tr("Connected")
            words_of_it = self.tr("Connected to %1") if state.live else self.tr("Connected to %1, asking regularly")
            return words_of_it.replace("%1", self._server)
        if state.link is Link.CONNECTING:
            return self.tr("Connecting …")
        return self.tr("Cut off since %1").replace("%1", text.time(state.since) if state.since is not None else "—")

    @Slot()
    def show_summary(self) -> None:
        """Show what the list says now."""
        self._list.setText(self._summary())

    @Slot()
    def _show_clock(self) -> None:
        now = text.now()
        self._clock.setText(f"{text.day_and_week(now)}, {text.time(now)}")
        self._tick.start(1000 * (60 - now.second) + 50)

    def retranslate(self) -> None:
        """Set all texts in the present language."""
        self.setAccessibleName(self.tr("Status"))
        self._person.setText(f"{self._me.name}, {words.person_class(self._me.person_class)}")
        self.show_link()
        self.show_summary()
        self._show_clock()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.color("line"))
