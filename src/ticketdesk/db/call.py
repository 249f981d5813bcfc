"""A command becomes a call of the SQL function of that name; nothing else writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from enum import IntEnum
from functools import cache
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from ticketdesk.db.engine import Engine
from ticketdesk.domain.commands.base import Command, Outcome
from ticketdesk.domain.errors import BadInput
from ticketdesk.domain.ids import TicketId


def statement(command: type[Command]) -> str:
    """Return the call for a class of commands; names come from our own classes, never from a person."""
    return _statement(command.verb(), command.argument_names())


@cache
def _statement(verb: str, names: tuple[str, ...]) -> str:
    arguments = ", ".join(f"{name} => %s" for name in ("request_id", *names))
    return f"select o.ticket_id, o.seq, o.version, o.detail from api.{verb}({arguments}) as o"


def _plain(name: str, value: object) -> object:
    if isinstance(value, IntEnum):
        return int(value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, str):
        # Neither can be sent at all, so they are refused here with the field's name.
        if "\x00" in value:
            raise BadInput(detail={"field": name, "why": "control_characters"})
        if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
            raise BadInput(detail={"field": name, "why": "not_text"})
    return value


def _json(name: str, value: object) -> Jsonb:
    for word in _words(value):
        _plain(name, word)
    return Jsonb(value)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _words(inner)


def call(engine: Engine, command: Command, request_id: UUID) -> Outcome:
    """Carry a command out, exactly once per request id. Raises Refused or Away."""
    values = [(_json if f.name in command.JSON else _plain)(f.name, getattr(command, f.name)) for f in fields(command)]
    ((ticket_id, seq, version, detail),) = engine.raw_rows(statement(type(command)), [request_id, *values])
    return Outcome(TicketId(ticket_id), seq, version, detail or {})


def call_with_origin(engine: Engine, command: Command, request_id: UUID, origin: str) -> Outcome:
    """Carry a command out as ``call`` does, with another system's words for the step (a JSON object); for a replay's log-ins only."""
    values = [_plain(f.name, getattr(command, f.name)) for f in fields(command)]
    asked = _with_origin(command.verb(), command.argument_names())
    ((ticket_id, seq, version, detail),) = engine.raw_rows(asked, [origin, request_id, *values])
    return Outcome(TicketId(ticket_id), seq, version, detail or {})


@cache
def _with_origin(verb: str, names: tuple[str, ...]) -> str:
    # The call's first argument needs the word that is set, so that it cannot come before; the word holds for this transaction alone.
    first = "case when s.said is not null then %s end::uuid"
    arguments = ", ".join(f"{name} => %s" for name in names)
    return (
        "select o.ticket_id, o.seq, o.version, o.detail from set_config('ticketdesk.origin', %s, true) as s (said),"
        f" lateral api.{verb}(request_id => {first}, {arguments}) as o"
    )


def read_slow_function(engine: Engine, name: str, values: Sequence[object], *, seconds: int) -> list[tuple[Any, ...]]:
    """Return the rows of a reading api function that may take so long. ``name`` is a word of ours."""
    places = ", ".join(["%s"] * len(values))
    return engine.patient_rows(f"select * from api.{name}({places})", values, seconds=seconds)


def read_function(engine: Engine, name: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    """Return the rows of a reading api function. ``name`` is a word of ours."""
    places = ", ".join(["%s"] * len(values))
    return engine.raw_rows(f"select * from api.{name}({places})", values)


def moment(word: str | None) -> datetime | None:
    """Return a moment that a reading function told within JSON, which may be none."""
    return None if word is None else datetime.fromisoformat(word)
