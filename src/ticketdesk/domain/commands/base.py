"""What every wish has in common. The class's name gives the SQL function's: TakeOver -> api.take_over."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import ClassVar

from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.row import value

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@value
class Command:
    """A wish of the signed-in person; its fields are the SQL function's arguments, in the same order, after request_id."""

    JSON: ClassVar[frozenset[str]] = frozenset()
    """Fields that the function takes as jsonb."""

    @classmethod
    def verb(cls) -> str:
        """Return the command's name as the database, the actions and the texts spell it."""
        return _WORD.sub("_", cls.__name__).lower()

    @classmethod
    def argument_names(cls) -> tuple[str, ...]:
        """Return the names of the arguments in order, without the request id."""
        return tuple(f.name for f in fields(cls))


@value
class Outcome:
    """What a write did: the case, its new step and version, and what else the function tells."""

    ticket_id: TicketId
    seq: int
    version: int
    detail: dict[str, object]
