"""What an export holds against the catalogue: every relation and column is in it, or stands here with the reason; docs name each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
import pytest

import ticketdesk
from ticketdesk.domain.reads import READS
from ticketdesk.services.exchange.export_format import FILES, Type

Connection = psycopg.Connection[Any]
ROOT = Path(ticketdesk.__file__).resolve().parents[2]

EXPORTED = {
    "office": "office", "customer_group": "customer_groups", "work_group": "groups", "group_member": "members",
    "addressable_by": "openings",
    "category": "categories", "calendar": "calendars", "calendar_hours": "calendar_hours", "calendar_day": "calendar_days",
    "commitment": "commitments", "template": "templates", "person": "people", "person_detail": "people", "ticket": "tickets", "log": "log",
    "entry": "entries", "ticket_public": "public", "entry_public": "public_entries", "part_entry": "part_entries",
    "attachment": "attachments",
    "pause": "pauses", "work_time": "work_times", "clock": "clocks", "due_done": "dues", "link": "links",
}  # fmt: skip

LEFT_OUT = {
    "transition": "the program's own", "schema_info": "the program's own",
    "event": "news of this server alone", "notice": "addressed to persons of this server", "request": "wishes of clients of this server",
    "access": "who read what, on this server, with a keeping time of its own", "upload": "not sent yet",
    "content": "bytes, under attachments/", "content_chunk": "bytes, under attachments/",
    "business_span": "laid anew from calendars", "case_time": "counted anew from the log", "group_time": "counted anew from the log",
    "hand_over": "counted anew from the log", "time_due": "counted anew from the log", "time_state": "counted anew from the log",
    "board_fact": "counted anew", "board_tally": "counted anew", "board_state": "counted anew",
    "worker": "this server's own", "export": "this server's own", "restore": "this server's own",
    "import_run": "how this server was filled; nothing of it can be undone elsewhere", "import_case": "goes with import_run",
    "evaluation": "a switch with two keys, to be turned anew", "evaluation_log": "belongs to this server's switch",
}  # fmt: skip

COLUMNS_LEFT_OUT = {
    "office": {"single", "login_salt", "noticed_since"},
    "person": {"login", "external_ref"},
    "person_detail": {"person_id", "user_name", "words"},
    "addressable_by": {"id"},
    "calendar": {"laid_version", "laid_since", "laid_until"},
    "calendar_day": {"public"},
    "template": {"active", "changed_by", "changed_at"},
    "ticket": {"due_at", "is_open", "kept_from", "promise_due_at", "promise_stopped_at", "promise_minutes", "promise_calendar_id",
               "promise_measure", "promise_internal"},
    "ticket_public": {"due_at"},
    "attachment": {"content_id"},
    "clock": {"laid_version"},
}
"""Derived, of this server alone, never to leave it (log-ins), or always the same in what is exported."""


def test_every_relation_is_exported_or_left_out_for_a_reason() -> None:
    assert EXPORTED.keys() | LEFT_OUT.keys() == READS.keys(), "is the new relation exported, and restored?"
    assert not EXPORTED.keys() & LEFT_OUT.keys()


@pytest.mark.parametrize("relation", EXPORTED)
def test_every_column_is_exported_or_left_out(catalogue: Connection, relation: str) -> None:
    rows = catalogue.execute(
        "select attname::text from pg_attribute where attrelid = %s::regclass and attnum > 0 and not attisdropped", [f"td.{relation}"]
    ).fetchall()
    columns = {row[0] for row in rows} - COLUMNS_LEFT_OUT.get(relation, set())
    assert columns <= FILES[EXPORTED[relation]].keys()


def test_no_text_of_a_csv_file_may_be_nothing(catalogue: Connection) -> None:
    for relation, file in EXPORTED.items():
        for name, kind in FILES[file].items():
            row = catalogue.execute(
                "select attnotnull from pg_attribute where attrelid = %s::regclass and attname = %s", [f"td.{relation}", name]
            ).fetchone()
            assert kind is not Type.TEXT or row is None or row[0], (relation, name)


def test_docs_name_every_column() -> None:
    text = (ROOT / "docs" / "export.md").read_text("utf-8")
    for file, columns in FILES.items():
        line = next(line for line in text.splitlines() if line.startswith(f"| `{file}` |"))
        assert [name for name in columns if f"`{name}`" not in line] == [], file
