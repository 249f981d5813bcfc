"""Sends mapped cases in batches and remembers what was refused. May break off at any moment: a second run leaves alone what is there."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID, uuid4

from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commands.exchange import ImportCases, JsonText
from ticketdesk.domain.errors import Away, Busy
from ticketdesk.services.exchange.mapping import Mapped, OldCase, as_json
from ticketdesk.services.exchange.profile import Profile
from ticketdesk.services.exchange.trouble import RefusedLine, Why

BATCH_CASES = 500
BATCH_STEPS = 4000
"""A batch is one transaction; both limits keep it well below the eight seconds that the server grants a statement."""

PATIENCE = (1.0, 2.0, 4.0, 8.0)
"""Seconds to wait before each further try, when the server does not answer."""


class CallApi(Protocol):
    """Carries a command out as the signed-in person, exactly once per request id. Raises Refused or Away."""

    def __call__(self, command: Command, request_id: UUID) -> Outcome: ...


@dataclass(slots=True)
class Result:
    """What an import did."""

    imported: int = 0
    present: int = 0
    refused: list[RefusedLine] = field(default_factory=list)
    refused_cases: int = 0


Progress = Callable[[int, int], None]
"""Told after each batch: cases done, cases in all."""


def run(mapped: Mapped, profile: Profile, call: CallApi, *, progress: Progress, sleep: Callable[[float], None] = time.sleep) -> Result:
    """Import all cases. Raises Refused when the person may not, Away when the server stays away; what was sent by then is there."""
    result, done = Result(), 0
    for batch in batches(mapped.cases):
        for part, outcome in _sent(batch, mapped, profile, call=call, sleep=sleep):
            _note(result, outcome.detail, part)
            done += len(part)
            progress(done, len(mapped.cases))
    return result


def _sent(
    batch: list[OldCase], mapped: Mapped, profile: Profile, *, call: CallApi, sleep: Callable[[float], None]
) -> Iterator[tuple[list[OldCase], Outcome]]:
    """Send a batch, in halves where it is too much for a busy server; yield what was sent with its outcome."""
    text = JsonText(json.dumps(as_json(batch, mapped.persons, profile), ensure_ascii=True, separators=(",", ":")))
    try:
        outcome = _call(call, ImportCases(text), sleep=sleep, patience=PATIENCE[:1] if len(batch) > 1 else PATIENCE)
    except Busy:
        if len(batch) == 1:
            raise
    else:
        yield batch, outcome
        return
    middle = len(batch) // 2
    for half in (batch[:middle], batch[middle:]):
        yield from _sent(half, mapped, profile, call=call, sleep=sleep)


def batches(cases: Iterable[OldCase]) -> Iterator[list[OldCase]]:
    """Cut cases into batches; each case whole."""
    batch: list[OldCase] = []
    steps = 0
    for case in cases:
        if batch and (len(batch) >= BATCH_CASES or steps + len(case.steps) > BATCH_STEPS):
            yield batch
            batch, steps = [], 0
        batch.append(case)
        steps += len(case.steps)
    if batch:
        yield batch


def _call(call: CallApi, command: ImportCases, *, sleep: Callable[[float], None], patience: Sequence[float]) -> Outcome:
    request_id = uuid4()  # kept over all tries: an answer that was lost on the way is found again
    pauses, again = iter(PATIENCE), iter(patience)
    while True:
        try:
            return call(command, request_id)
        except (Away, Busy) as error:
            pause = next(again if isinstance(error, Busy) else pauses, None)
            if pause is None:
                raise
            sleep(pause)


def _note(result: Result, detail: Mapping[str, Any], batch: Iterable[OldCase]) -> None:
    result.imported += int(detail["imported"])
    result.present += int(detail["present"])
    by_number = {case.number: case for case in batch}
    for one in detail["refused"]:
        case = by_number[one["external_ref"]]
        result.refused_cases += 1
        lines = sorted(step.line for step in case.steps)
        said = ": ".join(part for part in (str(one.get("field") or ""), str(one["why"])) if part)
        result.refused.append(RefusedLine(lines[0], case.number, Why.SERVER, said))
        result.refused += [RefusedLine(line, case.number, Why.SAME_CASE, str(lines[0])) for line in lines[1:]]


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write_errors(path: Path, refused: Iterable[RefusedLine], sentence: Callable[[RefusedLine], str]) -> None:
    """Write the refused lines with their reasons, to be opened in a spreadsheet."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(["line", "case", "code", "reason"])
        for one in sorted(refused, key=lambda one: one.line):
            out.writerow([one.line, *(_as_text(value) for value in (one.case, str(one.why), sentence(one)))])


def _as_text(value: str) -> str:
    """Keep a spreadsheet from taking a value of the file for a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value
