"""What a spreadsheet finds in our files: real dates, numbers and spans, real tables, never a formula. Read back from the file."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ticketdesk.services.office_files import csv_file, place, xlsx
from ticketdesk.services.office_files.book import Book, Cell, Change, Column, Share, SpanChange, Table

AT = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
FORMULAS = ("=1+1", "+49 89 123", "-cmd|'/c calc'!A0", "@SUM(A1)", "\t=1", "＝1+1")


def book(*rows: tuple[Cell, ...], german: bool = True, columns: int = 7) -> Book:
    heads = tuple(Column(f"Spalte {number}", 12) for number in range(columns))
    return Book("Vorgänge", ("November 2026",), (Table("Liste", heads, rows),), german=german)


ROW: tuple[Cell, ...] = ("Drucker; „klemmt“", 1234, Share(0.875), timedelta(hours=123, minutes=45), AT, date(2026, 11, 23), None)


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        return {name: file.read(name).decode() for name in file.namelist()}


def test_cells_of_a_spreadsheet_have_their_types(tmp_path: Path) -> None:
    path = tmp_path / "Liste.xlsx"
    xlsx.write(book(ROW), path)
    found = parts(path)
    sheet, styles = found["xl/worksheets/sheet1.xml"], found["xl/styles.xml"]
    row = re.search(r'<row r="6".*?</row>', sheet)
    assert row is not None
    values = dict(re.findall(r'<c r="([A-Z])6"[^>]*?(?: t="s")?><v>([^<]*)</v>', row[0]))
    local = AT.astimezone().replace(tzinfo=None)
    days = (local - datetime(1899, 12, 30)) / timedelta(days=1)
    assert (values["B"], values["C"]) == ("1234", "0.875")
    assert float(values["D"]) == pytest.approx(123.75 / 24)
    assert float(values["E"]) == pytest.approx(days) and values["F"] == "46349"
    assert re.search(r'<c r="A6"[^>]* t="s">', row[0]) and 'r="G6"' not in row[0]
    for form in ("[h]:mm", "dd.mm.yyyy hh:mm", "dd.mm.yyyy", "0.0%"):
        assert f'formatCode="{form}"' in styles
    assert 'ref="A5:G6"' in found["xl/tables/table1.xml"] and 'name="Tabelle1"' in found["xl/tables/table1.xml"]
    assert '<pane ySplit="5"' in sheet and 'fitToHeight="0"' in sheet and "<f>" not in sheet
    assert "Print_Titles" in found["xl/workbook.xml"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_file_holds_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.xlsx"
    xlsx.write(Book(text, (text,), (Table(text, (Column(text), Column(text)), ((text, text),), text),)), path)
    found = parts(path)
    assert "<f>" not in found["xl/worksheets/sheet1.xml"] and "calculatedColumn" not in found["xl/tables/table1.xml"]
    # A cell that somebody edits stays a text.
    assert 'quotePrefix="1"' in found["xl/styles.xml"]
    written = csv_file.as_csv(book((text,), columns=1)).splitlines()
    assert written[1].lstrip('"').startswith("'")


def test_a_span_below_nothing_is_read_in_excel(tmp_path: Path) -> None:
    xlsx.write(book((timedelta(minutes=-134), timedelta(minutes=5)), columns=2), tmp_path / "x.xlsx")
    found = parts(tmp_path / "x.xlsx")
    assert "<t>-2:14</t>" in found["xl/sharedStrings.xml"] and "<f>" not in found["xl/worksheets/sheet1.xml"]


def test_what_cannot_be_in_a_cell_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    odd = "a\x01b\x00<&>" + "ä" * 40_000
    xlsx.write(book((odd, datetime(1066, 10, 14, tzinfo=UTC), date(1, 1, 1), -5, Share(0), timedelta(0), "")), path)
    words = parts(path)["xl/sharedStrings.xml"]
    assert "a_x0001_b" in words and "…" in words and "14.10.1066" in words
    xlsx.write(book(), path)
    assert 'ref="A5:G6"' in parts(path)["xl/tables/table1.xml"], "a table without rows must keep an empty one"


def test_names_of_sheets_and_heads_are_such_as_a_spreadsheet_takes() -> None:
    taken: set[str] = set()
    names = [xlsx.sheet_name(title, taken) for title in ("Zusagen: [alle]/offen", "x" * 40, "x" * 50, "", "'History'", "\x00")]
    assert names[0] == "Zusagen   alle  offen" and len({name.casefold() for name in names}) == 6
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) and name.casefold() != "history" for name in names)
    assert xlsx.unique(["Zeit", "zeit", ""]) == ["Zeit", "zeit (2)", "3"]


def test_csv_as_a_german_and_as_an_english_excel_opens_it() -> None:
    assert csv_file.as_csv(book(ROW)).startswith("\ufeffSpalte 0;")
    local = AT.astimezone()
    german = csv_file.as_csv(book(ROW)).splitlines()[1]
    assert german == f'"Drucker; „klemmt“";1234;87,5;123:45;{local:%d.%m.%Y %H:%M};23.11.2026;'
    english = csv_file.as_csv(book(ROW, german=False)).splitlines()[1]
    assert english == f"Drucker; „klemmt“,1234,87.5,123:45,{local:%Y-%m-%d %H:%M},2026-11-23,"


def test_several_tables_in_one_text() -> None:
    one = Table("Offen", (Column("Zahl"),), ((3,),), "Stand heute")
    lines = csv_file.as_csv(Book("Bericht", ("November",), (one, one))).splitlines()
    assert lines == ["\ufeffBericht", "November", "", "Offen", "Zahl", "3", "Stand heute", "", "Offen", "Zahl", "3", "Stand heute"]


def test_a_file_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "Liste.csv"
    path.write_text("alt", "utf-8")
    with pytest.raises(RuntimeError), place.replaced(path) as new:
        new.write_text("halb", "utf-8")
        raise RuntimeError
    assert path.read_text("utf-8") == "alt" and list(tmp_path.iterdir()) == [path]
    place.write_text(path, "neu")
    assert path.read_text("utf-8") == "neu" and path.stat().st_mode & 0o777 == 0o644
    with pytest.raises(OSError):
        xlsx.write(book(), tmp_path / "fehlt" / "x.xlsx")


def test_what_grew_has_a_plus_sign_and_is_still_a_number(tmp_path: Path) -> None:
    grown, shrunk = Change(1234), Change(-5)
    longer, shorter = SpanChange(minutes=90), SpanChange(minutes=-90)
    row: tuple[Cell, ...] = (grown, shrunk, Change(0), longer, shorter, SpanChange(0), SpanChange(seconds=5))
    assert [csv_file.word(cell, german=True) for cell in row] == ["+1234", "-5", "0", "1:30", "-1:30", "0:00", "0:00"]
    xlsx.write(book(row, columns=7), tmp_path / "x.xlsx")
    found = parts(tmp_path / "x.xlsx")
    cells = dict(re.findall(r'<c r="([A-Z])6" s="(\d+)"><v>', found["xl/worksheets/sheet1.xml"]))
    forms = re.findall(r'numFmtId="(\d+)" formatCode="([^"]*)"', found["xl/styles.xml"])
    used = re.findall(r'<xf numFmtId="(\d+)"', found["xl/styles.xml"].partition("<cellXfs")[2])
    shown = {column: dict(forms).get(used[int(style)]) for column, style in cells.items()}
    assert shown["A"] == shown["B"] == shown["C"] == "+#,##0;-#,##0;0" and shown["D"] == "+[h]:mm;-[h]:mm;0:00"
    assert (shown["F"], shown["G"]) == ("[h]:mm", "[h]:mm")
