"""The dashboard: its figures at once, what they cost whoever writes, and how soon a change is in them.

What was laid knows no durations, promises or hand-overs: they are laid here, spread as in an office, before the counts are made of them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median
from typing import Any

import psycopg

from bench.measure import Figure, Series, once, side_by_side
from bench.office import Office
from ticketdesk.domain.board import BoardView, fitting
from ticketdesk.domain.commands.ticket import RecordTicket
from ticketdesk.domain.ids import GroupId
from ticketdesk.domain.states import Kind
from ticketdesk.services.session import Session

GOAL_MS, WRITE_COST, LIVE_MS = 100.0, 1.05, 2000.0
WRITES = 160
LAY = """
set session_replication_role = replica;
-- The worker has nothing left to walk through: what it would count of these logs is laid below.
update td.time_state set filled_to = 9000000000000000000, rules = td.time_rules(), seen = pg_current_snapshot(), looked_at = now();
delete from td.time_due;
-- From a minute to two months, most of them within two days, as real logs have it.
update td.ticket set answered_at = least(recorded_at + interval '1 minute' * exp(2 + 2.2 * (hashint8(id) & 65535) / 16384.0), now())
where state in (8, 9);
delete from td.case_time;
insert into td.case_time (ticket_id, state, state_since, open_since, received_at, answered_at, ended_at, clock_s, business_s,
    waiting_clock_s, waiting_business_s, states_clock_s, states_business_s, hand_overs, handed_back, reopened)
select t.id, t.state, t.updated_at, case when t.state < 8 then t.updated_at end, t.recorded_at,
    case when t.state >= 8 then coalesce(t.answered_at, t.updated_at) end, null, s.s, (s.s * 0.28)::bigint, 0, 0, array_fill(0, array[7]),
    array_fill(0, array[7]), 0, 0, 0
from td.ticket as t cross join lateral (select coalesce(extract(epoch from t.answered_at - t.recorded_at), 0)::bigint as s) as s;
delete from td.hand_over;
insert into td.hand_over (ticket_id, seq, at, from_group_id, to_group_id, back)
select t.id, n, t.recorded_at + interval '1 hour' * n, a.id, b.id, n = 2
from td.ticket as t cross join generate_series(1, 2) as n
join (select id, row_number() over (order by id) - 1 as nr, count(*) over () as many from td.work_group) as a on a.nr = (t.id + n) % a.many
join (select id, row_number() over (order by id) - 1 as nr, count(*) over () as many from td.work_group) as b
    on b.nr = (t.id + n + 1 + t.id % 3) % b.many
where a.id <> b.id and t.id % 3 > 0;
with one as (select nextval('td.commitment_id_seq')::integer as id)
insert into td.commitment (id, family_id, name, measure, amount_minutes, business, valid_from) overriding system value
select id, id, 'Lösung in zwei Tagen', 3, 2880, false, '2000-01-01' from one;
insert into td.clock (ticket_id, commitment_id, measure, started_at, due_at, tell_at, ended_at, kept)
select t.id, (select max(id) from td.commitment), 3, t.recorded_at, t.recorded_at + interval '2 days', t.recorded_at + interval '2 days',
    t.answered_at, t.answered_at <= t.recorded_at + interval '2 days'
from td.ticket as t where t.state in (8, 9);
update td.commitment set valid_until = now() - interval '1 second';
set session_replication_role = origin;
"""


def figures(office: Office, *, runs: int = 40) -> Iterator[Figure]:
    """Measure everything; the office is another one afterwards, so that this comes last."""
    with office.superuser() as connection:
        connection.execute(LAY.encode())
        began = time.perf_counter()
        connection.execute("select td.rebuild_board()")
        made = (time.perf_counter() - began) * 1000
        connection.execute("vacuum (analyze) td.board_fact")
        connection.execute("vacuum (analyze) td.board_tally")
        connection.execute("analyze td.clock, td.hand_over, td.case_time, td.ticket")
        rows = connection.execute("select count(*) from td.board_tally").fetchone()
        assert rows is not None
        yield Figure("dashboard counted from nothing", office.tickets, made / 1000, 600.0, unit="s", remark=f"{rows[0]:,} counts")
    session = office.coordinator.session()
    yield from _reads(office, session, runs)
    yield _writes(office, session)
    yield _live(office, session)
    session.close()


def _reads(office: Office, session: Session, runs: int) -> Iterator[Figure]:
    today = date.today()
    with office.superuser() as connection:
        group = GroupId(_one(connection, "select min(id) from td.work_group"))
    month, year = today - timedelta(days=27), today - timedelta(days=364)
    views = {
        "four weeks": BoardView(month, today, fitting(month, today)),
        "a year": BoardView(year, today, fitting(year, today)),
        "four weeks, one group": BoardView(month, today, fitting(month, today), group_id=group),
        "four weeks, one group and kind": BoardView(month, today, fitting(month, today), group_id=group, kind=Kind.INCIDENT),
    }
    told = side_by_side([lambda view=view: session.board(view) for view in views.values()], runs=runs)  # type: ignore[misc]
    for word, series in zip(views, told, strict=True):
        yield Figure(f"dashboard, all figures, {word}", office.tickets, series.median, GOAL_MS, p95=series.p95)


def _writes(office: Office, session: Session) -> Figure:
    """What whoever writes pays for it: new tickets while the worker counts them for the dashboard, and while it does not."""
    new = RecordTicket(Kind.INCIDENT, "Scanner im Lager zwei", "Der Scanner liest seit heute keine Codes mehr.")
    times: dict[bool, list[float]] = {True: [], False: []}
    with office.superuser() as connection:
        text = _text(connection, "select pg_get_functiondef('td.write_board'::regproc)")
        asleep = text[: text.index("declare")] + "begin\n    null;\nend\n$function$\n"
        for turn in range(8):
            # Neither goes first more often: what was laid before is still being written out, which whoever comes first would pay.
            counting = turn % 4 in (0, 3)
            connection.execute((text if counting else asleep).encode())
            time.sleep(1.2)
            times[counting] += [once(lambda: session.run(new)) for _ in range(WRITES // 4)]
        connection.execute(text.encode())
        connection.execute("select td.recount_times()")
        connection.execute("update td.time_state set filled_to = 9000000000000000000")
        connection.execute("select td.rebuild_board()")
    ours, floor = Series(tuple(times[True])), Series(tuple(times[False]))
    return Figure(
        "create a ticket while the dashboard is counted", office.tickets, ours.median, WRITE_COST, floor=floor.median, p95=ours.p95,
        remark="floor: while it is not",
    )  # fmt: skip


def _live(office: Office, session: Session, *, times: int = 12) -> Figure:
    """From a commit until the dashboard says it: the worker's look and the answer; a client asks 0.9 s after it heard, or again."""
    today = date.today()
    view = BoardView(today, today)
    taken = []
    for number in range(times):
        time.sleep(0.13 * number % 1.0)
        before = session.board(view).open
        session.run(RecordTicket(Kind.INCIDENT, "Scanner im Lager zwei", "Liest nicht."))
        began = time.perf_counter()
        while session.board(view).open <= before:
            time.sleep(0.02)
        taken.append((time.perf_counter() - began) * 1000)
    series = Series(tuple(taken))
    worst = f"worst {series.worst:,.0f} ms"
    return Figure("a change is in the dashboard", office.tickets, median(taken), LIVE_MS, p95=series.p95, remark=worst)


def _one(connection: psycopg.Connection[Any], question: str) -> int:
    row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return int(row[0])


def _text(connection: psycopg.Connection[Any], question: str) -> str:
    row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return str(row[0])
