"""What is being decided about an import, as it stands in a profile's file and in a draft. Pure; no widget, no reading."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ticketdesk.domain.states import Kind, Priority, Reason, State
from ticketdesk.services.exchange.profile import Profile, parse
from ticketdesk.services.exchange.trouble import Unreadable

Words = dict[str, Any]
FILE, WORDS = "file", "words"

TEMPLATES = {
    "subject": ("case", "subject"), "requester": ("case", "requester"), "email": ("case", "requester_email"),
    "phone": ("case", "requester_phone"), "company": ("case", "requester_company"), "department": ("case", "requester_department"),
    "document_ref": ("case", "document_ref"), "text": ("step", "text"), "solution": ("step", "solution"),
}  # fmt: skip
"""Fields that a profile fills from a text with columns in braces."""
COLUMNS = {
    "number": ("case", "number"), "at": ("step", "at"), "answered": ("step", "answered"), "closed": ("step", "closed"),
    "changed": ("step", "changed"), "group": ("step", "group"),
}  # fmt: skip
ONLY_CASES = frozenset({"answered", "closed", "changed", "solution"})
"""What is there only where each line is a case."""


@dataclass(slots=True)
class Plan:
    """The file and the words of its profile."""

    file: str = ""
    words: Words = field(default_factory=dict)
    own: bool = False
    """Somebody decided it or loaded it: it is more than what was proposed for the file."""
    made_for: str = ""
    """The file that it was decided for."""

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return Path(self.file)

    def profile(self) -> Profile:
        """Return the profile. Raises Unreadable while something that it needs is missing."""
        return parse(deepcopy(self.words))

    def fits(self, columns: Collection[str]) -> bool:
        """Tell whether it was decided by somebody and all its columns are there."""
        try:
            return self.own and set(self.profile().columns) <= set(columns)
        except Unreadable:
            return False

    def fields(self) -> dict[str, str]:
        """Return the plan as a draft's texts."""
        return {FILE: self.file, WORDS: json.dumps(self.words, ensure_ascii=False) if self.words else ""}

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> Plan:
        """Return the plan of a draft."""
        try:
            words = json.loads(fields.get(WORDS) or "{}")
        except ValueError:
            words = {}
        file = fields.get(FILE, "")
        return cls(file, words, own=bool(words), made_for=file) if isinstance(words, dict) else cls(file)

    def choose_dates(self, way: str, *, mixed: bool) -> None:
        """Decide how dates are written; where both ways are met, what is written otherwise is left out."""
        self.words["dates"] = way
        if mixed:
            self.words["dates_otherwise"] = "leave_out"

    def forget_leaving_out(self) -> None:
        """Ask again where dates are written both ways: another column, or another file."""
        self.words.pop("dates_otherwise", None)

    # What stands for what.

    def part(self, name: str) -> Words:
        """Return a part of the words to be changed."""
        return self.words.setdefault(name, {})  # type: ignore[no-any-return]

    def meant(self, target: str) -> str:
        """Return the column, or the text with columns in braces, that a target is filled from; "" when from none."""
        if target in COLUMNS or target in TEMPLATES:
            part, key = (COLUMNS | TEMPLATES)[target]
            return str(self.part(part).get(key, ""))
        if target == "person":
            return str(self.part("step").get("person", {}).get("name", ""))
        if target in ("priority", "kind"):
            held = self.part("case").get(target, {})
            return str(held.get("column", "")) if isinstance(held, dict) else ""
        columns = self.part("step").get("state", {}).get("columns", [])
        place = int(target == "state_more")
        return str(columns[place]) if place < len(columns) else ""

    def mean(self, target: str, value: str) -> None:
        """Fill a target from a column, from a text, or from nothing."""
        if value == self.meant(target):
            return
        if target in COLUMNS or target in TEMPLATES:
            part, key = (COLUMNS | TEMPLATES)[target]
            if value or target in ("number", "at"):
                self.part(part)[key] = value
            else:
                self.part(part).pop(key, None)
        elif target == "person":
            step = self.part("step")
            step.pop("person", None)
            if value:
                step["person"] = {"name": value, "key": [value.strip("{}")]}
        elif target == "priority":
            self.part("case")["priority"] = {"column": value, "default": "normal"} if value else {"default": "normal"}
        elif target == "kind":
            self.part("case")["kind"] = {"column": value, "default": "incident"} if value else "incident"
        else:
            self._state_column(int(target == "state_more"), value)

    def _state_column(self, place: int, value: str) -> None:
        state = self.part("step").setdefault("state", {})
        columns = [*state.get("columns", []), "", ""][:2]
        columns[place] = value
        columns = [column for column in columns if column]
        state.pop("words", None)
        state.pop("columns", None)
        if columns:
            state["columns"] = columns
            state.pop("default", None)
        else:
            state["default"] = "closed"

    # Words.

    def state_of(self, words: tuple[str, ...]) -> tuple[State, Reason | None] | None:
        """Return what was decided for a state's words."""
        for one in self.part("step").get("state", {}).get("words", []):
            if tuple(one["is"]) == words:
                return State[one["state"].upper()], Reason[one["reason"].upper()] if one.get("reason") else None
        return None

    def set_state(self, words: tuple[str, ...], meant: tuple[State, Reason | None] | None) -> None:
        """Decide what a state's words mean; None keeps them as they are."""
        state = self.part("step").setdefault("state", {})
        kept = [one for one in state.get("words", []) if tuple(one["is"]) != words]
        if meant is not None:
            kept.append({"is": list(words), "state": meant[0].name.lower()} | ({"reason": meant[1].name.lower()} if meant[1] else {}))
        state["words"] = kept

    def word_of(self, target: str, word: str) -> str:
        """Return what was decided for a word of priority or kind, as a profile says it."""
        held = self.part("case").get(target)
        return str(held.get("words", {}).get(word, "")) if isinstance(held, dict) else ""

    def set_word(self, target: str, word: str, meant: Priority | Kind | None) -> None:
        """Decide what a word of priority or kind means; None takes the default."""
        held = self.part("case")[target]
        said = held.setdefault("words", {})
        if meant is None:
            said.pop(word, None)
        else:
            said[word] = meant.name.lower()

    @property
    def blanks(self) -> tuple[str, ...]:
        """Words that mean nothing in every column."""
        return tuple(self.part("blank").get("*", ()))

    def set_blanks(self, typed: str) -> None:
        """Take words that mean nothing, with commas between them."""
        said = [word.strip() for word in typed.split(",") if word.strip()]
        if said:
            self.part("blank")["*"] = said
        else:
            self.part("blank").pop("*", None)
