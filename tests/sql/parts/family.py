"""Cases with parts, and what must always hold of both."""

from __future__ import annotations

from typing import Any

from tests.sql.desk import COUNT_PARTS, Desk, Row
from ticketdesk.domain.commands import CommissionParts, ReportBack, TakeOver
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.states import State


def clarifying(desk: Desk, **columns: object) -> TicketId:
    """A case that a coordinator has in pre-clarification."""
    case, coordinator = desk.record(), desk.id("coordinator")
    desk.force(case, **({"state": State.CLARIFYING, "coordinator_id": coordinator, "participants": [coordinator]} | columns))
    return case


def wish(order: str = "Bitte prüfen", **words: Any) -> dict[str, object]:
    """One part as the command carries it."""
    return {"order_text": order, **words}


def split(desk: Desk, case: TicketId, *wishes: dict[str, object], key: str = "coordinator", wait: bool = False) -> list[TicketId]:
    """Commission parts; returns their numbers in order."""
    before = {row["id"] for row in children(desk, case)}
    desk.do(key, CommissionParts(case, desk.version(case), wishes, wait))
    return [row["id"] for row in children(desk, case) if row["id"] not in before]


def to_handlers(desk: Desk, case: TicketId, *keys: str, **words: Any) -> list[TicketId]:
    """Commission one part for each of these."""
    return split(desk, case, *(wish(handler_id=desk.id(key)) for key in keys), **words)


def children(desk: Desk, case: TicketId) -> list[Row]:
    """The parts of a case behind the scenes."""
    return desk.rows("select * from td.ticket where parent_id = %s order by id", case)


def answered(desk: Desk, part: TicketId, key: str, text: str = "Befund") -> None:
    """Let a handler take a part over and report."""
    desk.do(key, TakeOver(part, desk.version(part)))
    desk.do(key, ReportBack(part, desk.version(part), text))


def states(desk: Desk, *cases: TicketId) -> list[State]:
    """Where cases stand."""
    return [State(desk.ticket_row(case)["state"]) for case in cases]


def counts(desk: Desk, case: TicketId) -> tuple[int, int, int, int]:
    """Total, open, back, blocking, as the case counts them."""
    row = desk.ticket_row(case)
    return row["parts_total"], row["parts_open"], row["parts_back"], row["parts_blocking"]


def counted(desk: Desk) -> None:
    """Every case counts its parts as one finds them by counting rows."""
    names = "id, parts_total, parts_open, parts_back, parts_blocking"
    held = desk.rows(f"select {names} from td.ticket order by id")
    with desk.behind.transaction(force_rollback=True):
        desk.behind.execute("set local session_replication_role = replica")
        desk.behind.execute(COUNT_PARTS)
        again = desk.rows(f"select {names} from td.ticket order by id")
    totals = {row["parent_id"]: row["n"] for row in desk.rows("select parent_id, count(*) as n from td.ticket where way = 2 group by 1")}
    assert held == again
    assert all(row["parts_total"] == totals.get(row["id"], 0) for row in held)


def proof(desk: Desk) -> None:
    """Counters and chains hold."""
    counted(desk)
    assert desk.faults() == []
