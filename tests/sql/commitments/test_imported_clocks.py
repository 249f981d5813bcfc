"""Clocks of imported cases are computed in memory, case by case; here each is gone through again step by step, as people's steps are."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.support.cluster import OfficeDb, Server
from ticketdesk.server import calendars

BEGAN = datetime(2026, 3, 2, 9, tzinfo=UTC)
GROUPS = ("Team A", "Team B", "Team C")
COMPARED = (
    "select ticket_id, commitment_id, measure, group_id, calendar_id, started_at, due_at, stopped_at, ended_at, kept, void from td.clock"
    " order by ticket_id, id"
)
PAUSES = "select ticket_id, since, until, reason from td.pause order by ticket_id, since"
STEP_BY_STEP = """
do $$
declare
    v_log record;
    v_case td.ticket;
    v_old td.ticket;
    v_new td.ticket;
begin
    delete from td.clock;
    delete from td.pause;
    for v_case in select t.* from td.ticket as t order by t.id loop
        v_old := null;
        v_new := v_case;
        for v_log in
            select l.at, (l.data ->> 'state')::smallint as state, (l.data ->> 'group')::integer as group_id, e.detail ->> 'reason' as reason
            from td.log as l join td.entry as e using (ticket_id, seq) where l.ticket_id = v_case.id order by l.seq
        loop
            v_new.state := v_log.state;
            v_new.group_id := v_log.group_id;
            v_new.waiting_reason := v_log.reason::smallint;
            perform td.follow_clocks(v_old, v_new, td.new_step(null, 4::smallint, 'imported', 0), v_log.at);
            v_old := v_new;
        end loop;
    end loop;
end
$$
"""

_SHOWN = b"select promise_due_at, promise_stopped_at, promise_minutes, promise_measure, promise_internal from td.ticket order by id"


def case(number: int, random: Random) -> dict[str, Any]:
    """Return a case with steps that often fall on one moment, stand still, end and begin again."""
    at, steps = BEGAN + timedelta(minutes=random.randrange(3000)), list[dict[str, Any]]()
    for _ in range(random.randrange(1, 10)):
        state = random.choice((1, 4, 5, 5, 6, 6, 8, 9, 10))
        reason = random.randrange(1, 5) if state == 6 else None
        steps.append({
            "at": at.isoformat(), "state": state, "reason": reason, "group": random.choice(GROUPS),
            # What a step stood for, so that it can be gone through again.
            "words": {"reason": str(reason)} if reason else {},
        })  # fmt: skip
        at += timedelta(minutes=random.choice((0, 0, 7, 100, 600, 4000)))
    return {"external_ref": f"C-{number}", "subject": "x", "kind": 1, "priority": random.choice((1, 2)), "steps": steps}


@pytest.mark.parametrize("targets", [False, True])
def test_an_import_leaves_the_clocks_that_its_steps_would_have_left(office_db: OfficeDb, server: Server, targets: bool) -> None:
    batch = {"customer_group": "Früher", "groups": list(GROUPS), "cases": [case(number, Random(number)) for number in range(70)]}
    with office_db.superuser() as superuser:
        superuser.execute("insert into td.calendar (name, zone, region) values ('Werkstage', 'Europe/Berlin', '')")
        superuser.execute("insert into td.calendar_hours select c.id, d, 480, 1020 from td.calendar as c, generate_series(0, 4) as d")
        superuser.execute("update td.office set calendar_id = (select id from td.calendar)")
        superuser.execute("insert into td.work_group (name, source) select n, 1 from unnest(%s::text[]) as n", [list(GROUPS)])
        with pytest.MonkeyPatch.context() as patch, server.cluster.connect(office_db.database, "td_worker") as worker:
            patch.setattr(calendars, "SINCE", date(2025, 1, 1))
            calendars.lay_calendars(worker)
        promise(superuser, targets=targets)
        with office_db.connect("admin") as admin:
            answer = admin.execute("select (api.import_cases(%s, %s::jsonb)).detail", [uuid4(), json.dumps(batch)]).fetchone()
        assert answer == ({"imported": 70, "present": 0, "refused": []},)
        clocks, pauses = superuser.execute(COMPARED).fetchall(), superuser.execute(PAUSES).fetchall()
        shown = superuser.execute(_SHOWN).fetchall()
        superuser.execute(STEP_BY_STEP.encode())
        assert superuser.execute(PAUSES).fetchall() == pauses
        assert superuser.execute(COMPARED).fetchall() == clocks and len(clocks) > 150
        superuser.execute("select td.show_promise(t.id) from td.ticket as t")
        again = superuser.execute(_SHOWN)
        assert again.fetchall() == shown and any(row[0] for row in shown)


def promise(connection: psycopg.Connection[Any], *, targets: bool) -> None:
    """Promise each measure, in business and clock time, and let groups owe each other something."""
    rows = [(1, 60, False, None, "{}"), (2, 600, True, None, "{1,2}"), (3, 2000, True, 2, "{1,3}"), (3, 500, True, 1, "{2}")]
    for measure, minutes, business, priority, stops in rows:
        connection.execute(
            "with one as (select nextval('td.commitment_id_seq')::integer as id) insert into td.commitment"
            " (id, family_id, name, measure, amount_minutes, business, priority, stops, valid_from) overriding system value"
            " select id, id, 'Zusage', %s, %s, %s, %s, %s, '2000-01-01' from one",
            [measure, minutes, business, priority, stops],
        )
    if targets:
        connection.execute(
            "insert into td.commitment (id, family_id, name, measure, group_id, amount_minutes, business, stops, valid_from)"
            " overriding system value select nextval('td.commitment_id_seq')::integer, currval('td.commitment_id_seq')::integer,"
            " 'Ziel', m, g.id, 240, true, '{4}', '2000-01-01'"
            " from td.work_group as g, unnest(array[1, 3]) as m where g.name in ('Team A', 'Team B')"
        )
