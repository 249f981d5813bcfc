"""The steps of the way of a case as data: waiting, handing on, taking back, ending. The doing stands in wishes_way.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ticketdesk.domain.commands.handling import DeclineTicket, HandToCoordination, RecallTicket, ReturnTicket
from ticketdesk.domain.commands.ticket import RejectTicket, WithdrawTicket
from ticketdesk.ui.kit.action import Action
from ticketdesk.ui.panes.case import rules_way
from ticketdesk.ui.panes.case.actions import MENU_DATA, MENU_TICKET, when
from ticketdesk.ui.panes.case.wishes_way import Reasoned

if TYPE_CHECKING:
    from ticketdesk.ui.panes.case.pane import CasePane


def _ask(kind: Reasoned) -> Callable[[CasePane], None]:
    return lambda pane: pane.wish(lambda ticket: pane.way.ask_reason(ticket, kind))


WAY_ACTIONS: tuple[Action, ...] = (
    Action(
        "forward_ticket", QT_TRANSLATE_NOOP("WayActions", "&Forward …"), lambda pane: pane.wish(pane.way.ask_forward),
        context="WayActions", icon="arrow-forward-up", keys="Ctrl+Shift+F", menu=MENU_TICKET, group=11, when=when(rules_way.may_forward),
    ),
    Action(
        "decline_ticket", QT_TRANSLATE_NOOP("WayActions", "S&end back …"), _ask(DeclineTicket),
        context="WayActions", icon="arrow-back-up", menu=MENU_TICKET, group=11, when=when(rules_way.may_decline),
    ),
    Action(
        "hand_to_coordination", QT_TRANSLATE_NOOP("WayActions", "Hand to coord&ination …"), _ask(HandToCoordination),
        context="WayActions", icon="route", menu=MENU_TICKET, group=11, when=when(rules_way.may_hand_to_coordination),
    ),
    Action(
        "recall_ticket", QT_TRANSLATE_NOOP("WayActions", "Call bac&k …"), _ask(RecallTicket),
        context="WayActions", icon="restore", menu=MENU_TICKET, group=11, when=when(rules_way.may_recall),
    ),
    Action(
        "remind_ticket", QT_TRANSLATE_NOOP("WayActions", "Remind"), lambda pane: pane.wish(pane.way.remind),
        context="WayActions", icon="bell-ringing", menu=MENU_TICKET, group=11, when=when(rules_way.may_remind),
    ),
    Action(
        "return_ticket", QT_TRANSLATE_NOOP("WayActions", "Return to the handle&r …"), _ask(ReturnTicket),
        context="WayActions", icon="corner-down-right", menu=MENU_TICKET, group=11, when=when(rules_way.may_return),
    ),
    Action(
        "set_waiting", QT_TRANSLATE_NOOP("WayActions", "&Wait, resubmission …"), lambda pane: pane.wish(pane.way.ask_waiting),
        context="WayActions", icon="clock-pause", keys="Ctrl+Shift+W", menu=MENU_TICKET, group=12, when=when(rules_way.may_set_waiting),
    ),
    Action(
        "end_waiting", QT_TRANSLATE_NOOP("WayActions", "Go on"), lambda pane: pane.wish(pane.way.end_waiting),
        context="WayActions", icon="history", keys="Ctrl+Shift+G", menu=MENU_TICKET, group=12, when=when(rules_way.may_end_waiting),
    ),
    Action(
        "set_wished_date", QT_TRANSLATE_NOOP("WayActions", "W&ished date …"), lambda pane: pane.wish(pane.way.ask_wished_date),
        context="WayActions", icon="calendar", menu=MENU_DATA, group=20, when=when(rules_way.may_set_wished_date),
    ),
    Action(
        "acknowledge_message", QT_TRANSLATE_NOOP("WayActions", "Take note of the &message"), lambda pane: pane.wish(pane.way.acknowledge),
        context="WayActions", icon="mail-opened", menu=MENU_TICKET, group=30, when=when(rules_way.may_acknowledge),
    ),
    Action(
        "follow_up", QT_TRANSLATE_NOOP("WayActions", "&New ticket that follows …"), lambda pane: pane.wish(pane.way.ask_follow_up),
        context="WayActions", icon="file-plus", menu=MENU_TICKET, group=30, when=when(rules_way.may_follow_up),
    ),
    Action(
        "reject_ticket", QT_TRANSLATE_NOOP("WayActions", "Re&ject …"), _ask(RejectTicket),
        context="WayActions", icon="ban", menu=MENU_TICKET, group=30, when=when(rules_way.may_reject),
    ),
    Action(
        "withdraw_ticket", QT_TRANSLATE_NOOP("WayActions", "With&draw …"), _ask(WithdrawTicket),
        context="WayActions", icon="circle-minus", menu=MENU_TICKET, group=30, when=when(rules_way.may_withdraw),
    ),
)  # fmt: skip
