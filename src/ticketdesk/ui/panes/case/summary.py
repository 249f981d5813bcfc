"""The answers to parts as quotes in one text: building them, finding them again, taking names or the quotes out. Pure; no widgets.

A quote is a run of lines that begin with «>»; its first line may name author and date in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.parts import Part
from ticketdesk.domain.people import Person
from ticketdesk.services.directory import Directory
from ticketdesk.ui.kit import text

_MARK = "> "
_HEAD = re.compile(r"^> \[.*\]$")


def author(part: Part, directory: Directory) -> str:
    """Return who answered: a handler with the group for which he did, or the contact outside."""
    if part.contact:
        return part.contact
    person: Person | None = directory.persons.get(part.answer_by) if part.answer_by is not None else None
    if person is None:
        return directory.name(part.answer_by)
    # Which of several groups a person speaks for is known of a part that was asked of one of them only.
    groups = (part.group_id,) if part.group_id is not None else person.groups
    group = directory.group_name(groups[0]) if len(groups) == 1 else ""
    return ", ".join(name for name in (person.name, group) if name)


def addressee(part: Part, directory: Directory) -> str:
    """Return of whom the part is asked."""
    if part.contact:
        return part.contact
    name, group = directory.name(part.handler_id), directory.group_name(part.group_id)
    return ", ".join(one for one in (name, group) if one)


def quote(part: Part, directory: Directory, *, named: bool) -> str:
    """Return an answer as a quote; without a name it says nothing but the answer, not even when it came."""
    lines = [f"{_MARK}{line}".rstrip() for line in part.answer.strip().splitlines()]
    if named and part.answer_at is not None:
        head = QCoreApplication.translate("Summary", "{author} · part {letter}, {when}")
        said = head.format(author=author(part, directory), letter=part.letter, when=text.date_time(part.answer_at))
        lines.insert(0, f"{_MARK}[{said}]")
    return "\n".join(lines)


def build(parts: Iterable[Part], directory: Directory, *, named: bool) -> str:
    """Return the summary of these answers, in the order of their letters, with room to write around them."""
    return "\n\n".join(quote(part, directory, named=named) for part in parts if part.answer.strip())


def joined(begun: str, built: str) -> str:
    """Return a text already begun with the quotes under it; nothing typed is lost."""
    return f"{begun.rstrip()}\n\n{built}\n\n" if begun.strip() else f"{built}\n\n"


def quotes(body: str) -> int:
    """Return how many quotes a text holds."""
    inside, found = False, 0
    for line in body.splitlines():
        is_quote = line.startswith(">")
        # A head begins a new quote even right under another one.
        found += is_quote and (not inside or _HEAD.match(line) is not None)
        inside = is_quote
    return found


def has_names(body: str) -> bool:
    """Tell whether a quote names its author."""
    return any(_HEAD.match(line) for line in body.splitlines())


def without_names(body: str) -> str:
    """Return the text with its quotes, but without the lines that say whose they are."""
    return "\n".join(line for line in body.splitlines() if not _HEAD.match(line))


def without_quotes(body: str) -> str:
    """Return only what was typed oneself."""
    kept = "\n".join(line for line in body.splitlines() if not line.startswith(">"))
    return re.sub(r"\n{3,}", "\n\n", kept).strip("\n")
