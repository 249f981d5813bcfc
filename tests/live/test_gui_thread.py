"""No database call on the GUI thread: a whole client is used with every such call forbidden, and all it does comes true all the same."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb
from tests.support.desktops import desktops
from ticketdesk.db import watchdog
from ticketdesk.domain.ids import TicketKey
from ticketdesk.domain.query import View
from ticketdesk.domain.states import State
from ticketdesk.ui.client import Client
from ticketdesk.ui.panes.case.letters import Letter


@pytest.fixture
def allowed_again() -> Iterator[None]:
    yield
    watchdog.allow_on_this_thread()


def elsewhere(office: OfficeDb, made: list[TicketKey]) -> None:
    """Record a report from another thread, as another person's client would."""

    def work() -> None:
        with session_of(office, "requester") as requester:
            made.append(TicketKey(record(requester).ticket_id))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def _categories(desk: Client) -> set[str]:
    return {one.name for one in desk.store.directory.categories.values()}


def test_a_client_never_asks_the_database_on_the_gui_thread(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot, allowed_again: None) -> None:
    with desktops(ringing, "coordinator", qtbot=qtbot, folder=tmp_path, screen="en") as desks:
        desk = desks["coordinator"]
        desk.session.forbid_this_thread()
        qtbot.waitUntil(lambda: _categories(desk) >= {"Printer"}, timeout=5000)
        with pytest.raises(RuntimeError):
            desk.session.unseen()
        made: list[TicketKey] = []
        elsewhere(ringing, made)
        key = made[0]
        qtbot.waitUntil(lambda: desk.store.get(key) is not None, timeout=5000)
        desk.window.open_ticket(key)
        qtbot.waitUntil(lambda: bool(desk.window.case.timeline.steps()), timeout=5000)
        desk.window.case.action_set.qaction("accept_ticket").trigger()
        qtbot.waitUntil(lambda: (row := desk.store.get(key)) is not None and row.state is State.ACCEPTED, timeout=5000)
        desk.window.case.write(Letter.NOTE)
        assert desk.window.case.composer.frame is not None
        desk.window.case.composer.frame.set_text("Von einem anderen Faden aus gespeichert.")
        desk.window.case.composer.send()
        qtbot.waitUntil(lambda: any(step.what == "noted" for step in desk.window.case.timeline.steps()), timeout=5000)
        for view in (View.NEW, View.CLOSED, View.ALL_OPEN):
            desk.window.overview.show_view(view)
            qtbot.wait(100)
        desk.window.look.set_language("de")
        qtbot.waitUntil(lambda: _categories(desk) >= {"Drucker"}, timeout=5000)
        desk.window.new_ticket()
        desk.window.go(key)
        qtbot.wait(300)
