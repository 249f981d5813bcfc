"""The check before an import: what maps, what does not, and what is odd about the file. Counts only; no sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ticketdesk.domain.states import OPEN_STATES, State
from ticketdesk.services.exchange.mapping import OldCase
from ticketdesk.services.exchange.profile import ANY, Profile, Words
from ticketdesk.services.exchange.source import Record
from ticketdesk.services.exchange.trouble import RefusedLine, Why


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


class Surveyor:
    """Counts records and cases as they come, and keeps none of them."""

    def __init__(self, columns: Words, profile: Profile) -> None:
        self._columns, self._profile = columns, profile
        self._lines = self._cases = self._steps = 0
        self._first: datetime | None = None
        self._last: datetime | None = None
        self._groups: set[str] = set()
        self._words: Counter[Words] = Counter()
        self._meant: dict[Words, State | None] = {}
        self._ends: Counter[State] = Counter()
        self._values: dict[str, Counter[str]] = {name: Counter() for name in profile.columns}
        self._places = [(columns.index(name), counter) for name, counter in self._values.items()]
        self._counts: Counter[str] = Counter()
        self._offsets: defaultdict[timedelta | None, set[int]] = defaultdict(set)
        self._longest = self._teams = self._days = self._summer = 0

    def record(self, record: Record) -> None:
        """Count a record."""
        self._lines += 1
        if record.values is None:
            return
        for place, counter in self._places:
            value = record.values[place]
            # What is different on every line is nobody's spelling of anything.
            if value in counter or len(counter) < MOST_VALUES:
                counter[value] += 1

    def case(self, case: OldCase) -> None:
        """Count a case."""
        self._cases += 1
        self._steps += len(case.steps)
        for step in case.steps:
            # Steps that a line of a whole case is laid out to have no words of their own.
            if step.words:
                self._words[step.words] += 1
                self._meant[step.words] = step.state.state if step.state else None
            if step.group:
                self._groups.add(step.group)
            self._counts["system"] += step.by_system
            self._counts["nobody"] += not step.person and not step.by_system
            self._counts["unknown"] += step.state is None
            self._offsets[step.at.utcoffset()].add(step.at.month)
            self._summer += 4 <= step.at.month <= 9
        began, ended = case.steps[0].at, case.steps[-1].at
        self._first = began if self._first is None else min(self._first, began)
        self._last = ended if self._last is None else max(self._last, ended)
        self._ends[_end(case)] += 1
        times = reopened(case)
        self._counts["reopened"] += times > 0
        self._counts["times"] += times
        self._counts["open"] += _end(case) in OPEN_STATES
        pairs = list(zip(case.steps, case.steps[1:], strict=False))
        equal = sum(a.at == b.at for a, b in pairs)
        self._counts["equal"] += equal
        self._counts["with_equal"] += equal > 0
        self._counts["unsorted"] += any(a.line > b.line for a, b in pairs)
        self._longest = max(self._longest, len(case.steps))
        self._teams = max(self._teams, len({step.group for step in case.steps if step.group}))
        self._days = max(self._days, (ended - began).days)

    def survey(self, refused: Sequence[RefusedLine], *, persons: int, formulas: int = 0) -> Survey:
        """Return what was found by now."""
        return Survey(
            lines=self._lines, cases=self._cases, steps=self._steps, first=self._first, last=self._last,
            groups=len(self._groups), persons=persons,
            states=tuple((one, count, self._meant[one]) for one, count in self._words.most_common()),
            ends=tuple(self._ends.most_common()),
            refused_cases=len({one.case for one in refused if one.case}), refused_lines=len(refused),
            reasons=tuple(Counter(one.why for one in refused).most_common()),
            left_behind=tuple(name for name in self._columns if name not in self._profile.columns),
            oddities=tuple(one for one in self._oddities(formulas) if one.count),
        )  # fmt: skip

    def _oddities(self, formulas: int) -> Iterable[Oddity]:
        counts = self._counts
        for column, values in self._values.items():
            yield from _spellings(column, values, folded=column in self._profile.upper)
        for column, values in self._values.items():
            yield Oddity("empty", values[""], {"column": column})
            for word in sorted({*self._profile.blanks.get(column, ()), *self._profile.blanks.get(ANY, ())}):
                yield Oddity("blank", values[word], {"column": column, "word": word})
        yield Oddity("formulas", formulas, {})
        yield Oddity("system", counts["system"], {"names": _system_names(self._profile)})
        yield Oddity("nobody", counts["nobody"] if self._profile.person_key else 0, {})
        unknown = sorted(" / ".join(words) for words, state in self._meant.items() if state is None)
        yield Oddity("unknown_words", counts["unknown"], {"words": ", ".join(unknown[:20])})
        yield Oddity("reopened", counts["reopened"], {"times": counts["times"]})
        yield Oddity("open", counts["open"], {})
        yield Oddity("equal_stamps", counts["equal"], {"cases": counts["with_equal"]})
        yield Oddity("unsorted", counts["unsorted"], {})
        yield Oddity("extremes", self._longest, {"teams": self._teams, "days": self._days})
        yield self._zone()

    def _zone(self) -> Oddity:
        """One and the same offset in winter and in summer: whoever wrote the file did not know of summer time."""
        only = next(iter(self._offsets)) if len(self._offsets) == 1 else None
        odd = bool(only) and bool({12, 1, 2} & self._offsets[only]) and self._summer > 0
        hours = only.total_seconds() / 3600 if only else 0.0
        return Oddity("no_summer_time", self._summer if odd else 0, {"offset": f"{hours:+.0f}"})


MOST_VALUES = 20_000
"""Of a column with more different values than that the others are not counted."""


def _end(case: OldCase) -> State:
    last = case.steps[-1].state
    assert last is not None, "a case without a last state is refused by the mapping"
    return last.state


def reopened(case: OldCase) -> int:
    """Return how often a finished case was taken up again."""
    times, finished = 0, False
    for step in case.steps:
        if step.state is not None:
            now_finished = step.state.state not in OPEN_STATES
            times += finished and not now_finished
            finished = now_finished
    return times


def _system_names(profile: Profile) -> str:
    return ", ".join(sorted({name for names in profile.systems.values() for name in names}))


def _spellings(column: str, counted: Mapping[str, int], *, folded: bool) -> Iterable[Oddity]:
    """Values of a mapped column that differ in upper and lower case alone."""
    by_fold: defaultdict[str, list[str]] = defaultdict(list)
    for value in counted:
        by_fold[value.casefold()].append(value)
    for values in by_fold.values():
        if len(values) > 1:
            *rare, common = sorted(values, key=lambda one: (counted[one], one))
            yield Oddity("spelling", sum(counted[one] for one in rare), {
                "column": column, "common": common, "rare": ", ".join(rare), "folded": folded,
            })  # fmt: skip
