"""What nobody may do in a prepared cluster, and the persons made on its host."""

from __future__ import annotations

import psycopg
import pytest

from tests.support.cluster import OfficeDb, Server
from ticketdesk.domain.ids import login_name
from ticketdesk.domain.people import PersonClass
from ticketdesk.server import provision
from ticketdesk.server.provision import NewPerson
from ticketdesk.server.trouble import Trouble

FORBIDDEN = [
    "create temp table mine (id integer)",
    "create table public.mine (id integer)",
    "create schema mine",
    "do $$ begin null; end $$",
    "create function pg_temp.mine() returns integer language sql as 'select 1'",
    "select lo_from_bytea(0, 'x')",
    "select lo_create(0)",
    "select pg_notify('td_in', '')",
    "set role td_owner",
    "set session authorization postgres",
    "copy td.person to program 'true'",
    "create role another login",
    "alter role current_user superuser",
]


@pytest.mark.parametrize("key", ["requester", "coordinator", "admin"])
def test_people_may_do_nothing_beside_the_program(shared_office: OfficeDb, key: str) -> None:
    with shared_office.connect(key) as connection:
        for statement in FORBIDDEN:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement.encode())


@pytest.mark.parametrize("statement", FORBIDDEN[:7])
def test_nor_in_the_bell(shared_office: OfficeDb, statement: str) -> None:
    with shared_office.connect("requester", database=shared_office.bell) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement.encode())


@pytest.mark.parametrize("database", ["postgres", "template1", "td_template"])
def test_nor_come_into_other_databases(shared_office: OfficeDb, database: str) -> None:
    if database == "td_template":
        # The main database is open to every class; only persons of no class are kept out.
        with pytest.raises(psycopg.OperationalError):
            shared_office.connect("gone", database=database)
        return
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        shared_office.connect("requester", database=database)


def test_nobody_has_rights_that_public_had(server: Server, shared_office: OfficeDb) -> None:
    for database in ("postgres", "template1", shared_office.bell, shared_office.database):
        with server.superuser(database) as connection:
            left = connection.execute(
                "select 'language ' || lanname from pg_language where has_language_privilege('public', oid, 'usage') and lanpltrusted"
                " union all select proname from pg_proc where pronamespace = 'pg_catalog'::regnamespace"
                " and (proname like 'lo\\_%%' or proname in ('loread', 'lowrite', 'pg_notify') and pronargs = 2)"
                " and has_function_privilege('public', oid, 'execute')"
                " union all select 'schema public' where has_schema_privilege('public', 'public', 'usage')"
                " union all select 'database' where has_database_privilege('public', current_database(), 'connect')"
            ).fetchall()
            assert left == [], database


def test_preparing_again_changes_nothing(server: Server) -> None:
    question = (
        "select jsonb_agg(rolname || rolcanlogin || rolcreaterole || rolbypassrls order by rolname) from pg_roles where rolname ~ '^td_'"
    )
    with server.superuser("postgres") as connection:
        before = connection.execute(question.encode()).fetchone()
        provision.prepare(server.cluster.connect, main="td_template")
        assert connection.execute(question.encode()).fetchone() == before


def test_a_person_logs_in_with_what_was_made(office_db: OfficeDb) -> None:
    with office_db.superuser() as superuser:
        made = provision.create_person(superuser, NewPerson(" Änne.Neu ", "Änne Neu", PersonClass.HANDLER))
        assert made.login == login_name(office_db.salt, "änne.neu")
        stored = superuser.execute("select rolpassword, rolconnlimit from pg_authid where rolname = %s", [made.login]).fetchone()
        assert stored is not None
        assert stored[0].startswith("SCRAM-SHA-256$") and stored[1] == provision.CONNECTION_LIMIT
        with pytest.raises(Trouble, match="user_taken"):
            provision.create_person(superuser, NewPerson("ÄNNE.neu", "Andere", PersonClass.REQUESTER))
    words = office_db.conninfo("requester") | {"user": made.login, "password": made.password}
    with psycopg.connect(**words) as connection:
        assert connection.execute("select td.me()").fetchone() == (made.person_id,)
        assert connection.execute("select pg_has_role('td_handler', 'member'), pg_has_role('td_requester', 'member')").fetchone() == (
            True,
            False,
        )
    with office_db.superuser() as superuser:
        superuser.execute(f"drop role {made.login}".encode())


def test_a_person_cannot_put_on_the_class_role(office_db: OfficeDb) -> None:
    with office_db.connect("handler") as connection:
        if connection.info.server_version < 160000:
            pytest.skip("before 16 a member may always SET ROLE; it gives nothing but the class")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("set role td_handler")


def test_a_renewed_password_ends_the_old_one_and_its_sessions(office_db: OfficeDb) -> None:
    with office_db.superuser() as superuser:
        made = provision.create_person(superuser, NewPerson("wechsel", "Wanda Wechsel", PersonClass.REQUESTER))
        words = office_db.conninfo("requester") | {"user": made.login, "password": made.password}
        with psycopg.connect(**words, autocommit=True) as connection:
            renewed = provision.renew_password(superuser, "Wechsel")
            with pytest.raises(psycopg.OperationalError):
                connection.execute("select 1")
        with pytest.raises(psycopg.OperationalError, match="authentication failed"):
            psycopg.connect(**words)
        psycopg.connect(**(words | {"password": renewed.password})).close()
        provision.deactivate_person(superuser, "wechsel")
        with pytest.raises(Trouble, match="user_inactive"):
            provision.renew_password(superuser, "wechsel")
        superuser.execute(f"drop role {made.login}".encode())


def test_a_deactivated_person_is_out_at_once(office_db: OfficeDb) -> None:
    with office_db.superuser() as superuser:
        made = provision.create_person(superuser, NewPerson("abgang", "Arno Abgang", PersonClass.COORDINATOR))
        words = office_db.conninfo("requester") | {"user": made.login, "password": made.password}
        sessions = [psycopg.connect(**words, autocommit=True) for _ in range(3)]
        provision.deactivate_person(superuser, "abgang")
        for session in sessions:
            with pytest.raises(psycopg.Error):
                session.execute("select count(*) from td.ticket")
            session.close()
        with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
            psycopg.connect(**words)
        superuser.execute(f"drop role {made.login}".encode())


def test_the_first_administrator_is_made_once_and_then_let_back_in(office_db: OfficeDb) -> None:
    with office_db.superuser() as superuser:
        first = provision.first_administrator(superuser, NewPerson("chefin", "Charlotte Chefin", PersonClass.ADMIN))
        again = provision.first_administrator(superuser, NewPerson("Chefin", "egal", PersonClass.ADMIN))
        assert (first.person_id, first.login) == (again.person_id, again.login)
        assert first.password != again.password
        provision.deactivate_person(superuser, "chefin")
        back = provision.first_administrator(superuser, NewPerson("chefin", "egal", PersonClass.ADMIN))
        words = office_db.conninfo("requester") | {"user": back.login, "password": back.password}
        with psycopg.connect(**words) as connection:
            assert connection.execute("select td.me()").fetchone() == (back.person_id,), "the way back in, even for one locked out"
        with pytest.raises(Trouble, match="not_an_administrator"):
            provision.first_administrator(superuser, NewPerson("requester", "egal", PersonClass.ADMIN))
        superuser.execute(f"drop role {first.login}".encode())


def test_passwords_are_long_and_different() -> None:
    made = {provision.new_password() for _ in range(500)}
    assert len(made) == 500
    assert all(len(password) == 20 and set(password) <= set(provision.PASSWORD_LETTERS) for password in made)
