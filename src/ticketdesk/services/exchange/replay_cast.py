"""Who acts in a replay: forty log-ins, and whom each team and person of the log is played by. Pure, and the same for every file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

from ticketdesk.domain.people import PersonClass

TEAM_SIZE = 3
"""Log-ins that play the people of one team."""


@dataclass(frozen=True, slots=True)
class Player:
    """A log-in of the replay; ``key`` is its user name."""

    key: str
    name: str
    person_class: PersonClass


# All names are made up and look it.
_COORDINATORS = ("Kira Nachspiel", "Klaas Nachspiel", "Karla Nachspiel", "Kuno Nachspiel")
_HANDLERS = (
    "Ada Platzhalter", "Bela Attrappe", "Cora Vorlage", "Dirk Muster", "Elsa Probelauf", "Falk Beispiel", "Gesa Blindtext",
    "Hugo Schablone", "Ilse Ungenannt", "Jens Kulisse", "Kaja Komparse", "Lars Statist", "Meta Muster", "Nele Platzhalter",
    "Olaf Attrappe", "Pia Vorlage", "Rolf Kulisse", "Sina Probelauf", "Till Beispiel", "Ulla Blindtext", "Vera Schablone",
    "Wim Ungenannt", "Xenia Komparse", "Yves Statist", "Zita Muster", "Anke Kulisse", "Bernd Vorlage", "Clara Statist",
)  # fmt: skip
_REQUESTERS = (
    "Rosa Erfunden", "Ralf Ausgedacht", "Rieke Scheinbar", "Robin Fiktiv", "Ruth Kunstfigur", "René Testfall", "Runa Gedacht", "Rudi Probe",
)  # fmt: skip

COORDINATORS, HANDLERS, REQUESTERS = (
    tuple(Player(f"replay-{word}-{number:02d}", name, kind) for number, name in enumerate(names, 1))
    for word, names, kind in (
        ("coordinator", _COORDINATORS, PersonClass.COORDINATOR),
        ("handler", _HANDLERS, PersonClass.HANDLER),
        ("requester", _REQUESTERS, PersonClass.REQUESTER),
    )
)
PLAYERS = (*COORDINATORS, *HANDLERS, *REQUESTERS)


def coordinator_of(number: str) -> str:
    """Return who coordinates a case."""
    return COORDINATORS[_spread(number, len(COORDINATORS))].key


def requester_of(who: str) -> str:
    """Return who plays a requester of the log."""
    return REQUESTERS[_spread(who, len(REQUESTERS))].key


@cache
def handlers_of(team: str) -> tuple[str, ...]:
    """Return the log-ins that make up a team, always the same ones."""
    left, chosen = [one.key for one in HANDLERS], []
    for place in range(TEAM_SIZE):
        chosen.append(left.pop(_spread(f"{place} {team}", len(left))))
    return tuple(chosen)


def handler_of(team: str, person: str) -> str:
    """Return who plays a person of a team; several persons of a large team share a log-in."""
    return handlers_of(team)[_spread(person, TEAM_SIZE)]


def _spread(text: str, count: int) -> int:
    # Not hash(): it differs from process to process, and a second run must send the same wishes as the first.
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:8], "big") % count
