"""What every write function must keep, whatever it does: checks shared by the tests of the verbs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.sql.desk import Desk, Refusal, Row, statement, values
from ticketdesk.domain.commands import AddNote, Command, Outcome
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.errors import BAD_INPUT_WHYS
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import PublicState, Reason, State, public_state

ABSENT = TicketId(987_654_321)


@dataclass(frozen=True, slots=True)
class Step:
    """What a command should have written."""

    what: str
    audience: Audience
    state: State
    kind: EntryKind | None = None
    text_audience: Audience = Audience.INTERNAL
    body: str = ""
    shown: str | None = None
    """What the requester reads of it; None: nothing at all."""
    quotes: tuple[EntryKind, str] | None = None
    """Kind and text of another step that the requester reads by this one."""
    told: set[tuple[int, str, bool]] = field(default_factory=set)
    """Kind of notice, person, as its requester."""
    reason: Reason | None = None
    """What it waits for afterwards."""


def written(desk: Desk, key: str, command: Command, step: Step, *, own: bool = False) -> Outcome:
    """Carry a command out and check everything it should have left behind; ``own`` when the requester acts through his face."""
    case: TicketId = command.ticket_id  # type: ignore[attr-defined]  # every command here is about a case
    before, before_public = desk.ticket_row(case), desk.public_row(case)
    told_before = desk.row("select coalesce(max(id), 0) as id from td.notice")["id"]
    shown_before = desk.shown(case)
    events_before = desk.row("select coalesce(max(id), 0) as id from td.event")["id"]
    request = uuid4()
    outcome = desk.do(key, command, request)
    row, public, log = desk.ticket_row(case), desk.public_row(case), desk.last_step(case)
    assert (row["state"], row["version"], row["seq"]) == (step.state, before["version"] + 1, before["seq"] + 1)
    assert row["head"] == log["hash"] and log["prev"] == before["head"] and row["updated_at"] == log["at"]
    assert (log["seq"], log["what"], log["actor_id"], log["audience"], log["cause"]) == (
        row["seq"], step.what, desk.id(key), step.audience, 1,
    )  # fmt: skip
    if row["state"] != before["state"]:
        assert (log["data"]["from"], log["data"]["to"]) == (before["state"], row["state"])
    _text(desk, case, step, log)
    events = desk.rows("select * from td.event where id > %s", events_before)
    assert [(e["ticket_id"], e["seq"], e["what"], e["audience"], e["hidden"]) for e in events] == [
        (case, row["seq"], step.what, step.audience, row["hidden"])
    ]
    assert events[0]["requester_id"] == row["requester_id"] and set(events[0]["person_ids"]) == set(row["participants"])
    assert told(desk, case, told_before) == step.told | _told_by_itself(desk, step, row, before, own=own)
    _face(desk, case, step, before_public, shown_before)
    assert outcome.ticket_id == case
    assert (outcome.seq, outcome.version) == ((public["ordinal"], public["version"]) if own else (row["seq"], row["version"]))
    assert desk.faults(case) == []
    _once(desk, key, command, request, outcome)
    return outcome


def told(desk: Desk, case: TicketId, after: int = 0) -> set[tuple[int, str, bool]]:
    """Return who was told what about a case, in notices after one."""
    keys = {person.id: key for key, person in desk.office.people.items()}
    rows = desk.rows("select kind, person_id, own from td.notice where ticket_id = %s and id > %s", case, after)
    return {(row["kind"], keys[row["person_id"]], row["own"]) for row in rows}


def _told_by_itself(desk: Desk, step: Step, row: Row, before: Row, *, own: bool) -> set[tuple[int, str, bool]]:
    """Every step that the requester may see is told to him, in the verb's own words or in general ones."""
    keys = {person.id: key for key, person in desk.office.people.items()}
    if step.shown is None or own or row["requester_id"] not in keys or any(mine for _, _, mine in step.told):
        return set()
    moved = _public(before) is not _public(row)
    return {(NoticeKind.STATE_CHANGED if moved else NoticeKind.STEP_SHOWN, keys[row["requester_id"]], True)}


def _public(row: Row) -> PublicState:
    return public_state(State(row["state"]), Reason(row["waiting_reason"]) if row["waiting_reason"] else None)


def _text(desk: Desk, case: TicketId, step: Step, log: Row) -> None:
    entry = desk.last_entry(case)
    if step.kind is None:
        assert entry is None and log["commitment"] is None
        return
    assert entry is not None
    assert (entry["kind"], entry["audience"], entry["body"]) == (step.kind, step.text_audience, step.body)
    assert len(entry["salt"]) == 16 and len(log["commitment"]) == 32
    assert not step.body or step.body not in str(log["data"]), "the log quotes a text"


def _face(desk: Desk, case: TicketId, step: Step, before: Row, shown_before: list[Row]) -> None:
    public, shown = desk.public_row(case), desk.shown(case)
    if step.shown is None:
        assert public == before and shown == shown_before, "an internal step left a trace in the requester's face"
        return
    row = desk.ticket_row(case)
    assert (public["version"], public["ordinal"], public["updated_at"]) == (before["version"] + 1, before["ordinal"] + 1, row["updated_at"])
    assert public["state"] == public_state(step.state, step.reason)
    assert shown[:-1] == shown_before
    last = shown[-1]
    assert (last["ordinal"], last["what"], last["requester_id"]) == (public["ordinal"], step.shown, row["requester_id"])
    visible = step.kind is not None and step.text_audience is Audience.REQUESTER
    assert (last["kind"], last["body"]) == (step.quotes or ((step.kind, step.body) if visible else (None, "")))


def _once(desk: Desk, key: str, command: Command, request: Any, outcome: Outcome) -> None:
    """A repeat gives the same outcome and writes nothing; the id is worth nothing for another wish or another person."""
    before = desk.traces()
    assert desk.do(key, command, request) == outcome
    assert desk.traces() == before
    note = AddNote(outcome.ticket_id, "andere Absicht")
    if type(command) is not AddNote and desk.me(key).is_staff:
        assert desk.refused(key, note, request).code == "TD423"
    other = "coordinator" if key != "coordinator" else "second_coordinator"
    assert desk.refused(other, command if _may_call(desk, other, command) else note, request).code == "TD423"


def _may_call(desk: Desk, key: str, command: Command) -> bool:
    signature = desk.row("select oid::regprocedure::text as name from pg_proc where proname = %s", command.verb())["name"]
    return bool(desk.row("select has_function_privilege(%s, %s, 'EXECUTE') as may", desk.office.people[key].login, signature)["may"])


def stale(desk: Desk, key: str, command: Command, *, by: str | None) -> None:
    """Check that a command with an old version is refused with the present one; ``by`` who changed it, unless that is not to be known."""
    case: TicketId = command.ticket_id  # type: ignore[attr-defined]  # every command here is about a case
    refusal = desk.refused(key, command)
    present = desk.version(case) if by else desk.public_version(case)
    assert refusal.code == "TD409" and refusal.detail["version"] == present
    if by:
        assert refusal.detail["by"] == desk.id(by)
    else:
        assert refusal.detail.keys() == {"version"}


def no_version(desk: Desk, key: str, make: Callable[[Any], Command]) -> None:
    """Check that no version is not a version."""
    assert desk.refused(key, make(None)) == Refusal("TD422", {"field": "version", "why": "empty"})


def not_there(desk: Desk, foreign: TicketId, make: Callable[[TicketId], Command], keys: Iterable[str]) -> None:
    """Check that foreign and absent are answered alike, word for word."""
    for key in keys:
        answers = [whole_answer(desk, key, make(case)) for case in (foreign, ABSENT)]
        assert answers[0] == answers[1], key
        assert answers[0][0] == "TD404", key


def whole_answer(desk: Desk, key: str, command: Command) -> tuple[str | None, ...]:
    """Return all that a refusal lets a person know."""
    with desk.undone(key) as connection, pytest.raises(psycopg.Error) as caught:
        connection.execute(statement(type(command)).encode(), [uuid4(), *values(command)])
    diag = caught.value.diag
    return (
        diag.sqlstate, diag.message_primary, diag.message_detail, diag.message_hint, diag.context, diag.schema_name, diag.table_name,
        diag.column_name, diag.constraint_name,
    )  # fmt: skip


def no_function(desk: Desk, command: Command, keys: Iterable[str]) -> None:
    """Check that these persons may not even call the function."""
    for key in keys:
        assert desk.refused(key, command).code == "42501", key


def bad(desk: Desk, key: str, command: Command, name: str, *, why: str) -> None:
    """Check that a value is refused with its field and the reason."""
    assert why in BAD_INPUT_WHYS
    assert desk.refused(key, command) == Refusal("TD422", {"field": name, "why": why}), (name, why)


BAD_TEXTS = {
    "\x01": "control_characters", "a\x1bb": "control_characters", "\x7f": "control_characters", "x" * 200_001: "too_long",
    "ü" * 10_485_760: "too_long", "fi\u0344" * 90_000: "too_long",
}  # fmt: skip
BLANK = ("", " ", " \n\t ", "\u00a0\u2003\u3000")
BAD_LINES = {"a\nb": "control_characters", "a\x00b".replace("\x00", "\x02"): "control_characters", "x" * 301: "too_long"}


def bad_texts(desk: Desk, key: str, name: str, make: Callable[[str], Command], *, required: bool = True) -> None:
    """Check what no text of several lines may be: empty, too long, with control characters."""
    for text, why in BAD_TEXTS.items():
        bad(desk, key, make(text), name, why=why)
    for text in BLANK if required else ():
        bad(desk, key, make(text), name, why="empty")


def at_once(desk: Desk, calls: list[tuple[str, Command]]) -> list[str]:
    """Let several persons call at the same moment, each in a session of his own; returns the SQLSTATEs, empty for who was let through."""
    answers = [""] * len(calls)
    gate = threading.Barrier(len(calls))

    def one(place: int, key: str, command: Command) -> None:
        with desk.office.connect(key) as connection:
            connection.execute("select 1")
            gate.wait()
            try:
                connection.execute(statement(type(command)).encode(), [uuid4(), *values(command)])
            except psycopg.Error as error:
                answers[place] = error.sqlstate or "?"

    threads = [threading.Thread(target=one, args=(place, *call)) for place, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
