"""One client per profile: a second start brings the first to the front and ends; a dead one's lock does not keep anybody out."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ticketdesk.ui.bridge.instance import LONGEST, TOKEN, Instance, read_wish

_SECOND = """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from ticketdesk.ui.bridge.instance import Instance
    app = QCoreApplication([])
    one = Instance(Path(sys.argv[1]))
    print(one.claim(), flush=True)
    if sys.argv[2] == "stay":
        sys.stdin.read()
"""


@pytest.fixture
def first(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Instance]:
    monkeypatch.setenv(TOKEN, "before")
    one = Instance(tmp_path / "profile")
    assert one.claim()
    one.listen()
    yield one
    one.release()


def _start(folder: Path, what: str = "go", token: str = "") -> subprocess.Popen[str]:
    surroundings = {**os.environ, TOKEN: token}
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_SECOND), str(folder), what],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=surroundings,
    )  # fmt: skip


def test_a_second_start_asks_the_first_to_come_and_ends(first: Instance, tmp_path: Path, qtbot: QtBot) -> None:
    second = _start(tmp_path / "profile", token="abc-123")
    with qtbot.waitSignal(first.show_wanted, timeout=20_000):
        pass
    said, _ = second.communicate(timeout=20)
    assert said.strip() == "False"
    assert os.environ[TOKEN] == "abc-123"


def test_another_profile_is_another_client(first: Instance, tmp_path: Path) -> None:
    other = Instance(tmp_path / "other")
    assert other.claim()
    other.release()


def test_the_profile_is_free_once_released(first: Instance, tmp_path: Path) -> None:
    first.release()
    again = Instance(tmp_path / "profile")
    assert again.claim()
    again.release()


def test_a_killed_client_keeps_nobody_out(qapp: QApplication, tmp_path: Path) -> None:
    dead = _start(tmp_path / "profile", "stay")
    assert dead.stdout is not None
    assert dead.stdout.readline().strip() == "True"
    dead.send_signal(signal.SIGKILL)
    dead.communicate(timeout=10)
    one = Instance(tmp_path / "profile")
    assert one.claim()
    one.release()


@pytest.mark.parametrize("sent", [b"nonsense\n", b'{"show": false}\n', b"[]\n", b'{"token": "x"}\n', b"x" * (LONGEST * 3)])
def test_anything_else_is_dropped(first: Instance, qtbot: QtBot, sent: bytes) -> None:
    socket = QLocalSocket()
    socket.connectToServer(first._name)
    assert socket.waitForConnected(2000)
    heard: list[None] = []
    first.show_wanted.connect(lambda: heard.append(None))
    socket.write(sent)
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=3000)
    assert heard == []
    assert os.environ[TOKEN] == "before"


@pytest.mark.parametrize(
    ("token", "read"), [("abc", "abc"), ("", ""), ("x" * 513, ""), ("a\nb", ""), (7, ""), (None, "")],
)  # fmt: skip
def test_only_a_plain_token_is_taken(token: object, read: str) -> None:
    assert read_wish(json.dumps({"show": True, "token": token}).encode()) == read


def test_bytes_that_are_no_text_are_no_wish() -> None:
    assert read_wish(b"\xff\xfe{") is None


@pytest.mark.skipif(os.name != "posix", reason="sockets with modes are a matter of POSIX")
def test_the_socket_is_the_owners_alone(first: Instance, tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "instance.socket").exists() == (len(str(folder / "instance.socket")) <= 100)
