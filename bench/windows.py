"""The window: start, memory, and whether it stays awake while a hundred events a second arrive. Each client a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import Figure, Series
from bench.office import Office
from bench.reads import NEWEST
from ticketdesk.domain.commands.entry import AddNote
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.query import Listing, View

EVENTS_A_SECOND = 100
UPLOAD = 50 * 1_048_576
"""Bytes of the largest file that an office takes by default."""


class Watched:
    """A process that is measured: says what it has painted, answers questions, ends when its input does."""

    def __init__(self, module: str, *arguments: str, first: str = "", home: Path) -> None:
        places = {name: str(home / name.lower()) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
        # People's computers keep bytecode; some build machines are told not to, and would compile the client anew at each start.
        env = os.environ | places | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(home / "bytecode")}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        self.began = time.monotonic_ns()
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env
        )
        if first:
            self.tell(first)

    def tell(self, line: str) -> None:
        """Write a line to it."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def answer(self, word: str) -> str:
        """Return what follows this word, when it comes."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            found, _, rest = line.strip().partition(" ")
            if found == word:
                return rest
        raise RuntimeError(f"it ended without a word of {word}")

    def since_start(self, word: str) -> float:
        """Return when it said this word, in ms after its start."""
        return (int(self.answer(word)) - self.began) / 1e6

    def end(self) -> None:
        """Let it end."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def watched(module: str, *arguments: str, home: Path, first: str = "") -> Iterator[Watched]:
    """Start such a process and end it."""
    process = Watched(module, *arguments, first=first, home=home)
    try:
        yield process
    finally:
        process.end()


def figures(office: Office, *, starts: int = 12, seconds: float = 10.0) -> Iterator[Figure]:
    """Measure start, memory and gaps."""
    with tempfile.TemporaryDirectory(prefix="td-bench-home-") as folder:
        home = Path(folder)
        invitation = home / "sign-in"
        invitation.write_text(office.invitation, "utf-8")
        yield from _starts(office, home, invitation, starts)
        yield from _awake(office, home, invitation, seconds)
        yield from _carries(office, home, invitation)


def _starts(office: Office, home: Path, invitation: Path, starts: int) -> Iterator[Figure]:
    me = str(office.coordinator.person_id)
    address = office.coordinator.address
    words = address.conninfo(office.coordinator.login, office.coordinator.password, database=address.main)
    asked = json.dumps({"words": words, "question": NEWEST})
    times: dict[str, list[float]] = {"empty": [], "window": [], "plain": [], "list": []}
    for turn in range(starts + 1):
        with watched("bench.client_window", me, str(invitation), home=home) as client:
            listed = client.since_start("usable")
        with watched("bench.empty_window", "list", first=asked, home=home) as plain:
            shortest = plain.since_start("usable")
        with watched("bench.client_window", me, home=home) as client:
            painted = client.since_start("painted")
        with watched("bench.empty_window", home=home) as empty:
            bare = empty.since_start("painted")
        # The first round fills caches: bytecode, fonts, the file system's.
        if turn:
            for name, value in (("list", listed), ("plain", shortest), ("window", painted), ("empty", bare)):
                times[name].append(value)
    found = {name: Series(tuple(values)) for name, values in times.items()}
    yield Figure(
        "window painted, beside an empty QMainWindow", office.tickets, found["window"].median, 1.5,
        floor=found["empty"].median, p95=found["window"].p95, quiet=found["window"].p10 / found["empty"].p10,
    )  # fmt: skip
    yield Figure(
        "usable list, beside imports + connect + list + paint", office.tickets, found["list"].median, 1.3,
        floor=found["plain"].median, p95=found["list"].p95, quiet=found["list"].p10 / found["plain"].p10,
    )  # fmt: skip


def _awake(office: Office, home: Path, invitation: Path, seconds: float) -> Iterator[Figure]:
    """Write to the newest cases of the list that is shown; beside it an empty window says how long the machine itself stood still."""
    session = office.coordinator.session()
    shown = [int(row.id) for row in session.page(Listing(View.ALL_OPEN)).rows]
    with (
        watched("bench.client_window", str(office.coordinator.person_id), str(invitation), home=home) as client,
        watched("bench.empty_window", home=home) as empty,
    ):
        client.answer("usable")
        empty.answer("painted")
        time.sleep(2.0)
        for process in (client, empty):
            process.tell("measure gaps")
        began, written = time.perf_counter(), 0
        while time.perf_counter() - began < seconds:
            session.run(AddNote(TicketId(shown[written % len(shown)]), "Noch eine Zeile."))
            written += 1
            time.sleep(max(0.0, began + written / EVENTS_A_SECOND - time.perf_counter()))
        rate = written / (time.perf_counter() - began)
        heard = []
        for process in (client, empty):
            process.tell("gaps")
            heard.append(process.answer("gaps").split())
        longest, p99, over = heard[0]
        remark = f"p99 {p99} ms, {over} over 50 ms, {rate:.0f} events/s arrived; an empty window beside it: longest {heard[1][0]} ms"
        yield Figure("longest gap of the GUI thread at 100 events/s", office.tickets, float(longest), 50.0, remark=remark)
        client.tell("memory")
        memory, private, resident = map(float, client.answer("memory").split())
    session.close()
    remark = f"{private:.0f} MB are its own; of the {resident - private:.0f} MB of libraries that others use too, its share by their number"
    yield Figure("client's memory with 1,000 rows (PSS)", office.tickets, memory, 110.0, unit="MB", remark=remark)


def _carries(office: Office, home: Path, invitation: Path) -> Iterator[Figure]:
    """Attach the largest file that may be sent; beside it an empty window says how long the machine itself stood still."""
    file = home / "Protokoll.bin"
    with file.open("wb") as stream:
        for _ in range(UPLOAD // 1_048_576):
            stream.write(os.urandom(1_048_576))
    with (
        watched("bench.client_window", str(office.coordinator.person_id), str(invitation), home=home) as client,
        watched("bench.empty_window", home=home) as empty,
    ):
        client.answer("usable")
        empty.answer("painted")
        client.tell("write")
        client.answer("writing")
        for process in (client, empty):
            process.tell("measure gaps")
        began = time.monotonic()
        client.tell(f"upload {file}")
        client.answer("uploaded")
        took = time.monotonic() - began
        heard = []
        for process in (client, empty):
            process.tell("gaps")
            heard.append(process.answer("gaps").split())
    longest, p99, over = heard[0]
    remark = f"p99 {p99} ms, {over} over 50 ms, {took:.1f} s for all of it; an empty window beside it: longest {heard[1][0]} ms"
    yield Figure("longest gap of the GUI thread while 50 MB are attached", office.tickets, float(longest), 50.0, remark=remark)
