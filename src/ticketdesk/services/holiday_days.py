"""Public holidays of a region as days of a calendar, named in German and English (from the holidays library)."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any

from ticketdesk.domain.calendar import SpecialDay
from ticketdesk.domain.errors import BadInput
from ticketdesk.domain.regions import REGIONS

# Imported country by country: the whole library is large, and an office needs one.
_COUNTRIES = {"DE": ("germany", "Germany"), "AT": ("austria", "Austria"), "CH": ("switzerland", "Switzerland")}


def public_holidays(region: str, since: date, until: date) -> tuple[SpecialDay, ...]:
    """Return the public holidays of a region (``domain.regions``) within two days, in order. Raises BadInput for an unknown region."""
    if region == "":
        return ()
    if region not in REGIONS:
        raise BadInput(detail={"field": "region", "why": "unknown"})
    place, _, church = region.partition("+")
    country, _, part = place.partition("-")
    german, english = (_named(country, part, church, since, until, language) for language in ("de", "en_US"))
    return tuple(
        SpecialDay(day, name, english.get(day, name), public=True) for day, name in sorted(german.items()) if since <= day <= until
    )


def _named(country: str, part: str, church: str, since: date, until: date, language: str) -> dict[date, str]:
    module, name = _COUNTRIES[country]
    days: Any = getattr(import_module(f"holidays.countries.{module}"), name)(
        subdiv=part or None,
        years=range(since.year, until.year + 1),
        language=language,
        categories=("public", "catholic") if church else ("public",),
    )
    return {day: str(words) for day, words in days.items()}
