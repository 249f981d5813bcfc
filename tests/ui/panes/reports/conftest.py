"""The moment of the made-up office for every test of this folder, German, light, and settings that no other test sees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.fictitious_office import NOW
from tests.support.own_settings import own_settings
from ticketdesk.ui.kit import language, text, theme

_HARMLESS = "propagateSizeHints"
"""The offscreen platform says so of each window; no user ever sees it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what only the offscreen platform complains of pass."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(_HARMLESS, extend=True))


@pytest.fixture(autouse=True)
def _moment(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    own_settings(tmp_path)
    monkeypatch.setattr(text, "now", lambda: NOW)
    language.install(qapp, "de")
    theme.apply(qapp, theme.Scheme.LIGHT)
    yield
    language.install(qapp, "de")
    theme.apply(qapp, theme.Scheme.LIGHT)
