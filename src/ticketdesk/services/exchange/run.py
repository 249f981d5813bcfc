"""Sends mapped cases in batches and remembers what was refused. May break off at any moment: a second run leaves alone what is there."""

from __future__ import annotations

import contextlib
import csv
import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID, uuid4

from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.commands.exchange import BeginImport, EndImport, ImportCases, JsonText, UndoImport
from ticketdesk.domain.entry import LIMIT_LINE
from ticketdesk.domain.errors import Away, Busy, Refused
from ticketdesk.services.exchange.mapping import OldCase, as_json
from ticketdesk.services.exchange.profile import Profile
from ticketdesk.services.exchange.trouble import RefusedLine, Why

BATCH_CASES = 500
BATCH_STEPS = 4000
"""A batch is one transaction; both limits keep it well below the eight seconds that the server grants a statement."""

WORKERS = 2
"""Batches under way side by side: while one waits for the disk, the other one counts."""

PATIENCE = (1.0, 2.0, 4.0, 8.0)
"""Seconds to wait before each further try, when the server does not answer."""


class CallApi(Protocol):
    """Carries a command out as the signed-in person, exactly once per request id. Raises Refused or Away."""

    def __call__(self, command: Command, request_id: UUID) -> Outcome: ...


class Cases(Protocol):
    """What is to be imported: cases one after another, and the people they name."""

    persons: dict[str, str]

    @property
    def count(self) -> int: ...

    def each(self) -> Iterator[OldCase]:
        """Return the cases one after another."""


@dataclass(frozen=True, slots=True)
class About:
    """What is kept on record of an import."""

    file_name: str
    file_bytes: int
    file_sha256: str
    profile: str
    """Its text."""
    lines: int
    refused: int


@dataclass(slots=True)
class Result:
    """What an import did."""

    imported: int = 0
    present: int = 0
    refused: list[RefusedLine] = field(default_factory=list)
    refused_cases: int = 0
    run_id: int | None = None
    stopped: bool = False


Progress = Callable[[int, int], None]
"""Told after each batch: cases done, cases in all."""


def run(
    cases: Cases, profile: Profile, call: CallApi, *, progress: Progress, sleep: Callable[[float], None] = time.sleep,
    about: About | None = None, workers: int = 1, stop: Callable[[], bool] = lambda: False,
) -> Result:  # fmt: skip
    """Import all cases. Raises Refused when the person may not, Away when the server stays away; what was sent by then is there.

    While the server is at one batch the next one is made; with more workers, several are under way side by side.
    """
    result = Result()
    if about is not None:
        result.run_id = int(str(_call(call, _begin(about, profile), sleep=sleep, patience=PATIENCE).detail["run"]))
    whole = False
    try:
        _send_all(cases, profile, result, call=call, progress=progress, sleep=sleep, workers=workers, stop=stop)
        whole = not result.stopped
    finally:
        if about is not None and result.run_id is not None:
            _end(result, about, call, whole=whole, sleep=sleep)
    return result


def _send_all(
    cases: Cases, profile: Profile, result: Result, *, call: CallApi, progress: Progress, sleep: Callable[[float], None], workers: int,
    stop: Callable[[], bool],
) -> None:  # fmt: skip
    done = 0
    with ThreadPoolExecutor(workers, thread_name_prefix="import") as pool:
        under_way: deque[Future[list[tuple[list[OldCase], Outcome]]]] = deque()

        def take() -> None:
            nonlocal done
            for part, outcome in under_way.popleft().result():
                _note(result, outcome.detail, part)
                done += len(part)
                progress(done, cases.count)

        try:
            for batch in batches(cases.each()):
                if stop():
                    result.stopped = True
                    break
                text = _text(batch, cases.persons, profile, result.run_id)
                while len(under_way) >= workers:
                    take()
                under_way.append(pool.submit(_sent, batch, text, cases.persons, profile, result.run_id, call=call, sleep=sleep))
            while under_way:
                take()
        finally:
            for one in under_way:
                one.cancel()


def _begin(about: About, profile: Profile) -> BeginImport:
    return BeginImport(JsonText(json.dumps({
        "file_name": about.file_name[-LIMIT_LINE:], "file_bytes": about.file_bytes, "file_sha256": about.file_sha256,
        "profile_name": profile.name, "profile": about.profile, "lines": about.lines,
    })))  # fmt: skip


def _end(result: Result, about: About, call: CallApi, *, whole: bool, sleep: Callable[[float], None]) -> None:
    counts = {"whole": whole, "present": result.present, "refused": about.refused + result.refused_cases}
    assert result.run_id is not None
    # Where this does not arrive, the import stays on record as one that is under way, and can be undone all the same.
    with contextlib.suppress(Away, Refused):
        _call(call, EndImport(result.run_id, JsonText(json.dumps(counts))), sleep=sleep, patience=PATIENCE[:1])


def undo(run_id: int, call: CallApi, *, progress: Progress, sleep: Callable[[float], None] = time.sleep) -> list[tuple[int, str]]:
    """Undo an import; returns the cases that somebody has worked on since, and then nothing was undone. Raises Refused or Away."""
    while True:
        detail = _call(call, UndoImport(run_id), sleep=sleep, patience=PATIENCE).detail
        touched: Any = detail["touched"]
        if touched:
            return [(int(one["id"]), str(one["ref"])) for one in touched]
        removed, left = int(str(detail["removed"])), int(str(detail["left"]))
        progress(removed, removed + left)
        if not left:
            return []


def _text(batch: list[OldCase], persons: dict[str, str], profile: Profile, run_id: int | None) -> JsonText:
    held = as_json(batch, persons, profile)
    if run_id is not None:
        held["run"] = run_id
    return JsonText(json.dumps(held, ensure_ascii=True, separators=(",", ":")))


def _sent(
    batch: list[OldCase], text: JsonText, persons: dict[str, str], profile: Profile, run_id: int | None, *, call: CallApi,
    sleep: Callable[[float], None],
) -> list[tuple[list[OldCase], Outcome]]:  # fmt: skip
    """Send a batch, in halves where it is too much for a busy server; return what was sent with its outcome."""
    try:
        outcome = _call(call, ImportCases(text), sleep=sleep, patience=PATIENCE[:1] if len(batch) > 1 else PATIENCE)
    except Busy:
        if len(batch) == 1:
            raise
    else:
        return [(batch, outcome)]
    middle = len(batch) // 2
    sent = list[tuple[list[OldCase], Outcome]]()
    for half in (batch[:middle], batch[middle:]):
        sent += _sent(half, _text(half, persons, profile, run_id), persons, profile, run_id, call=call, sleep=sleep)
    return sent


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


def _call(call: CallApi, command: Command, *, sleep: Callable[[float], None], patience: Sequence[float]) -> Outcome:
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
        lines = sorted(case.lines or {step.line for step in case.steps})
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
