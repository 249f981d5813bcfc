"""Entries say by edge, node and word who reads them; their texts stay plain and can be selected."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.kit.conftest import picture
from ticketdesk.domain.states import State
from ticketdesk.ui.kit import language, marks, theme
from ticketdesk.ui.kit.timeline_card import (
    CARD_LEFT,
    RAIL,
    DayHead,
    EntryLook,
    LogFold,
    LogLine,
    LogLook,
    NewSince,
    TimelineCard,
    Voice,
    released,
)

LOOK = EntryLook(
    Voice.COORDINATION, "corner-up-left", "Rückmeldung an Koordination", "Erste Zeile\nZweite Zeile <img src=file:///etc/hostname>",
    "Nils Platzhalter, IT-Service", "11:20", "verborgen", "eye-off", hidden=True,
)  # fmt: skip


def _shown(qtbot: Any, widget: QWidget, width: int = 640) -> QImage:
    qtbot.addWidget(widget)
    height = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
    widget.resize(width, max(height, widget.sizeHint().height()))
    widget.show()
    QApplication.processEvents()
    return picture(widget)


def _edge(image: QImage) -> set[str]:
    x = int(CARD_LEFT) + 3
    return {image.pixelColor(x, y).name() for y in range(16, image.height() - 16)}


def test_solid_edge_for_the_requester_hatched_for_staff(qtbot: Any, scheme: str) -> None:
    colour = theme.color("coord").name()
    hidden = _edge(_shown(qtbot, TimelineCard(LOOK)))
    open_ = _edge(_shown(qtbot, TimelineCard(replace(LOOK, hidden=False))))
    assert open_ == {colour}
    assert len(hidden) > 3
    clear = max(theme.contrast(QColor(name), QColor(colour)) for name in hidden)
    assert clear > 3


def test_node_filled_or_hollow(qtbot: Any) -> None:
    card = TimelineCard(LOOK)
    hollow = _shown(qtbot, card)
    middle = round(theme.S4 + card.head_height() / 2)
    assert hollow.pixelColor(int(RAIL), middle).name() == theme.color("alt").name()
    filled = _shown(qtbot, TimelineCard(replace(LOOK, hidden=False)))
    assert filled.pixelColor(int(RAIL), middle).name() == theme.color("coord").name()


def test_a_released_entry_turns_solid_and_says_by_whom(qtbot: Any) -> None:
    look = released(LOOK, words="freigegeben, Kora Musterlotse, 14:03")
    assert _edge(_shown(qtbot, TimelineCard(look))) == {theme.color("coord").name()}
    card = TimelineCard(look)
    qtbot.addWidget(card)
    assert "freigegeben, Kora Musterlotse" in card.accessibleName()


def test_texts_are_plain_and_can_be_selected(qtbot: Any) -> None:
    card = TimelineCard(LOOK)
    _shown(qtbot, card)
    assert card.body().label.textFormat() == Qt.TextFormat.PlainText
    assert card.body().label.text() == LOOK.body
    assert card.body().label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert card.body().label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


@pytest.mark.parametrize("long", ["Zeile\n" * 12, "> Zeile\n" * 4 + "Gut."])
def test_a_card_used_again_is_as_high_as_a_new_one(qtbot: Any, long: str) -> None:
    used, new = TimelineCard(replace(LOOK, body=long)), TimelineCard(LOOK)
    _shown(qtbot, used)
    _shown(qtbot, new)
    before = used.heightForWidth(500)
    used.set_look(LOOK)
    assert used.heightForWidth(500) == new.heightForWidth(500) < before


def test_a_card_is_one_sentence(qtbot: Any) -> None:
    card = TimelineCard(replace(LOOK, body="Fertig."))
    qtbot.addWidget(card)
    assert card.accessibleName() == "11:20, Rückmeldung an Koordination, Nils Platzhalter, IT-Service, verborgen, Fertig."


def test_notes_stand_on_their_paper(qtbot: Any, scheme: str) -> None:
    note = EntryLook(Voice.NOTE, "lock", "Interne Notiz", "Text", hidden=True)
    image = _shown(qtbot, TimelineCard(note))
    paper = theme.color("note_paper").name()
    assert image.pixelColor(image.width() - 40, image.height() - 14).name() == paper
    assert image.pixelColor(image.width() // 2, 12).name() == paper


def test_cards_grow_with_their_text(qtbot: Any) -> None:
    card = TimelineCard(replace(LOOK, body="Wort " * 300))
    qtbot.addWidget(card)
    assert card.heightForWidth(400) > card.heightForWidth(800) > 100


def test_what_is_cut_stands_in_the_tooltip_as_it_is(qtbot: Any) -> None:
    line = LogLine(LogLook("<b>Status</b> " + "sehr lang " * 40, "09:04", status=State.ACCEPTED))
    _shown(qtbot, line, 300)
    assert line.toolTip().startswith("<qt>&lt;b&gt;Status")
    line.set_look(LogLook("kurz"))
    _shown(qtbot, line, 300)
    assert line.toolTip() == ""


def test_log_lines_are_25_high_and_breaches_are_red(qtbot: Any) -> None:
    line = LogLine(LogLook("Zusage überschritten", "11:58", icon="clock-exclamation", token="bad"))
    image = _shown(qtbot, line, 400)
    assert 24 <= line.sizeHint().height() <= 26
    assert any(image.pixelColor(x, y).name() == theme.color("bad").name() for x in range(80, 200) for y in range(25))


def test_a_fold_counts_unfolds_and_follows_the_language(qtbot: Any, qapp: QApplication) -> None:
    looks = [LogLook(f"Schritt {number}", "09:04") for number in range(5)]
    fold = LogFold(looks)
    _shown(qtbot, fold)
    head = fold.findChild(QWidget)
    assert head.accessibleName() == "5 Änderungen"
    assert not any(line.isVisible() for line in fold.findChildren(LogLine))
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Return)
    assert fold.is_open()
    assert all(line.isVisible() for line in fold.findChildren(LogLine))
    fold.set_looks(looks[:3])
    qapp.processEvents()
    assert head.accessibleName() == "3 Änderungen"
    language.install(qapp, "en")
    qapp.processEvents()
    assert head.accessibleName() == "3 changes"


def test_heads_and_rules_speak(qtbot: Any) -> None:
    for part in (DayHead("Montag, 23. November 2026"), NewSince("Neu seit Ihrem letzten Besuch")):
        _shown(qtbot, part)
        assert part.accessibleName()
    assert marks.BAR_SOLID < marks.BAR_HATCHED
