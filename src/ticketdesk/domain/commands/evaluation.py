"""The wish about evaluating single persons."""

from __future__ import annotations

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.row import value


@value
class TurnEvaluationKey(Command):
    """Turn one's own of the two keys, the administration's or the audit's; or draw both."""

    version: int
    turned: bool
