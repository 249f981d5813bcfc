"""The log of a case as a file: text for reading, CSV as a German Excel opens it. Pure; sentences come in as they are shown."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

BOM = "\ufeff"
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet would take for the beginning of a formula."""


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in _FORMULA else cell


def as_csv(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table with semicolons, a byte order mark and guarded cells."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in (head, *rows):
        writer.writerow([guarded(cell) for cell in row])
    return BOM + out.getvalue()


def as_text(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the table as lines to read, each value with its name."""
    blocks = ["\n".join(f"{name}: {cell}" for name, cell in zip(head, row, strict=True) if cell) for row in rows]
    return "\n\n".join([title, *blocks]) + "\n"
