"""Wishes about whole bodies of cases from elsewhere; for administrators, and never in the client's outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from ticketdesk.domain.commands.base import Command

JsonText = NewType("JsonText", str)
"""A JSON document as text; the database reads it as jsonb."""


@dataclass(frozen=True, slots=True)
class ImportCases(Command):
    """Take up to 1,000 cases of another system over as history, each whole or not at all.

    The outcome's ``detail`` counts ``imported`` and ``present`` (there already), and lists ``refused`` ones with ``external_ref``,
    ``field`` and ``why``.
    """

    batch: JsonText
