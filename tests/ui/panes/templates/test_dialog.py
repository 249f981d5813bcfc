"""Keeping templates: edited, checked, saved, deleted and brought back; what was typed outlives refusals and closing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, HANDLER, ticket
from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commands.templates import DeleteTemplate, SaveTemplate
from ticketdesk.domain.errors import Away, BadInput, Refused, Stale
from ticketdesk.domain.ids import PersonId, TemplateId, TicketId
from ticketdesk.domain.states import Kind
from ticketdesk.domain.template import Purpose, Scope
from ticketdesk.ui.panes.templates import draft
from ticketdesk.ui.panes.templates.dialog import TemplatesDialog


def opened(qtbot: Any, me: PersonId = COORDINATOR, *, hidden: bool = False) -> TemplatesDialog:
    ctx = FakeContext(me, cases=3)
    ctx.answer = agree
    case = ticket(10482, hidden=hidden)
    ctx.server.rows[case.key] = case
    dialog = TemplatesDialog(ctx, case)  # type: ignore[arg-type]  # the fake has the members that are used
    qtbot.addWidget(dialog)
    dialog.show()
    ctx.settle()
    return dialog


def agree(command: Command) -> Outcome:
    assert isinstance(command, SaveTemplate | DeleteTemplate)
    return Outcome(TicketId(0), 0, (command.version or 0) + 1, {"template": int(command.template_id or 99)})


def fake(dialog: TemplatesDialog) -> FakeContext:
    assert isinstance(dialog.ctx, FakeContext)
    return dialog.ctx


def go(dialog: TemplatesDialog, number: int) -> None:
    rows = [dialog.list.item(row).data(256) for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(rows.index(number))


def test_lists_what_one_may_use(qtbot: Any) -> None:
    dialog = opened(qtbot)
    said = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert said[0] == "Drucker gestört\nAufnahme · alle · DE, EN" and "Meine Grußformel\nAntwort · eigene · DE" in said
    dialog.search.setText("gruss")
    assert [dialog.list.item(row).text().splitlines()[0] for row in range(dialog.list.count())] == ["Meine Grußformel"]
    assert len(opened(qtbot, HANDLER).known) == 4


def test_a_new_one_is_saved(qtbot: Any) -> None:
    dialog = opened(qtbot)
    dialog.begin()
    page = dialog.editor.pages["de"]
    QTest.keyClicks(page.name, "Dank")
    page.body.setPlainText("{anrede}, danke.")
    dialog.editor.whose.setCurrentIndex(dialog.editor.whose.findText("Alle hier"))
    dialog.save()
    assert fake(dialog).commands == [
        SaveTemplate(None, None, Purpose.ANSWER, Scope.ALL, name_de="Dank", body_de="{anrede}, danke.")
    ]
    fake(dialog).settle()
    assert dialog.note.text() != "Noch nicht gespeichert; als Entwurf auf diesem Computer behalten."


def test_a_form_with_questions_is_changed(qtbot: Any) -> None:
    dialog = opened(qtbot)
    go(dialog, 1)
    assert dialog.editor.requesters.isChecked() and dialog.editor.pages["de"].questions.isVisible()
    dialog.editor.pages["de"].questions.setPlainText("Welcher Drucker?\n\n Seit wann? ")
    dialog.save()
    (command,) = fake(dialog).commands
    assert isinstance(command, SaveTemplate)
    assert (command.template_id, command.version, command.kind, command.for_requesters) == (1, 1, Kind.INCIDENT, True)
    assert command.questions_de == ("Welcher Drucker?", "Seit wann?") and len(command.questions_en) == 3
    # Every field that is not changed comes back as it was.
    plain = draft.command(draft.fields_of(dialog.known[0]), dialog.known[0])
    changed = draft.fields_of(dialog.known[0]) | {"questions_de": "Welcher Drucker?\n\n Seit wann? "}
    assert draft.command(changed, dialog.known[0]) == command
    assert plain.body_en == dialog.known[0].english.body


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        (lambda page: page.body.setPlainText("Hallo {subjekt}"), "body_de", "subjekt"),
        (lambda page: page.name.setText(""), "name_de", "füllen"),
        (lambda page: page.body.setPlainText(" "), "body_de", "füllen"),
        (lambda page: page.name.setText("x" * 300), "name_de", "zu lang"),
    ],
)
def test_what_cannot_be_saved_is_said_at_its_field(qtbot: Any, change: Callable[[Any], None], field: str, words: str) -> None:
    dialog = opened(qtbot)
    go(dialog, 5)
    dialog.editor.tabs.setCurrentIndex(1)
    change(dialog.editor.pages["de"])
    dialog.save()
    assert fake(dialog).commands == []
    assert words in dialog.editor.pages["de"].fields_of[field].error()
    assert dialog.editor.tabs.currentIndex() == 0, "the complaint stands on a page that is not in view"


def test_the_databases_word_lands_at_the_field_too(qtbot: Any) -> None:
    dialog = opened(qtbot)
    go(dialog, 3)
    fake(dialog).answer = lambda _c: BadInput(detail={"field": "body_en", "why": "unknown_placeholder", "name": "neu"})
    dialog.save()
    fake(dialog).settle()
    assert "neu" in dialog.editor.pages["en"].fields_of["body_en"].error()


def test_deleted_and_brought_back(qtbot: Any) -> None:
    dialog = opened(qtbot)
    go(dialog, 5)
    dialog.delete()
    fake(dialog).settle()
    assert fake(dialog).commands == [DeleteTemplate(TemplateId(5), 1)]
    undo = next(one for one in dialog.area.findChildren(type(dialog.begin_button)) if "ckgängig" in one.text())
    undo.click()
    fake(dialog).settle()
    back = fake(dialog).commands[1]
    assert isinstance(back, SaveTemplate)
    assert (back.template_id, back.version, back.name_de, back.scope) == (5, 2, "Meine Grußformel", Scope.PERSONAL)


@pytest.mark.parametrize("problem", [Stale(detail={"version": 2, "by": int(HANDLER)}), Away()])
def test_what_was_typed_outlives_a_refusal_and_closing(qtbot: Any, problem: Refused | Away) -> None:
    dialog = opened(qtbot)
    go(dialog, 5)
    dialog.editor.pages["de"].body.setPlainText("Mein neuer Gruß")
    fake(dialog).answer = lambda _command: problem
    dialog.save()
    fake(dialog).settle()
    assert dialog.editor.pages["de"].body.toPlainText() == "Mein neuer Gruß"
    go(dialog, 3)
    go(dialog, 5)
    assert dialog.editor.pages["de"].body.toPlainText() == "Mein neuer Gruß"
    dialog.accept()
    assert draft.fields_of(dialog.known[4])["body_de"] != "Mein neuer Gruß"
    assert dialog.drafts.get(next(iter(dialog.drafts.slips(kind="template")))) is not None


def test_what_others_keep_is_read_only(qtbot: Any) -> None:
    dialog = opened(qtbot, HANDLER)
    go(dialog, 3)
    assert not dialog.editor.isEnabled() and not dialog.save_button.isEnabled() and "Koordination" in dialog.note.text()
    go(dialog, 4)
    assert dialog.editor.isEnabled()


def test_the_preview_shows_what_the_requester_would_get(qtbot: Any) -> None:
    dialog = opened(qtbot, hidden=True)
    go(dialog, 3)
    assert "Guten Tag Frida Beispiel" in dialog.preview.text.toPlainText() and "{zieltermin}" in dialog.preview.text.toPlainText()
    dialog.preview.whom.setCurrentIndex(1)
    dialog.preview.whom.activated.emit(1)
    assert "Erika Beispiel" in dialog.preview.text.toPlainText() and "{" not in dialog.preview.text.toPlainText()
    dialog.editor.tabs.setCurrentIndex(1)
    assert "Dear Erika Beispiel" in dialog.preview.text.toPlainText()
