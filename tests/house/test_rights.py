"""The table of rights against the catalogue: who may call what, and which columns who may read; nothing beside it."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from ticketdesk.domain import commands
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.reads import BATCH_FUNCTIONS, EXPORT_FUNCTIONS, FILE_FUNCTIONS, READ_FUNCTIONS, READS
from ticketdesk.domain.rights import EVERYBODY, RIGHTS
from ticketdesk.server.provision import CLASS_ROLES

Connection = psycopg.Connection[Any]

FUNCTIONS = {command.verb(): right.classes for command, right in RIGHTS.items()}
FUNCTIONS |= dict(READ_FUNCTIONS) | dict(BATCH_FUNCTIONS) | dict(FILE_FUNCTIONS) | dict(EXPORT_FUNCTIONS)


def test_every_command_has_a_right() -> None:
    assert set(commands.ALL) == RIGHTS.keys()


def test_roles_of_classes() -> None:
    assert CLASS_ROLES.keys() == EVERYBODY == set(PersonClass) - {PersonClass.CONTACT}


def test_functions(catalogue: Connection) -> None:
    rows = catalogue.execute("select proname, oid from pg_proc where pronamespace = 'api'::regnamespace").fetchall()
    for name, oid in rows:
        for kind, role in CLASS_ROLES.items():
            row = catalogue.execute("select has_function_privilege(%s, %s::oid, 'EXECUTE')", [role, oid]).fetchone()
            assert row == (kind in FUNCTIONS[name],), (name, kind)
        others = catalogue.execute(
            "select a.grantee::regrole::text from pg_proc as p, aclexplode(p.proacl) as a"
            " where p.oid = %s and a.grantee <> p.proowner",
            [oid],
        ).fetchall()
        assert {row[0] for row in others} == {CLASS_ROLES[kind] for kind in FUNCTIONS[name]}


def test_every_relation_is_named(catalogue: Connection) -> None:
    rows = catalogue.execute(
        "select relname from pg_class where relnamespace = 'td'::regnamespace and relkind in ('r', 'p', 'v', 'm')"
    ).fetchall()
    assert {row[0] for row in rows} == READS.keys()


@pytest.mark.parametrize("relation", READS)
def test_columns(catalogue: Connection, relation: str) -> None:
    rows = catalogue.execute(
        "select attname, attnum from pg_attribute where attrelid = %s::regclass and not attisdropped", [f"td.{relation}"]
    ).fetchall()
    names = {row[0] for row in rows if row[1] > 0}
    assert set(READS[relation].columns) <= names
    for kind, role in CLASS_ROLES.items():
        granted = {
            name for name, _ in rows
            if catalogue.execute("select has_column_privilege(%s, %s, %s, 'SELECT')", [role, f"td.{relation}", name]).fetchone() == (True,)
        }  # fmt: skip
        assert granted == (set(READS[relation].columns) if kind in READS[relation].rows else set()), (relation, kind)
