"""``ticketdesk replay`` as people type it: beside a running server, interrupted, gone on, and never twice at once."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_main import command, left_behind, run, serving
from tests.services.exchange import small
from tests.services.exchange.small import event
from ticketdesk.server.local import connect_running


@pytest.fixture
def folder() -> Iterator[Path]:
    from tests.support.cluster import private_folder

    with private_folder() as made:
        yield made / "server"


def log(folder: Path) -> Path:
    rows = [
        event(f"C-{case}", f"2012-05-0{1 + case}T0{8 + place}:00:00+01:00", status)
        for case in range(3)
        for place, status in enumerate(("Queued/Awaiting Assignment", "Accepted/In Progress"))
    ]
    return small.write(folder / "log.csv", rows)


def test_beside_a_running_server_interrupted_and_gone_on(folder: Path, tmp_path: Path) -> None:
    file = log(tmp_path)
    with serving(folder) as server:
        # At this speed the second day comes in ten minutes: it stands still after the first events.
        words = command("--lang", "en", "replay", str(file), "--data", str(folder), "--speed", "60")
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as slow:
            assert slow.stdout is not None
            for line in slow.stdout:
                if " of 6 events" in line and not line.startswith("0 of"):
                    break
            second = run("replay", str(file), "--data", str(folder))
            assert (second.returncode, second.stderr) == (1, f"A replay is already running on the folder {folder}.\n")
            slow.send_signal(signal.SIGINT)
            rest = slow.stdout.read()
        assert slow.returncode == 130 and "The same command goes on from here." in rest
        again = run("replay", str(file), "--data", str(folder), "--report", str(tmp_path / "report.md"))
        assert again.returncode == 0, again.stdout + again.stderr
        assert "An earlier run carried out " in again.stdout and "The logs of all replayed cases are whole." in again.stdout
        done = run("replay", str(file), "--data", str(folder), language="de_DE.UTF-8")
        assert "Dieses Protokoll ist schon ganz gespielt." in done.stdout
        with connect_running(folder) as connection:
            states = connection.execute("select state, count(*) from td.ticket group by 1").fetchall()
        assert states == [(5, 3)]
        server.send_signal(signal.SIGTERM)
        assert server.wait(15) == 0
    assert "| carried out as it stands | 6 | 100.0% |" in (tmp_path / "report.md").read_text()
    assert left_behind(folder) == []


def test_troubles_are_sentences(folder: Path, tmp_path: Path) -> None:
    missing = run("replay", str(tmp_path / "none.csv"), "--data", str(folder))
    assert missing.returncode == 2 and "cannot be read" in missing.stdout and "Traceback" not in missing.stderr
    for words in (("--speed", "fast"), ("--speed", "-3"), ("--speed", "nan"), ("--writers", "0"), ("--since", "yesterday")):
        wrong = run("replay", "x.csv", *words)
        assert wrong.returncode == 2 and "Traceback" not in wrong.stderr, words
