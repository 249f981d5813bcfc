"""Makes a bare cluster ours: roles, the two databases, what nobody may do; and the persons that the administrator's own host makes.

Everything here speaks as the cluster's superuser through the local socket; what administrators do inside the program goes through
functions of the database instead. Passwords are made here and turned into SCRAM verifiers before anything is sent.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql as compose

from ticketdesk.domain.ids import PersonId, login_name
from ticketdesk.domain.people import PersonClass
from ticketdesk.server.connecting import Connect
from ticketdesk.server.migrate import SQL
from ticketdesk.server.postgres_conf import BELL, MAIN
from ticketdesk.server.trouble import Trouble

CLASS_ROLES = {
    PersonClass.REQUESTER: "td_requester",
    PersonClass.HANDLER: "td_handler",
    PersonClass.COORDINATOR: "td_coordinator",
    PersonClass.ADMIN: "td_admin",
    PersonClass.AUDITOR: "td_auditor",
}

CONNECTION_LIMIT = 20
"""Log-ins that one person may have at once; a dead socket counts until the server has noticed."""

SHUT_OUT_TRIES = 10
"""How often a person who is to be shut out may be back in between; half a second each."""

PASSWORD_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that are mistaken for each other."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who is to get a log-in."""

    user_name: str
    name: str
    person_class: PersonClass
    language: str = "de"
    phone: str = ""
    email: str = ""
    company: str = ""
    department: str = ""
    customer_group: str = ""
    """Made if there is none of that name; empty: the office's first one."""
    groups: tuple[str, ...] = ()
    """Made where missing."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A person's log-in with the password that was made for it; never logged, never shown but to whom it belongs."""

    person_id: PersonId
    user_name: str
    login: str
    password: str


def prepare(connect: Connect, *, main: str = MAIN, bell: str = BELL) -> None:
    """Make roles and databases and take from everybody what nobody needs. Repeatable; changes nothing that is as it should be."""
    folder = SQL / "prepare"
    with connect("postgres") as connection:
        _run(connection, folder / "10_roles.sql")
        # To see how long others' transactions last; what they ask is seen with it, but this log-in exists on the server's host alone.
        connection.execute("grant pg_read_all_stats to td_reaper")
        held = {row[0] for row in connection.execute("select datname from pg_database").fetchall()}
        for name in ("template1", "postgres"):
            _prepare_database(connect, name, [])
        for name in (main, bell):
            if name not in held:
                # From template1, so that what was taken from everybody there is missing here from the first moment.
                connection.execute(compose.SQL("create database {} template template1").format(compose.Identifier(name)))
        _prepare_database(connect, main, ["30_main_database.sql"])
        _prepare_database(connect, bell, ["40_bell_database.sql"])


def _prepare_database(connect: Connect, name: str, more: list[str]) -> None:
    with connect(name) as connection, connection.transaction():
        for file in ("20_every_database.sql", *more):
            _run(connection, SQL / "prepare" / file)


def _run(connection: psycopg.Connection[Any], path: Path) -> None:
    try:
        connection.execute(path.read_bytes())
    except psycopg.Error as error:
        raise Trouble("sql_failed", file=path.relative_to(SQL), line=0, why=str(error)) from error


def make_office(connection: psycopg.Connection[Any], name: str = "") -> None:
    """Write the office's row with a fresh salt, if there is none yet."""
    with connection.transaction():
        connection.execute(
            "insert into td.office (name, login_salt) select %s, %s where not exists (select from td.office)",
            [name, secrets.token_bytes(32)],
        )


def office_name(connection: psycopg.Connection[Any]) -> str:
    """Return what the office calls itself; may be empty."""
    row = connection.execute("select name from td.office").fetchone()
    return str(row[0]) if row else ""


def salt_of(connection: psycopg.Connection[Any]) -> bytes:
    """Return the salt from which log-in names are made."""
    row = connection.execute("select login_salt from td.office").fetchone()
    if row is None:
        raise Trouble("no_office")
    return bytes(row[0])


def new_password(length: int = 20) -> str:
    """Return a random password (about 116 bits at 20 characters)."""
    return "".join(secrets.choice(PASSWORD_LETTERS) for _ in range(length))


def verifier(connection: psycopg.Connection[Any], login: str, password: str) -> str:
    """Return the SCRAM verifier of a password; the password itself is not sent."""
    return connection.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode("ascii")


def create_person(connection: psycopg.Connection[Any], person: NewPerson) -> Credentials:
    """Make a person with a log-in and a fresh password. Raises Trouble when the user name is taken."""
    if not person.user_name.strip():
        raise Trouble("no_user_name")
    login, password = login_name(salt_of(connection), person.user_name), new_password()
    with connection.transaction():
        if connection.execute("select id from td.person where login = %s", [login]).fetchone():
            raise Trouble("user_taken", user=person.user_name)
        _make_login(connection, login, password, role=CLASS_ROLES[person.person_class])
        row = connection.execute(
            "insert into td.person (login, class, language, customer_group_id) values (%s, %s, %s, %s) returning id",
            [login, int(person.person_class), person.language, _customer_group(connection, person.customer_group)],
        ).fetchone()
        assert row is not None
        connection.execute(
            "insert into td.person_detail (person_id, name, user_name, phone, email, company, department)"
            " values (%s, %s, %s, %s, %s, %s, %s)",
            [row[0], person.name, person.user_name.strip(), person.phone, person.email, person.company, person.department],
        )
        for group in person.groups:
            number = _named(connection, "work_group", group)
            connection.execute("insert into td.group_member (group_id, person_id) values (%s, %s)", [number, row[0]])
    return Credentials(PersonId(row[0]), person.user_name.strip(), login, password)


def let_in(connection: psycopg.Connection[Any], number: int, user_name: str) -> Credentials:
    """Give a log-in with a fresh password to a person who has none. Raises Trouble: no such person, or the user name is taken."""
    if not user_name.strip():
        raise Trouble("no_user_name")
    login, password = login_name(salt_of(connection), user_name), new_password()
    with connection.transaction():
        row = connection.execute(
            "select class from td.person where id = %s and login is null and class > 0 and active for update", [number]
        ).fetchone()
        if row is None:
            raise Trouble("no_such_person", number=number)
        if connection.execute("select id from td.person where login = %s", [login]).fetchone():
            raise Trouble("user_taken", user=user_name)
        _make_login(connection, login, password, role=CLASS_ROLES[PersonClass(row[0])])
        connection.execute("update td.person set login = %s where id = %s", [login, number])
        connection.execute("update td.person_detail set user_name = %s where person_id = %s", [user_name.strip(), number])
    return Credentials(PersonId(number), user_name.strip(), login, password)


def _customer_group(connection: psycopg.Connection[Any], name: str) -> int:
    """Return the customer group of that name; without one the first, because every case belongs to one."""
    if not name:
        row = connection.execute("select min(id) from td.customer_group").fetchone()
        if row is not None and row[0] is not None:
            return int(row[0])
    return _named(connection, "customer_group", name or office_name(connection) or "Büro")


def _named(connection: psycopg.Connection[Any], table: str, name: str) -> int:
    """Return the id of a row by its name; makes it where missing."""
    place = compose.Identifier("td", table)
    row = connection.execute(compose.SQL("select id from {} where name = %s").format(place), [name]).fetchone()
    row = row or connection.execute(compose.SQL("insert into {} (name) values (%s) returning id").format(place), [name]).fetchone()
    assert row is not None
    return int(row[0])


def _make_login(connection: psycopg.Connection[Any], login: str, password: str, *, role: str) -> None:
    words = {"login": compose.Identifier(login), "limit": compose.Literal(CONNECTION_LIMIT)}
    secret = compose.Literal(verifier(connection, login, password))
    connection.execute(
        compose.SQL(
            "create role {login} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit"
            " connection limit {limit} password {secret}"
        ).format(**words, secret=secret)
    )
    _grant_class(connection, login, role=role)


def _grant_class(connection: psycopg.Connection[Any], login: str, *, role: str) -> None:
    # From 16 on the membership can be kept from SET ROLE; before, SET ROLE to one's own class gives nothing but that class.
    precise = compose.SQL(" with inherit true, set false, admin false" if connection.info.server_version >= 160000 else "")
    connection.execute(compose.SQL("grant {} to {}").format(compose.Identifier(role), compose.Identifier(login)) + precise)


def renew_password(connection: psycopg.Connection[Any], user_name: str) -> Credentials:
    """Give a person a fresh password and end his sessions; the old one is worth nothing any more."""
    login, password = login_name(salt_of(connection), user_name), new_password()
    row = connection.execute("select id, active from td.person where login = %s", [login]).fetchone()
    if row is None:
        raise Trouble("no_such_user", user=user_name)
    if not row[1]:
        raise Trouble("user_inactive", user=user_name)
    secret = compose.Literal(verifier(connection, login, password))
    connection.execute(compose.SQL("alter role {} login password {}").format(compose.Identifier(login), secret))
    end_sessions(connection, login)
    return Credentials(PersonId(row[0]), user_name.strip(), login, password)


def end_sessions(connection: psycopg.Connection[Any], login: str) -> int:
    """End the sessions of a log-in; returns how many there were."""
    ended = connection.execute("select pg_terminate_backend(pid, 2000) from pg_stat_activity where usename = %s", [login]).fetchall()
    return len(ended)


def _shut_out(connection: psycopg.Connection[Any], login: str) -> None:
    """End a log-in's sessions and its right to begin new ones.

    Everybody may ALTER his own role, and whoever does so in a transaction that he leaves open makes our own ALTER wait for as long as he
    likes; so his sessions end first, and again if he was back before the door was shut.
    """
    nologin = compose.SQL("alter role {} nologin").format(compose.Identifier(login))
    for left in reversed(range(SHUT_OUT_TRIES)):
        end_sessions(connection, login)
        try:
            with connection.transaction():
                connection.execute("set local lock_timeout = '500ms'")
                connection.execute(nologin)
            return
        except (psycopg.errors.LockNotAvailable, psycopg.errors.InternalError_):
            if not left:
                raise


def deactivate_person(connection: psycopg.Connection[Any], user_name: str) -> None:
    """Take away a person's access, in the order that leaves no gap: row, log-in, class, running sessions."""
    login = login_name(salt_of(connection), user_name)
    row = connection.execute("update td.person set active = false where login = %s returning class", [login]).fetchone()
    if row is None:
        raise Trouble("no_such_user", user=user_name)
    _shut_out(connection, login)
    role = CLASS_ROLES[PersonClass(row[0])]
    connection.execute(compose.SQL("revoke {} from {}").format(compose.Identifier(role), compose.Identifier(login)))
    end_sessions(connection, login)


def first_administrator(connection: psycopg.Connection[Any], person: NewPerson) -> Credentials:
    """Make an administrator from the server's own host, or let one in again with a fresh password, even one who was locked out."""
    login = login_name(salt_of(connection), person.user_name)
    row = connection.execute("select class from td.person where login = %s", [login]).fetchone()
    if row is None:
        return create_person(connection, person)
    if PersonClass(row[0]) is not PersonClass.ADMIN:
        raise Trouble("not_an_administrator", user=person.user_name)
    with connection.transaction():
        connection.execute("update td.person set active = true where login = %s", [login])
        connection.execute(compose.SQL("alter role {} login").format(compose.Identifier(login)))
        _grant_class(connection, login, role=CLASS_ROLES[PersonClass.ADMIN])
        return renew_password(connection, person.user_name)
