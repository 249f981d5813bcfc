"""What was taken out of the office and what was brought in: exports, imports, and the filling of an empty server. Pure."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum

from ticketdesk.domain.imports import ImportRun
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.row import value


class TransferKind(IntEnum):
    """Which way it went."""

    EXPORT = 1
    IMPORT = 2
    FILLING = 3


@value
class Transfer:
    """One of them: who, when, how much. An export without an end was broken off, or is still under way."""

    kind: TransferKind
    by: str
    begun_at: datetime
    ended_at: datetime | None
    cases: int
    by_class: PersonClass | None = None
    whole: bool = True
    """Of an export: everything that somebody may see, not chosen cases."""
    csv: bool = False
    source: str = ""
    """From which file or which server it came."""
    exported_at: datetime | None = None
    steps: int = 0
    manifest: str = ""
    """The sum of the manifest that the server was filled with."""
    run: ImportRun | None = None


@value
class Transfers:
    """The newest of them, the last one first."""

    listed: tuple[Transfer, ...]
    most: int
    """So many of each kind the server tells at most."""
