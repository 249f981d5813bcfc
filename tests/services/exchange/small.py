"""A small made-up log in the columns of the bpic2013 profile, and ways to spoil it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

COLUMNS = (
    "SR Number", "Change Date+Time", "Status", "Sub Status", "Activity", "Activity Level", "Involved ST Function Div",
    "Involved Org line 3", "Involved ST", "Involved ST 2", "ST Level", "SR Latest Impact", "Product", "Country", "Owner Country",
    "Owner First Name", "Resource",
)  # fmt: skip

Row = dict[str, str]


def event(number: str, at: str, status: str = "Accepted/In Progress", **more: str) -> Row:
    """One event; ``more`` replaces values, with underscores for the blanks in a column's name."""
    main, _, sub = status.partition("/")
    row = {
        "SR Number": number, "Change Date+Time": at, "Status": main, "Sub Status": sub, "Activity": f"{main}-{sub}",
        "Activity Level": "", "Involved ST Function Div": "X1", "Involved Org line 3": "Linie Muster", "Involved ST": "Team Beispiel",
        "Involved ST 2": "", "ST Level": "L1", "SR Latest Impact": "Medium", "Product": "MUSTERPRODUKT", "Country": "xx",
        "Owner Country": "Nirgendland", "Owner First Name": "Bodo", "Resource": "",
    }  # fmt: skip
    return row | {name.replace("_", " "): value for name, value in more.items()}


def three_cases() -> list[Row]:
    """Three cases of two, three and one event; the second has equal stamps, the third is open."""
    return [
        event("C-1", "2012-01-02T08:00:00+01:00"),
        event("C-1", "2012-01-02T09:00:00+01:00", "Completed/Closed", Owner_First_Name="Änne"),
        event("C-2", "2012-01-03T08:00:00+01:00", "Queued/Awaiting Assignment"),
        event("C-2", "2012-01-03T08:00:00+01:00", "Completed/Resolved", Involved_ST="Team Zwei"),
        event("C-2", "2012-01-03T08:00:00+01:00", "Accepted/Wait - Vendor"),
        event("C-3", "2012-01-04T08:00:00+01:00", "Accepted/Assigned", Owner_First_Name="Siebel", Owner_Country="0"),
    ]


def text(rows: Iterable[Row], *, columns: Iterable[str] = COLUMNS, delimiter: str = ",") -> str:
    """Return rows as CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns), delimiter=delimiter, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def write(path: Path, rows: Iterable[Row], *, delimiter: str = ",", encoding: str = "utf-8-sig") -> Path:
    """Write rows to a file and return it."""
    path.write_bytes(text(rows, delimiter=delimiter).encode(encoding))
    return path
