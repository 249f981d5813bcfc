"""What a person may do with the case before him: data for menus, tool bar, keys and palette.

The doing stands in pane.py, the rules in rules.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ticketdesk.domain.people import Me
from ticketdesk.domain.states import Priority
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit.action import Action
from ticketdesk.ui.panes.case import part_rules, rules, rules_way
from ticketdesk.ui.panes.case.letters import Letter

if TYPE_CHECKING:
    from ticketdesk.ui.panes.case.pane import CasePane

MENU_TICKET = "ticket"
MENU_PRIORITY = "ticket.priority"
MENU_PARTS = "ticket.parts"
MENU_DATA = "ticket.data"
MENU_LINKS = "ticket.links"
MENU_REPLY = "reply"


class CaseState(NamedTuple):
    """What decides whether an action is offered: the case shown, and who looks at it."""

    ticket: Ticket | None
    me: Me
    writing: bool = False
    """Whether a composer is open."""


def when(rule: Callable[[Ticket, Me], bool]) -> Callable[[CaseState], bool]:
    """Return the condition of an action for a rule over case and person."""
    return lambda state: state.ticket is not None and rule(state.ticket, state.me)


def _has_other_priority(priority: Priority) -> Callable[[CaseState], bool]:
    def when(state: CaseState) -> bool:
        return state.ticket is not None and rules.may_change(state.ticket, state.me) and state.ticket.priority is not priority

    return when


def _write(letter: Letter) -> Callable[[CasePane], None]:
    return lambda pane: pane.write(letter)


def _set_priority(priority: Priority) -> Callable[[CasePane], None]:
    return lambda pane: pane.set_priority(priority)


ACTIONS: tuple[Action, ...] = (
    Action(
        "accept_ticket", QT_TRANSLATE_NOOP("CaseActions", "&Accept"), lambda pane: pane.wish(pane.wishes.accept),
        context="CaseActions", icon="check", keys="Ctrl+Shift+A", menu=MENU_TICKET, group=10, when=when(rules.may_accept),
    ),
    Action(
        "take_over", QT_TRANSLATE_NOOP("CaseActions", "&Take over"), lambda pane: pane.wish(pane.wishes.take_over),
        context="CaseActions", icon="hand-stop", keys="Ctrl+T", menu=MENU_TICKET, group=10, when=when(rules.may_take_over),
    ),
    Action(
        "clarify_ticket", QT_TRANSLATE_NOOP("CaseActions", "&Begin clarification"), lambda pane: pane.wish(pane.wishes.clarify),
        context="CaseActions", icon="search", keys="Ctrl+Shift+K", menu=MENU_TICKET, group=10, when=when(rules.may_clarify),
    ),
    Action(
        "assign_ticket", QT_TRANSLATE_NOOP("CaseActions", "A&ssign …"), lambda pane: pane.wish(pane.wishes.ask_assignment),
        context="CaseActions", icon="user-share", keys="Ctrl+Shift+B", menu=MENU_TICKET, group=10, when=when(rules.may_assign),
    ),
    Action(
        "give_back", QT_TRANSLATE_NOOP("CaseActions", "Back to the &group"), lambda pane: pane.wish(pane.wishes.give_back),
        context="CaseActions", icon="users", keys="Ctrl+Shift+T", menu=MENU_TICKET, group=10, when=when(rules.may_give_back),
    ),
    Action(
        "commission_parts", QT_TRANSLATE_NOOP("CaseActions", "Commission &parts …"), lambda pane: pane.commission(),
        context="CaseActions", icon="subtask", keys="Ctrl+Shift+P", menu=MENU_PARTS, group=12, when=when(part_rules.may_commission),
    ),
    Action(
        "accept_part", QT_TRANSLATE_NOOP("CaseActions", "Settle part"), lambda pane: pane.accept_part(),
        context="CaseActions", icon="check", menu=MENU_PARTS, group=12, when=when(part_rules.may_accept_part),
    ),
    Action(
        "return_part", QT_TRANSLATE_NOOP("CaseActions", "Give part back …"), lambda pane: pane.return_part(),
        context="CaseActions", icon="arrow-back-up", menu=MENU_PARTS, group=12, when=when(part_rules.may_return_part),
    ),
    Action(
        "recall_part", QT_TRANSLATE_NOOP("CaseActions", "Recall part …"), lambda pane: pane.recall_part(),
        context="CaseActions", icon="arrow-back-up", menu=MENU_PARTS, group=12, when=when(part_rules.may_recall_part),
    ),
    Action(
        "record_part_answer", QT_TRANSLATE_NOOP("CaseActions", "Record answer from outside …"), lambda pane: pane.record_part_answer(),
        context="CaseActions", icon="message-2", menu=MENU_PARTS, group=12, when=when(part_rules.may_record_part_answer),
    ),
    Action(
        "comment_part", QT_TRANSLATE_NOOP("CaseActions", "Comment on part …"), lambda pane: pane.comment_part(),
        context="CaseActions", icon="message", menu=MENU_REPLY, group=15, when=when(part_rules.may_comment_part),
    ),
    Action(
        "edit_subject", QT_TRANSLATE_NOOP("CaseActions", "Change s&ubject"), lambda pane: pane.edit_subject(),
        context="CaseActions", icon="pencil", keys="F2", menu=MENU_DATA, group=20, when=when(rules.may_change), anywhere=False,
    ),
    *(
        Action(
            f"set_priority_{priority.name.lower()}", text, _set_priority(priority),
            context="CaseActions", menu=MENU_PRIORITY, group=20, when=_has_other_priority(priority),
        )
        for priority, text in (
            (Priority.LOW, QT_TRANSLATE_NOOP("CaseActions", "Priority: &low")),
            (Priority.NORMAL, QT_TRANSLATE_NOOP("CaseActions", "Priority: &normal")),
            (Priority.HIGH, QT_TRANSLATE_NOOP("CaseActions", "Priority: &high")),
            (Priority.URGENT, QT_TRANSLATE_NOOP("CaseActions", "Priority: &urgent")),
        )
    ),
    Action(
        "set_target", QT_TRANSLATE_NOOP("CaseActions", "Ta&rget date …"), lambda pane: pane.wish(pane.wishes.ask_target),
        context="CaseActions", icon="flag", keys="Ctrl+Shift+D", menu=MENU_DATA, group=20, when=when(rules.may_change),
    ),
    Action(
        "set_category", QT_TRANSLATE_NOOP("CaseActions", "&Category …"), lambda pane: pane.wish(pane.wishes.ask_category),
        context="CaseActions", icon="category", menu=MENU_DATA, group=20, when=when(rules.may_change),
    ),
    Action(
        "set_hidden", QT_TRANSLATE_NOOP("CaseActions", "Clarification transparent or &hidden …"),
        lambda pane: pane.wish(pane.wishes.ask_mode),
        context="CaseActions", icon="eye-off", menu=MENU_DATA, group=20, when=when(rules.may_set_mode),
    ),
    Action(
        "link_tickets", QT_TRANSLATE_NOOP("CaseActions", "Li&nk with another ticket …"), lambda pane: pane.linking.ask_link(),
        context="CaseActions", icon="link", menu=MENU_LINKS, group=25, when=when(rules.may_link),
    ),
    Action(
        "merge_tickets", QT_TRANSLATE_NOOP("CaseActions", "&Merge into another ticket …"), lambda pane: pane.linking.ask_merge(),
        context="CaseActions", icon="git-merge", menu=MENU_LINKS, group=25, when=when(rules.may_merge),
    ),
    Action(
        "confirm_solution", QT_TRANSLATE_NOOP("CaseActions", "Confirm sol&ution"), lambda pane: pane.confirm(),
        context="CaseActions", icon="circle-check", menu=MENU_TICKET, group=30, when=when(rules.may_confirm),
    ),
    Action(
        "close_ticket", QT_TRANSLATE_NOOP("CaseActions", "&Close"), lambda pane: pane.wish(pane.way.close),
        context="CaseActions", icon="circle-check", keys="Ctrl+Shift+L", menu=MENU_TICKET, group=30, when=when(rules_way.may_close),
    ),
    Action(
        "reopen_ticket", QT_TRANSLATE_NOOP("CaseActions", "&Open again …"), _write(Letter.REOPEN),
        context="CaseActions", icon="arrow-back-up", menu=MENU_TICKET, group=30, when=when(rules.may_reopen),
    ),
    Action(
        "send_answer", QT_TRANSLATE_NOOP("CaseActions", "&Answer to requester …"), _write(Letter.ANSWER),
        context="CaseActions", icon="mail-forward", keys="Ctrl+R", menu=MENU_REPLY, group=10, when=when(rules.may_answer_somehow),
    ),
    Action(
        "report_back", QT_TRANSLATE_NOOP("CaseActions", "&Report to coordination …"), _write(Letter.REPORT),
        context="CaseActions", icon="corner-up-left", keys="Ctrl+M", menu=MENU_REPLY, group=10, when=when(rules.may_report_back),
    ),
    Action(
        "add_note", QT_TRANSLATE_NOOP("CaseActions", "&Internal note …"), _write(Letter.NOTE),
        context="CaseActions", icon="lock", keys="Ctrl+I", menu=MENU_REPLY, group=10, when=when(rules.may_note),
    ),
    Action(
        "insert_snippet", QT_TRANSLATE_NOOP("CaseActions", "Insert &text module …"), lambda pane: pane.composer.snippets.open(),
        context="CaseActions", icon="template", keys="Ctrl+Shift+E", menu=MENU_REPLY, group=30,
        when=lambda state: state.writing and state.me.is_staff,
    ),
    Action(
        "add_message", QT_TRANSLATE_NOOP("CaseActions", "&Message to coordination …"), _write(Letter.MESSAGE),
        context="CaseActions", icon="message-plus", keys="Ctrl+Shift+M", menu=MENU_REPLY, group=20, when=when(rules.may_message),
    ),
)  # fmt: skip
