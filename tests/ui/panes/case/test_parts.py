"""Parts on the screen: columns that follow the case, one text of all answers, commissioning, and nothing typed lost."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.fake_context import FakeContext
from tests.support.fictitious_office import COORDINATOR, FACILITY, HANDLER, IT, NOW, directory
from tests.ui.panes.case import a_case
from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commands.entry import SendAnswer, SendInterimAnswer
from ticketdesk.domain.commands.handling import RemindTicket, ReportBack
from ticketdesk.domain.commands.parts import AcceptPart, CommissionParts, RecallPart, RecordPartAnswer
from ticketdesk.domain.entry import Channel
from ticketdesk.domain.errors import OpenParts, Refused, Stale
from ticketdesk.domain.ids import PersonId, TicketId, TicketKey
from ticketdesk.domain.states import State, Way
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.context import Context
from ticketdesk.ui.kit import language
from ticketdesk.ui.panes.case import part_rules, summary
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.case.part_dialogs import AnswerDialog
from ticketdesk.ui.panes.case.parts_page import PartsPage
from ticketdesk.ui.panes.case.split_dialog import SplitDialog, letter_of
from ticketdesk.ui.panes.case.text_question import ReasonDialog

PART_A = TicketId(a_case.NUMBER + 101)
PART_C = TicketId(a_case.NUMBER + 103)


def opened(qtbot: QtBot, ctx: FakeContext, *, tab: str = "parts") -> CasePane:
    """Show the case at its tab with the parts."""
    pane = CasePane(cast(Context, ctx))
    qtbot.addWidget(pane)
    pane.resize(1100, 820)
    pane.show()
    pane.show_case(a_case.DESK)
    ctx.settle()
    pane.tabs.set_current_key(tab)
    ctx.settle()
    return pane


def page_of(pane: CasePane) -> PartsPage:
    """Return the page with the parts."""
    page = pane.center.currentWidget()
    assert isinstance(page, PartsPage)
    return page


def row_of_part(part_id: TicketId, state: State, **changes: object) -> Ticket:
    """Return a part's own row."""
    held = {"way": Way.PART, "parent_id": TicketId(a_case.NUMBER), "root_id": TicketId(a_case.NUMBER), "mark": "A", "depth": 1}
    case = a_case.desk_case(**{"state": state, "version": 3, "commissioned_by": COORDINATOR, "requester_id": None, **held, **changes})
    return replace(case, id=part_id)


def text_of(pane: CasePane) -> str:
    """Return what stands in the composer."""
    assert pane.composer.frame is not None
    return pane.composer.frame.text()


def test_tab_counts_and_columns_show_order_and_answer(qtbot: QtBot) -> None:
    pane = opened(qtbot, a_case.split())
    page = page_of(pane)
    assert "Teilklärungen 2 von 3" in [pane.tabs.tabText(place) for place in range(pane.tabs.count())]
    cards = list(page.cards.values())
    assert [card.part.letter for card in cards if card.part] == ["A", "B", "C"]
    assert "Seit wann ist die Vorlage geändert" in cards[0].accessibleName() and a_case.REPLY in cards[0].accessibleName()
    assert [card.is_chosen() for card in cards] == [True, True, False]
    assert cards[2].recall_button.isVisibleTo(page) and cards[2].answer_button.isVisibleTo(page) and not cards[2].tick.isEnabled()
    assert cards[0].accept_button.isVisibleTo(page) and not cards[0].recall_button.isVisibleTo(page)


def test_an_answer_is_ticked_when_the_part_is_back_and_stays_as_somebody_wished(qtbot: QtBot) -> None:
    ctx = a_case.split()
    page = page_of(opened(qtbot, ctx))
    card = page.cards[TicketId(a_case.NUMBER + 102)]
    answered = card.part
    assert answered is not None
    directory = ctx.store.directory
    card.set_part(replace(answered, state=State.IN_PROGRESS, answer=""), directory, gathers=True)
    # Returned, the old answer stands beside a part that is out.
    card.set_part(replace(answered, state=State.IN_PROGRESS), directory, gathers=True)
    card.set_part(answered, directory, gathers=True)
    assert card.is_chosen()
    card.tick.setChecked(False)
    card.set_part(replace(answered, version=answered.version + 1), directory, gathers=True)
    assert not card.is_chosen()
    # Given back once it was back: what did not do goes into no answer by itself, but may be put there by hand.
    card.tick.setChecked(True)
    back = replace(answered, state=State.IN_PROGRESS, version=answered.version + 2)
    card.set_part(back, directory, gathers=True)
    assert not card.is_chosen() and card.tick.isEnabled()
    card.tick.setChecked(True)
    card.set_part(replace(back, version=back.version + 1), directory, gathers=True)
    assert card.is_chosen()


def test_hidden_case_gives_quotes_without_names_and_says_what_becomes_visible(qtbot: QtBot) -> None:
    pane = opened(qtbot, a_case.split())
    page_of(pane).gather.click()
    body = text_of(pane)
    assert pane.composer.letter is Letter.ANSWER and a_case.REPLY in body and "Sensor gereinigt" in body
    assert "Nils" not in body and "Tarik" not in body and "11:20" not in body
    assert "Mit dem Senden werden 2 Zitate nach außen sichtbar" in pane.composer.release.words()
    pane.composer.release.mine.click()
    assert text_of(pane).strip() == "" and pane.composer.release.words() == ""


def test_transparent_case_names_author_and_date(qtbot: QtBot) -> None:
    pane = opened(qtbot, a_case.split(hidden=False))
    page = page_of(pane)
    page.cards[TicketId(a_case.NUMBER + 102)].tick.setChecked(False)
    page.gather.click()
    body = text_of(pane)
    assert "> [Nils Platzhalter · " in body and "Teilklärung A, 23.11.2026 11:20]" in body and "Sensor" not in body
    assert pane.composer.release.words() == ""


def test_typed_text_stays_above_the_quotes_and_one_undo_takes_them_back(qtbot: QtBot) -> None:
    pane = opened(qtbot, a_case.split())
    pane.composer.open(Letter.ANSWER)
    assert pane.composer.frame is not None
    qtbot.keyClicks(pane.composer.frame.editor, "Guten Tag,")
    page_of(pane).gather.click()
    assert text_of(pane).startswith("Guten Tag,\n\n> ")
    pane.composer.frame.editor.undo()
    assert text_of(pane) == "Guten Tag,"


def test_names_can_be_taken_out(qtbot: QtBot) -> None:
    ctx = a_case.split(hidden=False)
    pane = opened(qtbot, ctx)
    page_of(pane).gather.click()
    ctx.put(a_case.desk_case(hidden=True, state=State.CLARIFYING, handler_id=None, version=12, parts_total=3, parts_back=2, parts_open=1))
    ctx.settle()
    assert pane.composer.release.names.isVisibleTo(pane)
    pane.composer.release.names.click()
    assert "Nils" not in text_of(pane) and a_case.REPLY in text_of(pane)


def test_final_answer_with_parts_out_asks_for_a_reason(qtbot: QtBot) -> None:
    ctx = a_case.split()
    pane = opened(qtbot, ctx)
    page_of(pane).gather.click()
    extra = pane.composer.extra
    extra.kind.set_key("yes")
    extra._kind_chosen("yes")
    extra.solution.setPlainText("Vorlage korrigiert")
    assert pane.composer.reason.isVisibleTo(pane)
    pane.composer.send()
    assert ctx.commands == [] and text_of(pane)
    pane.composer.reason.edit.setText("Eilt")
    pane.composer.send()
    ctx.settle()
    (sent,) = ctx.commands
    assert isinstance(sent, SendAnswer) and sent.parts_reason == "Eilt"


def test_interim_answer_needs_no_reason(qtbot: QtBot) -> None:
    ctx = a_case.split()
    pane = opened(qtbot, ctx)
    page_of(pane).gather.click()
    pane.composer.send()
    ctx.settle()
    assert [type(one) for one in ctx.commands] == [SendInterimAnswer]


def test_refusal_for_open_parts_keeps_the_text(qtbot: QtBot) -> None:
    ctx = a_case.split(parts_blocking=0)
    ctx.answer = lambda command: OpenParts(detail={"open": 1, "parts": ["C"]})
    pane = opened(qtbot, ctx)
    page_of(pane).gather.click()
    pane.composer.send()
    ctx.settle()
    assert a_case.REPLY in text_of(pane) and "Teilklärungen offen" in pane.composer.error.words()


def test_handler_gathers_into_his_report(qtbot: QtBot) -> None:
    held = {"state": State.IN_PROGRESS, "handler_id": HANDLER, "hidden": True, "way": Way.PART, "mark": "A", "commissioned_by": COORDINATOR,
            "root_id": TicketId(10400), "parent_id": TicketId(10400), "parts_open": 0, "parts_blocking": 0}  # fmt: skip
    ctx = a_case.split(HANDLER, **held)
    pane = opened(qtbot, ctx)
    page_of(pane).gather.click()
    assert pane.composer.letter is Letter.REPORT and "> [Nils Platzhalter · " in text_of(pane)
    pane.composer.send()
    ctx.settle()
    assert isinstance(ctx.commands[-1], ReportBack)


def test_a_report_about_a_part_never_says_that_the_requester_reads_it(qtbot: QtBot) -> None:
    held = {"state": State.IN_PROGRESS, "handler_id": HANDLER, "hidden": False, "way": Way.PART, "mark": "A", "requester_id": None,
            "commissioned_by": COORDINATOR, "root_id": TicketId(10400), "parent_id": TicketId(10400)}  # fmt: skip
    pane = opened(qtbot, a_case.desk(HANDLER, **held), tab="timeline")
    pane.write(Letter.REPORT)
    assert pane.composer.frame is not None
    look = pane.composer.frame.look()
    assert look.hidden and look.readers == "verborgen"


def test_columns_follow_and_ticks_stay(qtbot: QtBot) -> None:
    ctx = a_case.split()
    pane = opened(qtbot, ctx)
    page = page_of(pane)
    page.cards[PART_A].tick.setChecked(False)
    a, b, c = a_case.three_parts()
    answered = replace(c, state=State.REPORTED, answer="Ja, sie passt.", answer_at=NOW, version=4)
    ctx.server.case_parts[TicketId(a_case.NUMBER)] = (a, b, answered)
    ctx.put(a_case.desk_case(state=State.REPORTED, handler_id=None, version=12, seq=12, parts_total=3, parts_back=3))
    ctx.settle()
    assert "Ja, sie passt." in page.cards[PART_C].accessibleName()
    assert [card.is_chosen() for card in page.cards.values()] == [False, True, True]


def test_a_part_that_moves_does_not_stop_a_text_in_work(qtbot: QtBot) -> None:
    ctx = a_case.split()
    pane = opened(qtbot, ctx, tab="timeline")
    pane.write(Letter.ANSWER)
    assert pane.composer.frame is not None
    qtbot.keyClicks(pane.composer.frame.editor, "Guten Tag")
    moved = a_case.step(12, NOW, "part_moved", PersonId(3), internal=True, data={"part": 1, "letter": "C", "did": "taken_over"})
    ctx.server.timelines[a_case.DESK] = (*a_case.story(), moved)
    split = {"state": State.CLARIFYING, "handler_id": None, "parts_total": 3, "parts_back": 2, "parts_open": 1}
    ctx.put(a_case.desk_case(version=12, seq=12, **split))
    ctx.settle()
    assert not pane.composer.frame.is_overtaken()
    pane.composer.send()
    ctx.settle()
    (sent,) = ctx.commands
    assert isinstance(sent, SendInterimAnswer) and sent.version == 12


def row(dialog: SplitDialog, place: int, whom: str, order: str) -> None:
    dialog.rows[place].set_whom(whom)
    dialog.rows[place].order.setPlainText(order)


def split_dialog(qtbot: QtBot, ctx: FakeContext) -> tuple[CasePane, SplitDialog]:
    pane = opened(qtbot, ctx)
    pane.commission()
    ctx.settle()
    dialog = pane.findChild(SplitDialog)
    assert isinstance(dialog, SplitDialog)
    return pane, dialog


def test_several_parts_in_one_wish(qtbot: QtBot) -> None:
    ctx = a_case.split()
    _pane, dialog = split_dialog(qtbot, ctx)
    row(dialog, 0, "Tarik Muster", "Sensor prüfen\nBitte bald")
    dialog.add_row()
    row(dialog, 1, "IT-Service", "Treiber prüfen")
    dialog.add_row()
    row(dialog, 2, "Druckprofi", "Rolle prüfen")
    dialog.rows[2].outside.setChecked(True)
    dialog.rows[2].blocking.setChecked(False)
    dialog.add_row()
    assert [one.letter for one in dialog.rows] == ["D", "E", "F", "G"]
    dialog.send.click()
    ctx.settle()
    (sent,) = ctx.commands
    assert isinstance(sent, CommissionParts) and sent.wait and sent.version == 11
    assert [(p["handler_id"], p["group_id"], p["contact"], p["blocking"]) for p in sent.parts] == [
        (3, None, "", True), (None, int(IT), "", True), (None, None, "Druckprofi", False),
    ]  # fmt: skip
    assert all(p["entries"] == [1] for p in sent.parts), "the report goes along"


def test_missing_addressee_has_the_focus_and_a_sentence(qtbot: QtBot) -> None:
    ctx = a_case.split()
    _pane, dialog = split_dialog(qtbot, ctx)
    row(dialog, 0, "Niemand Bekanntes", "Sensor prüfen")
    dialog.send.click()
    assert ctx.commands == [] and dialog.isVisible()
    row(dialog, 0, "Kora Musterlotse", "Sensor prüfen")
    dialog.send.click()
    assert ctx.commands == [], "nobody commissions himself"


def test_the_few_letters_of_a_name_are_spelled_out_when_one_goes_on(qtbot: QtBot) -> None:
    _pane, dialog = split_dialog(qtbot, a_case.split())
    whom = dialog.rows[0].whom
    for typed, meant in (("tarik mu", "Tarik Muster"), ("e", "e")):  # several: nobody is guessed
        whom.setEditText(typed)
        whom.lineEdit().editingFinished.emit()
        assert whom.currentText() == meant


def test_half_typed_split_comes_back(qtbot: QtBot) -> None:
    ctx = a_case.split()
    pane, dialog = split_dialog(qtbot, ctx)
    row(dialog, 0, "Tarik Muster", "Halb getippt")
    dialog.reject()
    ctx.settle()
    pane.commission()
    ctx.settle()
    again = pane.findChildren(SplitDialog)[-1]
    assert again.rows[0].order.toPlainText() == "Halb getippt" and again.rows[0].whom.currentText() == "Tarik Muster"


def test_refused_split_offers_what_was_typed_again(qtbot: QtBot) -> None:
    ctx = a_case.split()

    def stale(command: Command) -> Outcome | Refused:
        return Stale(detail={"version": 12, "by": 3})

    ctx.answer = stale
    pane, dialog = split_dialog(qtbot, ctx)
    row(dialog, 0, "Tarik Muster", "Sensor prüfen")
    dialog.send.click()
    ctx.settle()
    told = ctx.told[-1]
    assert told.pressed is not None
    told.pressed()
    ctx.settle()
    again = pane.findChildren(SplitDialog)[-1]
    assert again.rows[0].order.toPlainText() == "Sensor prüfen"


def test_recall_accept_and_answers_from_outside(qtbot: QtBot) -> None:
    ctx = a_case.split()
    ctx.put(row_of_part(PART_A, State.REPORTED), row_of_part(PART_C, State.ASSIGNED, contact_label="Druckprofi", mark="C"))
    pane = opened(qtbot, ctx)
    page = page_of(pane)
    page.cards[PART_A].accept_button.click()
    ctx.settle()
    page.cards[PART_C].recall_button.click()
    ctx.settle()
    recall = pane.findChild(ReasonDialog)
    assert isinstance(recall, ReasonDialog) and "C zurückrufen" in recall.windowTitle()
    recall.editor.setPlainText("Erledigt")
    recall._do.click()
    ctx.settle()
    page.cards[PART_C].answer_button.click()
    ctx.settle()
    answer = pane.findChild(AnswerDialog)
    assert isinstance(answer, AnswerDialog)
    answer._do.click()
    assert answer.isVisible(), "an empty answer is no answer"
    answer.editor.setPlainText("Ja, passt.")
    answer._do.click()
    ctx.settle()
    accepted, recalled, recorded = ctx.commands
    assert accepted == AcceptPart(PART_A, 3) and recalled == RecallPart(PART_C, 3, "Erledigt")
    assert recorded == RecordPartAnswer(PART_C, 3, "Ja, passt.", Channel.PHONE, None)


def test_remind_whoever_has_a_part_and_nobody_outside(qtbot: QtBot) -> None:
    ctx = a_case.split()
    ctx.server.case_parts[a_case.DESK.id] = (a_case.part("A", State.IN_PROGRESS), *a_case.three_parts()[1:])
    ctx.put(row_of_part(PART_A, State.IN_PROGRESS))
    pane = opened(qtbot, ctx)
    page = page_of(pane)
    assert [card.remind_button.isHidden() for card in page.cards.values()] == [False, True, True]
    page.cards[PART_A].remind_button.click()
    ctx.settle()
    assert ctx.commands == [RemindTicket(PART_A)] and "Nils Platzhalter wurde an T-" in ctx.told[-1].sentence


def test_part_leads_to_its_case_and_back(qtbot: QtBot) -> None:
    ctx = a_case.split()
    part = row_of_part(PART_A, State.IN_PROGRESS)
    ctx.put(part)
    pane = opened(qtbot, ctx)
    page_of(pane).cards[PART_A].open_button.click()
    assert ctx.went[-1] == TicketKey(PART_A)
    pane.show_case(TicketKey(PART_A))
    ctx.settle()
    pane.facts._case.click()
    assert ctx.went[-1] == a_case.DESK
    assert part.number == f"T-{a_case.NUMBER}-A"


def test_english_words_and_no_crash_in_a_case_without_parts(qtbot: QtBot) -> None:
    ctx = a_case.desk(state=State.CLARIFYING, handler_id=None)
    pane = opened(qtbot, ctx)
    language.install(cast(QApplication, QApplication.instance()), "en")
    ctx.settle()
    assert "no parts" in page_of(pane)._empty.accessibleName()
    assert ctx.server.asked.count(f"parts {a_case.NUMBER}") == 1


def test_rules() -> None:
    ctx = a_case.desk(HANDLER)
    kora, nils = ctx.office.me(COORDINATOR), ctx.office.me(HANDLER)
    case = a_case.desk_case()
    assert part_rules.may_commission(case, kora) and part_rules.may_commission(case, nils)
    assert not part_rules.may_commission(replace(case, state=State.NEW), kora)
    assert not part_rules.may_commission(replace(case, state=State.ASSIGNED), nils)
    assert not part_rules.may_commission(replace(case, depth=5), kora)
    part = row_of_part(PART_A, State.REPORTED, commissioned_by=HANDLER)
    assert part_rules.may_accept_part(part, nils) and part_rules.may_recall_part(part, nils)
    assert not part_rules.may_accept_part(replace(part, commissioned_by=PersonId(3)), nils)


@pytest.mark.parametrize(("number", "letter"), [(1, "A"), (26, "Z"), (27, "AA"), (53, "BA")])
def test_letters_are_those_of_the_database(number: int, letter: str) -> None:
    assert letter_of(number) == letter


def test_a_quote_names_the_group_that_was_asked() -> None:
    """Not just any of which its author is a member; where none was asked, only the one that he has."""
    people = directory()
    nils = a_case.part("A", State.REPORTED, answer="Läuft.", answer_by=HANDLER, handler_id=HANDLER)
    said = [summary.author(replace(nils, group_id=group), people) for group in (IT, FACILITY, None)]
    assert said == ["Nils Platzhalter, IT-Service", "Nils Platzhalter, Haustechnik", "Nils Platzhalter"]
    assert summary.author(replace(nils, answer_by=PersonId(3), group_id=None), people) == "Tarik Muster, IT-Service"


def test_quotes_are_counted_and_taken_out() -> None:
    body = "Guten Tag,\n\n> [Nils · Teilklärung A, 23.11.]\n> eins\n> [Tarik · Teilklärung B, 23.11.]\n> zwei\n\n> drei\n\nGruß"
    assert summary.quotes(body) == 3 and summary.has_names(body)
    assert summary.without_names(body).count("[") == 0 and "> zwei" in summary.without_names(body)
    assert summary.without_quotes(body) == "Guten Tag,\n\nGruß"
    assert summary.joined("  ", "> a") == "> a\n\n"


def test_a_part_of_a_transparent_case_is_not_called_transparent(qtbot: QtBot) -> None:
    held = {"way": Way.PART, "mark": "A", "requester_id": None, "root_id": TicketId(10400), "parent_id": TicketId(10400)}
    pane = opened(qtbot, a_case.desk(hidden=False, **held), tab="timeline")
    assert pane.head._mode.isHidden()
