"""Reads sql/lint.sql and asks its questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

import ticketdesk

LINT = Path(ticketdesk.__file__).parent / "sql" / "lint.sql"
_HEAD = re.compile(r"^-- question: (?P<name>[a-z_]+): (?P<words>.+)$")


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the file."""

    name: str
    words: str
    everywhere: bool
    sql: str


def questions() -> tuple[Question, ...]:
    """Return the questions in the file's order."""
    found: list[Question] = []
    name, words, everywhere, here, lines = "", "", False, False, list[str]()
    for line in [*LINT.read_text("utf-8").splitlines(), "-- question: end: end"]:
        if line == "-- everywhere":
            everywhere = True
        elif head := _HEAD.match(line):
            if name:
                found.append(Question(name, words, here, "\n".join(lines)))
            name, words, here, everywhere, lines = head["name"], head["words"], everywhere, False, []
        elif not line.startswith("--"):
            lines.append(line)
    return tuple(found)


def answers(connection: psycopg.Connection[Any], *, everywhere_only: bool = False) -> dict[str, list[str]]:
    """Ask in one database; return what was found, by question, without those that found nothing."""
    return dict(findings(connection, everywhere_only=everywhere_only))


def findings(connection: psycopg.Connection[Any], *, everywhere_only: bool = False) -> Iterator[tuple[str, list[str]]]:
    """Ask one question after the other, as long as somebody wants to know more."""
    for question in questions():
        if question.everywhere or not everywhere_only:
            rows = connection.execute(question.sql.encode()).fetchall()
            if rows:
                yield question.name, [str(row[0]) for row in rows]
