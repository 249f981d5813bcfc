"""Random trees of parts: after any steps in them the counters are what one counts, and nothing open hangs below what has ended."""

from __future__ import annotations

import random

import psycopg
import pytest

from tests.sql.desk import Desk, Row
from tests.sql.parts.family import clarifying, proof, wish
from ticketdesk.domain.commands import (
    AcceptPart,
    AssignTicket,
    Command,
    CommentPart,
    CommissionParts,
    GiveBack,
    RecallPart,
    RecordPartAnswer,
    ReportBack,
    ReturnPart,
    SendAnswer,
    TakeOver,
)
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.rights import Verdict, may

pytestmark = pytest.mark.exhaustive
KEYS = ("handler", "mate", "other_handler", "coordinator", "second_coordinator")
STEPS = 120


def some_wishes(desk: Desk, dice: random.Random, key: str) -> tuple[dict[str, object], ...]:
    whom = [{"handler_id": desk.id(other)} for other in KEYS if other != key]
    whom += [{"group_id": desk.group("Technik")}, {"contact": "Druckprofi"}]
    return tuple(wish(blocking=dice.random() < 0.7, **dice.choice(whom)) for _ in range(dice.randint(1, 3)))


def some_command(desk: Desk, dice: random.Random, key: str, case: TicketId) -> Command:
    version = desk.version(case)
    reason = dice.choice(("", "Es eilt"))
    return dice.choice(
        (
            CommissionParts(case, version, some_wishes(desk, dice, key), dice.random() < 0.5), RecallPart(case, version, reason),
            AcceptPart(case, version), ReturnPart(case, version, "Was fehlt"), TakeOver(case, version), TakeOver(case, version),
            ReportBack(case, version, "Befund", reason), ReportBack(case, version, "Befund", reason), GiveBack(case, version),
            RecordPartAnswer(case, version, "Von außen"), CommentPart(case, "Anmerkung"),
            AssignTicket(case, version, group_id=desk.group("Technik")),
            *((SendAnswer(case, version, "Antwort", "Lösung", parts_reason=reason),) if dice.random() < 0.05 else ()),
        )
    )  # fmt: skip


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_trees(desk: Desk, seed: int) -> None:
    dice = random.Random(seed)
    roots = [clarifying(desk), clarifying(desk, hidden=True)]
    done = deepest = 0
    for _ in range(STEPS):
        cases: list[Row] = desk.rows("select id, depth from td.ticket where coalesce(root_id, id) = any(%s) and depth < 5", roots)
        for _ in range(12):
            case, key = dice.choice(cases)["id"], dice.choice(KEYS)
            command = some_command(desk, dice, key, case)
            if may(type(command), desk.me(key), desk.seen(case)) is Verdict.ALLOWED:
                break
        want = may(type(command), desk.me(key), desk.seen(case))
        given = getattr(command, "parts_reason", "") != ""
        try:
            desk.do(key, command)
            got, done = "", done + 1
        except psycopg.Error as error:
            got = error.sqlstate or "?"
        if got == "TD411" and isinstance(command, CommissionParts) and command.wait:
            continue  # waiting is another transition than commissioning
        if got == "TD411" and isinstance(command, ReturnPart):
            continue  # below a case that has ended
        assert got == ("" if want is Verdict.OPEN_PARTS and given else want.value), f"{key} {command}"
    deepest = desk.row("select max(depth) as n from td.ticket where root_id = any(%s)", roots)["n"]
    assert done > STEPS / 2 and deepest >= 2
    orphans = desk.rows(
        "select p.id from td.ticket as p join td.ticket as c on c.id = p.parent_id"
        " where p.is_open and (c.state in (9, 10, 11) or p.blocking and p.state <> 7 and c.state = 8)"
    )
    assert orphans == []
    waiting = desk.rows("select id from td.ticket where state = 6 and waiting_reason = 3 and parts_blocking = 0")
    assert waiting == [], "a case waits for parts that no longer exist"
    proof(desk)
