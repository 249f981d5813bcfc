"""Placeholders of templates: a closed list of words between braces, and what becomes of them. Pure: no paths, no attributes, no code.

``{target_date}`` stands for a value, ``{target_date|soon}`` for a value or, where there is none, for «soon». One without value and
without fall-back stays in the text as it is, to be seen and filled in by hand; nothing is sent while one stands there. Values are never
looked at for further placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from ticketdesk.domain.row import value


class Place(StrEnum):
    """What may stand between braces, in English; GERMAN has the other spelling."""

    TICKET_NUMBER = "ticket_number"
    SUBJECT = "subject"
    REQUESTER_NAME = "requester_name"
    SALUTATION = "salutation"
    COMPANY = "company"
    DEPARTMENT = "department"
    OWN_NAME = "own_name"
    HANDLER = "handler"
    GROUP = "group"
    TARGET_DATE = "target_date"
    WISHED_DATE = "wished_date"
    DOCUMENT_REF = "document_ref"
    CATEGORY = "category"
    TODAY = "today"


GERMAN: Mapping[Place, str] = {
    Place.TICKET_NUMBER: "ticketnummer",
    Place.SUBJECT: "betreff",
    Place.REQUESTER_NAME: "ersteller",
    Place.SALUTATION: "anrede",
    Place.COMPANY: "firma",
    Place.DEPARTMENT: "abteilung",
    Place.OWN_NAME: "mein_name",
    Place.HANDLER: "bearbeiter",
    Place.GROUP: "gruppe",
    Place.TARGET_DATE: "zieltermin",
    Place.WISHED_DATE: "terminwunsch",
    Place.DOCUMENT_REF: "beleg",
    Place.CATEGORY: "kategorie",
    Place.TODAY: "heute",
}

NAMES: Mapping[str, Place] = {**{place.value: place for place in Place}, **{name: place for place, name in GERMAN.items()}}
"""Every spelling; the database has the same list (sql: td.placeholder_names)."""

PATTERN = re.compile(r"\{([^\W\d]+)(?:\|([^{}\n]*))?\}")
"""A word of letters between braces, perhaps with a fall-back; braces around anything else are just braces."""


def spelling(place: Place, language: str) -> str:
    """Return a placeholder as it is written in a language, with its braces."""
    return "{" + (GERMAN[place] if language == "de" else place.value) + "}"


def unknown(text: str) -> tuple[str, ...]:
    """Return the names between braces that are no placeholder, in the text's order."""
    return tuple(found[1] for found in PATTERN.finditer(text) if found[1].lower() not in NAMES)


@value
class Open:
    """A placeholder that still stands in a text: from where to where, and as it is written."""

    start: int
    end: int
    written: str


def unresolved(text: str) -> tuple[Open, ...]:
    """Return the known placeholders that stand in a text."""
    return tuple(Open(found.start(), found.end(), found[0]) for found in PATTERN.finditer(text) if found[1].lower() in NAMES)


def render(text: str, values: Mapping[Place, str]) -> str:
    """Fill a text in. A value that is missing or empty gives the fall-back, or leaves the placeholder as it stands."""

    def one(found: re.Match[str]) -> str:
        place = NAMES.get(found[1].lower())
        if place is None:
            return found[0]
        # What a person typed as his name is a value, not a template: its braces must not be taken for a place to fill in.
        value = _harmless(values.get(place, ""))
        if value:
            return value
        return found[2] if found[2] is not None else found[0]

    return PATTERN.sub(one, text)


def _harmless(value: str) -> str:
    """Return a value of which nothing can be taken for a placeholder: other brackets stand where one would."""
    return PATTERN.sub(lambda found: f"({found[0][1:-1]})", value)
