"""``ticketdesk import``: reads an event log of another system as history, or fills an empty server with an export; ``ticketdesk export``.

On the server's host it needs no log-in; elsewhere an administrator's, from an invitation's file or for a server that this computer knows.
"""

from __future__ import annotations

import argparse
import contextlib
import getpass
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ticketdesk.cli.texts import Texts

if TYPE_CHECKING:
    from ticketdesk.services.exchange.run import CallApi
    from ticketdesk.services.invitation import Invitation
    from ticketdesk.services.session import Session


def add_arguments(command: argparse.ArgumentParser, say: Callable[[str], str]) -> None:
    """Say what may be typed after ``ticketdesk import``."""
    command.add_argument("file", type=Path, nargs="?", help=say("import_file"))
    command.add_argument("--detect", action="store_true", help=say("detect"))
    command.add_argument("--undo", type=int, metavar="NUMBER", help=say("undo"))
    command.add_argument("--member", default="", help=say("member"))
    command.add_argument("--profile", default="bpic2013", help=say("profile"))
    command.add_argument("--check-only", "--dry-run", action="store_true", help=say("check_only"))
    command.add_argument("--yes", action="store_true", help=say("yes"))
    command.add_argument("--errors", type=Path, help=say("errors"))
    command.add_argument("--encoding", default="", help=say("encoding"))
    command.add_argument("--delimiter", default="", help=say("delimiter"))
    command.add_argument("--data", type=Path, metavar="FOLDER", help=say("data"))
    _add_sign_in(command, say)


def add_export(command: argparse.ArgumentParser, say: Callable[[str], str]) -> None:
    """Say what may be typed after ``ticketdesk export``."""
    command.add_argument("place", type=Path, help=say("export_place"))
    command.add_argument("--format", choices=("jsonl", "csv"), default="jsonl", help=say("export_format"))
    _add_sign_in(command, say)


def _add_sign_in(command: argparse.ArgumentParser, say: Callable[[str], str]) -> None:
    command.add_argument("--sign-in", type=Path, metavar="FILE", help=say("sign_in"))
    command.add_argument("--server", help=say("server"))
    command.add_argument("--user", default="", help=say("user"))


def run(asked: argparse.Namespace, texts: Texts) -> int:
    """Check a file, and read it in unless only the check was asked for; an export is known by its manifest."""
    from ticketdesk.services.exchange import command, export_command
    from ticketdesk.services.exchange.export_read import is_export

    if asked.undo is not None:
        with contextlib.ExitStack() as stack:
            return command.undo(asked.undo, sign_in=lambda: _session(asked, stack, texts).run, say=_say, language=texts.language)
    if asked.file is None:
        _say(texts("exchange.no_file"))
        return command.UNREADABLE
    if asked.detect:
        return command.detect(asked.file, say=_say, language=texts.language, member=asked.member)
    if is_export(asked.file):
        fill = export_command.Fill(asked.file, texts.language, asked.check_only)
        answer = None if asked.yes or not sys.stdin.isatty() else _ask(texts)
        with contextlib.ExitStack() as stack:
            return export_command.run_restore(fill, sign_in=lambda: _session(asked, stack, texts), say=_say, confirm=answer)
    wish = command.Wish(
        asked.file, asked.profile, language=texts.language, dry_run=asked.check_only, encoding=asked.encoding,
        delimiter=asked.delimiter, errors=asked.errors, member=asked.member,
    )  # fmt: skip
    confirm = None if asked.yes or not sys.stdin.isatty() else _ask(texts)
    with contextlib.ExitStack() as stack:
        return command.run(wish, sign_in=lambda: _sign_in(asked, stack, texts), say=_say, confirm=confirm)


def run_export(asked: argparse.Namespace, texts: Texts) -> int:
    """Export all that the person who signs in may see."""
    from ticketdesk.services.exchange import export, export_command
    from ticketdesk.services.exchange.export_format import Format
    from ticketdesk.services.exchange.texts import Texts as Sentences

    if not asked.sign_in and not asked.server:
        print(Sentences(texts.language, subject="export").say("run.no_one"), file=sys.stderr)
        return export_command.UNREADABLE
    wish = export.Wish(asked.place.absolute(), Format(asked.format))
    with contextlib.ExitStack() as stack:
        return export_command.run_export(wish, language=texts.language, sign_in=lambda: _session(asked, stack, texts), say=_say)


def read_in(file: Path, folder: Path, texts: Texts, *, stop: threading.Event) -> int:
    """Read a log of the incident kind into the server on a folder, without asking; returns the exit code."""
    from ticketdesk.server.admin import lent_administrator
    from ticketdesk.services.exchange import command

    def stopped() -> bool:
        if stop.is_set():
            raise KeyboardInterrupt
        return False

    wish = command.Wish(file, "bpic2013", language=texts.language, errors=folder / "import-refused.csv")
    with contextlib.ExitStack() as stack:

        def sign_in() -> CallApi:
            return _with_invitation(stack.enter_context(lent_administrator(folder)), stack).run

        return command.run(wish, sign_in=sign_in, say=_say, stop=stopped)


def _say(line: str) -> None:
    print(line, flush=True)


def _ask(texts: Texts) -> Callable[[str], bool]:
    return lambda question: input(f"{question} {texts('exchange.yes_no')} ").strip().lower().startswith(("j", "y"))


def _sign_in(asked: argparse.Namespace, stack: contextlib.ExitStack, texts: Texts) -> CallApi:
    return _session(asked, stack, texts).run


def _session(asked: argparse.Namespace, stack: contextlib.ExitStack, texts: Texts) -> Session:
    from ticketdesk.services.invitation import by_file

    if asked.sign_in:
        return _with_invitation(by_file(asked.sign_in), stack)
    if asked.server:
        return _with_password(asked.server, asked.user, stack, texts=texts)
    from ticketdesk.server.admin import lent_administrator
    from ticketdesk.server.system_user import default_folder

    folder: Path = (asked.data or default_folder()).absolute()
    return _with_invitation(stack.enter_context(lent_administrator(folder)), stack)


def _with_invitation(invitation: Invitation, stack: contextlib.ExitStack) -> Session:
    from ticketdesk.services.servers import KnownServers, of_invitation
    from ticketdesk.services.session import sign_in

    # The authority lies in a folder of its own for the time being: this computer does not join the server by an import.
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    server = of_invitation(invitation)
    session = sign_in(KnownServers(folder=folder).address(server), invitation.user_name, invitation.password, salt=invitation.salt)
    return _closing(session, stack)


def _with_password(typed: str, user: str, stack: contextlib.ExitStack, *, texts: Texts) -> Session:
    from ticketdesk.domain.errors import WrongServer
    from ticketdesk.services.servers import KnownServers, read_address
    from ticketdesk.services.session import sign_in

    servers = KnownServers()
    server = servers.find(read_address(typed))
    if server is None:
        raise WrongServer(detail={"why": "not_joined"})
    name = user or server.user_name
    password = (
        getpass.getpass(texts("exchange.password", user=name, server=typed)) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    )
    return _closing(sign_in(servers.address(server), name, password, salt=server.salt), stack)


def _closing(session: Session, stack: contextlib.ExitStack) -> Session:
    stack.callback(session.close)
    return session
