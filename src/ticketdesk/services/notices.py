"""What the signed-in person was told and has not seen yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import BigInteger, Integer, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from ticketdesk.db.engine import Engine
from ticketdesk.db.question import Question
from ticketdesk.domain.ids import NoticeId, PersonId, TicketId
from ticketdesk.domain.notices import Notice, NoticeKind
from ticketdesk.models.tables import notice

MOST = 500
"""Unseen notices that a client loads; older ones wait in the database."""

_COLUMNS = (notice.c.id, notice.c.ticket_id, notice.c.own, notice.c.kind, notice.c.at, notice.c.actor_id, notice.c.seen_at, notice.c.data)
_ME = bindparam("me", type_=Integer, required=False)
_EVENTS = bindparam("events", type_=ARRAY(BigInteger), required=False)
_UNSEEN = Question(
    select(*_COLUMNS).where(notice.c.person_id == _ME, notice.c.seen_at.is_(None)).order_by(notice.c.id.desc()).limit(MOST)
)
_OF_EVENTS = Question(select(*_COLUMNS).where(notice.c.event_id == func.any(_EVENTS)).order_by(notice.c.id))


def unseen(engine: Engine, me: PersonId) -> tuple[Notice, ...]:
    """Read the newest unseen notices, oldest first."""
    return answered(reversed(_UNSEEN.ask(engine, {"me": int(me)})))


def asked_of(event_ids: Collection[int]) -> tuple[Question, Mapping[str, object]]:
    """Return the question what these events told the signed-in person; ``answered`` takes its answer."""
    return _OF_EVENTS, {"events": list(event_ids)}


def answered(rows: Iterable[tuple[Any, ...]]) -> tuple[Notice, ...]:
    """Return the notices of an answer."""
    return tuple(
        Notice(NoticeId(number), TicketId(ticket_id), own, NoticeKind(kind), at, actor_id=actor_id, seen=seen_at is not None, data=data)
        for number, ticket_id, own, kind, at, actor_id, seen_at, data in rows
    )
