"""Brings the schema up to date: numbered steps through Alembic, then the whole present truth laid anew, all in one transaction.

A step is a plain file ``sql/versions/NNNN_name.sql``; Alembic sees each as a revision whose predecessor is the file before it, so that
a step needs no Python twin. Files in ``sql/current`` run in the order of their paths, each as the role its first line names. Functions
of schema td that no file lays any more are dropped with the upgrade, hence steps define none. Trap to keep in mind when writing steps:
on a table with FORCE ROW LEVEL SECURITY its owner's UPDATE changes nothing and says nothing, so data steps switch it off and on again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import psycopg
from alembic.runtime.migration import MigrationContext, MigrationStep, RevisionStep
from alembic.script.base import Script
from alembic.script.revision import RevisionMap
from sqlalchemy import NullPool, create_engine

from ticketdesk.server.trouble import Trouble

SQL = Path(__file__).resolve().parent.parent / "sql"

OLDEST_CLIENT = 1
"""The oldest schema version that a client may be built for and still work with this schema."""

NOTES = "td_upgrade"
"""Schema for the upgrade's own notes: Alembic's version and what was laid last. Nobody but td_owner may look into it."""

_ROLES = ("td_install", "td_owner", "td_api", "td_preview", "td_prov")

Connect = Callable[[], psycopg.Connection[Any]]


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One numbered file."""

    number: int
    path: Path

    @property
    def revision(self) -> str:
        """The step's name for Alembic."""
        return f"{self.number:04d}"


def steps(sql: Path = SQL) -> tuple[Step, ...]:
    """Return the numbered steps in order. Raises Trouble when a number is missing or given twice."""
    found = sorted(Step(int(path.name[:4]), path) for path in (sql / "versions").glob("[0-9][0-9][0-9][0-9]_*.sql"))
    if [step.number for step in found] != list(range(1, len(found) + 1)):
        raise Trouble("bad_steps", folder=sql / "versions")
    return tuple(found)


def schema_version(sql: Path = SQL) -> int:
    """Return the version that an upgrade leads to."""
    return steps(sql)[-1].number


def digest(sql: Path = SQL) -> str:
    """Return a fingerprint of everything an upgrade would lay."""
    total = hashlib.sha256()
    for path in (*sorted((sql / "versions").glob("*.sql")), *_current(sql)):
        body = path.read_bytes()
        total.update(f"{path.relative_to(sql)} {len(body)}\n".encode() + body)
    return total.hexdigest()


def installed_version(connection: psycopg.Connection[Any]) -> int:
    """Return the version of the schema in this database; 0 when there is none."""
    if _one(connection, "select to_regclass('td.schema_info') is not null"):
        return int(_one(connection, "select coalesce(max(version), 0) from td.schema_info"))
    return 0


def is_current(superuser: psycopg.Connection[Any], sql: Path = SQL) -> bool:
    """Tell whether an upgrade would change nothing."""
    if not _one(superuser, f"select to_regclass('{NOTES}.laid') is not null"):
        return False
    return bool(_one(superuser, f"select coalesce((select digest from {NOTES}.laid), '')") == digest(sql))


def upgrade(superuser: psycopg.Connection[Any], connect_install: Connect, *, sql: Path = SQL) -> bool:
    """Bring the main database up to date; tell whether anything was done. Raises Trouble on a newer schema and on a failing file.

    ``connect_install`` logs in as td_install, which may do so during an upgrade only.
    """
    if installed_version(superuser) > schema_version(sql):
        raise Trouble("schema_newer", installed=installed_version(superuser), known=schema_version(sql))
    if is_current(superuser, sql):
        return False
    superuser.execute("alter role td_install login")
    try:
        _upgrade(connect_install, sql)
    finally:
        superuser.execute("alter role td_install nologin")
    return True


def _upgrade(connect_install: Connect, sql: Path) -> None:
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


def _current(sql: Path) -> list[Path]:
    return sorted((sql / "current").rglob("*.sql"), key=lambda path: path.relative_to(sql).parts)


def _lay_current(raw: psycopg.Connection[Any], sql: Path) -> None:
    raw.execute("set local role td_owner")
    _refuse_policies_on_api(raw)
    raw.execute("reset role")
    raw.execute("drop schema if exists api cascade")
    raw.execute("create schema api authorization td_api")
    raw.execute("set local role td_owner")
    raw.execute("grant usage, create on schema td to td_api, td_preview")
    for path in _current(sql):
        raw.execute(f"set local role {role_of(path)}")
        _run_file(raw, path)
    raw.execute("set local role td_owner")
    raw.execute("revoke create on schema td from td_api, td_preview")
    raw.execute("reset role")
    raw.execute("revoke create on schema api from td_api")
    _drop_forgotten_functions(raw)


def role_of(path: Path) -> str:
    """Return the role that a file in ``current`` names in its first line."""
    with path.open(encoding="utf-8") as lines:
        found = re.fullmatch(r"-- as (\w+)\s*", lines.readline())
    if not found or found[1] not in _ROLES:
        raise Trouble("no_role_named", file=path)
    return found[1]


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


def _one(connection: psycopg.Connection[Any], question: str) -> Any:
    row = connection.execute(question.encode()).fetchone()
    return row[0] if row else None
