"""The processing report of months beside a count of the raw rows that shares no code with the product.

An imported log names people of no group here, so that both keys are turned first: figures are held back otherwise, as they should be.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from bench.validation import MONTHS, Line, Row, at, moment, quantile, worked
from ticketdesk.domain.commands.evaluation import TurnEvaluationKey
from ticketdesk.domain.report import Period, ReportKind, ReportWish
from ticketdesk.services.session import Session

Cases = Mapping[str, list[Row]]
WORDS = {"whole": "report to answer", "clock": "worked on by the clock", "business": "worked on in working time", "waiting": "waited"}


def months(admin: Session, auditor: Session, cases: Cases) -> list[Line]:
    """Ask for the processing report of months as an auditor, both keys turned, and count the same months in the raw file."""
    for holder in (admin, auditor):
        holder.run(TurnEvaluationKey(holder.evaluation().version, True))
    names = {int(number): group.name for number, group in auditor.directory().groups.items()}
    lines = list[Line]()
    for first in MONTHS:
        lines += _month(auditor, cases, names, first)
    auditor.run(TurnEvaluationKey(auditor.evaluation().version, False))
    return lines


def _month(auditor: Session, cases: Cases, names: Mapping[int, str], first: date) -> list[Line]:
    after = date(first.year, first.month + 1, 1)
    answer = auditor.report(ReportWish(ReportKind.PROCESSING, Period(first, after)))
    since, until = moment(first, 0), moment(after, 0)
    done = {key: seen for key, events in cases.items() if (seen := _answered(events, since, until))}
    spans: dict[str, list[int]] = defaultdict(list)
    for seen in done.values():
        for name, value in _spent(seen).items():
            spans[name].append(value)
    # Of waiting: among those that did.
    spans["waiting"] = [value for value in spans["waiting"] if value]
    word = f"Processing report {first:%Y-%m}:"
    lines: list[Line] = [(f"{word} cases answered", answer["whole"]["n"], len(done))]
    for name, said in WORDS.items():
        for place, (percent, share) in enumerate((("median", 0.5), ("90 %", 0.9))):
            told = answer["whole"][name][place]
            mine = quantile(spans[name], share) if spans[name] else None
            lines.append((f"{word} {said}, {percent}, seconds", _round(told), _round(mine)))
    moves = sum(
        one["Involved ST"] != other["Involved ST"] and since <= at(other) < until
        for events in cases.values() for one, other in pairwise(events)
    )  # fmt: skip
    lines.append((f"{word} hand-overs", answer["moves"], moves))
    ours = {names[number]: (told["n"], _round(told["clock"][0]), _round(told["business"][0])) for number, told, _ in answer["groups"]}
    theirs = _by_group({key: cases[key] for key in done})
    lines.append((f"{word} groups, each with its cases and medians", ours == theirs and len(ours), len(theirs)))
    return lines


def _round(value: float | None) -> float | None:
    return None if value is None else round(float(value), 3)


def _answered(events: list[Row], since: datetime, until: datetime) -> list[Row]:
    """Return a case's events up to a period's end, if these leave it answered within the period; else none."""
    seen = [row for row in events if at(row) < until]
    if not seen or seen[-1]["Status"] != "Completed" or seen[-1]["Sub Status"] == "Cancelled":
        return []
    finish = max(n for n in range(len(seen)) if seen[n]["Status"] == "Completed" and not (n and seen[n - 1]["Status"] == "Completed"))
    return seen if at(seen[finish]) >= since else []


def _spent(seen: list[Row]) -> dict[str, int]:
    """Return whole seconds of a case: from the report to its last answer, open and not waiting, waiting."""
    answered, clock, waiting, business = at(seen[0]), timedelta(0), timedelta(0), timedelta(0)
    for before, row in pairwise([{"Status": ""}, *seen]):
        if row["Status"] == "Completed" and before["Status"] != "Completed":
            answered = at(row)
    for row, following in pairwise(seen):
        span = at(following) - at(row)
        if row["Status"] == "Completed":
            continue
        if row["Sub Status"].startswith("Wait"):
            waiting += span
        else:
            clock += span
            business += worked(at(row), at(following))
    whole = answered - at(seen[0])
    return {name: int(value.total_seconds()) for name, value in
            (("whole", whole), ("clock", clock), ("business", business), ("waiting", waiting))}  # fmt: skip


def _by_group(done: Cases) -> dict[str, tuple[int, Any, Any]]:
    """Return of each team how many of these cases it had, and its median seconds with one, by the clock and in working time."""
    count: Counter[str] = Counter()
    clock: dict[str, list[int]] = defaultdict(list)
    business: dict[str, list[int]] = defaultdict(list)
    for events in done.values():
        spent: dict[str, list[timedelta]] = defaultdict(lambda: [timedelta(0), timedelta(0)])
        for row, following in pairwise(events):
            if row["Status"] == "Completed":
                continue
            mine = spent[row["Involved ST"]]
            if not row["Sub Status"].startswith("Wait"):
                mine[0] += at(following) - at(row)
                mine[1] += worked(at(row), at(following))
        for team, (by_clock, in_hours) in spent.items():
            count[team] += 1
            clock[team].append(int(by_clock.total_seconds()))
            business[team].append(int(in_hours.total_seconds()))
    return {team: (n, _round(quantile(clock[team], 0.5)), _round(quantile(business[team], 0.5))) for team, n in count.items()}
