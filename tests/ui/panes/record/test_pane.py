"""The form driven as a person does: missing fields lead there, refusals land under their field, drafts outlive everything."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QStackedWidget, QWidget

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, HANDLER, IT, REQUESTER
from tests.ui.kit.test_drop_zone import Drag, file_data
from ticketdesk.domain.commands.base import Outcome
from ticketdesk.domain.commands.ticket import RecordTicket
from ticketdesk.domain.entry import Channel
from ticketdesk.domain.errors import Away, BadInput, Forbidden
from ticketdesk.domain.ids import CategoryId, PersonId, TicketId, TicketKey
from ticketdesk.domain.states import Kind, Priority
from ticketdesk.services.run import Sent
from ticketdesk.ui.kit import language
from ticketdesk.ui.panes.record import report
from ticketdesk.ui.panes.record.pane import RecordPane

SUBJECT, WORDS = "Zeiterfassung startet nicht", "Seit 12:40 Uhr.\nAnzeige: „0x21“"


def opened(qtbot: Any, me: PersonId = COORDINATOR, *, ctx: FakeContext | None = None) -> RecordPane:
    """Show the form of this person."""
    pane = RecordPane(ctx or FakeContext(me, cases=3))  # type: ignore[arg-type]  # the fake has the members that are used
    qtbot.addWidget(pane)
    pane.resize(1300, 860)
    pane.show()
    fake(pane).settle()
    return pane


def fake(pane: RecordPane) -> FakeContext:
    """Return what stands behind the pane."""
    assert isinstance(pane.ctx, FakeContext)
    return pane.ctx


def fill(pane: RecordPane, *, name: str = "", subject: str = SUBJECT, words: str = WORDS) -> None:
    """Type what is required."""
    if name:
        QTest.keyClicks(pane.form.name, name)
    QTest.keyClicks(pane.form._lines[report.SUBJECT], subject)
    pane.form.description.insertPlainText(words)


@pytest.mark.parametrize("choice", ["channel", "whom"])
def test_a_choice_does_not_keep_the_key_that_records(qtbot: Any, choice: str) -> None:
    pane = opened(qtbot, COORDINATOR)
    fill(pane)
    pane.form.name.setText("Gesine Vorlage")
    box = pane.form.channel if choice == "channel" else pane.side.whom
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (command,) = fake(pane).commands
    assert isinstance(command, RecordTicket)


def test_a_requester_reports_for_himself(qtbot: Any) -> None:
    pane = opened(qtbot, REQUESTER)
    assert not pane.form.behalf.isVisible()
    assert not pane.side._mode.isVisible()
    assert pane.form.name.isReadOnly()
    assert pane.form.name.text() == "Frida Beispiel"
    fill(pane)
    pane.form.priority.buttons()[2].click()
    pane.form.kind.buttons()[1].click()
    pane.form.wished.setText("24.11.2026 16:00")
    QTest.keyClick(pane.form.description, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (command,) = fake(pane).commands
    assert isinstance(command, RecordTicket)
    assert (command.kind, command.subject, command.description, command.priority) == (Kind.ERROR, SUBJECT, WORDS, Priority.HIGH)
    assert (command.requester_id, command.requester_name, command.requester_company) == (None, "", "Musterwerk GmbH")
    assert command.wished_at is not None
    assert command.wished_at.astimezone().strftime("%d.%m.%Y %H:%M") == "24.11.2026 16:00"
    assert command.hidden is None
    fake(pane).settle()
    assert fake(pane).went == [TicketKey(TicketId(20000), own=True)]
    assert pane.form.description.toPlainText() == ""


def test_staff_find_the_caller_while_typing(qtbot: Any) -> None:
    pane = opened(qtbot)
    pane.form.name.setFocus()
    QTest.keyClicks(pane.form.name, "scha")
    qtbot.waitUntil(lambda: "find_persons scha" in fake(pane).server.asked, timeout=2000)
    fake(pane).settle()
    assert pane.form.search is not None
    assert [person.name for person in pane.form.search.found()] == ["Holger Schablone"]
    popup = pane.form.search._completer.popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert pane.form._lines[report.COMPANY].text() == "Musterwerk GmbH"
    assert pane.form._lines[report.DEPARTMENT].text() == "Personal"
    fill(pane)
    pane.record()
    (command,) = fake(pane).commands
    assert isinstance(command, RecordTicket)
    assert (command.requester_id, command.requester_name) == (PersonId(15), "")
    assert command.channel is Channel.PHONE


def test_a_late_answer_to_an_older_question_is_dropped(qtbot: Any) -> None:
    pane = opened(qtbot)
    search = pane.form.search
    assert search is not None
    pane.form.name.setText("Schablone")
    search._ask()
    pane.form.name.setText("Frida")
    fake(pane).settle()
    assert search.found() == ()


def test_an_unknown_caller_is_recorded_by_name(qtbot: Any) -> None:
    pane = opened(qtbot)
    fill(pane, name="Unbekannte Anruferin")
    pane.record()
    (command,) = fake(pane).commands
    assert isinstance(command, RecordTicket)
    assert (command.requester_id, command.requester_name) == (None, "Unbekannte Anruferin")


def test_a_name_changed_after_choosing_is_no_longer_that_person(qtbot: Any) -> None:
    pane = opened(qtbot)
    search = pane.form.search
    assert search is not None
    search._found = (fake(pane).office.directory.persons[PersonId(15)],)
    search.take(0)
    assert pane.form.fields()[report.REQUESTER] == "15"
    QTest.keyClicks(pane.form.name, "r")
    assert pane.form.fields()[report.REQUESTER] == ""


def test_missing_fields_are_gone_to_one_after_the_other(qtbot: Any) -> None:
    pane = opened(qtbot)
    pane._create.click()
    assert fake(pane).commands == []
    assert pane.form.name.hasFocus()
    assert pane.form.error_of(report.NAME) == "Bitte angeben, wer meldet"
    assert pane.form.error_of(report.SUBJECT) == "Bitte einen Betreff angeben"
    QTest.keyClicks(pane.form.name, "Jemand")
    assert pane.form.error_of(report.NAME) == ""
    pane._create.click()
    assert pane.form._lines[report.SUBJECT].hasFocus()
    QTest.keyClicks(pane.form._lines[report.SUBJECT], "Betreff")
    pane._create.click()
    assert pane.form.description.hasFocus()
    assert pane._standing.text().endswith("1 Angabe fehlt")
    assert pane._create.isEnabled(), "never disabled in silence"


def test_a_date_that_is_none_gets_a_sentence_under_its_field(qtbot: Any) -> None:
    pane = opened(qtbot, REQUESTER)
    fill(pane)
    pane.form.wished.setText("24.11.20260")
    pane.record()
    assert fake(pane).commands == []
    assert pane.form.error_of(report.WISHED_AT)
    assert pane.form.wished.hasFocus()


def test_a_refusal_lands_under_its_field_and_nothing_is_lost(qtbot: Any) -> None:
    pane = opened(qtbot, REQUESTER)
    fill(pane)
    fake(pane).answer = lambda _command: BadInput(detail={"field": "document_ref", "why": "too_long"})
    pane.record()
    fake(pane).settle()
    assert pane.form.error_of(report.DOCUMENT)
    assert pane.form._lines[report.DOCUMENT].hasFocus()
    assert pane.form.description.toPlainText() == WORDS
    fake(pane).answer = lambda _command: Forbidden()
    pane.record()
    fake(pane).settle()
    assert fake(pane).told
    assert pane.form.description.toPlainText() == WORDS


def test_straight_to_a_group(qtbot: Any) -> None:
    pane = opened(qtbot, HANDLER)
    fill(pane, name="Jemand")
    pane.side.direct.button.click()
    names = [pane.side.whom.itemText(row) for row in range(1, pane.side.whom.count())]
    assert names == sorted(names, key=str.casefold)
    pane.record()
    assert fake(pane).commands == []
    assert pane.form.error_of(report.HANDLER) == "Bitte eine Gruppe oder einen Bearbeiter wählen"
    row = pane.side.whom.findText("IT-Service")
    pane.side.whom.setCurrentIndex(row)
    pane.side.whom.activated.emit(row)
    pane.side.hidden.button.click()
    pane.form.category.setCurrentIndex(pane.form.category.findData(2))
    pane.record()
    (command,) = fake(pane).commands
    assert isinstance(command, RecordTicket)
    assert (command.group_id, command.handler_id, command.hidden, command.category_id) == (IT, None, True, CategoryId(2))
    fake(pane).settle()
    assert fake(pane).went == [TicketKey(TicketId(20000))], "a member of the group sees the case"


def test_a_handler_who_takes_no_part_is_told_and_led_nowhere(qtbot: Any) -> None:
    pane = opened(qtbot, HANDLER)
    fill(pane, name="Jemand")
    pane.record()
    fake(pane).settle()
    assert fake(pane).went == []
    assert fake(pane).told[-1].sentence == "T-20000 wurde angelegt."


def test_create_and_next_stays_and_begins_anew(qtbot: Any) -> None:
    pane = opened(qtbot)
    fill(pane, name="Jemand")
    pane._next.click()
    fake(pane).settle()
    assert fake(pane).went == []
    assert fake(pane).told[-1].sentence == "T-20000 wurde angelegt."
    assert fake(pane).told[-1].pressed is not None
    assert pane.form.name.text() == ""
    assert pane.form.name.hasFocus()


def test_a_double_click_makes_one_ticket(qtbot: Any) -> None:
    pane = opened(qtbot)
    fill(pane, name="Jemand")
    fake(pane).paused = True
    pane.record()
    pane.record()
    pane._create.click()
    assert len(fake(pane).commands) == 1


def test_several_forms_are_several_drafts(qtbot: Any) -> None:
    pane = opened(qtbot)
    fill(pane, name="Erste", subject="Erster Betreff")
    pane.begin()
    fill(pane, name="Zweite", subject="Zweiter Betreff")
    assert pane._which.text() == "Entwurf 2 von 2"
    pane.turn(-1)
    assert pane.form._lines[report.SUBJECT].text() == "Erster Betreff"
    pane.drafts.finish()
    again = opened(qtbot)
    assert [again.drafts.get(slip)[report.SUBJECT] for slip in again.drafts.slips()] == ["Erster Betreff", "Zweiter Betreff"]  # type: ignore[index]
    assert again._which.text() == "Entwurf 2 von 2"
    assert again.form._lines[report.SUBJECT].text() == "Zweiter Betreff"
    again.turn(1)
    assert again.form.name.text() == "Erste"
    again.record()
    fake(again).settle()
    assert len(again._sheets) == 1
    assert again.form.name.text() == "Zweite"


def test_discarding_can_be_undone(qtbot: Any) -> None:
    pane = opened(qtbot)
    fill(pane, name="Jemand")
    pane._discard.click()
    assert pane.form.description.toPlainText() == ""
    assert fake(pane).told[-1].pressed is not None
    fake(pane).told[-1].pressed()
    assert pane.form.description.toPlainText() == WORDS
    assert pane.form.name.text() == "Jemand"


def test_what_is_typed_survives_five_hundred_events(qtbot: Any, qapp: QApplication) -> None:
    from dataclasses import replace

    ctx = FakeContext(COORDINATOR, cases=20, loaded=True)
    pane = opened(qtbot, ctx=ctx)
    fill(pane, name="Jemand")
    pane.form.category.setCurrentIndex(2)
    pane.form.description.setFocus()
    rows = list(ctx.server.rows.values())
    for number in range(500):
        row = rows[number % len(rows)]
        ctx.put(replace(row, version=1000 + number))
    ctx.settle()
    language.install(qapp, "en")
    QApplication.processEvents()
    assert pane.form.description.toPlainText() == WORDS
    assert pane.form.name.text() == "Jemand"
    assert pane.form.category.currentIndex() == 2
    assert pane.form.description.hasFocus()
    assert pane._create.text() == "Create ticket"


def test_without_a_server_the_report_is_kept_and_the_next_can_begin(qtbot: Any) -> None:
    pane = opened(qtbot)
    fill(pane, name="Jemand")
    fake(pane).answer = lambda _command: Away()
    pane.record()
    fake(pane).settle()
    assert "sobald der Server wieder da ist" in fake(pane).told[-1].sentence
    assert pane.form.description.toPlainText() == ""
    command = fake(pane).commands[-1]
    assert isinstance(command, RecordTicket)
    pane.drafts.finish()
    again = opened(qtbot)
    assert again.form.description.toPlainText() == "", "not offered as a draft: the outbox sends it"
    again.outbox_told(Sent(uuid4(), command, refused=BadInput(detail={"field": "handler_id", "why": "inactive"})))
    assert again.form.description.toPlainText() == WORDS
    assert again.form.name.text() == "Jemand"
    pane.outbox_told(Sent(uuid4(), command, outcome=Outcome(TicketId(7), 1, 1, {})))
    assert pane.drafts.slips(kind="record-queued") == ()


def test_ten_megabytes_are_not_pasted(qtbot: Any) -> None:
    pane = opened(qtbot)
    QGuiApplication.clipboard().setText("wort " * (2 * 1024 * 1024))
    QTest.keyClick(pane.form.description, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()
    assert pane.form.description.toPlainText() == ""
    assert "10.485.760" in pane.form.error_of(report.DESCRIPTION)


@pytest.mark.parametrize("me", [COORDINATOR, REQUESTER])
def test_tab_reaches_everything_in_reading_order_and_all_have_names(qtbot: Any, me: PersonId) -> None:
    pane = opened(qtbot, me)
    pane.form.focus_first()
    seen: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
        assert focus.accessibleName() or getattr(focus, "text", str)(), type(focus).__name__
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    for editor in (pane.form._lines[report.SUBJECT], pane.form.description, pane.form.wished, pane._create, pane._next, pane._discard):
        assert editor in seen
    assert seen.index(pane.form._lines[report.SUBJECT]) < seen.index(pane.form.description) < seen.index(pane.form.wished)


@pytest.mark.parametrize(("tongue", "menus"), [("de", "dbatnehw"), ("en", "fevtrxhl")])
def test_access_keys_are_unique_and_leave_the_menus_theirs(qtbot: Any, qapp: QApplication, tongue: str, menus: str) -> None:
    language.install(qapp, tongue)
    pane = opened(qtbot)
    pane.side.direct.button.click()
    words = [one.text() for kind in (QLabel, QAbstractButton) for one in pane.findChildren(kind) if one.isVisible()]
    letters = [word[word.index("&") + 1].lower() for word in words if "&" in word]
    assert len(letters) >= 12
    assert len(set(letters)) == len(letters), sorted(letters)
    assert not set(letters) & set(menus), sorted(set(letters) & set(menus))


def test_labels_take_no_markup(qtbot: Any) -> None:
    pane = opened(qtbot)
    fill(pane, name="<img src=file:///etc/hostname>", subject="<b>fett</b>")
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in pane.findChildren(QLabel))
    pane.record()
    (command,) = fake(pane).commands
    assert isinstance(command, RecordTicket)
    assert command.subject == "<b>fett</b>"


def test_a_file_may_fall_anywhere_on_the_form_and_no_line_takes_it_for_a_text(qtbot: Any, tmp_path: Path) -> None:
    pane = opened(qtbot)
    (tmp_path / "Foto.png").write_bytes(b"\x89PNG" + b"x" * 50)
    subject = pane.form._lines[report.SUBJECT]
    drag = Drag(pane, file_data(tmp_path / "Foto.png"))
    at = subject.mapTo(pane, subject.rect().center())
    assert drag.enter(at) and [one.text for one in pane.zone.shown] == ["An das neue Ticket anhängen"]
    drag.drop(at)
    fake(pane).settle()
    assert subject.text() == "" and [one.name for one in pane.form.parcel.files] == ["Foto.png"]


def test_one_comes_back_to_the_tickets_and_what_was_written_stays(qtbot: Any) -> None:
    pane = opened(qtbot)
    fill(pane, name="Anrufer")
    pane._back.click()
    assert fake(pane).went == ["overview"]
    pane.hide()
    again = opened(qtbot, ctx=fake(pane))
    assert again.form.description.toPlainText() == WORDS


@pytest.mark.parametrize("me", [REQUESTER, COORDINATOR])
def test_a_form_that_is_opened_in_a_narrow_window_is_not_cut(qtbot: Any, me: PersonId) -> None:
    """As the window opens it: the pane has its size before its fields have their words."""
    window = QStackedWidget()
    qtbot.addWidget(window)
    window.resize(800, 700)
    window.show()
    pane = RecordPane(FakeContext(me, cases=3))  # type: ignore[arg-type]  # the fake has the members that are used
    window.addWidget(pane)
    window.setCurrentWidget(pane)
    fake(pane).settle()
    body = pane.form.widget()
    assert body is not None
    qtbot.waitUntil(lambda: body.isAncestorOf(pane.side) and body.width() <= pane.form.viewport().width())


def test_in_a_narrow_window_the_side_stands_under_the_fields_and_nothing_is_cut(qtbot: Any) -> None:
    pane = opened(qtbot)
    assert pane.minimumSizeHint().width() <= 800
    pane.resize(900, 700)
    fake(pane).settle()
    pane.resize(800, 700)
    fake(pane).settle()
    assert pane.side.isVisible() and pane.width() == 800
    body = pane.form.widget()
    assert body is not None and body.isAncestorOf(pane.side) and body.width() <= pane.form.viewport().width()
    pane.side.direct.button.setChecked(True)
    pane.resize(1300, 860)
    fake(pane).settle()
    assert not body.isAncestorOf(pane.side) and pane.side.isVisible() and pane.side.direct.button.isChecked()
