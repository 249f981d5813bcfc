"""Chips, buttons, tabs, segments, path, splitter and empty views do what they say, with keyboard and voice."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QTextEdit, QWidget

from tests.ui.kit.conftest import colours, picture
from ticketdesk.domain.states import State
from ticketdesk.ui.kit import marks, theme
from ticketdesk.ui.kit.buttons import Fill, LinkButton, PrimaryButton, ToolButton
from ticketdesk.ui.kit.chips import Chip, ChipButton, ChipLook, chip_size
from ticketdesk.ui.kit.empty_view import EmptyView
from ticketdesk.ui.kit.labels import ElidedLabel, Label, plain_tooltip
from ticketdesk.ui.kit.path_strip import PathStep, PathStrip
from ticketdesk.ui.kit.segments import Segment, SegmentBar
from ticketdesk.ui.kit.splitter import GRAB, Splitter
from ticketdesk.ui.kit.tabs import TabBar


def _show(qtbot: Any, widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
    qtbot.addWidget(widget)
    hint = widget.sizeHint()
    widget.resize(width or hint.width(), height or hint.height())
    widget.move(300, 300)
    widget.show()
    QApplication.processEvents()
    return widget


def test_chips_are_24_high_and_say_their_sentence(qtbot: Any) -> None:
    chip = Chip(ChipLook("Ziel Di 24.11.", icon="flag", token="note", hidden=True, spoken="Zieltermin Dienstag, verborgen", tip="<b>x</b>"))
    _show(qtbot, chip)
    assert 23 <= chip.sizeHint().height() <= 25
    assert chip.accessibleName() == "Zieltermin Dienstag, verborgen"
    assert chip.toolTip() == "<qt>&lt;b&gt;x&lt;/b&gt;</qt>"
    edge = {picture(chip).pixelColor(3, y).name() for y in range(3, 21)}
    assert len(edge) > 1
    chip.set_look(ChipLook("Transparent", icon="eye"))
    assert chip.sizeHint().width() < chip_size(ChipLook("Transparent und länger", icon="eye")).width()


def test_a_chip_opens_its_menu_by_key(qtbot: Any) -> None:
    chip, menu = ChipButton(ChipLook("Neu", status=State.NEW)), QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Annehmen")
    assert chip.sizeHint().width() < 100
    chip.set_menu(menu)
    _show(qtbot, chip)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(chip, key)
        assert menu.isVisible()
        menu.hide()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    menu.hide()
    chip.set_menu(None)
    assert not chip.isEnabled()


@pytest.mark.parametrize("fill", list(Fill))
def test_the_primary_button_is_read_and_shows_its_focus(qtbot: Any, scheme: str, fill: Fill) -> None:
    button = PrimaryButton("&Senden", "send", fill=fill)
    _show(qtbot, button)
    ground = theme.color(fill.value).name()
    button.clearFocus()
    calm = colours(picture(button))
    assert calm[ground] > 1000
    assert button.accessibleName() == "Senden"
    button.activateWindow()
    button.setFocus()
    QApplication.processEvents()
    white = theme.color("on_fill").name()
    assert sum(colours(picture(button)).get(one, 0) for one in (white,)) > calm.get(white, 0) + 50


def test_buttons_are_pressed_by_return_and_space(qtbot: Any) -> None:
    for button in (PrimaryButton("Senden"), LinkButton("Ändern")):
        pressed: list[int] = []
        button.clicked.connect(lambda _checked=False, heard=pressed: heard.append(1))
        _show(qtbot, button)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            qtbot.keyClick(button, key)
        button.setEnabled(False)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len(pressed) == 3


def test_icon_buttons_have_names(qtbot: Any) -> None:
    button = ToolButton("filter", "Filtern")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Filtern"


def test_tabs_know_keys_and_do_not_jump(qtbot: Any, scheme: str) -> None:
    bar, told = TabBar(), []
    for key, text in (("log", "Verlauf"), ("parts", "Teilklärungen 2 von 3"), ("files", "A & B")):
        bar.add_tab(key, text)
    bar.key_changed.connect(told.append)
    _show(qtbot, bar, 500)
    before = [bar.tabRect(index).x() for index in range(3)]
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert bar.current_key() == "parts"
    bar.set_current_key("files")
    assert told == ["parts", "files"]
    assert [bar.tabRect(index).x() for index in range(3)] == before
    accent = theme.color("accent").name()
    line = {picture(bar).pixelColor(x, bar.height() - 2).name() for x in range(bar.tabRect(2).x() + 8, bar.tabRect(2).right() - 8)}
    assert line == {accent}
    bar.set_text("log", "Verlauf 7")
    assert bar.tabText(0) == "Verlauf 7"
    bar.set_shown("parts", shown=False)
    assert not bar.isTabVisible(1)
    with pytest.raises(KeyError):
        bar.set_text("nothing", "x")


def test_tabs_that_do_not_fit_are_in_a_menu_and_come_out_of_it(qtbot: Any) -> None:
    bar, told = TabBar(), []
    for key in ("Verlauf", "Teilklärungen 2 von 3", "Anhänge", "Verknüpft", "Protokoll"):
        bar.add_tab(key, key)
    _show(qtbot, bar, 900)
    assert bar.more.isHidden()
    bar.key_changed.connect(told.append)
    bar.resize(bar.sizeHint().width() - 20, bar.height())
    assert bar.more.isHidden() and all(bar.isTabVisible(index) for index in range(5)), "they stand closer first"
    bar.resize(300, bar.height())
    hidden = [action.text() for action in bar.more.menu().actions()]
    assert hidden and hidden[-1] == "Protokoll" and bar.more.isVisible()
    assert all(bar.tabRect(index).right() <= bar.more.x() for index in range(5) if bar.isTabVisible(index))
    bar.more.menu().actions()[-1].trigger()
    assert told == ["Protokoll"] and bar.current_key() == "Protokoll" and bar.isTabVisible(4)
    assert all(bar.tabRect(index).right() <= bar.more.x() for index in range(5) if bar.isTabVisible(index))
    bar.set_shown("Anhänge", shown=False)
    assert "Anhänge" not in bar.offered() and "Anhänge" not in [action.text() for action in bar.more.menu().actions()]
    bar.resize(900, bar.height())
    assert bar.more.isHidden() and told == ["Protokoll"] and not bar.isTabVisible(2)


def test_segments_are_chosen_by_click_and_arrows(qtbot: Any, scheme: str) -> None:
    bar, told = SegmentBar([Segment("all", "Alles"), Segment("mail", "Schriftverkehr"), Segment("log", lambda: "Änderungen")]), []
    bar.chosen.connect(told.append)
    _show(qtbot, bar, 400)
    assert bar.key() == "all"
    qtbot.mouseClick(bar.buttons()[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(bar.buttons()[1], Qt.Key.Key_Right)
    qtbot.keyClick(bar.buttons()[2], Qt.Key.Key_Right)
    assert told == ["mail", "log", "all"]
    bar.set_key("log")
    assert bar.key() == "log"
    assert told == ["mail", "log", "all"]
    assert colours(picture(bar.buttons()[2])).get(theme.color("sel").name(), 0) > 500
    bar.set_options([Segment(1, "Eins")])
    assert bar.key() == 1


def test_the_path_gives_each_step_its_room(qtbot: Any) -> None:
    strip = PathStrip()
    strip.set_steps([PathStep(State.NEW, "Neu", "12 min", 12), PathStep(State.WAITING, "Wartet", "2 h", 120, "Geschäftszeit 1 h"),
                     PathStep(State.IN_PROGRESS, "In Bearbeitung", "10 h 48", 648)])  # fmt: skip
    _show(qtbot, strip, 700)
    boxes = strip.segments()
    assert boxes[-1].right() == pytest.approx(700, abs=1)
    assert boxes[2].width() > boxes[1].width() > boxes[0].width() > 60
    assert strip.accessibleName() == "Neu 12 min → Wartet 2 h → In Bearbeitung 10 h 48"
    image = picture(strip)
    waiting = {image.pixelColor(x, 2).name() for x in range(int(boxes[1].left()) + 2, int(boxes[1].right()) - 2)}
    current = {image.pixelColor(x, 2).name() for x in range(int(boxes[2].left()) + 2, int(boxes[2].right()) - 2)}
    assert len(waiting) > 1
    assert current == {theme.color("accent").name()}
    strip.resize(150, strip.height())
    assert strip.segments()[-1].right() <= 151
    strip.set_steps([])
    assert strip.isHidden()


def test_the_splitters_line_is_thin_its_grip_is_not(qtbot: Any) -> None:
    def make() -> Splitter:
        splitter = Splitter(Qt.Orientation.Horizontal, "test")
        for _ in range(2):
            splitter.addWidget(QTextEdit())
        _show(qtbot, splitter, 600, 200)
        return splitter

    splitter = make()
    handle = splitter.handle(1)
    assert handle.width() >= GRAB
    assert splitter.handleWidth() == 1
    assert splitter.childAt(handle.geometry().center() + QPoint(-2, 0)) is handle
    splitter.setSizes([150, 450])
    assert handle.width() >= GRAB
    splitter.remember()
    other = make()
    assert other.restore()
    assert abs(other.sizes()[0] - splitter.sizes()[0]) <= 1
    other.forget()
    assert not make().restore()


def test_an_empty_view_explains_itself(qtbot: Any) -> None:
    view, pressed = EmptyView(), []
    view.pressed.connect(lambda: pressed.append(1))
    view.set_look("inbox", "Nichts frei in Ihren Gruppen", "Neue Tickets erscheinen hier von selbst.", button="Zeigen")
    _show(qtbot, view, 400, 600)
    title, text = view.labels()
    assert title.y() < 200 < 600 - text.y()
    qtbot.mouseClick(view.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert pressed == [1]
    assert "Nichts frei" in view.accessibleName()
    view.set_look("inbox", "Leer", "Nichts zu tun.")
    assert view.findChild(QPushButton).isHidden()


def test_labels_follow_scheme_and_size(qtbot: Any, qapp: QApplication) -> None:
    label = Label("Text", token="bad", step=theme.Step.S)
    _show(qtbot, label)
    theme.apply(qapp, theme.Scheme.DARK)
    theme.set_base_size(13)
    qapp.processEvents()
    assert label.palette().color(label.foregroundRole()).name().upper() == theme.DARK.bad
    assert label.font().pointSizeF() == 12
    assert plain_tooltip("") == ""


def test_an_elided_label_keeps_the_whole(qtbot: Any) -> None:
    label = ElidedLabel("<i>Ein sehr langer Text, der nicht passt</i>")
    _show(qtbot, label, 80)
    assert label.text().endswith("</i>")
    assert "&lt;i&gt;Ein sehr langer" in label.toolTip()
    assert label.accessibleName() == label.text()
    assert label.minimumSizeHint().width() < 60
    assert marks.BOX == 16
