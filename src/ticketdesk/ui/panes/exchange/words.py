"""What the import's targets, formats and encodings are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ticketdesk.domain.states import Reason, State
from ticketdesk.services.exchange.dates import Dates
from ticketdesk.ui.kit import words

TARGETS: dict[str, object] = {
    "number": QT_TRANSLATE_NOOP("ImportWords", "Case number"),
    "at": QT_TRANSLATE_NOOP("ImportWords", "Moment"),
    "answered": QT_TRANSLATE_NOOP("ImportWords", "Answered at"),
    "closed": QT_TRANSLATE_NOOP("ImportWords", "Closed at"),
    "changed": QT_TRANSLATE_NOOP("ImportWords", "Last changed at"),
    "state": QT_TRANSLATE_NOOP("ImportWords", "State"),
    "state_more": QT_TRANSLATE_NOOP("ImportWords", "State, more exactly"),
    "priority": QT_TRANSLATE_NOOP("ImportWords", "Priority"),
    "kind": QT_TRANSLATE_NOOP("ImportWords", "Kind"),
    "subject": QT_TRANSLATE_NOOP("ImportWords", "Subject"),
    "text": QT_TRANSLATE_NOOP("ImportWords", "Description or text"),
    "solution": QT_TRANSLATE_NOOP("ImportWords", "Solution"),
    "group": QT_TRANSLATE_NOOP("ImportWords", "Group or team"),
    "person": QT_TRANSLATE_NOOP("ImportWords", "Acting person"),
    "requester": QT_TRANSLATE_NOOP("ImportWords", "Requester"),
    "email": QT_TRANSLATE_NOOP("ImportWords", "Requester's e-mail"),
    "phone": QT_TRANSLATE_NOOP("ImportWords", "Requester's phone"),
    "company": QT_TRANSLATE_NOOP("ImportWords", "Requester's company"),
    "department": QT_TRANSLATE_NOOP("ImportWords", "Requester's department"),
    "document_ref": QT_TRANSLATE_NOOP("ImportWords", "Document reference"),
}
"""In the order in which they are asked for."""
DATES: dict[Dates, object] = {
    Dates.ISO: QT_TRANSLATE_NOOP("ImportWords", "Year first (2025-03-04 08:00)"),
    Dates.DAY_FIRST: QT_TRANSLATE_NOOP("ImportWords", "Day first (04.03.2025 08:00)"),
    Dates.MONTH_FIRST: QT_TRANSLATE_NOOP("ImportWords", "Month first (03/04/2025 8:00 AM)"),
    Dates.EXCEL: QT_TRANSLATE_NOOP("ImportWords", "Number of a spreadsheet (45720.33)"),
    Dates.EPOCH: QT_TRANSLATE_NOOP("ImportWords", "Seconds since 1970"),
    Dates.EPOCH_MS: QT_TRANSLATE_NOOP("ImportWords", "Milliseconds since 1970"),
}
WHYS: dict[str, object] = {
    "mark": QT_TRANSLATE_NOOP("ImportWords", "The file says so at its beginning."),
    "valid": QT_TRANSLATE_NOOP("ImportWords", "The whole file is valid UTF-8."),
    "zeros": QT_TRANSLATE_NOOP("ImportWords", "Every second byte is zero."),
    "windows": QT_TRANSLATE_NOOP("ImportWords", "It is no UTF-8, and its umlauts are those of Windows. Please look at the preview."),
    "dos": QT_TRANSLATE_NOOP("ImportWords", "It is no UTF-8, and its umlauts are those of DOS. Please look at the preview."),
}
_ENCODINGS = {
    "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE", "cp1252": "Windows-1252 (Latin-1)",
    "cp850": "DOS (850)", "mac-roman": "Mac Roman", "cp1250": "Windows-1250",
}  # fmt: skip


def said(source: object) -> str:
    """Return a word of these tables in the present language."""
    return QCoreApplication.translate("ImportWords", str(source))


def encoding(name: str) -> str:
    """Return what an encoding is called."""
    return _ENCODINGS.get(name, name)


def state(meant: tuple[State, Reason | None]) -> str:
    """Return a state with what it waits for."""
    return words.state(meant[0]) + (f" ({words.reason(meant[1])})" if meant[1] else "")


STATES: tuple[tuple[State, Reason | None], ...] = tuple(
    one for each in State for one in (((each, None),) if each is not State.WAITING else ((each, None), *((each, why) for why in Reason)))
)
