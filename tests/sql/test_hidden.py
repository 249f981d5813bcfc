"""Hidden clarification: whatever happens inside, the requester's face does not move, and switching to transparent reveals nothing old."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from tests.sql.desk import Desk
from ticketdesk.domain.commands import (
    AcceptTicket,
    AddMessage,
    AddNote,
    AssignTicket,
    ChangeTicket,
    ClarifyTicket,
    Command,
    GiveBack,
    ReportBack,
    SendAnswer,
    SetHidden,
    TakeOver,
)
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.states import Priority

SECRET = "Kanarienvogel"
NAMES = ("Hanna", "Mats", "Platzhalter", "Technik", "Bodo", "Buchhaltung")
"""Those who clarify; the requester must not learn one of them."""


def face(desk: Desk, case: TicketId) -> list[Any]:
    """Return all that the requester can read of a case, with his own log-in."""
    connection = desk.at("requester")
    return [
        connection.execute("select * from td.ticket_public where ticket_id = %s", [case]).fetchall(),
        connection.execute("select * from api.own_timeline(%s, 0)", [case]).fetchall(),
        connection.execute("select * from td.event where ticket_id = %s".replace("*", "id, xid, ticket_id"), [case]).fetchall(),
        connection.execute(
            "select id, person_id, ticket_id, own, kind, at, actor_id, event_id, seen_at from td.notice where ticket_id = %s", [case]
        ).fetchall(),
    ]


def inside(desk: Desk, case: TicketId) -> list[tuple[str, Command]]:
    """Return the steps of a clarification, in order; each is to be given the present version."""
    technik = desk.group("Technik")
    return [
        ("coordinator", AddNote(case, f"Notiz {SECRET}")),
        ("coordinator", ChangeTicket(case, 0, target_at=datetime(2027, 1, 1, tzinfo=UTC))),
        ("coordinator", ChangeTicket(case, 0, subject=f"Betreff {SECRET}", priority=Priority.URGENT, document_ref=SECRET)),
        ("coordinator", AssignTicket(case, 0, group_id=technik, order_text=f"Auftrag {SECRET}")),
        ("handler", TakeOver(case, 0)),
        ("handler", GiveBack(case, 0)),
        ("mate", TakeOver(case, 0)),
        ("mate", AddNote(case, f"Notiz {SECRET}")),
        ("mate", AssignTicket(case, 0, handler_id=desk.id("handler"))),
        ("handler", TakeOver(case, 0)),
        ("handler", ReportBack(case, 0, f"Befund {SECRET}")),
        ("second_coordinator", ClarifyTicket(case, 0)),
        ("coordinator", SetHidden(case, 0, False)),
        ("coordinator", SetHidden(case, 0, True)),
    ]


def now(desk: Desk, command: Command) -> Command:
    """Return the command with the present version."""
    words = {name: getattr(command, name) for name in command.argument_names()}
    if "version" in words:
        words["version"] = desk.version(words["ticket_id"])
    return type(command)(**words)


def hidden_case(desk: Desk) -> TicketId:
    case = desk.record("other_handler", requester_id=desk.id("requester"), hidden=True)
    desk.do("coordinator", AcceptTicket(case, 1))
    return case


def test_nothing_moves(desk: Desk) -> None:
    case = hidden_case(desk)
    before = face(desk, case)
    for key, command in inside(desk, case):
        desk.do(key, now(desk, command))
        assert face(desk, case) == before, command
    assert desk.ticket_row(case)["seq"] == 2 + len(inside(desk, case))


def test_nothing_old_comes_out_later(desk: Desk) -> None:
    case = hidden_case(desk)
    for key, command in inside(desk, case):
        desk.do(key, now(desk, command))
    for mode in (True, False):
        desk.do("coordinator", now(desk, SetHidden(case, 0, mode)))
        desk.do("requester", AddMessage(case, "Wie weit sind Sie?"))
        desk.do("coordinator", now(desk, ChangeTicket(case, 0, priority=Priority.HIGH if mode else Priority.LOW)))
    desk.do("coordinator", now(desk, SendAnswer(case, 0, "Erledigt.", "Kabel")))
    everything = str(face(desk, case))
    assert SECRET not in everything and "2027" not in everything
    assert not [name for name in NAMES if name in everything]
    ordinals = [row[0] for row in face(desk, case)[1]]
    assert ordinals == list(range(1, len(ordinals) + 1)), "a gap tells of a hidden step"
    assert desk.faults(case) == []


def test_who_got_it_while_hidden_is_named_only_once_he_acts_in_the_open(desk: Desk) -> None:
    case = hidden_case(desk)
    desk.do("coordinator", now(desk, AssignTicket(case, 0, handler_id=desk.id("handler"))))
    desk.do("handler", now(desk, TakeOver(case, 0)))
    desk.do("coordinator", now(desk, SetHidden(case, 0, False)))
    desk.do("requester", AddMessage(case, "Wer ist dran?"))
    desk.do("coordinator", now(desk, ChangeTicket(case, 0, priority=Priority.HIGH)))
    assert "Platzhalter" not in str(face(desk, case))
    desk.do("handler", now(desk, ReportBack(case, 0, "Befund")))
    assert desk.public_row(case)["owner_label"] == "Hanna Platzhalter"
    desk.do("coordinator", now(desk, SetHidden(case, 0, True)))
    desk.do("requester", AddMessage(case, "Und jetzt?"))
    assert desk.public_row(case)["owner_label"] == ""


def test_steps_look_alike_whoever_made_them(desk: Desk) -> None:
    """The one change of the requester's word in a hidden case says neither which step it was nor whose."""
    case = desk.record("other_handler", requester_id=desk.id("requester"), hidden=True)
    desk.do("coordinator", AssignTicket(case, 1, group_id=desk.group("Technik"), order_text=SECRET))
    timeline = face(desk, case)[1]
    assert [row[2] for row in timeline] == ["recorded", "state_changed"]
    assert SECRET not in str(timeline) and not [name for name in NAMES if name in str(timeline)]


def test_outcome_and_refusals_count_public_steps_only(desk: Desk) -> None:
    case = hidden_case(desk)
    for _ in range(5):
        desk.do("coordinator", AddNote(case, SECRET))
    outcome = desk.do("requester", AddMessage(case, "Hallo?"), uuid4())
    assert (outcome.seq, outcome.version) == (3, 3)


def test_staff_see_no_more_of_their_own_hidden_report(desk: Desk) -> None:
    for key in ("coordinator", "handler"):
        case = desk.record(key, hidden=True)
        desk.do("second_coordinator", AssignTicket(case, 1, group_id=desk.group("Technik")))
        desk.do("second_coordinator", AddNote(case, SECRET))
        connection = desk.at(key)
        assert connection.execute("select id from td.ticket where id = %s", [case]).fetchall() == []
        assert len(connection.execute("select id from td.event where ticket_id = %s", [case]).fetchall()) == 2
        assert connection.execute("select id from td.notice where ticket_id = %s and not own", [case]).fetchall() == []
        assert SECRET not in str(connection.execute("select * from api.own_timeline(%s, 0)", [case]).fetchall())


def test_transparent_case_shows_the_clarification_but_no_note_and_no_date(desk: Desk) -> None:
    case = desk.record()
    desk.do("coordinator", AcceptTicket(case, 1))
    desk.do("coordinator", AddNote(case, SECRET))
    desk.do("coordinator", now(desk, ChangeTicket(case, 0, target_at=datetime(2031, 5, 6, tzinfo=UTC))))
    desk.do("coordinator", now(desk, ChangeTicket(case, 0, target_at=datetime(2031, 5, 7, tzinfo=UTC), priority=Priority.HIGH)))
    desk.do("coordinator", now(desk, AssignTicket(case, 0, handler_id=desk.id("handler"), order_text="Bitte prüfen")))
    everything = str(face(desk, case))
    assert "Bitte prüfen" in everything and "Hanna Platzhalter" in everything
    assert SECRET not in everything and "2031" not in everything
