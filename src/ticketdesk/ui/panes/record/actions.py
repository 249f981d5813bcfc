"""What a person may do with a report he is filling in: data for menus, keys and palette. The doing stands in pane.py."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ticketdesk.ui.kit.action import Action

MENU = "record"


class RecordState(NamedTuple):
    """What decides whether an action is offered."""

    sending: bool
    sheets: int


ACTIONS: tuple[Action, ...] = (
    Action(
        "record_ticket", QT_TRANSLATE_NOOP("RecordActions", "&Create ticket"), lambda pane: pane.record(),
        context="RecordActions", icon="plus", menu=MENU, group=10, when=lambda state: not state.sending, anywhere=False,
    ),
    Action(
        "record_and_next", QT_TRANSLATE_NOOP("RecordActions", "Create and &next"), lambda pane: pane.record_and_next(),
        context="RecordActions", icon="playlist-add", keys="Ctrl+Shift+Return", menu=MENU, group=10,
        when=lambda state: not state.sending, anywhere=False,
    ),
    Action(
        "new_form", QT_TRANSLATE_NOOP("RecordActions", "&Another form"), lambda pane: pane.begin(),
        context="RecordActions", icon="file-plus", menu=MENU, group=20, when=lambda state: not state.sending, anywhere=False,
    ),
    Action(
        "previous_form", QT_TRANSLATE_NOOP("RecordActions", "&Previous draft"), lambda pane: pane.turn(-1),
        context="RecordActions", icon="chevron-left", keys="Ctrl+PgUp", menu=MENU, group=20,
        when=lambda state: state.sheets > 1 and not state.sending, anywhere=False,
    ),
    Action(
        "next_form", QT_TRANSLATE_NOOP("RecordActions", "Ne&xt draft"), lambda pane: pane.turn(1),
        context="RecordActions", icon="chevron-right", keys="Ctrl+PgDown", menu=MENU, group=20,
        when=lambda state: state.sheets > 1 and not state.sending, anywhere=False,
    ),
    Action(
        "discard_form", QT_TRANSLATE_NOOP("RecordActions", "&Discard draft"), lambda pane: pane.discard(),
        context="RecordActions", icon="trash", menu=MENU, group=30, when=lambda state: not state.sending, anywhere=False,
    ),
)  # fmt: skip
