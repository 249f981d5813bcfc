"""The moment of the made-up office for every test of this folder, and a look at the program as German users have it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.fictitious_office import NOW
from ticketdesk.ui.kit import language, text, theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _moment(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(text, "now", lambda: NOW)
    language.install(qapp, "de")
    theme.apply(qapp, theme.Scheme.LIGHT)
    yield
    language.install(qapp, "de")
    theme.apply(qapp, theme.Scheme.LIGHT)
