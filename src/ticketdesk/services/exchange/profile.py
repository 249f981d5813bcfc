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


@dataclass(frozen=True, slots=True)
class Profile:
    """Which column is what, and which word means what."""

    name: str
    encoding: str
    delimiter: str
    member: str
    customer_group: str
    number: str
    subject: str
    kind: Kind
    requester: str
    priority_column: str
    priorities: Mapping[str, Priority]
    at: str
    group: str
    person_name: str
    person_key: Words
    systems: Mapping[str, frozenset[str]]
    state_columns: Words
    states: Mapping[Words, StateWord]
    keep: Mapping[str, str]
    blanks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    upper: frozenset[str] = frozenset()

    @property
    def columns(self) -> Words:
        """Return the columns that the file must have, in the order the profile speaks of them."""
        named = (
            self.number, self.at, *places(self.subject), *places(self.requester), self.priority_column, self.group,
            *self.person_key, *places(self.person_name), *self.systems, *self.state_columns, *self.keep.values(),
        )  # fmt: skip
        return tuple(dict.fromkeys(column for column in named if column))

    def is_blank(self, column: str, value: str) -> bool:
        """Tell whether a value of this column says that nobody knows."""
        return not value or value in self.blanks.get(column, frozenset())


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
    try:
        return _parse(tomllib.loads(path.read_text("utf-8")))
    except OSError as error:
        raise Unreadable("no_file", file=path, why=error.strerror or "") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise Unreadable("bad_profile", file=path, why=error) from error


def _parse(held: dict[str, Any]) -> Profile:
    case, step = held["case"], held["step"]
    person, state = step["person"], step["state"]
    return Profile(
        name=held["name"], encoding=held.get("encoding", "utf-8-sig"), delimiter=held.get("delimiter", ","),
        member=held.get("member", "*.csv"), customer_group=held["customer_group"], number=case["number"], subject=case["subject"],
        kind=Kind[case.get("kind", "incident").upper()], requester=case.get("requester", ""),
        priority_column=case["priority"]["column"],
        priorities={word: Priority[ours.upper()] for word, ours in case["priority"]["words"].items()},
        at=step["at"], group=step["group"], person_name=person["name"], person_key=tuple(person["key"]),
        systems={column: frozenset(words) for column, words in person.get("system", {}).items()},
        state_columns=tuple(state["columns"]),
        states={tuple(one["is"]): _state_word(one) for one in state["words"]},
        keep=dict(step.get("keep", {})),
        blanks={column: frozenset(words) for column, words in held.get("blank", {}).items()},
        upper=frozenset(held.get("fold", {}).get("upper", ())),
    )  # fmt: skip


def _state_word(held: dict[str, Any]) -> StateWord:
    state, reason = State[held["state"].upper()], held.get("reason")
    move = Move(held["move"]) if "move" in held else _MOVES.get(state, Move.NOTHING)
    return StateWord(state, Reason[reason.upper()] if reason else None, move)
