"""A made-up office for demonstrations: people, groups, a year of cases, and a few from just now. The same for the same seed and moment."""

from __future__ import annotations

from ticketdesk.server.office.filling import fill
from ticketdesk.server.office.people import CAST, SPECIAL

__all__ = ["CAST", "SPECIAL", "fill"]
