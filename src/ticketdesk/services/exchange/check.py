"""The check before an import: what maps, what does not, and what is odd about the file. Counts only; no sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from ticketdesk.domain.states import OPEN_STATES, State
from ticketdesk.services.exchange.mapping import Mapped, OldCase
from ticketdesk.services.exchange.profile import Profile, Words
from ticketdesk.services.exchange.source import Table
from ticketdesk.services.exchange.trouble import Why


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something about the file that one should know before believing it; ``code`` picks the sentence."""

    code: str
    count: int
    detail: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Survey:
    """What a check found."""

    lines: int
    cases: int
    steps: int
    first: datetime | None
    last: datetime | None
    groups: int
    persons: int
    states: tuple[tuple[Words, int, State | None], ...]
    """Each status of the other system: its words, how often, and what it means here."""
    ends: tuple[tuple[State, int], ...]
    """The state that cases are left in."""
    refused_cases: int
    refused_lines: int
    reasons: tuple[tuple[Why, int], ...]
    left_behind: Words
    oddities: tuple[Oddity, ...]


def survey(table: Table, mapped: Mapped, profile: Profile) -> Survey:
    """Count what a table holds and what the profile makes of it."""
    steps = [step for case in mapped.cases for step in case.steps]
    words = Counter(step.words for step in steps)
    meant = {step.words: step.state.state if step.state else None for step in steps}
    reasons = Counter(one.why for one in mapped.refused)
    stamps = [step.at for step in steps]
    return Survey(
        lines=len(table.records), cases=len(mapped.cases), steps=len(steps),
        first=min(stamps, default=None), last=max(stamps, default=None),
        groups=len({step.group for step in steps if step.group}), persons=len(mapped.persons),
        states=tuple((one, count, meant[one]) for one, count in words.most_common()),
        ends=tuple(Counter(_end(case) for case in mapped.cases).most_common()),
        refused_cases=len({one.case for one in mapped.refused if one.case}), refused_lines=len(mapped.refused),
        reasons=tuple(reasons.most_common()),
        left_behind=tuple(name for name in table.columns if name not in profile.columns),
        oddities=tuple(one for one in _oddities(table, mapped, profile) if one.count),
    )  # fmt: skip


def _end(case: OldCase) -> State:
    last = case.steps[-1].state
    assert last is not None, "a case without a last state is refused by the mapping"
    return last.state


def _oddities(table: Table, mapped: Mapped, profile: Profile) -> Iterable[Oddity]:
    yield from _spellings(table, profile)
    yield from _blanks(table, profile)
    steps = [step for case in mapped.cases for step in case.steps]
    yield Oddity("system", sum(step.by_system for step in steps), {"names": _system_names(profile)})
    yield Oddity("nobody", sum(not step.person and not step.by_system for step in steps), {})
    unknown = Counter(" / ".join(step.words) for step in steps if step.state is None)
    yield Oddity("unknown_words", sum(unknown.values()), {"words": ", ".join(sorted(unknown))})
    yield from _about_cases(mapped.cases)
    yield _zone(mapped.cases)


def _about_cases(cases: Iterable[OldCase]) -> Iterable[Oddity]:
    cases = tuple(cases)
    yield Oddity("reopened", sum(reopened(case) > 0 for case in cases), {"times": sum(map(reopened, cases))})
    yield Oddity("open", sum(_end(case) in OPEN_STATES for case in cases), {})
    pairs = [(a, b) for case in cases for a, b in zip(case.steps, case.steps[1:], strict=False)]
    yield Oddity("equal_stamps", sum(a.at == b.at for a, b in pairs), {"cases": sum(_has_equal(case) for case in cases)})
    yield Oddity("unsorted", sum(any(a.line > b.line for a, b in zip(c.steps, c.steps[1:], strict=False)) for c in cases), {})
    longest = max((len(case.steps) for case in cases), default=0)
    teams = max((len({step.group for step in case.steps if step.group}) for case in cases), default=0)
    days = max(((case.steps[-1].at - case.steps[0].at).days for case in cases), default=0)
    yield Oddity("extremes", longest, {"teams": teams, "days": days})


def reopened(case: OldCase) -> int:
    """Return how often a finished case was taken up again."""
    times, finished = 0, False
    for step in case.steps:
        if step.state is not None:
            now_finished = step.state.state not in OPEN_STATES
            times += finished and not now_finished
            finished = now_finished
    return times


def _has_equal(case: OldCase) -> bool:
    return any(a.at == b.at for a, b in zip(case.steps, case.steps[1:], strict=False))


def _system_names(profile: Profile) -> str:
    return ", ".join(sorted({name for names in profile.systems.values() for name in names}))


def _spellings(table: Table, profile: Profile) -> Iterable[Oddity]:
    """Values of a mapped column that differ in upper and lower case alone."""
    for column in profile.columns:
        place = table.columns.index(column)
        counted = Counter(record.values[place] for record in table.records if record.values is not None)
        by_fold: defaultdict[str, list[str]] = defaultdict(list)
        for value in counted:
            by_fold[value.casefold()].append(value)
        for values in by_fold.values():
            if len(values) > 1:
                *rare, common = sorted(values, key=lambda one: (counted[one], one))
                yield Oddity("spelling", sum(counted[one] for one in rare), {
                    "column": column, "common": common, "rare": ", ".join(rare), "folded": column in profile.upper,
                })  # fmt: skip


def _blanks(table: Table, profile: Profile) -> Iterable[Oddity]:
    for column in profile.columns:
        place = table.columns.index(column)
        values = [record.values[place] for record in table.records if record.values is not None]
        yield Oddity("empty", sum(not value for value in values), {"column": column})
        for word in sorted(profile.blanks.get(column, ())):
            yield Oddity("blank", values.count(word), {"column": column, "word": word})


def _zone(cases: Iterable[OldCase]) -> Oddity:
    """One and the same offset in winter and in summer: whoever wrote the file did not know of summer time."""
    offsets: defaultdict[timedelta | None, set[int]] = defaultdict(set)
    summer = 0
    for case in cases:
        for step in case.steps:
            offsets[step.at.utcoffset()].add(step.at.month)
            summer += 4 <= step.at.month <= 9
    only = next(iter(offsets)) if len(offsets) == 1 else None
    odd = bool(only) and bool({12, 1, 2} & offsets[only]) and summer > 0
    hours = only.total_seconds() / 3600 if only else 0.0
    return Oddity("no_summer_time", summer if odd else 0, {"offset": f"{hours:+.0f}"})
