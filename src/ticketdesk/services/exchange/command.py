"""``ticketdesk import``: check, report, ask, import, tell. The command line gives the file, the words and a way to sign in."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ticketdesk.domain.errors import Away, Forbidden, NotSignedIn, Refused, WrongServer, WrongVersion
from ticketdesk.services.exchange import report
from ticketdesk.services.exchange.check import Survey, survey
from ticketdesk.services.exchange.mapping import Mapped, map_table
from ticketdesk.services.exchange.profile import Profile, load
from ticketdesk.services.exchange.run import CallApi, Result, write_errors
from ticketdesk.services.exchange.run import run as run_batches
from ticketdesk.services.exchange.source import read_table
from ticketdesk.services.exchange.texts import Texts
from ticketdesk.services.exchange.trouble import RefusedLine, Unreadable

DONE, SOME_REFUSED, UNREADABLE, BROKEN_OFF, DECLINED = 0, 1, 2, 3, 4
"""What the process leaves with: all imported; some cases refused; nothing read; the server was away or refused; a person said no."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person typed."""

    file: Path
    profile: str
    language: str = "de"
    dry_run: bool = False
    """Check and report only; nobody signs in and nothing is imported."""
    encoding: str = ""
    """"" takes the profile's."""
    delimiter: str = ""
    errors: Path | None = None
    """Where refused lines go; None: beside the working directory, named after the file."""


def run(wish: Wish, *, sign_in: Callable[[], CallApi], say: Say, confirm: Callable[[str], bool] | None = None) -> int:
    """Carry out an import and return the exit code.

    ``sign_in`` is called once, after the check, and gives an administrator's way to call the database; it may raise NotSignedIn,
    WrongServer, WrongVersion or Away.
    ``confirm`` asks a person a question with yes or no; None (``--yes``, or nobody at the keyboard) goes on without asking.
    """
    texts = Texts(wish.language)
    try:
        profile, mapped, found = check(wish)
    except Unreadable as error:
        say(texts.say(f"trouble.{error.code}", **error.detail))
        return UNREADABLE
    for line in report.lines(found, profile, texts):
        say(line)
    say("")
    if wish.dry_run or not mapped.cases:
        _write_errors(wish, mapped.refused, texts, say=say)
        say(texts.say("run.dry" if wish.dry_run else "run.nothing"))
        return SOME_REFUSED if mapped.refused else DONE
    if confirm is not None and not confirm(texts.say("run.ask", count=found.cases)):
        say(texts.say("run.declined"))
        return DECLINED
    return _import(wish, profile, mapped, texts=texts, sign_in=sign_in, say=say)


def check(wish: Wish) -> tuple[Profile, Mapped, Survey]:
    """Read and map a file without importing anything. Raises Unreadable."""
    profile = load(wish.profile)
    profile = replace(profile, encoding=wish.encoding or profile.encoding, delimiter=wish.delimiter or profile.delimiter)
    table = read_table(wish.file, needed=profile.columns, member=profile.member, encoding=profile.encoding, delimiter=profile.delimiter)
    mapped = map_table(table, profile)
    return profile, mapped, survey(table, mapped, profile)


def _import(wish: Wish, profile: Profile, mapped: Mapped, *, texts: Texts, sign_in: Callable[[], CallApi], say: Say) -> int:
    began = time.monotonic()

    def progress(done: int, of: int) -> None:
        say(texts.say("run.progress", done=done, of=of, seconds=round(time.monotonic() - began)))

    call = _signed_in(sign_in, texts, say=say)
    if call is None:
        return BROKEN_OFF
    try:
        result = run_batches(mapped, profile, call, progress=progress)
    except Forbidden:
        say(texts.say("run.not_admin"))
        return BROKEN_OFF
    except Refused as error:
        say(texts.say("run.refused", code=error.code))
        return BROKEN_OFF
    except Away:
        say(texts.say("run.away"))
        return BROKEN_OFF
    return _tell(wish, mapped, result, texts=texts, say=say)


def _signed_in(sign_in: Callable[[], CallApi], texts: Texts, *, say: Say) -> CallApi | None:
    try:
        return sign_in()
    except NotSignedIn:
        say(texts.say("run.not_signed_in"))
    except (WrongServer, WrongVersion) as error:
        say(texts.say("run.wrong_server", code=error.code, why=error.detail.get("why", "")))
    except Away:
        say(texts.say("run.unreachable"))
    return None


def _tell(wish: Wish, mapped: Mapped, result: Result, *, texts: Texts, say: Say) -> int:
    say(texts.say("run.imported", count=result.imported))
    if result.present:
        say(texts.say("run.present", count=result.present))
    refused = (*mapped.refused, *result.refused)
    _write_errors(wish, refused, texts, say=say)
    return SOME_REFUSED if refused else DONE


def _write_errors(wish: Wish, refused: tuple[RefusedLine, ...], texts: Texts, *, say: Say) -> None:
    if not refused:
        return
    path = wish.errors or Path.cwd() / f"{wish.file.stem}-refused.csv"
    cases = len({one.case for one in refused if one.case})
    try:
        write_errors(path, refused, lambda one: report.reason(one, texts))
    except OSError as error:
        say(texts.say("run.no_error_file", file=path, why=error.strerror or ""))
        return
    say(texts.say("run.error_file", count=cases, file=path))
