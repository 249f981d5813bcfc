"""Reads the rows of a workbook's sheet as text, one after another, with openpyxl. A formula stays the text it is and is never calculated;
moments become ISO 8601. openpyxl uses defusedxml where it is installed, and it is one of our libraries for that reason.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any

from ticketdesk.services.exchange.trouble import Unreadable

SHARED_LIMIT = 256 * 1024**2
"""A workbook's words are kept in one member that has to be read whole."""


def is_workbook(archive: zipfile.ZipFile) -> bool:
    """Tell whether a zip is a workbook."""
    return "xl/workbook.xml" in archive.NameToInfo


def sheets(path: Path) -> tuple[str, ...]:
    """Return the names of a workbook's sheets. Raises Unreadable."""
    with path.open("rb") as file:
        book = _book(file, path)
        try:
            return tuple(book.sheetnames)
        finally:
            book.close()


def sheet_rows(file: IO[bytes], sheet: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Return the rows of a sheet that hold anything, each as wide as the first one. Raises Unreadable."""
    book = _book(file, path)
    try:
        if sheet and sheet not in book.sheetnames:
            raise Unreadable("no_sheet", file=path, sheet=sheet, names=", ".join(book.sheetnames))
        shown = book[sheet] if sheet else book.worksheets[0]
        # What the file says of its own size is often wrong, and then rows would be missing.
        shown.reset_dimensions()
        width = 0
        for line, cells in enumerate(shown.iter_rows(values_only=True), 1):
            row = [_text(value) for value in cells]
            while row and not row[-1] and len(row) > width:
                row.pop()
            if not any(row):
                continue
            width = width or len(row)
            yield line, row + [""] * (width - len(row))
    except (zipfile.BadZipFile, Unreadable, OSError):
        raise
    except Exception as error:  # a broken workbook may fail anywhere in the library, with any error
        raise Unreadable("sheet_broken", file=path, why=type(error).__name__) from error
    finally:
        book.close()


def _book(file: IO[bytes], path: Path) -> Any:
    from openpyxl import load_workbook  # slow to load, and most files are no workbooks

    try:
        with zipfile.ZipFile(file) as archive:
            words = archive.NameToInfo.get("xl/sharedStrings.xml")
            if words is not None and words.file_size > SHARED_LIMIT:
                raise Unreadable("too_large", file=path, limit=SHARED_LIMIT // 1024**2)
        file.seek(0)
        return load_workbook(file, read_only=True, data_only=False, keep_links=False)
    except (zipfile.BadZipFile, Unreadable, OSError):
        raise
    except Exception as error:  # see above
        raise Unreadable("sheet_broken", file=path, why=type(error).__name__) from error


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
