"""Reads what was taken out of the office and what was brought in, for those who answer for it."""

from __future__ import annotations

from datetime import datetime

from ticketdesk.db.call import moment, read_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.transfers import Transfer, TransferKind, Transfers
from ticketdesk.services.imports import imports


def transfers(engine: Engine) -> Transfers:
    """Return exports, imports and fillings, the last one first."""
    ((told,),) = read_function(engine, "transfers", ())
    found = [
        Transfer(
            TransferKind.EXPORT, by, datetime.fromisoformat(begun), moment(ended), cases, PersonClass(person_class), scope == 1, form == 2
        )
        for by, person_class, begun, ended, scope, form, cases in told["exports"]
    ]
    found += [
        Transfer(
            TransferKind.FILLING, by, datetime.fromisoformat(begun), moment(ended), cases, source=source,
            exported_at=datetime.fromisoformat(exported), steps=steps, manifest=manifest,
        )
        for by, begun, ended, source, exported, cases, steps, manifest in told["restores"]
    ]  # fmt: skip
    found += [
        Transfer(TransferKind.IMPORT, run.by, run.began_at, run.ended_at, run.imported, source=run.file_name, run=run)
        for run in imports(engine)
    ]
    return Transfers(tuple(sorted(found, key=lambda one: one.begun_at, reverse=True)), told["most"])
