"""api.commission_parts: several parts in one wish, all or none; who may, what goes along, what the requester learns."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.parts.family import children, clarifying, counts, proof, split, states, to_handlers, wish
from ticketdesk.domain.commands import AddNote, AssignTicket, CommissionParts
from ticketdesk.domain.entry import Audience, EntryKind
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State, Way


def test_several_in_one_wish(desk: Desk) -> None:
    case = clarifying(desk)
    wishes = (
        wish("Seit wann ist die Vorlage geändert?\nUnd von wem?", handler_id=desk.id("handler"), target_at="2027-01-05T10:00:00+00:00"),
        wish("Bitte den Sensor prüfen.", subject="Sensor und Mechanik", group_id=desk.group("Technik")),
        wish("Passt die Rolle?", contact="Druckprofi", blocking=False),
    )
    # More events than one: each part has its own; so what expect.written asks of one step is asked here by hand.
    outcome = desk.do("coordinator", CommissionParts(case, 1, wishes, wait=True))
    row = desk.ticket_row(case)
    assert (outcome.version, row["state"], row["waiting_reason"], row["came_from"]) == (2, State.WAITING, 3, State.CLARIFYING)
    assert counts(desk, case) == (3, 3, 0, 2)
    a, b, c = children(desk, case)
    assert [part["mark"] for part in (a, b, c)] == ["A", "B", "C"]
    assert (a["subject"], b["subject"], c["subject"]) == ("Seit wann ist die Vorlage geändert?", "Sensor und Mechanik", "Passt die Rolle?")
    assert (a["handler_id"], b["group_id"], c["contact_label"]) == (desk.id("handler"), desk.group("Technik"), "Druckprofi")
    assert a["target_at"] == datetime(2027, 1, 5, 10, tzinfo=UTC) and (a["blocking"], c["blocking"]) == (True, False)
    for part in (a, b, c):
        assert (part["way"], part["state"], part["parent_id"], part["root_id"], part["depth"]) == (Way.PART, State.ASSIGNED, case, case, 1)
        assert part["requester_id"] is None and part["requester_name"] == "" and part["commissioned_by"] == desk.id("coordinator")
        assert desk.rows("select 1 from td.ticket_public where ticket_id = %s", part["id"]) == []
        first = desk.last_step(part["id"])
        assert (first["what"], first["audience"], first["data"]["part_of"]) == ("commissioned", Audience.INTERNAL, case)
    assert desk.notices(a["id"], NoticeKind.PART_FOR_YOU) == {("handler", False)}
    assert desk.notices(b["id"], NoticeKind.PART_FOR_GROUP) == {("handler", False), ("mate", False)}
    log = desk.last_step(case)
    assert (log["what"], log["data"]["to"]) == ("parts_commissioned", State.WAITING)
    assert [one["letter"] for one in log["data"]["parts"]] == ["A", "B", "C"] and "Druckprofi" not in str(log["data"])
    shown = desk.shown(case)[-1]
    assert (shown["what"], shown["body"], shown["detail"], shown["data"]) == ("parts_commissioned", "", {}, {"state": 2})
    proof(desk)


def test_hidden_case_tells_its_requester_nothing(desk: Desk) -> None:
    case = clarifying(desk, hidden=True)
    public, shown = desk.public_row(case), desk.shown(case)
    to_handlers(desk, case, "handler", wait=True)
    assert (desk.public_row(case), desk.shown(case)) == (public, shown)


def test_all_or_none(desk: Desk) -> None:
    case = clarifying(desk)
    wrong = (wish(handler_id=desk.id("handler")), wish("", handler_id=desk.id("mate")))
    expect.bad(desk, "coordinator", CommissionParts(case, 1, wrong), "order_text", why="empty")
    assert children(desk, case) == []


def test_repeated_and_stale(desk: Desk) -> None:
    from uuid import uuid4

    case, request = clarifying(desk), uuid4()
    command = CommissionParts(case, 1, (wish(group_id=desk.group("Technik")),))
    outcome = desk.do("coordinator", command, request)
    assert desk.do("coordinator", command, request) == outcome and len(children(desk, case)) == 1
    expect.stale(desk, "second_coordinator", command, by="coordinator")
    expect.no_version(desk, "coordinator", lambda version: CommissionParts(case, version, (wish(group_id=desk.group("Technik")),)))


def test_two_coordinators_at_once(desk: Desk) -> None:
    """One is let through; the other learns that the case has changed, and nothing is commissioned twice."""
    case = clarifying(desk)
    command = CommissionParts(case, 1, (wish(handler_id=desk.id("handler")),))
    answers = expect.at_once(desk, [("coordinator", command), ("second_coordinator", command)])
    assert sorted(answers) == ["", "TD409"] and len(children(desk, case)) == 1
    proof(desk)


def test_who_may(desk: Desk) -> None:
    held = {"state": State.IN_PROGRESS, "handler_id": desk.id("handler"), "group_id": desk.group("Technik")}
    case = clarifying(desk, **held, participants=[desk.id("handler")])
    command = CommissionParts(case, 1, (wish(handler_id=desk.id("other_handler")),))
    expect.no_function(desk, command, ["requester", "admin", "auditor"])
    expect.not_there(desk, case, lambda id_: CommissionParts(id_, 1, (wish(handler_id=desk.id("handler")),)), ["other_handler"])
    assert desk.refused_code("mate", command) == "TD403"
    desk.do("handler", command)
    new = desk.record()
    assert desk.refused("coordinator", CommissionParts(new, 1, (wish(group_id=desk.group("Technik")),))) == ("TD411", {"from": 1, "to": 1})


@pytest.mark.parametrize(
    ("words", "field", "why"),
    [
        ({}, "handler_id", "empty"), ({"handler_id": 1, "group_id": 1}, "handler_id", "empty"),
        ({"handler_id": 1, "contact": "x"}, "handler_id", "empty"), ({"handler_id": 987_654}, "handler_id", "not_addressable"),
        ({"group_id": 987_654}, "group_id", "not_addressable"), ({"contact": "a\nb"}, "contact", "control_characters"),
        ({"contact": "x", "subject": "x" * 301}, "subject", "too_long"),
        ({"contact": "x", "target_at": "20260-01-01"}, "target_at", "out_of_range"),
        ({"contact": "x", "target_at": "morgen früh"}, "parts", "unknown"), ({"handler_id": "drei"}, "parts", "unknown"),
        ({"contact": "x", "blocking": "vielleicht"}, "parts", "unknown"), ({"contact": "x", "entries": 3}, "entries", "unknown"),
        ({"contact": "x", "entries": [99]}, "entries", "unknown"), ({"contact": "x", "entries": ["1"]}, "entries", "unknown"),
        ({"contact": "x", "entries": [1.5]}, "entries", "unknown"), ({"contact": "x", "order_text": " \n"}, "order_text", "empty"),
    ],
)  # fmt: skip
def test_bad_wishes(desk: Desk, words: dict[str, object], field: str, why: str) -> None:
    case = clarifying(desk)
    expect.bad(desk, "coordinator", CommissionParts(case, 1, (wish(**{"order_text": "Bitte prüfen"} | words),)), field, why=why)  # type: ignore[arg-type]


def test_nothing_into_itself(desk: Desk) -> None:
    """Nobody commissions himself, nothing is asked of nobody, and not more than a hundred letters are needed."""
    case = clarifying(desk)
    expect.bad(desk, "coordinator", CommissionParts(case, 1, (wish(handler_id=desk.id("coordinator")),)), "handler_id", why="oneself")
    expect.bad(desk, "coordinator", CommissionParts(case, 1, ()), "parts", why="empty")
    many = tuple(wish(contact="x") for _ in range(100))
    expect.bad(desk, "coordinator", CommissionParts(case, 1, many), "parts", why="out_of_range")


def test_no_deeper_than_five(desk: Desk) -> None:
    case = clarifying(desk)
    marks = []
    for _ in range(5):
        (case,) = to_handlers(desk, case, "handler")
        marks.append(desk.ticket_row(case)["mark"])
    assert marks == ["A", "A-A", "A-A-A", "A-A-A-A", "A-A-A-A-A"]
    expect.bad(desk, "coordinator", CommissionParts(case, 1, (wish(handler_id=desk.id("mate")),)), "parts", why="too_deep")


def test_cycles_are_impossible(desk: Desk) -> None:
    """Also past every function: the relation itself refuses a part that is older than its parent."""
    import psycopg

    case = clarifying(desk)
    (part,) = to_handlers(desk, case, "handler")
    for parent in (part, part + 1):
        with pytest.raises(psycopg.errors.CheckViolation), desk.behind.transaction():
            desk.behind.execute("set local session_replication_role = replica")
            desk.behind.execute("update td.ticket set parent_id = %s where id = %s", [parent, part])


def test_letters_go_on(desk: Desk) -> None:
    case = clarifying(desk)
    split(desk, case, *(wish(contact="x") for _ in range(25)))
    more = split(desk, case, wish(contact="x"), wish(contact="x"))
    assert [desk.ticket_row(part)["mark"] for part in more] == ["Z", "AA"]


def test_what_goes_along(desk: Desk) -> None:
    """The part's handler reads the entries chosen for him, and nothing else of the case."""
    case = clarifying(desk)
    desk.do("coordinator", AddNote(case, "Nur diese Notiz"))
    desk.do("coordinator", AddNote(case, "Nicht für ihn"))
    (part,) = split(desk, case, wish("Auftrag", handler_id=desk.id("other_handler"), entries=[2, 2]))
    steps = desk.at("other_handler").execute("select what, body, detail from api.timeline(%s, 0)", [part]).fetchall()
    (what, body, detail) = steps[0]
    assert (what, body) == ("commissioned", "Auftrag")
    assert [(one["kind"], one["body"]) for one in detail["along"]] == [(EntryKind.NOTE, "Nur diese Notiz")]
    assert "Nicht für ihn" not in str(steps)
    with pytest.raises(Exception, match="no such case"):
        desk.at("other_handler").execute("select * from api.timeline(%s, 0)", [case])
    with pytest.raises(Exception, match="no such case"):
        desk.at("other_handler").execute("select * from api.parts(%s)", [case])
    assert desk.at("other_handler").execute("select id from td.ticket where id = any(%s)", [[case, part]]).fetchall() == [(part,)]


def test_handler_commissions_and_sees_only_his(desk: Desk) -> None:
    held = {"state": State.IN_PROGRESS, "handler_id": desk.id("handler")}
    case = clarifying(desk, **held, participants=[desk.id("handler"), desk.id("coordinator")])
    (theirs,) = split(desk, case, wish("Von der Koordination", group_id=desk.group("Buchhaltung")))
    (his,) = split(desk, case, wish("Von mir", group_id=desk.group("Buchhaltung")), key="handler")
    assert seen(desk, "handler", case) == [his] and seen(desk, "coordinator", case) == [theirs, his] == seen(desk, "auditor", case)


def seen(desk: Desk, key: str, case: TicketId) -> list[TicketId]:
    return [row[0] for row in desk.at(key).execute("select id from api.parts(%s)", [case]).fetchall()]


def test_own_hidden_case_keeps_its_parts(desk: Desk) -> None:
    """Whoever reported a hidden case himself sees no part of it, coordinator or handler; when it is shown, he does."""
    from ticketdesk.domain.commands import SetHidden

    case = desk.record("second_coordinator", hidden=True)
    desk.force(case, state=State.CLARIFYING, coordinator_id=desk.id("coordinator"))
    (part,) = split(desk, case, wish("Heimlich", group_id=desk.group("Technik")))
    read = "select id from td.ticket where id = %s"
    assert desk.at("second_coordinator").execute(read, [part]).fetchall() == []
    assert desk.notices(part, NoticeKind.PART_FOR_GROUP) == {("handler", False), ("mate", False)}
    to_himself = CommissionParts(case, 2, (wish(handler_id=desk.id("second_coordinator")),))
    expect.bad(desk, "coordinator", to_himself, "handler_id", why="not_addressable")
    desk.do("coordinator", SetHidden(case, 2, False))
    assert desk.at("second_coordinator").execute(read, [part]).fetchall() == [(part,)]
    assert desk.last_step(part)["what"] == "hidden_set"
    proof(desk)


def test_passing_on_an_outside_part_to_a_handler(desk: Desk) -> None:
    case = clarifying(desk)
    (part,) = split(desk, case, wish(contact="Druckprofi"))
    desk.do("coordinator", AssignTicket(part, 1, handler_id=desk.id("handler")))
    row = desk.ticket_row(part)
    assert (row["contact_label"], row["handler_id"], row["way"]) == ("", desk.id("handler"), Way.PART)
    assert states(desk, part) == [State.ASSIGNED]
    assert desk.last_step(case)["what"] == "part_moved"
    proof(desk)
