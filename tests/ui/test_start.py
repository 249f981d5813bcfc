"""The start: the window is painted before anything heavy is loaded, and it is the same window that becomes the sign-in page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRect, QSettings, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.own_settings import own_settings
from ticketdesk.services.secrets import Secrets
from ticketdesk.services.servers import KnownServers
from ticketdesk.ui.desktop import Application
from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.kit.runner import Runner
from ticketdesk.ui.look import Look
from ticketdesk.ui.sign_in.frame import SignInFrame
from ticketdesk.ui.sign_in.window import SignInWindow

BEFORE_THE_PAINT = {
    "ticketdesk", "ticketdesk.cli", "ticketdesk.cli.main", "ticketdesk.cli.client", "ticketdesk.cli.texts", "ticketdesk.ui",
    "ticketdesk.ui.app", "ticketdesk.ui.bridge", "ticketdesk.ui.bridge.instance", "ticketdesk.ui.kit", "ticketdesk.ui.kit.built",
    "ticketdesk.ui.kit.colours", "ticketdesk.ui.kit.icons", "ticketdesk.ui.kit.labels", "ticketdesk.ui.kit.language",
    "ticketdesk.ui.kit.imports", "ticketdesk.ui.kit.kept", "ticketdesk.ui.kit.pen", "ticketdesk.ui.kit.stamps",
    "ticketdesk.ui.kit.theme", "ticketdesk.ui.look", "ticketdesk.ui.sign_in", "ticketdesk.ui.sign_in.frame", "ticketdesk.ui.sign_in.head",
    "ticketdesk.ui.sign_in.place",
}  # fmt: skip
"""Every one of our modules that may be loaded before somebody sees the window. One more is paid for by everybody at each start."""
LATER = {
    "cryptography", "sqlalchemy", "psycopg", "zeroconf", "keyring", "platformdirs", "alembic", "PySide6.QtNetwork", "logging.handlers",
    "socket", "asyncio", "tomllib", "subprocess", "uuid", "ssl",
}  # fmt: skip

_WATCHED = """
    import json, linecache, os, sys
    from ticketdesk.ui import app

    def painted(start):
        print(json.dumps([sorted(sys.modules), sorted(linecache.cache)]), flush=True)
        os._exit(0)

    app.Start._go_on = painted
    from ticketdesk.cli.main import main
    main(["client", "--profile", "first-paint"])
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    homes = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    watched = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_WATCHED)], env=os.environ | homes | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE, text=True, timeout=100, check=True,
    )  # fmt: skip
    modules, sources = json.loads(watched.stdout)
    assert {name for name in modules if name.partition(".")[0] == "ticketdesk"} <= BEFORE_THE_PAINT
    assert not LATER.intersection(modules)
    ours = os.path.join("ticketdesk", "ui", "")
    assert not [source for source in sources if ours in source], "PySide6 reads and keeps the source of what is imported"


@pytest.fixture
def servers(tmp_path: Path) -> KnownServers:
    return KnownServers(folder=tmp_path / "known")


@pytest.fixture
def runner() -> Iterator[Runner]:
    bugs: list[Exception] = []
    made = Runner(on_failure=lambda error, name: bugs.append(error))
    yield made
    assert made.close()
    assert not bugs


@pytest.fixture
def frame(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[SignInFrame]:
    own_settings(tmp_path)
    theme.apply(qapp, theme.Scheme.LIGHT)
    theme.set_base_size(10)
    language.install(qapp, "de")
    made = SignInFrame()
    qtbot.addWidget(made)
    yield made
    theme.set_base_size(None)


def furnish(frame: SignInFrame, runner: Runner, servers: KnownServers) -> SignInWindow:
    """Fill the window as the application does."""
    content = SignInWindow(runner, servers, parent=frame, secrets=Secrets(backend=object()), browse=lambda: ())
    frame.fill(content)
    return content


def close(frame: SignInFrame, content: SignInWindow, qtbot: QtBot) -> None:
    """Close it once its errands are done."""
    qtbot.waitUntil(lambda: content._errands.open_jobs == 0, timeout=30_000)
    frame.close()


def test_it_is_one_window_whose_head_and_size_stay(frame: SignInFrame, runner: Runner, servers: KnownServers, qtbot: QtBot) -> None:
    with qtbot.waitSignal(frame.painted):
        frame.show()
    number, size = frame.winId(), frame.size()
    head = QRect(0, 0, frame.size().width() // 2, frame.head.geometry().bottom())
    before = frame.grab(head).toImage()
    content = furnish(frame, runner, servers)
    qtbot.waitUntil(content.page.server.hasFocus)
    assert frame.winId() == number and frame.size() == size and content.size() == size
    assert frame.grab(head).toImage() == before
    assert frame.windowTitle() == "Ticketdesk: Anmelden"
    close(frame, content, qtbot)


def test_what_is_typed_before_the_fields_are_there_is_not_lost(
    frame: SignInFrame, runner: Runner, servers: KnownServers, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(frame.painted):
        frame.show()
    frame.activateWindow()
    QTest.keyClicks(frame, "desk.example")
    QTest.keyClick(frame, Qt.Key.Key_Tab)
    content = furnish(frame, runner, servers)
    qtbot.waitUntil(lambda: content.page.server.text() == "desk.example")
    qtbot.waitUntil(lambda: not content.page.server.hasFocus())
    close(frame, content, qtbot)


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("points", [9, 10, 12, 14])
def test_the_page_has_room_in_the_window_as_it_was_painted_first(
    frame: SignInFrame, runner: Runner, servers: KnownServers, qapp: QApplication, qtbot: QtBot, points: int, code: str
) -> None:
    theme.set_base_size(points)
    language.install(qapp, code)
    other = SignInFrame()
    qtbot.addWidget(other)
    size = other.size()
    content = furnish(other, runner, servers)
    hint = content.sizeHint()
    assert hint.width() <= size.width() and hint.height() <= size.height()
    assert content.heightForWidth(size.width()) <= size.height()
    close(other, content, qtbot)


def test_a_window_closed_before_it_is_filled_ends_the_program(frame: SignInFrame, qtbot: QtBot) -> None:
    frame.show()
    painted: list[bool] = []
    frame.painted.connect(lambda: painted.append(True))
    with qtbot.waitSignal(frame.closed):
        frame.close()
    qtbot.wait(20)
    assert not painted


def test_a_filled_window_tells_its_page_that_it_is_closed(frame: SignInFrame, runner: Runner, servers: KnownServers, qtbot: QtBot) -> None:
    frame.show()
    content = furnish(frame, runner, servers)
    with qtbot.waitSignal(content.closed):
        close(frame, content, qtbot)


class _Instance(QObject):
    show_wanted = Signal()

    def listen(self) -> None:
        """Nobody else is there."""


def test_with_an_invitation_the_window_says_what_is_done_and_then_why_it_did_not_work(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    own_settings(tmp_path)
    language.install(qapp, "de")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("ticketdesk.ui.sign_in.window._browse", lambda: ())
    broken = tmp_path / "broken.tdinvite"
    broken.write_text("no invitation", "utf-8")
    frame = SignInFrame(entering=True)
    qtbot.addWidget(frame)
    with qtbot.waitSignal(frame.painted):
        frame.show()
    assert "Verbindung wird aufgebaut" in frame.head.below.text()
    program = Application(_Instance(), Look(qapp, QSettings()), profile="broken", geometry="")  # type: ignore[arg-type]
    program.enter_by(broken, frame)
    qtbot.waitUntil(lambda: frame.is_filled, timeout=30_000)
    page = frame.findChild(SignInWindow)
    assert isinstance(page, SignInWindow)
    qtbot.waitUntil(lambda: page.invitation_page.isVisible() and bool(page.invitation_page._faults), timeout=30_000)
    close(frame, page, qtbot)
    program.close()
    assert "did not let in" in caplog.text
    caplog.clear()
