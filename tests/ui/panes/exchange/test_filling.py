"""An export that is chosen in the import fills an empty server, goes on where it was stopped, and says why a server does not take it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox

from tests.access.exports import emptied, exported
from tests.sql.desk import Desk
from tests.support.clients import session_of
from tests.support.cluster import OfficeDb, Server, fresh_office
from tests.support.fake_context import FakeContext
from tests.ui.panes.exchange.test_dialog import CASES, opened, said
from ticketdesk.ui.panes.exchange.dialog import END, FILE, FILL


@pytest.fixture(scope="module")
def place(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of two cases."""
    place = tmp_path_factory.mktemp("export") / "all.zip"
    with fresh_office(server) as office, Desk(office) as desk:
        desk.record("requester", subject="Drucker")
        desk.record("colleague", subject="Zugang")
        exported(office, "auditor", place)
    return place


@pytest.fixture
def empty(server: Server) -> Iterator[OfficeDb]:
    with fresh_office(server) as office:
        emptied(office)
        yield office


def at(ctx: FakeContext, session: Any) -> None:
    """Let the dialog speak with a real server."""
    ctx.server = session


def test_a_server_is_filled_stopped_and_gone_on_with(qtbot: Any, empty: OfficeDb, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog, ctx = opened(qtbot)
    with session_of(empty, "admin") as session:
        at(ctx, session)
        dialog.open_file(str(place))
        ctx.settle()
        assert dialog.stack.currentIndex() == FILL and dialog.title.text() == "Schritt 2 von 2: Leeren Server füllen"
        assert "Vorgänge: 2" in dialog.filling.page.lines.text() and "Prüfsummen stimmen" in dialog.filling.page.lines.text()
        with monkeypatch.context() as patch:
            patch.setattr(dialog.work, "tell", lambda _doing, _done, _of: dialog.work.stop())
            dialog.go_on()
            ctx.settle()
        assert said(dialog).startswith("Angehalten nach 0 von 2 Vorgängen.") and dialog.next_button.isEnabled()
        dialog.go_on()
        ctx.settle()
        assert dialog.filling.page.head.text().startswith("Der Server ist gefüllt (Vorgänge: 2")
        assert "jedes Protokoll ist geprüft" in dialog.filling.page.head.text()
        assert "melden Sie sich jetzt neu an" in dialog.filling.page.lines.text()
        assert dialog.next_button.text() == "&Fertig" and not dialog.back_button.isVisible() and not said(dialog)
    with empty.superuser() as connection:
        assert connection.execute("select subject from td.ticket order by id").fetchall() == [("Drucker",), ("Zugang",)]
        assert connection.execute("select count(*) from td.chain_faults(0, 99999)").fetchone() == (0,)


def test_a_server_that_lives_and_who_may_not_are_told(qtbot: Any, shared_office: OfficeDb, place: Path) -> None:
    for key, words in (("admin", "Dieser Server ist nicht leer."), ("coordinator", "nur eine Administratorin")):
        dialog, ctx = opened(qtbot)
        with session_of(shared_office, key) as session:
            at(ctx, session)
            dialog.open_file(str(place))
            ctx.settle()
            dialog.go_on()
            ctx.settle()
            assert words in said(dialog) and dialog.filling.answer is None
            dialog.go_back()
            assert dialog.stack.currentIndex() == FILE


def test_a_folder_is_chosen_by_its_manifest_and_a_broken_one_is_said(qtbot: Any, tmp_path: Path) -> None:
    dialog, ctx = opened(qtbot)
    manifest = {"format": "ticketdesk-export", "version": 99, "files": {}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    dialog.open_file(str(tmp_path / "manifest.json"))
    ctx.settle()
    assert dialog.stack.currentIndex() == FILE and said(dialog).startswith(("Der Export", f"{tmp_path.name} ist kein"))


@pytest.mark.parametrize("stops", [False, True])
def test_closing_while_it_imports_asks_first(qtbot: Any, tmp_path: Path, stops: bool) -> None:
    dialog, ctx = opened(qtbot)
    (tmp_path / "alt.csv").write_bytes(CASES.encode("cp1252"))
    dialog.open_file(str(tmp_path / "alt.csv"))
    ctx.settle()
    for _page in range(3):
        dialog.go_on()
        ctx.settle()
    assert dialog.stack.currentIndex() == END
    dialog.go_on()  # the fake's answer comes with the event loop only
    for close in (dialog.reject, dialog.close):
        close()
        assert dialog.isVisible() and isinstance(dialog.asked, QMessageBox) and dialog.asked.isVisible()
    assert "Mit derselben Datei" in dialog.asked.informativeText()
    stop, keep = (dialog.asked.buttons()[place] for place in ((0, 1) if "Anhalten" in dialog.asked.buttons()[0].text() else (1, 0)))
    (stop if stops else keep).click()
    assert dialog.isVisible() is not stops and dialog.work.stopping() is stops
    if not stops:
        ctx.settle()
        assert dialog.outcome is not None and not dialog.work.sends
        dialog.reject()
        assert not dialog.isVisible()
    again, ctx = opened(qtbot)
    ctx.settle()
    assert (again.file.path.text() != "") is stops, "what was stopped is still there to go on with"
