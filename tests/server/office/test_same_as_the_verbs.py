"""Seeded history obeys the verbs: the same steps through the real functions leave the same rows, but for stamps, salts and hashes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.support.cluster import OfficeDb

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
TARGET = "2151-12-01T12:00:00+00:00"

Step = tuple[str, str, dict[str, Any]]
"""What, by whom, and the values of the step as the seed spells them."""


@dataclass
class Way:
    """One case: how it is recorded, and what happens to it."""

    steps: list[Step]
    recorded_by: str = "requester"
    hidden: bool = False
    direct: dict[str, str] = field(default_factory=dict)
    requester: str | None = "requester"


COORDINATED: list[Step] = [
    ("accepted", "coordinator", {}),
    ("changed", "coordinator", {"target_at": TARGET}),
    ("changed", "coordinator", {"priority": 4, "category_id": "Rechnung"}),
    ("interim_answered", "coordinator", {"body": "Wir sind dabei."}),
    ("clarified", "coordinator", {}),
    ("noted", "coordinator", {"body": "Nur für uns."}),
    ("assigned", "coordinator", {"group": "Technik", "body": "Bitte ansehen."}),
    ("taken_over", "handler", {}),
    ("message_added", "requester", {"body": "Nachtrag."}),
    ("waiting_set", "handler", {"reason": 2, "until": TARGET}),
    ("waiting_ended", "handler", {}),
    ("given_back", "handler", {}),
    ("taken_over", "mate", {}),
    ("assigned", "mate", {"handler": "other_handler"}),
    ("taken_over", "other_handler", {}),
    ("noted", "other_handler", {"body": "Beleg gefunden."}),
    ("reported", "other_handler", {"body": "Ursache gefunden."}),
    ("clarified", "coordinator", {}),
    ("assigned", "coordinator", {"handler": "handler", "body": "Bitte noch einmal."}),
    ("taken_over", "handler", {}),
    ("reported", "handler", {"body": "Jetzt ganz."}),
    ("answered", "coordinator", {"body": "Erledigt.", "solution": "Ersetzt."}),
    ("reopened", "requester", {"body": "Leider nein."}),
    ("assigned", "coordinator", {"handler": "handler"}),
    ("taken_over", "handler", {}),
    ("reported", "handler", {"body": "Nachgearbeitet."}),
    ("answered", "coordinator", {"body": "Nun aber.", "solution": "Wirklich ersetzt."}),
    ("confirmed", "requester", {}),
    ("reopened", "coordinator", {"body": "Doppelt abgerechnet."}),
]
SWITCHED: list[Step] = [
    ("accepted", "coordinator", {}),
    ("hidden_set", "coordinator", {"hidden": True}),
    ("changed", "coordinator", {"priority": 1}),
    ("assigned", "coordinator", {"group": "Technik"}),
    ("taken_over", "mate", {}),
    ("hidden_set", "coordinator", {"hidden": False}),
    ("reported", "mate", {"body": "Fertig."}),
    ("answered", "second_coordinator", {"body": "Fertig.", "solution": "Neu gestartet."}),
    ("closed", "coordinator", {}),
]
DIRECT: list[Step] = [
    ("taken_over", "handler", {}),
    ("interim_answered", "handler", {"body": "Bin dran."}),
    ("noted", "handler", {"body": "Liegt am Kabel."}),
    ("answered", "handler", {"body": "Behoben.", "solution": "Kabel ersetzt."}),
    ("reopened", "requester", {"body": "Noch nicht."}),
    ("taken_over", "handler", {}),
    ("answered", "handler", {"body": "Jetzt.", "solution": "Anderes Kabel."}),
    ("closed", "handler", {}),
]
WAYS = {
    "withdrawn": Way([("accepted", "coordinator", {}), ("withdrawn", "requester", {"body": "Hat sich erledigt."})]),
    "rejected": Way([("accepted", "coordinator", {}), ("rejected", "coordinator", {"body": "Nicht."})], "coordinator", hidden=True),
    "coordinated": Way(COORDINATED),
    "hidden": Way(COORDINATED, hidden=True, recorded_by="coordinator"),
    "unknown caller": Way([step for step in COORDINATED if step[1] != "requester"][:20], recorded_by="coordinator", requester=None),
    "switched": Way(SWITCHED),
    "direct": Way(DIRECT, direct={"handler": "handler"}, recorded_by="coordinator"),
    "direct to a group": Way(DIRECT, direct={"group": "Technik"}, recorded_by="coordinator", hidden=True),
}

VERBS = {
    "accepted": "accept_ticket", "changed": "change_ticket", "interim_answered": "send_interim_answer", "clarified": "clarify_ticket",
    "noted": "add_note", "assigned": "assign_ticket", "taken_over": "take_over", "message_added": "add_message", "given_back": "give_back",
    "reported": "report_back", "answered": "send_answer", "reopened": "reopen_ticket", "confirmed": "confirm_solution",
    "closed": "close_ticket", "hidden_set": "set_hidden",
    "waiting_set": "set_waiting", "waiting_ended": "end_waiting", "withdrawn": "withdraw_ticket", "rejected": "reject_ticket",
}  # fmt: skip


def numbers(office: OfficeDb, values: dict[str, Any]) -> dict[str, Any]:
    """Replace keys of the cast by ids."""
    held = dict(values)
    if "handler" in held:
        held["handler"] = int(office.people[held["handler"]].id)
    if "group" in held:
        held["group"] = office.groups[held["group"]]
    if "category_id" in held:
        held["category_id"] = office.categories[held["category_id"]]
    return held


def seed(office: OfficeDb, way: Way) -> int:
    script: dict[str, Any] = {
        "at": START.isoformat(), "kind": 2, "subject": "Muster", "body": "Beschreibung", "priority": 2, "hidden": way.hidden,
        "category_id": office.categories["Drucker"], "document_ref": "R-1", "wished_at": TARGET, "channel": 0,
        "recorded_by": int(office.people[way.recorded_by].id), **numbers(office, way.direct),
        "steps": [
            {"what": what, "by": int(office.people[by].id), "at": (START + timedelta(minutes=n)).isoformat(), **numbers(office, values)}
            for n, (what, by, values) in enumerate(way.steps, 1)
        ],
    }  # fmt: skip
    if way.requester is None:
        script |= {"requester_name": "Kai Unbekannt", "requester_phone": "1", "requester_company": "Irgendwo"}
    else:
        script["requester"] = int(office.people[way.requester].id)
    with office.superuser() as connection:
        row = connection.execute("select td.seed_case(%s::jsonb)", [json.dumps(script)]).fetchone()
    assert row is not None
    return int(row[0])


def play(office: OfficeDb, way: Way) -> int:
    """The same through each person's own log-in."""
    whom = numbers(office, way.direct)
    arguments = {
        "kind": 2, "subject": "Muster", "description": "Beschreibung", "priority": 2, "category_id": office.categories["Drucker"],
        "wished_at": TARGET, "document_ref": "R-1", "requester_id": int(office.people[way.requester].id) if way.requester else None,
        "requester_name": "" if way.requester else "Kai Unbekannt", "requester_phone": "" if way.requester else "1", "requester_email": "",
        "requester_company": "" if way.requester else "Irgendwo", "requester_department": "", "channel": 0, "occurred_at": None,
        "hidden": way.hidden if way.recorded_by != "requester" else None, "handler_id": whom.get("handler"), "group_id": whom.get("group"),
    }  # fmt: skip
    ticket = call(office, way.recorded_by, "record_ticket", **arguments)
    for what, by, values in way.steps:
        held = numbers(office, values)
        call(office, by, VERBS[what], ticket_id=ticket, **_arguments(office, ticket, what, by, held=held))
    return ticket


def _arguments(office: OfficeDb, ticket: int, what: str, by: str, *, held: dict[str, Any]) -> dict[str, Any]:
    version = {"version": _version(office, ticket, by)}
    match what:
        case "noted" | "message_added":
            return {"body": held["body"]}
        case "interim_answered" | "reported":
            return version | {"body": held["body"]}
        case "answered":
            return version | {"body": held["body"], "solution": held["solution"], "close": False}
        case "reopened" | "withdrawn" | "rejected":
            return version | {"reason": held["body"]}
        case "assigned":
            return version | {"handler_id": held.get("handler"), "group_id": held.get("group"), "order_text": held.get("body", "")}
        case "waiting_set":
            return version | {"reason": held["reason"], "until": held["until"], "body": ""}
        case "hidden_set":
            return version | {"hidden": held["hidden"]}
        case "changed":
            keys = ("subject", "priority", "category_id", "target_at", "document_ref")
            return version | {key: held.get(key) for key in keys} | {"clear": []}
        case _:
            return version


def _version(office: OfficeDb, ticket: int, by: str) -> int:
    relation, key = ("td.ticket_public", "ticket_id") if by == "requester" else ("td.ticket", "id")
    with office.superuser() as connection:
        row = connection.execute(f"select version from {relation} where {key} = {ticket}".encode()).fetchone()
    assert row is not None
    return int(row[0])


def call(office: OfficeDb, by: str, verb: str, **values: Any) -> int:
    names = ", ".join(f"{name} => %({name})s" for name in values)
    with office.connect(by) as connection:
        row = connection.execute(
            f"select o.ticket_id from api.{verb}(request_id => %(request)s, {names}) as o".encode(), {"request": uuid4(), **values}
        ).fetchone()
    assert row is not None
    return int(row[0])


COMPARED = {
    "ticket": ("id", "to_jsonb(t) - '{id,head,recorded_at,updated_at,answered_at,closed_at,closes_at,reopen_until,state_since}'::text[]"
               " || jsonb_build_object('answered', t.answered_at is not null, 'closed', t.closed_at is not null,"
               " 'closes', t.closes_at is not null, 'again', t.reopen_until is not null)"),
    "ticket_public": ("ticket_id", "to_jsonb(t) - '{ticket_id,recorded_at,updated_at,reopen_until}'::text[]"
                      " || jsonb_build_object('again', t.reopen_until is not null)"),
    "log": ("ticket_id", "to_jsonb(t) - '{ticket_id,at,commitment,prev,hash}'::text[]"
            " || jsonb_build_object('text', t.commitment is not null)"),
    "entry": ("ticket_id", "to_jsonb(t) - '{ticket_id,salt,detail}'::text[]"
              " || jsonb_build_object('salted', t.salt is not null, 'detail', t.detail - 'closes_at')"),
    "entry_public": ("ticket_id", "to_jsonb(t) - '{ticket_id,at,detail}'::text[] || jsonb_build_object('detail', t.detail - 'closes_at')"),
}  # fmt: skip


def rows(office: OfficeDb, relation: str, ticket: int) -> list[Any]:
    key, shown = COMPARED[relation]
    order = {"log": "seq", "entry": "seq", "entry_public": "ordinal"}.get(relation, key)
    with office.superuser() as connection:
        question = f"select {shown} from td.{relation} as t where {key} = {ticket} order by {order}"
        return [row[0] for row in connection.execute(question.encode())]


@pytest.fixture(scope="module")
def both(shared_office: OfficeDb) -> Iterator[dict[str, tuple[int, int]]]:
    with shared_office.superuser() as connection:
        # Two reports go straight to the handler and the group, which staff may always do.
        connection.execute("update td.work_group set directly_addressable = true where name = 'Technik'")
    seeded = {name: seed(shared_office, way) for name, way in WAYS.items()}
    yield {name: (seeded[name], play(shared_office, way)) for name, way in WAYS.items()}


@pytest.mark.parametrize("relation", COMPARED)
@pytest.mark.parametrize("name", WAYS)
def test_seeded_and_played_leave_the_same_rows(shared_office: OfficeDb, both: dict[str, tuple[int, int]], name: str, relation: str) -> None:
    seeded, played = (rows(shared_office, relation, ticket) for ticket in both[name])
    assert seeded == played
    assert bool(seeded) or (WAYS[name].requester is None and relation.endswith("public"))


def test_seeded_stamps_are_those_of_the_script(shared_office: OfficeDb, both: dict[str, tuple[int, int]]) -> None:
    with shared_office.superuser() as connection:
        for name, (seeded, _) in both.items():
            stamps = [row[0] for row in connection.execute("select at from td.log where ticket_id = %s order by seq", [seeded])]
            assert stamps == [START + timedelta(minutes=n) for n in range(len(WAYS[name].steps) + 1)]
        assert connection.execute("select * from td.chain_faults(0, 99999)").fetchall() == []


def test_a_way_that_does_not_exist_is_refused(office_db: OfficeDb) -> None:
    import psycopg

    with pytest.raises(psycopg.Error) as caught:
        seed(office_db, Way([("answered", "coordinator", {"body": "x", "solution": "y"})]))
    assert caught.value.sqlstate == "TD411"
    assert rows(office_db, "ticket", 10001) == []
