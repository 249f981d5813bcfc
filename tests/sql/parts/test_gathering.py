"""Answers to parts and what they do to the case: counters, waking, notices; accepting, returning, recalling, commenting."""

from __future__ import annotations

import pytest

from tests.sql import expect
from tests.sql.desk import Desk
from tests.sql.parts.family import answered, children, clarifying, counts, proof, split, states, to_handlers, wish
from ticketdesk.domain.commands import (
    AcceptPart,
    AddNote,
    CloseTicket,
    CommentPart,
    CommissionParts,
    DeclineTicket,
    GiveBack,
    RecallPart,
    RecordPartAnswer,
    ReopenTicket,
    ReportBack,
    ReturnPart,
    SendAnswer,
    SendInterimAnswer,
    TakeOver,
)
from ticketdesk.domain.entry import Channel, EntryKind
from ticketdesk.domain.ids import TicketId
from ticketdesk.domain.notices import NoticeKind
from ticketdesk.domain.states import State


def test_last_one_back_wakes_the_case(desk: Desk) -> None:
    case = clarifying(desk)
    a, b = to_handlers(desk, case, "handler", "other_handler", wait=True)
    desk.do("handler", TakeOver(a, 1))
    taken = desk.last_step(case)
    assert (taken["what"], taken["audience"], taken["data"]["part_to"], taken["actor_id"]) == ("part_moved", 0, 5, desk.id("handler"))
    desk.do("handler", ReportBack(a, 2, "Befund A"))
    assert states(desk, case, a) == [State.WAITING, State.REPORTED] and counts(desk, case) == (2, 1, 1, 1)
    assert (desk.last_step(case)["what"], desk.last_step(case)["audience"]) == ("part_reported", 1)
    assert desk.notices(case, NoticeKind.PART_BACK) == {("coordinator", False)}
    assert desk.shown(case)[-1]["what"] == "part_reported" and "Befund" not in str(desk.shown(case))
    answered(desk, b, "other_handler")
    assert states(desk, case) == [State.REPORTED] and counts(desk, case) == (2, 0, 2, 0)
    last = desk.last_step(case)
    assert (last["what"], last["cause"], last["actor_id"], last["data"]["to"]) == ("parts_back", 5, None, State.REPORTED)
    assert desk.notices(case, NoticeKind.ALL_PARTS_BACK) == {("coordinator", False)}
    own = desk.rows("select kind, count(*) as n from td.notice where ticket_id = %s and own group by kind", case)
    assert sum(row["n"] for row in own) == 2, "told of the commission and of the end, not of each part"
    # The parts themselves told nobody a second time.
    assert desk.notices(a, NoticeKind.REPORTED_BACK) == desk.notices(b, NoticeKind.PART_BACK) == set()
    proof(desk)


def test_case_that_does_not_wait_stays_where_it_is(desk: Desk) -> None:
    case = clarifying(desk)
    (part,) = to_handlers(desk, case, "handler")
    answered(desk, part, "handler")
    assert states(desk, case) == [State.CLARIFYING]
    assert desk.notices(case, NoticeKind.ALL_PARTS_BACK) == {("coordinator", False)}


def test_information_holds_nothing_up(desk: Desk) -> None:
    case = clarifying(desk)
    blocking, asked = split(
        desk, case, wish(handler_id=desk.id("handler")), wish(handler_id=desk.id("mate"), blocking=False), wait=True
    )
    answered(desk, blocking, "handler")
    assert states(desk, case, asked) == [State.REPORTED, State.ASSIGNED]
    desk.do("coordinator", SendAnswer(case, desk.version(case), "Fertig.", "Kabel"))
    assert states(desk, case, blocking, asked) == [State.ANSWERED, State.CLOSED, State.ASSIGNED]
    desk.do("coordinator", CloseTicket(case, desk.version(case)))
    assert states(desk, asked) == [State.WITHDRAWN]
    proof(desk)


def test_handler_who_split_goes_on_himself(desk: Desk) -> None:
    """His case comes back to him, not past him to the coordination; only he is told of a part's parts."""
    case = clarifying(desk)
    (part,) = to_handlers(desk, case, "handler")
    desk.do("handler", TakeOver(part, 1))
    (below,) = to_handlers(desk, part, "mate", key="handler", wait=True)
    assert states(desk, part) == [State.WAITING]
    answered(desk, below, "mate")
    assert states(desk, part) == [State.IN_PROGRESS]
    assert desk.notices(part, NoticeKind.ALL_PARTS_BACK) == {("handler", False)}
    assert desk.notices(case, NoticeKind.PART_BACK) == desk.notices(case, NoticeKind.ALL_PARTS_BACK) == set()
    desk.do("handler", ReportBack(part, desk.version(part), "Zusammen"))
    assert states(desk, part, below) == [State.REPORTED, State.CLOSED]
    proof(desk)


def test_report_with_parts_out_wants_a_reason(desk: Desk) -> None:
    case = clarifying(desk)
    (part,) = to_handlers(desk, case, "handler")
    desk.do("handler", TakeOver(part, 1))
    (below,) = to_handlers(desk, part, "mate", key="handler")
    early = ReportBack(part, desk.version(part), "Vorab")
    assert desk.refused("handler", early) == ("TD412", {"open": 1, "parts": ["A"]})
    desk.do("handler", ReportBack(part, desk.version(part), "Vorab", "Nicht mehr nötig"))
    assert states(desk, part, below) == [State.REPORTED, State.WITHDRAWN]
    assert (desk.last_entry(below) or {})["body"] == "Nicht mehr nötig"
    proof(desk)


def test_final_answer_with_parts_out_wants_a_reason(desk: Desk) -> None:
    case = clarifying(desk)
    a, b = to_handlers(desk, case, "handler", "mate")
    answered(desk, a, "handler")
    version = desk.version(case)
    assert desk.refused("coordinator", SendAnswer(case, version, "Fertig.", "Kabel")) == ("TD412", {"open": 1, "parts": ["B"]})
    desk.do("coordinator", SendInterimAnswer(case, version, "Ein Teil ist geklärt."))
    outcome = desk.do("coordinator", SendAnswer(case, version + 1, "Fertig.", "Kabel", parts_reason="Eilt, B klärt sich morgen"))
    assert states(desk, case, a, b) == [State.ANSWERED, State.CLOSED, State.WITHDRAWN] and counts(desk, case) == (2, 0, 1, 0)
    assert outcome.version == desk.version(case)
    assert "Eilt" not in str(desk.shown(case)), "why parts were recalled is nothing for the requester"
    assert desk.notices(b, NoticeKind.PART_RECALLED) == {("mate", False)}
    proof(desk)


def test_answer_and_close_at_once(desk: Desk) -> None:
    case = clarifying(desk)
    blocking, asked = split(desk, case, wish(handler_id=desk.id("handler")), wish(handler_id=desk.id("mate"), blocking=False))
    command = SendAnswer(case, desk.version(case), "Fertig.", "Kabel", close=True, parts_reason="Eilt")
    outcome = desk.do("coordinator", command)
    assert states(desk, case, blocking, asked) == [State.CLOSED, State.WITHDRAWN, State.WITHDRAWN]
    assert outcome.version == desk.version(case)
    proof(desk)


def test_accepts_and_returns(desk: Desk) -> None:
    case = clarifying(desk)
    a, b = to_handlers(desk, case, "handler", "mate")
    answered(desk, a, "handler")
    expect.stale(desk, "coordinator", AcceptPart(a, 1), by="handler")
    expect.bad(desk, "coordinator", ReturnPart(a, 3, " "), "reason", why="empty")
    desk.do("coordinator", ReturnPart(a, 3, "Welche Charge?"))
    assert states(desk, a) == [State.ASSIGNED] and counts(desk, case) == (2, 2, 0, 2)
    assert desk.notices(a, NoticeKind.PART_RETURNED) == {("handler", False)}
    desk.do("handler", TakeOver(a, 4))
    desk.do("handler", ReportBack(a, 5, "Charge 118"))
    desk.do("second_coordinator", AcceptPart(a, 6))
    assert states(desk, a) == [State.CLOSED] and counts(desk, case) == (2, 1, 1, 1)
    assert desk.refused("coordinator", AcceptPart(b, 1)) == ("TD411", {"from": 4, "to": 9})
    assert desk.refused("coordinator", ReturnPart(a, 7, "Noch etwas")) == ("TD411", {"from": 9, "to": 4})
    proof(desk)


def test_declined_part_wakes_the_case_and_is_told_once(desk: Desk) -> None:
    case = clarifying(desk)
    (a,) = to_handlers(desk, case, "handler", wait=True)
    desk.do("handler", DeclineTicket(a, 1, "Nicht meine Anlage"))
    assert states(desk, case, a) == [State.REPORTED, State.REJECTED] and counts(desk, case) == (1, 0, 0, 0)
    told = desk.rows("select kind from td.notice where ticket_id = any(%s) and person_id = %s", [case, a], desk.id("coordinator"))
    assert [row["kind"] for row in told].count(NoticeKind.PART_DECLINED) == 1 and len([r for r in told if r["kind"] >= 11]) == 1
    proof(desk)


def test_declined_after_it_was_taken_over(desk: Desk) -> None:
    """Somebody finds out while he works on it that it is not for him; what he split off below ends with it."""
    case = clarifying(desk)
    a, b = split(desk, case, wish(handler_id=desk.id("handler")), wish(group_id=desk.group("Technik")), wait=True)
    desk.do("handler", TakeOver(a, 1))
    to_handlers(desk, a, "mate", key="handler")
    assert desk.refused_code("mate", DeclineTicket(a, desk.version(a), "Nicht meins")) == "TD404"
    expect.bad_texts(desk, "handler", "reason", lambda text: DeclineTicket(a, desk.version(a), text))
    desk.do("handler", DeclineTicket(a, desk.version(a), "Das kann nur der Hersteller sagen."))
    assert states(desk, case, a, children(desk, a)[0]["id"]) == [State.WAITING, State.REJECTED, State.WITHDRAWN]
    assert desk.notices(case, NoticeKind.PART_DECLINED) == {("coordinator", False)} and counts(desk, case) == (2, 1, 0, 1)
    # Of a group's part only whoever took it over, not another member.
    desk.do("handler", TakeOver(b, 1))
    assert desk.refused_code("mate", DeclineTicket(b, 2, "Nicht unsere Anlage")) == "TD403"
    desk.do("handler", DeclineTicket(b, 2, "Nicht unsere Anlage"))
    assert states(desk, case, b) == [State.REPORTED, State.REJECTED]
    proof(desk)


def test_recalls(desk: Desk) -> None:
    case = clarifying(desk)
    (a,) = to_handlers(desk, case, "handler", wait=True)
    desk.do("handler", TakeOver(a, 1))
    to_handlers(desk, a, "mate", key="handler")
    below = children(desk, a)[0]["id"]
    assert desk.refused_code("mate", RecallPart(below, 1)) == "TD403"
    desk.do("second_coordinator", RecallPart(a, desk.version(a), "Hat sich erledigt"))
    # Nothing is back, so the case goes on where it was; what hung below is recalled too.
    assert states(desk, case, a, below) == [State.CLARIFYING, State.WITHDRAWN, State.WITHDRAWN]
    assert counts(desk, case) == (1, 0, 0, 0)
    assert desk.notices(a, NoticeKind.PART_RECALLED) == {("handler", False)}
    assert desk.refused_code("coordinator", RecallPart(a, desk.version(a))) == "TD411"
    assert desk.refused_code("coordinator", RecallPart(case, desk.version(case))) == "TD411"
    assert desk.refused_code("coordinator", ReopenTicket(a, desk.version(a), "doch")) == "TD411"
    proof(desk)


def test_handler_answers_while_recalled(desk: Desk) -> None:
    """Whoever comes second is told; his text is refused whole, and the case counts right."""
    for _ in range(6):
        case = clarifying(desk)
        (part,) = to_handlers(desk, case, "handler", wait=True)
        desk.do("handler", TakeOver(part, 1))
        answers = expect.at_once(desk, [("handler", ReportBack(part, 2, "Befund")), ("coordinator", RecallPart(part, 2))])
        assert sorted(answers) == ["", "TD409"]
        assert states(desk, case, part) in ([State.REPORTED, State.REPORTED], [State.CLARIFYING, State.WITHDRAWN])
    proof(desk)


def test_many_at_once_in_one_tree(desk: Desk) -> None:
    """Steps above and below at the same moment: nobody waits in a circle, and every counter is right."""
    case = clarifying(desk)
    parts = to_handlers(desk, case, "handler", "mate", "other_handler", wait=True)
    for part, key in zip(parts, ("handler", "mate", "other_handler"), strict=True):
        desk.do(key, TakeOver(part, 1))
    calls = [("handler", ReportBack(parts[0], 2, "A")), ("mate", ReportBack(parts[1], 2, "B")), ("other_handler", GiveBack(parts[2], 2))]
    calls += [("coordinator", AddNote(case, "x")), ("second_coordinator", RecallPart(parts[2], 2)), ("coordinator", AddNote(case, "y"))]
    answers = expect.at_once(desk, calls)  # type: ignore[arg-type]  # commands of several classes
    assert set(answers) <= {"", "TD409", "TD411"} and answers[0] == answers[1] == answers[3] == answers[5] == ""
    proof(desk)


def test_outside_contact(desk: Desk) -> None:
    case = clarifying(desk)
    a, b = split(desk, case, wish("Passt die Rolle?", contact="Druckprofi"), wish(handler_id=desk.id("handler")), wait=True)
    assert desk.refused("coordinator", RecordPartAnswer(b, 1, "Ja")) == ("TD411", {"from": 4, "to": 7})
    expect.bad(desk, "coordinator", RecordPartAnswer(a, 1, "Ja", Channel.PROGRAM), "channel", why="out_of_range")
    expect.bad(desk, "coordinator", RecordPartAnswer(a, 1, ""), "body", why="empty")
    assert desk.refused_code("handler", RecordPartAnswer(a, 1, "Ja")) == "TD404"
    desk.do("coordinator", RecordPartAnswer(a, 1, "Ja, passt.", Channel.PHONE))
    entry = desk.last_entry(a) or {}
    assert (entry["kind"], entry["channel"], entry["detail"]) == (EntryKind.REPLY, Channel.PHONE, {"contact": "Druckprofi"})
    assert states(desk, a) == [State.REPORTED] and counts(desk, case) == (2, 1, 1, 1)
    row = desk.at("coordinator").execute("select answer, contact, answer_channel from api.parts(%s)", [case]).fetchone()
    assert row == ("Ja, passt.", "Druckprofi", 1)


def test_comments(desk: Desk) -> None:
    """A finished part can be commented and stays finished; the other side is told."""
    case = clarifying(desk)
    (part,) = to_handlers(desk, case, "handler")
    answered(desk, part, "handler")
    desk.do("coordinator", AcceptPart(part, 3))
    before = desk.version(case)
    desk.do("coordinator", CommentPart(part, "Danke, hat geholfen."))
    desk.do("handler", CommentPart(part, "Gern."))
    assert states(desk, part) == [State.CLOSED] and desk.version(case) == before
    assert desk.notices(part, NoticeKind.PART_COMMENTED) == {("handler", False), ("coordinator", False)}
    assert desk.refused_code("coordinator", CommentPart(case, "x")) == "TD411"
    expect.bad_texts(desk, "coordinator", "body", lambda text: CommentPart(part, text))


def test_part_has_nothing_for_a_requester(desk: Desk) -> None:
    case = clarifying(desk)
    (part,) = to_handlers(desk, case, "handler")
    desk.do("handler", TakeOver(part, 1))
    for command in (SendInterimAnswer(part, 2, "x"), SendAnswer(part, 2, "x", "y")):
        assert desk.refused_code("coordinator", command) == "TD411"
    answered_by = "select count(*) as n from td.entry_public where ticket_id = %s"
    assert desk.row(answered_by, part)["n"] == 0
    assert desk.row("select count(*) as n from td.log where ticket_id = %s and audience = 1", part)["n"] == 0


@pytest.mark.parametrize("verb", [AcceptPart, RecallPart])
def test_who_may(desk: Desk, verb: type[AcceptPart] | type[RecallPart]) -> None:
    case = clarifying(desk)
    (part,) = to_handlers(desk, case, "handler")
    answered(desk, part, "handler")
    expect.no_function(desk, verb(part, 3), ["requester", "admin", "auditor"])
    expect.not_there(desk, part, lambda id_: verb(id_, 3), ["other_handler"])
    assert desk.refused_code("handler", verb(part, 3)) == "TD403"
    desk.do("second_coordinator", verb(part, 3))


def test_ended_case_takes_its_tree_with_it(desk: Desk) -> None:
    """Whatever ends a case: nothing below it stays open."""
    case = clarifying(desk)
    a, b = to_handlers(desk, case, "handler", "mate")
    desk.do("handler", TakeOver(a, 1))
    (below,) = to_handlers(desk, a, "other_handler", key="handler")
    answered(desk, b, "mate")
    desk.do("coordinator", SendAnswer(case, desk.version(case), "Fertig.", "Kabel", parts_reason="Eilt"))
    assert states(desk, a, below, b) == [State.WITHDRAWN, State.WITHDRAWN, State.CLOSED]
    assert not still_open(desk, case)
    proof(desk)


def still_open(desk: Desk, case: TicketId) -> list[TicketId]:
    return [row["id"] for row in desk.rows("select id from td.ticket where root_id = %s and is_open", case)]


def test_commission_below_an_answered_case_is_refused(desk: Desk) -> None:
    case = clarifying(desk, state=State.ANSWERED)
    assert desk.refused_code("coordinator", CommissionParts(case, 1, (wish(contact="x"),))) == "TD411"
