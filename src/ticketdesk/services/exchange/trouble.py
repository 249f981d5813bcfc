"""Why a file cannot be imported at all, and why a line of it is left out: codes, whose sentences stand in resources/texts/import.*."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unreadable(Exception):
    """The file, or the profile, cannot be used; ``code`` picks the sentence, ``detail`` fills its places."""

    def __init__(self, code: str, **detail: object) -> None:
        self.code = code
        self.detail = detail
        super().__init__(f"{code}: {detail}")


class Why(StrEnum):
    """Why a line is refused; its whole case with it."""

    COLUMNS = "columns"
    NO_NUMBER = "no_number"
    NO_STAMP = "no_stamp"
    BAD_STAMP = "bad_stamp"
    NO_ZONE = "no_zone"
    OUT_OF_RANGE = "out_of_range"
    UNKNOWN_STATUS = "unknown_status"
    UNKNOWN_PRIORITY = "unknown_priority"
    CONTROL_CHARACTERS = "control_characters"
    TOO_LONG = "too_long"
    NUMBER_TWICE = "number_twice"
    """Each line is a case, and this number was there before."""
    SAME_CASE = "same_case"
    """Sound by itself, but another line of its case is not, and no case comes in halves."""
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """One line that is left out. ``detail`` is a value or a word of the server, never a person's."""

    line: int
    case: str
    why: Why
    detail: str = ""
