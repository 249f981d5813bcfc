"""What links and merges are called, read from either end."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ticketdesk.domain.entry import Step
from ticketdesk.domain.links import LinkKind


def kind_word(kind: LinkKind, *, outgoing: bool) -> str:
    """Return what this case is to the other one."""
    match kind, outgoing:
        case LinkKind.DUPLICATE_OF, True:
            return QCoreApplication.translate("LinkWords", "duplicate of")
        case LinkKind.DUPLICATE_OF, False:
            return QCoreApplication.translate("LinkWords", "has the duplicate")
        case LinkKind.CAUSED_BY, True:
            return QCoreApplication.translate("LinkWords", "caused by")
        case LinkKind.CAUSED_BY, False:
            return QCoreApplication.translate("LinkWords", "cause of")
        case LinkKind.BELONGS_TO, True:
            return QCoreApplication.translate("LinkWords", "belongs to")
        case LinkKind.BELONGS_TO, False:
            return QCoreApplication.translate("LinkWords", "includes")
        case LinkKind.FOLLOW_UP_OF, True:
            return QCoreApplication.translate("LinkWords", "follow-up of")
        case _:
            return QCoreApplication.translate("LinkWords", "continued in")


def said(step: Step) -> str:
    """Return what a step of the log says about links, or "" for every other step."""
    match step.what:
        case "linked":
            return QCoreApplication.translate("LinkWords", "Linked with another ticket (“{kind}”)").format(kind=_kind(step))
        case "unlinked":
            return QCoreApplication.translate("LinkWords", "Link with another ticket ended (“{kind}”)").format(kind=_kind(step))
        case "merged":
            return QCoreApplication.translate("LinkWords", "Merged into another ticket, as its duplicate")
        case "merged_in":
            return QCoreApplication.translate("LinkWords", "Another ticket was merged into this one")
        case "merge_undone":
            return QCoreApplication.translate("LinkWords", "Merge undone")
        case _:
            return ""


def _kind(step: Step) -> str:
    number = step.data.get("kind")
    kind = LinkKind(number) if isinstance(number, int) and number in tuple(LinkKind) else LinkKind.BELONGS_TO
    return kind_word(kind, outgoing=bool(step.data.get("outgoing")))
