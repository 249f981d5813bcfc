"""Every scene of the main window can be drawn, in both languages and both schemes, without a warning, is not blank, and no two things in it
wait for the same key: Qt then only moves the focus from one to the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.support.fictitious_office import NOW
from tests.support.own_settings import own_settings
from tests.ui.pictures import SCENES, letters, render
from ticketdesk.ui.kit import language, text, theme
from ticketdesk.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|grabbing the keyboard|does not support raise", extend=True)


@pytest.fixture(autouse=True)
def _surroundings(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    own_settings(tmp_path / "settings")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(text, "now", lambda: NOW)
    yield
    language.install(qapp, "de")
    theme.apply(qapp, theme.Scheme.LIGHT)


@pytest.mark.parametrize("name", SCENES)
def test_each_scene_can_be_drawn(tmp_path: Path, name: str) -> None:
    twice: list[list[str]] = []

    def look(window: MainWindow) -> None:
        twice.extend(words for words in letters(window).values() if len(words) > 1)

    pictures = [
        QImage(str(render(tmp_path, name, code=code, scheme=scheme, size=size, look=look)))
        for code, scheme, size in (("de", theme.Scheme.LIGHT, (1600, 1000)), ("en", theme.Scheme.DARK, (1280, 720)))
    ]
    for picture, ground in zip(pictures, (theme.LIGHT.window, theme.DARK.window), strict=True):
        colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
        # The palette dims the window behind it.
        assert name == "commands" or ground.lower() in colours
        assert len(colours) > 20
    assert twice == []
