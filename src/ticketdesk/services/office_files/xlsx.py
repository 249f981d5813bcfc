"""Tables as an XLSX file: a sheet and a real table for each, typed cells, frozen head, print set-up. No cell can be a formula."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from ticketdesk.services.office_files.book import FORMULA_SIGNS, Book, Cell, Change, Share, SpanChange, Table, local
from ticketdesk.services.office_files.csv_file import hours_and_minutes
from ticketdesk.services.office_files.place import replaced

LONGEST_TEXT = 32_000
"""A cell holds 32,767 signs at most; the rest would be lost without a word."""
MOST_ROWS = 1_000_000
_A4 = 9
_FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count days from here on alike; earlier ones are written as text."""
_FORMS = {
    "moment": ("dd.mm.yyyy hh:mm", "d mmm yyyy hh:mm"), "day": ("dd.mm.yyyy", "d mmm yyyy"), "span": ("[h]:mm", "[h]:mm"),
    "share": ("0.0%", "0.0%"), "number": ("#,##0", "#,##0"),
    "change": ("+#,##0;-#,##0;0", "+#,##0;-#,##0;0"), "span_change": ("+[h]:mm;-[h]:mm;0:00", "+[h]:mm;-[h]:mm;0:00"),
}  # fmt: skip


def write(book: Book, path: Path) -> None:
    """Write a book; a file that stood there is replaced when the new one is whole. Raises OSError."""
    with replaced(path) as new:
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True}
        workbook = xlsxwriter.Workbook(str(new), options)
        try:
            workbook.set_properties({"title": book.title, "subject": " · ".join(book.lines)})
            forms = _Forms(workbook, german=book.german)
            taken: set[str] = set()
            for number, table in enumerate(book.tables, 1):
                _sheet(workbook.add_worksheet(sheet_name(table.title or book.title, taken)), book, table, forms, number)
        finally:
            try:
                workbook.close()
            except FileCreateError as problem:
                raise OSError(str(problem)) from problem


class _Forms:
    """The formats of one file, each made once."""

    def __init__(self, workbook: Any, *, german: bool) -> None:
        self.title = workbook.add_format({"bold": True, "font_size": 14})
        self.quiet = workbook.add_format({"font_color": "#595959"})
        self.head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.text = workbook.add_format({"text_wrap": True, "valign": "top"})
        # Still a text after somebody has edited the cell.
        self.kept = workbook.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        self.span_back = workbook.add_format({"valign": "top", "align": "right", "quote_prefix": True})
        self.by_kind = {
            kind: workbook.add_format({"num_format": forms[0 if german else 1], "valign": "top", "align": "right"})
            for kind, forms in _FORMS.items()
        }


def _sheet(sheet: Any, book: Book, table: Table, forms: _Forms, number: int) -> None:
    words = [book.title, *book.lines]
    if table.title and table.title != book.title:
        words.append(table.title)
    for row, line in enumerate(words):
        sheet.write_string(row, 0, line, forms.title if row == 0 else forms.quiet)
    head = len(words) + 1
    rows = table.rows[:MOST_ROWS]
    for column, one in enumerate(table.columns):
        sheet.set_column(column, column, max(one.width, 6) + 2)
    columns = [{"header": name, "header_format": forms.head} for name in unique([one.name for one in table.columns])]
    # A table without rows is none to a spreadsheet: it keeps an empty one.
    last = head + max(len(rows), 1)
    sheet.add_table(head, 0, last, len(columns) - 1, {
        "columns": columns, "name": f"Tabelle{number}" if book.german else f"Table{number}", "style": "Table Style Light 1",
        "autofilter": bool(rows),
    })  # fmt: skip
    for row, cells in enumerate(rows, head + 1):
        for column, cell in enumerate(cells):
            _write(sheet, row, column, cell, forms)
    if table.note:
        sheet.write_string(last + 2, 0, table.note, forms.quiet)
    sheet.freeze_panes(head + 1, 0)
    sheet.set_paper(_A4)
    if sum(column.width for column in table.columns) > 90:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_footer("&L" + book.title.replace("&", "&&")[:200] + "&R&P / &N")


def _write(sheet: Any, row: int, column: int, cell: Cell, forms: _Forms) -> None:
    match cell:
        case None:
            return
        case str():
            text = cell if len(cell) <= LONGEST_TEXT else cell[:LONGEST_TEXT] + " …"
            sheet.write_string(row, column, text, forms.kept if text[:1] in FORMULA_SIGNS else forms.text)
        case Share():
            sheet.write_number(row, column, float(cell), forms.by_kind["share"])
        case timedelta() if cell < timedelta(0):
            # Excel shows negative times as a row of hashes, whatever their format is.
            sheet.write_string(row, column, hours_and_minutes(cell), forms.span_back)
        case timedelta():
            # Under half a minute nothing grew that is seen.
            minutes = round(cell.total_seconds() / 60)
            kind = "span_change" if isinstance(cell, SpanChange) and minutes else "span"
            sheet.write_number(row, column, cell.total_seconds() / 86_400, forms.by_kind[kind])
        case datetime():
            at = local(cell)
            if at.date() < _FIRST_DAY:
                sheet.write_string(row, column, at.strftime("%d.%m.%Y %H:%M"), forms.text)
            else:
                sheet.write_datetime(row, column, at, forms.by_kind["moment"])
        case date():
            if cell < _FIRST_DAY:
                sheet.write_string(row, column, cell.strftime("%d.%m.%Y"), forms.text)
            else:
                sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), forms.by_kind["day"])
        case Change():
            sheet.write_number(row, column, int(cell), forms.by_kind["change"])
        case _:
            sheet.write_number(row, column, cell, forms.by_kind["number"])


def sheet_name(title: str, taken: set[str]) -> str:
    """Return a name that a sheet may have: 31 signs, without those that address cells, and no name twice."""
    plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title).strip().strip("'")[:31].strip() or "1"
    name, number = plain, 2
    while name.casefold() in taken or name.casefold() == "history":
        name = f"{plain[:27]} {number}"
        number += 1
    taken.add(name.casefold())
    return name


def unique(names: list[str]) -> list[str]:
    """Return heads of which none is empty and none stands twice, as tables want them."""
    found: list[str] = []
    for number, name in enumerate(names, 1):
        taken = {one.casefold() for one in found}
        word = name.strip() or str(number)
        found.append(word if word.casefold() not in taken else f"{word} ({number})")
    return found
