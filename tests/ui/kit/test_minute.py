"""The clock rings when a minute begins, however long it has been made."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ticketdesk.ui.kit import text
from ticketdesk.ui.kit.minute import Minute


@pytest.mark.parametrize(("second", "milliseconds"), [(0, 60_020), (30, 30_020), (59, 1_020)])
def test_it_is_wound_up_to_the_next_full_minute(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, second: int, milliseconds: int) -> None:
    monkeypatch.setattr(text, "now", lambda: datetime(2026, 11, 23, 12, 3, second, tzinfo=UTC))
    parent = QObject()
    assert Minute(parent)._timer.interval() == milliseconds


def test_it_rings_again_and_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "now", lambda: datetime(2026, 11, 23, 12, 3, 59, 990_000, tzinfo=UTC))
    parent, rung = QObject(), list[bool]()
    minute = Minute(parent)
    minute.passed.connect(lambda: rung.append(True))
    qtbot.waitUntil(lambda: len(rung) >= 2)
