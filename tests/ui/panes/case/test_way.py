"""The steps of the way at the screen: each asks what is to be asked, keeps what was typed, and sends its command."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QDialog

from tests.support.fictitious_office import COORDINATOR, HANDLER, NOW
from tests.ui.panes.case import a_case
from tests.ui.panes.case.a_case import OWN
from tests.ui.panes.case.test_pane import ID, opened, trigger
from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.commands.handling import (
    DeclineTicket,
    EndWaiting,
    HandToCoordination,
    RecallTicket,
    ReturnTicket,
    SetWaiting,
)
from ticketdesk.domain.commands.ticket import (
    AcknowledgeMessage,
    CloseTicket,
    RecordTicket,
    RejectTicket,
    SetWishedDate,
    WithdrawTicket,
)
from ticketdesk.domain.errors import BadTransition, Stale
from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.states import PublicState, Reason, State, Way
from ticketdesk.services.drafts import ticket_subject
from ticketdesk.ui.bridge.drafts import Slip
from ticketdesk.ui.kit import sentences, text
from ticketdesk.ui.panes.case import refusals
from ticketdesk.ui.panes.case.letters import Letter
from ticketdesk.ui.panes.case.pane import CasePane
from ticketdesk.ui.panes.case.text_question import ReasonDialog
from ticketdesk.ui.panes.case.way_dialogs import FollowUpDialog, WaitDialog, WishDialog

WHY = "Das Gerät gehört der Haustechnik."
SOON = NOW.replace(second=0, microsecond=0) + timedelta(days=2)


D = TypeVar("D", bound=QDialog)


def dialog(pane: CasePane, kind: type[D]) -> D:
    """Return the one dialog that is open."""
    (found,) = [one for one in pane.findChildren(kind) if one.isVisible()]
    return found


@pytest.mark.parametrize(
    ("who", "changes", "action", "command"),
    [
        (HANDLER, {"state": State.ASSIGNED}, "decline_ticket", DeclineTicket(ID, 11, WHY)),
        (COORDINATOR, {"state": State.IN_PROGRESS}, "recall_ticket", RecallTicket(ID, 11, WHY)),
        (HANDLER, {"state": State.IN_PROGRESS, "way": Way.DIRECT}, "hand_to_coordination", HandToCoordination(ID, 11, WHY)),
        (COORDINATOR, {"state": State.REPORTED}, "return_ticket", ReturnTicket(ID, 11, WHY)),
        (COORDINATOR, {"state": State.NEW}, "reject_ticket", RejectTicket(ID, 11, WHY)),
        (COORDINATOR, {"state": State.ACCEPTED}, "withdraw_ticket", WithdrawTicket(ID, 11, WHY)),
        (COORDINATOR, {"state": State.WAITING, "waiting_reason": Reason.REQUESTER}, "close_ticket", CloseTicket(ID, 11, WHY)),
    ],
)
def test_a_reason_is_asked_and_sent(qtbot: Any, who: PersonId, changes: dict[str, object], action: str, command: Command) -> None:
    ctx = a_case.desk(who, **changes)
    pane = opened(qtbot, ctx)
    trigger(pane, action)
    asked = dialog(pane, ReasonDialog)
    asked.editor.setPlainText(WHY)
    asked._do.click()
    assert ctx.commands == [command]
    ctx.settle()
    assert pane.drafts.get(Slip(ticket_subject(a_case.DESK), command.verb())) is None


def test_a_required_reason_is_missed_at_its_field_and_kept_when_the_dialog_is_left(qtbot: Any) -> None:
    ctx = a_case.desk(HANDLER, state=State.ASSIGNED)
    pane = opened(qtbot, ctx)
    trigger(pane, "decline_ticket")
    asked = dialog(pane, ReasonDialog)
    asked._do.click()
    assert ctx.commands == [] and asked.field.error() == sentences.sentence("TD422", why="empty")
    asked.editor.setPlainText(WHY)
    asked.reject()
    trigger(pane, "decline_ticket")
    assert dialog(pane, ReasonDialog).editor.toPlainText() == WHY


def test_waiting_until_a_date_and_for_the_requester(qtbot: Any) -> None:
    ctx = a_case.desk(COORDINATOR)
    pane = opened(qtbot, ctx)
    trigger(pane, "set_waiting")
    asked = dialog(pane, WaitDialog)
    asked._do.click()
    assert ctx.commands == [] and asked._date_field.error()
    asked._date.set_value(text.now() - timedelta(days=1))
    asked._do.click()
    assert ctx.commands == [] and asked._date_field.error() == sentences.sentence("TD422", why="past")
    at = text.now().replace(second=0, microsecond=0) + timedelta(days=2)
    asked._date.set_value(at)
    asked._do.click()
    assert ctx.commands == [SetWaiting(ID, 11, Reason.DATE, at, "")]
    ctx.settle()
    trigger(pane, "set_waiting")
    asked = dialog(pane, WaitDialog)
    asked._choices[Reason.REQUESTER].setChecked(True)
    asked._do.click()
    assert len(ctx.commands) == 1 and asked.field.error(), "a question has words"
    asked.editor.setPlainText("Welche Meldung steht da?")
    asked._do.click()
    assert ctx.commands[-1] == SetWaiting(ID, 11, Reason.REQUESTER, None, "Welche Meldung steht da?")


def test_a_handler_of_a_hidden_case_does_not_ask_the_requester(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk(HANDLER))
    trigger(pane, "set_waiting")
    assert not dialog(pane, WaitDialog)._choices[Reason.REQUESTER].isEnabled()


def test_going_on(qtbot: Any) -> None:
    ctx = a_case.desk(HANDLER, state=State.WAITING, came_from=State.IN_PROGRESS, waiting_reason=Reason.DATE, waiting_until=SOON)
    pane = opened(qtbot, ctx)
    assert text.short_day(SOON) in pane.head.status.accessibleName() or text.short_day(SOON) in str(pane.head.status.look())
    trigger(pane, "end_waiting")
    assert ctx.commands == [EndWaiting(ID, 11)]


def test_message_after_the_end_is_a_task(qtbot: Any) -> None:
    ctx = a_case.desk(COORDINATOR, state=State.CLOSED, late_message_at=NOW)
    pane = opened(qtbot, ctx)
    assert pane.late.isVisible() and "Nachricht nach Abschluss" in pane.late.bar.sentence()
    pane.late.bar._verbs[0][0].click()
    assert ctx.commands == [AcknowledgeMessage(ID, 11)]
    pane.late.bar._verbs[2][0].click()
    asked = dialog(pane, FollowUpDialog)
    asked.editor.setPlainText("Seit heute wieder.")
    asked._do.click()
    made = ctx.commands[-1]
    assert isinstance(made, RecordTicket) and made.follow_up_of == ID and made.description == "Seit heute wieder."


def test_nobody_else_sees_the_task(qtbot: Any) -> None:
    pane = opened(qtbot, a_case.desk(PersonId(6), state=State.CLOSED, late_message_at=NOW))
    assert not pane.late.isVisible()


def test_the_requester_withdraws_and_changes_his_date(qtbot: Any) -> None:
    ctx = a_case.requester()
    pane = opened(qtbot, ctx, OWN)
    trigger(pane, "withdraw_ticket")
    dialog(pane, ReasonDialog)._do.click()
    assert ctx.commands == [WithdrawTicket(ID, 3, "")], "he need not say why"
    ctx.settle()
    trigger(pane, "set_wished_date")
    asked = dialog(pane, WishDialog)
    at = text.now().replace(second=0, microsecond=0) + timedelta(days=4)
    asked._date.set_value(at)
    asked._do.click()
    assert ctx.commands[-1] == SetWishedDate(ID, 3, at)


def test_after_the_window_the_requester_is_offered_a_new_ticket(qtbot: Any) -> None:
    ctx = a_case.requester()
    row = replace(ctx.server.rows[OWN], state=PublicState.CLOSED, reopen_until=text.now() - timedelta(days=1))
    ctx.server.rows[OWN] = ctx.store._rows[OWN] = row
    pane = opened(qtbot, ctx, OWN)
    assert pane.foot.follow_up.isVisible() and Letter.REOPEN not in pane.foot.letters()
    pane.foot.follow_up.click()
    assert dialog(pane, FollowUpDialog).editor.toPlainText() == ""


def test_the_requester_answers_a_question(qtbot: Any) -> None:
    ctx = a_case.requester()
    row = replace(ctx.server.rows[OWN], state=PublicState.ANSWER_NEEDED)
    ctx.server.rows[OWN] = ctx.store._rows[OWN] = row
    pane = opened(qtbot, ctx, OWN)
    button = pane.foot.button(Letter.MESSAGE)
    assert button is not None and "Frage beantworten" in button.text()


def test_a_refused_step_says_what_is_possible(qtbot: Any) -> None:
    ctx = a_case.desk(HANDLER)
    said = refusals.sentence(BadTransition(detail={"from": 5, "to": 9, "possible": [4, 6, 7]}), ctx.store.directory)
    assert said.endswith("Möglich ist jetzt: „Zugewiesen“, „Wartet“, „Rückgemeldet“.")
    own = refusals.sentence(BadTransition(detail={"from": 4, "to": 6, "possible": [2, 5]}), ctx.store.directory, own=True)
    assert own.endswith("Möglich ist jetzt: „Wird geklärt“, „Abgeschlossen“.")
    too_late = BadTransition(detail={"from": 5, "to": 2, "why": "window_over", "possible": []})
    over = refusals.sentence(too_late, ctx.store.directory, own=True)
    assert over.startswith("Dieses Ticket lässt sich nicht mehr öffnen.")
    recalled = refusals.sentence(Stale(detail={"by": int(COORDINATOR), "what": "recalled"}), ctx.store.directory)
    assert recalled == "Kora Musterlotse hat dieses Ticket inzwischen zurückgerufen. Ihr Text bleibt erhalten."


def test_another_coordinators_case_says_so_as_one_begins_to_act_and_hinders_nothing(qtbot: Any) -> None:
    other = PersonId(10)
    ctx = a_case.desk(COORDINATOR, coordinator_id=other)
    name = ctx.office.directory.name(other)
    pane = opened(qtbot, ctx)
    assert not pane.others.isVisible(), "to read is no beginning"
    pane.action_set.qaction("find_in_case").trigger()
    assert not pane.others.isVisible()
    pane.write(Letter.NOTE)
    assert pane.others.isVisible() and name in pane.others.bar.sentence()
    assert pane.action_set.qaction("recall_ticket").isEnabled()
    pane.others.bar._close.click()  # type: ignore[union-attr]  # it has a cross
    ctx.put(replace(ctx.server.rows[a_case.DESK], seq=12, version=12))
    ctx.settle()
    pane.action_set.qaction("recall_ticket").trigger()
    assert not pane.others.isVisible(), "once closed it stays away"


@pytest.mark.parametrize("begin", ["menu", "dialog"])
def test_a_menu_and_a_dialog_are_a_beginning_until_another_case_is_shown(qtbot: Any, begin: str) -> None:
    ctx = a_case.desk(COORDINATOR, coordinator_id=PersonId(10))
    pane = opened(qtbot, ctx)
    if begin == "menu":
        pane._status_menu.aboutToShow.emit()
    else:
        pane.action_set.qaction("recall_ticket").trigger()
    assert pane.others.isVisible()
    pane.show_case(next(row.key for row in ctx.server.rows.values() if not row.own and row.key != a_case.DESK))
    ctx.settle()
    pane.show_case(a_case.DESK)
    ctx.settle()
    assert not pane.others.isVisible()


@pytest.mark.parametrize(
    ("who", "changes"),
    [
        (COORDINATOR, {}), (HANDLER, {"coordinator_id": PersonId(10)}), (COORDINATOR, {"coordinator_id": None}),
        (COORDINATOR, {"coordinator_id": PersonId(10), "state": State.CLOSED}),
        (COORDINATOR, {"coordinator_id": PersonId(10), "handler_id": COORDINATOR}),
    ],
)  # fmt: skip
def test_nobody_else_is_warned(qtbot: Any, who: PersonId, changes: dict[str, object]) -> None:
    pane = opened(qtbot, a_case.desk(who, **changes))
    pane.write(Letter.NOTE)
    assert pane.others.isHidden()
