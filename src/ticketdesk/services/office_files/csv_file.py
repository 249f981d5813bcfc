"""Tables as CSV: in German as a German Excel opens it (semicolons, decimal comma, German dates), in English with commas and ISO dates."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, timedelta

from ticketdesk.services.office_files.book import FORMULA_SIGNS, Book, Cell, Change, Share, SpanChange, local

BOM = "\ufeff"


def as_csv(book: Book) -> str:
    """Return a book as one text: of one table head and rows alone, of several each under its title, an empty line between them."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if book.german else ",", lineterminator="\r\n")
    alone = len(book.tables) == 1
    if not alone:
        writer.writerow([guarded(book.title)])
        writer.writerows([guarded(line)] for line in book.lines)
    for table in book.tables:
        if not alone:
            writer.writerow([])
            writer.writerow([guarded(table.title)])
        writer.writerow([guarded(column.name) for column in table.columns])
        writer.writerows([word(cell, german=book.german) for cell in row] for row in table.rows)
        if table.note:
            writer.writerow([guarded(table.note)])
    return BOM + out.getvalue()


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in FORMULA_SIGNS else text


def word(cell: Cell, *, german: bool) -> str:
    """Return a cell as text; only what is a text by itself is guarded, for a number may be negative."""
    match cell:
        case None:
            return ""
        case str():
            return guarded(cell)
        case Share():
            return f"{round(cell * 100, 1)}".replace(".", "," if german else ".")
        case Change():
            return signed(str(int(cell)), cell)
        case timedelta():
            # No plus sign: a spreadsheet would take +1:30 for a formula.
            return hours_and_minutes(cell)
        case datetime():
            return local(cell).strftime("%d.%m.%Y %H:%M" if german else "%Y-%m-%d %H:%M")
        case date():
            return cell.strftime("%d.%m.%Y" if german else "%Y-%m-%d")
        case _:
            return str(cell)


def signed(said: str, change: Change | SpanChange) -> str:
    """Return what is said of a change, with a plus sign where something grew."""
    grew = change > 0 if isinstance(change, Change) else change >= timedelta(seconds=30)
    return f"+{said}" if grew else said


def hours_and_minutes(span: timedelta) -> str:
    """Return ``123:45``: spreadsheets read it as a span."""
    minutes = round(span.total_seconds() / 60)
    return f"{'-' if minutes < 0 else ''}{abs(minutes) // 60}:{abs(minutes) % 60:02d}"
