"""Where a replayed step comes from: said by a replay's log-ins alone, kept where it can be erased, and never the requester's to read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.sql.desk import Desk, statement, values
from ticketdesk.domain.commands import AcceptTicket, AddNote, Command, RecordTicket, SendAnswer
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.states import Kind
from ticketdesk.services.exchange import replay_cast

PLAYER = "second_coordinator"
ORIGIN = {"log": "small", "case": "C-1", "event": 0, "person": "Änne (Nirgendland)"}


def say(desk: Desk, key: str, command: Command, origin: str) -> None:
    connection = desk.at(key)
    with connection.transaction():
        connection.execute("select set_config('ticketdesk.origin', %s, true)", [origin])
        connection.execute(statement(type(command)).encode(), [uuid4(), *values(command)])


def played(desk: Desk) -> None:
    desk.behind.execute("update td.person set source = 2 where id = %s", [desk.id(PLAYER)])


def details(desk: Desk, ticket_id: TicketId) -> list[Any]:
    return [row["detail"] for row in desk.rows("select detail from td.entry where ticket_id = %s order by seq", ticket_id)]


@contextmanager
def refused(code: str) -> Iterator[None]:
    with pytest.raises(psycopg.Error) as caught:
        yield
    assert caught.value.sqlstate == code


def test_a_replayed_step_keeps_its_origin(desk: Desk) -> None:
    ticket_id = desk.record()
    played(desk)
    say(desk, PLAYER, AcceptTicket(ticket_id, 1), json.dumps(ORIGIN))
    assert details(desk, ticket_id)[1] == {"internal": {"origin": ORIGIN}}
    entry = desk.last_entry(ticket_id)
    assert entry and (entry["kind"], entry["audience"], entry["body"]) == (2, 0, "")
    # The log itself, which is never erased, knows nothing of it.
    assert "nne" not in str(desk.last_step(ticket_id)["data"])
    assert desk.faults(ticket_id) == []
    # It held for that one transaction.
    desk.do(PLAYER, AddNote(ticket_id, "Weiter."))
    assert details(desk, ticket_id)[2] == {}


def test_the_requester_reads_nothing_of_it(desk: Desk) -> None:
    ticket_id = desk.record()
    played(desk)
    desk.do(PLAYER, AcceptTicket(ticket_id, 1))
    say(desk, PLAYER, SendAnswer(ticket_id, 2, "Erledigt.", "Neuer Toner."), json.dumps(ORIGIN))
    last = details(desk, ticket_id)[-1]
    assert last["solution"] == "Neuer Toner." and last["internal"] == {"origin": ORIGIN}
    shown = desk.at("requester").execute("select o::text from api.own_timeline(%s, 0) as o", [ticket_id]).fetchall()
    assert len(shown) == 3 and "Neuer Toner" in str(shown) and "C-1" not in str(shown) and "nne" not in str(shown)
    assert desk.faults(ticket_id) == []


@pytest.mark.parametrize("key", ["requester", "handler", "coordinator", "admin", "auditor"])
def test_nobody_else_may_say_one(desk: Desk, key: str) -> None:
    before = desk.traces()
    with refused("TD403"):
        say(desk, key, RecordTicket(Kind.INCIDENT, "Unterschoben", "Von anderswo."), json.dumps(ORIGIN))
    assert desk.traces() == before


@pytest.mark.parametrize("origin", ["x" * 5000, "{", json.dumps({"long": "ä" * 2001})])
def test_no_poison(desk: Desk, origin: str) -> None:
    ticket_id = desk.record()
    played(desk)
    before = desk.traces()
    with refused("22P02" if origin == "{" else "TD422"):
        say(desk, PLAYER, AddNote(ticket_id, "Zu viel."), origin)
    assert desk.traces() == before


def test_the_players_are_many_and_their_names_are_plain() -> None:
    assert len(replay_cast.PLAYERS) == 40
    assert len({one.key for one in replay_cast.PLAYERS}) == len({one.name for one in replay_cast.PLAYERS}) == 40
