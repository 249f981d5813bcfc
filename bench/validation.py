"""``make validate``: imports the real incident log and the closed problems, then says of the database's figures and of an independent count
of the raw files whether they are the same, to the number. The count below shares no code with the product: plain rows, plain days.
"""

from __future__ import annotations

import argparse
import csv
import io
import math
import os
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import psycopg

from bench import report, server
from bench.replay import DATA, LOG
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.report import Period, ReportKind, ReportWish
from ticketdesk.server import provision
from ticketdesk.server.admin import office
from ticketdesk.server.calendars import lay_calendars
from ticketdesk.server.local import read_state
from ticketdesk.server.provision import NewPerson
from ticketdesk.services.exchange.command import Wish, run
from ticketdesk.services.session import Address, Session, sign_in

PROBLEMS = DATA / "logs" / "bpic2013_volvo_closed_problems_BPI13C.csv"
DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "validation.md"
BERLIN = ZoneInfo("Europe/Berlin")
TARGETS = {"Major": 4, "High": 8, "Medium": 24, "Low": 40}
"""Hours of working time by impact: 4 h, one, three and five days of eight hours."""
PRIORITIES = {"Major": 4, "High": 3, "Medium": 2, "Low": 1}
MONTHS = (date(2012, 3, 1), date(2012, 4, 1))
REPORTED = {
    "received": "received", "answered": "answered", "closed": "closed", "withdrawn": "withdrawn", "reopened": "opened again",
    "kept": "promises kept", "missed": "promises missed", "hours": "report to answer, median hours",
    "hours_90": "report to answer, 90 % hours",
}  # fmt: skip
Row = dict[str, str]
Line = tuple[str, object, object]


def main() -> int:
    """Import, count twice, compare; returns 1 when a figure differs."""
    from bench import validation_board  # it counts with what stands here

    parser = argparse.ArgumentParser(prog="validate", description=__doc__)
    parser.add_argument("--keep", action="store_true", help="renew docs/validation.md")
    asked = parser.parse_args()
    for path in (LOG, PROBLEMS):
        if not path.exists():
            print(f"{path} is not here; name the folder of the data with TICKETDESK_DATA.", file=sys.stderr)
            return 2
    with server.running() as folder:
        with office(folder) as connection:
            with connection.transaction():
                promise(connection)
            told = imported(folder, connection)
            place = report.machine(f"{connection.info.server_version // 10000}.{connection.info.server_version % 10000}")
            cases = incident_rows()
            lines = [*incidents(connection, cases), *told, *problems(connection),
                     *validation_board.figures(folder, connection, cases)]
            worst = ten_worst(connection)
    text = written(place, lines, worst)
    print(text)
    if asked.keep:
        DOCUMENT.write_text(text, "utf-8")
    return int(any(ours != theirs for _, ours, theirs in lines))


def promise(connection: psycopg.Connection[Any]) -> None:
    """Lay the calendar and the four targets before anything is imported."""
    connection.execute("insert into td.calendar (name, zone, region) values ('Werkstage', 'Europe/Berlin', '')")
    connection.execute(
        "insert into td.calendar_hours select c.id, d, h[1], h[2] from td.calendar as c, generate_series(0, 4) as d,"
        " (values (array[480, 720]), (array[780, 1020])) as s (h)"
    )
    connection.execute("update td.office set calendar_id = (select id from td.calendar)")
    lay_calendars(connection)
    for impact, hours in TARGETS.items():
        connection.execute(
            "with one as (select nextval('td.commitment_id_seq')::integer as id) insert into td.commitment"
            " (id, family_id, name, measure, amount_minutes, business, priority, stops, valid_from) overriding system value"
            " select id, id, %s, 3, %s, true, %s, '{1}', '2000-01-01' from one",
            [f"{impact} {hours} h", hours * 60, PRIORITIES[impact]],
        )


def imported(folder: Path, connection: psycopg.Connection[Any]) -> list[Line]:
    """Import both files through an administrator's own sign-in; compare the service report in between, of the incidents alone."""
    made = provision.create_person(connection, NewPerson("bench-admin", "Administrator", PersonClass.ADMIN))
    address = Address("127.0.0.1", read_state(folder).port, folder / "tls" / "ca.crt")
    session = sign_in(address, made.user_name, made.password, salt=provision.salt_of(connection))
    try:
        for path, profile in ((LOG, "bpic2013"), (PROBLEMS, "bpic2013_problems")):
            run(Wish(path, profile), sign_in=lambda: session.run, say=lambda _line: None)
            if path == LOG:
                lines = reports(folder, connection, session)
    finally:
        session.close()
    return lines


def reports(folder: Path, connection: psycopg.Connection[Any], admin: Session) -> list[Line]:
    """Ask for the reports of months as an auditor, and count the same months in the raw file."""
    from bench import validation_processing  # it counts with what stands here

    while _one(connection, "select td.follow_times(500)"):
        pass
    made = provision.create_person(connection, NewPerson("bench-auditor", "Auditor", PersonClass.AUDITOR))
    address = Address("127.0.0.1", read_state(folder).port, folder / "tls" / "ca.crt")
    session = sign_in(address, made.user_name, made.password, salt=provision.salt_of(connection))
    cases = incident_rows()
    try:
        return [*service_report(session, cases), *validation_processing.months(admin, session, cases)]
    finally:
        session.close()


def service_report(session: Session, cases: dict[str, list[Row]]) -> list[Line]:
    """Ask for the service report of months, and count the same months in the raw file."""
    lines = list[Line]()
    for first in MONTHS:
        after = date(first.year, first.month + 1, 1)
        totals = session.report(ReportWish(ReportKind.SERVICE, Period(first, after)))["totals"]
        ours = {name: totals[name] for name in ("received", "answered", "closed", "withdrawn", "reopened")}
        ours["kept"], ours["missed"] = (sum(row[place] for row in totals["promises"]) for place in (1, 2))
        ours["hours"], ours["hours_90"] = (round(one / 3600, 4) for one in totals["whole"])
        theirs = month_of(cases, moment(first, 0), moment(after, 0))
        lines += [(f"Service report {first:%Y-%m}: {REPORTED[name]}", ours[name], theirs.get(name, 0)) for name in REPORTED]
    return lines


def month_of(cases: dict[str, list[Row]], since: datetime, until: datetime) -> dict[str, float]:
    """Count a month in the raw file: each case as its events before the month's end leave it."""
    count: Counter[str] = Counter()
    spans: list[float] = []
    for events in cases.values():
        seen = [row for row in events if at(row) < until]
        if not seen:
            continue
        count["received"] += at(seen[0]) >= since
        done = [row["Status"] == "Completed" for row in seen]
        count["reopened"] += sum(was and not now and at(row) >= since for row, was, now in zip(seen[1:], done, done[1:], strict=False))
        if not done[-1]:
            continue
        finish = max(n for n in range(len(seen)) if done[n] and not (n and done[n - 1]))
        final = [row["Sub Status"] != "Resolved" for row in seen[finish:]]
        ended = next((row for row, over in zip(seen[finish:], final, strict=True) if over), None)
        cancelled = seen[-1]["Sub Status"] == "Cancelled"
        if final[-1] and ended is not None and at(ended) >= since:
            count["withdrawn" if cancelled else "closed"] += 1
        if at(seen[finish]) >= since and not cancelled:
            count["answered"] += 1
            spans.append((at(seen[finish]) - at(seen[0])).total_seconds())
        if at(seen[finish]) >= since:
            held = kept(seen, timedelta(hours=TARGETS[events[-1]["SR Latest Impact"]]))
            count["kept"] += held is True
            count["missed"] += held is False
    return {**count, "hours": round(median(spans) / 3600, 4), "hours_90": round(quantile(spans, 0.9) / 3600, 4)}


# The raw files, counted by themselves.


def incident_rows() -> dict[str, list[Row]]:
    """Return the events of each case in the order of their moments, equal ones in the file's."""
    with zipfile.ZipFile(LOG) as archive:
        name = next(n for n in archive.namelist() if n.endswith("VINST-new.csv") and not n.startswith("__MACOSX"))
        text = archive.read(name).decode("utf-8-sig")
    cases: dict[str, list[Row]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(text)):
        cases[row["SR Number"]].append(row)
    for events in cases.values():
        events.sort(key=lambda row: datetime.fromisoformat(row["Change Date+Time"]))
    return cases


def at(row: Row) -> datetime:
    """Return an event's moment in UTC."""
    return datetime.fromisoformat(row["Change Date+Time"]).astimezone(UTC)


def worked(since: datetime, until: datetime) -> timedelta:
    """Count working time day by day: Monday to Friday, 8 to 12 and 13 to 17 in Berlin."""
    total, day = timedelta(0), since.astimezone(BERLIN).date()
    while day <= until.astimezone(BERLIN).date():
        if day.weekday() < 5:
            for begin, end in ((8, 12), (13, 17)):
                low, high = moment(day, begin), moment(day, end)
                total += max(min(high, until) - max(low, since), timedelta(0))
        day += timedelta(days=1)
    return total


def moment(day: date, hour: int) -> datetime:
    """Return an hour of a day in Berlin, in UTC."""
    return datetime.combine(day, time(hour), BERLIN).astimezone(UTC)


def kept(events: list[Row], promised: timedelta) -> bool | None:
    """Tell whether a case was completed for the last time by the moment at which its working time was used up.

    Waiting for the requester does not count. Once that moment has come, nothing moves it any more. None: never completed, or cancelled.
    """
    total, since, due = timedelta(0), None, None
    done, ended = False, events[0]
    for row in events:
        if since is not None and due is None:
            spent = worked(since, at(row))
            if total + spent >= promised:
                due = reached(since, promised - total)
            total += spent
        completed = row["Status"] == "Completed"
        if completed and not done:
            if row["Sub Status"] == "Cancelled":
                return None
            ended = row
        done = completed
        waits = row["Sub Status"] in ("Wait - User", "Wait - Customer")
        since = None if done or waits else at(row)
    return (due is None or at(ended) <= due) if done else None


def reached(since: datetime, left: timedelta) -> datetime:
    """Return the first moment by which an amount of working time has passed."""
    day = since.astimezone(BERLIN).date()
    while True:
        if day.weekday() < 5:
            for begin, end in ((8, 12), (13, 17)):
                low, high = max(moment(day, begin), since), moment(day, end)
                if high > low:
                    if high - low >= left:
                        return low + left
                    left -= high - low
        day += timedelta(days=1)


def quantile(values: Iterable[float], share: float) -> float:
    """Return the value that a share of all does not exceed, interpolated as PostgreSQL's percentile_cont does."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    return ordered[low] + (ordered[min(low + 1, len(ordered) - 1)] - ordered[low]) * (place - low)


def incidents(connection: psycopg.Connection[Any], cases: dict[str, list[Row]]) -> list[Line]:
    """Compare the incident log's figures."""
    lines = [*_shape(connection, cases), *_kept(connection, cases)]
    moves = sum(one["Involved ST"] != other["Involved ST"] for events in cases.values() for one, other in pairwise(events))
    ours = _one(
        connection,
        "select count(*) from (select l.data ->> 'group' as team, l.seq,"
        " lag(l.data ->> 'group') over (partition by l.ticket_id order by l.seq) as before"
        " from td.log as l join td.ticket as t on t.id = l.ticket_id where t.kind = 1) as s"
        " where s.seq > 1 and s.team is distinct from s.before",
    )
    lines.append(("Incidents: hand-overs between teams", ours, moves))
    return lines


_OF_INCIDENTS = " from td.ticket as t where t.kind = 1"


def _shape(connection: psycopg.Connection[Any], cases: dict[str, list[Row]]) -> list[Line]:
    months = Counter(f"{at(events[0]):%Y-%m}" for events in cases.values())
    by_month = f"select to_char(t.recorded_at at time zone 'UTC', 'YYYY-MM'), count(*) {_OF_INCIDENTS} group by 1"
    ours = dict(connection.execute(by_month).fetchall())
    impacts = Counter(events[-1]["SR Latest Impact"] for events in cases.values())
    priorities = dict(connection.execute(f"select t.priority, count(*) {_OF_INCIDENTS} group by 1").fetchall())
    again = sum(
        any(one["Status"] == "Completed" and other["Status"] != "Completed" for one, other in pairwise(events))
        for events in cases.values()
    )
    days = [(at(events[-1]) - at(events[0])).total_seconds() / 86400 for events in cases.values()]
    row = connection.execute(
        "select percentile_cont(0.5) within group (order by d), percentile_cont(0.95) within group (order by d)"
        f" from (select extract(epoch from t.updated_at - t.recorded_at) / 86400 as d {_OF_INCIDENTS}) as s"
    ).fetchone()
    assert row is not None
    return [
        ("Incidents: cases", _one(connection, f"select count(*) {_OF_INCIDENTS}"), len(cases)),
        ("Incidents: cases per month", sorted(ours.items()), sorted(months.items())),
        *((f"Incidents: impact {impact}", priorities.get(PRIORITIES[impact], 0), impacts[impact]) for impact in TARGETS),
        ("Incidents: opened again", _one(connection, f"select count(*) {_OF_INCIDENTS} and t.reopened > 0"), again),
        ("Incidents: first to last event, median days", round(float(row[0]), 6), round(median(days), 6)),
        ("Incidents: first to last event, 95 % days", round(float(row[1]), 6), round(quantile(days, 0.95), 6)),
    ]


def _kept(connection: psycopg.Connection[Any], cases: dict[str, list[Row]]) -> list[Line]:
    lines: list[Line] = []
    for impact, hours in TARGETS.items():
        mine = [kept(events, timedelta(hours=hours)) for events in cases.values() if events[-1]["SR Latest Impact"] == impact]
        ours = connection.execute(
            "select count(*) filter (where k.kept), count(*) filter (where not k.kept) from td.clock as k"
            " join td.commitment as c on c.id = k.commitment_id join td.ticket as t on t.id = k.ticket_id"
            " where t.kind = 1 and c.priority = %s and k.ended_at is not null and not k.void",
            [PRIORITIES[impact]],
        ).fetchone()
        assert ours is not None
        lines.append((f"Promise {impact}, {hours} h of working time: kept", ours[0], mine.count(True)))
        lines.append((f"Promise {impact}, {hours} h of working time: missed", ours[1], mine.count(False)))
    return lines


def problems(connection: psycopg.Connection[Any]) -> list[Line]:
    """Compare the figures of the closed problems."""
    with PROBLEMS.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    numbers = {row["case:concept:name"] for row in rows}
    held = "from td.ticket as t where t.kind = 2"
    steps = _one(connection, f"select count(*) from td.log as l where l.ticket_id in (select t.id {held})")
    return [
        ("Closed problems: cases", _one(connection, f"select count(*) {held}"), len(numbers)),
        ("Closed problems: events", steps, len(rows)),
    ]


def ten_worst(connection: psycopg.Connection[Any]) -> list[tuple[Any, ...]]:
    """Return the ten promises that were missed by most working time."""
    return connection.execute(
        "select t.external_ref, c.name, k.started_at, k.due_at, k.ended_at,"
        " td.business_between(k.calendar_id, k.due_at, k.ended_at) / 3600000000.0 as over,"
        " (select count(*) from td.pause as p where p.ticket_id = t.id and p.reason = 1 and p.since < k.due_at)"
        " from td.clock as k join td.commitment as c on c.id = k.commitment_id join td.ticket as t on t.id = k.ticket_id"
        " where not k.kept order by over desc limit 10"
    ).fetchall()


def _one(connection: psycopg.Connection[Any], question: str) -> int:
    row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return int(row[0])


def written(place: str, lines: list[Line], worst: list[tuple[Any, ...]]) -> str:
    """Return the document."""
    told = [
        f"| {what} | {_short(ours)} | {_short(theirs)} | {'same' if ours == theirs else '**differs**'} |" for what, ours, theirs in lines
    ]
    late = [
        f"| {ref} | {name} | {start:%Y-%m-%d %H:%M} | {due:%Y-%m-%d %H:%M} | {end:%Y-%m-%d %H:%M} | {over:,.0f} h | {pauses} |"
        for ref, name, start, due, end, over, pauses in worst
    ]
    return "\n".join(
        [
            "# Validation on real logs", "",
            "`make validate` imports the incident log and the closed problems of BPI Challenge 2013 through the general import and",
            "compares what the database holds with a count of the raw files that shares no code with the program (`bench/validation.py`).",
            "Promises: working time Monday to Friday 8 to 12 and 13 to 17 in Berlin, from the first event to the last completion;",
            "waiting for the requester and time between completion and reopening do not count; cancelled cases are left out.",
            "The dashboard is asked as a coordinator's client asks it, over all years; its days begin at midnight in Berlin.",
            "Reports: as the report of a month told it (as an auditor), the raw file's events up to the month's end. The log names people",
            "of no group here, so that the processing report is asked with both keys turned: it would hold its figures back.", "",
            f"Measured on {place}", "", "| figure | database | raw file | |", "|---|---|---|---|", *told, "",
            "## The ten promises missed by most", "",
            "Moments in UTC; over: working hours past the due moment; the last column counts the pauses that moved it.", "",
            "| case | promise | began | due | completed | over | pauses |", "|---|---|---|---|---|---|---|", *late, "",
        ]
    )  # fmt: skip


def _short(value: object) -> str:
    if isinstance(value, list):
        return f"{len(value)} months, {sum(count for _, count in value):,} cases"
    return f"{value:,}" if isinstance(value, int) else str(value)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
