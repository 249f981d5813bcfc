"""The words of the made-up office: problems with what belongs to them, phrases, and the values that fill their places."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from random import Random

from ticketdesk.domain.states import Kind
from ticketdesk.server.office import clock
from ticketdesk.server.office.people import CAST, SUPPLIERS

FOLDER = Path(__file__).resolve().parent / "texts"

_MONTHS = {
    "de": ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
}
_DEPARTMENTS = {"de": ("Versand", "Montage", "Labor", "Vertrieb", "Empfang"), "en": ("Shipping", "Assembly", "Sales", "Research")}


@dataclass(frozen=True, slots=True)
class Cause:
    """What was behind a problem: the handler's finding, the solution, and what the requester is told."""

    fits: tuple[int, ...]
    """Which of the problem's reports it explains."""
    found: str
    solution: str
    answer: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that people report; the n-th subject belongs to the n-th report."""

    topic: str
    kind: Kind
    subjects: tuple[str, ...]
    reports: tuple[str, ...]
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that is written in one language."""

    language: str
    problems: tuple[Problem, ...]
    phrases: dict[str, tuple[str, ...]]

    def phrase(self, name: str, area: str) -> tuple[str, ...]:
        """Return the phrases of a name that fit an area, or those for every matter."""
        technical = self.phrases.get(f"{name}_technical") if area == "site" else None
        return self.phrases.get(f"{name}_{area}") or technical or self.phrases[name]


@cache
def words(language: str) -> Words:
    """Read the words of a language."""
    held = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    problems = tuple(
        Problem(
            one["topic"], Kind[one["kind"].upper()], tuple(one["subject"]), tuple(one["report"]),
            tuple(Cause(**(cause | {"fits": tuple(cause["fits"])})) for cause in one["cause"]),
        )
        for one in held["problem"]
    )  # fmt: skip
    return Words(language, problems, {name: tuple(texts) for name, texts in held["phrases"].items()})


_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")

_DEVICES = {"printer": "DR", "workplace": "DS", "network": "MG", "orders": "PR"}


def slots(dice: Random, language: str, at: datetime, *, topic: str, requester: str) -> dict[str, str]:
    """Return what fills the places of one case's texts; the same number, room and date through all its steps."""
    here = clock.local(at)
    day = clock.workday_on_or_after((here + timedelta(days=dice.randint(3, 16))).date())
    euros, cents = dice.randint(18, 4800), dice.randrange(100)
    ago = here - timedelta(minutes=dice.randint(20, 200))
    past = clock.workday_on_or_after((here - timedelta(days=dice.randint(6, 20))).date())
    german = language == "de"
    return {
        "device": f"{_DEVICES.get(topic, 'GE')}-{dice.randint(103, 968):04}",
        "room": f"{dice.randint(0, 5)}.{dice.randint(1, 38):02}", "floor": str(dice.randint(1, 5)), "hall": str(dice.randint(1, 6)),
        "gate": str(dice.randint(1, 4)), "num": str(dice.randint(1012, 9874)), "code": str(dice.randint(12, 79)),
        "order": f"4500-{dice.randint(104, 998)}", "invoice": f"{here.year}-{dice.randint(1004, 4980)}",
        "plate": f"MU-ST {dice.randint(101, 989)}", "truck": str(dice.randint(1, 14)), "letter": dice.choice("GHKMPRSV"),
        "amount": f"{euros:,}".replace(",", ".") + f",{cents:02}" if german else f"{euros:,}.{cents:02}",
        "count": str(dice.randint(2, 9)), "supplier": dice.choice(SUPPLIERS),
        "person": dice.choice([one.name for one in CAST if one.language == "de" and one.name != requester]),
        "date": _day(day, german), "past": _day(past, german),
        "time": f"{_quarter(ago.time()):%H:%M}", "year": str(here.year - dice.randint(0, 1)),
        "month": _MONTHS[language][(here.month - 2) % 12], "department": dice.choice(_DEPARTMENTS[language]),
    }  # fmt: skip


def _day(day: date, german: bool) -> str:
    return f"{day.day:02}.{day.month:02}." if german else f"{day.day} {_MONTHS['en'][day.month - 1]}"


def _quarter(at: time) -> time:
    return time(max(at.hour, 7), at.minute // 15 * 15)


def fill(template: str, places: dict[str, str]) -> str:
    """Fill a text's places; a German date at the end of a sentence brings its own full stop."""
    return _TWO_STOPS.sub(".", template.format_map(places))
