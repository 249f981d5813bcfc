"""The timeline of a case: steps of the log with their texts, read through the functions that note who opened what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ticketdesk.db.call import read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.entry import Audience, Cause, Channel, EntryKind, Step
from ticketdesk.domain.ids import TicketKey


def timeline(engine: Engine, key: TicketKey, after_seq: int = 0) -> tuple[Step, ...]:
    """Read a case's steps after a number, oldest first. Raises NotFound when it is absent or not for this person."""
    return steps_of(read_function(engine, "own_timeline" if key.own else "timeline", (int(key.id), after_seq)))


def steps_of(rows: Iterable[tuple[Any, ...]]) -> tuple[Step, ...]:
    """Return rows of type td.timeline_row as steps."""
    return tuple(
        Step(
            seq=seq,
            at=at,
            what=what,
            audience=Audience(audience),
            actor_id=actor_id,
            actor_name=actor_name,
            on_behalf_id=on_behalf_id,
            cause=Cause(cause),
            kind=EntryKind(kind) if kind is not None else None,
            channel=Channel(channel),
            body=body,
            detail=detail,
            data=data,
            happened_at=happened_at,
        )
        for seq, at, what, audience, actor_id, actor_name, on_behalf_id, cause, kind, channel, body, detail, data, happened_at in rows
    )
