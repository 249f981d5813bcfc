"""Brings the schema up to date: numbered steps through Alembic, then the whole present truth laid anew, all in one transaction.

Here stands what an upgrade consists of and whether one is needed; how it runs stands in upgrade.py, which a start without one never loads.

A step is a plain file ``sql/versions/NNNN_name.sql``; Alembic sees each as a revision whose predecessor is the file before it, so that
a step needs no Python twin. Files in ``sql/current`` run in the order of their paths, each as the role its first line names. Functions
of schema td that no file lays any more are dropped with the upgrade, hence steps define none. Trap to keep in mind when writing steps:
on a table with FORCE ROW LEVEL SECURITY its owner's UPDATE changes nothing and says nothing, so data steps switch it off and on again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

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
    for path in (*sorted((sql / "versions").glob("*.sql")), *current_files(sql)):
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
    from ticketdesk.server.upgrade import run

    superuser.execute("alter role td_install login")
    try:
        run(connect_install, sql)
    finally:
        superuser.execute("alter role td_install nologin")
    return True


def current_files(sql: Path) -> list[Path]:
    """Return the files of the present truth in the order in which they are laid."""
    return sorted((sql / "current").rglob("*.sql"), key=lambda path: path.relative_to(sql).parts)


def role_of(path: Path) -> str:
    """Return the role that a file in ``current`` names in its first line."""
    with path.open(encoding="utf-8") as lines:
        found = re.fullmatch(r"-- as (\w+)\s*", lines.readline())
    if not found or found[1] not in _ROLES:
        raise Trouble("no_role_named", file=path)
    return found[1]


def _one(connection: psycopg.Connection[Any], question: str) -> Any:
    row = connection.execute(question.encode()).fetchone()
    return row[0] if row else None
