"""From records to whole cases: what each value means by the profile, and which lines cannot be taken over. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ticketdesk.domain.entry import LIMIT_LINE, LIMIT_SUBJECT
from ticketdesk.domain.limits import STORABLE_YEARS, why_not
from ticketdesk.domain.states import Priority
from ticketdesk.services.exchange.profile import Profile, StateWord, Words, places
from ticketdesk.services.exchange.source import Record, Table
from ticketdesk.services.exchange.trouble import RefusedLine, Why

UNKNOWN = "–"
"""Stands in a subject for a value that nobody knows."""


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


@dataclass(frozen=True, slots=True)
class OldCase:
    """One case of the other system with all its steps in order."""

    number: str
    line: int
    subject: str
    requester: str
    priority: Priority
    steps: tuple[OldStep, ...]


@dataclass(frozen=True, slots=True)
class Mapped:
    """What became of a table; ``persons`` holds names by key."""

    cases: tuple[OldCase, ...]
    persons: dict[str, str]
    refused: tuple[RefusedLine, ...]


class _Refuse(Exception):
    def __init__(self, why: Why, detail: str = "") -> None:
        self.why, self.detail = why, detail


def map_table(table: Table, profile: Profile) -> Mapped:
    """Turn a table into cases in the order in which they first appear; a case with one bad line is refused as a whole."""
    return _Mapper(table, profile).run()


class _Mapper:
    def __init__(self, table: Table, profile: Profile) -> None:
        self._table, self._profile = table, profile
        self._place = {name: index for index, name in enumerate(table.columns)}
        self._persons: dict[str, str] = {}
        self._refused: list[RefusedLine] = []

    def run(self) -> Mapped:
        lines: dict[str, list[Record]] = {}
        bad: dict[str, list[RefusedLine]] = {}
        for record in self._table.records:
            number = self._number(record)
            if not number:
                why = Why.COLUMNS if record.values is None else Why.NO_NUMBER
                self._refused.append(RefusedLine(record.line, "", why, str(len(record.raw)) if record.values is None else ""))
                continue
            lines.setdefault(number, []).append(record)
            if record.values is None:
                bad.setdefault(number, []).append(RefusedLine(record.line, number, Why.COLUMNS, str(len(record.raw))))
        cases = [case for number, records in lines.items() if (case := self._case(number, records, bad.get(number, [])))]
        used = {step.person for case in cases for step in case.steps}
        persons = {key: name for key, name in self._persons.items() if key in used}
        return Mapped(tuple(cases), persons, tuple(sorted(self._refused, key=lambda one: one.line)))

    def _number(self, record: Record) -> str:
        place = self._place[self._profile.number]
        number = record.raw[place] if place < len(record.raw) else ""
        return unicodedata.normalize("NFC", number)

    def _case(self, number: str, records: Sequence[Record], bad: list[RefusedLine]) -> OldCase | None:
        wrong, steps = list(bad), []
        for record in records:
            if record.values is not None:
                try:
                    steps.append(self._step(record, record.values))
                except _Refuse as error:
                    wrong.append(RefusedLine(record.line, number, error.why, error.detail))
        steps.sort(key=lambda step: step.at)  # stable: equal stamps stay in the order of the file
        case: OldCase | None = None
        if not wrong:
            by_line = {record.line: record for record in records}
            try:
                case = self._whole(number, by_line[steps[-1].line], steps)
            except _Refuse as error:
                wrong.append(RefusedLine(steps[-1].line, number, error.why, error.detail))
        if wrong:
            said = {one.line for one in wrong}
            self._refused += wrong
            self._refused += [RefusedLine(r.line, number, Why.SAME_CASE, str(min(said))) for r in records if r.line not in said]
        return case

    def _whole(self, number: str, last: Record, steps: Sequence[OldStep]) -> OldCase:
        profile = self._profile
        values = last.values or ()
        word = self._value(values, profile.priority_column)
        priority = profile.priorities.get(word)
        if priority is None:
            raise _Refuse(Why.UNKNOWN_PRIORITY, word)
        if steps[-1].state is None:
            raise _Refuse(Why.UNKNOWN_STATUS, " / ".join(steps[-1].words))
        subject = self._filled(profile.subject, values, unknown=UNKNOWN)
        requester = self._filled(profile.requester, values, unknown="")
        _check(number, LIMIT_LINE)
        _check(subject, LIMIT_SUBJECT)
        _check(requester, LIMIT_LINE)
        return OldCase(number, min(step.line for step in steps), subject, requester, priority, tuple(steps))

    def _step(self, record: Record, values: tuple[str, ...]) -> OldStep:
        profile = self._profile
        at = _stamp(self._value(values, profile.at))
        words = tuple(self._value(values, column) for column in profile.state_columns)
        by_system = any(self._value(values, column) in names for column, names in profile.systems.items())
        group = self._value(values, profile.group)
        keep = {key: value for key, column in profile.keep.items() if (value := self._value(values, column))}
        person = "" if by_system else self._person(values)
        for value in (group, *keep.values()):
            _check(value, LIMIT_LINE)
        return OldStep(
            record.line, at, "" if profile.is_blank(profile.group, group) else group, person, by_system, words,
            profile.states.get(words), keep,
        )  # fmt: skip

    def _person(self, values: tuple[str, ...]) -> str:
        profile = self._profile
        parts = [self._value(values, column) for column in profile.person_key]
        if all(profile.is_blank(column, part) for column, part in zip(profile.person_key, parts, strict=True)):
            return ""
        # Two spellings of one name are one person; the first one met gives the name that is shown.
        key = "\x1f".join(parts).casefold()
        name = self._filled(profile.person_name, values, unknown=UNKNOWN)
        _check(name, LIMIT_LINE)
        self._persons.setdefault(key, name)
        return key

    def _value(self, values: tuple[str, ...], column: str) -> str:
        value = unicodedata.normalize("NFC", values[self._place[column]])
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


def _stamp(text: str) -> datetime:
    if not text:
        raise _Refuse(Why.NO_STAMP)
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise _Refuse(Why.BAD_STAMP, text) from None
    if at.tzinfo is None:
        raise _Refuse(Why.NO_ZONE, text)
    if at.year not in STORABLE_YEARS:
        raise _Refuse(Why.OUT_OF_RANGE, text)
    return at


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
        "kind": int(profile.kind),
        "priority": int(case.priority),
        "requester": {"name": case.requester},
        "waiting_reason": int(last.reason) if last and last.reason else None,
        "steps": [
            {
                "at": step.at.isoformat(),
                "person": step.person or None,
                "group": step.group or None,
                "state": int(step.state.state) if step.state else None,
                "reason": int(step.state.reason) if step.state and step.state.reason else None,
                "words": step.keep,
            }
            for step in case.steps
        ],
    }
