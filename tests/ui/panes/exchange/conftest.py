"""The made-up moment and zone, German and light, settings and drafts in folders of the test."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.fictitious_office import NOW
from tests.support.own_settings import own_settings
from ticketdesk.ui.kit import language, text, theme

_HARMLESS = "This plugin does not support"
"""The offscreen platform says so of size hints, raising and grabbing; no user ever sees it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what only the offscreen platform complains of pass."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(_HARMLESS, extend=True))


@pytest.fixture(autouse=True)
def surroundings(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Set the moment, the zone, the language and the folders."""
    own_settings(tmp_path)
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    monkeypatch.setattr(text, "now", lambda: NOW)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    language.install(qapp, "de")
    theme.apply(qapp, theme.Scheme.LIGHT)
    yield
    language.install(qapp, "de")
    theme.apply(qapp, theme.Scheme.LIGHT)
    monkeypatch.delenv("TZ")
    time.tzset()
