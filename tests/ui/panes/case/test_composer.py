"""Writing about a case: three composers nobody can confuse, and a text that no event, refusal, change of case or crash takes away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import HANDLER, NOW
from tests.ui.panes.case import a_case
from tests.ui.panes.case.a_case import DESK, OWN, step
from tests.ui.panes.case.test_pane import HOSTILE, ID, opened
from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commands.entry import AddMessage, AddNote, SendAnswer, SendInterimAnswer
from ticketdesk.domain.commands.handling import ReportBack
from ticketdesk.domain.commands.ticket import ReopenTicket
from ticketdesk.domain.entry import LIMIT_BODY, EntryKind
from ticketdesk.domain.errors import Away, BadInput, BadTransition, Stale
from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.states import PublicState, State, Way
from ticketdesk.services.run import Sent
from ticketdesk.ui.kit import language
from ticketdesk.ui.kit.composer_frame import ComposerFrame
from ticketdesk.ui.kit.sentences import sentence
from ticketdesk.ui.panes.case import looks
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.pane import CasePane

TEXT = "Guten Tag,\n\ndie Vorlage ist korrigiert. Größe ß 4 mm"


def frame_of(pane: CasePane) -> ComposerFrame:
    """Return the composer, which must be in view."""
    assert pane.composer.frame is not None
    assert pane.composer.isVisible()
    return pane.composer.frame


def written(pane: CasePane, letter: Letter, text: str = TEXT) -> ComposerFrame:
    """Open a composer and type into it."""
    pane.write(letter)
    frame = frame_of(pane)
    frame.editor.insertPlainText(text)
    return frame


def test_none_is_open_by_default_and_only_what_is_possible_is_offered(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk())
    assert not pane.composer.isVisible()
    assert pane.foot.letters() == (Letter.ANSWER, Letter.NOTE), "the coordinator has nobody to report to"
    pane = opened(qtbot, a_case.desk(HANDLER))
    assert pane.foot.letters() == (Letter.REPORT, Letter.NOTE)
    pane = opened(qtbot, a_case.desk(HANDLER, way=Way.DIRECT))
    assert pane.foot.letters() == (Letter.ANSWER, Letter.REPORT, Letter.NOTE)
    pane = opened(qtbot, a_case.requester(), OWN)
    assert pane.foot.letters() == (Letter.MESSAGE,)


def test_only_of_an_answered_case_its_requester_says_that_it_is_not_solved(qtbot: Any, qapp: QApplication) -> None:
    ctx = a_case.requester(answered=True)
    pane = opened(qtbot, ctx, OWN)
    button = pane.foot.button(Letter.REOPEN)
    assert button is not None and button.text().replace("&", "") == "Nicht gelöst …"
    row = ctx.store.get(OWN)
    assert row is not None
    ctx.put(replace(row, state=PublicState.WITHDRAWN, version=row.version + 1))
    ctx.settle()
    button = pane.foot.button(Letter.REOPEN)
    assert button is not None and button.text().replace("&", "") == "Wieder öffnen …"


@pytest.mark.parametrize("tongue", ["de", "en"])
def test_access_keys_at_the_foot_are_unique_and_leave_the_menus_theirs(qapp: QApplication, tongue: str) -> None:
    language.install(qapp, tongue)
    menus = {"de": set("dbatnehw"), "en": set("fevtrxhl")}[tongue]
    for unsolved in (False, True):
        words = [looks.foot_words(letter, unsolved=unsolved)[0] for letter in Letter]
        letters = [word[word.index("&") + 1].lower() for word in words]
        assert len(set(letters)) == len(letters), letters
        assert not set(letters) & menus, set(letters) & menus


@pytest.mark.parametrize("tongue", ["de", "en"])
def test_the_three_composers_agree_in_nothing(qtbot: Any, qapp: QApplication, tongue: str) -> None:
    language.install(qapp, tongue)
    ctx = a_case.desk(HANDLER, way=Way.DIRECT)
    people, three = ctx.store.directory, (Letter.ANSWER, Letter.REPORT, Letter.NOTE)
    shown = [looks.look(letter, a_case.desk_case(), people, can_change=True) for letter in three]
    for part in (
        lambda look: look.kind.fill, lambda look: look.kind.token, lambda look: look.kind.icon, lambda look: look.title,
        lambda look: look.readers, lambda look: look.to_text, lambda look: look.send_text, lambda look: look.placeholder,
    ):  # fmt: skip
        assert len({part(look) for look in shown}) == 3
    assert [look.hidden for look in shown] == [False, True, True]
    assert "Frida Beispiel" in shown[0].send_text
    for look in shown:
        assert look.title != look.send_text


def test_a_report_in_a_transparent_case_says_that_the_requester_reads_it(qtbot: Any) -> None:
    ctx = a_case.desk(HANDLER, hidden=False)
    pane = opened(qtbot, ctx)
    pane.write(Letter.REPORT)
    look = frame_of(pane).look()
    assert not look.hidden
    assert look.readers == "Ersteller kann mitlesen"
    ctx.put(replace(ctx.server.rows[DESK], hidden=True, version=12))
    ctx.settle()
    assert frame_of(pane).look().hidden
    assert frame_of(pane).look().readers == "verborgen"


def test_somebody_without_access_is_to_be_told_by_hand(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk(requester_id=None))
    pane.write(Letter.ANSWER)
    assert "ohne Zugang" in frame_of(pane).look().to_text


@pytest.mark.parametrize(
    ("ctx", "key", "letter", "command"),
    [
        (lambda: a_case.desk(HANDLER), DESK, Letter.REPORT, ReportBack(ID, 11, TEXT)),
        (lambda: a_case.desk(HANDLER), DESK, Letter.NOTE, AddNote(ID, TEXT)),
        (lambda: a_case.desk(), DESK, Letter.ANSWER, SendInterimAnswer(ID, 11, TEXT)),
        (lambda: a_case.desk(state=State.CLOSED), DESK, Letter.REOPEN, ReopenTicket(ID, 11, TEXT)),
        (lambda: a_case.requester(), OWN, Letter.MESSAGE, AddMessage(ID, TEXT)),
        (lambda: a_case.requester(answered=True), OWN, Letter.REOPEN, ReopenTicket(ID, 4, TEXT)),
    ],
)
def test_ctrl_return_sends_the_command_and_closes(qtbot: Any, ctx: Any, key: Any, letter: Letter, command: Command) -> None:
    context = ctx()
    pane = opened(qtbot, context, key)
    frame = written(pane, letter)
    QTest.keyClick(frame.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert context.commands == [command]
    QTest.keyClick(frame.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    pane.composer.send()
    assert context.commands == [command], "not twice"
    context.settle()
    assert not pane.composer.isVisible()
    assert not pane.composer.has_text(letter)
    pane.write(letter)
    assert frame_of(pane).text() == ""


def test_a_final_answer_needs_a_solution(qtbot: Any) -> None:
    ctx = a_case.desk(state=State.REPORTED)
    pane = opened(qtbot, ctx)
    frame = written(pane, Letter.ANSWER)
    pane.composer.extra.kind.buttons()[1].click()
    frame.send_button().click()
    assert ctx.commands == []
    assert pane.composer.extra.field.error() == sentence("TD422", why="no_solution")
    assert pane.composer.extra.solution.hasFocus()
    pane.composer.extra.solution.insertPlainText("Rand auf 0 mm gestellt.")
    assert pane.composer.extra.field.error() == ""
    QTest.keyClick(pane.composer.extra.solution, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ctx.commands == [SendAnswer(ID, 11, TEXT, "Rand auf 0 mm gestellt.")]


def test_answer_and_close_in_one(qtbot: Any) -> None:
    ctx = a_case.desk(state=State.REPORTED)
    pane = opened(qtbot, ctx)
    written(pane, Letter.ANSWER)
    pane.composer.extra.kind.buttons()[1].click()
    pane.composer.extra.solution.insertPlainText("Gelöst.")
    pane.composer.extra.close_too.setChecked(True)
    pane.composer.send()
    assert ctx.commands == [SendAnswer(ID, 11, TEXT, "Gelöst.", close=True)]


def test_an_empty_text_is_not_sent(qtbot: Any) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx)
    written(pane, Letter.NOTE, "  \n ")
    pane.composer.send()
    assert ctx.commands == []
    assert pane.composer.error.isVisible()
    assert frame_of(pane).editor.hasFocus()


@pytest.mark.parametrize("body", ["a\0b", "wort\n" * (LIMIT_BODY // 5) + "x" * 6, "\x07"])
def test_what_cannot_be_stored_gets_a_sentence_and_stays(qtbot: Any, body: str) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx)
    frame = written(pane, Letter.NOTE, body)
    typed = frame.text()
    pane.composer.send()
    assert ctx.commands == []
    assert pane.composer.error.words()
    assert frame.text() == typed


def test_a_paste_of_ten_megabytes_stays_on_the_clipboard(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk())
    frame = written(pane, Letter.NOTE)
    QGuiApplication.clipboard().setText("wort " * (2 * 1024 * 1024))
    QTest.keyClick(frame.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert frame.text() == TEXT
    assert "10.485.760" in pane.composer.error.words()
    QGuiApplication.clipboard().setText("kurz")
    QTest.keyClick(frame.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()
    assert frame.text() == TEXT + "kurz"


def test_what_is_typed_survives_five_hundred_events(qtbot: Any) -> None:
    ctx = a_case.desk(state=State.REPORTED)
    pane = opened(qtbot, ctx)
    frame = written(pane, Letter.ANSWER, TEXT * 30)
    pane.composer.extra.kind.buttons()[1].click()
    pane.composer.extra.solution.insertPlainText("Halb getippte Lös")
    cursor = frame.editor.textCursor()
    cursor.setPosition(7)
    cursor.setPosition(19, QTextCursor.MoveMode.KeepAnchor)
    frame.editor.setTextCursor(cursor)
    frame.editor.verticalScrollBar().setValue(3)
    frame.editor.setFocus()
    states = (State.REPORTED, State.CLARIFYING, State.WAITING)
    for number in range(12, 512):
        changed = replace(ctx.server.rows[DESK], version=number, seq=number, state=states[number % 3], handler_id=PersonId(2 + number % 3))
        fresh = step(number, NOW, "changed", HANDLER, data={"changes": {"priority": [2, 3]}})
        ctx.server.timelines[DESK] = (*ctx.server.timelines[DESK], fresh)
        ctx.put(changed)
        if number % 50 == 0:
            ctx.settle()
    ctx.settle()
    assert frame.text() == TEXT * 30
    assert pane.composer.extra.solution.toPlainText() == "Halb getippte Lös"
    assert pane.composer.extra.is_final()
    assert (frame.editor.textCursor().anchor(), frame.editor.textCursor().position()) == (7, 19)
    assert frame.editor.verticalScrollBar().value() == 3
    assert frame.editor.hasFocus()


def test_stale_keeps_the_text_says_who_and_sends_anyway_on_top(qtbot: Any) -> None:
    ctx = a_case.desk(HANDLER)
    pane = opened(qtbot, ctx)
    frame = written(pane, Letter.REPORT)
    agree = ctx.answer
    ctx.answer = lambda _command: Stale(detail={"version": 13, "by": 1})
    ctx.server.rows[DESK] = replace(ctx.server.rows[DESK], version=13, seq=11)
    pane.composer.send()
    ctx.settle()
    assert frame.text() == TEXT
    assert frame.is_overtaken()
    assert frame._overtaken._title.text() == "Inzwischen hat Kora Musterlotse diesen Vorgang geändert."
    assert not frame.editor.isReadOnly()
    ctx.put(ctx.server.rows[DESK])
    ctx.answer = agree
    frame.send_anyway_requested.emit()
    ctx.settle()
    assert ctx.commands[-1] == ReportBack(ID, 13, TEXT)
    assert not pane.composer.isVisible()


def test_new_correspondence_warns_while_one_writes_and_compare_leads_there(qtbot: Any) -> None:
    ctx = a_case.desk(state=State.REPORTED)
    pane = opened(qtbot, ctx, height=500)
    frame = written(pane, Letter.ANSWER)
    fresh = [step(n, NOW, "noted", HANDLER, kind=EntryKind.NOTE, body=f"Neu {n}\n" * 8) for n in (12, 13)]
    ctx.server.timelines[DESK] = (*a_case.story(), *fresh)
    ctx.put(replace(ctx.server.rows[DESK], version=13, seq=13))
    ctx.settle()
    assert frame.is_overtaken()
    assert frame.text() == TEXT
    frame.compare_requested.emit()
    QApplication.processEvents()
    card = next(widget for key, widget in pane.timeline.column.built().items() if key[1] == 12)  # type: ignore[index]
    assert 0 <= card.y() - pane.timeline.column.verticalScrollBar().value() <= 40


def test_ones_own_other_action_makes_no_text_stale(qtbot: Any) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx)
    written(pane, Letter.ANSWER)
    pane.action_set.qaction("set_priority_high").trigger()
    ctx.settle()
    pane.composer.send()
    assert ctx.commands[-1] == SendInterimAnswer(ID, 12, TEXT)


def test_a_note_cannot_be_stale(qtbot: Any) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx)
    frame = written(pane, Letter.NOTE)
    ctx.server.timelines[DESK] = (*a_case.story(), step(12, NOW, "noted", HANDLER, kind=EntryKind.NOTE, body="…"))
    ctx.put(replace(ctx.server.rows[DESK], version=12, seq=12))
    ctx.settle()
    assert not frame.is_overtaken()


def test_every_refusal_leaves_the_text(qtbot: Any) -> None:
    ctx = a_case.desk(state=State.REPORTED)
    pane = opened(qtbot, ctx)
    frame = written(pane, Letter.ANSWER)
    ctx.answer = lambda _command: BadTransition(detail={"from": 9, "to": 8})
    pane.composer.send()
    ctx.settle()
    assert frame.text() == TEXT
    assert "Abgeschlossen" in pane.composer.error.words()
    ctx.answer = lambda _command: BadInput(detail={"field": "solution", "why": "no_solution"})
    pane.composer.send()
    ctx.settle()
    assert frame.text() == TEXT
    assert not frame.editor.isReadOnly()


def test_without_a_server_the_text_waits_and_is_still_there(qtbot: Any) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx)
    frame = written(pane, Letter.NOTE)
    ctx.answer = lambda _command: Away()
    pane.composer.send()
    ctx.settle()
    assert frame.text() == TEXT
    assert frame.editor.isReadOnly()
    assert frame.draft_words() == "Entwurf nur auf diesem Rechner, wird gesendet, sobald der Server wieder da ist"
    ctx.server.timelines[DESK] = (*a_case.story(), step(12, NOW, "noted", kind=EntryKind.NOTE, body=TEXT))
    ctx.put(replace(ctx.server.rows[DESK], version=12, seq=12))
    ctx.settle()
    assert not pane.composer.isVisible(), "the step that came back is this text"
    assert not pane.composer.has_text(Letter.NOTE)


def test_a_waiting_text_that_is_refused_later_can_be_sent_again(qtbot: Any) -> None:
    ctx = a_case.desk(HANDLER)
    pane = opened(qtbot, ctx)
    frame = written(pane, Letter.REPORT)
    ctx.answer = lambda _command: Away()
    pane.composer.send()
    ctx.settle()
    command = ctx.commands[-1]
    pane.outbox_told(Sent(uuid4(), command, refused=Stale(detail={"version": 14, "by": 1})))
    assert frame.is_overtaken()
    assert frame.text() == TEXT
    assert not frame.editor.isReadOnly()


def test_each_case_and_each_kind_keeps_its_own_text(qtbot: Any) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx)
    written(pane, Letter.NOTE, "Notiz zum ersten")
    pane.write(Letter.ANSWER)
    frame_of(pane).editor.insertPlainText("Antwort zum ersten")
    other = ctx.key(10481)
    pane.show_case(other)
    ctx.settle()
    assert not pane.composer.isVisible()
    written(pane, Letter.NOTE, "Notiz zum zweiten")
    pane.show_case(DESK)
    ctx.settle()
    assert pane.composer.letter is Letter.ANSWER
    assert frame_of(pane).text() == "Antwort zum ersten"
    pane.write(Letter.NOTE)
    assert frame_of(pane).text() == "Notiz zum ersten"
    pane.show_case(other)
    ctx.settle()
    assert frame_of(pane).text() == "Notiz zum zweiten"


def test_going_through_the_list_leaves_the_focus_in_the_list(qtbot: Any) -> None:
    ctx = a_case.desk()
    window = QWidget()
    qtbot.addWidget(window)
    row, line, pane = QHBoxLayout(window), QLineEdit(), CasePane(ctx)  # type: ignore[arg-type]  # the fake has the members that are used
    row.addWidget(line)
    row.addWidget(pane)
    window.resize(1200, 700)
    window.show()
    pane.show_case(DESK)
    ctx.settle()
    frame = written(pane, Letter.NOTE)
    assert frame.editor.hasFocus()
    line.setFocus()
    pane.show_case(ctx.key(10481))
    ctx.settle()
    assert line.hasFocus()
    pane.show_case(DESK)
    ctx.settle()
    assert frame_of(pane).text() == TEXT
    assert line.hasFocus(), "a draft that returns does not take the focus"
    assert frame.editor.textCursor().position() == len(TEXT), "one goes on writing at the end"
    frame.editor.setFocus()
    pane.composer.send()
    ctx.settle()
    assert pane.timeline.column.hasFocus()


def test_closing_keeps_the_draft_and_the_button_says_so(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk())
    written(pane, Letter.NOTE)
    frame_of(pane).close_requested.emit()
    assert not pane.composer.isVisible()
    button = pane.foot.button(Letter.NOTE)
    assert button is not None
    assert "Entwurf" in button.text()
    pane.write(Letter.NOTE)
    assert frame_of(pane).text() == TEXT


def test_a_note_becomes_an_answer(qtbot: Any) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx)
    written(pane, Letter.NOTE)
    pane.composer.become(Letter.ANSWER)
    assert pane.composer.letter is Letter.ANSWER
    assert frame_of(pane).text() == TEXT
    assert not pane.composer.has_text(Letter.NOTE)
    pane.composer.send()
    assert ctx.commands == [SendInterimAnswer(ID, 11, TEXT)]


def test_a_text_sent_while_another_case_is_shown_says_what_became_of_it(qtbot: Any) -> None:
    ctx = a_case.desk(HANDLER)
    pane = opened(qtbot, ctx)
    written(pane, Letter.REPORT)
    ctx.answer = lambda _command: Stale(detail={"version": 12, "by": 1})
    ctx.paused = True
    pane.composer.send()
    pane.show_case(ctx.key(10481))
    ctx.paused = False
    ctx.settle()
    assert "Kora Musterlotse" in ctx.told[-1].sentence
    assert ctx.told[-1].pressed is not None
    ctx.told[-1].pressed()
    assert ctx.went[-1] == DESK
    pane.show_case(DESK)
    ctx.settle()
    assert frame_of(pane).text() == TEXT


def test_the_language_the_face_and_hostile_texts_change_nothing_typed(qtbot: Any, qapp: QApplication) -> None:
    pane = opened(qtbot, a_case.desk(requester_name=HOSTILE))
    frame = written(pane, Letter.ANSWER, HOSTILE)
    language.install(qapp, "en")
    QApplication.processEvents()
    assert frame.text() == HOSTILE
    assert HOSTILE in frame.send_button().text()
    pane.resize(640, 500)
    QApplication.processEvents()
    assert frame.text() == HOSTILE


def test_a_draft_is_on_the_disk_within_two_seconds_and_says_where(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk())
    frame = written(pane, Letter.NOTE)
    qtbot.waitUntil(lambda: frame.draft_words().startswith("Entwurf nur auf diesem Rechner"), timeout=2000)


def test_a_second_start_offers_what_was_typed(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk(state=State.REPORTED))
    written(pane, Letter.ANSWER)
    pane.composer.extra.kind.buttons()[1].click()
    pane.composer.extra.solution.insertPlainText("Fast fertig")
    pane.drafts.finish()
    again = opened(qtbot, a_case.desk(state=State.REPORTED, version=20))
    assert again.composer.letter is Letter.ANSWER
    assert frame_of(again).text() == TEXT
    assert again.composer.extra.solution.toPlainText() == "Fast fertig"
    assert frame_of(again).is_overtaken(), "the case has moved on since"
    again.composer.send()
    assert getattr(again.ctx.commands[-1], "version", None) == 11  # type: ignore[attr-defined]


TYPIST = """
    import sys
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
    from tests.ui.panes.case import a_case
    from ticketdesk.services.drafts import DraftFolder
    from ticketdesk.ui.kit import theme
    from ticketdesk.ui.panes.case.letters import Letter
    from ticketdesk.ui.panes.case.pane import CasePane

    app = QApplication([])
    theme.apply(app)
    ctx = a_case.desk()
    pane = CasePane(ctx)
    pane.show(); pane.show(a_case.DESK); ctx.settle()
    pane.write(Letter.NOTE)
    editor = pane.composer.frame.editor
    def on_disk(*_told):
        (draft,) = DraftFolder().find(ctx.server.server, ctx.me.id)
        print(len(draft.fields["body"]), flush=True)

    pane.drafts.kept.connect(on_disk)
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: editor.insertPlainText("x"))
    timer.start()
    app.exec()
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a matter of POSIX")
def test_a_killed_client_has_every_key_that_was_acknowledged(qtbot: Any, tmp_path: Path) -> None:
    """The real pane in a process of its own, killed while somebody types at fifty keys a second."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[4])}
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(TYPIST)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as child:
        assert child.stdout is not None
        acknowledged = [int(child.stdout.readline()) for _ in range(2)]
        os.kill(child.pid, signal.SIGKILL)
    again = opened(qtbot, a_case.desk())
    assert again.composer.letter is Letter.NOTE
    text = frame_of(again).text()
    assert set(text) == {"x"}
    assert len(text) >= acknowledged[-1] > acknowledged[0] > 0


def test_servers_and_persons_do_not_share_drafts(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk())
    written(pane, Letter.NOTE)
    pane.drafts.finish()
    ctx: FakeContext = a_case.desk()
    ctx.server.server = "other.example"
    assert opened(qtbot, ctx).composer.letter is None, "another server's case 10482 is another case"
    assert opened(qtbot, a_case.desk(HANDLER)).composer.letter is None, "another person's draft"


def test_the_requesters_two_texts_agree_in_no_sign_and_no_word() -> None:
    answered = a_case.requester(answered=True)
    ticket = answered.server.rows[OWN]
    looked = [looks.look(letter, ticket, answered.store.directory, can_change=True) for letter in (Letter.MESSAGE, Letter.REOPEN)]  # type: ignore[arg-type]
    assert len({one.kind.icon for one in looked}) == len({one.title for one in looked}) == len({one.send_text for one in looked}) == 2
