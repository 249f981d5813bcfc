"""Reads which imports there were, for those who may know."""

from __future__ import annotations

from datetime import datetime

from ticketdesk.db.call import moment, read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.imports import ImportRun, RunState


def imports(engine: Engine) -> tuple[ImportRun, ...]:
    """Return the newest imports, the last one first."""
    ((told,),) = read_function(engine, "imports", ())
    return tuple(
        ImportRun(
            one["id"], one["by"], datetime.fromisoformat(one["began_at"]), moment(one["ended_at"]), RunState(one["state"]),
            one["file_name"], one["profile_name"], one["imported"], one["present"], one["refused"], one["removed"],
            moment(one["undone_at"]), one["undone_by"] or "",
        )
        for one in told
    )  # fmt: skip
