"""The server of a measurement: the product's own, in a process of its own, ended with the process that asked for it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ticketdesk.server.serve import Options, Server


@contextlib.contextmanager
def running() -> Iterator[Path]:
    """Run a fresh server and give its folder; durable, over TLS, with its relay, exactly as people run it."""
    top = Path(tempfile.mkdtemp(prefix="td-bench-"))
    # The database's own system user has to pass through.
    os.chmod(top, 0o711)
    folder = top / "server"
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.server", str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        if process.stdout.readline().strip() != "ready":
            raise RuntimeError("the server did not start")
        yield folder
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(60)
        shutil.rmtree(top, ignore_errors=True)


def _serve(folder: Path) -> None:
    with Server(Options(folder, announce=False)):
        print("ready", flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
