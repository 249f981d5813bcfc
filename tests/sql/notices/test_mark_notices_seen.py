"""api.mark_notices_seen: everybody his own, once."""

from __future__ import annotations

from typing import Any

from tests.sql import expect
from tests.sql.desk import Desk
from ticketdesk.domain.commands import MarkNoticesSeen
from ticketdesk.domain.ids import NoticeId
from ticketdesk.domain.notices import NoticeKind


def told(desk: Desk, key: str) -> list[NoticeId]:
    rows = desk.rows("select id from td.notice where person_id = %s and seen_at is null order by id", desk.id(key))
    return [NoticeId(row["id"]) for row in rows]


def test_own_notices_once(desk: Desk) -> None:
    case = desk.record()
    assert desk.notices(case, NoticeKind.NEW_CASE) == {("coordinator", False), ("second_coordinator", False)}
    mine = told(desk, "coordinator")
    assert desk.do("coordinator", MarkNoticesSeen(tuple(mine))).detail == {"seen": len(mine)}
    assert desk.do("coordinator", MarkNoticesSeen(tuple(mine))).detail == {"seen": 0}
    assert told(desk, "coordinator") == []
    assert told(desk, "second_coordinator") != []


def test_foreign_and_absent_are_alike(desk: Desk) -> None:
    desk.record()
    theirs = told(desk, "second_coordinator")
    for key in ("requester", "handler", "coordinator", "admin", "auditor"):
        for ids in (tuple(theirs), (NoticeId(expect.ABSENT),), ()):
            assert desk.do(key, MarkNoticesSeen(ids)).detail == {"seen": 0}
    assert told(desk, "second_coordinator") == theirs


def test_bad_input(desk: Desk) -> None:
    expect.bad(desk, "coordinator", MarkNoticesSeen(tuple(NoticeId(n) for n in range(1001))), "notice_ids", why="too_long")
    nothing: Any = (None,)
    assert desk.do("coordinator", MarkNoticesSeen(nothing)).detail == {"seen": 0}
