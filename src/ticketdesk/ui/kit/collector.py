"""Python's cyclic garbage collector, on the GUI thread alone.

Python collects on whichever thread happens to allocate. A widget that hangs in a cycle (it nearly always does: a lambda tied to a signal)
would then be destroyed by a worker thread while Qt uses it, and the heap is corrupted some time later, far from the cause.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

from ticketdesk.ui.kit.runner import refuse_off_gui_thread

INTERVAL_MS = 1000


class Collector(QObject):
    """Collects every second what Python's own thresholds ask for, on the thread that made it; close() gives the work back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        refuse_off_gui_thread("the collector")
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._clock = QTimer(self, interval=INTERVAL_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that is due; the younger ones are collected with it."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(3) if counts[generation] > limits[generation]]
        if due:
            gc.collect(max(due))

    def leave_out(self) -> None:
        """Never look at what is alive now, not even once: called when everything is loaded and nothing made yet.

        Modules and classes are nine tenths of all objects; a collection that walks them all stops the window for 50 ms and more.
        """
        gc.freeze()

    def settle(self) -> None:
        """Collect everything, then never look again at what is alive now: it stays for the length of the program."""
        gc.collect()
        gc.freeze()

    def close(self) -> None:
        """Stop; Python collects by itself again if it did before."""
        self._clock.stop()
        if self._was_enabled:
            gc.enable()
