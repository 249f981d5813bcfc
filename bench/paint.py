"""When something was painted, seen from inside the application: used by the processes that are started to be measured."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


def say(what: str, value: object = "") -> None:
    """Tell the process that measures, with the machine's steady clock in ns."""
    print(what, value or time.monotonic_ns(), flush=True)


class Paints(QObject):
    """Calls ``painted`` once, after the first paint of a widget that ``wanted`` accepts is on the screen."""

    def __init__(self, app: QApplication, wanted: Callable[[QWidget], bool], painted: Callable[[], None]) -> None:
        super().__init__(app)
        self._app, self._wanted, self._painted = app, wanted, painted
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and self._wanted(watched):
            self._app.removeEventFilter(self)
            # The event loop comes round again when the whole window has been painted and flushed.
            QTimer.singleShot(0, self._painted)
        return False


def of_window(widget: QWidget) -> bool:
    """Accept any window that is on the screen."""
    return widget.isWindow() and widget.isVisible()


class Gaps(QObject):
    """Measures how long the event loop leaves a timer of 2 ms waiting."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=2)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to measure."""
        self.found.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> str:
        """End it and return the longest, the 99th of a hundred, and how many were over 50 ms."""
        self._timer.stop()
        ordered = sorted(self.found) or [0.0]
        return f"{ordered[-1]:.1f} {ordered[int(len(ordered) * 0.99)]:.1f} {sum(1 for gap in ordered if gap > 50)}"

    def _tick(self) -> None:
        now = time.perf_counter()
        self.found.append((now - self._last) * 1000)
        self._last = now
