"""The case pane driven by its actions: each sends its command, follows the store without moving what is read, and shows texts literally."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QWidget

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, HANDLER, IT, NOW, ticket
from tests.ui.panes.case import a_case
from tests.ui.panes.case.a_case import DESK, OWN, step
from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commands.handling import AssignTicket, GiveBack, TakeOver
from ticketdesk.domain.commands.ticket import (
    AcceptTicket,
    ChangeTicket,
    ClarifyTicket,
    CloseTicket,
    ConfirmSolution,
    SetHidden,
)
from ticketdesk.domain.entry import EntryKind
from ticketdesk.domain.errors import Stale, TakenAlready
from ticketdesk.domain.ids import CategoryId, NoticeId, PersonId, TicketId, TicketKey
from ticketdesk.domain.notices import Notice, NoticeKind
from ticketdesk.domain.states import Priority, State
from ticketdesk.ui.kit import language, text, theme
from ticketdesk.ui.panes.case.assign_dialog import AssignDialog
from ticketdesk.ui.panes.case.dialogs import CategoryDialog, ModeDialog, TargetDialog
from ticketdesk.ui.panes.case.facts import LongWord
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.case.story import Piece, Show

HOSTILE = "<img src=file:///etc/hostname> & <b>fett</b>"
ID = TicketId(a_case.NUMBER)


def opened(qtbot: Any, ctx: FakeContext, key: TicketKey = DESK, *, width: int = 916, height: int = 700) -> CasePane:
    """Show a case in a pane of its own."""
    pane = CasePane(ctx)  # type: ignore[arg-type]  # the fake has the members that are used
    qtbot.addWidget(pane)
    pane.resize(width, height)
    pane.show()
    pane.show(key)
    ctx.settle()
    return pane


def trigger(pane: CasePane, action_id: str) -> None:
    """Do what a menu entry does; it must be offered."""
    action = pane.action_set.qaction(action_id)
    assert action.isEnabled(), action_id
    action.trigger()


@pytest.mark.parametrize(
    ("who", "state", "action", "command"),
    [
        (COORDINATOR, State.NEW, "accept_ticket", AcceptTicket(ID, 11)),
        (COORDINATOR, State.ACCEPTED, "clarify_ticket", ClarifyTicket(ID, 11)),
        (HANDLER, State.ASSIGNED, "take_over", TakeOver(ID, 11)),
        (HANDLER, State.IN_PROGRESS, "give_back", GiveBack(ID, 11)),
        (COORDINATOR, State.IN_PROGRESS, "set_priority_high", ChangeTicket(ID, 11, priority=Priority.HIGH)),
        (COORDINATOR, State.ANSWERED, "close_ticket", CloseTicket(ID, 11)),
    ],
)
def test_an_action_sends_its_command(qtbot: Any, who: PersonId, state: State, action: str, command: Command) -> None:
    ctx = a_case.desk(who, state=state)
    pane = opened(qtbot, ctx)
    trigger(pane, action)
    assert ctx.commands == [command]
    assert not pane.action_set.qaction(action).isEnabled(), "under way"
    ctx.settle()
    assert pane.action_set.qaction(action).isEnabled(), "the answer came, the row has not changed yet"


def test_the_requester_confirms(qtbot: Any) -> None:
    ctx = a_case.requester(answered=True)
    pane = opened(qtbot, ctx, OWN)
    assert pane.foot.confirm.isVisible()
    pane.foot.confirm.click()
    assert ctx.commands == [ConfirmSolution(ID, 4)]
    assert pane.foot.letters() == (Letter.MESSAGE, Letter.REOPEN)


def test_what_may_not_be_done_is_not_offered(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.requester(), OWN)
    offered = {name for name in pane.action_set.ids() if pane.action_set.qaction(name).isEnabled()}
    assert offered == {"add_message", "find_in_case", "set_wished_date", "withdraw_ticket"}
    pane = opened(qtbot, a_case.desk(PersonId(6)))
    offered = {name for name in pane.action_set.ids() if pane.action_set.qaction(name).isEnabled()}
    assert offered == {"find_in_case", "preview_case"}, "an auditor only reads"
    assert not pane.foot.isVisible()


def test_assigning_by_keys_alone(qtbot: Any) -> None:
    ctx = a_case.desk(state=State.ACCEPTED)
    pane = opened(qtbot, ctx)
    trigger(pane, "assign_ticket")
    ctx.settle()
    dialog = pane.findChild(AssignDialog)
    assert dialog is not None
    names = [dialog.findChild(QListWidget).item(row).text() for row in range(dialog.findChild(QListWidget).count())]
    assert names == sorted(names, key=str.casefold)
    search = dialog.findChild(QLineEdit)
    QTest.keyClicks(search, "plat")
    assert dialog.current() is not None
    assert dialog.current().handler_id == HANDLER
    dialog.findChild(QPlainTextEdit).setPlainText("Bitte Vorlage prüfen.")
    QTest.keyClick(search, Qt.Key.Key_Return)
    ctx.settle()
    assert ctx.commands == [AssignTicket(ID, 11, handler_id=HANDLER, order_text="Bitte Vorlage prüfen.")]


def test_arrow_keys_choose_while_the_search_has_the_focus(qtbot: Any) -> None:
    ctx = a_case.desk(state=State.ACCEPTED)
    pane = opened(qtbot, ctx)
    trigger(pane, "assign_ticket")
    ctx.settle()
    dialog = pane.findChild(AssignDialog)
    search, people = dialog.findChild(QLineEdit), dialog.findChild(QListWidget)
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert people.currentRow() == 2
    QTest.keyClicks(search, "it-ser")
    found = [people.item(row).text() for row in range(people.count())]
    assert "IT-Service  ·  Gruppe" in found
    assert any(name.startswith("Nils Platzhalter") for name in found), "a group's name finds its members too"
    while people.currentItem().text() != "IT-Service  ·  Gruppe":
        QTest.keyClick(search, Qt.Key.Key_Down if people.currentRow() < found.index("IT-Service  ·  Gruppe") else Qt.Key.Key_Up)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert ctx.commands == [AssignTicket(ID, 11, group_id=IT)]


def test_who_is_called_so_comes_before_the_members_of_a_group_called_so(qtbot: Any) -> None:
    ctx = a_case.desk(state=State.ACCEPTED)
    pane = opened(qtbot, ctx)
    trigger(pane, "assign_ticket")
    ctx.settle()
    dialog = pane.findChild(AssignDialog)
    search, people = dialog.findChild(QLineEdit), dialog.findChild(QListWidget)
    QTest.keyClicks(search, "haus")
    found = [people.item(row).text() for row in range(people.count())]
    assert found[0] == "Haustechnik  ·  Gruppe" and people.currentRow() == 0 and len(found) > 1
    search.clear()
    QTest.keyClicks(search, "kora")
    assert dialog.current() is not None and dialog.current().handler_id == COORDINATOR
    search.clear()
    # She is a member and found by these letters, too; that she was chosen by others does not keep her.
    QTest.keyClicks(search, "it-service")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert ctx.commands == [AssignTicket(ID, 11, group_id=IT)]


def test_an_order_that_was_refused_is_offered_again(qtbot: Any) -> None:
    ctx = a_case.desk(state=State.ACCEPTED)
    pane = opened(qtbot, ctx)
    ctx.answer = lambda _command: Stale(detail={"version": 12, "by": int(HANDLER)})
    trigger(pane, "assign_ticket")
    ctx.settle()
    dialog = pane.findChild(AssignDialog)
    dialog.findChild(QPlainTextEdit).setPlainText("Ein langer Auftrag")
    QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    ctx.settle()
    assert "Nils Platzhalter" in ctx.told[-1].sentence
    assert ctx.told[-1].pressed is not None
    ctx.told[-1].pressed()
    ctx.settle()
    again = [one for one in pane.findChildren(AssignDialog) if one.isVisible()][-1]
    assert again.findChild(QPlainTextEdit).toPlainText() == "Ein langer Auftrag"


def test_target_mode_and_category(qtbot: Any) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx)
    trigger(pane, "set_target")
    dialog = pane.findChild(TargetDialog)
    dialog.findChild(QLineEdit).setText("25.11.2026 16:00")
    dialog._do.click()
    ctx.settle()
    command = ctx.commands[-1]
    assert isinstance(command, ChangeTicket)
    assert command.target_at is not None
    assert command.target_at.astimezone().strftime("%d.%m.%Y %H:%M") == "25.11.2026 16:00"
    trigger(pane, "set_target")
    pane.findChild(TargetDialog)._none.click()
    ctx.settle()
    assert ctx.commands[-1] == ChangeTicket(ID, 11, clear=("target_at",))
    trigger(pane, "set_hidden")
    pane.findChild(ModeDialog)._do.click()
    ctx.settle()
    assert ctx.commands[-1] == SetHidden(ID, 11, False)
    trigger(pane, "set_category")
    choice = pane.findChild(CategoryDialog)
    choice._choice.setCurrentIndex(choice._choice.findData(CategoryId(3)))
    choice._do.click()
    ctx.settle()
    assert ctx.commands[-1] == ChangeTicket(ID, 11, category_id=CategoryId(3))


def test_a_date_in_the_year_20260_gets_a_sentence(qtbot: Any) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx)
    trigger(pane, "set_target")
    dialog = pane.findChild(TargetDialog)
    dialog.findChild(QLineEdit).setText("25.11.20260 16:00")
    dialog._do.click()
    assert ctx.commands == []
    assert dialog._field.error()
    dialog.reject()


def test_the_head_goes_on_saying_how_long_a_case_is_open(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pane = opened(qtbot, a_case.desk())
    before = pane.head._line.text()
    later = text.now() + timedelta(days=3)
    monkeypatch.setattr(text, "now", lambda: later)
    pane.head._minute.passed.emit()
    assert pane.head._line.text() != before and "offen" in pane.head._line.text()


def test_the_subject_is_changed_in_place(qtbot: Any) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx)
    trigger(pane, "edit_subject")
    edit = pane.head._edit
    assert edit.hasFocus()
    edit.setText("Neuer Betreff")
    ctx.put(replace(ctx.server.rows[DESK], version=12, seq=12, subject="Von anderen geändert"))
    ctx.settle()
    assert edit.text() == "Neuer Betreff", "an event does not touch a subject being changed"
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert ctx.commands[-1] == ChangeTicket(ID, 12, subject="Neuer Betreff")
    assert not pane.head.is_editing()
    trigger(pane, "edit_subject")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not pane.head.is_editing()


def test_a_subject_refused_as_stale_needs_not_be_typed_again(qtbot: Any) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx)
    agree = ctx.answer
    ctx.answer = lambda _command: Stale(detail={"version": 12, "by": int(HANDLER)})
    trigger(pane, "edit_subject")
    pane.head._edit.setText("Mühsam getippter Betreff")
    QTest.keyClick(pane.head._edit, Qt.Key.Key_Return)
    ctx.settle()
    ctx.put(replace(ctx.server.rows[DESK], version=12))
    ctx.answer = agree
    assert ctx.told[-1].pressed is not None
    ctx.told[-1].pressed()
    assert ctx.commands[-1] == ChangeTicket(ID, 12, subject="Mühsam getippter Betreff")


def test_who_was_faster_is_told_with_name_and_time(qtbot: Any) -> None:
    ctx = a_case.desk(HANDLER, state=State.ASSIGNED, handler_id=None)
    pane = opened(qtbot, ctx)
    ctx.answer = lambda _command: TakenAlready(detail={"by": 3, "at": "2026-11-23T13:03:00+00:00"})
    trigger(pane, "take_over")
    ctx.settle()
    assert ctx.told[-1].sentence == "Tarik Muster hat dieses Ticket um 14:03 Uhr übernommen."


def test_new_steps_are_asked_for_from_the_last_one_known(qtbot: Any) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx)
    assert "timeline 10482 0" in ctx.server.asked
    before = dict(pane.timeline.column.built())
    fresh = step(12, NOW, "noted", HANDLER, kind=EntryKind.NOTE, body="Neu", internal=True)
    ctx.server.timelines[DESK] = (*a_case.story(), fresh)
    ctx.put(replace(ctx.server.rows[DESK], version=12, seq=12))
    ctx.settle()
    assert ctx.server.asked[-1] == "timeline 10482 11"
    assert pane.timeline.steps()[-1] == fresh
    after = pane.timeline.column.built()
    assert all(after[key] is widget for key, widget in before.items()), "what stood there still stands"


def test_a_storm_of_events_asks_one_question_at_a_time(qtbot: Any) -> None:
    ctx = a_case.desk()
    opened(qtbot, ctx)
    asked = len(ctx.server.asked)
    ctx.paused = True
    for version in range(12, 112):
        ctx.put(replace(ctx.server.rows[DESK], version=version, seq=version))
    ctx.paused = False
    ctx.server.timelines[DESK] = (*a_case.story(), *(step(seq, NOW, "changed", data={"changes": {}}) for seq in range(12, 112)))
    ctx.settle()
    # Of the steps and of the clocks each.
    assert all(sum(one.startswith(what) for one in ctx.server.asked[asked:]) <= 3 for what in ("timeline", "clocks"))
    assert len(ctx.server.asked) - asked <= 6


def test_the_place_is_kept_when_others_write(qtbot: Any) -> None:
    ctx = a_case.desk()
    long = tuple(
        step(n, NOW - timedelta(hours=60 - n), "noted", HANDLER, kind=EntryKind.NOTE, body=f"Notiz {n}\n" * 3) for n in range(1, 41)
    )
    ctx.server.timelines[DESK] = long
    ctx.server.rows[DESK] = ctx.store._rows[DESK] = replace(ctx.server.rows[DESK], seq=40, version=40)
    pane = opened(qtbot, ctx)
    bar = pane.timeline.column.verticalScrollBar()
    assert pane.timeline.column.is_at_end()
    bar.setValue(bar.maximum() // 2)
    top = pane.timeline.column._anchor()
    for number in range(41, 51):
        ctx.server.timelines[DESK] = (*ctx.server.timelines[DESK], step(number, NOW, "noted", HANDLER, kind=EntryKind.NOTE, body="Neu"))
        ctx.put(replace(ctx.server.rows[DESK], version=number, seq=number))
        ctx.settle()
    assert pane.timeline.column._anchor() == top
    pane.filter.chosen.emit(Show.CHANGES)
    assert all(key[0] is not Piece.CARD for key in pane.timeline.column.names())  # type: ignore[index]


def test_at_the_end_others_steps_are_announced_and_ones_own_are_followed(qtbot: Any) -> None:
    ctx = a_case.desk()
    pane = opened(qtbot, ctx, height=420)
    assert pane.timeline.column.is_at_end()
    ctx.server.timelines[DESK] = (*a_case.story(), step(12, NOW, "noted", HANDLER, kind=EntryKind.NOTE, body="Neu\n" * 6))
    ctx.put(replace(ctx.server.rows[DESK], version=12, seq=12))
    ctx.settle()
    assert not pane.timeline.column.is_at_end()
    assert pane.timeline._hint.isVisible()
    assert pane.timeline._hint.text() == "1 neuer Schritt"
    pane.timeline._hint.click()
    assert pane.timeline.column.is_at_end()
    assert not pane.timeline._hint.isVisible()
    ctx.server.timelines[DESK] = (*ctx.server.timelines[DESK], step(13, NOW, "noted", COORDINATOR, kind=EntryKind.NOTE, body="Mein\n" * 6))
    ctx.put(replace(ctx.server.rows[DESK], version=13, seq=13))
    ctx.settle()
    assert pane.timeline.column.is_at_end()


def test_the_mark_of_the_last_visit(qtbot: Any) -> None:
    ctx = a_case.desk()
    at = a_case.story()[8].at
    ctx.store.unseen[NoticeId(1)] = Notice(NoticeId(1), ID, False, NoticeKind.REPORTED_BACK, at)
    pane = opened(qtbot, ctx)
    assert (Piece.NEW_SINCE, 9) in pane.timeline.column.names()


def test_a_long_case_builds_only_what_is_near(qtbot: Any) -> None:
    ctx = a_case.desk()
    ctx.server.timelines[DESK] = tuple(
        step(n, NOW - timedelta(minutes=400 - n), "noted", HANDLER, kind=EntryKind.NOTE, body=f"Notiz {n}\nzweite Zeile")
        for n in range(1, 124)
    )
    pane = opened(qtbot, ctx)
    assert len(pane.timeline.column.names()) == 124
    assert len(pane.timeline.column.built()) < 30
    pane.timeline.column.verticalScrollBar().setValue(0)
    assert (Piece.CARD, 1) in pane.timeline.column.built()
    assert len(pane.timeline.column.built()) < 60
    pane.timeline.go_to_seq(60)
    card = pane.timeline.column.built()[(Piece.CARD, 60)]
    assert 0 <= card.y() - pane.timeline.column.verticalScrollBar().value() <= 40


def test_a_hostile_subject_and_text_show_literally(qtbot: Any) -> None:
    ctx = a_case.desk(subject=HOSTILE, requester_name=HOSTILE, document_ref=HOSTILE)
    hostile = step(12, NOW, "noted", HANDLER, kind=EntryKind.NOTE, body=HOSTILE)
    renamed = step(13, NOW, "changed", data={"changes": {"subject": True}}, detail={"subject": [HOSTILE * 9, HOSTILE * 9]})
    ctx.server.timelines[DESK] = (*a_case.story(), hostile, renamed)
    pane = opened(qtbot, ctx, width=700)
    pane.write(Letter.ANSWER)
    pane.grab()
    assert pane.head._title.text() == HOSTILE
    shown = 0
    for widget in pane.findChildren(QWidget):
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()
            shown += HOSTILE in widget.text()
        assert "<img" not in widget.toolTip(), f"a tooltip would take it for markup: {widget.toolTip()}"
    assert shown >= 2


def test_a_case_that_is_taken_away_says_so(qtbot: Any) -> None:
    ctx = a_case.desk(HANDLER)
    pane = opened(qtbot, ctx)
    ctx.drop(DESK)
    ctx.settle()
    assert pane.empty.isVisible()
    assert pane.empty.labels()[0].text() == "Dieses Ticket ist für Sie nicht zugänglich"


def test_a_case_that_the_store_does_not_know_is_fetched(qtbot: Any) -> None:
    ctx = a_case.desk()
    other = ticket(4711, index=3)
    ctx.server.rows[other.key] = other
    pane = opened(qtbot, ctx, other.key)
    assert pane.ticket == other
    pane.show_case(ctx.key(99999))
    ctx.settle()
    assert pane.empty.isVisible()


def test_a_case_fetched_after_another_shows_nothing_of_the_one_before(qtbot: Any) -> None:
    ctx = a_case.desk()
    other = ticket(4711, index=3)
    pane = opened(qtbot, ctx, DESK)
    assert len(pane.timeline.steps()) > 1
    ctx.server.rows[other.key] = other
    ctx.server.timelines[other.key] = (step(1, NOW, "accepted", data={"from": 1, "to": 2}),)
    ctx.paused = True
    pane.show_case(other.key)
    assert pane.empty.isVisible()
    ctx.paused = False
    ctx.settle()
    assert pane.ticket == other and [one.what for one in pane.timeline.steps()] == ["accepted"]


def test_a_late_answer_of_the_case_before_is_dropped(qtbot: Any) -> None:
    ctx = a_case.desk()
    other = ctx.key(10481)
    ctx.server.timelines[other] = (step(1, NOW, "accepted", data={"from": 1, "to": 2}),)
    pane = opened(qtbot, ctx, ctx.key(10480))
    ctx.paused = True
    pane.show_case(DESK)
    pane.show_case(other)
    ctx.paused = False
    ctx.settle()
    assert [one.seq for one in pane.timeline.steps()] == [1]


def test_facts_stand_beside_or_behind_a_tab(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk(), width=1000)
    assert pane.facts.isVisible()
    assert pane.head.path.isVisible()
    pane.resize(700, 600)
    QApplication.processEvents()
    assert not pane.facts.isVisible()
    assert not pane.head.path.isVisible()
    pane.tabs.set_current_key("facts")
    assert pane.facts.isVisible()
    assert pane.path.isVisible()
    pane.resize(1000, 700)
    QApplication.processEvents()
    assert pane.facts.isVisible()
    assert pane.timeline.isVisible()


def test_a_long_address_is_cut_with_an_ellipsis_and_whole_as_a_tooltip(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk(requester_email="frida.beispiel-musterfrau@versand.musterwerk.example"))
    (mail,) = (one for one in pane.facts.findChildren(QLineEdit) if "@" in one.text())
    assert isinstance(mail, LongWord) and mail.shown().endswith("…") and mail.text() in mail.toolTip()


def test_signs_among_the_facts_follow_the_colours(qtbot: Any, qapp: QApplication) -> None:
    pane = opened(qtbot, a_case.desk(), width=1000)

    def colours() -> set[str]:
        found = set()
        for label in pane.facts.findChildren(QLabel):
            if label.isVisible() and not label.pixmap().isNull():
                image = label.pixmap().toImage()
                found |= {image.pixelColor(x, y).name() for x in range(16) for y in range(16) if image.pixelColor(x, y).alpha() == 255}
        return found

    assert theme.color("note").name() in colours()
    theme.apply(qapp, theme.Scheme.DARK)
    qtbot.waitUntil(lambda: theme.color("note").name() in colours(), timeout=1000)


def test_the_requesters_face_holds_nothing_of_the_clarification(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.requester(), OWN, width=1000)
    said = " ".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())
    for word in ("Zieltermin", "Koordination:", "Nils Platzhalter", "verborgen", "Bearbeitung"):
        assert word not in said
    assert not pane.head.path.isVisible()
    assert not pane.head._mode.isVisible()


def test_the_language_is_switched_while_it_is_shown(qtbot: Any, qapp: QApplication) -> None:
    pane = opened(qtbot, a_case.desk())
    pane.write(Letter.NOTE)
    assert pane.composer.frame is not None
    pane.composer.frame.editor.insertPlainText("bleibt")
    language.install(qapp, "en")
    QApplication.processEvents()
    assert pane.composer.frame.text() == "bleibt"
    assert pane.composer.frame.look().title == "Internal note"
    assert pane.tabs.tabText(0) == "Timeline"
    assert "open for" in pane.head._line.text()
    language.install(qapp, "de")
    QApplication.processEvents()
    assert pane.tabs.tabText(0) == "Verlauf"


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
def test_everything_that_takes_the_focus_has_a_name(qtbot: Any, qapp: QApplication, scheme: theme.Scheme) -> None:
    theme.apply(qapp, scheme)
    pane = opened(qtbot, a_case.desk(state=State.REPORTED))
    pane.write(Letter.ANSWER)
    pane.composer.extra.kind.set_key("yes")
    pane.composer.extra._show()
    nameless = [
        type(widget).__name__
        for widget in pane.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]  # fmt: skip
    assert nameless == []
