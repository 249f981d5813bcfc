"""Export of everything by the coordinator, in a process of its own: how long, how much, and the most memory it ever held.

``python -m bench.taken FOLDER FORMAT`` is that process; it reads its log-in from standard input.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Figure
from bench.office import Login, Office
from ticketdesk.services.exchange.export import Wish, export
from ticketdesk.services.exchange.export_format import Format

GOAL_SECONDS = 120.0
GOAL_MEGABYTES = 130.0
"""Whatever the office's size: flat memory."""


def figures(office: Office) -> Iterator[Figure]:
    """Measure both formats; JSON lines into a folder, CSV into a zip file as the client does."""
    for kind, name in ((Format.JSON, "alles"), (Format.CSV, "alles.zip")):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "bench.taken", str(Path(folder) / name), kind.value]
            ended = subprocess.run(command, input=office.coordinator.to_json(), check=True, capture_output=True, text=True, timeout=1800)
        told = json.loads(ended.stdout.splitlines()[-1])
        remark = f"{told['rows']:,} rows, {told['megabytes']:.0f} MB"
        what = f"export of everything ({kind.value})"
        yield Figure(what, office.tickets, told["seconds"] * 1000, GOAL_SECONDS * 1000, remark=remark)
        yield Figure(f"{what}, most memory (PSS)", office.tickets, told["memory"], GOAL_MEGABYTES, unit="MB")


class _Memory(threading.Thread):
    """Looks ten times a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most, self._end = 0.0, threading.Event()

    def run(self) -> None:
        while not self._end.wait(0.1):
            for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines():
                if line.startswith("Pss:"):
                    self.most = max(self.most, int(line.split()[1]) / 1024)

    def stop(self) -> float:
        self._end.set()
        self.join()
        return self.most


def main() -> None:
    """Export once and say how it went."""
    session = Login.from_json(sys.stdin.readline()).session()
    memory = _Memory()
    memory.start()
    began = time.perf_counter()
    done = export(session, Wish(Path(sys.argv[1]), Format(sys.argv[2])), told=lambda done, of: None, stop=lambda: False)
    seconds = time.perf_counter() - began
    answer = {"seconds": seconds, "memory": memory.stop(), "rows": sum(done.rows.values()), "megabytes": done.size / 1e6}
    session.close()
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
