"""What is kept is found until colours or sizes change, and never grows without an end."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ticketdesk.ui.kit import theme
from ticketdesk.ui.kit.kept import Kept


def test_forgotten_with_colours_and_sizes(qapp: QApplication) -> None:
    kept: Kept[str, int] = Kept()
    for change in (lambda: theme.apply(qapp, theme.Scheme.DARK), lambda: theme.set_base_size(14), lambda: theme.set_base_size(None)):
        kept.keep("a", 1)
        assert kept.find("a") == 1 and kept.find("b") is None
        change()
        assert kept.find("a") is None and len(kept) == 0
    theme.apply(qapp, theme.Scheme.LIGHT)


def test_all_go_when_it_is_too_much(qapp: QApplication) -> None:
    kept: Kept[str, str] = Kept(5, weight=len)
    for name in ("abc", "def"):
        assert kept.find(name) is None and kept.keep(name, name) == name
    assert kept.find("abc") == "abc", "six are kept until the next one comes"
    kept.keep("g", "g")
    assert kept.find("abc") is None and kept.find("g") == "g" and len(kept) == 1
