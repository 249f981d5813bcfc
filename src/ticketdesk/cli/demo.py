"""``ticketdesk demo``: a server with a made-up office and two clients beside each other; all of it ends together."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from ticketdesk.cli import exchange
from ticketdesk.cli.signals import told_to_stop
from ticketdesk.cli.texts import Tell, Texts, teller

WINDOWS = (("coordinator", "left"), ("handler", "right"))
PICTURES = "demo-pictures"
PATIENCE = 4.0
"""Seconds that the windows get to end by themselves before they are ended."""


def run(asked: argparse.Namespace, texts: Texts) -> int:
    """Run the demonstration until both windows are closed or somebody stops it."""
    from ticketdesk.server import demo
    from ticketdesk.server.serve import Options, Server

    folder = (asked.data or demo.folder(made_up=asked.import_file is None)).absolute()
    tell = teller(texts)
    demo.clear_unfinished(folder)
    with told_to_stop() as stop, Server(Options(folder, announce=False), tell=tell) as server:
        desks = demo.fill(server, cases=asked.cases if asked.import_file is None else 0, tell=tell, stop=stop)
        if stop.is_set():
            return 130
        if asked.import_file is not None and not demo.has_read(folder, asked.import_file):
            tell("importing", {"file": asked.import_file})
            if (code := exchange.read_in(asked.import_file, folder, texts, stop=stop)) > 1:
                return code
            demo.note_read(folder, asked.import_file)
        if asked.offscreen or not _has_display():
            from ticketdesk.ui import demo_story

            pictures = Path(PICTURES).absolute()
            tell("no_display", {"folder": pictures})
            return demo_story.run(desks, pictures=pictures, language=texts.language)
        tell("demo_passwords", {"file": demo.passwords_file(folder)})
        tell("opening_windows", {})
        code = _windows(desks, tell, stop)
        tell("stopping", {})
    if code:
        print(texts("trouble.windows_failed", code=code), file=sys.stderr)
    return code


def reset(asked: argparse.Namespace, texts: Texts) -> int:
    """Delete the demonstration's data; refuses while it runs."""
    from ticketdesk.server import demo

    folders = [asked.data.absolute()] if asked.data else [demo.folder(made_up=True), demo.folder(made_up=False)]
    for folder in folders:
        print(texts("step.demo_removed" if demo.remove(folder) else "step.demo_nothing", folder=folder))
    return 0


def _has_display() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _windows(desks: dict[str, Path], tell: Tell, stop: threading.Event) -> int:
    """Open both windows; returns 0, or the exit code of a window that failed."""
    from ticketdesk.server.guard import start_beside

    windows = [
        start_beside(
            [sys.executable, "-m", "ticketdesk", "client", "--profile", f"demo-{key}", "--geometry", side, "--sign-in", str(desks[key])]
        )
        for key, side in WINDOWS
    ]
    try:
        tell("windows_open", {})
        while not stop.wait(0.2) and any(window.poll() is None for window in windows):
            pass
        stopped = stop.is_set()
    finally:
        _end(windows)
    return 0 if stopped else next((window.returncode for window in windows if window.returncode), 0)


def _end(windows: list[subprocess.Popen[bytes]]) -> None:
    """Ask all windows to end, wait for them together, and end by force those that do not."""
    for window in windows:
        if window.poll() is None:
            window.terminate()
    deadline = time.monotonic() + PATIENCE
    for window in windows:
        try:
            window.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            window.kill()
            window.wait()
