"""Commands of the domain and functions of the database are the same: names, arguments, order, types, result."""

from __future__ import annotations

import re
from dataclasses import fields
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import psycopg
import pytest

from ticketdesk.domain import commands
from ticketdesk.domain.reads import BATCH_FUNCTIONS, EXPORT_FUNCTIONS, FILE_FUNCTIONS, READ_FUNCTIONS

Connection = psycopg.Connection[Any]

TYPES = {
    "TicketId": "bigint", "NoticeId": "bigint", "PersonId": "integer", "GroupId": "integer", "CategoryId": "integer", "int": "integer",
    "str": "text", "bool": "boolean", "datetime": "timestamp with time zone", "Kind": "smallint", "Priority": "smallint",
    "Channel": "smallint", "LinkKind": "smallint", "Reason": "smallint", "tuple[NoticeId, ...]": "bigint[]", "tuple[str, ...]": "text[]",
    "TemplateId": "integer", "CalendarId": "integer", "CommitmentId": "integer", "CustomerGroupId": "integer", "Measure": "smallint",
    "tuple[Reason, ...]": "smallint[]", "tuple[tuple[tuple[int, int], ...], ...]": "jsonb", "Purpose": "smallint", "Scope": "smallint",
    "EntryKind": "smallint", "date": "date",
    "tuple[CustomerGroupId, ...]": "integer[]", "tuple[PersonId, ...]": "integer[]", "tuple[GroupId, ...]": "integer[]",
    "tuple[Mapping[str, object], ...]": "jsonb",
}  # fmt: skip


def sql_type(hint: object) -> str:
    """Return the SQL type of a field's annotation."""
    kinds = [kind for kind in get_args(hint) if kind is not type(None)] if get_origin(hint) in (Union, UnionType) else [hint]
    (kind,) = kinds
    words = re.sub(r"\b[a-z_]+\.", "", str(kind)) if get_origin(kind) else kind.__name__
    return TYPES.get(words, f"unknown {words}")


def function(catalogue: Connection, name: str) -> tuple[list[str], list[str], str, list[str], bool]:
    """Return argument names, types, result, options and whether it runs as its owner."""
    rows = catalogue.execute(
        "select p.proargnames[1:p.pronargs], array(select format_type(a, null) from unnest(p.proargtypes) as a),"
        " p.prorettype::regtype::text, p.proconfig, p.prosecdef"
        " from pg_proc as p where p.pronamespace = 'api'::regnamespace and p.proname = %s",
        [name],
    ).fetchall()
    assert len(rows) == 1, f"api.{name}: {len(rows)} functions"
    return rows[0]


@pytest.mark.parametrize("command", commands.ALL, ids=lambda command: command.verb())
def test_command(catalogue: Connection, command: type[commands.Command]) -> None:
    names, types, result, options, definer = function(catalogue, command.verb())
    assert names == ["request_id", *command.argument_names()]
    hints = get_type_hints(command)
    assert types == ["uuid", *(sql_type(hints[field.name]) for field in fields(command))]
    assert result == "td.outcome"
    assert options == ["search_path=pg_catalog, pg_temp"] and definer


def test_no_function_without_a_command(catalogue: Connection) -> None:
    held = {row[0] for row in catalogue.execute("select proname from pg_proc where pronamespace = 'api'::regnamespace").fetchall()}
    batches = BATCH_FUNCTIONS.keys() | FILE_FUNCTIONS.keys() | EXPORT_FUNCTIONS.keys()
    assert held == {command.verb() for command in commands.ALL} | READ_FUNCTIONS.keys() | batches


def test_every_command_is_one_file(catalogue: Connection) -> None:
    from ticketdesk.server.migrate import SQL

    files = {path.stem for path in (SQL / "current" / "60_write").glob("*/*.sql")}
    assert {command.verb() for command in commands.ALL} <= files


def test_inner_function_beside_each(catalogue: Connection) -> None:
    inner = {row[0] for row in catalogue.execute("select proname from pg_proc where pronamespace = 'td'::regnamespace").fetchall()}
    assert {f"do_{command.verb()}" for command in commands.ALL} - inner <= {"do_mark_notices_seen"}
