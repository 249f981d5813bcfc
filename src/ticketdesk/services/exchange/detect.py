"""How a file is written, by its bytes: kind, encoding, delimiter, sheets, members. Every finding is shown and can be changed.

Encodings are told apart by rules of our own, not by a library that guesses: a mark at the beginning decides; what is valid UTF-8 is UTF-8,
as no text in another encoding with an umlaut is; zero bytes at every second place are UTF-16; the rest comes from Windows, or from DOS if
umlauts are letters there alone. That can be explained in one sentence beside the field, and what is wrong is seen in the preview.
"""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from ticketdesk.services.exchange import sheet as sheets_of
from ticketdesk.services.exchange.export_read import is_export
from ticketdesk.services.exchange.source import BOOKS, DELIMITERS, ReadAs, Record, binary, members, opened
from ticketdesk.services.exchange.trouble import Unreadable

SAMPLE = 512 * 1024
ROWS = 200
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp850", "mac-roman", "cp1250")
"""Offered beside what was found."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_GERMAN = frozenset("äöüÄÖÜß")


@dataclass(frozen=True, slots=True)
class Found:
    """What a file looks like."""

    kind: str
    """csv or xlsx."""
    read_as: ReadAs
    why: str
    """How the encoding was found: mark, valid, zeros, windows, dos; "" for a workbook."""
    members: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


def look(path: Path, *, member: str = "", sheet: str = "") -> Found:
    """Look at a file. Raises Unreadable: an empty one, a damaged one, a zip with several tables and no choice."""
    try:
        if is_export(path):
            raise Unreadable("is_export", file=path)
        inside = members(path)
        if len(inside) > 1 and not member:
            raise Unreadable("zip_choose", file=path, count=len(inside), names=", ".join(inside), members=inside)
        with binary(path, member or (inside[0] if inside else "")) as (file, name):
            if name.lower().endswith(BOOKS):
                return Found("xlsx", ReadAs(member=member, sheet=sheet), "", inside, () if inside else sheets_of.sheets(path))
            sample = file.read(SAMPLE)
            encoding, why = _encoding(sample)
            if why == "valid" and encoding == "utf-8-sig":
                # All of it: the first umlaut may stand on the last line.
                decoder = codecs.getincrementaldecoder("utf-8")()
                try:
                    decoder.decode(sample)
                    while piece := file.read(1 << 20):
                        decoder.decode(piece)
                    decoder.decode(b"", final=True)
                except UnicodeDecodeError:
                    encoding, why = "cp1252", "windows"
    except OSError as error:
        raise Unreadable("no_file", file=path, why=error.strerror or "") from error
    if not sample.strip():
        raise Unreadable("empty", file=path)
    text = sample.decode(encoding, errors="replace")
    return Found("csv", ReadAs(encoding, _delimiter(text), member), why, inside)


def rows_of(path: Path, read_as: ReadAs, count: int = ROWS) -> tuple[tuple[str, ...], list[Record]]:
    """Return the columns and the first records. Raises Unreadable."""
    with opened(path, read_as) as table:
        return table.columns, list(islice(table.records, count))


def changed(found: Found, **more: str) -> Found:
    """Return a finding with what a person knows better."""
    return replace(found, read_as=replace(found.read_as, **more))


def _encoding(sample: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding, "mark"
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if max(odd, even) * 2 > len(sample) * 0.4:
        return ("utf-16-le", "zeros") if odd > even else ("utf-16-be", "zeros")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8-sig", "valid"
    windows, dos = (sum(letter in _GERMAN for letter in sample.decode(one, errors="replace")) for one in ("cp1252", "cp850"))
    return ("cp850", "dos") if dos > windows else ("cp1252", "windows")


def _delimiter(text: str) -> str:
    """Return the character that parts most lines into the same number of columns."""
    best, score = ",", 0.0
    lines = text.splitlines(keepends=True)
    if len(lines) > 2:
        lines.pop()  # cut off by the sample's end
    for delimiter in DELIMITERS:
        widths = list[int]()
        try:
            for row in islice(csv.reader(lines, delimiter=delimiter), ROWS):
                if row:
                    widths.append(len(row))
        except csv.Error:
            continue
        if not widths or widths[0] < 2:
            continue
        width, times = Counter(widths).most_common(1)[0]
        this = times / len(widths) * (1 + min(width, 50) / 100) + (width == widths[0])
        if this > score:
            best, score = delimiter, this
    return best
