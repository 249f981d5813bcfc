"""Banners: several by id, their verb, their end, their words in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from tests.ui.kit.conftest import colours, picture
from ticketdesk.ui.kit import language, message_bar, theme
from ticketdesk.ui.kit.message_bar import MessageArea, Tone


def _area(qtbot: Any) -> MessageArea:
    area = MessageArea()
    qtbot.addWidget(area)
    area.resize(700, 120)
    return area


def test_banners_stand_in_their_order_and_go_by_id(qtbot: Any) -> None:
    area = _area(qtbot)
    assert area.isHidden()
    area.show_message("offline", Tone.WARN, "Keine Verbindung.")
    area.show_message("failed", Tone.BAD, "Nicht gesendet.")
    area.show_message("offline", Tone.WARN, "Noch immer keine Verbindung.")
    assert area.ids() == ("offline", "failed")
    assert area.bar("offline").sentence() == "Noch immer keine Verbindung."
    area.drop("offline")
    area.drop("offline")
    assert area.ids() == ("failed",)
    area.drop("failed")
    assert area.isHidden()


def test_the_verb_is_done(qtbot: Any) -> None:
    area, pressed = _area(qtbot), []
    bar = area.show_message("offline", Tone.WARN, "Keine Verbindung.", verb="Jetzt verbinden", on_verb=lambda: pressed.append(1))
    qtbot.waitUntil(lambda: bar.maximumHeight() > 1000, timeout=2000)
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert pressed == [1]


def test_it_can_be_closed_and_goes_by_itself(qtbot: Any) -> None:
    area = _area(qtbot)
    bar = area.show_message("a", Tone.OK, "Wieder verbunden.", closable=True)
    close = bar.findChild(QToolButton)
    assert close.accessibleName() == "Diese Meldung schließen"
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert area.ids() == ()
    area.show_message("b", Tone.OK, "Wieder verbunden.", expires_ms=30)
    assert area.ids() == ("b",)
    qtbot.waitUntil(lambda: area.ids() == (), timeout=2000)


def test_a_banner_does_not_go_while_somebody_points_at_what_is_below_it(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    area = _area(qtbot)
    monkeypatch.setattr(message_bar, "SETTLE_MS", 20)
    inside, steps = area.window().frameGeometry().center(), [0]

    def moving() -> QPoint:
        steps[0] += 1
        return inside + QPoint(steps[0] % 2, 0)

    monkeypatch.setattr(message_bar.QCursor, "pos", moving)
    area.show()
    area.show_message("a", Tone.OK, "Gespeichert.", expires_ms=10)
    qtbot.waitUntil(lambda: steps[0] >= 5, timeout=2000)
    assert area.ids() == ("a",)
    monkeypatch.setattr(message_bar.QCursor, "pos", lambda: inside)
    qtbot.waitUntil(lambda: area.ids() == (), timeout=2000)


def test_a_long_sentence_wraps_and_is_plain(qtbot: Any) -> None:
    area = _area(qtbot)
    area.resize(300, 10)
    bar = area.show_message("a", Tone.BAD, "<b>Fett</b> " + "und noch ein Wort " * 12)
    area.show()
    area.resize(300, area.heightForWidth(300))
    qtbot.waitUntil(lambda: bar.maximumHeight() > 1000, timeout=2000)
    label = bar.findChild(QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert bar.heightForWidth(300) >= 5 * label.fontMetrics().height()


def test_words_and_colours_follow(qapp: QApplication, qtbot: Any) -> None:
    area = _area(qtbot)
    bar = area.show_message("a", Tone.WARN, lambda: f"Sprache {language.current()}", closable=True)
    area.show()
    language.install(qapp, "en")
    qapp.processEvents()
    assert bar.sentence() == "Sprache en"
    assert bar.findChild(QToolButton).accessibleName() == "Close this message"
    theme.apply(qapp, theme.Scheme.DARK)
    qtbot.waitUntil(lambda: bar.maximumHeight() > 1000, timeout=2000)
    assert colours(picture(bar)).get(theme.DARK.warn_tint.lower(), 0) > 1000


def test_slides_only_where_motion_is_wanted(qtbot: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(theme, "reduced_motion", lambda: True)
    area = _area(qtbot)
    area.show()
    area.resize(700, 40)
    still = area.show_message("a", Tone.OK, "Da.")
    assert still.maximumHeight() > 1000
    monkeypatch.setattr(theme, "reduced_motion", lambda: False)
    sliding = area.show_message("b", Tone.OK, "Da.")
    assert sliding.maximumHeight() == 1
    qtbot.waitUntil(lambda: sliding.maximumHeight() > 1000, timeout=2000)
