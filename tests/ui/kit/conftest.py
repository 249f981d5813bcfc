"""What the kit's tests share: a dressed application, a language, and no warning of Qt that nobody reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.own_settings import own_settings
from ticketdesk.ui.kit import language, theme

_HERE = Path(__file__).parent
_HARMLESS = "This plugin does not support"
"""The offscreen platform says so of raising, grabbing and size hints."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let no test here fail for what the offscreen platform says of itself."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.qt_log_ignore(_HARMLESS, extend=True))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Name the application."""
    return ["ticketdesk-tests"]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, qtlog: Any, tmp_path: Any) -> Iterator[None]:
    """Start each test light, German, at 10 points, with settings of its own; fail it if Qt warned."""
    own_settings(tmp_path)
    theme.apply(qapp, theme.Scheme.LIGHT)
    theme.set_base_size(10)
    language.install(qapp, "de")
    yield
    warned = [record.message for record in qtlog.records if record.type.name != "QtDebugMsg" and _HARMLESS not in record.message]
    assert not warned, warned


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, qapp: QApplication) -> str:
    """Run a test in both schemes."""
    theme.apply(qapp, theme.Scheme(request.param))
    return str(request.param)


def picture(widget: QWidget) -> QImage:
    """Return what a widget looks like."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)


def colours(image: QImage) -> dict[str, int]:
    """Count the colours of a picture."""
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    found: dict[str, int] = {}
    # Four bytes are one point without gaps between the lines; the first of the number is how dense it is.
    for point, count in Counter(memoryview(plain.constBits()).cast("I")).items():
        name = f"#{point & 0xFFFFFF:06x}"
        found[name] = found.get(name, 0) + count
    return found
