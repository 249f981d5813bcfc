"""States, transitions, words for the requester, limits and numbers mean the same in the domain and in the database."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import psycopg
import pytest

from ticketdesk.domain.entry import LIMIT_BODY, LIMIT_LINE, LIMIT_SUBJECT, Audience, Cause, Channel, EntryKind
from ticketdesk.domain.limits import STORABLE_YEARS, why_not
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.people import PersonClass
from ticketdesk.domain.states import OPEN_STATES, TRANSITIONS, Kind, Priority, PublicState, Reason, State, Way, public_state

Connection = psycopg.Connection[Any]


def test_transitions(catalogue: Connection) -> None:
    held = {tuple(row) for row in catalogue.execute("select before, after, way from td.transition").fetchall()}
    assert held == {(int(before), int(after), int(way)) for (before, after), ways in TRANSITIONS.items() for way in ways}


@pytest.mark.parametrize(("state", "reason"), list(product(State, [None, *Reason])))
def test_public_state(catalogue: Connection, state: State, reason: Reason | None) -> None:
    row = catalogue.execute(
        "select td.public_state(t) from jsonb_populate_record("
        "null::td.ticket, jsonb_build_object('state', %s::int, 'waiting_reason', %s::int)) as t",
        [int(state), reason and int(reason)],
    ).fetchone()
    assert row == (int(public_state(state, reason)),)


def test_open_states(catalogue: Connection) -> None:
    row = catalogue.execute(
        "select pg_get_expr(adbin, adrelid) from pg_attrdef join pg_attribute as a on a.attrelid = adrelid and a.attnum = adnum"
        " where adrelid = 'td.ticket'::regclass and a.attname = 'is_open'"
    ).fetchone()
    assert row == ("(state <= 7)",) and {State(number) for number in range(1, 8)} == OPEN_STATES


RANGES = {
    ("ticket", "state"): State, ("ticket", "kind"): Kind, ("ticket", "priority"): Priority, ("ticket", "way"): Way,
    ("ticket", "waiting_reason"): Reason, ("ticket", "channel"): Channel, ("ticket_public", "state"): PublicState,
    ("person", "class"): PersonClass, ("log", "cause"): Cause, ("log", "audience"): Audience, ("entry", "kind"): EntryKind,
    ("entry", "channel"): Channel, ("notice", "kind"): NoticeKind,
}  # fmt: skip


@pytest.mark.parametrize(("place", "words"), RANGES.items(), ids=lambda value: ".".join(value) if isinstance(value, tuple) else "")
def test_ranges(catalogue: Connection, place: tuple[str, str], words: Any) -> None:
    table, column = place
    checks = catalogue.execute(
        "select pg_get_constraintdef(k.oid) from pg_constraint as k"
        " join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]"
        " where k.conrelid = %s::regclass and k.contype = 'c' and a.attname = %s and cardinality(k.conkey) = 1",
        [f"td.{table}", column],
    ).fetchall()
    assert checks, f"{table}.{column} has no check"
    tries = range(-2, 80)
    value = {number for number in tries if all(_holds(catalogue, check, column, number) for (check,) in checks)}
    named = {int(word) for word in words}
    if words in (EntryKind, NoticeKind):
        # The database leaves room for further ones: nothing is decided by their range.
        assert named <= value and 0 not in value and max(value) < 79
    else:
        assert value == named


def _holds(catalogue: Connection, check: str, column: str, number: int) -> bool:
    expression = check.removeprefix("CHECK ")
    row = catalogue.execute(f"select {expression} from (select %s::smallint as {column}) as t".encode(), [number]).fetchone()
    return bool(row and row[0])


TEXTS = [
    "", " ", "\t\n", "\u00a0", "\u2003\u3000", "\x1c", "\x85", "\u200b", "a", "a\nb", "a\tb", "a\rb", "a\x01", "a\x7f", "a\x9f", "\u2028",
    "ä" * 200, "ä" * 201, "x" * 300, "x" * 301, "x" * 200_000, "x" * 200_001, "\ufb2c", "e\u0301", "\U0001f600",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:6]) + f"x{len(text)}")
def test_limits(catalogue: Connection, text: str) -> None:
    """What domain/limits.py lets pass, the database stores; what it refuses, the database refuses for the same reason."""
    for limit in (LIMIT_LINE, LIMIT_SUBJECT):
        assert answer(catalogue, "select td.checked_line('f', %s, %s)", text, limit) == line_answer(text, limit)
    assert answer(catalogue, "select td.checked_text('f', %s, true)", text) == why_not(text, limit=LIMIT_BODY, required=True)


def line_answer(text: str, limit: int) -> str:
    # The database trims a line before it looks at it, as the forms do.
    return why_not(text.strip(), limit=limit, one_line=True)


def answer(catalogue: Connection, question: str, *values: object) -> str:
    try:
        catalogue.execute(question.encode(), values)
    except psycopg.Error as error:
        assert error.sqlstate == "TD422"
        return str(json.loads(error.diag.message_detail or "{}")["why"])
    return ""


def test_storable_years(catalogue: Connection) -> None:
    for year in (STORABLE_YEARS.start, STORABLE_YEARS.stop - 1):
        assert answer(catalogue, "select td.checked_moment('f', make_timestamptz(%s, 6, 1, 0, 0, 0, 'UTC'))", year) == ""
    for year in (STORABLE_YEARS.start - 1, STORABLE_YEARS.stop):
        assert answer(catalogue, "select td.checked_moment('f', make_timestamptz(%s, 6, 1, 0, 0, 0, 'UTC'))", year) == "out_of_range"
