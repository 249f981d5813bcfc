"""What tests of signing in share: a dressed application, keyrings, and windows that are closed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ticketdesk.db import watchdog
from ticketdesk.services.discover import FoundServer
from ticketdesk.services.secrets import Secrets
from ticketdesk.services.servers import KnownServers
from ticketdesk.services.session import Session
from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.kit.runner import Runner
from ticketdesk.ui.sign_in.window import SignInWindow

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let no test here fail for what the offscreen platform says of itself."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


class MemoryKeyring:
    """A keyring that works, in memory."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, place: str, login: str) -> str | None:
        return self.held.get((place, login))

    def set_password(self, place: str, login: str, password: str) -> None:
        self.held[place, login] = password

    def delete_password(self, place: str, login: str) -> None:
        del self.held[place, login]


class NoKeyring:
    """What a computer without one raises at the first question."""

    def get_password(self, place: str, login: str) -> str | None:
        raise RuntimeError("no keyring here")


class MakeWindow(Protocol):
    """Makes a window as the program would."""

    def __call__(self, *, keyring: Any = None, browse: Callable[[], tuple[FoundServer, ...]] = ..., profile: str = ...) -> SignInWindow: ...


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, qtlog: Any) -> Iterator[None]:
    """Start each test light and German; fail it when Qt warned, or when the database was asked on this thread."""
    theme.apply(qapp, theme.Scheme.LIGHT)
    theme.set_base_size(10)
    language.install(qapp, "de")
    Session.forbid_this_thread()
    yield
    watchdog.allow_on_this_thread()
    bad = [one.message for one in qtlog.records if one.type_name in ("QtWarningMsg", "QtCriticalMsg") and not one.ignored]
    assert not bad, f"Qt warned: {bad}"


@pytest.fixture
def servers(tmp_path: Path) -> KnownServers:
    return KnownServers(folder=tmp_path / "known")


@pytest.fixture
def make_window(qtbot: QtBot, servers: KnownServers, tmp_path: Path) -> Iterator[MakeWindow]:
    """Make windows that are shown; afterwards they are closed, and a failure that nobody expected fails the test."""
    bugs: list[tuple[str, Exception]] = []
    runners: list[Runner] = []
    windows: list[SignInWindow] = []

    def make(
        *, keyring: Any = None, browse: Callable[[], tuple[FoundServer, ...]] = lambda: (), profile: str = ""
    ) -> SignInWindow:
        runner = Runner(on_failure=lambda error, name: bugs.append((name, error)))
        held = KnownServers(folder=tmp_path / profile) if profile else servers
        window = SignInWindow(runner, held, secrets=Secrets(backend=keyring or MemoryKeyring()), browse=browse)
        qtbot.addWidget(window)
        runners.append(runner)
        windows.append(window)
        window.show()
        return window

    yield make
    for window in windows:
        window.close()
    for runner in runners:
        assert runner.close()
    assert not bugs


@pytest.fixture
def got_in() -> Iterator[list[Session]]:
    """Sessions that windows handed over; closed afterwards."""
    held: list[Session] = []
    yield held
    for session in held:
        session.close()
