"""Reads reports, and who may evaluate persons. The answers come as the database gives them: plain numbers by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ticketdesk.db.call import moment, read_function, read_slow_function
from ticketdesk.db.engine import Engine
from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.report import ReportKind, ReportWish

Answer = Mapping[str, Any]
SECONDS = 60
"""How long a report may take; the server ends what takes two minutes."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of the log about evaluating persons. What: 1 key turned, 2 keys drawn, 3 persons evaluated (for ``since`` to ``until``)."""

    at: datetime
    person_id: PersonId
    what: int
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Whether single persons are evaluated, and whose keys are turned."""

    on: bool
    version: int
    admin_id: PersonId | None
    admin_at: datetime | None
    auditor_id: PersonId | None
    auditor_at: datetime | None
    log: tuple[Turn, ...] = ()


def _persons(engine: Engine, since: date, until: date) -> Answer:
    """Read the same by person: the first question notes that it is read, the next one is answered."""
    answer: Answer | None = None
    while answer is None:
        ((answer,),) = _slow(engine, "report_persons", (since, until))
    return answer


def report(engine: Engine, wish: ReportWish) -> Answer:
    """Read a report. Raises BadInput, or SwitchedOff where persons are asked for and not evaluated."""
    customers, groups = [int(one) for one in wish.customers], [int(one) for one in wish.groups]
    since, until = wish.period.since, wish.period.until
    match wish.kind:
        case ReportKind.SERVICE:
            ((told,),) = _slow(engine, "report_service", (since, until, customers, wish.for_customer))
        case ReportKind.STOCK:
            ((told,),) = _slow(engine, "report_stock", (wish.period.last, customers, groups, wish.for_customer))
        case ReportKind.PROCESSING:
            ((told,),) = _slow(engine, "report_processing", (since, until, customers))
            if wish.persons:
                told["by_person"] = _persons(engine, since, until)
    answer: Answer = told
    return answer


def _slow(engine: Engine, name: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
    return read_slow_function(engine, name, values, seconds=SECONDS)


def evaluation(engine: Engine) -> Evaluation:
    """Read whose keys are turned."""
    ((told,),) = read_function(engine, "evaluation", ())
    return Evaluation(
        told["on"], told["version"], _person(told["admin"]), moment(told["admin_at"]), _person(told["auditor"]),
        moment(told["auditor_at"]),
        tuple(
            Turn(datetime.fromisoformat(at), PersonId(person), what, since or "", until or "")
            for at, person, what, since, until in told["log"]
        ),
    )  # fmt: skip


def _person(number: int | None) -> PersonId | None:
    return None if number is None else PersonId(number)
