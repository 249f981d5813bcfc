"""Wishes about whole bodies of cases from elsewhere; for administrators, and never in the client's outbox."""

from __future__ import annotations

from typing import NewType

from ticketdesk.domain.commands.base import Command
from ticketdesk.domain.row import value

JsonText = NewType("JsonText", str)
"""A JSON document as text; the database reads it as jsonb."""


@value
class ImportCases(Command):
    """Take up to 1,000 cases of another system over as history, each whole or not at all.

    The outcome's ``detail`` counts ``imported`` and ``present`` (there already), and lists ``refused`` ones with ``external_ref``,
    ``field`` and ``why``.
    """

    batch: JsonText


@value
class BeginImport(Command):
    """Note who imports which file by which profile; the outcome's ``detail`` names the ``run`` that its cases belong to."""

    run: JsonText


@value
class EndImport(Command):
    """Note how an import ended, with what was ``present`` and ``refused``, and whether it was ``whole``."""

    import_run_id: int
    counts: JsonText


@value
class UndoImport(Command):
    """Take the cases of an import away, a few hundred at a time, while nothing rests on any of them.

    The outcome's ``detail`` counts ``removed`` and what is ``left``, and names the cases that were ``touched`` since;
    then nothing is undone.
    """

    import_run_id: int
