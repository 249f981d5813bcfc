"""Icons are there, follow the colours and stay sharp."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import ticketdesk
from tests.ui.kit.conftest import colours
from ticketdesk.ui.kit import icons, theme


def _strongest(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    image = icon.pixmap(QSize(16, 16), 4.0, mode).toImage()
    found = {name: count for name, count in colours(image).items() if name != "#000000"}
    return max(found, key=lambda name: found[name])


def test_icons_follow_the_scheme(qapp: QApplication) -> None:
    lock = icons.icon("lock", "accent")
    theme.apply(qapp, theme.Scheme.LIGHT)
    assert _strongest(lock) == theme.LIGHT.accent.lower()
    theme.apply(qapp, theme.Scheme.DARK)
    assert _strongest(lock) == theme.DARK.accent.lower()
    assert _strongest(lock, QIcon.Mode.Disabled) == theme.DARK.text3.lower()


def test_icons_are_drawn_at_the_scale_of_the_screen() -> None:
    for scale in (1.0, 1.5, 2.0):
        drawn = icons.icon("flag").pixmap(QSize(16, 16), scale)
        assert drawn.size() == QSize(round(16 * scale), round(16 * scale))
        assert drawn.devicePixelRatio() == scale


def test_an_icon_survives_copies_and_its_first_owner() -> None:
    copied = QIcon(icons.icon("search", "text2"))
    copied.addPixmap(icons.icon("plus").pixmap(16))
    assert not copied.pixmap(16).isNull()
    assert not icons.icon("search", "text2").isNull()


def test_every_icon_named_in_the_client_is_there() -> None:
    source = Path(ticketdesk.__file__).parent / "ui"
    named: set[str] = set()
    for file in source.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        named |= set(re.findall(r"icons?\.(?:icon|paint)\(\s*(?:painter,[^,]+,\s*)?\"([a-z0-9-]+)\"", text))
        named |= set(re.findall(r"icon=\"([a-z0-9-]+)\"", text))
    assert named
    assert named <= icons.names(), sorted(named - icons.names())


def test_the_licence_stands_beside_the_icons() -> None:
    folder = Path(ticketdesk.__file__).parent / "_built" / "icons"
    assert "MIT License" in (folder / "LICENSE-tabler-icons.txt").read_text(encoding="utf-8")
