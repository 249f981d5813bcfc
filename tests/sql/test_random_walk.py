"""Anybody wishes anything: after hundreds of random steps verdicts, log, the requester's face, events and notices still agree."""

from __future__ import annotations

import random

import psycopg
import pytest

from tests.sql.desk import Desk
from tests.sql.test_walk import COMMANDS
from ticketdesk.domain.commands import ReleaseEntry, RemindTicket, SetHidden, UndoMerge
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.rights import Relation, Verdict, may, relations
from ticketdesk.domain.states import public_state

pytestmark = pytest.mark.exhaustive
KEYS = ("requester", "colleague", "handler", "mate", "other_handler", "coordinator", "second_coordinator", "auditor")
WISHES = 250


def last_act(desk: Desk, case: TicketId) -> str:
    """What was done last, but for what that did to the parts of the case."""
    steps = "select what from td.log where ticket_id = %s and what <> 'part_moved' order by seq desc limit 1"
    return str(desk.row(steps, case)["what"])


def reminded(desk: Desk, case: TicketId) -> bool:
    """Tell whether whoever has the case now was reminded of it."""
    found = desk.rows(
        "select from td.log as l join td.ticket as t on t.id = l.ticket_id where t.id = %s and l.what = 'reminded'"
        " and l.data = jsonb_strip_nulls(jsonb_build_object('handler', t.handler_id, 'group', t.group_id))",
        case,
    )
    return found != []


def wish(desk: Desk, dice: random.Random, cases: list[TicketId]) -> str:
    """Let somebody wish something; returns the verdict after checking that it is the right one."""
    case = dice.choice(cases)
    ticket, persons = desk.seen(case), {key: desk.me(key) for key in KEYS}
    pairs = [(key, kind) for key in KEYS for kind in COMMANDS]
    if dice.random() < 0.7:
        pairs = [(key, kind) for key, kind in pairs if may(kind, persons[key], ticket) is Verdict.ALLOWED] or pairs
    key, kind = dice.choice(pairs)
    me = persons[key]
    own = Relation.REQUESTER in relations(me, ticket)
    version, public = ticket.version, desk.public_version(case)
    command = COMMANDS[kind](desk, case, version, public if own else version)
    if kind is SetHidden:
        command = SetHidden(case, version, dice.random() < 0.5)
    want = may(kind, me, ticket)
    if kind is UndoMerge and want is Verdict.WRONG_STATE and last_act(desk, case) == "merged":
        want = Verdict.ALLOWED
    code = want.value
    if kind is ReleaseEntry and want is Verdict.ALLOWED and desk.releasable(case) == 1:
        code = "TD422"  # nothing is left to release
    if kind is RemindTicket and want is Verdict.ALLOWED and reminded(desk, case):
        code = "TD422"  # a moment ago
    try:
        desk.do(key, command)
        got = ""
    except psycopg.Error as error:
        got = error.sqlstate or "?"
    assert got == code, f"{key} {command} in {ticket.state.name}"
    return got


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_everything_agrees_in_the_end(desk: Desk, seed: int) -> None:
    dice = random.Random(seed)
    cases = [desk.record(), desk.record("colleague"), desk.record("coordinator"), desk.record("handler"), desk.record(group_id=None)]
    cases.append(desk.record("coordinator", requester_id=desk.id("requester"), handler_id=desk.id("handler"), hidden=True))
    verdicts = [wish(desk, dice, cases) for _ in range(WISHES)]
    assert verdicts.count(Verdict.ALLOWED.value) > 100 and len(set(verdicts)) >= 5
    assert desk.faults() == []
    for case in cases:
        agree(desk, case)


def agree(desk: Desk, case: TicketId) -> None:
    """Check what must hold of a case after any story."""
    row, public, shown = desk.ticket_row(case), desk.public_row(case), desk.shown(case)
    log = desk.rows("select * from td.log where ticket_id = %s order by seq", case)
    events = desk.rows("select * from td.event where ticket_id = %s order by id", case)
    assert row["version"] == row["seq"] == len(log) == len(events)
    assert [event["seq"] for event in events] == [step["seq"] for step in log] == list(range(1, len(log) + 1))
    assert [step["seq"] for step in shown] == [step["seq"] for step in log if step["audience"] == 1]
    assert [step["ordinal"] for step in shown] == list(range(1, len(shown) + 1))
    assert public["version"] == public["ordinal"] == len(shown)
    ticket = desk.seen(case)
    assert public["state"] == public_state(ticket.state, ticket.waiting_reason)  # type: ignore[arg-type]  # the desk's face
    assert public["updated_at"] == shown[-1]["at"] <= row["updated_at"]
    assert len(set(row["participants"])) == len(row["participants"])
    assert row["handler_id"] is None or row["handler_id"] in row["participants"]
    people = {person.id: person for person in desk.office.people.values()}
    told = desk.rows("select * from td.notice where ticket_id = %s", case)
    for notice in told:
        assert not notice["own"] or (notice["person_id"] == row["requester_id"] and notice["actor_id"] is None)
        assert people[notice["person_id"]].person_class is not PersonClass.REQUESTER or notice["own"]
