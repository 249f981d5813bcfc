"""Messages through the desktop's notification service, on a real bus with a small service of our own."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ticketdesk.ui.bridge.instance import TOKEN
from ticketdesk.ui.bridge.notes import ADDRESS, DesktopNotes, socket_of

_SERVICE = """
    import sys
    from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Signal, Slot
    from PySide6.QtDBus import QDBusConnection

    @ClassInfo({"D-Bus Interface": "org.freedesktop.Notifications"})
    class Service(QObject):
        ActionInvoked = Signal("uint", str)
        ActivationToken = Signal("uint", str)
        last = 0

        @Slot(result="QStringList")
        def GetCapabilities(self):
            return sys.argv[1].split()

        @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
        def Notify(self, app, replaces, icon, title, text, actions, hints, milliseconds):
            if not replaces:
                self.last += 1
            number = replaces or self.last
            print(repr((app, replaces, title, text, actions, hints, milliseconds, number)), flush=True)
            if title.startswith("click"):
                QTimer.singleShot(0, lambda: (self.ActivationToken.emit(number, "token-1"), self.ActionInvoked.emit(number, "default")))
            return number

    app = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    service = Service()
    options = QDBusConnection.RegisterOption.ExportAllSlots | QDBusConnection.RegisterOption.ExportAllSignals
    assert bus.registerObject("/org/freedesktop/Notifications", service, options)
    assert bus.registerService("org.freedesktop.Notifications")
    print("ready", flush=True)
    app.exec()
"""
pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:path={tmp_path / 'bus'}"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    monkeypatch.setenv(ADDRESS, daemon.stdout.readline().strip())
    monkeypatch.setenv(TOKEN, "")
    yield
    daemon.terminate()
    daemon.communicate(timeout=10)


def _service(capabilities: str = "body actions") -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(_SERVICE), capabilities]
    service = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert service.stdout is not None
    assert service.stdout.readline().strip() == "ready"
    return service


def _end(service: subprocess.Popen[str]) -> list[tuple[object, ...]]:
    service.terminate()
    said, _ = service.communicate(timeout=10)
    return [ast.literal_eval(line) for line in said.splitlines()]


def test_it_is_shown_replaced_and_clicked(bus: None, qapp: QApplication, qtbot: QtBot) -> None:
    service = _service()
    notes = DesktopNotes()
    notes.start()
    qtbot.waitUntil(lambda: notes.ready, timeout=10_000)
    assert notes.show("a", "Ihnen zugewiesen: Klimaanlage ÄÖÜ", "T-1 · Hoch", 9000)
    qtbot.waitUntil(lambda: "a" in notes._numbers, timeout=5000)
    assert notes.show("a", "Neue Nachricht: Klimaanlage ÄÖÜ", "T-1 · Hoch", 9000)
    with qtbot.waitSignal(notes.clicked, timeout=5000) as clicked:
        assert notes.show("b", "click", "T-2", 9000)
    assert clicked.args == ["b"]
    assert os.environ[TOKEN] == "token-1"
    notes.stop()
    shown = _end(service)
    assert [(one[1], one[2], one[7]) for one in shown] == [
        (0, "Ihnen zugewiesen: Klimaanlage ÄÖÜ", 1), (1, "Neue Nachricht: Klimaanlage ÄÖÜ", 1), (0, "click", 2),
    ]  # fmt: skip
    assert shown[0][0] == "Ticketdesk"
    assert shown[0][4][0] == "default"  # type: ignore[index]  # a list, by the service above
    assert shown[0][5] == {"desktop-entry": "ticketdesk"}


def test_a_service_without_actions_is_not_used(bus: None, qapp: QApplication, qtbot: QtBot) -> None:
    service = _service("body")
    notes = DesktopNotes()
    notes.start()
    qtbot.wait(500)
    assert not notes.ready
    assert not notes.show("a", "x", "y", 0)
    notes.stop()
    _end(service)


def test_without_a_service_or_a_bus_nothing_happens(
    bus: None, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    notes = DesktopNotes()
    notes.start()
    qtbot.wait(300)
    assert not notes.ready
    for address in ("", "unix:path=" + str(tmp_path / "absent"), "tcp:host=127.0.0.1,port=1", "nonsense"):
        monkeypatch.setenv(ADDRESS, address)
        other = DesktopNotes()
        other.start()
        qtbot.wait(50)
        assert not other.ready


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("unix:path=/run/user/1000/bus", ("/run/user/1000/bus", False)),
        ("unix:abstract=/tmp/dbus-x,guid=1", ("/tmp/dbus-x", True)),
        ("tcp:host=x;unix:path=/a%20b,guid=2", ("/a b", False)),
        ("autolaunch:", None),
    ],
)
def test_addresses_are_read(address: str, place: tuple[str, bool] | None) -> None:
    assert socket_of(address) == place
