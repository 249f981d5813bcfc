"""What is said of a file on its way: its chip, and how an office calls each kind of file."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.attachment import Attachment, danger, ending
from ticketdesk.ui.kit.file_chips import FileLook, size_text

_PICTURES = frozenset(["png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "heic"])


def icon_of(name: str) -> str:
    """Return the sign of a file, by its name."""
    if danger(name).value:
        return "alert-triangle"
    if ending(name) in _PICTURES:
        return "photo"
    return "file-text" if ending(name) in {"txt", "pdf", "doc", "docx", "odt", "csv", "log", "md", "eml"} else "file"


def looks_of(files: Iterable[Attachment]) -> tuple[FileLook, ...]:
    """Return the chips of an entry's files; the file itself is each chip's key."""
    return tuple(FileLook(file, file.name, size_text(file.size), icon_of(file.name)) for file in files)


def sort_word(name: str) -> str:
    """Return what an office calls this kind of file, by its name."""
    end = ending(name)
    if end in _PICTURES:
        return QCoreApplication.translate("FileWords", "Picture")
    if end == "pdf":
        return "PDF"
    if end in {"txt", "log", "md", "csv"}:
        return QCoreApplication.translate("FileWords", "Text")
    if danger(name).value:
        return QCoreApplication.translate("FileWords", "Program or script")
    if not end:
        return QCoreApplication.translate("FileWords", "File")
    return QCoreApplication.translate("FileWords", "{ending} file").format(ending=end.upper())


def is_shown(name: str) -> bool:
    """Tell whether the program itself shows this kind of file."""
    return ending(name) in _PICTURES | {"txt", "log", "md", "csv"}


def far(share: float) -> str:
    """Return how far a file is: 60 %."""
    return QCoreApplication.translate("FileWords", "{percent} %").format(percent=round(share * 100))
