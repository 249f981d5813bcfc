"""What holds for every test: a real PostgreSQL on request, no network but this machine, no warning that nobody reads."""

from __future__ import annotations

import gc
import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent

import ticketdesk.ui.kit.imports  # noqa: F401  (before the tests are collected: else PySide6 reads and keeps all their sources)
from tests.support import memory

memory.choose()
# Whoever starts the tests may have forbidden Python to keep what it has compiled: each worker, and each program that a test starts, would
# then begin with ten seconds of compiling.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How fast examples are made up says how busy the machine is, and nothing of the program.
hypothesis.settings.register_profile("busy", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("busy")

pytest_plugins = ["tests.support.cluster"]

# As in the client (ui/kit/collector.py): what Python collects, it collects on the thread that runs the tests, never on a worker's.
gc.disable()

_LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Python code reach addresses of this machine alone."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(_LOOPBACK):
            raise AssertionError(f"a test reached for {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


BEGUN_FIRST = (
    "sql/test_walk", "access/test_mutants", "access/test_matrix", "access/test_canaries", "exchange/test_bpic2013", "cli/test_demo",
    "cli/test_main", "cli/test_replay", "exchange/test_replay", "server/test_cluster", "overview/test_model", "server/office/",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take longest first, so that at the end no worker is left alone with one (needs --no-loadscope-reorder)."""
    order = len(BEGUN_FIRST)

    def place(item: pytest.Item) -> int:
        return next((n for n, name in enumerate(BEGUN_FIRST) if name in item.path.as_posix()), order)

    items.sort(key=place)


_begun: dict[str, Path] = {}
"""The file of the test before."""


def pytest_collection_finish() -> None:
    """Leave out what is alive before the first test, so that collecting after each is cheap."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Collect what the test before has left; only now nothing of pytest holds its fixtures any more. What lasted longer, file by file."""
    gc.collect(2 if _begun.get("file") != item.path else 1)
    _begun["file"] = item.path
    _clear_screen()


def _clear_screen() -> None:
    """Destroy the windows that are left: each would be translated and dressed again by every test after it."""
    if "PySide6.QtWidgets" not in sys.modules or (app := QCoreApplication.instance()) is None:
        return
    widgets = sys.modules["PySide6.QtWidgets"]
    if isinstance(app, widgets.QApplication):
        for window in widgets.QApplication.topLevelWidgets():
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def ordinary_size_of_text() -> None:
    """Begin with the system's size of text, whatever a test of another file chose in the same process."""
    if "ticketdesk.ui.kit.theme" in sys.modules and QCoreApplication.instance() is not None:
        theme = sys.modules["ticketdesk.ui.kit.theme"]
        if theme.base_size() != theme.DEFAULT_BASE:
            theme.set_base_size(None)


@pytest.fixture(autouse=True)
def no_unread_warnings(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logged a warning or worse; ``caplog.clear()`` says that the test expected it."""
    yield
    bad = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING and record.name.startswith("ticketdesk")]
    if bad:
        pytest.fail(f"logged: {[record.getMessage() for record in bad]}")
