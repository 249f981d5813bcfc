"""The handbook's pictures can be drawn anew, and those that its chapters show are there, small, in the chapter's language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.fictitious_office import NOW
from tests.support.own_settings import own_settings
from tests.tour.handbook import PICTURES
from tests.ui.handbook import MOST, SCENES, in_few_colours, lay_props, render
from ticketdesk.ui.kit import language, text, theme

HANDBOOK = Path(__file__).parents[2] / "docs" / "handbook"

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|grabbing the keyboard|does not support raise", extend=True)


def test_every_picture_of_a_chapter_is_there_and_small() -> None:
    shown = set()
    for chapter in HANDBOOK.glob("??/*.md"):
        for place in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", chapter.read_text("utf-8")):
            picture = (chapter.parent / place).resolve()
            assert picture.is_file() and picture.stem.endswith(chapter.parent.name), (chapter, place)
            shown.add(picture)
    drawn = {HANDBOOK / "pictures" / f"{name}-{code}.png" for name in (*SCENES, *PICTURES) for code in ("de", "en")}
    assert drawn <= shown and all(picture.stat().st_size <= MOST for picture in drawn)


def test_they_can_be_drawn_anew(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path / "settings")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(text, "now", lambda: NOW)
    lay_props(tmp_path)
    try:
        for name in ("attachments", "files", "preview"):  # the others use no other means
            image = in_few_colours(render(name, "en", scheme=theme.Scheme.LIGHT, props=tmp_path))
            assert image.width() > 900 and image.colorCount() > 40, name
    finally:
        language.install(qapp, "de")
