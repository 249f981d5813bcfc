"""``ticketdesk replay``: plays the log of another system in an office, on the server's own host."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ticketdesk.cli.signals import told_to_stop
from ticketdesk.cli.texts import Texts

if TYPE_CHECKING:
    from ticketdesk.services.exchange.replay import Faults, Script
    from ticketdesk.services.exchange.replay_stage import Stage

QUIET_LINES = 20
"""Where a line cannot replace the one before, only each of so many is shown."""


def add_arguments(command: argparse.ArgumentParser, say: Callable[[str], str]) -> None:
    """Say what may be typed after ``ticketdesk replay``."""
    command.add_argument("file", type=Path, help=say("import_file"))
    command.add_argument("--speed", type=_speed, default="max", metavar="N", help=say("speed"))
    command.add_argument("--since", type=_moment, metavar="DATE", help=say("since"))
    command.add_argument("--writers", type=int, choices=range(1, 33), default=8, metavar="N", help=say("writers"))
    command.add_argument("--cases-only", type=int, metavar="N", help=say("cases_only"))
    command.add_argument("--report", type=Path, metavar="FILE", help=say("report"))
    command.add_argument("--profile", default="bpic2013", help=say("profile"))
    command.add_argument("--data", type=Path, metavar="FOLDER", help=say("data"))


def _speed(typed: str) -> str:
    if typed != "max" and not 0 < float(typed) < 1e9:
        raise ValueError(typed)
    return typed


def _moment(typed: str) -> datetime:
    return datetime.fromisoformat(typed).astimezone()


def run(asked: argparse.Namespace, texts: Texts) -> int:
    """Play a log until its end or until somebody stops it; the same command goes on later."""
    from ticketdesk.server.system_user import default_folder
    from ticketdesk.services.exchange import replay

    folder: Path = (asked.data or default_folder()).absolute()
    wish = replay.Wish(
        asked.file, asked.profile, language=texts.language, pace=replay.pace(asked.speed, asked.since), writers=asked.writers,
        report=asked.report, cases=asked.cases_only,
    )  # fmt: skip
    with told_to_stop() as stop:
        return replay.run(wish, lambda script: _stage(folder, script), say=_say, progress=_Progress(), stop=stop)


@contextlib.contextmanager
def _stage(folder: Path, script: Script) -> Iterator[tuple[Stage, Faults]]:
    from ticketdesk.server import replay

    log, customers = script.profile.name, script.profile.customer_group
    with replay.open_stage(folder, script.teams, log=log, customer_group=customers) as (stage, connection):
        yield stage, lambda: replay.faults(connection, log)


def _say(line: str) -> None:
    print(line, flush=True)


class _Progress:
    """A line that stays in its place on a terminal; elsewhere a line now and then."""

    def __init__(self) -> None:
        self._told = 0

    def __call__(self, line: str) -> None:
        if sys.stdout.isatty():
            print(f"\r\x1b[K{line}", end="", flush=True)
            return
        if line and self._told % QUIET_LINES == 0:
            print(line, flush=True)
        self._told += 1
