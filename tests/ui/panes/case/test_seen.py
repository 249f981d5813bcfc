"""Who may read what, at the screen: filing, releasing with a preview, the requester's view, and looking for words in a case."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, HANDLER, NOW, REQUESTER
from tests.ui.panes.case.a_case import DESK, desk, own_story, step, story
from ticketdesk.domain.commands.entry import RecordEntry, ReleaseEntry
from ticketdesk.domain.entry import Audience, Channel, EntryKind
from ticketdesk.domain.states import State
from ticketdesk.services.preview import Preview
from ticketdesk.ui.kit.timeline_card import TimelineCard
from ticketdesk.ui.panes.case import rules_seen
from ticketdesk.ui.panes.case.entry_dialog import EntryDialog
from ticketdesk.ui.panes.case.files_page import all_files
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.case.preview_window import PreviewWindow
from ticketdesk.ui.panes.case.release_dialog import ReleaseDialog
from ticketdesk.ui.panes.case.story import Piece

ORDER = 7
"""The step of the made-up case that holds an internal order."""


def shown(qtbot: QtBot, ctx: FakeContext) -> CasePane:
    pane = CasePane(ctx)  # type: ignore[arg-type]  # the fake has the six members
    qtbot.addWidget(pane)
    pane.resize(1200, 900)
    pane.show_case(DESK)
    ctx.settle()
    pane.show()
    return pane


def look(pane: CasePane, seq: int):  # type: ignore[no-untyped-def]  # test
    return pane.timeline.entry_look(next(one for one in pane.timeline.steps() if one.seq == seq))


def test_a_hidden_entry_is_released_after_a_preview(qtbot: QtBot) -> None:
    ctx = desk(COORDINATOR)
    pane = shown(qtbot, ctx)
    assert look(pane, ORDER).hidden and look(pane, ORDER).verb
    pane.seen.ask_release(ORDER)
    dialog = pane.seen.dialog
    assert isinstance(dialog, ReleaseDialog)
    assert dialog.nameless.isChecked(), "in a hidden case names stay inside unless somebody decides otherwise"
    assert "Kora" not in dialog.card.look().who and "Seit wann" in dialog.card.look().body
    assert "kann nicht zurückgenommen werden" in dialog._sentence.text()
    dialog.nameless.setChecked(False)
    assert "Kora Musterlotse" in dialog.card.look().who
    dialog._decide()
    ctx.settle()
    assert ctx.commands == [ReleaseEntry(DESK.id, ORDER, True)]


def test_the_files_of_a_released_entry_are_shown_beforehand(qtbot: QtBot) -> None:
    ctx = desk(COORDINATOR)
    file = {"id": "00000000-0000-4000-8000-000000000001", "name": "messung.pdf", "size": 4711, "sha256": "00"}
    with_file = replace(next(one for one in story() if one.seq == ORDER), detail={"files": [file]})
    dialog = ReleaseDialog(ctx.server.rows[DESK], with_file, ctx.store.directory)
    qtbot.addWidget(dialog)
    assert [chip.name for chip in dialog.card.look().files] == ["messung.pdf"]
    assert "Die Dateien des Eintrags gehen mit" in dialog._sentence.text()
    release = step(12, NOW, "released", data={"entry": ORDER, "named": False})
    assert [one.audience for _, one in all_files((with_file,))] == [Audience.INTERNAL]
    assert [one.audience for _, one in all_files((with_file, release))] == [Audience.REQUESTER]


def test_a_released_entry_turns_its_edge_solid(qtbot: QtBot) -> None:
    ctx = desk(COORDINATOR)
    pane = shown(qtbot, ctx)
    release = step(12, NOW, "released", data={"entry": ORDER, "named": False})
    ctx.server.timelines[DESK] = (*story(), release)
    ctx.put(replace(ctx.server.rows[DESK], seq=12, version=12))
    ctx.settle()
    now = look(pane, ORDER)
    assert not now.hidden and now.aside_icon == "eye-check" and "Kora Musterlotse" in now.aside and not now.verb
    assert "ohne Namen" in pane.timeline.log_look(release).text


@pytest.mark.parametrize("who, seq", [(HANDLER, ORDER), (COORDINATOR, 9)])
def test_handlers_release_nothing_and_a_note_never(qtbot: QtBot, who: object, seq: int) -> None:
    pane = shown(qtbot, desk(who))  # type: ignore[arg-type]  # test
    assert look(pane, seq).hidden and not look(pane, seq).verb


def test_correspondence_is_filed(qtbot: QtBot) -> None:
    ctx = desk(COORDINATOR)
    pane = shown(qtbot, ctx)
    pane.action_set.qaction("record_entry").trigger()
    dialog = pane.seen.dialog
    assert isinstance(dialog, EntryDialog)
    dialog._decide()
    assert dialog.fields["party"].error() and ctx.commands == []
    dialog.party.setCurrentIndex(dialog.party.findText("Frida Beispiel"))
    dialog.kind.setCurrentIndex(dialog.kind.findData(int(EntryKind.VISIT)))
    dialog.body.setPlainText("War am Drucker.")
    dialog.readers.set_key(True)
    command = dialog.command()
    assert (command.kind, command.channel, command.person_id, command.party) == (EntryKind.VISIT, Channel.VISIT, REQUESTER, "")
    dialog.party.setEditText("Firma Muster")
    assert (dialog.command().person_id, dialog.command().party) == (None, "Firma Muster")
    dialog._decide()
    ctx.settle()
    (filed,) = ctx.commands
    assert isinstance(filed, RecordEntry) and filed.for_requester and filed.body == "War am Drucker."


def test_what_was_typed_is_there_again(qtbot: QtBot) -> None:
    pane = shown(qtbot, desk(HANDLER))
    pane.seen.ask_entry()
    dialog = pane.seen.dialog
    assert isinstance(dialog, EntryDialog)
    dialog.body.setPlainText("Noch nicht fertig")
    dialog.reject()
    pane.seen.ask_entry()
    again = pane.seen.dialog
    assert isinstance(again, EntryDialog) and again.body.toPlainText() == "Noch nicht fertig"
    assert not again.readers.buttons()[1].isEnabled() and "Koordination" in again._readers_word.text()


def test_a_filed_entry_says_who_to_whom_when_and_when_filed(qtbot: QtBot) -> None:
    pane = shown(qtbot, desk(COORDINATOR))
    filed = replace(
        step(12, NOW, "entry_recorded", HANDLER, kind=EntryKind.CALL, body="Rückruf", internal=True, channel=Channel.PHONE,
             detail={"party": "Lieferant", "incoming": True}),
        happened_at=NOW.replace(hour=8, minute=15),
    )  # fmt: skip
    assert pane.timeline.entry_look(filed).who.startswith("Lieferant → Nils Platzhalter · Telefon · am 23.11.2026")
    assert "erfasst am" in pane.timeline.entry_look(filed).who


def test_as_the_requester_sees_it(qtbot: QtBot) -> None:
    ctx = desk(COORDINATOR)
    own = replace(ctx.server.rows[DESK], own=True, hidden=False, handler_id=None, group_id=None)
    from tests.ui.panes.case.a_case import own_face

    ctx.server.previews = {DESK.id: Preview(own_face(ctx.server.rows[DESK]), own_story())}
    pane = shown(qtbot, ctx)
    pane.action_set.qaction("preview_case").trigger()
    ctx.settle()
    window = pane.seen.dialog
    assert isinstance(window, PreviewWindow) and own.id == DESK.id
    assert window.timeline.steps() == own_story() and "Frida Beispiel" in window.banner.sentence()
    assert not any(look.verb for look in map(window.timeline.entry_look, own_story()))
    with qtbot.waitSignal(window.destroyed):
        qtbot.keyClick(window, Qt.Key.Key_Escape)


def test_words_are_found_in_the_case(qtbot: QtBot) -> None:
    pane = shown(qtbot, desk(COORDINATOR))
    pane.action_set.qaction("find_in_case").trigger()
    search = pane.timeline.search
    search.field.setText("vorlage")
    assert len(pane.timeline.hits()) == 3 and search.count_words() == "3 von 3"
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    assert search.count_words() == "1 von 3"
    framed = [part for part in pane.timeline.column.built().values() if isinstance(part, TimelineCard) and part.look().found == "accent"]
    assert len(framed) == 1
    search.field.setText("gibt es nicht")
    assert search.count_words() == "nicht gefunden"
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.isHidden() and any(key[0] is Piece.FOLD for key in pane.timeline.column.names())  # type: ignore[index]  # a pair


def test_rules() -> None:
    ctx = desk(COORDINATOR)
    case = ctx.server.rows[DESK]
    assert rules_seen.may_preview(case, ctx.me) and not rules_seen.may_preview(replace(case, requester_id=None), ctx.me)
    assert rules_seen.may_show_requester(case, ctx.me)
    handler = desk(HANDLER).me
    assert not rules_seen.may_show_requester(case, handler) and rules_seen.may_show_requester(replace(case, hidden=False), handler)
    assert case.state is State.IN_PROGRESS


def test_answer_and_close_is_one_action(qtbot: QtBot) -> None:
    ctx = desk(COORDINATOR, state=State.REPORTED)
    pane = shown(qtbot, ctx)
    pane.action_set.qaction("answer_and_close").trigger()
    assert pane.composer.letter is Letter.ANSWER
    assert pane.composer.extra.is_final() and pane.composer.extra.close_too.isChecked()


def test_a_note_that_was_meant_as_an_answer_becomes_one(qtbot: QtBot) -> None:
    ctx = desk(COORDINATOR, state=State.REPORTED)
    pane = shown(qtbot, ctx)
    pane.write(Letter.NOTE)
    assert pane.composer.frame is not None
    pane.composer.frame.editor.setPlainText("Die Vorlage ist korrigiert.")
    pane.action_set.qaction("answer_and_close").trigger()
    assert pane.composer.letter is Letter.NOTE and "Abschlussantwort" in ctx.told[-1].sentence
    ctx.told[-1].pressed()
    assert pane.composer.letter is Letter.ANSWER and pane.composer.frame.text() == "Die Vorlage ist korrigiert."
    assert pane.composer.extra.close_too.isChecked() and not pane.composer.has_text(Letter.NOTE)
