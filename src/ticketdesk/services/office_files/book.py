"""Tables as values, before anybody decides what kind of file they become. A cell's type says what it is; no texts of cells here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta


class Share(float):
    """A part of a whole, 0 to 1; shown in percent."""


class Change(int):
    """By how much a number grew (shown with a plus sign) or shrank."""


class SpanChange(timedelta):
    """By how much a span grew (shown with a plus sign) or shrank."""


Cell = str | int | Share | timedelta | date | datetime | None
"""Text, number, share, span, day or moment (aware); None is an empty cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column: its name, and how many letters wide it wants to be."""

    name: str
    width: int = 12
    number: bool = False
    """Whether its cells stand at the right."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table under a title; ``note`` is a sentence below it. Every row has as many cells as there are columns."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    links: tuple[int | None, ...] = ()
    """For rows that stand for a case: its id. Followed on the screen alone; a file never links back into the office."""


@dataclass(frozen=True, slots=True)
class Book:
    """Tables that belong together, with what stands above them: title and lines (period, who made it and when)."""

    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...]
    german: bool = True


FORMULA_SIGNS = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet would take for the beginning of a formula."""


def local(at: datetime) -> datetime:
    """Return an aware moment as this computer's clock shows it, without its zone: office programs know none."""
    return at.astimezone().replace(tzinfo=None)
