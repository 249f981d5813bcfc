"""Both palettes keep the contrasts that the look promises; sizes and schemes change while the program runs."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from tests.ui.kit.conftest import colours, picture
from ticketdesk.ui.kit import icons, theme
from ticketdesk.ui.kit.colours import class_palettes, contrast
from ticketdesk.ui.kit.labels import Label
from ticketdesk.ui.kit.menu import Menu
from ticketdesk.ui.kit.theme import DARK, LIGHT, Scheme, Step, Tokens

EVERY = ("window", "base", "alt", "raised", "sel", "sel_off", "hover")
QUIET = ("base", "alt", "window", "raised")
TINTED = {"accent": "accent_tint", "coord": "coord_tint", "inc": "inc_tint", "ok": "ok_tint", "warn": "warn_tint", "bad": "bad_tint"}

LOWEST = [
    # token, grounds, lowest contrast in light, in dark (the table of the look, rounded as there)
    ("text", EVERY, 12.5, 8.6), ("text2", EVERY, 5.2, 4.9), ("text3", QUIET, 4.6, 4.5),
    ("line_strong", ("window", "base", "raised"), 3.0, 3.4),
    ("accent", EVERY, 5.9, 5.2), ("coord", EVERY, 6.1, 5.1), ("note", EVERY, 5.5, 6.1), ("ok", EVERY, 5.0, 5.6), ("warn", EVERY, 5.1, 5.6),
    ("bad", EVERY, 5.1, 5.0), ("on_fill", ("accent_fill",), 7.8, 5.1), ("on_fill", ("coord_fill",), 8.1, 5.4),
    ("on_fill", ("note_fill",), 6.8, 4.9), ("on_fill", ("bad_fill",), 6.7, 5.2), ("note", ("note_paper",), 5.5, 6.1),
    ("text", ("note_paper",), 4.5, 4.5), ("text2", ("note_paper", *TINTED.values()), 4.5, 4.5),
]  # fmt: skip


def _contrast(kind: Tokens, token: str, ground: str) -> float:
    return theme.contrast(QColor(getattr(kind, token)), QColor(getattr(kind, ground)))


@pytest.mark.parametrize(("token", "grounds", "light", "dark"), LOWEST)
def test_contrast_holds_on_every_ground(token: str, grounds: tuple[str, ...], light: float, dark: float) -> None:
    for kind, least in ((LIGHT, light), (DARK, dark)):
        for ground in grounds:
            measured = _contrast(kind, token, ground)
            assert measured >= least - 0.05, f"{token} on {ground}: {measured:.2f} < {least}"


@pytest.mark.parametrize(("token", "tint"), TINTED.items())
def test_words_on_their_own_tint(token: str, tint: str) -> None:
    assert _contrast(LIGHT, token, tint) >= 5.55
    assert _contrast(DARK, token, tint) >= 6.45


def test_contrast_is_measured_right() -> None:
    assert theme.contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21.0)
    assert theme.contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QPushButton, QListWidget])
def test_outlines_can_be_seen(qapp: QApplication, scheme: str, make: type[QWidget]) -> None:
    """Fusion's own outline is 1.4 times darker than Window: too faint on our grounds."""
    page = QWidget()
    page.resize(200, 80)
    widget = make(page)
    widget.resize(120, 40)
    page.show()
    ground, wanted = theme.color("window"), theme.color("line_strong")
    strongest = max(colours(picture(widget)), key=lambda name: theme.contrast(QColor(name), ground))
    found = colours(picture(widget))
    near = [name for name in found if sum(abs(a - b) for a, b in zip(QColor(name).getRgb(), wanted.getRgb(), strict=True)) <= 12]
    assert sum(found[name] for name in near) >= 30, (strongest, near)


def test_scheme_changes_while_running(qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.LIGHT)
    field = QLineEdit()
    field.show()
    heard: list[bool] = []
    theme.signals().changed.connect(lambda: heard.append(theme.is_dark()))
    theme.apply(qapp, Scheme.DARK)
    assert theme.is_dark()
    assert heard == [True]
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == DARK.base
    qapp.processEvents()
    assert field.palette().color(QPalette.ColorRole.Highlight).name().upper() == DARK.accent
    theme.apply(qapp, Scheme.LIGHT)
    qapp.processEvents()
    assert field.palette().color(QPalette.ColorRole.Base).name().upper() == LIGHT.base


def test_sizes_follow_the_users_wish(qapp: QApplication) -> None:
    theme.set_base_size(None)
    assert theme.base_size() >= 10
    theme.set_base_size(12)
    assert [theme.font(step).pointSizeF() for step in Step] == [10.5, 11, 12, 12.5, 15, 17, 22]
    assert qapp.font().pointSizeF() == 12
    theme.set_base_size(40)
    assert theme.base_size() == 14
    theme.set_base_size(9)
    assert min(theme.font(step).pointSizeF() for step in Step) == 8.5


def test_labels_on_the_screen_take_another_size(qapp: QApplication, qtbot: Any) -> None:
    theme.set_base_size(10)
    page = QWidget()
    qtbot.addWidget(page)
    small = Label("klein", step=Step.S, parent=page)
    page.show()
    before = small.sizeHint().height()
    theme.set_base_size(14)
    assert small.font().pointSizeF() == 13 and small.sizeHint().height() > before
    theme.set_base_size(10)
    assert small.font().pointSizeF() == 9


def test_high_contrast_takes_the_systems_colours(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "_asks_contrast", lambda _hints: True)
    theme.apply(qapp, Scheme.LIGHT)
    try:
        assert theme.high_contrast()
        assert theme.tokens().accent_tint == theme.tokens().base
        assert theme.tokens().warn == theme.tokens().text
        assert qapp.palette() == qapp.style().standardPalette()
    finally:
        monkeypatch.undo()
        theme.apply(qapp, Scheme.LIGHT)


def test_digits_stand_under_digits() -> None:
    assert theme.font(Step.S, tabular=True).featureTags()
    assert not theme.font(Step.S).featureTags()


def test_icons_can_be_seen_in_the_selected_row_of_a_plain_list(qapp: QApplication, scheme: str) -> None:
    rows = QListWidget()
    rows.addItem(QListWidgetItem(icons.icon("users", "text2"), "Musterwerk"))
    rows.ensurePolished()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        ground = rows.palette().color(group, QPalette.ColorRole.Highlight)
        assert theme.contrast(theme.color("text2"), ground) >= 3
        assert theme.contrast(rows.palette().color(group, QPalette.ColorRole.HighlightedText), ground) >= 4.5


def test_a_colour_made_paler_is_nobody_elses(qapp: QApplication) -> None:
    theme.color("text").setAlphaF(0.06)
    assert theme.color("text").alphaF() == 1


def test_boxes_in_menus_can_be_seen() -> None:
    for kind, dark in ((LIGHT, False), (DARK, True)):
        menu = class_palettes(kind, dark=dark)["Menu"]
        # As Fusion draws the outline of a box.
        outline = menu.color(QPalette.ColorRole.Window).darker(140)
        for ground in (QPalette.ColorRole.Base, QPalette.ColorRole.Highlight):
            assert contrast(outline, menu.color(ground)) >= 2, (dark, ground)
        assert menu.color(QPalette.ColorRole.Base).name().upper() == kind.raised


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
def test_the_list_of_a_choice_can_be_read(qtbot: Any, scheme: theme.Scheme) -> None:
    """Its ground is drawn from a palette of menus, whose boxes are drawn from it too: as it comes to stand on the screen."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, scheme)
    try:
        choice = QComboBox()
        qtbot.addWidget(choice)
        choice.addItems(["", "", ""])
        choice.resize(200, 30)
        choice.show()
        choice.showPopup()
        picture = choice.view().window().grab().toImage()
        ground = picture.pixelColor(picture.width() // 2, picture.height() - picture.height() // 6)
        assert ground == theme.color("raised")
        choice.hidePopup()
        assert Menu().palette().color(QPalette.ColorRole.Window) != ground, "boxes in menus have the colour of their own"
    finally:
        theme.apply(app, theme.Scheme.LIGHT)
