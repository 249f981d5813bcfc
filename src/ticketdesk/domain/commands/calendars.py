"""Wishes about calendars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.ids import CalendarId, CustomerGroupId, GroupId
from ticketdesk.domain.row import value


@value
class SaveCalendar(Command):
    """Keep a calendar, a new one (no id) or a changed one; the server lays it out anew and moves the dates that rest on it."""

    JSON: ClassVar[frozenset[str]] = frozenset({"week", "days"})

    calendar_id: CalendarId | None
    version: int | None
    name: str
    zone: str
    region: str
    """Whose public holidays count, as ``domain.regions`` names it; empty: none."""
    week: tuple[tuple[tuple[int, int], ...], ...]
    """Seven days, Monday first; each the stretches that count, in minutes since midnight."""
    days: tuple[Mapping[str, object], ...] = ()
    """Days of the office's own: ``on`` (ISO date), ``name_de``, ``name_en``, ``hours`` like a day of the week (none: closed)."""
    for_office: bool = False
    """The office works by it, and everybody who has no calendar of his own."""
    group_ids: tuple[GroupId, ...] = ()
    """Groups that work by it; those that are left out no longer do."""
    customer_group_ids: tuple[CustomerGroupId, ...] = ()
    """Customers whose promises count by it."""
