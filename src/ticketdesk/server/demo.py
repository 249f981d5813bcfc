"""The demonstration's office: made-up people with random passwords, and cases. Fills once, then only opens it again."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psycopg

from ticketdesk.server import provision
from ticketdesk.server.admin import invitation_for
from ticketdesk.server.local import connect_running, read_state
from ticketdesk.server.provision import Credentials
from ticketdesk.server.serve import Server, Tell
from ticketdesk.server.system_user import default_folder, make_folder, write_private
from ticketdesk.server.trouble import Trouble
from ticketdesk.services.invitation import SUFFIX, file_text


def folder(*, made_up: bool) -> Path:
    """Return where the demonstration keeps its data: one folder for the made-up office, one for a real log."""
    return default_folder("demo" if made_up else "demo-import")


def passwords_file(place: Path) -> Path:
    """Return the file with the made-up people's passwords."""
    return place / "demo-people.json"


def clear_unfinished(place: Path) -> None:
    """Begin anew where an earlier filling was cut off; a finished office is never touched."""
    if (place / "pg").exists() and not passwords_file(place).exists():
        remove(place)


def refuse_running(place: Path) -> None:
    """Raise Trouble when a server runs on this folder."""
    if not read_state(place).port:
        return
    try:
        connect_running(place).close()
    except Trouble:
        return
    raise Trouble("already_running", folder=place)


class _Stopped(Exception):
    """Somebody asked to stop while the office was being filled."""


def fill(server: Server, *, cases: int, tell: Tell, stop: threading.Event) -> dict[str, Path]:
    """Fill the office if that was not done yet (no cases: people only).

    Returns a sign-in file for each person, by user name or by what he is.
    Returns nothing when ``stop`` is set meanwhile; the next start begins anew then.
    """
    people = passwords_file(server.cluster.folder)
    if not people.exists():
        from ticketdesk.server.office import filling

        tell("filling_office", {})
        try:
            made = filling.fill(lambda: _filling(server), cases=cases, progress=_progress(tell, stop))
        except _Stopped:
            return {}
        rows = [{"key": key} | asdict(credentials) for key, credentials in made.items()]
        write_private(people, json.dumps(rows, indent=1, ensure_ascii=False))
    return _sign_in_files(server, people)


def _filling(server: Server) -> psycopg.Connection[Any]:
    """Connect so that plans made while the tables are empty do not read them whole once they are not."""
    connection = server.cluster.connect()
    connection.execute("set enable_seqscan = off")
    return connection


def _progress(tell: Tell, stop: threading.Event) -> Callable[[int, int], None]:
    told = 0

    def progress(done: int, of: int) -> None:
        nonlocal told
        if stop.is_set():
            raise _Stopped
        if done - told >= of / 5 or done == of:
            told = done
            tell("office_grows", {"done": done, "of": of})

    return progress


def remove(place: Path) -> bool:
    """Delete a demonstration's data; tell whether there were any. Raises Trouble when it runs, or the folder holds something else."""
    if not place.exists():
        return False
    if not (place / "lock").exists():
        raise Trouble("folder_not_ours", folder=place)
    refuse_running(place)
    shutil.rmtree(place)
    return True


def has_read(place: Path, file: Path) -> bool:
    """Tell whether this very file was read in already."""
    try:
        return (place / "read.json").read_text("utf-8") == _mark(file)
    except OSError:
        return False


def note_read(place: Path, file: Path) -> None:
    """Note that a file was read in, so that the next start need not look at it again."""
    write_private(place / "read.json", _mark(file))


def _mark(file: Path) -> str:
    found = file.stat()
    return json.dumps([str(file.absolute()), found.st_size, found.st_mtime_ns])


def _sign_in_files(server: Server, people: Path) -> dict[str, Path]:
    """Write for each person a file to sign in with; anew at every start, because the port may have moved."""
    target = server.cluster.folder / "sign-in"
    make_folder(target, mode=0o700)
    with server.cluster.connect() as connection:
        salt = provision.salt_of(connection)
    files: dict[str, Path] = {}
    for row in json.loads(people.read_text("utf-8")):
        key = row.pop("key")
        credentials = Credentials(**row)
        files[key] = target / f"{key}{SUFFIX}"
        invitation = invitation_for(server.cluster.folder, credentials, salt=salt, days=3650)
        write_private(files[key], file_text(invitation))
    return files
