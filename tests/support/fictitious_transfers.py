"""Exports, imports and a filling of the made-up office."""

from __future__ import annotations

from datetime import timedelta

from tests.support.fictitious_office import NOW
from ticketdesk.domain.imports import ImportRun, RunState
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.transfers import Transfer, TransferKind

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)

TRANSFERS = (
    Transfer(TransferKind.EXPORT, "Rita Beispiel", NOW - _DAY, NOW - _DAY + _MINUTE, 12, PersonClass.REQUESTER, csv=True),
    Transfer(TransferKind.EXPORT, "Klara Musterlotse", NOW - 3 * _DAY, None, 1200, PersonClass.COORDINATOR, whole=False),
    Transfer(
        TransferKind.IMPORT, "Adele Vorlage", NOW - 20 * _DAY, NOW - 20 * _DAY + _MINUTE, 300, source="alt.csv",
        run=ImportRun(
            2, "Adele Vorlage", NOW - 20 * _DAY, NOW - 20 * _DAY + _MINUTE, RunState.UNDONE, "alt.csv", "Altes System", 300, 0, 4, 300,
            NOW - 19 * _DAY, "Adele Vorlage",
        ),
    ),
    Transfer(
        TransferKind.FILLING, "Adele Vorlage", NOW - 40 * _DAY, NOW - 40 * _DAY + _MINUTE, 4310, source="Altes Büro",
        exported_at=NOW - 41 * _DAY, steps=35_120, manifest="ab" * 32,
    ),
)  # fmt: skip
