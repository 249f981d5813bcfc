"""The demonstration: fills once, opens two windows that are signed in, and leaves nothing running however it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.test_main import left_behind
from tests.support.cluster import private_folder
from ticketdesk.server.local import connect_running


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """Somebody's home, in which the demonstration was filled once."""
    with private_folder() as folder:
        with showing(folder) as process:
            end(process, signal.SIGTERM)
        yield folder


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    # A display by name makes it open windows; Qt draws them nowhere.
    return kept | {"HOME": str(home), "LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8", "DISPLAY": ":99999", "QT_QPA_PLATFORM": "offscreen"}


def data(home: Path) -> Path:
    return home / "data"


@contextmanager
def showing(home: Path, seconds: float = 90.0) -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, "-m", "ticketdesk", "demo", "--data", str(data(home)), "--cases", "20"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment(home))
    with process:
        assert process.stdout is not None
        told: list[str] = []
        try:
            for line in process.stdout:
                told.append(line)
                if line.startswith("Close both windows"):
                    break
            else:
                pytest.fail("".join(told))
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def end(process: subprocess.Popen[str], how: signal.Signals) -> int:
    process.send_signal(how)
    return process.wait(15)


def wait_for_sessions(home: Path, logins: set[str], seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with connect_running(data(home)) as connection:
            found = connection.execute("select distinct usename from pg_stat_activity where datname = 'ticketdesk_bell'").fetchall()
        if logins <= {row[0] for row in found}:
            return
        time.sleep(0.2)
    pytest.fail(f"not signed in: {logins}")


def test_opens_two_windows_that_are_signed_in(home: Path) -> None:
    filled = data(home) / "demo-people.json"
    people, written = {row["key"]: row for row in json.loads(filled.read_text())}, filled.stat().st_mtime_ns
    with showing(home) as process:
        assert filled.stat().st_mtime_ns == written, "filled a second time"
        wait_for_sessions(home, {people["coordinator"]["login"], people["handler"]["login"]})
        assert end(process, signal.SIGINT) == 0
    assert left_behind(home) == []
    assert {row["key"]: row for row in json.loads((data(home) / "demo-people.json").read_text())} == people, "the data stay"


def test_passwords_are_for_the_owner_alone(home: Path) -> None:
    for path in (data(home) / "demo-people.json", *(data(home) / "sign-in").iterdir()):
        assert path.stat().st_mode & 0o077 == 0, path


def windows_of(home: Path) -> list[int]:
    """Process ids of this demonstration's two clients."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if b"--sign-in" in words and os.fsencode(home) in words:
            found.append(int(entry.name))
    return found


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_leaves_nothing_running(home: Path, how: signal.Signals) -> None:
    with showing(home) as process:
        assert left_behind(home)
        end(process, how)
    deadline = time.monotonic() + 8
    while (left := left_behind(home)) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert left == []


def test_ends_when_both_windows_are_closed(home: Path) -> None:
    with showing(home) as process:
        people = {row["key"]: row for row in json.loads((data(home) / "demo-people.json").read_text())}
        wait_for_sessions(home, {people["coordinator"]["login"], people["handler"]["login"]})
        windows = windows_of(home)
        assert len(windows) == 2
        for window in windows:
            os.kill(window, signal.SIGTERM)
        assert process.wait(15) == 0
    assert left_behind(home) == []


def test_tells_the_story_without_a_display(home: Path, tmp_path: Path) -> None:
    there = {name: value for name, value in environment(home).items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    words = [sys.executable, "-m", "ticketdesk", "demo", "--data", str(data(home))]
    told = subprocess.run(words, capture_output=True, text=True, env=there, cwd=tmp_path, timeout=110, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert len(list((tmp_path / "demo-pictures").glob("*.png"))) >= 8
    assert left_behind(home) == []


def test_reset_forgets_and_refuses_while_it_runs(home: Path) -> None:
    words = [sys.executable, "-m", "ticketdesk", "demo-reset", "--data", str(data(home))]
    with showing(home) as process:
        running = subprocess.run(words, capture_output=True, text=True, env=environment(home), check=False)
        assert running.returncode == 1 and "already running" in running.stderr
        end(process, signal.SIGTERM)
    assert subprocess.run(words, capture_output=True, text=True, env=environment(home), check=False).returncode == 0
    assert not data(home).exists()
    (data(home)).mkdir()
    (data(home) / "letters.txt").write_text("mine")
    other = subprocess.run(words, capture_output=True, text=True, env=environment(home), check=False)
    assert other.returncode == 1 and (data(home) / "letters.txt").exists()
