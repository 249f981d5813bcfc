"""One real client that a tour leads by the hand: the program as people start it, wishes coming in and answers going out as lines of JSON.

Run as ``python -m tests.tour.driver PROFILE INVITATION LANGUAGE GEOMETRY``. What may be asked stands in hands.py. Nothing of this is in
the product.
"""

from __future__ import annotations

import json
import sys
import traceback
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from PySide6.QtCore import QSettings, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from tests.tour.hands import SECONDS, Hands
from ticketdesk.ui import app as program
from ticketdesk.ui.bridge.instance import Instance
from ticketdesk.ui.look import Look


class Wire:
    """Reads a line, has it done, answers with a line. One at a time; on the GUI thread."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._held = b""
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        read = sys.stdin.buffer.raw.read(1 << 16)  # type: ignore[attr-defined]
        if not read:
            # The tour has ended, however.
            self._notifier.setEnabled(False)
            QApplication.quit()
            return
        self._held += read
        line, found, rest = self._held.partition(b"\n")
        if not found:
            return
        self._held = rest
        self._notifier.setEnabled(False)
        # Not from within the notifier: what is done here lets events in.
        QTimer.singleShot(0, lambda: self._done(json.loads(line)))

    def _done(self, asked: dict[str, Any]) -> None:
        try:
            answer = {"ok": getattr(self._hands, "do_" + asked.pop("do"))(**asked)}
        except TimeoutError as error:
            answer = {"late": str(error)}
        except Exception:  # noqa: BLE001 the tour tells it
            answer = {"failed": traceback.format_exc()}
        print(json.dumps(answer, ensure_ascii=False, default=str), flush=True)
        self._notifier.setEnabled(True)


def main() -> int:
    """Run the client until the tour closes its end of the wire."""
    profile, invitation, language, geometry = sys.argv[1:]
    # All is loaded while the server is being set up; the program starts when somebody is invited.
    deadline = monotonic() + SECONDS
    while not Path(invitation).exists():
        if monotonic() > deadline:
            return 1
        sleep(0.02)
    app = program.make_application(profile)
    instance = Instance(Path(invitation).parent / "instances" / profile)
    assert instance.claim()
    look = Look(app, QSettings("ticketdesk", f"ticketdesk-{profile}"))
    look.apply_kept(default_language=language)
    start = program.Start(look, instance, profile=profile, geometry=geometry, sign_in=Path(invitation))
    start.begin()
    wire = Wire(Hands(start))
    code = app.exec()
    del wire
    start.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
