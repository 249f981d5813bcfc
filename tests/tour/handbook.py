"""Takes pictures of the tour into the handbook: ``python -m tests.tour.handbook`` walks the whole way once, on a real X server.

What the chapters show is what happened: if a screen changes, walking the way again changes its picture.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QImage

from tests.ui.handbook import FOLDER, MOST, in_few_colours, one_over_the_other

PICTURES = {
    "way-too-late": "07-handler-too-late",
    "way-interim-answer": "11-coordinator-interim-answer",
    "way-confirm": "18-requester-confirms",
    "parts-commission": "05-coordinator-splits",
    "parts-side-by-side": "10-coordinator-two-of-three",
    "parts-summary": "13-coordinator-summary",
    "correspondence-note": "04-coordinator-notes",
}
"""Pictures of the handbook, and what the tour calls them."""


def walk(folder: Path) -> None:
    """Walk the way with pictures. Raises CalledProcessError."""
    words = ["dbus-run-session", "--", "bash", ".ci/on-x", sys.executable, "-m", "pytest", "-q", "-n", "0", "tests/tour"]
    subprocess.run(words, check=True, env=os.environ | {"TICKETDESK_TOUR_PICTURES": str(folder)})


def picture(folder: Path, name: str, code: str) -> QImage:
    """Return one picture of the tour in a language; a dialog stands over its window, or alone where it is as large."""
    place = folder / f"{PICTURES[name]}-light-{code}"
    window, dialog = QImage(f"{place}.png"), QImage(f"{place}-dialog.png")
    if dialog.isNull():
        return window
    return dialog if dialog.height() >= window.height() else one_over_the_other(window, dialog)


def main() -> None:
    """Write the pictures of both languages."""
    with tempfile.TemporaryDirectory() as kept:
        walk(Path(kept))
        for name in PICTURES:
            for code in ("de", "en"):
                place = FOLDER / f"{name}-{code}.png"
                in_few_colours(picture(Path(kept), name, code)).save(str(place), "PNG", 0)
                size = place.stat().st_size
                print(place, size)
                if size > MOST:
                    sys.exit(f"{place} has {size} bytes, at most {MOST} are wanted")


if __name__ == "__main__":
    main()
