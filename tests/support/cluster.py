"""A real PostgreSQL for the tests: one cluster per session, a template with the schema, a cheap copy per test.

Use it with ``pytest_plugins = ["tests.support.cluster"]`` in tests/conftest.py. Fixtures:

``server``        session: the running cluster (durability off), both databases prepared, schema laid in the template
``office_db``     function: an :class:`OfficeDb`, a database of its own copied from the template (about 50 ms)
``shared_office`` module: the same, one copy for all tests of a module
``ringing``       function: the office of ``office_db`` with a relay that rings its bell

An ``OfficeDb`` has ``people`` (key -> :class:`Identity`, each with a real log-in of its own), ``connect(key)`` (TLS, SCRAM, the person's
password), ``superuser()``, ``conninfo(key)`` for code that connects by itself, and the ids of groups, customer groups and categories.
TICKETDESK_POSTGRES names another PostgreSQL than the wheel's, for example /usr/lib/postgresql/15/bin. As root the cluster drops to
its system user like the product does. Each xdist worker has a cluster of its own.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

from ticketdesk.domain.ids import PersonId
from ticketdesk.domain.people import PersonClass
from ticketdesk.server import migrate, provision
from ticketdesk.server.cluster import Cluster, Settings
from ticketdesk.server.postgres_conf import BELL
from ticketdesk.server.relay import Relay

TEMPLATE = "td_template"

# key: class, name, groups, customer group. Obviously made up.
CAST: dict[str, tuple[PersonClass, str, tuple[str, ...], str]] = {
    "requester": (PersonClass.REQUESTER, "Rita Beispiel", (), "Musterhaus"),
    "colleague": (PersonClass.REQUESTER, "Kolja Beispiel", (), "Musterhaus"),
    "outsider": (PersonClass.REQUESTER, "Otto Fremdling", (), "Fremdwerk"),
    "handler": (PersonClass.HANDLER, "Hanna Platzhalter", ("Technik",), "Musterhaus"),
    "mate": (PersonClass.HANDLER, "Mats Platzhalter", ("Technik",), "Musterhaus"),
    "other_handler": (PersonClass.HANDLER, "Bodo Attrappe", ("Buchhaltung",), "Musterhaus"),
    "coordinator": (PersonClass.COORDINATOR, "Klara Musterlotse", (), "Musterhaus"),
    "second_coordinator": (PersonClass.COORDINATOR, "Konrad Musterlotse", (), "Musterhaus"),
    "admin": (PersonClass.ADMIN, "Adele Vorlage", (), "Musterhaus"),
    "auditor": (PersonClass.AUDITOR, "Anton Prüfstück", (), "Musterhaus"),
    "gone": (PersonClass.HANDLER, "Gundula Ehemals", ("Technik",), "Musterhaus"),
}


@dataclass(frozen=True, slots=True)
class Identity:
    """A person of the cast with everything needed to log in."""

    key: str
    id: PersonId
    person_class: PersonClass
    name: str
    user_name: str
    login: str
    password: str


@dataclass(slots=True)
class Server:
    """The session's cluster."""

    cluster: Cluster
    ca: Path
    salt: bytes = b""
    people: dict[str, Identity] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    customer_groups: dict[str, int] = field(default_factory=dict)
    categories: dict[str, int] = field(default_factory=dict)
    counter: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def port(self) -> int:
        """Where it listens on 127.0.0.1."""
        return self.cluster.port

    def superuser(self, database: str, *, autocommit: bool = True) -> psycopg.Connection[Any]:
        """Connect past every right; for arranging and for looking behind the scenes only."""
        return self.cluster.connect(database, autocommit=autocommit)


@dataclass(slots=True)
class OfficeDb:
    """One database with the schema and the cast in it."""

    server: Server
    database: str
    bell: str = BELL

    @property
    def people(self) -> dict[str, Identity]:
        """The cast by key."""
        return self.server.people

    @property
    def groups(self) -> dict[str, int]:
        """Ids of the groups Technik and Buchhaltung."""
        return self.server.groups

    @property
    def customer_groups(self) -> dict[str, int]:
        """Ids of the customer groups Musterhaus and Fremdwerk."""
        return self.server.customer_groups

    @property
    def categories(self) -> dict[str, int]:
        """Ids of the categories Drucker and Rechnung."""
        return self.server.categories

    @property
    def salt(self) -> bytes:
        """What log-in names are made with."""
        return self.server.salt

    def conninfo(self, key: str, *, database: str | None = None) -> dict[str, Any]:
        """Return libpq's words for a person's own connection, as the client makes it."""
        person = self.people[key]
        return {
            "host": "127.0.0.1", "port": self.server.port, "dbname": database or self.database,
            "user": person.login, "password": person.password, "sslmode": "verify-full", "sslrootcert": str(self.server.ca),
            "channel_binding": "require", "require_auth": "scram-sha-256", "gssencmode": "disable", "connect_timeout": 5,
        }  # fmt: skip

    def connect(self, key: str, *, autocommit: bool = True, database: str | None = None) -> psycopg.Connection[Any]:
        """Log in as a person of the cast."""
        return psycopg.connect(**self.conninfo(key, database=database), autocommit=autocommit, prepare_threshold=None)

    def superuser(self, *, autocommit: bool = True) -> psycopg.Connection[Any]:
        """Connect past every right."""
        return self.server.superuser(self.database, autocommit=autocommit)


@contextlib.contextmanager
def private_folder() -> Iterator[Path]:
    """A folder that also the database's system user can pass through; pytest's own cannot be."""
    folder = Path(tempfile.mkdtemp(prefix="td-test-"))
    os.chmod(folder, 0o711)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def cheap_settings(folder: Path, **changes: Any) -> Settings:
    """How tests run a cluster: not durable, no penalty for wrong passwords, any database."""
    words: dict[str, Any] = {
        "durable": False, "slow_down_guessing": False, "databases": "all", "max_connections": 250, "first_port": 55_020,
        "extra": {"shared_buffers": "64MB", "max_wal_size": "256MB"},
    }  # fmt: skip
    return Settings(folder, **(words | changes))


@contextlib.contextmanager
def running_server() -> Iterator[Server]:
    """A cluster, prepared, with schema and cast in the template."""
    with private_folder() as folder, Cluster(cheap_settings(folder / "server")) as cluster:
        provision.prepare(cluster.connect, main=TEMPLATE, bell=BELL)
        held = Server(cluster, folder / "server" / "tls" / "ca.crt")
        with cluster.connect(TEMPLATE) as connection:
            migrate.upgrade(connection, lambda: cluster.connect(TEMPLATE, "td_install", autocommit=False))
            provision.make_office(connection, "Musterbüro")
            held.salt = provision.salt_of(connection)
            _fill(connection, held)
        yield held


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The session's cluster."""
    with running_server() as held:
        yield held


def _fill(connection: psycopg.Connection[Any], held: Server) -> None:
    def ids(table: str, names: tuple[str, ...]) -> dict[str, int]:
        rows = [connection.execute(f"insert into td.{table} (name) values (%s) returning id".encode(), [n]).fetchone() for n in names]
        return {name: row[0] for name, row in zip(names, rows, strict=True) if row}

    held.customer_groups = ids("customer_group", ("Musterhaus", "Fremdwerk"))
    # So that what may be switched on is tried as well; that it is off in a new office, its own test says.
    connection.execute("update td.office set time_booking = true")
    held.groups = ids("work_group", ("Technik", "Buchhaltung"))
    for name, english in (("Drucker", "Printer"), ("Rechnung", "Invoice")):
        row = connection.execute("insert into td.category (name_de, name_en) values (%s, %s) returning id", [name, english]).fetchone()
        assert row is not None
        held.categories[name] = row[0]
    for key, (kind, name, groups, customer) in CAST.items():
        made = provision.create_person(
            connection, provision.NewPerson(key, name, kind, email=f"{key}@beispiel.invalid", phone="030 555", company=customer)
        )
        held.people[key] = Identity(key, made.person_id, kind, name, made.user_name, made.login, made.password)
        connection.execute("update td.person set customer_group_id = %s where id = %s", [held.customer_groups[customer], made.person_id])
        for group in groups:
            connection.execute("insert into td.group_member (group_id, person_id) values (%s, %s)", [held.groups[group], made.person_id])
    provision.deactivate_person(connection, "gone")


@contextlib.contextmanager
def fresh_office(server: Server) -> Iterator[OfficeDb]:
    """A database of its own, gone afterwards with the log-ins that were made in it: these belong to the whole cluster."""
    name = f"td_test_{next(server.counter)}"
    with server.superuser("postgres") as connection:
        before = _log_ins(connection)
        # By files: the other way writes each page into the log too, which nobody here reads.
        connection.execute(f"create database {name} template {TEMPLATE} strategy file_copy".encode())
        # Rights of a database are not copied with it.
        _open(server, name)
    try:
        yield OfficeDb(server, name)
    finally:
        with server.superuser("postgres") as connection:
            connection.execute(f"drop database {name} with (force)".encode())
            for login in _log_ins(connection) - before:
                connection.execute(f"drop role {login}".encode())


def _log_ins(connection: psycopg.Connection[Any]) -> set[str]:
    return {name for (name,) in connection.execute("select rolname from pg_roles where rolname ~ '^td_[a-z2-7]{26}$'")}


def _open(server: Server, name: str) -> None:
    with server.superuser(name) as connection:
        connection.execute(f"revoke all on database {name} from public".encode())
        connection.execute((migrate.SQL / "prepare" / "30_main_database.sql").read_bytes())


@pytest.fixture
def office_db(server: Server) -> Iterator[OfficeDb]:
    """A fresh office for one test."""
    with fresh_office(server) as office:
        yield office


@pytest.fixture(scope="module")
def shared_office(server: Server) -> Iterator[OfficeDb]:
    """A fresh office for the tests of one module."""
    with fresh_office(server) as office:
        yield office


@pytest.fixture
def ringing(server: Server, office_db: OfficeDb) -> Iterator[OfficeDb]:
    """A fresh office whose bell rings, as beside a running server."""
    relay = Relay(lambda database: server.cluster.connect(database, "td_relay"), main=office_db.database, bell=office_db.bell)
    relay.start()
    try:
        assert relay.wait_until_listening(10.0)
        yield office_db
    finally:
        relay.stop()
