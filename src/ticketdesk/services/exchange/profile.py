"""A profile: the described mapping from another system's columns and words to ours, read from a TOML file. No reading of data here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from ticketdesk.domain.states import Kind, Priority, Reason, State
from ticketdesk.services.exchange.dates import Dates, zone_of
from ticketdesk.services.exchange.source import ReadAs
from ticketdesk.services.exchange.trouble import Unreadable

PROFILES = Path(__file__).resolve().parent / "profiles"

Words = tuple[str, ...]

_PLACE = re.compile(r"\{([^{}]+)\}")


class Move(StrEnum):
    """What somebody does to bring a case there; an import needs only the state, a replay needs this."""

    QUEUE = "queue"
    """Lay it before a team."""
    HAND_OVER = "hand_over"
    """Give it to a person."""
    WORK = "work"
    WAIT = "wait"
    ANSWER = "answer"
    ANSWER_AND_CLOSE = "answer_and_close"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    NOTHING = "nothing"
    """Our lifecycle has no such step."""


_MOVES = {
    State.ASSIGNED: Move.QUEUE, State.IN_PROGRESS: Move.WORK, State.WAITING: Move.WAIT, State.ANSWERED: Move.ANSWER,
    State.CLOSED: Move.CLOSE, State.WITHDRAWN: Move.WITHDRAW,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StateWord:
    """What one status of the other system means here."""

    state: State
    reason: Reason | None = None
    move: Move = Move.NOTHING


class Rows(StrEnum):
    """What a line of the file is."""

    STEPS = "steps"
    """A step of a case: an event log."""
    CASES = "cases"
    """A whole case with its moments in columns."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Which column is what, and which word means what."""

    name: str
    customer_group: str
    number: str
    at: str
    encoding: str = ""
    """How the file is written; "" is looked up in the file, as is the delimiter."""
    delimiter: str = ""
    member: str = ""
    sheet: str = ""
    rows: Rows = Rows.STEPS
    dates: Dates = Dates.ISO
    leave_out: bool = False
    """Where some dates have the day first and some the month: lines that are not written as chosen are left out, not the whole file."""
    zone: str = ""
    """Holds for moments that name none; "" refuses them."""
    subject: str = ""
    kind: Kind = Kind.INCIDENT
    kind_column: str = ""
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    requester: str = ""
    requester_more: Mapping[str, str] = field(default_factory=dict)
    """Templates for phone, email, company and department."""
    document_ref: str = ""
    priority_column: str = ""
    priorities: Mapping[str, Priority] = field(default_factory=dict)
    priority: Priority | None = None
    """For words that are not in the list; None refuses their cases."""
    group: str = ""
    person_name: str = ""
    person_key: Words = ()
    systems: Mapping[str, frozenset[str]] = field(default_factory=dict)
    state_columns: Words = ()
    states: Mapping[Words, StateWord] = field(default_factory=dict)
    state: StateWord | None = None
    """For words that are not in the list; None keeps them as they are, and refuses a case that ends with one."""
    text: str = ""
    """What was written at a step; with a line for each case, its description."""
    solution: str = ""
    answered: str = ""
    closed: str = ""
    changed: str = ""
    keep: Mapping[str, str] = field(default_factory=dict)
    blanks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    upper: frozenset[str] = frozenset()

    @property
    def columns(self) -> Words:
        """Return the columns that the file must have, in the order the profile speaks of them."""
        named = (
            self.number, self.at, *places(self.subject), *places(self.requester), self.priority_column, self.group,
            *self.person_key, *places(self.person_name), *self.systems, *self.state_columns, *self.keep.values(),
            self.kind_column, *(place for one in self.requester_more.values() for place in places(one)), *places(self.document_ref),
            *places(self.text), *places(self.solution), self.answered, self.closed, self.changed,
        )  # fmt: skip
        return tuple(dict.fromkeys(column for column in named if column))

    @property
    def read_as(self) -> ReadAs:
        """Return how the file is read, where the profile says it."""
        return ReadAs(self.encoding or "utf-8-sig", self.delimiter or ",", self.member, self.sheet)

    def is_blank(self, column: str, value: str) -> bool:
        """Tell whether a value of this column says that nobody knows."""
        return not value or value in self.blanks.get(column, _NOTHING) or value in self.blanks.get(ANY, _NOTHING)


_NOTHING: frozenset[str] = frozenset()
ANY = "*"
"""Stands for every column."""


def places(template: str) -> Words:
    """Return the columns that a template names in braces."""
    return tuple(_PLACE.findall(template))  # not str.format: names of columns may hold colons and dots


def known_profiles(folder: Path = PROFILES) -> Words:
    """Return the names of the profiles that came with the program."""
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def load(name: str, folder: Path = PROFILES) -> Profile:
    """Read a profile by name, or from a file when ``name`` ends in .toml. Raises Unreadable."""
    path = Path(name) if name.endswith(".toml") else folder / f"{name}.toml"
    if not name.endswith(".toml") and name not in known_profiles(folder):
        raise Unreadable("no_profile", profile=name, known=", ".join(known_profiles(folder)))
    return parse(load_words(path), path)


def load_words(path: Path) -> dict[str, Any]:
    """Read the words of a profile's file. Raises Unreadable."""
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise Unreadable("no_file", file=path, why=error.strerror or "") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable("bad_profile", file=path, why=error) from error


def parse(held: dict[str, Any], path: Path | str = "") -> Profile:
    """Make a profile of its words. Raises Unreadable."""
    try:
        return _parse(held)
    except KeyError as error:
        raise Unreadable("bad_profile", file=path, why=f"{error.args[0]}") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise Unreadable("bad_profile", file=path, why=error) from error


def _parse(held: dict[str, Any]) -> Profile:
    case, step = held["case"], held["step"]
    person, state = step.get("person", {}), step.get("state", {})
    kind, priority = case.get("kind", "incident"), case.get("priority", {})
    zone = held.get("zone", "")
    if zone:
        zone_of(zone)
    return Profile(
        name=held["name"], encoding=held.get("encoding", ""), delimiter=held.get("delimiter", ""),
        member=held.get("member", ""), sheet=held.get("sheet", ""), rows=Rows(held.get("rows", "steps")),
        dates=Dates(held.get("dates", "iso")), leave_out=_left_out(held), zone=zone,
        customer_group=held["customer_group"], number=case["number"], subject=case.get("subject", ""),
        kind=Kind[(kind if isinstance(kind, str) else kind.get("default", "incident")).upper()],
        kind_column="" if isinstance(kind, str) else kind.get("column", ""),
        kinds={} if isinstance(kind, str) else {word: Kind[ours.upper()] for word, ours in kind.get("words", {}).items()},
        requester=case.get("requester", ""),
        requester_more={key: case[f"requester_{key}"] for key in MORE if case.get(f"requester_{key}")},
        document_ref=case.get("document_ref", ""),
        priority_column=priority.get("column", ""),
        priorities={word: Priority[ours.upper()] for word, ours in priority.get("words", {}).items()},
        priority=Priority[priority["default"].upper()] if "default" in priority else None,
        at=step["at"], group=step.get("group", ""), person_name=person.get("name", ""), person_key=tuple(person.get("key", ())),
        systems={column: frozenset(words) for column, words in person.get("system", {}).items()},
        state_columns=tuple(state.get("columns", ())),
        states={tuple(one["is"]): _state_word(one) for one in state.get("words", ())},
        state=_state_word({"state": state["default"], **({"reason": state["reason"]} if "reason" in state else {})}) if "default" in state
        else None,
        text=step.get("text", ""), solution=step.get("solution", ""), answered=step.get("answered", ""), closed=step.get("closed", ""),
        changed=step.get("changed", ""),
        keep=dict(step.get("keep", {})),
        blanks={column: frozenset(words) for column, words in held.get("blank", {}).items()},
        upper=frozenset(held.get("fold", {}).get("upper", ())),
    )  # fmt: skip


MORE = ("phone", "email", "company", "department")
"""What else of a requester may stand in a file."""


def _left_out(held: dict[str, Any]) -> bool:
    said = held.get("dates_otherwise", "refuse")
    if said not in ("refuse", "leave_out"):
        raise ValueError(f"dates_otherwise: {said}")
    return bool(said == "leave_out")


def _state_word(held: dict[str, Any]) -> StateWord:
    state, reason = State[held["state"].upper()], held.get("reason")
    move = Move(held["move"]) if "move" in held else _MOVES.get(state, Move.NOTHING)
    return StateWord(state, Reason[reason.upper()] if reason else None, move)
