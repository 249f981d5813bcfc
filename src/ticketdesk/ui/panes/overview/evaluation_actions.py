"""What leads to reports, to the keys for evaluating persons and to what was exported: data for menus. The main window does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ticketdesk.ui.kit.action import Action
from ticketdesk.ui.panes.overview.view_actions import call


def _report(name: str) -> Callable[[Any], object]:
    return lambda window: window.show_report(name)


EVALUATION_ACTIONS: tuple[Action, ...] = (
    *(
        Action(
            f"report_{name}", title, _report(name), context="Shell", icon=icon, menu="evaluation", group=10,
            when=lambda state: state.evaluates,
        )
        for name, title, icon in (
            ("stock", QT_TRANSLATE_NOOP("Shell", "&Stock"), "archive"),
            ("service", QT_TRANSLATE_NOOP("Shell", "Service &commitments"), "stopwatch"),
            ("processing", QT_TRANSLATE_NOOP("Shell", "&Processing times"), "hourglass"),
        )
    ),
    Action(
        "evaluation_keys", QT_TRANSLATE_NOOP("Shell", "E&valuation of persons …"), call("dialogs.evaluation"),
        context="Shell", icon="key", menu="extras", group=50,
    ),
    Action(
        "transfers", QT_TRANSLATE_NOOP("Shell", "Expo&rts and imports …"), call("dialogs.transfers"),
        context="Shell", icon="history", menu="extras", group=50,
    ),
)
"""Their ``do`` gets the main window, their ``when`` its ShellState."""
