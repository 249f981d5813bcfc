"""The dashboard in a whole client on a real server: it follows what others do by itself, and its list holds what it counts."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb
from tests.support.desktops import desktops
from ticketdesk.server.durations import Durations
from ticketdesk.ui.panes.board.pane import BoardPane


def test_an_open_dashboard_follows_what_others_do(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot) -> None:
    worker = Durations(lambda database: ringing.server.cluster.connect(database, "td_worker"), database=ringing.database)
    worker.start()
    try:
        with desktops(ringing, "coordinator", qtbot=qtbot, folder=tmp_path) as desks, session_of(ringing, "requester") as requester:
            record(requester, "Drucker im Flur")
            window = desks["coordinator"].window
            window.show()
            window.actions_here.shell_actions.qaction("board").trigger()
            pane = window.pages.pane("board")
            assert isinstance(pane, BoardPane)
            qtbot.waitUntil(lambda: pane.tiles[0].figure.text() == "1", timeout=15_000)
            record(requester, "Drucker im Keller")
            qtbot.waitUntil(lambda: pane.tiles[0].figure.text() == "2", timeout=15_000)
            pane.tiles[0].figure.click()
            qtbot.waitUntil(lambda: pane.cases.shown() == 2, timeout=10_000)
            subjects = {item.text() for row in range(2) if (item := pane.cases.table.item(row, 1))}
            assert subjects == {"Drucker im Flur", "Drucker im Keller"} and pane.cases.count.text() == "2 Tickets"
    finally:
        worker.stop()
