"""Actions about correspondence and its readers, as data; the doing stands in wishes_seen.py, the rules in rules_seen.py."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ticketdesk.domain.people import Me
from ticketdesk.domain.ticket import Ticket
from ticketdesk.ui.kit.action import Action
from ticketdesk.ui.panes.case import rules, rules_seen
from ticketdesk.ui.panes.case.actions import MENU_REPLY, CaseState

MENU_EDIT, MENU_VIEW = "edit", "view"


def _when(rule: Callable[[Ticket, Me], bool]) -> Callable[[CaseState], bool]:
    return lambda state: state.ticket is not None and rule(state.ticket, state.me)


SEEN_ACTIONS: tuple[Action, ...] = (
    Action(
        "record_entry", QT_TRANSLATE_NOOP("CaseActions", "&File a conversation or letter …"), lambda pane: pane.seen.ask_entry(),
        context="CaseActions", icon="notes", keys="Ctrl+Shift+H", menu=MENU_REPLY, group=30, when=_when(rules_seen.may_record_entry),
    ),
    Action(
        "answer_and_close", QT_TRANSLATE_NOOP("CaseActions", "Answer and &close …"), lambda pane: pane.seen.answer_and_close(),
        context="CaseActions", icon="mail-check", keys="Ctrl+Shift+Return", menu=MENU_REPLY, group=10, when=_when(rules.may_answer),
    ),
    Action(
        "preview_case", QT_TRANSLATE_NOOP("CaseActions", "See as the re&quester"), lambda pane: pane.seen.preview(),
        context="CaseActions", icon="eye", keys="Ctrl+Shift+O", menu=MENU_VIEW, group=30, when=_when(rules_seen.may_preview),
    ),
    Action(
        "find_in_case", QT_TRANSLATE_NOOP("CaseActions", "&Search in this case"), lambda pane: pane.seen.search(),
        context="CaseActions", icon="search", keys="Ctrl+F", menu=MENU_EDIT, group=30, when=_when(rules_seen.is_open),
    ),
)  # fmt: skip
