"""Does what would take long on the screen's thread in slices, a little at each turn of the event loop, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot

TURN_SECONDS = 0.02
"""No further step is begun in a turn after this time."""


class Slices(QObject):
    """Goes through steps, each of which yields what share is done. ``ended`` when they are through, ``failed`` with an OSError.

    Steps that are not gone through to their end are closed: what they do in ``finally`` happens then.
    """

    moved = Signal(float)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, steps: Generator[float, None, object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._clock = QTimer(self, interval=0)
        self._clock.timeout.connect(self._turn)

    def start(self) -> None:
        """Begin at once: what is short is done when this returns."""
        self._clock.start()
        self._turn()

    def is_going(self) -> bool:
        """Tell whether steps are left to do."""
        return self._clock.isActive()

    def stop(self) -> None:
        """Leave the rest undone, and say nothing more."""
        self._clock.stop()
        self._steps.close()

    @Slot()
    def _turn(self) -> None:
        until = perf_counter() + TURN_SECONDS
        try:
            share = next(self._steps)
            while perf_counter() < until:
                share = next(self._steps)
        except StopIteration:
            self._clock.stop()
            self.ended.emit()
        except OSError as error:
            self._clock.stop()
            self.failed.emit(error)
        except BaseException:
            self._clock.stop()
            raise
        else:
            self.moved.emit(share)
