"""What the signed-in person was told and has not seen yet."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import BigInteger, Row, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY

from ticketdesk.db.engine import Engine
from ticketdesk.domain.ids import NoticeId, PersonId, TicketId
from ticketdesk.domain.notices import Notice, NoticeKind
from ticketdesk.models.tables import notice

MOST = 500
"""Unseen notices that a client loads; older ones wait in the database."""


def unseen(engine: Engine, me: PersonId) -> tuple[Notice, ...]:
    """Read the newest unseen notices, oldest first."""
    mine = select(notice).where(notice.c.person_id == me, notice.c.seen_at.is_(None))
    rows = engine.rows(mine.order_by(notice.c.id.desc()).limit(MOST))
    return tuple(_notice(row) for row in reversed(rows))


def of_events(engine: Engine, event_ids: Collection[int]) -> tuple[Notice, ...]:
    """Read what these events told the signed-in person."""
    if not event_ids:
        return ()
    told = select(notice).where(notice.c.event_id == func.any(literal(list(event_ids), ARRAY(BigInteger)))).order_by(notice.c.id)
    return tuple(_notice(row) for row in engine.rows(told))


def _notice(row: Row[Any]) -> Notice:
    seen = row.seen_at is not None
    return Notice(NoticeId(row.id), TicketId(row.ticket_id), row.own, NoticeKind(row.kind), row.at, actor_id=row.actor_id, seen=seen)
