"""Nobody can mistake who reads: frame, band, words and button say it, and no two kinds agree."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton

from tests.ui.kit.conftest import colours, picture
from ticketdesk.ui.kit import language, theme
from ticketdesk.ui.kit.composer_frame import ComposerFrame, Draft
from ticketdesk.ui.kit.composer_parts import Band, ComposerChoice, ComposerKind, ComposerLook

HIDDEN = (ComposerKind.REPORT_BACK, ComposerKind.NOTE)


def _look(kind: ComposerKind = ComposerKind.ANSWER, *, hidden: bool | None = None, **more: str) -> ComposerLook:
    values = {"title": "Antwort an Ersteller", "readers": "Ersteller liest mit", "to_label": "Geht an:",
              "to_text": "Frida Beispiel <f.beispiel@example.org>", "send_text": "Antwort an Frida Beispiel senden"}  # fmt: skip
    return ComposerLook(kind, **{**values, **more}, hidden=kind in HIDDEN if hidden is None else hidden)


@pytest.fixture
def frame(qtbot: Any) -> ComposerFrame:
    made = ComposerFrame(_look(change_text="Ändern"))
    qtbot.addWidget(made)
    made.resize(560, 260)
    made.show()
    return made


def test_kinds_differ_in_colour_sign_and_button(frame: ComposerFrame, scheme: str) -> None:
    seen: dict[ComposerKind, dict[str, int]] = {}
    for kind in (ComposerKind.ANSWER, ComposerKind.REPORT_BACK, ComposerKind.NOTE):
        frame.set_look(_look(kind))
        QApplication.processEvents()
        seen[kind] = colours(picture(frame))
        assert seen[kind].get(theme.color(kind.fill.value).name(), 0) > 5000
        rim = theme.color(kind.token if scheme == "dark" else kind.fill.value).name()
        assert picture(frame).pixelColor(1, 130).name() == rim
    for kind, found in seen.items():
        for other in seen:
            if other is not kind:
                assert theme.color(other.fill.value).name() not in found
    assert len({kind.icon for kind in ComposerKind}) == len(ComposerKind)


def test_only_what_is_hidden_is_hatched(frame: ComposerFrame) -> None:
    def band_colours(kind: ComposerKind, *, hidden: bool | None = None) -> int:
        frame.set_look(_look(kind, hidden=hidden))
        QApplication.processEvents()
        stripe = theme.mix(theme.color(kind.fill.value), theme.color("on_fill"), 0.26).name()
        return colours(picture(frame.findChild(Band))).get(stripe, 0)

    assert band_colours(ComposerKind.NOTE) > 300
    assert band_colours(ComposerKind.REPORT_BACK) > 300
    # The smooth edge of a letter may hit the stripe's colour in a pixel or two, with some fonts.
    assert band_colours(ComposerKind.ANSWER) < 20
    assert band_colours(ComposerKind.MESSAGE) < 20
    # In a transparent case the requester may read a report as well; the look says so, not the kind.
    assert band_colours(ComposerKind.REPORT_BACK, hidden=False) < 20


def test_sending_is_asked_by_button_and_key(frame: ComposerFrame, qtbot: Any) -> None:
    asked: list[int] = []
    frame.send_requested.connect(lambda: asked.append(1))
    assert frame.send_button().accessibleName() == "Antwort an Frida Beispiel senden"
    qtbot.mouseClick(frame.send_button(), Qt.MouseButton.LeftButton)
    qtbot.keyClick(frame.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    frame.set_busy(True)
    qtbot.keyClick(frame.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(frame.send_button(), Qt.MouseButton.LeftButton)
    assert len(asked) == 2
    assert frame.editor.isReadOnly()
    frame.set_busy(False)
    assert not frame.editor.isReadOnly()


def test_typed_text_stays_when_the_addressee_changes(frame: ComposerFrame, qtbot: Any) -> None:
    changes: list[int] = []
    frame.set_text("Guten Tag")
    frame.text_changed.connect(lambda: changes.append(1))
    qtbot.keyClicks(frame.editor, "x")
    frame.set_look(_look(ComposerKind.NOTE, title="Interne Notiz"))
    assert frame.text() == "xGuten Tag"
    assert len(changes) == 1
    assert "Interne Notiz" in frame.accessibleName()


def test_an_overtaken_text_is_kept_and_two_ways_lead_on(frame: ComposerFrame, qtbot: Any) -> None:
    ways: list[str] = []
    frame.compare_requested.connect(lambda: ways.append("compare"))
    frame.send_anyway_requested.connect(lambda: ways.append("anyway"))
    frame.set_text("Mein Text")
    assert not frame.is_overtaken()
    frame.set_overtaken("Seit Sie schreiben, ist eine Rückmeldung da", "Ihr Text bleibt erhalten.")
    buttons = {button.text(): button for button in frame.findChildren(QPushButton) if button.isVisible()}
    for words in ("Vergleichen", "Trotzdem senden"):
        qtbot.mouseClick(buttons[words], Qt.MouseButton.LeftButton)
    assert ways == ["compare", "anyway"]
    assert frame.text() == "Mein Text"
    frame.clear_overtaken()
    assert not frame.is_overtaken()


def test_a_draft_has_a_tick_only_when_it_is_safe(frame: ComposerFrame, qapp: QApplication) -> None:
    frame.set_draft(Draft.SAVED, "14:03")
    assert frame.draft_words() == "Entwurf gesichert 14:03"
    assert theme.color("ok").name() in colours(picture(frame))
    frame.set_draft(Draft.LOCAL, "14:03")
    assert frame.draft_words() == "Entwurf nur auf diesem Rechner, 14:03"
    assert theme.color("ok").name() not in colours(picture(frame))
    frame.set_draft(Draft.LOCAL)
    assert frame.draft_words() == "Entwurf nur auf diesem Rechner"
    frame.set_draft(Draft.NOT_SAVED)
    assert frame.draft_words() == "Entwurf NICHT gesichert"
    language.install(qapp, "en")
    qapp.processEvents()
    assert frame.draft_words() == "Draft NOT saved"
    frame.set_draft(Draft.NONE)
    assert frame.draft_words() == ""


def test_it_can_be_closed_and_the_button_says_so(frame: ComposerFrame, qtbot: Any) -> None:
    asked: list[int] = []
    frame.close_requested.connect(lambda: asked.append(1))
    close = next(button for button in frame.findChildren(QAbstractButton) if "Schließen" in button.accessibleName())
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert asked == [1]


def test_a_further_field_can_come_and_go(frame: ComposerFrame) -> None:
    first, second = QLineEdit(), QLineEdit()
    frame.set_extra(first)
    frame.set_extra(second)
    assert first.parent() is None
    assert second.isVisible()
    frame.set_extra(None)
    assert second.parent() is None


def test_the_choice_offers_equal_buttons(qtbot: Any) -> None:
    choice, chosen = ComposerChoice(), []
    qtbot.addWidget(choice)
    choice.resize(600, 40)
    choice.set_kinds([(ComposerKind.ANSWER, "Antwort …"), (ComposerKind.NOTE, "Interne Notiz …")])
    choice.show()
    choice.chosen.connect(chosen.append)
    qtbot.mouseClick(choice.button(ComposerKind.NOTE), Qt.MouseButton.LeftButton)
    assert chosen == [ComposerKind.NOTE]
    assert abs(choice.button(ComposerKind.NOTE).width() - choice.button(ComposerKind.ANSWER).width()) <= 1
    choice.set_kinds([(ComposerKind.MESSAGE, "Nachricht …")])
    with pytest.raises(KeyError):
        choice.button(ComposerKind.NOTE)
