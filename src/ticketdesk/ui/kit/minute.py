"""Tells when a minute of the clock on the wall begins, so that «3 min left» is true to the second.

For what is drawn anew, not for questions: all desktops would ask their server in the same moment.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ticketdesk.ui.kit import text

_LATE_MS = 20
"""So much after the full minute: what is left has fallen below it then."""


class Minute(QObject):
    """``passed`` at each full minute, from the moment it is made."""

    passed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        # A coarse timer may be three seconds off in a minute.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)
        self._wind_up()

    def _wind_up(self) -> None:
        now = text.now()
        # Reckoned anew each time: clocks are set, and computers sleep.
        self._timer.start(60_000 - (now.second * 1000 + now.microsecond // 1000) + _LATE_MS)

    @Slot()
    def _ring(self) -> None:
        self._wind_up()
        self.passed.emit()
