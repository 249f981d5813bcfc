"""Being told to stop: Ctrl+C, SIGTERM and a closed terminal become an event, so that everything is ended in order."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def told_to_stop() -> Iterator[threading.Event]:
    """Set an event on Ctrl+C, SIGTERM and a closed terminal, instead of dying half-way."""
    event = threading.Event()
    kinds = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if sys.platform != "win32" else [])]
    before = {kind: signal.signal(kind, lambda *_: event.set()) for kind in kinds}
    try:
        yield event
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)
