"""Being told to stop: Ctrl+C, SIGTERM and a closed terminal become an event, so that everything is ended in order."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def told_to_stop() -> Iterator[threading.Event]:
    """Set an event on Ctrl+C, SIGTERM and a closed terminal, instead of dying half-way; whoever insists interrupts what is under way."""
    event = threading.Event()

    def told(number: int, frame: FrameType | None) -> None:
        if event.is_set():
            raise KeyboardInterrupt
        event.set()

    kinds = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if sys.platform != "win32" else [])]
    before = {kind: signal.signal(kind, told) for kind in kinds}
    try:
        yield event
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)
