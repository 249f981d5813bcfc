"""Imports as they are on record: who brought what in, and whether it is still there. Pure."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum

from ticketdesk.domain.row import value


class RunState(IntEnum):
    """How far an import is; the numbers are the database's."""

    UNDER_WAY = 1
    DONE = 2
    BROKEN_OFF = 3
    BEING_UNDONE = 4
    UNDONE = 5


@value
class ImportRun:
    """One import."""

    id: int
    by: str
    began_at: datetime
    ended_at: datetime | None
    state: RunState
    file_name: str
    profile_name: str
    imported: int
    present: int
    refused: int
    removed: int
    undone_at: datetime | None
    undone_by: str

    @property
    def may_be_undone(self) -> bool:
        """Whether there is anything of it to be taken back."""
        return self.state is not RunState.UNDONE and self.imported > self.removed
