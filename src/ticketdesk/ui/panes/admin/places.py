"""The pages of the administration, and who has which. Their names are those of the actions that lead to them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ticketdesk.domain.people import Me
from ticketdesk.domain.setup import may_set_up, may_set_up_groups


@dataclass(frozen=True, slots=True)
class AdminPlace:
    """One page."""

    name: str
    title: object
    sign: str
    for_administrators: bool = False


PLACES = (
    AdminPlace("categories", QT_TRANSLATE_NOOP("AdminPlaces", "Categories"), "category"),
    AdminPlace("groups", QT_TRANSLATE_NOOP("AdminPlaces", "Groups"), "users", for_administrators=True),
    AdminPlace("customer_groups", QT_TRANSLATE_NOOP("AdminPlaces", "Customer groups"), "building", for_administrators=True),
    AdminPlace("calendars", QT_TRANSLATE_NOOP("AdminPlaces", "Calendars"), "calendar-time", for_administrators=True),
    AdminPlace("commitments", QT_TRANSLATE_NOOP("AdminPlaces", "Service commitments"), "stopwatch", for_administrators=True),
    AdminPlace("contacts", QT_TRANSLATE_NOOP("AdminPlaces", "Contacts"), "id-badge"),
    AdminPlace("office", QT_TRANSLATE_NOOP("AdminPlaces", "Office"), "settings", for_administrators=True),
    AdminPlace("imports", QT_TRANSLATE_NOOP("AdminPlaces", "Imports"), "file-import", for_administrators=True),
    AdminPlace("health", QT_TRANSLATE_NOOP("AdminPlaces", "State of the server"), "server"),
)


def places_of(me: Me) -> tuple[AdminPlace, ...]:
    """Return the pages that somebody has: administration all, coordination some, everybody else none."""
    if not may_set_up(me):
        return ()
    return tuple(one for one in PLACES if not one.for_administrators or may_set_up_groups(me))
