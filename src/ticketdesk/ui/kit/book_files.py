"""Asks where a table is to be saved, and writes it as XLSX, CSV or PDF: by the file's ending. What went wrong comes back as a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ticketdesk.services.office_files import csv_file, xlsx
from ticketdesk.services.office_files.book import Book
from ticketdesk.services.office_files.place import write_text
from ticketdesk.ui.kit import paper_work
from ticketdesk.ui.kit.paper import Paper

ENDINGS = (".xlsx", ".csv", ".pdf")


def ask_path(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask for a place; the ending is put to it where somebody left it out. None: nothing is to be saved."""
    kinds = (
        QCoreApplication.translate("BookFiles", "Spreadsheet for Excel (*.xlsx)"),
        QCoreApplication.translate("BookFiles", "Table with separators (*.csv)"),
        QCoreApplication.translate("BookFiles", "Pages to print (*.pdf)"),
    )
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = str(QSettings().value("files/folder", "")) or documents
    last = str(QSettings().value("files/ending", ENDINGS[0]))
    first = kinds[ENDINGS.index(last)] if last in ENDINGS else kinds[0]
    proposal = str(Path(folder) / f"{file_name(name)}{last if last in ENDINGS else ENDINGS[0]}")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, proposal, ";;".join(kinds), first)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() not in ENDINGS:
        ending = ENDINGS[kinds.index(kind)] if kind in kinds else ENDINGS[0]
        path = path.with_name(path.name + ending)
    QSettings().setValue("files/folder", str(path.parent))
    QSettings().setValue("files/ending", path.suffix.lower())
    return path


def file_name(words: str) -> str:
    """Return a name that every system's folders take."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", words).strip(" .")[:120] or "Ticketdesk"


def save(parent: QWidget, book: Book, path: Path, *, paper: Callable[[], Paper], done: Callable[[str], None]) -> None:
    """Write a book as what the file's ending says. ``done`` hears why it could not be, or nothing; it hears nothing of what was stopped."""
    if path.suffix.lower() == ".pdf":
        paper_work.write(parent, paper().write_pdf(path), done=lambda: done(""), failed=lambda error: done(said_of(error)))
        return
    try:
        write(book, path)
    except OSError as error:
        done(said_of(error))
    else:
        done("")


def write(book: Book, path: Path) -> None:
    """Write a table as CSV or XLSX, which may be done on any thread. Raises OSError."""
    if path.suffix.lower() == ".csv":
        write_text(path, csv_file.as_csv(book))
    else:
        xlsx.write(book, path)


def said_of(error: OSError) -> str:
    """Say why a file could not be written."""
    if isinstance(error, PermissionError):
        return QCoreApplication.translate(
            "BookFiles", "The file could not be written: it is open in another program, or the folder is protected."
        )
    why = error.strerror or str(error)
    return QCoreApplication.translate("BookFiles", "The file could not be written: {why}").replace("{why}", why)
