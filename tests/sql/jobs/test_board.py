"""The dashboard's figures: the same as an independent count, whatever became of the cases; the list behind each is as long as it says."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest

from tests.sql.desk import Desk, Row
from tests.sql.jobs.test_durations import by_hand, follow, imported
from tests.sql.test_random_walk import wish
from tests.support.cluster import OfficeDb, Server
from ticketdesk.domain.board import BoardView, By
from ticketdesk.domain.commands import SetHidden
from ticketdesk.domain.ids import GroupId
from ticketdesk.domain.people import Group
from ticketdesk.server.office import filling
from ticketdesk.services.board import read
from ticketdesk.services.directory import Directory
from ticketdesk.ui.panes.board.summary import tile_looks
from ticketdesk.ui.panes.board.words import BoardWords, Opening

BERLIN = ZoneInfo("Europe/Berlin")
SINCE, UNTIL = date(2020, 1, 1), date(2030, 12, 31)

View = dict[str, Any]


@pytest.fixture(scope="module")
def worker(server: Server, shared_office: OfficeDb) -> Iterator[psycopg.Connection[Any]]:
    with server.cluster.connect(shared_office.database, "td_worker") as connection:
        yield connection


@pytest.fixture(scope="module")
def desk(shared_office: OfficeDb, worker: psycopg.Connection[Any]) -> Iterator[Desk]:
    """A seeded office with imported cases, promises, and what people did at random while the worker counted behind them."""
    filling.fill(shared_office.superuser, seed=11, cases=70, fresh=False)
    with Desk(shared_office) as desk:
        promise(desk)
        follow(worker)
        imported(desk)
        by_hand(desk)
        dice = random.Random(4)
        cases = [desk.record(), desk.record("colleague"), desk.record("coordinator"), desk.record(group_id=None)]
        cases.append(desk.record("coordinator", requester_id=desk.id("requester"), handler_id=desk.id("handler"), hidden=True))
        for step in range(80):
            wish(desk, dice, cases)
            if step % 20 == 0:
                follow(worker)
        own = desk.record("coordinator")
        desk.do("second_coordinator", SetHidden(own, 1, True))
        follow(worker)
        yield desk


def promise(desk: Desk) -> None:
    """A solution within an hour, a response within a minute: of what is done in a test some will be kept and some were missed long ago."""
    for measure, minutes in ((1, 1), (3, 60)):
        desk.behind.execute(
            "with one as (select nextval('td.commitment_id_seq')::integer as id) insert into td.commitment (id, family_id, name, measure,"
            " amount_minutes, business, valid_from) overriding system value select id, id, 'Prüfung', %s, %s, false, '2000-01-01' from one",
            [measure, minutes],
        )


def board(desk: Desk, key: str = "auditor", *, by: str = "month", **view: Any) -> dict[str, Any]:
    """Ask for the dashboard as somebody."""
    asked = {"since": SINCE, "until": UNTIL, "by": by} | view
    places = ", ".join(f"{name} => %s" for name in asked)
    row = desk.at(key).execute(f"select api.board({places})".encode(), list(asked.values())).fetchone()
    assert row is not None
    return dict(row[0])


def listed(desk: Desk, figure: str, key: str = "auditor", **more: Any) -> list[tuple[Any, ...]]:
    """Ask for the list behind a figure, page by page."""
    found: list[tuple[Any, ...]] = []
    while True:
        after = dict(zip(("after_at", "after_id", "after_nr"), (found[-1][1], *found[-1][::2]), strict=True)) if found else {}
        asked = {"since": SINCE, "until": UNTIL, "figure": figure, "rows": 37} | more | after
        places = ", ".join(f"{name} => %s" for name in asked)
        rows = desk.at(key).execute(f"select * from api.board_cases({places})".encode(), list(asked.values())).fetchall()
        found += rows
        if len(rows) < 37:
            break
    assert found == sorted(found, key=lambda row: (row[1], row[0], row[2]), reverse=True) and len(set(found)) == len(found)
    seen = {row[0] for row in desk.at(key).execute("select id from td.ticket").fetchall()}
    assert {row[0] for row in found} <= seen, "a list names what its reader may not see"
    return found


# The independent count: plain loops over the rows.


def day(at: datetime) -> date:
    return at.astimezone(BERLIN).date()


def ended(row: Row) -> datetime | None:
    if row["state"] < 8:
        return None
    return next(row[name] for name in ("answered_at", "closed_at", "updated_at") if row[name] is not None)  # type: ignore[no-any-return]


def fits(row: Row, view: View) -> bool:
    return all(view.get(name) is None or (row[name] or 0) == view[name] for name in ("customer_group_id", "group_id", "kind"))


def cases(desk: Desk, **view: Any) -> list[Row]:
    rows = desk.rows("select t.*, c.business_s from td.ticket as t left join td.case_time as c on c.ticket_id = t.id where t.way <> 2")
    return [row for row in rows if fits(row, view)]


def quantile(values: list[int], share: float) -> float:
    ordered, place = sorted(values), share * (len(values) - 1)
    low, high = math.floor(place), math.ceil(place)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def views(desk: Desk) -> list[View]:
    """No choice, each kind of choice, and all at once."""
    busy = Counter((row["customer_group_id"], row["group_id"], row["kind"]) for row in cases(desk) if row["group_id"])
    (customer, group, kind), _ = busy.most_common(1)[0]
    return [
        {}, {"customer_group_id": customer}, {"group_id": group}, {"kind": kind}, {"customer_group_id": customer, "group_id": group},
        {"customer_group_id": customer, "kind": kind}, {"customer_group_id": customer, "group_id": group, "kind": kind},
    ]  # fmt: skip


@pytest.fixture
def large_groups(desk: Desk) -> Iterator[None]:
    """Nobody is protected by small numbers here; that is tested by itself."""
    desk.behind.execute("create table public.kept as select * from td.group_member")
    desk.behind.execute(
        "insert into td.group_member select g.id, p.id from td.work_group as g,"
        " (select id from td.person where active and class in (1, 2) order by id limit 6) as p on conflict do nothing"
    )
    yield
    desk.behind.execute("delete from td.group_member")
    desk.behind.execute("insert into td.group_member select * from public.kept")
    desk.behind.execute("drop table public.kept")


def test_the_differences_are_what_a_count_from_nothing_gives(desk: Desk) -> None:
    facts, tallies = ("select * from td.board_fact order by 1", "select * from td.board_tally where n > 0 order by 1, 2, 3, 4, 5, 6, 7")
    before = desk.rows(facts), desk.rows(tallies)
    assert len(before[0]) > 80 and {row["figure"] for row in before[1]} == set(range(1, 12)) and not desk.rows(
        "select from td.board_tally where n < 1"
    )
    desk.behind.execute("select td.rebuild_board()")
    assert (desk.rows(facts), desk.rows(tallies)) == before


def test_whole_months_are_as_many_as_their_days(desk: Desk) -> None:
    """Of every stretch: within a month, from its first day, to its last, over several of them."""
    first, last = desk.row("select min(finished_on) as first, max(finished_on) as last from td.board_fact").values()
    stretches = [(first, last), (first - timedelta(days=1), last), (first, first)]
    stretches.append((first.replace(day=1), last.replace(day=1) - timedelta(days=1)))
    dice = random.Random(7)
    stretches += [tuple(sorted(first + timedelta(days=dice.randrange((last - first).days + 1)) for _ in range(2))) for _ in range(8)]
    found = 0
    for figure in range(5, 10):
        for since, until in stretches:
            days, months = (
                desk.rows(
                    "select customer_group_id, group_id, part, sum(n) as n"
                    " from td.tallied(row(null, null, null, null, null, null)::td.board_view, %s, %s, %s, true, true, %s)"
                    " group by 1, 2, 3 order by 1, 2, 3", figure, since, until, by_day,
                )
                for by_day in (True, False)
            )  # fmt: skip
            assert days == months
            found += len(days)
    assert found > 100


def test_counting_anew_by_hand_waits_for_the_worker(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    with worker.transaction():
        worker.execute("select td.follow_times(25)")
        desk.behind.execute("set lock_timeout = 1")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            desk.behind.execute("select td.rebuild_board()")
        desk.behind.execute("reset lock_timeout")


def test_where_all_change_the_counts_are_made_at_the_end(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    """Another way to count, as after other hours: while the worker is on its way the counts stay as they were, and it says so."""
    tallies = "select * from td.board_tally order by 1, 2, 3, 4, 5, 6, 7"
    before = desk.rows(tallies)
    desk.behind.execute("update td.board_fact set clock_bucket = clock_bucket + 1, reopened = not reopened")
    desk.behind.execute("select td.recount_times()")
    assert worker.execute("select td.follow_times(25)").fetchone() == (25,)
    assert board(desk)["counting"] is True and desk.rows(tallies) == before
    desk.behind.execute("update td.board_tally set n = n + 1")
    follow(worker)
    assert board(desk)["counting"] is False and desk.rows(tallies) == before
    # The same walk where nothing changed leaves them alone.
    row = "select ctid, xmin from td.board_tally order by 1"
    untouched = desk.rows(row)
    desk.behind.execute("select td.recount_times()")
    follow(worker)
    assert desk.rows(row) == untouched
    # Counts that do not add up, which nobody but a mistake makes, mend themselves on the same way.
    desk.behind.execute("update td.board_tally set n = 0")
    desk.behind.execute("update td.board_fact set clock_bucket = clock_bucket + 1 where clock_s is not null")
    desk.behind.execute("insert into td.time_due select min(ticket_id) from td.board_fact where clock_s is not null")
    follow(worker)
    assert desk.rows(tallies) == before


def test_a_case_that_is_no_longer_there_counts_no_longer(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    """As after an import that was undone: its events are all that is left."""
    tallies = "select * from td.board_tally order by 1, 2, 3, 4, 5, 6, 7"
    before = desk.rows(tallies)
    gone = 999_999_999
    desk.behind.execute(
        "create temporary table gone as select * from td.board_fact where moved <> '{}' limit 1; update gone set ticket_id = 999999999;"
        " insert into td.board_fact select * from gone;"
        " insert into td.board_tally as t select c.* from td.board_counts("
        "array(select f from td.board_fact as f where f.ticket_id = 999999999), '{}') as c"
        " on conflict (figure, level, customer_group_id, group_id, kind, day, part) do update set n = t.n + excluded.n; drop table gone"
    )
    assert desk.rows(tallies) != before
    desk.behind.execute(
        "insert into td.event (ticket_id, seq, what, audience, hidden, group_ids) values (%s, 1, 'import_undone', 0, false, '{}')", [gone]
    )
    follow(worker)
    assert desk.rows(tallies) == before and desk.rows("select from td.board_fact where ticket_id = %s", gone) == []


def test_what_is_open_now(desk: Desk, worker: psycopg.Connection[Any], large_groups: None) -> None:
    # None breaks while it is looked at. As other hours do it: the promises move without a step of their cases.
    soon = "ended_at is null and due_at < now() + interval '30 minutes'"
    desk.behind.execute(f"update td.clock set due_at = due_at - interval '2 days' where {soon}".encode())
    desk.behind.execute("select td.show_promise(t.id) from td.ticket as t where t.promise_due_at is not null")
    follow(worker)
    broken = [row for row in cases(desk) if row["state"] < 8 and pressing(row) < row["due_at"]]
    assert broken, "no promise comes before the other dates"
    for view in views(desk):
        now = desk.row("select now() as at")["at"]
        rows = [row for row in cases(desk, **view) if row["state"] < 8]
        told = board(desk, **view)["backlog"]
        late = [row for row in rows if pressing(row) < now]
        week = day(now) + timedelta(days=7 - day(now).isoweekday())
        assert told["open"] == len(rows) == len(listed(desk, "open", **view))
        assert told["overdue"] == len(late) == len(listed(desk, "overdue", **view))
        assert told["due_today"] == sum(day(pressing(r)) == day(now) for r in rows if pressing(r).year < 2200)
        assert told["due_week"] == sum(day(now) <= day(pressing(r)) <= week for r in rows if pressing(r).year < 2200)
        assert told["due_week"] == len(listed(desk, "due_week", **view)) and told["due_today"] == len(listed(desk, "due_today", **view))
        assert dict(told["states"]) == Counter(row["state"] for row in rows)
        assert all(n == len(listed(desk, "state", first=state, **view)) for state, n in told["states"])
        groups, late_groups = (Counter(row["group_id"] or 0 for row in some) for some in (rows, late))
        assert told["groups"] == [[group, n, late_groups[group]] for group, n in sorted(groups.items())]
        for group, n, overdue in told["groups"]:
            asked = {"first": group} | view
            assert (len(listed(desk, "group", **asked)), len(listed(desk, "group_overdue", **asked))) == (n, overdue)
        ages = [age(row, now) for row in rows]
        assert told["ages"] == [[n, ages.count(n), [age(row, now) for row in late].count(n)] for n in range(6)]
        for n, (youngest, oldest) in enumerate(((0, 0), (1, 1), (2, 3), (4, 7), (8, 14), (15, 20000))):
            days = {"from_day": max(day(now) - timedelta(days=oldest), date(1990, 1, 1)), "to_day": day(now) - timedelta(days=youngest)}
            assert told["ages"][n][1:] == [len(listed(desk, "open", **days, **view)), len(listed(desk, "overdue", **days, **view))]


def pressing(row: Row) -> datetime:
    """Return what is due next of a case: its date, word that was promised to the requester, or the promise that runs."""
    running = row["promise_due_at"] if row["promise_stopped_at"] is None else None
    return min(at for at in (row["due_at"], row["promised_at"], running) if at is not None)


def age(row: Row, now: datetime) -> int:
    days = (day(now) - day(row["recorded_at"])).days
    return next((n for n, most in enumerate((0, 1, 3, 7, 14)) if days <= most), 5)


@pytest.mark.parametrize("by", ["day", "week", "month"])
def test_new_against_finished(desk: Desk, large_groups: None, by: str) -> None:
    until = day(desk.row("select now() as at")["at"])
    since = until - timedelta(days={"day": 200, "week": 400, "month": 3000}[by])
    for view in views(desk)[:4:3]:
        rows = cases(desk, **view)
        steps = board(desk, by=by, since=since, until=until, **view)["flow"]
        assert (steps[0][0], steps[-1][1]) == (since.isoformat(), until.isoformat())
        busy = [step for step in steps if step[2] or step[3]]
        assert len(busy) > 4
        for first, last, came, went, stays in steps:
            start, end = date.fromisoformat(first), date.fromisoformat(last)
            assert came == sum(start <= day(row["recorded_at"]) <= end for row in rows)
            assert went == sum(start <= day(at) <= end for row in rows if (at := ended(row)))
            assert stays == sum(day(row["recorded_at"]) <= end and not ((at := ended(row)) and day(at) <= end) for row in rows)
        for first, last, came, went, stays in busy[:6]:
            days = {"from_day": first, "to_day": last, "since": since, "until": until} | view
            assert [came, went, stays] == [len(listed(desk, figure, **days)) for figure in ("new", "finished", "stood")]


def test_what_was_finished_and_how_long_it_took(desk: Desk, large_groups: None) -> None:
    for view in views(desk):
        rows = [row for row in cases(desk, **view) if (at := ended(row)) and SINCE <= day(at) <= UNTIL]
        told = board(desk, **view)["work"]
        again = [row for row in rows if row["reopened"] > 0]
        assert (told["finished"], told["reopened"]) == (len(rows), len(again))
        assert (len(rows), len(again)) == (len(listed(desk, "finished", **view)), len(listed(desk, "reopened", **view)))
        solved = [row for row in rows if row["state"] in (8, 9) and row["answered_at"] is not None]
        clock = [int((row["answered_at"] - row["recorded_at"]).total_seconds()) for row in solved]
        business = [row["business_s"] for row in solved if row["business_s"] is not None]
        for name, values, figure in (("clock", clock, "solved"), ("business", business, "worked")):
            assert told[name]["n"] == len(values) == len(listed(desk, figure, **view)) > 0
            for quantile_name, share in (("median", 0.5), ("p90", 0.9), ("p95", 0.95)):
                assert told[name][quantile_name] == pytest.approx(quantile(values, share), abs=1e-6)


def test_promises_kept_and_missed(desk: Desk, large_groups: None) -> None:
    clocks = desk.rows(
        "select k.*, t.customer_group_id, t.group_id as at_group, t.kind from td.clock as k join td.ticket as t on t.id = k.ticket_id"
        " where k.group_id is null and k.kept is not null and not k.void and t.way <> 2"
    )
    for view in views(desk):
        rows = [row for row in clocks if fits(row | {"group_id": row["at_group"]}, view) and SINCE <= day(row["ended_at"]) <= UNTIL]
        told = board(desk, **view)["work"]["promises"]
        counted = Counter((row["customer_group_id"], row["measure"], row["kept"]) for row in rows)
        keys = sorted({key[:2] for key in counted})
        assert told == [[*key, counted[*key, True], counted[*key, False]] for key in keys]
        for customer, measure, kept, missed in told[:4]:
            asked = view | {"customer_group_id": customer, "first": measure}
            assert [len(listed(desk, "promised", second=n, **asked)) for n in (1, 0)] == [kept, missed]
    assert any(row["kept"] for row in clocks) and not all(row["kept"] for row in clocks)


def test_who_hands_to_whom(desk: Desk, large_groups: None) -> None:
    moves = desk.rows(
        "select h.*, t.customer_group_id, t.kind from td.hand_over as h join td.ticket as t on t.id = h.ticket_id where t.way <> 2"
    )
    assert any(row["back"] for row in moves)
    for view in views(desk):
        group = view.get("group_id")
        rows = [
            row for row in moves
            if SINCE <= day(row["at"]) <= UNTIL and fits(row | {"group_id": group}, view)
            and group in (None, row["from_group_id"], row["to_group_id"])
        ]  # fmt: skip
        pairs = Counter((row["from_group_id"], row["to_group_id"]) for row in rows)
        back = Counter((row["from_group_id"], row["to_group_id"]) for row in rows if row["back"])
        told = board(desk, **view)["hand_overs"]
        assert told == [[*pair, n, back[pair]] for pair, n in sorted(pairs.items())]
        for source, target, n, again in told[:3]:
            asked = {"first": source, "second": target} | view
            assert [len(listed(desk, figure, **asked)) for figure in ("moved", "moved_back")] == [n, again]


def test_every_number_on_the_screen_opens_a_list_of_as_many_rows(desk: Desk, large_groups: None) -> None:
    groups = [Group(GroupId(row["id"]), row["name"]) for row in desk.rows("select * from td.work_group")]
    directory = Directory(groups={one.id: one for one in groups})
    until = day(desk.row("select now() as at")["at"])
    words = BoardWords(lambda: directory)
    for asked in views(desk)[:3]:
        view = {"since": until - timedelta(days=700), "until": until} | asked
        told = read(board(desk, by="month", **view))
        shown = BoardView(view["since"], until, By.MONTH)
        looks = tile_looks(words, told)
        openings = [one for look in looks for one in (look.opening, look.meaning_opening) if one is not None]
        for figures in (
            words.throughput(told, shown, whole=True), words.ages(told), words.states(told), words.groups(told), words.promises(told),
            words.promises_in_numbers(told), words.durations(told), words.hand_overs(told), words.hand_overs_in_numbers(told),
        ):  # fmt: skip
            openings += [value.key for place in figures.places() if (value := figures.value(place)) and isinstance(value.key, Opening)]
        assert len(openings) > 40
        for one in set(openings):
            behind = one.behind
            named = {"first": behind.first, "second": behind.second, "from_day": behind.from_day, "to_day": behind.to_day}
            if behind.customer_group_id is not None:
                named["customer_group_id"] = behind.customer_group_id
            assert len(listed(desk, behind.figure.value, **(view | named))) == one.n, one


def test_nobody_counts_the_hidden_case_that_he_reported_himself(desk: Desk) -> None:
    hidden = desk.row("select count(*) as n from td.ticket where hidden and requester_id = %s and state < 8", desk.id("coordinator"))["n"]
    assert hidden >= 1
    everything = board(desk)["backlog"]["open"]
    assert board(desk, "coordinator")["backlog"]["open"] == everything - hidden == len(listed(desk, "open", "coordinator"))
    came = {key: sum(step[2] for step in board(desk, key)["flow"]) for key in ("auditor", "coordinator", "second_coordinator")}
    assert came["auditor"] == came["second_coordinator"] > came["coordinator"] == len(listed(desk, "new", "coordinator"))


def test_of_a_small_group_there_are_no_figures_about_its_work(desk: Desk) -> None:
    small = set(board(desk)["small_groups"])
    sizes = {row["id"]: row["n"] for row in desk.rows("select group_id as id, count(*) as n from td.group_member group by 1")}
    assert small and {group for group, n in sizes.items() if n < 5} <= small
    told = board(desk, group_id=min(small))
    assert told["work"] == {"small": True} and told["flow"] == [] and told["backlog"]["states"] is not None
    for figure in ("finished", "solved", "worked", "reopened", "promised", "stood"):
        with pytest.raises(psycopg.Error) as refusal:
            listed(desk, figure, group_id=min(small))
        assert refusal.value.sqlstate == "TD422"


def test_what_is_left_over_is_no_small_group_either(desk: Desk, large_groups: None) -> None:
    assert board(desk)["small_groups"] == []
    lonely = desk.row("select min(id) as id from td.work_group")["id"]
    desk.behind.execute("create temporary table was as select * from td.group_member where group_id = %s", [lonely])
    others = "person_id <> (select min(person_id) from td.group_member)"
    desk.behind.execute(f"delete from td.group_member where group_id = %s and {others}".encode(), [lonely])
    small = board(desk)["small_groups"]
    desk.behind.execute("insert into td.group_member select * from was on conflict do nothing")
    # One group of one: without a second one it would be all figures less those of the others.
    assert lonely in small and len(small) == 2


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"since": date(2026, 1, 2), "until": date(2026, 1, 1)}, "until"), ({"since": date(1600, 1, 1)}, "since"), ({"by": "year"}, "by"),
        ({"by": "day"}, "until"), ({"kind": 9}, "kind"), ({"since": "infinity"}, "since"),
    ],
)  # fmt: skip
def test_bad_questions_get_a_field(desk: Desk, asked: View, field: str) -> None:
    with pytest.raises(psycopg.Error) as refusal:
        board(desk, **asked)
    assert (refusal.value.sqlstate, f'"field": "{field}"' in str(refusal.value.diag.message_detail)) == ("TD422", True)


def test_another_midnight_counts_the_days_anew(desk: Desk, worker: psycopg.Connection[Any]) -> None:
    move = (
        "update td.calendar set zone = %s, version = version + 1, laid_version = version + 1"
        " where id = (select calendar_id from td.office)"
    )
    before = desk.rows("select recorded_on from td.board_fact order by ticket_id")
    desk.behind.execute(move, ["Pacific/Auckland"])
    follow(worker, 500)
    assert desk.rows("select recorded_on from td.board_fact order by ticket_id") != before
    desk.behind.execute(move, ["Europe/Berlin"])
    follow(worker, 500)
    assert desk.rows("select recorded_on from td.board_fact order by ticket_id") == before


