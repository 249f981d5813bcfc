"""``ticketdesk import``: check, report, ask, import, tell. The command line gives the file, the words and a way to sign in."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ticketdesk.domain.entry import LIMIT_BODY
from ticketdesk.domain.errors import Away, NotFound, Refused
from ticketdesk.services.exchange import report
from ticketdesk.services.exchange.check import Survey
from ticketdesk.services.exchange.detect import look, rows_of
from ticketdesk.services.exchange.entering import broken_off, signed_in
from ticketdesk.services.exchange.job import Job, open_job
from ticketdesk.services.exchange.mapping import Mapped
from ticketdesk.services.exchange.profile import PROFILES, Profile, load
from ticketdesk.services.exchange.progress import Doing, Stop, Teller, Told, never, silent
from ticketdesk.services.exchange.run import WORKERS, About, CallApi, Result, write_errors
from ticketdesk.services.exchange.run import run as run_batches
from ticketdesk.services.exchange.run import undo as undo_run
from ticketdesk.services.exchange.suggest import propose
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
    member: str = ""
    errors: Path | None = None
    """Where refused lines go; None: beside the working directory, named after the file."""


def run(
    wish: Wish, *, sign_in: Callable[[], CallApi], say: Say, confirm: Callable[[str], bool] | None = None, stop: Stop = never
) -> int:
    """Carry out an import and return the exit code.

    ``sign_in`` is called once, after the check, and gives an administrator's way to call the database; it may raise NotSignedIn,
    WrongServer, WrongVersion or Away.
    ``confirm`` asks a person a question with yes or no; None (``--yes``, or nobody at the keyboard) goes on without asking.
    """
    texts = Texts(wish.language)
    try:
        job, found = examined(wish, told=Teller(texts, say), stop=stop)
    except Unreadable as error:
        say(texts.say(f"trouble.{error.code}", **error.detail))
        return UNREADABLE
    with contextlib.closing(job):
        return _go_on(wish, job, found, texts=texts, sign_in=sign_in, say=say, confirm=confirm, stop=stop)


def _go_on(
    wish: Wish, job: Job, found: Survey, *, texts: Texts, sign_in: Callable[[], CallApi], say: Say, confirm: Callable[[str], bool] | None,
    stop: Stop,
) -> int:  # fmt: skip
    for line in report.lines(found, job.profile, texts):
        say(line)
    say("")
    if wish.dry_run or not job.count:
        _write_errors(wish, tuple(job.refused), texts, say=say)
        say(texts.say("run.dry" if wish.dry_run else "run.nothing"))
        return SOME_REFUSED if job.refused else DONE
    if confirm is not None and not confirm(texts.say("run.ask", count=found.cases)):
        say(texts.say("run.declined"))
        return DECLINED
    return _import(wish, job, texts=texts, sign_in=sign_in, say=say, stop=stop)


def check(wish: Wish) -> tuple[Profile, Mapped, Survey]:
    """Read and map a file whole, without importing anything; for files whose size one knows. Raises Unreadable."""
    job, found = examined(wish)
    with contextlib.closing(job):
        cases = tuple(job.each())
        used = {step.person for case in cases for step in case.steps}
        persons = {key: name for key, name in job.persons.items() if key in used}
        return job.profile, Mapped(cases, persons, tuple(job.refused)), found


def examined(wish: Wish, *, told: Told = silent, stop: Stop = never) -> tuple[Job, Survey]:
    """Read a file, keep it aside and look it through. Raises Unreadable."""
    profile = load(wish.profile)
    profile = replace(profile, encoding=wish.encoding or profile.encoding, delimiter=wish.delimiter or profile.delimiter,
                      member=wish.member or profile.member)  # fmt: skip
    job = open_job(wish.file, profile, told=told, stop=stop)
    try:
        return job, job.examine(told=told, stop=stop)
    except BaseException:
        job.close()
        raise


def _import(wish: Wish, job: Job, *, texts: Texts, sign_in: Callable[[], CallApi], say: Say, stop: Stop) -> int:
    call = signed_in(sign_in, texts, say)
    if call is None:
        return BROKEN_OFF
    try:
        about = about_of(job, profile_text(wish.profile))
        told = Teller(texts, say)
        result = run_batches(
            job, job.profile, call, progress=lambda done, of: told(Doing.SEND, done, of), about=about, workers=WORKERS, stop=stop
        )
    except (Refused, Away) as error:
        say(broken_off(error, texts))
        return BROKEN_OFF
    return _tell(wish, tuple(job.refused), result, texts=texts, say=say)


def about_of(job: Job, text: str) -> About:
    """Return what is kept on record of an import."""
    cases = len({one.case for one in job.refused if one.case})
    return About(job.held.path.name, job.held.size, job.held.sha256, text[:LIMIT_BODY], job.held.lines, cases)


def profile_text(name: str) -> str:
    """Return a profile's own text."""
    return (Path(name) if name.endswith(".toml") else PROFILES / f"{name}.toml").read_text("utf-8-sig")


def detect(file: Path, *, say: Say, language: str = "de", member: str = "") -> int:
    """Say how a file looks as a profile to edit, on its own so that it can be led into a file. Returns the exit code."""
    import tomli_w

    texts = Texts(language)
    try:
        found = look(file, member=member)
        columns, sample = rows_of(file, found.read_as)
    except Unreadable as error:
        say(texts.say(f"trouble.{error.code}", **error.detail))
        return UNREADABLE
    say(tomli_w.dumps(propose(found, columns, sample, name=file.stem)).rstrip())
    return DONE


def undo(run_id: int, *, sign_in: Callable[[], CallApi], say: Say, language: str = "de") -> int:
    """Undo an import while nothing rests on it, and return the exit code."""
    texts = Texts(language)
    call = signed_in(sign_in, texts, say)
    if call is None:
        return BROKEN_OFF
    gone = 0

    def progress(done: int, of: int) -> None:
        nonlocal gone
        gone = done
        if done:
            say(texts.say("run.undo_progress", done=done, of=of))

    try:
        touched = undo_run(run_id, call, progress=progress)
    except NotFound:
        say(texts.say("run.no_run", number=str(run_id)))
        return DECLINED
    except (Refused, Away) as error:
        say(broken_off(error, texts))
        return BROKEN_OFF
    if touched:
        names = ", ".join(ref for _, ref in touched[:MOST_NAMES]) + (" …" if len(touched) > MOST_NAMES else "")
        say(texts.say("run.touched", count=len(touched), names=names))
        return DECLINED
    say(texts.say("run.undone", count=gone))
    return DONE


MOST_NAMES = 10
"""Cases that a sentence names."""


def _tell(wish: Wish, before: tuple[RefusedLine, ...], result: Result, *, texts: Texts, say: Say) -> int:
    say(texts.say("run.imported", count=result.imported))
    if result.run_id is not None and result.imported:
        say(texts.say("run.undo", number=str(result.run_id)))
    if result.present:
        say(texts.say("run.present", count=result.present))
    refused = (*before, *result.refused)
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
