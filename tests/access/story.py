"""One hidden case lived through in an attacked office: what must hold of behaviour rather than of rows."""

from __future__ import annotations

from uuid import uuid4

import psycopg

from tests.access.matrix import Matrix
from tests.sql.desk import Desk
from tests.sql.test_hidden import SECRET, face, hidden_case, inside, now
from ticketdesk.domain.commands import (
    AcceptTicket,
    AddMessage,
    AddNote,
    AssignTicket,
    ChangeTicket,
    CommissionParts,
    RecordEntry,
    ReleaseEntry,
    ReportBack,
    SendAnswer,
    SendInterimAnswer,
    SetHidden,
    TakeOver,
)
from ticketdesk.domain.entry import EntryKind
from ticketdesk.domain.states import Priority, State


def story(matrix: Matrix) -> None:
    """Live through the case; anything that does not go as told is a deviation."""
    try:
        _story(matrix.desk)
    except (AssertionError, psycopg.Error) as error:
        matrix.deviations.append(f"story: {error!r}"[:200])


def _story(desk: Desk) -> None:
    case = hidden_case(desk)
    before = face(desk, case)
    for key, command in inside(desk, case):
        desk.do(key, now(desk, command))
        assert face(desk, case) == before, command
    desk.do("requester", AddMessage(case, "Wie weit sind Sie?"))
    assert SECRET not in str(face(desk, case)) and "Platzhalter" not in str(face(desk, case))
    desk.do("coordinator", now(desk, SetHidden(case, 0, False)))
    desk.do("coordinator", now(desk, ChangeTicket(case, 0, priority=Priority.HIGH)))
    assert SECRET not in str(face(desk, case))
    _known_by_nobody(desk)
    _parts_stay_inside(desk)
    _released(desk)
    _once_and_fresh(desk)
    _guards(desk)


def _parts_stay_inside(desk: Desk) -> None:
    """Nothing of a part is public, and whoever reported a hidden case himself hears of none of its parts."""
    case = desk.record("second_coordinator", hidden=True)
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", CommissionParts(case, 2, ({"order_text": SECRET, "handler_id": desk.id("handler")},)))
    part = desk.row("select id from td.ticket where parent_id = %s", case)["id"]
    desk.do("handler", TakeOver(part, 1))
    desk.do("handler", ReportBack(part, 2, SECRET))
    assert desk.rows("select seq from td.log where ticket_id = %s and audience = 1", part) == [], "a step of a part is public"
    heard = desk.at("second_coordinator").execute("select id from td.event where ticket_id = %s", [part]).fetchall()
    assert heard == [], "events of a part reach the one it is kept from"


def _known_by_nobody(desk: Desk) -> None:
    """A hidden case that lies with a handler shows neither him nor the order, also after a step that the requester sees."""
    case = desk.record("other_handler", requester_id=desk.id("requester"), hidden=True)
    desk.do("coordinator", AssignTicket(case, 1, handler_id=desk.id("handler"), order_text=SECRET))
    desk.do("handler", TakeOver(case, 2))
    desk.do("requester", AddMessage(case, "Ist jemand dran?"))
    text = str(face(desk, case))
    assert SECRET not in text and "Platzhalter" not in text and "taken_over" not in text and "assigned" not in text
    direct = desk.record("mate", requester_id=desk.id("requester"), handler_id=desk.id("handler"), hidden=True)
    assert "Platzhalter" not in str(face(desk, direct)), "who is to clarify it is named from the beginning"
    desk.do("coordinator", now(desk, SetHidden(case, 0, False)))
    desk.do("requester", AddMessage(case, "Und jetzt?"))
    assert "Platzhalter" not in str(face(desk, case)), "who got it while it was hidden is named afterwards"


def _released(desk: Desk) -> None:
    """One entry of a hidden case is released: its text comes out, and neither a name nor a note nor anything beside it."""
    case = desk.record("other_handler", requester_id=desk.id("requester"), hidden=True)
    desk.do("coordinator", AssignTicket(case, 1, handler_id=desk.id("handler"), order_text=SECRET))
    desk.do("handler", RecordEntry(case, EntryKind.CALL, "Das darf er wissen.", party=f"Firma {SECRET}"))
    desk.do("handler", AddNote(case, SECRET))
    desk.do("coordinator", ReleaseEntry(case, 3))
    text = str(face(desk, case))
    assert "Das darf er wissen." in text and SECRET not in text and "Platzhalter" not in text
    assert desk.refused("coordinator", ReleaseEntry(case, 4)).code == "TD422"
    question = RecordEntry(case, EntryKind.QUESTION, "Wie heißt das Gerät?", party="Ersteller", for_requester=True)
    assert desk.refused("handler", question).code == "TD422"
    copy = (
        "insert into td.entry_public (ticket_id, ordinal, seq, requester_id, at, what, body)"
        " select ticket_id, 99, 5, requester_id, at, what, 'anders' from td.entry_public where ticket_id = %s and ordinal = 1"
    )
    with desk.behind.transaction(force_rollback=True):
        try:
            desk.behind.execute(copy.encode(), [case])
        except psycopg.Error as error:
            assert error.sqlstate == "TD403"
        else:
            raise AssertionError("another text was shown than the one that was released")


def _once_and_fresh(desk: Desk) -> None:
    case, request = desk.record(), uuid4()
    desk.do("coordinator", AddNote(case, "x"), request)
    assert desk.refused("second_coordinator", AddNote(case, "x"), request).code == "TD423"
    assert desk.refused("coordinator", AssignTicket(case, 1, group_id=desk.group("Technik"))).code == "TD409"
    before = desk.row("select count(*) as n from td.access where ticket_id = %s", case)["n"]
    desk.at("coordinator").execute("select * from api.timeline(%s, 1)", [case])
    assert desk.row("select count(*) as n from td.access where ticket_id = %s", case)["n"] == before + 1
    shown = desk.record()
    desk.do("coordinator", AssignTicket(shown, 1, handler_id=desk.id("handler"), order_text="sichtbar"))
    assert "sichtbar" in str(face(desk, shown)), "a transparent case hides its clarification"
    desk.do("coordinator", AddNote(shown, SECRET))
    assert SECRET not in str(face(desk, shown))
    assert desk.refused("coordinator", SendInterimAnswer(shown, desk.version(shown), "Guten Tag {ersteller}")).code == "TD422"


def _guards(desk: Desk) -> None:
    """Past the functions the guards still hold: as td_api, which may write."""
    case = desk.record()
    with desk.behind.transaction(force_rollback=True):
        desk.behind.execute("set local role td_api")
        try:
            desk.behind.execute("update td.ticket set state = %s, version = version + 1, seq = seq + 1 where id = %s", [State.CLOSED, case])
        except psycopg.Error as error:
            assert error.sqlstate == "TD411"
        else:
            raise AssertionError("a forbidden transition went through")
    hidden = desk.record("handler", requester_id=desk.id("requester"), hidden=True)
    desk.do("coordinator", AddNote(hidden, SECRET))
    with desk.behind.transaction(force_rollback=True):
        desk.behind.execute("set local role td_api")
        try:
            desk.behind.execute(
                "insert into td.entry_public (ticket_id, ordinal, seq, requester_id, at, what) values (%s, 9, 2, 1, now(), 'noted')",
                [hidden],
            )
        except psycopg.Error as error:
            assert error.sqlstate == "TD403"
        else:
            raise AssertionError("an internal step could be shown")
    desk.do("coordinator", now(desk, SendAnswer(_accepted(desk), 0, "Fertig", "Kabel")))
    assert desk.faults() == []
    _tampered(desk, case)


def _accepted(desk: Desk) -> int:
    return hidden_case(desk)


def _tampered(desk: Desk, case: int) -> None:
    with desk.behind.transaction(force_rollback=True):
        desk.behind.execute("set local session_replication_role = replica")
        for change in ("data = data || '{\"x\": 1}'", "actor_id = 1 + coalesce(actor_id, 0)", "audience = 1 - audience"):
            with desk.behind.transaction(force_rollback=True):
                desk.behind.execute(f"update td.log set {change} where ticket_id = %s and seq = 1".encode(), [case])
                found = desk.rows("select fault from td.chain_faults(%s, %s)", case, case)
                assert found, f"the proof does not see {change}"


def deactivated(matrix: Matrix) -> None:
    """Who is no longer active reads no case, whatever his class; his session still runs."""
    desk = matrix.desk
    for key in set(matrix.keys) - {"auditor"}:
        connection = desk.at(key)
        desk.behind.execute("update td.person set active = false where id = %s", [desk.id(key)])
        try:
            for relation in ("ticket_public", "event", "notice", "person_detail", *(["ticket"] if matrix.persons[key].is_staff else [])):
                rows = connection.execute(f"select 1 from td.{relation}".encode()).fetchall()
                matrix.cell("deactivated", key, relation, got=len(rows), want=0)
        finally:
            desk.behind.execute("update td.person set active = true where id = %s", [desk.id(key)])
