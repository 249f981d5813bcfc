"""What the administrator's own host may do without any log-in: first administrators, invitations, persons, and the way back in.

Works beside a running server, or starts the database for itself alone when none runs on the folder.
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql as compose

from ticketdesk.domain.people import PersonClass
from ticketdesk.server import provision
from ticketdesk.server.invite import Invitations, expiry
from ticketdesk.server.local import connect_running, read_state
from ticketdesk.server.postgres_conf import is_loopback
from ticketdesk.server.provision import Credentials, NewPerson
from ticketdesk.server.serve import INVITATIONS, Options, Server
from ticketdesk.server.system_user import write_private
from ticketdesk.server.trouble import Trouble
from ticketdesk.services.invitation import Invitation, file_text, spoken

COMMAND_USER = "ticketdesk-command"
"""Who acts when a command on the server's host does something that only an administrator may."""


@dataclass(frozen=True, slots=True)
class Issued:
    """An invitation that was made; the code is shown once and kept nowhere."""

    user_name: str
    address: str
    code: str
    expires_at: datetime
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A person with a log-in, or one who came with an export and waits for one."""

    user_name: str
    name: str
    person_class: PersonClass
    active: bool
    number: int | None = None
    """Of those who wait."""


@contextlib.contextmanager
def office(folder: Path) -> Iterator[psycopg.Connection[Any]]:
    """Connect to the office on this folder as the superuser, starting its database for the time being if it does not run."""
    try:
        connection = connect_running(folder)
    except Trouble as trouble:
        if trouble.code != "not_running":
            raise
        with Server(Options(folder, announce=False)) as server, server.cluster.connect() as connection:
            yield connection
        return
    with connection:
        yield connection


def first(folder: Path, person: NewPerson, *, host: str | None = None, file: Path | None = None) -> Issued:
    """Make an administrator, or give one a fresh password; returns the invitation that lets him in."""
    with office(folder) as connection:
        return _issue(connection, folder, provision.first_administrator(connection, person), host=host, file=file)


def invite(folder: Path, user_name: str, *, host: str | None = None, file: Path | None = None) -> Issued:
    """Give a person a fresh one-time password and invite him with it; ends what sessions he has."""
    with office(folder) as connection:
        return _issue(connection, folder, provision.renew_password(connection, user_name), host=host, file=file)


def add_person(folder: Path, person: NewPerson, *, host: str | None = None, file: Path | None = None) -> Issued:
    """Make a person and invite him."""
    with office(folder) as connection:
        return _issue(connection, folder, provision.create_person(connection, person), host=host, file=file)


def let_in(folder: Path, number: int, user_name: str, *, host: str | None = None, file: Path | None = None) -> Issued:
    """Give a log-in to a person who has none: everybody after a restore; and invite him."""
    with office(folder) as connection:
        return _issue(connection, folder, provision.let_in(connection, number, user_name), host=host, file=file)


@contextlib.contextmanager
def lent_administrator(folder: Path) -> Iterator[Invitation]:
    """Lend an administrator's log-in to a command on this host, for as long as it runs; what it does is logged under its own name."""
    with office(folder) as connection:
        credentials = provision.first_administrator(connection, NewPerson(COMMAND_USER, COMMAND_USER, PersonClass.ADMIN))
        # While tables are small or look empty, plans made for them read them whole, and stay so while an import makes them grow.
        connection.execute(compose.SQL("alter role {} set enable_seqscan = off").format(compose.Identifier(credentials.login)))
        try:
            yield invitation_for(folder, credentials, salt=provision.salt_of(connection))
        finally:
            provision.deactivate_person(connection, COMMAND_USER)


def deactivate(folder: Path, user_name: str) -> None:
    """Take away a person's access at once."""
    with office(folder) as connection:
        provision.deactivate_person(connection, user_name)


def people(folder: Path) -> list[Listed]:
    """Return the persons with a log-in by user name, then those of the office who wait for one."""
    with office(folder) as connection:
        rows = connection.execute(
            "select d.user_name, d.name, p.class, p.active, case when p.login is null then p.id end"
            " from td.person as p join td.person_detail as d on d.person_id = p.id"
            " where p.login is not null or p.class > 0 and p.active order by p.login is null, lower(d.user_name), p.id"
        ).fetchall()
    return [Listed(row[0], row[1], PersonClass(row[2]), row[3], row[4]) for row in rows]


def invitation_for(folder: Path, credentials: Credentials, *, salt: bytes, host: str | None = None, days: int = 7) -> Invitation:
    """Return the invitation that fits a person's password and this server."""
    state = read_state(folder)
    here = "127.0.0.1" if is_loopback(state.listen) else socket.getfqdn()
    ca = (folder / "tls" / "ca.crt").read_text("ascii")
    return Invitation(host or here, state.port, ca, salt, credentials.user_name, credentials.password, expiry(days))


def _issue(connection: psycopg.Connection[Any], folder: Path, credentials: Credentials, *, host: str | None, file: Path | None) -> Issued:
    invitation = invitation_for(folder, credentials, salt=provision.salt_of(connection), host=host)
    code = Invitations(folder / INVITATIONS).add(invitation)
    if file is not None:
        write_private(file, file_text(invitation))
    return Issued(credentials.user_name, f"{invitation.host}:{invitation.port}", spoken(code), invitation.expires_at, file)
