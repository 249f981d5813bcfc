"""The real client in a process of its own, started by the command as people do it, watched from inside: painted, usable, memory, gaps.

What is imported here at the top comes before the first paint and must not be anything that the client itself loads later.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QSettings, QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget

from bench.paint import Gaps, Paints, of_window, say
from ticketdesk.cli.main import main as ticketdesk

if TYPE_CHECKING:
    from ticketdesk.ui.main_window import MainWindow


def main(invitation: str, person_id: str) -> int:
    """Run the client; with an invitation it signs in by itself and shows all open cases."""
    from ticketdesk.ui import app as client

    make = client.make_application

    def watched(profile: str) -> QApplication:
        app = make(profile)
        QSettings().setValue(f"overview/{person_id}/view", "all_open")
        Paints(app, of_window, lambda: say("painted"))
        Paints(app, _is_filled_list, lambda: say("usable"))
        _answer(app)
        return app

    client.make_application = watched
    return ticketdesk(["client", "--profile", "bench", *(["--sign-in", invitation] if invitation else [])])


def _window() -> MainWindow | None:
    loaded = sys.modules.get("ticketdesk.ui.main_window")
    return None if loaded is None else next((one for one in QApplication.topLevelWidgets() if isinstance(one, loaded.MainWindow)), None)


def _is_filled_list(widget: QWidget) -> bool:
    window = _window()
    return window is not None and window.overview.model.rowCount() > 0 and widget is window.overview.list.view().viewport()


def _answer(app: QApplication) -> None:
    gaps = Gaps(app)

    def read() -> None:
        # Not by lines: of two that come at once a buffer would keep the second, and nobody would be woken for it.
        heard = os.read(sys.stdin.fileno(), 65_536).decode()
        if not heard:
            app.quit()
        for line in heard.splitlines():
            obey(line.strip())

    def obey(word: str) -> None:
        if word == "measure gaps":
            gaps.start()
        elif word == "gaps":
            say("gaps", gaps.stop())
        elif word == "write":
            _write()
        elif word.startswith("upload "):
            _upload(word.removeprefix("upload "))
        elif word == "memory":
            say("memory", " ".join(f"{value:.1f}" for value in _memory(_rows(1000))))

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(read)


def _write() -> None:
    """Begin a note about the first case of the list, as somebody does."""
    from PySide6.QtCore import QTimer

    from ticketdesk.domain.ids import TicketKey
    from ticketdesk.ui.panes.case.letters import Letter

    window = _window()
    assert window is not None
    first = window.overview.model.key_at(0)
    assert isinstance(first, TicketKey), "an empty list has no case to write to"
    window.case.show_case(first)
    window.case.write(Letter.NOTE)
    QTimer.singleShot(1000, lambda: say("writing"))


def _upload(path: str) -> None:
    """Attach a file to the note, and say when all of it has arrived, or why it has not."""
    from pathlib import Path

    window = _window()
    assert window is not None
    parcel = window.case.composer.parcel
    parcel.ready.connect(lambda: say("uploaded"))
    parcel.changed.connect(lambda: say("uploaded", parcel.complaint) if parcel.complaint else None)
    parcel.add([Path(path)])


def _rows(count: int) -> int:
    """Fetch pages, as scrolling does, until so many rows stand in the list."""
    window = _window()
    assert window is not None
    model = window.overview.model
    while model.rowCount() < count and model.has_more:
        loop = QEventLoop()
        model.rows_changed.connect(loop.quit)
        model.fetch_next()
        loop.exec()
        model.rows_changed.disconnect(loop.quit)
    window.overview.list.view().scrollToBottom()
    QApplication.processEvents()
    return model.rowCount()


def _memory(rows: int) -> tuple[float, float, float]:
    """Return this process's proportional, private and whole resident size in MB, rows being there."""
    if rows < 1000:
        raise RuntimeError(f"only {rows} rows")
    import gc

    gc.collect()
    with open("/proc/self/smaps_rollup", encoding="ascii") as rollup:
        sizes = {words[0]: int(words[1]) / 1024 for words in map(str.split, rollup) if words[-1] == "kB"}
    return sizes["Pss:"], sizes["Private_Clean:"] + sizes["Private_Dirty:"], sizes["Rss:"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[2] if len(sys.argv) > 2 else "", sys.argv[1]))
