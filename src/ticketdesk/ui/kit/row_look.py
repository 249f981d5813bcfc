"""What a row of a list shows, as plain values, and the row as one sentence for a screen reader. Painting stands in the delegates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import Enum
from operator import attrgetter

from PySide6.QtCore import QCoreApplication, Qt

from ticketdesk.domain.states import Priority
from ticketdesk.ui.kit.marks import Status
from ticketdesk.ui.kit.text import DueTone

ROLE_KEY = int(Qt.ItemDataRole.UserRole)
"""What a row is known by: any hashable value that stays the same while the row lives."""
ROLE_LOOK = int(Qt.ItemDataRole.UserRole) + 1
"""The RowLook of a row, the same for each of its columns."""


class Presence(Enum):
    """What a colleague does with the case at this moment."""

    READING = "eye"
    WRITING = "pencil"


@dataclass(frozen=True, slots=True)
class RowLook:
    """One row of a list. All words come translated; empty means: not shown."""

    number: str
    subject: str
    status: Status
    status_word: str
    requester: str = ""
    owner: str = ""
    priority: Priority = Priority.NORMAL
    priority_word: str = ""
    unread: bool = False
    due_text: str = ""
    due_tone: DueTone = DueTone.NONE
    due_promise: bool = False
    """Whether what is due is a promise, and not a date."""
    due_short: str = ""
    """What stands there instead where the subject would have no room: the moment without which promise it is."""
    due_cell: str = ""
    """What stands in the column of dates, where that is shorter: the promise has a column of its own."""
    hidden: bool = False
    """Whether the clarification is hidden from the requester."""
    attachments: bool = False
    parts_done: int = 0
    parts_all: int = 0
    parts_text: str = ""
    presence: Presence | None = None
    leaving: str = ""
    """Says why the row is about to leave this view; the row is then shown quietly until pointer and focus have left it."""
    commitment_text: str = ""
    commitment_tone: DueTone = DueTone.NONE
    commitment_share: float = 0.0
    more: Mapping[str, str] = field(default_factory=dict)
    """Texts of further columns by their key."""


row_face: Callable[[RowLook], tuple[object, ...]] = attrgetter(*(one.name for one in fields(RowLook) if one.name != "more"))
"""Returns all that is painted of a row in two lines, to tell whether it still looks the same."""


def row_sentence(look: RowLook) -> str:
    """Return everything a row shows as one sentence, for Qt.AccessibleTextRole."""
    parts = [
        QCoreApplication.translate("RowLook", "unread") if look.unread else "",
        look.priority_word if look.priority >= Priority.HIGH else "",
        look.subject,
        look.status_word,
        look.number,
        look.leaving or look.requester,
        look.due_text,
        look.parts_text,
        QCoreApplication.translate("RowLook", "hidden clarification") if look.hidden else "",
        QCoreApplication.translate("RowLook", "with attachments") if look.attachments else "",
        _presence(look.presence),
        look.owner if look.owner != "—" else "",
    ]
    return ", ".join(part for part in parts if part)


def _presence(presence: Presence | None) -> str:
    if presence is None:
        return ""
    if presence is Presence.WRITING:
        return QCoreApplication.translate("RowLook", "somebody is writing")
    return QCoreApplication.translate("RowLook", "somebody is reading")
