"""Importing by a whole client on a real server: the cases are on a coordinator's desk at once, and gone when the import is undone."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.support.cluster import OfficeDb
from tests.support.desktops import desktops
from tests.ui.panes.exchange.test_dialog import CASES
from ticketdesk.domain.imports import RunState
from ticketdesk.ui.panes.admin.imports import ImportsPage
from ticketdesk.ui.panes.exchange.dialog import COLUMNS, END, FILE, WORDS, ImportDialog
from ticketdesk.ui.panes.overview import menus

SOON = 15_000


def test_imported_seen_elsewhere_and_undone(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "alt.csv"
    path.write_bytes(CASES.encode("cp1252"))
    with desktops(ringing, "admin", "coordinator", qtbot=qtbot, folder=tmp_path) as desks:
        admin, coordinator = desks["admin"].window, desks["coordinator"].window
        for window, may in ((admin, True), (coordinator, False)):
            entry = menus.find(window.sets, "import_file")
            assert entry is not None and entry.isVisible() is may
        entry = menus.find(admin.sets, "import_file")
        assert entry is not None
        entry.trigger()
        dialog = admin.findChild(ImportDialog)
        assert isinstance(dialog, ImportDialog)
        dialog.open_file(str(path))
        for page in (FILE, COLUMNS, WORDS):
            ready = lambda page=page: dialog.stack.currentIndex() == page and dialog.next_button.isEnabled()  # noqa: E731
            qtbot.waitUntil(ready, timeout=SOON)
            dialog.next_button.click()
        qtbot.waitUntil(lambda: dialog.stack.currentIndex() == END and dialog.next_button.isEnabled(), timeout=SOON)
        dialog.next_button.click()
        qtbot.waitUntil(lambda: dialog.outcome is not None and dialog.outcome.imported == 2, timeout=SOON)
        dialog.next_button.click()

        def subjects() -> set[str]:
            return {row.subject for row in coordinator.ctx.store.tickets().values()}

        qtbot.waitUntil(lambda: "Zugang fehlt" in subjects(), timeout=SOON)
        admin.show_admin("imports")
        imports = admin.pages.admin().page("imports")
        assert isinstance(imports, ImportsPage)
        qtbot.waitUntil(lambda: len(imports.runs) == 1, timeout=SOON)
        assert (imports.runs[0].file_name, imports.runs[0].refused, imports.runs[0].state) == ("alt.csv", 1, RunState.DONE)
        imports.undo(imports.runs[0])
        qtbot.waitUntil(lambda: imports.runs[0].state is RunState.UNDONE, timeout=SOON)
        qtbot.waitUntil(lambda: "Zugang fehlt" not in subjects(), timeout=SOON)
