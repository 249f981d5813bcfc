"""Text modules in the composer: filled in for the reader, in his language, never with what he may not see; nothing half filled is sent."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.support.fake_context import FakeContext
from tests.ui.panes.case import a_case
from tests.ui.panes.case.a_case import OWN
from tests.ui.panes.case.test_composer import frame_of
from tests.ui.panes.case.test_pane import opened
from ticketdesk.domain.commands.entry import AddNote, SendInterimAnswer
from ticketdesk.domain.commands.ticket import RejectTicket
from ticketdesk.domain.errors import Away
from ticketdesk.domain.letter import LetterFacts
from ticketdesk.ui.kit import language
from ticketdesk.ui.kit.fields import PlainTextEdit
from ticketdesk.ui.panes.case.assign_dialog import AssignDialog
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.case.split_dialog import SplitDialog
from ticketdesk.ui.panes.case.text_question import ReasonDialog


def fake(pane: CasePane) -> FakeContext:
    assert isinstance(pane.ctx, FakeContext)
    return pane.ctx


def writing(qtbot: Any, letter: Letter = Letter.ANSWER, **changes: Any) -> CasePane:
    pane = opened(qtbot, a_case.desk(**changes))
    pane.write(letter)
    fake(pane).settle()
    return pane


def choose(pane: CasePane, words: str) -> str:
    """Type two colons and what follows, take the first, and return the text."""
    editor = frame_of(pane).editor
    editor.setFocus()
    for letter in f"::{words}":
        QTest.keyClicks(editor, letter)
    assert pane.composer.snippets.popup is not None and pane.composer.snippets.popup.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    fake(pane).settle()
    return editor.toPlainText()


def test_filled_in_for_the_requester(qtbot: Any) -> None:
    pane = writing(qtbot, hidden=False)
    said = choose(pane, "zwischen")
    assert said.startswith("Guten Tag Frida Beispiel,\n\nwir arbeiten an T-10482 und melden uns bis ")
    assert said.endswith(" Uhr.") and "{" not in said
    pane.composer.send()
    (command,) = fake(pane).commands
    assert isinstance(command, SendInterimAnswer) and command.body == said


def test_a_hidden_case_gives_no_date_and_nothing_half_filled_is_sent(qtbot: Any) -> None:
    pane = writing(qtbot, hidden=True)
    said = choose(pane, "zwischen")
    assert said.endswith("melden uns bis {zieltermin}.")
    pane.composer.send()
    assert fake(pane).commands == []
    assert "{zieltermin}" in pane.composer.error.words()
    # The place is marked, so that the next key replaces it.
    assert frame_of(pane).editor.textCursor().selectedText() == "{zieltermin}"
    frame_of(pane).editor.textCursor().insertText("morgen")
    pane.composer.send()
    (command,) = fake(pane).commands
    assert isinstance(command, SendInterimAnswer) and command.body.endswith("bis morgen.")


def test_a_note_may_name_the_hidden_date(qtbot: Any) -> None:
    pane = writing(qtbot, Letter.NOTE, hidden=True)
    assert "{zieltermin}" not in choose(pane, "zwischen")
    assert "letter_facts 10482" not in fake(pane).server.asked
    pane.composer.send()
    assert isinstance(fake(pane).commands[0], AddNote)


def test_in_the_language_of_the_requester(qtbot: Any, qapp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pane = writing(qtbot, hidden=False)
    monkeypatch.setattr(type(fake(pane).server), "letter_facts", lambda _server, _ticket: LetterFacts("en", "Ann Example"))
    # The list is in the language of the screen, the text in that of its reader.
    assert choose(pane, "zwischen").startswith("Dear Ann Example,\n\nwe are working on T-10482")
    # One that was never written in English comes as it is.
    assert choose(pane, "meine").endswith("Freundliche Grüße\nKora Musterlotse")
    language.install(qapp, "en")
    assert choose(pane, "interim").count("we are working on") == 2


def test_without_the_server_the_places_stay_marked(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pane = writing(qtbot, hidden=False)

    def away(_server: object, _ticket: object) -> LetterFacts:
        raise Away

    monkeypatch.setattr(type(fake(pane).server), "letter_facts", away)
    assert "{ticketnummer}" in choose(pane, "zwischen")
    assert "markiert" in fake(pane).told[-1].sentence


def test_an_answer_that_comes_after_another_case_was_opened_goes_nowhere(qtbot: Any) -> None:
    pane = writing(qtbot, hidden=False)
    fake(pane).paused = True
    editor = frame_of(pane).editor
    for letter in "::zwi":
        QTest.keyClicks(editor, letter)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    pane.show_case(next(key for key in fake(pane).server.rows if key != pane.key))
    fake(pane).paused = False
    fake(pane).settle()
    assert "wir arbeiten" not in editor.toPlainText()


def test_button_and_menu(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk())
    assert not pane.action_set.qaction("insert_snippet").isEnabled()
    pane.write(Letter.NOTE)
    fake(pane).settle()
    assert pane.action_set.qaction("insert_snippet").isEnabled()
    button = pane.composer.snippets.button
    assert button is not None and button.text() == "Baustein"
    button.click()
    assert frame_of(pane).text() == "::" and pane.composer.snippets.popup is not None
    names = [one.name for one in pane.composer.snippets.popup.shown()]
    assert names == ["Meine Grußformel", "Rückfrage Gerät", "Zwischenbescheid"], "one's own first, and no forms"
    QTest.keyClick(frame_of(pane).editor, Qt.Key.Key_Escape)
    assert frame_of(pane).text() == "::" and pane.composer.isVisible()


def test_requesters_write_without(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.requester(), OWN)
    pane.write(Letter.MESSAGE)
    assert pane.composer.snippets.button is None
    frame_of(pane).editor.insertPlainText("Was heißt {betreff}?")
    pane.composer.send()
    assert len(fake(pane).commands) == 1, "a requester's braces are braces"


def type_in(editor: PlainTextEdit, words: str, ctx: FakeContext) -> str:
    """Type two colons and what follows into an editor of a dialog, take the first, and return the text."""
    editor.setFocus()
    QTest.keyClicks(editor, f"::{words}")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    ctx.settle()
    return editor.toPlainText()


@pytest.mark.parametrize("hidden", [False, True])
def test_in_the_order_of_an_assignment_filled_in_for_whoever_may_read_it(qtbot: Any, hidden: bool) -> None:
    pane = opened(qtbot, a_case.desk(hidden=hidden))
    ctx = fake(pane)
    assert pane.ticket is not None
    pane.wishes.ask_assignment(pane.ticket)
    ctx.settle()
    dialog = pane.findChild(AssignDialog)
    assert isinstance(dialog, AssignDialog)
    editor = dialog.order_field.editor
    assert isinstance(editor, PlainTextEdit)
    said = type_in(editor, "zwischen", ctx)
    assert "T-10482" in said and "{" not in said
    # Hidden, the desk alone reads it; else what the requester may know is asked of the database.
    assert ("letter_facts 10482" in ctx.server.asked) is not hidden


def test_in_every_text_of_a_dialog_and_nothing_half_filled_leaves_it(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk(hidden=True))
    ctx = fake(pane)
    assert pane.ticket is not None
    pane.way.ask_reason(pane.ticket, RejectTicket)
    ctx.settle()
    dialog = pane.findChild(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    # The requester reads a rejection: in a hidden case its date is not known here.
    assert "{zieltermin}" in type_in(dialog.editor, "zwischen", ctx)
    dialog._decide()
    assert dialog.isVisible() and "{zieltermin}" in dialog.field.error()
    assert dialog.editor.textCursor().selectedText() == "{zieltermin}"
    dialog.editor.textCursor().insertText("morgen")
    dialog._decide()
    ctx.settle()
    assert any(isinstance(command, RejectTicket) and command.reason.endswith("bis morgen.") for command in ctx.commands)


def test_in_parts_that_are_added_too(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk())
    pane.commission()
    fake(pane).settle()
    dialog = pane.findChild(SplitDialog)
    assert isinstance(dialog, SplitDialog)
    row = dialog.add_row()
    fake(pane).settle()
    assert "T-10482" in type_in(row.order, "zwischen", fake(pane))
