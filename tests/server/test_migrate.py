"""The upgrade: whole or not at all, repeatable, and never from a newer schema."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.support.cluster import OfficeDb, Server
from ticketdesk.server import migrate
from ticketdesk.server.trouble import Trouble


@pytest.fixture
def sql(tmp_path: Path) -> Path:
    """A copy of the product's SQL, to change."""
    shutil.copytree(migrate.SQL, tmp_path / "sql")
    return tmp_path / "sql"


def upgrade(server: Server, office: OfficeDb, sql: Path) -> bool:
    with office.superuser() as superuser:
        return migrate.upgrade(superuser, lambda: server.cluster.connect(office.database, "td_install", autocommit=False), sql=sql)


def one(office: OfficeDb, question: str) -> Any:
    with office.superuser() as connection:
        row = connection.execute(question.encode()).fetchone()
        return row[0] if row else None


CATALOGUE = """
    select jsonb_object_agg(kind, held) from (
        select 'functions' as kind, jsonb_agg(p.oid::regprocedure::text || md5(p.prosrc) || coalesce(p.proacl::text, '')
            order by p.oid::regprocedure::text) as held
        from pg_proc as p where p.pronamespace in ('td'::regnamespace, 'api'::regnamespace)
        union all select 'policies', jsonb_agg(p.polname || p.polrelid::regclass::text || p.polcmd::text ||
            coalesce(pg_get_expr(p.polqual, p.polrelid), '') order by p.polrelid::regclass::text, p.polname)
        from pg_policy as p
        union all select 'relations', jsonb_agg(c.relname || c.relrowsecurity || c.relforcerowsecurity || coalesce(c.relacl::text, '')
            order by c.relname) from pg_class as c where c.relnamespace = 'td'::regnamespace and c.relkind = 'r'
        union all select 'schemas', jsonb_agg(n.nspname || coalesce(n.nspacl::text, '') order by n.nspname)
        from pg_namespace as n where n.nspname in ('td', 'api', 'td_upgrade')
    ) as all_of_it
"""


def test_an_unchanged_schema_is_left_alone(server: Server, office_db: OfficeDb, sql: Path) -> None:
    before = one(office_db, "select xmin::text from td.schema_info")
    assert upgrade(server, office_db, sql) is False
    assert one(office_db, "select xmin::text from td.schema_info") == before


def test_laying_anew_gives_the_same_catalogue(server: Server, office_db: OfficeDb, sql: Path) -> None:
    before = one(office_db, CATALOGUE)
    (sql / "current" / "99_last.sql").write_text("-- as td_owner\nselect 1;\n")
    assert upgrade(server, office_db, sql) is True
    assert one(office_db, CATALOGUE) == before


def test_steps_run_once_in_order_and_the_version_is_noted(server: Server, office_db: OfficeDb, sql: Path) -> None:
    number = migrate.schema_version(sql)
    (sql / "versions" / f"{number + 1:04d}_first.sql").write_text("create table td.new_one (id integer primary key, word text);")
    (sql / "versions" / f"{number + 2:04d}_second.sql").write_text("insert into td.new_one values (1, '100 %s; \"odd\" $$'); ")
    assert upgrade(server, office_db, sql) is True
    (sql / "current" / "99_last.sql").write_text("-- as td_owner\nselect 2;\n")
    assert upgrade(server, office_db, sql) is True
    assert one(office_db, "select count(*) from td.new_one") == 1
    assert one(office_db, "select version from td.schema_info") == number + 2
    assert one(office_db, "select relforcerowsecurity from pg_class where oid = 'td.new_one'::regclass")


def test_a_failing_file_changes_nothing_and_is_named(server: Server, office_db: OfficeDb, sql: Path) -> None:
    before = one(office_db, CATALOGUE)
    number = migrate.schema_version(sql) + 1
    (sql / "versions" / f"{number:04d}_fine.sql").write_text("create table td.half (id integer);")
    (sql / "current" / "99_wrong.sql").write_text("-- as td_owner\n\nselect nonsense from nowhere;\n")
    with pytest.raises(Trouble) as caught:
        upgrade(server, office_db, sql)
    assert caught.value.code == "sql_failed"
    assert (str(caught.value.detail["file"]), caught.value.detail["line"]) == ("sql/current/99_wrong.sql", 3)
    assert one(office_db, CATALOGUE) == before
    assert one(office_db, "select to_regclass('td.half')") is None


def test_the_installer_cannot_log_in_between_upgrades(server: Server, office_db: OfficeDb, sql: Path) -> None:
    (sql / "current" / "99_wrong.sql").write_text("-- as td_owner\nselect nonsense;\n")
    with pytest.raises(Trouble):
        upgrade(server, office_db, sql)
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        server.cluster.connect(office_db.database, "td_install")


def test_refuses_a_newer_schema(server: Server, office_db: OfficeDb, sql: Path) -> None:
    number = migrate.schema_version(sql)
    (sql / "versions" / f"{number + 1:04d}_later.sql").write_text("create table td.later (id integer);")
    upgrade(server, office_db, sql)
    before = one(office_db, CATALOGUE)
    with pytest.raises(Trouble) as caught:
        upgrade(server, office_db, migrate.SQL)
    assert (caught.value.code, caught.value.detail) == ("schema_newer", {"installed": number + 1, "known": number})
    assert one(office_db, CATALOGUE) == before


def test_refuses_when_a_policy_rests_on_api(server: Server, office_db: OfficeDb, sql: Path) -> None:
    with office_db.superuser() as connection:
        connection.execute("create function api.all_right() returns boolean language sql as 'select true'")
        connection.execute("create policy sneaky on td.ticket for select to td_requester using (api.all_right())")
    (sql / "current" / "99_last.sql").write_text("-- as td_owner\nselect 1;\n")
    with pytest.raises(Trouble, match="policy_on_api"):
        upgrade(server, office_db, sql)
    assert one(office_db, "select count(*) from pg_policy where polname = 'sneaky'") == 1


def test_drops_functions_that_no_file_lays_any_more(server: Server, office_db: OfficeDb, sql: Path) -> None:
    extra = sql / "current" / "99_extra.sql"
    extra.write_text("-- as td_api\ncreate or replace function td.passing() returns integer language sql as 'select 1';\n")
    upgrade(server, office_db, sql)
    assert one(office_db, "select to_regprocedure('td.passing()')") is not None
    extra.unlink()
    upgrade(server, office_db, sql)
    assert one(office_db, "select to_regprocedure('td.passing()')") is None
    assert one(office_db, "select to_regprocedure('td.me()')") is not None


def test_refuses_gaps_and_files_without_a_role(server: Server, office_db: OfficeDb, sql: Path) -> None:
    number = migrate.schema_version(sql)
    (sql / "versions" / f"{number + 2:04d}_gap.sql").write_text("select 1;")
    with pytest.raises(Trouble, match="bad_steps"):
        migrate.steps(sql)
    (sql / "current" / "98_nobody.sql").write_text("-- as postgres\nselect 1;\n")
    with pytest.raises(Trouble, match="no_role_named"):
        migrate.role_of(sql / "current" / "98_nobody.sql")


def test_the_upgrade_s_notes_are_nobody_s_to_read(office_db: OfficeDb) -> None:
    with office_db.connect("admin") as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("select * from td_upgrade.laid")


def test_functions_owners_can_create_only_during_an_upgrade(office_db: OfficeDb) -> None:
    for role in ("td_api", "td_preview"):
        for schema in ("td", "api"):
            assert not one(office_db, f"select has_schema_privilege('{role}', '{schema}', 'create')")
