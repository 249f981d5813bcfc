"""Entries of correspondence and steps of the log: what the timeline is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import datetime
from enum import IntEnum

from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.row import value


class Audience(IntEnum):
    """Who may read a row: staff of the case alone, or the requester too."""

    INTERNAL = 0
    REQUESTER = 1


class EntryKind(IntEnum):
    """What kind of correspondence an entry is."""

    REPORT = 1
    NOTE = 2
    REPLY = 3
    """A handler's answer to the coordination."""
    INTERIM_ANSWER = 4
    FINAL_ANSWER = 5
    MESSAGE = 6
    """From the requester, after the report."""
    ORDER = 7
    """What the coordination asks of a handler or group with an assignment."""
    REASON = 8
    """Why something was declined, reopened, closed …"""
    ASKED = 9
    """What the requester is asked; the case waits for his answer."""
    PARTS = 12
    """Which parts were commissioned: their letters and subjects."""
    PART_COMMENT = 13
    """Said about a part by one of its two sides."""
    QUESTION = 20
    """From here on: what was said or written outside the program and is filed with the case."""
    INFORMATION = 21
    """An answer that somebody gave."""
    CALL = 22
    LETTER = 23
    MAIL = 24
    VISIT = 25
    DOCUMENT = 26


RECORDED = (
    EntryKind.CALL, EntryKind.QUESTION, EntryKind.INFORMATION, EntryKind.MAIL, EntryKind.LETTER, EntryKind.VISIT, EntryKind.DOCUMENT,
)
"""Kinds that staff file by hand, in the order in which they are offered."""


class Channel(IntEnum):
    """How a piece of correspondence came or went."""

    PROGRAM = 0
    PHONE = 1
    MAIL = 2
    LETTER = 3
    VISIT = 4
    IMPORT = 5


class Cause(IntEnum):
    """What made a step happen."""

    PERSON = 1
    RULE = 2
    MAIL = 3
    IMPORT = 4
    SYSTEM = 5


@value
class Step:
    """One row of a case's timeline: a step of the log, with the text that belongs to it if there is one.

    ``seq`` is the log's own number for staff and the public ordinal for the requester. ``data`` holds states, ids and dates of the
    change (``from``, ``to``, ``handler``, ``group``, ``priority`` …), never texts. ``detail`` holds erasable values such as the solution.
    """

    seq: int
    at: datetime
    what: str
    """The command's name in the past tense: recorded, accepted, noted, assigned, taken_over, reported, answered, confirmed …"""
    audience: Audience
    actor_id: PersonId | None = None
    actor_name: str = ""
    """Only in the requester's timeline, where persons of a hidden case have no id."""
    on_behalf_id: PersonId | None = None
    cause: Cause = Cause.PERSON
    kind: EntryKind | None = None
    channel: Channel = Channel.PROGRAM
    body: str = ""
    detail: Mapping[str, object] = field(default_factory=dict)
    data: Mapping[str, object] = field(default_factory=dict)
    happened_at: datetime | None = None


def releases(steps: Iterable[Step]) -> dict[int, Step]:
    """Return the releases among a case's steps by the number of the entry that each released to the requester."""
    found: dict[int, Step] = {}
    for step in steps:
        entry = step.data.get("entry")
        if step.what == "released" and isinstance(entry, int):
            found.setdefault(entry, step)
    return found


LIMIT_SUBJECT = 300
"""Characters of a subject."""
LIMIT_BODY = 200_000
"""Characters of an entry's text."""
LIMIT_LINE = 200
"""Characters of a name, phone number, company, department, document reference."""
