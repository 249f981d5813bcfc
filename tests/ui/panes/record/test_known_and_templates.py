"""The form's helpers: a caller kept as a contact, similar cases beside it, templates that fill and ask, and what keeps a report back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, REQUESTER, directory
from tests.ui.panes.record.test_pane import fake, fill, opened
from ticketdesk.domain.commands import AddMessage, AddNote, RecordTicket
from ticketdesk.domain.errors import Away
from ticketdesk.domain.ids import CategoryId
from ticketdesk.domain.states import Kind, Priority
from ticketdesk.domain.template import Template
from ticketdesk.ui.panes.record import report, similar
from ticketdesk.ui.panes.record.form_parts import category_branches
from ticketdesk.ui.panes.record.pane import RecordPane


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "WAIT_MS", 1)


def template(pane: RecordPane, number: int) -> Template:
    return next(one for one in pane.templates.offered() if one.id == number)


def looked(pane: RecordPane, qtbot: Any) -> list[str]:
    """Wait for the question about similar cases; return what is shown."""
    pane.similar._wait.stop()
    pane.similar._ask()
    fake(pane).settle()
    return [row.case.subject for row in pane.similar.rows]


def sent(pane: RecordPane) -> RecordTicket:
    (command,) = fake(pane).commands
    assert isinstance(command, RecordTicket)
    return command


def test_a_caller_is_kept_as_a_contact(qtbot: Any) -> None:
    pane = opened(qtbot)
    assert not pane.form.keep.isVisible()
    fill(pane, name="Nele Neuling")
    assert pane.form.keep.isVisible()
    pane.form.keep.click()
    pane.record()
    assert sent(pane).keep_contact and sent(pane).requester_name == "Nele Neuling"
    assert report.command(report.fields_of(sent(pane), pane.ctx.me), pane.ctx.me) == sent(pane)


def test_a_known_person_is_not_kept_twice(qtbot: Any) -> None:
    pane = opened(qtbot)
    fill(pane, name="Holger")
    pane.form.keep.click()
    pane.form._person_taken(fake(pane).office.directory.persons[REQUESTER])
    assert not pane.form.keep.isVisible()
    pane.record()
    assert not sent(pane).keep_contact and sent(pane).requester_id == REQUESTER


def test_similar_cases_stand_beside_the_form(qtbot: Any) -> None:
    pane = opened(qtbot, ctx=FakeContext(COORDINATOR, cases=20))
    QTest.keyClicks(pane.form._lines[report.SUBJECT], "Etikettendrucker streikt")
    found = looked(pane, qtbot)
    assert found and all("Etikettendrucker" in subject for subject in found) and pane.similar.isVisible()
    pane.similar.rows[0].open.click()
    assert fake(pane).went == [pane.similar.rows[0].case.key]
    # Going there costs no word of the form.
    assert pane.form.fields()[report.SUBJECT] == "Etikettendrucker streikt"
    pane.form._lines[report.SUBJECT].setText("")
    pane.form.changed.emit()
    assert not pane.similar.isVisible()


def test_a_late_answer_about_another_subject_is_dropped(qtbot: Any) -> None:
    pane = opened(qtbot, ctx=FakeContext(COORDINATOR, cases=20))
    pane.similar.look("Etikettendrucker streikt", "")
    pane.similar._ask()
    pane.similar.look("etwas ganz anderes", "")
    fake(pane).settle()
    assert pane.similar.rows == []


def test_added_there_instead(qtbot: Any) -> None:
    pane = opened(qtbot, ctx=FakeContext(COORDINATOR, cases=20))
    fill(pane, name="Nele Neuling", subject="Etikettendrucker streikt", words="Auch in Halle 4.")
    looked(pane, qtbot)
    case = pane.similar.rows[0].case
    pane.similar.rows[0].add.click()
    (command,) = fake(pane).commands
    assert command == AddNote(case.key.id, "Nele Neuling\n\nEtikettendrucker streikt\n\nAuch in Halle 4.")
    fake(pane).settle()
    assert fake(pane).went == [case.key] and not report.worth_keeping(pane.form.fields())


def test_a_requester_adds_to_his_own(qtbot: Any) -> None:
    pane = opened(qtbot, REQUESTER, ctx=FakeContext(REQUESTER, cases=20))
    fill(pane, subject="Etikettendrucker streikt", words="Schon wieder.")
    looked(pane, qtbot)
    assert all(row.case.key.own for row in pane.similar.rows)
    pane.similar.rows[0].add.click()
    assert fake(pane).commands == [AddMessage(pane.similar.rows[0].case.key.id, "Etikettendrucker streikt\n\nSchon wieder.")]


def test_an_addition_that_waits_for_the_server_keeps_its_words(qtbot: Any) -> None:
    pane = opened(qtbot, ctx=FakeContext(COORDINATOR, cases=20))
    fill(pane, name="Nele", subject="Etikettendrucker streikt", words="Auch hier.")
    looked(pane, qtbot)
    fake(pane).answer = lambda _command: Away()
    pane.similar.rows[0].add.click()
    fake(pane).settle()
    assert pane.form.description.toPlainText() == "Auch hier." and fake(pane).went == []


def test_a_template_fills_and_asks(qtbot: Any) -> None:
    pane = opened(qtbot)
    pane.templates.taken.emit(template(pane, 1))
    assert pane.form.kind.key() is Kind.INCIDENT and pane.form.priority.key() is Priority.HIGH
    assert pane.form.category.currentData() == 2 and pane.form.fields()[report.SUBJECT] == "Drucker: "
    assert pane.form.description.toPlainText() == "Gemeldet am 23.11.2026."
    questions = pane.form.questions.fields_shown
    assert [field.editor.accessibleName() for field in questions] == ["Welcher Drucker?", "Was steht in der Anzeige?", "Seit wann?"]
    for field, words in zip(questions, ("3-07", "", "heute früh"), strict=True):
        assert isinstance(field.editor, QLineEdit)
        field.editor.setText(words)
    QTest.keyClicks(pane.form.name, "Nele")
    pane.record()
    command = sent(pane)
    assert command.description == "Welcher Drucker? 3-07\nSeit wann? heute früh\n\nGemeldet am 23.11.2026."
    assert (command.category_id, command.priority) == (CategoryId(2), Priority.HIGH)


def test_questions_and_answers_are_a_draft(qtbot: Any) -> None:
    pane = opened(qtbot)
    pane.templates.taken.emit(template(pane, 1))
    first = pane.form.questions.fields_shown[0].editor
    assert isinstance(first, QLineEdit)
    QTest.keyClicks(first, "3-07")
    pane.begin()
    assert pane.form.questions.fields_shown == []
    pane.turn(-1)
    assert report.questions(pane.form.fields())[0] == ("Welcher Drucker?", "3-07")
    pane.form.questions._take_away()
    assert report.questions(pane.form.fields()) == []


def test_nothing_typed_is_replaced(qtbot: Any) -> None:
    pane = opened(qtbot)
    fill(pane, name="Nele", subject="Mein Betreff", words="Mein Text.")
    pane.templates.taken.emit(template(pane, 1))
    assert pane.form.fields()[report.SUBJECT] == "Mein Betreff"
    assert pane.form.description.toPlainText() == "Mein Text.\n\nGemeldet am 23.11.2026."
    pane.form.description.undo()
    assert "Mein Text." in pane.form.description.toPlainText()


def test_an_open_place_keeps_the_report_back(qtbot: Any) -> None:
    pane = opened(qtbot)
    pane.templates.taken.emit(template(pane, 2))
    pane.record()
    assert fake(pane).commands == []
    assert "{ersteller}" in pane.form.error_of(report.SUBJECT) and "{beleg}" in pane.form.error_of(report.DESCRIPTION)
    QTest.keyClicks(pane.form.name, "Nele Neuling")
    pane.form._lines[report.DOCUMENT].setText("A-7")
    pane.record()
    assert (sent(pane).subject, sent(pane).description) == ("Zugang für Nele Neuling", "Zu A-7.")


def test_requesters_get_the_forms_meant_for_them(qtbot: Any) -> None:
    pane = opened(qtbot, REQUESTER)
    assert [one.id for one in pane.templates.offered()] == [1]
    assert [entry.text() for entry in pane.templates.menu(pane).actions()] == ["Drucker gestört"]


def test_a_wished_date_that_is_over(qtbot: Any) -> None:
    pane = opened(qtbot)
    fill(pane, name="Nele")
    pane.form.wished.setText("20.11.2026 10:00")
    pane.record()
    assert fake(pane).commands == [] and "vorbei" in pane.form.error_of(report.WISHED_AT)
    pane.form.wished.setText("24.11.2026 10:00")
    pane.record()
    assert sent(pane).wished_at is not None


def test_the_category_is_found_by_typing(qtbot: Any) -> None:
    pane = opened(qtbot)
    line = pane.form.category.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "etik")
    assert pane.form.category.found() == ["Geräte / Drucker und Etiketten"]
    pane.form.category._take("")
    assert pane.form.fields()[report.CATEGORY] == "2"


def test_a_category_out_of_use_is_not_offered() -> None:
    known = directory()
    gone = replace(known.categories[CategoryId(2)], active=False)
    held = replace(known, categories={**known.categories, gone.id: gone})
    assert [one.value for one in category_branches(held, "ohne")] == [None, 4, 1, 3]  # type: ignore[arg-type]  # the made-up one
    assert held.category_path(gone.id) == "Geräte / Drucker und Etiketten", "past tickets lost its name"
