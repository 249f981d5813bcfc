"""``ticketdesk replay``: read, plan, play, prove, tell. The command line gives the file, the words and the stage to play on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from ticketdesk.services.exchange import replay_report
from ticketdesk.services.exchange.mapping import Mapped, map_table
from ticketdesk.services.exchange.profile import Profile, load
from ticketdesk.services.exchange.replay_cast import PLAYERS
from ticketdesk.services.exchange.replay_plan import Plan, plan
from ticketdesk.services.exchange.replay_run import Replay
from ticketdesk.services.exchange.replay_stage import Pace, Result, Snapshot, Stage
from ticketdesk.services.exchange.source import read_table
from ticketdesk.services.exchange.texts import Texts
from ticketdesk.services.exchange.trouble import Unreadable

DONE, SOME_REFUSED, UNREADABLE, BROKEN_OFF, NOT_WHOLE, STOPPED = 0, 1, 2, 3, 4, 130
"""What the process leaves with: all played; some refused; nothing read; the server was away; the log is not whole; told to stop."""

SHOWN_REFUSALS = 20

Faults = Callable[[], list[tuple[int, int, str]]]


@dataclass(frozen=True, slots=True)
class Script:
    """A log that was read and planned."""

    profile: Profile
    mapped: Mapped
    plans: tuple[Plan, ...]

    @property
    def teams(self) -> tuple[str, ...]:
        """All teams that play, in the order of their first event."""
        named = (step.group or self.profile.customer_group for one in self.plans for step in one.case.steps)
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person typed."""

    file: Path
    profile: str = "bpic2013"
    language: str = "de"
    pace: Pace = field(default_factory=Pace)
    writers: int = 8
    report: Path | None = None
    cases: int | None = None
    """Only so many of the log's first cases."""


Say = Callable[[str], None]
OpenStage = Callable[[Script], AbstractContextManager[tuple[Stage, Faults]]]
"""Prepares the office for a script: who plays where, and a way to prove the logs of what was played."""


def read(wish: Wish) -> Script:
    """Read and plan a log without playing anything. Raises Unreadable."""
    profile = load(wish.profile)
    table = read_table(wish.file, needed=profile.columns, member=profile.member, encoding=profile.encoding, delimiter=profile.delimiter)
    mapped = map_table(table, profile)
    cases = sorted(mapped.cases, key=lambda case: (case.steps[0].at, case.line))[: wish.cases]
    return Script(profile, replace(mapped, cases=tuple(cases)), tuple(plan(case, profile) for case in cases))


def run(wish: Wish, open_stage: OpenStage, *, say: Say, progress: Say, stop: threading.Event) -> int:
    """Carry out a replay and return the exit code. ``progress`` is given a line that replaces the one before."""
    texts = Texts(wish.language, subject="replay")
    try:
        script = read(wish)
    except Unreadable as error:
        say(Texts(wish.language).say(f"trouble.{error.code}", **error.detail))
        return UNREADABLE
    events = sum(len(one.events) for one in script.plans)
    wishes = sum(len(event.acts) for one in script.plans for event in one.events)
    say(texts.say("run.plan", events=events, cases=len(script.plans), teams=len(script.teams), wishes=wishes))
    say(texts.say("run.preparing", logins=len(PLAYERS), teams=len(script.teams)))
    with open_stage(script) as (stage, faults):
        replay = Replay(
            script.plans, script.mapped.persons, stage, texts.say, log=script.profile.name, pace=wish.pace, writers=wish.writers
        )
        if replay.result.before:
            say(texts.say("run.continues", done=replay.result.before, events=events))
        say(texts.say("run.playing", writers=wish.writers))
        result = replay.play(stop, lambda snapshot: progress(_line(snapshot, result=replay.result, texts=texts)))
        progress("")
        code = _tell(result, events, texts, say=say)
        if code in (DONE, SOME_REFUSED):
            code = _prove(faults(), code, texts, say=say)
    if wish.report is not None and code not in (BROKEN_OFF, STOPPED):
        _report(wish.report, script, result, texts, say=say)
    return code


def _line(snapshot: Snapshot, *, result: Result, texts: Texts) -> str:
    at = snapshot.at.strftime("%d.%m.%Y %H:%M" if texts.language == "de" else "%d %b %Y %H:%M") if snapshot.at else "–"
    rate = round(snapshot.rate)
    line = texts.say("run.progress", done=snapshot.events, events=snapshot.of, rate=rate, at=at)
    if snapshot.late >= 1:
        line += texts.say("run.late", seconds=round(snapshot.late))
    if snapshot.refused:
        line += texts.say("run.refused_so_far", count=snapshot.refused)
    return line


def _tell(result: Result, events: int, texts: Texts, *, say: Say) -> int:
    done = result.before + result.events
    for one in result.refused[:SHOWN_REFUSALS]:
        say(texts.say("run.refusal", number=one.number, line=one.line, verb=one.verb, code=one.code, detail=one.detail))
    if len(result.refused) > SHOWN_REFUSALS:
        say(texts.say("run.more_refusals", count=len(result.refused) - SHOWN_REFUSALS))
    if result.away is not None:
        say(texts.say("run.away", code=result.away.code, done=done, events=events))
        return BROKEN_OFF
    if result.stopped and done < events:
        say(texts.say("run.stopped", done=done, events=events))
        return STOPPED
    if not result.wishes and not result.refused:
        say(texts.say("run.all_done"))
        return DONE
    say(texts.say("run.done", events=result.events, wishes=result.wishes, seconds=round(result.seconds), refused=len(result.refused)))
    return SOME_REFUSED if result.refused else DONE


def _prove(found: list[tuple[int, int, str]], code: int, texts: Texts, *, say: Say) -> int:
    if not found:
        say(texts.say("run.whole"))
        return code
    ticket, seq, fault = found[0]
    say(texts.say("run.faults", count=len(found), ticket=ticket, seq=seq, fault=fault))
    return NOT_WHOLE


def _report(path: Path, script: Script, result: Result, texts: Texts, *, say: Say) -> None:
    try:
        replay_report.write(path, script.plans, result.refused, texts)
    except OSError as error:
        say(texts.say("run.report_failed", file=path, why=error.strerror or ""))
        return
    say(texts.say("run.report_written", file=path))


def pace(speed: str, since: datetime | None) -> Pace:
    """Return what was typed for ``--speed``: a factor, or ``max``. Raises ValueError."""
    factor = 0.0 if speed == "max" else float(speed)
    if speed != "max" and not 0 < factor < 1e9:
        raise ValueError(speed)
    return Pace(factor, since if factor else None)
