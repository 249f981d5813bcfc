"""What tests of signing in share: the test office as a known server, invitations to it, certificates that are wrong in one way each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from psycopg import sql

from tests.support.cluster import OfficeDb
from ticketdesk.domain.ids import login_name
from ticketdesk.server.certificates import Certificates, prepare
from ticketdesk.server.provision import verifier
from ticketdesk.services.invitation import Invitation
from ticketdesk.services.servers import KnownServer


def known(office: OfficeDb, **more: object) -> KnownServer:
    """Return the test office's server as one that this computer has joined."""
    words: dict[str, object] = {
        "host": "127.0.0.1", "port": office.server.port, "ca": office.server.ca.read_text("ascii"), "salt": office.salt,
        "office": "Musterbüro", "main": office.database, "bell": office.bell, "joined_at": datetime.now(UTC),
    }  # fmt: skip
    return KnownServer(**(words | more))  # type: ignore[arg-type]  # words of one dataclass


def authority(folder: Path) -> Certificates:
    """Return an authority with a good certificate for this machine."""
    return prepare(folder)


def expired(folder: Path) -> Certificates:
    """Return an authority whose server's certificate ended long ago, while its own is still good."""
    return prepare(folder, now=datetime.now(UTC) - timedelta(days=3 * 365))


def not_yet_valid(folder: Path) -> Certificates:
    """Return an authority that is good, with a server's certificate that begins next year."""
    prepare(folder)
    (folder / "server.crt").unlink()
    return prepare(folder, now=datetime.now(UTC) + timedelta(days=365))


@contextmanager
def newcomer(office: OfficeDb, *, host: str = "127.0.0.1") -> Iterator[Invitation]:
    """Make a person with a one-time password, and the invitation that goes with it; the role is dropped afterwards."""
    user_name, password = f"neu-{uuid4().hex[:8]}", "Einmal-Passwort-9"
    login = login_name(office.salt, user_name)
    role = sql.Identifier(login)
    with office.superuser() as connection:
        secret = sql.Literal(verifier(connection, login, password))
        connection.execute(sql.SQL("create role {} login password {} in role td_requester").format(role, secret))
        row = connection.execute("insert into td.person (login, class, language) values (%s, 1, 'de') returning id", [login]).fetchone()
        assert row is not None
        connection.execute(
            "insert into td.person_detail (person_id, name, user_name) values (%s, 'Nora Neubeispiel', %s)", [row[0], user_name]
        )
    until = datetime.now(UTC) + timedelta(days=7)
    try:
        yield Invitation(host, office.server.port, office.server.ca.read_text("ascii"), office.salt, user_name, password, until)
    finally:
        with office.superuser() as connection:
            connection.execute("select pg_terminate_backend(pid, 2000) from pg_stat_activity where usename = %s", [login])
            connection.execute(sql.SQL("drop role {}").format(role))


def unused_port() -> int:
    """Return a port at which nothing answers just now."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])
