"""From an administrator's invitation to being in, against a whole server as it is run: nothing replaced, nothing made smaller."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.support.cluster import private_folder
from tests.ui.sign_in.conftest import MakeWindow
from ticketdesk.domain.people import PersonClass
from ticketdesk.server import admin
from ticketdesk.server.provision import NewPerson
from ticketdesk.server.serve import Options, Server
from ticketdesk.services.servers import KnownServers
from ticketdesk.services.session import Session

SECRET = "drei blaue Ordner"
WAIT_MS = 20_000


def test_an_invited_administrator_gets_in_by_code_and_later_by_password(
    qtbot: QtBot, make_window: MakeWindow, servers: KnownServers, got_in: list[Session], tmp_path: Path
) -> None:
    with private_folder() as folder, Server(Options(folder / "server", announce=False)):
        issued = admin.first(folder / "server", NewPerson("adele", "Adele Vorlage", PersonClass.ADMIN), file=tmp_path / "adele.tdinvite")
        window = make_window()
        window.signed_in.connect(got_in.append)
        window.page.server.setText(issued.address)
        window.page.join_button.click()
        assert window.invitation_page.server.text() == issued.address.removesuffix(":54320")
        qtbot.keyClicks(window.invitation_page.code, issued.code)
        window.invitation_page.button.click()
        page = window.join_page
        qtbot.waitUntil(lambda: window.stack.currentWidget() is page, timeout=WAIT_MS)
        assert "adele" in page.facts.text()
        page.first.setText(SECRET)
        page.second.setText(SECRET)
        page.button.click()
        qtbot.waitUntil(lambda: len(got_in) == 1, timeout=WAIT_MS)
        assert got_in[0].me.name == "Adele Vorlage" and got_in[0].me.person_class is PersonClass.ADMIN
        window.close()

        window = make_window()
        window.signed_in.connect(got_in.append)
        assert window.page.user.text() == "adele"
        window.page.password.setText(SECRET)
        window.page.submit()
        qtbot.waitUntil(lambda: len(got_in) == 2, timeout=WAIT_MS)
        for session in got_in:
            session.close()
