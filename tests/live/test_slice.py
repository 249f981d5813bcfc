"""One case from report to answer, by whole clients on a real server: what each desktop shows, tells and keeps."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.clients import record, session_of
from tests.support.cluster import OfficeDb
from tests.support.desktops import desktops
from tests.support.wire import Wire
from ticketdesk.domain.commands import AcceptTicket, AddNote, AssignTicket, TakeOver
from ticketdesk.domain.errors import Away
from ticketdesk.domain.ids import GroupId, TicketKey
from ticketdesk.domain.states import PublicState, State
from ticketdesk.ui import client as client_module
from ticketdesk.ui.bridge.connection import Link
from ticketdesk.ui.client import Client
from ticketdesk.ui.panes.case.letters import Letter


def state(client: Client, key: TicketKey) -> State | PublicState | None:
    row = client.store.get(key)
    return row.state if row else None


def write(qtbot: QtBot, client: Client, key: TicketKey, letter: Letter, text: str) -> None:
    case = client.window.case
    client.window.open_ticket(key)
    qtbot.waitUntil(lambda: case.ticket is not None and case.ticket.key == key, timeout=5000)
    case.write(letter)
    assert case.composer.frame is not None
    case.composer.frame.set_text(text)
    case.composer.send()


def test_what_one_does_is_on_all_desks_and_told_to_whom_it_concerns(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot) -> None:
    with desktops(ringing, "coordinator", "handler", qtbot=qtbot, folder=tmp_path) as desks, session_of(ringing, "requester") as requester:
        coordinator, handler = desks["coordinator"], desks["handler"]
        told: list[tuple[str, str]] = []
        assert coordinator.tray is not None and handler.tray is not None
        coordinator.tray.told.connect(lambda title, text, key: told.append(("coordinator", title)))
        handler.tray.told.connect(lambda title, text, key: told.append(("handler", title)))
        made = record(requester, "<img src=file:///etc/hostname> Drucker")
        key = TicketKey(made.ticket_id)
        qtbot.waitUntil(lambda: ("coordinator", "Neues Ticket: <img src=file:///etc/hostname> Drucker") in told, timeout=5000)
        assert state(handler, key) is None
        coordinator.context.run(AcceptTicket(key.id, 1))
        qtbot.waitUntil(lambda: state(coordinator, key) is State.ACCEPTED, timeout=5000)
        coordinator.context.run(AssignTicket(key.id, 2, group_id=GroupId(ringing.groups["Technik"])))
        qtbot.waitUntil(lambda: any(who == "handler" for who, _ in told), timeout=5000)
        # A click on the message opens the ticket.
        handler.tray.icon.messageClicked.emit()
        qtbot.waitUntil(lambda: handler.window.case.key == key, timeout=5000)
        handler.window.case.action_set.qaction("take_over").trigger()
        qtbot.waitUntil(lambda: state(coordinator, key) is State.IN_PROGRESS, timeout=5000)


@pytest.mark.x11
@pytest.mark.skipif(os.environ.get("QT_QPA_PLATFORM") != "xcb", reason="needs a real X server with a tray")
def test_on_a_real_desktop_the_icon_is_in_the_tray_and_a_message_opens_its_ticket(
    ringing: OfficeDb, tmp_path: Path, qtbot: QtBot
) -> None:
    with desktops(ringing, "coordinator", qtbot=qtbot, folder=tmp_path) as desks, session_of(ringing, "requester") as requester:
        desk = desks["coordinator"]
        assert desk.tray is not None
        qtbot.waitUntil(desk.tray.is_there, timeout=5000)
        with qtbot.waitSignal(desk.tray.told, timeout=5000):
            made = record(requester)
        desk.tray.icon.messageClicked.emit()
        qtbot.waitUntil(lambda: desk.window.case.key == TicketKey(made.ticket_id) and desk.window.isActiveWindow(), timeout=5000)


def test_a_case_pane_that_could_not_be_loaded_ahead_leaves_no_window_half_made(
    ringing: OfficeDb, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise Away

    monkeypatch.setattr(client_module, "_load_case", fail)
    with desktops(ringing, "coordinator", qtbot=qtbot, folder=tmp_path) as desks:
        assert desks["coordinator"].tray is not None and desks["coordinator"].window.sets


def test_of_two_who_take_over_one_wins_and_the_other_is_told_who(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot) -> None:
    with desktops(ringing, "handler", "mate", qtbot=qtbot, folder=tmp_path) as desks, session_of(ringing, "coordinator") as coordinator:
        made = record(coordinator)
        key = TicketKey(made.ticket_id)
        coordinator.run(AssignTicket(key.id, 1, group_id=GroupId(ringing.groups["Technik"])))
        for desk in desks.values():
            qtbot.waitUntil(lambda desk=desk: state(desk, key) is State.ASSIGNED, timeout=5000)
        answers: list[str] = []
        for name, desk in desks.items():
            desk.context.run(
                TakeOver(key.id, 2),
                done=lambda _outcome, name=name: answers.append(f"{name} won"),
                refused=lambda refused, desk=desk: answers.append(desk.context.sentence(refused)),
            )
        qtbot.waitUntil(lambda: len(answers) == 2, timeout=5000)
        winner = next(name for name in desks if f"{name} won" in answers)
        sentence = next(answer for answer in answers if not answer.endswith(" won"))
        assert ringing.people[winner].name in sentence


def test_a_cut_wire_keeps_what_was_typed_and_sends_it_once(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    wire = Wire(ringing.server.port)
    try:
        with (
            session_of(ringing, "requester") as requester,
            desktops(ringing, "coordinator", qtbot=qtbot, folder=tmp_path, port=wire.port) as desks,
        ):
            desk = desks["coordinator"]
            key = TicketKey(record(requester).ticket_id)
            qtbot.waitUntil(lambda: state(desk, key) is State.NEW, timeout=5000)
            wire.cut()
            qtbot.waitUntil(lambda: desk.connection.state.link is Link.OFFLINE, timeout=10_000)
            qtbot.waitUntil(lambda: bool(desk.window.area.ids()), timeout=1000)
            write(qtbot, desk, key, Letter.NOTE, "Ohne Verbindung geschrieben.")
            qtbot.waitUntil(lambda: desk.connection.state.waiting == 1, timeout=15_000)
            assert desk.window.case.composer.frame is not None
            assert desk.window.case.composer.frame.text() == "Ohne Verbindung geschrieben."
            later = TicketKey(record(requester, "Währenddessen gemeldet").ticket_id)
            wire.mend()
            desk.connection.retry_now()
            qtbot.waitUntil(lambda: desk.connection.state.link is Link.ONLINE, timeout=15_000)
            qtbot.waitUntil(lambda: state(desk, later) is State.NEW and desk.connection.state.waiting == 0, timeout=5000)
            qtbot.waitUntil(lambda: desk.window.case.composer.letter is None, timeout=5000)
            bodies = [step.body for step in desk.session.timeline(key)]
            assert bodies.count("Ohne Verbindung geschrieben.") == 1
    finally:
        wire.close()


def test_half_typed_text_selection_and_scroll_survive_five_hundred_events(ringing: OfficeDb, tmp_path: Path, qtbot: QtBot) -> None:
    with desktops(ringing, "coordinator", qtbot=qtbot, folder=tmp_path) as desks, session_of(ringing, "second_coordinator") as other:
        desk = desks["coordinator"]
        made = [record(other, f"Fall {number}").ticket_id for number in range(60)]
        qtbot.waitUntil(lambda: all(state(desk, TicketKey(number)) for number in made), timeout=10_000)
        key = TicketKey(made[10])
        rows = desk.window.overview.list
        desk.window.go(key)
        qtbot.waitUntil(lambda: rows.current_key() == key and desk.window.case.key == key, timeout=5000)
        desk.window.case.write(Letter.NOTE)
        frame = desk.window.case.composer.frame
        assert frame is not None
        frame.set_text("halb getippt")
        bar = rows.view().verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        first = rows.view().indexAt(rows.view().viewport().rect().topLeft()).data(0x0100)
        # Each of these moves a row from below to the top of the list, which is sorted by what changed last.
        busy = made[:8]
        for number in range(500):
            other.run(AddNote(busy[number % 8], f"Notiz {number}"))
        qtbot.waitUntil(
            lambda: all((row := desk.store.get(TicketKey(number))) is not None and row.version >= 63 for number in busy), timeout=20_000
        )
        assert frame.text() == "halb getippt" and desk.window.case.composer.frame is frame
        assert rows.current_key() == key
        assert rows.view().indexAt(rows.view().viewport().rect().topLeft()).data(0x0100) == first
