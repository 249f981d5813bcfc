"""From records to whole cases: what each value means by the profile, and which lines cannot be taken over. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from ticketdesk.domain.entry import LIMIT_BODY, LIMIT_LINE, LIMIT_SUBJECT
from ticketdesk.domain.limits import STORABLE_YEARS, why_not
from ticketdesk.domain.states import OPEN_STATES, Kind, Priority, State
from ticketdesk.services.exchange.dates import Unclear, moment
from ticketdesk.services.exchange.profile import Profile, Rows, StateWord, Words, places
from ticketdesk.services.exchange.source import Record, Table
from ticketdesk.services.exchange.trouble import RefusedLine, Why

UNKNOWN = "–"
"""Stands in a subject for a value that nobody knows."""


MOST_FINE = 10_000


@dataclass(frozen=True, slots=True)
class OldStep:
    """One event of the other system."""

    line: int
    at: datetime
    group: str
    person: str
    """The person's key, "" when the system itself acted or nobody is named."""
    by_system: bool
    words: Words
    state: StateWord | None
    keep: dict[str, str]
    text: str = ""


@dataclass(frozen=True, slots=True)
class OldCase:
    """One case of the other system with all its steps in order."""

    number: str
    line: int
    subject: str
    requester: str
    priority: Priority
    steps: tuple[OldStep, ...]
    kind: Kind | None = None
    """None: as the profile says of all."""
    document_ref: str = ""
    more: dict[str, str] = field(default_factory=dict)
    """Phone, email, company and department of the requester."""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mapped:
    """What became of a table; ``persons`` holds names by key."""

    cases: tuple[OldCase, ...]
    persons: dict[str, str]
    refused: tuple[RefusedLine, ...]

    @property
    def count(self) -> int:
        """How many cases there are."""
        return len(self.cases)

    def each(self) -> Iterator[OldCase]:
        """Return the cases one after another."""
        return iter(self.cases)


class _Refuse(Exception):
    def __init__(self, why: Why, detail: str = "") -> None:
        self.why, self.detail = why, detail


def map_table(table: Table, profile: Profile) -> Mapped:
    """Turn a table into cases in the order in which they first appear; a case with one bad line is refused as a whole."""
    mapper, lines = Mapper(table.columns, profile), dict[str, list[Record]]()
    for record in table.records:
        number = mapper.number(record)
        if number:
            lines.setdefault(number, []).append(record)
        else:
            mapper.case("", [record])
    cases = [case for number, records in lines.items() if (case := mapper.case(number, records))]
    used = {step.person for case in cases for step in case.steps}
    persons = {key: name for key, name in mapper.persons.items() if key in used}
    return Mapped(tuple(cases), persons, tuple(sorted(mapper.refused, key=lambda one: one.line)))


class Mapper:
    """Maps one case after another; ``persons`` and ``refused`` grow with them."""

    def __init__(self, columns: Sequence[str], profile: Profile) -> None:
        self._profile = profile
        self._place = {name: index for index, name in enumerate(columns)}
        self.persons: dict[str, str] = {}
        self.refused: list[RefusedLine] = []
        self._fine: set[str] = set()

    def number(self, record: Record) -> str:
        """Return the number of the case that a record belongs to, or ""."""
        place = self._place[self._profile.number]
        number = record.raw[place] if place < len(record.raw) else ""
        return unicodedata.normalize("NFC", number)

    def case(self, number: str, records: Sequence[Record]) -> OldCase | None:
        """Make a case of all its records, or refuse them."""
        if not number:
            for one in records:
                why = Why.COLUMNS if one.values is None else Why.NO_NUMBER
                self.refused.append(RefusedLine(one.line, "", why, str(len(one.raw)) if one.values is None else ""))
            return None
        wrong, steps = list[RefusedLine](), list[OldStep]()
        if self._profile.rows is Rows.CASES and len(records) > 1:
            wrong = [RefusedLine(r.line, number, Why.NUMBER_TWICE, str(records[0].line)) for r in records[1:]]
        for record in records:
            if record.values is None:
                wrong.append(RefusedLine(record.line, number, Why.COLUMNS, str(len(record.raw))))
                continue
            try:
                steps += self._steps(record, record.values)
            except _Refuse as error:
                wrong.append(RefusedLine(record.line, number, error.why, error.detail))
        steps.sort(key=lambda step: step.at)  # stable: equal stamps stay in the order of the file
        case: OldCase | None = None
        if not wrong:
            by_line = {record.line: record for record in records}
            try:
                case = self._whole(number, by_line[steps[-1].line], steps, tuple(by_line))
            except _Refuse as error:
                wrong.append(RefusedLine(steps[-1].line, number, error.why, error.detail))
        if wrong:
            said = {one.line for one in wrong}
            self.refused += wrong
            self.refused += [RefusedLine(r.line, number, Why.SAME_CASE, str(min(said))) for r in records if r.line not in said]
        return case

    def _whole(self, number: str, last: Record, steps: Sequence[OldStep], lines: tuple[int, ...]) -> OldCase:
        profile = self._profile
        values = last.values or ()
        priority: Priority | None = profile.priority or Priority.NORMAL
        if profile.priority_column:
            word = self._value(values, profile.priority_column)
            priority = profile.priorities.get(word, profile.priority)
            if priority is None:
                raise _Refuse(Why.UNKNOWN_PRIORITY, word)
        kind: Kind | None = None
        if profile.kind_column:
            kind = profile.kinds.get(self._value(values, profile.kind_column), profile.kind)
        if steps[-1].state is None:
            raise _Refuse(Why.UNKNOWN_STATUS, " / ".join(steps[-1].words))
        assert priority is not None
        subject = _one_line(self._filled(profile.subject or "{" + profile.number + "}", values, unknown=UNKNOWN))[:LIMIT_SUBJECT]
        requester = self._filled(profile.requester, values, unknown="")
        more = {key: word for key, template in profile.requester_more.items() if (word := self._filled(template, values, unknown=""))}
        document = self._filled(profile.document_ref, values, unknown="")
        _check(number, LIMIT_LINE)
        _check(subject, LIMIT_SUBJECT)
        for one in (requester, document, *more.values()):
            _check(one, LIMIT_LINE)
        return OldCase(
            number, min(step.line for step in steps), subject, requester, priority, tuple(steps), kind, document, more, lines
        )

    def _steps(self, record: Record, values: tuple[str, ...]) -> list[OldStep]:
        if self._profile.rows is Rows.STEPS:
            return [self._step(record, values)]
        return self._way(record, values)

    def _way(self, record: Record, values: tuple[str, ...]) -> list[OldStep]:
        """Make the steps of a case that has one line: reported, answered, and as it stands."""
        profile = self._profile
        last = self._step(record, values)
        first = replace(last, state=StateWord(State.NEW), words=(), text=self._text(profile.text, values), person="")
        solution = self._text(profile.solution, values)
        ended = last.state is not None and last.state.state not in OPEN_STATES
        moments = [(profile.answered, ended), (profile.closed, ended), (profile.changed, True)]
        found = {column: self._moment(word) for column, counts in moments
                 if column and counts and not profile.is_blank(column, word := self._value(values, column))}  # fmt: skip
        end = found.get(profile.closed) or (found.get(profile.answered) if ended else None) or found.get(profile.changed)
        if end is None or end < first.at:
            return [replace(last, text="\n\n".join(one for one in (first.text, solution) if one))]
        way = [first]
        answered = found.get(profile.answered)
        if answered is not None and first.at <= answered < end:
            way.append(replace(last, at=answered, state=StateWord(State.ANSWERED), words=(), text="", keep={}))
        return [*way, replace(last, at=end, text=solution)]

    def _step(self, record: Record, values: tuple[str, ...]) -> OldStep:
        profile = self._profile
        at = self._moment(self._value(values, profile.at))
        words = tuple([self._value(values, column) for column in profile.state_columns])
        by_system = any(self._value(values, column) in names for column, names in profile.systems.items())
        group = self._value(values, profile.group) if profile.group else ""
        keep = {key: value for key, column in profile.keep.items() if (value := self._value(values, column))}
        person = "" if by_system or not profile.person_key else self._person(values)
        # The same words come again and again; each is looked at once.
        for value in (group, *keep.values()):
            if value not in self._fine:
                _check(value, LIMIT_LINE)
                self._fine.add(value)
        if len(self._fine) > MOST_FINE:
            self._fine.clear()
        return OldStep(
            record.line, at, "" if group and profile.is_blank(profile.group, group) else group, person, by_system, words,
            profile.states.get(words, profile.state), keep, self._text(profile.text, values) if profile.rows is Rows.STEPS else "",
        )  # fmt: skip

    def _text(self, template: str, values: tuple[str, ...]) -> str:
        if not template:
            return ""
        text = self._filled(template, values, unknown="")
        why = why_not(text, limit=LIMIT_BODY)
        if why:
            raise _Refuse(Why.TOO_LONG if why == "too_long" else Why.CONTROL_CHARACTERS)
        return text

    def _moment(self, text: str) -> datetime:
        if not text:
            raise _Refuse(Why.NO_STAMP)
        try:
            at = moment(text, self._profile.dates, self._profile.zone)
        except Unclear as error:
            raise _Refuse(Why.NO_ZONE if str(error) == "zone" else Why.BAD_STAMP, text) from None
        if at.year not in STORABLE_YEARS:
            raise _Refuse(Why.OUT_OF_RANGE, text)
        return at

    def _person(self, values: tuple[str, ...]) -> str:
        profile = self._profile
        parts = [self._value(values, column) for column in profile.person_key]
        if all(profile.is_blank(column, part) for column, part in zip(profile.person_key, parts, strict=True)):
            return ""
        # Two spellings of one name are one person; the first one met gives the name that is shown.
        key = "\x1f".join(parts).casefold()
        if key not in self.persons:
            name = self._filled(profile.person_name, values, unknown=UNKNOWN)
            _check(name, LIMIT_LINE)
            self.persons[key] = name
        return key

    def _value(self, values: tuple[str, ...], column: str) -> str:
        value = values[self._place[column]]
        if not value.isascii():
            value = unicodedata.normalize("NFC", value)
        return value.upper() if column in self._profile.upper else value

    def _filled(self, template: str, values: tuple[str, ...], *, unknown: str) -> str:
        """Fill a template; a value nobody knows becomes ``unknown``, and with "" the whole says nothing."""
        text = template
        for column in places(template):
            value = self._value(values, column)
            if self._profile.is_blank(column, value):
                if not unknown:
                    return ""
                value = unknown
            text = text.replace("{" + column + "}", value)
        return text


def _one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text or "\r" in text or "\t" in text else text


def _check(text: str, limit: int) -> None:
    why = why_not(text, limit=limit, one_line=True)
    if why:
        raise _Refuse(Why.TOO_LONG if why == "too_long" else Why.CONTROL_CHARACTERS)


def as_json(cases: Iterable[OldCase], persons: dict[str, str], profile: Profile) -> dict[str, Any]:
    """Return a batch as the database's function reads it."""
    cases = tuple(cases)
    keys = sorted({step.person for case in cases for step in case.steps if step.person})
    return {
        "profile": profile.name,
        "customer_group": profile.customer_group,
        "groups": sorted({step.group for case in cases for step in case.steps if step.group}),
        # The separator between the parts of a key is a control character, which JSON in the database takes, unlike NUL.
        "persons": {key: {"name": persons[key]} for key in keys},
        "cases": [_case_json(case, profile) for case in cases],
    }


def _case_json(case: OldCase, profile: Profile) -> dict[str, Any]:
    last = case.steps[-1].state
    return {
        "external_ref": case.number,
        "subject": case.subject,
        "kind": int(case.kind or profile.kind),
        "priority": int(case.priority),
        "document_ref": case.document_ref,
        "requester": {"name": case.requester, **case.more},
        "waiting_reason": int(last.reason) if last and last.reason else None,
        "steps": [
            {
                "at": step.at.isoformat(),
                "person": step.person or None,
                "group": step.group or None,
                "state": int(step.state.state) if step.state else None,
                "reason": int(step.state.reason) if step.state and step.state.reason else None,
                "words": step.keep,
            } | ({"body": step.text} if step.text else {})
            for step in case.steps
        ],
    }  # fmt: skip
