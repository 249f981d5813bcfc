"""Whole clients in a test: window, tray, feed and all, for people of the test office."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.clients import address_of
from tests.support.cluster import OfficeDb
from ticketdesk.services.session import sign_in
from ticketdesk.ui.bridge.connection import Link
from ticketdesk.ui.client import Client
from ticketdesk.ui.kit import language
from ticketdesk.ui.kit.runner import Runner


@contextmanager
def desktops(
    office: OfficeDb, *keys: str, qtbot: QtBot, folder: Path, port: int | None = None, screen: str = "de"
) -> Iterator[dict[str, Client]]:
    """Open a client for each person, signed in and online; a bug in any of them fails the test. ``screen``: in which language."""
    bugs: list[Exception] = []
    runner = Runner(on_failure=lambda error, name: bugs.append(error))
    clients: dict[str, Client] = {}
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.install(app, screen)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            patch.setitem(os.environ, name, str(folder / name))
        try:
            for key in keys:
                person = office.people[key]
                address = address_of(office)
                if port is not None:
                    address = type(address)(address.host, port, address.ca_file, address.main, address.bell)
                session = sign_in(address, person.user_name, person.password, salt=office.salt)
                clients[key] = Client(session, runner, profile=f"test-{key}")
                clients[key].start()
            online = [client.connection for client in clients.values()]
            qtbot.waitUntil(lambda: all(one.state.link is Link.ONLINE for one in online), timeout=15_000)
            yield clients
        finally:
            for client in clients.values():
                client.close()
            runner.close()
    assert not bugs, bugs
