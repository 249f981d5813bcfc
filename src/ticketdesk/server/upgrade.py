"""How an upgrade runs: one transaction, as td_install and the roles it may put on. What it consists of stands in migrate.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import psycopg
from alembic.runtime.migration import MigrationContext, MigrationStep, RevisionStep
from alembic.script.base import Script
from alembic.script.revision import RevisionMap
from sqlalchemy import NullPool, create_engine

from ticketdesk.server.migrate import NOTES, OLDEST_CLIENT, SQL, Connect, Step, current_files, digest, role_of, schema_version, steps
from ticketdesk.server.trouble import Trouble


def run(connect_install: Connect, sql: Path) -> None:
    """Run the steps that are missing and lay everything else anew. Raises Trouble; nothing is changed then."""
    engine = create_engine("postgresql+psycopg://", creator=connect_install, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, psycopg.Connection)
            with connection.begin():
                _prepare_notes(raw)
                context = MigrationContext.configure(
                    connection=connection,
                    opts={"fn": _plan(steps(sql), raw), "version_table_schema": NOTES, "transactional_ddl": True},
                )
                context.run_migrations()
                _lay_current(raw, sql)
                _note(raw, sql)
    finally:
        engine.dispose()


def _prepare_notes(raw: psycopg.Connection[Any]) -> None:
    raw.execute("set local role td_owner")
    raw.execute("set local lock_timeout = '30s'")
    raw.execute(f"create schema if not exists {NOTES}")
    raw.execute(f"create table if not exists {NOTES}.alembic_version (version_num varchar(32) not null primary key)")
    raw.execute(f"create table if not exists {NOTES}.laid (digest text not null)")
    for table in ("alembic_version", "laid"):
        # One upgrade at a time: a table is locked, because an advisory key could be taken by anybody.
        raw.execute(f"lock table {NOTES}.{table} in access exclusive mode")
        raw.execute(f"drop policy if exists upgrade on {NOTES}.{table}")
        raw.execute(f"create policy upgrade on {NOTES}.{table} to td_owner using (true) with check (true)")
        raw.execute(f"alter table {NOTES}.{table} enable row level security")
        raw.execute(f"alter table {NOTES}.{table} force row level security")


def _plan(todo: tuple[Step, ...], raw: psycopg.Connection[Any]) -> Callable[[Any, MigrationContext], Iterable[RevisionStep]]:
    scripts = [_as_script(step, todo[i - 1].revision if i else None, raw=raw) for i, step in enumerate(todo)]
    revisions = RevisionMap(lambda: iter(scripts))
    if len(revisions.heads) != 1:  # asking for the heads also ties the revisions to each other
        raise Trouble("bad_steps", folder=SQL / "versions")

    def plan(applied: Any, _context: MigrationContext) -> Iterable[RevisionStep]:
        done = applied[-1] if applied else None
        if done is not None and all(script.revision != done for script in scripts):
            raise Trouble("schema_newer", installed=done, known=scripts[-1].revision)
        return [MigrationStep.upgrade_from_script(revisions, script) for script in scripts if done is None or script.revision > done]

    return plan


def _as_script(step: Step, before: str | None, *, raw: psycopg.Connection[Any]) -> Script:
    def run(**_: object) -> None:
        raw.execute("set local role td_owner")
        _run_file(raw, step.path)
        raw.execute("set local role td_owner")

    module = ModuleType(f"step_{step.revision}", step.path.stem)
    vars(module).update(revision=step.revision, down_revision=before, upgrade=run)
    return Script(module, step.revision, step.path)


def _lay_current(raw: psycopg.Connection[Any], sql: Path) -> None:
    raw.execute("set local role td_owner")
    _refuse_policies_on_api(raw)
    raw.execute("reset role")
    raw.execute("drop schema if exists api cascade")
    raw.execute("create schema api authorization td_api")
    raw.execute("set local role td_owner")
    raw.execute("grant usage, create on schema td to td_api, td_preview")
    for path in current_files(sql):
        raw.execute(f"set local role {role_of(path)}")
        _run_file(raw, path)
    raw.execute("set local role td_owner")
    raw.execute("revoke create on schema td from td_api, td_preview")
    raw.execute("reset role")
    raw.execute("revoke create on schema api from td_api, td_preview")
    _drop_forgotten_functions(raw)


def _refuse_policies_on_api(raw: psycopg.Connection[Any]) -> None:
    """``drop schema api cascade`` would silently take policies along that rest on its functions; the rows would vanish for everybody."""
    resting = raw.execute(
        "select d.objid::text from pg_depend as d join pg_proc as p on p.oid = d.refobjid and d.refclassid = 'pg_proc'::regclass"
        " where d.classid = 'pg_policy'::regclass and p.pronamespace = to_regnamespace('api')"
    ).fetchall()
    if resting:
        raise Trouble("policy_on_api", count=len(resting))


def _drop_forgotten_functions(raw: psycopg.Connection[Any]) -> None:
    forgotten = raw.execute(
        "select p.oid::regprocedure::text, p.proowner::regrole::text from pg_proc as p"
        " where p.pronamespace = 'td'::regnamespace and p.xmin <> pg_current_xact_id()::xid"
    ).fetchall()
    for function, owner in forgotten:
        raw.execute(f"set local role {owner}")
        raw.execute(f"drop function {function}")
    raw.execute("reset role")


def _note(raw: psycopg.Connection[Any], sql: Path) -> None:
    raw.execute("set local role td_owner")
    raw.execute(f"delete from {NOTES}.laid")
    raw.execute(f"insert into {NOTES}.laid (digest) values (%s)", [digest(sql)])
    raw.execute("alter table td.schema_info no force row level security")
    raw.execute("delete from td.schema_info")
    version = schema_version(sql)
    written = raw.execute(
        "insert into td.schema_info (version, min_client, max_client) values (%s, %s, %s)", [version, OLDEST_CLIENT, version]
    ).rowcount
    raw.execute("alter table td.schema_info force row level security")
    if written != 1:
        raise Trouble("schema_not_noted")


def _place(path: Path) -> str:
    """Return a file's path from the folder ``sql`` on."""
    parts = path.parts
    return "/".join(parts[len(parts) - 1 - parts[::-1].index("sql") :] if "sql" in parts else parts[-3:])


def _run_file(raw: psycopg.Connection[Any], path: Path) -> None:
    text = path.read_text("utf-8")
    try:
        raw.execute(text.encode())
    except psycopg.Error as error:
        place = error.diag.statement_position
        line = text.count("\n", 0, int(place)) + 1 if place else 0
        raise Trouble("sql_failed", file=_place(path), line=line, why=str(error)) from error
